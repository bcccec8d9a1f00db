// SPDX-License-Identifier: GPL-3.0-or-later
//! Translates media::ImageInfo into what the readers ask for.
#include "app/scenarios/PictureProbe.h"

#include "engine/media/ImageInfo.h"

namespace lw::scenarios {

core::Result<formats::ProbedImage> probePicture(const QString& path, qint64 maxPixels)
{
    const core::Result<media::ImageInfo> info = media::probeImage(path);
    if (!info) {
        return core::failure(info.error());
    }
    if (info->pixelCount() > maxPixels) {
        return core::failure(media::tooManyPixels(info->size, maxPixels, path));
    }
    formats::ProbedImage probed;
    probed.width = info->size.width();
    probed.height = info->size.height();
    probed.orientation = info->orientation;
    probed.bytes = info->bytes;
    probed.modifiedAt = info->modifiedAt;
    if (info->contentMismatch) {
        probed.notes.append({core::ProblemCode::ImageTypeMismatch, path, 0, media::formatName(info->format)});
    }
    if (info->isTruncated) {
        probed.notes.append({core::ProblemCode::ImageTruncated, path, 0, {}});
    }
    if (info->isAnimated) {
        probed.notes.append({core::ProblemCode::ImageFirstFrame, path, 0, media::formatName(info->format)});
    }
    return probed;
}

formats::ImageProbe pictureProbe(qint64 maxPixels)
{
    return [maxPixels](const QString& path) { return probePicture(path, maxPixels); };
}

} // namespace lw::scenarios
