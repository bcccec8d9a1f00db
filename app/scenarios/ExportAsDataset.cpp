// SPDX-License-Identifier: GPL-3.0-or-later
//! Export as a new dataset of the project.
#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/Intake.h"
#include "app/scenarios/PictureCopies.h"
#include "app/scenarios/TaskRun.h"
#include "app/scenarios/WritableSample.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"
#include "models/store/TaskRepository.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lw::scenarios {

namespace {

struct ExportingAs {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::ExportingAs)
};

constexpr qint64 kReportEvery = 64;

/// What an export makes before its first sample is there; kept in the project until it is done, so that whoever opens
/// the project after a kill can take it back.
struct Traces {
    QString dataset;     ///< name
    QStringList folders; ///< that were not there before
};

QString tracesKey(domain::TaskId task)
{
    return QStringLiteral("recovery.exportAsDataset.%1").arg(task.value);
}

void rememberTraces(store::Store& store, domain::TaskId task, const Traces& traces)
{
    const QJsonObject json{{QStringLiteral("dataset"), traces.dataset},
                           {QStringLiteral("folders"), QJsonArray::fromStringList(traces.folders)}};
    store::TaskRepository(store).setSetting(tracesKey(task),
                                            QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void removeTraces(store::Store& store, const Traces& traces, qint64 startedAt)
{
    store::DatasetRepository datasets(store);
    // A dataset of that name that was there before is somebody else's.
    const auto target = datasets.findByName(traces.dataset);
    if (target && target->createdAt >= startedAt) {
        removeAbandonedCopies(store, *target);
        datasets.discard(target->id).waitForFinished();
    }
    for (const QString& folder : traces.folders) {
        removeEmptyFolders(folder);
    }
}

core::Result<CreateDatasetRequest> targetRequest(store::Store& store, const ExportAsDatasetRequest& request,
                                                 const domain::Dataset& source)
{
    auto labels = store::LabelRepository(store).list(source.id);
    if (!labels) {
        return core::failure(labels.error());
    }
    for (domain::Label& label : *labels) {
        label.id = {};
        label.isHidden = false;
        label.isLocked = false;
    }
    CreateDatasetRequest target = request.target;
    target.type = source.type;
    target.labels = std::move(*labels);
    target.defaultShape = source.defaultShape;
    target.allowsAllShapes = source.allowsAllShapes;
    if (auto valid = checkNewDataset(store, target); !valid) {
        return core::failure(valid.error());
    }
    return target;
}

/// Copies the pictures of the chosen samples and takes them in.
class Transfer {
public:
    Transfer(store::Store& store, const domain::Dataset& source, const domain::Dataset& target, TaskRun& task,
             bool withHard)
        : m_source(source), m_problems(task.problems()), m_withHard(withHard), m_copies(target, task.id()),
          m_intake(store, target, task.id())
    {
    }

    core::Result<> take(const domain::Sample& sample, std::vector<domain::Annotation>&& annotations,
                        const QHash<domain::LabelId, QString>& names)
    {
        formats::ImportedSample copy = toWritable(sample, std::move(annotations), m_source.inputLocation, names);
        // Folders outside of the input location have no meaning in the new one.
        const bool isRelative = !sample.folder.startsWith(u'/');
        const core::Result<QString> copied = m_copies.copy(copy.path, isRelative ? sample.folder : QString());
        if (!copied) {
            const core::Error& error = copied.error();
            if (error.code != core::ErrorCode::NotFound && error.code != core::ErrorCode::ReadFailed) {
                return core::failure(error);
            }
            m_problems.add(core::ProblemCode::CopyFailed, copy.path, 0, error.detail);
            return {};
        }
        copy.path = *copied;
        copy.sample.sourceUri.clear();
        if (!m_withHard) {
            copy.sample.isHard = false;
            copy.sample.hardCoefficient.reset();
            copy.sample.hardReasons.clear();
        }
        return m_intake.add(std::move(copy), store::MergeMode::AddMissing);
    }

    core::Result<IntakeCounts> finish()
    {
        core::Result<IntakeCounts> counts = m_intake.finish();
        if (counts) {
            m_copies.keep();
        }
        return counts;
    }

private:
    const domain::Dataset& m_source;
    core::ProblemList& m_problems;
    bool m_withHard;
    PictureCopies m_copies; // outlives m_intake: rows are taken back before their files
    Intake m_intake;
};

core::Result<IntakeCounts> transfer(store::Store& store, const ExportAsDatasetRequest& request,
                                    const domain::Dataset& source, const domain::Dataset& target,
                                    const QList<domain::SampleId>& ids, TaskRun& task, const core::Control& control)
{
    const auto names = labelNames(store, source.id);
    if (!names) {
        return core::failure(names.error());
    }
    Transfer transfer(store, source, target, task, request.withHard);
    std::optional<core::Error> failed;
    qint64 done = 0;
    const core::Result<> read = store::SampleRepository(store).forEach(
        source.id, ids, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
            if (auto taken = transfer.take(sample, std::move(annotations), *names); !taken) {
                failed = taken.error();
            }
            if (++done % kReportEvery == 0 || done == ids.size()) {
                control.report(done, ids.size());
            }
            return !failed && !control.isCancelled();
        });
    if (failed || !read) {
        return core::failure(failed ? *failed : read.error());
    }
    return transfer.finish();
}

} // namespace

