// SPDX-License-Identifier: GPL-3.0-or-later
//! Moves between the dataset and the trash.
#include "models/store/TrashBin.h"

#include "models/store/HistoryRecord.h"

#include <algorithm>

namespace lw::store {

using domain::Annotation;
using domain::HistoryCause;
using domain::LabelId;
using domain::RestoreRefusal;
using domain::SampleId;
using domain::TrashKind;

namespace {

constexpr int kLongestLabel = 32;

/// Who changed the sample last, and when, is about its labels: neither the way into the trash nor out of it counts.
class LastChange
{
public:
    LastChange(Connection& connection, SampleId sample) : m_connection(connection), m_sample(sample)
    {
        Statement& row = connection.prepare("SELECT coalesce(author_id, 0), changed_at FROM sample WHERE id = ?");
        row.bind(1, sample.value);
        if (row.executeStep()) {
            m_author = int64At(row, 0);
            m_changedAt = int64At(row, 1);
        }
        row.reset();
    }
    void writeBack()
    {
        Statement& update = m_connection.prepare("UPDATE sample SET author_id = ?, changed_at = ? WHERE id = ?");
        m_author > 0 ? update.bind(1, m_author) : update.bind(1);
        update.bind(2, m_changedAt);
        update.bind(3, m_sample.value);
        update.exec();
    }

private:
    Connection& m_connection;
    SampleId m_sample;
    qint64 m_author = 0;
    qint64 m_changedAt = 0;
};

enum class Place { InSight, OutOfSight, Gone };

Place placeOfSample(Connection& connection, SampleId sample)
{
    Statement& row = connection.prepare("SELECT deleted_at IS NULL FROM sample WHERE id = ?");
    row.bind(1, sample.value);
    Place place = Place::Gone;
    if (row.executeStep()) {
        place = intAt(row, 0) != 0 ? Place::InSight : Place::OutOfSight;
    }
    row.reset();
    return place;
}

void setDeletedAt(Connection& connection, SampleId sample, std::optional<qint64> at)
{
    Statement& update = connection.prepare("UPDATE sample SET deleted_at = ? WHERE id = ?");
    at ? update.bind(1, *at) : update.bind(1);
    update.bind(2, sample.value);
    update.exec();
}

std::optional<QByteArray> keptContent(Connection& connection, SampleId sample)
{
    Statement& row = connection.prepare("SELECT content FROM trash WHERE kind = ? AND item_id = ?");
    row.bind(1, int(TrashKind::Sample));
    row.bind(2, sample.value);
    std::optional<QByteArray> content;
    if (row.executeStep() && !row.getColumn(0).isNull()) {
        content = blobAt(row, 0);
    }
    row.reset();
    return content;
}

QList<SampleId> samplesOf(Connection& connection, const char* sql, LabelId label)
{
    Statement& rows = connection.prepare(sql);
    rows.bind(1, label.value);
    QList<SampleId> samples;
    while (rows.executeStep()) {
        samples.append(SampleId(int64At(rows, 0)));
    }
    rows.reset();
    return samples;
}

QList<SampleId> samplesUsing(Connection& connection, LabelId label)
{
    return samplesOf(connection, "SELECT sample_id FROM sample_label WHERE label_id = ? ORDER BY sample_id", label);
}

/// Adds those of `annotations` whose ids are not there; true if there were any.
bool merge(SampleContent& content, const std::vector<Annotation>& annotations)
{
    bool isChanged = false;
    for (const Annotation& a : annotations) {
        const bool isThere = std::any_of(content.annotations.begin(), content.annotations.end(),
                                         [&](const Annotation& one) { return one.id == a.id; });
        if (!isThere) {
            content.annotations.push_back(a);
            isChanged = true;
        }
    }
    if (isChanged) {
        content.state = content.state == domain::SampleState::ToConfirm ? content.state
                                                                        : stateFor(qint64(content.annotations.size()));
        std::stable_sort(content.annotations.begin(), content.annotations.end(),
                         [](const Annotation& a, const Annotation& b) { return a.order < b.order; });
    }
    return isChanged;
}

} // namespace

void enterTrash(Connection& connection, TrashKind kind, qint64 item, domain::DatasetId dataset, const QString& author,
                const QByteArray& content, std::optional<LabelId> with)
{
    const qint64 writer = authorId(connection, author);
    Statement& insert = connection.prepare(
        "INSERT OR REPLACE INTO trash (kind, item_id, dataset_id, author_id, deleted_at, label_id, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, int(kind));
    insert.bind(2, item);
    insert.bind(3, dataset.value);
    writer > 0 ? insert.bind(4, writer) : insert.bind(4);
    insert.bind(5, nowMs());
    with ? insert.bind(6, with->value) : insert.bind(6);
    bindBlobOrNull(insert, 7, content);
    insert.exec();
}

void leaveTrash(Connection& connection, TrashKind kind, qint64 item)
{
    Statement& remove = connection.prepare("DELETE FROM trash WHERE kind = ? AND item_id = ?");
    remove.bind(1, int(kind));
    remove.bind(2, item);
    remove.exec();
}

QString freeName(const QString& name, int longest, const std::function<bool(const QString&)>& isTaken)
{
    QString free = name;
    for (int number = 2; isTaken(free); ++number) {
        free = domain::numberedName(name, number, longest);
    }
    return free;
}

TrashBin::TrashBin(WriteContext& context, domain::DatasetId dataset, const QString& author)
    : m_context(context), m_connection(context.connection), m_dataset(dataset), m_author(author), m_delta(dataset)
{
}

void TrashBin::takeSample(SampleId sample, std::optional<LabelId> with)
{
    LastChange last(m_connection, sample);
    const SampleContent said = replaceContent(m_connection, sample, {}, m_author, m_delta);
    m_delta.countSample(domain::SampleState::Unlabelled, false, -1);
    setDeletedAt(m_connection, sample, nowMs());
    last.writeBack();
    enterTrash(m_connection, TrashKind::Sample, sample.value, m_dataset, m_author, contentToBytes(said), with);
    recordEvent(m_connection, sample, {HistoryCause::Deleted, std::nullopt, m_author, 0, {}});
}

bool TrashBin::makeRoomFor(SampleId sample)
{
    Statement& row = m_connection.prepare(
        "SELECT o.id, o.annotation_count = 0 AND o.state = 0 AND o.is_hard = 0 AND o.attributes IS NULL AND "
        "NOT EXISTS (SELECT 1 FROM undo_step u WHERE u.sample_id = o.id) AND NOT EXISTS "
        "(SELECT 1 FROM version v JOIN version_sample m ON m.version_id = v.id AND m.sample_id = o.id "
        "WHERE v.dataset_id = o.dataset_id) "
        "FROM sample s JOIN sample o ON o.dataset_id = s.dataset_id AND o.folder_id = s.folder_id AND "
        "o.name = s.name AND o.deleted_at IS NULL WHERE s.id = ? AND o.id <> s.id");
    row.bind(1, sample.value);
    const bool hasNamesake = row.executeStep();
    const SampleId namesake(hasNamesake ? int64At(row, 0) : 0);
    const bool saysNothing = hasNamesake && intAt(row, 1) != 0;
    row.reset();
    if (!hasNamesake) {
        return true;
    }
    if (!saysNothing) {
        return false;
    }
    m_delta.countSample(domain::SampleState::Unlabelled, false, -1);
    for (const char* sql : {"DELETE FROM sample_event WHERE sample_id = ?", "DELETE FROM sample WHERE id = ?"}) {
        Statement& remove = m_connection.prepare(sql);
        remove.bind(1, namesake.value);
        remove.exec();
    }
    return true;
}

std::optional<RestoreRefusal> TrashBin::bringSample(SampleId sample, const SampleContent& otherwise)
{
    const Place place = placeOfSample(m_connection, sample);
    if (place != Place::OutOfSight) {
        return place == Place::Gone ? std::optional(RestoreRefusal::Gone) : std::nullopt;
    }
    if (!makeRoomFor(sample)) {
        return RestoreRefusal::FileThereAgain;
    }
    const std::optional<QByteArray> kept = keptContent(m_connection, sample);
    SampleContent content = kept ? contentFromBytes(*kept) : otherwise;
    leaveTrash(m_connection, TrashKind::Sample, sample.value);
    settleLabels(content);
    LastChange last(m_connection, sample);
    setDeletedAt(m_connection, sample, std::nullopt);
    m_delta.countSample(domain::SampleState::Unlabelled, false, +1);
    replaceContent(m_connection, sample, content, m_author, m_delta);
    last.writeBack();
    recordEvent(m_connection, sample, {HistoryCause::Restored, std::nullopt, m_author, 0, {}});
    return std::nullopt;
}

TrashBin::LabelPlace TrashBin::placeOf(LabelId label)
{
    if (const auto known = m_places.find(label); known != m_places.end()) {
        return known->second;
    }
    Statement& row = m_connection.prepare("SELECT deleted_at IS NULL FROM label WHERE id = ?");
    row.bind(1, label.value);
    LabelPlace place = LabelPlace::Gone;
    if (row.executeStep()) {
        place = intAt(row, 0) != 0 ? LabelPlace::InSight : LabelPlace::Deleted;
    }
    row.reset();
    m_places[label] = place;
    return place;
}

void TrashBin::settleLabels(SampleContent& content)
{
    std::map<LabelId, LabelPlace> places;
    for (const Annotation& a : content.annotations) {
        places.try_emplace(a.labelId, LabelPlace::InSight);
    }
    for (auto& [label, place] : places) {
        place = placeOf(label);
        if (place == LabelPlace::Deleted) {
            bringLabel(label);
        }
    }
    const auto lost = std::erase_if(content.annotations,
                                    [&](const Annotation& a) { return places.at(a.labelId) == LabelPlace::Gone; });
    m_outcome.lostAnnotations += qint64(lost);
    if (lost > 0 && content.annotations.empty()) {
        content.state = domain::SampleState::Unlabelled;
    }
}

void TrashBin::keepAnnotationsOf(LabelId label)
{
    for (SampleId sample : samplesUsing(m_connection, label)) {
        SampleContent part;
        part.annotations = readAnnotations(m_connection, sample);
        std::erase_if(part.annotations, [label](const Annotation& a) { return a.labelId != label; });
        Statement& insert = m_connection.prepare("INSERT OR REPLACE INTO trash_annotation VALUES (?, ?, ?)");
        insert.bind(1, label.value);
        insert.bind(2, sample.value);
        bindBlob(insert, 3, contentToBytes(part));
        insert.exec();
    }
}

void TrashBin::stripAnnotationsOf(LabelId label)
{
    for (SampleId sample : samplesUsing(m_connection, label)) {
        SampleContent content = readContent(m_connection, sample);
        const SampleContent before = content;
        std::erase_if(content.annotations, [label](const Annotation& a) { return a.labelId == label; });
        content.state = stateFor(qint64(content.annotations.size()));
        replaceContent(m_connection, sample, content, m_author, m_delta);
        recordDifference(m_connection, sample, HistoryCause::Batch, m_author, before, content);
    }
}

void TrashBin::takeLabel(LabelId label)
{
    m_places.erase(label);
    enterTrash(m_connection, TrashKind::Label, label.value, m_dataset, m_author);
}

QList<SampleId> TrashBin::bringLabel(LabelId label)
{
    Statement& row = m_connection.prepare("SELECT name, dataset_id FROM label WHERE id = ? AND deleted_at IS NOT NULL");
    row.bind(1, label.value);
    if (!row.executeStep()) {
        return {};
    }
    const QString name = textAt(row, 0);
    const qint64 dataset = int64At(row, 1);
    row.reset();
    const QString free = freeName(name, kLongestLabel, [&](const QString& wanted) {
        Statement& taken =
            m_connection.prepare("SELECT 1 FROM label WHERE dataset_id = ? AND name = ? AND deleted_at IS NULL");
        taken.bind(1, dataset);
        bindText(taken, 2, wanted);
        return hasRow(taken);
    });
    Statement& update = m_connection.prepare("UPDATE label SET deleted_at = NULL, name = ? WHERE id = ?");
    bindText(update, 1, free);
    update.bind(2, label.value);
    update.exec();
    m_places[label] = LabelPlace::InSight;
    ++m_outcome.labels;
    if (free != name) {
        m_outcome.newNames.push_back({TrashKind::Label, name, free});
    }
    m_context.change.touch(Change::Labels);
    return bringAnnotationsOf(label);
}

QList<SampleId> TrashBin::samplesWaitingFor(LabelId label) const
{
    return samplesOf(m_connection, "SELECT sample_id FROM trash_annotation WHERE label_id = ?", label);
}

QList<SampleId> TrashBin::bringAnnotationsOf(LabelId label)
{
    leaveTrash(m_connection, TrashKind::Label, label.value);
    QList<SampleId> touched;
    for (SampleId sample : samplesWaitingFor(label)) {
        Statement& row =
            m_connection.prepare("SELECT content FROM trash_annotation WHERE label_id = ? AND sample_id = ?");
        row.bind(1, label.value);
        row.bind(2, sample.value);
        const QByteArray bytes = row.executeStep() ? blobAt(row, 0) : QByteArray();
        row.reset();
        if (mergeInto(sample, contentFromBytes(bytes).annotations)) {
            touched.append(sample);
        }
    }
    Statement& clear = m_connection.prepare("DELETE FROM trash_annotation WHERE label_id = ?");
    clear.bind(1, label.value);
    clear.exec();
    return touched;
}

bool TrashBin::mergeInto(SampleId sample, const std::vector<Annotation>& annotations)
{
    const Place place = placeOfSample(m_connection, sample);
    if (place == Place::InSight) {
        const SampleContent before = readContent(m_connection, sample);
        SampleContent content = before;
        if (!merge(content, annotations)) {
            return false;
        }
        replaceContent(m_connection, sample, content, m_author, m_delta);
        recordDifference(m_connection, sample, HistoryCause::Restored, m_author, before, content);
        return true;
    }
    const auto kept = place == Place::OutOfSight ? keptContent(m_connection, sample) : std::nullopt;
    if (!kept) {
        return false;
    }
    SampleContent content = contentFromBytes(*kept);
    if (merge(content, annotations)) {
        Statement& update = m_connection.prepare("UPDATE trash SET content = ? WHERE kind = ? AND item_id = ?");
        bindBlob(update, 1, contentToBytes(content));
        update.bind(2, int(TrashKind::Sample));
        update.bind(3, sample.value);
        update.exec();
    }
    return false;
}

} // namespace lw::store
