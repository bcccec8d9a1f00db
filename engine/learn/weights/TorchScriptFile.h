// SPDX-License-Identifier: GPL-3.0-or-later
//! TorchScript files: networks that bring their own program, which libtorch interprets.
#pragma once

#include "engine/learn/weights/WeightFile.h"

#include <memory>
#include <string>
#include <vector>

namespace lw::learn {

/// A network from a TorchScript file. Not for several threads at a time.
class ScriptNet {
public:
    /// Loads the file onto the CPU and puts it into evaluation. Worker process only: the file is a program.
    static Result<ScriptNet> open(const std::string& path);

    ScriptNet(ScriptNet&&) noexcept;
    ScriptNet& operator=(ScriptNet&&) noexcept;
    ~ScriptNet();

    /// Runs the network's forward(). What it returns is flattened: a tensor, or the tensors of a list or tuple.
    Result<std::vector<at::Tensor>> forward(const std::vector<at::Tensor>& inputs);

    /// Parameters and buffers with their names.
    std::vector<NamedTensor> tensors() const;

private:
    struct Private;
    explicit ScriptNet(std::unique_ptr<Private> own);

    std::unique_ptr<Private> m_own;
};

/// Parameters and buffers of the file at `path`.
Result<std::vector<NamedTensor>> readTorchScriptTensors(const std::string& path);

} // namespace lw::learn
