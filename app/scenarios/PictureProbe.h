// SPDX-License-Identifier: GPL-3.0-or-later
//! Lets the format readers look into picture files, which only engine/media can.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/media/PixelLimit.h"

namespace lw::scenarios {

/// Size, orientation, bytes and time of the picture at an absolute path, with notes on what is odd about it. A picture
/// of more than `maxPixels` is refused. Any thread; about 20 microseconds. Errors: those of media::probeImage(),
/// TooLarge.
core::Result<formats::ProbedImage> probePicture(const QString& path, qint64 maxPixels = media::kDefaultMaxPixels);
/// probePicture() with a limit, as the readers take it.
[[nodiscard]] formats::ImageProbe pictureProbe(qint64 maxPixels);

} // namespace lw::scenarios
