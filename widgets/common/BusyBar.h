// SPDX-License-Identifier: GPL-3.0-or-later
//! A thin line of progress that takes no room while nothing runs.
#pragma once

#include <QProgressBar>

namespace lw::common {

/// Four pixels high. Keeps its place in the layout when idle, so that nothing jumps.
class BusyBar final : public QProgressBar {
    Q_OBJECT

public:
    /// `name` says what is being done; read out by screen readers.
    explicit BusyBar(const QString& name, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(BusyBar)

    /// Shows `done` of `total`; a moving bar while `total` is 0.
    void showProgress(qint64 done, qint64 total);
    /// Hides the bar.
    void finish();
};

} // namespace lw::common
