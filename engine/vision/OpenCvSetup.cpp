// SPDX-License-Identifier: GPL-3.0-or-later
//! One call, once.
#include "engine/vision/OpenCvSetup.h"

#include <opencv2/core.hpp>

#include <mutex>

namespace lw::vision {

void setUpOpenCv()
{
    static std::once_flag isDone;
    std::call_once(isDone, [] { cv::setNumThreads(1); });
}

} // namespace lw::vision
