// SPDX-License-Identifier: GPL-3.0-or-later
//! Levels and tiles are right, and those streamed to disk equal those made in memory.
#include "engine/media/ImageDecoder.h"
#include "engine/media/ImagePyramid.h"
#include "tests/engine/media/MediaFixtures.h"
#include "tests/support/TestData.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace lw;
using namespace lw::media;
using namespace lw::tests;

namespace {

/// Options that send every picture to the disk.
PyramidOptions diskOnly()
{
    PyramidOptions options;
    options.maxPixelsInMemory = 0;
    return options;
}

/// Name of the first tile that differs, or an empty string.
QString firstDifference(const ImagePyramid& a, const ImagePyramid& b)
{
    if (a.size() != b.size() || a.levelCount() != b.levelCount()) {
        return QStringLiteral("size");
    }
    for (int level = 0; level < a.levelCount(); ++level) {
        const QSize tiles = a.tileCount(level);
        for (int ty = 0; ty < tiles.height(); ++ty) {
            for (int tx = 0; tx < tiles.width(); ++tx) {
                if (a.tile(level, tx, ty) != b.tile(level, tx, ty)) {
                    return QStringLiteral("level %1, tile %2, %3").arg(level).arg(tx).arg(ty);
                }
            }
        }
    }
    return {};
}

} // namespace

class tst_ImagePyramid final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halvesUntilOneTileIsEnough_data();
    void halvesUntilOneTileIsEnough();
    void levelsAreMeansOfTheFinerOnes();
    void tilesCoverThePicture();
    void tilesOutliveThePyramid();
    void regionsCrossTiles();
    void choosesTheLevelForAScale();
    void hasNoTilesOutside();
    void convertsOtherPixelFormats();
    void diskEqualsMemory_data();
    void diskEqualsMemory();
    void streamsVeryWidePictures();
    void realFilesOnDiskEqualMemory_data();
    void realFilesOnDiskEqualMemory();
    void findsTheTileFileAgain();
    void rebuildsDamagedTileFiles();
    void noticesThatThePictureChanged();
    void remembersThatThePictureWasCutShort();
    void cancellingLeavesNothingBehind();
    void refusesWhatIsTooLarge();
    void reportsAFolderThatCannotBeWritten();
    void keepsRecentTilesAtHand();
    void manyThreadsMayReadTiles();
    void pruneRemovesTileFiles();
};

void tst_ImagePyramid::halvesUntilOneTileIsEnough_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("levels");
    QTest::newRow("one pixel") << QSize(1, 1) << 1;
    QTest::newRow("one tile") << QSize(512, 512) << 1;
    QTest::newRow("one more") << QSize(513, 10) << 2;
    QTest::newRow("odd") << QSize(1025, 700) << 3;
    QTest::newRow("thin") << QSize(1, 2049) << 4;
}

void tst_ImagePyramid::halvesUntilOneTileIsEnough()
{
    QFETCH(QSize, size);
    QFETCH(int, levels);
    const auto pyramid = ImagePyramid::fromImage(pattern(size));
    QCOMPARE(pyramid->levelCount(), levels);
    QCOMPARE(pyramid->levelSize(0), size);
    for (int level = 1; level < levels; ++level) {
        const QSize finer = pyramid->levelSize(level - 1);
        QCOMPARE(pyramid->levelSize(level), QSize((finer.width() + 1) / 2, (finer.height() + 1) / 2));
    }
    QCOMPARE(pyramid->tileCount(levels - 1), QSize(1, 1));
    QCOMPARE(pyramid->overview().size(), pyramid->levelSize(levels - 1));
}

void tst_ImagePyramid::levelsAreMeansOfTheFinerOnes()
{
    const QImage picture = pattern({701, 603});
    const auto pyramid = ImagePyramid::fromImage(picture);
    const QImage half = pyramid->region(1, QRect(QPoint(), pyramid->levelSize(1)));
    for (const QPoint at : {QPoint(0, 0), QPoint(100, 77), QPoint(349, 300)}) {
        int green = 0;
        for (const QPoint offset : {QPoint(0, 0), QPoint(1, 0), QPoint(0, 1), QPoint(1, 1)}) {
            green += qGreen(picture.pixel(at * 2 + offset));
        }
        QCOMPARE(qGreen(half.pixel(at)), (green + 2) / 4);
    }
    // The odd last column and row stand for themselves.
    QCOMPARE(half.pixel(350, 301), picture.pixel(700, 602));
}

void tst_ImagePyramid::tilesCoverThePicture()
{
    const QImage picture = pattern({1100, 700});
    const auto pyramid = ImagePyramid::fromImage(picture);
    QCOMPARE(pyramid->tileCount(0), QSize(3, 2));
    QCOMPARE(pyramid->tile(0, 0, 0), picture.copy(0, 0, 512, 512));
    QCOMPARE(pyramid->tile(0, 1, 1), picture.copy(512, 512, 512, 188));
    QCOMPARE(pyramid->tile(0, 2, 1), picture.copy(1024, 512, 76, 188));
}

