// SPDX-License-Identifier: GPL-3.0-or-later
//! Gradients of Lab colours with OpenCV.
#include "engine/vision/EdgeStrength.h"

#include "engine/vision/OpenCvSetup.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace lw::vision {

namespace {

constexpr std::array kSigmas = {0.0, 1.5, 3.0};

/// Length of the colour gradient, all channels together, divided by its 99th percentile.
cv::Mat normalisedGradient(const cv::Mat& lab, double sigma)
{
    cv::Mat smooth = lab;
    if (sigma > 0) {
        cv::GaussianBlur(lab, smooth, cv::Size(), sigma);
    }
    cv::Mat gx, gy;
    cv::Sobel(smooth, gx, CV_32F, 1, 0, 3, 0.125);
    cv::Sobel(smooth, gy, CV_32F, 0, 1, 3, 0.125);
    cv::Mat length(lab.size(), CV_32F);
    for (int y = 0; y < lab.rows; ++y) {
        const auto* a = gx.ptr<cv::Vec3f>(y);
        const auto* b = gy.ptr<cv::Vec3f>(y);
        auto* out = length.ptr<float>(y);
        for (int x = 0; x < lab.cols; ++x) {
            out[x] = std::sqrt(a[x].dot(a[x]) + b[x].dot(b[x]));
        }
    }
    std::vector<float> values(length.begin<float>(), length.end<float>());
    const auto mark = values.begin() + std::ptrdiff_t(double(values.size() - 1) * 0.99);
    std::nth_element(values.begin(), mark, values.end());
    return *mark > 1e-3F ? cv::Mat(length / *mark) : cv::Mat(cv::Mat::zeros(lab.size(), CV_32F));
}

} // namespace

Grid<float> edgeStrength(const QImage& picture)
{
    setUpOpenCv();
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    if (rgb.isNull()) {
        return {};
    }
    const cv::Mat view(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar*>(rgb.constBits()),
                       size_t(rgb.bytesPerLine()));
    cv::Mat lab;
    view.convertTo(lab, CV_32F, 1.0 / 255);
    cv::cvtColor(lab, lab, cv::COLOR_RGB2Lab);

    Grid<float> strength(rgb.width(), rgb.height());
    cv::Mat sum(rgb.height(), rgb.width(), CV_32F, strength.cells.data());
    for (const double sigma : kSigmas) {
        sum += cv::min(normalisedGradient(lab, sigma), 1.0) / double(kSigmas.size());
    }
    return strength;
}

} // namespace lw::vision
