// SPDX-License-Identifier: GPL-3.0-or-later
//! A stack of requests served by as many threads as the pool has.
#include "app/jobs/ThumbnailService.h"

#include <algorithm>

namespace lw::jobs {

namespace {

/// More waiting requests than a few screenfuls are stale.
constexpr size_t kMaxWaiting = 512;

/// The cache folder holds few sizes, so that moving the size slider does not fill the disk.
int storedEdge(int edge)
{
    constexpr int kStep = 160;
    return std::max(kStep, (edge + kStep - 1) / kStep * kStep);
}

/// Scaling belongs to the working thread as well: the window's thread only uploads.
QImage fitted(const QImage& image, int edge)
{
    if (std::max(image.width(), image.height()) <= edge) {
        return image;
    }
    return image.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

bool isSame(const gallery::ThumbnailRequest& a, const gallery::ThumbnailRequest& b)
{
    return a.sample == b.sample && a.edge == b.edge && a.modifiedAt == b.modifiedAt && a.path == b.path;
}

} // namespace

ThumbnailService::ThumbnailService(QThreadPool& pool, const QString& cacheFolder, qint64 cacheBytes, QObject* parent)
    : ThumbnailSource(parent), m_pool(pool), m_disk(std::make_shared<media::ThumbnailCache>(cacheFolder, cacheBytes)),
      m_memory(kMemoryKilobytes)
{
}

ThumbnailService::~ThumbnailService()
{
    m_waiting.clear();
    m_stop.request_stop();
    m_inPool.await();
}

gallery::Thumbnail ThumbnailService::request(const gallery::ThumbnailRequest& request)
{
    const auto broken = m_broken.constFind(request.sample.value);
    if (broken != m_broken.constEnd()) {
        if (broken->modifiedAt == request.modifiedAt) {
            return {gallery::ThumbnailState::Broken, {}, broken->reason};
        }
        m_broken.erase(broken);
    }
    const Cached* cached = m_memory.object(request.sample.value);
    const bool isCurrent = cached && cached->modifiedAt == request.modifiedAt;
    // A larger one will do: two views that show a sample in different sizes would otherwise make it in turns, for ever.
    if (!isCurrent || cached->edge < request.edge) {
        enqueue(request);
    }
    return isCurrent ? gallery::Thumbnail{gallery::ThumbnailState::Ready, cached->pixmap, {}} : gallery::Thumbnail{};
}

void ThumbnailService::cancel(domain::SampleId sample)
{
    std::erase_if(m_waiting, [sample](const auto& each) { return each.sample == sample; });
}

void ThumbnailService::forget()
{
    m_memory.clear();
    m_broken.clear();
}

void ThumbnailService::setMaxPixels(qint64 pixels)
{
    if (pixels != m_maxPixels) {
        m_maxPixels = pixels;
        m_broken.clear();
    }
}

void ThumbnailService::enqueue(const gallery::ThumbnailRequest& request)
{
    const auto running = m_running.constFind(request.sample.value);
    if (running != m_running.constEnd() && isSame(*running, request)) {
        return;
    }
    // A repaint asks again for all that is visible: those move to the top in the order of the repaint.
    cancel(request.sample);
    m_waiting.push_back(request);
    if (m_waiting.size() > kMaxWaiting) {
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + qsizetype(m_waiting.size() - kMaxWaiting));
    }
    startNext();
}

void ThumbnailService::startNext()
{
    while (!m_waiting.empty() && m_running.size() < m_pool.maxThreadCount()) {
        const auto ready = std::find_if(m_waiting.rbegin(), m_waiting.rend(),
                                        [this](const auto& each) { return !m_running.contains(each.sample.value); });
        if (ready == m_waiting.rend()) {
            return;
        }
        const gallery::ThumbnailRequest request = *ready;
        m_waiting.erase(std::next(ready).base());
        m_running.insert(request.sample.value, request);
        m_pool.start([this, request, maxPixels = m_maxPixels, disk = m_disk, stop = m_stop.get_token(),
                      token = m_inPool.take()] {
            core::Result<QImage> image =
                disk->load(request.path, storedEdge(request.edge), core::Control{stop, {}}, maxPixels);
            if (image) {
                image = fitted(*image, request.edge);
            }
            QMetaObject::invokeMethod(
                this, [this, request, image] { take(request, image); }, Qt::QueuedConnection);
        });
    }
}

void ThumbnailService::take(const gallery::ThumbnailRequest& request, const core::Result<QImage>& image)
{
    m_running.remove(request.sample.value);
    if (image) {
        auto cached = std::make_unique<Cached>(Cached{QPixmap::fromImage(*image), request.edge, request.modifiedAt});
        const auto kilobytes = int(image->sizeInBytes() / 1024) + 1;
        m_memory.insert(request.sample.value, cached.release(), kilobytes);
    } else if (image.error().code != core::ErrorCode::Cancelled) {
        m_broken.insert(request.sample.value,
                        {request.modifiedAt, m_errorText ? m_errorText(image.error()) : QString()});
    }
    Q_EMIT ready(request.sample);
    startNext();
    pruneIfDue();
}

void ThumbnailService::pruneIfDue()
{
    if (m_isPruning || !m_disk->isPruneDue()) {
        return;
    }
    m_isPruning = true;
    m_pool.start([this, disk = m_disk, stop = m_stop.get_token(), token = m_inPool.take()] {
        (void)disk->prune(core::Control{stop, {}}); // a cache that cannot be tidied is no reason to bother anyone
        QMetaObject::invokeMethod(
            this, [this] { m_isPruning = false; }, Qt::QueuedConnection);
    });
}

} // namespace lw::jobs
