// SPDX-License-Identifier: GPL-3.0-or-later
//! Foreground and background by colour models and a minimal cut.
#pragma once

#include "engine/vision/Grid.h"

#include <QImage>

#include <stop_token>

namespace lw::vision {

/// What is known of a pixel beforehand.
enum class Hint : uint8_t {
    Background, ///< certainly
    Foreground, ///< certainly
    ProbablyBackground,
    ProbablyForeground,
};

struct CutOptions {
    int rounds = 2; ///< at most; it ends earlier when nothing changes
    quint64 seed = 1;
};

/// GrabCut (Rother 2004) over a 24- or 32-bit picture of the size of `hints`. Empty when one side has no pixels, when
/// it was stopped, or when the picture defeats it. Repeatable: the same input gives the same region on any thread.
[[nodiscard]] Region grabCut(const QImage& picture, const Grid<Hint>& hints, const CutOptions& options,
                             const std::stop_token& stop);

} // namespace lw::vision
