// SPDX-License-Identifier: GPL-3.0-or-later
//! Geometry and painting of gallery cells.
#include "widgets/gallery/CellPainter.h"

#include "models/document/LabelSet.h"
#include "models/items/Texts.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/OutlinePainter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

namespace lw::gallery {

namespace {

constexpr int kPad = 6;
constexpr int kPictureRadius = 4;
constexpr int kMark = 20;
/// On thumbnails narrower than this, marks would hide too much.
constexpr int kSmallPicture = 130;
constexpr int kSmallMark = 16;
constexpr int kDot = 8;
constexpr int kRowHeight = 44;
constexpr int kRowEdge = 48;
/// Room above the title of a group.
constexpr int kSectionGap = 10;
/// Thumbnails lie in an area of 4:3, the shape of most pictures.
constexpr double kAspect = 0.75;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::gallery::CellPainter)
};

int markSide(const QRect& picture)
{
    return picture.width() < kSmallPicture ? kSmallMark : kMark;
}

QFont smallFont(QFont font)
{
    font.setPixelSize(12);
    return font;
}

/// How sure the model is of what waits for a person.
std::optional<double> doubt(const Cell& cell)
{
    return cell.sample->state == domain::SampleState::ToConfirm ? cell.sample->minConfidence : std::nullopt;
}

QSize fitted(const QSize& picture, const QSize& room)
{
    return picture.width() <= room.width() && picture.height() <= room.height()
               ? picture
               : picture.scaled(room, Qt::KeepAspectRatio);
}

} // namespace

CellPainter::CellPainter(const document::LabelSet& labels, const QFont& font)
    : m_labels(labels), m_font(font), m_small(smallFont(font)), m_chips(labels, m_small),
      m_broken(common::icon(QStringLiteral("image-broken"), common::colours().textMuted)),
      m_image(common::icon(QStringLiteral("image"), common::colours().textMuted)),
      m_hard(common::icon(QStringLiteral("hard"), Qt::white)),
      m_missing(common::icon(QStringLiteral("missing"), Qt::white)),
      m_labelled(common::icon(QStringLiteral("check"), Qt::white)),
      m_toConfirm(common::icon(QStringLiteral("help"), Qt::white)),
      m_tick(common::icon(QStringLiteral("check"), common::colours().accentText))
{
}

QSize CellPainter::gridCell(int edge) const
{
    const int name = QFontMetrics(m_font).height();
    const int chips = m_chips.height();
    return {edge + 2 * kPad, 2 * kPad + qRound(edge * kAspect) + 4 + name + 2 + chips};
}

int CellPainter::rowHeight() const
{
    return kRowHeight;
}

int CellPainter::headerHeight() const
{
    return QFontMetrics(m_small).height() + 12;
}

int CellPainter::sectionHeight() const
{
    return headerHeight() + kSectionGap;
}

int CellPainter::rowEdge() const
{
    return kRowEdge;
}

QRect CellPainter::pictureArea(const QRect& cell) const
{
    const int texts = QFontMetrics(m_font).height() + 2 + m_chips.height() + 4;
    return cell.adjusted(kPad, kPad, -kPad, -kPad - texts);
}

QRect CellPainter::tickRect(const QRect& cell) const
{
    const QRect picture = pictureArea(cell);
    const int side = markSide(picture);
    return {picture.topLeft() + QPoint(side / 4, side / 4), QSize(side, side)};
}

void CellPainter::paintGround(QPainter& painter, const Cell& cell, int radius) const
{
    const common::ThemeColours& colours = common::colours();
    painter.setPen(Qt::NoPen);
    if (cell.isSelected) {
        painter.setBrush(colours.selection);
        painter.setPen(QPen(colours.accent, 1));
    } else if (cell.isHovered) {
        painter.setBrush(colours.hover);
    } else {
        painter.setBrush(Qt::NoBrush);
    }
    const QRectF ground = QRectF(cell.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(ground, radius, radius);
    if (cell.isCurrent) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRoundedRect(QRectF(cell.rect).adjusted(1, 1, -1, -1), radius, radius);
    }
}

