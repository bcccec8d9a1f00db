// SPDX-License-Identifier: GPL-3.0-or-later
//! Limits, orientation, reduction and notes around the row decoders.
#include "engine/media/ImageDecoder.h"

#include "engine/media/ByteFile.h"
#include "engine/media/Orientation.h"
#include "engine/media/PixelOps.h"
#include "engine/media/RowReader.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstring>
#include <vector>

namespace lw::media {

namespace {

constexpr int kRowsPerStep = 64; // between two looks at the stop token

/// Hands out copies of an unfinished picture, at most some times a second.
class PartialReport final {
public:
    PartialReport(const DecodeOptions& options, Turn turn) : m_options(options), m_turn(turn) { m_clock.start(); }

    /// `rows` of `stored` are done.
    void rowsDone(const QImage& stored, int rows)
    {
        if (!m_options.partial || rows >= stored.height() || m_clock.elapsed() < m_options.partialInterval) {
            return;
        }
        QImage copy = allocateImage(stored.size(), stored.format());
        if (copy.isNull()) {
            return;
        }
        copy.fill(blankPixel(copy.format()));
        std::memcpy(copy.bits(), stored.constBits(), size_t(stored.bytesPerLine()) * size_t(rows));
        m_options.partial(turned(copy, m_turn));
        m_clock.restart();
    }

private:
    const DecodeOptions& m_options;
    Turn m_turn;
    QElapsedTimer m_clock;
};

/// Reads rows in groups of 2^halvings and averages each group to one row of `image`; missing ones are blank. Returns
/// rows of `image` that there were.
int readReduced(RowReader& rows, int halvings, QImage& image, const core::Control& control, PartialReport& partial)
{
    const int width = rows.size().width();
    const int group = 1 << halvings;
    std::vector<QRgb> scratch(size_t(width) * size_t(group));
    for (int y = 0; y < image.height(); ++y) {
        const int got = rows.readRows(reinterpret_cast<uchar*>(scratch.data()), qsizetype(width) * 4,
                                      std::min(group, rows.size().height() - y * group));
        if (got == 0 || control.isCancelled()) {
            auto* rest = reinterpret_cast<QRgb*>(image.scanLine(y));
            std::fill_n(rest, size_t(image.height() - y) * size_t(image.bytesPerLine() / 4),
                        blankPixel(image.format()));
            return y;
        }
        int columns = width;
        for (int count = got, step = 0; step < halvings; ++step, count = (count + 1) / 2) {
            for (int i = 0; i < count; i += 2) {
                const QRgb* upper = scratch.data() + size_t(i) * size_t(width);
                const QRgb* lower = i + 1 < count ? upper + width : upper;
                halveRows(upper, lower, columns, scratch.data() + size_t(i / 2) * size_t(width));
            }
            columns = (columns + 1) / 2;
        }
        std::copy_n(scratch.data(), columns, reinterpret_cast<QRgb*>(image.scanLine(y)));
        partial.rowsDone(image, y + 1);
    }
    return image.height();
}

/// Reads rows straight to where they belong in `upright`; missing ones are blank. Returns rows that there were.
int readTurned(RowReader& rows, Turn turn, QImage& upright, const core::Control& control)
{
    const QSize stored = rows.size();
    const bool isDirect = turn.isIdentity();
    std::vector<QRgb> strip(isDirect ? 0 : size_t(stored.width()) * kRowsPerStep);
    const qsizetype stride = qsizetype(stored.width()) * 4;
    int done = 0;
    bool hasEnded = false;
    for (int y = 0; y < stored.height() && !control.isCancelled(); y += kRowsPerStep) {
        const int wanted = std::min(kRowsPerStep, stored.height() - y);
        uchar* to = isDirect ? upright.bits() + y * upright.bytesPerLine() : reinterpret_cast<uchar*>(strip.data());
        const int got = hasEnded ? 0 : rows.readRows(to, stride, wanted);
        done += got;
        if (got < wanted) {
            hasEnded = true;
            std::fill_n(reinterpret_cast<QRgb*>(to + got * stride), size_t(wanted - got) * size_t(stored.width()),
                        blankPixel(upright.format()));
        }
        if (!isDirect) {
            placeStrip({strip.data(), stored.width(), y, wanted}, stored, turn, upright);
        }
        control.report(y + wanted, stored.height());
    }
    return done;
}

/// The upright pixels, halved `halvings` times by us.
core::Result<QImage> readPixels(RowReader& rows, int halvings, Turn turn, const DecodeOptions& options,
                                const QString& path, const core::Control& control)
{
    if (std::optional<QImage> whole = rows.whole()) {
        if (whole->isNull()) {
            return core::failure(core::ErrorCode::Malformed, rows.trouble(), path);
        }
        for (int i = 0; i < halvings; ++i) {
            *whole = halved(*whole);
        }
        return turned(*whole, turn);
    }
    const QSize size = halvedSize(rows.size(), halvings);
    QImage image = allocateImage(halvings > 0 ? size : turnedSize(size, turn), rows.pixelFormat());
    if (image.isNull()) {
        return core::failure(core::ErrorCode::TooLarge, QStringLiteral("no memory"), path);
    }
    PartialReport partial(options, turn);
    const int done =
        halvings > 0 ? readReduced(rows, halvings, image, control, partial) : readTurned(rows, turn, image, control);
    if (control.isCancelled()) {
        return core::failure(core::ErrorCode::Cancelled, {}, path);
    }
    if (done == 0) {
        return core::failure(core::ErrorCode::Malformed, rows.trouble(), path);
    }
    return halvings > 0 ? turned(image, turn) : image;
}

} // namespace

int halvingsToCover(QSize full, QSize target)
{
    const QSize fitted = full.scaled(target, Qt::KeepAspectRatio);
    if (fitted.width() >= full.width() || fitted.height() >= full.height()) {
        return 0;
    }
    return std::min(halvingsAbove(full.width(), fitted.width()), halvingsAbove(full.height(), fitted.height()));
}

core::Result<DecodedImage> decodeImage(const QString& path, const DecodeOptions& options, const core::Control& control)
{
    core::Result<ByteFile> file = ByteFile::open(path);
    if (!file) {
        return core::failure(file.error());
    }
    const core::Result<ImageInfo> info = probeImage(*file, path);
    if (!info) {
        return core::failure(info.error());
    }
    if (info->pixelCount() > options.maxPixels) {
        return core::failure(tooManyPixels(info->size, options.maxPixels, path));
    }
    const int halvings = options.targetSize ? halvingsToCover(info->size, *options.targetSize) : 0;
    RowOptions rowOptions;
    rowOptions.maxHalvings = std::min(halvings, 3);
    rowOptions.preferSpeed = options.preferSpeed;
    const auto rows = openRows(std::move(*file), path, *info, rowOptions, control);
    if (!rows) {
        return core::failure(rows.error());
    }
    const int doneByDecoder = info->format == ImageFormat::Jpeg ? rowOptions.maxHalvings : 0;
    const Turn turn = turnFromOrientation(info->orientation);
    core::Result<QImage> pixels = readPixels(**rows, halvings - doneByDecoder, turn, options, path, control);
    if (!pixels) {
        return core::failure(pixels.error());
    }
    DecodedImage result;
    result.picture = std::move(*pixels);
    result.info = *info;
    if (halvings == 0) {
        // A frame or icon may turn out to be of another size than its header says: what is seen counts.
        result.info.size = result.picture.size();
    }
    result.notes = decodingNotes(*info, (*rows)->trouble(), path);
    result.info.isTruncated = result.info.isTruncated || !(*rows)->trouble().isEmpty();
    if (const MissingPart missing = (*rows)->missing(turn); missing.percent > 0) {
        result.info.missing = missing;
    }
    if (result.picture.isNull()) {
        return core::failure(core::ErrorCode::TooLarge, QStringLiteral("no memory"), path);
    }
    return result;
}

} // namespace lw::media
