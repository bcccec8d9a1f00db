// SPDX-License-Identifier: GPL-3.0-or-later
//! Label edits with their checks and audit events.
#include "app/scenarios/EditLabels.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/TaskRun.h"
#include "models/domain/Skeletons.h"
#include "models/store/BatchRepository.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"

#include <algorithm>

namespace lw::scenarios {

using domain::Label;

namespace {

void auditLabel(store::Store& store, const QString& event, domain::DatasetId id, const QString& name)
{
    if (const auto dataset = store::DatasetRepository(store).find(id)) {
        auditAction(store, event, *dataset, {{QStringLiteral("label"), name}});
    }
}

core::Result<Label> findBy(store::Store& store, domain::DatasetId dataset,
                           const std::function<bool(const Label&)>& isWanted, const QString& name)
{
    const auto labels = store::LabelRepository(store).list(dataset);
    if (!labels) {
        return core::failure(labels.error());
    }
    const auto found = std::find_if(labels->begin(), labels->end(), isWanted);
    if (found == labels->end()) {
        return core::failure(core::ErrorCode::NotFound, name);
    }
    return *found;
}

} // namespace

core::Result<domain::LabelId> addLabel(store::Store& store, const Label& label)
{
    if (auto valid = checkLabelName(label.name); !valid) {
        return core::failure(valid.error());
    }
    if (const auto dataset = store::DatasetRepository(store).find(label.datasetId); !dataset) {
        return core::failure(dataset.error());
    }
    core::Result<domain::LabelId> id = store::LabelRepository(store).create(label).result();
    if (id) {
        auditLabel(store, QStringLiteral("createLabel"), label.datasetId, label.name);
    } else if (id.error().code == core::ErrorCode::AlreadyExists) {
        return core::failure(core::ErrorCode::AlreadyExists, label.name);
    }
    return id;
}

core::Result<RenameOutcome> renameLabel(store::Store& store, domain::DatasetId dataset, domain::LabelId label,
                                        const QString& name)
{
    if (auto valid = checkLabelName(name); !valid) {
        return core::failure(valid.error());
    }
    const core::Result<Label> other = findLabel(store, dataset, name);
    const core::Result<qint64> renamed = store::BatchRepository(store).renameLabel(label, name).result();
    if (!renamed) {
        return core::failure(renamed.error());
    }
    auditLabel(store, QStringLiteral("updateLabel"), dataset, name);
    return RenameOutcome{*renamed, other && other->id != label};
}

core::Result<> changeLabel(store::Store& store, domain::DatasetId dataset, domain::LabelId id,
                           const LabelChange& change)
{
    core::Result<Label> label = findBy(
        store, dataset, [id](const Label& one) { return one.id == id; }, QString::number(id.value));
    if (!label) {
        return core::failure(label.error());
    }
    label->colour = change.colour.value_or(label->colour);
    label->shortcut = change.shortcut.value_or(label->shortcut);
    label->attributes = change.attributes.value_or(label->attributes);
    if (change.skeleton) {
        if (!domain::isValid(*change.skeleton)) {
            return core::failure(core::ErrorCode::InvalidArgument, label->name);
        }
        if (domain::changesJoints(change.jointOrigins, int(label->skeleton.joints.size())) &&
            !change.jointOrigins.empty()) {
            const auto changed =
                store::BatchRepository(store).changeSkeleton(id, *change.skeleton, change.jointOrigins).result();
            if (!changed) {
                return core::failure(changed.error());
            }
        }
        label->skeleton = *change.skeleton;
    }
    const core::Result<> updated = store::LabelRepository(store).update(*label).result();
    if (updated) {
        auditLabel(store, QStringLiteral("updateLabel"), dataset, label->name);
    } else if (updated.error().code == core::ErrorCode::AlreadyExists) {
        return core::failure(core::ErrorCode::AlreadyExists, label->shortcut);
    }
    return updated;
}

core::Result<Label> findLabel(store::Store& store, domain::DatasetId dataset, const QString& name)
{
    return findBy(
        store, dataset, [&name](const Label& one) { return one.name == name; }, name);
}

} // namespace lw::scenarios
