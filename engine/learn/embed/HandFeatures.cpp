// SPDX-License-Identifier: GPL-3.0-or-later
//! One pass for the colours, one for textures and edges; angles and patterns come from tables.
#include "engine/learn/embed/HandFeatures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::learn {

namespace {

constexpr int kHues = 12;
constexpr int kTones = 4; ///< of saturation and of value
constexpr int kColours = kHues * kTones * kTones;
constexpr int kQuarterHues = 8;
constexpr int kQuarterTones = 3;
constexpr int kQuarterColours = kQuarterHues * kQuarterTones * kQuarterTones;
constexpr int kQuarters = 4;
constexpr int kPatterns = 59;
constexpr int kDirections = 9;
constexpr int kCells = 4;  ///< along each side
constexpr int kBlocks = 3; ///< of two by two cells
constexpr int kBlockSize = 4 * kDirections;

static_assert(kColours + kQuarters * (kQuarterColours + kPatterns) + kBlocks * kBlocks * kBlockSize ==
              kHandFeatureSize);

struct Hsv {
    int hue = 0; ///< 0 … 1535: six sides of the colour circle, 256 each
    int saturation = 0;
    int value = 0;
};

Hsv hsvOf(const std::uint8_t* pixel)
{
    const int red = pixel[0];
    const int green = pixel[1];
    const int blue = pixel[2];
    const int most = std::max({red, green, blue});
    const int range = most - std::min({red, green, blue});
    if (range == 0) {
        return {0, 0, most};
    }
    int hue = 0;
    if (most == red) {
        hue = 256 * (green - blue) / range;
    } else if (most == green) {
        hue = 512 + 256 * (blue - red) / range;
    } else {
        hue = 1024 + 256 * (red - green) / range;
    }
    return {hue < 0 ? hue + 1536 : std::min(hue, 1535), 255 * range / most, most};
}

/// Which of the 58 patterns with two changes at most a neighbourhood is; the others share the last number.
std::array<std::uint8_t, 256> patternTable()
{
    std::array<std::uint8_t, 256> table = {};
    std::uint8_t next = 0;
    for (unsigned pattern = 0; pattern < 256; ++pattern) {
        int changes = 0;
        for (unsigned bit = 0; bit < 8; ++bit) {
            changes += ((pattern >> bit) & 1) != ((pattern >> ((bit + 1) % 8)) & 1) ? 1 : 0;
        }
        table[pattern] = changes <= 2 ? next++ : std::uint8_t(kPatterns - 1);
    }
    return table;
}

/// A gradient's direction between two of the nine, and its length.
struct Edge {
    std::uint8_t first = 0;
    std::uint8_t second = 0;
    float firstShare = 0;
    float secondShare = 0;
};

constexpr int kEdgeSide = 129; ///< of the table: differences -256 … 256 in steps of 4

const std::vector<Edge>& edgeTable()
{
    static const std::vector<Edge> table = [] {
        std::vector<Edge> edges;
        for (int y = -kEdgeSide / 2; y <= kEdgeSide / 2; ++y) {
            for (int x = -kEdgeSide / 2; x <= kEdgeSide / 2; ++x) {
                const double turns = std::atan2(y, x) / 3.14159265358979323846 + 1; // 0 … 2, half turns are alike
                const double place = (turns - std::floor(turns)) * kDirections;
                const int first = std::min(int(place), kDirections - 1);
                const double share = place - first;
                const double length = 4 * std::hypot(x, y);
                edges.push_back({std::uint8_t(first), std::uint8_t((first + 1) % kDirections),
                                 float(length * (1 - share)), float(length * share)});
            }
        }
        return edges;
    }();
    return table;
}

std::vector<std::uint8_t> greyOf(const Picture& picture)
{
    std::vector<std::uint8_t> grey(picture.pixels.size() / 3);
    for (std::size_t i = 0; i < grey.size(); ++i) {
        const std::uint8_t* pixel = &picture.pixels[3 * i];
        grey[i] = std::uint8_t((77 * pixel[0] + 150 * pixel[1] + 29 * pixel[2] + 128) >> 8);
    }
    return grey;
}

void countColours(const Picture& picture, float* whole, float* quarters)
{
    for (int y = 0; y < picture.height; ++y) {
        const int row = 2 * y < picture.height ? 0 : 2;
        for (int x = 0; x < picture.width; ++x) {
            const Hsv colour = hsvOf(picture.at(x, y));
            const int tone = (colour.saturation * kTones / 256) * kTones + colour.value * kTones / 256;
            whole[(colour.hue * kHues / 1536) * kTones * kTones + tone] += 1;
            const int quarter = row + (2 * x < picture.width ? 0 : 1);
            const int coarse =
                (colour.saturation * kQuarterTones / 256) * kQuarterTones + colour.value * kQuarterTones / 256;
            const int hue = colour.hue * kQuarterHues / 1536;
            quarters[quarter * kQuarterColours + hue * kQuarterTones * kQuarterTones + coarse] += 1;
        }
    }
}

/// Local binary patterns, a histogram for each quarter.
void countPatterns(const std::vector<std::uint8_t>& grey, int width, int height, float* quarters)
{
    static const std::array<std::uint8_t, 256> table = patternTable();
    for (int y = 1; y + 1 < height; ++y) {
        const std::uint8_t* above = &grey[std::size_t(y - 1) * std::size_t(width)];
        const std::uint8_t* row = above + width;
        const std::uint8_t* below = row + width;
        float* half = quarters + (2 * y < height ? 0 : 2 * kPatterns);
        for (int x = 1; x + 1 < width; ++x) {
            const int middle = row[x];
            const unsigned pattern = unsigned(above[x - 1] >= middle) | unsigned(above[x] >= middle) << 1 |
                                     unsigned(above[x + 1] >= middle) << 2 | unsigned(row[x + 1] >= middle) << 3 |
                                     unsigned(below[x + 1] >= middle) << 4 | unsigned(below[x] >= middle) << 5 |
                                     unsigned(below[x - 1] >= middle) << 6 | unsigned(row[x - 1] >= middle) << 7;
            half[(2 * x < width ? 0 : kPatterns) + table[pattern]] += 1;
        }
    }
}

using CellCounts = std::array<std::array<float, kDirections>, std::size_t(kCells) * kCells>;

CellCounts countEdges(const std::vector<std::uint8_t>& grey, int width, int height)
{
    const std::vector<Edge>& table = edgeTable();
    CellCounts cells = {};
    for (int y = 1; y + 1 < height; ++y) {
        const std::uint8_t* row = &grey[std::size_t(y) * std::size_t(width)];
        const auto firstCell = std::size_t(y * kCells / height) * kCells;
        for (int x = 1; x + 1 < width; ++x) {
            const int right = (row[x + 1] - row[x - 1]) / 4 + kEdgeSide / 2;
            const int down = (row[x + width] - row[x - width]) / 4 + kEdgeSide / 2;
            const Edge& edge = table[std::size_t(down * kEdgeSide + right)];
            auto& cell = cells[firstCell + std::size_t(x * kCells / width)];
            cell[edge.first] += edge.firstShare;
            cell[edge.second] += edge.secondShare;
        }
    }
    return cells;
}

/// Blocks of two by two cells, each normalised, none of its numbers above a fifth of its length (Dalal and Triggs
/// 2005).
void writeBlocks(const CellCounts& cells, float* target)
{
    for (std::size_t y = 0; y < kBlocks; ++y) {
        for (std::size_t x = 0; x < kBlocks; ++x) {
            float* block = target;
            for (const std::size_t cell :
                 {y * kCells + x, y * kCells + x + 1, (y + 1) * kCells + x, (y + 1) * kCells + x + 1}) {
                target = std::copy(cells[cell].begin(), cells[cell].end(), target);
            }
            const auto normalise = [&](float most) {
                float sum = 1e-6F;
                for (const float* each = block; each != target; ++each) {
                    sum += *each * *each;
                }
                for (float* each = block; each != target; ++each) {
                    *each = std::min(*each / std::sqrt(sum), most);
                }
            };
            normalise(0.2F);
            normalise(1);
        }
    }
}

/// Counts to roots of shares: distances of such histograms mean more than those of counts.
void takeShares(float* first, int size)
{
    float sum = 1e-6F;
    for (int i = 0; i < size; ++i) {
        sum += first[i];
    }
    for (int i = 0; i < size; ++i) {
        first[i] = std::sqrt(first[i] / sum);
    }
}

} // namespace

