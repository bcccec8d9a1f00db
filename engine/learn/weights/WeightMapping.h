// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts the tensors of a weight file into a network, and tells what went where.
#pragma once

#include "engine/learn/nets/Backbone.h"
#include "engine/learn/weights/WeightFile.h"

#include <string>
#include <vector>

namespace lw::learn {

/// What a weight file and a network have in common.
struct MappingReport {
    std::string prefix;                  ///< what the file puts before the network's names: "module.", "backbone." …
    std::vector<std::string> matched;    ///< names in the network that the file has, in the same shape
    std::vector<std::string> missing;    ///< names in the network that the file lacks
    std::vector<std::string> unexpected; ///< names in the file that the network lacks
    std::vector<std::string> misshapen; ///< names that both have, in different shapes: "fc.weight: 1000x512, not 5x512"

    /// Share of the network's numbers, the last layer's aside, that the file has.
    double share = 0;
};

/// Compares names and shapes only.
MappingReport compare(const WeightFile& file, const Backbone& net);

/// Copies what fits into `net`, on its device. The last layer may differ (another number of classes) or be missing and
/// keeps its fresh numbers then; anything else that is missing or misshapen is a Mismatch and leaves `net` as it was.
/// Numbers that are not finite are Malformed.
Result<MappingReport> loadWeights(const WeightFile& file, Backbone& net);

/// The network of the list that fits the file best and its number of classes; Mismatch when none fits fully.
struct NetGuess {
    std::string id;
    std::int64_t classes = 0; ///< of the file's last layer; 0 when it has none
};
Result<NetGuess> guessNet(const WeightFile& file);

} // namespace lw::learn
