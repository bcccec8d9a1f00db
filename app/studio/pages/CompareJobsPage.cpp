// SPDX-License-Identifier: GPL-3.0-or-later
//! A table with a column per job over their curves.
#include "app/studio/pages/CompareJobsPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/learning/Curves.h"
#include "app/studio/learning/JobFollower.h"
#include "models/domain/Algorithms.h"
#include "models/domain/Evaluation.h"
#include "models/items/EngineTexts.h"
#include "models/items/Texts.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::studio {

namespace {

using domain::EngineJob;

const QString kNone = QStringLiteral("–");

constexpr int kDiffersRole = Qt::UserRole + 1;
constexpr int kTitleWidth = 190;
constexpr int kChartHeight = 260;

/// Numbers of the latest evaluation of the model that a training left; empty without one.
QJsonObject evaluationOf(const EngineJob& job, const std::vector<EngineJob>& all)
{
    QJsonObject numbers;
    // The newest first: the first evaluation of the model is the latest.
    const auto evaluation = std::find_if(all.begin(), all.end(), [&](const EngineJob& each) {
        return each.kind == domain::EngineJobKind::Evaluate && each.state == domain::EngineJobState::Succeeded &&
               (each.id == job.id || (job.kind == domain::EngineJobKind::Train && each.model == job.id));
    });
    if (evaluation == all.end()) {
        return numbers;
    }
    if (const auto found = domain::evaluationOf(evaluation->result, evaluation->labels)) {
        numbers.insert(QStringLiteral("precision"), found->meanPrecision());
        numbers.insert(QStringLiteral("recall"), found->meanRecall());
        numbers.insert(QStringLiteral("macroF1"), found->macroF1);
        if (found->coco) {
            numbers.insert(QStringLiteral("map50"), (*found->coco)[1]);
            numbers.insert(QStringLiteral("map"), (*found->coco)[0]);
        } else {
            numbers.insert(QStringLiteral("accuracy"), found->accuracy);
        }
    }
    return numbers;
}

/// Lays a quiet colour beneath cells that differ: a style sheet leaves no room for the item's own background.
class DifferenceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.data(kDiffersRole).toBool()) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(common::colours().accentSoft);
            painter->drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 4, 4);
            painter->restore();
        }
        QStyledItemDelegate::paint(painter, option, index);
    }
};

} // namespace

CompareJobsPage::CompareJobsPage(AppContext& context, QWidget* parent) : Page(context, parent)
{
    setObjectName(QStringLiteral("comparePage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    column->setSpacing(common::kGrid * 2);
    column->addWidget(makeHead());
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    m_table = new QTableWidget(splitter);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setAccessibleName(tr("Jobs side by side"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->setItemDelegate(new DifferenceDelegate(m_table));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    splitter->addWidget(m_table);
    splitter->addWidget(makeChart());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kChartHeight, kChartHeight});
    column->addWidget(splitter, 1);
    jobs::JobWatch& watch = project().jobWatch();
    connect(&watch, &jobs::JobWatch::firstLookDone, this, &CompareJobsPage::refresh);
    connect(&watch, &jobs::JobWatch::jobsChanged, this, &CompareJobsPage::refresh);
}

QString CompareJobsPage::title() const
{
    return tr("Comparison");
}

void CompareJobsPage::open(const Route& route)
{
    m_ids = route.anchor.split(u',', Qt::SkipEmptyParts);
    for (JobFollower* follower : m_followers) {
        follower->deleteLater();
    }
    m_followers.clear();
    for (const QString& id : std::as_const(m_ids)) {
        auto* follower = new JobFollower(project(), false, this);
        connect(follower, &JobFollower::pointsChanged, this, [this] {
            fillCurveChoice();
            showCurves();
        });
        m_followers.push_back(follower);
        follower->follow(id);
    }
    refresh();
}

void CompareJobsPage::leave()
{
    for (JobFollower* follower : m_followers) {
        follower->setActive(false);
    }
}

QWidget* CompareJobsPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto* title = new QLabel(tr("Comparison"), head);
    common::setRole(title, "title");
    m_note = new QLabel(head);
    common::setRole(m_note, "muted");
    m_onlyDifferences = new QCheckBox(tr("Differences only"), head);
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    m_onlyDifferences->setToolTip(tr("Hide rows in which all jobs are alike"));
    row->addWidget(title);
    row->addWidget(m_note);
    row->addStretch(1);
    row->addWidget(m_onlyDifferences);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &CompareJobsPage::fillTable);
    return head;
}

