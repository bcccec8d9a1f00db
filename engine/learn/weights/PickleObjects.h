// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. What a pickle may name and build: tensors, storages, OrderedDict; all else is refused.
#pragma once

#include "engine/learn/weights/PickleStack.h"

namespace lw::learn {

/// The operations on globals and objects.
class PickleObjects {
public:
    explicit PickleObjects(PickleStack& stack) : m_stack(stack) {}

    /// Pushes a global, if it is one of those that weight files need.
    void pushGlobal(const std::string& module, const std::string& name);
    /// The same, names from the stack.
    void stackGlobal();
    /// Describes a storage: ("storage", type, key, location, size[, view]).
    void persistent();
    /// Calls a global with a tuple.
    void reduce();
    /// Attributes of an OrderedDict (state dicts carry "_metadata"): not needed.
    void build();

private:
    const std::vector<PickleId>& tuple(PickleId id, std::size_t least);
    std::int64_t integer(PickleId id);
    std::vector<std::int64_t> integers(PickleId id);
    void rebuildTensor(const std::vector<PickleId>& arguments);
    void orderedDict(PickleId list);

    PickleStack& m_stack;
};

} // namespace lw::learn
