// SPDX-License-Identifier: GPL-3.0-or-later
//! Bilinear sampling from the level of the pyramid that fits the scale.
#include "engine/learn/data/Warp.h"

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

/// Both neighbours of a sample along one side and the share of the second in 1/256.
struct Tap {
    int first = 0;
    int second = 0;
    int share = 0;
    bool isInside = false;
};

/// Taps for the target's pixels [from, to) along a side of `size` source pixels.
std::vector<Tap> tapsAlong(int from, int to, double scale, double shift, int size)
{
    std::vector<Tap> taps;
    taps.reserve(std::size_t(std::max(to - from, 0)));
    for (int i = from; i < to; ++i) {
        const double position = scale * (i + 0.5) + shift;
        Tap tap;
        tap.isInside = position >= 0 && position < size;
        const double left = std::clamp(position - 0.5, 0.0, double(size - 1));
        tap.first = int(left);
        tap.second = std::min(tap.first + 1, size - 1);
        tap.share = int((left - tap.first) * 256);
        taps.push_back(tap);
    }
    return taps;
}

} // namespace

Picture halved(const Picture& picture)
{
    Picture half(std::max(1, picture.width / 2), std::max(1, picture.height / 2));
    const int right = picture.width > 1 ? 3 : 0; // bytes to the neighbour; a side of one pixel has none
    for (int y = 0; y < half.height; ++y) {
        const std::uint8_t* upper = picture.at(0, 2 * y);
        const std::uint8_t* lower = picture.at(0, std::min(2 * y + 1, picture.height - 1));
        std::uint8_t* target = half.at(0, y);
        for (int x = 0; x < half.width; ++x, upper += 6, lower += 6, target += 3) {
            for (int i = 0; i < 3; ++i) {
                target[i] = std::uint8_t((upper[i] + upper[i + right] + lower[i] + lower[i + right] + 2) >> 2);
            }
        }
    }
    return half;
}

Pyramid::Pyramid(LoadedPicture loaded) : m_width(loaded.fullWidth), m_height(loaded.fullHeight)
{
    m_levels.push_back(std::move(loaded.picture));
    while (std::min(m_levels.back().width, m_levels.back().height) > 32) {
        m_levels.push_back(halved(m_levels.back()));
    }
}

std::size_t Pyramid::bytes() const
{
    std::size_t sum = 0;
    for (const Picture& level : m_levels) {
        sum += level.pixels.size();
    }
    return sum;
}

void Pyramid::place(Picture& target, const PixelRange& range, const Placement& placement, std::uint8_t background) const
{
    std::size_t number = 0;
    const auto step = [&](const Picture& level) {
        return std::min(std::abs(placement.scaleX) * level.width / m_width,
                        std::abs(placement.scaleY) * level.height / m_height);
    };
    while (number + 1 < m_levels.size() && step(m_levels[number]) > 1.5) {
        ++number;
    }
    const Picture& level = m_levels[number];
    const double perX = double(level.width) / m_width;
    const double perY = double(level.height) / m_height;
    const std::vector<Tap> across =
        tapsAlong(range.left, range.right, placement.scaleX * perX, placement.shiftX * perX, level.width);
    const std::vector<Tap> down =
        tapsAlong(range.top, range.bottom, placement.scaleY * perY, placement.shiftY * perY, level.height);
    for (int y = range.top; y < range.bottom; ++y) {
        const Tap& row = down[std::size_t(y - range.top)];
        std::uint8_t* out = target.at(range.left, y);
        for (const Tap& column : across) {
            if (!row.isInside || !column.isInside) {
                out[0] = out[1] = out[2] = background;
                out += 3;
                continue;
            }
            const std::uint8_t* a = level.at(column.first, row.first);
            const std::uint8_t* b = level.at(column.second, row.first);
            const std::uint8_t* c = level.at(column.first, row.second);
            const std::uint8_t* d = level.at(column.second, row.second);
            for (int i = 0; i < 3; ++i) {
                const int upper = a[i] * 256 + (b[i] - a[i]) * column.share;
                const int lower = c[i] * 256 + (d[i] - c[i]) * column.share;
                out[i] = std::uint8_t((upper * 256 + (lower - upper) * row.share + (1 << 15)) >> 16);
            }
            out += 3;
        }
    }
}

void applyGain(Picture& picture, const std::array<double, 3>& gain)
{
    std::array<std::array<std::uint8_t, 256>, 3> table = {};
    for (std::size_t i = 0; i < 3; ++i) {
        for (int value = 0; value < 256; ++value) {
            table[i][std::size_t(value)] = std::uint8_t(std::clamp(std::lround(value * gain[i]), 0L, 255L));
        }
    }
    for (std::size_t i = 0; i + 2 < picture.pixels.size(); i += 3) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            picture.pixels[i + channel] = table[channel][picture.pixels[i + channel]];
        }
    }
}

} // namespace lw::learn
