// SPDX-License-Identifier: GPL-3.0-or-later
//! BMP, GIF, PNM and ICO through Qt's image plugins.
#include "engine/media/ByteFile.h"
#include "engine/media/ImageHeaders.h"
#include "engine/media/PixelOps.h"
#include "engine/media/RowReader.h"

#include <QFile>
#include <QImageReader>

#include <algorithm>
#include <cstring>
#include <mutex>

namespace lw::media {

namespace {

class WholeRows final : public RowReader {
public:
    WholeRows(QImage image, const QString& trouble, int soundRows) : m_image(std::move(image))
    {
        m_soundRows = soundRows;
        m_size = m_image.size();
        m_hasAlpha = m_image.hasAlphaChannel();
        m_trouble = trouble;
    }

    int readRows(uchar* first, qsizetype stride, int count) override
    {
        const int rows = std::min(count, m_size.height() - m_delivered);
        for (int y = 0; y < rows; ++y) {
            std::memcpy(first + y * stride, m_image.constScanLine(m_delivered + y), size_t(m_size.width()) * 4);
        }
        m_delivered += rows;
        return rows;
    }
    std::optional<QImage> whole() override { return m_image; }

private:
    QImage m_image;
    int m_delivered = 0;
};

QByteArray pluginName(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Bmp:
        return QByteArrayLiteral("bmp");
    case ImageFormat::Gif:
        return QByteArrayLiteral("gif");
    case ImageFormat::Ico:
        return QByteArrayLiteral("ico");
    default:
        return QByteArrayLiteral("ppm");
    }
}

/// Our callers have checked the header's size against their own limit; Qt's must not be the smaller one.
void raiseAllocationLimit(qint64 pixels)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const qint64 megabytes = std::min<qint64>(pixels * 8 / 1'048'576 + 64, 1'000'000);
    QImageReader::setAllocationLimit(std::max(QImageReader::allocationLimit(), int(megabytes)));
}

/// True if nothing was written into zeroed memory.
bool isBlank(const QImage& image)
{
    const uchar* bytes = image.constBits();
    return std::all_of(bytes, bytes + image.sizeInBytes(), [](uchar byte) { return byte == 0; });
}

/// Qt leaves rows that a file does not hold as the memory was.
void blankMissingRows(QImage& image, const MissingPart& missing)
{
    if (missing.percent == 0 || image.isNull()) {
        return;
    }
    image.convertTo(QImage::Format_RGB32);
    const int first = missing.edge == Qt::TopEdge ? 0 : image.height() - missing.rows;
    for (int y = first; y < first + missing.rows && y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        std::fill_n(row, image.width(), blankPixel(image.format()));
    }
}

} // namespace

std::unique_ptr<RowReader> makeWholeRows(QImage image, const QString& trouble, int soundRows)
{
    return std::make_unique<WholeRows>(std::move(image), trouble, soundRows);
}

core::Result<std::unique_ptr<RowReader>> openQtRows(const ByteFile& file, const QString& path, const ImageInfo& info)
{
    raiseAllocationLimit(info.pixelCount());
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return core::failure(core::ErrorCode::ReadFailed, device.errorString(), path);
    }
    QImageReader reader(&device, pluginName(info.format));
    reader.setAutoTransform(false);
    if (!reader.canRead()) {
        return core::failure(core::ErrorCode::Malformed, reader.errorString(), path);
    }
    if (info.format == ImageFormat::Ico) {
        HeaderWindow window(file);
        reader.jumpToImage(largestIcon(window));
    }
    // Readers fill a picture of the right kind in place; what a broken file leaves out is then not what memory held.
    QImage image(info.storedSize(), reader.imageFormat());
    std::fill_n(image.bits(), image.sizeInBytes(), uchar(0)); // the padding of rows too
    QString trouble;
    if (!reader.read(&image)) {
        trouble = reader.errorString();
        // BMP leaves what it had; anything of another size than announced is not worth showing.
        if (image.size() != info.storedSize() || isBlank(image)) {
            return core::failure(core::ErrorCode::Malformed, trouble, path);
        }
    }
    blankMissingRows(image, info.missing);
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) {
        return core::failure(core::ErrorCode::TooLarge, trouble, path);
    }
    return makeWholeRows(std::move(image), trouble);
}

} // namespace lw::media
