// SPDX-License-Identifier: GPL-3.0-or-later
//! The sample project that opens on first start, and its pictures (DS-10).
#pragma once

#include "models/core/Progress.h"
#include "models/core/Result.h"

#include <QString>

namespace lw::scenarios {

/// Pictures in the sample project.
inline constexpr int kSamplePictures = 36;

/// Renders `count` pictures into `folder` (made when absent) with a VOC file beside each, but for every ninth, which is
/// left for people to label. Returns how many are labelled.
/// On a job thread; blocks, about 0.1 s a picture. Errors: WriteFailed, DiskFull, ReadOnly, Cancelled.
core::Result<int> writeSamplePictures(const QString& folder, int count, const core::Control& control);

struct SampleProjectOutcome {
    QString folder; ///< of the project
    QString datasetName;
    qint64 samples = 0;
};

/// Makes a project in `folder` (absent or empty) with a dataset of rendered pictures for object detection, most of them
/// labelled, some not, a few marked hard, and one on the same pictures for classification; nothing is published yet. After an error nothing of it is left.
/// On a job thread; blocks. Errors: AlreadyExists (the folder is not empty), WriteFailed, DiskFull, ReadOnly,
/// Cancelled.
core::Result<SampleProjectOutcome> createSampleProject(const QString& folder, const core::Control& control);

} // namespace lw::scenarios
