// SPDX-License-Identifier: GPL-3.0-or-later
//! Building and wiring of the samples page; what it does stands in SamplesPage.cpp.
#include "app/studio/pages/SamplesPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/flows/BatchFlows.h"
#include "app/studio/flows/ConfirmFlows.h"
#include "app/studio/flows/DatasetFlows.h"
#include "app/studio/flows/HistoryFlows.h"
#include "app/studio/flows/LabelFlows.h"
#include "app/studio/flows/OutputFlows.h"
#include "app/studio/flows/SimilarFlows.h"
#include "app/studio/labels/GalleryLabelling.h"
#include "app/studio/smart/CheckFlows.h"
#include "app/studio/smart/GroupFlows.h"
#include "app/studio/smart/MapFlows.h"
#include "app/studio/smart/NextFlows.h"
#include "app/studio/smart/SmartFlows.h"
#include "app/studio/smart/SmartRunBar.h"
#include "app/studio/smart/SmartTools.h"
#include "app/studio/smart/SmartVerdictBar.h"
#include "models/store/AttributeRepository.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/DuplicatesBar.h"
#include "widgets/gallery/ConfirmBar.h"
#include "widgets/gallery/FilterBar.h"
#include "widgets/gallery/GalleryTools.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/gallery/SelectionBar.h"
#include "widgets/gallery/StateTabs.h"
#include "widgets/panels/LabelPanel.h"
#include "widgets/panels/SelectionLabelPanel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace lw::studio {

QWidget* SamplesPage::makeHead()
{
    auto* head = new QFrame(this);
    common::setRole(head, "bar");
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(common::kGrid * 2, 0, common::kGrid * 2, 0);
    row->setSpacing(common::kGrid);
    m_tabs = new gallery::StateTabs(head);
    m_tabs->setObjectName(QStringLiteral("stateTabs"));
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    row->addStretch(1);
    const auto add = [&](const char* name, const char* icon, const QString& text, const QString& tip) {
        auto* button = new QToolButton(head);
        button->setObjectName(QLatin1String(name));
        button->setIcon(common::icon(QLatin1String(icon)));
        button->setText(text);
        button->setToolTip(tip);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
        return button;
    };
    auto* import = add("importButton", "import", tr("Import"), tr("Import labelled pictures from files"));
    auto* files =
        add("addFilesButton", "add", tr("Add pictures"), tr("Copy pictures from disk into the input location"));
    auto* sync = add("syncButton", "sync", tr("Synchronize"),
                     tr("Pick up new, changed and vanished files of the input location"));
    auto* copies =
        add("duplicatesButton", "copy", tr("Near-duplicates"), tr("Find pictures that are copies of others (Ctrl+D)"));
    copies->setToolButtonStyle(Qt::ToolButtonIconOnly); // the tabs need the room at 1280 pixels
    row->addWidget(m_smart->makeButton(head));
    auto* exporting = add("exportButton", "export", tr("Export"), tr("Write samples to a folder or a new dataset"));
    auto* publish = add("publishButton", "publish", tr("Publish"), tr("Freeze this state as a version"));
    connect(import, &QToolButton::clicked, this, [this] { m_flows->importInto(m_dataset); });
    connect(files, &QToolButton::clicked, this, [this] { m_flows->addFiles(m_dataset); });
    connect(sync, &QToolButton::clicked, this, [this] { m_flows->sync(m_dataset); });
    connect(copies, &QToolButton::clicked, m_similar, &SimilarFlows::findDuplicates);
    connect(exporting, &QToolButton::clicked, this, &SamplesPage::exportSamples);
    connect(publish, &QToolButton::clicked, this, [this] { m_outputs->publish(m_dataset); });
    return head;
}

