// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of reading samples.
#include "models/store/SampleRepository.h"

#include "models/store/Rows.h"
#include "models/store/SampleQuery.h"

#include <QSet>

#include <algorithm>

namespace lw::store {

using domain::Annotation;
using domain::DatasetId;
using domain::Sample;
using domain::SampleId;

namespace {

constexpr const char* kSelectOne =
    "SELECT " LW_SAMPLE_COLUMNS " FROM " LW_SAMPLE_TABLES " WHERE s.id = ? AND s.deleted_at IS NULL";

std::optional<Sample> readOne(Connection& connection, SampleId id)
{
    Statement& row = connection.prepare(kSelectOne);
    row.bind(1, id.value);
    std::optional<Sample> sample;
    if (row.executeStep()) {
        sample = readSample(row);
    }
    row.reset();
    return sample;
}

} // namespace

core::Result<QList<SampleId>> SampleRepository::ids(DatasetId dataset, const domain::SampleFilter& filter,
                                                    domain::SampleSort sort, bool isDescending,
                                                    const std::stop_token& stop) const
{
    return guarded<QList<SampleId>>(m_store.filePath(), [&]() -> core::Result<QList<SampleId>> {
        return querySamples(m_store.reader(), dataset, filter, sort, isDescending, stop);
    });
}

core::Result<std::vector<Sample>> SampleRepository::rows(const QList<SampleId>& ids) const
{
    return guarded<std::vector<Sample>>(m_store.filePath(), [&]() -> core::Result<std::vector<Sample>> {
        std::vector<Sample> samples;
        samples.reserve(size_t(ids.size()));
        for (SampleId id : ids) {
            if (auto sample = readOne(m_store.reader(), id)) {
                samples.push_back(std::move(*sample));
            }
        }
        return samples;
    });
}

core::Result<Sample> SampleRepository::find(SampleId id) const
{
    return guarded<Sample>(m_store.filePath(), [&]() -> core::Result<Sample> {
        if (auto sample = readOne(m_store.reader(), id)) {
            return std::move(*sample);
        }
        return core::failure(core::ErrorCode::NotFound, QString::number(id.value), m_store.filePath());
    });
}

core::Result<Sample> SampleRepository::findByFile(DatasetId dataset, const QString& folder, const QString& name) const
{
    return guarded<Sample>(m_store.filePath(), [&]() -> core::Result<Sample> {
        Statement& row = m_store.reader().prepare(
            "SELECT " LW_SAMPLE_COLUMNS " FROM " LW_SAMPLE_TABLES
            " WHERE s.dataset_id = ? AND f.dataset_id = s.dataset_id AND f.path = ? AND s.name = ? AND s.deleted_at IS NULL");
        row.bind(1, dataset.value);
        bindText(row, 2, folder);
        bindText(row, 3, name);
        if (!row.executeStep()) {
            return core::failure(core::ErrorCode::NotFound, name, m_store.filePath());
        }
        Sample sample = readSample(row);
        row.reset();
        return sample;
    });
}

core::Result<std::vector<Annotation>> SampleRepository::annotations(SampleId sample) const
{
    return guarded<std::vector<Annotation>>(m_store.filePath(), [&]() -> core::Result<std::vector<Annotation>> {
        return readAnnotations(m_store.reader(), sample);
    });
}

core::Result<SampleHistory> SampleRepository::history(SampleId sample) const
{
    return guarded<SampleHistory>(m_store.filePath(), [&]() -> core::Result<SampleHistory> {
        Connection& connection = m_store.reader();
        SampleHistory history;
        Statement& row = connection.prepare("SELECT undo_position, next_annotation FROM sample WHERE id = ?");
        row.bind(1, sample.value);
        if (row.executeStep()) {
            history.position = int64At(row, 0);
            history.nextAnnotation = int64At(row, 1);
        }
        row.reset();
        Statement& steps =
            connection.prepare("SELECT kind FROM undo_step WHERE sample_id = ? ORDER BY position");
        steps.bind(1, sample.value);
        while (steps.executeStep()) {
            history.kinds.push_back(static_cast<domain::EditKind>(intAt(steps, 0)));
        }
        steps.reset();
        return history;
    });
}

core::Result<domain::SampleEdit> SampleRepository::step(SampleId sample, qint64 position) const
{
    return guarded<domain::SampleEdit>(m_store.filePath(), [&]() -> core::Result<domain::SampleEdit> {
        Statement& row =
            m_store.reader().prepare("SELECT edit FROM undo_step WHERE sample_id = ? AND position = ?");
        row.bind(1, sample.value);
        row.bind(2, position);
        if (row.executeStep()) {
            auto edit = domain::editFromBytes(blobAt(row, 0));
            row.reset();
            if (edit) {
                return std::move(*edit);
            }
        }
        return core::failure(core::ErrorCode::NotFound, QString::number(position), m_store.filePath());
    });
}

core::Result<QHash<SampleId, QList<domain::LabelId>>> SampleRepository::labelSets(DatasetId dataset) const
{
    using Sets = QHash<SampleId, QList<domain::LabelId>>;
    return guarded<Sets>(m_store.filePath(), [&]() -> core::Result<Sets> {
        Connection& connection = m_store.reader();
        SQLite::Transaction view(connection.raw());
        Sets sets;
        for (const domain::Label& label : readLabels(connection, dataset)) {
            Statement& rows = connection.prepare("SELECT sample_id FROM sample_label WHERE label_id = ? AND count > 0");
            rows.bind(1, label.id.value);
            while (rows.executeStep()) {
                sets[SampleId(int64At(rows, 0))].append(label.id);
            }
            rows.reset();
        }
        return sets;
    });
}

core::Result<std::vector<LabelUse>> SampleRepository::labelUse(DatasetId dataset, const QList<SampleId>& ids) const
{
    return guarded<std::vector<LabelUse>>(m_store.filePath(), [&]() -> core::Result<std::vector<LabelUse>> {
        Connection& connection = m_store.reader();
        const IdBits wanted = IdBits::of(ids);
        std::vector<LabelUse> uses;
        for (const domain::Label& label : readLabels(connection, dataset)) {
            LabelUse use{label.id};
            Statement& rows = connection.prepare(
                "SELECT sample_id, count FROM sample_label WHERE label_id = ? AND sample_id BETWEEN ? AND ?");
            rows.bind(1, label.id.value);
            rows.bind(2, wanted.first());
            rows.bind(3, wanted.last());
            while (rows.executeStep()) {
                if (wanted.contains(int64At(rows, 0))) {
                    ++use.samples;
                    use.annotations += int64At(rows, 1);
                }
            }
            rows.reset();
            if (use.samples > 0) {
                uses.push_back(use);
            }
        }
        std::stable_sort(uses.begin(), uses.end(),
                         [](const LabelUse& a, const LabelUse& b) { return a.annotations > b.annotations; });
        return uses;
    });
}

core::Result<QStringList> SampleRepository::authors(DatasetId dataset) const
{
    return guarded<QStringList>(m_store.filePath(), [&]() -> core::Result<QStringList> {
        // Few authors, many samples: probing one sample per author beats collecting distinct values.
        Statement& rows = m_store.reader().prepare(
            "SELECT name FROM author a WHERE EXISTS (SELECT 1 FROM sample s WHERE s.dataset_id = ? AND "
            "s.author_id = a.id AND s.deleted_at IS NULL) ORDER BY name");
        rows.bind(1, dataset.value);
        QStringList names;
        while (rows.executeStep()) {
            names.append(textAt(rows, 0));
        }
        rows.reset();
        return names;
    });
}

core::Result<QStringList> SampleRepository::folders(DatasetId dataset) const
{
    return guarded<QStringList>(m_store.filePath(), [&]() -> core::Result<QStringList> {
        Statement& rows = m_store.reader().prepare(
            "SELECT path FROM folder f WHERE dataset_id = ?1 AND EXISTS (SELECT 1 FROM sample s WHERE "
            "s.dataset_id = ?1 AND s.folder_id = f.id AND s.deleted_at IS NULL) ORDER BY path");
        rows.bind(1, dataset.value);
        QStringList paths;
        while (rows.executeStep()) {
            paths.append(textAt(rows, 0));
        }
        rows.reset();
        return paths;
    });
}

core::Result<> SampleRepository::forEach(
    DatasetId dataset, const QList<SampleId>& ids,
    const std::function<bool(const Sample&, std::vector<Annotation>&&)>& visit, bool withAnnotations) const
{
    return guarded<void>(m_store.filePath(), [&]() -> core::Result<> {
        Connection& connection = m_store.reader();
        // A read transaction keeps one view of the file although others write meanwhile.
        SQLite::Transaction view(connection.raw());
        const IdBits wanted = IdBits::of(ids);
        Statement rows(connection.raw(),
                               "SELECT " LW_SAMPLE_COLUMNS " FROM " LW_SAMPLE_TABLES
                               " WHERE s.dataset_id = ? AND s.deleted_at IS NULL AND s.id BETWEEN ? AND ? ORDER BY s.id");
        rows.bind(1, dataset.value);
        rows.bind(2, ids.isEmpty() ? 0 : wanted.first());
        rows.bind(3, ids.isEmpty() ? std::numeric_limits<qint64>::max() : wanted.last());
        while (rows.executeStep()) {
            if (!ids.isEmpty() && !wanted.contains(int64At(rows, 0))) {
                continue;
            }
            const Sample sample = readSample(rows);
            std::vector<Annotation> annotations;
            if (withAnnotations && sample.annotationCount > 0) {
                annotations = readAnnotations(connection, sample.id);
            }
            if (!visit(sample, std::move(annotations))) {
                return core::failure(core::ErrorCode::Cancelled);
            }
        }
        return {};
    });
}

} // namespace lw::store
