// SPDX-License-Identifier: GPL-3.0-or-later
//! Exporting samples to a folder or as a new dataset (IO-5).
#pragma once

#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/SampleChoice.h"
#include "engine/formats/LossReport.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/domain/Dataset.h"
#include "models/store/TaskRepository.h"

namespace lw::scenarios {

struct ExportRequest {
    domain::DatasetId dataset;
    SampleChoice samples;
    QString format;            ///< the id of a format: "voc", "coco", …
    QString to;                ///< a folder that is absent or empty; relative paths start at the working folder
    bool withHard = false;     ///< write the hard attributes
    bool devkitLayout = false; ///< VOC: Annotations, JPEGImages, ImageSets
    bool linkPictures = false; ///< hard links instead of copies where the file system can
    bool compactMasks = false; ///< COCO: masks as compressed text
    bool withPictures = true;  ///< COCO: false writes the annotations only, which name the pictures where they are
    bool check = false;        ///< read what was written and compare it
    bool zip = false;          ///< `to` is a zip archive that holds the folder's content; .zip is added if it lacks
};

/// What a read-back check looked at, and how many samples were not as they should be.
struct ReadBackOutcome {
    qint64 samples = 0;
    qint64 annotations = 0;
    qint64 differences = 0;
};

struct ExportOutcome {
    qint64 samples = 0;
    qint64 annotations = 0;
    qint64 skipped = 0; ///< samples whose picture could not be copied
    QString path;       ///< what was written: a manifest or a folder
    formats::LossReport losses;           ///< what the format could not hold
    std::optional<ReadBackOutcome> check; ///< if one was asked for; differences are among the problems too
    core::ProblemList problems;
};

/// What exportDataset() would lose, without writing anything. `to` is not needed. On a job thread; blocks.
/// Errors: NotFound (dataset), InvalidArgument with a sentence (format, nothing chosen), Cancelled, ReadFailed.
core::Result<formats::LossReport> exportLosses(store::Store& store, const ExportRequest& request,
                                               const core::Control& control);

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

/// Removes what an exportAsDataset() left whose process was killed: the dataset, copies, new folders. `task` is its
/// interrupted task; those of other exports have left nothing.
void takeBackExportAsDataset(store::Store& store, const domain::Task& task);

} // namespace lw::scenarios
