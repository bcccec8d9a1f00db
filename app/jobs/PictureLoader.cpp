// SPDX-License-Identifier: GPL-3.0-or-later
//! A small cache of pyramids around the picture that is looked at.
#include "app/jobs/PictureLoader.h"

#include "app/jobs/PyramidPicture.h"
#include "engine/media/ImageDecoder.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace lw::jobs {

namespace {

/// Priorities within the pool: what one waits for goes first.
enum Priority { PrefetchPriority, PicturePriority, PreviewPriority, TilePriority };

/// A picture of fewer pixels is decoded as quickly as a preview of it would be.
constexpr qint64 kPreviewFromPixels = 1'500'000;
constexpr QSize kPreviewSize(960, 960);

qint64 fileTime(const QString& path)
{
    return QFileInfo(path).lastModified().toMSecsSinceEpoch();
}

} // namespace

qint64 LoadingPicture::bytes() const
{
    if (!pyramid) {
        return preview.sizeInBytes();
    }
    const qint64 pixels = qint64(pyramid->size().width()) * pyramid->size().height();
    // Pyramids on disk keep only a cache of tiles.
    return std::min(pixels * 4 * 4 / 3, media::PyramidOptions().maxPixelsInMemory * 4 * 4 / 3);
}

PictureLoader::PictureLoader(QThreadPool& pool, Options options, QObject* parent)
    : QObject(parent), m_pool(pool), m_options(std::move(options))
{
}

PictureLoader::~PictureLoader()
{
    for (const auto& picture : std::as_const(m_pictures)) {
        picture->stop.request_stop();
    }
    m_inPool.await();
}

std::shared_ptr<const media::ImagePyramid> PictureLoader::pyramid(const QString& path) const
{
    const auto found = m_pictures.constFind(path);
    return found != m_pictures.constEnd() ? (*found)->pyramid : nullptr;
}

bool PictureLoader::isLoaded(const QString& path) const
{
    return pyramid(path) != nullptr;
}

std::shared_ptr<LoadingPicture> PictureLoader::entry(const QString& path)
{
    const qint64 modifiedAt = fileTime(path);
    std::shared_ptr<LoadingPicture>& picture = m_pictures[path];
    const bool isUsable =
        picture && picture->modifiedAt == modifiedAt && !picture->error && !picture->stop.stop_requested();
    if (!isUsable) {
        picture = std::make_shared<LoadingPicture>();
        picture->path = path;
        picture->modifiedAt = modifiedAt;
    }
    picture->lastUse = ++m_useCounter;
    return picture;
}

std::unique_ptr<canvas::PictureSource> PictureLoader::open(const QString& path, QSize expected)
{
    m_current = path;
    const std::shared_ptr<LoadingPicture> picture = entry(path);
    if (!picture->pyramid) {
        const bool isLarge = qint64(expected.width()) * expected.height() >= kPreviewFromPixels || expected.isEmpty();
        if (isLarge && picture->preview.isNull()) {
            readPreview(picture);
        }
        load(picture, true);
    }
    return std::make_unique<PyramidPicture>(*this, picture, expected);
}

void PictureLoader::prefetch(const QStringList& paths)
{
    for (auto each = m_pictures.begin(); each != m_pictures.end();) {
        const bool isWanted = each.key() == m_current || paths.contains(each.key());
        if (!isWanted && (*each)->isLoading) {
            (*each)->stop.request_stop();
            each = m_pictures.erase(each);
        } else {
            ++each;
        }
    }
    for (const QString& path : paths) {
        const std::shared_ptr<LoadingPicture> picture = entry(path);
        if (!picture->pyramid) {
            load(picture, false);
        }
    }
    shrink();
}

void PictureLoader::readPreview(const std::shared_ptr<LoadingPicture>& picture)
{
    media::DecodeOptions options;
    options.maxPixels = m_options.maxPixels;
    options.targetSize = kPreviewSize;
    options.preferSpeed = true;
    const auto show = [this, picture](const QImage& image) {
        QMetaObject::invokeMethod(
            this,
            [this, picture, image] {
                if (!picture->pyramid) {
                    picture->preview = image;
                    Q_EMIT pictureChanged(picture.get());
                }
            },
            Qt::QueuedConnection);
    };
    options.partial = show;
    m_pool.start(
        [options, show, path = picture->path, stop = picture->stop.get_token(), token = m_inPool.take()] {
            if (const auto decoded = media::decodeImage(path, options, core::Control{stop, {}})) {
                show(decoded->picture);
            }
        },
        PreviewPriority);
}

void PictureLoader::load(const std::shared_ptr<LoadingPicture>& picture, bool isUrgent)
{
    if (picture->isLoading) {
        return;
    }
    picture->isLoading = true;
    media::PyramidOptions options;
    options.maxPixels = m_options.maxPixels;
    m_pool.start(
        [this, picture, options, path = picture->path, cache = m_options.cacheFolder, stop = picture->stop.get_token(),
         token = m_inPool.take()] {
            const auto loaded = media::loadPyramid(path, cache, core::Control{stop, {}}, options);
            QMetaObject::invokeMethod(
                this,
                [this, picture, loaded] {
                    picture->isLoading = false;
                    if (loaded) {
                        picture->pyramid = *loaded;
                        picture->preview = {};
                    } else if (loaded.error().code != core::ErrorCode::Cancelled) {
                        picture->error = loaded.error();
                    }
                    Q_EMIT pictureChanged(picture.get());
                    shrink();
                },
                Qt::QueuedConnection);
        },
        isUrgent ? PicturePriority : PrefetchPriority);
}

void PictureLoader::readTile(const std::shared_ptr<LoadingPicture>& picture, int level, int tx, int ty,
                             const std::function<void()>& ready, QObject* receiver)
{
    m_pool.start(
        [this, pyramid = picture->pyramid, level, tx, ty, ready, receiver = QPointer<QObject>(receiver),
         token = m_inPool.take()] {
            (void)pyramid->tile(level, tx, ty); // it is resident afterwards
            QMetaObject::invokeMethod(
                this,
                [receiver, ready] {
                    if (receiver) {
                        ready();
                    }
                },
                Qt::QueuedConnection);
        },
        TilePriority);
}

void PictureLoader::shrink()
{
    qint64 bytes = 0;
    QList<std::shared_ptr<LoadingPicture>> others;
    for (const auto& picture : std::as_const(m_pictures)) {
        if (picture->path != m_current && !picture->isLoading) {
            bytes += picture->bytes();
            others.append(picture);
        }
    }
    std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) { return a->lastUse < b->lastUse; });
    for (const auto& oldest : std::as_const(others)) {
        if (bytes <= m_options.memoryBytes) {
            return;
        }
        bytes -= oldest->bytes();
        m_pictures.remove(oldest->path);
    }
}

} // namespace lw::jobs
