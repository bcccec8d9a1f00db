// SPDX-License-Identifier: GPL-3.0-or-later
//! Small upright pictures for galleries.
#pragma once

#include "engine/media/PixelLimit.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"

#include <QImage>

namespace lw::media {

/// The picture at `path`, upright, its longer side `edgePixels` (never enlarged). Any thread; blocks.
/// Errors as decodeImage(); a broken picture gives what there is of it.
core::Result<QImage> makeThumbnail(const QString& path, int edgePixels, const core::Control& control = {},
                                   qint64 maxPixels = kDefaultMaxPixels);

} // namespace lw::media
