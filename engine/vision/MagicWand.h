// SPDX-License-Identifier: GPL-3.0-or-later
//! Regions of like colour.
#pragma once

#include "engine/vision/PictureWindow.h"
#include "models/core/Result.h"

#include <memory>
#include <stop_token>

namespace lw::vision {

struct WandOptions {
    double tolerance = 12;    ///< largest difference from the colour clicked on, in Lab units (about 2 can be seen)
    bool isContiguous = true; ///< only what hangs together with the click
    bool isSmooth = true;     ///< rounds off single pixels
};

/// Prepares a window once for any number of selections. select() may be called by several threads.
class MagicWand {
public:
    explicit MagicWand(const PictureWindow& window);
    ~MagicWand();
    MagicWand(const MagicWand&) = delete;
    MagicWand& operator=(const MagicWand&) = delete;

    /// Pixels of the window whose colour is like the one around `seed` (mean of 3 x 3). Synchronous.
    /// Errors: InvalidArgument (no picture, `seed` outside of it), Cancelled.
    [[nodiscard]] core::Result<domain::Mask> select(domain::ImagePoint seed, const WandOptions& options = {},
                                                    const std::stop_token& stop = {}) const;

private:
    struct Colours;
    PictureWindow m_window;
    std::unique_ptr<Colours> m_colours;
};

} // namespace lw::vision