QWidget* SamplesPage::makeMain()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(common::kGrid * 2, common::kGrid, common::kGrid * 2, common::kGrid);
    m_filters = new gallery::FilterBar(project().labels(m_dataset), part);
    m_filters->setObjectName(QStringLiteral("filterBar"));
    top->addWidget(m_filters, 1);
    m_stack = new QStackedWidget(part);
    makeGallery(m_stack);
    auto* tools = new gallery::GalleryTools(*m_gallery, part);
    tools->setObjectName(QStringLiteral("galleryTools"));
    tools->setOutlinesOffered(!labelsWholeSamples());
    connect(tools, &gallery::GalleryTools::changed, this, [this] {
        context().settings().setThumbnailSize(m_gallery->thumbnailEdge());
        context().settings().setState(QStringLiteral("gallery/list"), m_gallery->viewMode() == gallery::ViewMode::List);
        context().settings().setState(QStringLiteral("gallery/outlines"), m_gallery->isOverlayShown());
    });
    column->addLayout(top);
    column->addWidget(m_similar->makeBar(part));
    column->addWidget(m_confirms->makeBar(part));
    column->addWidget(m_smart->next().makeBar(part));
    column->addWidget(new SmartRunBar(context(), m_dataset, part));
    auto* verdict = new SmartVerdictBar(context(), m_dataset, part);
    connect(verdict, &SmartVerdictBar::learnAgainRequested, this, [this] { m_smart->labelling().askAndStart(); });
    connect(verdict, &SmartVerdictBar::nextRequested, &m_smart->next(), &NextFlows::findNext);
    column->addWidget(verdict);

    m_empty = new common::EmptyState(QStringLiteral("image"), tr("No pictures yet"),
                                     tr("Put pictures into the input location and synchronize, add them from disk, or "
                                        "import existing annotations. You can also drop files here."),
                                     m_stack);
    QPushButton* import = m_empty->addPrimaryButton(tr("Import"), QStringLiteral("import"));
    import->setObjectName(QStringLiteral("emptyImport"));
    QPushButton* files = m_empty->addSecondaryButton(tr("Add pictures"), QStringLiteral("add"));
    files->setObjectName(QStringLiteral("emptyAddFiles"));
    connect(import, &QPushButton::clicked, this, [this] { m_flows->importInto(m_dataset); });
    connect(files, &QPushButton::clicked, this, [this] { m_flows->addFiles(m_dataset); });
    m_nothing = new common::EmptyState(QStringLiteral("filter"), {}, {}, m_stack);
    m_showAll = m_nothing->addPrimaryButton({});
    m_showAll->setObjectName(QStringLiteral("clearAllFilters"));
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_tabs->setState(std::nullopt);
        m_filters->clear();
        runQuery();
    });
    m_stack->addWidget(m_gallery);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_similar->makeEmptyState(m_stack));
    m_similar->attach(m_gallery, m_filters);
    connect(m_similar, &SimilarFlows::deleteRequested, m_labelFlows, &LabelFlows::deleteSamples);
    column->addWidget(m_stack, 1);
    m_selection = new gallery::SelectionBar(part);
    m_selection->setObjectName(QStringLiteral("selectionBar"));
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(0);
    bottom->addWidget(m_selection, 1);
    bottom->addStretch(0);
    bottom->addWidget(tools);
    column->addLayout(bottom);
    return part;
}

void SamplesPage::makeGallery(QWidget* parent)
{
    gallery::GalleryView::Services services;
    services.model = &m_list.model;
    services.thumbnails = &project().thumbnails();
    services.labels = &project().labels(m_dataset);
    services.inputLocation = inputLocation();
    m_gallery = new gallery::GalleryView(services, parent);
    m_gallery->setObjectName(QStringLiteral("gallery"));
    m_gallery->setThumbnailEdge(context().settings().thumbnailSize());
    const bool isList = context().settings().state(QStringLiteral("gallery/list"), false).toBool();
    m_gallery->setViewMode(isList ? gallery::ViewMode::List : gallery::ViewMode::Grid);
    m_gallery->setOverlayShown(context().settings().state(QStringLiteral("gallery/outlines"), true).toBool());
}

QWidget* SamplesPage::makeSide()
{
    auto* side = new QSplitter(Qt::Vertical, this);
    side->setChildrenCollapsible(false);
    side->setMinimumWidth(220);
    m_use = new panels::SelectionLabelPanel(project().labels(m_dataset), side);
    m_use->setObjectName(QStringLiteral("selectionLabels"));
    m_labels = new panels::LabelPanel(project().labels(m_dataset), side);
    m_labels->setObjectName(QStringLiteral("labelPanel"));
    side->addWidget(m_labels);
    side->addWidget(m_use);
    side->setStretchFactor(0, 3);
    side->setStretchFactor(1, 2);
    return side;
}

