// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows first, files after: what cannot be deleted from disk is reported.
#include "app/scenarios/DeleteSamples.h"

#include "app/scenarios/TaskRun.h"
#include "models/store/BatchRepository.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QFile>

namespace lw::scenarios {

namespace {

struct Doomed {
    domain::SampleId id;
    QString path;
};

core::Result<std::vector<Doomed>> pathsOf(store::Store& store, const domain::Dataset& dataset,
                                          const QList<domain::SampleId>& samples)
{
    const auto rows = store::SampleRepository(store).rows(samples);
    if (!rows) {
        return core::failure(rows.error());
    }
    std::vector<Doomed> paths;
    for (const domain::Sample& sample : *rows) {
        paths.push_back({sample.id, domain::absolutePath(sample, dataset.inputLocation)});
    }
    return paths;
}

QString datasetNames(const store::SampleUsageReport& report)
{
    QStringList names;
    for (const store::UseBy& use : report.datasets) {
        names.append(use.name);
    }
    return names.join(QLatin1String(", "));
}

qint64 deleteFiles(const std::vector<Doomed>& doomed, const store::SampleUsageReport& report, SourceFiles mode,
                   core::ProblemList& problems, const core::Control& control)
{
    qint64 deleted = 0;
    qint64 done = 0;
    for (const Doomed& one : doomed) {
        control.report(++done, qint64(doomed.size()));
        if (mode == SourceFiles::Delete && report.sharedFiles.contains(one.id)) {
            problems.add(core::ProblemCode::FileShared, one.path, 0, datasetNames(report));
            continue;
        }
        QFile file(one.path);
        if (file.remove()) {
            ++deleted;
        } else if (file.exists()) {
            problems.add(core::ProblemCode::FileKept, one.path, 0, file.errorString());
        }
    }
    return deleted;
}

/// Runs `remove` on the store, then deletes the files of `samples`.
core::Result<DeleteSamplesOutcome> removeAll(store::Store& store, const domain::Dataset& dataset,
                                             const QList<domain::SampleId>& samples, SourceFiles files,
                                             const std::function<core::Result<qint64>()>& remove, TaskRun& task,
                                             const core::Control& control)
{
    const auto doomed = pathsOf(store, dataset, samples);
    const auto report = store::UsageRepository(store).uses(dataset, samples);
    if (!doomed || !report) {
        return core::failure(!doomed ? doomed.error() : report.error());
    }
    const core::Result<qint64> removed = remove();
    if (!removed) {
        return core::failure(removed.error());
    }
    DeleteSamplesOutcome outcome;
    outcome.samples = *removed;
    // From here on there is no way back, so a cancel comes too late.
    outcome.files = files == SourceFiles::Keep ? 0 : deleteFiles(*doomed, *report, files, task.problems(), control);
    return outcome;
}

core::Result<DeleteSamplesOutcome> finishTask(TaskRun& task, core::Result<DeleteSamplesOutcome> outcome)
{
    if (!outcome) {
        return core::failure(task.fail(outcome.error()));
    }
    outcome->problems = task.problems();
    task.succeed(outcome->samples,
                 {{QStringLiteral("samples"), outcome->samples}, {QStringLiteral("files"), outcome->files}});
    return outcome;
}

} // namespace

core::Result<store::SampleUsageReport> usesOfSamples(store::Store& store, domain::DatasetId id,
                                                     const QList<domain::SampleId>& samples)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(id);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    return store::UsageRepository(store).uses(*dataset, samples);
}

core::Result<DeleteSamplesOutcome> deleteSamples(store::Store& store, domain::DatasetId id,
                                                 const QList<domain::SampleId>& samples, SourceFiles files,
                                                 const core::Control& control)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(id);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const auto task = TaskRun::start(store, *dataset, domain::TaskKind::DeleteSamples, dataset->name,
                                     QStringLiteral("deleteSamples"));
    if (!task) {
        return core::failure(task.error());
    }
    const auto remove = [&]() -> core::Result<qint64> {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        return store::BatchRepository(store).deleteSamples(dataset->id, samples).result();
    };
    return finishTask(**task, removeAll(store, *dataset, samples, files, remove, **task, control));
}

core::Result<DeleteSamplesOutcome> deleteLabel(store::Store& store, domain::LabelId label, domain::DatasetId id,
                                               LabelDeletion mode, const core::Control& control)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(id);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    store::BatchRepository batches(store);
    const bool withSamples = mode != LabelDeletion::LabelOnly;
    const auto samples = withSamples ? batches.exclusiveSamples(label) : core::Result<QList<domain::SampleId>>();
    if (!samples) {
        return core::failure(samples.error());
    }
    const QString event = withSamples ? QStringLiteral("deleteLabelWithSamples") : QStringLiteral("deleteLabel");
    const auto task = TaskRun::start(store, *dataset, domain::TaskKind::DeleteSamples, dataset->name, event);
    if (!task) {
        return core::failure(task.error());
    }
    const auto remove = [&]() -> core::Result<qint64> {
        const auto gone = batches
                              .deleteLabel(label, withSamples ? store::LabelDeletion::WithExclusiveSamples
                                                              : store::LabelDeletion::LabelOnly)
                              .result();
        if (!gone) {
            return core::failure(gone.error());
        }
        return gone->size();
    };
    const SourceFiles files = mode == LabelDeletion::WithSamplesAndFiles ? SourceFiles::Delete : SourceFiles::Keep;
    return finishTask(**task, removeAll(store, *dataset, *samples, files, remove, **task, control));
}

} // namespace lw::scenarios
