// SPDX-License-Identifier: GPL-3.0-or-later
//! Generated pictures of every awkward kind: layouts, depths, animations, turned and truncated ones.
#include "engine/media/ImageDecoder.h"
#include "engine/media/ImagePyramid.h"
#include "engine/media/Thumbnail.h"
#include "tests/engine/media/AwkwardFixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace lw;
using namespace lw::media;
using namespace lw::tests;

namespace {

constexpr QSize kSize(150, 100);

/// The rows of a cut picture that must be sound are these; the edge of the cut may be blurred.
constexpr int kBlurredRows = 24;

bool hasNote(const core::ProblemList& notes, core::ProblemCode code)
{
    return std::any_of(notes.kept().begin(), notes.kept().end(),
                       [code](const auto& note) { return note.code == code; });
}

} // namespace

class tst_PictureKinds final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryTiffLayout_data();
    void readsEveryTiffLayout();
    void showsFloatingPointTiff_data();
    void showsFloatingPointTiff();
    void takesTheFirstPageOfATiff();
    void takesTheFirstFrame_data();
    void takesTheFirstFrame();
    void readsWebP_data();
    void readsWebP();
    void placesASmallFrameOnItsCanvas();
    void readsDeepAndTransparentPng();
    void turnsEveryFormatAlike_data();
    void turnsEveryFormatAlike();
    void showsWhatATruncatedFileHolds_data();
    void showsWhatATruncatedFileHolds();
    void saysWhichEdgeOfATurnedPictureIsMissing_data();
    void saysWhichEdgeOfATurnedPictureIsMissing();
    void knowsSoundFilesFromCutOnes_data();
    void knowsSoundFilesFromCutOnes();
    void showsSomethingBeforeAllIsDecoded();

private:
    QString put(const QString& name, const QByteArray& bytes) { return writeInto(m_folder, name, bytes); }

    QTemporaryDir m_folder;
};

void tst_PictureKinds::readsEveryTiffLayout_data()
{
    QTest::addColumn<int>("compression");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("isTiled");
    QTest::addColumn<bool>("isPlanar");
    QTest::addColumn<bool>("isBig");
    const std::pair<const char*, int> compressions[] = {{"plain", COMPRESSION_NONE},
                                                        {"LZW", COMPRESSION_LZW},
                                                        {"deflate", COMPRESSION_ADOBE_DEFLATE},
                                                        {"PackBits", COMPRESSION_PACKBITS}};
    for (const auto& [name, compression] : compressions) {
        for (int bits : {8, 16}) {
            for (bool isTiled : {false, true}) {
                for (bool isPlanar : {false, true}) {
                    QTest::addRow("%s %d bits%s%s", name, bits, isTiled ? " tiles" : "", isPlanar ? " planes" : "")
                        << compression << bits << isTiled << isPlanar << false;
                }
            }
        }
    }
    QTest::addRow("BigTIFF") << int(COMPRESSION_LZW) << 8 << false << false << true;
    QTest::addRow("BigTIFF tiles") << int(COMPRESSION_NONE) << 16 << true << false << true;
}

void tst_PictureKinds::readsEveryTiffLayout()
{
    QFETCH(int, compression);
    QFETCH(int, bits);
    QFETCH(bool, isTiled);
    QFETCH(bool, isPlanar);
    QFETCH(bool, isBig);
    const QImage picture = pattern(kSize);
    TiffLayout layout;
    layout.compression = uint16_t(compression);
    layout.bits = uint16_t(bits);
    layout.isTiled = isTiled;
    layout.isPlanar = isPlanar;
    layout.isBig = isBig;
    const QString path = m_folder.filePath(QStringLiteral("layout.tif"));
    QVERIFY(appendTiff(path, kSize, layout, [&](int x, int y, int channel, uchar* to) {
        const auto value = uint16_t(channelOf(picture.pixel(x, y), channel) * (bits == 16 ? 257 : 1));
        memcpy(to, &value, size_t(bits) / 8);
    }));
    const auto decoded = decodeImage(path);
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().detail));
    QVERIFY(decoded->notes.isEmpty());
    QCOMPARE(decoded->info.bitsPerChannel, bits);
    QVERIFY(largestDifference(decoded->picture.convertToFormat(QImage::Format_RGB32), picture) <= 1);
}

