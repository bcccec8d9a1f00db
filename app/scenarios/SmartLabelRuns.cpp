// SPDX-License-Identifier: GPL-3.0-or-later
//! The history of runs, and confirming what they proposed.
#include "app/scenarios/SmartJob.h"

#include "models/store/BatchRepository.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <algorithm>

namespace lw::scenarios {

namespace {

void describe(SmartRunEntry& entry, const QJsonObject& about)
{
    entry.mode = smartModeFromName(about.value(QStringLiteral("mode")).toString()).value_or(entry.mode);
    entry.modelName = about.value(QStringLiteral("modelName")).toString(entry.modelName);
    entry.labelled = about.value(QStringLiteral("labelled")).toInteger(entry.labelled);
    entry.metric = about.value(QStringLiteral("metric")).toString(entry.metric);
    if (about.contains(QStringLiteral("quality"))) {
        entry.quality = about.value(QStringLiteral("quality")).toDouble();
    }
}

} // namespace

core::Result<std::vector<SmartRunEntry>> smartLabelRuns(store::Store& store, domain::DatasetId dataset)
{
    const auto found = store::DatasetRepository(store).find(dataset);
    if (!found) {
        return core::failure(found.error());
    }
    const auto runs = store::ProposalRepository(store).runs(dataset);
    if (!runs) {
        return core::failure(runs.error());
    }
    std::vector<SmartRunEntry> entries;
    for (domain::EngineJob& job : smartJobs(store.folder(), *found)) {
        SmartRunEntry entry;
        entry.jobId = job.id;
        entry.createdAt = job.createdAt;
        entry.labelled = job.labelled;
        describe(entry, smartBlock(store.folder(), job.id));
        describe(entry, job.result);
        entry.job = std::move(job);
        entries.push_back(std::move(entry));
    }
    for (const domain::SmartRun& run : *runs) {
        auto entry = std::ranges::find(entries, run.jobId, &SmartRunEntry::jobId);
        if (entry == entries.end()) {
            entries.push_back({});
            entry = std::prev(entries.end());
            entry->jobId = run.jobId;
            entry->createdAt = run.createdAt;
        }
        describe(*entry, run.about);
        entry->run = run;
    }
    std::ranges::stable_sort(entries, std::greater(), &SmartRunEntry::createdAt);
    return entries;
}

core::Result<QList<domain::SampleId>> samplesAbove(store::Store& store, domain::DatasetId dataset,
                                                   double leastConfidence)
{
    domain::SampleFilter filter;
    filter.state = domain::SampleState::ToConfirm;
    filter.minConfidence = leastConfidence;
    return store::SampleRepository(store).ids(dataset, filter);
}

core::Result<qint64> confirmAbove(store::Store& store, domain::DatasetId dataset, double leastConfidence,
                                  const core::Control& control)
{
    const auto samples = samplesAbove(store, dataset, leastConfidence);
    if (!samples) {
        return core::failure(samples.error());
    }
    return store::BatchRepository(store).confirm(dataset, *samples, control).result();
}

} // namespace lw::scenarios
