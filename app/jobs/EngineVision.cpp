// SPDX-License-Identifier: GPL-3.0-or-later
//! Cuts windows out of the picture's pyramid and hands them to engine/vision.
#include "app/jobs/EngineVision.h"

#include "engine/media/ImagePyramid.h"
#include "engine/vision/ExtremePoints.h"
#include "engine/vision/LiveWire.h"
#include "engine/vision/MagicWand.h"
#include "engine/vision/MaskOps.h"
#include "models/core/WhenDone.h"

#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace lw::jobs {

namespace {

using vision::PictureWindow;

constexpr double kContourPixels = 640;                ///< longest side of the window that outlines are found in
constexpr std::chrono::milliseconds kPatience{1'500}; ///< for the learned outline
constexpr double kWandPixels = 1'500;                 ///< longest side of the window that colours are compared in

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

void EngineVision::setAssistants(CanvasAssistants* assistants, std::function<QString()> path)
{
    m_assistants = assistants;
    m_path = std::move(path);
}

bool EngineVision::usesLearned() const
{
    return m_assistants && m_assistants->hasContour();
}

QFuture<core::Result<std::vector<canvas::FoundContour>>>
EngineVision::contours(const std::array<domain::ImagePoint, 4>& clicks)
{
    return usesLearned() ? learnedContours(clicks) : builtInContours(clicks);
}

QFuture<core::Result<std::vector<canvas::FoundContour>>>
EngineVision::moreContours(const std::array<domain::ImagePoint, 4>& clicks)
{
    return usesLearned() ? builtInContours(clicks) : VisionService::moreContours(clicks);
}

/// The network's answer if it comes in time, else the one that needs no network.
QFuture<core::Result<std::vector<canvas::FoundContour>>>
EngineVision::learnedContours(const std::array<domain::ImagePoint, 4>& clicks)
{
    struct Race {
        QPromise<core::Result<Contours>> promise;
        bool isOver = false;
    };
    m_stop.request_stop();
    m_race = std::make_unique<QObject>();
    const auto race = std::make_shared<Race>();
    race->promise.start();
    const auto end = [race](const core::Result<Contours>& contours) {
        race->promise.addResult(contours);
        race->promise.finish();
    };
    const auto fallBack = [this, race, end, clicks] {
        if (!std::exchange(race->isOver, true)) {
            Q_EMIT m_assistants->fellBack();
            core::whenDone(builtInContours(clicks), m_race.get(), end);
        }
    };
    core::whenDone(m_assistants->contour(m_path(), clicks), m_race.get(),
                   [race, end, fallBack](const core::Result<canvas::FoundContour>& found) {
                       if (!found) {
                           fallBack();
                       } else if (!std::exchange(race->isOver, true)) {
                           end(Contours{*found});
                       }
                   });
    QTimer::singleShot(kPatience, m_race.get(), fallBack);
    return race->promise.future();
}

bool EngineVision::hasAssistant() const
{
    return m_assistants && m_assistants->assistant();
}

QFuture<core::Result<canvas::FoundObject>> EngineVision::object(const canvas::ObjectPrompts& prompts)
{
    return hasAssistant() ? m_assistants->object(m_path(), prompts) : VisionService::object(prompts);
}

QFuture<core::Result<std::vector<canvas::FoundContour>>>
EngineVision::builtInContours(const std::array<domain::ImagePoint, 4>& clicks)
{
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
