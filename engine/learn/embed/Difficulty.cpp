// SPDX-License-Identifier: GPL-3.0-or-later
//! Sums of ranks: signs of different scales count the same.
#include "engine/learn/embed/Difficulty.h"

#include "engine/learn/embed/Clusters.h"
#include "engine/learn/embed/LogisticHead.h"
#include "engine/learn/embed/VectorStore.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace lw::learn {

at::Tensor ranks(const at::Tensor& values)
{
    const at::Tensor plain = values.to(at::kDouble).contiguous();
    const at::Tensor sorted = std::get<0>(plain.sort());
    // Half way between the first and the last place that the value could have.
    const at::Tensor first = at::searchsorted(sorted, plain, false, false);
    const at::Tensor last = at::searchsorted(sorted, plain, false, true) - 1;
    return (first + last).to(at::kFloat) / double(2 * std::max<std::int64_t>(values.numel() - 1, 1));
}

at::Tensor neighbourDisagreement(const at::Tensor& vectors, const at::Tensor& labels, const at::Tensor& answers,
                                 std::int64_t k)
{
    constexpr std::int64_t kBlock = 1024;
    const at::Tensor labelled = labels.ge(0).nonzero().view({-1});
    const at::Tensor known = vectors.index_select(0, labelled);
    const at::Tensor knownLabels = labels.index_select(0, labelled);
    const std::int64_t count = std::min(k, labelled.numel() - 1);
    const at::Tensor shares = at::zeros({vectors.size(0)});
    for (std::int64_t start = 0; start < vectors.size(0) && count > 0; start += kBlock) {
        const std::int64_t size = std::min(kBlock, vectors.size(0) - start);
        at::Tensor cosines = vectors.narrow(0, start, size).mm(known.t());
        const at::Tensor isSelf = at::arange(start, start + size).unsqueeze(1).eq(labelled.unsqueeze(0));
        cosines = cosines.masked_fill(isSelf, -2);
        const at::Tensor nearest = knownLabels.index({std::get<1>(cosines.topk(count, 1))});
        const at::Tensor own = answers.narrow(0, start, size).unsqueeze(1);
        shares.narrow(0, start, size).copy_(nearest.ne(own).to(at::kFloat).mean(1));
    }
    return shares;
}

Difficulty rankDifficulty(const at::Tensor& probabilities, const std::vector<at::Tensor>& views,
                          const at::Tensor& disagreement)
{
    at::Tensor mean = probabilities;
    for (const at::Tensor& view : views) {
        mean = mean + view;
    }
    mean = mean / double(views.size() + 1);
    const std::vector<at::Tensor> signs = {ranks(-margins(probabilities)), ranks(-std::get<0>(mean.max(1))),
                                           ranks(disagreement)};
    const at::Tensor table = at::stack(signs, 1);
    const at::Tensor strongest = table.argmax(1);
    Difficulty difficulty{table.mean(1), {}};
    for (std::int64_t i = 0; i < strongest.size(0); ++i) {
        difficulty.reasons.push_back(Reason(strongest[i].item<std::int64_t>()));
    }
    return difficulty;
}

LabelDoubts doubtLabels(const at::Tensor& vectors, const at::Tensor& labels, std::int64_t classes)
{
    const at::Tensor probabilities = heldOutProbabilities(vectors, labels, classes, 5);
    const at::Tensor belief = probabilities.gather(1, labels.unsqueeze(1)).select(1, 0);
    const at::Tensor disagreement = neighbourDisagreement(normalised(vectors), labels, labels, 15);
    const auto best = probabilities.max(1);
    return {(ranks(-belief) + ranks(disagreement)) / 2, std::get<1>(best), std::get<0>(best)};
}

} // namespace lw::learn
