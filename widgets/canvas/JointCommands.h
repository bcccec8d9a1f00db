// SPDX-License-Identifier: GPL-3.0-or-later
//! Actions on the joints of the one selected skeleton.
#pragma once

#include "widgets/canvas/CanvasView.h"

#include <QObject>

class QMenu;

namespace lw::canvas {

/// GUI thread only. The view must outlive it.
class JointCommands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JointCommands)

public:
    explicit JointCommands(CanvasView& view, QObject* parent = nullptr);

    /// The grabbed joint becomes covered, then absent, then visible again; says so if none is grabbed.
    void cycleGrabbed();
    /// Does nothing unless one skeleton with that joint is selected.
    void setVisibility(int joint, domain::JointVisibility visibility);
    /// One skeleton is selected.
    [[nodiscard]] bool hasSkeleton() const { return skeleton() != nullptr; }
    /// Adds the states of the grabbed joint, and all joints in a menu of their own.
    void addTo(QMenu& menu);

private:
    [[nodiscard]] const domain::Annotation* skeleton() const;
    void addStates(QMenu& menu, int joint);

    CanvasView& m_view;
    CanvasScene& m_scene;
};

} // namespace lw::canvas
