// SPDX-License-Identifier: GPL-3.0-or-later
//! The canvas's actions and tools as QActions that know when they are possible.
#pragma once

#include "widgets/canvas/CanvasActionList.h"
#include "widgets/canvas/CanvasCommands.h"
#include "widgets/canvas/JointCommands.h"
#include "widgets/canvas/RegionCommands.h"

#include <QHash>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace lw::canvas {

class AdjustPanel;

/// The actions are added to the view, so their shortcuts work while it is shown. Words, icons and default keys come
/// from canvasActionList() and canvasTools(); a shortcut registry may set other keys at any time, tooltips follow.
/// GUI thread only.
class CanvasActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanvasActions)

public:
    /// The view must outlive it.
    explicit CanvasActions(CanvasView& view, QObject* parent = nullptr);

    [[nodiscard]] CanvasCommands& commands() { return m_commands; }
    /// An action of canvasActionList() by its id ("undo"); nullptr for unknown ids.
    [[nodiscard]] QAction* action(const QString& id) const { return m_actions.value(id); }
    /// A tool's action by the tool's id ("box"); its object name is "action.canvas.tool.<id>". nullptr for unknown ids.
    [[nodiscard]] QAction* toolAction(const QString& id) const { return m_toolActions.value(id); }
    /// In the order of the tool bar.
    [[nodiscard]] QList<QAction*> toolActions() const;
    /// A menu for the selection, or for the canvas when nothing is selected; the caller shows and deletes it.
    [[nodiscard]] QMenu* makeMenu(QWidget* parent);

private:
    void makeActions();
    void makeToolActions();
    void connectEdits();
    void connectView();
    void connectOptions();
    void connectOption(const char* id, bool CanvasOptions::*option);
    void on(const char* id, std::function<void()> action);
    void updateEnabled();
    void updateChecked();
    void updateTools();
    void showAdjustPanel(bool isShown);
    void addLabels(QMenu& menu);
    [[nodiscard]] QAction* get(const char* id) const { return m_actions.value(QString::fromLatin1(id)); }

    CanvasView& m_view;
    CanvasCommands m_commands;
    RegionCommands m_regions;
    JointCommands m_joints;
    QHash<QString, QAction*> m_actions;
    QHash<QString, QAction*> m_toolActions;
    QActionGroup* m_toolGroup = nullptr;
    QHash<QString, bool CanvasOptions::*> m_optionActions;
    AdjustPanel* m_adjustPanel = nullptr;
};

} // namespace lw::canvas
