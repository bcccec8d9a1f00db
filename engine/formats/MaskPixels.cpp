// SPDX-License-Identifier: GPL-3.0-or-later
//! Mask pictures by Qt's decoders.
#include "engine/formats/MaskPixels.h"

#include "models/domain/Rings.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>
#include <vector>

namespace lw::formats {

namespace {

using domain::Mask;

/// The pixels for which `isInside` holds.
template <typename Pixel, typename Test> Mask collect(const QImage& picture, const Test& isInside)
{
    std::vector<uchar> pixels(size_t(picture.width()) * size_t(picture.height()));
    uchar* to = pixels.data();
    for (int y = 0; y < picture.height(); ++y) {
        const auto* row = reinterpret_cast<const Pixel*>(picture.constScanLine(y));
        to = std::transform(row, row + picture.width(), to, [&](Pixel pixel) { return isInside(pixel) ? 1 : 0; });
    }
    return Mask::fromPixels(pixels.data(), picture.width(), picture.rect());
}

} // namespace

Mask maskOf(const domain::Shape& shape, QSize size)
{
    const QRect limits({0, 0}, size);
    return shape.kind == domain::ShapeKind::Mask ? shape.mask.cropped(limits)
                                                 : maskOfRings(domain::outlineRings(shape), limits);
}

core::Result<QImage> readMaskPicture(const QString& path)
{
    if (!QFileInfo::exists(path)) {
        return core::failure(core::ErrorCode::NotFound, {}, path);
    }
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > kMostMaskPixels) {
        return core::failure(core::ErrorCode::TooLarge, QStringLiteral("%1 megapixels").arg(kMostMaskPixels / 1'000'000),
                             path);
    }
    // Qt's own limit is below what an 8-bit mask of a large picture needs; the check above stands in for it.
    constexpr int kMegabytes = int(kMostMaskPixels * 4 >> 20);
    QImageReader::setAllocationLimit(std::max(QImageReader::allocationLimit(), kMegabytes));
    QImage picture;
    if (!reader.read(&picture)) {
        const bool isDevice = reader.error() == QImageReader::DeviceError;
        return core::failure(isDevice ? core::ErrorCode::ReadFailed : core::ErrorCode::Malformed, reader.errorString(),
                             path);
    }
    switch (picture.format()) {
    case QImage::Format_Indexed8:
        return picture;
    case QImage::Format_Mono:
    case QImage::Format_MonoLSB:
    case QImage::Format_Grayscale8: {
        QImage indexed = picture.convertToFormat(QImage::Format_Indexed8);
        if (picture.format() == QImage::Format_Grayscale8) {
            // A conversion may renumber; grey values are the class numbers as they are.
            indexed = QImage(picture.constBits(), picture.width(), picture.height(), picture.bytesPerLine(),
                             QImage::Format_Indexed8)
                          .copy();
            QList<QRgb> greys;
            for (int i = 0; i < 256; ++i) {
                greys.append(qRgb(i, i, i));
            }
            indexed.setColorTable(greys);
        }
        return indexed;
    }
    default:
        return picture.convertToFormat(QImage::Format_RGB32);
    }
}

Mask pixelsWithIndex(const QImage& picture, int index)
{
    return collect<uchar>(picture, [index](uchar pixel) { return pixel == index; });
}

Mask pixelsWithColour(const QImage& picture, QRgb colour)
{
    constexpr QRgb kColour = 0xffffff;
    if (picture.format() != QImage::Format_Indexed8) {
        return collect<QRgb>(picture, [colour](QRgb pixel) { return ((pixel ^ colour) & kColour) == 0; });
    }
    bool isWanted[256] = {};
    for (qsizetype i = 0; i < picture.colorCount(); ++i) {
        isWanted[i] = ((picture.color(int(i)) ^ colour) & kColour) == 0;
    }
    return collect<uchar>(picture, [&isWanted](uchar pixel) { return isWanted[pixel]; });
}

QByteArray toPng(const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace lw::formats
