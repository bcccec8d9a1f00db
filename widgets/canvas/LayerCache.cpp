// SPDX-License-Identifier: GPL-3.0-or-later
//! Frames, dirty regions and the sliced work on them.
#include "widgets/canvas/LayerCache.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lw::canvas {

namespace {

constexpr double kMarginShare = 0.2;   ///< of the widget's size, on each side
constexpr size_t kManyItems = 400;     ///< from here on a draft comes first
constexpr int kMaximumDirtyRects = 12; ///< above, their bounding rectangle is drawn at once
constexpr size_t kItemsPerClockLook = 4;

QRect covering(const QRectF& r)
{
    return r.toAlignedRect();
}

} // namespace

LayerCache::LayerCache(LayerContent& content, Pixels pixels) : m_content(content), m_kind(pixels) {}

void LayerCache::setView(const ViewTransform& transform, double devicePixelRatio)
{
    if (transform == m_transform && devicePixelRatio == m_ratio) {
        return;
    }
    if (transform.imageSize() != m_transform.imageSize() || devicePixelRatio != m_ratio) {
        clear();
    }
    m_transform = transform;
    m_ratio = devicePixelRatio;
    follow();
}

void LayerCache::clear()
{
    m_front.reset();
    m_back.reset();
    m_job.reset();
    follow();
}

void LayerCache::invalidate()
{
    m_job.reset();
    m_back.reset();
    if (m_front) {
        m_front->dirty = m_front->rect;
        m_front->coarse = {};
    }
    follow();
}

void LayerCache::invalidate(const QRectF& imageRect)
{
    const int reach = m_content.reach();
    for (std::optional<Frame>* frame : {&m_front, &m_back}) {
        if (*frame) {
            const QRect part = covering((*frame)->transform.toView(imageRect)).adjusted(-reach, -reach, reach, reach);
            (*frame)->dirty += part.intersected((*frame)->rect);
        }
    }
    if (m_job && m_back) {
        m_back->dirty = m_back->rect;
    }
    m_job.reset();
}

void LayerCache::paint(QPainter& painter) const
{
    const Frame* frame = m_front ? &*m_front : m_back ? &*m_back : nullptr;
    if (!frame) {
        return;
    }
    if (frame->transform.zoom() == m_transform.zoom()) {
        const QPointF shift = m_transform.offset() - frame->transform.offset();
        painter.drawImage(QPointF(frame->rect.topLeft()) + shift, frame->pixels);
        return;
    }
    // Only the part that lands in the widget: scaling clipped pixels is not free.
    const QRectF shown = m_transform.imageRect().intersected(m_transform.toImage(m_transform.viewRect()));
    const QRectF source = frame->transform.toView(shown).intersected(frame->rect);
    const QRectF target = m_transform.toView(frame->transform.toImage(source));
    const QRectF pixels = source.translated(-QPointF(frame->rect.topLeft()));
    painter.drawImage(target, frame->pixels, QRectF(pixels.topLeft() * m_ratio, pixels.size() * m_ratio));
}

bool LayerCache::coversView() const
{
    if (!m_front) {
        return false;
    }
    const QRectF seen = m_transform.toImage(m_transform.viewRect()).intersected(m_transform.imageRect());
    return m_front->transform.toImage(QRectF(m_front->rect)).contains(seen);
}

bool LayerCache::isComplete() const
{
    return m_front && !m_back && m_front->dirty.isEmpty();
}

bool LayerCache::isFine() const
{
    return isComplete() && m_front->coarse.isEmpty();
}

bool LayerCache::work(qint64 nanoseconds, bool mayRefine)
{
    if (m_transform.viewSize().isEmpty()) {
        return false;
    }
    QElapsedTimer clock;
    clock.start();
    bool isChanged = false;
    while (clock.nsecsElapsed() < nanoseconds) {
        Frame* frame = m_back ? &*m_back : m_front ? &*m_front : nullptr;
        if (!frame || (frame->dirty.isEmpty() && (frame->coarse.isEmpty() || !mayRefine))) {
            break;
        }
        if (!m_job) {
            startJob(*frame, frame->dirty.isEmpty());
        }
        if (!advance(nanoseconds - clock.nsecsElapsed())) {
            break;
        }
        finishJob(*frame);
        isChanged = true;
        if (m_back && m_back->dirty.isEmpty()) {
            m_front = std::exchange(m_back, std::nullopt);
        }
    }
    return isChanged;
}

