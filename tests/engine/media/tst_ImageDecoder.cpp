// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures come out upright, in their true colours, within the limits.
#include "engine/media/ImageDecoder.h"
#include "tests/engine/media/MediaFixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>
#include <tiffio.h>

using namespace lw;
using namespace lw::media;
using namespace lw::tests;

namespace {

/// A JPEG of one CMYK colour (in the file's own numbers), with or without Adobe's marker.
QByteArray cmykJpeg(const std::array<JSAMPLE, 4>& colour, bool hasAdobeMarker)
{
    jpeg_compress_struct encoder;
    jpeg_error_mgr errors;
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    jpeg_mem_dest(&encoder, &bytes, &length);
    encoder.image_width = 16;
    encoder.image_height = 16;
    encoder.input_components = 4;
    encoder.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&encoder);
    jpeg_set_quality(&encoder, 100, TRUE);
    encoder.write_Adobe_marker = hasAdobeMarker;
    jpeg_start_compress(&encoder, TRUE);
    std::array<JSAMPLE, 64> row;
    for (size_t i = 0; i < row.size(); ++i) {
        row[i] = colour[i % 4];
    }
    JSAMPROW rows[1] = {row.data()};
    for (int y = 0; y < 16; ++y) {
        jpeg_write_scanlines(&encoder, rows, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    const QByteArray result(reinterpret_cast<const char*>(bytes), qsizetype(length));
    free(bytes);
    return result;
}

struct TiffKind {
    uint16_t bits = 8;
    uint16_t samples = 1;
    uint16_t photometric = PHOTOMETRIC_MINISBLACK;
    uint16_t extra = 0; ///< 0: none
};

/// A TIFF of one row, written as it is.
bool writeTiff(const QString& path, const TiffKind& kind, QByteArray row, int width)
{
    TIFF* file = TIFFOpen(path.toLocal8Bit().constData(), "w");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, 1);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, kind.samples);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    if (kind.extra != 0) {
        const uint16_t extras[1] = {kind.extra};
        TIFFSetField(file, TIFFTAG_EXTRASAMPLES, 1, extras);
    }
    const bool isWritten = TIFFWriteScanline(file, row.data(), 0) == 1;
    TIFFClose(file);
    return isWritten;
}

} // namespace

class tst_ImageDecoder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsPixelsOfLosslessFormats_data();
    void keepsPixelsOfLosslessFormats();
    void turnsJpegUpright_data();
    void turnsJpegUpright();
    void turnsWhatWasCutShort();
    void keepsTransparency();
    void scalesSixteenBitGreyLinearly();
    void readsTwelveBitAndInvertedTiff();
    void readsTransparentTiff();
    void convertsCmykJpeg();
    void decodesByContent();
    void showsTruncatedFilesAsFarAsTheyGo_data();
    void showsTruncatedFilesAsFarAsTheyGo();
    void refusesTooLargeBeforeReadingThem();
    void coversTheTargetAtReducedSize_data();
    void coversTheTargetAtReducedSize();
    void reducesByAveraging();
    void stopsWhenAsked();

private:
    QString put(const QString& name, const QByteArray& bytes) { return writeInto(m_folder, name, bytes); }

    QTemporaryDir m_folder;
};

void tst_ImageDecoder::keepsPixelsOfLosslessFormats_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QImage>("picture");
    const QImage colours = pattern({131, 67});
    for (const char* format : {"png", "bmp", "ppm", "tiff"}) {
        QTest::addRow("rgb %s", format) << QByteArray(format) << colours;
        QTest::addRow("grey %s", format) << QByteArray(format) << colours.convertToFormat(QImage::Format_Grayscale8);
        QTest::addRow("palette %s", format) << QByteArray(format) << colours.convertToFormat(QImage::Format_Indexed8);
        QTest::addRow("bits %s", format) << QByteArray(format) << colours.convertToFormat(QImage::Format_Mono);
    }
    QTest::addRow("rgb16 png") << QByteArray("png") << colours.convertToFormat(QImage::Format_RGBX64);
    QTest::addRow("rgb16 tiff") << QByteArray("tiff") << colours.convertToFormat(QImage::Format_RGBX64);
}

