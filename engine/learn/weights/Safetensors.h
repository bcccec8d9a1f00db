// SPDX-License-Identifier: GPL-3.0-or-later
//! safetensors: the format in which models and checkpoints are kept here, because nothing in it can run.
#pragma once

#include "engine/learn/weights/WeightFile.h"

#include <string_view>

namespace lw::learn {

/// Whether `bytes` start as a safetensors file does.
bool isSafetensors(std::string_view bytes);

/// Reads tensors and metadata from the whole content of a file.
Result<WeightFile> readSafetensors(std::string_view bytes);

/// Writes a file atomically. Names must be unique; tensors may lie on any device.
Result<> writeSafetensors(const std::string& path, const std::vector<NamedTensor>& tensors,
                          const std::map<std::string, std::string>& metadata);

} // namespace lw::learn
