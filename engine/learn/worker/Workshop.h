// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The operations of a session that keep something loaded between requests.
#pragma once

#include "engine/learn/worker/ModelFile.h"
#include "engine/learn/worker/Session.h"
#include "engine/learn/worker/VectorRoom.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lw::learn {

/// For the working thread of a session only. What the requests hold: Operations.h.
class Workshop {
public:
    explicit Workshop(std::shared_ptr<VectorRoom> room) : m_room(std::move(room)) {}

    Result<Json> open(const Json& request, RequestContext& context);
    Result<Json> predict(const Json& request, RequestContext& context);
    Result<Json> suggest(const Json& request, RequestContext& context);

private:
    std::optional<Model> m_model;
    c10::Device m_modelDevice = c10::Device(c10::kCPU);
    std::shared_ptr<VectorRoom> m_room;
};

} // namespace lw::learn
