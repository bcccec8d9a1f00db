// SPDX-License-Identifier: GPL-3.0-or-later
//! Painting, mouse and keys of the board.
#include "widgets/dialogs/SkeletonBoard.h"

#include "models/items/ShapeTexts.h"
#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lw::dialogs {

namespace {

constexpr double kMargin = 20;
constexpr double kJoint = 8;
constexpr double kReach = 11;
constexpr double kStep = 0.01; ///< of the board, for arrow keys
constexpr double kLargeStep = 0.05;

} // namespace

SkeletonBoard::SkeletonBoard(SkeletonDraft& draft, QWidget* parent) : QWidget(parent), m_draft(draft)
{
    setObjectName(QStringLiteral("skeletonBoard"));
    setAccessibleName(tr("Board with the joints"));
    setAccessibleDescription(tr("Insert adds a joint, arrow keys move it, Delete removes it, Page Up and Page Down "
                                "select the others."));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 220);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SkeletonBoard::select(int joint)
{
    const int valid = joint >= 0 && joint < m_draft.count() ? joint : -1;
    if (valid != m_selected) {
        m_selected = valid;
        Q_EMIT selectionChanged(valid);
    }
    update();
}

void SkeletonBoard::setDrawingBones(bool isDrawing)
{
    m_drawsBones = isDrawing;
    setCursor(isDrawing ? Qt::CrossCursor : Qt::ArrowCursor);
}

QRectF SkeletonBoard::board() const
{
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

QPointF SkeletonBoard::positionOf(int joint) const
{
    const domain::JointPlace& place = m_draft.layout().places[size_t(joint)];
    const QRectF area = board();
    return {area.left() + place.x * area.width(), area.top() + place.y * area.height()};
}

domain::JointPlace SkeletonBoard::placeAt(QPointF at) const
{
    const QRectF area = board();
    return {(at.x() - area.left()) / area.width(), (at.y() - area.top()) / area.height()};
}

int SkeletonBoard::jointAt(QPointF at) const
{
    int best = -1;
    double least = kReach;
    for (int joint = 0; joint < m_draft.count(); ++joint) {
        const QPointF d = positionOf(joint) - at;
        if (std::hypot(d.x(), d.y()) <= least) {
            least = std::hypot(d.x(), d.y());
            best = joint;
        }
    }
    return best;
}

void SkeletonBoard::paintEvent(QPaintEvent*)
{
    const common::ThemeColours& colours = common::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.border, hasFocus() ? 2 : 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), common::kRadius, common::kRadius);
    painter.setPen(QPen(colours.textMuted, 2, Qt::SolidLine, Qt::RoundCap));
    for (const auto& [a, b] : m_draft.layout().bones) {
        painter.drawLine(positionOf(a), positionOf(b));
    }
    if (m_boneTo && m_selected >= 0) {
        painter.setPen(QPen(colours.accent, 2, Qt::DashLine, Qt::RoundCap));
        painter.drawLine(positionOf(m_selected), *m_boneTo);
    }
    QFont small = font();
    small.setPixelSize(10);
    small.setBold(true);
    painter.setFont(small);
    for (int joint = 0; joint < m_draft.count(); ++joint) {
        const bool isSelected = joint == m_selected;
        const QPointF at = positionOf(joint);
        painter.setPen(QPen(colours.surface, 1.5));
        painter.setBrush(isSelected ? colours.accent : colours.text);
        painter.drawEllipse(at, kJoint, kJoint);
        painter.setPen(isSelected ? colours.accentText : colours.surface);
        painter.drawText(QRectF(at.x() - kJoint, at.y() - kJoint, 2 * kJoint, 2 * kJoint), Qt::AlignCenter,
                         QString::number(joint + 1));
    }
    paintName(painter);
    if (m_draft.count() == 0) {
        painter.setPen(colours.textMuted);
        painter.drawText(board(), Qt::AlignCenter | Qt::TextWordWrap, tr("Click to add the first joint."));
    }
}

