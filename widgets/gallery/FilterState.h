// SPDX-License-Identifier: GPL-3.0-or-later
//! Filter and order as bytes for the settings.
#pragma once

#include "models/domain/SampleFilter.h"

#include <QByteArray>

#include <optional>

namespace lw::gallery {

struct FilterState {
    domain::SampleFilter filter; ///< `state` (the tabs') and `samples` (of the moment) are not kept
    domain::SampleSort sort = domain::SampleSort::Imported;
    bool isDescending = false;

    bool operator==(const FilterState&) const = default;
};

[[nodiscard]] QByteArray filterStateToBytes(const FilterState& state);
/// nullopt for bytes that were not written by filterStateToBytes().
[[nodiscard]] std::optional<FilterState> filterStateFromBytes(const QByteArray& bytes);

} // namespace lw::gallery
