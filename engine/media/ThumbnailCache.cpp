// SPDX-License-Identifier: GPL-3.0-or-later
//! Sharded files named by a hash of what they were made from.
#include "engine/media/ThumbnailCache.h"

#include "engine/media/ByteFile.h"
#include "engine/media/CacheFolder.h"
#include "engine/media/ImageDecoder.h"
#include "engine/media/Thumbnail.h"

#include <QBuffer>
#include <QImageWriter>

namespace lw::media {

namespace {

QByteArray encoded(const QImage& thumbnail)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const bool hasAlpha = thumbnail.hasAlphaChannel();
    QImageWriter writer(&buffer, hasAlpha ? QByteArrayLiteral("png") : QByteArrayLiteral("jpg"));
    writer.setQuality(hasAlpha ? 60 : 88);
    return writer.write(thumbnail) ? bytes : QByteArray();
}

} // namespace

ThumbnailCache::ThumbnailCache(QString folder, qint64 maxBytes)
    : m_folder(std::move(folder)), m_maxBytes(maxBytes),
      // What earlier runs left is unknown: the first check is due before a full eighth was put.
      m_putBytes(maxBytes / 16)
{
}

QString ThumbnailCache::pathOf(const ThumbnailKey& key) const
{
    const QString name = cacheName(key.path, key.bytes, key.modifiedAt, key.edgePixels);
    return m_folder + u'/' + QStringView(name).first(2) + u'/' + QStringView(name).sliced(2) + QStringLiteral(".thumb");
}

std::optional<QImage> ThumbnailCache::get(const ThumbnailKey& key) const
{
    const QString path = pathOf(key);
    core::Result<DecodedImage> decoded = decodeImage(path);
    if (!decoded || decoded->info.isTruncated) {
        return std::nullopt;
    }
    keepYoung(path);
    return std::move(decoded->picture);
}

core::Result<> ThumbnailCache::put(const ThumbnailKey& key, const QImage& thumbnail)
{
    const QString path = pathOf(key);
    const QByteArray bytes = encoded(thumbnail);
    if (bytes.isEmpty()) {
        return core::failure(core::ErrorCode::WriteFailed, QStringLiteral("not a picture"), path);
    }
    m_putBytes += bytes.size();
    return replaceCacheFile(path, bytes);
}

core::Result<QImage> ThumbnailCache::load(const QString& path, int edgePixels, const core::Control& control,
                                          qint64 maxPixels)
{
    ThumbnailKey key{path, 0, 0, edgePixels};
    {
        const core::Result<ByteFile> file = ByteFile::open(path);
        if (!file) {
            return core::failure(file.error());
        }
        key.bytes = file->size();
        key.modifiedAt = file->modifiedAt();
    }
    if (std::optional<QImage> kept = get(key)) {
        return std::move(*kept);
    }
    core::Result<QImage> made = makeThumbnail(path, edgePixels, control, maxPixels);
    if (made) {
        (void)put(key, *made); // a full disk must not keep the gallery from being shown
    }
    return made;
}

bool ThumbnailCache::isPruneDue() const
{
    return m_putBytes >= m_maxBytes / 8;
}

core::Result<qint64> ThumbnailCache::prune(const core::Control& control)
{
    m_putBytes = 0;
    return pruneCacheFolder(m_folder, {QStringLiteral("*.thumb"), QStringLiteral("*.part")}, m_maxBytes, control);
}

} // namespace lw::media