void tst_ImagePyramid::tilesOutliveThePyramid()
{
    auto pyramid = ImagePyramid::fromImage(pattern({600, 600}));
    QImage tile = pyramid->tile(0, 1, 1);
    pyramid.reset();
    QCOMPARE(tile, pattern({600, 600}).copy(512, 512, 88, 88));
    tile.fill(Qt::red); // must not write into what others share
    QCOMPARE(tile.pixel(0, 0), QColor(Qt::red).rgba());
}

void tst_ImagePyramid::regionsCrossTiles()
{
    const QImage picture = pattern({1100, 700});
    const auto pyramid = ImagePyramid::fromImage(picture);
    QCOMPARE(pyramid->region(0, QRect(500, 500, 30, 40)), picture.copy(500, 500, 30, 40));
    QCOMPARE(pyramid->region(0, QRect(-50, -50, 5000, 5000)), picture);
    QVERIFY(pyramid->region(0, QRect(2000, 0, 10, 10)).isNull());
    QVERIFY(pyramid->region(9, QRect(0, 0, 10, 10)).isNull());
}

void tst_ImagePyramid::choosesTheLevelForAScale()
{
    const auto pyramid = ImagePyramid::fromImage(pattern({4000, 10}));
    QCOMPARE(pyramid->levelCount(), 4);
    QCOMPARE(pyramid->levelForScale(8.0), 0);
    QCOMPARE(pyramid->levelForScale(1.0), 0);
    QCOMPARE(pyramid->levelForScale(0.51), 0);
    QCOMPARE(pyramid->levelForScale(0.5), 1);
    QCOMPARE(pyramid->levelForScale(0.25), 2);
    QCOMPARE(pyramid->levelForScale(0.0001), 3);
    QCOMPARE(pyramid->levelForScale(0), 3);
}

void tst_ImagePyramid::hasNoTilesOutside()
{
    const auto pyramid = ImagePyramid::fromImage(pattern({600, 600}));
    QVERIFY(pyramid->tile(-1, 0, 0).isNull());
    QVERIFY(pyramid->tile(2, 0, 0).isNull());
    QVERIFY(pyramid->tile(0, 2, 0).isNull());
    QVERIFY(pyramid->tile(0, 0, -1).isNull());
}

void tst_ImagePyramid::convertsOtherPixelFormats()
{
    const QImage picture = pattern({60, 50});
    const auto pyramid = ImagePyramid::fromImage(picture.convertToFormat(QImage::Format_RGB888));
    QCOMPARE(pyramid->tile(0, 0, 0).format(), QImage::Format_RGB32);
    QCOMPARE(pyramid->tile(0, 0, 0), picture);
    QVERIFY(!ImagePyramid::fromImage(QImage()));
}

void tst_ImagePyramid::diskEqualsMemory_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QImage picture = pattern({1301, 1091});
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("jpeg turned %d", orientation) << withExif(encoded(picture, "jpg"), orientation);
    }
    QImage glass = picture.convertToFormat(QImage::Format_ARGB32);
    for (int x = 0; x < glass.width(); ++x) {
        glass.setPixel(x, 600, qRgba(200, 10, 30, x & 255));
    }
    QTest::newRow("png") << encoded(picture, "png");
    QTest::newRow("png with transparency") << encoded(glass, "png");
    QTest::newRow("grey png") << encoded(picture.convertToFormat(QImage::Format_Grayscale8), "png");
    QTest::newRow("16-bit png") << encoded(picture.convertToFormat(QImage::Format_RGBX64), "png");
    QTest::newRow("tiff") << encoded(picture, "tiff");
    QTest::newRow("bmp") << encoded(picture, "bmp");
    QTest::newRow("even size") << encoded(pattern({1024, 1024}), "png");
    QTest::newRow("one tile") << encoded(pattern({100, 100}), "png");
}

