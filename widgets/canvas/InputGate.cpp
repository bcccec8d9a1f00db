// SPDX-License-Identifier: GPL-3.0-or-later
//! A queue of copied events and postponed actions.
#include "widgets/canvas/InputGate.h"

#include <QScopedValueRollback>

#include <utility>

namespace lw::canvas {

namespace {

/// Kinds of input that can begin or finish a gesture.
bool isGesture(QEvent::Type type)
{
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        return true;
    default:
        return false;
    }
}

} // namespace

InputGate::InputGate(std::function<bool()> isBlocked, std::function<void(QEvent&)> deliver, QObject* parent)
    : QObject(parent), m_isBlocked(std::move(isBlocked)), m_deliver(std::move(deliver))
{
}

InputGate::~InputGate() = default;

bool InputGate::keeps(const QEvent& event)
{
    if (m_isReleasing) {
        return false;
    }
    const bool isLate = isGesture(event.type()) && (isHolding() || m_isBlocked());
    const bool followsOther = event.type() == QEvent::MouseMove && isHolding();
    if (!isLate && !followsOther) {
        return false;
    }
    m_queue.emplace_back(std::unique_ptr<QEvent>(event.clone()));
    return true;
}

void InputGate::run(std::function<void()> action)
{
    if (!m_isReleasing && (isHolding() || m_isBlocked())) {
        m_queue.emplace_back(std::move(action));
    } else {
        action();
    }
}

void InputGate::release()
{
    // An action that is replayed may end a write itself; the loop below goes on anyway.
    if (m_isReleasing) {
        return;
    }
    while (isHolding() && !m_isBlocked()) {
        const QScopedValueRollback<bool> guard(m_isReleasing, true);
        const Entry entry = std::exchange(m_queue.front(), Entry());
        m_queue.pop_front();
        if (const auto* event = std::get_if<std::unique_ptr<QEvent>>(&entry)) {
            m_deliver(**event);
        } else {
            std::get<std::function<void()>>(entry)();
        }
    }
}

} // namespace lw::canvas
