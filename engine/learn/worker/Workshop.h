// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The operations of a session that keep something loaded between requests.
#pragma once

#include "engine/learn/embed/Lens.h"
#include "engine/learn/embed/VectorStore.h"
#include "engine/learn/worker/ModelFile.h"
#include "engine/learn/worker/Session.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lw::learn {

/// For the working thread of a session only. What the requests hold: Operations.h.
class Workshop {
public:
    Result<Json> open(const Json& request, RequestContext& context);
    Result<Json> predict(const Json& request, RequestContext& context);
    Result<Json> embedPictures(const Json& request, RequestContext& context);
    Result<Json> suggest(const Json& request, RequestContext& context);

private:
    /// The lens that "net" (a network, or "hand"), "weights", "convention" and "side" describe; kept for the next
    /// request.
    Result<std::shared_ptr<Lens>> lensOf(const Json& request);
    static Result<Json> fill(VectorStore& store, const Json& pictures, Lens& lens, const std::string& path,
                             RequestContext& context);

    std::optional<Model> m_model;
    c10::Device m_modelDevice = c10::Device(c10::kCPU);
    std::shared_ptr<Lens> m_lens;
    std::string m_lensName; ///< what m_lens was made from
};

} // namespace lw::learn
