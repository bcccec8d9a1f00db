// SPDX-License-Identifier: GPL-3.0-or-later
//! Reading samples: id lists by filter, rows by page, annotations by sample.
#pragma once

#include "models/domain/Annotation.h"
#include "models/domain/SampleFilter.h"
#include "models/domain/SampleEdit.h"
#include "models/store/Store.h"

#include <QHash>

#include <stop_token>
#include <vector>

namespace lw::store {

/// The undo history of a sample without its contents.
struct SampleHistory {
    std::vector<domain::EditKind> kinds;
    qint64 position = 0;       ///< steps before it can be undone, from it on can be redone
    qint64 nextAnnotation = 1; ///< the next free annotation id
};

struct LabelUse {
    domain::LabelId label;
    qint64 samples = 0;
    qint64 annotations = 0;
};

/// Any thread. Everything but ids(), labelUse() and forEach() is quick enough for the window's thread when asked for a
/// screenful.
class SampleRepository
{
public:
    explicit SampleRepository(Store& store) : m_store(store) {}

    /// Ids of all samples that pass `filter`, in `sort` order. Cost: index scans, about 0.1 s per million samples.
    /// Errors: Cancelled.
    [[nodiscard]] core::Result<QList<domain::SampleId>> ids(domain::DatasetId dataset,
                                                            const domain::SampleFilter& filter,
                                                            domain::SampleSort sort = domain::SampleSort::Imported,
                                                            bool isDescending = false,
                                                            const std::stop_token& stop = {}) const;
    /// Rows for `ids`, in the same order; ids that do not exist (any more) are left out.
    [[nodiscard]] core::Result<std::vector<domain::Sample>> rows(const QList<domain::SampleId>& ids) const;
    /// Errors: NotFound.
    [[nodiscard]] core::Result<domain::Sample> find(domain::SampleId id) const;
    /// `folder` as stored. Errors: NotFound.
    [[nodiscard]] core::Result<domain::Sample> findByFile(domain::DatasetId dataset, const QString& folder,
                                                          const QString& name) const;
    /// In stacking order.
    [[nodiscard]] core::Result<std::vector<domain::Annotation>> annotations(domain::SampleId sample) const;
    [[nodiscard]] core::Result<SampleHistory> history(domain::SampleId sample) const;
    /// One step of the undo history. Errors: NotFound.
    [[nodiscard]] core::Result<domain::SampleEdit> step(domain::SampleId sample, qint64 position) const;
    /// The labels of every labelled sample in sight, for those who need no annotations: a tenth of forEach()'s cost.
    [[nodiscard]] core::Result<QHash<domain::SampleId, QList<domain::LabelId>>>
    labelSets(domain::DatasetId dataset) const;
    /// How often each label occurs on `ids` (the selection's label panel), most frequent first.
    [[nodiscard]] core::Result<std::vector<LabelUse>> labelUse(domain::DatasetId dataset,
                                                               const QList<domain::SampleId>& ids) const;
    /// All names that ever changed something in the dataset (the annotator filter).
    [[nodiscard]] core::Result<QStringList> authors(domain::DatasetId dataset) const;
    /// Stored folders of the dataset's samples, sorted.
    [[nodiscard]] core::Result<QStringList> folders(domain::DatasetId dataset) const;
    /// Calls `visit` with every sample in sight and its annotations, in import order, within one consistent view of
    /// the file, until it returns false. `ids` limits it (empty: all).
    core::Result<> forEach(domain::DatasetId dataset, const QList<domain::SampleId>& ids,
                           const std::function<bool(const domain::Sample&, std::vector<domain::Annotation>&&)>& visit,
                           bool withAnnotations = true) const;

private:
    Store& m_store;
};

} // namespace lw::store