void tst_PictureKinds::showsFloatingPointTiff_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("bits");
    QTest::addColumn<double>("first"); // the number of the darkest pixel
    QTest::addColumn<double>("last");  // of the brightest
    QTest::addColumn<int>("dark");
    QTest::addColumn<int>("bright");
    QTest::addColumn<bool>("isTiled");
    const int real = SAMPLEFORMAT_IEEEFP;
    QTest::newRow("0 to 1") << real << 32 << 0.0 << 1.0 << 0 << 255 << false;
    QTest::newRow("a part of 0 to 1") << real << 32 << 0.2 << 0.6 << 51 << 153 << false;
    QTest::newRow("0 to 255") << real << 32 << 10.0 << 200.0 << 10 << 200 << false;
    QTest::newRow("any range") << real << 32 << -1000.0 << 3000.0 << 0 << 255 << false;
    QTest::newRow("double") << real << 64 << -1000.0 << 3000.0 << 0 << 255 << false;
    QTest::newRow("tiles") << real << 32 << -1000.0 << 3000.0 << 0 << 255 << true;
    QTest::newRow("signed 16 bits") << int(SAMPLEFORMAT_INT) << 16 << -1000.0 << 3000.0 << 0 << 255 << false;
    QTest::newRow("unsigned 32 bits") << int(SAMPLEFORMAT_UINT) << 32 << 1000.0 << 900'000.0 << 0 << 255 << true;
}

void tst_PictureKinds::showsFloatingPointTiff()
{
    QFETCH(int, format);
    QFETCH(int, bits);
    QFETCH(double, first);
    QFETCH(double, last);
    QFETCH(int, dark);
    QFETCH(int, bright);
    QFETCH(bool, isTiled);
    TiffLayout layout;
    layout.format = uint16_t(format);
    layout.bits = uint16_t(bits);
    layout.photometric = PHOTOMETRIC_MINISBLACK;
    layout.samples = 1;
    layout.isTiled = isTiled;
    const QString path = m_folder.filePath(QStringLiteral("float.tif"));
    const auto put = [](auto value, uchar* to) { memcpy(to, &value, sizeof value); };
    QVERIFY(appendTiff(path, kSize, layout, [&](int x, int, int, uchar* to) {
        const double value = first + (last - first) * x / (kSize.width() - 1);
        if (format == SAMPLEFORMAT_IEEEFP) {
            bits == 64 ? put(value, to) : put(float(value), to);
        } else {
            bits == 16 ? put(qint16(std::lround(value)), to) : put(quint32(std::llround(value)), to);
        }
    }));
    const auto decoded = decodeImage(path);
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().detail));
    QCOMPARE(decoded->picture.size(), kSize);
    for (int y : {0, 50, kSize.height() - 1}) {
        QVERIFY(std::abs(qGreen(decoded->picture.pixel(0, y)) - dark) <= 1);
        QVERIFY(std::abs(qGreen(decoded->picture.pixel(kSize.width() - 1, y)) - bright) <= 1);
        QVERIFY(std::abs(qGreen(decoded->picture.pixel(kSize.width() / 2, y)) - (dark + bright) / 2) <= 2);
    }
}

void tst_PictureKinds::takesTheFirstPageOfATiff()
{
    const QString path = m_folder.filePath(QStringLiteral("pages.tif"));
    for (int page = 0; page < 3; ++page) {
        QVERIFY(appendTiff(
            path, QSize(40 + page, 30), {},
            [page](int, int, int channel, uchar* to) { *to = channel == page ? 255 : 0; }, page == 0));
    }
    const auto decoded = decodeImage(path);
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->picture.size(), QSize(40, 30));
    QCOMPARE(decoded->picture.pixel(5, 5), qRgb(255, 0, 0));
    QVERIFY(decoded->info.isAnimated);
    QVERIFY(hasNote(decoded->notes, core::ProblemCode::ImageFirstFrame));
}

void tst_PictureKinds::takesTheFirstFrame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("moves");
    QImage red(30, 20, QImage::Format_RGB32);
    red.fill(Qt::red);
    QImage green = red;
    green.fill(Qt::green);
    QTest::newRow("GIF") << gif(red.size(), 3) << true;
    QTest::newRow("GIF of one frame") << gif(red.size(), 1) << false;
    QTest::newRow("APNG") << animatedPng(encoded(red, "png"), red.size()) << true;
    QTest::newRow("WebP") << animatedWebP({red, green}) << true;
}

void tst_PictureKinds::takesTheFirstFrame()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, moves);
    const QString path = put(QStringLiteral("moving"), bytes);
    const auto decoded = decodeImage(path);
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().detail));
    QCOMPARE(decoded->picture.size(), QSize(30, 20));
    QCOMPARE(decoded->picture.pixel(15, 10), qRgb(255, 0, 0));
    QCOMPARE(decoded->info.isAnimated, moves);
    QCOMPARE(hasNote(decoded->notes, core::ProblemCode::ImageFirstFrame), moves);
    QVERIFY(!decoded->info.isTruncated);
}