QWidget* CompareJobsPage::makeChart()
{
    auto* card = new QFrame(this);
    common::setRole(card, "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    auto* header = new common::SectionHeader(tr("Curves"), card);
    m_curve = new QComboBox(header);
    m_curve->setObjectName(QStringLiteral("compareCurve"));
    m_curve->setAccessibleName(tr("Number"));
    m_curve->setToolTip(tr("Which number is drawn"));
    m_curve->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_axis = new QComboBox(header);
    m_axis->setObjectName(QStringLiteral("compareAxis"));
    m_axis->setAccessibleName(tr("Along the charts"));
    m_axis->setToolTip(m_axis->accessibleName());
    m_axis->addItems({tr("Steps"), tr("Time")});
    header->addAction(m_curve);
    header->addAction(m_axis);
    m_chart = new charts::LineChart(tr("Curves"), card);
    m_chart->setObjectName(QStringLiteral("compareChart"));
    column->addWidget(header);
    column->addWidget(m_chart, 1);
    card->setMinimumHeight(kChartHeight);
    connect(m_curve, &QComboBox::currentIndexChanged, this, &CompareJobsPage::showCurves);
    connect(m_axis, &QComboBox::currentIndexChanged, this, &CompareJobsPage::showCurves);
    return card;
}

void CompareJobsPage::refresh()
{
    std::vector<EngineJob> found;
    const jobs::JobWatch& watch = project().jobWatch();
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        if (const EngineJob* job = watch.find(m_ids.at(i))) {
            found.push_back(*job);
            m_followers[size_t(i)]->setActive(isVisible() && !job->isOver());
        }
    }
    if (found != m_jobs || m_table->columnCount() != int(found.size()) + 1) {
        m_jobs = std::move(found);
        m_note->setText(watch.hasLooked() && qsizetype(m_jobs.size()) < m_ids.size() ? tr("A job of these is gone.")
                                                                                     : QString());
        fillTable();
        showCurves();
    }
}

void CompareJobsPage::addSection(const QString& title)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* item = new QTableWidgetItem(title);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    item->setFont(bold);
    item->setFlags(Qt::ItemIsEnabled);
    m_table->setItem(row, 0, item);
    m_table->setSpan(row, 0, 1, m_table->columnCount());
}

void CompareJobsPage::addRow(const QString& title, const QStringList& texts, const QString& tip)
{
    const bool isAlike =
        std::all_of(texts.begin(), texts.end(), [&](const QString& each) { return each == texts.front(); });
    const bool isEmpty = std::all_of(texts.begin(), texts.end(), [](const QString& each) { return each == kNone; });
    if (isEmpty || (isAlike && m_onlyDifferences->isChecked())) {
        return;
    }
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* caption = new QTableWidgetItem(title);
    caption->setToolTip(tip);
    caption->setForeground(common::colours().textMuted);
    m_table->setItem(row, 0, caption);
    for (int i = 0; i < int(texts.size()); ++i) {
        auto* item = new QTableWidgetItem(texts.at(i));
        item->setToolTip(texts.at(i));
        item->setData(kDiffersRole, !isAlike);
        m_table->setItem(row, i + 1, item);
    }
}

void CompareJobsPage::addNumbers(const std::vector<QJsonObject>& numbers)
{
    for (const char* name : {"map50", "map", "miou", "accuracy", "macroF1", "precision", "recall", "loss"}) {
        const QString id = QLatin1String(name);
        QStringList row;
        for (const QJsonObject& each : numbers) {
            row.append(each.value(id).isDouble() ? items::metricText(id, each.value(id).toDouble()) : kNone);
        }
        addRow(items::metricTitle(id), row);
    }
}

