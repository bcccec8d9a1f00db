// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbered SQL files, each in a transaction, after a backup.
#include "models/store/Migrations.h"

#include "resources/SqlResources.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QUuid>

namespace lw::store {

namespace {

int pragma(Connection& connection, const char* sql)
{
    Statement& statement = connection.prepare(sql);
    const int value = statement.executeStep() ? statement.getColumn(0).getInt() : 0;
    statement.reset();
    return value;
}

QByteArray sqlOf(int revision)
{
    resources::initSql();
    const QDir dir(QStringLiteral(":/sql"));
    const QString prefix = QStringLiteral("%1_").arg(revision, 3, 10, QLatin1Char('0'));
    for (const QString& name : dir.entryList({prefix + QStringLiteral("*.sql")})) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            return file.readAll();
        }
    }
    return {};
}

core::Result<> backUp(Connection& connection, const QString& filePath, int revision)
{
    Statement& check = connection.prepare("PRAGMA quick_check(1)");
    const QString verdict = check.executeStep() ? textAt(check, 0) : QString();
    check.reset();
    if (verdict != QLatin1String("ok")) {
        return core::failure(core::ErrorCode::Corrupt, verdict, filePath);
    }
    const QString target = QStringLiteral("%1.revision-%2.bak").arg(filePath).arg(revision);
    QFile::remove(target);
    Statement copy(connection.raw(), "VACUUM INTO ?");
    bindText(copy, 1, target);
    copy.exec();
    return {};
}

void applyRevision(Connection& connection, int revision)
{
    Transaction transaction(connection);
    connection.exec(sqlOf(revision).constData());
    if (revision == 1) {
        Statement& insert = connection.prepare("INSERT INTO project VALUES (1, ?, ?, ?)");
        bindText(insert, 1, QUuid::createUuid().toString(QUuid::WithoutBraces));
        insert.bind(2, QDateTime::currentMSecsSinceEpoch());
        insert.bind(3, kMinimumRevision);
        insert.exec();
    }
    connection.exec(QByteArray("PRAGMA user_version = " + QByteArray::number(revision)).constData());
    transaction.commit();
}

} // namespace

core::Result<> migrate(Connection& connection, const QString& filePath)
{
    return guarded<void>(filePath, [&]() -> core::Result<> {
        const int applicationId = pragma(connection, "PRAGMA application_id");
        const int revision = pragma(connection, "PRAGMA user_version");
        const bool isEmpty = pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (isEmpty) {
            connection.exec(QByteArray("PRAGMA application_id = " + QByteArray::number(kApplicationId)).constData());
            connection.exec("PRAGMA page_size = 8192");
            connection.exec("PRAGMA journal_mode = WAL");
        } else if (applicationId != kApplicationId) {
            return core::failure(core::ErrorCode::Corrupt, QStringLiteral("not a project file"), filePath);
        }
        if (revision > kRevision) {
            const int needed = pragma(connection, "SELECT min_revision FROM project");
            if (needed > kRevision) {
                return core::failure(core::ErrorCode::NewerVersion, QString::number(revision), filePath);
            }
            return {};
        }
        if (!isEmpty && revision < kRevision) {
            if (auto saved = backUp(connection, filePath, revision); !saved) {
                return saved;
            }
        }
        for (int next = revision + 1; next <= kRevision; ++next) {
            applyRevision(connection, next);
        }
        return {};
    });
}

} // namespace lw::store
