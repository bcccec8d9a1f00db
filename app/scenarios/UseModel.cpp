// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs that ask a model.
#include "app/scenarios/UseModel.h"

#include "app/scenarios/EngineJobs.h"
#include "engine/formats/FolderScan.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/domain/Words.h"

#include <QCoreApplication>
#include <QDir>

namespace lw::scenarios {

namespace {

struct Using {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Using)
};

auto refusal(const QString& sentence)
{
    return core::failure(core::ErrorCode::InvalidArgument, sentence);
}

core::Result<domain::LibraryModel> usableModel(const QString& projectFolder, const QString& name)
{
    auto model = worker::ModelLibrary(projectFolder).find(name);
    if (model && !model->canPredict()) {
        return refusal(Using::tr("The model “%1” holds weights without labels; it can only start trainings.")
                           .arg(model->name));
    }
    return model;
}

QJsonObject bodyOf(const domain::LibraryModel& model, const QJsonArray& pictures, const QJsonObject& options)
{
    return {{QStringLiteral("task"), jobTask(*model.type)},
            {QStringLiteral("model"), worker::descriptionFile(model)},
            {QStringLiteral("classes"), QJsonArray::fromStringList(model.labels)},
            {QStringLiteral("pictures"), pictures},
            {QStringLiteral("options"), options}};
}

domain::EngineJob aboutOf(const domain::LibraryModel& model, domain::EngineJobKind kind, const QString& name)
{
    domain::EngineJob about;
    about.kind = kind;
    about.name = name.isEmpty() ? model.name : name;
    about.type = *model.type;
    about.model = model.id;
    about.labels = model.labels;
    return about;
}

} // namespace

core::Result<StartedEvaluation> startEvaluation(store::Store& store, const EvaluationRequest& request,
                                                const core::Control& control)
{
    const auto model = usableModel(store.folder(), request.model);
    if (!model) {
        return core::failure(model.error());
    }
    GatherRequest gather;
    gather.inputs = {request.input};
    gather.part = request.part;
    gather.classes = model->labels;
    const auto pictures = gatherPictures(store, gather, control);
    if (!pictures) {
        return core::failure(pictures.error());
    }
    if (pictures->type != *model->type) {
        return refusal(Using::tr("The model is for datasets of the type “%1”; this one is of the type “%2”.")
                           .arg(domain::typeText(*model->type), domain::typeText(pictures->type)));
    }
    if (pictures->labelled == 0) {
        return refusal(Using::tr("No sample is labelled yet, so there is nothing to compare with."));
    }
    const bool hasNone = pictures->type == domain::DatasetType::ImageClassification ? pictures->pictures.isEmpty()
                                                                                    : pictures->objects == 0;
    if (hasNone) {
        return refusal(pictures->otherLabels > 0
                           ? Using::tr("The dataset has none of the model's labels (%1).")
                                 .arg(model->labels.mid(0, 20).join(QStringLiteral(", ")))
                           : Using::tr("No labelled sample can be used: files are missing or names are too long."));
    }
    domain::EngineJob about = aboutOf(*model, domain::EngineJobKind::Evaluate, request.name);
    about.inputs = pictures->inputs;
    about.parameters = request.options;
    about.samples = about.labelled = pictures->pictures.size(); // that are compared
    auto job = launchJob(store.folder(), std::move(about), bodyOf(*model, pictures->pictures, request.options));
    if (!job) {
        return core::failure(job.error());
    }
    return StartedEvaluation{std::move(*job), pictures->pictures.size(), pictures->otherLabels, pictures->problems};
}

core::Result<StartedPrediction> startPrediction(const QString& projectFolder, const PredictionRequest& request,
                                                const core::Control& control)
{
    const auto model = usableModel(projectFolder, request.model);
    if (!model) {
        return core::failure(model.error());
    }
    StartedPrediction started;
    const QDir folder(QDir(request.folder).absolutePath());
    const auto files = formats::scanPictures(folder.path(), *model->type, started.problems, control);
    if (!files) {
        return core::failure(files.error());
    }
    if (files->empty()) {
        return core::failure(core::ErrorCode::InvalidArgument, Using::tr("There are no pictures in the folder."),
                             folder.path());
    }
    QJsonArray pictures;
    for (const formats::ScannedFile& file : *files) {
        const QString relative = file.folder.isEmpty() ? file.name : QString(file.folder + u'/' + file.name);
        pictures.append(QJsonObject{{QStringLiteral("path"), folder.filePath(relative)}});
    }
    QJsonObject options = request.options;
    options.insert(QStringLiteral("leastScore"), request.leastScore);
    domain::EngineJob about = aboutOf(*model, domain::EngineJobKind::Predict, request.name);
    about.parameters = options;
    about.samples = pictures.size();
    auto job = launchJob(projectFolder, std::move(about), bodyOf(*model, pictures, options));
    if (!job) {
        return core::failure(job.error());
    }
    started.job = std::move(*job);
    started.pictures = pictures.size();
    return started;
}

} // namespace lw::scenarios
