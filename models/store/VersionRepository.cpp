// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of versions. A snapshot is found by the hash of its content, so versions share what did not change.
#include "models/store/VersionRepository.h"

#include "models/store/HistoryRecord.h"
#include "models/store/LabelRepository.h"
#include "models/store/TrashBin.h"
#include "models/store/VersionRows.h"

#include <QCryptographicHash>

#include <map>
#include <set>

namespace lw::store {

using domain::Annotation;
using domain::Sample;
using domain::SampleId;
using domain::Version;
using domain::VersionId;

namespace {

#define LW_SELECT_VERSION \
    "SELECT id, dataset_id, name, description, is_draft, created_at, train_ratio, seed, has_hard, samples, labelled, " \
    "annotations, manifest_path FROM version WHERE deleted_at IS NULL "

Version read(const Statement& row)
{
    Version v;
    v.id = VersionId(int64At(row, 0));
    v.datasetId = domain::DatasetId(int64At(row, 1));
    v.name = textAt(row, 2);
    v.description = textAt(row, 3);
    v.isDraft = intAt(row, 4) != 0;
    v.createdAt = int64At(row, 5);
    v.trainRatio = optionalAt(row, 6);
    v.seed = quint64(int64At(row, 7));
    v.hasHardAttribute = intAt(row, 8) != 0;
    v.samples = int64At(row, 9);
    v.labelled = int64At(row, 10);
    v.annotations = int64At(row, 11);
    v.manifestPath = textAt(row, 12);
    return v;
}

core::Result<Version> readOne(Connection& connection, VersionId id)
{
    Statement& row = connection.prepare(LW_SELECT_VERSION "AND id = ?");
    row.bind(1, id.value);
    if (!row.executeStep()) {
        return core::failure(core::ErrorCode::NotFound, QString::number(id.value));
    }
    Version version = read(row);
    row.reset();
    return version;
}

bool isPlain(const SampleContent& content)
{
    return content.annotations.empty() && !content.isHard && content.state == domain::SampleState::Unlabelled &&
           content.attributes.isEmpty();
}

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

/// Row of the snapshot with this content, made when new; 0 for a sample that says nothing.
qint64 snapshotId(Connection& connection, const SampleContent& content)
{
    if (isPlain(content)) {
        return 0;
    }
    const QByteArray bytes = contentToBytes(content);
    const QByteArray hash = hashOf(bytes);
    Statement& find = connection.prepare("SELECT id FROM snapshot WHERE hash = ?");
    bindBlob(find, 1, hash);
    if (find.executeStep()) {
        const qint64 id = int64At(find, 0);
        find.reset();
        return id;
    }
    find.reset();
    Statement& insert = connection.prepare("INSERT INTO snapshot (hash, content) VALUES (?, ?)");
    bindBlob(insert, 1, hash);
    bindBlob(insert, 2, bytes);
    insert.exec();
    return connection.lastInsertId();
}

struct PresentSample {
    qint64 id = 0;
    SampleContent content;
};

/// Calls `visit` with what each sample in sight says now.
void forEachPresent(Connection& connection, domain::DatasetId dataset,
                    const std::function<bool(const PresentSample&)>& visit)
{
    Statement rows(connection.raw(),
                           "SELECT id, state, is_hard, hard_coefficient, annotation_count, hard_reasons, attributes FROM sample "
                           "WHERE dataset_id = ? AND deleted_at IS NULL ORDER BY id");
    rows.bind(1, dataset.value);
    while (rows.executeStep()) {
        PresentSample sample{int64At(rows, 0), {}};
        sample.content.state = static_cast<domain::SampleState>(intAt(rows, 1));
        sample.content.isHard = intAt(rows, 2) != 0;
        sample.content.hardCoefficient = optionalAt(rows, 3);
        sample.content.hardReasons = reasonsAt(rows, 5);
        sample.content.attributes = sampleAttributesFromJson(textAt(rows, 6));
        if (intAt(rows, 4) > 0) {
            sample.content.annotations = readAnnotations(connection, SampleId(sample.id));
        }
        if (!visit(sample)) {
            return;
        }
    }
}

void insertMember(Connection& connection, VersionId version, qint64 sample, domain::SampleUsage usage, qint64 snapshot)
{
    Statement& insert = connection.prepare("INSERT INTO version_sample VALUES (?, ?, ?, ?)");
    insert.bind(1, version.value);
    insert.bind(2, sample);
    insert.bind(3, int(usage));
    snapshot > 0 ? insert.bind(4, snapshot) : insert.bind(4);
    insert.exec();
}

VersionId insertVersion(Connection& connection, const Version& version)
{
    Statement& insert = connection.prepare(
        "INSERT INTO version (dataset_id, name, description, is_draft, created_at, train_ratio, seed, has_hard, "
        "manifest_path, labels) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, version.datasetId.value);
    bindText(insert, 2, version.name);
    bindText(insert, 3, version.description);
    insert.bind(4, version.isDraft ? 1 : 0);
    insert.bind(5, version.createdAt > 0 ? version.createdAt : nowMs());
    bindOptional(insert, 6, version.trainRatio);
    insert.bind(7, qint64(version.seed));
    insert.bind(8, version.hasHardAttribute ? 1 : 0);
    bindText(insert, 9, version.manifestPath);
    bindBlob(insert, 10, labelsToBytes(readLabels(connection, version.datasetId)));
    insert.exec();
    return VersionId(connection.lastInsertId());
}

void makeCurrent(WriteContext& context, domain::DatasetId dataset, VersionId version)
{
    Statement& update = context.connection.prepare("UPDATE dataset SET current_version = ? WHERE id = ?");
    update.bind(1, version.value);
    update.bind(2, dataset.value);
    update.exec();
    context.change.dataset = dataset;
    context.change.touch(Change::Datasets);
    context.change.touch(Change::Versions);
}

core::Result<VersionId> freeze(WriteContext& context, const Version& version,
                               const QHash<SampleId, domain::SampleUsage>& usage)
{
    if (!domain::isValidName(version.name)) {
        return core::failure(core::ErrorCode::InvalidArgument, version.name);
    }
    Connection& connection = context.connection;
    const VersionId id = insertVersion(connection, version);
    qint64 samples = 0, labelled = 0, annotations = 0;
    forEachPresent(connection, version.datasetId, [&](const PresentSample& sample) {
        ++samples;
        labelled += sample.content.state == domain::SampleState::Labelled ? 1 : 0;
        annotations += qint64(sample.content.annotations.size());
        insertMember(connection, id, sample.id, usage.value(SampleId(sample.id), domain::SampleUsage::None),
                     snapshotId(connection, sample.content));
        return true;
    });
    Statement& counts =
        connection.prepare("UPDATE version SET samples = ?, labelled = ?, annotations = ? WHERE id = ?");
    counts.bind(1, samples);
    counts.bind(2, labelled);
    counts.bind(3, annotations);
    counts.bind(4, id.value);
    counts.exec();
    context.change.dataset = version.datasetId;
    context.change.touch(Change::Versions);
    if (!version.isDraft) {
        makeCurrent(context, version.datasetId, id);
    }
    return id;
}

/// Labels of the version that are gone come back, those deleted for good as new ones; if the name is taken by a newer
/// label, that one is used instead.
core::Result<std::map<qint64, qint64>> reviveLabels(WriteContext& context, domain::DatasetId dataset,
                                                    const std::vector<domain::Label>& labels)
{
    Connection& connection = context.connection;
    std::map<qint64, qint64> ids;
    for (const domain::Label& label : labels) {
        Statement& find =
            connection.prepare("SELECT id FROM label WHERE dataset_id = ? AND name = ? AND deleted_at IS NULL");
        find.bind(1, dataset.value);
        bindText(find, 2, label.name);
        if (find.executeStep()) {
            ids[label.id.value] = int64At(find, 0);
            find.reset();
            continue;
        }
        find.reset();
        Statement& revive = connection.prepare(
            "UPDATE label SET deleted_at = NULL, name = ?, shortcut = '' WHERE id = ?");
        bindText(revive, 1, label.name);
        revive.bind(2, label.id.value);
        if (revive.exec() > 0) {
            // What went with it is not what the version says.
            leaveTrash(connection, domain::TrashKind::Label, label.id.value);
            Statement& forget = connection.prepare("DELETE FROM trash_annotation WHERE label_id = ?");
            forget.bind(1, label.id.value);
            forget.exec();
            ids[label.id.value] = label.id.value;
            continue;
        }
        domain::Label fresh = label;
        fresh.datasetId = dataset;
        fresh.shortcut.clear();
        const core::Result<domain::LabelId> made = insertLabel(context, fresh);
        if (!made) {
            return core::failure(made.error());
        }
        ids[label.id.value] = made->value;
    }
    return ids;
}

/// Labels that the version does not know go out of sight; by now nothing uses them.
void retireLabels(Connection& connection, domain::DatasetId dataset, const std::map<qint64, qint64>& kept)
{
    std::set<qint64> ids;
    for (const auto& [old, now] : kept) {
        ids.insert(now);
    }
    for (const domain::Label& label : readLabels(connection, dataset)) {
        if (!ids.contains(label.id.value)) {
            Statement& update = connection.prepare("UPDATE label SET deleted_at = ?, shortcut = '' WHERE id = ?");
            update.bind(1, nowMs());
            update.bind(2, label.id.value);
            update.exec();
        }
    }
}

void setInSight(Connection& connection, qint64 sample, bool isInSight, CounterDelta& delta)
{
    leaveTrash(connection, domain::TrashKind::Sample, sample);
    const SampleContent content = readContent(connection, SampleId(sample));
    Statement& update = connection.prepare("UPDATE sample SET deleted_at = ? WHERE id = ?");
    isInSight ? update.bind(1) : update.bind(1, nowMs());
    update.bind(2, sample);
    update.exec();
    delta.countSample(content.state, content.isHard, isInSight ? +1 : -1);
}

core::Result<> restoreVersion(WriteContext& context, VersionId id, const QString& person)
{
    Connection& connection = context.connection;
    const core::Result<Version> version = readOne(connection, id);
    if (!version) {
        return core::failure(version.error());
    }
    Statement& blob = connection.prepare("SELECT labels FROM version WHERE id = ?");
    blob.bind(1, id.value);
    blob.executeStep();
    const std::vector<domain::Label> labels = labelsFromBytes(blobAt(blob, 0));
    blob.reset();
    const core::Result<std::map<qint64, qint64>> revived = reviveLabels(context, version->datasetId, labels);
    if (!revived) {
        return core::failure(revived.error());
    }
    const std::map<qint64, qint64>& labelIds = *revived;
    const std::map<qint64, qint64> members = membersOf(connection, id);
    CounterDelta delta(version->datasetId);

    std::set<qint64> present;
    std::vector<qint64> leaving;
    Statement rows(connection.raw(), "SELECT id FROM sample WHERE dataset_id = ? AND deleted_at IS NULL");
    rows.bind(1, version->datasetId.value);
    while (rows.executeStep()) {
        const qint64 sample = int64At(rows, 0);
        (members.contains(sample) ? (void)present.insert(sample) : leaving.push_back(sample));
    }
    for (qint64 sample : leaving) {
        replaceContent(connection, SampleId(sample), {}, {}, delta);
        setInSight(connection, sample, false, delta);
    }
    for (const auto& [sample, frozen] : members) {
        SampleContent content = snapshot(connection, frozen);
        for (Annotation& a : content.annotations) {
            const auto mapped = labelIds.find(a.labelId.value);
            a.labelId = mapped == labelIds.end() ? a.labelId : domain::LabelId(mapped->second);
        }
        if (!present.contains(sample)) {
            setInSight(connection, sample, true, delta);
        }
        const SampleContent now = readContent(connection, SampleId(sample));
        if (now != content) {
            const QString author = content.annotations.empty() ? QString() : content.annotations.back().author;
            replaceContent(connection, SampleId(sample), content, author, delta);
            recordDifference(connection, SampleId(sample), domain::HistoryCause::Version, person, now, content);
        }
    }
    delta.write(connection, context.change);
    retireLabels(connection, version->datasetId, labelIds);
    makeCurrent(context, version->datasetId, id);
    context.change.touch(Change::Samples);
    context.change.touch(Change::Annotations);
    context.change.touch(Change::Membership);
    context.change.touch(Change::Labels);
    return {};
}

} // namespace

SampleContent snapshot(Connection& connection, qint64 id)
{
    if (id == 0) {
        return {};
    }
    Statement& row = connection.prepare("SELECT content FROM snapshot WHERE id = ?");
    row.bind(1, id);
    SampleContent content;
    if (row.executeStep()) {
        content = contentFromBytes(blobAt(row, 0));
    }
    row.reset();
    return content;
}

/// sample id -> snapshot id (0: plain).
std::map<qint64, qint64> membersOf(Connection& connection, VersionId version)
{
    Statement& rows = connection.prepare(
        "SELECT sample_id, coalesce(snapshot_id, 0) FROM version_sample WHERE version_id = ? ORDER BY sample_id");
    rows.bind(1, version.value);
    std::map<qint64, qint64> members;
    while (rows.executeStep()) {
        members.emplace_hint(members.end(), int64At(rows, 0), int64At(rows, 1));
    }
    rows.reset();
    return members;
}

core::Result<std::vector<Version>> VersionRepository::list(domain::DatasetId dataset) const
{
    return guarded<std::vector<Version>>(m_store.filePath(), [&]() -> core::Result<std::vector<Version>> {
        Statement& rows = m_store.reader().prepare(LW_SELECT_VERSION "AND dataset_id = ? ORDER BY id DESC");
        rows.bind(1, dataset.value);
        std::vector<Version> versions;
        while (rows.executeStep()) {
            versions.push_back(read(rows));
        }
        rows.reset();
        return versions;
    });
}

core::Result<Version> VersionRepository::find(VersionId id) const
{
    return guarded<Version>(m_store.filePath(), [&] { return readOne(m_store.reader(), id); });
}

core::Result<Version> VersionRepository::findByName(domain::DatasetId dataset, const QString& name) const
{
    return guarded<Version>(m_store.filePath(), [&]() -> core::Result<Version> {
        Statement& row = m_store.reader().prepare(LW_SELECT_VERSION "AND dataset_id = ? AND name = ?");
        row.bind(1, dataset.value);
        bindText(row, 2, name);
        if (!row.executeStep()) {
            return core::failure(core::ErrorCode::NotFound, name);
        }
        Version version = read(row);
        row.reset();
        return version;
    });
}

core::Result<QString> VersionRepository::nextName(domain::DatasetId dataset) const
{
    return guarded<QString>(m_store.filePath(), [&]() -> core::Result<QString> {
        Statement& row = m_store.reader().prepare(
            "SELECT coalesce(max(CAST(substr(name, 2) AS INTEGER)), 0) FROM version "
            "WHERE dataset_id = ? AND name GLOB 'V[0-9][0-9][0-9]*'");
        row.bind(1, dataset.value);
        row.executeStep();
        const int highest = intAt(row, 0);
        row.reset();
        return QStringLiteral("V%1").arg(highest + 1, 3, 10, QLatin1Char('0'));
    });
}

QFuture<core::Result<VersionId>> VersionRepository::create(const Version& version,
                                                           const QHash<SampleId, domain::SampleUsage>& usage)
{
    return m_store.write<VersionId>(
        [version, usage](WriteContext& context) { return freeze(context, version, usage); });
}

core::Result<> VersionRepository::forEach(
    VersionId version, const std::function<bool(const Sample&, std::vector<Annotation>&&)>& visit) const
{
    return guarded<void>(m_store.filePath(), [&]() -> core::Result<> {
        Connection& connection = m_store.reader();
        SQLite::Transaction view(connection.raw());
        Statement rows(connection.raw(),
                               "SELECT " LW_SAMPLE_COLUMNS ", v.usage, coalesce(v.snapshot_id, 0) FROM version_sample v "
                               "JOIN sample s ON s.id = v.sample_id JOIN folder f ON f.id = s.folder_id "
                               "LEFT JOIN author a ON a.id = s.author_id WHERE v.version_id = ? ORDER BY v.sample_id");
        rows.bind(1, version.value);
        while (rows.executeStep()) {
            Sample sample = readSample(rows);
            SampleContent content = snapshot(connection, int64At(rows, kSampleColumns + 1));
            sample.usage = static_cast<domain::SampleUsage>(intAt(rows, kSampleColumns));
            sample.state = content.state;
            sample.isHard = content.isHard;
            sample.hardCoefficient = content.hardCoefficient;
            sample.hardReasons = content.hardReasons;
            sample.attributes = content.attributes;
            sample.annotationCount = int(content.annotations.size());
            if (!visit(sample, std::move(content.annotations))) {
                return core::failure(core::ErrorCode::Cancelled);
            }
        }
        return {};
    });
}

core::Result<std::vector<domain::Label>> VersionRepository::labels(VersionId version) const
{
    return guarded<std::vector<domain::Label>>(m_store.filePath(), [&]() -> core::Result<std::vector<domain::Label>> {
        Statement& row = m_store.reader().prepare("SELECT labels FROM version WHERE id = ?");
        row.bind(1, version.value);
        if (!row.executeStep()) {
            return core::failure(core::ErrorCode::NotFound, QString::number(version.value));
        }
        std::vector<domain::Label> labels = labelsFromBytes(blobAt(row, 0));
        row.reset();
        return labels;
    });
}

core::Result<bool> VersionRepository::isUnchangedSince(VersionId id) const
{
    return guarded<bool>(m_store.filePath(), [&]() -> core::Result<bool> {
        Connection& connection = m_store.reader();
        const core::Result<Version> version = readOne(connection, id);
        if (!version) {
            return core::failure(version.error());
        }
        SQLite::Transaction view(connection.raw());
        const std::map<qint64, qint64> members = membersOf(connection, id);
        size_t seen = 0;
        bool isSame = true;
        forEachPresent(connection, version->datasetId, [&](const PresentSample& sample) {
            const auto member = members.find(sample.id);
            ++seen;
            isSame = member != members.end() && snapshot(connection, member->second) == sample.content;
            return isSame;
        });
        return isSame && seen == members.size();
    });
}

QFuture<core::Result<>> VersionRepository::setCurrent(VersionId version)
{
    return m_store.write<void>([version, author = m_store.author()](WriteContext& context) {
        return restoreVersion(context, version, author);
    });
}

QFuture<core::Result<>> VersionRepository::remove(VersionId id)
{
    return m_store.write<void>([id, author = m_store.author()](WriteContext& context) -> core::Result<> {
        const core::Result<Version> version = readOne(context.connection, id);
        if (!version) {
            return core::failure(version.error());
        }
        Statement& update = context.connection.prepare("UPDATE version SET deleted_at = ? WHERE id = ?");
        update.bind(1, nowMs());
        update.bind(2, id.value);
        update.exec();
        enterTrash(context.connection, domain::TrashKind::Version, id.value, version->datasetId, author);
        Statement& current = context.connection.prepare(
            "UPDATE dataset SET current_version = NULL WHERE id = ? AND current_version = ?");
        current.bind(1, version->datasetId.value);
        current.bind(2, id.value);
        current.exec();
        context.change.dataset = version->datasetId;
        context.change.touch(Change::Versions);
        context.change.touch(Change::Datasets);
        return {};
    });
}

} // namespace lw::store
