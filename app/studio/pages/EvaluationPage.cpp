// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads the result of an evaluation and shows it from several sides.
#include "app/studio/pages/EvaluationPage.h"

#include "app/scenarios/EvaluationAdvice.h"
#include "app/studio/AppContext.h"
#include "app/studio/SampleView.h"
#include "app/studio/learning/EvaluationTables.h"
#include "app/studio/learning/WorstSamples.h"
#include "models/items/EngineTexts.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/charts/ConfusionMatrixView.h"
#include "widgets/charts/FeatureBars.h"
#include "widgets/charts/LineChart.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/common/Toast.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::studio {

namespace {

constexpr size_t kMostCurves = 8;

QFrame* numberCard(const QString& name, const QString& title, const QString& value, const QString& tip, QWidget* parent)
{
    auto* card = new QFrame(parent);
    card->setObjectName(name);
    card->setToolTip(tip);
    common::setRole(card, "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(0);
    auto* number = new QLabel(value, card);
    common::setRole(number, "number");
    auto* caption = new QLabel(title, card);
    common::setRole(caption, "muted");
    column->addWidget(number);
    column->addWidget(caption);
    card->setAccessibleName(EvaluationPage::tr("%1: %2").arg(title, value));
    return card;
}

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// The dataset with that uid and its folder; nothing when it is gone.
struct SampleRows {
    domain::DatasetId dataset;
    QString inputLocation;
    std::vector<domain::Sample> rows;
};

core::Result<SampleRows> readRows(store::Store& store, const QString& uid, const QList<domain::SampleId>& ids)
{
    const auto datasets = store::DatasetRepository(store).list();
    if (!datasets) {
        return core::failure(datasets.error());
    }
    for (const domain::Dataset& dataset : *datasets) {
        if (dataset.uid == uid) {
            auto rows = store::SampleRepository(store).rows(ids);
            if (!rows) {
                return core::failure(rows.error());
            }
            // Deleted samples lie in the trash; ids of another project's dataset would be strangers here.
            std::erase_if(*rows, [&](const domain::Sample& row) { return row.datasetId != dataset.id; });
            return SampleRows{dataset.id, dataset.inputLocation, std::move(*rows)};
        }
    }
    return SampleRows{};
}

} // namespace

EvaluationPage::EvaluationPage(AppContext& context, QWidget* parent) : Page(context, parent)
{
    setObjectName(QStringLiteral("evaluationPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    m_stack = new QStackedWidget(this);
    outer->addWidget(m_stack);
    auto* content = new QWidget(m_stack);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid * 2);
    column->addWidget(makeHead());
    m_tabs = new QTabWidget(content);
    m_tabs->setObjectName(QStringLiteral("evaluationTabs"));
    m_tabs->setDocumentMode(true);
    m_scores = new LabelScoreTable(m_tabs);
    m_curves = new charts::LineChart(tr("Precision over recall"), m_tabs);
    m_curves->setObjectName(QStringLiteral("precisionCurves"));
    m_tabs->addTab(makeOverview(), tr("Overview"));
    m_tabs->addTab(m_scores, tr("Labels"));
    m_tabs->addTab(makeMatrix(), tr("Confusion"));
    m_tabs->addTab(m_curves, tr("Curves"));
    m_tabs->addTab(makeFeatures(), tr("Data features"));
    m_tabs->addTab(makeWorst(), tr("Worst samples"));
    column->addWidget(m_tabs, 1);
    m_stack->addWidget(content);
    m_nothing = new common::EmptyState(QStringLiteral("chart"), tr("There is no result"), {}, m_stack);
    QPushButton* all = m_nothing->addPrimaryButton(tr("All jobs"));
    all->setObjectName(QStringLiteral("allJobs"));
    connect(all, &QPushButton::clicked, this, [this] { Q_EMIT routeRequested(Route{.page = PageKind::Training}); });
    m_stack->addWidget(m_nothing);
    jobs::JobWatch& watch = project().jobWatch();
    connect(&watch, &jobs::JobWatch::firstLookDone, this, &EvaluationPage::refresh);
    connect(&watch, &jobs::JobWatch::jobsChanged, this, [this](const QStringList& ids) {
        if (ids.contains(m_id)) {
            refresh();
        }
    });
}

QString EvaluationPage::title() const
{
    return m_job.id.isEmpty() ? tr("Evaluation") : items::jobTitle(m_job);
}

void EvaluationPage::open(const Route& route)
{
    if (route.anchor != m_id) {
        m_job = {};
        m_tabs->setCurrentIndex(0);
    }
    m_id = route.anchor;
    refresh();
}

QWidget* EvaluationPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_name = new common::ElidedLabel({}, Qt::ElideMiddle, head);
    m_name->setObjectName(QStringLiteral("evaluationName"));
    common::setRole(m_name, "title");
    m_note = new common::ElidedLabel({}, Qt::ElideMiddle, head);
    common::setRole(m_note, "muted");
    words->addWidget(m_name);
    words->addWidget(m_note);
    row->addLayout(words, 1);
    auto* job = new QPushButton(common::icon(QStringLiteral("list")), tr("Log and parameters"), head);
    job->setObjectName(QStringLiteral("toJob"));
    job->setToolTip(tr("The job that measured this"));
    row->addWidget(job, 0, Qt::AlignTop);
    connect(job, &QPushButton::clicked, this,
            [this] { Q_EMIT routeRequested(Route{.page = PageKind::Job, .anchor = m_id}); });
    return head;
}

QWidget* EvaluationPage::makeOverview()
{
    auto* scroll = new QScrollArea(m_tabs);
    scroll->setWidgetResizable(true);
    auto* page = new QWidget(scroll);
    common::setRole(page, "page");
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, common::kGrid * 2, common::kGrid, 0);
    column->setSpacing(common::kGrid * 2);
    m_numbers = new QWidget(page);
    auto* numbers = new QHBoxLayout(m_numbers);
    numbers->setContentsMargins(0, 0, 0, 0);
    numbers->setSpacing(common::kGrid * 2);
    column->addWidget(m_numbers);
    auto* row = new QHBoxLayout;
    row->setSpacing(common::kGrid * 2);
    auto* card = new QFrame(page);
    card->setObjectName(QStringLiteral("adviceCard"));
    common::setRole(card, "card");
    m_advice = new QVBoxLayout(card);
    m_advice->setContentsMargins(16, 12, 16, 16);
    m_advice->setSpacing(common::kGrid + 4);
    m_coco = new CocoTable(page);
    row->addWidget(card, 3);
    row->addWidget(m_coco, 2);
    column->addLayout(row, 1);
    scroll->setWidget(page);
    return scroll;
}

