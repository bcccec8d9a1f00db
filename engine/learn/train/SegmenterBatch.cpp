// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels are moved as the picture is: lines by their points, pixels by the nearest one.
#include "engine/learn/train/SegmenterBatch.h"

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

/// The pixel of the picture below each pixel of the target along one side.
std::vector<int> pixelsAlong(int from, int count, double scale, double shift)
{
    std::vector<int> pixels;
    for (int i = from; i < from + count; ++i) {
        pixels.push_back(int(std::floor(scale * (i + 0.5) + shift)));
    }
    return pixels;
}

void drawObject(PixelMap& target, const LabelledMask& object, const Placement& placement,
                const std::vector<int>& columns, const std::vector<int>& rows)
{
    const auto value = std::uint8_t(object.label + 1);
    if (!object.pixels) {
        Rings rings = object.rings;
        for (Ring& ring : rings) {
            for (Point& point : ring) {
                point = {(point.x - placement.shiftX) / placement.scaleX,
                         (point.y - placement.shiftY) / placement.scaleY};
            }
        }
        fillRings(target, rings, value);
        return;
    }
    const PixelMap& pixels = *object.pixels;
    // Of a street's hundred objects most are small: only the part of the target below them is looked at.
    const auto isAcross = [&](int column) { return column >= pixels.x && column < pixels.x + pixels.width; };
    const auto first = std::find_if(columns.begin(), columns.end(), isAcross);
    const auto last = std::find_if_not(first, columns.end(), isAcross);
    for (std::size_t y = 0; y < rows.size(); ++y) {
        if (rows[y] < pixels.y || rows[y] >= pixels.y + pixels.height) {
            continue;
        }
        for (auto column = first; column != last; ++column) {
            if (*pixels.find(*column, rows[y]) != 0) {
                target.values[y * columns.size() + std::size_t(column - columns.begin())] = value;
            }
        }
    }
}

} // namespace

void drawLabels(PixelMap& target, const SegmentationSample& sample, int pictureWidth, int pictureHeight,
                const Placement& placement)
{
    const std::vector<int> columns = pixelsAlong(target.x, target.width, placement.scaleX, placement.shiftX);
    const std::vector<int> rows = pixelsAlong(target.y, target.height, placement.scaleY, placement.shiftY);
    const auto isInside = [](int at, int size) { return at >= 0 && at < size; };
    std::fill(target.values.begin(), target.values.end(), std::uint8_t(0));
    for (std::size_t y = 0; y < rows.size() && sample.map; ++y) {
        for (std::size_t x = 0; x < columns.size(); ++x) {
            if (isInside(columns[x], pictureWidth) && isInside(rows[y], pictureHeight)) {
                const auto column = std::int64_t(columns[x]) * sample.map->width / pictureWidth;
                const auto row = std::int64_t(rows[y]) * sample.map->height / pictureHeight;
                target.values[y * columns.size() + x] = sample.map->at(int(column), int(row));
            }
        }
    }
    for (const LabelledMask& object : sample.objects) {
        drawObject(target, object, placement, columns, rows);
    }
    for (std::size_t y = 0; y < rows.size(); ++y) {
        for (std::size_t x = 0; x < columns.size(); ++x) {
            if (!isInside(columns[x], pictureWidth) || !isInside(rows[y], pictureHeight)) {
                target.values[y * columns.size() + x] = kIgnoredPixel;
            }
        }
    }
}

Result<SegmenterInput> augmentedInput(PictureCache& pictures, const SegmentationSample& sample, int width, int height,
                                      const DetectionAugmentation& how, Random& random)
{
    const Result<std::shared_ptr<const Pyramid>> source = pictures.get(sample.picture);
    if (!source) {
        return source.error();
    }
    SegmenterInput input{Picture(width, height), PixelMap(0, 0, width, height)};
    const Placement placement =
        randomPlacement((*source)->width(), (*source)->height(), width, height, {0, 0, width, height}, how, random);
    (*source)->place(input.picture, {0, 0, width, height}, placement);
    drawLabels(input.labels, sample, (*source)->width(), (*source)->height(), placement);
    applyRandomGain(input.picture, how.gain, random);
    return input;
}

} // namespace lw::learn
