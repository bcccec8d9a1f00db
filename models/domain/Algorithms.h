// SPDX-License-Identifier: GPL-3.0-or-later
//! The built-in algorithms (TR-6) and their parameters. The worker has the networks; this list is what forms, the
//! command line and the estimate know of them.
#pragma once

#include "models/core/Result.h"
#include "models/domain/DatasetType.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace lw::domain {

enum class ParameterKind { Whole, Number, Choice, Truth };

/// One hyperparameter. Title and explanation are made where people read them (items::parameterTitle()).
struct AlgorithmParameter {
    QString id; ///< as in the job's "options": "seconds", "batch", "rate", "seed"
    ParameterKind kind = ParameterKind::Number;
    QJsonValue value; ///< default
    double least = 0; ///< inclusive; Whole and Number
    double most = 0;
    QStringList choices; ///< Choice
    bool isBasic = true; ///< false: only shown among "more settings"
};

struct Algorithm {
    QString id; ///< "resnet18", "detector_one_stage", …
    DatasetType type = DatasetType::ImageClassification;
    QString net; ///< as in job.json
    std::vector<AlgorithmParameter> parameters;
    bool takesWeights = true;  ///< can start from imported weights
    double stepsPerSecond = 1; ///< of one quiet core at the defaults, for the estimate before anything was timed here
    QString task = {};         ///< in job.json; empty: what its type's datasets are for
};

/// Learns from outlined objects what the outline between four clicks is (`task` "contour").
inline constexpr QLatin1String kClickAlgorithm{"contour_assistant"};

/// In the order in which they are offered: the recommended one of each type first.
[[nodiscard]] std::span<const Algorithm> algorithms();
/// Null for an unknown id.
[[nodiscard]] const Algorithm* algorithmOf(const QString& id);
/// The defaults with `given` over them. InvalidArgument with the parameter's id as detail: unknown, of the wrong kind
/// or out of range.
[[nodiscard]] core::Result<QJsonObject> completeParameters(const Algorithm& algorithm, const QJsonObject& given);

} // namespace lw::domain
