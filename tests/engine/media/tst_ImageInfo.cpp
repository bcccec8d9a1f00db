// SPDX-License-Identifier: GPL-3.0-or-later
//! Headers are read right, and lying ones are refused.
#include "engine/media/ImageInfo.h"
#include "tests/engine/media/MediaFixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace lw;
using namespace lw::media;
using namespace lw::tests;

class tst_ImageInfo final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsPictureNamesByExtension_data();
    void knowsPictureNamesByExtension();
    void readsWhatQtWrites_data();
    void readsWhatQtWrites();
    void reportsUprightSizeAndOrientation_data();
    void reportsUprightSizeAndOrientation();
    void readsOrientationOfPngAndWebP();
    void findsFrameBehindLongSegments();
    void goesByContentNotByName();
    void reportsFileFacts();
    void refusesWhatIsNoPicture_data();
    void refusesWhatIsNoPicture();
    void survivesEveryCutOfAHeader();
    void doesNotHangOnPipes();

private:
    QString put(const QString& name, const QByteArray& bytes) { return writeInto(m_folder, name, bytes); }

    QTemporaryDir m_folder;
};

void tst_ImageInfo::knowsPictureNamesByExtension_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isPicture");
    for (const char* name : {"a.jpg", "a.JPEG", "a.b.png", "a.Bmp", "a.gif", "a.webp", "a.tif", "a.TIFF", "a.ppm",
                             "a.pgm", "a.pbm", "a.ico", "a.jfif", ".jpg"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    }
    for (const char* name : {"jpg", "a.jpg.txt", "a.xml", "", ".", "a.", "a.jp", "a.svg", "a.avif"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
}

void tst_ImageInfo::knowsPictureNamesByExtension()
{
    QFETCH(QString, name);
    QFETCH(bool, isPicture);
    QCOMPARE(isImageFileName(name), isPicture);
}

void tst_ImageInfo::readsWhatQtWrites_data()
{
    QTest::addColumn<QByteArray>("qtFormat");
    QTest::addColumn<ImageFormat>("format");
    QTest::addColumn<QImage::Format>("pixels");
    QTest::addColumn<ColourKind>("colour");
    const auto row = [](const char* name, const char* qt, ImageFormat format, QImage::Format pixels,
                        ColourKind colour) { QTest::newRow(name) << QByteArray(qt) << format << pixels << colour; };
    row("jpeg", "jpg", ImageFormat::Jpeg, QImage::Format_RGB32, ColourKind::Rgb);
    row("grey jpeg", "jpg", ImageFormat::Jpeg, QImage::Format_Grayscale8, ColourKind::Grey);
    row("png", "png", ImageFormat::Png, QImage::Format_RGB32, ColourKind::Rgb);
    row("rgba png", "png", ImageFormat::Png, QImage::Format_ARGB32, ColourKind::Rgba);
    row("palette png", "png", ImageFormat::Png, QImage::Format_Indexed8, ColourKind::Palette);
    row("bmp", "bmp", ImageFormat::Bmp, QImage::Format_RGB32, ColourKind::Rgb);
    row("palette bmp", "bmp", ImageFormat::Bmp, QImage::Format_Indexed8, ColourKind::Palette);
    row("ppm", "ppm", ImageFormat::Pnm, QImage::Format_RGB32, ColourKind::Rgb);
    row("pgm", "pgm", ImageFormat::Pnm, QImage::Format_Grayscale8, ColourKind::Grey);
    row("tiff", "tiff", ImageFormat::Tiff, QImage::Format_RGB32, ColourKind::Rgb);
    row("webp", "webp", ImageFormat::WebP, QImage::Format_RGB32, ColourKind::Rgb);
    row("ico", "ico", ImageFormat::Ico, QImage::Format_ARGB32, ColourKind::Rgba);
}

void tst_ImageInfo::readsWhatQtWrites()
{
    QFETCH(QByteArray, qtFormat);
    QFETCH(ImageFormat, format);
    QFETCH(QImage::Format, pixels);
    QFETCH(ColourKind, colour);
    const QByteArray bytes = encoded(quarters({123, 57}).convertToFormat(pixels), qtFormat.constData());
    if (bytes.isEmpty()) {
        QSKIP("Qt's plugin for this format is not installed");
    }
    const auto info = probeImage(put(QStringLiteral("picture.") + QString::fromLatin1(qtFormat), bytes));
    QVERIFY(info.has_value());
    QCOMPARE(info->format, format);
    QCOMPARE(info->size, QSize(123, 57));
    QCOMPARE(info->colour, colour);
    QCOMPARE(info->orientation, 1);
    QVERIFY(!info->contentMismatch);
    QVERIFY(!info->isTruncated);
    QVERIFY(!info->isAnimated);
}

void tst_ImageInfo::reportsUprightSizeAndOrientation_data()
{
    QTest::addColumn<int>("written");
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("%d", orientation) << orientation << orientation;
    }
    QTest::newRow("zero") << 0 << 1;
    QTest::newRow("nine") << 9 << 1;
}

void tst_ImageInfo::reportsUprightSizeAndOrientation()
{
    QFETCH(int, written);
    QFETCH(int, orientation);
    const QByteArray jpeg = encoded(quarters({40, 24}), "jpg");
    for (const bool isBigEndian : {false, true}) {
        const auto info = probeImage(put(QStringLiteral("turned.jpg"), withExif(jpeg, written, isBigEndian)));
        QVERIFY(info.has_value());
        QCOMPARE(info->orientation, orientation);
        QCOMPARE(info->size, orientation >= 5 ? QSize(24, 40) : QSize(40, 24));
        QCOMPARE(info->storedSize(), QSize(40, 24));
    }
}

void tst_ImageInfo::readsOrientationOfPngAndWebP()
{
    const QByteArray png = encoded(quarters({40, 24}), "png");
    QByteArray chunk(4, '\0');
    const QByteArray exif = exifBlock(6, true);
    qToBigEndian<quint32>(quint32(exif.size()), chunk.data());
    chunk += QByteArrayLiteral("eXIf") + exif + QByteArrayLiteral("\0\0\0\0"); // nobody checks its CRC
    auto info = probeImage(put(QStringLiteral("a.png"), png.first(33) + chunk + png.sliced(33)));
    QVERIFY(info.has_value());
    QCOMPARE(info->orientation, 6);
    QCOMPARE(info->size, QSize(24, 40));

    QByteArray webp = QByteArrayLiteral("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\x08\0\0\0\x27\0\0\x17\0\0"
                                        "VP8 \x04\0\0\0junkEXIF\x1A\0\0\0");
    webp += exifBlock(8, false);
    qToLittleEndian<quint32>(quint32(webp.size() - 8), webp.data() + 4);
    info = probeImage(put(QStringLiteral("a.webp"), webp));
    QVERIFY(info.has_value());
    QCOMPARE(info->orientation, 8);
    QCOMPARE(info->size, QSize(24, 40));
}

void tst_ImageInfo::findsFrameBehindLongSegments()
{
    QByteArray segment(65'533, 'x');
    segment.prepend(QByteArrayLiteral("\xFF\xE2\xFF\xFF"));
    const QByteArray jpeg = withExif(encoded(quarters({40, 24}), "jpg"), 6);
    const auto info = probeImage(put(QStringLiteral("a.jpg"), jpeg.first(2) + segment + segment + jpeg.sliced(2)));
    QVERIFY(info.has_value());
    QCOMPARE(info->orientation, 6);
    QCOMPARE(info->size, QSize(24, 40));
}

void tst_ImageInfo::goesByContentNotByName()
{
    auto info = probeImage(put(QStringLiteral("really.png"), encoded(quarters({40, 24}), "jpg")));
    QVERIFY(info.has_value());
    QCOMPARE(info->format, ImageFormat::Jpeg);
    QVERIFY(info->contentMismatch);
    info = probeImage(put(QStringLiteral("nameless"), encoded(quarters({40, 24}), "png")));
    QVERIFY(info.has_value());
    QCOMPARE(info->format, ImageFormat::Png);
    QVERIFY(!info->contentMismatch);
}

void tst_ImageInfo::reportsFileFacts()
{
    const QString path = put(QStringLiteral("a.bmp"), encoded(quarters({40, 24}), "bmp"));
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(1'600'000'000'123);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(then, QFileDevice::FileModificationTime));
    file.close();
    auto info = probeImage(path);
    QVERIFY(info.has_value());
    QCOMPARE(info->modifiedAt, then.toMSecsSinceEpoch());
    QCOMPARE(info->bytes, file.size());
    QVERIFY(QFile::resize(path, file.size() - 1));
    info = probeImage(path);
    QVERIFY(info.has_value());
    QVERIFY(info->isTruncated);
}

void tst_ImageInfo::refusesWhatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<core::ErrorCode>("code");
    const auto row = [](const char* name, const QByteArray& bytes, core::ErrorCode code) {
        QTest::newRow(name) << bytes << code;
    };
    row("no bytes", {}, core::ErrorCode::Malformed);
    row("one byte", QByteArrayLiteral("\xFF"), core::ErrorCode::Unsupported);
    row("text", QByteArrayLiteral("P5 is the name of this text, not a picture"), core::ErrorCode::Malformed);
    row("prose", QByteArrayLiteral("Once upon a time"), core::ErrorCode::Unsupported);
    row("xml", QByteArrayLiteral("<?xml version=\"1.0\"?><svg/>"), core::ErrorCode::Unsupported);
    row("psd", QByteArrayLiteral("8BPS\0\1 and so on and on"), core::ErrorCode::Unsupported);
    row("jpeg without frame", QByteArrayLiteral("\xFF\xD8\xFF\xD9 nothing more is here"), core::ErrorCode::Malformed);
    row("jpeg of no height", QByteArrayLiteral("\xFF\xD8\xFF\xC0\0\x0B\x08\0\0\0\x10\1\1\x11\0"),
        core::ErrorCode::Malformed);
    row("gif of no width", QByteArrayLiteral("GIF89a\0\0\x10\0\0\0\0;"), core::ErrorCode::Malformed);
    row("pnm of absurd width", QByteArrayLiteral("P6 99999999999999999999 1 255\nabc"), core::ErrorCode::Malformed);
    row("tiff without entries", QByteArrayLiteral("II*\0\x08\0\0\0\0\0\0\0\0\0"), core::ErrorCode::Malformed);
    row("tiff pointing outside", QByteArrayLiteral("II*\0\xFF\xFF\xFF\xFF\0\0\0\0"), core::ErrorCode::Malformed);
    row("bigtiff pointing nowhere", QByteArrayLiteral("II+\0\x08\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"),
        core::ErrorCode::Malformed);
}

