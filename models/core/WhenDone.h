// SPDX-License-Identifier: GPL-3.0-or-later
//! Delivers the result of a future to an object that may be gone by then.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace lw::core {

/// Calls `receive` with the result on `context`'s thread, from its event loop, once `future` has finished; never when
/// `context` has been destroyed before. (QFuture::then() with a context aborts in that case in Qt 6.4.) To be called
/// on `context`'s thread.
template <typename T, typename Function>
void whenDone(const QFuture<T>& future, QObject* context, Function receive)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, receive = std::move(receive)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            receive(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace lw::core
