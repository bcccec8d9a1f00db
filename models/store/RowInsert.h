// SPDX-License-Identifier: GPL-3.0-or-later
//! Inserts of many rows with few steps. Private to models/store.
#pragma once

#include "models/store/Connection.h"

#include <algorithm>
#include <string>

namespace lw::store {

/// An INSERT in two forms: of one row and of kRows. Starting and ending a statement, and finding the place in the
/// table, costs as much as the row itself; with the second form the cursor stays where the last row went.
class RowInsert
{
public:
    static constexpr size_t kRows = 50;

    /// `into` is all that stands before VALUES. Must live as long as the connections that it is used with.
    RowInsert(const char* into, int columns) : m_columns(columns)
    {
        std::string row = "(?";
        for (int i = 1; i < columns; ++i) {
            row += ", ?";
        }
        row += ')';
        m_one = std::string(into) + " VALUES " + row;
        m_many = m_one;
        for (size_t i = 1; i < kRows; ++i) {
            m_many += ", " + row;
        }
    }

    /// Inserts `count` rows. `bind(statement, before, row)` binds the columns of `row` at before + 1 and on; what it
    /// leaves out is NULL. Bytes bound without a copy must stay for kRows rows.
    template <typename Bind>
    void run(Connection& connection, size_t count, Bind bind) const
    {
        for (size_t row = 0; row < count;) {
            const size_t rows = count - row >= kRows ? kRows : 1;
            Statement& insert = connection.prepare(rows == 1 ? m_one.c_str() : m_many.c_str());
            for (size_t i = 0; i < rows; ++i, ++row) {
                bind(insert, int(i) * m_columns, row);
            }
            insert.exec();
        }
    }

private:
    int m_columns;
    std::string m_one;
    std::string m_many;
};

} // namespace lw::store
