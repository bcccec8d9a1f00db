// SPDX-License-Identifier: GPL-3.0-or-later
//! Moves the selection, or one grabbed handle, by arrow keys: from the first key press to the last release is one step.
#pragma once

#include "widgets/canvas/Tool.h"

#include <QSet>

#include <optional>

class QKeyEvent;

namespace lw::canvas {

class Nudge final {
public:
    explicit Nudge(ToolContext& context) : m_context(context) {}

    /// True if the key was an arrow. `handle` is the grabbed handle of the one selected shape.
    bool keyPress(const QKeyEvent& event, std::optional<int> handle);
    /// Writes the step when the last arrow key is let go.
    bool keyRelease(const QKeyEvent& event);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Writes what was moved so far.
    void finish();
    void cancel();

private:
    void begin();
    void show(std::optional<int> handle);

    ToolContext& m_context;
    bool m_isBusy = false;
    QSet<int> m_held;
    QPointF m_delta; ///< picture pixels
    Ids m_ids;
    std::vector<domain::Shape> m_originals;
};

/// (0, 0) for keys that are no arrows, else one step in that direction.
[[nodiscard]] QPointF arrowStep(int key);

} // namespace lw::canvas
