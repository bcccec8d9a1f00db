// SPDX-License-Identifier: GPL-3.0-or-later
//! The gradient is written out: no graph is needed for one matrix.
#include "engine/learn/embed/LogisticHead.h"

#include <torch/optim/lbfgs.h>

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

/// Fold of each row: within each class they take turns.
std::vector<int> foldsOf(const at::Tensor& labels, std::int64_t classes, int folds)
{
    const at::Tensor plain = labels.cpu().contiguous();
    const auto* values = plain.data_ptr<std::int64_t>();
    std::vector<int> next(std::size_t(classes), 0);
    std::vector<int> result;
    int shift = 0; // so that classes of one row do not all fall into the first fold
    for (std::int64_t i = 0; i < plain.numel(); ++i) {
        int& turn = next[std::size_t(values[i])];
        if (turn == 0) {
            turn = 1 + shift++ % folds;
        }
        result.push_back((turn++) % folds);
    }
    return result;
}

at::Tensor rowsOf(const std::vector<int>& folds, int fold, bool isInside)
{
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < folds.size(); ++i) {
        if ((folds[i] == fold) == isInside) {
            rows.push_back(std::int64_t(i));
        }
    }
    return at::tensor(rows, at::kLong);
}

} // namespace

at::Tensor LogisticHead::probabilities(const at::Tensor& vectors) const
{
    return at::addmm(bias, vectors, weight.t()).softmax(1);
}

LogisticHead fitLogistic(const at::Tensor& vectors, const at::Tensor& labels, std::int64_t classes,
                         const LogisticSettings& settings, const at::Tensor& rowWeights)
{
    const torch::NoGradGuard noGrad;
    const std::int64_t rows = vectors.size(0);
    const std::int64_t size = vectors.size(1);
    const double strength = settings.strength > 0 ? settings.strength : 0.3 / std::sqrt(double(size));
    const at::Tensor wanted = at::one_hot(labels, classes).to(at::kFloat);
    const at::Tensor importance = rowWeights.defined() ? rowWeights.view({-1, 1}) : at::ones({rows, 1});
    // All numbers in one vector: L-BFGS has one history then. The scale of the loss leaves the minimum where it is.
    at::Tensor parameters = at::zeros({classes * (size + 1)});
    parameters.mutable_grad() = at::zeros_like(parameters);
    const at::Tensor weight = parameters.narrow(0, 0, classes * size).view({classes, size});
    const at::Tensor bias = parameters.narrow(0, classes * size, classes);
    const double scale = 1.0 / std::max(strength * double(rows), 1e-12);
    const auto evaluate = [&]() -> at::Tensor {
        const torch::NoGradGuard stillNoGrad;
        const at::Tensor logs = at::addmm(bias, vectors, weight.t()).log_softmax(1);
        const at::Tensor difference = (logs.exp() - wanted) * importance * (strength * scale);
        const at::Tensor gradient = parameters.mutable_grad();
        gradient.narrow(0, 0, classes * size).view({classes, size}).copy_(difference.t().mm(vectors) + weight * scale);
        gradient.narrow(0, classes * size, classes).copy_(difference.sum(0));
        return ((logs * wanted * importance).sum() * -strength + weight.square().sum() / 2) * scale;
    };
    torch::optim::LBFGS optimiser({parameters}, torch::optim::LBFGSOptions(1)
                                                    .max_iter(settings.iterations)
                                                    .history_size(10)
                                                    .tolerance_grad(1e-5)
                                                    .tolerance_change(1e-8)
                                                    .line_search_fn("strong_wolfe"));
    optimiser.step(evaluate);
    return {weight.clone(), bias.clone()};
}

at::Tensor heldOutProbabilities(const at::Tensor& vectors, const at::Tensor& labels, std::int64_t classes, int folds,
                                const LogisticSettings& settings)
{
    const at::Tensor probabilities = at::zeros({vectors.size(0), classes});
    const std::vector<int> foldOfRow = foldsOf(labels, classes, folds);
    for (int fold = 0; fold < folds; ++fold) {
        const at::Tensor inside = rowsOf(foldOfRow, fold, true);
        const at::Tensor outside = rowsOf(foldOfRow, fold, false);
        if (inside.numel() == 0 || outside.numel() == 0) {
            continue;
        }
        const LogisticHead head =
            fitLogistic(vectors.index_select(0, outside), labels.index_select(0, outside), classes, settings);
        probabilities.index_copy_(0, inside, head.probabilities(vectors.index_select(0, inside)));
    }
    return probabilities;
}

double crossValidated(const at::Tensor& vectors, const at::Tensor& labels, std::int64_t classes, int folds,
                      const LogisticSettings& settings)
{
    if (vectors.size(0) < folds) {
        return 0;
    }
    const at::Tensor answers = heldOutProbabilities(vectors, labels, classes, folds, settings).argmax(1);
    return answers.eq(labels).to(at::kFloat).mean().item<double>();
}

} // namespace lw::learn
