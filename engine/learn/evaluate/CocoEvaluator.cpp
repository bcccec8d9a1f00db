// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows pycocotools step by step, orders and ties included, so that the numbers are the same.
#include "engine/learn/evaluate/CocoEvaluator.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <numeric>

namespace lw::learn {

namespace {

constexpr std::size_t kThresholds = 10;
constexpr std::size_t kAreas = 4;
constexpr std::array<std::size_t, 3> kMost = {1, 10, 100};

/// As numpy's linspace computes them.
double threshold(std::size_t index)
{
    return index + 1 == kThresholds ? 0.95 : double(index) * ((0.95 - 0.5) / 9) + 0.5;
}

double recallStep(std::size_t index)
{
    return index == 100 ? 1.0 : double(index) * 0.01;
}

struct AreaRange {
    double least;
    double most;
    bool contains(double area) const { return area >= least && area <= most; }
};

constexpr std::array<AreaRange, kAreas> kRanges = {
    {{0, 1e10}, {0, 32.0 * 32.0}, {32.0 * 32.0, 96.0 * 96.0}, {96.0 * 96.0, 1e10}}};

/// The boxes of one picture and class.
struct Cell {
    std::vector<const TrueBox*> truth;
    std::vector<const DetectedBox*> found; ///< best first, 100 at most
};

/// What became of one detection at every threshold.
struct Verdict {
    double score = 0;
    std::array<bool, kThresholds> isMatched = {};
    std::array<bool, kThresholds> isIgnored = {};
};

struct CellVerdicts {
    std::vector<Verdict> verdicts;
    std::int64_t wanted = 0;
};

/// Overlaps of all detections (rows) with all true boxes.
std::vector<double> overlaps(const Cell& cell, const std::function<double(const TrueBox&, const DetectedBox&)>& compare)
{
    std::vector<double> table;
    table.reserve(cell.truth.size() * cell.found.size());
    for (const DetectedBox* found : cell.found) {
        for (const TrueBox* truth : cell.truth) {
            table.push_back(compare(*truth, *found));
        }
    }
    return table;
}

/// Finds for each detection, best first, the true box that overlaps it most and is still free.
class Matcher {
public:
    Matcher(const Cell& cell, const std::vector<double>& table, const AreaRange& range)
        : m_cell(cell), m_table(table), m_range(range), m_order(cell.truth.size())
    {
        std::iota(m_order.begin(), m_order.end(), std::size_t(0));
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](std::size_t one, std::size_t other) { return isIgnored(one) < isIgnored(other); });
    }

    CellVerdicts run() const
    {
        CellVerdicts result;
        for (const TrueBox* truth : m_cell.truth) {
            result.wanted += !truth->isCrowd && m_range.contains(truth->area);
        }
        result.verdicts.resize(m_cell.found.size());
        for (std::size_t i = 0; i < m_cell.found.size(); ++i) {
            result.verdicts[i].score = m_cell.found[i]->score;
        }
        for (std::size_t t = 0; t < kThresholds; ++t) {
            match(t, result.verdicts);
        }
        return result;
    }

private:
    bool isIgnored(std::size_t truth) const
    {
        return m_cell.truth[truth]->isCrowd || !m_range.contains(m_cell.truth[truth]->area);
    }

    void match(std::size_t t, std::vector<Verdict>& verdicts) const
    {
        std::vector<char> isTaken(m_cell.truth.size(), 0);
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            const std::ptrdiff_t best = bestFor(i, threshold(t), isTaken);
            if (best < 0) {
                verdicts[i].isIgnored[t] = !m_range.contains(m_cell.found[i]->ownArea());
                continue;
            }
            isTaken[std::size_t(best)] = 1;
            verdicts[i].isMatched[t] = true;
            verdicts[i].isIgnored[t] = isIgnored(std::size_t(best));
        }
    }

    std::ptrdiff_t bestFor(std::size_t found, double least, const std::vector<char>& isTaken) const
    {
        double most = std::min(least, 1 - 1e-10);
        std::ptrdiff_t best = -1;
        for (const std::size_t truth : m_order) {
            if (isTaken[truth] && !m_cell.truth[truth]->isCrowd) {
                continue;
            }
            if (best >= 0 && !isIgnored(std::size_t(best)) && isIgnored(truth)) {
                break; // those that count come first; one of them was found
            }
            const double value = m_table[found * m_cell.truth.size() + truth];
            if (value >= most) {
                most = value;
                best = std::ptrdiff_t(truth);
            }
        }
        return best;
    }

    const Cell& m_cell;
    const std::vector<double>& m_table;
    AreaRange m_range;
    std::vector<std::size_t> m_order;
};

