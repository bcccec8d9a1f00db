// SPDX-License-Identifier: GPL-3.0-or-later
//! Compares what two versions froze. Whole annotations are compared, so that every kind of data is treated alike.
#include "models/store/HistoryRecord.h"
#include "models/store/Rows.h"
#include "models/store/VersionRepository.h"
#include "models/store/VersionRows.h"

#include <algorithm>
#include <map>

namespace lw::store {

using domain::Annotation;
using domain::LabelId;
using domain::SampleId;

namespace {

class Comparison
{
public:
    Comparison(Connection& connection, const std::vector<domain::Label>& before,
               const std::vector<domain::Label>& after)
        : m_connection(connection)
    {
        for (const domain::Label& label : before) {
            VersionDiff::LabelChange& change = m_labels[label.id];
            change.label = change.nameBefore = label.name;
            change.colourBefore = label.colour;
        }
        for (const domain::Label& label : after) {
            VersionDiff::LabelChange& change = m_labels[same(label, before, after)];
            change.label = change.nameAfter = label.name;
            change.colourAfter = label.colour;
        }
    }

    VersionDiff run(const std::map<qint64, qint64>& old, const std::map<qint64, qint64>& fresh)
    {
        auto was = old.begin();
        auto now = fresh.begin();
        while (was != old.end() || now != fresh.end()) {
            if (now == fresh.end() || (was != old.end() && was->first < now->first)) {
                removed(*was++);
            } else if (was == old.end() || now->first < was->first) {
                added(*now++);
            } else {
                both(*was++, *now++);
            }
        }
        for (auto& [id, change] : m_labels) {
            m_diff.labels.push_back(std::move(change));
        }
        nameSamples();
        return std::move(m_diff);
    }

private:
    using Member = std::pair<const qint64, qint64>;

    /// A label that was deleted and made anew under its name is the same one for people.
    LabelId same(const domain::Label& label, const std::vector<domain::Label>& before,
                 const std::vector<domain::Label>& after)
    {
        const auto hasId = [](const std::vector<domain::Label>& labels, LabelId id) {
            return std::any_of(labels.begin(), labels.end(), [id](const domain::Label& one) { return one.id == id; });
        };
        if (!hasId(before, label.id)) {
            for (const domain::Label& one : before) {
                if (one.name == label.name && !hasId(after, one.id)) {
                    m_same[label.id] = one.id;
                    return one.id;
                }
            }
        }
        return label.id;
    }

    LabelId canonical(LabelId label) const
    {
        const auto found = m_same.find(label);
        return found == m_same.end() ? label : found->second;
    }

    SampleContent read(qint64 frozen, bool isAfter)
    {
        SampleContent content = snapshot(m_connection, frozen);
        for (Annotation& a : content.annotations) {
            a.labelId = canonical(a.labelId);
            VersionDiff::LabelChange& change = m_labels[a.labelId];
            ++(isAfter ? change.after : change.before);
        }
        return content;
    }

    void removed(const Member& member)
    {
        const qint64 annotations = qint64(read(member.second, false).annotations.size());
        m_diff.removed.append(SampleId(member.first));
        note({SampleId(member.first), {}, VersionDiff::Fate::Removed, 0, annotations, 0});
    }

    void added(const Member& member)
    {
        const qint64 annotations = qint64(read(member.second, true).annotations.size());
        m_diff.added.append(SampleId(member.first));
        note({SampleId(member.first), {}, VersionDiff::Fate::Added, annotations, 0, 0});
    }

    void both(const Member& was, const Member& now)
    {
        const SampleContent before = read(was.second, false);
        const SampleContent after = read(now.second, true);
        if (was.second == now.second) {
            return;
        }
        VersionDiff::SampleChange change{SampleId(now.first), {}, VersionDiff::Fate::Changed, 0, 0, 0};
        for (const domain::AnnotationNote& each : domain::notesBetween(before.annotations, after.annotations)) {
            using Note = domain::AnnotationNote;
            change.added += each.fields & Note::Added ? 1 : 0;
            change.removed += each.fields & Note::Removed ? 1 : 0;
            const bool isOther = each.fields & ~(Note::Added | Note::Removed | Note::Author | Note::Order);
            change.changed += isOther ? 1 : 0;
        }
        const bool marksDiffer = before.isHard != after.isHard || before.hardCoefficient != after.hardCoefficient ||
                                 before.state != after.state || before.hardReasons != after.hardReasons ||
                                 before.attributes != after.attributes;
        if (marksDiffer || change.added + change.removed + change.changed > 0) {
            m_diff.changed.append(change.sample);
            note(change);
        }
    }

    void note(const VersionDiff::SampleChange& change)
    {
        m_diff.annotationsAdded += change.added;
        m_diff.annotationsRemoved += change.removed;
        m_diff.annotationsChanged += change.changed;
        m_diff.samples.push_back(change);
    }

    void nameSamples()
    {
        for (size_t i = 0; i < std::min(m_diff.samples.size(), VersionDiff::kMostNamed); ++i) {
            Statement& row = m_connection.prepare("SELECT name FROM sample WHERE id = ?");
            row.bind(1, m_diff.samples[i].sample.value);
            m_diff.samples[i].name = row.executeStep() ? textAt(row, 0) : QString();
            row.reset();
        }
    }

    Connection& m_connection;
    std::map<LabelId, VersionDiff::LabelChange> m_labels;
    std::map<LabelId, LabelId> m_same; ///< label of the later version -> the same of the earlier
    VersionDiff m_diff;
};

} // namespace

core::Result<VersionDiff> VersionRepository::diff(domain::VersionId before, domain::VersionId after) const
{
    return guarded<VersionDiff>(m_store.filePath(), [&]() -> core::Result<VersionDiff> {
        Connection& connection = m_store.reader();
        SQLite::Transaction view(connection.raw());
        const auto old = labels(before);
        const auto fresh = labels(after);
        if (!old || !fresh) {
            return core::failure(!old ? old.error() : fresh.error());
        }
        return Comparison(connection, *old, *fresh).run(membersOf(connection, before), membersOf(connection, after));
    });
}

} // namespace lw::store
