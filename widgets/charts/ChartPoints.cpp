// SPDX-License-Identifier: GPL-3.0-or-later
//! Thins curves and finds round numbers.
#include "widgets/charts/ChartPoints.h"

#include <algorithm>
#include <cmath>

namespace lw::charts {

QList<QPointF> thinned(const QList<QPointF>& points, qsizetype limit)
{
    const qsizetype stretches = std::max<qsizetype>(1, limit / 2);
    if (points.size() <= limit) {
        return points;
    }
    QList<QPointF> kept;
    kept.reserve(stretches * 2 + 2);
    kept.append(points.front());
    for (qsizetype i = 0; i < stretches; ++i) {
        const auto begin = points.begin() + points.size() * i / stretches;
        const auto end = points.begin() + points.size() * (i + 1) / stretches;
        const auto [low, high] =
            std::minmax_element(begin, end, [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
        kept.append(*std::min(low, high));
        if (low != high) {
            kept.append(*std::max(low, high));
        }
    }
    kept.append(points.back());
    return kept;
}

QList<double> roundTicks(double least, double most, int count)
{
    const double span = most - least;
    if (!(span > 0) || !std::isfinite(span) || count < 1) {
        return {};
    }
    const double raw = span / count;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double share = raw / power;
    const double step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    QList<double> ticks;
    const double slack = step * 1e-6;
    for (double i = std::ceil((least - slack) / step); i * step <= most + slack; ++i) {
        ticks.append(i == 0 ? 0.0 : i * step);
    }
    return ticks;
}

QList<double> logarithmicTicks(double least, double most)
{
    if (!(least > 0) || !(most > least) || !std::isfinite(most)) {
        return {};
    }
    const bool hasRoom = std::log10(most / least) < 2.5;
    QList<double> ticks;
    for (int power = int(std::floor(std::log10(least))); std::pow(10.0, power) <= most; ++power) {
        for (const int digit : {1, 2, 5}) {
            const double tick = digit * std::pow(10.0, power);
            if (tick >= least * (1 - 1e-9) && tick <= most * (1 + 1e-9) && (digit == 1 || hasRoom)) {
                ticks.append(tick);
            }
        }
    }
    return ticks;
}

} // namespace lw::charts
