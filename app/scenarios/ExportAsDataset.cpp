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

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace lw::scenarios {

namespace {

struct ExportingAs {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::ExportingAs)
};

constexpr qint64 kReportEvery = 64;

core::Result<domain::Dataset> makeTarget(store::Store& store, const ExportAsDatasetRequest& request,
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
    return createDataset(store, target);
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

core::Result<ExportAsDatasetOutcome> exportAsDataset(store::Store& store, const ExportAsDatasetRequest& request,
                                                     const core::Control& control)
{
    store::DatasetRepository datasets(store);
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
    NewFolders folders;
    for (const QString& folder : {request.target.inputLocation, request.target.outputLocation}) {
        if (auto made = folders.make(cleanPath(folder)); !made) {
            return core::failure(made.error());
        }
    }
    core::Result<domain::Dataset> target = makeTarget(store, request, *source);
    if (!target) {
        return core::failure(target.error());
    }
    const auto task =
        TaskRun::start(store, *source, domain::TaskKind::Export, target->name, QStringLiteral("exportDataFromDataset"));
    const auto counts = task ? transfer(store, request, *source, *target, *ids, **task, control)
                             : core::Result<IntakeCounts>(core::failure(task.error()));
    if (!counts) {
        datasets.remove(target->id).waitForFinished();
        return core::failure(task ? (*task)->fail(counts.error()) : counts.error());
    }
    folders.keep();
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
