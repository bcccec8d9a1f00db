// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps input back while a gesture is on its way to the disk, and hands it on in order afterwards.
#pragma once

#include <QEvent>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <variant>

namespace lw::canvas {

/// So a finished gesture is durable before the next one can finish, and yet nobody waits and no input is lost.
/// GUI thread only.
class InputGate final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputGate)

public:
    /// `isBlocked` says whether a write is under way; `deliver` takes events whose turn has come.
    InputGate(std::function<bool()> isBlocked, std::function<void(QEvent&)> deliver, QObject* parent = nullptr);
    ~InputGate() override;

    /// True if the event was kept (a copy of it); the caller must then not handle it. Mouse moves are only kept behind
    /// something else, so that the order stays.
    bool keeps(const QEvent& event);
    /// Runs `action` now, or when its turn comes.
    void run(std::function<void()> action);
    /// To be called when a write has ended: hands on what was kept until the next write begins.
    void release();
    [[nodiscard]] bool isHolding() const { return !m_queue.empty(); }

private:
    using Entry = std::variant<std::unique_ptr<QEvent>, std::function<void()>>;

    std::function<bool()> m_isBlocked;
    std::function<void(QEvent&)> m_deliver;
    std::deque<Entry> m_queue;
    bool m_isReleasing = false;
};

} // namespace lw::canvas
