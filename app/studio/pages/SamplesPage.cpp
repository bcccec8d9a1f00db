// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps tabs, filters, gallery and panels in step with the shared sample list.
#include "app/studio/pages/SamplesPage.h"

#include "app/studio/pages/NothingText.h"
#include "models/core/WhenDone.h"
#include "app/studio/AppContext.h"
#include "app/studio/flows/BatchFlows.h"
#include "app/studio/flows/ConfirmFlows.h"
#include "app/studio/flows/DatasetFlows.h"
#include "app/studio/flows/LabelFlows.h"
#include "app/studio/flows/OutputFlows.h"
#include "app/studio/flows/SimilarFlows.h"
#include "app/studio/labels/GalleryLabelling.h"
#include "app/studio/pages/NothingText.h"
#include "app/studio/smart/NextFlows.h"
#include "app/studio/smart/SmartFlows.h"
#include "app/studio/smart/SmartTools.h"
#include "models/store/BatchRepository.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/common/BusyBar.h"
#include "widgets/common/ColourButton.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/FilterBar.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/gallery/SelectionBar.h"
#include "widgets/gallery/StateTabs.h"
#include "widgets/panels/LabelPanel.h"
#include "widgets/panels/SelectionLabelPanel.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

namespace lw::studio {

namespace {

constexpr int kSideWidth = 280;

/// "add" of changes that only concern a dataset's own numbers.
bool touches(const store::Change& change, domain::DatasetId dataset, store::Change::Kinds kinds)
{
    return (change.kinds & kinds) && (!change.dataset.isValid() || change.dataset == dataset);
}

} // namespace

SamplesPage::SamplesPage(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : Page(context, parent), m_dataset(dataset), m_list(project().samples(dataset)),
      m_flows(new DatasetFlows(context, this)), m_outputs(new OutputFlows(context, this)),
      m_labelFlows(new LabelFlows(context, dataset, this)), m_similar(new SimilarFlows(context, dataset, this)),
      m_batches(new BatchFlows(context, dataset, this)),
      m_confirms(new ConfirmFlows(context, dataset, *m_batches, this)),
      m_smart(new SmartTools(context, dataset, *m_batches, this))
{
    setObjectName(QStringLiteral("samplesPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_busy = new common::BusyBar(tr("Searching"), this);
    column->addWidget(m_busy);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeMain());
    m_splitter->addWidget(makeSide());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({1'000, kSideWidth});
    m_splitter->restoreState(context.settings().state(QStringLiteral("samples/splitter")).toByteArray());
    column->addWidget(m_splitter, 1);
    connectGallery();
    connectSelection();
    makeCommands();
    connectSmart();
    connectLabels();

    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(60);
    connect(&m_countSoon, &QTimer::timeout, this, &SamplesPage::countLabels);
    m_counterSoon.setSingleShot(true);
    m_counterSoon.setInterval(30);
    connect(&m_counterSoon, &QTimer::timeout, this, &SamplesPage::showCounters);
    connect(&project().store(), &store::Store::changed, this, [this](const store::Change& change) {
        if (touches(change, m_dataset, store::Change::Datasets)) {
            m_counterSoon.start();
        }
        if (touches(change, m_dataset, store::Change::Annotations | store::Change::Labels)) {
            m_countSoon.start();
        }
    });
    connect(&m_list.search, &items::SampleSearch::started, this, [this] {
        m_busy->showProgress(0, 0);
        m_filters->setResultCount(-1);
    });
    connect(&m_list.search, &items::SampleSearch::finished, this, &SamplesPage::showResult);
    connect(&m_list.search, &items::SampleSearch::failed, this, &SamplesPage::report);
    restoreView();
}

QString SamplesPage::title() const
{
    return tr("Samples");
}

QString SamplesPage::stateKey(const char* what) const
{
    return QStringLiteral("samples/%1/%2").arg(project().name()).arg(m_dataset.value) + QLatin1Char('/') +
           QLatin1String(what);
}

QString SamplesPage::inputLocation() const
{
    const auto dataset = store::DatasetRepository(project().store()).find(m_dataset);
    return dataset ? dataset->inputLocation : QString();
}

void SamplesPage::restoreView()
{
    const items::SampleQuery& shown = m_list.search.query();
    if (shown.dataset != m_dataset) {
        // First time in this session: as it was left in the last one.
        m_filters->restoreState(context().settings().state(stateKey("filters")).toByteArray());
        const int tab = context().settings().state(stateKey("tab"), -1).toInt();
        m_tabs->setState(tab < 0 ? std::nullopt : std::optional(domain::SampleState(tab)));
        runQuery();
    }
}

void SamplesPage::open(const Route& route)
{
    m_list.search.setHeld(false);
    if (route.anchor == QLatin1String("to-confirm")) {
        m_similar->leave(); // all that wait, in the usual order
        m_tabs->setState(domain::SampleState::ToConfirm);
        runQuery();
    }
    if (route.anchor.startsWith(kSmartLabelAnchor)) {
        Q_EMIT routeReplaced(Route{.page = PageKind::Samples, .dataset = m_dataset}); // coming back does not ask again
        m_smart->labelling().askAndStart(route.anchor.mid(kSmartLabelAnchor.size()));
    }
    const items::SampleQuery& query = m_list.search.query();
    m_filters->setFilter(query.filter);
    m_filters->setSort(query.sort, query.isDescending);
    m_tabs->setState(query.filter.state);
    m_selection->setConfirmShown(query.filter.state == domain::SampleState::ToConfirm);
    showCounters();
    showResult(m_list.search.isRunning() ? -1 : m_list.model.rowCount());
    const auto last = domain::SampleId(context().settings().state(stateKey("current"), 0).toLongLong());
    if (route.sample.isValid()) {
        m_gallery->setCurrentId(route.sample);
    } else if (last.isValid() && last != m_gallery->currentId()) {
        m_gallery->setCurrentId(last);
    }
    refreshUndo();
    if (m_labelling) {
        m_labelling->refresh();
    }
    setFocusProxy(m_gallery);
}

void SamplesPage::leave()
{
    Settings& settings = context().settings();
    settings.setState(QStringLiteral("samples/splitter"), m_splitter->saveState());
    settings.setState(stateKey("filters"), m_filters->saveState());
    settings.setState(stateKey("tab"), m_tabs->state() ? int(*m_tabs->state()) : -1);
    settings.setState(stateKey("current"), m_gallery->currentId().value);
}

void SamplesPage::runQuery()
{
    items::SampleQuery query;
    query.dataset = m_dataset;
    query.filter = m_filters->filter();
    query.filter.state = m_tabs->state();
    query.sort = m_filters->sort();
    query.isDescending = m_filters->isDescending();
    query.arrangement = m_list.search.query().arrangement;
    m_list.search.setQuery(query);
    m_labels->setMarked(query.filter.labels);
    m_selection->setConfirmShown(query.filter.state == domain::SampleState::ToConfirm);
}

void SamplesPage::showCounters()
{
    const auto dataset = store::DatasetRepository(project().store()).find(m_dataset);
    if (!dataset) {
        Q_EMIT routeRequested(Route{.page = PageKind::Datasets});
        return;
    }
    m_tabs->setCounters(dataset->counters);
    if (!m_list.search.isRunning()) {
        showResult(m_list.model.rowCount());
    }
    refreshUndo();
}

void SamplesPage::showResult(qint64 count)
{
    m_filters->setResultCount(count);
    if (count < 0) {
        return;
    }
    m_busy->finish();
    m_similar->showResult();
    m_confirms->refresh();
    m_smart->next().refresh();
    QWidget* noCopies = m_similar->emptyState();
    const bool isFiltered = !m_list.search.query().filter.isEmpty();
    QWidget* shown = count > 0    ? static_cast<QWidget*>(m_gallery)
                     : noCopies   ? noCopies
                     : isFiltered ? m_nothing
                                  : m_empty;
    if (shown == m_nothing) {
        const NothingText words = nothingText(m_list.search.query().filter);
        m_nothing->setTitle(words.title);
        m_nothing->setText(words.text);
        m_showAll->setText(words.button);
    }
    m_stack->setCurrentWidget(shown);
    m_selection->setVisible(count > 0);
    m_selection->setCounts(m_gallery->selectedCount(), count);
}

void SamplesPage::selectionChanged()
{
    m_selection->setCounts(m_gallery->selectedCount(), m_list.model.rowCount());
    m_use->setBusy(true);
    m_countSoon.start();
}

void SamplesPage::countLabels()
{
    const QList<domain::SampleId> selected = m_gallery->selectedIds();
    const qint64 serial = ++m_countSerial;
    if (selected.isEmpty()) {
        m_labelUse.clear();
        showUse(0);
        return;
    }
    const auto count = [dataset = m_dataset, selected](store::Store& store) {
        return store::SampleRepository(store).labelUse(dataset, selected);
    };
    core::whenDone(project().inBackground(count), this, [this, serial, samples = selected.size()](const auto& use) {
        if (serial == m_countSerial && use) {
            m_labelUse = *use;
            showUse(samples);
        }
    });
}

void SamplesPage::showUse(qint64 samples)
{
    m_use->setUse(samples, m_labelUse);
    if (m_labelling) {
        m_labelling->showUse(samples, m_labelUse);
    }
}

void SamplesPage::openSample(domain::SampleId id)
{
    if (id.isValid()) {
        Q_EMIT routeRequested(Route{.page = PageKind::Canvas, .dataset = m_dataset, .sample = id});
    }
}

void SamplesPage::openMenu(domain::SampleId id, const QPoint& globalPosition)
{
    if (!id.isValid()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* command : {"samples.open", "samples.similar", "samples.hard", "samples.notHard"}) {
        menu->addAction(findChild<QAction*>(QLatin1String(command)));
    }
    menu->addAction(common::icon(QStringLiteral("export")), tr("Export the selection…"), this,
                    &SamplesPage::exportSamples);
    menu->addAction(common::icon(QStringLiteral("folder-open")), tr("Show in its folder"), this, [this, id] {
        if (const auto sample = store::SampleRepository(project().store()).find(id)) {
            const QString path = domain::absolutePath(*sample, inputLocation());
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
        }
    });
    menu->addAction(findChild<QAction*>(QStringLiteral("samples.history")));
    menu->addSeparator();
    menu->addAction(findChild<QAction*>(QStringLiteral("samples.delete")));
    menu->popup(globalPosition);
}

void SamplesPage::markHard(bool isHard)
{
    const QList<domain::SampleId> selected = m_gallery->selectedIds();
    if (!selected.isEmpty()) {
        reportErrors(store::BatchRepository(project().store()).setHard(m_dataset, selected, isHard));
    }
}

void SamplesPage::replaceLabel()
{
    const document::LabelSet& labels = project().labels(m_dataset);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const store::LabelUse& use : m_labelUse) {
        const domain::Label* from = labels.find(use.label);
        if (!from) {
            continue;
        }
        QMenu* choices =
            menu->addMenu(common::colourIcon(QColor::fromRgb(from->colour)), tr("Replace %1 with").arg(from->name));
        for (const domain::Label& to : labels.labels()) {
            if (to.id != from->id) {
                choices->addAction(common::colourIcon(QColor::fromRgb(to.colour)), to.name, this,
                                   [this, from = from->id, to = to.id] { replaceLabel(from, to); });
            }
        }
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("The selection has no labels"))->setEnabled(false);
    }
    menu->popup(QCursor::pos());
}

void SamplesPage::replaceLabel(domain::LabelId from, std::optional<domain::LabelId> to)
{
    reportErrors(store::BatchRepository(project().store()).replaceLabel(m_dataset, m_gallery->selectedIds(), from, to));
}

void SamplesPage::refreshUndo()
{
    const store::BatchRepository batches(project().store());
    m_undo->setEnabled(batches.undoable(m_dataset).has_value());
    m_redo->setEnabled(batches.redoable(m_dataset).has_value());
}

void SamplesPage::exportSamples()
{
    ExportOffer offer;
    offer.selected = m_gallery->selectedIds();
    offer.isFiltered = !m_list.search.query().filter.isEmpty() || m_list.search.query().arrangement;
    if (offer.isFiltered) {
        offer.matching = m_list.model.ids();
    }
    m_outputs->exportFrom(m_dataset, offer);
}

void SamplesPage::takeFiles(const QStringList& paths)
{
    m_flows->take(m_dataset, paths);
}

} // namespace lw::studio
