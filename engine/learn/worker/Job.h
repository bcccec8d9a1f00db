// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs the job of a job folder.
#pragma once

#include "engine/learn/base/Result.h"
#include "engine/learn/worker/JobFolder.h"

#include <string>

namespace lw::learn {

/// How a job ended.
enum class JobEnd { Done, Stopped };

/// Trains a classifier or a detector ("train"), runs a model over pictures
/// ("predict") or compares what it says with their labels, too ("evaluate"): job.json's "kind". A job
/// that was stopped or killed goes on from its checkpoint when it is run again.
///
///     {"format": 1, "kind": "train", "task": "detection", "net": "shufflenet_v2_series_x0_5", "weights":
///     "backbone.pth",
///      "classes": ["RBC", "WBC"], "pictures": [{"path": "a.jpg", "part": "train",
///      "objects": [{"x": 1, "y": 2, "width": 30, "height": 40, "label": 0}]}], "options": {"seconds": 120}}
///
/// Classification has "label" in place of "objects". Leaves output/model.safetensors and output/result.json; predicting
/// leaves output/predictions.jsonl and, where pictures have labels, the evaluation in output/result.json.
Result<JobEnd> runJob(JobFolder& folder);

/// Opens the folder, runs its job, writes how it ended into status.json. Returns the program's exit code: 0 done, 3
/// stopped, 1 failed, 2 the folder is no job or is taken.
int runJobFolder(const std::string& path);

} // namespace lw::learn
