// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of events.
#include "models/store/HistoryRepository.h"

#include "models/store/HistoryRecord.h"
#include "models/store/Rows.h"

#include <algorithm>

namespace lw::store {

using domain::AnnotationNote;
using domain::HistoryCause;
using domain::SampleEvent;
using domain::SampleId;

namespace {

std::vector<SampleEvent> readEvents(Connection& connection, SampleId sample)
{
    Statement& rows = connection.prepare(
        "SELECT e.cause, e.kind, coalesce(a.name, ''), e.created_at, e.notes FROM sample_event e "
        "LEFT JOIN author a ON a.id = e.author_id WHERE e.sample_id = ? ORDER BY e.number");
    rows.bind(1, sample.value);
    std::vector<SampleEvent> events;
    while (rows.executeStep()) {
        SampleEvent event;
        event.cause = static_cast<HistoryCause>(intAt(rows, 0));
        if (!rows.getColumn(1).isNull()) {
            event.kind = static_cast<domain::EditKind>(intAt(rows, 1));
        }
        event.author = textAt(rows, 2);
        event.at = int64At(rows, 3);
        event.notes = notesFromBytes(blobAt(rows, 4));
        events.push_back(std::move(event));
    }
    rows.reset();
    return events;
}

/// Gestures of before the history was kept: steps older than the first event.
std::vector<SampleEvent> readOldSteps(Connection& connection, SampleId sample, qint64 before)
{
    Statement& rows = connection.prepare(
        "SELECT u.kind, u.edit, coalesce(a.name, ''), u.created_at FROM undo_step u "
        "LEFT JOIN author a ON a.id = u.author_id WHERE u.sample_id = ? AND u.created_at < ? ORDER BY u.position");
    rows.bind(1, sample.value);
    rows.bind(2, before);
    std::vector<SampleEvent> events;
    while (rows.executeStep()) {
        if (const auto edit = domain::editFromBytes(blobAt(rows, 1))) {
            events.push_back({HistoryCause::Gesture, static_cast<domain::EditKind>(intAt(rows, 0)), textAt(rows, 2),
                              int64At(rows, 3), domain::notesOf(edit->changes)});
        }
    }
    rows.reset();
    return events;
}

bool exists(Connection& connection, SampleId sample)
{
    Statement& row = connection.prepare("SELECT 1 FROM sample WHERE id = ?");
    row.bind(1, sample.value);
    return hasRow(row);
}

/// The oldest first.
std::vector<SampleEvent> readAll(Connection& connection, SampleId sample)
{
    const std::vector<SampleEvent> events = readEvents(connection, sample);
    const qint64 first = events.empty() ? std::numeric_limits<qint64>::max() : events.front().at;
    std::vector<SampleEvent> all = readOldSteps(connection, sample, first);
    all.insert(all.end(), events.begin(), events.end());
    return all;
}

/// An annotation that came with an import has no event for it: who made it is known from its row, or from what the
/// first change of it put away.
std::optional<SampleEvent> origin(Connection& connection, SampleId sample, domain::AnnotationId id,
                                  const std::vector<SampleEvent>& events)
{
    std::optional<domain::Annotation> now;
    for (const domain::Annotation& a : readAnnotations(connection, sample)) {
        if (a.id == id) {
            now = a;
        }
    }
    if (!now && events.empty()) {
        return std::nullopt;
    }
    AnnotationNote note;
    note.id = id;
    note.fields = AnnotationNote::Added;
    bool isLabelKnown = false, isAuthorKnown = false;
    for (const SampleEvent& event : events) {
        const AnnotationNote& later = event.notes.front();
        if (!isLabelKnown && (later.fields & (AnnotationNote::Label | AnnotationNote::Removed))) {
            note.labelAfter = later.labelBefore;
            isLabelKnown = true;
        }
        if (!isAuthorKnown && (later.fields & (AnnotationNote::Author | AnnotationNote::Removed))) {
            note.authorAfter = later.authorBefore;
            isAuthorKnown = true;
        }
    }
    if (now) {
        note.labelAfter = isLabelKnown ? note.labelAfter : now->labelId;
        note.authorAfter = isAuthorKnown ? note.authorAfter : now->author;
    }
    return SampleEvent{HistoryCause::Import, std::nullopt, note.authorAfter, now ? now->createdAt : 0, {note}};
}

} // namespace

core::Result<std::vector<SampleEvent>> HistoryRepository::ofSample(SampleId sample) const
{
    return guarded<std::vector<SampleEvent>>(m_store.filePath(), [&]() -> core::Result<std::vector<SampleEvent>> {
        Connection& connection = m_store.reader();
        if (!exists(connection, sample)) {
            return core::failure(core::ErrorCode::NotFound, QString::number(sample.value));
        }
        std::vector<SampleEvent> events = readAll(connection, sample);
        std::reverse(events.begin(), events.end());
        return events;
    });
}

core::Result<QHash<domain::LabelId, QString>> HistoryRepository::labelNames(domain::DatasetId dataset) const
{
    using Names = QHash<domain::LabelId, QString>;
    return guarded<Names>(m_store.filePath(), [&]() -> core::Result<Names> {
        Statement& rows = m_store.reader().prepare("SELECT id, name FROM label WHERE dataset_id = ?");
        rows.bind(1, dataset.value);
        Names names;
        while (rows.executeStep()) {
            names.insert(domain::LabelId(int64At(rows, 0)), textAt(rows, 1));
        }
        rows.reset();
        return names;
    });
}

core::Result<std::vector<SampleEvent>> HistoryRepository::ofAnnotation(SampleId sample,
                                                                       domain::AnnotationId annotation) const
{
    return guarded<std::vector<SampleEvent>>(m_store.filePath(), [&]() -> core::Result<std::vector<SampleEvent>> {
        Connection& connection = m_store.reader();
        std::vector<SampleEvent> events;
        for (SampleEvent& event : readAll(connection, sample)) {
            const auto note = std::find_if(event.notes.begin(), event.notes.end(),
                                           [&](const AnnotationNote& one) { return one.id == annotation; });
            if (note != event.notes.end()) {
                event.notes = {AnnotationNote(*note)};
                events.push_back(std::move(event));
            }
        }
        if (events.empty() || !(events.front().notes.front().fields & AnnotationNote::Added)) {
            const auto first = origin(connection, sample, annotation, events);
            if (!first) {
                return core::failure(core::ErrorCode::NotFound, QString::number(annotation.value));
            }
            events.insert(events.begin(), *first);
        }
        std::reverse(events.begin(), events.end());
        return events;
    });
}

} // namespace lw::store
