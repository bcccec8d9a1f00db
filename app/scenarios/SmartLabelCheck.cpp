// SPDX-License-Identifier: GPL-3.0-or-later
//! What a run would work with, and every reason why it cannot start (SM-1).
#include "app/scenarios/SmartJob.h"

#include "engine/jobs/WorkerProgram.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lw::scenarios {

namespace {

struct Smart {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Smart)
};

// Pictures a second on one core, as measured: looking with hand-made features or a small network, and finding objects.
constexpr double kLookRate = 150;
constexpr double kDetectRate = 25;
constexpr double kStartSeconds = 4;

/// How long a run takes, about.
double estimate(const domain::Dataset& dataset, const SmartLabelRequest& request, const SmartLabelCheck& check)
{
    const auto open = double(check.unlabelled + check.proposed);
    const bool isPrecise = request.mode == SmartMode::Precise;
    if (dataset.type == domain::DatasetType::ImageClassification && request.mode != SmartMode::Model) {
        return kStartSeconds + (double(check.labelled) + open * (isPrecise ? 4 : 1)) / kLookRate + (isPrecise ? 5 : 1);
    }
    const double training = request.seconds > 0 ? request.seconds : usualSeconds(request.mode);
    return kStartSeconds + training + open * (isPrecise ? 2 : 1) / kDetectRate;
}

core::Result<> countLabels(store::Store& store, const domain::Dataset& dataset, SmartLabelCheck& check)
{
    const auto labels = store::LabelRepository(store).list(dataset.id);
    if (!labels) {
        return core::failure(labels.error());
    }
    const store::SampleRepository samples(store);
    for (const domain::Label& label : *labels) {
        domain::SampleFilter filter;
        filter.state = domain::SampleState::Labelled;
        filter.labels = {label.id};
        const auto ids = samples.ids(dataset.id, filter);
        if (!ids) {
            return core::failure(ids.error());
        }
        check.labels.push_back({label, ids->size()});
    }
    return {};
}

/// At least two labels with enough samples; if there are not, each label that lacks some is told.
void requireLabels(SmartLabelCheck& check)
{
    const auto isUsed = [](const SmartLabelUse& use) { return use.samples > 0; };
    const auto isEnough = [](const SmartLabelUse& use) { return use.samples >= kLeastSmartSamples; };
    if (std::ranges::count_if(check.labels, isEnough) >= kLeastSmartLabels) {
        return;
    }
    if (const auto used = std::ranges::count_if(check.labels, isUsed); used < kLeastSmartLabels) {
        check.unmet.push_back({SmartCondition::TooFewLabels, {}, used});
    }
    for (const SmartLabelUse& use : check.labels) {
        if (isUsed(use) && !isEnough(use)) {
            check.unmet.push_back({SmartCondition::TooFewSamples, use.label.name, use.samples});
        }
    }
}

void requireModel(store::Store& store, const domain::Dataset& dataset, const SmartLabelRequest& request,
                  SmartLabelCheck& check)
{
    const auto start = smartStart(store, dataset, request);
    if (!start) {
        const bool isMissing = start.error().code == core::ErrorCode::NotFound;
        check.unmet.push_back({isMissing ? SmartCondition::ModelMissing : SmartCondition::ModelUnfit,
                               isMissing ? request.model : start.error().detail, 0});
        return;
    }
    check.modelName = start->name;
    const auto isKnown = [&start](const SmartLabelUse& use) { return start->model->labels.contains(use.label.name); };
    if (start->model && std::ranges::none_of(check.labels, isKnown)) {
        check.unmet.push_back({SmartCondition::ModelUnfit, start->name, 0});
    }
}

} // namespace

bool canSmartLabel(domain::DatasetType type)
{
    return !jobTask(type).isEmpty();
}

QString smartModeName(SmartMode mode)
{
    return mode == SmartMode::Model     ? QStringLiteral("model")
           : mode == SmartMode::Precise ? QStringLiteral("precise")
                                        : QStringLiteral("fast");
}

std::optional<SmartMode> smartModeFromName(const QString& name)
{
    for (const SmartMode mode : {SmartMode::Fast, SmartMode::Precise, SmartMode::Model}) {
        if (name == smartModeName(mode)) {
            return mode;
        }
    }
    return std::nullopt;
}

QString conditionText(const UnmetCondition& condition)
{
    switch (condition.condition) {
    case SmartCondition::TypeUnsupported:
        return Smart::tr("Datasets of this type cannot be labelled by a machine.");
    case SmartCondition::TooFewLabels:
        return Smart::tr("%n label(s) are in use; at least 2 are needed.", nullptr, int(condition.count));
    case SmartCondition::TooFewSamples:
        return Smart::tr("“%1” is on %n labelled sample(s); at least 5 are needed.", nullptr, int(condition.count))
            .arg(condition.subject);
    case SmartCondition::NothingOpen:
        return Smart::tr("There is no unlabelled sample.");
    case SmartCondition::AnotherRun:
        return Smart::tr("Another run works on this dataset: %1.").arg(condition.subject);
    case SmartCondition::ModelMissing:
        return condition.subject.isEmpty() ? Smart::tr("Choose a model first.")
                                           : Smart::tr("The library has no model “%1”.").arg(condition.subject);
    case SmartCondition::ModelUnfit:
        return Smart::tr("The model “%1” does not fit this dataset: its type or its labels are others.")
            .arg(condition.subject);
    case SmartCondition::EngineMissing:
        return Smart::tr("The learning engine is not installed.");
    }
    return {};
}

core::Result<SmartLabelCheck> checkSmartLabel(store::Store& store, const SmartLabelRequest& request)
{
    const auto dataset = store::DatasetRepository(store).find(request.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    SmartLabelCheck check;
    const auto open = store::ProposalRepository(store).open(dataset->id);
    if (!open) {
        return core::failure(open.error());
    }
    if (auto counted = countLabels(store, *dataset, check); !counted) {
        return core::failure(counted.error());
    }
    check.labelled = dataset->counters.labelled;
    check.unlabelled = open->unlabelled.size();
    check.proposed = open->proposed.size();
    if (!canSmartLabel(dataset->type)) {
        check.unmet.push_back({SmartCondition::TypeUnsupported, {}, 0});
        return check;
    }
    if (request.mode != SmartMode::Model) {
        requireLabels(check);
    }
    if (check.unlabelled + check.proposed == 0) {
        check.unmet.push_back({SmartCondition::NothingOpen, {}, 0});
    }
    for (const domain::EngineJob& job : smartJobs(store.folder(), *dataset)) {
        if (job.state == domain::EngineJobState::Running || job.state == domain::EngineJobState::Queued) {
            check.unmet.push_back({SmartCondition::AnotherRun, job.id, 0});
            break;
        }
    }
    requireModel(store, *dataset, request, check);
    if (!worker::findWorker()) {
        check.unmet.push_back({SmartCondition::EngineMissing, {}, 0});
    }
    check.seconds = estimate(*dataset, request, check);
    return check;
}

} // namespace lw::scenarios
