// SPDX-License-Identifier: GPL-3.0-or-later
//! Histograms of colours and edge directions over parts of the picture.
#include "engine/vision/FeatureExtractor.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lw::vision {

FeatureExtractor::~FeatureExtractor() = default;

namespace {

constexpr int kSide = 64;
constexpr int kHues = 8;
constexpr int kGreys = 4;
constexpr int kColours = kHues * 2 + kGreys;
constexpr int kColourParts = 2; ///< per side
constexpr int kDirections = 8;
constexpr int kEdgeParts = 3; ///< per side
constexpr int kColourSize = kColours * kColourParts * kColourParts;
constexpr int kEdgeSize = kDirections * kEdgeParts * kEdgeParts;
/// Edges of less than this per pixel are noise: they must not weigh as much as real ones in an even picture.
constexpr float kEdgeNoise = 4.0F;

struct Hsv {
    float hue = 0; ///< 0 to kHues
    float saturation = 0, value = 0;
};

Hsv toHsv(QRgb pixel)
{
    const float r = float(qRed(pixel)) / 255, g = float(qGreen(pixel)) / 255, b = float(qBlue(pixel)) / 255;
    const float high = std::max({r, g, b}), span = high - std::min({r, g, b});
    if (span <= 0) {
        return {0, 0, high};
    }
    float sixth = high == r ? (g - b) / span : high == g ? 2 + (b - r) / span : 4 + (r - g) / span;
    sixth = sixth < 0 ? sixth + 6 : sixth;
    return {sixth / 6 * kHues, span / high, high};
}

/// Shares `amount` between the two bins of a circle nearest to `place`.
void addToCircle(float* bins, int count, float place, float amount)
{
    const float below = std::floor(place - 0.5F);
    const float part = place - 0.5F - below;
    const int first = (int(below) + count) % count;
    bins[first] += amount * (1 - part);
    bins[(first + 1) % count] += amount * part;
}

/// The same for a scale from 0 to 1 with ends.
void addToScale(float* bins, int count, float place, float amount)
{
    const float at = std::clamp(place * float(count) - 0.5F, 0.0F, float(count - 1));
    const int first = std::min(int(at), count - 2);
    bins[first] += amount * (1 - (at - float(first)));
    bins[first + 1] += amount * (at - float(first));
}

void addColour(float* bins, QRgb pixel)
{
    const Hsv hsv = toHsv(pixel);
    // Dark and pale pixels have a hue by accident only.
    const float colourful =
        std::clamp((hsv.saturation - 0.08F) / 0.17F, 0.0F, 1.0F) * std::clamp((hsv.value - 0.08F) / 0.12F, 0.0F, 1.0F);
    const float strong = std::clamp((hsv.saturation - 0.3F) / 0.4F, 0.0F, 1.0F);
    addToCircle(bins, kHues, hsv.hue, colourful * (1 - strong));
    addToCircle(bins + kHues, kHues, hsv.hue, colourful * strong);
    addToScale(bins + 2 * kHues, kGreys, hsv.value, 1 - colourful);
}

/// Roots of the shares of each element in the sum, which counts as at least `least`.
void toRoots(float* values, int count, float least)
{
    float sum = 0;
    for (int i = 0; i < count; ++i) {
        sum += values[i];
    }
    for (int i = 0; i < count; ++i) {
        values[i] = std::sqrt(values[i] / std::max(sum, least));
    }
}

class ColourEdges final : public FeatureExtractor {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("colour-edge"); }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] int dimension() const override { return kColourSize + kEdgeSize; }
    [[nodiscard]] int preferredEdge() const override { return 2 * kSide; }

    [[nodiscard]] FeatureVector extract(const QImage& picture) const override
    {
        FeatureVector vector(size_t(dimension()), 0.0F);
        if (picture.isNull()) {
            return vector;
        }
        const QImage small = picture.scaled(kSide, kSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                 .convertToFormat(QImage::Format_RGB32);
        addColours(small, vector.data());
        addEdges(small, vector.data() + kColourSize);
        toRoots(vector.data(), kColourSize, 1);
        toRoots(vector.data() + kColourSize, kEdgeSize, kEdgeNoise * kSide * kSide);
        float squares = 0;
        for (const float value : vector) {
            squares += value * value;
        }
        for (float& value : vector) {
            value /= std::sqrt(squares);
        }
        return vector;
    }

private:
    static void addColours(const QImage& small, float* bins)
    {
        for (int y = 0; y < kSide; ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(small.constScanLine(y));
            for (int x = 0; x < kSide; ++x) {
                const int part = y * kColourParts / kSide * kColourParts + x * kColourParts / kSide;
                addColour(bins + part * kColours, line[x]);
            }
        }
    }

    static void addEdges(const QImage& small, float* bins)
    {
        std::array<float, size_t(kSide) * kSide> grey{};
        for (int y = 0; y < kSide; ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(small.constScanLine(y));
            std::transform(line, line + kSide, grey.begin() + y * kSide, [](QRgb p) { return float(qGray(p)); });
        }
        for (int y = 1; y < kSide - 1; ++y) {
            for (int x = 1; x < kSide - 1; ++x) {
                const float* at = grey.data() + y * kSide + x;
                const float dx = at[1] - at[-1], dy = at[kSide] - at[-kSide];
                float angle = std::atan2(dy, dx) / std::numbers::pi_v<float>; // an edge has no sign
                angle = angle < 0 ? angle + 1 : angle;
                const int part = y * kEdgeParts / kSide * kEdgeParts + x * kEdgeParts / kSide;
                addToCircle(bins + part * kDirections, kDirections, angle * kDirections, std::hypot(dx, dy));
            }
        }
    }
};

} // namespace

std::unique_ptr<FeatureExtractor> colourEdgeExtractor()
{
    return std::make_unique<ColourEdges>();
}

} // namespace lw::vision
