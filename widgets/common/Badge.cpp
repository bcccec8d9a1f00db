// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints a pill with text that stays readable on its colour.
#include "widgets/common/Badge.h"

#include "widgets/common/Theme.h"

#include <QPainter>

namespace lw::common {

namespace {

constexpr int kSidePadding = 8;
constexpr int kEndPadding = 2;

QFont badgeFont(const QFont& base)
{
    QFont font = base;
    font.setPixelSize(12);
    return font;
}

QColor inkOf(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::Accent:
        return colours().accent;
    case BadgeKind::Success:
        return colours().success;
    case BadgeKind::Warning:
        return colours().warning;
    case BadgeKind::Danger:
        return colours().danger;
    case BadgeKind::Neutral:
        break;
    }
    return colours().textMuted;
}

} // namespace

Badge::Badge(const QString& text, BadgeKind kind, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
    setKind(kind);
}

Badge::Badge(const QString& text, const QColor& fill, QWidget* parent) : Badge(text, BadgeKind::Neutral, parent)
{
    setFill(fill);
}

void Badge::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setKind(BadgeKind kind)
{
    m_ink = inkOf(kind);
    m_fill = blended(colours().surface, m_ink, 0.14);
    update();
}

void Badge::setFill(const QColor& fill)
{
    m_fill = fill;
    m_ink = readableOn(fill);
    update();
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont(font()));
    const int height = metrics.height() + 2 * kEndPadding;
    return {qMax(height, metrics.horizontalAdvance(m_text) + 1 + 2 * kSidePadding), height};
}

QSize Badge::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), sizeHint().height() * 2), sizeHint().height()};
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_fill);
    painter.setOpacity(isEnabled() ? 1.0 : 0.5);
    const int height = sizeHint().height();
    const QRect pill(0, (this->height() - height) / 2, width(), height);
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setPen(m_ink);
    painter.setFont(badgeFont(font()));
    const QRect inner = pill.adjusted(kSidePadding - 1, 0, 1 - kSidePadding, 0);
    const bool fits = sizeHint().width() <= width();
    painter.drawText(fits ? pill : inner, Qt::AlignCenter,
                     fits ? m_text : painter.fontMetrics().elidedText(m_text, Qt::ElideRight, inner.width()));
}

} // namespace lw::common
