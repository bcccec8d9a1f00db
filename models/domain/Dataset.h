// SPDX-License-Identifier: GPL-3.0-or-later
//! A dataset, its counters, versions and tasks as plain values.
#pragma once

#include "models/domain/DatasetType.h"
#include "models/domain/Ids.h"
#include "models/domain/Shape.h"

#include <QString>

#include <optional>

namespace lw::domain {

/// Kept by the store with every write, never counted on demand.
struct DatasetCounters {
    qint64 total = 0;
    qint64 unlabelled = 0;
    qint64 labelled = 0;
    qint64 toConfirm = 0;
    qint64 hard = 0;
    qint64 annotations = 0;

    bool operator==(const DatasetCounters&) const = default;
};

struct Dataset {
    DatasetId id;
    QString uid; ///< 20 letters and digits; names the output folder <Name>-<uid>
    QString name;
    QString description;
    DatasetType type = DatasetType::ObjectDetection;
    QString inputLocation;  ///< absolute folder
    QString outputLocation; ///< absolute folder, never equal to nor inside the input location
    std::optional<ShapeKind> defaultShape; ///< the first shape kind used (IM-2)
    bool allowsAllShapes = true;           ///< false: only defaultShape may be drawn
    VersionId currentVersion;
    int versionCount = 0;
    qint64 createdAt = 0; ///< ms since 1970 UTC
    qint64 changedAt = 0;
    DatasetCounters counters;

    bool operator==(const Dataset&) const = default;
};

/// A published, immutable state of a dataset (VE-1).
struct Version {
    VersionId id;
    DatasetId datasetId;
    QString name; ///< V001 or own
    QString description;
    bool isDraft = false; ///< made by the program before another version was set as current
    qint64 createdAt = 0;
    std::optional<double> trainRatio; ///< share of samples with usage TRAIN, absent without a split
    quint64 seed = 0;                 ///< of the split
    bool hasHardAttribute = false;
    qint64 samples = 0;
    qint64 labelled = 0;
    qint64 annotations = 0;
    QString manifestPath; ///< absolute; empty for drafts

    bool operator==(const Version&) const = default;
};

/// Stored as its number: append only.
enum class TaskKind {
    Import,
    Sync,
    Export,
    Publish,
    SetCurrent,
    AddFiles,
    DeleteSamples,
    RestoreDeleted,
    DeleteForGood,
    LabelSamples,
    SmartLabel,
    GroupSamples,
};
/// Stored as its number: append only.
enum class TaskState { Running, Done, DoneWithProblems, Failed, Cancelled, Interrupted };

/// One row of the task history (IO-6).
struct Task {
    TaskId id;
    DatasetId datasetId;
    TaskKind kind = TaskKind::Import;
    TaskState state = TaskState::Running;
    QString target; ///< folder, file or version name
    qint64 samples = 0;
    qint64 createdAt = 0;
    qint64 finishedAt = 0;
    qint64 problems = 0;
    QString detail; ///< JSON: the outcome's numbers or the error

    bool operator==(const Task&) const = default;
};

} // namespace lw::domain