void tst_ImagePyramid::diskEqualsMemory()
{
    QFETCH(QByteArray, bytes);
    if (bytes.isEmpty()) {
        QSKIP("Qt's plugin for this format is not installed");
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture"));
    QVERIFY(writeBytes(path, bytes));
    const QString cache = folder.filePath(QStringLiteral("cache"));
    const auto memory = loadPyramid(path, cache);
    QVERIFY(memory.has_value());
    QVERIFY(!QDir(cache).exists());
    const auto disk = loadPyramid(path, cache, {}, diskOnly());
    QVERIFY(disk.has_value());
    QCOMPARE(QDir(cache).entryList(QDir::Files).size(), 1);
    QCOMPARE(firstDifference(**memory, **disk), QString());
    QCOMPARE((*disk)->info().orientation, (*memory)->info().orientation);
    QVERIFY((*disk)->notes().isEmpty());
}

void tst_ImagePyramid::streamsVeryWidePictures()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("wide.jpg"));
    const QImage picture = pattern({20'000, 520});
    QVERIFY(writeBytes(path, encoded(picture, "jpg", 90)));
    qint64 last = 0;
    const core::Control control{{}, [&](qint64 done, qint64 total) {
                                    QVERIFY(done > last && total == 520);
                                    last = done;
                                }};
    const auto pyramid = loadPyramid(path, folder.path(), control, diskOnly());
    QVERIFY(pyramid.has_value());
    QCOMPARE(last, 520);
    QCOMPARE((*pyramid)->size(), picture.size());
    QCOMPARE((*pyramid)->levelCount(), 7);
    const QRect part(10'000, 200, 700, 300);
    QVERIFY(meanDifference((*pyramid)->region(0, part), picture.copy(part)) < 12.0);
}

void tst_ImagePyramid::realFilesOnDiskEqualMemory_data()
{
    QTest::addColumn<QString>("file");
    for (const char* name :
         {"pil123rgba.png", "hopper_g4.tif", "g4_orientation_6.tif", "tiff_strip_cmyk_jpeg.tif", "hopper.Lab.tif",
          "12bit.cropped.tif", "multipage.tiff", "pil_sample_cmyk.jpg", "icc_profile_big.jpg",
          "hopper_orientation_6.webp", "chi.gif", "truncated_image.png", "truncated_jpeg.jpg", "uncompressed_la.png"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void tst_ImagePyramid::realFilesOnDiskEqualMemory()
{
    LW_REQUIRE_DATA(folder, "awkward/odd_images");
    QFETCH(QString, file);
    const QTemporaryDir cache;
    const auto memory = loadPyramid(folder + u'/' + file, cache.path());
    const auto disk = loadPyramid(folder + u'/' + file, cache.path(), {}, diskOnly());
    QVERIFY(memory.has_value() && disk.has_value());
    QCOMPARE(firstDifference(**memory, **disk), QString());
    QCOMPARE((*disk)->notes().count(), (*memory)->notes().count());
}

void tst_ImagePyramid::findsTheTileFileAgain()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(writeBytes(path, encoded(pattern({700, 600}), "png")));
    QVERIFY(loadPyramid(path, folder.path(), {}, diskOnly()).has_value());
    int reports = 0;
    const core::Control control{{}, [&](qint64, qint64) { ++reports; }};
    const auto again = loadPyramid(path, folder.path(), control, diskOnly());
    QVERIFY(again.has_value());
    QCOMPARE(reports, 0);
    QCOMPARE((*again)->tile(0, 1, 1), pattern({700, 600}).copy(512, 512, 188, 88));
}

void tst_ImagePyramid::rebuildsDamagedTileFiles()
{
    const QTemporaryDir folder;
    const QDir cache(folder.filePath(QStringLiteral("cache")));
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(writeBytes(path, encoded(pattern({700, 600}), "png")));
    QVERIFY(loadPyramid(path, cache.path(), {}, diskOnly()).has_value());
    const QString tiles = cache.filePath(cache.entryList(QDir::Files).constFirst());
    const qint64 bytes = QFileInfo(tiles).size();
    for (const qint64 length : {bytes - 1, bytes / 2, qint64(5), qint64(0)}) {
        QVERIFY(QFile::resize(tiles, length));
        const auto pyramid = loadPyramid(path, cache.path(), {}, diskOnly());
        QVERIFY(pyramid.has_value());
        QCOMPARE(QFileInfo(tiles).size(), bytes);
        QCOMPARE((*pyramid)->tile(0, 0, 0), pattern({700, 600}).copy(0, 0, 512, 512));
    }
    // Damage in the middle shows when the tile is read.
    QFile file(tiles);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(QByteArray(64, '\x55')) == 64);
    file.close();
    const auto pyramid = loadPyramid(path, cache.path(), {}, diskOnly());
    QVERIFY(pyramid.has_value());
    QVERIFY((*pyramid)->tile(0, 0, 0).isNull());
}

void tst_ImagePyramid::noticesThatThePictureChanged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(writeBytes(path, encoded(pattern({700, 600}), "png")));
    QVERIFY(loadPyramid(path, folder.path(), {}, diskOnly()).has_value());
    QVERIFY(writeBytes(path, encoded(pattern({600, 700}), "png")));
    const auto pyramid = loadPyramid(path, folder.path(), {}, diskOnly());
    QVERIFY(pyramid.has_value());
    QCOMPARE((*pyramid)->size(), QSize(600, 700));
}

void tst_ImagePyramid::remembersThatThePictureWasCutShort()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    const QByteArray png = encoded(pattern({700, 600}), "png");
    QVERIFY(writeBytes(path, png.first(png.size() / 2)));
    for (int i = 0; i < 2; ++i) {
        const auto pyramid = loadPyramid(path, folder.path(), {}, diskOnly());
        QVERIFY(pyramid.has_value());
        QCOMPARE((*pyramid)->notes().count(), 1);
        QCOMPARE((*pyramid)->notes().kept().constFirst().code, core::ProblemCode::ImageTruncated);
        QCOMPARE((*pyramid)->region(0, QRect(0, 0, 700, 100)), pattern({700, 600}).copy(0, 0, 700, 100));
        QCOMPARE((*pyramid)->region(0, QRect(0, 599, 1, 1)).pixel(0, 0), qRgb(128, 128, 128));
    }
}

void tst_ImagePyramid::cancellingLeavesNothingBehind()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(writeBytes(path, encoded(pattern({700, 1600}), "png")));
    std::stop_source source;
    const core::Control control{source.get_token(), [&](qint64, qint64) { source.request_stop(); }};
    const auto pyramid = loadPyramid(path, folder.filePath(QStringLiteral("cache")), control, diskOnly());
    QVERIFY(!pyramid.has_value());
    QCOMPARE(pyramid.error().code, core::ErrorCode::Cancelled);
    QVERIFY(QDir(folder.filePath(QStringLiteral("cache"))).entryList(QDir::Files).isEmpty());
}

