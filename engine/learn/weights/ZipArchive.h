// SPDX-License-Identifier: GPL-3.0-or-later
//! The zip files that PyTorch writes: entries stored as they are, found through the central directory.
#pragma once

#include "engine/learn/base/Result.h"

#include <map>
#include <string>
#include <string_view>

namespace lw::learn {

/// An entry's bytes as they lie in the archive.
struct ZipEntry {
    std::string_view bytes;
    bool isPlain = true; ///< neither compressed nor encrypted
};

/// Entries of a zip archive by name.
using ZipEntries = std::map<std::string, ZipEntry, std::less<>>;

/// Finds all entries of `bytes` (zip64 included). Nothing is unpacked here: tensors are never compressed, and so a
/// small file cannot grow in memory.
Result<ZipEntries> readZip(std::string_view bytes);

} // namespace lw::learn