QWidget* EvaluationPage::makeMatrix()
{
    auto* part = new QWidget(m_tabs);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, common::kGrid, 0, 0);
    m_cell = new QLabel(tr("Click a cell to see its samples."), part);
    m_cell->setObjectName(QStringLiteral("matrixHint"));
    common::setRole(m_cell, "muted");
    m_matrix = new charts::ConfusionMatrixView(part);
    column->addWidget(m_cell);
    column->addWidget(m_matrix, 1);
    connect(m_matrix, &charts::ConfusionMatrixView::cellActivated, this, &EvaluationPage::openCell);
    return part;
}

QWidget* EvaluationPage::makeFeatures()
{
    auto* scroll = new QScrollArea(m_tabs);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(scroll);
    common::setRole(page, "page");
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, common::kGrid, common::kGrid, 0);
    auto* note = new QLabel(tr("Samples in groups of rising values, and how well the model does in each. Where columns "
                               "differ much, samples of the weak kind are worth labelling."),
                            page);
    note->setWordWrap(true);
    common::setRole(note, "muted");
    m_features = new charts::FeatureBars(page);
    column->addWidget(note);
    column->addWidget(m_features);
    column->addStretch(1);
    scroll->setWidget(page);
    return scroll;
}

QWidget* EvaluationPage::makeWorst()
{
    auto* part = new QWidget(m_tabs);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, common::kGrid, 0, 0);
    auto* row = new QHBoxLayout;
    m_worstNote = new QLabel(part);
    m_worstNote->setObjectName(QStringLiteral("worstNote"));
    m_worstNote->setWordWrap(true);
    common::setRole(m_worstNote, "muted");
    auto* gallery = new QPushButton(common::icon(QStringLiteral("gallery")), tr("Show in the gallery"), part);
    gallery->setObjectName(QStringLiteral("worstInGallery"));
    gallery->setToolTip(tr("The same samples in the gallery of the dataset"));
    row->addWidget(m_worstNote, 1);
    row->addWidget(gallery);
    column->addLayout(row);
    m_worst = new WorstSamples(project().thumbnails(), part);
    column->addWidget(m_worst, 1);
    connect(gallery, &QPushButton::clicked, this, [this] { openInGallery(m_worst->ids()); });
    connect(m_worst, &WorstSamples::sampleActivated, this, [this](domain::SampleId sample) {
        // Next and previous walk through the worst samples.
        domain::SampleFilter picked;
        picked.samples = m_worst->ids();
        setSampleFilter(project(), m_dataset, picked);
        Q_EMIT routeRequested(Route{.page = PageKind::Canvas, .dataset = m_dataset, .sample = sample});
    });
    return part;
}

