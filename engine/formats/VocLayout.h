// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds which XML file belongs to which picture, whatever the folders are called.
#pragma once

#include "engine/formats/DatasetFormat.h"

#include <string>

namespace lw::formats {

/// A picture and its XML file, relative to the roots of their VocFiles.
struct VocPair {
    std::string picture;
    std::string xml; ///< empty: the picture has none
    domain::SampleUsage usage = domain::SampleUsage::None;
};

/// The files of one VOC dataset.
struct VocFiles {
    std::string pictureRoot;          ///< absolute
    std::string annotationRoot;       ///< absolute
    std::vector<VocPair> pairs;       ///< sorted by picture path
    std::vector<std::string> orphans; ///< XML files without a picture, relative to annotationRoot
};

/// Looks at `from`: the devkit layout (Annotations, JPEGImages, ImageSets; also one level below, as in
/// VOCdevkit/VOC2007), the pair of folders in `options`, or XML files anywhere below beside or apart from their
/// pictures. XML files belong to the picture with the same path, else the same base name, else the one they name in
/// <filename>. Errors: NotFound, ReadFailed, Cancelled.
[[nodiscard]] core::Result<std::vector<VocFiles>> findVocFiles(const QString& from, const ReadOptions& options,
                                                               core::ProblemList& problems,
                                                               const core::Control& control);

} // namespace lw::formats
