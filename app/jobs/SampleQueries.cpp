// SPDX-License-Identifier: GPL-3.0-or-later
//! Bridges a future's cancellation to the stop token that the store polls.
#include "app/jobs/SampleQueries.h"

#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QFutureWatcher>
#include <QPromise>

#include <limits>
#include <stop_token>

namespace lw::jobs {

namespace {

core::Result<QList<domain::SampleId>> runQuery(store::Store& store, const items::SampleQuery& query,
                                             const std::stop_token& stop)
{
    const store::SampleRepository samples(store);
    auto ids = samples.ids(query.dataset, query.filter, query.sort, query.isDescending, stop);
    if (!ids || !query.arrangement) {
        return ids;
    }
    // A group goes when its copies are gone from the dataset, not when a filter hides them.
    const auto inSight = query.filter.isEmpty() ? ids : samples.ids(query.dataset, {}, {}, false, stop);
    return inSight ? core::Result<QList<domain::SampleId>>(query.arrangement->arranged(*ids, *inSight)) : inSight;
}

} // namespace

SampleQueries::SampleQueries(store::Store& store, QThreadPool& pool) : m_store(store), m_pool(pool) {}

SampleQueries::~SampleQueries()
{
    m_stopAll.request_stop();
    m_running.await();
}

SampleQueries::Answer SampleQueries::ask(const items::SampleQuery& query)
{
    using Ids = core::Result<QList<domain::SampleId>>;
    auto promise = std::make_shared<QPromise<Ids>>();
    promise->start();
    const Answer answer = promise->future();

    auto stop = std::make_shared<std::stop_source>();
    auto* watcher = new QFutureWatcher<Ids>; // deletes itself when the answer is there or not wanted any more
    QObject::connect(watcher, &QFutureWatcher<Ids>::canceled, watcher, [stop] { stop->request_stop(); });
    QObject::connect(watcher, &QFutureWatcher<Ids>::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(answer);

    m_pool.start([store = &m_store, query, promise, stop, all = m_stopAll.get_token(), token = m_running.take()] {
        const std::stop_callback stopWithAll(all, [&stop] { stop->request_stop(); });
        promise->addResult(runQuery(*store, query, stop->get_token()));
        promise->finish();
    });
    return answer;
}

void SampleQueries::warmUp(QThreadPool& idle)
{
    // Less than this is read in no time.
    constexpr qint64 kMany = 50'000;
    idle.start([store = &m_store, all = m_stopAll.get_token(), token = m_running.take()] {
        const auto datasets = store::DatasetRepository(*store).list();
        domain::SampleFilter nothing;
        nothing.minWidth = std::numeric_limits<int>::max(); // finds none but looks at all
        for (const domain::Dataset& dataset : datasets ? *datasets : std::vector<domain::Dataset>()) {
            if (dataset.counters.total >= kMany && !all.stop_requested()) {
                (void)store::SampleRepository(*store).ids(dataset.id, nothing, {}, false, all);
            }
        }
    });
}

items::QueryRunner SampleQueries::runner()
{
    return [this](const items::SampleQuery& query) { return ask(query); };
}

} // namespace lw::jobs
