// SPDX-License-Identifier: GPL-3.0-or-later
//! Chooses between memory and disk, and finds or builds tile files.
#include "engine/media/ByteFile.h"
#include "engine/media/CacheFolder.h"
#include "engine/media/ImageDecoder.h"
#include "engine/media/ImagePyramid.h"
#include "engine/media/PyramidBuilder.h"
#include "engine/media/TileFile.h"

#include <QCache>
#include <QDir>

#include <mutex>

namespace lw::media {

namespace {

const QString& tileSuffix()
{
    static const QString suffix = QStringLiteral(".tiles");
    return suffix;
}

/// Tiles from a file, the recent ones kept decoded.
class DiskPyramid final : public ImagePyramid {
public:
    DiskPyramid(TileFileReader file, ImageInfo info, core::ProblemList notes, qint64 cacheBytes)
        : ImagePyramid(turnedSize(file.facts().size, {false, false, file.facts().isTransposed}), std::move(info),
                       std::move(notes)),
          m_file(std::move(file)), m_recent(qsizetype(cacheBytes))
    {
    }

    [[nodiscard]] QImage tile(int level, int tx, int ty) const override
    {
        if (!hasTile(level, tx, ty)) {
            return {};
        }
        if (std::optional<QImage> recent = residentTile(level, tx, ty)) {
            return *recent;
        }
        const bool isTransposed = m_file.facts().isTransposed;
        QImage stored = m_file.tile(level, isTransposed ? ty : tx, isTransposed ? tx : ty);
        const QImage upright = turned(stored, {false, false, isTransposed});
        if (!upright.isNull()) {
            const std::lock_guard lock(m_mutex);
            m_recent.insert(keyOf(level, tx, ty), new QImage(upright), upright.sizeInBytes());
        }
        return upright;
    }
    [[nodiscard]] std::optional<QImage> residentTile(int level, int tx, int ty) const override
    {
        const std::lock_guard lock(m_mutex);
        const QImage* recent = m_recent.object(keyOf(level, tx, ty));
        return recent ? std::optional<QImage>(*recent) : std::nullopt;
    }

private:
    static quint64 keyOf(int level, int tx, int ty) { return quint64(level) << 48 | quint64(tx) << 24 | quint64(ty); }

    TileFileReader m_file;
    mutable std::mutex m_mutex; // guards m_recent
    mutable QCache<quint64, QImage> m_recent;
};

core::Result<std::shared_ptr<const ImagePyramid>> loadIntoMemory(const QString& path, const core::Control& control,
                                                                 const PyramidOptions& options)
{
    DecodeOptions decodeOptions;
    decodeOptions.maxPixels = options.maxPixelsInMemory;
    core::Result<DecodedImage> decoded = decodeImage(path, decodeOptions, control);
    if (!decoded) {
        return core::failure(decoded.error());
    }
    return ImagePyramid::fromImage(std::move(decoded->picture), decoded->info, decoded->notes);
}

/// Streams the picture into `tilePath`; the file appears whole or not at all.
core::Result<> buildTiles(ByteFile file, const QString& path, const ImageInfo& info, const QString& tilePath,
                          const core::Control& control, const PyramidOptions& options)
{
    const QSize stored = info.storedSize();
    const bool isStreamed =
        info.format == ImageFormat::Jpeg || info.format == ImageFormat::Png || info.format == ImageFormat::Tiff;
    if (PyramidBuilder::bytesFor(stored) > options.maxDecoderBytes ||
        (!isStreamed && info.pixelCount() * 4 > options.maxDecoderBytes)) {
        return core::failure(core::ErrorCode::TooLarge, formatName(info.format), path);
    }
    RowOptions rowOptions;
    rowOptions.maxBytes = options.maxDecoderBytes;
    const auto rows = openRows(std::move(file), path, info, rowOptions, control);
    if (!rows) {
        return core::failure(rows.error());
    }
    QDir().mkpath(QFileInfo(tilePath).path());
    const QString part = partPath(tilePath);
    if (core::Result<> built = PyramidBuilder::build(**rows, turnFromOrientation(info.orientation), part, control);
        !built) {
        QFile::remove(part);
        core::Error error = built.error();
        error.path = error.path.isEmpty() ? path : error.path;
        return core::failure(error);
    }
    return commitPart(part, tilePath);
}

} // namespace

core::Result<std::shared_ptr<const ImagePyramid>>
loadPyramid(const QString& path, const QString& cacheDir, const core::Control& control, const PyramidOptions& options)
{
    core::Result<ByteFile> file = ByteFile::open(path);
    if (!file) {
        return core::failure(file.error());
    }
    core::Result<ImageInfo> info = probeImage(*file, path);
    if (!info) {
        return core::failure(info.error());
    }
    if (info->pixelCount() > options.maxPixels) {
        return core::failure(tooManyPixels(info->size, options.maxPixels, path));
    }
    if (info->pixelCount() <= options.maxPixelsInMemory) {
        return loadIntoMemory(path, control, options);
    }
    const QString tilePath =
        cacheDir + u'/' + cacheName(path, info->bytes, info->modifiedAt, ImagePyramid::kTileSize) + tileSuffix();
    std::optional<TileFileReader> tiles = TileFileReader::open(tilePath);
    if (!tiles) {
        if (core::Result<> built = buildTiles(std::move(*file), path, *info, tilePath, control, options); !built) {
            return core::failure(built.error());
        }
        tiles = TileFileReader::open(tilePath);
    }
    if (!tiles) {
        return core::failure(core::ErrorCode::ReadFailed, QStringLiteral("tile file"), tilePath);
    }
    keepYoung(tilePath);
    const QString trouble = tiles->facts().trouble;
    info->isTruncated = info->isTruncated || !trouble.isEmpty();
    if (tiles->facts().missing.percent > 0) {
        info->missing = tiles->facts().missing;
    }
    return std::make_shared<const DiskPyramid>(std::move(*tiles), *info, decodingNotes(*info, trouble, path),
                                               options.tileCacheBytes);
}

core::Result<qint64> prunePyramids(const QString& cacheDir, qint64 maxBytes, const core::Control& control)
{
    return pruneCacheFolder(cacheDir, {u'*' + tileSuffix(), QStringLiteral("*.part")}, maxBytes, control);
}

} // namespace lw::media
