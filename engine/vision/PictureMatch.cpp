// SPDX-License-Identifier: GPL-3.0-or-later
//! Template matching of two pieces, coarse before fine.
#include "engine/vision/PictureMatch.h"

#include "engine/vision/GreyPicture.h"
#include "engine/vision/OpenCvSetup.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>
#include <vector>

namespace lw::vision {

namespace {

constexpr int kSide = 96;
constexpr int kCorner = 6; ///< the upper left piece begins here, so that a shifted copy still has it
constexpr std::array kScales = {1.0, 0.95, 1.06};
/// Grey values that spread less than this hold nothing that could be matched.
constexpr double kEvenSpread = 2.0;
/// Copies reach far more than this at first sight .
constexpr double kCoarseLeast = 0.70;
/// A match as good as this at one scale is not looked for at the others.
constexpr double kGoodEnough = 0.985;

cv::Mat matOf(const QImage& patch)
{
    return {patch.height(), patch.width(), CV_8UC1, const_cast<uchar*>(patch.constBits()),
            size_t(patch.bytesPerLine())};
}

/// Mean and spread of the grey values.
std::pair<double, double> levelOf(const cv::Mat& grey)
{
    cv::Scalar mean, spread;
    cv::meanStdDev(grey, mean, spread);
    return {mean[0], spread[0]};
}

/// The best correlation of `piece` anywhere in `picture`; nothing to tell when the piece is even.
double bestMatch(const cv::Mat& picture, const cv::Mat& piece)
{
    cv::Mat response;
    cv::matchTemplate(picture, piece, response, cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::minMaxLoc(response, nullptr, &best);
    return std::isfinite(best) ? std::clamp(best, 0.0, 1.0) : 0.0;
}

double fineMatch(const cv::Mat& a, const cv::Mat& b)
{
    std::vector<cv::Mat> pieces;
    for (const cv::Rect& area : {cv::Rect(20, 20, 56, 56), cv::Rect(kCorner, kCorner, 44, 44)}) {
        // Sky has no shape: what has is compared instead.
        if (levelOf(a(area)).second >= kEvenSpread) {
            pieces.push_back(a(area));
        }
    }
    double best = 0;
    for (const double scale : kScales) {
        cv::Mat scaled = b;
        if (scale != 1.0) {
            cv::resize(b, scaled, {}, scale, scale, cv::INTER_LINEAR);
        }
        double sum = 0;
        for (const cv::Mat& piece : pieces) {
            sum += bestMatch(scaled, piece);
        }
        best = std::max(best, pieces.empty() ? 0.0 : sum / double(pieces.size()));
        if (best >= kGoodEnough) {
            break;
        }
    }
    return best;
}

} // namespace

QImage comparisonPatch(const QImage& picture)
{
    return greySquare(picture, kSide);
}

MatchPatch::MatchPatch(const QImage& patch)
{
    if (patch.size() != QSize(kSide, kSide)) {
        return;
    }
    setUpOpenCv();
    m_fine = patch.convertToFormat(QImage::Format_Grayscale8);
    const cv::Mat fine = matOf(m_fine);
    std::tie(m_mean, m_spread) = levelOf(fine);
    cv::Mat coarse(kCoarseSide, kCoarseSide, CV_32FC1, m_coarse.data());
    cv::Mat values;
    fine.convertTo(values, CV_32F);
    cv::resize(values, coarse, coarse.size(), 0, 0, cv::INTER_AREA);
}

double MatchPatch::coarseSimilarity(const MatchPatch& other, bool isMirrored) const
{
    constexpr int kMargin = 3, kPiece = kCoarseSide - 2 * kMargin, kCount = kPiece * kPiece;
    std::array<float, kCount> piece{}, part{};
    for (int y = 0; y < kPiece; ++y) {
        for (int x = 0; x < kPiece; ++x) {
            const int from = isMirrored ? kCoarseSide - 1 - kMargin - x : kMargin + x;
            piece[size_t(y) * kPiece + size_t(x)] = m_coarse[size_t(y + kMargin) * kCoarseSide + size_t(from)];
        }
    }
    // Both with mean 0 and length 1: their product is the correlation.
    const auto normalise = [](std::array<float, kCount>& values) {
        const float mean = std::accumulate(values.begin(), values.end(), 0.0F) / kCount;
        float squares = 0;
        for (float& value : values) {
            value -= mean;
            squares += value * value;
        }
        const float scale = squares > 1e-3F ? 1 / std::sqrt(squares) : 0;
        std::transform(values.begin(), values.end(), values.begin(), [scale](float value) { return value * scale; });
    };
    normalise(piece);
    float best = 0;
    for (int top = 0; top <= 2 * kMargin; ++top) {
        for (int left = 0; left <= 2 * kMargin; ++left) {
            for (int y = 0; y < kPiece; ++y) {
                const auto line = other.m_coarse.begin() + (y + top) * kCoarseSide + left;
                std::copy(line, line + kPiece, part.begin() + y * kPiece);
            }
            normalise(part);
            best = std::max(best, std::inner_product(piece.begin(), piece.end(), part.begin(), 0.0F));
        }
    }
    return double(best);
}

double MatchPatch::similarity(const MatchPatch& other, bool isMirrored) const
{
    if (isNull() || other.isNull()) {
        return 0;
    }
    const bool isEven = m_spread < kEvenSpread, isOtherEven = other.m_spread < kEvenSpread;
    if (isEven || isOtherEven) {
        return isEven && isOtherEven ? std::clamp(1.0 - std::abs(m_mean - other.m_mean) / 32, 0.0, 1.0) : 0.0;
    }
    const double coarse = coarseSimilarity(other, isMirrored);
    if (coarse < kCoarseLeast) {
        return coarse;
    }
    setUpOpenCv();
    const QImage turned = isMirrored ? m_fine.mirrored(true, false) : m_fine;
    return fineMatch(matOf(turned), matOf(other.m_fine));
}

} // namespace lw::vision
