// SPDX-License-Identifier: GPL-3.0-or-later
//! Reading who changed what on a sample (AN-10).
#pragma once

#include "models/domain/History.h"
#include "models/store/Store.h"

#include <QHash>

#include <vector>

namespace lw::store {

/// Any thread; quick enough for the window's.
class HistoryRepository
{
public:
    explicit HistoryRepository(Store& store) : m_store(store) {}

    /// All events of a sample, the newest first. Gestures made before the history was kept are taken from the steps
    /// that can still be undone. Errors: NotFound.
    [[nodiscard]] core::Result<std::vector<domain::SampleEvent>> ofSample(domain::SampleId sample) const;
    /// The events that touched one annotation, the newest first; each has exactly one note. The last one says who or
    /// which model made it. Errors: NotFound (the sample, or the annotation was never there).
    [[nodiscard]] core::Result<std::vector<domain::SampleEvent>> ofAnnotation(domain::SampleId sample,
                                                                              domain::AnnotationId annotation) const;

    /// Names of the dataset's labels, deleted ones included as long as they are in the trash.
    [[nodiscard]] core::Result<QHash<domain::LabelId, QString>> labelNames(domain::DatasetId dataset) const;

private:
    Store& m_store;
};

} // namespace lw::store
