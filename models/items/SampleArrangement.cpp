// SPDX-License-Identifier: GPL-3.0-or-later
//! Order and facts of similar samples.
#include "models/items/SampleArrangement.h"

namespace lw::items {

using domain::SampleId;

SampleArrangement::Pointer SampleArrangement::similar(const QList<SampleId>& sources, const QString& name,
                                                      const std::vector<domain::ScoredSample>& order)
{
    auto made = std::make_shared<SampleArrangement>();
    made->m_sources = sources;
    made->m_name = name;
    made->m_order.reserve(qsizetype(order.size()));
    made->m_places.reserve(qsizetype(order.size()));
    for (const domain::ScoredSample& sample : order) {
        made->m_order.append(sample.id);
        made->m_places.insert(sample.id, {sample.similarity, -1, false});
    }
    return made;
}

SampleArrangement::Pointer SampleArrangement::duplicates(std::shared_ptr<const domain::DuplicateFindings> findings,
                                                         double threshold, const QSet<SampleId>& preferred)
{
    auto made = std::make_shared<SampleArrangement>();
    made->m_kind = Kind::Duplicates;
    made->m_groups = domain::groupDuplicates(*findings, threshold, preferred);
    made->m_findings = std::move(findings);
    made->m_threshold = threshold;
    made->m_preferred = preferred;
    for (size_t group = 0; group < made->m_groups.size(); ++group) {
        bool isKept = true; // the first of each
        for (const domain::GroupMember& member : made->m_groups[group].members) {
            made->m_order.append(member.id);
            made->m_places.insert(member.id, {member.similarity, int(group), isKept});
            isKept = false;
        }
    }
    return made;
}

SampleArrangement::Pointer SampleArrangement::next(const QList<SampleId>& order)
{
    auto made = std::make_shared<SampleArrangement>();
    made->m_kind = Kind::Next;
    made->m_order = order;
    return made;
}

QList<SampleId> SampleArrangement::arranged(const QList<SampleId>& filtered, const QList<SampleId>& inSight) const
{
    std::vector<int> counts(m_groups.size(), 0);
    if (m_kind == Kind::Duplicates) {
        for (const SampleId id : inSight) {
            if (const int group = groupOf(id); group >= 0) {
                ++counts[size_t(group)];
            }
        }
    }
    const QSet<SampleId> wanted(filtered.begin(), filtered.end());
    QList<SampleId> ids;
    for (const SampleId id : m_order) {
        const int group = m_kind == Kind::Duplicates ? groupOf(id) : -1;
        if ((group < 0 || counts[size_t(group)] > 1) && wanted.contains(id)) {
            ids.append(id);
        }
    }
    return ids;
}

std::optional<float> SampleArrangement::similarity(SampleId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? std::nullopt : std::optional(place->similarity);
}

int SampleArrangement::groupOf(SampleId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? -1 : place->group;
}

bool SampleArrangement::isKept(SampleId id) const
{
    const auto place = m_places.constFind(id);
    return place != m_places.constEnd() && place->isKept;
}

} // namespace lw::items
