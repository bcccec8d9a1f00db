// SPDX-License-Identifier: GPL-3.0-or-later
//! Records come back, outlive the program, and a damaged file costs only what was damaged.
#include "engine/media/RecordCache.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace lw::media;

namespace {

RecordKey key(int i)
{
    return RecordKey::of(QStringLiteral("picture %1").arg(i), i, 1000 + i);
}

QByteArray record(int i)
{
    return QByteArray(100 + i % 50, char('a' + i % 26)) + QByteArray::number(i);
}

} // namespace

class tst_RecordCache final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsRecordsBetweenRuns()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("deep/cache.pack"));
        {
            RecordCache cache(path);
            for (int i = 0; i < 100; ++i) {
                cache.put(key(i), record(i));
                QCOMPARE(cache.get(key(i)), record(i)); // before it is written
            }
            cache.put(key(5), QByteArray("newer"));
        }
        RecordCache cache(path);
        QCOMPARE(cache.count(), 100);
        QCOMPARE(cache.get(key(5)), QByteArray("newer"));
        QCOMPARE(cache.get(key(99)), record(99));
        QVERIFY(!cache.get(key(100)));
    }

    void anotherStateOfAFileIsAnotherKey()
    {
        const RecordKey known = RecordKey::of(QStringLiteral("a/b.png"), 10, 20);
        QCOMPARE(RecordKey::of(QStringLiteral("a/b.png"), 10, 20), known);
        QVERIFY(RecordKey::of(QStringLiteral("a/c.png"), 10, 20) != known);
        QVERIFY(RecordKey::of(QStringLiteral("a/b.png"), 11, 20) != known);
        QVERIFY(RecordKey::of(QStringLiteral("a/b.png"), 10, 21) != known);
    }

    void aCutFileLosesItsEndOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cache.pack"));
        {
            RecordCache cache(path);
            for (int i = 0; i < 50; ++i) {
                cache.put(key(i), record(i));
            }
        }
        QFile file(path);
        QVERIFY(file.resize(file.size() - 30));
        {
            RecordCache cache(path);
            QCOMPARE(cache.count(), 49);
            QCOMPARE(cache.get(key(48)), record(48));
            cache.put(key(49), record(49)); // goes where the broken one was
        }
        const RecordCache cache(path);
        QCOMPARE(cache.count(), 50);
        QCOMPARE(cache.get(key(49)), record(49));
    }

    void damageIsNoticed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cache.pack"));
        {
            RecordCache cache(path);
            cache.put(key(1), record(1));
            cache.put(key(2), record(2));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(60);
        file.write("?");
        file.close();
        {
            const RecordCache cache(path);
            QVERIFY(!cache.get(key(1)));
            QCOMPARE(cache.get(key(2)), record(2));
        }
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("something else altogether");
        file.close();
        RecordCache cache(path);
        QCOMPARE(cache.count(), 0);
        cache.put(key(3), record(3));
        QCOMPARE(cache.get(key(3)), record(3));
    }

    void asecondUserReadsAndKeepsNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cache.pack"));
        {
            RecordCache first(path);
            first.put(key(1), record(1));
            first.flush();
            RecordCache second(path);
            QCOMPARE(second.get(key(1)), record(1));
            second.put(key(2), record(2));
            QCOMPARE(second.get(key(2)), record(2));
        }
        const RecordCache later(path);
        QVERIFY(later.contains(key(1)));
        QVERIFY(!later.contains(key(2)));
    }

    void worksWithoutAPlaceToWrite()
    {
        RecordCache cache(QStringLiteral("/proc/no/such/place.pack"));
        cache.put(key(1), record(1));
        QCOMPARE(cache.get(key(1)), record(1));
    }

    void tidiesWhatNobodyWants()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cache.pack"));
        const QByteArray large(100'000, 'x');
        {
            RecordCache cache(path);
            for (int i = 0; i < 60; ++i) {
                cache.put(key(i), large + QByteArray::number(i));
            }
            std::vector<RecordKey> wanted;
            for (int i = 0; i < 40; ++i) {
                wanted.push_back(key(i));
            }
            std::sort(wanted.begin(), wanted.end());
            cache.dropOthers(wanted);
            QCOMPARE(cache.count(), 60); // not worth it yet
            wanted.clear();
            wanted.push_back(key(7));
            cache.dropOthers(wanted);
            QCOMPARE(cache.count(), 1);
            QCOMPARE(cache.get(key(7)), QByteArray(large + "7"));
            cache.put(key(61), record(61));
        }
        QVERIFY(QFileInfo(path).size() < 200'000);
        const RecordCache cache(path);
        QCOMPARE(cache.count(), 2);
        QCOMPARE(cache.get(key(7)), QByteArray(large + "7"));
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.part")}).size(), 0);
    }

    void takesRecordsFromManyThreads()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cache.pack"));
        {
            RecordCache cache(path);
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([&cache, t] {
                    for (int i = t; i < 4000; i += 4) {
                        cache.put(key(i), record(i) + QByteArray(1000, 'y'));
                    }
                });
            }
        }
        const RecordCache cache(path);
        QCOMPARE(cache.count(), 4000);
        QCOMPARE(cache.get(key(1234)), QByteArray(record(1234) + QByteArray(1000, 'y')));
    }
};

QTEST_GUILESS_MAIN(tst_RecordCache)
#include "tst_RecordCache.moc"