/// Precision at each step of recall, and the recall that is reached in the end.
struct Curve {
    PrecisionCurve precision = {};
    double recall = 0;
};

Curve curveOf(const std::vector<const Verdict*>& ordered, std::size_t t, double wanted)
{
    std::vector<double> recall;
    std::vector<double> precision;
    double hits = 0;
    double misses = 0;
    for (const Verdict* each : ordered) {
        hits += each->isMatched[t] && !each->isIgnored[t];
        misses += !each->isMatched[t] && !each->isIgnored[t];
        recall.push_back(hits / wanted);
        precision.push_back(hits / (misses + hits + std::numeric_limits<double>::epsilon()));
    }
    for (std::size_t i = precision.size(); i-- > 1;) {
        precision[i - 1] = std::max(precision[i - 1], precision[i]);
    }
    Curve curve;
    curve.recall = recall.empty() ? 0 : recall.back();
    for (std::size_t step = 0; step < curve.precision.size(); ++step) {
        const auto at = std::lower_bound(recall.begin(), recall.end(), recallStep(step));
        curve.precision[step] = at == recall.end() ? 0 : precision[std::size_t(at - recall.begin())];
    }
    return curve;
}

/// Everything about one class and range of areas.
struct ClassResult {
    std::int64_t wanted = 0;
    std::array<Curve, kThresholds> curves = {};                  ///< with 100 detections a picture
    std::array<std::array<double, kThresholds>, 3> recalls = {}; ///< with 1, 10, 100
};

ClassResult accumulate(const std::vector<CellVerdicts>& cells)
{
    ClassResult result;
    for (const CellVerdicts& cell : cells) {
        result.wanted += cell.wanted;
    }
    for (std::size_t m = 0; m < kMost.size() && result.wanted > 0; ++m) {
        std::vector<const Verdict*> ordered;
        for (const CellVerdicts& cell : cells) {
            for (std::size_t i = 0; i < std::min(kMost[m], cell.verdicts.size()); ++i) {
                ordered.push_back(&cell.verdicts[i]);
            }
        }
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const Verdict* one, const Verdict* other) { return one->score > other->score; });
        for (std::size_t t = 0; t < kThresholds; ++t) {
            const Curve curve = curveOf(ordered, t, double(result.wanted));
            result.recalls[m][t] = curve.recall;
            if (m + 1 == kMost.size()) {
                result.curves[t] = curve;
            }
        }
    }
    return result;
}

/// Cells by picture, one map for each class.
std::vector<std::map<std::int64_t, Cell>> cellsOf(const std::vector<TrueBox>& truth,
                                                  const std::vector<DetectedBox>& detections, int classes)
{
    std::vector<std::map<std::int64_t, Cell>> cells(std::size_t(std::max(classes, 0)));
    for (const TrueBox& each : truth) {
        if (each.label >= 0 && each.label < classes) {
            cells[std::size_t(each.label)][each.image].truth.push_back(&each);
        }
    }
    for (const DetectedBox& each : detections) {
        if (each.label >= 0 && each.label < classes) {
            cells[std::size_t(each.label)][each.image].found.push_back(&each);
        }
    }
    for (auto& pictures : cells) {
        for (auto& picture : pictures) {
            std::vector<const DetectedBox*>& found = picture.second.found;
            std::stable_sort(found.begin(), found.end(), [](const DetectedBox* one, const DetectedBox* other) {
                return one->score > other->score;
            });
            found.resize(std::min(found.size(), kMost.back()));
        }
    }
    return cells;
}

