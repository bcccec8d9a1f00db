// SPDX-License-Identifier: GPL-3.0-or-later
//! Building and wiring of the page for labelling whole pictures; what it does stands in ClassifyPage.cpp.
#include "app/studio/pages/ClassifyPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/SampleView.h"
#include "app/studio/canvas/CanvasParts.h"
#include "app/studio/canvas/CanvasStatus.h"
#include "app/studio/canvas/LabelLine.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/LabelPanel.h"

#include <QMenu>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr double kZoomStep = 1.25;

} // namespace

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
    m_labels = new panels::LabelPanel(project().labels(dataset()), this);
    m_labels->setObjectName(QStringLiteral("labelPanel"));
    m_labels->setMinimumWidth(220);
    m_labels->setAssigning(true);
    m_labels->addSwitch(m_single);
    m_labels->addSwitch(m_advance);
    return m_labels;
}

void ClassifyPage::makeSwitches()
{
    m_single = addSwitch(QStringLiteral("canvas.singleLabel"), m_switches.isSingle(),
                         [this] { m_switches.setSingle(m_single->isChecked()); });
    m_advance = addSwitch(QStringLiteral("canvas.advance"), m_switches.advances(),
                          [this] { m_switches.setAdvances(m_advance->isChecked()); });
    for (QAction* action : {m_single, m_advance}) {
        connect(action, &QAction::toggled, this, &ClassifyPage::refreshKeys);
    }
}

void ClassifyPage::connectParts()
{
    connect(&m_document, &document::SampleDocument::historyChanged, this, &ClassifyPage::refreshUndo);
    connect(&m_document, &document::SampleDocument::savingChanged, this, [this](bool isSaving) {
        if (!isSaving) {
            m_unsaved.clear();
        }
    });
    connect(&m_toDo, &ToDoList::ready, this, &ClassifyPage::prefetch);
    connect(m_view, &canvas::CanvasView::menuRequested, this, &ClassifyPage::openMenu);
}

void ClassifyPage::connectLabels()
{
    const document::LabelSet& set = project().labels(dataset());
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
        setSampleFilter(project(), dataset(), filter);
        Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = dataset()});
    });
    connectLabelFlows(m_labels);
    refreshKeys();
}

void ClassifyPage::refreshKeys()
{
    m_keys = LabelKeys(context().shortcuts(), project().labels(dataset()));
    m_labels->setKeys(m_keys.shown());
    m_status->setHint(!m_single->isChecked()
                          ? tr("Press the keys of all labels that fit, then Enter for the next unlabelled picture.")
                      : m_advance->isChecked()
                          ? tr("Press the key of a label: the next unlabelled picture follows.")
                          : tr("Press the key of a label; Enter goes to the next unlabelled picture."));
}

void ClassifyPage::refreshSample()
{
    QList<domain::LabelId> labels;
    std::vector<store::LabelUse> use;
    for (const domain::Annotation& each : m_document.annotations()) {
        labels.append(each.labelId);
        use.push_back({each.labelId, 1, 1});
    }
    m_line->setLabels(labels);
    m_labels->setUse(m_document.isEmpty() ? 0 : 1, use);
    PicturePage::refreshSample();
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

} // namespace lw::studio
