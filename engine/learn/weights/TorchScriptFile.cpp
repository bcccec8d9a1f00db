// SPDX-License-Identifier: GPL-3.0-or-later
//! The one file that reads libtorch's script headers.
#include "engine/learn/weights/TorchScriptFile.h"

#include "engine/learn/base/Guard.h"

#include <torch/script.h>

namespace lw::learn {

namespace {

void flatten(const c10::IValue& value, std::vector<at::Tensor>& tensors)
{
    if (value.isTensor()) {
        tensors.push_back(value.toTensor());
    } else if (value.isTensorList()) {
        for (const at::Tensor& each : value.toTensorVector()) {
            tensors.push_back(each);
        }
    } else if (value.isTuple()) {
        for (const c10::IValue& each : value.toTupleRef().elements()) {
            flatten(each, tensors);
        }
    }
}

} // namespace

struct ScriptNet::Private {
    torch::jit::Module module;
};

ScriptNet::ScriptNet(std::unique_ptr<Private> own) : m_own(std::move(own)) {}
ScriptNet::ScriptNet(ScriptNet&&) noexcept = default;
ScriptNet& ScriptNet::operator=(ScriptNet&&) noexcept = default;
ScriptNet::~ScriptNet() = default;

Result<ScriptNet> ScriptNet::open(const std::string& path)
{
    return guarded([&]() -> Result<ScriptNet> {
        auto own = std::make_unique<Private>();
        own->module = torch::jit::load(path, torch::kCPU);
        own->module.eval();
        return ScriptNet(std::move(own));
    });
}

Result<std::vector<at::Tensor>> ScriptNet::forward(const std::vector<at::Tensor>& inputs)
{
    return guarded([&]() -> Result<std::vector<at::Tensor>> {
        const c10::InferenceMode inference;
        std::vector<c10::IValue> values(inputs.begin(), inputs.end());
        std::vector<at::Tensor> outputs;
        flatten(m_own->module.forward(std::move(values)), outputs);
        if (outputs.empty()) {
            return failure(ErrorCode::Mismatch, "The network returns no tensor.");
        }
        return outputs;
    });
}

std::vector<NamedTensor> ScriptNet::tensors() const
{
    std::vector<NamedTensor> list;
    for (const auto& each : m_own->module.named_parameters(true)) {
        list.push_back({each.name, each.value.detach()});
    }
    for (const auto& each : m_own->module.named_buffers(true)) {
        list.push_back({each.name, each.value.detach()});
    }
    return list;
}

Result<std::vector<NamedTensor>> readTorchScriptTensors(const std::string& path)
{
    const Result<ScriptNet> net = ScriptNet::open(path);
    if (!net) {
        return net.error();
    }
    return net->tensors();
}

} // namespace lw::learn
