// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks the store for id lists off the window's thread.
#pragma once

#include "app/jobs/Outstanding.h"
#include "models/items/SampleSearch.h"

#include <QThreadPool>

#include <stop_token>

namespace lw::store {
class Store;
}

namespace lw::jobs {

/// Answers items::SampleSearch. GUI thread only.
class SampleQueries final {
public:
    /// `store` and `pool` must outlive this object.
    SampleQueries(store::Store& store, QThreadPool& pool);
    /// Stops what runs and waits for it.
    ~SampleQueries();
    Q_DISABLE_COPY_MOVE(SampleQueries)

    using Answer = QFuture<core::Result<QList<domain::SampleId>>>;

    /// Cancelling the future stops the query within some milliseconds.
    [[nodiscard]] Answer ask(const items::SampleQuery& query);
    /// ask() as SampleSearch wants it; must not be called after this object is gone.
    [[nodiscard]] items::QueryRunner runner();

    /// Reads what filters of all datasets scan from the disk into memory, on a thread of `idle`, so that the first filter
    /// need not wait for it. Stops when this object goes.
    void warmUp(QThreadPool& idle);

private:
    store::Store& m_store;
    QThreadPool& m_pool;
    std::stop_source m_stopAll;
    Outstanding m_running;
};

} // namespace lw::jobs
