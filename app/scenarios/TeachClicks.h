// SPDX-License-Identifier: GPL-3.0-or-later
//! The tool "Four clicks" learns from a dataset's own outlines, and is used when it does better than the built-in way.
#pragma once

#include "app/scenarios/PictureLens.h"
#include "models/domain/EngineJob.h"
#include "models/domain/Ids.h"

#include <optional>

namespace lw::scenarios {

/// From so many outlined objects on four clicks can be taught.
inline constexpr qint64 kOutlinesToTeach = 30;

/// Polygons and masks on labelled samples. Blocks: reads all annotations. Errors: Cancelled, those of the store.
core::Result<qint64> countOutlines(store::Store& store, domain::DatasetId dataset, const core::Control& control);

/// Starts the training; its model goes into the library when it ends. Starts from an imported backbone when the library
/// has one that fits. Errors: those of startTraining().
core::Result<domain::EngineJob> startTeaching(store::Store& store, domain::DatasetId dataset,
                                              const core::Control& control);

/// How both ways did on outlines that the network has not learned from.
struct ClickComparison {
    qint64 compared = 0; ///< objects; 0: none was held out, so nothing is known
    double learned = 0;  ///< mean overlap (IoU)
    double builtIn = 0;

    bool operator==(const ClickComparison&) const = default;
    [[nodiscard]] bool isLearnedBetter() const { return compared > 0 && learned > builtIn; }
};

/// Compares on the part for validation of the training that made `model`, and remembers it with the model. Blocks: a
/// fifth of a second for each object, of which there are 40 at most.
/// Errors: NotFound (training gone), Cancelled, the worker's.
core::Result<ClickComparison> compareClicks(const QString& projectFolder, const domain::LibraryModel& model,
                                            const AskEngine& ask, const core::Control& control);

/// A model that was taught on a dataset, and what is known about it.
struct TaughtClicks {
    domain::LibraryModel model;
    qint64 outlines = 0; ///< that it learned from
    std::optional<ClickComparison> comparison;

    [[nodiscard]] bool isBetter() const { return comparison && comparison->isLearnedBetter(); }
};

/// The dataset's newest such model; the newest one that is better than the built-in way if there is any. Reads the
/// library from the disk. Any thread.
[[nodiscard]] std::optional<TaughtClicks> taughtClicks(const QString& projectFolder, const QString& datasetUid);
/// Models of the dataset that were not compared yet: their training ended while nobody looked.
[[nodiscard]] std::vector<domain::LibraryModel> uncomparedClicks(const QString& projectFolder,
                                                                 const QString& datasetUid);

} // namespace lw::scenarios
