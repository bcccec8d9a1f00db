// SPDX-License-Identifier: GPL-3.0-or-later
//! Translates media::ImageInfo into what the readers ask for.
#include "app/scenarios/PictureProbe.h"

#include "engine/media/ImageInfo.h"

namespace lw::scenarios {

core::Result<formats::ProbedImage> probePicture(const QString& path)
{
    const core::Result<media::ImageInfo> info = media::probeImage(path);
    if (!info) {
        return core::failure(info.error());
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
    return probed;
}

} // namespace lw::scenarios
