// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints the chips.
#include "app/studio/canvas/LabelLine.h"

#include "models/document/LabelSet.h"
#include "widgets/common/Theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace lw::studio {

namespace {

constexpr int kMargin = 12;
constexpr int kHeight = 40;

QFont largeFont(QFont font)
{
    font.setPixelSize(15);
    return font;
}

} // namespace

LabelLine::LabelLine(const document::LabelSet& labels, QWidget* parent)
    : QFrame(parent), m_set(labels), m_chips(labels, largeFont(font()))
{
    setObjectName(QStringLiteral("labelLine"));
    setAccessibleName(tr("Labels of the picture"));
    setToolTip(tr("Click a label to take it off"));
    common::setRole(this, "bar");
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&labels, &document::LabelSet::changed, this, qOverload<>(&QWidget::update));
}

QSize LabelLine::sizeHint() const
{
    return {200, kHeight};
}

QRect LabelLine::area() const
{
    return rect().adjusted(kMargin, 0, -kMargin, 0);
}

void LabelLine::setLabels(const QList<domain::LabelId>& labels)
{
    m_labels.clear();
    QStringList names;
    for (domain::LabelId id : labels) {
        m_labels.append({id, 1});
        const domain::Label* label = m_set.find(id);
        names.append(label ? label->name : QString());
    }
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    update();
}

void LabelLine::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_labels.isEmpty()) {
        painter.setPen(common::colours().textMuted);
        painter.drawText(area(), Qt::AlignVCenter | Qt::AlignLeft, tr("No label yet"));
    } else {
        m_chips.paint(painter, m_labels, area());
    }
}

void LabelLine::mouseReleaseEvent(QMouseEvent* event)
{
    const domain::LabelId label = m_chips.labelAt(m_labels, area(), event->position().toPoint());
    if (event->button() == Qt::LeftButton && label.isValid()) {
        Q_EMIT labelClicked(label);
    }
}

} // namespace lw::studio
