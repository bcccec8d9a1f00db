// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws skeletons: bones, and joints by how they are seen.
#pragma once

#include "widgets/canvas/ShapePainter.h"

namespace lw::canvas {

/// In widget coordinates. Absent joints and their bones are left out; covered joints are hollow.
void paintSkeleton(QPainter& painter, const domain::Shape& skeleton, const ViewTransform& transform,
                   const ShapeLook& look);
/// The name and state of one joint on a plate beside it. An absent joint is marked where it would probably be.
void paintJointName(QPainter& painter, const domain::Shape& skeleton, int joint, const domain::SkeletonLayout& layout,
                    const ViewTransform& transform);

} // namespace lw::canvas