void tst_PictureKinds::readsWebP_data()
{
    QTest::addColumn<bool>("isLossless");
    QTest::addColumn<bool>("hasAlpha");
    QTest::newRow("lossy") << false << false;
    QTest::newRow("lossless") << true << false;
    QTest::newRow("lossy with transparency") << false << true;
    QTest::newRow("lossless with transparency") << true << true;
}

void tst_PictureKinds::readsWebP()
{
    QFETCH(bool, isLossless);
    QFETCH(bool, hasAlpha);
    QImage picture = pattern(kSize).convertToFormat(QImage::Format_ARGB32);
    for (int x = 0; hasAlpha && x < kSize.width(); ++x) {
        for (int y = 0; y < kSize.height(); ++y) {
            QColor colour = picture.pixelColor(x, y);
            colour.setAlpha(x + 100);
            picture.setPixelColor(x, y, colour);
        }
    }
    const auto decoded = decodeImage(put(QStringLiteral("a.webp"), webp(picture, isLossless)));
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().detail));
    QVERIFY(decoded->notes.isEmpty());
    QCOMPARE(decoded->picture.hasAlphaChannel(), hasAlpha);
    const QImage expected = picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const QImage got = decoded->picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QVERIFY(isLossless ? largestDifference(got, expected) <= 1 : meanDifference(got, expected) < 20);
}

void tst_PictureKinds::placesASmallFrameOnItsCanvas()
{
    QImage red(30, 20, QImage::Format_RGB32);
    red.fill(Qt::red);
    QByteArray frame;
    putLittle(frame, 4, 3); // in units of two pixels
    putLittle(frame, 2, 3);
    putLittle(frame, 29, 3);
    putLittle(frame, 19, 3);
    putLittle(frame, 100, 3);
    frame += '\0';
    const QByteArray chunks =
        riffChunk("ANIM", QByteArray(6, '\0')) + riffChunk("ANMF", frame + webp(red, true).sliced(12));
    const auto decoded = decodeImage(put(QStringLiteral("a.webp"), webpContainer({60, 40}, 0x02, chunks)));
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().detail));
    QCOMPARE(decoded->picture.size(), QSize(60, 40));
    QCOMPARE(decoded->picture.pixel(0, 0), 0U);
    QCOMPARE(decoded->picture.pixel(8, 4), qRgb(255, 0, 0));
    QCOMPARE(decoded->picture.pixel(37, 23), qRgb(255, 0, 0));
    QCOMPARE(decoded->picture.pixel(38, 24), 0U);
}

void tst_PictureKinds::readsDeepAndTransparentPng()
{
    QImage deep(20, 10, QImage::Format_RGBA64);
    deep.fill(QColor::fromRgba64(0xFFFF, 0x8080, 0x0101, 0xFFFF));
    auto decoded = decodeImage(put(QStringLiteral("deep.png"), encoded(deep, "png")));
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->info.bitsPerChannel, 16);
    QCOMPARE(decoded->picture.pixel(3, 3), qRgb(255, 128, 1));

    QImage palette(20, 10, QImage::Format_Indexed8);
    palette.setColorTable({qRgba(255, 0, 0, 255), qRgba(0, 0, 255, 0)});
    palette.fill(0);
    palette.setPixel(4, 4, 1);
    decoded = decodeImage(put(QStringLiteral("palette.png"), encoded(palette, "png")));
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->info.colour, ColourKind::Palette);
    QCOMPARE(decoded->picture.pixel(0, 0), qRgb(255, 0, 0));
    QCOMPARE(decoded->picture.pixel(4, 4), 0U);
}

/// What must be done to an upright picture so that `orientation` undoes it; through Qt, not through our own code.
static QImage unturned(const QImage& upright, int orientation)
{
    const QImage mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7
                                ? upright.mirrored(true, false)
                                : upright;
    const int angles[] = {0, 0, 0, 180, 180, 270, 270, 90, 90};
    return mirrored.transformed(QTransform().rotate(angles[orientation]));
}

void tst_PictureKinds::turnsEveryFormatAlike_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("orientation");
    for (const char* format : {"jpg", "png", "webp", "tif"}) {
        for (int orientation = 1; orientation <= 8; ++orientation) {
            QTest::addRow("%s %d", format, orientation) << QString::fromLatin1(format) << orientation;
        }
    }
}