void tst_ImageDecoder::keepsPixelsOfLosslessFormats()
{
    QFETCH(QByteArray, format);
    QFETCH(QImage, picture);
    const QByteArray bytes = encoded(picture, format.constData());
    if (bytes.isEmpty()) {
        QSKIP("Qt's plugin for this format is not installed");
    }
    const auto decoded = decodeImage(put(QStringLiteral("a.") + QString::fromLatin1(format), bytes));
    QVERIFY(decoded.has_value());
    QVERIFY(decoded->notes.isEmpty());
    QCOMPARE(decoded->picture.format(), QImage::Format_RGB32);
    QCOMPARE(largestDifference(decoded->picture, picture.convertToFormat(QImage::Format_RGB32)), 0);
}

void tst_ImageDecoder::turnsJpegUpright_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("%d", orientation) << orientation;
    }
}

/// What must be done to an upright picture so that `orientation` undoes it; through Qt, not through our own code.
static QImage unturned(const QImage& upright, int orientation)
{
    const auto rotated = [](const QImage& image, int angle) { return image.transformed(QTransform().rotate(angle)); };
    switch (orientation) {
    case 2:
        return upright.mirrored(true, false);
    case 3:
        return rotated(upright, 180);
    case 4:
        return upright.mirrored(false, true);
    case 5:
        return rotated(upright, 90).mirrored(true, false);
    case 6:
        return rotated(upright, 270);
    case 7:
        return rotated(upright, 90).mirrored(false, true);
    case 8:
        return rotated(upright, 90);
    default:
        return upright;
    }
}

void tst_ImageDecoder::turnsJpegUpright()
{
    QFETCH(int, orientation);
    const QImage upright = quarters({208, 136}); // no multiple of the block that pixels are turned in
    const QByteArray jpeg = withExif(encoded(unturned(upright, orientation), "jpg", 100), orientation);
    const QString path = put(QStringLiteral("turned.jpg"), jpeg);
    const auto decoded = decodeImage(path);
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->info.orientation, orientation);
    QVERIFY(meanDifference(decoded->picture, upright) < 2.0);

    DecodeOptions options;
    options.targetSize = QSize(26, 17);
    const auto small = decodeImage(path, options);
    QVERIFY(small.has_value());
    QCOMPARE(small->info.size, upright.size());
    QVERIFY(meanDifference(small->picture, quarters({26, 17})) < 10.0);
}

void tst_ImageDecoder::turnsWhatWasCutShort()
{
    const QImage stored = pattern({96, 200});
    QByteArray png = encoded(stored, "png");
    QByteArray chunk = QByteArrayLiteral("\0\0\0\x1A"
                                         "eXIf") +
                       exifBlock(6, true) + QByteArrayLiteral("\0\0\0\0");
    png = png.first(33) + chunk + png.sliced(33).first(png.size() / 2);
    const auto decoded = decodeImage(put(QStringLiteral("cut.png"), png));
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->picture.size(), QSize(200, 96));
    // Orientation 6: the first stored row is the right column.
    QCOMPARE(decoded->picture.pixel(199, 10), stored.pixel(10, 0));
    QCOMPARE(decoded->picture.pixel(0, 10), qRgb(128, 128, 128));
}

void tst_ImageDecoder::keepsTransparency()
{
    QImage picture(40, 30, QImage::Format_ARGB32);
    picture.fill(qRgba(200, 100, 50, 128));
    const auto decoded = decodeImage(put(QStringLiteral("a.png"), encoded(picture, "png")));
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->picture.format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(decoded->picture.pixel(3, 3), picture.convertToFormat(QImage::Format_ARGB32_Premultiplied).pixel(3, 3));
}

