// SPDX-License-Identifier: GPL-3.0-or-later
//! Union-find over pairs.
#include "models/domain/Similarity.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace lw::domain {

namespace {

/// Sets that are joined; each is known by its root.
class Sets {
public:
    int indexOf(SampleId id)
    {
        const auto known = m_indices.constFind(id);
        if (known != m_indices.constEnd()) {
            return *known;
        }
        const auto index = int(m_parents.size());
        m_indices.insert(id, index);
        m_parents.push_back(index);
        return index;
    }
    int rootOf(int index)
    {
        while (m_parents[size_t(index)] != index) {
            int& parent = m_parents[size_t(index)];
            parent = m_parents[size_t(parent)];
            index = parent;
        }
        return index;
    }
    void join(int a, int b) { m_parents[size_t(rootOf(a))] = rootOf(b); }
    [[nodiscard]] const QHash<SampleId, int>& indices() const { return m_indices; }

private:
    QHash<SampleId, int> m_indices;
    std::vector<int> m_parents;
};

void raise(QHash<SampleId, float>& best, SampleId id, float similarity)
{
    float& value = best[id];
    value = std::max(value, similarity);
}

/// Puts the one to keep first.
void chooseKept(SampleGroup& group, const DuplicateFindings& findings, const QSet<SampleId>& preferred)
{
    const auto rank = [&](SampleId id) {
        const SampleMerit merit = findings.merits.value(id);
        return std::tuple(preferred.contains(id), merit.isLabelled, merit.pixels, merit.bytes, -id.value);
    };
    const auto best =
        std::max_element(group.members.begin(), group.members.end(),
                         [&](const GroupMember& x, const GroupMember& y) { return rank(x.id) < rank(y.id); });
    std::iter_swap(group.members.begin(), best);
}

} // namespace

std::vector<SampleGroup> groupDuplicates(const DuplicateFindings& findings, double threshold,
                                         const QSet<SampleId>& preferred)
{
    Sets sets;
    QHash<SampleId, float> nearest;
    const auto isStrong = [threshold](const SimilarPair& pair) { return pair.similarity >= float(threshold); };
    for (const SimilarPair& pair : findings.pairs) {
        if (isStrong(pair)) {
            sets.join(sets.indexOf(pair.a), sets.indexOf(pair.b));
            raise(nearest, pair.a, pair.similarity);
            raise(nearest, pair.b, pair.similarity);
        }
    }
    std::map<int, SampleGroup> byRoot;
    for (auto it = sets.indices().cbegin(); it != sets.indices().cend(); ++it) {
        byRoot[sets.rootOf(it.value())].members.push_back({it.key(), nearest.value(it.key())});
    }
    QHash<SampleId, SampleId> keptOf;
    for (auto& [root, group] : byRoot) {
        chooseKept(group, findings, preferred);
        for (const GroupMember& member : group.members) {
            keptOf.insert(member.id, group.members.front().id);
        }
    }
    QHash<SampleId, float> toKept;
    for (const SimilarPair& pair : findings.pairs) {
        if (!isStrong(pair)) {
            continue;
        }
        SampleGroup& group = byRoot[sets.rootOf(sets.indexOf(pair.a))];
        group.lowest = std::min(group.lowest, pair.similarity);
        group.highest = std::max(group.highest, pair.similarity);
        if (keptOf.value(pair.a) == pair.a) {
            raise(toKept, pair.b, pair.similarity);
        } else if (keptOf.value(pair.b) == pair.b) {
            raise(toKept, pair.a, pair.similarity);
        }
    }
    std::vector<SampleGroup> groups;
    for (auto& [root, group] : byRoot) {
        for (GroupMember& member : group.members) {
            member.similarity = toKept.value(member.id, member.similarity);
        }
        group.members.front().similarity = 1;
        std::sort(group.members.begin() + 1, group.members.end(), [](const GroupMember& x, const GroupMember& y) {
            return std::tie(y.similarity, x.id) < std::tie(x.similarity, y.id);
        });
        groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end(), [](const SampleGroup& x, const SampleGroup& y) {
        return std::tie(y.highest, x.members.front().id) < std::tie(x.highest, y.members.front().id);
    });
    return groups;
}

} // namespace lw::domain
