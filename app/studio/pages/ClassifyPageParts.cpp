// SPDX-License-Identifier: GPL-3.0-or-later
//! Building and wiring of the page for labelling whole pictures; what it does stands in ClassifyPage.cpp.
#include "app/studio/pages/ClassifyPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/SampleView.h"
#include "app/studio/canvas/CanvasHeader.h"
#include "app/studio/canvas/CanvasParts.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/Filmstrip.h"
#include "app/studio/canvas/LabelLine.h"
#include "app/studio/flows/HistoryFlows.h"
#include "app/studio/flows/LabelFlows.h"
#include "models/document/commands/Commands.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/LabelPanel.h"

#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr int kSideWidth = 296;
constexpr double kZoomStep = 1.25;

} // namespace

void ClassifyPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    auto* middle = new QWidget(m_splitter);
    auto* middleColumn = new QVBoxLayout(middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->setSpacing(0);
    m_view = new canvas::CanvasView(m_document, project().labels(m_dataset), project().store().author(), middle);
    m_view->setObjectName(QStringLiteral("picture"));
    m_view->setAccessibleName(tr("Picture"));
    m_view->setOptions(context().settings().canvasOptions());
    m_view->tools().setAllowedShapes({domain::ShapeKind::WholeSample});
    m_view->installEventFilter(this);
    makeCommands();
    makeSwitches();
    m_header = new CanvasHeader({m_back, m_previous, m_next, m_nextUnlabelled, m_jump, m_hard, m_confirm}, this);
    column->addWidget(m_header);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeToolBar());
    row->addWidget(m_view, 1);
    middleColumn->addLayout(row, 1);
    m_line = new LabelLine(project().labels(m_dataset), middle);
    middleColumn->addWidget(m_line);
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

QWidget* ClassifyPage::makeToolBar()
{
    auto* bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("pictureToolBar"));
    common::setRole(bar, "sidebar");
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(6, common::kGrid, 6, common::kGrid);
    column->setSpacing(2);
    addToolButton(column, m_undo, bar);
    addToolButton(column, m_redo, bar);
    column->addSpacing(common::kGrid);
    const auto addZoom = [&](const char* id, auto slot) { addToolButton(column, addCommand(QLatin1String(id), slot), bar); };
    addZoom("canvas.zoomIn", [this] { m_view->zoomBy(kZoomStep); });
    addZoom("canvas.zoomOut", [this] { m_view->zoomBy(1 / kZoomStep); });
    addZoom("canvas.fit", [this] { m_view->zoomToFit(); });
    addZoom("canvas.actualSize", [this] { m_view->zoomToActualSize(); });
    column->addStretch(1);
    return bar;
}

QWidget* ClassifyPage::makeSide()
{
    m_labels = new panels::LabelPanel(project().labels(m_dataset), this);
    m_labels->setObjectName(QStringLiteral("labelPanel"));
    m_labels->setMinimumWidth(220);
    m_labels->setAssigning(true);
    m_labels->addSwitch(m_single);
    m_labels->addSwitch(m_advance);
    return m_labels;
}

