// SPDX-License-Identifier: GPL-3.0-or-later
//! The byte form of shapes, in annotation rows and undo steps.
#pragma once

#include "models/domain/Shape.h"

#include <QByteArray>

namespace lw::domain {

/// Kind (1 byte), form (1 byte), then the content.
/// Forms 0 to 2 are little-endian numbers: x and y of each point (for skeletons x, y and the visibility), the radius
/// of circles and ellipses; the number is the smallest of int16, float and double that keeps each exactly. 8 is added
/// to the form of polygons of several rings: before the numbers stand, as int32, how many further rings there are and
/// where each begins. Form 3 is a mask. Append only.
[[nodiscard]] QByteArray toBytes(const Shape& shape);
/// The same behind what `bytes` holds already.
void appendBytes(QByteArray& bytes, const Shape& shape);
/// A shape without points when the bytes are not a shape.
[[nodiscard]] Shape shapeFromBytes(const void* data, qsizetype size);

} // namespace lw::domain
