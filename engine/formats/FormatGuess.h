// SPDX-License-Identifier: GPL-3.0-or-later
//! Recognises formats by what files are called and how they begin.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/ZipArchive.h"

namespace lw::formats {

/// What a guess rests on.
enum class Clue {
    CocoJson,     ///< a JSON file with images, annotations, categories
    LabelMeJson,  ///< a JSON file with shapes and imagePath
    ManifestRows, ///< a file with a JSON object with "source" per line
    VocXml,       ///< an XML file whose root is <annotation>
    VocFolders,   ///< folders Annotations and JPEGImages
    CvatXml,      ///< an XML file whose root is <annotations>
    YoloNames,    ///< a YAML file with names
    YoloRows,     ///< a text file with a class number and shares of the picture's size
    DotaRows,     ///< a text file with four corners and a label per line
    LabelRows,    ///< a text file with labels beside its picture
    LabelFolders, ///< pictures in folders that could be labels
    CsvColumns,   ///< a CSV file whose first row names a picture and a label
    MaskFolders,  ///< a folder of mask pictures that have the names of pictures
    ColourMap,    ///< a file with the colours of classes
};

struct FormatGuess {
    QString format; ///< id in the registry
    Clue clue = Clue::VocXml;
    double confidence = 0; ///< 0 to 1
    QString file;          ///< the file or folder that the clue was found in, relative to what was looked at
};

/// Looks at a folder, a zip archive or a file (absolute): lists at most 50,000 names and reads the beginning of some files. With a `type`,
/// only formats that hold it. The surest first; empty if nothing is known. Errors: NotFound, ReadFailed, and those of
/// ZipArchive::open().
[[nodiscard]] core::Result<std::vector<FormatGuess>> guessFormats(const QString& path,
                                                                  std::optional<domain::DatasetType> type,
                                                                  const ZipLimits& limits = {});

} // namespace lw::formats