void CellPainter::paintGridCell(QPainter& painter, const Cell& cell) const
{
    const common::ThemeColours& colours = common::colours();
    paintGround(painter, cell, 8);
    const QRect area = pictureArea(cell.rect);
    const QFontMetrics names(m_font);
    const QRect name(area.left(), area.bottom() + 5, area.width(), names.height());
    if (!cell.sample) {
        paintSkeleton(painter, area);
        paintSkeleton(painter, {name.left(), name.top() + 3, name.width() * 2 / 3, name.height() - 6});
        return;
    }
    const QRect picture = paintPicture(painter, cell, area);
    paintOutlines(painter, cell, picture);
    paintMarks(painter, cell, area);
    paintLikeness(painter, cell, area);
    paintTick(painter, cell);
    painter.setFont(m_font);
    painter.setPen(cell.sample->isMissing ? colours.textMuted : colours.text);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     names.elidedText(cell.sample->name, Qt::ElideMiddle, name.width()));
    paintChips(painter, cell, chipArea(cell, true));
}

QRect CellPainter::paintPicture(QPainter& painter, const Cell& cell, const QRect& area) const
{
    const common::ThemeColours& colours = common::colours();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.canvas);
    painter.drawRoundedRect(area, kPictureRadius, kPictureRadius);
    const QPixmap& pixmap = cell.thumbnail.pixmap;
    if (cell.thumbnail.state != ThumbnailState::Ready || pixmap.isNull()) {
        const int side = qMin(32, area.height() / 2);
        const QRect symbol(area.center() - QPoint(side / 2, side / 2), QSize(side, side));
        const bool isBroken = cell.thumbnail.state == ThumbnailState::Broken || cell.sample->isMissing;
        painter.setOpacity(isBroken ? 1.0 : 0.35);
        (isBroken ? m_broken : m_image).paint(&painter, symbol);
        painter.setOpacity(1.0);
        return {};
    }
    // A small picture is enlarged up to twice: an icon-sized one would be lost in its cell.
    const QSize real = cell.sample->width > 0 ? QSize(cell.sample->width, cell.sample->height) : pixmap.size();
    const QSize shown = fitted(real * 2, area.size());
    QRect target(QPoint(), pixmap.size().scaled(shown, Qt::KeepAspectRatio));
    target.moveCenter(area.center());
    painter.setOpacity(cell.sample->isMissing ? 0.4 : 1.0);
    painter.drawPixmap(target, pixmap);
    painter.setOpacity(1.0);
    return target;
}

void CellPainter::paintOutlines(QPainter& painter, const Cell& cell, const QRect& picture) const
{
    if (cell.outlines) {
        gallery::paintOutlines(painter, *cell.outlines, m_labels, {cell.sample->width, cell.sample->height}, picture);
    }
}

void CellPainter::paintMarks(QPainter& painter, const Cell& cell, const QRect& area) const
{
    const common::ThemeColours& colours = common::colours();
    const int side = markSide(area);
    const int inset = side / 5;
    QRect mark(area.right() - side - side / 4 + 1, area.top() + side / 4, side, side);
    const auto paintMark = [&](const QIcon& icon, const QColor& ground) {
        painter.setPen(QPen(QColor(0, 0, 0, 60), 1));
        painter.setBrush(ground);
        painter.drawEllipse(QRectF(mark).adjusted(0.5, 0.5, -0.5, -0.5));
        icon.paint(&painter, mark.adjusted(inset, inset, -inset, -inset));
        mark.translate(-side - 4, 0);
    };
    // White symbols: the grounds are darkened so that they stay readable in both themes.
    if (cell.sample->state == domain::SampleState::Labelled) {
        paintMark(m_labelled, QColor(0x1f, 0x8a, 0x4c));
    } else if (cell.sample->state == domain::SampleState::ToConfirm) {
        paintMark(m_toConfirm, QColor(0x2f, 0x6f, 0xd0));
    }
    if (cell.sample->isHard) {
        paintMark(m_hard, QColor(0xb8, 0x6e, 0x00));
    }
    if (cell.sample->isMissing) {
        paintMark(m_missing, colours.danger.darker(common::isDark() ? 150 : 100));
    }
}

