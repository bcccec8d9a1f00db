// SPDX-License-Identifier: GPL-3.0-or-later
//! An unpickler that runs nothing: numbers, texts, plain containers, and tensors as descriptions.
#pragma once

#include "engine/learn/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lw::learn {

/// Index of a value in the pickle's pool. Values refer to each other by index: a hostile pickle cannot make cycles
/// of owners or destructors that recurse.
using PickleId = std::uint32_t;

enum class PickleKind { None, Bool, Int, Float, Text, Bytes, List, Tuple, Dict, Global, Storage, Tensor };

struct PickleValue {
    PickleKind kind = PickleKind::None;
    std::int64_t number = 0;           ///< Bool, Int; Storage: number of elements; Tensor: offset in elements
    double real = 0;                   ///< Float
    std::string text;                  ///< Text, Bytes; Global: "module name"; Storage: key
    std::string type;                  ///< Storage: "FloatStorage" …
    std::vector<PickleId> items;       ///< List, Tuple; Dict: key, value, key, value …; Tensor: its storage
    std::vector<std::int64_t> sizes;   ///< Tensor
    std::vector<std::int64_t> strides; ///< Tensor
};

/// A pickle that was read.
struct Pickle {
    std::vector<PickleValue> pool;
    PickleId root = 0;
    std::size_t end = 0; ///< bytes that the pickle took

    const PickleValue& operator[](PickleId id) const { return pool[id]; }
    const PickleValue& top() const { return pool[root]; }
    /// The value under `key` of the dict `id`, or null.
    const PickleValue* valueOf(PickleId id, std::string_view key) const;
};

/// Reads the pickle at the start of `bytes`. Bytes behind its end are left alone.
/// Anything but tensors, storages, OrderedDict and plain values is refused with a sentence that names it.
Result<Pickle> readPickle(std::string_view bytes);

} // namespace lw::learn
