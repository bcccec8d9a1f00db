// SPDX-License-Identifier: GPL-3.0-or-later
//! Weight files of any kind that people have: .pth (zip and legacy), safetensors, TorchScript.
#pragma once

#include "engine/learn/base/Result.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <string>
#include <vector>

namespace lw::learn {

struct NamedTensor {
    std::string name;
    at::Tensor tensor;
};

enum class WeightFormat { Safetensors, PickleZip, PickleLegacy, TorchScript };

/// What a weight file holds. The tensors lie in memory of their own, on the CPU.
struct WeightFile {
    WeightFormat format = WeightFormat::Safetensors;
    std::vector<NamedTensor> tensors;            ///< in the file's order, names are unique
    std::map<std::string, std::string> metadata; ///< safetensors only

    /// The tensor called `name`, or null.
    const at::Tensor* find(const std::string& name) const;
};

/// Reads the tensors of the file at `path`, whose kind is told by its content.
///
/// Files are taken for hostile: no code of theirs runs, except that of TorchScript, which libtorch interprets; call it
/// in the worker process only. A pickle that names anything but tensors and plain containers is refused.
/// @return Malformed (truncated, wrong sizes), Unsupported (kind, or a refused global, which the text names), …
Result<WeightFile> readWeights(const std::string& path);

/// Refuses weights with numbers that are not finite; the text names the first such tensor.
Result<> checkFinite(const std::vector<NamedTensor>& tensors);

} // namespace lw::learn
