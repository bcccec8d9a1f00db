// SPDX-License-Identifier: GPL-3.0-or-later
//! Checks files, then lets the store restore; deletes in parts.
#include "app/scenarios/Trash.h"

#include "app/scenarios/TaskRun.h"
#include "models/domain/Sample.h"
#include "models/store/DatasetRepository.h"
#include "models/store/TrashRepository.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <map>

namespace lw::scenarios {

using domain::TrashEntry;
using domain::TrashKind;

namespace {

constexpr qsizetype kPurgeAtOnce = 500;

struct Trash {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Trash)
};

/// The one dataset that all entries belong to, or one without an id that stands for the project.
domain::Dataset commonDataset(store::Store& store, const std::vector<TrashEntry>& entries)
{
    domain::Dataset common;
    for (const TrashEntry& entry : entries) {
        if (entry.dataset != entries.front().dataset || entry.kind == TrashKind::Dataset) {
            return common;
        }
    }
    return store::DatasetRepository(store).find(entries.front().dataset).value_or(common);
}

/// What the task history shows as its target.
QString targetOf(const std::vector<TrashEntry>& entries)
{
    return entries.size() == 1 ? entries.front().name : entries.front().datasetName;
}

/// Samples that restore() may bring back and whose file is not there.
core::Result<QSet<domain::SampleId>> missingFiles(store::Store& store, const std::vector<TrashEntry>& entries)
{
    QSet<domain::SampleId> missing;
    std::map<domain::DatasetId, QString> inputs;
    const auto check = [&](const TrashEntry& entry) {
        const auto [known, isNew] = inputs.try_emplace(entry.dataset);
        if (isNew) {
            const auto dataset = store::DatasetRepository(store).find(entry.dataset);
            known->second = dataset ? dataset->inputLocation : QString();
        }
        domain::Sample sample;
        sample.folder = entry.folder;
        sample.name = entry.name;
        if (!QFileInfo::exists(domain::absolutePath(sample, known->second))) {
            missing.insert(domain::SampleId(entry.item));
        }
    };
    for (const TrashEntry& entry : entries) {
        if (entry.kind == TrashKind::Sample) {
            check(entry);
        } else if (entry.kind == TrashKind::Label) {
            const auto samples = store::TrashRepository(store).list({TrashKind::Sample, entry.dataset, 0});
            if (!samples) {
                return core::failure(samples.error());
            }
            for (const TrashEntry& sample : *samples) {
                if (sample.withLabel == entry.name) {
                    check(sample);
                }
            }
        }
    }
    return missing;
}

core::Result<std::vector<TrashEntry>> entriesOf(store::Store& store, const QList<domain::TrashId>& ids)
{
    auto entries = store::TrashRepository(store).find(ids);
    if (entries && entries->empty()) {
        return core::failure(core::ErrorCode::NotFound, Trash::tr("None of this is in the trash any more."));
    }
    return entries;
}

/// Rows of datasets that were deleted for good, also of an earlier run that was cut off.
core::Result<> sweep(store::Store& store)
{
    for (;;) {
        const core::Result<qint64> swept = store::TrashRepository(store).sweep().result();
        if (!swept) {
            return core::failure(swept.error());
        }
        if (*swept == 0) {
            return {};
        }
    }
}

core::Result<domain::PurgeOutcome> purgeParts(store::Store& store, const QList<domain::TrashId>& ids,
                                              const core::Control& control)
{
    domain::PurgeOutcome outcome;
    for (qsizetype first = 0; first < ids.size(); first += kPurgeAtOnce) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        const auto part = store::TrashRepository(store).purge(ids.mid(first, kPurgeAtOnce)).result();
        if (!part) {
            return core::failure(part.error());
        }
        outcome.samples += part->samples;
        outcome.labels += part->labels;
        outcome.datasets += part->datasets;
        outcome.versions += part->versions;
        control.report(std::min(first + kPurgeAtOnce, ids.size()), ids.size());
    }
    if (const auto swept = sweep(store); !swept) {
        return core::failure(swept.error());
    }
    return outcome;
}

