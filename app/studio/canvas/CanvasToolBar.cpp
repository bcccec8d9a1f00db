// SPDX-License-Identifier: GPL-3.0-or-later
//! Buttons of actions in a grid.
#include "app/studio/canvas/CanvasToolBar.h"

#include "widgets/canvas/CanvasActions.h"
#include "widgets/canvas/ToolManager.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <initializer_list>

namespace lw::studio {

namespace {

constexpr int kColumns = 2;
constexpr int kGap = 2;
constexpr int kGroupGap = 10;

/// Below the tools.
const std::array<std::initializer_list<const char*>, 3> kActionGroups = {{
    {"undo", "redo"},
    {"zoomIn", "zoomOut", "fit", "actualSize"},
    {"showShapes", "adjust", "snap"},
}};

} // namespace

CanvasToolBar::CanvasToolBar(const canvas::CanvasActions& actions, const canvas::ToolManager& tools, QWidget* parent)
    : QFrame(parent), m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("canvasToolBar"));
    setAccessibleName(tr("Tools"));
    common::setRole(this, "sidebar");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, common::kGrid, 6, common::kGrid);
    m_grid->setSpacing(0);
    m_grid->setHorizontalSpacing(kGap);
    column->addLayout(m_grid);
    column->addStretch(1);
    canvas::ToolGroup last{};
    for (const canvas::ToolInfo& tool : tools.tools()) {
        if (m_groups.isEmpty() || tool.group != last) {
            m_groups.append(Group());
        }
        last = tool.group;
        m_groups.last().append(makeButton(actions.toolAction(tool.id)));
    }
    for (const auto& ids : kActionGroups) {
        Group group;
        for (const char* id : ids) {
            group.append(makeButton(actions.action(QLatin1String(id))));
        }
        m_groups.append(group);
    }
    arrange();
}

QToolButton* CanvasToolBar::makeButton(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral(".button"));
    button->setAccessibleName(action->text());
    button->setIconSize({20, 20});
    button->setFocusPolicy(Qt::NoFocus); // the canvas keeps the keyboard
    connect(action, &QAction::visibleChanged, this, &CanvasToolBar::arrange);
    return button;
}

void CanvasToolBar::arrange()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item;
    }
    int row = 0;
    for (const Group& group : std::as_const(m_groups)) {
        int place = 0;
        for (QToolButton* button : group) {
            const bool isShown = button->defaultAction()->isVisible();
            button->setVisible(isShown);
            if (isShown) {
                m_grid->addWidget(button, row + place / kColumns, place % kColumns);
                m_grid->setRowMinimumHeight(row + place / kColumns, button->sizeHint().height() + kGap);
                ++place;
            }
        }
        if (place > 0) {
            row += (place + kColumns - 1) / kColumns;
            m_grid->setRowMinimumHeight(row, kGroupGap);
            ++row;
        }
    }
    for (int rest = row; rest < m_grid->rowCount(); ++rest) {
        m_grid->setRowMinimumHeight(rest, 0);
    }
}

} // namespace lw::studio
