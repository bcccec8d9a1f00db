// SPDX-License-Identifier: GPL-3.0-or-later
//! Checks, estimate, job.json.
#include "app/scenarios/TrainModel.h"

#include "app/scenarios/EngineJobs.h"
#include "app/scenarios/Messages.h"
#include "engine/jobs/JobFolders.h"
#include "engine/jobs/ModelLibrary.h"
#include "engine/jobs/WorkerProgram.h"
#include "models/domain/Algorithms.h"
#include "models/domain/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace lw::scenarios {

using domain::DatasetType;

namespace {

struct Training {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Training)
};

constexpr qint64 kLeastTraining = 2;
constexpr qsizetype kLongestName = 64;
constexpr qint64 kLeastOutlines = 30;
/// Seconds that a picture takes to be decoded the first time; measured for photos of a megapixel.
constexpr double kDecodeSeconds = 0.008;
/// Start of the process and of libtorch.
constexpr double kStartSeconds = 3;

/// All that estimate and start need.
struct Plan {
    GatheredPictures pictures;
    const domain::Algorithm* algorithm = nullptr;
    QJsonObject parameters;
    std::optional<domain::LibraryModel> model;
    TrainingEstimate estimate;
};

void checkName(const QString& name, QStringList& unmet)
{
    if (name.trimmed().isEmpty()) {
        unmet.append(Training::tr("Give the training a name."));
    } else if (name.trimmed().size() > kLongestName || name.startsWith(u'.')) {
        unmet.append(Training::tr("The name may have 64 characters at most and not begin with a dot."));
    }
}

void checkAlgorithm(const TrainingRequest& request, Plan& plan)
{
    QStringList& unmet = plan.estimate.unmet;
    plan.algorithm = domain::algorithmOf(request.algorithm);
    if (plan.algorithm == nullptr) {
        unmet.append(Training::tr("There is no algorithm “%1”.").arg(request.algorithm));
        return;
    }
    auto parameters = domain::completeParameters(*plan.algorithm, request.parameters);
    if (!parameters) {
        unmet.append(Training::tr("The parameter “%1” is unknown to the algorithm, or its value is out of range.")
                         .arg(parameters.error().detail));
        return;
    }
    plan.parameters = std::move(*parameters);
}

void checkModel(const store::Store& store, const TrainingRequest& request, Plan& plan)
{
    if (request.model.isEmpty() || plan.algorithm == nullptr) {
        return;
    }
    QStringList& unmet = plan.estimate.unmet;
    const auto model = worker::ModelLibrary(store.folder()).find(request.model);
    if (!model) {
        unmet.append(Training::tr("There is no model “%1” in the library.").arg(request.model));
    } else if (!plan.algorithm->takesWeights) {
        unmet.append(Training::tr("This algorithm cannot start from a model."));
    } else if (model->net != plan.algorithm->net) {
        unmet.append(Training::tr("The model “%1” is of the network %2; this algorithm trains %3.")
                         .arg(model->name, model->net, plan.algorithm->net));
    } else {
        plan.model = *model;
    }
}

void checkPictures(Plan& plan)
{
    const GatheredPictures& pictures = plan.pictures;
    QStringList& unmet = plan.estimate.unmet;
    const bool isForClicks = plan.algorithm != nullptr && plan.algorithm->id == domain::kClickAlgorithm;
    if (isForClicks && pictures.type == DatasetType::ImageClassification) {
        unmet.append(
            Training::tr("Four clicks are taught with outlined objects; this dataset has labels of whole pictures."));
        return;
    }
    if (plan.algorithm != nullptr && !isForClicks && pictures.type != plan.algorithm->type) {
        unmet.append(Training::tr("The algorithm is for datasets of the type “%1”; this one is of the type “%2”.")
                         .arg(domain::typeText(plan.algorithm->type), domain::typeText(pictures.type)));
        return;
    }
    if (pictures.labelled == 0) {
        unmet.append(Training::tr("No sample is labelled yet."));
        return;
    }
    if (isForClicks && pictures.objects < kLeastOutlines) {
        unmet.append(
            Training::tr("Four clicks learn from %1 outlined objects (polygons or masks) on labelled pictures; "
                         "there are %2 so far.")
                .arg(kLeastOutlines)
                .arg(pictures.objects));
        return;
    }
    if (pictures.pictures.isEmpty()) {
        unmet.append(Training::tr("None of the %n labelled sample(s) can be used: their files are missing, their names "
                                  "are too long, or they have no label that can be learned.",
                                  nullptr, int(pictures.labelled)));
        return;
    }
    if (pictures.training < kLeastTraining) {
        unmet.append(Training::tr("At least two labelled samples for training are needed; there is %1.")
                         .arg(pictures.training));
    }
    if (pictures.type == DatasetType::ImageClassification && pictures.classes.size() < 2) {
        unmet.append(Training::tr("At least two different labels are needed; all samples have the label “%1”.")
                         .arg(pictures.classes.value(0)));
    }
}

void addNotes(Plan& plan)
{
    const GatheredPictures& pictures = plan.pictures;
    QStringList& notes = plan.estimate.notes;
    if (pictures.validation == 0 && pictures.training > 0) {
        notes.append(Training::tr("No sample is left for validation, so the last state is kept, not the best one."));
    }
    if (pictures.severalLabels > 0) {
        notes.append(Training::tr("%n sample(s) have several labels; the first one counts.", nullptr,
                                  int(pictures.severalLabels)));
    }
    if (const qint64 skipped = pictures.problems.count(); skipped > 0) {
        notes.append(Training::tr("%n labelled sample(s) are left out: their files are missing or their names are too "
                                  "long.",
                                  nullptr, int(skipped)));
    }
}

