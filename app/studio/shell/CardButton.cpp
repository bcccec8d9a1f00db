// SPDX-License-Identifier: GPL-3.0-or-later
//! Painted by hand: style sheets give push buttons one height.
#include "app/studio/shell/CardButton.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace lw::studio {

namespace {

constexpr int kPadding = 14;
constexpr int kLineHeight = 60;
constexpr int kNumberHeight = 76;
constexpr int kIcon = 24;
constexpr int kSmallIcon = 16;
constexpr double kRound = 10;

QFont scaledFont(const QFont& base, double factor, bool isBold)
{
    QFont font = base;
    font.setPixelSize(int(QFontInfo(base).pixelSize() * factor));
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

CardButton::CardButton(Look look, const QString& icon, const QString& text, const QString& note, QWidget* parent)
    : QAbstractButton(parent), m_look(look), m_icon(icon), m_note(note)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(look == Look::Line ? text : note);
    setAccessibleDescription(look == Look::Line ? note : text);
}

void CardButton::setStrongText(const QString& text)
{
    setText(text);
    if (m_look == Look::Number) {
        setAccessibleDescription(text);
    }
    updateGeometry();
    update();
}

QSize CardButton::sizeHint() const
{
    return {m_look == Look::Line ? 280 : 140, m_look == Look::Line ? kLineHeight : kNumberHeight};
}

QSize CardButton::minimumSizeHint() const
{
    return {m_look == Look::Line ? 160 : 92, sizeHint().height()};
}

void CardButton::paintEvent(QPaintEvent*)
{
    const auto& colours = common::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = isEnabled() && (underMouse() || hasFocus());
    painter.setPen(QPen(isLit ? colours.accent : colours.border, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? colours.hover : colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRound, kRound);
    m_look == Look::Line ? paintLine(painter) : paintNumber(painter);
}

void CardButton::paintLine(QPainter& painter) const
{
    const auto& colours = common::colours();
    const QRect icon(kPadding, (height() - kIcon) / 2, kIcon, kIcon);
    common::icon(m_icon, isEnabled() ? colours.accent : colours.textMuted).paint(&painter, icon);
    const int left = icon.right() + kPadding;
    const QRect words(left, 0, width() - left - kPadding, height());
    painter.setFont(scaledFont(font(), 1.07, true));
    painter.setPen(isEnabled() ? colours.text : colours.textMuted);
    drawText(painter, words.adjusted(0, 9, 0, -height() / 2), text(), Qt::ElideMiddle);
    painter.setFont(font());
    painter.setPen(colours.textMuted);
    drawText(painter, words.adjusted(0, height() / 2, 0, -9), m_note, Qt::ElideMiddle);
}

void CardButton::paintNumber(QPainter& painter) const
{
    const auto& colours = common::colours();
    const QRect words = rect().adjusted(kPadding, 8, -kPadding, -8);
    painter.setFont(scaledFont(font(), 1.75, true));
    painter.setPen(colours.text);
    drawText(painter, words.adjusted(0, 0, 0, -24), text(), Qt::ElideRight);
    const QRect icon(words.left(), words.bottom() - kSmallIcon - 2, kSmallIcon, kSmallIcon);
    common::icon(m_icon, colours.textMuted).paint(&painter, icon);
    painter.setFont(font());
    painter.setPen(colours.textMuted);
    drawText(painter, QRect(icon.right() + 6, icon.top() - 2, words.right() - icon.right() - 6, kSmallIcon + 4), m_note,
             Qt::ElideRight);
}

void CardButton::drawText(QPainter& painter, const QRect& rect, const QString& text, Qt::TextElideMode mode) const
{
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, mode, rect.width()));
}

void CardButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CardButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void CardButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace lw::studio
