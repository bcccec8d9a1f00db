// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads evaluations.
#include "models/domain/Evaluation.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lw::domain {

namespace {

constexpr qint64 kEnoughSamples = 5;
constexpr double kNoticeable = 0.15;

std::optional<double> shareOf(const QJsonValue& value)
{
    return value.isDouble() && value.toDouble() >= 0 ? std::optional(value.toDouble()) : std::nullopt;
}

bool readMatrix(const QJsonObject& matrix, Evaluation& evaluation)
{
    const QJsonArray rows = matrix.value(QLatin1String("counts")).toArray();
    const qsizetype labels = evaluation.labels.size();
    if (rows.size() != labels && rows.size() != labels + 1) {
        return false;
    }
    for (const QJsonValue& row : rows) {
        std::vector<qint64> counts;
        for (const QJsonValue& each : row.toArray()) {
            counts.push_back(each.toInteger());
        }
        if (qsizetype(counts.size()) != rows.size()) {
            return false;
        }
        evaluation.counts.push_back(std::move(counts));
    }
    evaluation.accuracy = matrix.value(QLatin1String("accuracy")).toDouble();
    evaluation.macroF1 = matrix.value(QLatin1String("macroF1")).toDouble();
    const QJsonArray lines = matrix.value(QLatin1String("classes")).toArray();
    for (qsizetype i = 0; i < std::min(labels, lines.size()); ++i) {
        const QJsonObject line = lines.at(i).toObject();
        LabelScore& score = evaluation.scores[size_t(i)];
        score.isTrue = line.value(QLatin1String("true")).toInteger();
        score.isSaid = line.value(QLatin1String("said")).toInteger();
        score.isRight = line.value(QLatin1String("right")).toInteger();
        score.precision = line.value(QLatin1String("precision")).toDouble();
        score.recall = line.value(QLatin1String("recall")).toDouble();
        score.f1 = line.value(QLatin1String("f1")).toDouble();
    }
    return true;
}

/// Curves of whole samples: points are [threshold, precision, recall].
void readCurves(const QJsonArray& curves, Evaluation& evaluation)
{
    for (qsizetype i = 0; i < std::min(evaluation.labels.size(), curves.size()); ++i) {
        const QJsonObject curve = curves.at(i).toObject();
        LabelScore& score = evaluation.scores[size_t(i)];
        score.ap = shareOf(curve.value(QLatin1String("ap")));
        for (const QJsonValue& point : curve.value(QLatin1String("points")).toArray()) {
            const QJsonArray values = point.toArray();
            score.curve.append({values.at(2).toDouble(), values.at(1).toDouble()});
        }
        std::stable_sort(score.curve.begin(), score.curve.end(),
                         [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    }
}

/// Curves of boxes: the precision at each hundredth of recall.
void readCoco(const QJsonObject& coco, Evaluation& evaluation)
{
    const QJsonArray numbers = coco.value(QLatin1String("numbers")).toArray();
    if (numbers.size() == 12) {
        evaluation.coco.emplace();
        for (size_t i = 0; i < 12; ++i) {
            (*evaluation.coco)[i] = numbers.at(qsizetype(i)).toDouble(-1);
        }
    }
    const QJsonArray lines = coco.value(QLatin1String("classes")).toArray();
    for (qsizetype i = 0; i < std::min(evaluation.labels.size(), lines.size()); ++i) {
        const QJsonObject line = lines.at(i).toObject();
        LabelScore& score = evaluation.scores[size_t(i)];
        score.ap = shareOf(line.value(QLatin1String("ap")));
        score.ap50 = shareOf(line.value(QLatin1String("ap50")));
        score.objects = line.value(QLatin1String("objects")).toInteger();
        const QJsonArray curve = line.value(QLatin1String("curve")).toArray();
        for (qsizetype each = 0; each < curve.size() && curve.size() > 1; ++each) {
            if (const auto precision = shareOf(curve.at(each))) {
                score.curve.append({double(each) / double(curve.size() - 1), *precision});
            }
        }
    }
}

/// Overlaps of masks.
void readOverlaps(const QJsonObject& iou, Evaluation& evaluation)
{
    evaluation.meanIou = shareOf(iou.value(QLatin1String("mean")));
    const QJsonArray classes = iou.value(QLatin1String("classes")).toArray();
    for (qsizetype i = 0; i < std::min(evaluation.labels.size(), classes.size()); ++i) {
        evaluation.scores[size_t(i)].iou = shareOf(classes.at(i));
    }
}

FeatureSensitivity sensitivityOf(const QJsonObject& object)
{
    FeatureSensitivity sensitivity;
    sensitivity.feature = object.value(QLatin1String("feature")).toString();
    for (const QJsonValue& each : object.value(QLatin1String("groups")).toArray()) {
        const QJsonObject group = each.toObject();
        sensitivity.groups.push_back({group.value(QLatin1String("least")).toDouble(),
                                      group.value(QLatin1String("most")).toDouble(),
                                      group.value(QLatin1String("samples")).toInteger(),
                                      std::max(0.0, group.value(QLatin1String("score")).toDouble())});
    }
    return sensitivity;
}

SampleId sampleIdOf(const QJsonValue& id)
{
    return SampleId(id.isString() ? id.toString().toLongLong() : id.toInteger());
}

SampleScore sampleScoreOf(const QJsonObject& object)
{
    SampleScore score;
    score.sample = sampleIdOf(object.value(QLatin1String("id")));
    score.path = object.value(QLatin1String("path")).toString();
    score.score = object.value(QLatin1String("score")).toDouble();
    for (const QJsonValue& reason : object.value(QLatin1String("reasons")).toArray()) {
        score.reasons.append(reason.toString());
    }
    score.isTrue = object.value(QLatin1String("true")).toInt(-1);
    score.said = object.value(QLatin1String("said")).toInt(-1);
    for (const QJsonValue& cell : object.value(QLatin1String("cells")).toArray()) {
        score.cells.append({cell.toArray().at(0).toInt(-1), cell.toArray().at(1).toInt(-1)});
    }
    return score;
}

/// The groups with the lowest and the highest score among those with enough samples; null when there is none.
std::pair<const FeatureGroup*, const FeatureGroup*> extremesOf(const std::vector<FeatureGroup>& groups)
{
    const FeatureGroup* worst = nullptr;
    const FeatureGroup* best = nullptr;
    for (const FeatureGroup& group : groups) {
        if (group.samples >= kEnoughSamples) {
            worst = !worst || group.score < worst->score ? &group : worst;
            best = !best || group.score > best->score ? &group : best;
        }
    }
    return {worst, best};
}

/// Mean of a number over the labels that occur.
template <typename Number> double meanOf(const std::vector<LabelScore>& scores, Number number)
{
    double sum = 0;
    int count = 0;
    for (const LabelScore& each : scores) {
        if (each.isTrue > 0) {
            sum += number(each);
            ++count;
        }
    }
    return count > 0 ? sum / count : 0;
}

} // namespace

double FeatureSensitivity::spread() const
{
    const auto [worst, best] = extremesOf(groups);
    return worst ? best->score - worst->score : 0;
}

bool FeatureSensitivity::matters() const
{
    const auto [worst, best] = extremesOf(groups);
    if (!worst) {
        return false;
    }
    // Two shares that differ by less than two standard errors may well be one.
    const double mean = (worst->score + best->score) / 2;
    const double error =
        std::sqrt(mean * (1 - mean) * (1.0 / double(worst->samples) + 1.0 / double(best->samples)));
    return spread() > kNoticeable && spread() > 2 * error;
}

double Evaluation::meanPrecision() const
{
    return meanOf(scores, [](const LabelScore& score) { return score.precision; });
}

double Evaluation::meanRecall() const
{
    return meanOf(scores, [](const LabelScore& score) { return score.recall; });
}

qint64 Evaluation::answers() const
{
    qint64 sum = 0;
    for (const auto& row : counts) {
        for (const qint64 each : row) {
            sum += each;
        }
    }
    return sum;
}

QList<SampleId> Evaluation::samplesOf(int isTrue, int said) const
{
    if (!cells.empty()) {
        const auto cell = std::find_if(cells.begin(), cells.end(), [&](const CellSamples& each) {
            return each.isTrue == isTrue && each.said == said;
        });
        return cell == cells.end() ? QList<SampleId>() : cell->samples;
    }
    QList<SampleId> found;
    for (const SampleScore& score : samples) {
        const auto has = [&score](const char* reason) { return score.reasons.contains(QLatin1String(reason)); };
        const bool isOfCell = isOfMasks()               ? score.cells.contains(std::pair(isTrue, said))
                              : score.isTrue >= 0       ? score.isTrue == isTrue && score.said == said
                              : isTrue == said          ? false
                              : said >= labels.size()   ? has("missed")
                              : isTrue >= labels.size() ? has("extra")
                                                        : has("wrong");
        if (isOfCell && score.sample.isValid()) {
            found.append(score.sample);
        }
    }
    return found;
}

core::Result<Evaluation> evaluationOf(const QJsonObject& result, const QStringList& labels)
{
    Evaluation evaluation;
    evaluation.labels = labels;
    for (const QString& label : labels) {
        evaluation.scores.push_back({});
        evaluation.scores.back().label = label;
    }
    const QJsonValue matrix = result.value(QLatin1String("matrix"));
    const QJsonValue coco = result.value(QLatin1String("coco"));
    if (!matrix.isObject() && !coco.isObject()) {
        return core::failure(core::ErrorCode::Malformed, QStringLiteral("matrix"));
    }
    if (matrix.isObject() && !readMatrix(matrix.toObject(), evaluation)) {
        return core::failure(core::ErrorCode::Malformed, QStringLiteral("counts"));
    }
    readCurves(result.value(QLatin1String("curves")).toArray(), evaluation);
    readCoco(coco.toObject(), evaluation);
    readOverlaps(result.value(QLatin1String("iou")).toObject(), evaluation);
    for (const QJsonValue& each : result.value(QLatin1String("sensitivity")).toArray()) {
        evaluation.sensitivity.push_back(sensitivityOf(each.toObject()));
    }
    for (const QJsonValue& each : result.value(QLatin1String("samples")).toArray()) {
        evaluation.samples.push_back(sampleScoreOf(each.toObject()));
    }
    for (const QJsonValue& each : result.value(QLatin1String("cells")).toArray()) {
        CellSamples cell{each[0].toInt(), each[1].toInt(), {}};
        for (const QJsonValue& id : each[2].toArray()) {
            cell.samples.append(sampleIdOf(id));
        }
        evaluation.cells.push_back(std::move(cell));
    }
    std::stable_sort(evaluation.samples.begin(), evaluation.samples.end(),
                     [](const SampleScore& a, const SampleScore& b) { return a.score < b.score; });
    return evaluation;
}

} // namespace lw::domain
