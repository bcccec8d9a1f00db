// SPDX-License-Identifier: GPL-3.0-or-later
//! One line of a YOLO label file: a class and numbers that are shares of the picture's width and height.
#pragma once

#include "engine/formats/ManifestRow.h"
#include "engine/formats/ShapeCheck.h"

namespace lw::formats {

enum class YoloKind {
    Box,     ///< class x y width height [confidence]; longer lines are outlines
    Outline, ///< class x1 y1 x2 y2 x3 y3 … [confidence]; lines of 5 numbers are boxes
    Rotated, ///< class and four corners [confidence]
    Pose,    ///< class x y width height, then the joints
};

/// What a line states.
struct YoloLine {
    int number = 0; ///< of the class
    domain::Shape shape;
    std::optional<double> confidence;
    QByteArray extra; ///< Pose: the box, when it is not that of the joints
};

struct YoloJoints {
    int count = 0;   ///< 0: as many as the line has
    int numbers = 0; ///< per joint; 0: as it fits
};

/// Reads a line for a picture of a known size; the issue says why it is of no use. The shape is not checked yet.
[[nodiscard]] std::optional<RowIssue> readYoloLine(std::string_view text, YoloKind kind, PictureSize size,
                                                   YoloJoints joints, YoloLine& line);

/// Appends a line. False, and nothing is appended, if the shape does not fit the kind.
bool appendYoloLine(QByteArray& out, YoloKind kind, int number, const domain::Shape& shape, PictureSize size,
                    int joints);

} // namespace lw::formats
