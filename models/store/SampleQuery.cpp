// SPDX-License-Identifier: GPL-3.0-or-later
//! Each criterion is one scan of the narrowest index; the sets are then intersected in memory. Joins over a million
//! rows would cost a B-tree descent per row instead.
#include "models/store/SampleQuery.h"

#include "models/store/Rows.h"

#include <algorithm>
#include <bit>

namespace lw::store {

using domain::SampleFilter;
using domain::SampleId;
using domain::SampleSort;

IdBits::IdBits(qint64 first, qint64 last)
    : m_first(first), m_last(last), m_words(last >= first ? size_t(last - first) / 64 + 1 : 0)
{
}

IdBits IdBits::of(const QList<SampleId>& ids)
{
    if (ids.isEmpty()) {
        return {1, 0};
    }
    const auto [low, high] = std::minmax_element(ids.begin(), ids.end());
    IdBits bits(low->value, high->value);
    for (SampleId id : ids) {
        bits.insert(id.value);
    }
    return bits;
}

void IdBits::intersect(const IdBits& other)
{
    for (size_t i = 0; i < m_words.size(); ++i) {
        m_words[i] &= other.m_words[i];
    }
}

void IdBits::unite(const IdBits& other)
{
    for (size_t i = 0; i < m_words.size(); ++i) {
        m_words[i] |= other.m_words[i];
    }
}

QList<SampleId> IdBits::toList() const
{
    qsizetype count = 0;
    for (quint64 word : m_words) {
        count += std::popcount(word);
    }
    QList<SampleId> ids;
    ids.reserve(count);
    for (size_t i = 0; i < m_words.size(); ++i) {
        for (quint64 word = m_words[i]; word != 0; word &= word - 1) {
            ids.append(SampleId(m_first + qint64(i) * 64 + std::countr_zero(word)));
        }
    }
    return ids;
}

namespace {

/// What a scan still needs to know about its parameters.
struct Scan {
    std::string where;                ///< conditions on the table sample, each with one or no parameter
    std::vector<QVariant> parameters;

    void add(const char* condition) { where += std::string(" AND ") + condition; }
    template <typename T>
    void add(const char* condition, const T& value)
    {
        add(condition);
        parameters.emplace_back(QVariant::fromValue(value));
    }
};

void bindAll(Statement& statement, int index, const std::vector<QVariant>& parameters)
{
    for (const QVariant& value : parameters) {
        if (value.typeId() == QMetaType::QString) {
            bindText(statement, index++, value.toString());
        } else if (value.typeId() == QMetaType::Double) {
            statement.bind(index++, value.toDouble());
        } else {
            statement.bind(index++, value.toLongLong());
        }
    }
}

class Query
{
public:
    Query(Connection& connection, domain::DatasetId dataset, const std::stop_token& stop)
        : m_connection(connection), m_dataset(dataset), m_stop(stop)
    {
    }

    /// Range of ids of the dataset; false when it has no samples.
    bool findRange()
    {
        // One row from each end of the index per state; min() and max() in one statement would scan it.
        m_first = std::numeric_limits<qint64>::max();
        m_last = 0;
        for (int state = 0; state < 3; ++state) {
            for (const char* order : {"ASC", "DESC"}) {
                Statement end(m_connection.raw(),
                                      std::string("SELECT id FROM sample INDEXED BY sample_state WHERE dataset_id = ? "
                                                  "AND state = ? AND deleted_at IS NULL ORDER BY id ") +
                                          order + " LIMIT 1");
                end.bind(1, m_dataset.value);
                end.bind(2, state);
                if (end.executeStep()) {
                    m_first = std::min(m_first, int64At(end, 0));
                    m_last = std::max(m_last, int64At(end, 0));
                }
            }
        }
        return m_last >= m_first;
    }

    [[nodiscard]] IdBits none() const { return {m_first, m_last}; }

