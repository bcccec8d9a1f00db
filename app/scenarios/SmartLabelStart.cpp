// SPDX-License-Identifier: GPL-3.0-or-later
//! Makes the job of a run.
#include "app/scenarios/EngineJobs.h"
#include "app/scenarios/SmartJob.h"

#include "engine/jobs/ModelLibrary.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

namespace lw::scenarios {

namespace {

constexpr qsizetype kLongestName = 255;

/// The job's classes: what is labelled, or for a given model all labels.
struct Classes {
    QStringList names;
    QJsonArray ids;
};

core::Result<Classes> classesOf(store::Store& store, const domain::Dataset& dataset, const QStringList* names)
{
    const auto labels = store::LabelRepository(store).list(dataset.id);
    if (!labels) {
        return core::failure(labels.error());
    }
    Classes classes;
    QHash<QString, qint64> ids;
    for (const domain::Label& label : *labels) {
        ids.insert(label.name, label.id.value);
        if (names == nullptr) {
            classes.names.append(label.name);
        }
    }
    classes.names = names != nullptr ? *names : classes.names;
    for (const QString& name : std::as_const(classes.names)) {
        classes.ids.append(ids.value(name));
    }
    return classes;
}

/// So many times what training usually takes may pass by the clock.
constexpr double kMostPatience = 4;

/// What was refused for the whole sample, as numbers of classes.
QJsonArray refusedClasses(const std::vector<domain::Annotation>& refused, const QJsonArray& ids)
{
    QJsonArray numbers;
    for (const domain::Annotation& a : refused) {
        for (qsizetype i = 0; i < ids.size(); ++i) {
            if (a.shape.kind == domain::ShapeKind::WholeSample && ids.at(i).toInteger() == a.labelId.value) {
                numbers.append(i);
            }
        }
    }
    return numbers;
}

/// Samples that get proposals. Those without a readable file are left out.
core::Result<> addOpenPictures(store::Store& store, const domain::Dataset& dataset, const QJsonArray& classIds,
                               QJsonArray& pictures)
{
    const store::ProposalRepository proposals(store);
    const auto open = proposals.open(dataset.id);
    const auto rejected = proposals.rejected(dataset.id);
    if (!open || !rejected) {
        return core::failure(!open ? open.error() : rejected.error());
    }
    const QList<domain::SampleId> ids = open->unlabelled + open->proposed;
    if (ids.isEmpty()) {
        return {};
    }
    return store::SampleRepository(store).forEach(
        dataset.id, ids,
        [&](const domain::Sample& sample, std::vector<domain::Annotation>&&) {
            const QString path = domain::absolutePath(sample, dataset.inputLocation);
            if (sample.isMissing || sample.name.toUtf8().size() > kLongestName || !QFileInfo::exists(path)) {
                return true;
            }
            QJsonObject picture{{QStringLiteral("id"), sample.id.value}, {QStringLiteral("path"), path}};
            if (const auto refused = rejected->constFind(sample.id); refused != rejected->constEnd()) {
                picture.insert(QStringLiteral("refused"), refusedClasses(*refused, classIds));
            }
            pictures.append(picture);
            return true;
        },
        false);
}

QJsonObject optionsOf(const SmartLabelRequest& request)
{
    QJsonObject options{{QStringLiteral("hardShare"), request.hardShare},
                        {QStringLiteral("seed"), qint64(request.seed)},
                        {QStringLiteral("checkpointSeconds"), 20}};
    if (request.seconds > 0) {
        options.insert(QStringLiteral("seconds"), request.seconds);
    } else {
        // A busy machine shall not make worse proposals, only later ones.
        options.insert(QStringLiteral("cpuSeconds"), usualSeconds(request.mode));
        options.insert(QStringLiteral("seconds"), kMostPatience * usualSeconds(request.mode));
    }
    if (request.leastConfidence) {
        options.insert(QStringLiteral("leastConfidence"), *request.leastConfidence);
    }
    if (request.threads > 0) {
        options.insert(QStringLiteral("threads"), request.threads);
    }
    return options;
}

/// Where learning starts, as the worker reads it.
core::Result<> addStart(store::Store& store, const domain::Dataset& dataset, const SmartLabelRequest& request,
                        const SmartStart& start, QJsonObject& body)
{
    if (start.model) {
        body.insert(QStringLiteral("model"), worker::descriptionFile(*start.model));
        return {};
    }
    if (start.lens) {
        const QString file = start.lens->vectorFile(store.folder(), dataset);
        if (!QDir().mkpath(QFileInfo(file).path())) {
            return core::failure(core::ErrorCode::WriteFailed, {}, QFileInfo(file).path());
        }
        body.insert(QStringLiteral("lens"), start.lens->request());
        body.insert(QStringLiteral("store"), file);
        // What nobody chose must not keep a better lens away that is imported later.
        if (!request.model.isEmpty()) {
            rememberLens(store, dataset, *start.lens);
        }
        return {};
    }
    if (!start.net.isEmpty()) {
        body.insert(QStringLiteral("net"), start.net);
    }
    if (!start.weights.isEmpty()) {
        body.insert(QStringLiteral("weights"), start.weights);
    }
    return {};
}

core::Result<QJsonObject> bodyOf(store::Store& store, const domain::Dataset& dataset, const SmartLabelRequest& request,
                                 const SmartStart& start, GatheredPictures& gathered)
{
    const bool isModel = request.mode == SmartMode::Model;
    const auto classes = classesOf(store, dataset, isModel ? nullptr : &gathered.classes);
    if (!classes) {
        return core::failure(classes.error());
    }
    // A model that learns nothing needs no labelled pictures.
    QJsonArray pictures = isModel ? QJsonArray() : gathered.pictures;
    const qsizetype known = pictures.size();
    if (auto added = addOpenPictures(store, dataset, classes->ids, pictures); !added) {
        return core::failure(added.error());
    }
    gathered.samples = pictures.size();
    gathered.labelled = known;
    QJsonObject body{{QStringLiteral("task"), jobTask(dataset.type)},
                     {QStringLiteral("mode"), smartModeName(request.mode)},
                     {QStringLiteral("classes"), QJsonArray::fromStringList(classes->names)},
                     {QStringLiteral("pictures"), pictures},
                     {QStringLiteral("options"), optionsOf(request)},
                     {kSmartBlock, QJsonObject{{QStringLiteral("mode"), smartModeName(request.mode)},
                                               {QStringLiteral("modelName"), start.name},
                                               {QStringLiteral("labelIds"), classes->ids}}}};
    if (auto added = addStart(store, dataset, request, start, body); !added) {
        return core::failure(added.error());
    }
    return body;
}

domain::EngineJob aboutJob(const domain::Dataset& dataset, const SmartLabelRequest& request, const SmartStart& start,
                           const GatheredPictures& gathered)
{
    domain::EngineJob about;
    about.kind = domain::EngineJobKind::SmartLabel;
    about.name = QStringLiteral("smart-") + dataset.name;
    about.type = dataset.type;
    about.model = start.model ? start.model->id : start.lens ? start.lens->modelId : QString();
    about.inputs = {{dataset.uid, dataset.name, {}}};
    about.labels = gathered.classes;
    about.parameters = {{QStringLiteral("mode"), smartModeName(request.mode)}};
    about.samples = gathered.samples;
    about.labelled = gathered.labelled;
    return about;
}

} // namespace

core::Result<domain::EngineJob> startSmartLabel(store::Store& store, const SmartLabelRequest& request)
{
    const auto check = checkSmartLabel(store, request);
    if (!check) {
        return core::failure(check.error());
    }
    if (!check->canStart()) {
        QStringList sentences;
        for (const UnmetCondition& condition : check->unmet) {
            sentences.append(conditionText(condition));
        }
        return core::failure(core::ErrorCode::InvalidArgument, sentences.join(u' '));
    }
    const auto dataset = store::DatasetRepository(store).find(request.dataset);
    const auto start = dataset ? smartStart(store, *dataset, request) : core::Result<SmartStart>(core::failure(dataset.error()));
    if (!start) {
        return core::failure(start.error());
    }
    GatherRequest wanted;
    wanted.inputs = {{request.dataset, {}}};
    wanted.seed = request.seed;
    // Each run learns on from the one before.
    wanted.isSplitLocked = true;
    auto gathered = gatherPictures(store, wanted, {});
    if (!gathered) {
        return core::failure(gathered.error());
    }
    const auto body = bodyOf(store, *dataset, request, *start, *gathered);
    if (!body) {
        return core::failure(body.error());
    }
    return launchJob(store.folder(), aboutJob(*dataset, request, *start, *gathered), *body);
}

} // namespace lw::scenarios
