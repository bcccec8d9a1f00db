// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Makes tensors of a pickle's descriptions and the bytes of its storages.
#pragma once

#include "engine/learn/weights/PickleMachine.h"
#include "engine/learn/weights/WeightFile.h"

#include <functional>

namespace lw::learn {

/// The bytes of the storage with a key; empty data pointer when there is none.
using StorageFinder = std::function<std::string_view(const PickleValue& storage)>;

/// Bytes that one element of a storage takes.
std::int64_t elementSize(const PickleValue& storage);

/// All tensors in the pickle, named by the keys that lead to them, joined with dots.
Result<std::vector<NamedTensor>> tensorsOf(const Pickle& pickle, const StorageFinder& find);

} // namespace lw::learn
