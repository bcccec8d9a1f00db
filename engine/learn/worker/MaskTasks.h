// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Trainings and answers of networks that make masks.
#pragma once

#include "engine/learn/train/ContourTask.h"
#include "engine/learn/train/SegmenterTask.h"
#include "engine/learn/worker/JobDataset.h"
#include "engine/learn/worker/Json.h"
#include "engine/learn/worker/ModelFile.h"
#include "engine/learn/worker/SampleVerdict.h"

#include <map>
#include <memory>
#include <vector>

namespace lw::learn {

/// What any training of a job is made from.
struct TaskContext {
    const JobDataset& data;
    const Model& model;
    bool isPretrained = false;
    std::uint64_t seed = 1;
    int threads = 1; ///< that prepare batches
    c10::Device device;
};

std::unique_ptr<TrainTask> segmenterTask(const TaskContext& context, Fields& options);
std::unique_ptr<TrainTask> contourTask(const TaskContext& context, Fields& options);

ContourSettings contourSettings(const Model& model);
SegmenterSettings segmenterSettings(const Model& model);

/// A picture's masks: {"masks": [{"label", "score", "mask": {runs}, "polygon": [rings]}]}.
Json masksOf(const Model& model, const Pyramid& picture, const c10::Device& device, double leastScore);

/// How answers of masksOf() compare with a job's masks: what Evaluation.h says of "iou", "matrix", "coco" and
/// "summary", and each picture's result.
struct MaskEvaluation {
    Json numbers;
    std::vector<Verdict> verdicts;
};
MaskEvaluation compareMasks(const JobDataset& data, const std::map<std::size_t, Json>& predictions);

} // namespace lw::learn
