// SPDX-License-Identifier: GPL-3.0-or-later
//! Small pictures with their objects drawn in, for samples that are in no dataset yet.
#pragma once

#include "engine/formats/ImportedSample.h"

#include <QHash>
#include <QImage>
#include <QPixmap>

namespace lw::studio {

/// Colours by label.
using LabelColours = QHash<QString, QColor>;

/// A sample and its picture, made small.
struct PreviewPicture {
    formats::ImportedSample sample;
    QImage image; ///< null if it cannot be read
};

/// Reads and shrinks the pictures. Any thread; blocks. What is left when cancelled has no image.
[[nodiscard]] std::vector<PreviewPicture> readPreviewPictures(std::vector<formats::ImportedSample>&& samples,
                                                              qint64 maxPixels, const core::Control& control);

/// Draws the objects. GUI thread only.
[[nodiscard]] QPixmap paintPreview(const PreviewPicture& picture, const LabelColours& colours);

} // namespace lw::studio
