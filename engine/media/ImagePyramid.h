// SPDX-License-Identifier: GPL-3.0-or-later
//! A picture as mipmap levels of tiles, in memory or on disk: what the canvas draws from.
#pragma once

#include "engine/media/ImageInfo.h"
#include "engine/media/PixelLimit.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"

#include <QImage>
#include <QRect>

#include <memory>
#include <optional>

namespace lw::media {

/// An immutable upright picture. Level 0 is the full size, each further one half of it (rounded up, box filter), the
/// last fits one tile. Tiles are kTileSize square, less at the right and lower border; RGB32, or ARGB32_Premultiplied
/// where the file has transparency. All functions may be called from any thread.
class ImagePyramid {
public:
    static constexpr int kTileSize = 512;

    ImagePyramid(const ImagePyramid&) = delete;
    ImagePyramid& operator=(const ImagePyramid&) = delete;
    virtual ~ImagePyramid() = default;

    /// A pyramid in memory over `picture` (converted if need be; a null one gives null). Takes a third more memory.
    static std::shared_ptr<const ImagePyramid> fromImage(QImage picture, ImageInfo info = {},
                                                         core::ProblemList notes = {});

    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] int levelCount() const { return m_levelCount; }
    [[nodiscard]] QSize levelSize(int level) const;
    /// Columns and rows of tiles in a level.
    [[nodiscard]] QSize tileCount(int level) const;
    /// What the file's header says, and what was wrong with it.
    [[nodiscard]] const ImageInfo& info() const { return m_info; }
    [[nodiscard]] const core::ProblemList& notes() const { return m_notes; }

    /// The coarsest level that needs no enlarging when one picture pixel is drawn `scale` device pixels wide.
    [[nodiscard]] int levelForScale(double scale) const;
    /// One tile; may read the disk (about 2 ms). Null if there is no such tile or the cache file is damaged.
    [[nodiscard]] virtual QImage tile(int level, int tx, int ty) const = 0;
    /// The tile if no disk is needed for it: for the window's thread.
    [[nodiscard]] virtual std::optional<QImage> residentTile(int level, int tx, int ty) const = 0;
    /// Any part of a level, put together from tiles; `area` is clipped to the level.
    [[nodiscard]] QImage region(int level, const QRect& area) const;
    /// The whole picture in at most one tile's size.
    [[nodiscard]] QImage overview() const { return tile(m_levelCount - 1, 0, 0); }

protected:
    ImagePyramid(QSize size, ImageInfo info, core::ProblemList notes);
    [[nodiscard]] bool hasTile(int level, int tx, int ty) const;

private:
    QSize m_size;
    int m_levelCount;
    ImageInfo m_info;
    core::ProblemList m_notes;
};

struct PyramidOptions {
    qint64 maxPixelsInMemory = 64'000'000;     ///< larger pictures get their tiles on disk
    qint64 maxPixels = kDefaultMaxPixels;      ///< beyond: TooLarge
    qint64 maxDecoderBytes = qint64(2) << 30;  ///< for formats that cannot be streamed; beyond: TooLarge
    qint64 tileCacheBytes = qint64(192) << 20; ///< decoded tiles kept in memory, for pyramids on disk
};

/// Loads the picture at `path`. Up to options.maxPixelsInMemory it is decoded into memory. Beyond, baseline JPEG, PNG
/// and striped or tiled TIFF are streamed once into a tile file in `cacheDir` (made if absent), found again as long as
/// the picture does not change; memory stays near 4 KB per pixel of the picture's width. Progressive JPEG, interlaced
/// PNG and the other formats are decoded whole first. Errors as decodeImage(), WriteFailed, DiskFull.
core::Result<std::shared_ptr<const ImagePyramid>> loadPyramid(const QString& path, const QString& cacheDir,
                                                              const core::Control& control = {},
                                                              const PyramidOptions& options = {});

/// Removes the oldest tile files from `cacheDir` until they hold at most three quarters of `maxBytes`, if they hold
/// more than it. Pyramids in use go on working. Returns bytes removed. Errors: Cancelled.
core::Result<qint64> prunePyramids(const QString& cacheDir, qint64 maxBytes, const core::Control& control = {});

} // namespace lw::media
