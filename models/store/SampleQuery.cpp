// SPDX-License-Identifier: GPL-3.0-or-later
//! Each criterion is one scan of the narrowest index; the sets are then intersected in memory. Joins over a million
//! rows would cost a B-tree descent per row instead.
#include "models/store/SampleQuery.h"

#include "models/store/Rows.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <set>
#include <string_view>

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

/// Finds a piece of text without regard to case; beyond ASCII through QString.
class TextMatcher
{
public:
    explicit TextMatcher(const QString& text)
        : m_text(text), m_lower(text.toLower().toStdString()),
          m_isAscii(std::all_of(m_lower.begin(), m_lower.end(), [](char c) { return c >= 0; }))
    {
    }

    [[nodiscard]] bool matches(std::string_view haystack) const
    {
        if (!m_isAscii) {
            return QString::fromUtf8(haystack.data(), qsizetype(haystack.size())).contains(m_text, Qt::CaseInsensitive);
        }
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
        const auto end = haystack.size() >= m_lower.size() ? haystack.end() - qsizetype(m_lower.size()) + 1 : haystack.begin();
        for (auto at = haystack.begin(); at < end; ++at) {
            if (lower(*at) == m_lower.front() &&
                std::equal(m_lower.begin(), m_lower.end(), at, [&](char a, char b) { return a == lower(b); })) {
                return true;
            }
        }
        return false;
    }

private:
    QString m_text;
    std::string m_lower;
    bool m_isAscii;
};

/// Rows through SQLite's own interface: SQLiteCpp's columns cost more than the step itself in scans of a million.
class ScanRows
{
public:
    ScanRows(Connection& connection, const std::string& sql)
    {
        sqlite3* database = connection.raw().getHandle();
        if (sqlite3_prepare_v2(database, sql.c_str(), -1, &m_statement, nullptr) != SQLITE_OK) {
            throw SQLite::Exception(database);
        }
    }
    ~ScanRows() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(ScanRows)

