// SPDX-License-Identifier: GPL-3.0-or-later
//! Cut-outs, spots and ellipses.
#include "engine/learn/train/ContourInput.h"

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

constexpr double kSpot = 4; ///< deviation of a click's spot, in pixels of the input

/// The middle of the object's pixels along one edge of its box.
Point middleOfEdge(const PixelMap& mask, bool isRow, int at)
{
    double sum = 0;
    double count = 0;
    const int length = isRow ? mask.width : mask.height;
    for (int i = 0; i < length; ++i) {
        const bool isSet = isRow ? *mask.find(mask.x + i, at) != 0 : *mask.find(at, mask.y + i) != 0;
        if (isSet) {
            sum += i + 0.5;
            ++count;
        }
    }
    const double middle = count > 0 ? sum / count : length / 2.0;
    return isRow ? Point{mask.x + middle, at + 0.5} : Point{at + 0.5, mask.y + middle};
}

/// Top, right, bottom, left: round the object.
std::array<Point, 4> around(const Clicks& clicks)
{
    const auto byX = [](const Point& one, const Point& other) { return one.x < other.x; };
    const auto byY = [](const Point& one, const Point& other) { return one.y < other.y; };
    return {*std::min_element(clicks.begin(), clicks.end(), byY), *std::max_element(clicks.begin(), clicks.end(), byX),
            *std::max_element(clicks.begin(), clicks.end(), byY), *std::min_element(clicks.begin(), clicks.end(), byX)};
}

} // namespace

Clicks clicksOf(const PixelMap& mask, double noise, Random& random)
{
    Clicks clicks = {middleOfEdge(mask, true, mask.y), middleOfEdge(mask, false, mask.x),
                     middleOfEdge(mask, true, mask.y + mask.height - 1),
                     middleOfEdge(mask, false, mask.x + mask.width - 1)};
    for (Point& click : clicks) {
        click.x += random.between(-noise, noise);
        click.y += random.between(-noise, noise);
    }
    return clicks;
}

ContourWindow windowOf(const Clicks& clicks, double margin)
{
    const std::array<Point, 4> points = around(clicks);
    const double width = std::max(points[1].x - points[3].x, 4.0);
    const double height = std::max(points[2].y - points[0].y, 4.0);
    return {points[3].x - margin * width, points[0].y - margin * height, width * (1 + 2 * margin),
            height * (1 + 2 * margin)};
}

Ring ellipseThrough(const Clicks& clicks)
{
    constexpr int kSteps = 12;
    constexpr double kQuarter = 1.57079632679489661923;
    const std::array<Point, 4> points = around(clicks);
    Ring ring;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point& from = points[i];
        const Point& to = points[(i + 1) % 4];
        // The ellipse touches the box in both points: its centre has one coordinate of each.
        const Point centre = i % 2 == 0 ? Point{from.x, to.y} : Point{to.x, from.y};
        for (int step = 0; step < kSteps; ++step) {
            const double angle = kQuarter * step / kSteps;
            ring.push_back({centre.x + (from.x - centre.x) * std::cos(angle) + (to.x - centre.x) * std::sin(angle),
                            centre.y + (from.y - centre.y) * std::cos(angle) + (to.y - centre.y) * std::sin(angle)});
        }
    }
    return ring;
}

ContourInput contourInput(const Pyramid& source, const Clicks& clicks, const ContourWindow& window, int side,
                          bool isMirrored)
{
    ContourInput input{Picture(side, side), std::vector<float>(std::size_t(side) * std::size_t(side) * 2, 0.0F)};
    Placement placement{window.width / side, window.x, window.height / side, window.y};
    if (isMirrored) {
        placement.shiftX += window.width;
        placement.scaleX = -placement.scaleX;
    }
    source.place(input.picture, {0, 0, side, side}, placement);
    const auto onInput = [&](const Point& point) {
        return Point{(point.x - placement.shiftX) / placement.scaleX, (point.y - placement.shiftY) / placement.scaleY};
    };
    for (const Point& click : clicks) {
        const Point spot = onInput(click);
        const int reach = int(3 * kSpot);
        for (int y = std::max(int(spot.y) - reach, 0); y <= std::min(int(spot.y) + reach, side - 1); ++y) {
            for (int x = std::max(int(spot.x) - reach, 0); x <= std::min(int(spot.x) + reach, side - 1); ++x) {
                const double distance = std::hypot(x + 0.5 - spot.x, y + 0.5 - spot.y) / kSpot;
                float& value = input.channels[(std::size_t(y) * std::size_t(side) + std::size_t(x)) * 2];
                value = std::max(value, float(std::exp(-distance * distance / 2)));
            }
        }
    }
    Ring ellipse = ellipseThrough(clicks);
    for (Point& point : ellipse) {
        point = onInput(point);
    }
    PixelMap inside(0, 0, side, side);
    fillRings(inside, {ellipse}, 1);
    for (std::size_t i = 0; i < inside.values.size(); ++i) {
        input.channels[2 * i + 1] = inside.values[i];
    }
    return input;
}

std::vector<float> contourTruth(const PixelMap& mask, const ContourWindow& window, int side, bool isMirrored)
{
    std::vector<float> truth;
    truth.reserve(std::size_t(side) * std::size_t(side));
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double across = (isMirrored ? side - x - 0.5 : x + 0.5) / side;
            const int column = int(std::floor(window.x + across * window.width));
            const int row = int(std::floor(window.y + (y + 0.5) / side * window.height));
            truth.push_back(mask.at(column, row) != 0 ? 1.0F : 0.0F);
        }
    }
    return truth;
}

} // namespace lw::learn
