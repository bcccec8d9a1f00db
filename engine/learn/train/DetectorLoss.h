// SPDX-License-Identifier: GPL-3.0-or-later
//! What the detector's training makes small: quality focal loss for the classes, GIoU for the boxes.
#pragma once

#include "engine/learn/nets/Detector.h"

namespace lw::learn {

/// The objects of a batch, on the network's device.
struct DetectorTargets {
    at::Tensor points; ///< (N, points) whole numbers: row of `boxes`, or -1
    at::Tensor boxes;  ///< (objects, 4): left, top, right, bottom in pixels of the input
    at::Tensor labels; ///< (objects) whole numbers
};

struct DetectorLosses {
    at::Tensor classes;
    at::Tensor boxes;
};

/// `classWeights` (classes) makes rare classes count; `points` are those of the input's size.
DetectorLosses detectorLoss(const DetectorOutput& output, const DetectorTargets& targets, const DetectorPoints& points,
                            const at::Tensor& classWeights);

/// Overlap (IoU) and generalised overlap (GIoU) of boxes, row by row: (n, 4) as left, top, right, bottom.
struct Overlaps {
    at::Tensor iou;
    at::Tensor giou;
};
Overlaps boxOverlaps(const at::Tensor& one, const at::Tensor& other);

} // namespace lw::learn
