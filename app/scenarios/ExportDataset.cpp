// SPDX-License-Identifier: GPL-3.0-or-later
//! Export to a folder.
#include "app/scenarios/ExportDataset.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/Messages.h"
#include "app/scenarios/ReadBackCheck.h"
#include "app/scenarios/TaskRun.h"
#include "engine/formats/FormatRegistry.h"
#include "engine/formats/ZipArchive.h"
#include "models/domain/Words.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace lw::scenarios {

namespace {

struct Exporting {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Exporting)
};

auto refusal(const QString& sentence)
{
    return core::failure(core::ErrorCode::InvalidArgument, sentence);
}

core::Result<> checkTarget(const QString& to, const domain::Dataset& dataset, bool isZip)
{
    if (to.isEmpty()) {
        return refusal(Exporting::tr("An export needs a folder to write to."));
    }
    if (isWithin(to, dataset.inputLocation)) {
        return refusal(Exporting::tr("“%1” lies inside the input location; the next synchronization would take the "
                                     "export for new data.")
                           .arg(to));
    }
    const QString versions = dataset.outputLocation + u'/' + dataset.name + u'-' + dataset.uid;
    if (isWithin(dataset.outputLocation, to) || isWithin(to, versions)) {
        return refusal(
            Exporting::tr("“%1” belongs to the published versions of the dataset; choose another folder.").arg(to));
    }
    const QFileInfo info(to);
    if (isZip) {
        return info.exists() ? core::Result<>(core::failure(core::ErrorCode::AlreadyExists, {}, to)) : core::Result<>();
    }
    if (info.exists() && !info.isDir()) {
        return refusal(Exporting::tr("“%1” is a file, not a folder.").arg(to));
    }
    if (info.isDir() && !QDir(to).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        return core::failure(core::ErrorCode::AlreadyExists, Exporting::tr("The folder is not empty."), to);
    }
    return {};
}

core::Result<const formats::Format*> writableFormat(const QString& id, const domain::Dataset& dataset)
{
    const formats::Format* format = formats::findFormat(id);
    if (format == nullptr || format->makeWriter == nullptr) {
        return refusal(Exporting::tr("The format “%1” cannot be written.").arg(id));
    }
    if (!formats::fits(*format, dataset.type)) {
        return refusal(Exporting::tr("The format “%1” has no place for datasets of the type “%2”.")
                           .arg(id, domain::typeText(dataset.type)));
    }
    return format;
}

core::Result<QList<domain::SampleId>> samplesOf(store::Store& store, const ExportRequest& request,
                                                const std::stop_token& stop)
{
    auto ids = chosenSamples(store, request.dataset, request.samples, stop);
    if (ids && ids->isEmpty()) {
        return refusal(Exporting::tr("No sample matches, so nothing was exported."));
    }
    return ids;
}

core::Result<formats::WriteOptions> writeOptions(store::Store& store, const ExportRequest& request,
                                                 const domain::Dataset& dataset)
{
    auto labels = store::LabelRepository(store).list(dataset.id);
    if (!labels) {
        return core::failure(labels.error());
    }
    formats::WriteOptions options;
    options.type = dataset.type;
    options.withHard = request.withHard;
    options.inputLocation = dataset.inputLocation;
    options.devkitLayout = request.devkitLayout;
    options.linkPictures = request.linkPictures;
    options.compactMasks = request.compactMasks;
    options.withPictures = request.withPictures;
    options.labels = std::move(*labels);
    return options;
}

core::Result<> writeAll(store::Store& store, const domain::Dataset& dataset, const QList<domain::SampleId>& ids,
                        formats::DatasetWriter& writer, formats::LossCounter& losses, ReadBackPlaces* places,
                        core::ProblemList& problems, const core::Control& control)
{
    return forEachReduced(store, dataset, ids, losses, control, [&](const formats::ImportedSample& sample) {
        auto added = writer.add(sample, problems);
        if (added && places != nullptr) {
            places->add(writer.lastPicture(), sample.sample.id);
        }
        return added;
    });
}

