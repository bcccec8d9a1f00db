// SPDX-License-Identifier: GPL-3.0-or-later
//! Rounds of: predict, take the surest half of each class, fit again.
#include "engine/learn/embed/SelfTraining.h"

#include "engine/learn/embed/VectorStore.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <vector>

namespace lw::learn {

namespace {

/// The surest half of the rows that are predicted as each class.
at::Tensor surest(const at::Tensor& probabilities, std::int64_t classes)
{
    const auto best = probabilities.max(1);
    std::vector<at::Tensor> chosen;
    for (std::int64_t c = 0; c < classes; ++c) {
        const at::Tensor rows = std::get<1>(best).eq(c).nonzero().view({-1});
        if (rows.numel() > 0) {
            const at::Tensor order = std::get<0>(best).index_select(0, rows).argsort(0, true);
            chosen.push_back(rows.index_select(0, order.narrow(0, 0, (rows.numel() + 1) / 2)));
        }
    }
    return chosen.empty() ? at::zeros({0}, at::kLong) : at::cat(chosen);
}

} // namespace

SelfTrained selfTrain(const at::Tensor& vectors, const at::Tensor& labels, std::int64_t classes,
                      const LogisticSettings& settings)
{
    const at::Tensor labelled = labels.ge(0).nonzero().view({-1});
    const at::Tensor unlabelled = labels.lt(0).nonzero().view({-1});
    const at::Tensor own = vectors.index_select(0, labelled);
    const at::Tensor ownLabels = labels.index_select(0, labelled);
    const at::Tensor spread = propagate(nearest(normalised(vectors), 10), labels, classes);
    SelfTrained result;
    result.head = fitLogistic(own, ownLabels, classes, settings);
    result.probabilities = (result.head.probabilities(vectors) + spread) / 2;
    for (int round = 0; round < 2 && unlabelled.numel() > 0; ++round) {
        const at::Tensor joined = result.probabilities.index_select(0, unlabelled);
        const at::Tensor sure = surest(joined, classes);
        const at::Tensor added = unlabelled.index_select(0, sure);
        const at::Tensor answers = joined.index_select(0, sure).argmax(1);
        const double weight =
            std::max(1.0, 0.5 * double(added.numel()) / double(std::max<std::int64_t>(labelled.numel(), 1)));
        const at::Tensor weights = at::cat({at::full({labelled.numel()}, weight), at::ones({added.numel()})});
        result.head = fitLogistic(at::cat({own, vectors.index_select(0, added)}), at::cat({ownLabels, answers}),
                                  classes, settings, weights);
        result.probabilities = 0.6 * result.head.probabilities(vectors) + 0.4 * spread;
    }
    return result;
}

} // namespace lw::learn
