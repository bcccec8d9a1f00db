// SPDX-License-Identifier: GPL-3.0-or-later
//! One line on the terminal that tells how far the work is (AP-3).
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace lw::cli {

/// Writes to standard error, at most ten times a second; wipes itself away at the end.
class ProgressLine {
public:
    explicit ProgressLine(const QString& action);
    ~ProgressLine();
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(qint64 done, qint64 total);

private:
    QString m_action;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceShown;
    bool m_isShown = false;
};

} // namespace lw::cli
