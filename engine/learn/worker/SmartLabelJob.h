// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Learns from labelled pictures and proposes labels for the rest: job.json's kind
//! "smart-label".
#pragma once

#include "engine/learn/worker/Job.h"

namespace lw::learn {

/// The job has "task", "classes" and "pictures" as a training, each picture with its "id" (a whole number) besides;
/// those without "label", "objects" or "masks" get proposals. "refused" of a picture lists classes that must not be
/// proposed. "mode" is "fast", "precise" or "model".
/// - Classification, fast and precise: "lens": {net, weights, convention, side} looks at the pictures, "store" is the
///   file that keeps what it saw.
/// - Detection and segmentation, fast and precise: a training as in TrainJob.h comes first.
/// - "model": "model" is the file of a model that predicts; classes that the job does not have are left out.
/// Options: hardShare (of the proposals that count as hard), leastConfidence, query (pictures to name that would teach
/// the most), views (whether several views of each picture are compared), and those of the training.
///
/// Leaves output/proposals.jsonl, a line for each picture: {"id", "label"|"objects"|"masks", "confidence", "hardness",
/// "isHard", "reasons": [numbers of domain::HardReason]}, and output/result.json: {"metric", "quality", "labelled",
/// "proposed", "unreadable": [{"id", "path", "text"}], "next": [ids], "thresholds"}. What was looked at and learned is
/// kept when the job is stopped or killed.
Result<JobEnd> runSmartLabelJob(JobFolder& folder);

} // namespace lw::learn
