// SPDX-License-Identifier: GPL-3.0-or-later
//! Export to a folder.
#include "app/scenarios/ExportDataset.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/LabelNames.h"
#include "app/scenarios/TaskRun.h"
#include "app/scenarios/WritableSample.h"
#include "engine/formats/FormatRegistry.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace lw::scenarios {

namespace {

struct Exporting {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Exporting)
};

constexpr qint64 kReportEvery = 64;

auto refusal(const QString& sentence)
{
    return core::failure(core::ErrorCode::InvalidArgument, sentence);
}

core::Result<> checkTarget(const QString& to, const domain::Dataset& dataset)
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
    if (info.exists() && !info.isDir()) {
        return refusal(Exporting::tr("“%1” is a file, not a folder.").arg(to));
    }
    if (info.isDir() && !QDir(to).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        return core::failure(core::ErrorCode::AlreadyExists, Exporting::tr("The folder is not empty."), to);
    }
    return {};
}

core::Result<> writeAll(store::Store& store, const domain::Dataset& dataset, const QList<domain::SampleId>& ids,
                        formats::DatasetWriter& writer, core::ProblemList& problems, const core::Control& control)
{
    const auto names = labelNames(store, dataset.id);
    if (!names) {
        return core::failure(names.error());
    }
    std::optional<core::Error> failed;
    qint64 done = 0;
    const core::Result<> read = store::SampleRepository(store).forEach(
        dataset.id, ids, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
            const auto added =
                writer.add(toWritable(sample, std::move(annotations), dataset.inputLocation, *names), problems);
            if (!added) {
                failed = added.error();
            }
            if (++done % kReportEvery == 0 || done == ids.size()) {
                control.report(done, ids.size());
            }
            return !failed && !control.isCancelled();
        });
    if (failed) {
        return core::failure(*failed);
    }
    return read;
}

core::Result<ExportOutcome> run(store::Store& store, const ExportRequest& request, const domain::Dataset& dataset,
                                const QString& to, formats::DatasetWriter& writer, core::ProblemList& problems,
                                const core::Control& control)
{
    const auto ids = chosenSamples(store, dataset.id, request.samples, control.stop);
    if (!ids) {
        return core::failure(ids.error());
    }
    if (ids->isEmpty()) {
        return refusal(Exporting::tr("No sample matches, so nothing was exported."));
    }
    formats::WriteOptions options;
    options.type = dataset.type;
    options.withHard = request.withHard;
    options.inputLocation = dataset.inputLocation;
    options.devkitLayout = request.devkitLayout;
    options.linkPictures = request.linkPictures;
    if (auto begun = writer.begin(to, options); !begun) {
        return core::failure(begun.error());
    }
    if (auto written = writeAll(store, dataset, *ids, writer, problems, control); !written) {
        return core::failure(written.error());
    }
    const core::Result<formats::WriteSummary> summary = writer.finish();
    if (!summary) {
        return core::failure(summary.error());
    }
    ExportOutcome outcome;
    outcome.samples = summary->samples;
    outcome.annotations = summary->annotations;
    outcome.skipped = summary->skippedSamples;
    outcome.path = summary->path;
    return outcome;
}

} // namespace

core::Result<ExportOutcome> exportDataset(store::Store& store, const ExportRequest& request,
                                          const core::Control& control)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(request.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const formats::Format* format = formats::findFormat(request.format);
    if (format == nullptr || format->makeWriter == nullptr) {
        return refusal(Exporting::tr("The format “%1” cannot be written.").arg(request.format));
    }
    const QString to = cleanPath(request.to);
    if (auto valid = checkTarget(to, *dataset); !valid) {
        return core::failure(valid.error());
    }
    const auto task =
        TaskRun::start(store, *dataset, domain::TaskKind::Export, to, QStringLiteral("exportDataFromDataset"));
    if (!task) {
        return core::failure(task.error());
    }
    core::Result<ExportOutcome> outcome =
        run(store, request, *dataset, to, *format->makeWriter(), (*task)->problems(), control);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    outcome->problems = (*task)->problems();
    (*task)->succeed(outcome->samples, {{QStringLiteral("samples"), outcome->samples},
                                        {QStringLiteral("annotations"), outcome->annotations},
                                        {QStringLiteral("path"), outcome->path}});
    return outcome;
}

} // namespace lw::scenarios
