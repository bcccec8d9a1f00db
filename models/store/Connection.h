// SPDX-License-Identifier: GPL-3.0-or-later
//! One SQLite connection with our pragmas and a cache of prepared statements. Private to models/store.
#pragma once

#include "models/core/Result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>

namespace lw::store {

/// A prepared statement that takes our 64-bit integers (SQLiteCpp knows `long` only).
class Statement final : public SQLite::Statement
{
public:
    using SQLite::Statement::Statement;
    using SQLite::Statement::bind;
    void bind(int index, qint64 value) { SQLite::Statement::bind(index, static_cast<int64_t>(value)); }
};

/// Bound to the thread that uses it.
class Connection
{
public:
    enum class Mode { Read, Write };

    /// Opens the file; throws SQLite::Exception.
    Connection(const QString& filePath, Mode mode);

    /// A prepared statement, reset and with its bindings cleared. It stays valid as long as the connection; do not
    /// use the same text again while still stepping through it. `sql` must be a string literal.
    Statement& prepare(const char* sql);
    /// Runs statements without results.
    void exec(const char* sql) { m_database.exec(sql); }
    [[nodiscard]] qint64 lastInsertId() { return m_database.getLastInsertRowid(); }
    [[nodiscard]] SQLite::Database& raw() { return m_database; }

private:
    SQLite::Database m_database;
    /// By the address of the text: hashing long texts again and again costs more than binding a row.
    std::unordered_map<const char*, std::unique_ptr<Statement>> m_statements;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back unless committed.
class Transaction
{
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    void commit();

private:
    Connection& m_connection;
    bool m_isOpen = true;
};

// Binding and reading of our types. Columns and parameters count as in SQLiteCpp: columns from 0, parameters from 1.
void bindText(Statement& statement, int index, const QString& text);
void bindBlob(Statement& statement, int index, const QByteArray& bytes);
/// NULL when empty.
void bindTextOrNull(Statement& statement, int index, const QString& text);
void bindBlobOrNull(Statement& statement, int index, const QByteArray& bytes);
void bindOptional(Statement& statement, int index, const std::optional<double>& value);
/// Whether the bound statement yields a row; leaves it reset.
[[nodiscard]] bool hasRow(Statement& statement);
[[nodiscard]] QString textAt(const Statement& statement, int column);
[[nodiscard]] QByteArray blobAt(const Statement& statement, int column);
[[nodiscard]] std::optional<double> optionalAt(const Statement& statement, int column);
[[nodiscard]] inline qint64 int64At(const Statement& statement, int column)
{
    return statement.getColumn(column).getInt64();
}
[[nodiscard]] inline int intAt(const Statement& statement, int column)
{
    return statement.getColumn(column).getInt();
}

/// The Error for what SQLite threw.
[[nodiscard]] core::Error toError(const SQLite::Exception& exception, const QString& path);

/// Runs `work`, turning what it throws into an Error.
template <typename T>
core::Result<T> guarded(const QString& path, const std::function<core::Result<T>()>& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return core::failure(toError(exception, path));
    } catch (const std::bad_alloc&) {
        return core::failure(core::ErrorCode::TooLarge, QStringLiteral("out of memory"), path);
    }
}

} // namespace lw::store