void ClassifyPage::makeCommands()
{
    m_back = addCommand(QStringLiteral("canvas.back"), [this] {
        Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = m_dataset, .sample = m_walk.current()});
    });
    m_previous = addCommand(QStringLiteral("canvas.previous"), [this] { inTurn([this] { m_walk.step(-1); }); });
    m_next = addCommand(QStringLiteral("canvas.next"), [this] { inTurn([this] { m_walk.step(1); }); });
    m_nextUnlabelled = addCommand(QStringLiteral("canvas.nextUnlabelled"), [this] { m_walk.findUnlabelled(1); });
    addCommand(QStringLiteral("canvas.previousUnlabelled"), [this] { m_walk.findUnlabelled(-1); });
    m_jump = addCommand(QStringLiteral("canvas.jump"), [this] { askForPictureNumber(m_walk, this); });
    m_confirm = addCommand(QStringLiteral("canvas.confirmNext"), [this] { inTurn([this] { confirmAndNext(); }); });
    m_undo = addCommand(QStringLiteral("canvas.undo"), [this] { undo(); });
    m_redo = addCommand(QStringLiteral("canvas.redo"), [this] { redo(); });
    m_history = new HistoryFlows(context(), this);
    addCommand(QStringLiteral("canvas.history"), [this] {
        if (!m_document.isEmpty()) {
            m_history->showSample(m_document.sample());
        }
    });
    m_hard = addCommand(QStringLiteral("canvas.hard"), [this] {
        document::commands::markHard(m_document, m_hard->isChecked());
        remember();
    });
    m_hard->setCheckable(true);
    addCommand(QStringLiteral("canvas.newLabel"), [this] { m_labels->startAdding(); });
    addCommand(QStringLiteral("canvas.save"), [this] { m_status->tell(tr("Everything is saved already.")); });
}

void ClassifyPage::makeSwitches()
{
    const auto add = [this](const char* id, bool isOn, auto slot) {
        QAction* action = addCommand(QLatin1String(id), slot);
        action->setCheckable(true);
        action->setChecked(isOn);
        return action;
    };
    m_single = add("canvas.singleLabel", m_switches.isSingle(), [this] { m_switches.setSingle(m_single->isChecked()); });
    m_advance = add("canvas.advance", m_switches.advances(), [this] { m_switches.setAdvances(m_advance->isChecked()); });
    const auto addPart = [&](const char* id, const char* key) {
        return add(id, context().settings().state(QLatin1String(key), true).toBool(), [this] { setPartsShown(); });
    };
    m_showStopwatch = addPart("canvas.stopwatch", "canvas/stopwatch");
    m_showFilmstrip = addPart("canvas.filmstrip", "canvas/filmstrip");
    m_showSide = addPart("canvas.panels", "canvas/side");
}

void ClassifyPage::connectParts()
{
    connect(&m_document, &document::SampleDocument::changed, this, &ClassifyPage::refreshSample);
    connect(&m_document, &document::SampleDocument::historyChanged, this, &ClassifyPage::refreshUndo);
    connect(&m_document, &document::SampleDocument::savingChanged, this, [this](bool isSaving) {
        m_header->setSaving(isSaving);
        if (!isSaving) {
            m_unsaved.clear();
        }
    });
    connect(&m_document, &document::SampleDocument::saveFailed, this, &ClassifyPage::report);
    connect(&m_toDo, &ToDoList::ready, this, &ClassifyPage::prefetch);
    connect(m_view, &canvas::CanvasView::messageGiven, m_status, &CanvasStatus::tell);
    connect(m_view, &canvas::CanvasView::cursorMoved, m_status, &CanvasStatus::setCursor);
    connect(m_view, &canvas::CanvasView::cursorLeft, m_status, &CanvasStatus::clearCursor);
    connect(m_view, &canvas::CanvasView::transformChanged, this,
            [this] { m_status->setZoom(m_view->transform().zoom()); });
    connect(m_view, &canvas::CanvasView::activitySeen, &m_stopwatch, &Stopwatch::touch);
    connect(m_view, &canvas::CanvasView::menuRequested, this, &ClassifyPage::openMenu);
    connect(&m_stopwatch, &Stopwatch::ticked, this, [this] {
        m_header->setStopwatch(m_showStopwatch->isChecked() ? m_stopwatch.text() : QString());
    });
    for (QAction* action : {m_single, m_advance}) {
        connect(action, &QAction::toggled, this, &ClassifyPage::refreshKeys);
    }
}

