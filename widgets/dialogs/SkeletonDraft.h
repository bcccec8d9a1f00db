// SPDX-License-Identifier: GPL-3.0-or-later
//! A skeleton's layout while it is being edited.
#pragma once

#include "models/domain/Label.h"

#include <QList>

#include <vector>

namespace lw::dialogs {

/// Every joint has a place, and knows which joint of the layout before the edit it is.
class SkeletonDraft final {
public:
    SkeletonDraft() = default;
    /// `origins`: which joint of the first layout each one is, -1 for new ones; empty: each is itself.
    explicit SkeletonDraft(const domain::SkeletonLayout& layout, const std::vector<int>& origins = {});

    [[nodiscard]] const domain::SkeletonLayout& layout() const { return m_layout; }
    [[nodiscard]] const std::vector<int>& origins() const { return m_origins; }
    [[nodiscard]] int count() const { return int(m_layout.joints.size()); }

    /// Adds a joint with a name that is free yet; returns its number.
    int addJoint(domain::JointPlace place);
    /// Its bones go too.
    void removeJoint(int joint);
    void rename(int joint, const QString& name);
    /// Kept on the board.
    void move(int joint, domain::JointPlace place);
    /// Draws the bone, or takes it away.
    void toggleBone(int a, int b);
    /// Joints that have a bone to `joint`, ascending.
    [[nodiscard]] QList<int> neighbours(int joint) const;
    /// Gives `joint` bones to `others` only; numbers that are no other joint are ignored.
    void setNeighbours(int joint, const QList<int>& others);
    /// Takes another layout; joints of the same name stay the joints they are.
    void replace(const domain::SkeletonLayout& layout);

private:
    domain::SkeletonLayout m_layout;
    std::vector<int> m_origins;
};

} // namespace lw::dialogs
