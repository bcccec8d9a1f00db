// SPDX-License-Identifier: GPL-3.0-or-later
//! Cross-validates a logistic head for each convention.
#include "engine/learn/embed/ConventionSearch.h"

#include "engine/learn/embed/LogisticHead.h"
#include "engine/learn/embed/VectorStore.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace lw::learn {

std::vector<ConventionScore> rankConventions(Backbone& net, const std::vector<Picture>& pictures,
                                             const std::vector<std::int64_t>& labels, std::int64_t classes, int side,
                                             const c10::Device& device)
{
    const at::Tensor wanted = at::tensor(labels, at::kLong);
    std::vector<ConventionScore> scores;
    for (const InputConvention& convention : allConventions()) {
        const at::Tensor vectors = standardised(embed(net, pictures, {side, convention, 32}, device));
        scores.push_back({convention, crossValidated(vectors, wanted, classes, 5)});
    }
    std::stable_sort(scores.begin(), scores.end(), [](const ConventionScore& one, const ConventionScore& other) {
        return one.accuracy > other.accuracy;
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
