// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the gallery gets small pictures from without ever waiting for one.
#pragma once

#include "models/domain/Ids.h"

#include <QObject>
#include <QPixmap>
#include <QString>

namespace lw::gallery {

enum class ThumbnailState {
    Ready,   ///< `pixmap` holds it
    Pending, ///< being made; ready() follows
    Broken,  ///< the picture cannot be read
};

struct Thumbnail {
    ThumbnailState state = ThumbnailState::Pending;
    QPixmap pixmap; ///< fits into edge x edge device pixels, keeps the picture's proportions, upright
    QString reason; ///< why it is broken, translated; may be empty
};

struct ThumbnailRequest {
    domain::SampleId sample;
    QString path;          ///< absolute path of the picture
    int edge = 0;          ///< wanted longest side in device pixels
    qint64 modifiedAt = 0; ///< file time of the sample's row, to tell old thumbnails
};

/// GUI thread only; the work happens elsewhere. Implemented by the composition root.
class ThumbnailSource : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThumbnailSource)

public:
    using QObject::QObject;

    /// Returns at once. The same request may come with every repaint. A thumbnail of another size may be returned as
    /// Ready while the right one is being made.
    [[nodiscard]] virtual Thumbnail request(const ThumbnailRequest& request) = 0;
    /// The sample scrolled away: what has not begun may be dropped.
    virtual void cancel(domain::SampleId sample) = 0;

Q_SIGNALS:
    /// A repeated request() has something new to say.
    void ready(lw::domain::SampleId sample);
};

} // namespace lw::gallery