core::Result<ExportOutcome> run(store::Store& store, const ExportRequest& request, const domain::Dataset& dataset,
                                const QString& to, const formats::Format& format, core::ProblemList& problems,
                                const core::Control& control)
{
    const auto ids = samplesOf(store, request, control.stop);
    if (!ids) {
        return core::failure(ids.error());
    }
    const auto options = writeOptions(store, request, dataset);
    if (!options) {
        return core::failure(options.error());
    }
    const std::unique_ptr<formats::DatasetWriter> writer = format.makeWriter();
    if (auto begun = writer->begin(to, *options); !begun) {
        return core::failure(begun.error());
    }
    formats::LossCounter losses(format.abilities, *options);
    ReadBackPlaces places;
    const auto written =
        writeAll(store, dataset, *ids, *writer, losses, request.check ? &places : nullptr, problems, control);
    if (!written) {
        return core::failure(written.error());
    }
    const core::Result<formats::WriteSummary> summary = writer->finish();
    if (!summary) {
        return core::failure(summary.error());
    }
    ExportOutcome outcome;
    outcome.samples = summary->samples;
    outcome.annotations = summary->annotations;
    outcome.skipped = summary->skippedSamples;
    outcome.path = summary->path;
    outcome.losses = losses.report();
    if (request.check) {
        auto check = readBack(store, dataset, format, *options, summary->path, places, problems, control);
        if (!check) {
            return core::failure(check.error());
        }
        outcome.check = *check;
    }
    return outcome;
}

/// Writes (and checks) a hidden folder beside the archive and packs that.
core::Result<ExportOutcome> runPacked(store::Store& store, const ExportRequest& request,
                                      const domain::Dataset& dataset, const QString& to, const formats::Format& format,
                                      core::ProblemList& problems, const core::Control& control)
{
    const QFileInfo target(to);
    const QString name = target.completeBaseName();
    if (!QDir().mkpath(target.path())) {
        return core::failure(core::ErrorCode::WriteFailed, {}, target.path());
    }
    const QTemporaryDir place(target.path() + QStringLiteral("/.") + name + QStringLiteral(".lw-zip-XXXXXX"));
    if (!place.isValid()) {
        const bool isReadOnly = !QFileInfo(target.path()).isWritable();
        return core::failure(isReadOnly ? core::ErrorCode::ReadOnly : core::ErrorCode::WriteFailed, place.errorString(),
                             to);
    }
    const QString folder = place.filePath(name);
    core::Result<ExportOutcome> outcome = run(store, request, dataset, folder, format, problems, control);
    if (!outcome) {
        return outcome;
    }
    if (const auto packed = formats::packZip(folder, to, control); !packed) {
        return core::failure(packed.error());
    }
    outcome->path = to;
    return outcome;
}

QJsonObject toJson(const ExportOutcome& outcome)
{
    QJsonObject json{{QStringLiteral("samples"), outcome.samples},
                     {QStringLiteral("annotations"), outcome.annotations},
                     {QStringLiteral("path"), outcome.path},
                     {QStringLiteral("losses"), qint64(outcome.losses.losses.size())}};
    if (outcome.check) {
        json.insert(QStringLiteral("differences"), outcome.check->differences);
    }
    return json;
}

} // namespace

core::Result<formats::LossReport> exportLosses(store::Store& store, const ExportRequest& request,
                                               const core::Control& control)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(request.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const auto format = writableFormat(request.format, *dataset);
    if (!format) {
        return core::failure(format.error());
    }
    const auto ids = samplesOf(store, request, control.stop);
    const auto options = writeOptions(store, request, *dataset);
    if (!ids || !options) {
        return core::failure(ids ? options.error() : ids.error());
    }
    formats::LossCounter losses((*format)->abilities, *options);
    const auto read = forEachReduced(store, *dataset, *ids, losses, control,
                                     [](const formats::ImportedSample&) { return core::Result<>(); });
    if (!read) {
        return core::failure(read.error());
    }
    return losses.report();
}

core::Result<ExportOutcome> exportDataset(store::Store& store, const ExportRequest& request,
                                          const core::Control& control)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(request.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const auto format = writableFormat(request.format, *dataset);
    if (!format) {
        return core::failure(format.error());
    }
    QString to = cleanPath(request.to);
    if (request.zip && !to.isEmpty() && !to.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive)) {
        to += QStringLiteral(".zip");
    }
    if (auto valid = checkTarget(to, *dataset, request.zip); !valid) {
        return core::failure(valid.error());
    }
    const auto task =
        TaskRun::start(store, *dataset, domain::TaskKind::Export, to, QStringLiteral("exportDataFromDataset"));
    if (!task) {
        return core::failure(task.error());
    }
    core::Result<ExportOutcome> outcome =
        request.zip ? runPacked(store, request, *dataset, to, **format, (*task)->problems(), control)
                    : run(store, request, *dataset, to, **format, (*task)->problems(), control);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    outcome->problems = (*task)->problems();
    (*task)->succeed(outcome->samples, toJson(*outcome));
    return outcome;
}

} // namespace lw::scenarios
