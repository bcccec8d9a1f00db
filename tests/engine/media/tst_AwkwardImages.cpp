// SPDX-License-Identifier: GPL-3.0-or-later
//! Real awkward files: each has its expected outcome, and none may crash or take the memory.
#include "engine/media/ImageDecoder.h"
#include "engine/media/ImagePyramid.h"
#include "engine/media/Thumbnail.h"
#include "tests/engine/media/MediaFixtures.h"
#include "tests/support/TestData.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::media;
using namespace lw::tests;

namespace {

enum class Outcome { Sound, Noted, Malformed, Unsupported, TooLarge };

struct Expectation {
    const char* file;
    Outcome outcome;
    QSize size;
};

constexpr Outcome Sound = Outcome::Sound, Noted = Outcome::Noted, Malformed = Outcome::Malformed,
                  Unsupported = Outcome::Unsupported;

const Expectation kOddImages[] = {
    {"12bit.cropped.tif", Sound, {100, 100}},
    {"16bit.cropped.tif", Sound, {64, 64}},
    {"apng/delay.png", Sound, {128, 64}},
    {"apng/single_frame.png", Sound, {128, 64}},
    {"avif/hopper.avif", Unsupported, {}},
    {"avif/star.avifs", Unsupported, {}},
    {"bmp/b/badbitcount.bmp", Malformed, {}},
    {"bmp/b/badbitssize.bmp", Sound, {127, 64}},
    {"bmp/b/baddens1.bmp", Sound, {127, 64}},
    {"bmp/b/baddens2.bmp", Sound, {127, 64}},
    {"bmp/b/badfilesize.bmp", Sound, {127, 64}},
    {"bmp/b/badheadersize.bmp", Malformed, {}},
    {"bmp/b/badpalettesize.bmp", Malformed, {}},
    {"bmp/b/badplanes.bmp", Malformed, {}},
    {"bmp/b/badrle.bmp", Sound, {127, 64}},
    {"bmp/b/badwidth.bmp", Malformed, {}},
    {"bmp/b/pal8badindex.bmp", Sound, {127, 64}},
    {"bmp/b/reallybig.bmp", Outcome::TooLarge, {}},
    {"bmp/b/rletopdown.bmp", Sound, {127, 64}},
    {"bmp/b/shortfile.bmp", Noted, {127, 64}},
    {"broken.png", Malformed, {}},
    {"broken_data_stream.png", Noted, {128, 128}},
    {"broken_exif_dpi.jpg", Sound, {100, 100}},
    {"chi.gif", Sound, {320, 240}},
    {"crash-2020-10-test.tif", Malformed, {}},
    {"dispose_bgnd.gif", Sound, {100, 100}},
    {"empty_gps_ifd.jpg", Sound, {10, 10}},
    {"exif.png", Sound, {512, 512}},
    {"exif_gps.jpg", Sound, {8, 8}},
    {"flower.webp", Sound, {480, 360}},
    {"g4_orientation_1.tif", Sound, {590, 88}},
    {"g4_orientation_3.tif", Sound, {590, 88}},
    {"g4_orientation_6.tif", Sound, {590, 88}},
    {"g4_orientation_8.tif", Sound, {590, 88}},
    {"high_ascii_chars.png", Sound, {750, 30}},
    {"hopper.Lab.tif", Sound, {128, 128}},
    {"hopper.bmp", Sound, {128, 128}},
    {"hopper.gif", Sound, {128, 128}},
    {"hopper.ico", Sound, {16, 16}},
    {"hopper.png", Sound, {128, 128}},
    {"hopper.ppm", Sound, {128, 128}},
    {"hopper.psd", Unsupported, {}},
    {"hopper.qoi", Unsupported, {}},
    {"hopper.tar", Unsupported, {}},
    {"hopper.tif", Sound, {128, 128}},
    {"hopper.webp", Sound, {128, 128}},
    {"hopper_16bit.pgm", Sound, {128, 128}},
    {"hopper_1bit.pbm", Sound, {128, 128}},
    {"hopper_bad_exif.jpg", Noted, {500, 500}},
    {"hopper_bigtiff.tif", Sound, {128, 128}},
    {"hopper_bw_500.png", Sound, {500, 500}},
    {"hopper_g4.tif", Sound, {128, 128}},
    {"hopper_gray.jpg", Sound, {128, 128}},
    {"hopper_lzw.tif", Sound, {128, 128}},
    {"hopper_orientation_2.jpg", Sound, {128, 128}},
    {"hopper_orientation_3.jpg", Sound, {128, 128}},
    {"hopper_orientation_4.jpg", Sound, {128, 128}},
    {"hopper_orientation_5.jpg", Sound, {128, 128}},
    {"hopper_orientation_6.jpg", Sound, {128, 128}},
    {"hopper_orientation_6.webp", Sound, {128, 128}},
    {"hopper_orientation_7.jpg", Sound, {128, 128}},
    {"hopper_orientation_8.jpg", Sound, {128, 128}},
    {"hopper_rle8.bmp", Sound, {128, 128}},
    {"i_trns.png", Sound, {64, 64}},
    {"icc_profile_big.jpg", Sound, {425, 250}},
    {"invalid-exif.jpg", Sound, {200, 200}},
    {"iss634.webp", Sound, {245, 245}},
    {"junk_jpeg_header.jpg", Sound, {1024, 768}},
    {"l_trns.png", Sound, {64, 64}},
    {"libtiff_segfault.tif", Malformed, {}},
    {"multipage.tiff", Sound, {10, 10}},
    {"no_palette.gif", Sound, {1, 1}},
    {"orientation_rectangle.jpg", Sound, {1, 2}},
    {"p_16.png", Sound, {128, 128}},
    {"p_trns_single.png", Sound, {64, 64}},
    {"padded_idat.png", Sound, {256, 10}},
    {"photoshop-200dpi.jpg", Sound, {200, 200}},
    {"pil123rgba.png", Sound, {162, 150}},
    {"pil_sample_cmyk.jpg", Sound, {100, 100}},
    {"pil_sample_rgb.jpg", Sound, {100, 100}},
    {"rgb_trns.png", Sound, {64, 64}},
    {"sugarshack.mpo", Sound, {640, 480}},
    {"tiff_16bit_RGB.tiff", Sound, {100, 40}},
    {"tiff_strip_cmyk_jpeg.tif", Sound, {100, 100}},
    {"timeout-6646305047838720", Malformed, {}},
    {"tiny.png", Sound, {4, 4}},
    {"transparent.gif", Sound, {200, 150}},
    {"transparent.png", Sound, {200, 150}},
    {"transparent.webp", Sound, {200, 150}},
    {"truncated_app14.jpg", Sound, {100, 100}},
    {"truncated_image.png", Noted, {640, 480}},
    {"truncated_jpeg.jpg", Noted, {100, 100}},
    {"uncompressed_la.png", Sound, {128, 128}},
    {"xmp_tags_orientation.png", Sound, {326, 268}},
    {"zero_width.gif", Malformed, {}},
};

core::ErrorCode codeOf(Outcome outcome)
{
    return outcome == Unsupported         ? core::ErrorCode::Unsupported
           : outcome == Outcome::TooLarge ? core::ErrorCode::TooLarge
                                          : core::ErrorCode::Malformed;
}

} // namespace

