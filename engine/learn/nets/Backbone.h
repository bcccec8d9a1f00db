// SPDX-License-Identifier: GPL-3.0-or-later
//! What every picture network offers: features at several strides, and class scores.
#pragma once

#include <torch/nn/module.h>

#include <cstdint>
#include <string>
#include <vector>

namespace lw::learn {

/// A picture network. Input: (N, 3, H, W) floats, channels last; normalisation is the caller's.
/// Parameters have torchvision's names where torchvision has the network.
class Backbone : public torch::nn::Module {
public:
    /// Features at growing strides: 8, 16, 32 for the usual nets, 1, 2, 4 for those of 32-pixel pictures.
    virtual std::vector<at::Tensor> stages(at::Tensor x) = 0;
    virtual std::vector<std::int64_t> stageChannels() const = 0;

    /// Features at the strides 2, 4, 8, 16 and 32, the last three as stages() has them. Nothing where a network has no
    /// such strides.
    virtual std::vector<at::Tensor> allStages(at::Tensor) { return {}; }
    virtual std::vector<std::int64_t> allStageChannels() const { return {}; }

    /// What the last layer sees: (N, C).
    virtual at::Tensor embedding(at::Tensor x) = 0;

    /// Class scores before softmax: (N, classes).
    virtual at::Tensor scores(at::Tensor x) = 0;

    /// Start of the names of the last layer's parameters, whose shape depends on the number of classes.
    virtual std::string headName() const = 0;
};

} // namespace lw::learn
