// SPDX-License-Identifier: GPL-3.0-or-later
//! Chooses what a run starts from.
#include "app/scenarios/SmartJob.h"

#include "engine/jobs/JobFolders.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/domain/Algorithms.h"

#include <QFileInfo>

#include <algorithm>

namespace lw::scenarios {

namespace {

constexpr double kFastSeconds = 120;
constexpr double kPreciseSeconds = 300;
const QString kNothing = QStringLiteral("hand");

/// Weights in the library that a training on this dataset can start from.
bool canStartFrom(const domain::LibraryModel& model, domain::DatasetType type)
{
    return worker::hasWeights(model) && (!model.type || *model.type == type);
}

QString usualNet(domain::DatasetType type)
{
    for (const domain::Algorithm& algorithm : domain::algorithms()) {
        if (algorithm.type == type) {
            return algorithm.net;
        }
    }
    return {};
}

SmartStart startOf(const domain::LibraryModel& model)
{
    SmartStart start;
    start.net = model.net;
    start.weights = model.file;
    start.name = model.name;
    return start;
}

/// The model that the last run on the dataset left: learning goes on from it.
std::optional<SmartStart> lastModel(const QString& projectFolder, const domain::Dataset& dataset)
{
    for (const domain::EngineJob& job : smartJobs(projectFolder, dataset)) {
        const QString file = job.folder + QStringLiteral("/output/model.safetensors");
        if (job.state != domain::EngineJobState::Succeeded || !QFileInfo::exists(file)) {
            continue;
        }
        const auto body = worker::JobFolders(projectFolder).body(job.id);
        SmartStart start;
        start.net = body ? body->value(QStringLiteral("net")).toString() : QString();
        start.weights = file;
        start.name = job.id;
        return start;
    }
    return std::nullopt;
}

core::Result<SmartStart> predictor(const worker::ModelLibrary& library, const domain::Dataset& dataset,
                                   const QString& name)
{
    auto model = library.find(name);
    if (!model) {
        return core::failure(core::ErrorCode::NotFound, name);
    }
    if (!model->canPredict() || model->type != dataset.type) {
        return core::failure(core::ErrorCode::Unsupported, model->name);
    }
    SmartStart start;
    start.name = model->name;
    start.model = std::move(*model);
    return start;
}

} // namespace

double usualSeconds(SmartMode mode)
{
    return mode == SmartMode::Precise ? kPreciseSeconds : mode == SmartMode::Fast ? kFastSeconds : 0;
}

std::vector<domain::EngineJob> smartJobs(const QString& projectFolder, const domain::Dataset& dataset)
{
    std::vector<domain::EngineJob> jobs = worker::JobFolders(projectFolder).list();
    std::erase_if(jobs, [&dataset](const domain::EngineJob& job) {
        return job.kind != domain::EngineJobKind::SmartLabel || job.inputs.isEmpty() ||
               job.inputs.front().datasetUid != dataset.uid;
    });
    return jobs;
}

QJsonObject smartBlock(const QString& projectFolder, const QString& jobId)
{
    const auto body = worker::JobFolders(projectFolder).body(jobId);
    return body ? body->value(kSmartBlock).toObject() : QJsonObject();
}

core::Result<SmartStart> smartStart(store::Store& store, const domain::Dataset& dataset,
                                    const SmartLabelRequest& request)
{
    const worker::ModelLibrary library(store.folder());
    if (request.mode == SmartMode::Model) {
        return predictor(library, dataset, request.model);
    }
    if (dataset.type == domain::DatasetType::ImageClassification) {
        auto lens = chosenLens(store, dataset, request.model);
        if (!lens) {
            return core::failure(lens.error());
        }
        SmartStart start;
        start.name = lens->modelName;
        start.lens = std::move(*lens);
        return start;
    }
    if (request.model == kNothing) {
        return SmartStart();
    }
    if (!request.model.isEmpty()) {
        const auto model = library.find(request.model);
        if (!model) {
            return core::failure(core::ErrorCode::NotFound, request.model);
        }
        return canStartFrom(*model, dataset.type) ? core::Result<SmartStart>(startOf(*model))
                                                  : core::failure(core::ErrorCode::Unsupported, model->name);
    }
    if (auto last = lastModel(store.folder(), dataset)) {
        return std::move(*last);
    }
    // Runs are short: only the network that is recommended first learns something in that time. Weights that have seen a
    // million pictures come before those that were trained here.
    const QString net = usualNet(dataset.type);
    const std::vector<domain::LibraryModel> models = library.list();
    for (const bool isImported : {true, false}) {
        const auto found = std::ranges::find_if(models, [&](const domain::LibraryModel& model) {
            return canStartFrom(model, dataset.type) && model.net == net && model.jobId.isEmpty() == isImported;
        });
        if (found != models.end()) {
            return startOf(*found);
        }
    }
    return SmartStart();
}

} // namespace lw::scenarios