class tst_AwkwardImages final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasItsOutcome_data();
    void everyFileHasItsOutcome();
    void agreesWithTheOtherDecoder();
    void looksAsQtShowsIt();
    void theTableNamesEveryFile();
    void sameSubjectLooksTheSame_data();
    void sameSubjectLooksTheSame();
    void allNineOrientationsLookAlike();
    void knowsWhatMoves();
    void survivesFlippedBytes();
};

void tst_AwkwardImages::everyFileHasItsOutcome_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QSize>("size");
    for (const Expectation& row : kOddImages) {
        QTest::newRow(row.file) << QString::fromLatin1(row.file) << row.outcome << row.size;
    }
}

void tst_AwkwardImages::everyFileHasItsOutcome()
{
    LW_REQUIRE_DATA(folder, "awkward/odd_images");
    QFETCH(QString, file);
    QFETCH(Outcome, outcome);
    QFETCH(QSize, size);
    const QString path = folder + u'/' + file;
    const auto decoded = decodeImage(path);
    const auto thumbnail = makeThumbnail(path, 32);
    QCOMPARE(thumbnail.has_value(), decoded.has_value());
    if (outcome != Sound && outcome != Noted) {
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, codeOf(outcome));
        QCOMPARE(decoded.error().path, path);
        return;
    }
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().detail));
    QCOMPARE(decoded->picture.size(), size);
    QCOMPARE(decoded->info.size, size);
    QCOMPARE(probeImage(path)->size, size);
    const bool isTruncated = decoded->info.isTruncated;
    QCOMPARE(isTruncated, outcome == Noted);
    QCOMPARE(decoded->notes.isEmpty(), outcome == Sound && !decoded->info.isAnimated);
    QVERIFY(std::max(thumbnail->width(), thumbnail->height()) <= 32);
    QCOMPARE(std::max(thumbnail->width(), thumbnail->height()), std::min(32, std::max(size.width(), size.height())));

    const QTemporaryDir tiles;
    PyramidOptions onDisk;
    onDisk.maxPixelsInMemory = 0;
    const auto pyramid = loadPyramid(path, tiles.path(), {}, onDisk);
    QVERIFY2(pyramid.has_value(), pyramid ? "" : qPrintable(pyramid.error().detail));
    QCOMPARE((*pyramid)->size(), size);
    QCOMPARE((*pyramid)->info().orientation, decoded->info.orientation);
    QCOMPARE((*pyramid)->info().missing, decoded->info.missing);
    QCOMPARE((*pyramid)->notes().kept(), decoded->notes.kept());
    QCOMPARE(largestDifference((*pyramid)->region(0, QRect(QPoint(), size)), decoded->picture), 0);
}

