// SPDX-License-Identifier: GPL-3.0-or-later
//! A reduced decode, then a smooth step to the exact size.
#include "engine/media/Thumbnail.h"

#include "engine/media/ImageDecoder.h"

namespace lw::media {

core::Result<QImage> makeThumbnail(const QString& path, int edgePixels, const core::Control& control, qint64 maxPixels)
{
    DecodeOptions options;
    options.targetSize = QSize(edgePixels, edgePixels);
    options.preferSpeed = true;
    options.maxPixels = maxPixels;
    const core::Result<DecodedImage> decoded = decodeImage(path, options, control);
    if (!decoded) {
        return core::failure(decoded.error());
    }
    const QSize full = decoded->info.size;
    const QSize fitted = full.scaled(*options.targetSize, Qt::KeepAspectRatio).expandedTo({1, 1});
    if (fitted.width() >= full.width() && fitted.height() >= full.height()) {
        return decoded->picture;
    }
    if (fitted == decoded->picture.size()) {
        return decoded->picture;
    }
    return decoded->picture.scaled(fitted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace lw::media
