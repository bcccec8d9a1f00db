// SPDX-License-Identifier: GPL-3.0-or-later
//! Every number of a mask is looked at before it is used.
#include "engine/learn/worker/JobMasks.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

constexpr double kFarthest = 1 << 16; ///< no picture is larger
constexpr double kMostPixels = 1 << 28;

/// [[x, y], …], or all numbers in one list: [x, y, x, y, …].
Result<Ring> readRing(const Json& list)
{
    Json pairs = Json::array();
    if (!list.empty() && list[0].is_number()) {
        for (std::size_t i = 0; i < list.size(); i += 2) {
            pairs.push_back(i + 1 < list.size() ? Json::array({list[i], list[i + 1]}) : Json::array({list[i]}));
        }
    }
    Ring ring;
    for (const Json& each : pairs.empty() ? list : pairs) {
        if (!each.is_array() || each.size() != 2 || !each[0].is_number() || !each[1].is_number()) {
            return failure(ErrorCode::InvalidArgument, "a point of a polygon must be two numbers.");
        }
        const Point point{each[0].get<double>(), each[1].get<double>()};
        if (!(std::abs(point.x) < kFarthest) || !(std::abs(point.y) < kFarthest)) {
            return failure(ErrorCode::InvalidArgument, "a point of a polygon lies impossibly far away.");
        }
        ring.push_back(point);
    }
    if (ring.size() < 3) {
        return failure(ErrorCode::InvalidArgument, "a polygon has fewer than three points.");
    }
    return ring;
}

Result<Rings> readRings(const Json& list)
{
    const bool isOneRing = !list.empty() && list[0].is_array() && list[0].size() == 2 && list[0][0].is_number();
    Rings rings;
    for (const Json& each : isOneRing ? Json::array({list}) : list) {
        if (!each.is_array()) {
            return failure(ErrorCode::InvalidArgument, "a polygon must be a list of points.");
        }
        Result<Ring> ring = readRing(each);
        if (!ring) {
            return ring.error();
        }
        rings.push_back(std::move(*ring));
    }
    if (rings.empty()) {
        return failure(ErrorCode::InvalidArgument, "a polygon has fewer than three points.");
    }
    return rings;
}

Result<PixelMap> readRuns(const Json& object)
{
    Fields fields(object);
    const std::int64_t x = fields.whole("x", 0);
    const std::int64_t y = fields.whole("y", 0);
    const std::int64_t width = fields.whole("width", -1);
    const std::int64_t height = fields.whole("height", -1);
    const Json& runs = fields.list("runs");
    if (fields.failed()) {
        return fields.error();
    }
    const auto isPossible = [](std::int64_t value) { return std::abs(double(value)) <= kFarthest; };
    if (!isPossible(x) || !isPossible(y) || width < 1 || height < 1 || !isPossible(width) || !isPossible(height) ||
        double(width) * double(height) > kMostPixels) {
        return failure(ErrorCode::InvalidArgument, "a mask has an impossible box.");
    }
    MaskRuns mask{int(x), int(y), int(width), int(height), {}};
    for (const Json& each : runs) {
        if (!each.is_number_unsigned() || each.get<std::uint64_t>() > std::uint64_t(kMostPixels)) {
            return failure(ErrorCode::InvalidArgument, "the runs of a mask must be whole numbers.");
        }
        mask.runs.push_back(each.get<std::uint32_t>());
    }
    return mapOfRuns(mask);
}

} // namespace

Json maskJson(const PixelMap& mask)
{
    const MaskRuns runs = runsOf(mask);
    return {{"x", runs.x}, {"y", runs.y}, {"width", runs.width}, {"height", runs.height}, {"runs", runs.runs}};
}

Json ringsJson(const Rings& rings)
{
    Json all = Json::array();
    for (const Ring& ring : rings) {
        Json points = Json::array();
        for (const Point& point : ring) {
            points.push_back(Json::array({point.x, point.y}));
        }
        all.push_back(std::move(points));
    }
    return all;
}

Result<LabelledMask> readMask(const Json& object)
{
    Fields fields(object);
    const Json& polygon = fields.list(object.contains("rings") ? "rings" : "polygon", false);
    const Json& mask = object.contains("runs") ? object : fields.object("mask");
    if (fields.failed()) {
        return fields.error();
    }
    LabelledMask result;
    if (mask.empty() && !polygon.empty()) {
        Result<Rings> rings = readRings(polygon);
        if (!rings) {
            return rings.error();
        }
        result.rings = std::move(*rings);
        return result;
    }
    if (mask.empty()) {
        return failure(ErrorCode::InvalidArgument, "an object has neither a polygon nor a mask.");
    }
    Result<PixelMap> map = readRuns(mask);
    if (!map) {
        return map.error();
    }
    result.pixels = std::make_shared<const PixelMap>(tightened(*map));
    return result;
}

Result<std::shared_ptr<const PixelMap>> pixelsOf(const LabelledMask& object)
{
    std::shared_ptr<const PixelMap> pixels = object.pixels;
    if (!pixels) {
        double area = 0;
        for (const Ring& ring : object.rings) {
            const auto byX = std::minmax_element(ring.begin(), ring.end(),
                                                 [](const Point& one, const Point& other) { return one.x < other.x; });
            const auto byY = std::minmax_element(ring.begin(), ring.end(),
                                                 [](const Point& one, const Point& other) { return one.y < other.y; });
            area += (byX.second->x - byX.first->x) * (byY.second->y - byY.first->y);
        }
        if (area > kMostPixels) {
            return failure(ErrorCode::InvalidArgument, "a polygon is impossibly large.");
        }
        pixels = std::make_shared<const PixelMap>(mapOfRings(object.rings, int(kFarthest), int(kFarthest)));
    }
    if (pixels->values.empty()) {
        return failure(ErrorCode::InvalidArgument, "an object has no pixels.");
    }
    return pixels;
}

Result<std::shared_ptr<const PixelMap>> readLabelMap(const std::string& path, const std::vector<std::int64_t>& values,
                                                     std::size_t classes)
{
    cv::Mat picture;
    try {
        picture = cv::imread(path, cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception& problem) {
        return failure(ErrorCode::Malformed, path + ": " + problem.err);
    }
    if (picture.empty() || picture.type() != CV_8UC1) {
        return failure(ErrorCode::Malformed, path + " is not an 8-bit picture whose pixels are numbers of labels.");
    }
    std::vector<std::uint8_t> table(256, kIgnoredPixel);
    for (std::size_t value = 0; value < 256; ++value) {
        const auto plain = std::int64_t(value) - 1;
        const std::int64_t label = values.empty()          ? (value == 255 ? -2 : plain)
                                   : value < values.size() ? values[value]
                                                           : -2;
        if (label >= -1 && label < std::int64_t(classes)) {
            table[value] = std::uint8_t(label + 1);
        } else if (label >= 0 && !values.empty()) {
            return failure(ErrorCode::InvalidArgument, path + ": a value stands for a label that is not there.");
        }
    }
    PixelMap map(0, 0, picture.cols, picture.rows);
    for (int y = 0; y < picture.rows; ++y) {
        const auto* from = picture.ptr<std::uint8_t>(y);
        std::transform(from, from + picture.cols, map.find(0, y), [&](std::uint8_t value) { return table[value]; });
    }
    return std::make_shared<const PixelMap>(std::move(map));
}

} // namespace lw::learn