void tst_ImageInfo::refusesWhatIsNoPicture()
{
    QFETCH(QByteArray, bytes);
    QFETCH(core::ErrorCode, code);
    const auto info = probeImage(put(QStringLiteral("file"), bytes));
    QVERIFY(!info.has_value());
    QCOMPARE(info.error().code, code);
    QVERIFY(!info.error().detail.isEmpty());
    const auto absent = probeImage(m_folder.filePath(QStringLiteral("absent.jpg")));
    QCOMPARE(absent.error().code, core::ErrorCode::NotFound);
    QVERIFY(!probeImage(m_folder.path()).has_value());
}

void tst_ImageInfo::survivesEveryCutOfAHeader()
{
    for (const char* format : {"jpg", "png", "bmp", "ppm", "tiff", "webp", "ico"}) {
        const QByteArray bytes = encoded(quarters({40, 24}), format);
        const qsizetype end = std::min<qsizetype>(bytes.size(), 200);
        for (qsizetype length = 0; length < end; ++length) {
            const auto info = probeImage(put(QStringLiteral("cut"), bytes.first(length)));
            QVERIFY2(!info || info->size == QSize(40, 24), format);
        }
    }
}

void tst_ImageInfo::doesNotHangOnPipes()
{
    const QString path = m_folder.filePath(QStringLiteral("pipe.jpg"));
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const auto info = probeImage(path);
    QVERIFY(!info.has_value());
    QCOMPARE(info.error().code, core::ErrorCode::ReadFailed);
}

QTEST_GUILESS_MAIN(tst_ImageInfo)
#include "tst_ImageInfo.moc"
