// SPDX-License-Identifier: GPL-3.0-or-later
//! Checked access to a pickle's bytes and values.
#include "engine/learn/weights/PickleStack.h"

namespace lw::learn {

namespace {

/// A hundred times what the largest state dicts hold; a value takes one byte in the file but far more here.
constexpr std::size_t kMostValues = 4'000'000;

} // namespace

Pickle PickleStack::take(PickleId root)
{
    m_pickle.root = root;
    m_pickle.end = m_position;
    return std::move(m_pickle);
}

std::string_view PickleStack::takeBytes(std::uint64_t size)
{
    if (size > m_bytes.size() - m_position) {
        malformedPickle("it ends early");
    }
    const std::string_view part = m_bytes.substr(m_position, std::size_t(size));
    m_position += std::size_t(size);
    return part;
}

std::uint64_t PickleStack::unsignedNumber(int size)
{
    const std::string_view part = takeBytes(std::uint64_t(size));
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i) {
        value |= std::uint64_t(std::uint8_t(part[std::size_t(i)])) << (8 * i);
    }
    return value;
}

std::string_view PickleStack::line()
{
    const std::size_t end = m_bytes.find('\n', m_position);
    if (end == std::string_view::npos) {
        malformedPickle("it ends early");
    }
    const std::string_view part = m_bytes.substr(m_position, end - m_position);
    m_position = end + 1;
    return part;
}

PickleId PickleStack::pushNew(PickleKind kind)
{
    if (m_pickle.pool.size() >= kMostValues) {
        refusePickle(ErrorCode::TooLarge, "The pickle holds more values than any state dict.");
    }
    m_pickle.pool.emplace_back();
    m_pickle.pool.back().kind = kind;
    m_stack.push_back(PickleId(m_pickle.pool.size() - 1));
    return m_stack.back();
}

PickleId PickleStack::pop()
{
    const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
    if (m_stack.size() <= floor) {
        malformedPickle("its stack runs empty");
    }
    const PickleId id = m_stack.back();
    m_stack.pop_back();
    return id;
}

PickleId PickleStack::top()
{
    const PickleId id = pop();
    m_stack.push_back(id);
    return id;
}

std::vector<PickleId> PickleStack::popToMark()
{
    if (m_marks.empty()) {
        malformedPickle("it lacks a mark");
    }
    const auto start = m_stack.begin() + std::ptrdiff_t(m_marks.back());
    std::vector<PickleId> items(start, m_stack.end());
    m_stack.erase(start, m_stack.end());
    m_marks.pop_back();
    return items;
}

void PickleStack::pushTuple(std::vector<PickleId> items)
{
    count(items.size());
    value(pushNew(PickleKind::Tuple)).items = std::move(items);
}

void PickleStack::tupleOf(int size)
{
    std::vector<PickleId> items(std::size_t(size), 0);
    for (int i = size - 1; i >= 0; --i) {
        items[std::size_t(i)] = pop();
    }
    pushTuple(std::move(items));
}

void PickleStack::count(std::size_t items)
{
    m_itemCount += items;
    if (m_itemCount > kMostValues * 4) {
        refusePickle(ErrorCode::TooLarge, "The pickle's containers hold more than any state dict.");
    }
}

void PickleStack::extend(PickleKind kind, const std::vector<PickleId>& items)
{
    PickleValue& target = value(top());
    if (target.kind != kind) {
        malformedPickle("it adds to something that is no container");
    }
    if (kind == PickleKind::Dict && items.size() % 2 != 0) {
        malformedPickle("a key lacks its value");
    }
    count(items.size());
    target.items.insert(target.items.end(), items.begin(), items.end());
}

void PickleStack::recall(std::uint64_t slot)
{
    const auto found = m_memo.find(slot);
    if (found == m_memo.end()) {
        malformedPickle("it recalls what it never stored");
    }
    m_stack.push_back(found->second);
}

} // namespace lw::learn
