// SPDX-License-Identifier: GPL-3.0-or-later
//! Models as folders: model.json tells what the weight file beside it is.
#include "engine/jobs/ModelLibrary.h"

#include "engine/jobs/EngineFailure.h"
#include "engine/jobs/JsonFile.h"
#include "models/domain/Algorithms.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>

#include <algorithm>
#include <array>
#include <optional>

namespace lw::worker {

namespace {

using core::ErrorCode;
using domain::DatasetType;
using domain::LibraryModel;

constexpr qsizetype kLongestName = 64;
constexpr qint64 kLargestLabelsFile = 16 << 20;
const QString kTorchScript = QStringLiteral("torchscript");
const QString kDescription = QStringLiteral("model.json");
const QString kUse = QStringLiteral("use");
const QString kFourClicks = QStringLiteral("four-clicks");
const QString kPointAndBox = QStringLiteral("point-and-box");
const QString kDecoder = QStringLiteral("decoder.pt");
const QString kDatasetUid = QStringLiteral("datasetUid");

/// Names that the worker uses, in its messages and in the metadata of its models.
struct Task {
    const char* name;
    const char* metadata;
    DatasetType type;
};
constexpr std::array kTasks = {
    Task{"classification", "labelwright-classifier", DatasetType::ImageClassification},
    Task{"detection", "labelwright-detector", DatasetType::ObjectDetection},
    Task{"segmentation", "labelwright-segmenter", DatasetType::ImageSegmentation}};

QStringList textsOf(const QJsonArray& list)
{
    QStringList texts;
    for (const QJsonValue& each : list) {
        texts.append(each.toString());
    }
    return texts;
}

QJsonObject toJson(const LibraryModel& model)
{
    QJsonObject json = model.details;
    const auto put = [&](const char* key, const QJsonValue& value) { json.insert(QLatin1String(key), value); };
    put("format", 1);
    put("id", model.id);
    put("name", model.name);
    put("version", model.version);
    put("description", model.description);
    put("net", model.net);
    put("classes", QJsonArray::fromStringList(model.labels));
    put("file", QFileInfo(model.file).fileName());
    put("fileFormat", model.format);
    put("jobId", model.jobId);
    put("importedFrom", model.importedFrom);
    put("createdAt", model.createdAt);
    put("metrics", model.metrics);
    for (const Task& task : kTasks) {
        if (model.type == task.type) {
            put("task", QString::fromLatin1(task.name));
        }
    }
    return json;
}

LibraryModel modelOf(const QString& folder, const QString& id, const QJsonObject& json)
{
    LibraryModel model;
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    model.id = id;
    model.name = text("name");
    model.version = text("version");
    model.description = text("description");
    const QString name = text("task");
    for (const Task& task : kTasks) {
        if (name == QLatin1String(task.name)) {
            model.type = task.type;
        }
    }
    model.net = text("net");
    model.labels = textsOf(json.value(QStringLiteral("classes")).toArray());
    model.format = text("fileFormat");
    model.file = folder + u'/' + QFileInfo(text("file")).fileName();
    model.jobId = text("jobId");
    model.importedFrom = text("importedFrom");
    model.createdAt = json.value(QStringLiteral("createdAt")).toInteger();
    model.metrics = json.value(QStringLiteral("metrics")).toObject();
    model.bytes = QFileInfo(model.file).size();
    for (const char* key : {"width", "height", "convention", "use", "datasetUid"}) {
        if (const QJsonValue value = json.value(QLatin1String(key)); !value.isUndefined()) {
            model.details.insert(QLatin1String(key), value);
        }
    }
    return model;
}

core::Result<QStringList> readLabels(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return file.exists() ? core::failure(ErrorCode::ReadFailed, file.errorString(), path)
                             : core::failure(ErrorCode::NotFound, {}, path);
    }
    if (file.size() > kLargestLabelsFile) {
        return core::failure(ErrorCode::TooLarge, {}, path);
    }
    QStringList labels;
    qint64 number = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        ++number;
        const QString label = QString::fromUtf8(line).trimmed();
        if (label.isEmpty()) {
            continue;
        }
        if (labels.contains(label)) {
            return core::failure(ErrorCode::InvalidArgument, label, path, number);
        }
        labels.append(label);
    }
    if (labels.isEmpty()) {
        return core::failure(ErrorCode::Malformed, {}, path);
    }
    return labels;
}

