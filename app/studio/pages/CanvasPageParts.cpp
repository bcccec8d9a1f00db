// SPDX-License-Identifier: GPL-3.0-or-later
//! Building and wiring of the canvas page; what it does stands in CanvasPage.cpp.
#include "app/studio/pages/CanvasPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/canvas/CanvasHeader.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/CanvasParts.h"
#include "app/studio/canvas/CanvasToolBar.h"
#include "app/studio/canvas/Filmstrip.h"
#include "app/studio/flows/HistoryFlows.h"
#include "app/studio/flows/LabelFlows.h"
#include "models/items/ShapeTexts.h"
#include "widgets/canvas/CanvasActions.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/LabelPanel.h"
#include "widgets/panels/ObjectPanel.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr int kSideWidth = 296;

} // namespace

void CanvasPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeCommands();
    m_header = new CanvasHeader({m_back, m_previous, m_next, m_nextUnlabelled, m_jump, m_hard, m_confirm}, this);
    column->addWidget(m_header);

    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    auto* middle = new QWidget(m_splitter);
    auto* middleColumn = new QVBoxLayout(middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_view = new canvas::CanvasView(m_document, project().labels(m_dataset), project().store().author(), middle);
    m_view->setObjectName(QStringLiteral("canvas"));
    m_view->setAccessibleName(tr("Canvas"));
    m_view->setOptions(context().settings().canvasOptions());
    m_view->tools().setVision(&m_vision);
    m_actions = new canvas::CanvasActions(*m_view, m_view);
    row->addWidget(new CanvasToolBar(*m_actions, m_view->tools(), middle));
    row->addWidget(m_view, 1);
    middleColumn->addLayout(row, 1);
    m_status = new CanvasStatus(middle);
    middleColumn->addWidget(m_status);
    m_filmstrip = new Filmstrip(m_list.model, project().thumbnails(), m_facts.inputLocation, middle);
    middleColumn->addWidget(m_filmstrip);
    m_splitter->addWidget(middle);
    m_side = makeSide();
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({1000, kSideWidth});
    m_splitter->restoreState(context().settings().state(QStringLiteral("canvas/splitter")).toByteArray());
    column->addWidget(m_splitter, 1);
}

QWidget* CanvasPage::makeSide()
{
    auto* side = new QSplitter(Qt::Vertical, this);
    side->setObjectName(QStringLiteral("canvasSide"));
    side->setChildrenCollapsible(false);
    side->setMinimumWidth(220);
    m_objects = new panels::ObjectPanel(m_document, project().labels(m_dataset), side);
    m_objects->setObjectName(QStringLiteral("objectPanel"));
    m_objects->setAuthor(project().store().author());
    m_labels = new panels::LabelPanel(project().labels(m_dataset), side);
    m_labels->setObjectName(QStringLiteral("labelPanel"));
    side->addWidget(m_objects);
    side->addWidget(m_labels);
    side->setStretchFactor(0, 3);
    side->setStretchFactor(1, 2);
    return side;
}

