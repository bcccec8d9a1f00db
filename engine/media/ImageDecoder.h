// SPDX-License-Identifier: GPL-3.0-or-later
//! Picture files to upright 32-bit pixels, whatever the format and however awkward the file.
#pragma once

#include "engine/media/ImageInfo.h"
#include "engine/media/PixelLimit.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"

#include <QImage>

#include <functional>
#include <optional>

namespace lw::media {

struct DecodeOptions {
    /// Pictures of more pixels are refused (TooLarge) before anything is allocated.
    qint64 maxPixels = kDefaultMaxPixels;
    /// If set, the result may be 1/2, 1/4, 1/8 … of the picture, but covers the picture fitted into this upright size.
    /// JPEG decodes several times faster then; every format needs less memory.
    std::optional<QSize> targetSize;
    /// Coarser chroma in JPEG: for thumbnails and first pixels.
    bool preferSpeed = false;
    /// If set, and only with a targetSize, called on the decoding thread some times a second with what there is so far,
    /// upright, the rest blank: a picture of hundreds of megapixels takes seconds even at reduced size.
    std::function<void(const QImage& soFar)> partial{};
    int partialInterval = 250; ///< ms between two calls, at least
};

struct DecodedImage {
    QImage picture;          ///< RGB32, or ARGB32_Premultiplied where the file has transparency; upright
    ImageInfo info;          ///< of the file: info.size is the full size also when `picture` is reduced
    core::ProblemList notes; ///< ImageTypeMismatch, ImageTruncated
};

/// Decodes the picture at `path` by its content. Any thread; blocks; stops within some rows of a stop request.
/// The EXIF orientation is applied; colour profiles are not. CMYK is converted plainly, 16-bit samples are scaled
/// linearly (no stretching, so numbers can be compared between pictures), of animations and multi-page files the
/// first frame is taken (info.isAnimated). A broken file is shown as far as it goes, the rest grey or transparent.
/// Errors: NotFound, ReadFailed, Malformed, Unsupported, TooLarge (over the limit, or no memory), Cancelled.
core::Result<DecodedImage> decodeImage(const QString& path, const DecodeOptions& options = {},
                                       const core::Control& control = {});

/// How often a picture of size `full` can be halved and still covers itself fitted into `target`.
[[nodiscard]] int halvingsToCover(QSize full, QSize target);

} // namespace lw::media
