// SPDX-License-Identifier: GPL-3.0-or-later
//! An open project with everything that lives as long as it does.
#pragma once

#include "app/jobs/JobWatch.h"
#include "app/jobs/Outstanding.h"
#include "app/jobs/SampleQueries.h"
#include "app/jobs/ThumbnailService.h"
#include "models/document/LabelSet.h"
#include "models/items/SampleListModel.h"
#include "models/items/SampleSearch.h"
#include "models/items/SampleSource.h"
#include "models/store/Store.h"

#include <QObject>
#include <QtConcurrent>

#include <map>
#include <memory>

namespace lw::jobs {
class JobPools;
}

namespace lw::studio {

class Settings;

/// The list of samples that gallery and filmstrip of one dataset share.
struct SampleList {
    items::SampleListModel model;
    items::SampleSearch search;

    SampleList(const items::SampleSource& source, const items::QueryRunner& runner)
        : model(source), search(model, runner)
    {
    }
};

/// GUI thread only.
class ProjectSession final : public QObject {
    Q_OBJECT

public:
    /// `pools` and `settings` must outlive it.
    ProjectSession(std::unique_ptr<store::Store> store, jobs::JobPools& pools, Settings& settings,
                   QObject* parent = nullptr);
    ~ProjectSession() override;
    Q_DISABLE_COPY_MOVE(ProjectSession)

    [[nodiscard]] store::Store& store() { return *m_store; }
    /// The folder's name.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString folder() const { return m_store->folder(); }
    [[nodiscard]] QString cacheFolder() const;

    /// Made when first asked for, kept until the project closes.
    [[nodiscard]] document::LabelSet& labels(domain::DatasetId dataset);
    [[nodiscard]] SampleList& samples(domain::DatasetId dataset);
    [[nodiscard]] jobs::ThumbnailService& thumbnails() { return *m_thumbnails; }
    /// The project's jobs of the learning engine.
    [[nodiscard]] jobs::JobWatch& jobWatch() { return m_jobWatch; }

    /// Runs `work(store)` on a pool thread: reads too long for the window's thread, and writes of scenarios. The store
    /// stays open until it is done.
    template <typename Work> [[nodiscard]] auto inBackground(Work work)
    {
        return QtConcurrent::run(&m_pool, [work = std::move(work), store = m_store.get(), token = m_background.take()] {
            return work(*store);
        });
    }

private:
    QThreadPool& m_pool;
    jobs::Outstanding m_background;
    std::unique_ptr<store::Store> m_store;
    items::StoreSampleSource m_source;
    jobs::SampleQueries m_queries;
    std::unique_ptr<jobs::ThumbnailService> m_thumbnails;
    jobs::JobWatch m_jobWatch;
    std::map<domain::DatasetId, std::unique_ptr<document::LabelSet>> m_labels;
    std::map<domain::DatasetId, std::unique_ptr<SampleList>> m_samples;
};

} // namespace lw::studio
