// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts the numbers of an evaluation together.
#include "engine/learn/worker/Evaluation.h"

#include "engine/learn/evaluate/ScoreCurve.h"
#include "engine/learn/worker/EvaluationJson.h"
#include "engine/learn/worker/MaskTasks.h"
#include "engine/learn/worker/SampleVerdict.h"

#include <algorithm>

namespace lw::learn {

namespace {

constexpr double kLeastScore = 0.3; ///< of a box that counts as said
constexpr std::size_t kWorstSamples = 1000;

/// Thousands of points make no better picture than two hundred.
Json curveJson(const ScoreCurve& curve)
{
    Json points = Json::array();
    const std::size_t step = std::max<std::size_t>(1, curve.points.size() / 200);
    for (std::size_t i = 0; i < curve.points.size(); i += step) {
        const ScorePoint& point = curve.points[i];
        points.push_back({point.threshold, point.precision, point.recall});
    }
    return {{"ap", curve.averagePrecision}, {"auroc", curve.auroc}, {"points", std::move(points)}};
}

/// The worst first; those that are all right are left out.
Json samplesJson(const Json& job, const JobDataset& data, std::vector<Verdict> verdicts)
{
    std::stable_sort(verdicts.begin(), verdicts.end(),
                     [](const Verdict& a, const Verdict& b) { return a.score < b.score; });
    const Json& pictures = job.at("pictures");
    Json list = Json::array();
    for (const Verdict& verdict : verdicts) {
        if (list.size() == kWorstSamples || (verdict.reasons.empty() && verdict.mistakes <= 0)) {
            continue;
        }
        Json sample = {
            {"path", data.pictures->path(verdict.picture)}, {"score", verdict.score}, {"reasons", verdict.reasons}};
        if (const auto id = pictures[verdict.picture].find("id"); id != pictures[verdict.picture].end()) {
            sample["id"] = *id;
        }
        if (verdict.isTrue >= 0) {
            sample["true"] = verdict.isTrue;
            sample["said"] = verdict.isSaid;
        }
        if (!verdict.cells.empty()) {
            sample["cells"] = verdict.cells;
        }
        list.push_back(std::move(sample));
    }
    return list;
}

/// Which pictures stand behind each cell of a matrix.
class CellPictures {
public:
    explicit CellPictures(const Json& job) : m_pictures(job.at("pictures")) {}

    void add(std::size_t picture, int isTrue, int isSaid)
    {
        if (const auto id = m_pictures[picture].find("id"); id != m_pictures[picture].end()) {
            m_cells[{isTrue, isSaid}].push_back(*id);
        }
    }

    /// Every cell that the picture's own matrix has something in.
    void add(std::size_t picture, const ConfusionMatrix& own)
    {
        for (int i = 0; i < own.size(); ++i) {
            for (int j = 0; j < own.size(); ++j) {
                if (own.at(i, j) > 0) {
                    add(picture, i, j);
                }
            }
        }
    }

