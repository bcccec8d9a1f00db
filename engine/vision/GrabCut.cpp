// SPDX-License-Identifier: GPL-3.0-or-later
//! GrabCut by OpenCV, with its exceptions turned into "no answer".
#include "engine/vision/GrabCut.h"

#include "engine/vision/OpenCvSetup.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace lw::vision {

namespace {

static_assert(int(Hint::Background) == cv::GC_BGD && int(Hint::Foreground) == cv::GC_FGD &&
              int(Hint::ProbablyBackground) == cv::GC_PR_BGD && int(Hint::ProbablyForeground) == cv::GC_PR_FGD);

bool isForeground(uchar value)
{
    return value == cv::GC_FGD || value == cv::GC_PR_FGD;
}

/// cv::grabCut throws when a class is empty: ask before.
bool hasBothSides(const cv::Mat& mask)
{
    const auto foreground = std::count_if(mask.begin<uchar>(), mask.end<uchar>(), isForeground);
    return foreground > 0 && size_t(foreground) < mask.total();
}

} // namespace

Region grabCut(const QImage& picture, const Grid<Hint>& hints, const CutOptions& options, const std::stop_token& stop)
{
    setUpOpenCv();
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    if (rgb.isNull() || rgb.width() != hints.width || rgb.height() != hints.height) {
        return {};
    }
    const cv::Mat pixels(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar*>(rgb.constBits()),
                         size_t(rgb.bytesPerLine()));
    Region region(hints.width, hints.height);
    std::transform(hints.cells.begin(), hints.cells.end(), region.cells.begin(), [](Hint h) { return uint8_t(h); });
    cv::Mat mask(hints.height, hints.width, CV_8UC1, region.cells.data());
    try {
        cv::setRNGSeed(int(options.seed)); // of this thread: undo and redo give the same outline
        cv::Mat background, foreground, before;
        for (int round = 0; round < options.rounds; ++round) {
            if (stop.stop_requested() || !hasBothSides(mask)) {
                return {};
            }
            mask.copyTo(before);
            cv::grabCut(pixels, mask, cv::Rect(), background, foreground, 1,
                        round == 0 ? cv::GC_INIT_WITH_MASK : cv::GC_EVAL);
            if (round > 0 && cv::countNonZero(mask != before) == 0) {
                break;
            }
        }
    } catch (const std::exception&) {
        return {};
    }
    std::transform(region.cells.begin(), region.cells.end(), region.cells.begin(),
                   [](uint8_t v) { return uint8_t(isForeground(v)); });
    return region;
}

} // namespace lw::vision
