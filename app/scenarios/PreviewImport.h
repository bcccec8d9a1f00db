// SPDX-License-Identifier: GPL-3.0-or-later
//! What an import would bring, before anything is written.
#pragma once

#include "app/scenarios/ImportDataset.h"
#include "models/domain/Dataset.h"
#include "models/domain/Label.h"

#include <array>
#include <memory>
#include <optional>

namespace lw::scenarios {

/// A label of the files.
struct FoundLabel {
    domain::Label label; ///< name; colour and joints if the files state them
    qint64 annotations = 0;
};

struct ImportPreview {
    formats::ReadSummary summary;
    qint64 labelled = 0; ///< pictures with at least one annotation
    qint64 missing = 0;  ///< pictures that are named and were not found, as far as problems are kept
    std::array<qint64, domain::kAllShapeKinds.size()> shapes{}; ///< annotations by kind
    std::vector<FoundLabel> labels;                              ///< as they came, declared ones first
    std::vector<formats::ImportedSample> first; ///< some pictures, those with annotations before others
    core::ProblemList problems;
    std::shared_ptr<formats::StagedFolder> unpacked; ///< holds the pictures of `first` when the source is an archive
};

/// Pictures that a preview shows at most.
inline constexpr size_t kPreviewPictures = 12;

/// Reads all of the source as importDataset() would with these options but `labels`, and writes nothing that stays: an
/// archive is unpacked into a hidden folder of the input location that goes with the preview.
/// On a job thread; blocks. Errors: NotFound (the source), InvalidArgument (format), Cancelled, ReadFailed.
core::Result<ImportPreview> previewImport(const domain::Dataset& dataset, const ImportRequest& request,
                                          const core::Control& control);

/// What a folder or file holds, for a dataset that is not there yet.
struct FoundDataset {
    domain::DatasetType type = domain::DatasetType::ObjectDetection;
    QString format; ///< id
    QString reason; ///< a sentence
};

/// Recognises format and type together; nothing if no format is known. Only types that this build can annotate.
/// Blocks for a look at some files. Errors: NotFound, ReadFailed, Cancelled.
core::Result<std::optional<FoundDataset>> recogniseDataset(const QString& path, const core::Control& control);

} // namespace lw::scenarios
