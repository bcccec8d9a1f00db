// SPDX-License-Identifier: GPL-3.0-or-later
//! Grey values of a picture at a small fixed size. Internal to engine/vision.
#pragma once

#include <QImage>

namespace lw::vision {

/// `picture` averaged down to `side` x `side` grey values (Format_Grayscale8), whatever its shape. Null for a null
/// picture. Transparent parts count as they are stored: premultiplied ones as black.
[[nodiscard]] QImage greySquare(const QImage& picture, int side);

} // namespace lw::vision
