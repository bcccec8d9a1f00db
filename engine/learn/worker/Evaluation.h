// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Compares what a model said with the labels, as one JSON object.
#pragma once

#include "engine/learn/worker/JobDataset.h"
#include "engine/learn/worker/Json.h"

#include <map>

namespace lw::learn {

/// What the model said, by picture: Predictor::predict().
using Predictions = std::map<std::size_t, Json>;

/// Whether any picture of the job has labels to compare with.
bool hasLabels(const JobDataset& data);

/// - "matrix": counts, a line for each class, accuracy, macroF1; for boxes the last row and column are "nothing".
/// - "cells" (classes, boxes): [true, said, [ids]] for each cell of the matrix that is not empty; all pictures behind it,
///   as far as the job gives them ids.
/// - "curves" (classes): precision and recall over the threshold. "coco" (boxes): the twelve numbers, a line for each
///   class.
/// - "samples": the worst first, {"id", "path", "score", "reasons"}: reasons are "wrong", "unsure", "missed", "extra",
///   "misplaced", of masks "rough"; a score of 1 is perfect. Of masks also "cells": [true, said] of the matrix for what
///   is mixed up on much of the picture or of a class.
/// - "sensitivity": for each feature of the data, how well pictures do whose feature lies in a range. The pictures are
///   decoded once more for it.
/// - "iou" (masks): {"mean", "classes", "accuracy"}: common pixels by all pixels of each class, -1 for one that does not
///   occur; "matrix" counts pixels, "coco" compares pieces as masks. Pictures are compared at 1024 pixels at most.
/// - "summary": the numbers that comparisons of versions show.
Json evaluate(const Json& job, const JobDataset& data, const Predictions& predictions);

} // namespace lw::learn