void tst_ImagePyramid::refusesWhatIsTooLarge()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.bmp"));
    QVERIFY(writeBytes(path, encoded(pattern({700, 600}), "bmp")));
    PyramidOptions options = diskOnly();
    options.maxPixels = 700 * 600 - 1;
    QCOMPARE(loadPyramid(path, folder.path(), {}, options).error().code, core::ErrorCode::TooLarge);
    options = diskOnly();
    options.maxDecoderBytes = 1'000'000;
    QCOMPARE(loadPyramid(path, folder.path(), {}, options).error().code, core::ErrorCode::TooLarge);
}

void tst_ImagePyramid::reportsAFolderThatCannotBeWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(writeBytes(path, encoded(pattern({700, 600}), "png")));
    const auto pyramid = loadPyramid(path, path + QStringLiteral("/cache"), {}, diskOnly());
    QVERIFY(!pyramid.has_value());
    QCOMPARE(pyramid.error().code, core::ErrorCode::WriteFailed);
}

void tst_ImagePyramid::keepsRecentTilesAtHand()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(writeBytes(path, encoded(pattern({2000, 600}), "png")));
    PyramidOptions options = diskOnly();
    options.tileCacheBytes = 2 * 512 * 512 * 4;
    const auto pyramid = loadPyramid(path, folder.path(), {}, options);
    QVERIFY(pyramid.has_value());
    QVERIFY(!(*pyramid)->residentTile(0, 0, 0).has_value());
    const QImage first = (*pyramid)->tile(0, 0, 0);
    QCOMPARE((*pyramid)->residentTile(0, 0, 0).value_or(QImage()), first);
    QVERIFY(!(*pyramid)->tile(0, 1, 0).isNull());
    QVERIFY(!(*pyramid)->tile(0, 2, 0).isNull());
    QVERIFY(!(*pyramid)->residentTile(0, 0, 0).has_value());
    QVERIFY((*pyramid)->residentTile(0, 2, 0).has_value());
}

void tst_ImagePyramid::manyThreadsMayReadTiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QVERIFY(writeBytes(path, withExif(encoded(pattern({1500, 1200}), "jpg"), 6)));
    PyramidOptions options = diskOnly();
    options.tileCacheBytes = 3'000'000;
    const auto memory = loadPyramid(path, folder.path());
    const auto disk = loadPyramid(path, folder.path(), {}, options);
    QVERIFY(memory.has_value() && disk.has_value());
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&] { wrong += firstDifference(**memory, **disk).isEmpty() ? 0 : 1; });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

void tst_ImagePyramid::pruneRemovesTileFiles()
{
    const QTemporaryDir folder;
    const QString cache = folder.filePath(QStringLiteral("cache"));
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(writeBytes(path, encoded(pattern({700, 600}), "png")));
    const auto pyramid = loadPyramid(path, cache, {}, diskOnly());
    QVERIFY(pyramid.has_value());
    QCOMPARE(prunePyramids(cache, 1'000'000'000).value_or(-1), 0);
    QVERIFY(prunePyramids(cache, 1000).value_or(0) > 0);
    QVERIFY(QDir(cache).entryList(QDir::Files).isEmpty());
    QVERIFY(!(*pyramid)->tile(0, 1, 1).isNull()); // still open
}

QTEST_GUILESS_MAIN(tst_ImagePyramid)
#include "tst_ImagePyramid.moc"
