// SPDX-License-Identifier: GPL-3.0-or-later
//! What the colours or numbers of mask pictures mean, in the forms that tools write it down.
#pragma once

#include "models/core/Result.h"

#include <QRgb>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace lw::formats {

struct MaskClass {
    QString name;
    std::optional<QRgb> colour; ///< opaque
    int index = -1;             ///< in pictures with numbers; -1: none
    bool isBackground = false;
};

/// True for the names of files that hold such a map: labelmap.txt, label_colors.txt, class_dict.csv, labels.txt,
/// classes.txt, dataset_meta.json, label_colors.json and the like.
[[nodiscard]] bool isColourMapName(std::string_view path);

/// The classes of a map: "name:r,g,b" lines, "r g b name" or "name,r,g,b" lines, names line by line, or JSON
/// ({"name": [r, g, b]}, {"0": "name"}, [{"name", "color"}], label_map with segmentation_colors).
/// Errors: Malformed with the line.
[[nodiscard]] core::Result<std::vector<MaskClass>> readColourMap(const QString& path);

/// The classes of PASCAL VOC by their numbers, with its colours.
[[nodiscard]] std::vector<MaskClass> vocClasses();

} // namespace lw::formats
