// SPDX-License-Identifier: GPL-3.0-or-later
//! Filters as index scans whose answers are bit sets. Private to models/store.
#pragma once

#include "models/domain/SampleFilter.h"
#include "models/store/Connection.h"

#include <QList>
#include <QVariant>

#include <limits>
#include <stop_token>
#include <vector>

namespace lw::store {

/// A set of sample ids as bits between its smallest and largest id.
class IdBits
{
public:
    [[nodiscard]] static IdBits of(const QList<domain::SampleId>& ids);
    /// An empty set that can take ids from `first` to `last`.
    IdBits(qint64 first, qint64 last);

    void insert(qint64 id) { m_words[size_t(id - m_first) >> 6] |= 1ULL << (size_t(id - m_first) & 63); }
    [[nodiscard]] bool contains(qint64 id) const
    {
        return id >= m_first && id <= m_last &&
               (m_words[size_t(id - m_first) >> 6] >> (size_t(id - m_first) & 63) & 1) != 0;
    }
    /// Keeps what is in both; both must span the same range.
    void intersect(const IdBits& other);
    void unite(const IdBits& other);
    [[nodiscard]] qint64 first() const { return m_first; }
    [[nodiscard]] qint64 last() const { return m_last; }
    [[nodiscard]] QList<domain::SampleId> toList() const;

private:
    qint64 m_first;
    qint64 m_last;
    std::vector<quint64> m_words;
};

/// See SampleRepository::ids().
core::Result<QList<domain::SampleId>> querySamples(Connection& connection, domain::DatasetId dataset,
                                                   const domain::SampleFilter& filter, domain::SampleSort sort,
                                                   bool isDescending, const std::stop_token& stop);

} // namespace lw::store
