// SPDX-License-Identifier: GPL-3.0-or-later
//! What a curve needs before it is drawn: fewer points, and round numbers along its axes.
#pragma once

#include <QList>
#include <QPointF>

namespace lw::charts {

/// At most about `limit` of the points, chosen so that every peak and dip stays: the lowest and the highest of each
/// stretch. `points` in ascending x. Linear.
[[nodiscard]] QList<QPointF> thinned(const QList<QPointF>& points, qsizetype limit);

/// Round numbers within [least, most], about `count` of them, in steps of 1, 2 or 5 times a power of ten.
[[nodiscard]] QList<double> roundTicks(double least, double most, int count);

/// The same for a logarithmic axis: powers of ten, with 2 and 5 between them where there is room. `least` above 0.
[[nodiscard]] QList<double> logarithmicTicks(double least, double most);

} // namespace lw::charts
