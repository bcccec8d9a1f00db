// SPDX-License-Identifier: GPL-3.0-or-later
//! Adding and changing labels of a dataset (AN-5). Deleting is in DeleteSamples.h.
#pragma once

#include "models/domain/Label.h"
#include "models/store/Store.h"

#include <optional>
#include <vector>

namespace lw::scenarios {

/// Adds a label at the end of the set; a transparent colour means the next one of the palette.
/// Errors: NotFound (dataset), InvalidArgument with a sentence, AlreadyExists.
core::Result<domain::LabelId> addLabel(store::Store& store, const domain::Label& label);

struct RenameOutcome {
    qint64 samples = 0;    ///< that show the new name now
    bool isMerged = false; ///< a label of that name was there: the annotations moved to it
};

/// Renames a label on all samples. Errors: NotFound, InvalidArgument with a sentence.
core::Result<RenameOutcome> renameLabel(store::Store& store, domain::DatasetId dataset, domain::LabelId label,
                                        const QString& name);

/// What is set is changed.
struct LabelChange {
    std::optional<domain::Rgb> colour;
    std::optional<QString> shortcut; ///< empty: none
    std::optional<std::vector<domain::LabelAttribute>> attributes;
    std::optional<domain::SkeletonLayout> skeleton;
    /// Which joint each one of `skeleton` was, -1 for new ones; skeletons on samples follow. Empty: joints stay the same.
    std::vector<int> jointOrigins;
};

/// Errors: NotFound, AlreadyExists (shortcut).
core::Result<> changeLabel(store::Store& store, domain::DatasetId dataset, domain::LabelId label,
                           const LabelChange& change);

/// The label of this name. Errors: NotFound.
core::Result<domain::Label> findLabel(store::Store& store, domain::DatasetId dataset, const QString& name);

} // namespace lw::scenarios
