// SPDX-License-Identifier: GPL-3.0-or-later
//! The one thread that writes. Private to models/store.
#pragma once

#include "models/store/Connection.h"
#include "models/store/Store.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace lw::store {

/// Takes jobs in order, each in a transaction of its own. The destructor drains the queue first.
class Writer
{
public:
    /// `connection` is handed to the new thread.
    Writer(Store& store, std::unique_ptr<Connection> connection);
    ~Writer();
    Q_DISABLE_COPY_MOVE(Writer)

    void enqueue(std::unique_ptr<Store::Job> job);
    [[nodiscard]] qint64 origin() const { return m_origin; }

private:
    void run();
    void execute(Store::Job& job);
    void record(const Change& change);

    Store& m_store;
    std::unique_ptr<Connection> m_connection;
    qint64 m_origin; ///< random number that marks this process's rows in table change
    std::mutex m_mutex; ///< guards m_jobs and m_isStopping
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Store::Job>> m_jobs;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace lw::store