/// Steps a second of the last training of this algorithm here; 0 when there was none.
double measuredSpeed(const store::Store& store, const QString& algorithm)
{
    for (const domain::EngineJob& job : worker::JobFolders(store.folder()).list()) {
        const double seconds = job.result.value(QStringLiteral("seconds")).toDouble();
        const double steps = job.result.value(QStringLiteral("steps")).toDouble();
        if (job.algorithm == algorithm && job.kind == domain::EngineJobKind::Train && seconds > 1 && steps > 1) {
            return steps / seconds;
        }
    }
    return 0;
}

void reckon(const store::Store& store, Plan& plan)
{
    if (plan.algorithm == nullptr || plan.parameters.isEmpty()) {
        return;
    }
    TrainingEstimate& estimate = plan.estimate;
    const double budget = plan.parameters.value(QStringLiteral("seconds")).toDouble();
    const double batch = plan.parameters.value(QStringLiteral("batch")).toDouble(1);
    const double validations = plan.parameters.value(QStringLiteral("validations")).toDouble();
    const double measured = measuredSpeed(store, plan.algorithm->id);
    const double speed = measured > 0 ? measured : plan.algorithm->stepsPerSecond;
    // Looking at a sample costs about a third of learning from it.
    const double validating = validations * double(estimate.validation) / std::max(1e-6, speed * batch * 3);
    const double decoding = kDecodeSeconds * double(estimate.training + estimate.validation);
    estimate.seconds = kStartSeconds + budget + validating + decoding;
    estimate.passes = budget * speed * batch / std::max<double>(1, double(estimate.training));
    estimate.basis =
        measured > 0
            ? Training::tr("%1 s of learning as set, and reading and validating at the speed of the last training with "
                           "this algorithm here.")
                  .arg(budget)
            : Training::tr("%1 s of learning as set, and reading and validating at the speed that one core usually "
                           "has; nothing was trained with this algorithm here yet.")
                  .arg(budget);
}

core::Result<Plan> planOf(store::Store& store, const TrainingRequest& request, const core::Control& control)
{
    Plan plan;
    checkName(request.name, plan.estimate.unmet);
    checkAlgorithm(request, plan);
    checkModel(store, request, plan);
    GatherRequest gather;
    gather.inputs = request.inputs;
    gather.trainRatio = request.trainRatio;
    gather.seed = request.seed;
    gather.onlyOutlines = plan.algorithm != nullptr && plan.algorithm->id == domain::kClickAlgorithm;
    auto pictures = gatherPictures(store, gather, control);
    if (pictures) {
        plan.pictures = std::move(*pictures);
        checkPictures(plan);
    } else if (pictures.error().code == core::ErrorCode::InvalidArgument) {
        plan.estimate.unmet.append(pictures.error().detail);
    } else {
        return core::failure(pictures.error());
    }
    if (const auto program = worker::findWorker(); !program) {
        plan.estimate.unmet.append(errorText(program.error()));
    }
    TrainingEstimate& estimate = plan.estimate;
    estimate.samples = plan.pictures.samples;
    estimate.labelled = plan.pictures.labelled;
    estimate.training = plan.pictures.training;
    estimate.validation = plan.pictures.validation;
    estimate.labels = plan.pictures.classes;
    estimate.problems = plan.pictures.problems;
    addNotes(plan);
    reckon(store, plan);
    return plan;
}

QJsonObject bodyOf(const Plan& plan)
{
    const QString& own = plan.algorithm->task;
    QJsonObject body{{QStringLiteral("task"), own.isEmpty() ? jobTask(plan.pictures.type) : own},
                     {QStringLiteral("net"), plan.algorithm->net},
                     {QStringLiteral("classes"), QJsonArray::fromStringList(plan.pictures.classes)},
                     {QStringLiteral("pictures"), plan.pictures.pictures},
                     {QStringLiteral("options"), plan.parameters}};
    if (plan.model) {
        body.insert(QStringLiteral("weights"), plan.model->file);
    }
    return body;
}

} // namespace

core::Result<TrainingEstimate> estimateTraining(store::Store& store, const TrainingRequest& request,
                                                const core::Control& control)
{
    auto plan = planOf(store, request, control);
    if (!plan) {
        return core::failure(plan.error());
    }
    return std::move(plan->estimate);
}

core::Result<StartedTraining> startTraining(store::Store& store, const TrainingRequest& request,
                                            const core::Control& control)
{
    auto plan = planOf(store, request, control);
    if (!plan) {
        return core::failure(plan.error());
    }
    if (!plan->estimate.canStart()) {
        return core::failure(core::ErrorCode::InvalidArgument, plan->estimate.unmet.join(u' '));
    }
    domain::EngineJob about;
    about.kind = domain::EngineJobKind::Train;
    about.name = request.name.trimmed();
    about.description = request.description;
    about.type = plan->pictures.type;
    about.algorithm = plan->algorithm->id;
    about.model = plan->model ? plan->model->id : QString();
    about.inputs = plan->pictures.inputs;
    about.labels = plan->pictures.classes;
    about.parameters = plan->parameters;
    about.samples = plan->pictures.samples;
    about.labelled = plan->pictures.labelled;
    auto job = launchJob(store.folder(), std::move(about), bodyOf(*plan));
    if (!job) {
        return core::failure(job.error());
    }
    return StartedTraining{std::move(*job), std::move(plan->estimate)};
}

} // namespace lw::scenarios
