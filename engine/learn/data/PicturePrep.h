// SPDX-License-Identifier: GPL-3.0-or-later
//! From eight-bit pictures to a network's input, and the conventions of imported weights.
#pragma once

#include "engine/learn/data/Picture.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <string>
#include <vector>

namespace lw::learn {

/// What a network's weights were trained with. The wrong one costs ten points of accuracy.
struct InputConvention {
    bool isBgr = false;
    bool isNormalised = true; ///< mean and deviation of ImageNet; else plain 0 … 1

    bool operator==(const InputConvention& other) const
    {
        return isBgr == other.isBgr && isNormalised == other.isNormalised;
    }
};

/// "rgb", "bgr", "rgb-imagenet", "bgr-imagenet": as model files carry it.
std::string conventionName(const InputConvention& convention);
/// The convention of that name; RGB with ImageNet's normalisation for an unknown one.
InputConvention conventionOf(const std::string& name);
/// All four.
std::vector<InputConvention> allConventions();

/// Pictures of one size as bytes: (N, H, W, 3).
at::Tensor bytesOf(const std::vector<Picture>& pictures);

/// Bytes (N, H, W, 3) to floats (N, 3, H, W), channels last, on `device`.
at::Tensor networkInput(const at::Tensor& bytes, const InputConvention& convention, const c10::Device& device);

} // namespace lw::learn
