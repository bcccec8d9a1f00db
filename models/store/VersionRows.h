// SPDX-License-Identifier: GPL-3.0-or-later
//! What a version froze, row by row. Private to models/store.
#pragma once

#include "models/domain/Ids.h"
#include "models/store/Connection.h"
#include "models/store/Encoding.h"

#include <map>

namespace lw::store {

/// Content of a snapshot row; 0 is a sample that says nothing.
[[nodiscard]] SampleContent snapshot(Connection& connection, qint64 id);
/// sample id -> snapshot id (0: says nothing).
[[nodiscard]] std::map<qint64, qint64> membersOf(Connection& connection, domain::VersionId version);

} // namespace lw::store
