// SPDX-License-Identifier: GPL-3.0-or-later
//! The list of file formats: one line per format.
#pragma once

#include "engine/formats/DatasetFormat.h"

namespace lw::formats {

struct Format {
    const char* id = "";   ///< contract name, ASCII, e.g. "voc"
    const char* name = ""; ///< for people, to be translated in the context "Formats"
    bool readsFolder = false; ///< `from` may be a folder
    bool readsFile = false;   ///< `from` may be a file
    const char* filePattern = ""; ///< of the file's name, e.g. "*.json"; empty when it reads no file
    std::span<const domain::DatasetType> types; ///< that it can hold
    FormatAbilities abilities;
    std::unique_ptr<DatasetReader> (*makeReader)() = nullptr;
    std::unique_ptr<DatasetWriter> (*makeWriter)() = nullptr;
};

/// Every format of this build, in the order people see.
[[nodiscard]] std::span<const Format> allFormats();
/// The format with this id, or null.
[[nodiscard]] const Format* findFormat(const QString& id);
/// True if datasets of `type` can be written in and read from `format`.
[[nodiscard]] bool fits(const Format& format, domain::DatasetType type);

} // namespace lw::formats