void ClassifyPage::connectWalk()
{
    connect(&m_walk, &SampleWalk::chosen, this, &ClassifyPage::showSample);
    connect(&m_walk, &SampleWalk::failed, this, &ClassifyPage::report);
    connect(&m_walk, &SampleWalk::atEnd, this, [this] { m_status->tell(tr("This is the end of the list.")); });
    connect(&m_walk, &SampleWalk::allLabelled, this,
            [this] { m_status->tell(tr("Every picture of the list is labelled.")); });
    connect(&m_walk, &SampleWalk::moved, this, [this] {
        m_header->setPlace(m_walk.row(), m_walk.count());
        m_filmstrip->setCurrentRow(m_walk.row());
    });
    connect(m_filmstrip, &Filmstrip::sampleChosen, this, &ClassifyPage::showSample);
}

void ClassifyPage::connectLabels()
{
    const document::LabelSet& set = project().labels(m_dataset);
    connect(&set, &document::LabelSet::changed, this, &ClassifyPage::refreshKeys);
    connect(&context().shortcuts(), &ShortcutRegistry::keysChanged, this, &ClassifyPage::refreshKeys);
    connect(m_line, &LabelLine::labelClicked, this, [this](domain::LabelId label) { takeOff(label); });
    connect(m_labels, &panels::LabelPanel::labelActivated, this, [this](domain::LabelId label) {
        inTurn([this, label] { useLabel(label); });
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_labels, &panels::LabelPanel::removeRequested, this, &ClassifyPage::takeOff);
    connect(m_labels, &panels::LabelPanel::fieldLeft, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_labels, &panels::LabelPanel::filterRequested, this, [this](domain::LabelId label) {
        domain::SampleFilter filter;
        filter.labels = {label};
        setSampleFilter(project(), m_dataset, filter);
        Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = m_dataset});
    });
    connect(m_labels, &panels::LabelPanel::renameRequested, m_labelFlows, &LabelFlows::rename);
    connect(m_labels, &panels::LabelPanel::editRequested, m_labelFlows, &LabelFlows::edit);
    connect(m_labels, &panels::LabelPanel::deleteRequested, m_labelFlows, &LabelFlows::remove);
    refreshKeys();
}

void ClassifyPage::refreshKeys()
{
    m_keys = LabelKeys(context().shortcuts(), project().labels(m_dataset));
    m_labels->setKeys(m_keys.shown());
    m_status->setHint(!m_single->isChecked()
                          ? tr("Press the keys of all labels that fit, then Enter for the next unlabelled picture.")
                      : m_advance->isChecked()
                          ? tr("Press the key of a label: the next unlabelled picture follows.")
                          : tr("Press the key of a label; Enter goes to the next unlabelled picture."));
}

void ClassifyPage::refreshSample()
{
    const domain::Sample& sample = m_document.sample();
    QList<domain::LabelId> labels;
    std::vector<store::LabelUse> use;
    for (const domain::Annotation& each : m_document.annotations()) {
        labels.append(each.labelId);
        use.push_back({each.labelId, 1, 1});
    }
    m_line->setLabels(labels);
    m_labels->setUse(m_document.isEmpty() ? 0 : 1, use);
    m_header->setSample(sample);
    m_hard->setChecked(sample.isHard);
}

void ClassifyPage::refreshUndo()
{
    m_undo->setEnabled(!m_done.empty() || m_document.canUndo());
    m_redo->setEnabled(!m_undone.empty() || m_document.canRedo());
}

void ClassifyPage::openMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_undo, m_redo, m_hard, m_confirm, findChild<QAction*>(QStringLiteral("canvas.history")), m_back});
    menu->popup(at);
}

void ClassifyPage::setPartsShown()
{
    m_filmstrip->setVisible(m_showFilmstrip->isChecked());
    m_side->setVisible(m_showSide->isChecked());
    context().settings().setState(QStringLiteral("canvas/filmstrip"), m_showFilmstrip->isChecked());
    context().settings().setState(QStringLiteral("canvas/side"), m_showSide->isChecked());
    context().settings().setState(QStringLiteral("canvas/stopwatch"), m_showStopwatch->isChecked());
    m_header->setStopwatch(m_showStopwatch->isChecked() ? m_stopwatch.text() : QString());
}

} // namespace lw::studio