/// What the worker said about the file, in our terms.
struct Finding {
    std::optional<DatasetType> type;
    QString net;
    QString format;
    QStringList labels;
    qint64 outputs = 0;
    QJsonObject details;
};

Finding findingOf(const QJsonObject& answer)
{
    Finding finding;
    finding.format = answer.value(QStringLiteral("format")).toString();
    finding.net = answer.value(QStringLiteral("net")).toString();
    const QJsonObject metadata = answer.value(QStringLiteral("metadata")).toObject();
    const QString kind = metadata.value(QStringLiteral("kind")).toString();
    for (const Task& task : kTasks) {
        if (kind == QLatin1String(task.metadata)) {
            finding.type = task.type;
            finding.net = metadata.value(QStringLiteral("net")).toString();
            finding.labels = textsOf(
                QJsonDocument::fromJson(metadata.value(QStringLiteral("classes")).toString().toUtf8()).array());
            finding.outputs = finding.labels.size();
            finding.details = {
                {QStringLiteral("width"), metadata.value(QStringLiteral("width")).toString().toInt()},
                {QStringLiteral("height"), metadata.value(QStringLiteral("height")).toString().toInt()},
                {QStringLiteral("convention"), metadata.value(QStringLiteral("convention"))}};
            return finding;
        }
    }
    finding.outputs = answer.value(QStringLiteral("outputs")).toInteger();
    finding.details = {{QStringLiteral("width"), answer.value(QStringLiteral("side"))},
                       {QStringLiteral("height"), answer.value(QStringLiteral("side"))},
                       {QStringLiteral("convention"), answer.value(QStringLiteral("convention"))}};
    return finding;
}

/// Gives the labels of the labels file to what the worker found.
core::Result<> nameOutputs(Finding& finding, const QString& labelsFile)
{
    if (labelsFile.isEmpty()) {
        return {};
    }
    const auto labels = readLabels(labelsFile);
    if (!labels) {
        return core::failure(labels.error());
    }
    if (finding.outputs <= 0) {
        return tl::unexpected(engineError(EngineFailure::NoOutputs, {}));
    }
    if (finding.outputs != labels->size()) {
        return tl::unexpected(engineError(
            EngineFailure::LabelCount, QStringLiteral("%1/%2").arg(labels->size()).arg(finding.outputs), labelsFile));
    }
    finding.labels = *labels;
    finding.type = finding.type.value_or(DatasetType::ImageClassification);
    return {};
}

QString suffixOf(const QString& format)
{
    return format == QLatin1String("safetensors") ? QStringLiteral("safetensors")
           : format == kTorchScript               ? QStringLiteral("pt")
                                                  : QStringLiteral("pth");
}

bool isName(const QString& name)
{
    return !name.isEmpty() && name.size() <= kLongestName && !name.startsWith(u'.');
}

core::Error withdrawn(const QString& folder, const core::Error& error)
{
    QDir(folder).removeRecursively();
    return error;
}

/// Fills a new folder: the weights first, so that a folder with a description is whole.
core::Result<LibraryModel> fill(const QString& folder, LibraryModel model, const QString& weights)
{
    model.file = folder + QStringLiteral("/model.") + suffixOf(model.format);
    model.createdAt = QDateTime::currentMSecsSinceEpoch();
    if (auto copied = copyFile(weights, model.file); !copied) {
        return core::failure(withdrawn(folder, copied.error()));
    }
    model.bytes = QFileInfo(model.file).size();
    if (auto written = replaceJsonFile(folder + u'/' + kDescription, toJson(model)); !written) {
        return core::failure(withdrawn(folder, written.error()));
    }
    return model;
}

QString markOf(const domain::EngineJob& job)
{
    return job.folder + QStringLiteral("/in-library");
}

} // namespace

ModelLibrary::ModelLibrary(const QString& projectFolder)
    : m_root(QDir(projectFolder).absoluteFilePath(QStringLiteral("models")))
{
}

std::vector<LibraryModel> ModelLibrary::list() const
{
    std::vector<LibraryModel> models;
    const QStringList ids = QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& id : ids) {
        const QString folder = m_root + u'/' + id;
        const auto json = readJsonFile(folder + u'/' + kDescription);
        if (json && json->value(QStringLiteral("format")).toInt() == 1) {
            models.push_back(modelOf(folder, id, *json));
        }
    }
    std::ranges::sort(models, [](const LibraryModel& a, const LibraryModel& b) {
        return a.createdAt != b.createdAt ? a.createdAt > b.createdAt : a.id > b.id;
    });
    return models;
}

