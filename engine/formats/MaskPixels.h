// SPDX-License-Identifier: GPL-3.0-or-later
//! Mask pictures: reading, writing, and the masks in them.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Shape.h"

#include <QImage>

namespace lw::formats {

/// Mask pictures above this are refused with TooLarge.
inline constexpr qint64 kMostMaskPixels = 500'000'000;

/// The pixels of `size` whose centre lies inside an area shape; empty for other kinds and where there are none.
[[nodiscard]] domain::Mask maskOf(const domain::Shape& shape, QSize size);

/// Decodes a mask picture: Format_Indexed8 where the file has a palette or grey values of 8 bits or less, else
/// Format_RGB32. Errors: NotFound, ReadFailed, TooLarge, Malformed.
[[nodiscard]] core::Result<QImage> readMaskPicture(const QString& path);

/// Pixels of a Format_Indexed8 picture with this index.
[[nodiscard]] domain::Mask pixelsWithIndex(const QImage& picture, int index);
/// Pixels of this colour, whose alpha does not count; any format that readMaskPicture() gives.
[[nodiscard]] domain::Mask pixelsWithColour(const QImage& picture, QRgb colour);

/// PNG bytes; the same for the same picture.
[[nodiscard]] QByteArray toPng(const QImage& picture);

} // namespace lw::formats
