// SPDX-License-Identifier: GPL-3.0-or-later
//! Sizes the pools for the machine and shuts them down in order.
#include "app/jobs/JobPools.h"

#include <QThread>

#include <algorithm>

namespace lw::jobs {

namespace {

/// A thread keeps its database connection and decoder buffers, so threads that were started stay for a while.
constexpr int kIdleMilliseconds = 60'000;

void prepare(QThreadPool& pool, const QString& name, int threads)
{
    pool.setObjectName(name);
    pool.setMaxThreadCount(threads);
    pool.setExpiryTimeout(kIdleMilliseconds);
}

} // namespace

JobPools::JobPools()
{
    const int cores = std::max(1, QThread::idealThreadCount());
    prepare(m_io, QStringLiteral("io"), 4);
    prepare(m_thumbs, QStringLiteral("thumbs"), std::clamp(cores, 2, 8));
    prepare(m_compute, QStringLiteral("compute"), std::clamp(cores, 2, 8));
    prepare(m_batch, QStringLiteral("batch"), std::clamp(cores, 1, 16));
    m_batch.setThreadPriority(QThread::LowPriority);
    m_thumbs.setThreadPriority(QThread::LowPriority);
}

JobPools::~JobPools()
{
    for (QThreadPool* pool : {&m_thumbs, &m_compute, &m_io, &m_batch}) {
        pool->clear();
    }
    for (QThreadPool* pool : {&m_thumbs, &m_compute, &m_io, &m_batch}) {
        pool->waitForDone();
    }
}

} // namespace lw::jobs
