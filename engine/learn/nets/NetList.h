// SPDX-License-Identifier: GPL-3.0-or-later
//! All picture networks by name: what can be trained, and what an imported weight file can be.
#pragma once

#include "engine/learn/base/Result.h"
#include "engine/learn/nets/Backbone.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lw::learn {

struct NetEntry {
    std::string id;          ///< "resnet18"; stays the same for ever, model files carry it
    std::string title;       ///< "ResNet-18"
    std::int64_t side = 224; ///< pixels of the pictures it was made for
    std::function<std::shared_ptr<Backbone>(std::int64_t classes)> make;
};

/// A new network is one line here.
const std::vector<NetEntry>& netList();

/// Null when there is no network of that id.
const NetEntry* findNet(const std::string& id);

/// Makes a network with fresh weights, channels last. InvalidArgument for an unknown id or fewer than one class.
Result<std::shared_ptr<Backbone>> makeNet(const std::string& id, std::int64_t classes);

} // namespace lw::learn
