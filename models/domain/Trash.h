// SPDX-License-Identifier: GPL-3.0-or-later
//! What waits in the trash, and what came of restoring it (AN-10).
#pragma once

#include "models/domain/Ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace lw::domain {

/// Stored as its number: append only.
enum class TrashKind { Sample, Label, Dataset, Version };

/// One deleted thing.
struct TrashEntry {
    TrashId id; ///< larger is later
    TrashKind kind = TrashKind::Sample;
    qint64 item = 0; ///< its row: a sample's, label's, dataset's or version's id
    QString name;
    QString folder;      ///< of a sample, as stored
    DatasetId dataset;   ///< the dataset itself for a dataset
    QString datasetName;
    QString deletedBy;   ///< empty when unknown
    qint64 deletedAt = 0; ///< ms since 1970 UTC
    QString withLabel;   ///< the label that a sample was deleted together with, or empty

    bool operator==(const TrashEntry&) const = default;
};

/// What is set must match.
struct TrashFilter {
    std::optional<TrashKind> kind;
    DatasetId dataset;
    qint64 deletedBefore = 0; ///< ms since 1970 UTC

    bool operator==(const TrashFilter&) const = default;
};

struct TrashCount {
    DatasetId dataset;
    QString datasetName;
    TrashKind kind = TrashKind::Sample;
    qint64 count = 0;
};

enum class RestoreRefusal {
    FileThereAgain,  ///< the dataset has the sample's file again, with work of its own
    DatasetDeleted,  ///< its dataset is in the trash itself
    Gone,            ///< restored or deleted for good by somebody else meanwhile
};

struct RestoreOutcome {
    struct NewName {
        TrashKind kind = TrashKind::Label;
        QString before;
        QString after;
    };
    struct Refused {
        TrashEntry entry;
        RestoreRefusal reason = RestoreRefusal::Gone;
    };
    qint64 samples = 0;
    qint64 labels = 0;
    qint64 datasets = 0;
    qint64 versions = 0;
    qint64 missing = 0;            ///< samples restored without their file
    qint64 lostAnnotations = 0;    ///< their label was deleted for good
    std::vector<NewName> newNames; ///< the old name was given away
    std::vector<Refused> refused;
};

struct PurgeOutcome {
    qint64 samples = 0;
    qint64 labels = 0;
    qint64 datasets = 0;
    qint64 versions = 0;
};

/// `name` with "-2", "-3", … behind it, no longer than `longest` characters.
[[nodiscard]] QString numberedName(const QString& name, int number, int longest);

} // namespace lw::domain
