// SPDX-License-Identifier: GPL-3.0-or-later
//! Small pictures for the gallery: from memory, else from the project's cache folder, else decoded, off the window's
//! thread.
#pragma once

#include "app/jobs/Outstanding.h"
#include "engine/media/ThumbnailCache.h"
#include "widgets/gallery/ThumbnailSource.h"

#include <QCache>
#include <QHash>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace lw::jobs {

/// GUI thread only. The newest request is served first, because that is what one looks at.
class ThumbnailService final : public gallery::ThumbnailSource {
    Q_OBJECT

public:
    /// Memory for finished thumbnails, in KB.
    static constexpr int kMemoryKilobytes = 96 * 1024;

    /// `pool` must outlive this object. `cacheFolder` is made when needed; `cacheBytes` is its ceiling.
    ThumbnailService(QThreadPool& pool, const QString& cacheFolder, qint64 cacheBytes, QObject* parent = nullptr);
    /// Drops what waits and waits for what runs.
    ~ThumbnailService() override;
    Q_DISABLE_COPY_MOVE(ThumbnailService)

    [[nodiscard]] gallery::Thumbnail request(const gallery::ThumbnailRequest& request) override;
    void cancel(domain::SampleId sample) override;
    /// Forgets thumbnails in memory and what was found broken: files may have changed.
    void forget();

    /// Pictures of more pixels count as broken. Another limit than before gives those found broken another chance.
    void setMaxPixels(qint64 pixels);
    /// Makes the sentence that tells why a picture cannot be shown.
    void setErrorText(std::function<QString(const core::Error&)> text) { m_errorText = std::move(text); }

    [[nodiscard]] int waitingCount() const { return int(m_waiting.size()); }

private:
    struct Cached {
        QPixmap pixmap;
        int edge = 0;
        qint64 modifiedAt = 0;
    };

    struct Broken {
        qint64 modifiedAt = 0; ///< the file time at which it was broken
        QString reason;
    };

    void enqueue(const gallery::ThumbnailRequest& request);
    void startNext();
    void take(const gallery::ThumbnailRequest& request, const core::Result<QImage>& image);
    void pruneIfDue();

    QThreadPool& m_pool;
    std::shared_ptr<media::ThumbnailCache> m_disk;
    std::stop_source m_stop;
    QCache<qint64, Cached> m_memory;                    ///< by sample id
    QHash<qint64, Broken> m_broken;                     ///< by sample id
    std::vector<gallery::ThumbnailRequest> m_waiting;   ///< the newest last
    QHash<qint64, gallery::ThumbnailRequest> m_running; ///< by sample id
    Outstanding m_inPool;
    std::function<QString(const core::Error&)> m_errorText;
    qint64 m_maxPixels = media::kDefaultMaxPixels;
    bool m_isPruning = false;
};

} // namespace lw::jobs
