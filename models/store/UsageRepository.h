// SPDX-License-Identifier: GPL-3.0-or-later
//! Tells what else uses samples and their files, before they are deleted (AN-6).
#pragma once

#include "models/domain/Dataset.h"
#include "models/store/Store.h"

#include <QList>
#include <QSet>
#include <QString>

#include <vector>

namespace lw::store {

/// Another dataset that has the same files, or a published version that holds the samples.
struct UseBy {
    QString name;
    qint64 samples = 0;
};

struct SampleUsageReport {
    std::vector<UseBy> datasets;        ///< other datasets of the project with samples of the same files
    std::vector<UseBy> versions;        ///< published versions of the dataset that hold the samples
    QSet<domain::SampleId> sharedFiles; ///< samples whose file another dataset has too
};

/// Any thread.
class UsageRepository {
public:
    explicit UsageRepository(Store& store) : m_store(store) {}

    /// What else uses `samples` of `dataset`. Cost: a few index look-ups for each sample, dataset and version.
    [[nodiscard]] core::Result<SampleUsageReport> uses(const domain::Dataset& dataset,
                                                       const QList<domain::SampleId>& samples) const;

private:
    Store& m_store;
};

} // namespace lw::store
