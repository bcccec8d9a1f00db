// SPDX-License-Identifier: GPL-3.0-or-later
//! The precise head: logistic regression and label propagation teach each other with the unlabelled pictures.
#pragma once

#include "engine/learn/embed/LogisticHead.h"
#include "engine/learn/embed/Neighbours.h"

namespace lw::learn {

struct SelfTrained {
    LogisticHead head;        ///< for pictures that come later
    at::Tensor probabilities; ///< (rows, classes) for all rows, the labelled ones included
};

/// `vectors` are those of the whole dataset, standardised; `labels` (rows) holds classes, or -1 where there is none.
/// Two rounds; 4,000 rows take a few seconds.
SelfTrained selfTrain(const at::Tensor& vectors, const at::Tensor& labels, std::int64_t classes,
                      const LogisticSettings& settings = {});

} // namespace lw::learn
