// SPDX-License-Identifier: GPL-3.0-or-later
//! Curves of a job, made from the points of its metrics.
#pragma once

#include "models/domain/EngineJob.h"
#include "widgets/charts/LineChart.h"

#include <functional>
#include <vector>

namespace lw::studio {

/// What lies along the chart.
enum class CurveAxis { Steps, Seconds };

/// A curve for each name that `wants` accepts ("train/loss", "validation/map50"), in the order of their first points,
/// training dashed where validation has a curve of the same name. Names become words.
[[nodiscard]] std::vector<charts::LineSeries> curvesOf(const std::vector<domain::MetricPoint>& points, CurveAxis axis,
                                                       const std::function<bool(const QString&)>& wants);

/// "train/loss" → "loss".
[[nodiscard]] QString bareName(const QString& name);
[[nodiscard]] bool isLoss(const QString& name);
/// A share that is compared from run to run: accuracy, mAP …
[[nodiscard]] bool isQuality(const QString& name);

} // namespace lw::studio
