// SPDX-License-Identifier: GPL-3.0-or-later
//! Times of day: colours of sky, haze, water, and how they change the colours of things.
#pragma once

#include <QColor>
#include <QLatin1String>

namespace lw::media {

/// `a` and `b` mixed; 0 gives a, 1 gives b.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double share);
/// Lighter (above 1) or darker (below 1).
[[nodiscard]] QColor scaledLight(const QColor& colour, double factor);
[[nodiscard]] QColor withAlpha(QColor colour, double alpha);

struct SceneLight {
    QLatin1String name;
    QColor skyTop;
    QColor skyMiddle;
    QColor skyLow;
    QColor haze; ///< what distance fades into
    QColor tint; ///< colour of the light that falls on things
    QColor sun;
    double sunHeight; ///< above the horizon, as a share of the sky; below 0: no disc is seen
    QColor cloudTop;
    QColor cloudBase;
    QColor waterFar;
    QColor waterNear;
    bool isDark; ///< windows, lamps and headlights are lit
    bool hasStars;
    bool comesFromLeft = true; ///< chosen per scene

    /// Colour of a lit face at a distance of 0 (near) to 1 (horizon).
    [[nodiscard]] QColor lit(const QColor& base, double distance = 0) const;
    /// The same, of a face turned away from the light.
    [[nodiscard]] QColor shaded(const QColor& base, double distance = 0) const;
};

inline constexpr int kSceneLights = 8;
/// The time of day `index` modulo kSceneLights.
[[nodiscard]] SceneLight sceneLight(int index);

} // namespace lw::media
