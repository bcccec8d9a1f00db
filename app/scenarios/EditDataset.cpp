// SPDX-License-Identifier: GPL-3.0-or-later
//! Edits and deletes datasets.
#include "app/scenarios/EditDataset.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/TaskRun.h"
#include "models/store/DatasetRepository.h"

#include <QFileInfo>

namespace lw::scenarios {

core::Result<domain::Dataset> editDataset(store::Store& store, domain::DatasetId id, const EditDatasetRequest& request)
{
    store::DatasetRepository datasets(store);
    core::Result<domain::Dataset> dataset = datasets.find(id);
    if (!dataset) {
        return dataset;
    }
    dataset->name = request.name.value_or(dataset->name);
    dataset->description = request.description.value_or(dataset->description);
    dataset->inputLocation = request.inputLocation ? cleanPath(*request.inputLocation) : dataset->inputLocation;
    dataset->outputLocation = request.outputLocation ? cleanPath(*request.outputLocation) : dataset->outputLocation;
    dataset->defaultShape = request.defaultShape ? request.defaultShape : dataset->defaultShape;
    dataset->allowsAllShapes = request.allowsAllShapes.value_or(dataset->allowsAllShapes);
    if (auto valid = checkName(dataset->name); !valid) {
        return core::failure(valid.error());
    }
    if (auto valid = checkLocations(dataset->inputLocation, dataset->outputLocation); !valid) {
        return core::failure(valid.error());
    }
    if (request.inputLocation && !QFileInfo(dataset->inputLocation).isDir()) {
        return core::failure(core::ErrorCode::NotFound, {}, dataset->inputLocation);
    }
    NewFolders folders;
    if (request.outputLocation) {
        if (auto made = folders.make(dataset->outputLocation); !made) {
            return core::failure(made.error());
        }
    }
    if (const core::Result<> written = datasets.update(*dataset).result(); !written) {
        return core::failure(written.error());
    }
    folders.keep();
    auditAction(store, QStringLiteral("updateDataset"), *dataset);
    return datasets.find(id);
}

core::Result<> deleteDataset(store::Store& store, domain::DatasetId id)
{
    store::DatasetRepository datasets(store);
    const core::Result<domain::Dataset> dataset = datasets.find(id);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const core::Result<> removed = datasets.remove(id).result();
    if (removed) {
        auditAction(store, QStringLiteral("deleteDataset"), *dataset);
    }
    return removed;
}

} // namespace lw::scenarios
