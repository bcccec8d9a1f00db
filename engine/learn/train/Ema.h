// SPDX-License-Identifier: GPL-3.0-or-later
//! A running average of a network's numbers, which is better than the network itself.
#pragma once

#include <torch/nn/module.h>

#include <vector>

namespace lw::learn {

/// Averages parameters and buffers. The decay grows with the steps, min(most, (1 + t) / (10 + t)), so that the fresh
/// numbers of the start do not linger.
class Ema {
public:
    Ema(const torch::nn::Module& net, double most);

    /// Takes the network's numbers of now in.
    void update();
    /// Exchanges the network's numbers with the averages; done twice, all is as before.
    void swap();

    /// The averages, in the order of stateOf(net): to be stored, copied out or put back.
    const std::vector<at::Tensor>& averages() const { return m_averages; }
    std::int64_t steps() const { return m_steps; }
    void restore(const std::vector<at::Tensor>& averages, std::int64_t steps);

private:
    std::vector<at::Tensor> m_state;
    std::vector<at::Tensor> m_averages;
    double m_most;
    std::int64_t m_steps = 0;
};

/// A network's parameters and buffers, detached, in a fixed order, with their names.
struct NetState {
    std::vector<std::string> names;
    std::vector<at::Tensor> tensors;
};
NetState stateOf(const torch::nn::Module& net);

} // namespace lw::learn
