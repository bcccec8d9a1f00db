// SPDX-License-Identifier: GPL-3.0-or-later
//! Cross-validates a logistic head for each convention.
#include "engine/learn/embed/ConventionSearch.h"

#include "engine/learn/embed/LogisticHead.h"
#include "engine/learn/embed/VectorStore.h"

#include <ATen/ATen.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

template <typename Module> Module* firstOf(const torch::nn::Module& net)
{
    for (const std::shared_ptr<torch::nn::Module>& each : net.modules(false)) {
        if (auto* found = each->as<Module>()) {
            return found;
        }
    }
    return nullptr;
}

/// How far means and deviations behind the first convolution are from those that its normalisation has averaged: the
/// divergence of normal distributions, mean over the channels.
double statisticsDistance(const Backbone& net, const at::Tensor& input)
{
    auto* conv = firstOf<torch::nn::Conv2dImpl>(net);
    auto* norm = firstOf<torch::nn::BatchNorm2dImpl>(net);
    if (!conv || !norm || norm->running_mean.numel() != conv->weight.size(0)) {
        return 0;
    }
    const c10::AutoGradMode noGrad(false);
    const at::Tensor output = conv->forward(input);
    const at::Tensor variance = output.var({0, 2, 3}, false) + 1e-5;
    const at::Tensor remembered = norm->running_var + 1e-5;
    const at::Tensor shift = (output.mean({0, 2, 3}) - norm->running_mean).square() / remembered;
    const at::Tensor ratio = variance / remembered;
    return ((shift + ratio - 1 - ratio.log()) / 2).mean().item<double>();
}

/// Two standard errors of a share of `count` samples.
double chanceDifference(double share, std::size_t count)
{
    return 2 * std::sqrt(std::max(share * (1 - share), 0.01) / double(std::max<std::size_t>(count, 1)));
}

} // namespace

std::vector<ConventionScore> rankConventions(Backbone& net, const std::vector<Picture>& pictures,
                                             const std::vector<std::int64_t>& labels, std::int64_t classes, int side,
                                             const c10::Device& device)
{
    const at::Tensor wanted = at::tensor(labels, at::kLong);
    std::vector<ConventionScore> scores;
    for (const InputConvention& convention : allConventions()) {
        const at::Tensor vectors = standardised(embed(net, pictures, {side, convention, 32}, device));
        scores.push_back({convention, crossValidated(vectors, wanted, classes, 5),
                          statisticsDistance(net, networkInput(bytesOf(pictures), convention, device))});
    }
    double best = 0;
    for (const ConventionScore& each : scores) {
        best = std::max(best, each.accuracy);
    }
    const double least = best - chanceDifference(best, pictures.size());
    std::stable_sort(scores.begin(), scores.end(), [&](const ConventionScore& one, const ConventionScore& other) {
        const bool isGood = one.accuracy >= least;
        const bool isOtherGood = other.accuracy >= least;
        return isGood && isOtherGood   ? one.distance < other.distance
               : isGood == isOtherGood ? one.accuracy > other.accuracy
                                       : isGood;
    });
    return scores;
}

Picture cutOut(const Pyramid& source, double x, double y, double width, double height, int side)
{
    Picture picture(side, side);
    source.place(picture, {0, 0, side, side}, {width / side, x, height / side, y});
    return picture;
}

} // namespace lw::learn
