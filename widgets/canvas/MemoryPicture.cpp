// SPDX-License-Identifier: GPL-3.0-or-later
//! Cuts tiles out of pictures in memory.
#include "widgets/canvas/MemoryPicture.h"

namespace lw::canvas {

MemoryPicture::MemoryPicture(const QImage& image, QObject* parent) : PictureSource(parent)
{
    m_levels.push_back(
        image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32));
    while (m_levels.back().width() > kTileSize || m_levels.back().height() > kTileSize) {
        const QSize half = levelSize(int(m_levels.size()));
        m_levels.push_back(m_levels.back().scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
}

QSize MemoryPicture::imageSize() const
{
    return m_levels.front().size();
}

int MemoryPicture::levelCount() const
{
    return int(m_levels.size());
}

std::optional<QImage> MemoryPicture::tile(int level, int tx, int ty)
{
    const QImage& image = m_levels.at(size_t(level));
    const QRect wanted(tx * kTileSize, ty * kTileSize, kTileSize, kTileSize);
    return image.copy(wanted.intersected(image.rect()));
}

QImage MemoryPicture::preview() const
{
    return m_levels.back();
}

} // namespace lw::canvas