/// One row of what another decoder made of the files.
struct Observed {
    QString file;
    QSize stored;
    int frames = 0;
    int orientation = 0; ///< 0: none, or not readable
    bool isOpened = false;
    bool isDecoded = false;
};

static QList<Observed> observations(const QString& path)
{
    QFile file(path);
    QList<Observed> rows;
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines.mid(1)) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() < 8) {
            continue;
        }
        const QList<QByteArray> size = cells[4].split('x');
        const bool isOpened = size.size() == 2;
        rows.append({QString::fromUtf8(cells[0]), isOpened ? QSize(size[0].toInt(), size[1].toInt()) : QSize(),
                     cells[5].toInt(), cells[6].toInt(), isOpened, cells[7] == "ok"});
    }
    return rows;
}

void tst_AwkwardImages::agreesWithTheOtherDecoder()
{
    LW_REQUIRE_DATA(folder, "awkward");
    // Where we differ, and why.
    const QHash<QString, const char*> otherwise = {
        {QStringLiteral("odd_images/hopper.psd"), "PSD is no format of ours"},
        {QStringLiteral("odd_images/bmp/b/badplanes.bmp"), "Qt refuses a plane count other than one"},
        {QStringLiteral("odd_images/xmp_tags_orientation.png"), "its orientation is XMP, not EXIF"},
        {QStringLiteral("odd_images/sugarshack.mpo"), "the second picture of a camera's JPEG is no frame"},
        {QStringLiteral("odd_images/timeout-6646305047838720"), "broken so early that nothing of it can be shown"},
        {QStringLiteral("odd_images/hopper.ico"), "Qt counts"},
    };
    const QList<Observed> rows = observations(folder + QStringLiteral("/OBSERVED.tsv"));
    QCOMPARE(rows.size(), 104);
    QStringList differing;
    for (const Observed& row : rows) {
        const auto decoded = decodeImage(folder + u'/' + row.file);
        const bool isTurned = row.orientation >= 5 && row.orientation <= 8;
        const bool agrees = !row.isOpened
                                ? !decoded
                                : decoded && decoded->info.size == (isTurned ? row.stored.transposed() : row.stored) &&
                                      decoded->info.isAnimated == (row.frames > 1) &&
                                      decoded->info.orientation == std::max(1, row.orientation) &&
                                      (row.isDecoded || decoded->info.isTruncated);
        if (!agrees && !otherwise.contains(row.file)) {
            differing.append(row.file);
        }
    }
    QCOMPARE(differing, QStringList());
}

