// SPDX-License-Identifier: GPL-3.0-or-later
//! Masks and outlines as the worker writes them.
#pragma once

#include "models/domain/Shape.h"

#include <QJsonObject>

namespace lw::worker {

/// {"mask": {x, y, width, height, runs}}, or these fields themselves. Not necessarily valid: numbers of another
/// program.
[[nodiscard]] domain::Mask maskIn(const QJsonObject& object);
/// {"polygon": [[[x, y], …], …]}, or one ring; no points when there is none.
[[nodiscard]] domain::Shape polygonIn(const QJsonObject& object);
/// The polygon of an object, else its mask.
[[nodiscard]] domain::Shape outlineIn(const QJsonObject& object);

} // namespace lw::worker
