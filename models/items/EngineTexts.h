// SPDX-License-Identifier: GPL-3.0-or-later
//! Words for what the learning engine knows by id: algorithms, parameters, numbers, states of jobs.
#pragma once

#include "models/domain/EngineJob.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace lw::items {

/// "ResNet-18", "One-stage detector"; the id itself when it is unknown.
[[nodiscard]] QString algorithmTitle(const QString& id);
/// One sentence: what it is good for.
[[nodiscard]] QString algorithmHint(const QString& id);

/// "Time limit", "Learning rate"; the id itself when it is unknown.
[[nodiscard]] QString parameterTitle(const QString& id);
/// One sentence: what more or less of it does. Empty when it is unknown.
[[nodiscard]] QString parameterHint(const QString& id);
/// "s" or "px" after the number, or nothing.
[[nodiscard]] QString parameterUnit(const QString& id);
/// A value as a list shows it: "120 s", "yes", "automatic".
[[nodiscard]] QString parameterText(const QString& id, const QJsonValue& value);

[[nodiscard]] QString engineJobKindText(domain::EngineJobKind kind);
[[nodiscard]] QString engineJobStateText(domain::EngineJobState state);

/// "Accuracy", "mAP50", "Loss": by the name in metrics.jsonl without its group.
[[nodiscard]] QString metricTitle(const QString& name);
/// Whether the number is a share that is written in per cent.
[[nodiscard]] bool isShareMetric(const QString& name);
/// "81.2%", "0.0437".
[[nodiscard]] QString metricText(const QString& name, double value);

/// A number and what it is.
struct BestMetric {
    QString name;
    double value = 0;
};
/// The number by which runs are compared first: mAP50 before accuracy before the rest; absent without any. Reads a
/// training's result ("best") and an evaluation's ("coco", "matrix").
[[nodiscard]] std::optional<BestMetric> bestMetric(const QJsonObject& result);
/// The same from a model's metrics.
[[nodiscard]] std::optional<BestMetric> bestOf(const QJsonObject& metrics);

/// "cells V0002".
[[nodiscard]] QString jobTitle(const domain::EngineJob& job);
/// "cells V001, more cells": the datasets that it reads.
[[nodiscard]] QString inputsText(const domain::EngineJob& job);

} // namespace lw::items
