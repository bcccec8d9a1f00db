// SPDX-License-Identifier: GPL-3.0-or-later
//! Scaling by area, which keeps every pixel's share.
#include "engine/vision/GreyPicture.h"

#include "engine/vision/OpenCvSetup.h"

#include <opencv2/imgproc.hpp>

namespace lw::vision {

QImage greySquare(const QImage& picture, int side)
{
    setUpOpenCv();
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull()) {
        return {};
    }
    QImage small(side, side, QImage::Format_Grayscale8);
    const cv::Mat from(grey.height(), grey.width(), CV_8UC1, const_cast<uchar*>(grey.constBits()),
                       size_t(grey.bytesPerLine()));
    cv::Mat to(side, side, CV_8UC1, small.bits(), size_t(small.bytesPerLine()));
    cv::resize(from, to, to.size(), 0, 0, cv::INTER_AREA);
    return small;
}

} // namespace lw::vision
