// SPDX-License-Identifier: GPL-3.0-or-later
//! Building and wiring of the canvas page; what it does stands in CanvasPage.cpp.
#include "app/studio/pages/CanvasPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "models/items/ShapeTexts.h"
#include "widgets/canvas/CanvasActions.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/panels/LabelPanel.h"
#include "widgets/panels/ObjectPanel.h"

#include <QSplitter>

namespace lw::studio {

QWidget* CanvasPage::makeSide()
{
    auto* side = new QSplitter(Qt::Vertical, this);
    side->setObjectName(QStringLiteral("canvasSide"));
    side->setChildrenCollapsible(false);
    side->setMinimumWidth(220);
    m_objects = new panels::ObjectPanel(m_document, project().labels(dataset()), side);
    m_objects->setObjectName(QStringLiteral("objectPanel"));
    m_objects->setAuthor(project().store().author());
    m_labels = new panels::LabelPanel(project().labels(dataset()), side);
    m_labels->setObjectName(QStringLiteral("labelPanel"));
    side->addWidget(m_objects);
    side->addWidget(m_labels);
    side->setStretchFactor(0, 3);
    side->setStretchFactor(1, 2);
    return side;
}

void CanvasPage::bindKeys()
{
    for (const canvas::CanvasActionInfo& info : canvas::canvasActionList()) {
        context().shortcuts().bindKeys(m_actions->action(info.id), QStringLiteral("canvas.") + info.id);
    }
    for (const canvas::ToolInfo& tool : canvas::canvasTools()) {
        context().shortcuts().bindKeys(m_actions->toolAction(tool.id), QStringLiteral("canvas.tool.") + tool.id);
    }
}

void CanvasPage::connectCanvas()
{
    connect(&m_document, &document::SampleDocument::changed, this, &CanvasPage::refreshShape);
    connect(&m_view->scene(), &canvas::CanvasScene::selectionChanged, this, &CanvasPage::refreshShape);
    connect(m_view, &canvas::CanvasView::optionsChanged, this,
            [this] { context().settings().setCanvasOptions(m_view->options()); });
    connect(&m_view->finisher(), &canvas::ShapeFinisher::shapeAdded, this,
            [this](domain::AnnotationId, domain::ShapeKind kind) { shapeAdded(kind); });
    connect(&m_view->tools(), &canvas::ToolManager::activated, this, &CanvasPage::refreshHint);
    connect(&context().settings(), &Settings::canvasOptionsChanged, this, [this] {
        canvas::CanvasOptions options = context().settings().canvasOptions();
        options.showsShapes = m_view->options().showsShapes; // of the moment, not a setting
        m_view->setOptions(options);
    });
    refreshHint();
}

void CanvasPage::refreshShape()
{
    const domain::Annotation* only = m_view->scene().onlySelected();
    m_status->setShape(only ? items::sizeText(only->shape) : QString());
}

void CanvasPage::connectPanels()
{
    canvas::CanvasScene& scene = m_view->scene();
    connect(&scene, &canvas::CanvasScene::selectionChanged, this,
            [this, &scene] { m_objects->setSelection(scene.selection()); });
    connect(m_objects, &panels::ObjectPanel::selectionChanged, &scene, &canvas::CanvasScene::setSelection);
    connect(m_objects, &panels::ObjectPanel::zoomRequested, this, [this](domain::AnnotationId id) {
        if (const domain::Annotation* annotation = m_document.find(id)) {
            m_view->zoomTo(annotation->shape.boundingRect());
        }
    });
    connect(m_objects, &panels::ObjectPanel::historyRequested, this,
            [this](domain::AnnotationId id) { showHistory(id); });
    connect(m_labels, &panels::LabelPanel::labelActivated, this, [this](domain::LabelId label) {
        m_actions->commands().useLabel(label);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_view->finisher(), &canvas::ShapeFinisher::chosenLabelChanged, this, [this](domain::LabelId label) {
        m_labels->setMarked(label.isValid() ? QList<domain::LabelId>{label} : QList<domain::LabelId>());
    });
    connectLabelFlows(m_labels);
}

} // namespace lw::studio