void CellPainter::paintLikeness(QPainter& painter, const Cell& cell, const QRect& area) const
{
    const std::optional<double> confidence = doubt(cell);
    if (!cell.likeness && !confidence) {
        return;
    }
    const common::ThemeColours& colours = common::colours();
    const double share = cell.likeness ? double(*cell.likeness) : *confidence;
    //: likeness of two pictures, or confidence of a model, in per cent
    const QString text = cell.isKept ? Words::tr("Keep") : Words::tr("%1%").arg(qFloor(share * 100));
    const QFontMetrics metrics(m_small);
    const QSize size(metrics.horizontalAdvance(text) + 12, metrics.height() + 4);
    const QRect pill(QPoint(area.left() + 5, area.bottom() - size.height() - 4), size);
    const QColor ground = cell.isKept ? colours.accent : QColor(0, 0, 0, 170);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter.setFont(m_small);
    painter.setPen(cell.isKept ? colours.accentText : QColor(Qt::white));
    painter.drawText(pill, Qt::AlignCenter, text);
}

void CellPainter::paintSection(QPainter& painter, const QRect& rect, int number, const QString& facts) const
{
    const common::ThemeColours& colours = common::colours();
    const QRect line = rect.adjusted(0, kSectionGap, 0, 0);
    QFont bold = m_font;
    bold.setWeight(QFont::DemiBold);
    //: title of a group of near-duplicates, %1 its number
    const QString title = Words::tr("Group %1").arg(number);
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
    painter.setFont(m_small);
    painter.setPen(colours.textMuted);
    painter.drawText(line.adjusted(QFontMetrics(bold).horizontalAdvance(title) + 10, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, facts);
}

void CellPainter::paintTick(QPainter& painter, const Cell& cell) const
{
    if (!cell.isSelected && !cell.isHovered) {
        return;
    }
    const common::ThemeColours& colours = common::colours();
    const QRect tick = tickRect(cell.rect);
    painter.setPen(QPen(cell.isSelected ? colours.accent : QColor(255, 255, 255, 220), 1.5));
    painter.setBrush(cell.isSelected ? colours.accent : QColor(0, 0, 0, 110));
    painter.drawRoundedRect(QRectF(tick).adjusted(1, 1, -1, -1), 5, 5);
    if (cell.isSelected) {
        const int inset = tick.width() / 5;
        m_tick.paint(&painter, tick.adjusted(inset, inset, -inset, -inset));
    }
}

QRect CellPainter::chipArea(const Cell& cell, bool isGrid) const
{
    if (!isGrid) {
        return columnsOf(cell.rect).labels;
    }
    const QRect area = pictureArea(cell.rect);
    return {area.left(), area.bottom() + 5 + QFontMetrics(m_font).height() + 2, area.width(), m_chips.height()};
}

void CellPainter::paintChips(QPainter& painter, const Cell& cell, const QRect& area) const
{
    if (cell.labels) {
        m_chips.paint(painter, *cell.labels, area);
    } else {
        paintSkeleton(painter, {area.left(), area.top() + 3, area.width() / 3, area.height() - 6});
    }
}

domain::LabelId CellPainter::chipAt(const Cell& cell, bool isGrid, const QPoint& at) const
{
    return cell.labels ? m_chips.labelAt(*cell.labels, chipArea(cell, isGrid), at) : domain::LabelId();
}

void CellPainter::paintSkeleton(QPainter& painter, const QRect& area) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(common::blended(common::colours().window, common::colours().text, 0.07));
    painter.drawRoundedRect(area, kPictureRadius, kPictureRadius);
}

CellPainter::Columns CellPainter::columnsOf(const QRect& row) const
{
    // Narrow lists give up what says least.
    const int stateWidth = 116;
    const int sizeWidth = row.width() >= 620 ? 104 : 0;
    const int changedWidth = row.width() >= 780 ? 132 : 0;
    Columns columns;
    int left = row.left() + 2 * kPad;
    const auto take = [&](int width) {
        const QRect column(left, row.top(), qMax(0, width - 12), row.height());
        left += width;
        return column;
    };
    columns.thumbnail = take(kRowEdge + 16);
    const int rest = row.right() - left - stateWidth - sizeWidth - changedWidth;
    columns.name = take(rest * 11 / 20);
    columns.labels = take(rest - rest * 11 / 20);
    columns.state = take(stateWidth);
    columns.size = take(sizeWidth);
    columns.changed = take(changedWidth);
    return columns;
}

