// SPDX-License-Identifier: GPL-3.0-or-later
//! Why a sample is thought to be hard (SM-4).
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace lw::domain {

/// Stored as its number, which is also the number in a manifest's "hard-reasons": append only. Other programs have
/// reasons of their own; numbers that are not listed here are kept as they came.
enum class HardReason : int {
    NothingFound = 0,         ///< the model found no object
    LowConfidence = 1,        ///< it is not sure of its answer
    NarrowMargin = 2,         ///< two labels are nearly as likely
    ViewsDisagree = 3,        ///< mirrored or cut, the picture gets another answer
    NeighboursDisagree = 4,   ///< pictures that look alike have other labels
    MirrorDisagrees = 5,      ///< objects found in the mirrored picture are not those of the picture
    BordersUncertain = 6,     ///< outlines could run elsewhere
};

/// The weightiest first.
using HardReasons = QList<HardReason>;

/// Whether this program knows what the number means.
[[nodiscard]] bool isKnownReason(HardReason reason);
/// "2-4", as in a manifest; empty for none.
[[nodiscard]] QString hardReasonsText(const HardReasons& reasons);
/// Inverse; also takes a single number. nullopt for anything else; repeated numbers count once.
[[nodiscard]] std::optional<HardReasons> hardReasonsFromText(QStringView text);

} // namespace lw::domain
