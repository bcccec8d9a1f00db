// SPDX-License-Identifier: GPL-3.0-or-later
//! Two discrete cosine transforms and a median.
#include "engine/vision/PictureHash.h"

#include "engine/vision/GreyPicture.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>

namespace lw::vision {

namespace {

constexpr int kSide = 32;
constexpr int kKept = 8;

using Frequencies = std::array<float, kKept * kKept>;

quint64 bitsOf(const Frequencies& values)
{
    // The first is the mean brightness: it would decide the median alone, and a brighter copy must not differ.
    std::array<float, kKept * kKept - 1> sorted{};
    std::copy(values.begin() + 1, values.end(), sorted.begin());
    const auto middle = sorted.begin() + sorted.size() / 2;
    std::nth_element(sorted.begin(), middle, sorted.end());
    quint64 bits = 0;
    for (size_t i = 1; i < values.size(); ++i) {
        bits |= quint64(values[i] > *middle ? 1 : 0) << i;
    }
    return bits;
}

} // namespace

PictureHash pictureHash(const QImage& picture)
{
    const QImage square = greySquare(picture, kSide);
    if (square.isNull()) {
        return {};
    }
    const cv::Mat grey(kSide, kSide, CV_8UC1, const_cast<uchar*>(square.constBits()), size_t(square.bytesPerLine()));
    cv::Mat values, spectrum;
    grey.convertTo(values, CV_32F);
    cv::dct(values, spectrum);
    Frequencies plain{}, mirrored{};
    for (int y = 0; y < kKept; ++y) {
        for (int x = 0; x < kKept; ++x) {
            // Noise of the arithmetic in an even picture is no structure.
            const float value = std::abs(spectrum.at<float>(y, x)) < 0.5F ? 0.0F : spectrum.at<float>(y, x);
            const size_t at = size_t(y) * kKept + size_t(x);
            plain[at] = value;
            // Mirroring turns the sign of the odd horizontal frequencies.
            mirrored[at] = x % 2 == 1 ? -value : value;
        }
    }
    return {bitsOf(plain), bitsOf(mirrored)};
}

} // namespace lw::vision
