// SPDX-License-Identifier: GPL-3.0-or-later
//! The steps that every reader does with a sample besides reading its annotations.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/FileIo.h"

namespace lw::formats {

/// What people are told of a picture that a probe refused. `pathBytes` is `path` in the file system's encoding.
[[nodiscard]] core::Problem probeProblem(const core::Error& error, const QString& path, const char* pathBytes);

/// Fills in what the picture file itself says: bytes, time and, with a probe, size and orientation. `pathBytes` is the
/// sample's path in UTF-8; `known` are its size and time if they were looked up already. False if the picture is of no
/// use; the reason is in `problems` then.
[[nodiscard]] bool takePictureFacts(ImportedSample& sample, const char* pathBytes, const ImageProbe& probe,
                                    core::ProblemList& problems, const io::FileFacts* known = nullptr);

/// True if a reader must look at annotations at all.
[[nodiscard]] bool needsAnnotations(const ReadOptions& options);

/// Applies labelsToTake, hardOnly and withLabels and sets the sample's state. False if the sample is left out.
[[nodiscard]] bool passesOptions(ImportedSample& sample, const ReadOptions& options);

} // namespace lw::formats