void EvaluationPage::refresh()
{
    const jobs::JobWatch& watch = project().jobWatch();
    const domain::EngineJob* job = watch.find(m_id);
    if (job && m_job == *job) {
        return;
    }
    m_job = job ? *job : domain::EngineJob();
    const auto evaluation = domain::evaluationOf(m_job.result, m_job.labels);
    if (!evaluation) {
        m_nothing->setText(!watch.hasLooked() ? tr("Reading…")
                           : !job             ? tr("The job was deleted, or its folder was moved away.")
                           : !job->isOver()   ? tr("The evaluation is still running.")
                                              : tr("The job ended without a result that can be shown."));
        m_stack->setCurrentIndex(1);
        return;
    }
    m_evaluation = *evaluation;
    m_stack->setCurrentIndex(0);
    showEvaluation();
    Q_EMIT routeReplaced(Route{.page = PageKind::Evaluation, .anchor = m_id}); // the title is known now
}

void EvaluationPage::showEvaluation()
{
    m_name->setText(items::jobTitle(m_job));
    m_note->setText(tr("Model %1 on %2").arg(m_job.model, items::inputsText(m_job)));
    showNumbers();
    showAdvice();
    m_scores->setEvaluation(m_evaluation);
    if (m_evaluation.isOfMasks()) {
        m_matrix->setPixels(m_evaluation.labels, m_evaluation.counts);
    } else {
        m_matrix->setMatrix(m_evaluation.labels, m_evaluation.counts);
    }
    showCurves();
    showFeatures();
    findSamples();
}

void EvaluationPage::showNumbers()
{
    empty(m_numbers->layout());
    const auto add = [this](const QString& name, const QString& title, double share, const QString& tip) {
        m_numbers->layout()->addWidget(
            numberCard(name, title, items::metricText(QStringLiteral("accuracy"), share), tip, m_numbers));
    };
    if (m_evaluation.isOfMasks()) {
        add(QStringLiteral("numberMiou"), tr("Mean IoU"), *m_evaluation.meanIou,
            tr("Pixels that truth and answer share, by all pixels of either; mean over the labels"));
        add(QStringLiteral("numberAccuracy"), tr("Pixel accuracy"), m_evaluation.accuracy,
            tr("Share of the pixels with the right answer"));
    } else if (m_evaluation.coco) {
        add(QStringLiteral("numberMap50"), tr("mAP 50"), (*m_evaluation.coco)[1],
            tr("Mean average precision; an object counts as found from half an overlap on"));
        add(QStringLiteral("numberMap"), tr("mAP 50:95"), (*m_evaluation.coco)[0],
            tr("Mean over stricter and stricter overlaps: tells how tight the boxes sit"));
    } else {
        add(QStringLiteral("numberAccuracy"), tr("Accuracy"), m_evaluation.accuracy,
            tr("Share of the samples with the right answer"));
    }
    add(QStringLiteral("numberPrecision"), tr("Precision"), m_evaluation.meanPrecision(),
        tr("Share of the answers that are right, mean over the labels"));
    add(QStringLiteral("numberRecall"), tr("Recall"), m_evaluation.meanRecall(),
        tr("Share of what is there that is found, mean over the labels"));
    add(QStringLiteral("numberF1"), tr("F1 score"), m_evaluation.macroF1,
        tr("Precision and recall in one number, mean over the labels"));
    m_numbers->layout()->addWidget(numberCard(QStringLiteral("numberSamples"), tr("Samples"),
                                              QLocale().toString(m_job.samples),
                                              tr("Samples that were looked at"), m_numbers));
    m_coco->setVisible(m_evaluation.coco.has_value());
    if (m_evaluation.coco) {
        m_coco->setNumbers(*m_evaluation.coco);
    }
}

void EvaluationPage::showAdvice()
{
    empty(m_advice);
    auto* heading = new QLabel(tr("What to do next"));
    common::setRole(heading, "heading");
    m_advice->addWidget(heading);
    for (const scenarios::Advice& each : scenarios::adviceFor(m_evaluation)) {
        auto* line = new QWidget;
        line->setObjectName(QStringLiteral("advice%1").arg(int(each.kind)));
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(common::kGrid + 4);
        const bool isGood = each.kind == scenarios::AdviceKind::Good;
        auto* icon = new QLabel(line);
        icon->setPixmap(common::icon(isGood ? QStringLiteral("success") : QStringLiteral("info"),
                                     isGood ? common::colours().success : common::colours().accent)
                            .pixmap(QSize(20, 20), devicePixelRatioF()));
        auto* text = new QLabel(scenarios::adviceText(each, m_evaluation), line);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        row->addWidget(icon, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        if (each.kind == scenarios::AdviceKind::CheckWorst) {
            auto* show = new QPushButton(tr("Show"), line);
            show->setObjectName(QStringLiteral("adviceShowWorst"));
            common::setRole(show, "link");
            row->addWidget(show, 0, Qt::AlignTop);
            connect(show, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(m_tabs->count() - 1); });
        }
        m_advice->addWidget(line);
    }
    m_advice->addStretch(1);
}

