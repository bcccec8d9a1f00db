// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The two kinds of .pth files.
#pragma once

#include "engine/learn/weights/WeightFile.h"
#include "engine/learn/weights/ZipArchive.h"

namespace lw::learn {

/// Since PyTorch 1.6: an archive with data.pkl and one entry for each storage.
Result<std::vector<NamedTensor>> readPickleZip(const ZipEntries& entries);

/// Before: pickles one after the other, then the storages.
Result<std::vector<NamedTensor>> readPickleLegacy(std::string_view bytes);

/// Whether `bytes` start as the legacy format does.
bool isPickleLegacy(std::string_view bytes);

} // namespace lw::learn
