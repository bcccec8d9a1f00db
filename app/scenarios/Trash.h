// SPDX-License-Identifier: GPL-3.0-or-later
//! Restoring what was deleted, and deleting it for good (AN-10). No file is touched.
#pragma once

#include "models/core/Progress.h"
#include "models/domain/Trash.h"
#include "models/store/Store.h"

#include <QList>
#include <QStringList>

namespace lw::scenarios {

/// Puts things back into their places (see store::TrashRepository::restore()); samples whose file is gone come back as
/// missing. On a job thread; blocks. Errors: NotFound (none of them is in the trash), those of the store.
core::Result<domain::RestoreOutcome> restoreFromTrash(store::Store& store, const QList<domain::TrashId>& ids);

/// Deletes for good, a part at a time; a cancel keeps what is left in the trash. On a job thread; blocks.
/// Errors: Cancelled (some may be gone), those of the store.
core::Result<domain::PurgeOutcome> deleteForGood(store::Store& store, const QList<domain::TrashId>& ids,
                                                 const core::Control& control);

/// "Restored: …" in one sentence.
[[nodiscard]] QString restoreText(const domain::RestoreOutcome& outcome);
/// A sentence for each thing that came back otherwise than it went, or not at all.
[[nodiscard]] QStringList restoreNotes(const domain::RestoreOutcome& outcome);
[[nodiscard]] QString purgeText(const domain::PurgeOutcome& outcome);

} // namespace lw::scenarios