    Json json() const
    {
        Json list = Json::array();
        for (const auto& [cell, ids] : m_cells) {
            list.push_back({cell.first, cell.second, ids});
        }
        return list;
    }

private:
    const Json& m_pictures;
    std::map<std::pair<int, int>, std::vector<Json>> m_cells;
};

/// Means over the classes that occur.
Json summaryOf(const ConfusionMatrix& matrix)
{
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    double count = 0;
    for (const ClassRow& row : matrix.rows()) {
        if (row.isTrue > 0) {
            precision += row.precision;
            recall += row.recall;
            f1 += row.f1;
            ++count;
        }
    }
    count = std::max(count, 1.0);
    return {{"precision", precision / count}, {"recall", recall / count}, {"f1", f1 / count}};
}

Json evaluateClasses(const Json& job, const JobDataset& data, const Predictions& predictions)
{
    std::vector<ClassSample> samples = data.classTraining;
    samples.insert(samples.end(), data.classValidation.begin(), data.classValidation.end());
    const std::size_t classes = data.classes.size();
    ConfusionMatrix matrix(static_cast<int>(classes));
    std::vector<std::vector<ScoredAnswer>> answers(classes);
    std::vector<long> wanted(classes, 0);
    std::vector<Verdict> verdicts;
    CellPictures cells(job);
    for (const ClassSample& sample : samples) {
        const auto found = predictions.find(sample.picture);
        if (found == predictions.end() || !found->second.contains("scores")) {
            continue;
        }
        const auto scores = found->second.at("scores").get<std::vector<double>>();
        verdicts.push_back(judge(sample.picture, sample.label, scores));
        matrix.add(sample.label, verdicts.back().isSaid);
        cells.add(sample.picture, sample.label, verdicts.back().isSaid);
        ++wanted[std::size_t(sample.label)];
        for (std::size_t c = 0; c < classes; ++c) {
            answers[c].push_back({scores[c], std::size_t(sample.label) == c});
        }
    }
    Json curves = Json::array();
    for (std::size_t c = 0; c < classes; ++c) {
        curves.push_back(curveJson(scoreCurve(std::move(answers[c]), wanted[c])));
    }
    Json summary = summaryOf(matrix);
    summary["accuracy"] = matrix.accuracy();
    return {{"matrix", matrixJson(matrix)},
            {"cells", cells.json()},
            {"curves", std::move(curves)},
            {"summary", std::move(summary)},
            {"sensitivity", sensitivity(verdicts, *data.pictures, false)},
            {"samples", samplesJson(job, data, std::move(verdicts))}};
}

DetectedBox boxOf(const Json& object, std::int64_t image)
{
    return {image,
            object.at("label").get<int>(),
            {object.at("x"), object.at("y"), object.at("width"), object.at("height")},
            object.at("score")};
}

Json evaluateBoxes(const Json& job, const JobDataset& data, const Predictions& predictions)
{
    std::vector<DetectionSample> samples = data.boxTraining;
    samples.insert(samples.end(), data.boxValidation.begin(), data.boxValidation.end());
    std::vector<TrueBox> truth;
    std::vector<DetectedBox> found;
    std::vector<Verdict> verdicts;
    CellPictures cells(job);
    const int classes = int(data.classes.size());
    for (const DetectionSample& sample : samples) {
        const auto image = std::int64_t(sample.picture);
        const auto said = predictions.find(sample.picture);
        if (said == predictions.end() || !said->second.contains("objects")) {
            continue;
        }
        std::vector<TrueBox> own;
        for (const LabelledBox& object : sample.objects) {
            own.push_back({image, object.label, object.box, object.box.area(), false});
        }
        std::vector<DetectedBox> answers;
        for (const Json& each : said->second.at("objects")) {
            answers.push_back(boxOf(each, image));
        }
        verdicts.push_back(judge(sample.picture, own, answers, kLeastScore));
        cells.add(sample.picture, detectionMatrix(own, answers, classes, kLeastScore));
        truth.insert(truth.end(), own.begin(), own.end());
        found.insert(found.end(), answers.begin(), answers.end());
    }
    const CocoNumbers numbers = evaluateCoco(truth, found, classes);
    const ConfusionMatrix matrix = detectionMatrix(truth, found, classes, kLeastScore);
    Json summary = summaryOf(matrix);
    summary["ap"] = numbers.ap();
    summary["ap50"] = numbers.ap50();
    return {{"coco", cocoJson(numbers)},
            {"matrix", matrixJson(matrix)},
            {"cells", cells.json()},
            {"summary", std::move(summary)},
            {"sensitivity", sensitivity(verdicts, *data.pictures, true)},
            {"samples", samplesJson(job, data, std::move(verdicts))}};
}

Json evaluateMasks(const Json& job, const JobDataset& data, const Predictions& predictions)
{
    MaskEvaluation evaluation = compareMasks(data, predictions);
    Json result = std::move(evaluation.numbers);
    result["sensitivity"] = sensitivity(evaluation.verdicts, *data.pictures, false);
    result["samples"] = samplesJson(job, data, std::move(evaluation.verdicts));
    return result;
}

} // namespace

bool hasLabels(const JobDataset& data)
{
    return !data.classTraining.empty() || !data.classValidation.empty() || !data.boxTraining.empty() ||
           !data.boxValidation.empty() || !data.maskTraining.empty() || !data.maskValidation.empty();
}

Json evaluate(const Json& job, const JobDataset& data, const Predictions& predictions)
{
    switch (data.kind) {
    case ModelKind::Detector:
        return evaluateBoxes(job, data, predictions);
    case ModelKind::Segmenter:
        return evaluateMasks(job, data, predictions);
    default:
        return evaluateClasses(job, data, predictions);
    }
}

} // namespace lw::learn
