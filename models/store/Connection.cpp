// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens SQLite the way this project needs it.
#include "models/store/Connection.h"

#include <sqlite3.h>

namespace lw::store {

namespace {
// Another process's transactions are short (jobs write in chunks), so waiting this long means it hangs.
constexpr int kBusyTimeoutMs = 15'000;

/// Settings of the library must come before the first file. Counting its memory takes a lock around every allocation,
/// which is a tenth of an import; nobody asks for the count.
const QString& configured(const QString& filePath)
{
    // Refused if some other code has used the library already; then it only stays slower.
    [[maybe_unused]] static const int once = ::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return filePath;
}

} // namespace

Connection::Connection(const QString& filePath, Mode mode)
    : m_database(configured(filePath).toStdString(),
                 SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | (mode == Mode::Write ? SQLite::OPEN_CREATE : 0),
                 kBusyTimeoutMs)
{
    // Each connection stays with one thread at a time, so it needs no lock of its own.
    // Gestures must survive power loss, hence FULL; WAL lets readers go on while the writer commits.
    exec("PRAGMA foreign_keys = ON");
    exec("PRAGMA temp_store = MEMORY");
    if (mode == Mode::Write) {
        exec("PRAGMA synchronous = FULL");
        exec("PRAGMA cache_size = -65536");
        exec("PRAGMA wal_autocheckpoint = 8000");
    } else {
        exec("PRAGMA query_only = ON");
        exec("PRAGMA cache_size = -24576");
    }
}

Statement& Connection::prepare(const char* sql)
{
    auto& slot = m_statements[sql];
    if (!slot) {
        slot = std::make_unique<Statement>(m_database, sql);
    }
    // Not reset(): that throws the error of the last failed step once more.
    slot->tryReset();
    slot->clearBindings();
    return *slot;
}

Transaction::Transaction(Connection& connection) : m_connection(connection)
{
    m_connection.prepare("BEGIN IMMEDIATE").exec();
}

Transaction::~Transaction()
{
    if (m_isOpen) {
        try {
            m_connection.prepare("ROLLBACK").exec();
        } catch (const SQLite::Exception&) {
            // SQLite rolled back by itself (disk full, I/O error); nothing is left to undo.
        }
    }
}

void Transaction::commit()
{
    m_connection.prepare("COMMIT").exec();
    m_isOpen = false;
}

void bindText(Statement& statement, int index, const QString& text)
{
    statement.bind(index, text.toStdString());
}

void bindBlob(Statement& statement, int index, const QByteArray& bytes)
{
    // An empty QByteArray may have a null pointer, which SQLite takes for NULL.
    statement.bind(index, static_cast<const void*>(bytes.isEmpty() ? "" : bytes.constData()), int(bytes.size()));
}

void bindTextOrNull(Statement& statement, int index, const QString& text)
{
    if (text.isEmpty()) {
        statement.bind(index);
    } else {
        bindText(statement, index, text);
    }
}

void bindBlobOrNull(Statement& statement, int index, const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        statement.bind(index);
    } else {
        bindBlob(statement, index, bytes);
    }
}

void bindOptional(Statement& statement, int index, const std::optional<double>& value)
{
    if (value) {
        statement.bind(index, *value);
    } else {
        statement.bind(index);
    }
}

bool hasRow(Statement& statement)
{
    const bool isThere = statement.executeStep();
    statement.reset();
    return isThere;
}

QString textAt(const Statement& statement, int column)
{
    const SQLite::Column value = statement.getColumn(column);
    return QString::fromUtf8(value.getText(), value.getBytes());
}

QByteArray blobAt(const Statement& statement, int column)
{
    const SQLite::Column value = statement.getColumn(column);
    return QByteArray(static_cast<const char*>(value.getBlob()), value.getBytes());
}

std::optional<double> optionalAt(const Statement& statement, int column)
{
    const SQLite::Column value = statement.getColumn(column);
    return value.isNull() ? std::nullopt : std::optional(value.getDouble());
}

core::Error toError(const SQLite::Exception& exception, const QString& path)
{
    using core::ErrorCode;
    const QString detail = QString::fromUtf8(exception.what());
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, detail, path};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::ReadOnly, detail, path};
    case SQLITE_CANTOPEN:
        return {ErrorCode::ReadFailed, detail, path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy, detail, path};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupt, detail, path};
    case SQLITE_IOERR:
        return {ErrorCode::WriteFailed, detail, path};
    case SQLITE_CONSTRAINT:
        return {ErrorCode::AlreadyExists, detail, path};
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
        return {ErrorCode::TooLarge, detail, path};
    default:
        return {ErrorCode::Internal, detail, path};
    }
}

} // namespace lw::store
