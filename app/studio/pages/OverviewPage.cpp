// SPDX-License-Identifier: GPL-3.0-or-later
//! Cards in two columns; numbers follow the store.
#include "app/studio/pages/OverviewPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/SampleView.h"
#include "app/studio/TaskFeed.h"
#include "app/studio/flows/DatasetFlows.h"
#include "app/studio/flows/OutputFlows.h"
#include "app/studio/shell/CardButton.h"
#include "app/studio/smart/SmartRunBar.h"
#include "models/domain/WholeLabels.h"
#include "models/items/Texts.h"
#include "models/store/DatasetRepository.h"
#include "models/store/VersionRepository.h"
#include "widgets/charts/LabelBars.h"
#include "widgets/charts/LabelDistributionChart.h"
#include "widgets/charts/ProgressRing.h"
#include "widgets/common/Badge.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/ShortcutHint.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/TaskPanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr int kShownTasks = 4;
constexpr int kShownVersions = 4;
constexpr int kSideWidth = 488;
/// The cards are at least as high as this where there is room, and higher for many labels.
constexpr int kCardsHeight = 520;
constexpr int kChartFrame = 80;

QFrame* makeCard(QWidget* parent, const QString& name)
{
    auto* card = new QFrame(parent);
    card->setObjectName(name);
    common::setRole(card, "card");
    return card;
}

QPushButton* textButton(const QString& name, const QString& icon, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(common::icon(icon), text, parent);
    button->setObjectName(name);
    return button;
}

} // namespace

