// SPDX-License-Identifier: GPL-3.0-or-later
//! Losses of the detector.
#include "engine/learn/train/DetectorLoss.h"

namespace lw::learn {

Overlaps boxOverlaps(const at::Tensor& one, const at::Tensor& other)
{
    const auto area = [](const at::Tensor& box) {
        const at::Tensor size = (box.slice(1, 2, 4) - box.slice(1, 0, 2)).clamp_min(0);
        return size.select(1, 0) * size.select(1, 1);
    };
    const at::Tensor first = one.slice(1, 0, 2);
    const at::Tensor last = one.slice(1, 2, 4);
    const at::Tensor otherFirst = other.slice(1, 0, 2);
    const at::Tensor otherLast = other.slice(1, 2, 4);
    const at::Tensor inner = (at::min(last, otherLast) - at::max(first, otherFirst)).clamp_min(0);
    const at::Tensor outer = at::max(last, otherLast) - at::min(first, otherFirst);
    const at::Tensor common = inner.select(1, 0) * inner.select(1, 1);
    const at::Tensor together = area(one) + area(other) - common;
    const at::Tensor hull = outer.select(1, 0) * outer.select(1, 1);
    const at::Tensor iou = common / together.clamp_min(1e-6);
    return {iou, iou - (hull - together) / hull.clamp_min(1e-6)};
}

DetectorLosses detectorLoss(const DetectorOutput& output, const DetectorTargets& targets, const DetectorPoints& points,
                            const at::Tensor& classWeights)
{
    const std::int64_t classes = output.scores.size(2);
    const at::Tensor scores = output.scores.reshape({-1, classes});
    const at::Tensor places = targets.points.view({-1});
    const at::Tensor positives = (places >= 0).nonzero().view({-1});
    at::Tensor wanted = at::zeros_like(scores);
    at::Tensor weights = at::full_like(scores, 0.75); // of the many points that see nothing
    at::Tensor boxLoss = output.sides.sum() * 0;
    at::Tensor sum = at::ones({}, scores.options());
    if (positives.numel() > 0) {
        const at::Tensor objects = places.index_select(0, positives);
        const at::Tensor labels = targets.labels.index_select(0, objects);
        const at::Tensor centres = points.centres.index_select(0, positives.remainder(points.centres.size(0)));
        const at::Tensor sides = output.sides.view({-1, 4}).index_select(0, positives);
        const at::Tensor boxes = at::cat({centres - sides.slice(1, 0, 2), centres + sides.slice(1, 2, 4)}, 1);
        const Overlaps overlaps = boxOverlaps(boxes, targets.boxes.index_select(0, objects));
        const at::Tensor quality = overlaps.iou.detach();
        const at::Tensor importance = classWeights.index_select(0, labels);
        wanted.index_put_({positives, labels}, quality);
        weights.index_put_({positives, labels}, importance);
        sum = quality.sum().clamp_min(1);
        boxLoss = (importance * quality.clamp_min(0.01) * (1 - overlaps.giou)).sum() / sum * 2;
    }
    const at::Tensor crossEntropy = scores.clamp_min(0) - scores * wanted + at::log1p((-scores.abs()).exp());
    const at::Tensor distance = wanted - scores.sigmoid();
    return {(crossEntropy * distance.square() * weights).sum() / sum, boxLoss};
}

} // namespace lw::learn
