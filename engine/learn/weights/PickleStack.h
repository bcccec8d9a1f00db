// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The bytes, the stack, the memo and the pool of values of a pickle that is being read.
#pragma once

#include "engine/learn/weights/PickleMachine.h"

#include <unordered_map>

namespace lw::learn {

/// Ends the reading with an error; caught in readPickle() alone.
struct PickleRefusal {
    Error error;
};

[[noreturn]] inline void refusePickle(ErrorCode code, std::string text)
{
    throw PickleRefusal{failure(code, std::move(text))};
}

[[noreturn]] inline void malformedPickle(const char* what)
{
    refusePickle(ErrorCode::Malformed, std::string("The pickle is damaged: ") + what + ".");
}

/// What the operations work on. Every function refuses what does not fit.
class PickleStack {
public:
    explicit PickleStack(std::string_view bytes) : m_bytes(bytes) {}

    Pickle take(PickleId root);

    // Bytes
    std::string_view takeBytes(std::uint64_t size);
    /// A little-endian number of `size` bytes.
    std::uint64_t unsignedNumber(int size);
    std::string_view line();

    // Values
    PickleValue& value(PickleId id) { return m_pickle.pool[id]; }
    PickleId pushNew(PickleKind kind);
    void push(PickleId id) { m_stack.push_back(id); }
    void pushInt(std::int64_t number) { value(pushNew(PickleKind::Int)).number = number; }
    void pushBool(bool is) { value(pushNew(PickleKind::Bool)).number = is; }
    void pushText(PickleKind kind, std::string_view text) { value(pushNew(kind)).text = text; }
    PickleId pop();
    PickleId top();

    // Containers
    void mark() { m_marks.push_back(m_stack.size()); }
    std::vector<PickleId> popToMark();
    void pushTuple(std::vector<PickleId> items);
    void tupleOf(int size);
    /// Adds to the list or dict on the top.
    void extend(PickleKind kind, const std::vector<PickleId>& items);
    /// Containers may share their parts: without a limit a short pickle could ask for any amount of memory.
    void count(std::size_t items);

    // Memo
    void remember(std::uint64_t slot) { m_memo[slot] = top(); }
    void recall(std::uint64_t slot);
    std::uint64_t memoSize() const { return m_memo.size(); }

private:
    std::string_view m_bytes;
    std::size_t m_position = 0;
    Pickle m_pickle;
    std::vector<PickleId> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint64_t, PickleId> m_memo;
    std::size_t m_itemCount = 0;
};

} // namespace lw::learn
