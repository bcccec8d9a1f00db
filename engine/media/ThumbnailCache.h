// SPDX-License-Identifier: GPL-3.0-or-later
//! Thumbnails kept on disk between runs.
#pragma once

#include "engine/media/PixelLimit.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"

#include <QImage>
#include <QString>

#include <atomic>
#include <optional>

namespace lw::media {

/// What a thumbnail was made from; a changed file has another key.
struct ThumbnailKey {
    QString path; ///< absolute
    qint64 bytes = 0;
    qint64 modifiedAt = 0; ///< ms since 1970 UTC
    int edgePixels = 0;
};

/// A folder of thumbnails, 256 subfolders. All functions may be called from any thread, also by several processes on
/// one folder: files appear whole or not at all. Everything in it can be made again, so nothing is forced to the disk
/// (no fsync): a file lost or cut by a power failure counts as absent.
class ThumbnailCache final {
public:
    /// `folder` is made when the first thumbnail is put.
    explicit ThumbnailCache(QString folder, qint64 maxBytes = qint64(512) << 20);

    /// The thumbnail, or nothing. Blocks for a small read.
    [[nodiscard]] std::optional<QImage> get(const ThumbnailKey& key) const;
    /// Keeps a thumbnail; JPEG, or PNG if it has transparency. Errors: WriteFailed.
    core::Result<> put(const ThumbnailKey& key, const QImage& thumbnail);
    /// The thumbnail of the file at `path`: from the folder, else made and kept. That it cannot be kept is no error.
    /// Errors as makeThumbnail().
    core::Result<QImage> load(const QString& path, int edgePixels, const core::Control& control = {},
                              qint64 maxPixels = kDefaultMaxPixels);

    /// True when so much was put since the last prune() that the next is due.
    [[nodiscard]] bool isPruneDue() const;
    /// Removes the oldest files until the folder holds at most three quarters of its limit; returns bytes removed.
    /// Walks the whole folder. Errors: Cancelled.
    core::Result<qint64> prune(const core::Control& control = {});

private:
    [[nodiscard]] QString pathOf(const ThumbnailKey& key) const;

    QString m_folder;
    qint64 m_maxBytes;
    std::atomic<qint64> m_putBytes;
};

} // namespace lw::media