void SamplesPage::connectGallery()
{
    connect(m_tabs, &gallery::StateTabs::stateChosen, this, &SamplesPage::runQuery);
    connect(m_filters, &gallery::FilterBar::filterChanged, this, &SamplesPage::runQuery);
    connect(m_filters, &gallery::FilterBar::sortChanged, this, &SamplesPage::runQuery);
    connect(m_filters, &gallery::FilterBar::choicesRequested, this, [this] {
        const store::SampleRepository samples(project().store());
        m_filters->setAuthors(samples.authors(m_dataset).value_or(QStringList()));
        m_filters->setFolders(samples.folders(m_dataset).value_or(QStringList()));
        m_filters->setAttributes(store::AttributeRepository(project().store())
                                     .list(m_dataset)
                                     .value_or(std::vector<domain::AttributeUse>()));
    });
    connect(m_gallery, &gallery::GalleryView::openRequested, this, &SamplesPage::openSample);
    connect(m_gallery, &gallery::GalleryView::selectionChanged, this, &SamplesPage::selectionChanged);
    connect(m_gallery, &gallery::GalleryView::contextMenuRequested, this, &SamplesPage::openMenu);
    connect(m_gallery, &gallery::GalleryView::labelClicked, m_filters, &gallery::FilterBar::filterByLabel);
    connect(m_gallery, &gallery::GalleryView::filesDropped, this, &SamplesPage::takeFiles);
}

void SamplesPage::connectSelection()
{
    connect(m_selection, &gallery::SelectionBar::openRequested, this, [this] { openSample(m_gallery->currentId()); });
    connect(m_selection, &gallery::SelectionBar::markHardRequested, this, &SamplesPage::markHard);
    connect(m_selection, &gallery::SelectionBar::replaceLabelRequested, this, qOverload<>(&SamplesPage::replaceLabel));
    connect(m_selection, &gallery::SelectionBar::exportRequested, this, &SamplesPage::exportSamples);
    connect(m_selection, &gallery::SelectionBar::deleteRequested, this,
            [this] { m_labelFlows->deleteSamples(m_gallery->selectedIds()); });
    connect(m_selection, &gallery::SelectionBar::selectAllRequested, m_gallery, &gallery::GalleryView::selectAll);
    connect(m_selection, &gallery::SelectionBar::selectPageRequested, m_gallery, &gallery::GalleryView::selectPage);
    connect(m_selection, &gallery::SelectionBar::invertRequested, m_gallery, &gallery::GalleryView::invertSelection);
    connect(m_selection, &gallery::SelectionBar::clearRequested, m_gallery, &gallery::GalleryView::clearSelection);
    connect(m_selection, &gallery::SelectionBar::confirmRequested, this,
            [this] { m_batches->confirm(m_gallery->selectedIds()); });
    connect(m_selection, &gallery::SelectionBar::rejectRequested, this,
            [this] { m_batches->reject(m_gallery->selectedIds()); });
    connect(m_confirms, &ConfirmFlows::reviewRequested, this, &SamplesPage::openSample);
}

void SamplesPage::connectSmart()
{
    QList<QAction*> actions;
    actions.append(addCommand(QStringLiteral("samples.smartLabel"), [this] { m_smart->labelling().askAndStart(); }));
    actions.append(addCommand(QStringLiteral("samples.smartRuns"), [this] { m_smart->labelling().showRuns(); }));
    actions.append(addCommand(QStringLiteral("samples.labelNext"), [this] { m_smart->next().findNext(); }));
    actions.append(addCommand(QStringLiteral("samples.checkLabels"), [this] { m_smart->checking().findDoubtful(); }));
    actions.append(addCommand(QStringLiteral("samples.group"), [this] { m_smart->grouping().askAndGroup(); }));
    actions.append(addCommand(QStringLiteral("samples.map"), [this] { m_smart->map().showMap(); }));
    actions[3]->setVisible(labelsWholeSamples()); // labels to check
    m_smart->fillMenu(actions);
    connect(m_smart, &SmartTools::openRequested, this, &SamplesPage::openSample);
    connect(&m_smart->next(), &NextFlows::found, this, [this](const QList<domain::SampleId>& samples) {
        // Labelled ones stay in sight: one sees what is done.
        m_tabs->setState(std::nullopt);
        m_filters->setFilter({});
        items::SampleQuery query = m_list.search.query();
        query.filter = {};
        query.arrangement = items::SampleArrangement::next(samples);
        m_list.search.setQuery(query);
    });
    connect(m_smart, &SmartTools::selectRequested, m_gallery, &gallery::GalleryView::selectIds);
    connect(m_smart, &SmartTools::filterRequested, this, [this](const QList<domain::SampleId>& samples) {
        domain::SampleFilter filter = m_filters->filter();
        filter.samples = samples;
        m_filters->setFilter(filter);
        runQuery();
    });
}

bool SamplesPage::labelsWholeSamples()
{
    const auto dataset = store::DatasetRepository(project().store()).find(m_dataset);
    return dataset && domain::labelsWholeSamples(dataset->type);
}

