// SPDX-License-Identifier: GPL-3.0-or-later
//! What an import and its preview do alike: choose the reader, set its options, rename labels.
#pragma once

#include "app/scenarios/ImportDataset.h"
#include "engine/formats/FormatRegistry.h"
#include "models/domain/Dataset.h"

namespace lw::scenarios {

/// Where and how a request is read.
struct ImportReading {
    QString from; ///< absolute
    const formats::Format* format = nullptr;
    QString reason; ///< a sentence, when the format was recognised
};

/// Finds the source and, unless the request names one, the format.
/// Errors: NotFound (the source), InvalidArgument with a sentence (format), ReadFailed.
core::Result<ImportReading> planReading(const ImportRequest& request, const domain::Dataset& dataset);

/// Where a format's reader begins in the content of an archive: the folder, or the one file in it of a format without
/// folders. Errors: InvalidArgument with a sentence (none, or several).
core::Result<QString> placeWithin(const QString& folder, const formats::Format& format);

/// The reader's options; without a sink for labels.
[[nodiscard]] formats::ReadOptions readOptions(const ImportRequest& request, const domain::Dataset& dataset);

/// Gives the annotations of a sample the labels that `labels` says (ImportRequest::labels).
void renameLabels(formats::ImportedSample& sample, const QHash<QString, QString>& labels);

} // namespace lw::scenarios
