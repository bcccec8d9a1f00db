// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures for the canvas: decoded off the window's thread, the neighbours before one asks for them.
#pragma once

#include "app/jobs/Outstanding.h"
#include "engine/media/ImagePyramid.h"
#include "models/core/Error.h"
#include "widgets/canvas/PictureSource.h"

#include <QHash>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>

namespace lw::jobs {

/// One picture on its way into memory, or there. Shared by the loader and the sources made for it.
struct LoadingPicture {
    QString path;
    qint64 modifiedAt = 0; ///< of the file, ms since 1970 UTC
    std::shared_ptr<const media::ImagePyramid> pyramid;
    QImage preview;
    std::optional<core::Error> error;
    bool isLoading = false;
    std::stop_source stop;
    quint64 lastUse = 0;

    /// Memory taken, about.
    [[nodiscard]] qint64 bytes() const;
};

/// GUI thread only.
class PictureLoader final : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString cacheFolder;                         ///< for tiles of pictures too large for the memory
        qint64 maxPixels = media::kDefaultMaxPixels; ///< larger ones are refused
        qint64 memoryBytes = qint64(256) << 20;      ///< for pictures that are not shown now
        std::function<QString(const core::Error&)> errorText;
    };

    /// `pool` must outlive this object.
    PictureLoader(QThreadPool& pool, Options options, QObject* parent = nullptr);
    /// Stops what runs and waits for it.
    ~PictureLoader() override;
    Q_DISABLE_COPY_MOVE(PictureLoader)

    /// The picture at `path` for the canvas; it must go before the loader. `expected` is its size as far as known, so
    /// that shapes have their place before the first pixel. What is being loaded and is neither this nor in the next
    /// prefetch() is dropped.
    [[nodiscard]] std::unique_ptr<canvas::PictureSource> open(const QString& path, QSize expected);
    /// Loads these in order when nothing else is to do. Call it after open().
    void prefetch(const QStringList& paths);
    /// From the next open() on.
    void setMaxPixels(qint64 pixels) { m_options.maxPixels = pixels; }
    /// The pixels of the picture at `path` if they are loaded, else null.
    [[nodiscard]] std::shared_ptr<const media::ImagePyramid> pyramid(const QString& path) const;
    /// True if open() would have all pixels at once.
    [[nodiscard]] bool isLoaded(const QString& path) const;

Q_SIGNALS:
    /// Preview, pyramid or error of a picture came.
    void pictureChanged(const lw::jobs::LoadingPicture* picture);

private:
    friend class PyramidPicture;

    std::shared_ptr<LoadingPicture> entry(const QString& path);
    void load(const std::shared_ptr<LoadingPicture>& picture, bool isUrgent);
    void readPreview(const std::shared_ptr<LoadingPicture>& picture);
    void readTile(const std::shared_ptr<LoadingPicture>& picture, int level, int tx, int ty,
                  const std::function<void()>& ready, QObject* receiver);
    void shrink();

    QThreadPool& m_pool;
    Options m_options;
    QHash<QString, std::shared_ptr<LoadingPicture>> m_pictures;
    QString m_current;
    quint64 m_useCounter = 0;
    Outstanding m_inPool;
};

} // namespace lw::jobs
