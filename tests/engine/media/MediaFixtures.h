// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures that the media tests make themselves.
#pragma once

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QtEndian>

namespace lw::tests {

/// Four coloured quarters (red green / blue white) with a black mark in the red one: no turn of it looks like another.
inline QImage quarters(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    const int halfWidth = size.width() / 2;
    const int halfHeight = size.height() / 2;
    QPainter painter(&image);
    painter.fillRect(0, 0, halfWidth, halfHeight, Qt::red);
    painter.fillRect(halfWidth, 0, size.width() - halfWidth, halfHeight, Qt::green);
    painter.fillRect(0, halfHeight, halfWidth, size.height() - halfHeight, Qt::blue);
    painter.fillRect(halfWidth, halfHeight, size.width() - halfWidth, size.height() - halfHeight, Qt::white);
    painter.fillRect(0, 0, size.width() / 8, size.height() / 8, Qt::black);
    return image;
}

/// Deterministic picture without repetition: every pixel tells where it is.
inline QImage pattern(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            row[x] = qRgb((x * 7 + y) & 255, (y * 5 + x / 3) & 255, ((x / 16 + y / 16) * 37) & 255);
        }
    }
    return image;
}

inline QByteArray encoded(const QImage& image, const char* format, int quality = 95)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

/// The 26 bytes of a TIFF structure that says nothing but the orientation.
inline QByteArray exifBlock(int orientation, bool isBigEndian)
{
    QByteArray block(26, '\0');
    const auto put16 = [&](int at, quint16 value) {
        value = isBigEndian ? qToBigEndian(value) : qToLittleEndian(value);
        memcpy(block.data() + at, &value, 2);
    };
    const auto put32 = [&](int at, quint32 value) {
        value = isBigEndian ? qToBigEndian(value) : qToLittleEndian(value);
        memcpy(block.data() + at, &value, 4);
    };
    block[0] = block[1] = isBigEndian ? 'M' : 'I';
    put16(2, 42);
    put32(4, 8);
    put16(8, 1);
    put16(10, 274);
    put16(12, 3);
    put32(14, 1);
    put16(18, quint16(orientation));
    return block;
}

/// `jpeg` with an EXIF segment after its start.
inline QByteArray withExif(const QByteArray& jpeg, int orientation, bool isBigEndian = true)
{
    QByteArray segment = QByteArrayLiteral("\xFF\xE1\0\0Exif\0\0") + exifBlock(orientation, isBigEndian);
    qToBigEndian<quint16>(quint16(segment.size() - 2), segment.data() + 2);
    return jpeg.first(2) + segment + jpeg.sliced(2);
}

inline bool writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Writes a file of the folder; its path.
inline QString writeInto(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QString path = folder.filePath(name);
    writeBytes(path, bytes);
    return path;
}

/// Largest difference of any channel between two pictures of one size; 256 if the sizes differ.
inline int largestDifference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size()) {
        return 256;
    }
    int largest = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            largest = std::max({largest, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                std::abs(qBlue(p) - qBlue(q)), std::abs(qAlpha(p) - qAlpha(q))});
        }
    }
    return largest;
}

/// Mean difference per channel between two pictures of one size; 256 if the sizes differ.
inline double meanDifference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size()) {
        return 256;
    }
    qint64 sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return double(sum) / (3.0 * a.width() * a.height());
}

} // namespace lw::tests
