// SPDX-License-Identifier: GPL-3.0-or-later
//! Samples as a format holds them, and the check that a written dataset says just that. Private to app/scenarios.
#pragma once

#include "app/scenarios/ExportDataset.h"
#include "engine/formats/FormatRegistry.h"

#include <unordered_map>

namespace lw::scenarios {

/// Calls `take` with every sample of `ids` that the format has a place for, reduced to what it holds, until one fails.
/// Errors: those of `take` and of the store, Cancelled.
core::Result<> forEachReduced(store::Store& store, const domain::Dataset& dataset, const QList<domain::SampleId>& ids,
                              formats::LossCounter& losses, const core::Control& control,
                              const std::function<core::Result<>(const formats::ImportedSample&)>& take);

/// Which sample lies at which path of a written dataset: 64-bit hashes, so that a million of them take little memory.
class ReadBackPlaces {
public:
    /// An empty path is a sample that was left out.
    void add(const QString& path, domain::SampleId sample);
    /// The sample at `path`, once; nullopt if there is none or it was taken before.
    [[nodiscard]] std::optional<domain::SampleId> take(const QString& path);
    /// Those that were not taken, in the order of their ids.
    [[nodiscard]] QList<domain::SampleId> left() const;

private:
    std::unordered_map<size_t, domain::SampleId> m_samples;
};

/// Reads `path` with the format's own reader and compares every sample with what it should be. Differences become
/// problems by file. Errors: those of the reader and the store, Cancelled.
core::Result<ReadBackOutcome> readBack(store::Store& store, const domain::Dataset& dataset,
                                       const formats::Format& format, const formats::WriteOptions& options,
                                       const QString& path, ReadBackPlaces& places, core::ProblemList& problems,
                                       const core::Control& control);

} // namespace lw::scenarios
