// SPDX-License-Identifier: GPL-3.0-or-later
//! Exporting samples to a folder or as a new dataset (IO-5).
#pragma once

#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/SampleChoice.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/domain/Dataset.h"

namespace lw::scenarios {

struct ExportRequest {
    domain::DatasetId dataset;
    SampleChoice samples;
    QString format;            ///< a contract name: "voc", "manifest"
    QString to;                ///< a folder that is absent or empty; relative paths start at the working folder
    bool withHard = false;     ///< write the hard attributes
    bool devkitLayout = false; ///< VOC: Annotations, JPEGImages, ImageSets
    bool linkPictures = false; ///< hard links instead of copies where the file system can
};

struct ExportOutcome {
    qint64 samples = 0;
    qint64 annotations = 0;
    qint64 skipped = 0; ///< samples whose picture could not be copied
    QString path;       ///< what was written: a manifest or a folder
    core::ProblemList problems;
};

/// Writes the chosen samples; the folder appears when all is written. On a job thread; blocks.
/// Errors: NotFound (dataset), InvalidArgument with a sentence (format, folder, nothing chosen), AlreadyExists (the
/// folder is not empty), Cancelled, ReadOnly, DiskFull, WriteFailed. After an error nothing is left in the folder.
core::Result<ExportOutcome> exportDataset(store::Store& store, const ExportRequest& request,
                                          const core::Control& control);

struct ExportAsDatasetRequest {
    domain::DatasetId dataset;
    SampleChoice samples;
    CreateDatasetRequest target; ///< name, description, locations; type and labels are those of the source
    bool withHard = false;       ///< take the hard marks along
};

struct ExportAsDatasetOutcome {
    domain::Dataset dataset;
    qint64 samples = 0;
    qint64 annotations = 0;
    core::ProblemList problems; ///< pictures that could not be copied; their samples are left out
};

/// Makes a new dataset with copies of the chosen pictures in its input location, their labels, and the label set.
/// Errors as in createDataset() and exportDataset(); after one there is no new dataset and no copy.
core::Result<ExportAsDatasetOutcome> exportAsDataset(store::Store& store, const ExportAsDatasetRequest& request,
                                                     const core::Control& control);

} // namespace lw::scenarios
