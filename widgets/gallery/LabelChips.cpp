// SPDX-License-Identifier: GPL-3.0-or-later
//! Lays out, paints and hits label chips.
#include "widgets/gallery/LabelChips.h"

#include "models/document/LabelSet.h"
#include "widgets/common/Theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace lw::gallery {

namespace {

constexpr int kDot = 8;
constexpr int kSide = 6;
constexpr int kDotGap = 5;
constexpr int kGap = 4;
/// Fewer pixels than this for a name say nothing.
constexpr int kLeastName = 12;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::gallery::LabelChips)
};

} // namespace

int LabelChips::height() const
{
    return QFontMetrics(m_font).height() + 4;
}

std::vector<LabelChips::Chip> LabelChips::layOut(const QList<items::LabelCount>& labels, const QRect& area) const
{
    const QFontMetrics metrics(m_font);
    const int top = area.top() + (area.height() - height()) / 2;
    const int reserve = metrics.horizontalAdvance(QStringLiteral("+99")) + kSide;
    const int frame = 2 * kSide + kDot + kDotGap;
    std::vector<Chip> chips;
    int left = area.left();
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const domain::Label* label = m_labels.find(labels.at(i).label);
        const bool isLast = i + 1 == labels.size();
        const QString count = labels.at(i).count > 1 ? QStringLiteral(" %1").arg(labels.at(i).count) : QString();
        const int room = area.right() + 1 - left - (isLast ? 0 : reserve) - frame - metrics.horizontalAdvance(count);
        const QString name = label ? label->name : Words::tr("Unknown");
        // Shortened only when it is the first: half a name beside others says little.
        if (metrics.horizontalAdvance(name) > room && (i > 0 || room < kLeastName)) {
            const QString rest = QStringLiteral("+%1").arg(labels.size() - i);
            chips.push_back({{left, top, reserve, height()}, rest, {}, {}});
            break;
        }
        const QString text = QString(metrics.elidedText(name, Qt::ElideRight, room) + count);
        const int width = frame + metrics.horizontalAdvance(text);
        const QColor colour = label ? QColor::fromRgba(label->colour) : common::colours().textMuted;
        chips.push_back({{left, top, width, height()}, text, colour, labels.at(i).label});
        left += width + kGap;
    }
    return chips;
}

void LabelChips::paint(QPainter& painter, const QList<items::LabelCount>& labels, const QRect& area) const
{
    const common::ThemeColours& colours = common::colours();
    painter.setFont(m_font);
    for (const Chip& chip : layOut(labels, area)) {
        QRect text = chip.rect;
        if (chip.colour.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(common::blended(colours.surface, chip.colour, 0.18));
            painter.drawRoundedRect(chip.rect, chip.rect.height() / 2.0, chip.rect.height() / 2.0);
            painter.setBrush(chip.colour);
            painter.drawEllipse(QRectF(chip.rect.left() + kSide, chip.rect.center().y() - kDot / 2 + 1, kDot, kDot));
            text.adjust(kSide + kDot + kDotGap, 0, -kSide, 0);
        }
        painter.setPen(chip.colour.isValid() ? colours.text : colours.textMuted);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip, chip.text);
    }
}

domain::LabelId LabelChips::labelAt(const QList<items::LabelCount>& labels, const QRect& area, const QPoint& at) const
{
    for (const Chip& chip : layOut(labels, area)) {
        if (chip.rect.contains(at)) {
            return chip.label;
        }
    }
    return {};
}

} // namespace lw::gallery
