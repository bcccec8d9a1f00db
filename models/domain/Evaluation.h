// SPDX-License-Identifier: GPL-3.0-or-later
//! How a model did on labelled samples, as plain values (TR-7). The worker writes them as output/result.json.
#pragma once

#include "models/core/Result.h"
#include "models/domain/DatasetType.h"
#include "models/domain/Ids.h"

#include <QJsonObject>
#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace lw::domain {

/// A label's line. Shares are 0 to 1; absent where nothing stands below the fraction line.
struct LabelScore {
    QString label;
    qint64 isTrue = 0; ///< samples or objects with the label
    qint64 isSaid = 0; ///< answers with it
    qint64 isRight = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    std::optional<double> ap;   ///< mean over the overlaps .50 … .95; of whole samples: average precision
    std::optional<double> ap50; ///< boxes and masks
    std::optional<double> iou;  ///< masks only: common pixels of truth and answer by all of either
    qint64 objects = 0;         ///< true boxes or masks
    QList<QPointF> curve;       ///< (recall, precision), recall rising

    bool operator==(const LabelScore&) const = default;
};

/// How well samples did whose feature lies in a range.
struct FeatureGroup {
    double least = 0;
    double most = 0;
    qint64 samples = 0;
    double score = 0; ///< 0 to 1

    bool operator==(const FeatureGroup&) const = default;
};

/// TR-7's sensitivity: groups of rising values of one feature of the data.
struct FeatureSensitivity {
    QString feature; ///< "brightness", "sharpness", "saturation", "pixels", "aspect", "objects", "objectArea"
    std::vector<FeatureGroup> groups;

    bool operator==(const FeatureSensitivity&) const = default;
    /// Best minus worst score of groups with enough samples.
    [[nodiscard]] double spread() const;
    /// Whether that is more than chance would do with so few samples.
    [[nodiscard]] bool matters() const;
};

/// A sample and how wrong the model was about it.
struct SampleScore {
    SampleId sample; ///< invalid when the job did not know it
    QString path;
    double score = 0;    ///< the lower the worse
    QStringList reasons; ///< ids: "missed", "wrong", "extra", "unsure", "misplaced", "rough"; others are the worker's words
    int isTrue = -1;     ///< of whole samples: the true label
    int said = -1;       ///< and the model's answer
    QList<std::pair<int, int>> cells = {}; ///< of masks: the confusions (true, said) that can be seen on it

    bool operator==(const SampleScore&) const = default;
};

/// All samples behind a cell of the confusion matrix.
struct CellSamples {
    int isTrue = 0; ///< row
    int said = 0;   ///< column
    QList<SampleId> samples;

    bool operator==(const CellSamples&) const = default;
};

struct Evaluation {
    QStringList labels;
    std::vector<std::vector<qint64>> counts; ///< confusion: rows true, columns said; a last one for nothing, but not of
                                             ///< whole samples. Of masks: pixels
    double accuracy = 0;
    std::optional<double> meanIou; ///< masks only: mean over the labels that occur
    double macroF1 = 0;
    std::vector<LabelScore> scores; ///< a line per label
    std::optional<std::array<double, 12>> coco; ///< AP, AP50, AP75, APs, APm, APl, AR1, AR10, AR100, ARs, ARm, ARl; -1: none
    std::vector<FeatureSensitivity> sensitivity;
    std::vector<SampleScore> samples; ///< the worst first
    std::vector<CellSamples> cells;   ///< those that are not empty; none at all when the worker did not tell

    bool operator==(const Evaluation&) const = default;
    [[nodiscard]] bool hasBackground() const { return qsizetype(counts.size()) > labels.size(); }
    [[nodiscard]] bool isOfMasks() const { return meanIou.has_value(); }
    /// Means over the labels that occur.
    [[nodiscard]] double meanPrecision() const;
    [[nodiscard]] double meanRecall() const;
    [[nodiscard]] qint64 answers() const; ///< sum of the matrix
    /// All samples behind a cell. Of results that do not tell: those among the worst ones.
    [[nodiscard]] QList<SampleId> samplesOf(int isTrue, int said) const;
};

/// From an evaluation's result. Errors: Malformed when there is neither a matrix nor COCO numbers, or when the matrix
/// does not fit `labels`.
[[nodiscard]] core::Result<Evaluation> evaluationOf(const QJsonObject& result, const QStringList& labels);

} // namespace lw::domain
