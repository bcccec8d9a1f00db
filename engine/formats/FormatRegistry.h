// SPDX-License-Identifier: GPL-3.0-or-later
//! The list of file formats: one line per format.
#pragma once

#include "engine/formats/DatasetFormat.h"

namespace lw::formats {

struct Format {
    const char* id = "";      ///< contract name, ASCII, e.g. "voc"
    bool readsFolder = false; ///< true: `from` is a folder; false: a file
    FormatAbilities abilities;
    std::unique_ptr<DatasetReader> (*makeReader)() = nullptr;
    std::unique_ptr<DatasetWriter> (*makeWriter)() = nullptr;
};

/// Every format of this build, in the order people see.
[[nodiscard]] std::span<const Format> allFormats();
/// The format with this id, or null.
[[nodiscard]] const Format* findFormat(const QString& id);

} // namespace lw::formats
