// SPDX-License-Identifier: GPL-3.0-or-later
//! The file beside a picture that says its labels: text for whole pictures, VOC XML for shapes (AN-2).
#pragma once

#include "engine/formats/ImportedSample.h"
#include "models/domain/DatasetType.h"

#include <string_view>

namespace lw::formats {

/// "txt" or "xml".
[[nodiscard]] std::string_view sidecarSuffix(domain::DatasetType type);

/// Reads the file at `path` into `sample`. False if it was of no use; the reason is in `problems`. Adds the number of
/// labels and objects that were left out to `skipped`.
bool readSidecar(const QString& path, domain::DatasetType type, ImportedSample& sample, core::ProblemList& problems,
                 qint64& skipped);

} // namespace lw::formats
