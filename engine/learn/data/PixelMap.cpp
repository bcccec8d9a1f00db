// SPDX-License-Identifier: GPL-3.0-or-later
//! Filling, run lengths, pieces.
#include "engine/learn/data/PixelMap.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::learn {

std::int64_t PixelMap::area() const
{
    return std::count_if(values.begin(), values.end(), [](std::uint8_t value) { return value != 0; });
}

void fillRings(PixelMap& map, const Rings& rings, std::uint8_t value)
{
    std::vector<double> crossings;
    for (int row = map.y; row < map.y + map.height; ++row) {
        crossings.clear();
        const double middle = row + 0.5;
        for (const Ring& ring : rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Point& from = ring[i];
                const Point& to = ring[(i + 1) % ring.size()];
                if ((from.y <= middle) != (to.y <= middle)) {
                    crossings.push_back(from.x + (middle - from.y) / (to.y - from.y) * (to.x - from.x));
                }
            }
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const double left = std::clamp(std::ceil(crossings[i] - 0.5), double(map.x), double(map.x + map.width));
            const double right =
                std::clamp(std::ceil(crossings[i + 1] - 0.5), double(map.x), double(map.x + map.width));
            std::fill_n(map.values.begin() + (std::ptrdiff_t(row - map.y) * map.width + std::ptrdiff_t(left) - map.x),
                        std::max<std::ptrdiff_t>(std::ptrdiff_t(right) - std::ptrdiff_t(left), 0), value);
        }
    }
}

PixelMap mapOfRings(const Rings& rings, int pictureWidth, int pictureHeight)
{
    double left = pictureWidth;
    double top = pictureHeight;
    double right = 0;
    double bottom = 0;
    for (const Ring& ring : rings) {
        for (const Point& point : ring) {
            left = std::min(left, point.x);
            right = std::max(right, point.x);
            top = std::min(top, point.y);
            bottom = std::max(bottom, point.y);
        }
    }
    const int x = int(std::clamp(std::floor(left), 0.0, double(pictureWidth)));
    const int y = int(std::clamp(std::floor(top), 0.0, double(pictureHeight)));
    const int endX = int(std::clamp(std::ceil(right), 0.0, double(pictureWidth)));
    const int endY = int(std::clamp(std::ceil(bottom), 0.0, double(pictureHeight)));
    PixelMap map(x, y, std::max(endX - x, 0), std::max(endY - y, 0));
    fillRings(map, rings, 1);
    return tightened(map);
}

Result<PixelMap> mapOfRuns(const MaskRuns& mask)
{
    constexpr std::int64_t kMostPixels = std::int64_t(1) << 30;
    if (mask.width < 0 || mask.height < 0 || std::int64_t(mask.width) * mask.height > kMostPixels) {
        return failure(ErrorCode::Malformed, "A mask has an impossible size.");
    }
    PixelMap map(mask.x, mask.y, mask.width, mask.height);
    std::size_t at = 0;
    bool isInside = false;
    for (const std::uint32_t run : mask.runs) {
        if (run > map.values.size() - at) {
            return failure(ErrorCode::Malformed, "The runs of a mask are longer than its box.");
        }
        if (isInside) {
            std::fill_n(map.values.begin() + std::ptrdiff_t(at), run, std::uint8_t(1));
        }
        at += run;
        isInside = !isInside;
    }
    return map;
}

void absorbCrumbs(PixelMap& map, std::int64_t leastPixels, std::uint8_t unknown)
{
    std::vector<char> isSeen(map.values.size(), 0);
    std::vector<int> piece;
    for (int start = 0; start < int(map.values.size()); ++start) {
        const std::uint8_t value = map.values[std::size_t(start)];
        if (isSeen[std::size_t(start)] || value == unknown) {
            continue;
        }
        std::array<std::int64_t, 256> neighbours{};
        piece.assign(1, start);
        isSeen[std::size_t(start)] = 1;
        const auto look = [&](int place) {
            const std::uint8_t other = map.values[std::size_t(place)];
            if (other != value) {
                ++neighbours[other];
            } else if (!isSeen[std::size_t(place)]) {
                isSeen[std::size_t(place)] = 1;
                piece.push_back(place);
            }
        };
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const int place = piece[i];
            const int column = place % map.width;
            if (column > 0) {
                look(place - 1);
            }
            if (column + 1 < map.width) {
                look(place + 1);
            }
            if (place >= map.width) {
                look(place - map.width);
            }
            if (place + map.width < int(map.values.size())) {
                look(place + map.width);
            }
        }
        neighbours[unknown] = 0;
        const auto most = std::max_element(neighbours.begin(), neighbours.end());
        if (std::int64_t(piece.size()) < leastPixels && *most > 0) {
            for (const int place : piece) {
                map.values[std::size_t(place)] = std::uint8_t(most - neighbours.begin());
            }
        }
    }
}

