// SPDX-License-Identifier: GPL-3.0-or-later
//! Lays a label's skeleton into a box; the joints of the one just drawn can be dragged at once.
#pragma once

#include "widgets/canvas/Interaction.h"
#include "widgets/canvas/tools/TwoPointTool.h"

#include <memory>
#include <vector>

namespace lw::canvas {

class SkeletonTool final : public TwoPointTool {
public:
    using TwoPointTool::TwoPointTool;

    void activate() override;
    void press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    bool cancel() override;
    [[nodiscard]] bool isBusy() const override { return m_joint || TwoPointTool::isBusy(); }
    void paint(QPainter& painter) override;
    [[nodiscard]] bool continuesShape() const override { return true; }
    [[nodiscard]] std::optional<int> grabbedHandle() const override;
    void grabAt(const ToolEvent& event) override;

protected:
    [[nodiscard]] domain::Shape shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                             Qt::KeyboardModifiers modifiers) const override;
    [[nodiscard]] QString measure() const override;
    [[nodiscard]] const domain::SkeletonLayout* draftSkeleton() const override { return &m_layout; }

private:
    /// The selected skeleton, if it may be changed.
    [[nodiscard]] const domain::Annotation* selected() const;
    /// Takes the joints of the label that will probably be taken; false (with a message) if no label has any.
    bool takeLayout();

    domain::SkeletonLayout m_layout;
    std::vector<domain::JointPlace> m_places;
    std::unique_ptr<Interaction> m_joint; ///< a joint being dragged
    domain::AnnotationId m_grabbedOn;
    std::optional<int> m_grabbed;
};

} // namespace lw::canvas