LayerCache::Frame LayerCache::makeFrame() const
{
    const int dx = int(std::ceil(m_transform.viewSize().width() * kMarginShare));
    const int dy = int(std::ceil(m_transform.viewSize().height() * kMarginShare));
    Frame frame;
    frame.transform = m_transform;
    frame.rect = covering(m_transform.viewRect()).adjusted(-dx, -dy, dx, dy);
    frame.pixels = makePixels(frame.rect.size());
    frame.dirty = frame.rect;
    return frame;
}

QImage LayerCache::makePixels(const QSize& size) const
{
    const bool isOpaque = m_kind == Pixels::Opaque;
    QImage pixels(QSizeF(size * m_ratio).toSize(),
                  isOpaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    pixels.setDevicePixelRatio(m_ratio);
    pixels.fill(Qt::transparent);
    return pixels;
}

/// The part of the front frame's plane that the widget shows and where there is picture.
QRect LayerCache::neededRect() const
{
    const QPointF shift = m_front->transform.offset() - m_transform.offset();
    const int reach = m_content.reach();
    const QRectF picture = m_front->transform.toView(m_transform.imageRect()).adjusted(-reach, -reach, reach, reach);
    return covering(m_transform.viewRect().translated(shift).intersected(picture));
}

void LayerCache::follow()
{
    if (m_transform.viewSize().isEmpty()) {
        return;
    }
    if (m_front && m_front->transform.zoom() == m_transform.zoom()) {
        if (m_back) {
            m_back.reset();
            m_job.reset();
        }
        if (!m_front->rect.contains(neededRect())) {
            recentre();
        }
        return;
    }
    if (!m_back || m_back->transform != m_transform) {
        m_job.reset();
        m_back = makeFrame();
    }
}

/// Same zoom, other place: keeps the pixels that are still needed.
void LayerCache::recentre()
{
    m_job.reset();
    Frame next = makeFrame();
    // Both offsets may have fractions; the frame keeps the old one's fraction so that pixels move by whole steps.
    const QPointF shift = m_transform.offset() - m_front->transform.offset();
    const QPoint step(int(std::round(shift.x())), int(std::round(shift.y())));
    ViewTransform moved = m_front->transform;
    const QRect rect = next.rect.translated(-step);
    next.transform = moved;
    next.rect = rect;
    QPainter painter(&next.pixels);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(m_front->rect.topLeft() - rect.topLeft(), m_front->pixels);
    painter.end();
    next.dirty = (QRegion(rect) - m_front->rect) + m_front->dirty.intersected(rect);
    next.coarse = m_front->coarse.intersected(rect);
    m_front = std::move(next);
}

void LayerCache::startJob(Frame& frame, bool isRefining)
{
    const QRegion& region = isRefining ? frame.coarse : frame.dirty;
    const QRect rect = region.rectCount() > kMaximumDirtyRects ? region.boundingRect() : *region.begin();
    Job job;
    job.rect = rect;
    job.pixels = makePixels(rect.size());
    job.items = m_content.itemsIn(frame.transform.toImage(QRectF(rect)), frame.transform);
    job.quality = !isRefining && job.items.size() > kManyItems ? Quality::Draft : Quality::Fine;
    m_job = std::move(job);
}

/// True when the job's last item is drawn.
bool LayerCache::advance(qint64 nanoseconds)
{
    const ViewTransform& transform = (m_back ? *m_back : *m_front).transform;
    QElapsedTimer clock;
    clock.start();
    QPainter painter(&m_job->pixels);
    painter.translate(-m_job->rect.topLeft());
    while (m_job->next < m_job->items.size()) {
        m_content.paintItem(painter, m_job->items[m_job->next], transform, m_job->quality);
        ++m_job->next;
        if (m_job->next % kItemsPerClockLook == 0 && clock.nsecsElapsed() > nanoseconds) {
            break;
        }
    }
    return m_job->next >= m_job->items.size();
}

void LayerCache::finishJob(Frame& frame)
{
    QPainter painter(&frame.pixels);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(m_job->rect.topLeft() - frame.rect.topLeft(), m_job->pixels);
    frame.dirty -= m_job->rect;
    frame.coarse -= m_job->rect;
    if (m_job->quality == Quality::Draft) {
        frame.coarse += m_job->rect;
    }
    m_job.reset();
}

} // namespace lw::canvas