void tst_AwkwardImages::looksAsQtShowsIt()
{
    LW_REQUIRE_DATA(folder, "awkward/odd_images");
    // Formats that we decode ourselves, against Qt's own plugins.
    QStringList differing;
    int compared = 0;
    for (const Expectation& row : kOddImages) {
        const QString path = folder + u'/' + QString::fromLatin1(row.file);
        const auto decoded = decodeImage(path);
        if (row.outcome != Sound || !decoded || decoded->info.format == ImageFormat::Bmp ||
            decoded->info.format == ImageFormat::Gif || decoded->info.format == ImageFormat::Pnm ||
            decoded->info.format == ImageFormat::Ico) {
            continue;
        }
        if (decoded->info.format == ImageFormat::WebP && decoded->info.orientation != 1) {
            continue; // Qt turns no WebP
        }
        QImageReader reader(path);
        reader.setAutoTransform(true);
        reader.setDecideFormatFromContent(true);
        const QImage other = reader.read();
        if (other.isNull()) {
            continue;
        }
        ++compared;
        const auto plain = [](const QImage& image) {
            return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        };
        const double difference = meanDifference(plain(decoded->picture), plain(other));
        if (difference > 3) {
            differing.append(QStringLiteral("%1: %2").arg(QLatin1String(row.file)).arg(difference));
        }
    }
    QVERIFY2(compared >= 40, qPrintable(QString::number(compared)));
    QVERIFY2(differing.isEmpty(), qPrintable(differing.join(u'\n')));
}

void tst_AwkwardImages::theTableNamesEveryFile()
{
    LW_REQUIRE_DATA(folder, "awkward/odd_images");
    QSet<QString> listed;
    for (const Expectation& row : kOddImages) {
        listed.insert(QString::fromLatin1(row.file));
    }
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString name = files.next().sliced(folder.size() + 1);
        QVERIFY2(listed.contains(name), qPrintable(name));
        ++count;
    }
    QCOMPARE(count, listed.size());
}

void tst_AwkwardImages::sameSubjectLooksTheSame_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("limit");
    QTest::newRow("ppm") << QStringLiteral("hopper.ppm") << 2.0;
    QTest::newRow("bmp") << QStringLiteral("hopper.bmp") << 0.5;
    QTest::newRow("tiff") << QStringLiteral("hopper.tif") << 0.5;
    QTest::newRow("lzw tiff") << QStringLiteral("hopper_lzw.tif") << 0.5;
    QTest::newRow("big tiff") << QStringLiteral("hopper_bigtiff.tif") << 0.5;
    QTest::newRow("Lab tiff") << QStringLiteral("hopper.Lab.tif") << 16.0;
    QTest::newRow("palette gif") << QStringLiteral("hopper.gif") << 12.0;
    QTest::newRow("rle bmp") << QStringLiteral("hopper_rle8.bmp") << 12.0;
    QTest::newRow("webp") << QStringLiteral("hopper.webp") << 10.0;
    QTest::newRow("turned webp") << QStringLiteral("hopper_orientation_6.webp") << 10.0;
    for (int orientation = 2; orientation <= 8; ++orientation) {
        QTest::addRow("turned %d", orientation) << QStringLiteral("hopper_orientation_%1.jpg").arg(orientation) << 10.0;
    }
}