PixelMap tightened(const PixelMap& map)
{
    int left = map.width;
    int top = map.height;
    int right = 0;
    int bottom = 0;
    for (int row = 0; row < map.height; ++row) {
        for (int column = 0; column < map.width; ++column) {
            if (map.values[std::size_t(row) * std::size_t(map.width) + std::size_t(column)] != 0) {
                left = std::min(left, column);
                right = std::max(right, column + 1);
                top = std::min(top, row);
                bottom = row + 1;
            }
        }
    }
    if (right <= left) {
        return {};
    }
    PixelMap tight(map.x + left, map.y + top, right - left, bottom - top);
    for (int row = 0; row < tight.height; ++row) {
        std::copy_n(map.find(tight.x, tight.y + row), tight.width, tight.find(tight.x, tight.y + row));
    }
    return tight;
}

MaskRuns runsOf(const PixelMap& map)
{
    const PixelMap tight = tightened(map);
    MaskRuns mask{tight.x, tight.y, tight.width, tight.height, {}};
    bool isInside = false;
    std::uint32_t length = 0;
    for (const std::uint8_t value : tight.values) {
        if ((value != 0) != isInside) {
            mask.runs.push_back(length);
            length = 0;
            isInside = !isInside;
        }
        ++length;
    }
    if (isInside) {
        mask.runs.push_back(length);
    }
    return mask;
}

std::vector<PixelMap> piecesOf(const PixelMap& map, std::uint8_t value, std::int64_t leastPixels)
{
    std::vector<PixelMap> pieces;
    std::vector<char> isSeen(map.values.size(), 0);
    std::vector<int> open;
    std::vector<int> piece;
    for (int start = 0; start < int(map.values.size()); ++start) {
        if (map.values[std::size_t(start)] != value || isSeen[std::size_t(start)]) {
            continue;
        }
        open.assign(1, start);
        piece.clear();
        isSeen[std::size_t(start)] = 1;
        int left = map.width;
        int right = 0;
        int top = map.height;
        int bottom = 0;
        while (!open.empty()) {
            const int place = open.back();
            open.pop_back();
            piece.push_back(place);
            const int column = place % map.width;
            const int row = place / map.width;
            left = std::min(left, column);
            right = std::max(right, column + 1);
            top = std::min(top, row);
            bottom = std::max(bottom, row + 1);
            for (int y = std::max(row - 1, 0); y <= std::min(row + 1, map.height - 1); ++y) {
                for (int x = std::max(column - 1, 0); x <= std::min(column + 1, map.width - 1); ++x) {
                    const auto next = std::size_t(y) * std::size_t(map.width) + std::size_t(x);
                    if (map.values[next] == value && !isSeen[next]) {
                        isSeen[next] = 1;
                        open.push_back(int(next));
                    }
                }
            }
        }
        if (std::int64_t(piece.size()) < leastPixels) {
            continue;
        }
        PixelMap mask(map.x + left, map.y + top, right - left, bottom - top);
        for (const int place : piece) {
            *mask.find(map.x + place % map.width, map.y + place / map.width) = 1;
        }
        pieces.push_back(std::move(mask));
    }
    return pieces;
}

double maskOverlap(const PixelMap& one, const PixelMap& other)
{
    std::int64_t common = 0;
    const int right = std::min(one.x + one.width, other.x + other.width);
    const int bottom = std::min(one.y + one.height, other.y + other.height);
    for (int y = std::max(one.y, other.y); y < bottom; ++y) {
        for (int x = std::max(one.x, other.x); x < right; ++x) {
            common += *one.find(x, y) != 0 && *other.find(x, y) != 0 ? 1 : 0;
        }
    }
    const std::int64_t all = one.area() + other.area() - common;
    return all > 0 ? double(common) / double(all) : 0;
}

} // namespace lw::learn
