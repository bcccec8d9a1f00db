// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints answers over and beside a picture.
#include "widgets/panels/AnswerView.h"

#include "models/items/Texts.h"
#include "widgets/common/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace lw::panels {

namespace {

constexpr int kSharesWidth = 220;
constexpr size_t kMostShares = 8;
constexpr int kShareHeight = 40;

const QColor& colourOf(const AnswerItem& item)
{
    const auto& chart = common::colours().chart;
    return chart[size_t(std::max(0, item.colour)) % chart.size()];
}

} // namespace

AnswerView::AnswerView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("answerView"));
    setAccessibleName(tr("Answer of the model"));
}

void AnswerView::setPicture(const QImage& picture, const QSize& size)
{
    m_picture = picture;
    m_size = size;
    update();
}

void AnswerView::setAnswers(const std::vector<AnswerItem>& answers)
{
    m_answers = answers;
    std::stable_sort(m_answers.begin(), m_answers.end(),
                     [](const AnswerItem& a, const AnswerItem& b) { return a.confidence > b.confidence; });
    describe();
    update();
}

void AnswerView::setLeastConfidence(double least)
{
    m_least = least;
    describe();
    update();
}

void AnswerView::setMessage(const QString& message)
{
    m_message = message;
    update();
}

int AnswerView::shownCount() const
{
    return int(std::count_if(m_answers.begin(), m_answers.end(), [this](const AnswerItem& each) {
        return each.box.isNull() || each.confidence >= m_least;
    }));
}

void AnswerView::describe()
{
    QStringList words;
    for (const AnswerItem& each : m_answers) {
        if ((each.box.isNull() || each.confidence >= m_least) && words.size() < 10) {
            words.append(tr("%1: %2").arg(each.label, items::percentText(each.confidence)));
        }
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void AnswerView::paintEvent(QPaintEvent*)
{
    const common::ThemeColours& colours = common::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.canvas);
    painter.drawRoundedRect(rect(), common::kRadius, common::kRadius);
    if (m_picture.isNull()) {
        painter.setPen(colours.textMuted);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const bool hasShares = std::any_of(m_answers.begin(), m_answers.end(),
                                       [](const AnswerItem& each) { return each.box.isNull(); });
    const int side = hasShares ? std::min(kSharesWidth, width() / 2) : 0;
    const QRectF room(8, 8, width() - 16 - side, height() - 16);
    const QSizeF size = QSizeF(m_picture.size()).scaled(room.size(), Qt::KeepAspectRatio);
    const QRectF target(room.center() - QPointF(size.width(), size.height()) / 2, size);
    painter.drawImage(target, m_picture);
    for (const AnswerItem& each : m_answers) {
        if (!each.box.isNull() && each.confidence >= m_least) {
            each.rings.isEmpty() ? paintBox(painter, each, target) : paintMask(painter, each, target);
        }
    }
    if (hasShares) {
        paintShares(painter, QRectF(width() - side, 0, side, height()));
    }
}

void AnswerView::paintBox(QPainter& painter, const AnswerItem& item, const QRectF& picture) const
{
    const double scale = picture.width() / std::max(1, m_size.width());
    const QRectF box(picture.topLeft() + item.box.topLeft() * scale, item.box.size() * scale);
    const QColor& colour = colourOf(item);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    paintTag(painter, item, box.topLeft());
}

void AnswerView::paintMask(QPainter& painter, const AnswerItem& item, const QRectF& picture) const
{
    const double scale = picture.width() / std::max(1, m_size.width());
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    QPointF top = picture.bottomLeft();
    for (const QPolygonF& ring : item.rings) {
        QPolygonF moved;
        for (const QPointF& point : ring) {
            moved.append(picture.topLeft() + point * scale);
            top = moved.back().y() < top.y() ? moved.back() : top;
        }
        path.addPolygon(moved);
        path.closeSubpath();
    }
    QColor fill = colourOf(item);
    fill.setAlphaF(0.35F);
    painter.setPen(QPen(colourOf(item), 1.5));
    painter.setBrush(fill);
    painter.drawPath(path);
    // Names of crumbs would hide the picture.
    constexpr double kLeastNamed = 28;
    if (std::min(item.box.width(), item.box.height()) * scale >= kLeastNamed) {
        paintTag(painter, item, top);
    }
}

void AnswerView::paintTag(QPainter& painter, const AnswerItem& item, const QPointF& at) const
{
    const QColor& colour = colourOf(item);
    QFont small = font();
    small.setPixelSize(12);
    painter.setFont(small);
    const QString text = tr("%1 %2", "label and confidence").arg(item.label, items::percentText(item.confidence));
    const QFontMetrics metrics(small);
    QRectF tag(at.x() - 1, at.y() - metrics.height() - 2, metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    if (tag.top() < 0) {
        tag.moveTop(at.y());
    }
    tag.moveRight(std::min(tag.right(), double(width())));
    painter.fillRect(tag, colour);
    painter.setPen(common::readableOn(colour));
    painter.drawText(tag, Qt::AlignCenter, text);
}

void AnswerView::paintShares(QPainter& painter, const QRectF& room) const
{
    const common::ThemeColours& colours = common::colours();
    double y = 16;
    size_t count = 0;
    for (const AnswerItem& each : m_answers) {
        if (!each.box.isNull() || count++ == kMostShares || y + kShareHeight > room.bottom()) {
            continue;
        }
        const QRectF line(room.left() + 8, y, room.width() - 24, kShareHeight - 8);
        painter.setPen(colours.text);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop,
                         fontMetrics().elidedText(each.label, Qt::ElideRight, int(line.width()) - 56));
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop, items::percentText(each.confidence));
        const QRectF bar(line.left(), line.bottom() - 8, line.width(), 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(common::blended(colours.canvas, colours.text, 0.15));
        painter.drawRoundedRect(bar, 3, 3);
        painter.setBrush(colourOf(each));
        painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(6.0, bar.width() * each.confidence), 6)), 3, 3);
        y += kShareHeight;
    }
}

} // namespace lw::panels