void EvaluationPage::showCurves()
{
    m_curves->setAxes({.xTitle = tr("Recall"), .yTitle = tr("Precision"), .isShare = true, .xMost = 1.0});
    // More than a handful cannot be told apart: those with the weakest results matter.
    std::vector<domain::LabelScore> scores = m_evaluation.scores;
    std::erase_if(scores, [](const domain::LabelScore& score) { return score.curve.isEmpty(); });
    std::stable_sort(scores.begin(), scores.end(), [](const domain::LabelScore& a, const domain::LabelScore& b) {
        return a.ap50.value_or(a.ap.value_or(0)) < b.ap50.value_or(b.ap.value_or(0));
    });
    std::vector<charts::LineSeries> series;
    for (const domain::LabelScore& score : scores) {
        if (series.size() < kMostCurves) {
            series.push_back({tr("%1 (AP %2)").arg(score.label, items::metricText(QStringLiteral("map"),
                                                                                 score.ap50.value_or(
                                                                                     score.ap.value_or(-1)))),
                              score.curve});
        }
    }
    m_curves->setSeries(series);
}

void EvaluationPage::showFeatures()
{
    const QLocale locale;
    std::vector<charts::FeatureRow> rows;
    const auto number = [&locale](double value) {
        return value >= 1000 ? locale.toString(value, 'f', 0) : locale.toString(value, 'g', 3);
    };
    for (const domain::FeatureSensitivity& each : m_evaluation.sensitivity) {
        if (each.groups.size() < 2) {
            continue; // alike in all samples
        }
        charts::FeatureRow row{scenarios::featureText(each.feature), {}, each.matters()};
        for (const domain::FeatureGroup& group : each.groups) {
            //: a range of values
            row.columns.push_back({tr("%1 – %2").arg(number(group.least), number(group.most)),
                                   group.score, group.samples});
        }
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const charts::FeatureRow& a, const charts::FeatureRow& b) { return a.isNotable && !b.isNotable; });
    m_features->setRows(rows);
    m_tabs->setTabVisible(4, !rows.empty());
}

void EvaluationPage::findSamples()
{
    QList<domain::SampleId> ids;
    for (const domain::SampleScore& score : m_evaluation.samples) {
        if (score.sample.isValid()) {
            ids.append(score.sample);
        }
    }
    const QString uid = m_job.inputs.isEmpty() ? QString() : m_job.inputs.front().datasetUid;
    const auto read = [uid, ids](store::Store& store) { return readRows(store, uid, ids); };
    core::whenDone(project().inBackground(read), this, [this, id = m_id](const core::Result<SampleRows>& found) {
        if (id != m_id) {
            return;
        }
        if (!found) {
            report(found.error());
            return;
        }
        m_dataset = found->dataset;
        m_worst->setSamples(m_evaluation, found->rows, found->inputLocation);
        m_there = m_worst->ids();
        m_worstNote->setText(
            m_there.isEmpty() ? tr("No sample to show: the model made no mistake, or the dataset is gone.")
                              : tr("The worst first. Open one to see it with its labels: often the label is wrong, not "
                                   "the model."));
    });
}

void EvaluationPage::openCell(int isTrue, int said)
{
    const QList<domain::SampleId> samples = m_dataset.isValid() ? m_evaluation.samplesOf(isTrue, said)
                                                                : QList<domain::SampleId>();
    m_cell->setText(m_matrix->cellText(isTrue, said));
    if (samples.isEmpty()) {
        common::Toast::showMessage(this, {tr("There is no sample to show for this cell.")});
    } else {
        openInGallery(samples);
    }
}

void EvaluationPage::openInGallery(const QList<domain::SampleId>& samples)
{
    if (samples.isEmpty() || !m_dataset.isValid()) {
        return;
    }
    domain::SampleFilter picked;
    picked.samples = samples;
    setSampleFilter(project(), m_dataset, picked);
    Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = m_dataset});
}

} // namespace lw::studio