void tst_ImageDecoder::scalesSixteenBitGreyLinearly()
{
    QByteArray pgm = QByteArrayLiteral("P5\n3 1\n65535\n");
    QImage png(3, 1, QImage::Format_Grayscale16);
    const quint16 values[] = {0, 4096, 65'535};
    for (int x = 0; x < 3; ++x) {
        pgm.append(char(values[x] >> 8)).append(char(values[x] & 255));
        reinterpret_cast<quint16*>(png.bits())[x] = values[x];
    }
    const QString tiff = m_folder.filePath(QStringLiteral("a.tif"));
    QVERIFY(
        writeTiff(tiff, {16, 1, PHOTOMETRIC_MINISBLACK, 0}, QByteArray(reinterpret_cast<const char*>(values), 6), 3));
    for (const QString& path :
         {put(QStringLiteral("a.pgm"), pgm), put(QStringLiteral("a.png"), encoded(png, "png")), tiff}) {
        const auto decoded = decodeImage(path);
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->info.bitsPerChannel, 16);
        QCOMPARE(decoded->picture.pixel(0, 0), qRgb(0, 0, 0));
        QVERIFY(std::abs(qGreen(decoded->picture.pixel(1, 0)) - 16) <= 1); // decoders round differently
        QCOMPARE(decoded->picture.pixel(2, 0), qRgb(255, 255, 255));
    }
}

void tst_ImageDecoder::readsTwelveBitAndInvertedTiff()
{
    const QString path = m_folder.filePath(QStringLiteral("a.tif"));
    QVERIFY(writeTiff(path, {12, 1, PHOTOMETRIC_MINISBLACK, 0}, QByteArrayLiteral("\x00\x0F\xFF\x80\x00\x00"), 4));
    auto decoded = decodeImage(path);
    QVERIFY(decoded.has_value());
    QCOMPARE(qRed(decoded->picture.pixel(0, 0)), 0);
    QCOMPARE(qRed(decoded->picture.pixel(1, 0)), 255);
    QCOMPARE(qRed(decoded->picture.pixel(2, 0)), 128);

    QVERIFY(writeTiff(path, {8, 1, PHOTOMETRIC_MINISWHITE, 0}, QByteArrayLiteral("\x00\xFF"), 2));
    decoded = decodeImage(path);
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->picture.pixel(0, 0), qRgb(255, 255, 255));
    QCOMPARE(decoded->picture.pixel(1, 0), qRgb(0, 0, 0));
}

void tst_ImageDecoder::readsTransparentTiff()
{
    const QString path = m_folder.filePath(QStringLiteral("a.tif"));
    QVERIFY(writeTiff(path, {8, 4, PHOTOMETRIC_RGB, EXTRASAMPLE_UNASSALPHA}, QByteArrayLiteral("\xFF\x80\x00\x80"), 1));
    const auto decoded = decodeImage(path);
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->picture.pixelColor(0, 0).alpha(), 128);
    QCOMPARE(decoded->picture.pixelColor(0, 0).red(), 255);
}

void tst_ImageDecoder::convertsCmykJpeg()
{
    // Adobe stores 255 for "no ink": this is full cyan and half black.
    const QString adobe = put(QStringLiteral("adobe.jpg"), cmykJpeg({0, 255, 255, 128}, true));
    const QString plain = put(QStringLiteral("plain.jpg"), cmykJpeg({255, 0, 0, 127}, false));
    for (const QString& path : {adobe, plain}) {
        const auto decoded = decodeImage(path);
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->info.colour, ColourKind::Cmyk);
        const QRgb pixel = decoded->picture.pixel(8, 8);
        QVERIFY(qRed(pixel) <= 3);
        QVERIFY(std::abs(qGreen(pixel) - 128) <= 3);
        QVERIFY(std::abs(qBlue(pixel) - 128) <= 3);
    }
}

void tst_ImageDecoder::decodesByContent()
{
    const QString path = put(QStringLiteral("a.jpg"), encoded(pattern({40, 24}), "png"));
    const auto decoded = decodeImage(path);
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->notes.count(), 1);
    const core::Problem note = decoded->notes.kept().constFirst();
    QCOMPARE(note.code, core::ProblemCode::ImageTypeMismatch);
    QCOMPARE(note.file, path);
    QCOMPARE(note.detail, QStringLiteral("PNG"));
    QCOMPARE(largestDifference(decoded->picture, pattern({40, 24})), 0);
}

void tst_ImageDecoder::showsTruncatedFilesAsFarAsTheyGo_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("jpeg") << QByteArray("jpg");
    QTest::newRow("png") << QByteArray("png");
    QTest::newRow("bmp") << QByteArray("bmp");
}

