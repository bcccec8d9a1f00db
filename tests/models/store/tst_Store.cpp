// SPDX-License-Identifier: GPL-3.0-or-later
//! Opening project files: new, repeated, newer, foreign, damaged; the change feed between two stores.
#include "models/store/Connection.h"
#include "models/store/Migrations.h"
#include "tests/support/TempProject.h"

#include <QSignalSpy>
#include <QtTest>

using namespace lw;

namespace {

void execute(const QString& file, const char* sql)
{
    store::Connection connection(file, store::Connection::Mode::Write);
    connection.exec(sql);
}

QString schemaOf(const QString& file)
{
    store::Connection connection(file, store::Connection::Mode::Read);
    store::Statement& rows = connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
    QString schema;
    while (rows.executeStep()) {
        schema += store::textAt(rows, 0) + u'\n';
    }
    return schema;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsOnceAndOpensAgain()
    {
        tests::TempProject project;
        const QString folder = project.store->folder();
        QCOMPARE(store::Store::create(folder).error().code, core::ErrorCode::AlreadyExists);
        const auto second = store::Store::open(folder);
        QVERIFY(second.has_value());
        QCOMPARE(store::DatasetRepository(**second).list()->size(), size_t(1));
        QVERIFY(store::Store::open((*second)->filePath()).has_value());
    }

    void refusesWhatIsNotAProject()
    {
        QTemporaryDir dir;
        QCOMPARE(store::Store::open(dir.path()).error().code, core::ErrorCode::NotFound);
        const QString file = dir.filePath(QStringLiteral("project.labelwright"));
        QFile text(file);
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(4096, 'x'));
        text.close();
        QCOMPARE(store::Store::open(dir.path()).error().code, core::ErrorCode::Corrupt);
        QVERIFY(text.remove());
        execute(file, "CREATE TABLE foreigner (id)");
        QCOMPARE(store::Store::open(dir.path()).error().code, core::ErrorCode::Corrupt);
    }

    void refusesNewerFilesThatAskForIt()
    {
        tests::TempProject project;
        const QString file = project.store->filePath();
        project.store.reset();
        execute(file, "PRAGMA user_version = 99");
        QVERIFY(store::Store::open(file).has_value()); // newer, but readable by this program
        execute(file, "UPDATE project SET min_revision = 99");
        QCOMPARE(store::Store::open(file).error().code, core::ErrorCode::NewerVersion);
    }

    void failedMigrationLeavesNothing()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("half.labelwright"));
        {
            // A table in the way makes the first revision fail in its middle.
            store::Connection connection(file, store::Connection::Mode::Write);
            connection.exec(QByteArray("PRAGMA application_id = " + QByteArray::number(store::kApplicationId)));
            connection.exec("CREATE TABLE sample (id)");
            QVERIFY(!store::migrate(connection, file).has_value());
        }
        QCOMPARE(schemaOf(file), QStringLiteral("CREATE TABLE sample (id)\n"));
    }

    void writesAreOrderedAndFailOneByOne()
    {
        tests::TempProject project;
        QSignalSpy failures(project.store.get(), &store::Store::writeFailed);
        store::LabelRepository labels(*project.store);
        domain::Label label;
        label.datasetId = project.dataset;
        label.name = QStringLiteral("bird");
        auto first = labels.create(label);
        auto second = labels.create(label);
        label.name = QStringLiteral("no/slash");
        auto third = labels.create(label);
        label.name = QStringLiteral("红细胞");
        auto fourth = labels.create(label);
        QVERIFY(first.result().has_value());
        QCOMPARE(second.result().error().code, core::ErrorCode::AlreadyExists);
        QCOMPARE(third.result().error().code, core::ErrorCode::InvalidArgument);
        QVERIFY(fourth.result().has_value());
        QTRY_COMPARE(failures.size(), 2);
        QCOMPARE(labels.list(project.dataset)->size(), size_t(4));
    }

    void anotherStoreHearsOfChanges()
    {
        tests::TempProject project;
        auto other = store::Store::open(project.store->folder());
        QSignalSpy heard(other->get(), &store::Store::changed);
        project.addSamples(5);
        QTRY_VERIFY(!heard.isEmpty());
        bool sawSamples = false;
        QTRY_VERIFY([&] {
            for (const QList<QVariant>& call : heard) {
                const auto change = call.first().value<store::Change>();
                sawSamples |= change.isExternal && change.kinds.testFlag(store::Change::Membership) &&
                              change.dataset == project.dataset;
            }
            return sawSamples;
        }());
        QCOMPARE(store::DatasetRepository(**other).find(project.dataset)->counters.total, 5);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_Store.moc"
