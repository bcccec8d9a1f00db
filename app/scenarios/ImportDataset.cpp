// SPDX-License-Identifier: GPL-3.0-or-later
//! Reader -> copies -> intake.
#include "app/scenarios/ImportDataset.h"

#include "app/scenarios/ImportReading.h"
#include "app/scenarios/PictureCopies.h"
#include "app/scenarios/TaskRun.h"
#include "app/scenarios/UnpackArchive.h"
#include "models/store/DatasetRepository.h"

namespace lw::scenarios {

namespace {

/// The sink of one import: copies when asked to, and remembers the error that ended it.
class ImportSink {
public:
    ImportSink(Intake& intake, PictureCopies* copies, const QHash<QString, QString>& labels,
               core::ProblemList& problems)
        : m_intake(intake), m_copies(copies), m_labels(labels), m_problems(problems)
    {
    }

    bool take(formats::ImportedSample&& sample)
    {
        if (m_error) {
            return false;
        }
        if (m_copies != nullptr && !copy(sample)) {
            return !m_error;
        }
        renameLabels(sample, m_labels);
        if (auto added = m_intake.add(std::move(sample), store::MergeMode::AddMissing); !added) {
            m_error = added.error();
        }
        return !m_error;
    }
    void declare(const domain::Label& label)
    {
        if (auto declared = m_intake.declare(label); !declared && !m_error) {
            m_error = declared.error();
        }
    }
    [[nodiscard]] const std::optional<core::Error>& error() const { return m_error; }
    [[nodiscard]] qint64 notCopied() const { return m_notCopied; }

private:
    bool copy(formats::ImportedSample& sample)
    {
        const core::Result<QString> copied = m_copies->copy(sample.path);
        if (copied) {
            sample.path = *copied;
            return true;
        }
        const core::Error& error = copied.error();
        if (error.code == core::ErrorCode::NotFound || error.code == core::ErrorCode::ReadFailed) {
            m_problems.add(core::ProblemCode::CopyFailed, sample.path, 0, error.detail);
            ++m_notCopied;
        } else {
            m_error = error;
        }
        return false;
    }

    Intake& m_intake;
    PictureCopies* m_copies;
    const QHash<QString, QString>& m_labels;
    core::ProblemList& m_problems;
    std::optional<core::Error> m_error;
    qint64 m_notCopied = 0;
};

QJsonObject toJson(const IntakeCounts& counts)
{
    return {{QStringLiteral("added"), counts.samplesAdded},
            {QStringLiteral("updated"), counts.samplesUpdated},
            {QStringLiteral("skipped"), counts.samplesSkipped},
            {QStringLiteral("annotations"), counts.annotationsAdded}};
}

core::Result<ImportOutcome> run(store::Store& store, const ImportRequest& request, const domain::Dataset& dataset,
                                const ImportReading& reading, TaskRun& task, const core::Control& control)
{
    // Destroyed in this order on failure: rows first, then the files that they name.
    std::optional<PictureCopies> copies;
    const bool isPacked = formats::isArchive(reading.from);
    if (request.copiesFiles || isPacked) {
        removeAbandonedCopies(store, dataset);
        copies.emplace(dataset, task.id());
    }
    core::Result<QString> place = reading.from;
    if (isPacked) {
        place = unpackArchive(reading.from, dataset, request.archiveLimits, *copies, control);
        place = place ? placeWithin(*place, *reading.format) : place;
        if (!place) {
            return core::failure(place.error());
        }
    }
    Intake intake(store, dataset, task.id());
    // What was unpacked lies where copies would go.
    ImportSink sink(intake, copies && !isPacked ? &*copies : nullptr, request.labels, task.problems());
    formats::ReadOptions options = readOptions(request, dataset);
    if (request.withLabels) {
        options.labels = [&sink, &request](const domain::Label& label) {
            if (request.labelsToTake.isEmpty() || request.labelsToTake.contains(label.name)) {
                domain::Label here = label;
                here.name = request.labels.value(label.name, label.name);
                sink.declare(here);
            }
        };
    }
    const core::Result<formats::ReadSummary> read = reading.format->makeReader()->read(
        *place, options,
        [&sink](formats::ImportedSample&& sample) { return sink.take(std::move(sample)); }, task.problems(), control);
    if (sink.error()) {
        return core::failure(*sink.error());
    }
    if (!read) {
        return core::failure(read.error());
    }
    const core::Result<IntakeCounts> counts = intake.finish();
    if (!counts) {
        return core::failure(counts.error());
    }
    if (copies) {
        copies->keep();
    }
    ImportOutcome outcome;
    outcome.counts = *counts;
    outcome.counts.samplesSkipped += read->skippedSamples + read->filteredSamples + sink.notCopied();
    outcome.counts.annotationsSkipped += read->skippedAnnotations;
    outcome.isComplete = read->isComplete;
    return outcome;
}

} // namespace

core::Result<ImportOutcome> importDataset(store::Store& store, const ImportRequest& request,
                                          const core::Control& control)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(request.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const core::Result<ImportReading> reading = planReading(request, *dataset);
    if (!reading) {
        return core::failure(reading.error());
    }
    const auto task =
        TaskRun::start(store, *dataset, domain::TaskKind::Import, reading->from,
                         QStringLiteral("importSamplesToDataset"));
    if (!task) {
        return core::failure(task.error());
    }
    core::Result<ImportOutcome> outcome = run(store, request, *dataset, *reading, **task, control);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    outcome->problems = (*task)->problems();
    outcome->format = QString::fromLatin1(reading->format->id);
    outcome->reason = reading->reason;
    const IntakeCounts& counts = outcome->counts;
    (*task)->succeed(counts.samplesAdded + counts.samplesUpdated + counts.samplesSkipped, toJson(counts));
    return outcome;
}

} // namespace lw::scenarios
