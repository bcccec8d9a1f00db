// SPDX-License-Identifier: GPL-3.0-or-later
//! Thumbnails have the right size and survive in their cache.
#include "engine/media/Thumbnail.h"
#include "engine/media/ThumbnailCache.h"
#include "tests/engine/media/MediaFixtures.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace lw;
using namespace lw::media;
using namespace lw::tests;

class tst_Thumbnails final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitsTheEdge_data();
    void fitsTheEdge();
    void standsUpright();
    void givesBackWhatWasPut();
    void keepsTransparency();
    void missesChangedFiles();
    void missesDamagedEntries();
    void makesWhatIsMissing();
    void worksWithoutAWritableFolder();
    void prunesTheOldestFirst();
    void leavesNoHalfFiles();
    void manyThreadsMayShareIt();

private:
    static QStringList filesIn(const QString& folder)
    {
        QStringList files;
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            files.append(walk.next());
        }
        return files;
    }
};

void tst_Thumbnails::fitsTheEdge_data()
{
    QTest::addColumn<QSize>("full");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("wide") << QSize(1000, 500) << QSize(100, 50);
    QTest::newRow("tall") << QSize(500, 1000) << QSize(50, 100);
    QTest::newRow("small stays") << QSize(60, 40) << QSize(60, 40);
    QTest::newRow("exact") << QSize(100, 20) << QSize(100, 20);
    QTest::newRow("thin") << QSize(900, 1) << QSize(100, 1);
}

void tst_Thumbnails::fitsTheEdge()
{
    QFETCH(QSize, full);
    QFETCH(QSize, expected);
    const QTemporaryDir folder;
    for (const char* format : {"jpg", "png"}) {
        const QString path = folder.filePath(QStringLiteral("a"));
        QVERIFY(writeBytes(path, encoded(quarters(full), format)));
        const auto thumbnail = makeThumbnail(path, 100);
        QVERIFY(thumbnail.has_value());
        QCOMPARE(thumbnail->size(), expected);
    }
}

void tst_Thumbnails::standsUpright()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    const QImage stored = quarters({600, 800}).transformed(QTransform().rotate(270));
    QVERIFY(writeBytes(path, withExif(encoded(stored, "jpg"), 6)));
    const auto thumbnail = makeThumbnail(path, 80);
    QVERIFY(thumbnail.has_value());
    QCOMPARE(thumbnail->size(), QSize(60, 80));
    QVERIFY(qRed(thumbnail->pixel(20, 30)) > 200 && qGreen(thumbnail->pixel(20, 30)) < 60);
    QVERIFY(qBlue(thumbnail->pixel(15, 60)) > 200 && qRed(thumbnail->pixel(15, 60)) < 60);
}

void tst_Thumbnails::givesBackWhatWasPut()
{
    const QTemporaryDir folder;
    ThumbnailCache cache(folder.path());
    const ThumbnailKey key{QStringLiteral("/pictures/猫.jpg"), 1000, 2000, 128};
    QVERIFY(!cache.get(key).has_value());
    QVERIFY(cache.put(key, quarters({128, 96})).has_value());
    const auto kept = ThumbnailCache(folder.path()).get(key);
    QVERIFY(kept.has_value());
    QVERIFY(meanDifference(*kept, quarters({128, 96})) < 3.0);
}

void tst_Thumbnails::keepsTransparency()
{
    const QTemporaryDir folder;
    ThumbnailCache cache(folder.path());
    QImage glass(32, 32, QImage::Format_ARGB32_Premultiplied);
    glass.fill(QColor(255, 0, 0, 100));
    const ThumbnailKey key{QStringLiteral("/a.png"), 1, 1, 32};
    QVERIFY(cache.put(key, glass).has_value());
    const auto kept = cache.get(key);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->pixelColor(5, 5).alpha(), 100);
}

void tst_Thumbnails::missesChangedFiles()
{
    const QTemporaryDir folder;
    ThumbnailCache cache(folder.path());
    const ThumbnailKey key{QStringLiteral("/a.jpg"), 1, 2, 64};
    QVERIFY(cache.put(key, quarters({64, 64})).has_value());
    QVERIFY(cache.get(key).has_value());
    QVERIFY(!cache.get({QStringLiteral("/b.jpg"), 1, 2, 64}).has_value());
    QVERIFY(!cache.get({QStringLiteral("/a.jpg"), 9, 2, 64}).has_value());
    QVERIFY(!cache.get({QStringLiteral("/a.jpg"), 1, 9, 64}).has_value());
    QVERIFY(!cache.get({QStringLiteral("/a.jpg"), 1, 2, 65}).has_value());
    // Numbers must not run into each other: 12 and 3 are not 1 and 23.
    QVERIFY(!cache.get({QStringLiteral("/a.jpg"), 12, 64, 0}).has_value());
}

