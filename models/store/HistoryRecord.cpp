// SPDX-License-Identifier: GPL-3.0-or-later
//! Events as rows. A field is written only when its bit is set, so most notes take a dozen bytes.
#include "models/store/HistoryRecord.h"

#include "models/store/Rows.h"

#include <QDataStream>

namespace lw::store {

using domain::AnnotationNote;

namespace {

constexpr int kStreamVersion = QDataStream::Qt_6_4;

bool hasLabelBefore(const AnnotationNote& note)
{
    return note.fields & (AnnotationNote::Label | AnnotationNote::Removed);
}

bool hasLabelAfter(const AnnotationNote& note)
{
    return note.fields & (AnnotationNote::Label | AnnotationNote::Added);
}

bool hasAuthorBefore(const AnnotationNote& note)
{
    return note.fields & (AnnotationNote::Author | AnnotationNote::Removed);
}

bool hasAuthorAfter(const AnnotationNote& note)
{
    return note.fields & (AnnotationNote::Author | AnnotationNote::Added);
}

void write(QDataStream& out, const AnnotationNote& note)
{
    out << note.id.value << quint16(note.fields);
    if (hasLabelBefore(note)) {
        out << note.labelBefore.value;
    }
    if (hasLabelAfter(note)) {
        out << note.labelAfter.value;
    }
    if (note.fields & AnnotationNote::Flags) {
        out << quint8(note.flagsBefore) << quint8(note.flagsAfter);
    }
    if (hasAuthorBefore(note)) {
        out << note.authorBefore.toUtf8();
    }
    if (hasAuthorAfter(note)) {
        out << note.authorAfter.toUtf8();
    }
    if (note.fields & AnnotationNote::Attributes) {
        out << note.attributes;
    }
}

AnnotationNote read(QDataStream& in)
{
    AnnotationNote note;
    quint16 fields = 0;
    in >> note.id.value >> fields;
    note.fields = AnnotationNote::Fields(fields);
    if (hasLabelBefore(note)) {
        in >> note.labelBefore.value;
    }
    if (hasLabelAfter(note)) {
        in >> note.labelAfter.value;
    }
    if (note.fields & AnnotationNote::Flags) {
        quint8 before = 0, after = 0;
        in >> before >> after;
        note.flagsBefore = before;
        note.flagsAfter = after;
    }
    QByteArray author;
    if (hasAuthorBefore(note)) {
        in >> author;
        note.authorBefore = QString::fromUtf8(author);
    }
    if (hasAuthorAfter(note)) {
        in >> author;
        note.authorAfter = QString::fromUtf8(author);
    }
    if (note.fields & AnnotationNote::Attributes) {
        in >> note.attributes;
    }
    return note;
}

} // namespace

QByteArray notesToBytes(const std::vector<AnnotationNote>& notes)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    for (const AnnotationNote& note : notes) {
        write(out, note);
    }
    return bytes;
}

std::vector<AnnotationNote> notesFromBytes(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(kStreamVersion);
    std::vector<AnnotationNote> notes;
    while (!in.atEnd()) {
        AnnotationNote note = read(in);
        if (in.status() != QDataStream::Ok) {
            break;
        }
        notes.push_back(std::move(note));
    }
    return notes;
}

void recordEvent(Connection& connection, domain::SampleId sample, const domain::SampleEvent& event)
{
    const qint64 author = authorId(connection, event.author);
    Statement& insert = connection.prepare(
        "INSERT INTO sample_event (sample_id, number, cause, kind, author_id, created_at, notes) VALUES (?1, "
        "(SELECT coalesce(max(number), 0) + 1 FROM sample_event WHERE sample_id = ?1), ?2, ?3, ?4, ?5, ?6)");
    insert.bind(1, sample.value);
    insert.bind(2, int(event.cause));
    event.kind ? insert.bind(3, int(*event.kind)) : insert.bind(3);
    author > 0 ? insert.bind(4, author) : insert.bind(4);
    insert.bind(5, event.at > 0 ? event.at : nowMs());
    bindBlob(insert, 6, notesToBytes(event.notes));
    insert.exec();
}

void recordDifference(Connection& connection, domain::SampleId sample, domain::HistoryCause cause,
                      const QString& author, const SampleContent& before, const SampleContent& after)
{
    std::vector<AnnotationNote> notes = domain::notesBetween(before.annotations, after.annotations);
    if (!notes.empty()) {
        recordEvent(connection, sample, {cause, std::nullopt, author, 0, std::move(notes)});
    }
}

} // namespace lw::store
