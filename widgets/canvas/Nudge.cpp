// SPDX-License-Identifier: GPL-3.0-or-later
//! Arrow key steps as a preview that is committed at the end.
#include "widgets/canvas/Nudge.h"

#include "widgets/canvas/Handles.h"
#include "widgets/canvas/Interaction.h"

#include <QKeyEvent>

#include <cmath>

namespace lw::canvas {

namespace {

constexpr double kLargeStep = 10; // picture pixels

} // namespace

QPointF arrowStep(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

bool Nudge::keyPress(const QKeyEvent& event, std::optional<int> handle)
{
    const QPointF step = arrowStep(event.key());
    const Qt::KeyboardModifiers others = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (step.isNull() || others != Qt::NoModifier || m_context.scene().selection().empty()) {
        return false;
    }
    if (!m_isBusy) {
        begin();
    }
    if (m_ids.empty()) {
        finish();
        return true;
    }
    m_held.insert(event.key());
    m_delta += step * (event.modifiers().testFlag(Qt::ShiftModifier) ? kLargeStep : 1);
    show(handle);
    return true;
}

bool Nudge::keyRelease(const QKeyEvent& event)
{
    if (!m_isBusy || arrowStep(event.key()).isNull() || event.isAutoRepeat()) {
        return false;
    }
    m_held.remove(event.key());
    if (m_held.isEmpty()) {
        finish();
    }
    return true;
}

void Nudge::finish()
{
    if (m_isBusy) {
        m_isBusy = false;
        m_held.clear();
        m_context.scene().commitPreview();
    }
}

void Nudge::cancel()
{
    if (m_isBusy) {
        m_isBusy = false;
        m_held.clear();
        m_context.scene().clearPreview();
    }
}

void Nudge::begin()
{
    CanvasScene& scene = m_context.scene();
    m_isBusy = true;
    m_delta = {};
    m_ids = scene.changeableSelection();
    m_originals.clear();
    for (domain::AnnotationId id : m_ids) {
        m_originals.push_back(scene.find(id)->shape);
    }
}

void Nudge::show(std::optional<int> handle)
{
    CanvasScene& scene = m_context.scene();
    std::vector<document::commands::Reshape> shapes;
    if (handle && m_ids.size() == 1) {
        if (isTurning(m_originals[0], *handle)) {
            const double degrees = m_delta.x() + m_delta.y();
            shapes.push_back({m_ids[0], turnedBy(m_originals[0], degrees * M_PI / 180)});
        }
        for (const Handle& candidate : handlesOf(m_originals[0])) {
            if (candidate.index == *handle && shapes.empty()) {
                const domain::ImagePoint to{candidate.at.x + m_delta.x(), candidate.at.y + m_delta.y()};
                const domain::Shape shape =
                    domain::clampedToImage(withHandleAt(m_originals[0], *handle, to, false),
                                           scene.pictureSize().width(), scene.pictureSize().height());
                shapes.push_back({m_ids[0], shape.isValid() ? shape : m_originals[0]});
            }
        }
    } else {
        double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
        for (const domain::Shape& shape : m_originals) {
            const QRectF r = shape.boundingRect();
            left = std::min(left, r.left());
            top = std::min(top, r.top());
            right = std::max(right, r.right());
            bottom = std::max(bottom, r.bottom());
        }
        m_delta = keptInPicture(m_delta, QRectF(QPointF(left, top), QPointF(right, bottom)), scene.pictureSize());
        for (size_t i = 0; i < m_ids.size(); ++i) {
            shapes.push_back({m_ids[i], m_originals[i].translated(m_delta.x(), m_delta.y())});
        }
    }
    scene.setPreview(shapes);
}

} // namespace lw::canvas
