// SPDX-License-Identifier: GPL-3.0-or-later
//! Levels and tiles in memory, and what both kinds of pyramid share.
#include "engine/media/ImagePyramid.h"

#include "engine/media/PixelOps.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace lw::media {

namespace {

int levelsFor(QSize size)
{
    int levels = 1;
    while (std::max(halvedLength(size.width(), levels - 1), halvedLength(size.height(), levels - 1)) >
           ImagePyramid::kTileSize) {
        ++levels;
    }
    return levels;
}

/// A picture that looks into a part of `image` and keeps it alive.
QImage view(const QImage& image, const QRect& part)
{
    auto keeper = std::make_unique<QImage>(image);
    const uchar* first = image.constScanLine(part.top()) + qsizetype(part.left()) * 4;
    QImage result(
        first, part.width(), part.height(), image.bytesPerLine(), image.format(),
        [](void* kept) { delete static_cast<QImage*>(kept); }, keeper.get());
    keeper.release();
    return result;
}

class MemoryPyramid final : public ImagePyramid {
public:
    MemoryPyramid(QImage picture, ImageInfo info, core::ProblemList notes)
        : ImagePyramid(picture.size(), std::move(info), std::move(notes))
    {
        m_levels.push_back(std::move(picture));
        while (int(m_levels.size()) < levelCount()) {
            m_levels.push_back(halved(m_levels.back()));
        }
    }

    [[nodiscard]] QImage tile(int level, int tx, int ty) const override
    {
        if (!hasTile(level, tx, ty)) {
            return {};
        }
        const QImage& image = m_levels[size_t(level)];
        return view(image, QRect(tx * kTileSize, ty * kTileSize, kTileSize, kTileSize).intersected(image.rect()));
    }
    [[nodiscard]] std::optional<QImage> residentTile(int level, int tx, int ty) const override
    {
        return tile(level, tx, ty);
    }

private:
    std::vector<QImage> m_levels;
};

} // namespace

ImagePyramid::ImagePyramid(QSize size, ImageInfo info, core::ProblemList notes)
    : m_size(size), m_levelCount(levelsFor(size)), m_info(std::move(info)), m_notes(std::move(notes))
{
}

std::shared_ptr<const ImagePyramid> ImagePyramid::fromImage(QImage picture, ImageInfo info, core::ProblemList notes)
{
    if (picture.format() != QImage::Format_RGB32 && picture.format() != QImage::Format_ARGB32_Premultiplied) {
        picture.convertTo(picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    }
    if (picture.isNull()) {
        return nullptr;
    }
    return std::make_shared<const MemoryPyramid>(std::move(picture), std::move(info), std::move(notes));
}

QSize ImagePyramid::levelSize(int level) const
{
    return halvedSize(m_size, level);
}

QSize ImagePyramid::tileCount(int level) const
{
    const QSize pixels = levelSize(level);
    return {(pixels.width() + kTileSize - 1) / kTileSize, (pixels.height() + kTileSize - 1) / kTileSize};
}

bool ImagePyramid::hasTile(int level, int tx, int ty) const
{
    if (level < 0 || level >= m_levelCount) {
        return false;
    }
    const QSize tiles = tileCount(level);
    return tx >= 0 && ty >= 0 && tx < tiles.width() && ty < tiles.height();
}

int ImagePyramid::levelForScale(double scale) const
{
    if (!(scale > 0)) {
        return m_levelCount - 1;
    }
    // The small allowance keeps exact halves from falling to the finer level by rounding.
    const double level = std::floor(std::log2(1 / scale) + 1e-9);
    return int(std::clamp(level, 0.0, double(m_levelCount - 1)));
}

QImage ImagePyramid::region(int level, const QRect& area) const
{
    if (level < 0 || level >= m_levelCount) {
        return {};
    }
    const QRect wanted = area.intersected(QRect(QPoint(), levelSize(level)));
    QImage result;
    for (int ty = wanted.top() / kTileSize; ty <= wanted.bottom() / kTileSize && !wanted.isEmpty(); ++ty) {
        for (int tx = wanted.left() / kTileSize; tx <= wanted.right() / kTileSize; ++tx) {
            const QImage from = tile(level, tx, ty);
            if (from.isNull()) {
                return {};
            }
            if (result.isNull()) {
                result = allocateImage(wanted.size(), from.format());
            }
            const QRect place(tx * kTileSize, ty * kTileSize, from.width(), from.height());
            const QRect part = place.intersected(wanted);
            for (int y = part.top(); y <= part.bottom() && !result.isNull(); ++y) {
                std::memcpy(result.scanLine(y - wanted.top()) + qsizetype(part.left() - wanted.left()) * 4,
                            from.constScanLine(y - place.top()) + qsizetype(part.left() - place.left()) * 4,
                            size_t(part.width()) * 4);
            }
        }
    }
    return result;
}

} // namespace lw::media
