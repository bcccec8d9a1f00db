// SPDX-License-Identifier: GPL-3.0-or-later
//! What segmentation tools ask of image processing; the program answers with the engine's.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Shape.h"

#include <QFuture>
#include <QRectF>
#include <QSize>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace lw::canvas {

/// An outline that was inferred.
struct FoundContour {
    domain::Shape shape;   ///< a polygon
    double confidence = 0; ///< 0 to 1: the expected overlap with the object
};

/// What a person has told about one object, in picture pixels.
struct ObjectPrompts {
    struct Point {
        domain::ImagePoint at;
        bool isInside = true; ///< false: not part of the object
    };
    std::vector<Point> points;
    std::optional<QRectF> box;

    [[nodiscard]] bool isEmpty() const { return points.empty() && !box; }
};

/// The object that was meant.
struct FoundObject {
    domain::Mask mask;
    domain::Shape outline;            ///< a polygon
    std::optional<double> confidence; ///< 0 to 1
};

/// How the magic wand selects.
struct WandSettings {
    double tolerance = 12;    ///< largest difference of colour, in Lab units
    bool isContiguous = true; ///< only what hangs together with the click
};

/// One step of a brush, in picture pixels.
struct BrushStep {
    domain::ImagePoint from;
    domain::ImagePoint to;
    double radius = 1;
    bool isEraser = false;
};

/// Finds lines along edges, in the part of the picture it was made for. GUI thread only; a path takes a few
/// milliseconds.
class EdgeFollower {
public:
    virtual ~EdgeFollower() = default;
    /// Where the next paths begin.
    virtual void startAt(domain::ImagePoint anchor) = 0;
    /// From the anchor to `cursor`, both included.
    [[nodiscard]] virtual std::vector<domain::ImagePoint> pathTo(domain::ImagePoint cursor) = 0;
    /// The part of the picture in which it knows the edges, picture pixels.
    [[nodiscard]] virtual QRectF area() const = 0;
};

/// GUI thread only. The futures are about the picture shown at the time of the call; they fail with Cancelled when it
/// goes and with InvalidArgument when a point lies outside of it. What works on masks alone is answered at once.
class VisionService {
public:
    virtual ~VisionService() = default;

    /// The picture's pixels are there.
    [[nodiscard]] virtual bool isReady() const = 0;
    /// Outlines of the object with these four extreme points, the best guess first.
    [[nodiscard]] virtual QFuture<core::Result<std::vector<FoundContour>>>
    contours(const std::array<domain::ImagePoint, 4>& clicks) = 0;
    /// Further outlines, by slower ways than contours() went; often none. Asked after contours() has answered.
    [[nodiscard]] virtual QFuture<core::Result<std::vector<FoundContour>>>
    moreContours(const std::array<domain::ImagePoint, 4>& clicks);
    /// Whether object() can be asked: somebody has imported an assistant.
    [[nodiscard]] virtual bool hasAssistant() const { return false; }
    /// What an assistant takes for the object. Errors also: Unsupported (no assistant), the assistant's own.
    [[nodiscard]] virtual QFuture<core::Result<FoundObject>> object(const ObjectPrompts& prompts);
    /// Pixels within `area` whose colour is like that at `seed`.
    [[nodiscard]] virtual QFuture<core::Result<domain::Mask>>
    like(domain::ImagePoint seed, const WandSettings& settings, const QRectF& area) = 0;
    [[nodiscard]] virtual QFuture<core::Result<std::shared_ptr<EdgeFollower>>> follower(const QRectF& area) = 0;

    /// `mask` with the stroke added or taken away, within the picture.
    [[nodiscard]] virtual domain::Mask painted(const domain::Mask& mask, const BrushStep& step,
                                               QSize picture) const = 0;
    [[nodiscard]] virtual domain::Mask united(const domain::Mask& a, const domain::Mask& b) const = 0;
    [[nodiscard]] virtual domain::Mask subtracted(const domain::Mask& a, const domain::Mask& b) const = 0;
    [[nodiscard]] virtual domain::Mask holesFilled(const domain::Mask& mask) const = 0;
    /// Pixels of any shape that covers some; empty for the others.
    [[nodiscard]] virtual domain::Mask maskOf(const domain::Shape& shape, QSize picture) const = 0;
    /// Outline with parts and holes; `tolerance` in pixels, 0 keeps every pixel edge.
    [[nodiscard]] virtual domain::Shape polygonOf(const domain::Mask& mask, double tolerance) const = 0;
};

} // namespace lw::canvas
