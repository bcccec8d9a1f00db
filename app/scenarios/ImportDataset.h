// SPDX-License-Identifier: GPL-3.0-or-later
//! Importing labelled pictures of a known format into a dataset (IO-1 to IO-3, IO-8).
#pragma once

#include "app/scenarios/Intake.h"
#include "engine/formats/DatasetFormat.h"
#include "engine/formats/ZipArchive.h"
#include "engine/media/PixelLimit.h"

#include <QHash>

namespace lw::scenarios {

struct ImportRequest {
    domain::DatasetId dataset;
    QString format;           ///< the id of a format: "voc", "coco", …; empty: recognised
    QString from;             ///< folder, file or zip archive; relative paths start at the working folder
    bool copiesFiles = false; ///< copy pictures into the input location; else they stay where they are
    QStringList labelsToTake; ///< empty: all
    QHash<QString, QString> labels{}; ///< what labels of the files are called here; an empty name leaves them out
    bool withLabels = true;
    bool hardOnly = false;
    bool boxesOnly = false; ///< detection: objects with a box and an outline become boxes
    std::vector<formats::MappingRule> mapping; ///< where the sources of a manifest lie
    QString annotationFolder;                  ///< VOC: when the layout is not found by itself
    QString pictureFolder;
    qint64 maxPixels = media::kDefaultMaxPixels; ///< larger pictures are refused
    formats::ZipLimits archiveLimits;            ///< of what an archive may grow to
};

struct ImportOutcome {
    IntakeCounts counts;
    core::ProblemList problems;
    bool isComplete = true; ///< false: the folder vanished half-way; what was read before is in
    QString format;         ///< the id of the format that was read
    QString reason;         ///< a sentence, when it was recognised
};

/// Reads everything that is good and lists the rest. An archive is unpacked into a folder of its name in the input
/// location first, and stays there. Labels that are new are made. A cancelled, failed or killed import
/// is taken back as a whole, copies included. Samples that are there already get the annotations that they lack.
/// On a job thread; blocks. Errors: NotFound (dataset, `from`), InvalidArgument (format), Cancelled, ReadFailed,
/// DiskFull, WriteFailed, ReadOnly.
core::Result<ImportOutcome> importDataset(store::Store& store, const ImportRequest& request,
                                          const core::Control& control);

} // namespace lw::scenarios
