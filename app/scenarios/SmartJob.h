// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to app/scenarios. What a run of smart labelling works with, and its fields in job.json.
#pragma once

#include "app/scenarios/JobPictures.h"
#include "app/scenarios/PictureLens.h"
#include "app/scenarios/SmartLabel.h"
#include "models/domain/Dataset.h"
#include "models/store/ProposalRepository.h"

#include <QJsonObject>

#include <optional>

namespace lw::scenarios {

/// The window's own block in job.json; the worker ignores it.
inline const QString kSmartBlock = QStringLiteral("smart");

/// Where learning starts, or what predicts.
struct SmartStart {
    std::optional<PictureLens> lens;           ///< classification, unless a model predicts
    std::optional<domain::LibraryModel> model; ///< that predicts
    QString net;                               ///< of the training; empty: the worker's usual one
    QString weights;                           ///< file that the training starts from; may be empty
    QString name;                              ///< for people; empty: nothing from the library
};

/// Errors: NotFound with the name, Unsupported when it says nothing about datasets of this type.
core::Result<SmartStart> smartStart(store::Store& store, const domain::Dataset& dataset,
                                    const SmartLabelRequest& request);

/// Jobs of smart labelling on the dataset, the newest first.
[[nodiscard]] std::vector<domain::EngineJob> smartJobs(const QString& projectFolder, const domain::Dataset& dataset);
/// Their block in job.json.
[[nodiscard]] QJsonObject smartBlock(const QString& projectFolder, const QString& jobId);

/// Seconds of training when the request names none.
[[nodiscard]] double usualSeconds(SmartMode mode);

} // namespace lw::scenarios
