// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. What a session answers from vectors of pictures: groups, likeness, a map, doubtful labels.
#pragma once

#include "engine/learn/worker/Session.h"
#include "engine/learn/worker/VectorRoom.h"

#include <memory>

namespace lw::learn {

/// Adds "embed", "group", "similar", "pairs", "map" and "check" to the session; what their requests hold:
/// Operations.h. `room` is shared with whatever else works on vectors.
void addVectorOperations(Session& session, const std::shared_ptr<VectorRoom>& room);

} // namespace lw::learn
