// SPDX-License-Identifier: GPL-3.0-or-later
//! An order of samples that no column gives: by likeness to some, in groups of near-duplicates, by what they would teach.
#pragma once

#include "models/domain/Similarity.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace lw::items {

/// Immutable, so that it may be handed to threads. It holds ids and numbers only, 40 bytes a sample: lists page through
/// it like through any other order.
class SampleArrangement final {
public:
    enum class Kind {
        Similar,    ///< the most alike first
        Duplicates, ///< group by group
        Next,       ///< those whose labels would teach the most, the most useful first
    };
    using Pointer = std::shared_ptr<const SampleArrangement>;

    /// "More like these": `order` has the most alike first, the sources among them. `name` is a source's file name.
    [[nodiscard]] static Pointer similar(const QList<domain::SampleId>& sources, const QString& name,
                                         const std::vector<domain::ScoredSample>& order);
    /// Near-duplicates of at least `threshold`; see domain::groupDuplicates() for `preferred`.
    [[nodiscard]] static Pointer duplicates(std::shared_ptr<const domain::DuplicateFindings> findings, double threshold,
                                            const QSet<domain::SampleId>& preferred = {});

    /// "Label these next": the most useful first.
    [[nodiscard]] static Pointer next(const QList<domain::SampleId>& order);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Of `filtered`, those that belong here, in this order. Of groups only those appear of which two or more are in
    /// `inSight`, the dataset's present samples. Samples that nothing is known of (their picture is broken) are left
    /// out.
    [[nodiscard]] QList<domain::SampleId> arranged(const QList<domain::SampleId>& filtered,
                                                   const QList<domain::SampleId>& inSight) const;

    /// nullopt for samples that do not belong here.
    [[nodiscard]] std::optional<float> similarity(domain::SampleId id) const;
    /// Position of its group, -1 for none.
    [[nodiscard]] int groupOf(domain::SampleId id) const;
    /// True for the one of its group that stays when the others are selected.
    [[nodiscard]] bool isKept(domain::SampleId id) const;

    /// All that belong here.
    [[nodiscard]] const QList<domain::SampleId>& order() const { return m_order; }
    [[nodiscard]] const QList<domain::SampleId>& sources() const { return m_sources; }
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] const std::vector<domain::SampleGroup>& groups() const { return m_groups; }
    [[nodiscard]] const std::shared_ptr<const domain::DuplicateFindings>& findings() const { return m_findings; }
    [[nodiscard]] double threshold() const { return m_threshold; }
    [[nodiscard]] const QSet<domain::SampleId>& preferred() const { return m_preferred; }

private:
    struct Place {
        float similarity = 0;
        int group = -1;
        bool isKept = false;
    };

    Kind m_kind = Kind::Similar;
    QList<domain::SampleId> m_order;
    QHash<domain::SampleId, Place> m_places;
    QList<domain::SampleId> m_sources;
    QString m_name;
    std::vector<domain::SampleGroup> m_groups;
    std::shared_ptr<const domain::DuplicateFindings> m_findings;
    double m_threshold = 0;
    QSet<domain::SampleId> m_preferred;
};

} // namespace lw::items
