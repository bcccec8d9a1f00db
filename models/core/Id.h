// SPDX-License-Identifier: GPL-3.0-or-later
//! Row ids that do not convert into each other.
#pragma once

#include <QHashFunctions>

#include <compare>

namespace lw::core {

/// A database id of one kind of row. Zero is "none"; conversion from and to integers is explicit.
template <typename Tag>
struct Id {
    qint64 value = 0;

    constexpr Id() = default;
    constexpr explicit Id(qint64 raw) : value(raw) {}

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

} // namespace lw::core