void tst_PictureKinds::turnsEveryFormatAlike()
{
    QFETCH(QString, format);
    QFETCH(int, orientation);
    const QImage upright = quarters({208, 136});
    const QImage stored = unturned(upright, orientation);
    const QString path = m_folder.filePath(QStringLiteral("turned.") + format);
    if (format == QLatin1String("jpg")) {
        writeBytes(path, withExif(jpeg(stored, false), orientation));
    } else if (format == QLatin1String("png")) {
        writeBytes(path, withChunks(encoded(stored, "png"), pngChunk("eXIf", exifBlock(orientation, true))));
    } else if (format == QLatin1String("webp")) {
        writeBytes(path,
                   webpContainer(stored.size(), 0x08,
                                 webp(stored, true).sliced(12) + riffChunk("EXIF", exifBlock(orientation, false))));
    } else {
        TiffLayout layout;
        layout.orientation = orientation;
        QVERIFY(appendTiff(path, stored.size(), layout, [&](int x, int y, int channel, uchar* to) {
            *to = uchar(channelOf(stored.pixel(x, y), channel));
        }));
    }
    const auto decoded = decodeImage(path);
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().detail));
    QCOMPARE(decoded->info.orientation, orientation);
    QCOMPARE(decoded->info.size, upright.size());
    QVERIFY(meanDifference(decoded->picture, upright) < 3);
    const auto thumbnail = makeThumbnail(path, 52);
    QVERIFY(thumbnail.has_value());
    QCOMPARE(thumbnail->size(), QSize(52, 34));
    QVERIFY(meanDifference(*thumbnail, quarters({52, 34})) < 10);
    PyramidOptions onDisk;
    onDisk.maxPixelsInMemory = 0;
    const auto pyramid = loadPyramid(path, m_folder.filePath(QStringLiteral("tiles")), {}, onDisk);
    QVERIFY(pyramid.has_value());
    QCOMPARE(largestDifference((*pyramid)->region(0, QRect(QPoint(), upright.size())), decoded->picture), 0);
    QFile::remove(path);
}

void tst_PictureKinds::showsWhatATruncatedFileHolds_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<int>("tenths");
    QTest::addColumn<bool>("tellsHowMuch"); // bytes and rows go together
    const QImage picture = pattern({200, 400});
    const auto add = [](const char* format, const QByteArray& whole, bool tellsHowMuch) {
        for (int tenths = 1; tenths <= 9; ++tenths) {
            QTest::addRow("%s at %d0 %%", format, tenths)
                << QString::fromLatin1(format) << whole << tenths << tellsHowMuch;
        }
    };
    add("jpg", jpeg(picture, false), true);
    add("progressive.jpg", jpeg(picture, true), false);
    add("png", encoded(picture, "png"), true);
    add("bmp", encoded(picture, "bmp"), true);
    add("ppm", encoded(picture, "ppm"), true);
    add("lossy.webp", webp(picture, false), false);
    add("lossless.webp", webp(picture, true), false);
    add("gif", gif({200, 400}, 1), false);
}

void tst_PictureKinds::showsWhatATruncatedFileHolds()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, whole);
    QFETCH(int, tenths);
    QFETCH(bool, tellsHowMuch);
    const QString path = put(QStringLiteral("cut.") + format, whole.first(whole.size() * tenths / 10));
    const auto info = probeImage(path);
    const auto decoded = decodeImage(path);
    const auto thumbnail = makeThumbnail(path, 64);
    QCOMPARE(thumbnail.has_value(), decoded.has_value());
    if (!decoded) {
        // Pieces of formats that begin with tables may come to nothing, and then it is said.
        QCOMPARE(decoded.error().code, core::ErrorCode::Malformed);
        QVERIFY2(!tellsHowMuch && tenths <= 6, qPrintable(decoded.error().detail));
        return;
    }
    QVERIFY(info.has_value());
    QVERIFY(info->isTruncated);
    QCOMPARE(decoded->picture.size(), QSize(200, 400));
    QVERIFY(decoded->info.isTruncated);
    QVERIFY(hasNote(decoded->notes, core::ProblemCode::ImageTruncated));
    const MissingPart missing = decoded->info.missing;
    if (tellsHowMuch) {
        QVERIFY2(std::abs(missing.percent - (100 - 10 * tenths)) <= 14, qPrintable(QString::number(missing.percent)));
        QCOMPARE(missing.edge, format == QLatin1String("bmp") ? Qt::TopEdge : Qt::BottomEdge);
    }
    const auto original = decodeImage(put(QStringLiteral("whole.") + format, whole));
    QVERIFY(original.has_value());
    QVERIFY(original->notes.isEmpty());
    const int sound = 400 - missing.rows - kBlurredRows;
    if (missing.percent > 0 && sound > 0) {
        const QRect part(0, missing.edge == Qt::TopEdge ? 400 - sound : 0, 200, sound);
        QVERIFY(meanDifference(decoded->picture.copy(part), original->picture.copy(part)) < 1);
    }
}

