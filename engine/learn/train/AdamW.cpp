// SPDX-License-Identifier: GPL-3.0-or-later
//! AdamW on lists of tensors: one call for many parameters, which matters on a graphics processor.
#include "engine/learn/train/AdamW.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace lw::learn {

AdamW::AdamW(std::vector<ParameterGroup> groups, double beta1, double beta2, double epsilon)
    : m_beta1(beta1), m_beta2(beta2), m_epsilon(epsilon)
{
    for (ParameterGroup& each : groups) {
        Group group;
        group.own = std::move(each);
        for (const at::Tensor& parameter : group.own.parameters) {
            group.means.push_back(at::zeros_like(parameter).detach());
            group.squares.push_back(at::zeros_like(parameter).detach());
        }
        m_groups.push_back(std::move(group));
    }
}

void AdamW::step(double rate)
{
    const c10::AutoGradMode noGrad(false);
    ++m_steps;
    for (Group& group : m_groups) {
        stepGroup(group, rate * group.own.rateFactor);
    }
}

void AdamW::stepGroup(Group& group, double rate)
{
    std::vector<at::Tensor> parameters;
    std::vector<at::Tensor> gradients;
    std::vector<at::Tensor> means;
    std::vector<at::Tensor> squares;
    for (std::size_t i = 0; i < group.own.parameters.size(); ++i) {
        if (group.own.parameters[i].grad().defined()) {
            parameters.push_back(group.own.parameters[i].detach());
            gradients.push_back(group.own.parameters[i].grad());
            means.push_back(group.means[i]);
            squares.push_back(group.squares[i]);
        }
    }
    if (parameters.empty()) {
        return;
    }
    at::_foreach_mul_(means, m_beta1);
    at::_foreach_add_(means, gradients, 1 - m_beta1);
    at::_foreach_mul_(squares, m_beta2);
    at::_foreach_addcmul_(squares, gradients, gradients, 1 - m_beta2);
    std::vector<at::Tensor> roots = at::_foreach_sqrt(squares);
    at::_foreach_div_(roots, std::sqrt(1 - std::pow(m_beta2, double(m_steps))));
    at::_foreach_add_(roots, m_epsilon);
    at::_foreach_mul_(parameters, 1 - rate * group.own.weightDecay);
    at::_foreach_addcdiv_(parameters, means, roots, -rate / (1 - std::pow(m_beta1, double(m_steps))));
}

void AdamW::clearGradients()
{
    for (Group& group : m_groups) {
        for (at::Tensor& each : group.own.parameters) {
            each.mutable_grad().reset();
        }
    }
}

std::vector<at::Tensor> AdamW::parameters() const
{
    std::vector<at::Tensor> list;
    for (const Group& group : m_groups) {
        list.insert(list.end(), group.own.parameters.begin(), group.own.parameters.end());
    }
    return list;
}

std::vector<at::Tensor> AdamW::moments() const
{
    std::vector<at::Tensor> list;
    for (const Group& group : m_groups) {
        list.insert(list.end(), group.means.begin(), group.means.end());
    }
    for (const Group& group : m_groups) {
        list.insert(list.end(), group.squares.begin(), group.squares.end());
    }
    return list;
}

void AdamW::restore(const std::vector<at::Tensor>& moments, std::int64_t steps)
{
    const std::vector<at::Tensor> own = this->moments();
    for (std::size_t i = 0; i < own.size() && i < moments.size(); ++i) {
        own[i].copy_(moments[i]);
    }
    m_steps = steps;
}

} // namespace lw::learn