OverviewPage::OverviewPage(AppContext& context, domain::DatasetId dataset, QWidget* parent)
    : Page(context, parent), m_dataset(dataset), m_flows(new DatasetFlows(context, this)),
      m_outputs(new OutputFlows(context, this)), m_tasks(new TaskFeed(context, dataset, this))
{
    setObjectName(QStringLiteral("overviewPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    column->setSpacing(common::kGrid * 2);
    column->addWidget(makeHead());
    column->addWidget(makeCounts());
    column->addWidget(new SmartRunBar(context, m_dataset, this));
    m_cards = new QWidget(this);
    auto* columns = new QHBoxLayout(m_cards);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(common::kGrid * 2);
    columns->addWidget(makeChart(), 1);
    auto* side = new QVBoxLayout;
    side->setSpacing(common::kGrid * 2);
    side->addWidget(makeTasks(), 1);
    side->addWidget(makeVersions());
    columns->addLayout(side);
    column->addWidget(m_cards, 1);
    column->addStretch();

    connect(m_outputs, &OutputFlows::lostSamplesRequested, this,
            [this](domain::DatasetId id, const QList<domain::SampleId>& samples) {
                Q_EMIT routeRequested(Route{.page = PageKind::Canvas, .dataset = id, .sample = samples.front()});
            });
    addCommand(QStringLiteral("dataset.import"), [this] { m_flows->importInto(m_dataset); });
    addCommand(QStringLiteral("dataset.sync"), [this] { m_flows->sync(m_dataset); });
    addCommand(QStringLiteral("dataset.export"), [this] { m_outputs->exportFrom(m_dataset); });
    addCommand(QStringLiteral("dataset.publish"), [this] { m_outputs->publish(m_dataset); });
    addCommand(QStringLiteral("training.new"), [this] { train(); });
    addCommand(QStringLiteral("dataset.edit"), [this] { m_flows->editDataset(m_dataset); });

    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&project().store(), &store::Store::changed, this, [this](const store::Change& change) {
        if (!change.dataset.isValid() || change.dataset == m_dataset) {
            m_soon.start();
        }
    });
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

void OverviewPage::open(const Route&)
{
    refresh();
}

QWidget* OverviewPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_name = new common::ElidedLabel({}, Qt::ElideMiddle, head);
    common::setRole(m_name, "title");
    m_note = new common::ElidedLabel({}, Qt::ElideMiddle, head);
    common::setRole(m_note, "muted");
    words->addWidget(m_name);
    words->addWidget(m_note);
    row->addLayout(words, 1);
    auto* edit = textButton(QStringLiteral("editButton"), QStringLiteral("settings"), tr("Edit"), head);
    auto* import = textButton(QStringLiteral("importButton"), QStringLiteral("import"), tr("Import"), head);
    auto* exporting = textButton(QStringLiteral("exportButton"), QStringLiteral("export"), tr("Export"), head);
    auto* publish = textButton(QStringLiteral("publishButton"), QStringLiteral("publish"), tr("Publish"), head);
    auto* train = textButton(QStringLiteral("trainButton"), QStringLiteral("training"), tr("Train"), head);
    train->setToolTip(common::withShortcut(tr("Train a model on the labels of this dataset"),
                                           context().shortcuts().keys(QStringLiteral("training.new")).value(0)));
    auto* start =
        new QPushButton(common::icon(QStringLiteral("edit"), common::colours().accentText), tr("Annotate"), head);
    start->setObjectName(QStringLiteral("annotateButton"));
    common::setRole(start, "primary");
    for (QPushButton* each : {edit, import, exporting, publish, train, start}) {
        row->addWidget(each, 0, Qt::AlignTop);
    }
    connect(edit, &QPushButton::clicked, this, [this] { m_flows->editDataset(m_dataset); });
    connect(import, &QPushButton::clicked, this, [this] { m_flows->importInto(m_dataset); });
    connect(exporting, &QPushButton::clicked, this, [this] { m_outputs->exportFrom(m_dataset); });
    connect(publish, &QPushButton::clicked, this, [this] { m_outputs->publish(m_dataset); });
    connect(train, &QPushButton::clicked, this, &OverviewPage::train);
    connect(start, &QPushButton::clicked, this,
            [this] { Q_EMIT routeRequested(Route{.page = PageKind::Canvas, .dataset = m_dataset}); });
    return head;
}

CardButton* OverviewPage::addCount(QHBoxLayout* row, const QString& name, const QString& icon, const QString& text,
                                   const domain::SampleFilter& filter)
{
    auto* card = new CardButton(CardButton::Look::Number, icon, {}, text, this);
    card->setObjectName(name);
    card->setToolTip(tr("Show these samples"));
    row->addWidget(card, 1);
    connect(card, &QAbstractButton::clicked, this, [this, filter] { showSamples(filter); });
    return card;
}

QWidget* OverviewPage::makeCounts()
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid * 2);
    m_ring = new charts::ProgressRing(72, part);
    row->addWidget(m_ring);
    const auto byState = [](domain::SampleState state) {
        domain::SampleFilter filter;
        filter.state = state;
        return filter;
    };
    domain::SampleFilter hard;
    hard.isHard = true;
    m_total = addCount(row, QStringLiteral("countTotal"), QStringLiteral("image"), tr("Samples"), {});
    m_labelled = addCount(row, QStringLiteral("countLabelled"), QStringLiteral("success"), tr("Labelled"),
                          byState(domain::SampleState::Labelled));
    m_unlabelled = addCount(row, QStringLiteral("countUnlabelled"), QStringLiteral("image"), tr("Unlabelled"),
                            byState(domain::SampleState::Unlabelled));
    m_toConfirm = addCount(row, QStringLiteral("countToConfirm"), QStringLiteral("help"), tr("To confirm"),
                           byState(domain::SampleState::ToConfirm));
    m_hard = addCount(row, QStringLiteral("countHard"), QStringLiteral("hard"), tr("Hard"), hard);
    m_annotations = addCount(row, QStringLiteral("countAnnotations"), QStringLiteral("box"), tr("Annotations"),
                             byState(domain::SampleState::Labelled));
    return part;
}

