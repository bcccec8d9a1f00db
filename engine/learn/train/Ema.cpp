// SPDX-License-Identifier: GPL-3.0-or-later
//! Running averages on lists of tensors.
#include "engine/learn/train/Ema.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace lw::learn {

NetState stateOf(const torch::nn::Module& net)
{
    NetState state;
    for (const auto& each : net.named_parameters()) {
        state.names.push_back(each.key());
        state.tensors.push_back(each.value().detach());
    }
    for (const auto& each : net.named_buffers()) {
        state.names.push_back(each.key());
        state.tensors.push_back(each.value().detach());
    }
    return state;
}

Ema::Ema(const torch::nn::Module& net, double most) : m_state(stateOf(net).tensors), m_most(most)
{
    for (const at::Tensor& each : m_state) {
        m_averages.push_back(each.clone());
    }
}

void Ema::update()
{
    const torch::NoGradGuard noGrad;
    ++m_steps;
    const double decay = std::min(m_most, (1.0 + double(m_steps)) / (10.0 + double(m_steps)));
    std::vector<at::Tensor> averages;
    std::vector<at::Tensor> values;
    for (std::size_t i = 0; i < m_state.size(); ++i) {
        if (m_state[i].is_floating_point()) {
            averages.push_back(m_averages[i]);
            values.push_back(m_state[i]);
        } else {
            m_averages[i].copy_(m_state[i]); // counters
        }
    }
    at::_foreach_mul_(averages, decay);
    at::_foreach_add_(averages, values, 1 - decay);
}

void Ema::swap()
{
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < m_state.size(); ++i) {
        const at::Tensor kept = m_state[i].clone();
        m_state[i].copy_(m_averages[i]);
        m_averages[i].copy_(kept);
    }
}

void Ema::restore(const std::vector<at::Tensor>& averages, std::int64_t steps)
{
    for (std::size_t i = 0; i < m_averages.size() && i < averages.size(); ++i) {
        m_averages[i].copy_(averages[i]);
    }
    m_steps = steps;
}

} // namespace lw::learn
