// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws the shapes of a sample on its thumbnail.
#pragma once

#include "models/items/SampleListModel.h"

#include <QRect>
#include <QSize>

#include <vector>

class QPainter;

namespace lw::document {
class LabelSet;
}

namespace lw::gallery {

/// Draws `outlines` of a picture of `size` pixels into `picture` (widget coordinates). Hidden labels are left out.
void paintOutlines(QPainter& painter, const std::vector<items::Outline>& outlines, const document::LabelSet& labels,
                   const QSize& size, const QRect& picture);

} // namespace lw::gallery
