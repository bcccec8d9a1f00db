// SPDX-License-Identifier: GPL-3.0-or-later
//! Row-driven mipmapping.
#include "engine/media/PyramidBuilder.h"

#include "engine/media/ImagePyramid.h"
#include "engine/media/PixelOps.h"

#include <algorithm>

namespace lw::media {

namespace {

constexpr int kTile = ImagePyramid::kTileSize;
constexpr int kRowsPerStep = 64;

} // namespace

QRgb* PyramidBuilder::Band::row(int y)
{
    return pixels.data() + size_t(y % kTile) * size_t(size.width());
}

PyramidBuilder::PyramidBuilder(QSize size, Turn turn, TileFileWriter& writer) : m_turn(turn), m_writer(writer)
{
    for (int level = 0;; ++level) {
        Band band{halvedSize(size, level), {}};
        band.pixels.resize(size_t(band.size.width()) * size_t(std::min(kTile, band.size.height())));
        const bool isLast = band.size.width() <= kTile && band.size.height() <= kTile;
        m_bands.push_back(std::move(band));
        if (isLast) {
            return;
        }
    }
}

qint64 PyramidBuilder::bytesFor(QSize stored)
{
    return qint64(stored.width()) * std::min(kTile, stored.height()) * 4 * 2;
}

core::Result<> PyramidBuilder::build(RowReader& rows, Turn turn, const QString& path, const core::Control& control)
{
    const auto writer = TileFileWriter::create(path, {rows.size(), turn.transpose, rows.hasAlpha(), {}});
    if (!writer) {
        return core::failure(writer.error());
    }
    PyramidBuilder builder(rows.size(), turn, **writer);
    const core::Result<int> done = builder.readAll(rows, control);
    if (!done) {
        return core::failure(done.error());
    }
    if (*done == 0) {
        return core::failure(core::ErrorCode::Malformed, rows.trouble());
    }
    return (*writer)->finish(rows.trouble(), rows.missing(turn));
}

core::Result<int> PyramidBuilder::readAll(RowReader& rows, const core::Control& control)
{
    Band& band = m_bands.front();
    const int width = band.size.width();
    const int height = band.size.height();
    const qsizetype stride = qsizetype(width) * (m_turn.flipY ? -4 : 4);
    int done = 0;
    for (int stored = 0; stored < height;) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        const int first = m_turn.flipY ? height - 1 - stored : stored;
        // A step must not reach over the border of the band that its first row lies in.
        const int room = m_turn.flipY ? first % kTile + 1 : kTile - first % kTile;
        const int count = std::min({kRowsPerStep, room, height - stored});
        const int got = done < stored ? 0 : rows.readRows(reinterpret_cast<uchar*>(band.row(first)), stride, count);
        done += got;
        for (int i = 0; i < count; ++i) {
            const int y = m_turn.flipY ? first - i : first + i;
            if (i >= got) {
                std::fill_n(band.row(y), width, blankPixel(rows.pixelFormat()));
            } else if (m_turn.flipX) {
                std::reverse(band.row(y), band.row(y) + width);
            }
            if (core::Result<> written = rowArrived(0, y); !written) {
                return core::failure(written.error());
            }
        }
        stored += count;
        control.report(stored, height);
    }
    return done;
}

core::Result<> PyramidBuilder::rowArrived(size_t level, int y)
{
    Band& band = m_bands[level];
    const int height = band.size.height();
    // Rows 2k and 2k + 1 make row k of the next level as soon as the later one of them is here.
    const bool isAlone = y % 2 == 0 && y + 1 == height;
    if (level + 1 < m_bands.size() && (isAlone || y % 2 == (m_turn.flipY ? 0 : 1))) {
        QRgb* upper = band.row(y & ~1);
        halveRows(upper, isAlone ? upper : upper + band.size.width(), band.size.width(), m_bands[level + 1].row(y / 2));
        if (core::Result<> written = rowArrived(level + 1, y / 2); !written) {
            return written;
        }
    }
    const bool endsBand = m_turn.flipY ? y % kTile == 0 : y % kTile == kTile - 1 || y + 1 == height;
    return endsBand ? writeBand(level, y / kTile) : core::Result<>();
}

core::Result<> PyramidBuilder::writeBand(size_t level, int bandIndex)
{
    Band& band = m_bands[level];
    const int width = band.size.width();
    const int rows = std::min(kTile, band.size.height() - bandIndex * kTile);
    for (int x = 0; x < width; x += kTile) {
        const TilePixels tile{band.row(0) + x, width, QSize(std::min(kTile, width - x), rows)};
        if (core::Result<> written = m_writer.append(int(level), x / kTile, bandIndex, tile); !written) {
            return written;
        }
    }
    return {};
}

} // namespace lw::media