void SamplesPage::connectLabels()
{
    if (labelsWholeSamples()) {
        QAction* single = addCommand(QStringLiteral("samples.singleLabel"), [] {});
        m_labelling = new GalleryLabelling(context(), m_dataset, {*m_gallery, *m_labels, *m_batches, *single}, this);
        connect(m_labels, &panels::LabelPanel::filterRequested, m_filters, &gallery::FilterBar::filterByLabel);
        m_use->hide(); // the label panel says it
    } else {
        connect(m_labels, &panels::LabelPanel::labelActivated, m_filters, &gallery::FilterBar::filterByLabel);
    }
    connect(m_labels, &panels::LabelPanel::renameRequested, m_labelFlows, &LabelFlows::rename);
    connect(m_labels, &panels::LabelPanel::editRequested, m_labelFlows, &LabelFlows::edit);
    connect(m_labels, &panels::LabelPanel::deleteRequested, m_labelFlows, &LabelFlows::remove);
    connect(m_use, &panels::SelectionLabelPanel::labelActivated, m_filters, &gallery::FilterBar::filterByLabel);
    connect(m_use, &panels::SelectionLabelPanel::replaceRequested, this,
            [this](domain::LabelId from, domain::LabelId to) { replaceLabel(from, to); });
    connect(m_use, &panels::SelectionLabelPanel::removeRequested, this,
            [this](domain::LabelId label) { replaceLabel(label, {}); });
}

void SamplesPage::makeCommands()
{
    addCommand(QStringLiteral("samples.open"), [this] { openSample(m_gallery->currentId()); });
    m_undo = addCommand(QStringLiteral("samples.undo"), [this] { m_batches->undo(); });
    m_redo = addCommand(QStringLiteral("samples.redo"), [this] { m_batches->redo(); });
    addCommand(QStringLiteral("samples.search"), [this] { m_filters->focusSearch(); });
    addCommand(QStringLiteral("samples.clearFilters"), [this] { m_filters->clear(); });
    addCommand(QStringLiteral("samples.hard"), [this] { markHard(true); });
    addCommand(QStringLiteral("samples.notHard"), [this] { markHard(false); });
    addCommand(QStringLiteral("samples.confirm"), [this] { m_batches->confirm(m_gallery->selectedIds()); });
    addCommand(QStringLiteral("samples.reject"), [this] { m_batches->reject(m_gallery->selectedIds()); });
    addCommand(QStringLiteral("samples.delete"), [this] { m_labelFlows->deleteSamples(m_gallery->selectedIds()); });
    m_history = new HistoryFlows(context(), this);
    addCommand(QStringLiteral("samples.history"), [this] {
        if (const auto sample = store::SampleRepository(project().store()).find(m_gallery->currentId())) {
            m_history->showSample(*sample);
        }
    });
    addCommand(QStringLiteral("samples.similar"), [this] { m_similar->findSimilar(); });
    addCommand(QStringLiteral("samples.duplicates"), [this] { m_similar->findDuplicates(); });
    addCommand(QStringLiteral("samples.selectCopies"), [this] { m_similar->selectCopies(); });
    addCommand(QStringLiteral("samples.keepThis"), [this] { m_similar->keepSelected(); });
    addCommand(QStringLiteral("samples.usualOrder"), [this] { m_similar->leave(); });
    addCommand(QStringLiteral("samples.addFiles"), [this] { m_flows->addFiles(m_dataset); });
    addCommand(QStringLiteral("samples.newLabel"), [this] { m_labels->startAdding(); });
    addCommand(QStringLiteral("samples.gridOrList"), [this] {
        const bool isGrid = m_gallery->viewMode() == gallery::ViewMode::Grid;
        m_gallery->setViewMode(isGrid ? gallery::ViewMode::List : gallery::ViewMode::Grid);
    });
    addCommand(QStringLiteral("dataset.import"), [this] { m_flows->importInto(m_dataset); });
    addCommand(QStringLiteral("dataset.sync"), [this] { m_flows->sync(m_dataset); });
    addCommand(QStringLiteral("dataset.export"), [this] { exportSamples(); });
    connect(m_outputs, &OutputFlows::lostSamplesRequested, this,
            [this](domain::DatasetId, const QList<domain::SampleId>& samples) { m_gallery->selectIds(samples); });
    addCommand(QStringLiteral("dataset.publish"), [this] { m_outputs->publish(m_dataset); });
    addCommand(QStringLiteral("dataset.edit"), [this] { m_flows->editDataset(m_dataset); });
}

} // namespace lw::studio
