// SPDX-License-Identifier: GPL-3.0-or-later
//! Counts, and the shares that follow from them.
#include "engine/learn/evaluate/ConfusionMatrix.h"

#include <algorithm>
#include <map>

namespace lw::learn {

namespace {

double share(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

struct Picture {
    std::vector<const TrueBox*> truth;
    std::vector<const DetectedBox*> found;
};

/// The free true box that overlaps `found` most, one of the same class before all others; null when none does enough.
const TrueBox* bestFor(const DetectedBox& found, const std::vector<const TrueBox*>& free, double leastOverlap)
{
    const TrueBox* best = nullptr;
    double most = 0;
    for (const TrueBox* truth : free) {
        const double value = overlap(found.box, truth->box, truth->isCrowd);
        // An overlap is at most 1: the same class wins over any other.
        const double rank = value + (truth->label == found.label ? 1 : 0);
        if (value >= leastOverlap && rank > most) {
            best = truth;
            most = rank;
        }
    }
    return best;
}

void count(Picture& picture, double leastOverlap, ConfusionMatrix& matrix)
{
    std::stable_sort(picture.found.begin(), picture.found.end(),
                     [](const DetectedBox* one, const DetectedBox* other) { return one->score > other->score; });
    for (const DetectedBox* found : picture.found) {
        const TrueBox* truth = bestFor(*found, picture.truth, leastOverlap);
        if (!truth) {
            matrix.add(matrix.background(), found->label);
        } else if (!truth->isCrowd) {
            matrix.add(truth->label, found->label);
            picture.truth.erase(std::find(picture.truth.begin(), picture.truth.end(), truth));
        }
    }
    for (const TrueBox* truth : picture.truth) {
        if (!truth->isCrowd) {
            matrix.add(truth->label, matrix.background());
        }
    }
}

} // namespace

ConfusionMatrix::ConfusionMatrix(int classes, bool hasBackground)
    : m_classes(std::max(classes, 0)), m_size(m_classes + (hasBackground ? 1 : 0)),
      m_counts(std::size_t(m_size) * std::size_t(m_size), 0)
{
}

void ConfusionMatrix::add(int isTrue, int isSaid, std::int64_t count)
{
    if (isTrue >= 0 && isTrue < m_size && isSaid >= 0 && isSaid < m_size) {
        m_counts[std::size_t(isTrue) * std::size_t(m_size) + std::size_t(isSaid)] += count;
    }
}

std::int64_t ConfusionMatrix::at(int isTrue, int isSaid) const
{
    return m_counts[std::size_t(isTrue) * std::size_t(m_size) + std::size_t(isSaid)];
}

std::vector<ClassRow> ConfusionMatrix::rows() const
{
    std::vector<ClassRow> rows(std::size_t(m_classes), ClassRow{});
    for (int i = 0; i < m_classes; ++i) {
        ClassRow& row = rows[std::size_t(i)];
        for (int j = 0; j < m_size; ++j) {
            row.isTrue += at(i, j);
            row.isSaid += at(j, i);
        }
        row.isRight = at(i, i);
        row.precision = share(row.isRight, row.isSaid);
        row.recall = share(row.isRight, row.isTrue);
        row.f1 = share(2 * row.isRight, row.isTrue + row.isSaid);
    }
    return rows;
}

double ConfusionMatrix::accuracy() const
{
    std::int64_t right = 0;
    std::int64_t all = 0;
    for (int i = 0; i < m_size; ++i) {
        right += at(i, i);
        for (int j = 0; j < m_size; ++j) {
            all += at(i, j);
        }
    }
    return share(right, all);
}

double ConfusionMatrix::macroF1() const
{
    double sum = 0;
    std::int64_t count = 0;
    for (const ClassRow& row : rows()) {
        if (row.isTrue + row.isSaid > 0) {
            sum += row.f1;
            ++count;
        }
    }
    return count > 0 ? sum / double(count) : 0;
}

ConfusionMatrix detectionMatrix(const std::vector<TrueBox>& truth, const std::vector<DetectedBox>& detections,
                                int classes, double leastScore, double leastOverlap)
{
    std::map<std::int64_t, Picture> pictures;
    for (const TrueBox& each : truth) {
        pictures[each.image].truth.push_back(&each);
    }
    for (const DetectedBox& each : detections) {
        if (each.score >= leastScore) {
            pictures[each.image].found.push_back(&each);
        }
    }
    ConfusionMatrix matrix(classes, true);
    for (auto& picture : pictures) {
        count(picture.second, leastOverlap, matrix);
    }
    return matrix;
}

} // namespace lw::learn
