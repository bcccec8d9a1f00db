// SPDX-License-Identifier: GPL-3.0-or-later
//! One linear map of red, green and blue for all three changes: one pass over the pixels.
#include "engine/learn/data/ColourShift.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::learn {

namespace {

constexpr std::array<double, 3> kLuma = {0.299, 0.587, 0.114};

double meanBrightness(const Picture& picture)
{
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i + 2 < picture.pixels.size(); i += 3 * 7) { // every seventh pixel is enough
        for (std::size_t c = 0; c < 3; ++c) {
            sum += kLuma[c] * picture.pixels[i + c];
        }
        ++count;
    }
    return count > 0 ? sum / double(count) : 0;
}

} // namespace

void shiftColours(Picture& picture, double strength, Random& random)
{
    const double reach = strength * 2 / 3;
    const double saturation = random.between(1 - reach, 1 + reach);
    const double contrast = random.between(1 - reach, 1 + reach);
    const double brightness = random.between(1 - reach, 1 + reach);
    const double shift = meanBrightness(picture) * (1 - contrast) * brightness;
    std::array<std::array<int, 3>, 3> factors = {}; // in 1/1024
    std::array<int, 3> offsets = {};
    for (std::size_t to = 0; to < 3; ++to) {
        const double own = random.between(1 - reach / 4, 1 + reach / 4) * brightness * contrast;
        for (std::size_t from = 0; from < 3; ++from) {
            const double share = (1 - saturation) * kLuma[from] + (from == to ? saturation : 0);
            factors[to][from] = int(std::lround(own * share * 1024));
        }
        offsets[to] = int(std::lround(shift * 1024)) + 512;
    }
    for (std::size_t i = 0; i + 2 < picture.pixels.size(); i += 3) {
        std::uint8_t* pixel = &picture.pixels[i];
        const std::array<int, 3> old = {pixel[0], pixel[1], pixel[2]};
        for (std::size_t to = 0; to < 3; ++to) {
            const int value = factors[to][0] * old[0] + factors[to][1] * old[1] + factors[to][2] * old[2] + offsets[to];
            pixel[to] = std::uint8_t(std::clamp(value >> 10, 0, 255));
        }
    }
}

} // namespace lw::learn