void tst_Thumbnails::missesDamagedEntries()
{
    const QTemporaryDir folder;
    ThumbnailCache cache(folder.path());
    const ThumbnailKey key{QStringLiteral("/a.jpg"), 1, 2, 64};
    QVERIFY(cache.put(key, pattern({64, 64})).has_value());
    const QString file = filesIn(folder.path()).constFirst();
    QVERIFY(QFile::resize(file, QFileInfo(file).size() / 2));
    QVERIFY(!cache.get(key).has_value());
    QVERIFY(QFile::resize(file, 0));
    QVERIFY(!cache.get(key).has_value());
}

void tst_Thumbnails::makesWhatIsMissing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QVERIFY(writeBytes(path, encoded(quarters({400, 300}), "jpg")));
    ThumbnailCache cache(folder.filePath(QStringLiteral("cache")));
    const auto first = cache.load(path, 100);
    QVERIFY(first.has_value());
    QCOMPARE(first->size(), QSize(100, 75));
    QCOMPARE(filesIn(folder.filePath(QStringLiteral("cache"))).size(), 1);
    QVERIFY(cache.load(path, 100).has_value());
    QCOMPARE(filesIn(folder.filePath(QStringLiteral("cache"))).size(), 1);
    QCOMPARE(cache.load(folder.filePath(QStringLiteral("none.jpg")), 100).error().code, core::ErrorCode::NotFound);
}

void tst_Thumbnails::worksWithoutAWritableFolder()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QVERIFY(writeBytes(path, encoded(quarters({400, 300}), "jpg")));
    ThumbnailCache cache(path + QStringLiteral("/below/a/file"));
    QVERIFY(!cache.put({QStringLiteral("/a.jpg"), 1, 2, 64}, quarters({64, 64})).has_value());
    QVERIFY(cache.load(path, 100).has_value());
}

void tst_Thumbnails::prunesTheOldestFirst()
{
    const QTemporaryDir folder;
    ThumbnailCache cache(folder.path(), 20'000);
    const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-1000);
    QStringList inOrder;
    for (int i = 0; i < 30; ++i) {
        const QStringList before = filesIn(folder.path());
        QVERIFY(cache.put({QStringLiteral("/%1.jpg").arg(i), 1, 2, 64}, pattern({64, 64})).has_value());
        for (const QString& path : filesIn(folder.path())) {
            if (!before.contains(path)) {
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadWrite));
                QVERIFY(file.setFileTime(start.addSecs(i), QFileDevice::FileModificationTime));
            }
        }
    }
    QVERIFY(cache.isPruneDue());
    const auto removed = cache.prune();
    QVERIFY(removed.has_value());
    QVERIFY(*removed > 0);
    QVERIFY(!cache.isPruneDue());
    qint64 left = 0;
    for (const QString& path : filesIn(folder.path())) {
        left += QFileInfo(path).size();
    }
    QVERIFY(left <= 15'000);
    QVERIFY(!cache.get({QStringLiteral("/0.jpg"), 1, 2, 64}).has_value());
    QVERIFY(cache.get({QStringLiteral("/29.jpg"), 1, 2, 64}).has_value());
}

void tst_Thumbnails::leavesNoHalfFiles()
{
    const QTemporaryDir folder;
    ThumbnailCache cache(folder.path());
    const ThumbnailKey key{QStringLiteral("/a.jpg"), 1, 2, 64};
    for (int i = 0; i < 5; ++i) {
        QVERIFY(cache.put(key, pattern({64, 64})).has_value());
    }
    QCOMPARE(filesIn(folder.path()).size(), 1);
}

void tst_Thumbnails::manyThreadsMayShareIt()
{
    const QTemporaryDir folder;
    ThumbnailCache cache(folder.path());
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i) {
                    const ThumbnailKey key{QStringLiteral("/%1.jpg").arg(i % 5), 1, 2, 32};
                    wrong += cache.put(key, quarters({32, 32})).has_value() ? 0 : 1;
                    const auto kept = cache.get(key);
                    wrong += kept && kept->size() == QSize(32, 32) ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(tst_Thumbnails)
#include "tst_Thumbnails.moc"