void CanvasPage::makeCommands()
{
    m_back = addCommand(QStringLiteral("canvas.back"), [this] {
        Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = m_dataset, .sample = m_walk.current()});
    });
    m_previous = addCommand(QStringLiteral("canvas.previous"), [this] { m_walk.step(-1); });
    m_next = addCommand(QStringLiteral("canvas.next"), [this] { m_walk.step(1); });
    m_nextUnlabelled = addCommand(QStringLiteral("canvas.nextUnlabelled"), [this] { m_walk.findUnlabelled(1); });
    addCommand(QStringLiteral("canvas.previousUnlabelled"), [this] { m_walk.findUnlabelled(-1); });
    m_jump = addCommand(QStringLiteral("canvas.jump"), [this] { askForPictureNumber(m_walk, this); });
    m_confirm = addCommand(QStringLiteral("canvas.confirmNext"), [this] { confirmAndNext(); });
    m_history = new HistoryFlows(context(), this);
    addCommand(QStringLiteral("canvas.history"), [this] {
        const auto& selection = m_view->scene().selection();
        showHistory(selection.size() == 1 ? std::optional(selection.front()) : std::nullopt);
    });
    addCommand(QStringLiteral("canvas.repeatPrevious"), [this] { repeatPrevious(); });
    m_hard = addCommand(QStringLiteral("canvas.hard"), [this] { setHard(m_hard->isChecked()); });
    m_hard->setCheckable(true);
    addCommand(QStringLiteral("canvas.newLabel"), [this] { m_labels->startAdding(); });
    addCommand(QStringLiteral("canvas.save"), [this] { m_status->tell(tr("Everything is saved already.")); });
    const auto addSwitch = [this](const char* id, const char* key, bool fallback) {
        QAction* action = addCommand(QLatin1String(id), [this] { setPartsShown(); });
        action->setCheckable(true);
        action->setChecked(context().settings().state(QLatin1String(key), fallback).toBool());
        return action;
    };
    m_showStopwatch = addSwitch("canvas.stopwatch", "canvas/stopwatch", true);
    m_showFilmstrip = addSwitch("canvas.filmstrip", "canvas/filmstrip", true);
    m_showSide = addSwitch("canvas.panels", "canvas/side", true);
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
    connect(&m_document, &document::SampleDocument::changed, this, &CanvasPage::refreshHeader);
    connect(&m_document, &document::SampleDocument::savingChanged, m_header, &CanvasHeader::setSaving);
    connect(&m_document, &document::SampleDocument::saveFailed, this, &CanvasPage::report);
    connect(&m_document, &document::SampleDocument::changed, this, &CanvasPage::refreshShape);
    connect(&m_view->scene(), &canvas::CanvasScene::selectionChanged, this, &CanvasPage::refreshShape);
    connect(m_view, &canvas::CanvasView::messageGiven, m_status, &CanvasStatus::tell);
    connect(m_view, &canvas::CanvasView::cursorMoved, m_status, &CanvasStatus::setCursor);
    connect(m_view, &canvas::CanvasView::cursorLeft, m_status, &CanvasStatus::clearCursor);
    connect(m_view, &canvas::CanvasView::transformChanged, this,
            [this] { m_status->setZoom(m_view->transform().zoom()); });
    connect(m_view, &canvas::CanvasView::activitySeen, &m_stopwatch, &Stopwatch::touch);
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
    connect(&m_stopwatch, &Stopwatch::ticked, this, &CanvasPage::refreshHeader);
    refreshHint();
}

void CanvasPage::refreshShape()
{
    const domain::Annotation* only = m_view->scene().onlySelected();
    m_status->setShape(only ? items::sizeText(only->shape) : QString());
}

void CanvasPage::connectWalk()
{
    connect(&m_walk, &SampleWalk::chosen, this, &CanvasPage::showSample);
    connect(&m_walk, &SampleWalk::failed, this, &CanvasPage::report);
    connect(&m_walk, &SampleWalk::atEnd, this, [this] { m_status->tell(tr("This is the end of the list.")); });
    connect(&m_walk, &SampleWalk::allLabelled, this,
            [this] { m_status->tell(tr("Every picture of the list is labelled.")); });
    connect(&m_walk, &SampleWalk::moved, this, [this] {
        refreshPlace();
        m_filmstrip->setCurrentRow(m_walk.row());
    });
    connect(m_filmstrip, &Filmstrip::sampleChosen, this, &CanvasPage::showSample);
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
    connect(m_objects, &panels::ObjectPanel::historyRequested, this, &CanvasPage::showHistory);
    connect(m_labels, &panels::LabelPanel::labelActivated, this, [this](domain::LabelId label) {
        m_actions->commands().useLabel(label);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_view->finisher(), &canvas::ShapeFinisher::chosenLabelChanged, this, [this](domain::LabelId label) {
        m_labels->setMarked(label.isValid() ? QList<domain::LabelId>{label} : QList<domain::LabelId>());
    });
    connect(m_labels, &panels::LabelPanel::renameRequested, m_labelFlows, &LabelFlows::rename);
    connect(m_labels, &panels::LabelPanel::editRequested, m_labelFlows, &LabelFlows::edit);
    connect(m_labels, &panels::LabelPanel::deleteRequested, m_labelFlows, &LabelFlows::remove);
}

void CanvasPage::showHistory(std::optional<domain::AnnotationId> id)
{
    if (m_document.isEmpty()) {
        return;
    }
    const domain::Annotation* annotation = id ? m_document.find(*id) : nullptr;
    annotation ? m_history->showAnnotation(m_document.sample(), *annotation)
               : m_history->showSample(m_document.sample());
}

} // namespace lw::studio
