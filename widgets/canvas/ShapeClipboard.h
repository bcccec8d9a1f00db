// SPDX-License-Identifier: GPL-3.0-or-later
//! Shapes as JSON on the system's clipboard, to carry them between pictures, windows and projects.
#pragma once

#include "models/document/LabelSet.h"
#include "models/domain/Annotation.h"

#include <QByteArray>
#include <QColor>
#include <QString>

#include <optional>
#include <vector>

class QMimeData;

namespace lw::canvas {

inline constexpr const char* kShapesMimeType = "application/x-labelwright-shapes";

/// An annotation with its label by name, because ids differ between datasets.
struct ClippedShape {
    domain::Annotation annotation; ///< without id; labelId is not set
    QString labelName;
    QRgb labelColour = 0;
    domain::SkeletonLayout labelSkeleton{};
};

[[nodiscard]] QByteArray toClipboardJson(const std::vector<domain::Annotation>& annotations,
                                         const document::LabelSet& labels);
/// Whatever is valid in `json`; anything else on the clipboard gives an empty list.
[[nodiscard]] std::vector<ClippedShape> fromClipboardJson(const QByteArray& json);

/// Puts `annotations` on the system's clipboard.
void copyShapes(const std::vector<domain::Annotation>& annotations, const document::LabelSet& labels);
[[nodiscard]] std::vector<ClippedShape> clippedShapes();
[[nodiscard]] bool hasClippedShapes();

} // namespace lw::canvas
