// SPDX-License-Identifier: GPL-3.0-or-later
//! The list of algorithms and the check of their parameters.
#include "models/domain/Algorithms.h"

#include <algorithm>
#include <cmath>

namespace lw::domain {

namespace {

AlgorithmParameter whole(const char* id, double value, double least, double most, bool isBasic = false)
{
    return {QString::fromLatin1(id), ParameterKind::Whole, value, least, most, {}, isBasic};
}

AlgorithmParameter number(const char* id, double value, double least, double most, bool isBasic = false)
{
    return {QString::fromLatin1(id), ParameterKind::Number, value, least, most, {}, isBasic};
}

AlgorithmParameter truth(const char* id, bool value)
{
    return {QString::fromLatin1(id), ParameterKind::Truth, value, 0, 1, {}, false};
}

AlgorithmParameter device()
{
    const QStringList choices = {QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda")};
    return {QStringLiteral("device"), ParameterKind::Choice, choices.front(), 0, 0, choices, false};
}

std::vector<AlgorithmParameter> classifierParameters(double seconds, double side)
{
    return {whole("seconds", seconds, 5, 604800, true),
            whole("batch", 32, 2, 512, true),
            number("rate", 2e-3, 1e-6, 1, true),
            whole("side", side, 32, 1024, true),
            whole("seed", 1, 0, 1e9),
            whole("validations", 10, 1, 1000),
            whole("patience", 0, 0, 1000),
            number("leastCrop", 0.35, 0.05, 1),
            number("colour", 0.6, 0, 1),
            number("labelSmoothing", 0.05, 0, 0.5),
            number("backboneRate", 0.3, 0, 1),
            whole("threads", 0, 0, 256),
            device()};
}

std::vector<AlgorithmParameter> detectorParameters(double seconds)
{
    return {whole("seconds", seconds, 5, 604800, true),
            whole("batch", 8, 2, 128, true),
            number("rate", 2e-3, 1e-6, 1, true),
            whole("side", 320, 64, 2048, true), // the longer one; the other follows the pictures' shape
            whole("seed", 1, 0, 1e9),
            whole("validations", 10, 1, 1000),
            whole("patience", 0, 0, 1000),
            number("mosaic", 0.5, 0, 1),
            truth("flipsAcross", true),
            truth("flipsDown", false),
            number("backboneRate", 0.5, 0, 1),
            whole("threads", 0, 0, 256),
            device()};
}

std::vector<AlgorithmParameter> twoStageParameters(double seconds)
{
    return {whole("seconds", seconds, 5, 604800, true),
            whole("batch", 2, 1, 64, true),
            number("rate", 2e-4, 1e-6, 1, true),
            whole("side", 640, 64, 2048, true),
            whole("seed", 1, 0, 1e9),
            whole("validations", 10, 1, 1000),
            whole("patience", 0, 0, 1000),
            number("mosaic", 0, 0, 1),
            truth("flipsAcross", true),
            truth("flipsDown", false),
            number("backboneRate", 0.5, 0, 1),
            whole("threads", 0, 0, 256),
            device()};
}

std::vector<AlgorithmParameter> segmenterParameters(double seconds)
{
    return {whole("seconds", seconds, 5, 604800, true),
            whole("batch", 8, 2, 128, true),
            number("rate", 4e-3, 1e-6, 1, true),
            whole("side", 320, 64, 2048, true),
            whole("seed", 1, 0, 1e9),
            whole("validations", 10, 1, 1000),
            whole("patience", 0, 0, 1000),
            truth("flipsAcross", true),
            truth("flipsDown", false),
            number("backboneRate", 0.5, 0, 1),
            whole("threads", 0, 0, 256),
            device()};
}

std::vector<AlgorithmParameter> clickParameters(double seconds)
{
    return {whole("seconds", seconds, 5, 604800, true),
            whole("batch", 16, 2, 256, true),
            number("rate", 2e-3, 1e-6, 1, true),
            whole("side", 112, 32, 512),
            whole("seed", 1, 0, 1e9),
            whole("validations", 5, 1, 1000),
            whole("patience", 0, 0, 1000),
            number("colour", 0.4, 0, 1),
            number("backboneRate", 1, 0, 1),
            whole("threads", 0, 0, 256),
            device()};
}

std::vector<Algorithm> makeList()
{
    using enum DatasetType;
    const auto classifier = [](const char* id, double seconds, double side, double stepsPerSecond) {
        const QString name = QString::fromLatin1(id);
        return Algorithm{name, ImageClassification, name, classifierParameters(seconds, side), true, stepsPerSecond};
    };
    // Steps a second: batches of 32 at the given side, by the pictures a second that were measured for one core.
    return {classifier("shufflenet_v2_x0_5", 120, 96, 4.5),
            classifier("mobilenet_v3_small", 180, 128, 5),
            classifier("resnet18", 600, 128, 0.7),
            classifier("resnet34", 900, 128, 0.4),
            classifier("resnet50", 1200, 128, 0.25),
            Algorithm{QStringLiteral("detector_one_stage"), ObjectDetection,
                      QStringLiteral("shufflenet_v2_series_x0_5"), detectorParameters(240), true, 3.7},
            Algorithm{QStringLiteral("detector_two_stage"), ObjectDetection, QStringLiteral("fasterrcnn_resnet50_fpn"),
                      twoStageParameters(7200), true, 0.03},
            Algorithm{QStringLiteral("detector_two_stage_resnet18"), ObjectDetection,
                      QStringLiteral("fasterrcnn_resnet18_fpn"), twoStageParameters(3600), true, 0.1},
            Algorithm{QStringLiteral("segmenter"), ImageSegmentation, QStringLiteral("shufflenet_v2_series_x0_5"),
                      segmenterParameters(300), true, 1.5},
            Algorithm{kClickAlgorithm, ImageSegmentation, QStringLiteral("shufflenet_v2_series_x0_5"),
                      clickParameters(75), true, 2.5, QStringLiteral("contour")}};
}

bool fits(const AlgorithmParameter& parameter, const QJsonValue& value)
{
    switch (parameter.kind) {
    case ParameterKind::Truth:
        return value.isBool();
    case ParameterKind::Choice:
        return value.isString() && parameter.choices.contains(value.toString());
    case ParameterKind::Whole:
    case ParameterKind::Number:
        break;
    }
    const double number = value.toDouble();
    return value.isDouble() && number >= parameter.least && number <= parameter.most &&
           (parameter.kind == ParameterKind::Number || number == std::floor(number));
}

} // namespace

std::span<const Algorithm> algorithms()
{
    static const std::vector<Algorithm> list = makeList();
    return list;
}

const Algorithm* algorithmOf(const QString& id)
{
    const auto list = algorithms();
    const auto found = std::ranges::find(list, id, &Algorithm::id);
    return found == list.end() ? nullptr : &*found;
}

core::Result<QJsonObject> completeParameters(const Algorithm& algorithm, const QJsonObject& given)
{
    QJsonObject all;
    for (const AlgorithmParameter& parameter : algorithm.parameters) {
        const QJsonValue value = given.value(parameter.id);
        if (!value.isUndefined() && !fits(parameter, value)) {
            return core::failure(core::ErrorCode::InvalidArgument, parameter.id);
        }
        all.insert(parameter.id, value.isUndefined() ? parameter.value : value);
    }
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (!all.contains(it.key())) {
            return core::failure(core::ErrorCode::InvalidArgument, it.key());
        }
    }
    return all;
}

} // namespace lw::domain
