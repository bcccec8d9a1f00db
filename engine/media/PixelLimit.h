// SPDX-License-Identifier: GPL-3.0-or-later
//! The limit on a picture's size that keeps a broken or hostile file from filling memory and disk.
#pragma once

#include "models/core/Error.h"

#include <QSize>
#include <QString>

namespace lw::media {

/// Pictures of more pixels are refused unless a person raises the limit.
inline constexpr qint64 kDefaultMaxPixels = 1'000'000'000;

/// The TooLarge error of a picture of `size` pixels; the detail names its size and the limit in megapixels.
[[nodiscard]] core::Error tooManyPixels(QSize size, qint64 maxPixels, const QString& path);

/// True if `error` is one of tooManyPixels(): raising the limit helps then, while memory that is lacking stays lacking.
[[nodiscard]] bool isOverPixelLimit(const core::Error& error);

} // namespace lw::media
