// SPDX-License-Identifier: GPL-3.0-or-later
//! The few runs in which two long lists of ids differ.
#pragma once

#include "models/domain/Ids.h"

#include <QList>

#include <optional>
#include <vector>

namespace lw::items {

/// `removed` entries at `oldFirst` of the old list gave way to `inserted` entries from `newFirst` on of the new one.
struct ListSplice {
    qsizetype oldFirst = 0;
    qsizetype removed = 0;
    qsizetype newFirst = 0;
    qsizetype inserted = 0;

    bool operator==(const ListSplice&) const = default;
};

/// In ascending order; empty when the lists are equal; nullopt when they differ in too many places for row signals to
/// pay. Both lists hold each id once. O(n), a few milliseconds for a million ids.
[[nodiscard]] std::optional<std::vector<ListSplice>> listSplices(const QList<domain::SampleId>& before,
                                                                 const QList<domain::SampleId>& after);

} // namespace lw::items