/// The table beside the board has all names; here they would cover the bones.
void SkeletonBoard::paintName(QPainter& painter)
{
    if (m_selected < 0) {
        return;
    }
    const common::ThemeColours& colours = common::colours();
    const QString text = items::jointName(m_draft.layout(), m_selected);
    const QPointF at = positionOf(m_selected);
    const QFontMetrics metrics(font());
    const QSizeF size(metrics.horizontalAdvance(text) + 12, metrics.height() + 4);
    const bool isLeft = at.x() + kJoint + 6 + size.width() > width();
    const QRectF plate(QPointF(isLeft ? at.x() - kJoint - 6 - size.width() : at.x() + kJoint + 6,
                               at.y() - size.height() / 2),
                       size);
    painter.setFont(font());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(colours.accentText);
    painter.drawText(plate, Qt::AlignCenter, text);
}

void SkeletonBoard::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const int joint = jointAt(event->position());
    if (joint < 0) {
        if (!m_drawsBones) {
            const int added = m_draft.addJoint(placeAt(event->position()));
            Q_EMIT edited();
            select(added);
            m_isMoving = true;
        }
        return;
    }
    select(joint);
    if (m_drawsBones || event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_boneTo = event->position();
    } else {
        m_isMoving = true;
    }
}

void SkeletonBoard::mouseMoveEvent(QMouseEvent* event)
{
    if (m_boneTo) {
        m_boneTo = event->position();
        update();
    } else if (m_isMoving && m_selected >= 0) {
        m_draft.move(m_selected, placeAt(event->position()));
        Q_EMIT edited();
        update();
    }
}

void SkeletonBoard::mouseReleaseEvent(QMouseEvent* event)
{
    m_isMoving = false;
    if (!m_boneTo) {
        return;
    }
    m_boneTo.reset();
    const int other = jointAt(event->position());
    if (other >= 0 && other != m_selected) {
        m_draft.toggleBone(m_selected, other);
        Q_EMIT edited();
    }
    update();
}

void SkeletonBoard::keyPressEvent(QKeyEvent* event)
{
    const int count = m_draft.count();
    switch (event->key()) {
    case Qt::Key_Insert:
        addJoint();
        return;
    case Qt::Key_Delete:
        removeSelected();
        return;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (count > 0) {
            const int step = event->key() == Qt::Key_PageDown ? 1 : -1;
            select(m_selected < 0 ? (step > 0 ? 0 : count - 1) : (m_selected + step + count) % count);
        }
        return;
    default:
        if (!moveByKey(*event)) {
            QWidget::keyPressEvent(event);
        }
    }
}

bool SkeletonBoard::moveByKey(const QKeyEvent& event)
{
    const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? kLargeStep : kStep;
    const double x = event.key() == Qt::Key_Left ? -step : event.key() == Qt::Key_Right ? step : 0;
    const double y = event.key() == Qt::Key_Up ? -step : event.key() == Qt::Key_Down ? step : 0;
    if ((x == 0 && y == 0) || m_selected < 0) {
        return false;
    }
    const domain::JointPlace& place = m_draft.layout().places[size_t(m_selected)];
    m_draft.move(m_selected, {place.x + x, place.y + y});
    Q_EMIT edited();
    update();
    return true;
}

void SkeletonBoard::addJoint()
{
    const bool hasOne = m_selected >= 0;
    const domain::JointPlace from = hasOne ? m_draft.layout().places[size_t(m_selected)] : domain::JointPlace{0.5, 0.4};
    const int added = m_draft.addJoint({from.x, from.y + 0.1});
    Q_EMIT edited();
    select(added);
}

void SkeletonBoard::removeSelected()
{
    if (m_selected >= 0) {
        const int joint = m_selected;
        m_draft.removeJoint(joint);
        m_selected = -1;
        Q_EMIT edited();
        select(std::min(joint, m_draft.count() - 1));
    }
}

} // namespace lw::dialogs
