// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints a ring of progress.
#include "widgets/charts/ProgressRing.h"

#include "models/items/Texts.h"
#include "widgets/common/Theme.h"

#include <QPainter>

namespace lw::charts {

namespace {

constexpr int kFullCircle = 360 * 16;
constexpr int kTop = 90 * 16;
constexpr int kLeastForText = 48;

} // namespace

ProgressRing::ProgressRing(int diameter, QWidget* parent) : QWidget(parent), m_diameter(diameter)
{
    setObjectName(QStringLiteral("progressRing"));
    setFixedSize(diameter, diameter);
    setProgress(0, 0);
}

void ProgressRing::setProgress(qint64 done, qint64 total)
{
    m_done = done;
    m_total = total;
    setAccessibleName(tr("%L1 of %L2 labelled").arg(done).arg(total));
    setToolTip(accessibleName());
    update();
}

double ProgressRing::share() const
{
    return m_total <= 0 ? 0.0 : qBound(0.0, static_cast<double>(m_done) / static_cast<double>(m_total), 1.0);
}

void ProgressRing::paintEvent(QPaintEvent*)
{
    const common::ThemeColours& colours = common::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = qMax(3.0, m_diameter / 11.0);
    const QRectF ring = QRectF(rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter.setPen(QPen(common::blended(colours.surface, colours.text, 0.1), stroke));
    painter.drawEllipse(ring);
    const bool isComplete = m_total > 0 && m_done >= m_total;
    if (m_done > 0) {
        painter.setPen(QPen(isComplete ? colours.success : colours.accent, stroke, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(ring, kTop, -qMax(1, qRound(share() * kFullCircle)));
    }
    if (m_diameter >= kLeastForText) {
        QFont text = font();
        text.setPixelSize(qMax(11, m_diameter / 5));
        text.setWeight(QFont::DemiBold);
        painter.setFont(text);
        painter.setPen(colours.text);
        // Never "100%" while something is left to do.
        painter.drawText(rect(), Qt::AlignCenter, items::percentText(isComplete ? 1.0 : qMin(share(), 0.99)));
    }
}

} // namespace lw::charts
