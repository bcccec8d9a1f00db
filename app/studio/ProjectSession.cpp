// SPDX-License-Identifier: GPL-3.0-or-later
//! Builds a project's services on demand; they go in the reverse order.
#include "app/studio/ProjectSession.h"

#include "app/jobs/JobPools.h"
#include "app/scenarios/Messages.h"
#include "app/studio/Settings.h"

#include <QDir>
#include <QTimer>

namespace lw::studio {

ProjectSession::ProjectSession(std::unique_ptr<store::Store> store, jobs::JobPools& pools, Settings& settings,
                               QObject* parent)
    : QObject(parent), m_pool(pools.compute()), m_store(std::move(store)), m_source(*m_store),
      m_queries(*m_store, pools.compute()),
      m_thumbnails(std::make_unique<jobs::ThumbnailService>(pools.thumbs(), cacheFolder(),
                                                            qint64(settings.cacheMegabytes()) * 1'000'000)),
      m_jobWatch(m_store->folder(), pools.io())
{
    // After the first page is painted, which has better use for the disk.
    QTimer::singleShot(std::chrono::seconds(2), this, [this, &pools] { m_queries.warmUp(pools.thumbs()); });
    m_store->setAuthor(settings.author());
    m_thumbnails->setErrorText(&scenarios::errorText);
    m_thumbnails->setMaxPixels(settings.maxPixels());
    connect(&settings, &Settings::limitsChanged, this,
            [this, &settings] { m_thumbnails->setMaxPixels(settings.maxPixels()); });
    connect(&settings, &Settings::authorChanged, this, [this](const QString& author) { m_store->setAuthor(author); });
}

ProjectSession::~ProjectSession()
{
    m_background.await();
}

QString ProjectSession::name() const
{
    return QDir(m_store->folder()).dirName();
}

QString ProjectSession::cacheFolder() const
{
    return QDir(m_store->folder()).filePath(QStringLiteral(".cache/thumbnails"));
}

document::LabelSet& ProjectSession::labels(domain::DatasetId dataset)
{
    auto& labels = m_labels[dataset];
    if (!labels) {
        labels = std::make_unique<document::LabelSet>(*m_store, dataset);
    }
    return *labels;
}

SampleList& ProjectSession::samples(domain::DatasetId dataset)
{
    auto& list = m_samples[dataset];
    if (!list) {
        list = std::make_unique<SampleList>(m_source, m_queries.runner());
        list->model.setDataset(dataset);
        connect(m_store.get(), &store::Store::changed, &list->search, &items::SampleSearch::applyChange);
    }
    return *list;
}

} // namespace lw::studio
