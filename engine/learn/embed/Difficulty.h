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

/// How suspicious each label is, 0 … 1: a head that was fitted without the row does not believe it, and its 15 nearest
/// neighbours have other labels. All rows are labelled; `vectors` are standardised.
at::Tensor suspicion(const at::Tensor& vectors, const at::Tensor& labels, std::int64_t classes);

/// Place of each value among all, 0 (least) … 1 (greatest); equal values share the mean of their places.
at::Tensor ranks(const at::Tensor& values);

} // namespace lw::learn
