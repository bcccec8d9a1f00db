// SPDX-License-Identifier: GPL-3.0-or-later
//! Threads that prepare batches ahead of the network, in order, never more than a few.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace lw::learn {

/// Calls `make(i)` for i = first, first + 1, … on several threads and hands the results out in that order.
/// The threads end with the object. next() is for one thread.
template <typename Batch> class BatchQueue {
public:
    using Make = std::function<Batch(std::uint64_t number)>;

    BatchQueue(Make make, std::uint64_t first, int threads, std::size_t ahead)
        : m_make(std::move(make)), m_toMake(first), m_toHand(first), m_ahead(ahead < 1 ? 1 : ahead)
    {
        for (int i = 0; i < (threads < 1 ? 1 : threads); ++i) {
            m_threads.emplace_back([this] { work(); });
        }
    }
    BatchQueue(const BatchQueue&) = delete;
    BatchQueue& operator=(const BatchQueue&) = delete;
    ~BatchQueue()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_changed.notify_all();
        for (std::thread& thread : m_threads) {
            thread.join();
        }
    }

    /// Waits for the next batch. An exception of `make` comes out here.
    Batch next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ready.count(m_toHand) > 0 || m_problem; });
        if (m_problem) {
            std::rethrow_exception(m_problem);
        }
        Batch batch = std::move(m_ready.at(m_toHand));
        m_ready.erase(m_toHand++);
        lock.unlock();
        m_changed.notify_all();
        return batch;
    }

private:
    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_isEnding || m_problem || m_toMake < m_toHand + m_ahead; });
            if (m_isEnding || m_problem) {
                return;
            }
            const std::uint64_t number = m_toMake++;
            lock.unlock();
            try {
                Batch batch = m_make(number);
                lock.lock();
                m_ready.emplace(number, std::move(batch));
            } catch (...) {
                lock.lock();
                m_problem = std::current_exception();
            }
            m_changed.notify_all();
        }
    }

    Make m_make;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    std::map<std::uint64_t, Batch> m_ready;
    std::uint64_t m_toMake;
    std::uint64_t m_toHand;
    std::size_t m_ahead;
    bool m_isEnding = false;
    std::exception_ptr m_problem;
    std::vector<std::thread> m_threads; ///< last: they use all of the above
};

} // namespace lw::learn
