// SPDX-License-Identifier: GPL-3.0-or-later
//! Checks and enters a new dataset.
#include "app/scenarios/CreateDataset.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/TaskRun.h"
#include "models/store/DatasetRepository.h"

namespace lw::scenarios {

core::Result<> checkNewDataset(store::Store& store, const CreateDatasetRequest& request)
{
    if (auto valid = checkName(request.name); !valid) {
        return valid;
    }
    if (!domain::isAvailable(request.type)) {
        return core::failure(core::ErrorCode::Unsupported, domain::typeName(request.type));
    }
    if (auto valid = checkLabels(request.labels); !valid) {
        return valid;
    }
    if (auto valid = checkLocations(cleanPath(request.inputLocation), cleanPath(request.outputLocation)); !valid) {
        return valid;
    }
    if (store::DatasetRepository(store).findByName(request.name)) {
        return core::failure(core::ErrorCode::AlreadyExists, request.name);
    }
    return {};
}

core::Result<domain::Dataset> createDataset(store::Store& store, const CreateDatasetRequest& request)
{
    domain::Dataset dataset;
    dataset.name = request.name;
    dataset.description = request.description;
    dataset.type = request.type;
    dataset.inputLocation = cleanPath(request.inputLocation);
    dataset.outputLocation = cleanPath(request.outputLocation);
    dataset.defaultShape = request.defaultShape;
    dataset.allowsAllShapes = request.allowsAllShapes;
    if (auto valid = checkNewDataset(store, request); !valid) {
        return core::failure(valid.error());
    }
    NewFolders folders;
    for (const QString& folder : {dataset.inputLocation, dataset.outputLocation}) {
        if (auto made = folders.make(folder); !made) {
            return core::failure(made.error());
        }
    }
    store::DatasetRepository datasets(store);
    const core::Result<domain::DatasetId> id = datasets.create(dataset, request.labels).result();
    if (!id) {
        return core::failure(id.error());
    }
    folders.keep();
    core::Result<domain::Dataset> created = datasets.find(*id);
    if (created) {
        auditAction(store, QStringLiteral("createDataset"), *created);
    }
    return created;
}

} // namespace lw::scenarios
