// SPDX-License-Identifier: GPL-3.0-or-later
//! The mask pictures that belong to segmentation XML files.
#pragma once

#include "engine/formats/ClassColours.h"
#include "engine/formats/StagedFolder.h"
#include "engine/formats/VocXml.h"

#include <string_view>

namespace lw::formats {

/// Folder of the mask pictures in published versions, as the reference calls it.
inline constexpr std::string_view kMaskFolder = "segmentationClassRaw";

/// True for paths below a folder that holds mask pictures, not samples.
[[nodiscard]] bool isInMaskFolder(std::string_view path);

/// Where the file is that <mask_source> in the XML file `xml` names: at that path, relative to the XML file's folder or
/// the one above it, or by the end of its path below these. Empty if there is none.
[[nodiscard]] QString findMaskFile(const QString& xml, const QString& maskSource);

/// Writes the XML of segmentation samples together with their mask pictures.
class VocMaskWriter {
public:
    /// Mask pictures go to `folder` within the dataset; sources are written as "./<folder>/<name>.png".
    VocMaskWriter(std::string folder, const std::vector<domain::Label>& labels);

    /// Writes the mask picture and completes `options` for writeVoc(). `name` is the sample's, without suffix.
    [[nodiscard]] core::Result<> write(StagedFolder& staged, const std::string& name, const ImportedSample& sample,
                                       VocWriteOptions& options);

private:
    std::string m_folder;
    ClassColours m_colours;
};

} // namespace lw::formats
