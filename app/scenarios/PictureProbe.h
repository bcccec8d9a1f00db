// SPDX-License-Identifier: GPL-3.0-or-later
//! Lets the format readers look into picture files, which only engine/media can.
#pragma once

#include "engine/formats/DatasetFormat.h"

namespace lw::scenarios {

/// Size, orientation, bytes and time of the picture at an absolute path. Any thread; about 20 microseconds.
/// Errors: those of media::probeImage().
core::Result<formats::ProbedImage> probePicture(const QString& path);

} // namespace lw::scenarios
