// SPDX-License-Identifier: GPL-3.0-or-later
//! Compares Lab colours and floods.
#include "engine/vision/MagicWand.h"

#include "engine/vision/OpenCvSetup.h"
#include "engine/vision/RegionMask.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace lw::vision {

struct MagicWand::Colours {
    cv::Mat lab; ///< three floats a pixel
};

MagicWand::MagicWand(const PictureWindow& window) : m_window(window), m_colours(std::make_unique<Colours>())
{
    setUpOpenCv();
    const QImage rgb = window.pixels.convertToFormat(QImage::Format_RGB888);
    if (!rgb.isNull() && !window.isNull()) {
        const cv::Mat view(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar*>(rgb.constBits()),
                           size_t(rgb.bytesPerLine()));
        view.convertTo(m_colours->lab, CV_32F, 1.0 / 255);
        cv::cvtColor(m_colours->lab, m_colours->lab, cv::COLOR_RGB2Lab);
    }
}

MagicWand::~MagicWand() = default;

core::Result<domain::Mask> MagicWand::select(domain::ImagePoint seed, const WandOptions& options,
                                             const std::stop_token& stop) const
{
    const cv::Mat& lab = m_colours->lab;
    if (lab.empty() || !m_window.holds(seed)) {
        return core::failure(core::ErrorCode::InvalidArgument, QStringLiteral("the point lies outside the picture"));
    }
    const QPointF at = m_window.toPixels(seed);
    const cv::Point cell(std::clamp(int(at.x()), 0, lab.cols - 1), std::clamp(int(at.y()), 0, lab.rows - 1));
    const cv::Rect around = cv::Rect(cell.x - 1, cell.y - 1, 3, 3) & cv::Rect(0, 0, lab.cols, lab.rows);
    const cv::Scalar mean = cv::mean(lab(around));
    const cv::Vec3f colour{float(mean[0]), float(mean[1]), float(mean[2])};
    const float most = float(options.tolerance * options.tolerance);

    cv::Mat like(lab.size(), CV_8UC1);
    for (int y = 0; y < lab.rows; ++y) {
        if (stop.stop_requested()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        const auto* row = lab.ptr<cv::Vec3f>(y);
        std::transform(row, row + lab.cols, like.ptr<uchar>(y), [&](const cv::Vec3f& c) {
            const cv::Vec3f off = c - colour;
            return uchar(off.dot(off) <= most ? 1 : 0);
        });
    }
    if (options.isSmooth) {
        cv::medianBlur(like, like, 5);
    }
    like.at<uchar>(cell) = 1; // the pixel clicked on always belongs, even alone
    if (options.isContiguous) {
        cv::floodFill(like, cell, cv::Scalar(2), nullptr, cv::Scalar(), cv::Scalar(), 8);
    }
    const uchar wanted = options.isContiguous ? 2 : 1;
    Region region(lab.cols, lab.rows);
    for (int y = 0; y < lab.rows; ++y) {
        const uchar* row = like.ptr<uchar>(y);
        std::transform(row, row + lab.cols, region.row(y), [&](uchar v) { return uint8_t(v == wanted); });
    }
    return maskOf(region, m_window);
}

} // namespace lw::vision
