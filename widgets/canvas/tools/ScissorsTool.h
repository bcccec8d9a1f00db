// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws polygons whose lines follow the edges of the picture.
#pragma once

#include "widgets/canvas/VisionService.h"
#include "widgets/canvas/tools/DrawTool.h"

#include <memory>
#include <vector>

namespace lw::canvas {

/// Between two clicks the line runs along edges; while these are not known yet, or Shift is held, it is straight.
class ScissorsTool final : public DrawTool {
public:
    using DrawTool::DrawTool;

    void press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    void doubleClick(const ToolEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    [[nodiscard]] bool wantsKey(const QKeyEvent& event) const override;
    bool cancel() override;
    bool stepBack() override;
    [[nodiscard]] bool isBusy() const override { return !m_anchors.empty(); }
    void paint(QPainter& painter) override;

protected:
    [[nodiscard]] std::optional<domain::Shape> draft() const override { return std::nullopt; }

private:
    /// Where a click stands in m_points.
    struct Anchor {
        domain::ImagePoint at;
        size_t end; ///< points up to and with it
    };

    void addAnchor(domain::ImagePoint at);
    void followFromLastAnchor();
    void requestEdges();
    [[nodiscard]] std::vector<domain::ImagePoint> pathTo(domain::ImagePoint to, bool isStraight);
    void finish();
    [[nodiscard]] bool closesAt(ViewPoint at) const;

    std::vector<Anchor> m_anchors;
    std::vector<domain::ImagePoint> m_points;  ///< the outline so far
    std::vector<domain::ImagePoint> m_pending; ///< from the last anchor to the cursor
    std::shared_ptr<EdgeFollower> m_follower;
    std::unique_ptr<QObject> m_question;
    bool m_isClosing = false; ///< the press was on the first point
};

} // namespace lw::canvas
