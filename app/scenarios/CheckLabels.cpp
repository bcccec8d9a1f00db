// SPDX-License-Identifier: GPL-3.0-or-later
//! Hands the labels to the worker as numbers and makes labels of its answer.
#include "app/scenarios/CheckLabels.h"

#include "app/scenarios/TwoSteps.h"
#include "models/store/DatasetRepository.h"
#include "models/store/KeptLabelRepository.h"
#include "models/store/SampleRepository.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <map>

namespace lw::scenarios {

namespace {

struct Checks {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Checks)
};

constexpr int kFewestLabels = 2;
constexpr int kFewestPictures = 5;

/// Samples with exactly one label, and the label.
using SingleLabels = QHash<domain::SampleId, domain::LabelId>;

core::Result<SingleLabels> singleLabels(store::Store& store, domain::DatasetId dataset)
{
    const auto sets = store::SampleRepository(store).labelSets(dataset);
    if (!sets) {
        return core::failure(sets.error());
    }
    domain::SampleFilter filter;
    filter.state = domain::SampleState::Labelled;
    const auto labelled = store::SampleRepository(store).ids(dataset, filter);
    if (!labelled) {
        return core::failure(labelled.error());
    }
    SingleLabels labels;
    for (const domain::SampleId id : *labelled) {
        if (const auto found = sets->constFind(id); found != sets->cend() && found->size() == 1) {
            labels.insert(id, found->front());
        }
    }
    return labels;
}

/// Numbers the labels, and tells whether there are enough of them to compare.
core::Result<std::vector<domain::LabelId>> classesOf(const SingleLabels& labels)
{
    std::map<domain::LabelId, qint64> counts;
    for (const domain::LabelId label : labels) {
        ++counts[label];
    }
    const auto enough = std::ranges::count_if(counts, [](const auto& each) { return each.second >= kFewestPictures; });
    if (enough < kFewestLabels) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             Checks::tr("To check labels, at least %L1 labels must be on %L2 pictures each.")
                                 .arg(kFewestLabels)
                                 .arg(kFewestPictures));
    }
    std::vector<domain::LabelId> classes;
    for (const auto& [label, count] : counts) {
        classes.push_back(label);
    }
    return classes;
}

/// Those whose suggestion is another label.
std::vector<DoubtfulLabel> doubtfulOf(const QJsonObject& answer, const SingleLabels& labels,
                                      const std::vector<domain::LabelId>& classes)
{
    const QJsonArray ids = answer.value(QStringLiteral("ids")).toArray();
    const QJsonArray scores = answer.value(QStringLiteral("scores")).toArray();
    const QJsonArray suggestions = answer.value(QStringLiteral("suggestions")).toArray();
    const QJsonArray confidence = answer.value(QStringLiteral("confidence")).toArray();
    std::vector<DoubtfulLabel> doubtful;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const domain::SampleId sample(ids[i].toInteger());
        const auto suggested = size_t(std::clamp<qint64>(suggestions.at(i).toInteger(), 0, qint64(classes.size()) - 1));
        const domain::LabelId label = labels.value(sample);
        if (classes[suggested] != label) {
            doubtful.push_back(
                {sample, label, classes[suggested], scores.at(i).toDouble(), confidence.at(i).toDouble()});
        }
    }
    std::ranges::stable_sort(doubtful, std::greater(), &DoubtfulLabel::suspicion);
    return doubtful;
}

} // namespace

core::Result<CheckLabelsOutcome> checkLabels(store::Store& store, domain::DatasetId dataset, const EngineLens& engine,
                                             const core::Control& control, bool includesKept)
{
    const auto found = store::DatasetRepository(store).find(dataset);
    if (!found) {
        return core::failure(found.error());
    }
    if (found->type != domain::DatasetType::ImageClassification) {
        return core::failure(core::ErrorCode::Unsupported, found->name);
    }
    const auto labels = singleLabels(store, dataset);
    if (!labels) {
        return core::failure(labels.error());
    }
    const auto kept = store::KeptLabelRepository(store).list(dataset);
    if (!kept) {
        return core::failure(kept.error());
    }
    const auto classes = classesOf(*labels);
    if (!classes) {
        return core::failure(classes.error());
    }
    auto embedded = embedSamples(store, dataset, engine, labels->keys(), firstStep(control));
    if (!embedded) {
        return core::failure(embedded.error());
    }
    QJsonArray numbers;
    for (const domain::SampleId id : embedded->ids) {
        numbers.append(qint64(std::ranges::lower_bound(*classes, labels->value(id)) - classes->begin()));
    }
    QJsonObject request = vectorRequest(engine, *embedded);
    request.insert(QStringLiteral("labels"), numbers);
    request.insert(QStringLiteral("classes"), qint64(classes->size()));
    const auto answer = engine.ask(QStringLiteral("check"), request, secondStep(control));
    if (!answer) {
        return core::failure(answer.error());
    }
    CheckLabelsOutcome outcome;
    outcome.doubtful = doubtfulOf(*answer, *labels, *classes);
    if (!includesKept) {
        outcome.kept = qint64(std::erase_if(outcome.doubtful, [&kept](const DoubtfulLabel& each) {
            return kept->value(each.sample) == each.label;
        }));
    }
    outcome.checked = answer->value(QStringLiteral("ids")).toArray().size();
    outcome.problems = std::move(embedded->problems);
    return outcome;
}

} // namespace lw::scenarios