QWidget* OverviewPage::makeChart()
{
    auto* card = makeCard(this, QStringLiteral("distributionCard"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    m_chart = new charts::LabelDistributionChart(card);
    m_chart->setObjectName(QStringLiteral("labelChart"));
    column->addWidget(m_chart, 1);
    connect(m_chart, &charts::LabelDistributionChart::labelActivated, this, [this](domain::LabelId label) {
        domain::SampleFilter filter;
        filter.labels = {label};
        showSamples(filter);
    });
    return card;
}

QWidget* OverviewPage::makeTasks()
{
    auto* card = makeCard(this, QStringLiteral("tasksCard"));
    card->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    auto* header = new common::SectionHeader(tr("Recent tasks"), card);
    auto* all = new QPushButton(tr("All tasks"), card);
    all->setObjectName(QStringLiteral("allTasks"));
    common::setRole(all, "link");
    header->addAction(all);
    auto* panel = new panels::TaskPanel(m_tasks->model(), card, kShownTasks);
    column->addWidget(header);
    column->addWidget(panel, 1);
    const auto toTasks = [this] { Q_EMIT routeRequested(Route{.page = PageKind::Tasks, .dataset = m_dataset}); };
    connect(all, &QPushButton::clicked, this, toTasks);
    connect(panel, &panels::TaskPanel::problemsRequested, this, toTasks);
    connect(panel, &panels::TaskPanel::resultRequested, this, toTasks);
    connect(panel, &panels::TaskPanel::cancelRequested, this, [this](domain::TaskId id) {
        if (const auto job = TaskFeed::jobOf(id)) {
            context().jobs().cancel(*job);
        }
    });
    return card;
}

QWidget* OverviewPage::makeVersions()
{
    auto* card = makeCard(this, QStringLiteral("versionsCard"));
    card->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    auto* header = new common::SectionHeader(tr("Versions"), card);
    auto* all = new QPushButton(tr("All versions"), card);
    all->setObjectName(QStringLiteral("allVersions"));
    common::setRole(all, "link");
    header->addAction(all);
    column->addWidget(header);
    m_versions = new QVBoxLayout;
    m_versions->setSpacing(4);
    column->addLayout(m_versions);
    connect(all, &QPushButton::clicked, this,
            [this] { Q_EMIT routeRequested(Route{.page = PageKind::Versions, .dataset = m_dataset}); });
    return card;
}

void OverviewPage::refresh()
{
    const auto dataset = store::DatasetRepository(project().store()).find(m_dataset);
    if (!dataset) {
        Q_EMIT routeRequested(Route{.page = PageKind::Datasets});
        return;
    }
    const QLocale locale;
    const domain::DatasetCounters& counters = dataset->counters;
    m_name->setText(dataset->name);
    m_note->setText(dataset->description.isEmpty()
                        ? tr("%1 · %2").arg(items::typeText(dataset->type), dataset->inputLocation)
                        : tr("%1 · %2").arg(items::typeText(dataset->type), dataset->description));
    m_ring->setProgress(counters.labelled, counters.total);
    m_total->setStrongText(locale.toString(counters.total));
    m_labelled->setStrongText(locale.toString(counters.labelled));
    m_unlabelled->setStrongText(locale.toString(counters.unlabelled));
    m_toConfirm->setStrongText(locale.toString(counters.toConfirm));
    m_hard->setStrongText(locale.toString(counters.hard));
    m_annotations->setStrongText(locale.toString(counters.annotations));
    const auto labels = project().labels(m_dataset).labels();
    m_chart->setMeasureChoice(!domain::labelsWholeSamples(dataset->type));
    m_chart->setLabels(labels);
    // On a tall screen the cards end with their content instead of standing empty.
    m_cards->setMaximumHeight(qMax(kCardsHeight, kChartFrame + int(labels.size()) * charts::LabelBars::kBarHeight));
    refreshVersions();
}

void OverviewPage::refreshVersions()
{
    while (QLayoutItem* item = m_versions->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto versions = store::VersionRepository(project().store()).list(m_dataset);
    int shown = 0;
    for (const domain::Version& version : versions.value_or(std::vector<domain::Version>{})) {
        if (shown++ == kShownVersions) {
            break;
        }
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 2, 0, 2);
        row->addWidget(new common::Badge(
            version.name, version.isDraft ? common::BadgeKind::Neutral : common::BadgeKind::Accent, line));
        row->addWidget(
            new common::ElidedLabel(tr("%Ln annotations", nullptr, int(version.annotations)), Qt::ElideRight, line), 1);
        auto* when = new QLabel(items::timeText(version.createdAt), line);
        common::setRole(when, "muted");
        row->addWidget(when);
        m_versions->addWidget(line);
    }
    if (shown == 0) {
        auto* empty = new QLabel(tr("Nothing published yet"));
        common::setRole(empty, "muted");
        m_versions->addWidget(empty);
    }
}

void OverviewPage::showSamples(const domain::SampleFilter& filter)
{
    setSampleFilter(project(), m_dataset, filter);
    Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = m_dataset});
}

void OverviewPage::train()
{
    Q_EMIT routeRequested(Route{.page = PageKind::Training, .dataset = m_dataset});
}

void OverviewPage::takeFiles(const QStringList& paths)
{
    m_flows->take(m_dataset, paths);
}

} // namespace lw::studio
