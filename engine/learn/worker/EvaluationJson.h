// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Numbers of evaluations as result.json has them.
#pragma once

#include "engine/learn/evaluate/CocoEvaluator.h"
#include "engine/learn/evaluate/ConfusionMatrix.h"
#include "engine/learn/worker/Json.h"

namespace lw::learn {

/// {"counts": [[…]], "classes": [{"true", "said", "right", "precision", "recall", "f1"}], "accuracy", "macroF1"}
Json matrixJson(const ConfusionMatrix& matrix);

/// {"numbers": the twelve of COCO, "classes": [{"ap", "ap50", "objects", "curve"}]}
Json cocoJson(const CocoNumbers& numbers);

} // namespace lw::learn
