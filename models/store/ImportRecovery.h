// SPDX-License-Identifier: GPL-3.0-or-later
//! Takes back imports that were cancelled or whose process died. Private to models/store.
#pragma once

#include "models/domain/Ids.h"
#include "models/store/Connection.h"

#include <QString>

namespace lw::store {

/// "host:pid:start time" of this process; names the owner of running tasks.
[[nodiscard]] QString processIdentity();

/// Removes the samples that `task` created and restores those it changed, except samples that a person has edited
/// since: their work stays. Within the caller's transaction.
void takeBackImport(Connection& connection, domain::TaskId task);

/// takeBackImport() for every running task whose process is gone; those tasks become Interrupted.
void takeBackInterruptedImports(Connection& connection);

} // namespace lw::store
