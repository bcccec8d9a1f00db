// SPDX-License-Identifier: GPL-3.0-or-later
//! A sample row: what lists, filters and counters need. Geometry lives with the annotations.
#pragma once

#include "models/domain/HardReasons.h"
#include "models/domain/Ids.h"
#include "models/domain/SampleAttributes.h"

#include <QString>

#include <optional>

namespace lw::domain {

/// Stored as its number: append only.
enum class SampleState { Unlabelled, Labelled, ToConfirm };
/// The manifest's `usage`. Stored as its number: append only.
enum class SampleUsage { None, Train, Eval, Test, Inference };

struct Sample {
    SampleId id;
    DatasetId datasetId;
    QString folder; ///< relative to the input location if within it ("" for itself), else absolute
    QString name;   ///< file name
    int width = 0;  ///< pixels after EXIF orientation, 0 while unknown
    int height = 0;
    int orientation = 1;    ///< EXIF 1 to 8
    qint64 bytes = 0;       ///< file size
    qint64 modifiedAt = 0;  ///< file time, ms since 1970 UTC
    SampleState state = SampleState::Unlabelled;
    SampleUsage usage = SampleUsage::None;
    bool isHard = false;
    std::optional<double> hardCoefficient; ///< 0 to 1; absent when a person marked it
    HardReasons hardReasons;
    bool isMissing = false; ///< its file was gone at the last sync
    int annotationCount = 0;
    std::optional<double> minConfidence; ///< lowest confidence among its annotations
    QString author;         ///< who changed it last
    qint64 createdAt = 0;   ///< ms since 1970 UTC
    qint64 changedAt = 0;
    QString externalId;     ///< `id` of an imported manifest row
    QString sourceUri;      ///< `source` of an imported manifest row when it is not the file's path
    SampleAttributes attributes;
    QByteArray extra;       ///< JSON object of imported fields that have no place above; or empty

    bool operator==(const Sample&) const = default;
};

/// Absolute path of the sample's file. `inputLocation` is the dataset's, absolute.
[[nodiscard]] QString absolutePath(const Sample& sample, const QString& inputLocation);
/// `folder` as stored in Sample::folder for a file in `absoluteFolder`.
[[nodiscard]] QString storedFolder(const QString& absoluteFolder, const QString& inputLocation);

/// "TRAIN", "EVAL", "TEST", "INFERENCE", or "" for None.
[[nodiscard]] QString usageName(SampleUsage usage);
/// Case-insensitive inverse; None for anything else.
[[nodiscard]] SampleUsage usageFromName(QStringView name);

} // namespace lw::domain