void CompareJobsPage::fillTable()
{
    m_table->clearSpans();
    m_table->setRowCount(0);
    m_table->setColumnCount(int(m_jobs.size()) + 1);
    QStringList names{QString()};
    for (const EngineJob& job : m_jobs) {
        names.append(items::jobTitle(job));
    }
    m_table->setHorizontalHeaderLabels(names);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    m_table->setColumnWidth(0, kTitleWidth);
    if (m_jobs.empty()) {
        return;
    }
    const auto texts = [this](auto text) {
        QStringList list;
        for (const EngineJob& job : m_jobs) {
            const QString each = text(job);
            list.append(each.isEmpty() ? kNone : each);
        }
        return list;
    };
    std::vector<QJsonObject> trained;
    std::vector<QJsonObject> evaluated;
    for (const EngineJob& job : m_jobs) {
        trained.push_back(job.result.value(QLatin1String("best")).toObject());
        evaluated.push_back(evaluationOf(job, project().jobWatch().list()));
    }
    addSection(tr("Best validation"));
    addNumbers(trained);
    addRow(tr("State"), texts([](const EngineJob& job) { return items::engineJobStateText(job.state); }));
    addRow(tr("Time"), texts([](const EngineJob& job) {
               return job.finishedAt > job.startedAt ? items::durationText(job.finishedAt - job.startedAt) : QString();
           }));
    if (std::any_of(evaluated.begin(), evaluated.end(), [](const QJsonObject& each) { return !each.isEmpty(); })) {
        addSection(tr("Latest evaluation"));
        addNumbers(evaluated);
    }
    addSection(tr("Data"));
    addRow(tr("Dataset"), texts(&items::inputsText));
    addRow(tr("Labelled"), texts([](const EngineJob& job) { return QLocale().toString(job.labelled); }));
    addSection(tr("Parameters"));
    addRow(tr("Algorithm"), texts([](const EngineJob& job) { return items::algorithmTitle(job.algorithm); }));
    addRow(tr("Started from"), texts([](const EngineJob& job) { return job.model; }));
    QStringList ids;
    for (const EngineJob& job : m_jobs) {
        for (const QString& id : job.parameters.keys()) {
            if (!ids.contains(id)) {
                ids.append(id);
            }
        }
    }
    for (const QString& id : std::as_const(ids)) {
        addRow(items::parameterTitle(id), texts([&](const EngineJob& job) {
                   return job.parameters.contains(id) ? items::parameterText(id, job.parameters.value(id)) : QString();
               }),
               items::parameterHint(id));
    }
}

void CompareJobsPage::fillCurveChoice()
{
    QStringList names;
    for (const JobFollower* follower : m_followers) {
        for (const domain::MetricPoint& point : follower->points()) {
            if (!names.contains(point.name) && !point.name.startsWith(QLatin1String("system/"))) {
                names.append(point.name);
            }
        }
    }
    // What tells runs apart comes first: what validation says of the quality.
    std::stable_sort(names.begin(), names.end(), [](const QString& a, const QString& b) {
        const auto rank = [](const QString& name) {
            return name.startsWith(QLatin1String("validation/")) ? (isQuality(name) ? 0 : 1) : 2;
        };
        return rank(a) < rank(b);
    });
    for (int i = 0; i < int(names.size()); ++i) {
        if (m_curve->findData(names.at(i)) < 0) {
            const QString title = items::metricTitle(bareName(names.at(i)));
            m_curve->insertItem(std::min(i, m_curve->count()),
                                names.at(i).startsWith(QLatin1String("train/")) ? tr("%1 (training)").arg(title)
                                                                                : tr("%1 (validation)").arg(title),
                                names.at(i));
        }
    }
}

void CompareJobsPage::showCurves()
{
    const QString wanted = m_curve->currentData().toString();
    const auto axis = static_cast<CurveAxis>(m_axis->currentIndex());
    std::vector<charts::LineSeries> series;
    for (size_t i = 0; i < m_followers.size(); ++i) {
        const EngineJob* job = project().jobWatch().find(m_followers[i]->id());
        auto curves = curvesOf(m_followers[i]->points(), axis, [&](const QString& name) { return name == wanted; });
        if (job && !curves.empty()) {
            series.push_back({items::jobTitle(*job), curves.front().points});
        }
    }
    m_chart->setAxes({.xTitle = axis == CurveAxis::Steps ? tr("Steps") : tr("Seconds"), .isShare = isQuality(wanted)});
    m_chart->setSeries(series);
}

} // namespace lw::studio