void tst_PictureKinds::saysWhichEdgeOfATurnedPictureIsMissing_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<Qt::Edge>("edge");
    const Qt::Edge edges[] = {Qt::BottomEdge, Qt::BottomEdge, Qt::TopEdge,  Qt::TopEdge,
                              Qt::RightEdge,  Qt::LeftEdge,   Qt::LeftEdge, Qt::RightEdge};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("%d", orientation) << orientation << edges[orientation - 1];
    }
}

void tst_PictureKinds::saysWhichEdgeOfATurnedPictureIsMissing()
{
    QFETCH(int, orientation);
    QFETCH(Qt::Edge, edge);
    const QByteArray whole =
        withChunks(encoded(pattern({200, 300}), "png"), pngChunk("eXIf", exifBlock(orientation, true)));
    const QString path = put(QStringLiteral("cut.png"), whole.first(whole.size() / 2));
    const auto decoded = decodeImage(path);
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->info.missing.edge, edge);
    // The middle of that edge is blank, the middle of the opposite one is not.
    const QRect all = decoded->picture.rect();
    const QPoint middle = all.center();
    const QPoint blank = edge == Qt::TopEdge      ? QPoint(middle.x(), 0)
                         : edge == Qt::BottomEdge ? QPoint(middle.x(), all.bottom())
                         : edge == Qt::LeftEdge   ? QPoint(0, middle.y())
                                                  : QPoint(all.right(), middle.y());
    QCOMPARE(decoded->picture.pixel(blank), qRgb(128, 128, 128));
    QVERIFY(decoded->picture.pixel(all.bottomRight() - blank) != qRgb(128, 128, 128));
    PyramidOptions onDisk;
    onDisk.maxPixelsInMemory = 0;
    const auto pyramid = loadPyramid(path, m_folder.filePath(QStringLiteral("tiles")), {}, onDisk);
    QVERIFY(pyramid.has_value());
    QCOMPARE((*pyramid)->info().missing, decoded->info.missing);
    QFile::remove(path);
}

void tst_PictureKinds::knowsSoundFilesFromCutOnes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isTruncated");
    const QImage picture = pattern({64, 48});
    const QByteArray jpg = jpeg(picture, false);
    const QByteArray png = encoded(picture, "png");
    const QByteArray moving = gif({64, 48}, 2);
    QTest::newRow("JPEG") << jpg << false;
    QTest::newRow("JPEG with junk behind") << QByteArray(jpg + QByteArray(5000, 'x')) << false;
    QTest::newRow("JPEG with zeros behind") << QByteArray(jpg + QByteArray(5000, '\0')) << false;
    QTest::newRow("JPEG without end mark") << jpg.chopped(2) << true;
    QTest::newRow("PNG") << png << false;
    QTest::newRow("PNG with junk behind") << QByteArray(png + QByteArray(5000, 'x')) << false;
    QTest::newRow("PNG without end") << png.chopped(12) << true;
    QTest::newRow("GIF") << moving << false;
    QTest::newRow("GIF cut in its second frame") << moving.chopped(100) << true;
}

void tst_PictureKinds::knowsSoundFilesFromCutOnes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isTruncated);
    const auto info = probeImage(put(QStringLiteral("picture"), bytes));
    QVERIFY(info.has_value());
    QCOMPARE(info->isTruncated, isTruncated);
}

void tst_PictureKinds::showsSomethingBeforeAllIsDecoded()
{
    const QString path = put(QStringLiteral("large.jpg"), jpeg(pattern({800, 600}), false));
    DecodeOptions options;
    options.targetSize = QSize(50, 50);
    options.partialInterval = 0;
    QList<QImage> seen;
    options.partial = [&seen](const QImage& soFar) { seen.append(soFar); };
    const auto decoded = decodeImage(path, options);
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->picture.size(), QSize(50, 38));
    QCOMPARE(seen.size(), 37); // after every row but the last
    for (qsizetype i = 0; i < seen.size(); ++i) {
        QCOMPARE(seen.at(i).copy(0, 0, 50, int(i) + 1), decoded->picture.copy(0, 0, 50, int(i) + 1));
        QCOMPARE(seen.at(i).pixel(49, 37), qRgb(128, 128, 128));
    }
}

QTEST_GUILESS_MAIN(tst_PictureKinds)
#include "tst_PictureKinds.moc"
