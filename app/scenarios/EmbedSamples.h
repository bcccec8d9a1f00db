// SPDX-License-Identifier: GPL-3.0-or-later
//! Fills the embedding store: one vector for each picture of a dataset, made once.
#pragma once

#include "app/scenarios/PictureLens.h"
#include "models/core/Problem.h"
#include "models/domain/Ids.h"

#include <QList>

#include <optional>

namespace lw::scenarios {

struct EmbedOutcome {
    QList<domain::SampleId> ids; ///< that have a vector, ascending
    QString vectorFile;
    qint64 computed = 0; ///< that had none before, or whose file had changed
    core::ProblemList problems; ///< pictures that could not be read
};

/// Looks at the pictures of the dataset (or of `samples` only) that have no vector yet or whose file has changed since.
/// A damaged or foreign vector file is replaced. On a job thread; blocks. Errors: NotFound (dataset), Unsupported (a
/// dataset without pictures), Cancelled (what was done is kept), those of the worker and the store.
core::Result<EmbedOutcome> embedSamples(store::Store& store, domain::DatasetId dataset, const EngineLens& engine,
                                        const std::optional<QList<domain::SampleId>>& samples,
                                        const core::Control& control);

/// The request of an operation on the vectors of `outcome`: lens, store and ids.
[[nodiscard]] QJsonObject vectorRequest(const EngineLens& engine, const EmbedOutcome& outcome);

} // namespace lw::scenarios
