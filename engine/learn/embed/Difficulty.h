// SPDX-License-Identifier: GPL-3.0-or-later
//! Which answers are likely wrong, which labels are, and why.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace lw::learn {

/// Why a picture is thought to be hard: what contributed most.
enum class Reason { Margin, Views, Neighbours };

struct Difficulty {
    at::Tensor scores;           ///< (rows) 0 … 1, greater is harder; shares of the ranking, not probabilities
    std::vector<Reason> reasons; ///< one for each row
};

/// Ranks rows by three signs of a wrong answer: a small margin, little confidence over several views of the picture,
/// and labelled neighbours that say something else. `probabilities` is (rows, classes); `views` holds the same for
/// other views and may be empty; `disagreement` comes from neighbourDisagreement().
Difficulty rankDifficulty(const at::Tensor& probabilities, const std::vector<at::Tensor>& views,
                          const at::Tensor& disagreement);

/// For each row the share of its `k` nearest labelled rows (by cosine, itself left out) whose label is not `answers`.
/// `labels` holds -1 where there is none. Rows must have length 1.
at::Tensor neighbourDisagreement(const at::Tensor& vectors, const at::Tensor& labels, const at::Tensor& answers,
                                 std::int64_t k);

/// What the other rows say of each row's label.
struct LabelDoubts {
    at::Tensor scores;      ///< (rows) how suspicious the label is, 0 … 1: a share of the ranking, not a probability
    at::Tensor suggestions; ///< (rows) the class that fits best, which may be the label
    at::Tensor confidence;  ///< (rows) in the suggestion
};

/// Labels are suspicious when a head that was fitted without the row does not believe them, and when the row's 15 nearest
/// neighbours have other ones. All rows are labelled; `vectors` are standardised.
LabelDoubts doubtLabels(const at::Tensor& vectors, const at::Tensor& labels, std::int64_t classes);

/// Place of each value among all, 0 (least) … 1 (greatest); equal values share the mean of their places.
at::Tensor ranks(const at::Tensor& values);

} // namespace lw::learn
