// SPDX-License-Identifier: GPL-3.0-or-later
//! How this folder uses OpenCV.
#pragma once

namespace lw::vision {

/// Keeps OpenCV to the calling thread: the program shares out its cores itself, and results do not depend on their
/// number. Any thread, any number of times; each function that uses OpenCV calls it.
void setUpOpenCv();

} // namespace lw::vision