std::vector<float> handFeatures(const Picture& picture)
{
    std::vector<float> features(kHandFeatureSize, 0.0F);
    if (picture.width < 3 || picture.height < 3) {
        return features;
    }
    float* quarters = features.data() + kColours;
    float* patterns = quarters + kQuarters * kQuarterColours;
    float* edges = patterns + kQuarters * kPatterns;
    const std::vector<std::uint8_t> grey = greyOf(picture);
    countColours(picture, features.data(), quarters);
    countPatterns(grey, picture.width, picture.height, patterns);
    writeBlocks(countEdges(grey, picture.width, picture.height), edges);
    takeShares(features.data(), kColours);
    for (int i = 0; i < kQuarters; ++i) {
        takeShares(quarters + i * kQuarterColours, kQuarterColours);
        takeShares(patterns + i * kPatterns, kPatterns);
    }
    return features;
}

namespace {

/// Sums for a mean and a deviation.
struct Spread {
    double sum = 0;
    double squares = 0;
    double count = 0;

    void add(double value)
    {
        sum += value;
        squares += value * value;
        ++count;
    }
    double mean() const { return count > 0 ? sum / count : 0; }
    double variance() const { return count > 0 ? std::max(squares / count - mean() * mean(), 0.0) : 0; }
};

} // namespace

PictureMeasures measuresOf(const Picture& picture)
{
    const std::vector<std::uint8_t> grey = greyOf(picture);
    Spread light;
    Spread redGreen;
    Spread yellowBlue;
    for (std::size_t i = 0; i < grey.size(); ++i) {
        const std::uint8_t* pixel = &picture.pixels[3 * i];
        light.add(grey[i]);
        redGreen.add(pixel[0] - pixel[1]);
        yellowBlue.add(0.5 * (pixel[0] + pixel[1]) - pixel[2]);
    }
    Spread curvature;
    const auto width = std::size_t(picture.width);
    for (std::size_t y = 1; y + 1 < std::size_t(picture.height); ++y) {
        for (std::size_t x = 1; x + 1 < width; ++x) {
            const std::uint8_t* at = &grey[y * width + x];
            curvature.add(at[-1] + at[1] + *(at - width) + at[width] - 4 * at[0]);
        }
    }
    const double colour =
        std::sqrt(redGreen.variance() + yellowBlue.variance()) + 0.3 * std::hypot(redGreen.mean(), yellowBlue.mean());
    return {std::sqrt(curvature.variance()), light.mean() / 255, colour};
}

} // namespace lw::learn
