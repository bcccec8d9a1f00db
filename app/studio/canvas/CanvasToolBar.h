// SPDX-License-Identifier: GPL-3.0-or-later
//! The canvas's tools and view actions in two columns, group by group.
#pragma once

#include <QFrame>
#include <QList>

class QAction;
class QGridLayout;
class QToolButton;

namespace lw::canvas {
class CanvasActions;
class ToolManager;
} // namespace lw::canvas

namespace lw::studio {

/// Actions that are not visible take no place. The buttons never take the keyboard from the canvas.
class CanvasToolBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanvasToolBar)

public:
    CanvasToolBar(const canvas::CanvasActions& actions, const canvas::ToolManager& tools, QWidget* parent = nullptr);

private:
    using Group = QList<QToolButton*>;

    QToolButton* makeButton(QAction* action);
    /// Puts the visible buttons into their places.
    void arrange();

    QList<Group> m_groups;
    QGridLayout* m_grid;
};

} // namespace lw::studio