core::Result<LibraryModel> ModelLibrary::find(const QString& idOrName) const
{
    const std::vector<LibraryModel> models = list();
    const auto isNamed = [&](const LibraryModel& model) {
        return model.name == idOrName || QString(model.name + u':' + model.version) == idOrName;
    };
    auto found = std::ranges::find(models, idOrName, &LibraryModel::id);
    if (found == models.end()) {
        found = std::ranges::find_if(models, isNamed); // the newest first
    }
    if (found == models.end()) {
        return core::failure(ErrorCode::NotFound, idOrName);
    }
    return *found;
}

core::Result<LibraryModel> ModelLibrary::importFile(const ModelImport& request, WorkerSession& session,
                                                    const core::Control& control)
{
    const QString name = request.name.trimmed();
    if (!isName(name)) {
        return core::failure(ErrorCode::InvalidArgument, name);
    }
    const QFileInfo info(request.file);
    if (!info.isFile()) {
        return core::failure(ErrorCode::NotFound, {}, request.file);
    }
    const QJsonObject question = {{QStringLiteral("path"), info.absoluteFilePath()},
                                  {QStringLiteral("side"), request.side},
                                  {QStringLiteral("convention"), request.convention}};
    const auto answer = session.ask(QStringLiteral("inspect"), question, control);
    if (!answer) {
        core::Error error = answer.error();
        error.path = request.file;
        return core::failure(error);
    }
    Finding finding = findingOf(*answer);
    if (auto named = nameOutputs(finding, request.labelsFile); !named) {
        return core::failure(named.error());
    }
    const QString folderStem = folderName(name);
    const auto number = makeVersionFolder(m_root, folderStem);
    if (!number) {
        return core::failure(number.error());
    }
    LibraryModel model;
    model.name = name;
    model.version = versionText(*number);
    model.id = folderStem + u'-' + model.version;
    model.description = request.description;
    model.type = finding.type;
    model.net = finding.net;
    model.labels = finding.labels;
    model.format = finding.format;
    model.importedFrom = info.absoluteFilePath();
    model.details = finding.details;
    return fill(m_root + u'/' + model.id, model, model.importedFrom);
}

core::Result<LibraryModel> ModelLibrary::importAssistant(const AssistantImport& request, WorkerSession& session,
                                                         const core::Control& control)
{
    const QString name = request.name.trimmed();
    if (!isName(name)) {
        return core::failure(ErrorCode::InvalidArgument, name);
    }
    const QFileInfo encoder(request.encoder);
    const QFileInfo decoder(request.decoder);
    for (const QFileInfo& each : {encoder, decoder}) {
        if (!each.isFile()) {
            return core::failure(ErrorCode::NotFound, {}, each.filePath());
        }
    }
    const QJsonObject question = {{QStringLiteral("encoder"), encoder.absoluteFilePath()},
                                  {QStringLiteral("decoder"), decoder.absoluteFilePath()},
                                  {QStringLiteral("side"), request.side}};
    if (const auto answer = session.ask(QStringLiteral("assistant-open"), question, control); !answer) {
        return core::failure(answer.error());
    }
    const QString stem = folderName(name);
    const auto number = makeVersionFolder(m_root, stem);
    if (!number) {
        return core::failure(number.error());
    }
    LibraryModel model;
    model.name = name;
    model.version = versionText(*number);
    model.id = stem + u'-' + model.version;
    model.description = request.description;
    model.net = QStringLiteral("point_and_box");
    model.format = kTorchScript;
    model.importedFrom = encoder.absoluteFilePath();
    model.details = {
        {kUse, kPointAndBox}, {QStringLiteral("width"), request.side}, {QStringLiteral("height"), request.side}};
    const QString folder = m_root + u'/' + model.id;
    if (auto copied = copyFile(decoder.absoluteFilePath(), folder + u'/' + kDecoder); !copied) {
        return core::failure(withdrawn(folder, copied.error()));
    }
    return fill(folder, model, model.importedFrom);
}

core::Result<> ModelLibrary::addMetrics(const QString& id, const QJsonObject& metrics)
{
    auto model = find(id);
    if (!model) {
        return core::failure(model.error());
    }
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        model->metrics.insert(it.key(), it.value());
    }
    return replaceJsonFile(descriptionFile(*model), toJson(*model));
}

