// SPDX-License-Identifier: GPL-3.0-or-later
//! How long work reports where it is and learns that it should stop.
#pragma once

#include <QtGlobal>

#include <functional>
#include <stop_token>

namespace lw::core {

/// Receives progress of one operation. `total` is 0 while unknown. Called on the working thread, at most a few
/// hundred times a second; the receiver hands it to other threads itself.
using ProgressSink = std::function<void(qint64 done, qint64 total)>;

/// What every long synchronous function takes: a stop request to poll and a sink to report to.
struct Control {
    std::stop_token stop;
    ProgressSink progress;

    [[nodiscard]] bool isCancelled() const { return stop.stop_requested(); }
    void report(qint64 done, qint64 total) const
    {
        if (progress) {
            progress(done, total);
        }
    }
};

} // namespace lw::core
