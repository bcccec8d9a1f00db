// SPDX-License-Identifier: GPL-3.0-or-later
//! The trash of a project: what was deleted, back into place or gone for good (AN-10). Files are never touched.
#pragma once

#include "models/domain/Trash.h"
#include "models/store/Store.h"

#include <QList>
#include <QSet>

#include <vector>

namespace lw::store {

class TrashRepository
{
public:
    explicit TrashRepository(Store& store) : m_store(store) {}

    /// The latest first, at most `limit` (0: all), only older entries than `before` when that is valid: page by page
    /// each costs the same. What is in a deleted dataset is not listed; it comes and goes with the dataset. Any thread.
    [[nodiscard]] core::Result<std::vector<domain::TrashEntry>> list(const domain::TrashFilter& filter,
                                                                     domain::TrashId before = {}, int limit = 0) const;
    /// Those of `ids` that are (still) there, in any order. Any thread.
    [[nodiscard]] core::Result<std::vector<domain::TrashEntry>> find(const QList<domain::TrashId>& ids) const;
    /// Ids of all that passes `filter`, the latest first. Any thread.
    [[nodiscard]] core::Result<QList<domain::TrashId>> ids(const domain::TrashFilter& filter) const;
    /// Entries of rows that are in the trash; others are left out. Any thread.
    [[nodiscard]] core::Result<QList<domain::TrashId>> idsOf(domain::TrashKind kind, const QList<qint64>& items) const;
    /// By dataset and kind, without zeros, in the order of the datasets. Any thread.
    [[nodiscard]] core::Result<std::vector<domain::TrashCount>> counts() const;

    /// Puts things back, datasets first, all in one transaction; samples and labels of a dataset are one step that can
    /// be undone each. A label comes with the annotations and samples that were deleted with it; a sample with its
    /// annotations, marks and history, and its labels. A name that was given away gets a number; what cannot come back
    /// is refused, the rest goes in. `missing`: samples whose file is gone.
    QFuture<core::Result<domain::RestoreOutcome>> restore(const QList<domain::TrashId>& ids,
                                                          const QSet<domain::SampleId>& missing = {});

    /// Deletes for good in one transaction, so hand over a few thousand at a time; unknown ids are left out. Samples
    /// that a version holds stay in that version. Deleting a label for good ends the undo history of its dataset. Of
    /// datasets only the entry goes: call sweep() until there is nothing left.
    QFuture<core::Result<domain::PurgeOutcome>> purge(const QList<domain::TrashId>& ids);
    /// Deletes a part of the rows of datasets that were deleted for good; returns how many rows went, 0 at the end.
    /// A process that was killed meanwhile leaves the rest to the next call.
    QFuture<core::Result<qint64>> sweep();

private:
    Store& m_store;
};

} // namespace lw::store