QString refusalText(const domain::RestoreOutcome::Refused& refused)
{
    switch (refused.reason) {
    case domain::RestoreRefusal::FileThereAgain:
        return Trash::tr("“%1” stays in the trash: the dataset has the file again, with work of its own.")
            .arg(refused.entry.name);
    case domain::RestoreRefusal::DatasetDeleted:
        return Trash::tr("“%1” stays in the trash: its dataset is there too.").arg(refused.entry.name);
    case domain::RestoreRefusal::Gone:
        break;
    }
    return Trash::tr("One thing was restored or deleted for good by somebody else meanwhile.");
}

} // namespace

core::Result<domain::RestoreOutcome> restoreFromTrash(store::Store& store, const QList<domain::TrashId>& ids)
{
    const auto entries = entriesOf(store, ids);
    if (!entries) {
        return core::failure(entries.error());
    }
    const auto missing = missingFiles(store, *entries);
    if (!missing) {
        return core::failure(missing.error());
    }
    const auto task = TaskRun::start(store, commonDataset(store, *entries), domain::TaskKind::RestoreDeleted,
                                     targetOf(*entries), QStringLiteral("restoreFromTrash"));
    if (!task) {
        return core::failure(task.error());
    }
    auto outcome = store::TrashRepository(store).restore(ids, *missing).result();
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    (*task)->succeed(outcome->samples, {{QStringLiteral("samples"), outcome->samples},
                                        {QStringLiteral("labels"), outcome->labels},
                                        {QStringLiteral("datasets"), outcome->datasets},
                                        {QStringLiteral("versions"), outcome->versions}});
    return outcome;
}

core::Result<domain::PurgeOutcome> deleteForGood(store::Store& store, const QList<domain::TrashId>& ids,
                                                 const core::Control& control)
{
    const auto entries = entriesOf(store, ids);
    if (!entries) {
        return core::failure(entries.error());
    }
    const auto task = TaskRun::start(store, commonDataset(store, *entries), domain::TaskKind::DeleteForGood,
                                     targetOf(*entries), QStringLiteral("deleteForGood"));
    if (!task) {
        return core::failure(task.error());
    }
    auto outcome = purgeParts(store, ids, control);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    (*task)->succeed(outcome->samples, {{QStringLiteral("samples"), outcome->samples},
                                        {QStringLiteral("labels"), outcome->labels},
                                        {QStringLiteral("datasets"), outcome->datasets},
                                        {QStringLiteral("versions"), outcome->versions}});
    return outcome;
}

QString restoreText(const domain::RestoreOutcome& outcome)
{
    return Trash::tr("Restored: %L1 samples, %L2 labels, %L3 datasets, %L4 versions")
        .arg(outcome.samples)
        .arg(outcome.labels)
        .arg(outcome.datasets)
        .arg(outcome.versions);
}

QStringList restoreNotes(const domain::RestoreOutcome& outcome)
{
    QStringList notes;
    for (const domain::RestoreOutcome::NewName& name : outcome.newNames) {
        notes.append(Trash::tr("“%1” came back as “%2”, because its name was given away.").arg(name.before, name.after));
    }
    if (outcome.missing > 0) {
        notes.append(Trash::tr("%n samples came back without their file.", nullptr, int(outcome.missing)));
    }
    if (outcome.lostAnnotations > 0) {
        notes.append(Trash::tr("%n annotations did not come back: their label was deleted for good.", nullptr,
                               int(outcome.lostAnnotations)));
    }
    for (const domain::RestoreOutcome::Refused& refused : outcome.refused) {
        notes.append(refusalText(refused));
    }
    return notes;
}

QString purgeText(const domain::PurgeOutcome& outcome)
{
    return Trash::tr("Deleted for good: %L1 samples, %L2 labels, %L3 datasets, %L4 versions")
        .arg(outcome.samples)
        .arg(outcome.labels)
        .arg(outcome.datasets)
        .arg(outcome.versions);
}

} // namespace lw::scenarios
