// SPDX-License-Identifier: GPL-3.0-or-later
//! All threads take the next number from one counter.
#include "app/scenarios/Workers.h"

#include <atomic>

namespace lw::scenarios {

void forEachOnThreads(QThreadPool* pool, qsizetype count, const std::stop_token& stop,
                      const std::function<void(qsizetype)>& body)
{
    std::atomic<qsizetype> next = 0;
    std::atomic<int> busy = 0;
    const auto loop = [&] {
        for (qsizetype i = next++; i < count && !stop.stop_requested(); i = next++) {
            body(i);
        }
    };
    const int helpers = pool ? int(std::min<qsizetype>(pool->maxThreadCount() - 1, count - 1)) : 0;
    for (int i = 0; i < helpers; ++i) {
        ++busy;
        // Only threads that are free: waiting for one that is busy elsewhere could take forever.
        const bool isStarted = pool->tryStart([&] {
            loop();
            --busy;
            busy.notify_all();
        });
        if (!isStarted) {
            --busy;
            break;
        }
    }
    loop();
    for (int left = busy; left > 0; left = busy) {
        busy.wait(left);
    }
}

} // namespace lw::scenarios