void tst_ImageDecoder::showsTruncatedFilesAsFarAsTheyGo()
{
    QFETCH(QByteArray, format);
    const QImage whole = pattern({300, 200});
    const QByteArray bytes = encoded(whole, format.constData(), 100);
    const auto decoded = decodeImage(put(QStringLiteral("cut"), bytes.first(bytes.size() / 2)));
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->picture.size(), whole.size());
    QCOMPARE(decoded->notes.count(), 1);
    QCOMPARE(decoded->notes.kept().constFirst().code, core::ProblemCode::ImageTruncated);
    QVERIFY(decoded->info.isTruncated);
    const int sound = format == "bmp" ? 150 : 0; // BMP starts at the bottom
    QVERIFY(meanDifference(decoded->picture.copy(0, sound, 300, 50), whole.copy(0, sound, 300, 50)) < 8.0);
}

void tst_ImageDecoder::refusesTooLargeBeforeReadingThem()
{
    // 60,000 × 60,000 pixels in a header: would be 14 GB.
    QByteArray png = encoded(pattern({8, 8}), "png");
    qToBigEndian<quint32>(60'000, png.data() + 16);
    qToBigEndian<quint32>(60'000, png.data() + 20);
    auto decoded = decodeImage(put(QStringLiteral("bomb.png"), png));
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, core::ErrorCode::TooLarge);
    QCOMPARE(decoded.error().detail, QStringLiteral("60000 × 60000, 3600 MP > 1000 MP"));

    DecodeOptions options;
    options.maxPixels = 40 * 24 - 1;
    const QString path = put(QStringLiteral("a.png"), encoded(pattern({40, 24}), "png"));
    QCOMPARE(decodeImage(path, options).error().code, core::ErrorCode::TooLarge);
    options.maxPixels = 40 * 24;
    QVERIFY(decodeImage(path, options).has_value());
}

void tst_ImageDecoder::coversTheTargetAtReducedSize_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QSize>("target");
    QTest::addColumn<QSize>("expected");
    for (const char* format : {"jpg", "png", "bmp"}) {
        QTest::addRow("%s eighth", format) << QByteArray(format) << QSize(100, 100) << QSize(100, 75);
        QTest::addRow("%s just over an eighth", format) << QByteArray(format) << QSize(101, 101) << QSize(200, 150);
        QTest::addRow("%s sixteenth", format) << QByteArray(format) << QSize(50, 50) << QSize(50, 38);
        QTest::addRow("%s never larger", format) << QByteArray(format) << QSize(5000, 5000) << QSize(800, 600);
        QTest::addRow("%s tiny", format) << QByteArray(format) << QSize(1, 1) << QSize(1, 1);
    }
}

void tst_ImageDecoder::coversTheTargetAtReducedSize()
{
    QFETCH(QByteArray, format);
    QFETCH(QSize, target);
    QFETCH(QSize, expected);
    DecodeOptions options;
    options.targetSize = target;
    const auto decoded =
        decodeImage(put(QStringLiteral("a"), encoded(quarters({800, 600}), format.constData())), options);
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->picture.size(), expected);
    QCOMPARE(decoded->info.size, QSize(800, 600));
}

void tst_ImageDecoder::reducesByAveraging()
{
    QImage fine(64, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            fine.setPixel(x, y, (x + y) % 2 != 0 ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
        }
    }
    DecodeOptions options;
    options.targetSize = QSize(16, 16);
    const auto decoded = decodeImage(put(QStringLiteral("a.png"), encoded(fine, "png")), options);
    QVERIFY(decoded.has_value());
    QImage grey(16, 16, QImage::Format_RGB32);
    grey.fill(qRgb(128, 128, 128));
    QVERIFY(largestDifference(decoded->picture, grey) <= 1);
}

void tst_ImageDecoder::stopsWhenAsked()
{
    const QString path = put(QStringLiteral("a.png"), encoded(pattern({400, 1000}), "png"));
    std::stop_source source;
    core::Control control{source.get_token(), [&](qint64 done, qint64 total) {
                              QVERIFY(done <= total);
                              source.request_stop();
                          }};
    const auto decoded = decodeImage(path, {}, control);
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, core::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(tst_ImageDecoder)
#include "tst_ImageDecoder.moc"
