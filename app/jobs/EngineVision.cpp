// SPDX-License-Identifier: GPL-3.0-or-later
//! Cuts windows out of the picture's pyramid and hands them to engine/vision.
#include "app/jobs/EngineVision.h"

#include "engine/media/ImagePyramid.h"
#include "engine/vision/ExtremePoints.h"
#include "engine/vision/LiveWire.h"
#include "engine/vision/MagicWand.h"
#include "engine/vision/MaskOps.h"

#include <QPromise>

#include <algorithm>
#include <cmath>

namespace lw::jobs {

namespace {

using vision::PictureWindow;

constexpr double kContourPixels = 640; ///< longest side of the window that outlines are found in
constexpr double kWandPixels = 1'500;  ///< longest side of the window that colours are compared in

/// `area` of the picture in at most `most` pixels a side, at its own size if that is enough.
PictureWindow windowOn(const media::ImagePyramid& picture, const QRectF& area, double most)
{
    const double longest = std::max({area.width(), area.height(), 1.0});
    const int level = picture.levelForScale(std::min(1.0, most / longest));
    const QSizeF full(picture.size()), size(picture.levelSize(level));
    const double sx = size.width() / full.width(), sy = size.height() / full.height();
    const QRect wanted = QRectF(area.x() * sx, area.y() * sy, area.width() * sx, area.height() * sy).toAlignedRect() &
                         QRect(QPoint(0, 0), picture.levelSize(level));
    const QRectF shown(wanted.x() / sx, wanted.y() / sy, wanted.width() / sx, wanted.height() / sy);
    QImage pixels = picture.region(level, wanted);
    const double shrink = most / std::max({pixels.width(), pixels.height(), 1});
    if (shrink < 1) {
        pixels =
            pixels.scaled(std::max(1, qRound(pixels.width() * shrink)), std::max(1, qRound(pixels.height() * shrink)),
                          Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return {pixels, shown, picture.size()};
}

/// The engine's live wire for the canvas.
class WireFollower final : public canvas::EdgeFollower {
public:
    WireFollower(const PictureWindow& window, const QRectF& area) : m_wire(window), m_area(area) {}

    void startAt(domain::ImagePoint anchor) override { m_wire.startAt(anchor); }
    [[nodiscard]] std::vector<domain::ImagePoint> pathTo(domain::ImagePoint cursor) override
    {
        return m_wire.pathTo(cursor);
    }
    [[nodiscard]] QRectF area() const override { return m_area; }

private:
    vision::LiveWire m_wire;
    QRectF m_area;
};

} // namespace

EngineVision::EngineVision(QThreadPool& pool, std::function<Picture()> picture)
    : m_pool(pool), m_picture(std::move(picture))
{
}

EngineVision::~EngineVision()
{
    m_stop.request_stop();
    m_inPool.await();
}

bool EngineVision::isReady() const
{
    return m_picture() != nullptr;
}

template <typename T, typename Work> QFuture<core::Result<T>> EngineVision::ask(Work work)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    auto promise = std::make_shared<QPromise<core::Result<T>>>();
    promise->start();
    const QFuture<core::Result<T>> future = promise->future();
    m_pool.start(
        [promise, work = std::move(work), picture = m_picture(), stop = m_stop.get_token(), token = m_inPool.take()] {
            if (!picture || stop.stop_requested()) {
                promise->addResult(core::failure(core::ErrorCode::Cancelled));
            } else {
                promise->addResult(work(*picture, stop));
            }
            promise->finish();
        });
    return future;
}

QFuture<core::Result<std::vector<canvas::FoundContour>>>
EngineVision::contours(const std::array<domain::ImagePoint, 4>& clicks)
{
    using Contours = std::vector<canvas::FoundContour>;
    return ask<Contours>([clicks](const media::ImagePyramid& picture,
                                  const std::stop_token& stop) -> core::Result<Contours> {
        const PictureWindow window = windowOn(picture, vision::contourWindow(clicks, picture.size()), kContourPixels);
        const auto found = vision::contourFromClicks(window, clicks, {}, stop);
        if (!found) {
            return core::failure(found.error());
        }
        Contours contours;
        for (const vision::ContourCandidate& candidate : *found) {
            contours.push_back({domain::Shape::polygon(candidate.rings), candidate.confidence});
        }
        return contours;
    });
}

QFuture<core::Result<domain::Mask>> EngineVision::like(domain::ImagePoint seed, const canvas::WandSettings& settings,
                                                       const QRectF& area)
{
    return ask<domain::Mask>([=](const media::ImagePyramid& picture, const std::stop_token& stop) {
        const vision::MagicWand wand(windowOn(picture, area, kWandPixels));
        return wand.select(seed, {settings.tolerance, settings.isContiguous, true}, stop);
    });
}

QFuture<core::Result<std::shared_ptr<canvas::EdgeFollower>>> EngineVision::follower(const QRectF& area)
{
    using Follower = std::shared_ptr<canvas::EdgeFollower>;
    return ask<Follower>([area](const media::ImagePyramid& picture, const std::stop_token&) -> core::Result<Follower> {
        const PictureWindow window = windowOn(picture, area, vision::LiveWire::kMostSide);
        return std::make_shared<WireFollower>(window, area);
    });
}

domain::Mask EngineVision::painted(const domain::Mask& mask, const canvas::BrushStep& step, QSize picture) const
{
    domain::Mask result = mask;
    vision::paint(result, {step.from, step.to, step.radius, step.isEraser}, QRect(QPoint(0, 0), picture));
    return result;
}

domain::Mask EngineVision::united(const domain::Mask& a, const domain::Mask& b) const
{
    return vision::united(a, b);
}

domain::Mask EngineVision::subtracted(const domain::Mask& a, const domain::Mask& b) const
{
    return vision::subtracted(a, b);
}

domain::Mask EngineVision::holesFilled(const domain::Mask& mask) const
{
    return vision::holesFilled(mask);
}

domain::Mask EngineVision::maskOf(const domain::Shape& shape, QSize picture) const
{
    return vision::maskOf(shape, picture);
}

domain::Shape EngineVision::polygonOf(const domain::Mask& mask, double tolerance) const
{
    return vision::polygonOf(mask, tolerance);
}

} // namespace lw::jobs
