// SPDX-License-Identifier: GPL-3.0-or-later
//! What a person can set about the canvas; kept by the program's settings.
#pragma once

namespace lw::canvas {

struct CanvasOptions {
    bool wheelZooms = true;      ///< false: the plain wheel scrolls, Ctrl+wheel zooms
    bool staysInDrawMode = true; ///< after a shape the draw tool stays active
    bool asksForLabel = true;    ///< false: a finished shape takes the current label without a question
    bool snaps = false;          ///< to other shapes and the picture's border
    bool usesWholePixels = true; ///< coordinates are rounded to integers
    bool showsCrosshair = true;  ///< lines through the cursor while drawing
    bool showsNames = true;      ///< label names on shapes
    bool showsShapes = true;
    bool showsPixelGrid = true; ///< from 16-fold zoom on
    bool keepsZoom = false;     ///< the next picture of the same size keeps zoom and place

    bool operator==(const CanvasOptions&) const = default;
};

/// View-only changes of the pixels; the file stays as it is.
struct Adjustments {
    int brightness = 0; ///< -100 to 100
    int contrast = 0;   ///< -100 to 100
    double gamma = 1;   ///< 0.2 to 5; above 1 lightens the shadows

    bool operator==(const Adjustments&) const = default;
    [[nodiscard]] bool isNeutral() const { return *this == Adjustments{}; }
};

} // namespace lw::canvas
