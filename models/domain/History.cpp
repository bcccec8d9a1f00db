// SPDX-License-Identifier: GPL-3.0-or-later
//! Differences between annotations as notes.
#include "models/domain/History.h"

#include <cmath>
#include <map>

namespace lw::domain {

namespace {

constexpr double kSamePlace = 1e-6; ///< pixels

/// True if `after` is `before` at another place and nothing else, whatever the kind.
bool isMoved(const Shape& before, const Shape& after)
{
    if (before.points.empty() || before.points.size() != after.points.size()) {
        return false;
    }
    const double dx = after.points.front().x - before.points.front().x;
    const double dy = after.points.front().y - before.points.front().y;
    for (size_t i = 0; i < before.points.size(); ++i) {
        if (std::abs(after.points[i].x - before.points[i].x - dx) > kSamePlace ||
            std::abs(after.points[i].y - before.points[i].y - dy) > kSamePlace) {
            return false;
        }
    }
    Shape moved = before.translated(dx, dy);
    moved.points = after.points; // equal but for rounding
    return moved == after;
}

int flagsOf(const Annotation& a)
{
    return (a.isDifficult ? 1 : 0) | (a.isTruncated ? 2 : 0) | (a.isOccluded ? 4 : 0) | (a.isHard ? 8 : 0);
}

QMap<QString, std::pair<QString, QString>> attributeChanges(const Annotation& before, const Annotation& after)
{
    QMap<QString, std::pair<QString, QString>> changes;
    for (auto it = before.attributes.begin(); it != before.attributes.end(); ++it) {
        if (after.attributes.value(it.key()) != it.value()) {
            changes.insert(it.key(), {it.value(), after.attributes.value(it.key())});
        }
    }
    for (auto it = after.attributes.begin(); it != after.attributes.end(); ++it) {
        if (!before.attributes.contains(it.key())) {
            changes.insert(it.key(), {QString(), it.value()});
        }
    }
    if (before.pose != after.pose) {
        changes.insert(QString(), {before.pose, after.pose});
    }
    return changes;
}

void noteDifferences(const Annotation& before, const Annotation& after, AnnotationNote& note)
{
    if (before.labelId != after.labelId) {
        note.fields |= AnnotationNote::Label;
        note.labelBefore = before.labelId;
        note.labelAfter = after.labelId;
    }
    if (before.shape != after.shape) {
        note.fields |= isMoved(before.shape, after.shape) ? AnnotationNote::Moved : AnnotationNote::Reshaped;
    }
    if (flagsOf(before) != flagsOf(after)) {
        note.fields |= AnnotationNote::Flags;
        note.flagsBefore = flagsOf(before);
        note.flagsAfter = flagsOf(after);
    }
    note.attributes = attributeChanges(before, after);
    if (!note.attributes.isEmpty()) {
        note.fields |= AnnotationNote::Attributes;
    }
    if (before.order != after.order) {
        note.fields |= AnnotationNote::Order;
    }
    if (before.confidence != after.confidence) {
        note.fields |= AnnotationNote::Confidence;
    }
    if (before.author != after.author) {
        note.fields |= AnnotationNote::Author;
        note.authorBefore = before.author;
        note.authorAfter = after.author;
    }
    Annotation same = before;
    same.createdAt = after.createdAt;
    if (!note.fields && same != after) {
        note.fields |= AnnotationNote::Other;
    }
}

} // namespace

AnnotationNote noteOf(const AnnotationChange& change)
{
    AnnotationNote note;
    note.id = change.id();
    if (change.before && change.after) {
        noteDifferences(*change.before, *change.after, note);
    } else if (change.after) {
        note.fields = AnnotationNote::Added;
        note.labelAfter = change.after->labelId;
        note.authorAfter = change.after->author;
    } else if (change.before) {
        note.fields = AnnotationNote::Removed;
        note.labelBefore = change.before->labelId;
        note.authorBefore = change.before->author;
    }
    return note;
}

std::vector<AnnotationNote> notesOf(const std::vector<AnnotationChange>& changes)
{
    std::vector<AnnotationNote> notes;
    for (const AnnotationChange& change : changes) {
        AnnotationNote note = noteOf(change);
        if (note.fields) {
            notes.push_back(std::move(note));
        }
    }
    return notes;
}

std::vector<AnnotationNote> notesBetween(const std::vector<Annotation>& before, const std::vector<Annotation>& after)
{
    std::map<AnnotationId, AnnotationChange> changes;
    for (const Annotation& a : before) {
        changes[a.id].before = a;
    }
    for (const Annotation& a : after) {
        changes[a.id].after = a;
    }
    std::vector<AnnotationNote> notes;
    for (const auto& [id, change] : changes) {
        AnnotationNote note = noteOf(change);
        if (note.fields) {
            notes.push_back(std::move(note));
        }
    }
    return notes;
}

} // namespace lw::domain