void takeBackExportAsDataset(store::Store& store, const domain::Task& task)
{
    store::TaskRepository tasks(store);
    const QJsonObject json = QJsonDocument::fromJson(tasks.setting(tracesKey(task.id)).toUtf8()).object();
    if (json.isEmpty()) {
        return; // it went to a folder
    }
    Traces traces{json.value(QLatin1String("dataset")).toString(), {}};
    for (const QJsonValue& folder : json.value(QLatin1String("folders")).toArray()) {
        traces.folders.append(folder.toString());
    }
    removeTraces(store, traces, task.createdAt);
    tasks.setSetting(tracesKey(task.id), {});
}

core::Result<ExportAsDatasetOutcome> exportAsDataset(store::Store& store, const ExportAsDatasetRequest& request,
                                                     const core::Control& control)
{
    const store::DatasetRepository datasets(store);
    const core::Result<domain::Dataset> source = datasets.find(request.dataset);
    if (!source) {
        return core::failure(source.error());
    }
    const auto ids = chosenSamples(store, source->id, request.samples, control.stop);
    if (!ids) {
        return core::failure(ids.error());
    }
    if (ids->isEmpty()) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             ExportingAs::tr("No sample matches, so nothing was exported."));
    }
    const core::Result<CreateDatasetRequest> wanted = targetRequest(store, request, *source);
    if (!wanted) {
        return core::failure(wanted.error());
    }
    const auto task =
        TaskRun::start(store, *source, domain::TaskKind::Export, wanted->name, QStringLiteral("exportDataFromDataset"));
    if (!task) {
        return core::failure(task.error());
    }
    const qint64 startedAt = QDateTime::currentMSecsSinceEpoch();
    const Traces traces{wanted->name, NewFolders::missing(cleanPath(wanted->inputLocation)) +
                                          NewFolders::missing(cleanPath(wanted->outputLocation))};
    rememberTraces(store, (*task)->id(), traces);
    core::Result<domain::Dataset> target = createDataset(store, *wanted);
    const auto counts = target ? transfer(store, request, *source, *target, *ids, **task, control)
                               : core::Result<IntakeCounts>(core::failure(target.error()));
    if (!counts) {
        removeTraces(store, traces, startedAt);
    }
    store::TaskRepository(store).setSetting(tracesKey((*task)->id()), {});
    if (!counts) {
        return core::failure((*task)->fail(counts.error()));
    }
    ExportAsDatasetOutcome outcome;
    outcome.samples = counts->samplesAdded;
    outcome.annotations = counts->annotationsAdded;
    outcome.problems = (*task)->problems();
    (*task)->succeed(outcome.samples, {{QStringLiteral("samples"), outcome.samples},
                                       {QStringLiteral("annotations"), outcome.annotations},
                                       {QStringLiteral("dataset"), target->name}});
    target = datasets.find(target->id);
    if (!target) {
        return core::failure(target.error());
    }
    outcome.dataset = *target;
    return outcome;
}

} // namespace lw::scenarios