void CellPainter::paintListRow(QPainter& painter, const Cell& cell) const
{
    const common::ThemeColours& colours = common::colours();
    Cell inset = cell;
    inset.rect = cell.rect.adjusted(2, 1, -2, -1);
    paintGround(painter, inset, common::kRadius);
    const Columns columns = columnsOf(cell.rect);
    if (!cell.sample) {
        paintSkeleton(painter, columns.thumbnail.adjusted(0, 5, 0, -5));
        paintSkeleton(painter, columns.name.adjusted(0, 14, -columns.name.width() / 3, -14));
        return;
    }
    paintOutlines(painter, cell, paintPicture(painter, cell, columns.thumbnail.adjusted(0, 4, 0, -4)));
    const QFontMetrics names(m_font);
    const bool hasFolder = !cell.sample->folder.isEmpty();
    const int pill = cell.likeness || doubt(cell) ? 68 : 0;
    const QRect name = (hasFolder ? columns.name.adjusted(0, 3, 0, -columns.name.height() / 2) : columns.name)
                           .adjusted(0, 0, -pill, 0);
    painter.setFont(m_font);
    painter.setPen(colours.text);
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     names.elidedText(cell.sample->name, Qt::ElideMiddle, name.width()));
    painter.setFont(m_small);
    painter.setPen(colours.textMuted);
    const QFontMetrics small(m_small);
    if (hasFolder) {
        painter.drawText(columns.name.adjusted(0, columns.name.height() / 2, 0, -3), Qt::AlignVCenter | Qt::AlignLeft,
                         small.elidedText(cell.sample->folder, Qt::ElideMiddle, columns.name.width()));
    }
    painter.drawText(columns.size, Qt::AlignVCenter | Qt::AlignLeft,
                     items::pixelsText(cell.sample->width, cell.sample->height));
    if (columns.changed.width() > 0) {
        painter.drawText(
            columns.changed, Qt::AlignVCenter | Qt::AlignLeft,
            small.elidedText(items::timeText(cell.sample->changedAt), Qt::ElideRight, columns.changed.width()));
    }
    paintLikeness(painter, cell, columns.name.adjusted(columns.name.width() - 64, 0, 0, -(columns.name.height() - 37)));
    paintState(painter, cell, columns.state);
    paintChips(painter, cell, columns.labels);
}

void CellPainter::paintState(QPainter& painter, const Cell& cell, const QRect& area) const
{
    const common::ThemeColours& colours = common::colours();
    const QColor colour = cell.sample->isMissing                                 ? colours.danger
                          : cell.sample->state == domain::SampleState::Labelled  ? colours.success
                          : cell.sample->state == domain::SampleState::ToConfirm ? colours.accent
                                                                                 : colours.textMuted;
    const QRectF dot(area.left(), area.center().y() - kDot / 2 + 1, kDot, kDot);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(cell.sample->state == domain::SampleState::Unlabelled && !cell.sample->isMissing ? QBrush()
                                                                                                      : QBrush(colour));
    painter.drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(m_small);
    painter.setPen(colours.text);
    QRect text = area.adjusted(kDot + 6, 0, 0, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     cell.sample->isMissing ? Words::tr("File missing") : items::stateText(cell.sample->state));
    if (cell.sample->isHard) {
        common::icon(QStringLiteral("hard"), colours.warning)
            .paint(&painter, QRect(area.right() - 15, area.center().y() - 7, 16, 16));
    }
}

void CellPainter::paintHeader(QPainter& painter, const QRect& rect) const
{
    const common::ThemeColours& colours = common::colours();
    painter.fillRect(rect, colours.raised);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border);
    const Columns columns = columnsOf(rect);
    QFont font = m_small;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.textMuted);
    const auto title = [&](const QRect& column, const QString& text) {
        if (column.width() > 0) {
            painter.drawText(column, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
        }
    };
    title(columns.name, Words::tr("File"));
    title(columns.labels, Words::tr("Labels"));
    title(columns.state, Words::tr("State"));
    title(columns.size, Words::tr("Size"));
    title(columns.changed, Words::tr("Last change"));
}

} // namespace lw::gallery
