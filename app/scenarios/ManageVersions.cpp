// SPDX-License-Identifier: GPL-3.0-or-later
//! Sets versions as current and deletes them.
#include "app/scenarios/PublishVersion.h"
#include "app/scenarios/TaskRun.h"
#include "models/store/DatasetRepository.h"
#include "models/store/VersionRepository.h"

#include <QDateTime>

namespace lw::scenarios {

namespace {

struct VersionAndDataset {
    domain::Version version;
    domain::Dataset dataset;
};

core::Result<VersionAndDataset> findBoth(store::Store& store, domain::VersionId id)
{
    const core::Result<domain::Version> version = store::VersionRepository(store).find(id);
    if (!version) {
        return core::failure(version.error());
    }
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(version->datasetId);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    return VersionAndDataset{*version, *dataset};
}

/// True when the present state is in no version.
core::Result<bool> hasUnpublishedWork(store::Store& store, const domain::Dataset& dataset)
{
    if (!dataset.currentVersion.isValid()) {
        return dataset.counters.total > 0;
    }
    const core::Result<bool> isUnchanged = store::VersionRepository(store).isUnchangedSince(dataset.currentVersion);
    if (!isUnchanged) {
        return core::failure(isUnchanged.error());
    }
    return !*isUnchanged;
}

core::Result<domain::Version> keepDraft(store::Store& store, const domain::Dataset& dataset)
{
    domain::Version draft;
    draft.datasetId = dataset.id;
    draft.name =
        QStringLiteral("draft-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    draft.isDraft = true;
    store::VersionRepository versions(store);
    const core::Result<domain::VersionId> id = versions.create(draft, {}).result();
    if (!id) {
        return core::failure(id.error());
    }
    return versions.find(*id);
}

core::Result<SetCurrentOutcome> run(store::Store& store, const VersionAndDataset& what)
{
    SetCurrentOutcome outcome;
    const core::Result<bool> hasWork = hasUnpublishedWork(store, what.dataset);
    if (!hasWork) {
        return core::failure(hasWork.error());
    }
    if (*hasWork) {
        const core::Result<domain::Version> draft = keepDraft(store, what.dataset);
        if (!draft) {
            return core::failure(draft.error());
        }
        outcome.draft = *draft;
    }
    if (const core::Result<> set = store::VersionRepository(store).setCurrent(what.version.id).result(); !set) {
        return core::failure(set.error());
    }
    return outcome;
}

} // namespace

core::Result<SetCurrentOutcome> setCurrentVersion(store::Store& store, domain::VersionId id)
{
    const core::Result<VersionAndDataset> what = findBoth(store, id);
    if (!what) {
        return core::failure(what.error());
    }
    // The reference has no event of its own for this: it is a change of the dataset.
    const auto task = TaskRun::start(store, what->dataset, domain::TaskKind::SetCurrent, what->version.name,
                                     QStringLiteral("updateDataset"));
    if (!task) {
        return core::failure(task.error());
    }
    core::Result<SetCurrentOutcome> outcome = run(store, *what);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    (*task)->succeed(what->version.samples, {{QStringLiteral("version"), what->version.name}});
    return outcome;
}

core::Result<> deleteVersion(store::Store& store, domain::VersionId id)
{
    const core::Result<VersionAndDataset> what = findBoth(store, id);
    if (!what) {
        return core::failure(what.error());
    }
    const core::Result<> removed = store::VersionRepository(store).remove(id).result();
    if (removed) {
        auditAction(store, QStringLiteral("deleteDatasetVersion"), what->dataset,
                    {{QStringLiteral("version"), what->version.name}});
    }
    return removed;
}

} // namespace lw::scenarios
