// SPDX-License-Identifier: GPL-3.0-or-later
//! The palettes.
#include "engine/media/scenes/SceneLight.h"

#include <algorithm>
#include <array>

namespace lw::media {

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto channel = [share](int from, int to) { return int(from + (to - from) * share + 0.5); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()),
                  channel(a.alpha(), b.alpha()));
}

QColor scaledLight(const QColor& colour, double factor)
{
    const auto channel = [factor](int value) { return std::clamp(int(value * factor + 0.5), 0, 255); };
    return QColor(channel(colour.red()), channel(colour.green()), channel(colour.blue()), colour.alpha());
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(float(std::clamp(alpha, 0.0, 1.0)));
    return colour;
}

QColor SceneLight::lit(const QColor& base, double distance) const
{
    const QColor fallen(base.red() * tint.red() / 255, base.green() * tint.green() / 255,
                        base.blue() * tint.blue() / 255);
    return mixed(fallen, haze, std::clamp(distance, 0.0, 1.0) * 0.86);
}

QColor SceneLight::shaded(const QColor& base, double distance) const
{
    // Shadows take the colour of the sky above, which keeps them from looking dirty.
    return lit(mixed(scaledLight(base, 0.68), skyTop, 0.12), distance);
}

SceneLight sceneLight(int index)
{
    const std::array<SceneLight, kSceneLights> lights = {{
        {QLatin1String("morning"), 0x4f9bd9, 0x9fd0ee, 0xf6efd9, 0xdcebf0, 0xfffaf0, 0xfff3c4, 0.42, 0xffffff, 0xcfe0ec,
         0xa9d3e2, 0x2f7fa6, false, false},
        {QLatin1String("golden"), 0x5b8fc4, 0xf2c48d, 0xffdf9e, 0xf6d3a1, 0xffe6c0, 0xfff0b8, 0.24, 0xfff1d6, 0xe0a885,
         0xf0c996, 0x4a7d8f, false, false},
        {QLatin1String("noon"), 0x2f86d6, 0x6fb7ee, 0xc9e9f8, 0xcfe6f2, 0xffffff, 0xffffff, -1, 0xffffff, 0xd3e4f1,
         0x7cc4dc, 0x11698f, false, false},
        {QLatin1String("sunset"), 0x3c3a78, 0xd0607e, 0xffb366, 0xe58f7c, 0xffc3a0, 0xffe08a, 0.12, 0xff9f8a, 0x9c527f,
         0xf29a70, 0x453a6e, false, false},
        {QLatin1String("overcast"), 0x8fa3b3, 0xb4c3cd, 0xd8e0e3, 0xc6d0d6, 0xe6ebee, 0xffffff, -1, 0xe4eaee, 0xa9b7c2,
         0xb1c1c8, 0x54707e, false, false},
        {QLatin1String("dusk"), 0x1d2456, 0x5a4a8f, 0xe79a86, 0x8d75a2, 0xa7a0d6, 0xffd9a0, -1, 0x9b80b4, 0x4f447e,
         0xb283a0, 0x252b5e, true, true},
        {QLatin1String("dawn"), 0x7aa3cf, 0xe9b8c4, 0xfde3cd, 0xefd3d3, 0xffe9e4, 0xfff0dc, 0.15, 0xfff3f0, 0xdba9bd,
         0xf0ccc9, 0x6f8fb3, false, false},
        {QLatin1String("night"), 0x081230, 0x17305c, 0x3c6486, 0x2c4a70, 0x7d92c8, 0xe9efff, 0.62, 0x3b5580, 0x1b3059,
         0x31567c, 0x0b1b3a, true, true},
    }};
    return lights[size_t(index % kSceneLights)];
}

} // namespace lw::media
