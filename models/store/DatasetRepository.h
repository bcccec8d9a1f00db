// SPDX-License-Identifier: GPL-3.0-or-later
//! Datasets of a project.
#pragma once

#include "models/domain/Dataset.h"
#include "models/domain/Label.h"
#include "models/store/Store.h"

#include <vector>

namespace lw::store {

/// Reads return at once (small tables) and may be called on any thread; writes are futures.
class DatasetRepository
{
public:
    explicit DatasetRepository(Store& store) : m_store(store) {}

    [[nodiscard]] core::Result<std::vector<domain::Dataset>> list() const;
    /// Errors: NotFound.
    [[nodiscard]] core::Result<domain::Dataset> find(domain::DatasetId id) const;
    [[nodiscard]] core::Result<domain::Dataset> findByName(const QString& name) const;

    /// Adds a dataset with its labels; id, uid, times and counters are given by the store.
    /// Errors: AlreadyExists (name). Names and locations are the caller's to check (scenarios/CreateDataset).
    QFuture<core::Result<domain::DatasetId>> create(const domain::Dataset& dataset,
                                                    const std::vector<domain::Label>& labels);
    /// Writes name, description, input and output location, defaultShape, allowsAllShapes.
    /// Errors: NotFound, AlreadyExists.
    QFuture<core::Result<>> update(const domain::Dataset& dataset);
    /// Takes the dataset out of sight; its rows and all files stay (restore() brings it back). Errors: NotFound.
    QFuture<core::Result<>> remove(domain::DatasetId id);
    /// Takes back a dataset that never came into its own: nothing of it is left, not even to be restored.
    /// Errors: NotFound; AlreadyExists when it has samples, and then nothing is changed.
    QFuture<core::Result<>> discard(domain::DatasetId id);
    /// Errors: NotFound, AlreadyExists when the name was given away.
    QFuture<core::Result<>> restore(domain::DatasetId id);

private:
    Store& m_store;
};

} // namespace lw::store