core::Result<LibraryModel> ModelLibrary::addFromJob(const domain::EngineJob& job)
{
    const QString weights = job.folder + QStringLiteral("/output/model.safetensors");
    const bool isTraining = job.kind == domain::EngineJobKind::Train || job.kind == domain::EngineJobKind::SmartLabel;
    if (!isTraining || job.state != domain::EngineJobState::Succeeded || !QFileInfo::exists(weights)) {
        return core::failure(ErrorCode::InvalidArgument, job.id);
    }
    if (!QDir().mkpath(m_root)) {
        return core::failure(ErrorCode::WriteFailed, {}, m_root);
    }
    // Window and command line may see the end of the same job at the same time.
    QLockFile lock(m_root + QStringLiteral("/adding.lock"));
    if (!lock.tryLock(30'000)) {
        return core::failure(ErrorCode::Busy, {}, m_root);
    }
    for (const LibraryModel& model : list()) {
        if (model.jobId == job.id) {
            return model;
        }
    }
    const QString stem = folderName(job.name);
    LibraryModel model;
    model.id = job.id;
    model.version = job.version;
    if (!QDir(m_root).mkdir(model.id)) {
        const auto number = makeVersionFolder(m_root, stem);
        if (!number) {
            return core::failure(number.error());
        }
        model.version = versionText(*number);
        model.id = stem + u'-' + model.version;
    }
    model.name = job.name;
    model.description = job.description;
    const bool isForClicks = job.algorithm == domain::kClickAlgorithm;
    model.type = isForClicks ? std::nullopt : std::optional(job.type);
    model.net = isForClicks ? job.algorithm : job.result.value(QStringLiteral("net")).toString();
    model.labels = isForClicks ? QStringList() : job.labels;
    model.format = QStringLiteral("safetensors");
    model.jobId = job.id;
    model.metrics = job.result.value(QStringLiteral("best")).toObject();
    for (const char* key : {"width", "height", "convention"}) {
        model.details.insert(QLatin1String(key), job.result.value(QLatin1String(key)));
    }
    if (isForClicks) {
        model.details.insert(kUse, kFourClicks);
        model.details.insert(kDatasetUid, job.inputs.isEmpty() ? QString() : job.inputs.front().datasetUid);
    }
    auto added = fill(m_root + u'/' + model.id, model, weights);
    if (added) {
        if (auto marked = replaceFile(markOf(job), added->id.toUtf8() + '\n'); !marked) {
            return core::failure(marked.error());
        }
    }
    return added;
}

bool ModelLibrary::wasAdded(const domain::EngineJob& job)
{
    return QFileInfo::exists(markOf(job));
}

core::Result<> ModelLibrary::remove(const QString& id)
{
    const auto model = find(id);
    if (!model) {
        return core::failure(model.error());
    }
    const QString folder = m_root + u'/' + model->id;
    QFile::remove(folder + u'/' + kDescription);
    if (!QDir(folder).removeRecursively()) {
        return core::failure(ErrorCode::WriteFailed, {}, folder);
    }
    return {};
}

core::Result<> ModelLibrary::exportTo(const QString& id, const QString& file) const
{
    const auto model = find(id);
    if (!model) {
        return core::failure(model.error());
    }
    if (useOf(*model) == ModelUse::PointAndBox) {
        const QFileInfo info(file);
        const QString beside = info.absolutePath() + u'/' + info.completeBaseName() + u'-' + kDecoder;
        if (auto copied = copyFile(decoderFile(*model), beside); !copied) {
            return copied;
        }
    }
    return copyFile(model->file, file);
}

ModelUse useOf(const LibraryModel& model)
{
    const QString use = model.details.value(kUse).toString();
    return use == kFourClicks    ? ModelUse::FourClicks
           : use == kPointAndBox ? ModelUse::PointAndBox
           : model.canPredict()  ? ModelUse::Samples
                                 : ModelUse::Start;
}

bool hasWeights(const LibraryModel& model)
{
    const ModelUse use = useOf(model);
    return (use == ModelUse::Samples || use == ModelUse::Start) && !model.net.isEmpty() && model.net != kTorchScript &&
           model.format != kTorchScript;
}

QString decoderFile(const LibraryModel& model)
{
    return QFileInfo(model.file).absolutePath() + u'/' + kDecoder;
}

QString taughtOn(const LibraryModel& model)
{
    return model.details.value(kDatasetUid).toString();
}

QString descriptionFile(const LibraryModel& model)
{
    return QFileInfo(model.file).absolutePath() + u'/' + kDescription;
}

} // namespace lw::worker