void tst_AwkwardImages::sameSubjectLooksTheSame()
{
    LW_REQUIRE_DATA(folder, "awkward/odd_images");
    QFETCH(QString, file);
    QFETCH(double, limit);
    const auto expected = decodeImage(folder + QStringLiteral("/hopper.png"));
    const auto decoded = decodeImage(folder + u'/' + file);
    QVERIFY(expected.has_value() && decoded.has_value());
    QCOMPARE(decoded->picture.size(), expected->picture.size());
    const double difference = meanDifference(decoded->picture, expected->picture);
    QVERIFY2(difference <= limit, qPrintable(QString::number(difference)));
}

void tst_AwkwardImages::allNineOrientationsLookAlike()
{
    LW_REQUIRE_DATA(folder, "awkward/orientation");
    DecodeOptions options;
    options.targetSize = QSize(450, 300);
    const auto upright = decodeImage(folder + QStringLiteral("/Landscape_0.jpg"), options);
    QVERIFY(upright.has_value());
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const QString path = folder + QStringLiteral("/Landscape_%1.jpg").arg(orientation);
        const auto info = probeImage(path);
        QVERIFY(info.has_value());
        QCOMPARE(info->orientation, orientation);
        QCOMPARE(info->size, QSize(1800, 1200));
        const auto decoded = decodeImage(path, options);
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->picture.size(), upright->picture.size());
        QVERIFY(meanDifference(decoded->picture, upright->picture) < 4.0);
    }
}

void tst_AwkwardImages::knowsWhatMoves()
{
    LW_REQUIRE_DATA(folder, "awkward/odd_images");
    for (const char* name : {"apng/delay.png", "chi.gif", "dispose_bgnd.gif", "iss634.webp", "multipage.tiff"}) {
        QVERIFY2(probeImage(folder + u'/' + QString::fromLatin1(name))->isAnimated, name);
    }
    for (const char* name : {"apng/single_frame.png", "hopper.gif", "flower.webp", "hopper.tif", "transparent.gif"}) {
        QVERIFY2(!probeImage(folder + u'/' + QString::fromLatin1(name))->isAnimated, name);
    }
}

void tst_AwkwardImages::survivesFlippedBytes()
{
    LW_REQUIRE_DATA(folder, "awkward/odd_images");
    const QTemporaryDir scratch;
    quint32 random = 12'345;
    DecodeOptions options;
    options.maxPixels = 4'000'000;
    for (const char* name : {"hopper_gray.jpg", "truncated_jpeg.jpg", "pil_sample_cmyk.jpg", "pil123rgba.png",
                             "tiny.png", "hopper_g4.tif", "tiff_strip_cmyk_jpeg.tif", "12bit.cropped.tif", "hopper.ico",
                             "transparent.gif", "hopper_rle8.bmp", "hopper.webp", "hopper_1bit.pbm"}) {
        QFile file(folder + u'/' + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sound = file.readAll();
        for (int round = 0; round < 40; ++round) {
            QByteArray bytes = sound;
            for (int i = 0; i < 6; ++i) {
                random = random * 1'664'525U + 1'013'904'223U;
                const qsizetype span = i % 2 != 0 ? bytes.size() : std::min<qsizetype>(bytes.size(), 200);
                bytes[(random >> 8) % quint32(span)] = char(random >> 16);
            }
            const QString path = scratch.filePath(QStringLiteral("broken"));
            QVERIFY(writeBytes(path, bytes));
            const auto decoded = decodeImage(path, options);
            QVERIFY(!decoded || !decoded->picture.isNull());
        }
    }
}

QTEST_GUILESS_MAIN(tst_AwkwardImages)
#include "tst_AwkwardImages.moc"