/// Mean of what was added; -1 of nothing.
class Mean {
public:
    void add(double value)
    {
        m_sum += value;
        ++m_count;
    }
    double value() const { return m_count > 0 ? m_sum / double(m_count) : -1; }

private:
    double m_sum = 0;
    std::int64_t m_count = 0;
};

double meanPrecision(const std::vector<ClassResult>& classes, std::size_t first, std::size_t last)
{
    Mean mean;
    for (const ClassResult& each : classes) {
        for (std::size_t t = first; t < last && each.wanted > 0; ++t) {
            for (const double precision : each.curves[t].precision) {
                mean.add(precision);
            }
        }
    }
    return mean.value();
}

double meanRecall(const std::vector<ClassResult>& classes, std::size_t most)
{
    Mean mean;
    for (const ClassResult& each : classes) {
        for (std::size_t t = 0; t < kThresholds && each.wanted > 0; ++t) {
            mean.add(each.recalls[most][t]);
        }
    }
    return mean.value();
}

ClassPrecision precisionOf(const ClassResult& result)
{
    ClassPrecision precision;
    precision.ap = meanPrecision({result}, 0, kThresholds);
    precision.ap50 = meanPrecision({result}, 0, 1);
    precision.objects = result.wanted;
    precision.curve.fill(-1);
    if (result.wanted > 0) {
        precision.curve = result.curves[0].precision;
    }
    return precision;
}

} // namespace

double overlap(const Box& one, const Box& other, bool isCrowd)
{
    const double width = std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x);
    const double height = std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y);
    if (width <= 0 || height <= 0) {
        return 0;
    }
    const double common = width * height;
    return common / (isCrowd ? one.area() : one.area() + other.area() - common);
}

CocoNumbers evaluateCoco(const std::vector<TrueBox>& truth, const std::vector<DetectedBox>& detections, int classes)
{
    return evaluateCoco(truth, detections, classes, [&](std::size_t isTrue, std::size_t found) {
        return overlap(detections[found].box, truth[isTrue].box, truth[isTrue].isCrowd);
    });
}

CocoNumbers evaluateCoco(const std::vector<TrueBox>& truth, const std::vector<DetectedBox>& detections, int classes,
                         const OverlapOf& overlapOf)
{
    const auto compare = [&](const TrueBox& isTrue, const DetectedBox& found) {
        return overlapOf(std::size_t(&isTrue - truth.data()), std::size_t(&found - detections.data()));
    };
    std::array<std::vector<ClassResult>, kAreas> results;
    for (const std::map<std::int64_t, Cell>& pictures : cellsOf(truth, detections, classes)) {
        std::array<std::vector<CellVerdicts>, kAreas> verdicts;
        for (const auto& picture : pictures) {
            const std::vector<double> table = overlaps(picture.second, compare);
            for (std::size_t area = 0; area < kAreas; ++area) {
                verdicts[area].push_back(Matcher(picture.second, table, kRanges[area]).run());
            }
        }
        for (std::size_t area = 0; area < kAreas; ++area) {
            results[area].push_back(accumulate(verdicts[area]));
        }
    }
    CocoNumbers numbers;
    numbers.values = {meanPrecision(results[0], 0, kThresholds),
                      meanPrecision(results[0], 0, 1),
                      meanPrecision(results[0], 5, 6),
                      meanPrecision(results[1], 0, kThresholds),
                      meanPrecision(results[2], 0, kThresholds),
                      meanPrecision(results[3], 0, kThresholds),
                      meanRecall(results[0], 0),
                      meanRecall(results[0], 1),
                      meanRecall(results[0], 2),
                      meanRecall(results[1], 2),
                      meanRecall(results[2], 2),
                      meanRecall(results[3], 2)};
    for (const ClassResult& each : results[0]) {
        numbers.classes.push_back(precisionOf(each));
    }
    return numbers;
}

} // namespace lw::learn
