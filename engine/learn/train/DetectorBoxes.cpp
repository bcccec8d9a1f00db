// SPDX-License-Identifier: GPL-3.0-or-later
//! Decoding and suppression; the few boxes left over are worked on outside libtorch.
#include "engine/learn/train/DetectorBoxes.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace lw::learn {

namespace {

constexpr std::int64_t kMostCandidates = 1000;

std::vector<DetectedBox> candidates(const at::Tensor& scores, const at::Tensor& sides, const at::Tensor& centres,
                                    double leastScore)
{
    at::Tensor found = (scores > leastScore).nonzero();
    at::Tensor values = scores.index({found.select(1, 0), found.select(1, 1)});
    if (values.size(0) > kMostCandidates) {
        const at::Tensor best = std::get<1>(values.topk(kMostCandidates));
        found = found.index_select(0, best);
        values = values.index_select(0, best);
    }
    const at::Tensor points = found.select(1, 0);
    const at::Tensor middle = centres.index_select(0, points);
    const at::Tensor side = sides.index_select(0, points);
    const at::Tensor first = (middle - side.slice(1, 0, 2)).cpu();
    const at::Tensor size = (side.slice(1, 0, 2) + side.slice(1, 2, 4)).cpu();
    const at::Tensor labels = found.select(1, 1).cpu();
    values = values.cpu();
    const auto x = first.accessor<float, 2>();
    const auto s = size.accessor<float, 2>();
    const auto l = labels.accessor<std::int64_t, 1>();
    const auto v = values.accessor<float, 1>();
    std::vector<DetectedBox> boxes;
    for (std::int64_t i = 0; i < v.size(0); ++i) {
        boxes.push_back({0, int(l[i]), {x[i][0], x[i][1], s[i][0], s[i][1]}, v[i]});
    }
    return boxes;
}

/// The mean of the boxes of `best`'s class that overlap it by half, by their scores.
Box meanBox(const std::vector<DetectedBox>& boxes, const DetectedBox& best)
{
    constexpr double kSameObject = 0.5;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double sum = 0;
    for (const DetectedBox& each : boxes) {
        if (each.label == best.label && overlap(each.box, best.box) >= kSameObject) {
            left += each.score * each.box.x;
            top += each.score * each.box.y;
            right += each.score * (each.box.x + each.box.width);
            bottom += each.score * (each.box.y + each.box.height);
            sum += each.score;
        }
    }
    return sum > 0 ? Box{left / sum, top / sum, (right - left) / sum, (bottom - top) / sum} : best.box;
}

/// Cuts what reaches out of the picture.
void clip(DetectedBox& found, double width, double height)
{
    Box& box = found.box;
    const double right = std::min(box.x + box.width, width);
    const double bottom = std::min(box.y + box.height, height);
    box.x = std::max(box.x, 0.0);
    box.y = std::max(box.y, 0.0);
    box.width = std::max(right - box.x, 0.0);
    box.height = std::max(bottom - box.y, 0.0);
}

} // namespace

std::vector<DetectedBox> suppressed(std::vector<DetectedBox> boxes, const DetectionLimits& limits)
{
    std::stable_sort(boxes.begin(), boxes.end(),
                     [](const DetectedBox& one, const DetectedBox& other) { return one.score > other.score; });
    std::vector<DetectedBox> kept;
    for (const DetectedBox& box : boxes) {
        const bool isDouble = std::any_of(kept.begin(), kept.end(), [&](const DetectedBox& better) {
            return better.label == box.label && overlap(better.box, box.box) > limits.mostOverlap;
        });
        if (!isDouble) {
            kept.push_back(box);
        }
        if (kept.size() >= limits.mostBoxes) {
            break;
        }
    }
    return kept;
}

std::vector<DetectedBox> averaged(std::vector<DetectedBox> boxes, const DetectionLimits& limits)
{
    std::vector<DetectedBox> kept = suppressed(boxes, limits);
    for (DetectedBox& each : kept) {
        each.box = meanBox(boxes, each);
    }
    return kept;
}

std::vector<std::vector<DetectedBox>> boxesOf(const DetectorOutput& output, std::int64_t width, std::int64_t height,
                                              const DetectionLimits& limits)
{
    const DetectorPoints points = detectorPoints(width, height, output.sides.options());
    const at::Tensor scores = output.scores.sigmoid();
    std::vector<std::vector<DetectedBox>> pictures;
    for (std::int64_t i = 0; i < scores.size(0); ++i) {
        std::vector<DetectedBox> boxes = candidates(scores[i], output.sides[i], points.centres, limits.leastScore);
        for (DetectedBox& box : boxes) {
            clip(box, double(width), double(height));
            box.image = i;
        }
        pictures.push_back(averaged(std::move(boxes), limits));
    }
    return pictures;
}

} // namespace lw::learn
