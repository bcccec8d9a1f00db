// SPDX-License-Identifier: GPL-3.0-or-later
//! AdamW with groups. libtorch has one, too, but its state cannot be written to a file in a way that all its versions
//! read.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace lw::learn {

/// Parameters that learn with a share of the learning rate and with a weight decay of their own.
struct ParameterGroup {
    std::vector<at::Tensor> parameters;
    double rateFactor = 1;
    double weightDecay = 0;
};

/// Loshchilov & Hutter 2019. Parameters without gradient stay as they are.
class AdamW {
public:
    explicit AdamW(std::vector<ParameterGroup> groups, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8);

    /// One step with the learning rate `rate`.
    void step(double rate);
    /// Forgets the gradients.
    void clearGradients();
    /// All parameters, in the groups' order.
    std::vector<at::Tensor> parameters() const;

    /// Moments in the order of parameters(): first all means, then all squares. To be stored and put back.
    std::vector<at::Tensor> moments() const;
    std::int64_t steps() const { return m_steps; }
    /// `moments` must be those of the same parameters.
    void restore(const std::vector<at::Tensor>& moments, std::int64_t steps);

private:
    struct Group {
        ParameterGroup own;
        std::vector<at::Tensor> means;
        std::vector<at::Tensor> squares;
    };

    void stepGroup(Group& group, double rate);

    std::vector<Group> m_groups;
    double m_beta1;
    double m_beta2;
    double m_epsilon;
    std::int64_t m_steps = 0;
};

} // namespace lw::learn
