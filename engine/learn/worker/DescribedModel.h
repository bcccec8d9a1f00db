// SPDX-License-Identifier: GPL-3.0-or-later
//! Models of the library: a description beside a weight file of any kind.
#pragma once

#include "engine/learn/data/PictureCache.h"
#include "engine/learn/train/ClassifierTask.h"
#include "engine/learn/worker/ModelFile.h"

namespace lw::learn {

/// Whether `path` names a description.
bool isDescription(const std::string& path);

/// Opens the model that model.json describes: {"file": "model.pth", "net": "cifar_resnet20" or "torchscript",
/// "classes": [], "width": 32, "height": 32, "convention": "rgb-imagenet", "task": "classification"}. A model of this
/// program tells all that itself. Mismatch when the weights do not fit network and classes; as readWeights().
Result<Model> openDescribed(const std::string& path);

/// Scores of pictures like classify(), by a network's own program. Outputs that are no probabilities become some.
at::Tensor classifyByScript(ScriptNet& net, PictureCache& pictures, const std::vector<std::size_t>& indices,
                            const ClassifierSettings& settings);

/// How many numbers the network gives for a picture of `side` pixels. Mismatch when it takes no picture or gives
/// anything else than a row of numbers.
Result<std::int64_t> countOutputs(ScriptNet& net, int side);

} // namespace lw::learn
