// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. A child whose standard input and output are one socket.
#pragma once

#include "models/core/Result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace lw::worker {

/// QProcess belongs to one thread; sessions are used from several, one after the other.
class ChildProcess {
public:
    ChildProcess() = default;
    ~ChildProcess();
    Q_DISABLE_COPY_MOVE(ChildProcess)

    /// Returns 0 or an errno.
    [[nodiscard]] int start(const QString& program);

    /// Waits until something can be read, or written while `isWriting`; false when `most` is over.
    [[nodiscard]] bool wait(bool isWriting, std::chrono::milliseconds most) const;
    /// Takes what is there: true at the end of its output.
    [[nodiscard]] bool read(QByteArray& buffer);
    /// Sends as much as fits and returns how much; -1 when it reads no more.
    [[nodiscard]] qint64 write(const char* bytes, qint64 count);

    /// Ends it: kindly (its input ends), after `most` by force. How it ended: "code 1", "signal 9".
    void end(std::chrono::milliseconds most);

    [[nodiscard]] bool isStarted() const { return m_pid > 0; }
    [[nodiscard]] qint64 pid() const { return m_pid; }
    /// The exit status as waitpid() gives it, once it ended.
    [[nodiscard]] std::optional<int> status() const { return m_status; }
    /// The last 64 KiB of its standard error.
    [[nodiscard]] QByteArray errorOutput() const;

private:
    [[nodiscard]] bool reap(std::chrono::milliseconds most);

    int m_pid = 0;
    int m_socket = -1;
    int m_errors = -1; ///< a file in memory, so that nobody has to read it for the child to go on
    std::optional<int> m_status;
};

} // namespace lw::worker