    void bind(int index, const QVariant& value)
    {
        if (value.typeId() == QMetaType::QString) {
            const QByteArray text = value.toString().toUtf8();
            sqlite3_bind_text(m_statement, index, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        } else if (value.typeId() == QMetaType::Double) {
            sqlite3_bind_double(m_statement, index, value.toDouble());
        } else {
            sqlite3_bind_int64(m_statement, index, value.toLongLong());
        }
    }
    /// Throws when the step fails.
    bool next()
    {
        const int result = sqlite3_step(m_statement);
        if (result != SQLITE_ROW && result != SQLITE_DONE) {
            throw SQLite::Exception(sqlite3_db_handle(m_statement), result);
        }
        return result == SQLITE_ROW;
    }
    [[nodiscard]] qint64 number(int column) const { return sqlite3_column_int64(m_statement, column); }
    [[nodiscard]] double real(int column) const { return sqlite3_column_double(m_statement, column); }
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const
    {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return {bytes, size_t(sqlite3_column_bytes(m_statement, column))};
    }

private:
    sqlite3_stmt* m_statement = nullptr;
};

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
        ScanRows rows(m_connection, sql);
        int index = 0;
        for (const QVariant& value : parameters) {
            rows.bind(++index, value);
        }
        qint64 steps = 0;
        while (rows.next()) {
            const qint64 id = rows.number(0);
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

    [[nodiscard]] IdBits among(const QList<SampleId>& samples) const
    {
        IdBits bits = none();
        for (SampleId id : samples) {
            if (id.value >= m_first && id.value <= m_last) {
                bits.insert(id.value);
            }
        }
        return bits;
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
        return *all;
    }

    core::Result<IdBits> withAttribute(const domain::AttributeCriterion& criterion)
    {
        const std::string base = "SELECT a.sample_id FROM attribute_value v JOIN sample_attribute a ON a.value_id = v.id "
                                 "WHERE v.dataset_id = ? AND v.name = ?";
        if (criterion.values.isEmpty()) {
            return collect(base, {m_dataset.value, criterion.name});
        }
        IdBits all = none();
        for (const QString& value : criterion.values) {
            const auto bits = collect(base + " AND v.value = ?", {m_dataset.value, criterion.name, value});
            if (!bits) {
                return bits;
            }
            all.unite(*bits);
        }
        return all;
    }

    core::Result<IdBits> named(const QString& text)
    {
        // LIKE costs three times what comparing here does. The index holds folder and name; folders are few, so they
        // are matched first.
        const TextMatcher matcher(text);
        std::set<qint64> folders;
        ScanRows paths(m_connection, "SELECT id, path FROM folder WHERE dataset_id = ?");
        paths.bind(1, m_dataset.value);
        while (paths.next()) {
            if (matcher.matches(paths.text(1))) {
                folders.insert(paths.number(0));
            }
        }
        IdBits bits = none();
        ScanRows rows(m_connection, "SELECT id, folder_id, name FROM sample INDEXED BY sample_file "
                                    "WHERE dataset_id = ? AND deleted_at IS NULL");
        rows.bind(1, m_dataset.value);
        qint64 steps = 0;
        while (rows.next()) {
            if ((!folders.empty() && folders.contains(rows.number(1))) || matcher.matches(rows.text(2))) {
                bits.insert(rows.number(0));
            }
            if ((++steps & 0x3fff) == 0 && m_stop.stop_requested()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
        }
        return bits;
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

    /// Marked as hard, for one of the reasons.
    core::Result<IdBits> hardFor(const domain::HardReasons& reasons)
    {
        std::string where;
        std::vector<QVariant> parameters = {m_dataset.value};
        for (const domain::HardReason reason : reasons) {
            where += std::string(where.empty() ? "" : " OR ") + "instr('-' || hard_reasons || '-', ?) > 0";
            parameters.emplace_back(QStringLiteral("-%1-").arg(int(reason)));
        }
        return collect("SELECT id FROM sample INDEXED BY sample_hard WHERE dataset_id = ? AND deleted_at IS NULL AND "
                       "is_hard = 1 AND (" + where + ")",
                       parameters);
    }

    core::Result<IdBits> scan(const Scan& scan)
    {
        std::vector<QVariant> parameters = {m_dataset.value};
        parameters.insert(parameters.end(), scan.parameters.begin(), scan.parameters.end());
        return collect("SELECT id FROM sample INDEXED BY sample_facts WHERE dataset_id = ? AND deleted_at IS NULL" +
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
        return sort == SampleSort::Name ? sortedByName(bits, isDescending) : sortedByNumber(bits, sort, isDescending);
    }

    core::Result<QList<SampleId>> sortedByName(const IdBits& bits, bool isDescending)
    {
        ScanRows rows(m_connection,
                       std::string("SELECT id FROM sample INDEXED BY sample_name WHERE dataset_id = ? AND deleted_at IS "
                                   "NULL ORDER BY name COLLATE NOCASE ") +
                           (isDescending ? "DESC, id DESC" : "ASC, id ASC"));
        rows.bind(1, m_dataset.value);
        QList<SampleId> ids;
        while (rows.next()) {
            const qint64 id = rows.number(0);
            if (bits.contains(id)) {
                ids.append(SampleId(id));
            }
            if (m_stop.stop_requested()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
        }
        return ids;
    }

    core::Result<QList<SampleId>> sortedByNumber(const IdBits& bits, SampleSort sort, bool isDescending)
    {
        const char* key = sort == SampleSort::Changed           ? "changed_at"
                          : sort == SampleSort::AnnotationCount ? "annotation_count"
                          : sort == SampleSort::Hardness        ? "coalesce(hard_coefficient, -1)"
                                                                : "coalesce(min_confidence, 2)";
        ScanRows rows(m_connection, std::string("SELECT id, ") + key +
                                        " FROM sample INDEXED BY sample_facts WHERE dataset_id = ? AND "
                                        "deleted_at IS NULL");
        rows.bind(1, m_dataset.value);
        std::vector<std::pair<double, qint64>> keyed;
        while (rows.next()) {
            const qint64 id = rows.number(0);
            if (bits.contains(id)) {
                keyed.emplace_back(rows.real(1), id);
            }
            if (m_stop.stop_requested()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
        }
        std::sort(keyed.begin(), keyed.end());
        if (isDescending) {
            std::reverse(keyed.begin(), keyed.end());
        }
        QList<SampleId> ids;
        ids.reserve(qsizetype(keyed.size()));
        for (const auto& [value, id] : keyed) {
            ids.append(SampleId(id));
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
    // Every set below holds samples in sight only, so the walk over all of them is needed when nothing else is asked.
    const auto scan = restOf(filter);
    const bool hasOther = !filter.labels.isEmpty() || filter.isHard == true ||
                          !filter.hardReasons.isEmpty() || !filter.text.isEmpty() ||
                          !filter.folder.isEmpty() || !filter.attributes.isEmpty() || scan;
    std::optional<core::Result<IdBits>> all;
    const auto narrow = [&all](core::Result<IdBits> more) {
        if (!all || (*all && !more)) {
            all = std::move(more);
        } else if (*all) {
            (*all)->intersect(*more);
        }
    };
    if (filter.state || !hasOther || !filter.samples.isEmpty()) {
        narrow(query.inSight(filter));
    }
    if (!filter.samples.isEmpty()) {
        narrow(query.among(filter.samples));
    }
    if (!filter.labels.isEmpty()) {
        narrow(query.withLabels(filter));
    }
    if (filter.isHard == true) {
        narrow(query.hard());
    }
    if (!filter.hardReasons.isEmpty()) {
        narrow(query.hardFor(filter.hardReasons));
    }
    if (!filter.text.isEmpty()) {
        narrow(query.named(filter.text));
    }
    if (!filter.folder.isEmpty()) {
        narrow(query.inFolder(filter.folder));
    }
    for (const domain::AttributeCriterion& criterion : filter.attributes) {
        narrow(query.withAttribute(criterion));
    }
    if (scan) {
        narrow(query.scan(*scan));
    }
    const core::Result<IdBits>& bits = *all;
    if (!bits) {
        return core::failure(bits.error());
    }
    return query.sorted(*bits, sort, isDescending);
}

} // namespace lw::store
