// SPDX-License-Identifier: GPL-3.0-or-later
//! Published versions: immutable snapshots that share storage.
#pragma once

#include "models/domain/Annotation.h"
#include "models/domain/Dataset.h"
#include "models/domain/Label.h"
#include "models/domain/Sample.h"
#include "models/store/Store.h"

#include <QHash>

#include <vector>

namespace lw::store {

/// VE-3 +: what differs between two versions.
struct VersionDiff {
    /// A label of either version.
    struct LabelChange {
        QString label;      ///< its name after, or before if it is gone
        QString nameBefore; ///< empty if it was not there
        QString nameAfter;  ///< empty if it is gone
        domain::Rgb colourBefore = 0;
        domain::Rgb colourAfter = 0;
        qint64 before = 0; ///< annotations
        qint64 after = 0;

        [[nodiscard]] bool isAdded() const { return nameBefore.isEmpty(); }
        [[nodiscard]] bool isRemoved() const { return nameAfter.isEmpty(); }
        [[nodiscard]] bool isRenamed() const { return !isAdded() && !isRemoved() && nameBefore != nameAfter; }
        [[nodiscard]] bool isRecoloured() const { return !isAdded() && !isRemoved() && colourBefore != colourAfter; }
    };
    enum class Fate { Added, Removed, Changed };
    struct SampleChange {
        domain::SampleId sample;
        QString name; ///< filled in for the first kMostNamed only
        Fate fate = Fate::Changed;
        qint64 added = 0; ///< annotations
        qint64 removed = 0;
        qint64 changed = 0;
    };
    static constexpr size_t kMostNamed = 10'000;

    QList<domain::SampleId> added;
    QList<domain::SampleId> removed;
    QList<domain::SampleId> changed; ///< annotations or marks differ
    std::vector<SampleChange> samples; ///< all of the three, in import order
    qint64 annotationsAdded = 0;
    qint64 annotationsRemoved = 0;
    qint64 annotationsChanged = 0;   ///< same id, and anything else but author, time and stacking differs
    std::vector<LabelChange> labels; ///< all labels of either version
};

class VersionRepository
{
public:
    explicit VersionRepository(Store& store) : m_store(store) {}

    /// The newest first, drafts included.
    [[nodiscard]] core::Result<std::vector<domain::Version>> list(domain::DatasetId dataset) const;
    /// Errors: NotFound.
    [[nodiscard]] core::Result<domain::Version> find(domain::VersionId id) const;
    [[nodiscard]] core::Result<domain::Version> findByName(domain::DatasetId dataset, const QString& name) const;
    /// V001, V002, …: the number after the highest ever given in this dataset, deleted versions included.
    [[nodiscard]] core::Result<QString> nextName(domain::DatasetId dataset) const;

    /// Freezes the present state of the dataset under `version.name`; counts are filled in. `usage` holds the split by
    /// sample (samples not in it: None). The version becomes the current one unless it is a draft.
    /// Errors: AlreadyExists, InvalidArgument (name).
    QFuture<core::Result<domain::VersionId>> create(const domain::Version& version,
                                                    const QHash<domain::SampleId, domain::SampleUsage>& usage);
    /// Calls `visit` with each sample of the version, its usage in the version and its frozen annotations.
    core::Result<> forEach(domain::VersionId version,
                           const std::function<bool(const domain::Sample&, std::vector<domain::Annotation>&&)>& visit) const;
    [[nodiscard]] core::Result<std::vector<domain::Label>> labels(domain::VersionId version) const;
    /// True when the dataset's present state is what the version froze.
    [[nodiscard]] core::Result<bool> isUnchangedSince(domain::VersionId version) const;

    /// Makes the dataset say what `version` froze: labels come back, samples that came later go out of sight, those
    /// deleted since come back. Call create() for a draft first when isUnchangedSince(current) is false.
    QFuture<core::Result<>> setCurrent(domain::VersionId version);
    /// Moves the version to the trash; its files stay on disk.
    QFuture<core::Result<>> remove(domain::VersionId version);
    /// Forgets a version whose files could not be written, as if it had never been: its name is free again and
    /// `previous` (may be invalid) is the current version. Errors: NotFound.
    QFuture<core::Result<>> discard(domain::VersionId version, domain::VersionId previous);
    /// Reads both; cost is the size of the difference plus two index scans.
    [[nodiscard]] core::Result<VersionDiff> diff(domain::VersionId before, domain::VersionId after) const;

private:
    Store& m_store;
};

} // namespace lw::store
