// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens projects and clears up after killed flows.
#include "app/scenarios/Projects.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/PictureCopies.h"
#include "models/store/DatasetRepository.h"
#include "models/store/TaskRepository.h"
#include "models/store/VersionRepository.h"

#include <QFileInfo>

#include <algorithm>

namespace lw::scenarios {

namespace {

/// Tasks up to this id have been cleared up after.
const QString kClearedKey = QStringLiteral("recovery.lastTask");
/// More interrupted tasks than this between two openings do not happen.
constexpr int kTasksLookedAt = 500;

/// A version whose manifest never came into being is none.
void discardUnwritten(store::Store& store, const domain::Dataset& dataset, const QString& name)
{
    store::VersionRepository versions(store);
    const auto version = versions.findByName(dataset.id, name);
    if (!version || version->isDraft || QFileInfo::exists(version->manifestPath)) {
        return;
    }
    domain::VersionId previous;
    if (const auto all = versions.list(dataset.id)) {
        const auto older = std::find_if(all->begin(), all->end(), [&version](const domain::Version& other) {
            return !other.isDraft && other.id < version->id;
        });
        previous = older == all->end() ? domain::VersionId() : older->id;
    }
    versions.discard(version->id, previous).waitForFinished();
}

void clearUp(store::Store& store)
{
    store::TaskRepository tasks(store);
    const qint64 cleared = tasks.setting(kClearedKey).toLongLong();
    const auto recent = tasks.list({}, kTasksLookedAt);
    qint64 last = cleared;
    for (const domain::Task& task : recent ? *recent : std::vector<domain::Task>()) {
        if (task.id.value <= cleared || task.state != domain::TaskState::Interrupted) {
            continue;
        }
        const auto dataset = store::DatasetRepository(store).find(task.datasetId);
        last = std::max(last, task.id.value);
        if (dataset && task.kind == domain::TaskKind::Publish) {
            discardUnwritten(store, *dataset, task.target);
        } else if (task.kind == domain::TaskKind::Export) {
            takeBackExportAsDataset(store, task);
        } else if (dataset) {
            removeAbandonedCopies(store, *dataset);
        }
    }
    if (last > cleared) {
        tasks.setSetting(kClearedKey, QString::number(last));
    }
}

} // namespace

core::Result<std::unique_ptr<store::Store>> createProject(const QString& folder)
{
    return store::Store::create(cleanPath(folder));
}

core::Result<std::unique_ptr<store::Store>> openProject(const QString& path)
{
    core::Result<std::unique_ptr<store::Store>> store = store::Store::open(cleanPath(path));
    if (store) {
        clearUp(**store);
    }
    return store;
}

} // namespace lw::scenarios