    /// Sets the bits of all ids that `sql` yields in its first column.
    core::Result<IdBits> collect(const std::string& sql, const std::vector<QVariant>& parameters)
    {
        IdBits bits = none();
        Statement rows(m_connection.raw(), sql);
        bindAll(rows, 1, parameters);
        qint64 steps = 0;
        while (rows.executeStep()) {
            const qint64 id = rows.getColumn(0).getInt64();
            if (id >= m_first && id <= m_last) {
                bits.insert(id);
            }
            if ((++steps & 0x3fff) == 0 && m_stop.stop_requested()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
        }
        return bits;
    }

    core::Result<IdBits> inSight(const SampleFilter& filter)
    {
        std::string sql = "SELECT id FROM sample INDEXED BY sample_state WHERE dataset_id = ? AND deleted_at IS NULL";
        std::vector<QVariant> parameters = {m_dataset.value};
        if (filter.state) {
            sql += " AND state = ?";
            parameters.emplace_back(int(*filter.state));
        }
        return collect(sql, parameters);
    }

    core::Result<IdBits> withLabels(const SampleFilter& filter)
    {
        std::optional<IdBits> all;
        for (domain::LabelId label : filter.labels) {
            auto bits = collect("SELECT sample_id FROM sample_label WHERE label_id = ?", {label.value});
            if (!bits) {
                return bits;
            }
            if (!all) {
                all = std::move(*bits);
            } else if (filter.needsAllLabels) {
                all->intersect(*bits);
            } else {
                all->unite(*bits);
            }
        }
        return std::move(*all);
    }

    core::Result<IdBits> named(const QString& text)
    {
        // The covering index holds folder and name; folders are few, so they are matched first.
        QString pattern = text;
        pattern.replace(u'\\', QLatin1String("\\\\")).replace(u'%', QLatin1String("\\%")).replace(u'_', QLatin1String("\\_"));
        pattern = u'%' + pattern + u'%';
        return collect("SELECT id FROM sample INDEXED BY sample_file WHERE dataset_id = ? AND deleted_at IS NULL AND "
                       "(name LIKE ? ESCAPE '\\' OR folder_id IN (SELECT id FROM folder WHERE dataset_id = ? AND path "
                       "LIKE ? ESCAPE '\\'))",
                       {m_dataset.value, pattern, m_dataset.value, pattern});
    }

    core::Result<IdBits> inFolder(const QString& folder)
    {
        return collect("SELECT id FROM sample INDEXED BY sample_file WHERE dataset_id = ?1 AND deleted_at IS NULL AND "
                       "folder_id IN (SELECT id FROM folder WHERE dataset_id = ?1 AND (path = ?2 OR "
                       "substr(path, 1, length(?2) + 1) = ?2 || '/'))",
                       {m_dataset.value, folder});
    }

    core::Result<IdBits> hard()
    {
        return collect("SELECT id FROM sample INDEXED BY sample_hard WHERE dataset_id = ? AND deleted_at IS NULL AND "
                       "is_hard = 1",
                       {m_dataset.value});
    }

    core::Result<IdBits> scan(const Scan& scan)
    {
        std::vector<QVariant> parameters = {m_first, m_last, m_dataset.value};
        parameters.insert(parameters.end(), scan.parameters.begin(), scan.parameters.end());
        return collect("SELECT id FROM sample WHERE id BETWEEN ? AND ? AND dataset_id = ? AND deleted_at IS NULL" +
                           scan.where,
                       parameters);
    }

    core::Result<QList<SampleId>> sorted(const IdBits& bits, SampleSort sort, bool isDescending)
    {
        if (sort == SampleSort::Imported) {
            QList<SampleId> ids = bits.toList();
            if (isDescending) {
                std::reverse(ids.begin(), ids.end());
            }
            return ids;
        }
        static const std::map<SampleSort, std::string> kKeys = {
            {SampleSort::Name, "name COLLATE NOCASE"},
            {SampleSort::Changed, "changed_at"},
            {SampleSort::AnnotationCount, "annotation_count"},
            {SampleSort::Confidence, "min_confidence"},
        };
        Statement rows(m_connection.raw(),
                               "SELECT id FROM sample WHERE dataset_id = ? AND deleted_at IS NULL ORDER BY " +
                                   kKeys.at(sort) + (isDescending ? " DESC" : "") + ", id");
        rows.bind(1, m_dataset.value);
        QList<SampleId> ids;
        while (rows.executeStep()) {
            const qint64 id = rows.getColumn(0).getInt64();
            if (bits.contains(id)) {
                ids.append(SampleId(id));
            }
            if (m_stop.stop_requested()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
        }
        return ids;
    }

private:
    Connection& m_connection;
    domain::DatasetId m_dataset;
    std::stop_token m_stop;
    qint64 m_first = 1;
    qint64 m_last = 0;
};

/// Criteria without an index of their own share one scan of the table.
std::optional<Scan> restOf(const SampleFilter& filter)
{
    Scan scan;
    const auto range = [&scan](const char* from, const char* to, const auto& low, const auto& high) {
        if (low) {
            scan.add(from, *low);
        }
        if (high) {
            scan.add(to, *high);
        }
    };
    range("created_at >= ?", "created_at < ?", filter.createdFrom, filter.createdTo);
    range("width >= ?", "width <= ?", filter.minWidth, filter.maxWidth);
    range("height >= ?", "height <= ?", filter.minHeight, filter.maxHeight);
    range("bytes >= ?", "bytes <= ?", filter.minBytes, filter.maxBytes);
    range("min_confidence >= ?", "min_confidence <= ?", filter.minConfidence, filter.maxConfidence);
    if (!filter.author.isEmpty()) {
        scan.add("author_id = (SELECT id FROM author WHERE name = ?)", filter.author);
    }
    if (filter.isMissing) {
        scan.add("is_missing = ?", *filter.isMissing ? 1 : 0);
    }
    if (filter.isHard == false) {
        scan.add("is_hard = 0");
    }
    return scan.where.empty() ? std::nullopt : std::optional(scan);
}

} // namespace

core::Result<QList<SampleId>> querySamples(Connection& connection, domain::DatasetId dataset,
                                           const SampleFilter& filter, SampleSort sort, bool isDescending,
                                           const std::stop_token& stop)
{
    Query query(connection, dataset, stop);
    if (!query.findRange()) {
        return QList<SampleId>();
    }
    auto bits = query.inSight(filter);
    const auto narrow = [&bits](core::Result<IdBits> more) {
        if (!more) {
            bits = std::move(more);
        } else if (bits) {
            bits->intersect(*more);
        }
    };
    if (bits && !filter.labels.isEmpty()) {
        narrow(query.withLabels(filter));
    }
    if (bits && filter.isHard == true) {
        narrow(query.hard());
    }
    if (bits && !filter.text.isEmpty()) {
        narrow(query.named(filter.text));
    }
    if (bits && !filter.folder.isEmpty()) {
        narrow(query.inFolder(filter.folder));
    }
    if (const auto scan = restOf(filter); bits && scan) {
        narrow(query.scan(*scan));
    }
    if (!bits) {
        return core::failure(bits.error());
    }
    return query.sorted(*bits, sort, isDescending);
}

} // namespace lw::store
