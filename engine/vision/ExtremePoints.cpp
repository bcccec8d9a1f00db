// SPDX-License-Identifier: GPL-3.0-or-later
//! Two cuts and two walks along edges vote about every pixel.
#include "engine/vision/ExtremePoints.h"

#include "engine/vision/EdgeStrength.h"
#include "engine/vision/GrabCut.h"
#include "engine/vision/PathFinder.h"
#include "engine/vision/RegionOps.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <numeric>

namespace lw::vision {

namespace {

using domain::ImagePoint;

constexpr double kMargin = 0.25;     ///< of the box, seen around it on each side
constexpr double kCore = 0.25;       ///< of the greatest depth: deeper cells of the ellipses are sure
constexpr double kNearPull = 2.0;    ///< how much a path dislikes to leave the ellipses
constexpr double kFarPull = 0.6;     ///< the same for one that may follow edges farther away
constexpr double kStepCost = 0.2;    ///< so that a path along a perfect edge stays short
constexpr double kReach = 1.0;       ///< cells that the object may stick out of the box
constexpr double kConfidenceBase = 0.45, kConfidenceSlope = 0.4;

/// The clicks by what they are; each is exactly one of the four.
struct Extremes {
    QPointF top, left, bottom, right;

    [[nodiscard]] QRectF box() const
    {
        const double x0 = std::min({top.x(), left.x(), bottom.x(), right.x()});
        const double x1 = std::max({top.x(), left.x(), bottom.x(), right.x()});
        const double y0 = std::min({top.y(), left.y(), bottom.y(), right.y()});
        const double y1 = std::max({top.y(), left.y(), bottom.y(), right.y()});
        return {x0, y0, x1 - x0, y1 - y0};
    }
};

/// The assignment under which the four reach farthest.
Extremes ordered(const std::array<QPointF, 4>& clicks)
{
    std::array<size_t, 4> order = {0, 1, 2, 3};
    std::array<size_t, 4> best = order;
    double farthest = -std::numeric_limits<double>::infinity();
    do {
        const double reach = clicks[order[2]].y() - clicks[order[0]].y() + clicks[order[3]].x() - clicks[order[1]].x();
        if (reach > farthest) {
            farthest = reach;
            best = order;
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return {clicks[best[0]], clicks[best[1]], clicks[best[2]], clicks[best[3]]};
}

/// What the cuts work on: the surroundings of the box, made small.
struct Bench {
    QImage pixels;
    QRectF area; ///< what it shows, in pixels of the window
    Extremes clicks;
    QRectF box;
    Region ellipses;

    [[nodiscard]] QSize size() const { return pixels.size(); }
    [[nodiscard]] QPoint cellOf(QPointF p) const
    {
        return {std::clamp(int(std::floor(p.x())), 0, pixels.width() - 1),
                std::clamp(int(std::floor(p.y())), 0, pixels.height() - 1)};
    }
    [[nodiscard]] std::array<QPoint, 4> clickCells() const
    {
        return {cellOf(clicks.top), cellOf(clicks.right), cellOf(clicks.bottom), cellOf(clicks.left)};
    }
};

/// Quarter of an ellipse around (centre) between a click above or below and one at the side; > 1 outside.
double quarterValue(QPointF p, QPointF sideClick, QPointF poleClick)
{
    const double rx = std::max(0.5, std::abs(sideClick.x() - poleClick.x()));
    const double ry = std::max(0.5, std::abs(sideClick.y() - poleClick.y()));
    const double dx = (p.x() - poleClick.x()) / rx;
    const double dy = (p.y() - sideClick.y()) / ry;
    return dx * dx + dy * dy;
}

bool isInEllipses(QPointF p, const Extremes& e)
{
    // Each quarter is bounded by its two clicks; between the quarters lies what all of them enclose.
    const bool isRightOfTop = p.x() >= e.top.x(), isRightOfBottom = p.x() >= e.bottom.x();
    const bool isAboveLeft = p.y() <= e.left.y(), isAboveRight = p.y() <= e.right.y();
    if (isRightOfTop && isAboveRight && quarterValue(p, e.right, e.top) > 1) {
        return false;
    }
    if (!isRightOfTop && isAboveLeft && quarterValue(p, e.left, e.top) > 1) {
        return false;
    }
    if (isRightOfBottom && !isAboveRight && quarterValue(p, e.right, e.bottom) > 1) {
        return false;
    }
    return isRightOfBottom || isAboveLeft || quarterValue(p, e.left, e.bottom) <= 1;
}

Region ellipseRegion(QSize size, const Extremes& clicks, const QRectF& box)
{
    Region region(size.width(), size.height());
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QPointF centre(x + 0.5, y + 0.5);
            region.at(x, y) = box.contains(centre) && isInEllipses(centre, clicks);
        }
    }
    return region;
}

QRectF widened(const QRectF& box)
{
    const double dx = std::max(2.0, box.width() * kMargin);
    const double dy = std::max(2.0, box.height() * kMargin);
    return box.adjusted(-dx, -dy, dx, dy);
}

Bench prepared(const PictureWindow& window, const ExtremeClicks& clicks, const ContourOptions& options)
{
    std::array<QPointF, 4> points;
    std::transform(clicks.begin(), clicks.end(), points.begin(), [&](ImagePoint p) { return window.toPixels(p); });
    const QRectF box = ordered(points).box();
    const QRect crop = widened(box).toAlignedRect() & window.pixels.rect();
    Bench bench;
    bench.area = crop;
    const double shrink = std::min(1.0, double(options.workSide) / std::max(crop.width(), crop.height()));
    const QSize size(std::max(1, qRound(crop.width() * shrink)), std::max(1, qRound(crop.height() * shrink)));
    bench.pixels = window.pixels.copy(crop).convertToFormat(QImage::Format_RGB32);
    if (size != crop.size()) {
        bench.pixels = bench.pixels.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    for (QPointF& p : points) {
        p = QPointF((p.x() - crop.x()) * size.width() / crop.width(),
                    (p.y() - crop.y()) * size.height() / crop.height());
    }
    bench.clicks = ordered(points);
    bench.box = bench.clicks.box();
    bench.ellipses = ellipseRegion(size, bench.clicks, bench.box);
    for (const QPoint& cell : bench.clickCells()) {
        bench.ellipses.at(cell) = 1;
    }
    return bench;
}

/// Sure background outside of the box, `likely` probable and `core` sure foreground.
Grid<Hint> hintsFrom(const Bench& bench, const Region& likely, const Region& core)
{
    Grid<Hint> hints(bench.size().width(), bench.size().height(), Hint::Background);
    const QRectF reach = bench.box.adjusted(-kReach, -kReach, kReach, kReach);
    for (int y = 0; y < hints.height; ++y) {
        for (int x = 0; x < hints.width; ++x) {
            if (core.at(x, y)) {
                hints.at(x, y) = Hint::Foreground;
            } else if (likely.at(x, y)) {
                hints.at(x, y) = Hint::ProbablyForeground;
            } else if (reach.contains(QPointF(x + 0.5, y + 0.5))) {
                hints.at(x, y) = Hint::ProbablyBackground;
            }
        }
    }
    for (const QPoint& cell : bench.clickCells()) {
        hints.at(cell) = Hint::Foreground;
    }
    return hints;
}

/// Biggest part and what touches a click; nothing when too small to be the object.
Region cleaned(const Region& region, const Bench& bench)
{
    if (region.isEmpty()) {
        return {};
    }
    const auto cells = bench.clickCells();
    Region main = mainParts(region, {cells.begin(), cells.end()});
    return areaOf(main) * 100 >= areaOf(bench.ellipses) * 35 ? main : Region();
}

Region cutByColours(const Bench& bench, const ContourOptions& options, const std::stop_token& stop)
{
    const Grid<float> depth = depthOf(bench.ellipses);
    const float deepest = *std::max_element(depth.cells.begin(), depth.cells.end());
    Region core(depth.width, depth.height);
    std::transform(depth.cells.begin(), depth.cells.end(), core.cells.begin(),
                   [&](float d) { return uint8_t(d > float(kCore) * deepest); });
    CutOptions cut;
    cut.seed = options.seed;
    return cleaned(grabCut(bench.pixels, hintsFrom(bench, bench.ellipses, core), cut, stop), bench);
}

/// Along strong edges, near the ellipses, never outside of the box.
Grid<uint16_t> pathCost(const Bench& bench, const Grid<float>& edges, double pull)
{
    Region outside = bench.ellipses;
    for (uint8_t& cell : outside.cells) {
        cell = !cell;
    }
    const Grid<float> in = depthOf(bench.ellipses);
    Grid<float> out = depthOf(outside);
    Grid<uint16_t> cost(edges.width, edges.height);
    const double half = std::max(1.0, std::min(bench.box.width(), bench.box.height()) / 2);
    const QRectF reach = bench.box.adjusted(-kReach, -kReach, kReach, kReach);
    for (int y = 0; y < cost.height; ++y) {
        for (int x = 0; x < cost.width; ++x) {
            if (reach.contains(QPointF(x + 0.5, y + 0.5))) {
                const double weak = 1 - std::min(1.0F, edges.at(x, y));
                const double off = std::max(in.at(x, y), out.at(x, y)) / half;
                const double value = weak * weak + kStepCost + pull * off * off;
                cost.at(x, y) = uint16_t(std::clamp(std::lround(value * 256), 1L, 1000L));
            }
        }
    }
    for (const QPoint& cell : bench.clickCells()) {
        cost.at(cell) = 1;
    }
    return cost;
}

Region regionByEdges(const Bench& bench, const Grid<float>& edges, double pull)
{
    PathFinder finder(pathCost(bench, edges, pull));
    const auto cells = bench.clickCells();
    std::vector<QPoint> chain;
    for (size_t i = 0; i < cells.size(); ++i) {
        finder.startAt(cells[i]);
        const std::vector<QPoint> path = finder.pathTo(cells[(i + 1) % cells.size()]);
        chain.insert(chain.end(), path.begin(), path.end());
    }
    return insideOf(chain, bench.size());
}

Region cutByEdges(const Bench& bench, const Region& likely, const ContourOptions& options, const std::stop_token& stop)
{
    CutOptions cut;
    cut.seed = options.seed;
    return cleaned(grabCut(bench.pixels, hintsFrom(bench, likely, skeletonOf(likely)), cut, stop), bench);
}

std::vector<Ring> ringsInImage(const Region& region, const Bench& bench, const PictureWindow& window,
                               const ContourOptions& options)
{
    const double scaleX = bench.area.width() / bench.size().width();
    const double scaleY = bench.area.height() / bench.size().height();
    std::vector<Ring> rings;
    for (const Ring& traced : ringsOf(spansOf(region))) {
        Ring ring = simplified(traced, options.tolerance);
        if (ring.empty() && 2 * ringArea(traced) > areaOf(region)) {
            ring = traced; // an object of a few cells, or one cell wide, is not to vanish
        }
        for (ImagePoint& p : ring) {
            p = window.toImage({bench.area.left() + p.x * scaleX, bench.area.top() + p.y * scaleY});
        }
        if (!ring.empty()) {
            rings.push_back(std::move(ring));
        }
    }
    std::stable_sort(rings.begin(), rings.end(),
                     [](const Ring& a, const Ring& b) { return ringArea(a) > ringArea(b); });
    return rings;
}

/// How alike a region is to what the methods found, put onto the scale of the overlap with real objects: the line was
/// fitted to the street scenes and people of tests/bench/bench_vision.cpp.
double expectedOverlap(const Region& region, const std::vector<const Region*>& voters)
{
    double sum = 0;
    for (const Region* voter : voters) {
        sum += overlapOf(region, *voter);
    }
    return std::clamp(kConfidenceBase + kConfidenceSlope * sum / double(voters.size()), 0.0, 1.0);
}

core::Result<> check(const PictureWindow& window, const ExtremeClicks& clicks)
{
    if (window.isNull()) {
        return core::failure(core::ErrorCode::InvalidArgument, QStringLiteral("no picture"));
    }
    for (const ImagePoint& click : clicks) {
        if (!window.holds(click)) {
            return core::failure(core::ErrorCode::InvalidArgument, QStringLiteral("a point lies outside the picture"));
        }
    }
    std::array<QPointF, 4> points;
    std::transform(clicks.begin(), clicks.end(), points.begin(), [](ImagePoint p) { return QPointF(p.x, p.y); });
    if (ordered(points).box().isEmpty()) {
        return core::failure(core::ErrorCode::InvalidArgument, QStringLiteral("the points enclose nothing"));
    }
    return {};
}

} // namespace

QRectF contourWindow(const ExtremeClicks& clicks, QSize picture)
{
    std::array<QPointF, 4> points;
    std::transform(clicks.begin(), clicks.end(), points.begin(), [](ImagePoint p) { return QPointF(p.x, p.y); });
    return widened(ordered(points).box()).adjusted(-1, -1, 1, 1) & QRectF(QPointF(0, 0), QSizeF(picture));
}

core::Result<std::vector<ContourCandidate>> contourFromClicks(const PictureWindow& window, const ExtremeClicks& clicks,
                                                              const ContourOptions& options,
                                                              const std::stop_token& stop)
{
    if (const auto checked = check(window, clicks); !checked) {
        return core::failure(checked.error());
    }
    const Bench bench = prepared(window, clicks, options);
    const Grid<float> strength = edgeStrength(bench.pixels);
    const Region near = regionByEdges(bench, strength, kNearPull);
    const Region far = regionByEdges(bench, strength, kFarPull);
    std::future<Region> other;
    if (options.useTwoThreads) {
        other = std::async(std::launch::async, [&] { return cutByEdges(bench, far, options, stop); });
    }
    const Region byColours = cutByColours(bench, options, stop);
    const Region byEdges = options.useTwoThreads ? other.get() : cutByEdges(bench, far, options, stop);
    if (stop.stop_requested()) {
        return core::failure(core::ErrorCode::Cancelled);
    }
    const Region& colours = byColours.isEmpty() ? bench.ellipses : byColours;
    const Region& edges = byEdges.isEmpty() ? bench.ellipses : byEdges;
    Region majority = cleaned(halfOf({&colours, &edges, &near, &far}), bench);
    if (majority.isEmpty()) {
        majority = bench.ellipses;
    }
    const std::vector<const Region*> voters = {&colours, &edges, &near};
    std::vector<ContourCandidate> found;
    const auto offer = [&](ContourMethod method, const Region& region) {
        if (region.isEmpty()) {
            return;
        }
        ContourCandidate candidate{method, ringsInImage(region, bench, window, options),
                                   expectedOverlap(region, voters)};
        if (!candidate.rings.empty()) {
            found.push_back(std::move(candidate));
        }
    };
    offer(ContourMethod::Majority, majority);
    offer(ContourMethod::Colours, byColours);
    offer(ContourMethod::Edges, byEdges);
    offer(ContourMethod::Ellipses, bench.ellipses);
    return found;
}

} // namespace lw::vision
