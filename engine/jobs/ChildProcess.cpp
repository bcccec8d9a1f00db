// SPDX-License-Identifier: GPL-3.0-or-later
//! System calls around a child process.
#include "engine/jobs/ChildProcess.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lw::worker {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// The environment, with sleeping threads for OpenMP: the worker need not start itself anew for it.
std::vector<std::string> environmentOfChild()
{
    std::vector<std::string> list;
    bool hasPolicy = false;
    for (char** each = environ; each != nullptr && *each != nullptr; ++each) {
        list.emplace_back(*each);
        hasPolicy = hasPolicy || list.back().rfind("OMP_WAIT_POLICY=", 0) == 0;
    }
    if (!hasPolicy) {
        list.emplace_back("OMP_WAIT_POLICY=PASSIVE");
    }
    return list;
}

int spawned(const QByteArray& program, int socket, int errors, pid_t* pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A process group of its own: Ctrl+C is heard here and handed on as a request to cancel.
    posix_spawnattr_setpgroup(&attributes, 0);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    std::vector<std::string> environment = environmentOfChild();
    std::vector<char*> pointers;
    for (std::string& each : environment) {
        pointers.push_back(each.data());
    }
    pointers.push_back(nullptr);
    QByteArray name = program;
    std::array<char*, 2> arguments = {name.data(), nullptr};
    const int problem =
        posix_spawn(pid, program.constData(), &actions, &attributes, arguments.data(), pointers.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

} // namespace

ChildProcess::~ChildProcess()
{
    end(milliseconds(2000));
    if (m_socket >= 0) {
        ::close(m_socket);
    }
    if (m_errors >= 0) {
        ::close(m_errors);
    }
}

int ChildProcess::start(const QString& program)
{
    std::array<int, 2> ends = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return errno;
    }
    m_socket = ends[0];
    m_errors = ::memfd_create("labelwright-engine-errors", MFD_CLOEXEC);
    int problem = m_errors < 0 ? errno : 0;
    if (problem == 0) {
        // Appending: reading elsewhere must not move where the child writes.
        (void)::fcntl(m_errors, F_SETFL, O_APPEND);
        (void)::fcntl(m_socket, F_SETFL, O_NONBLOCK);
        pid_t pid = 0;
        problem = spawned(QFile::encodeName(program), ends[1], m_errors, &pid);
        m_pid = problem == 0 ? pid : 0;
    }
    ::close(ends[1]);
    return problem;
}

bool ChildProcess::wait(bool isWriting, milliseconds most) const
{
    pollfd wanted = {m_socket, short(POLLIN | (isWriting ? POLLOUT : 0)), 0};
    return ::poll(&wanted, 1, int(most.count())) > 0;
}

bool ChildProcess::read(QByteArray& buffer)
{
    std::array<char, 65536> part;
    while (true) {
        const ssize_t count = ::recv(m_socket, part.data(), part.size(), 0);
        if (count > 0) {
            buffer.append(part.data(), qsizetype(count));
        } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
            return true;
        } else if (errno == EAGAIN) {
            return false;
        }
    }
}

qint64 ChildProcess::write(const char* bytes, qint64 count)
{
    const ssize_t sent = ::send(m_socket, bytes, size_t(count), MSG_NOSIGNAL);
    return sent >= 0 ? qint64(sent) : errno == EAGAIN || errno == EINTR ? 0 : -1;
}

bool ChildProcess::reap(milliseconds most)
{
    const auto until = steady_clock::now() + most;
    while (!m_status) {
        int status = 0;
        const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
        if (ended == m_pid) {
            m_status = status;
        } else if (ended < 0 && errno != EINTR) {
            m_status = 0; // somebody else has waited for it
        } else if (steady_clock::now() >= until) {
            return false;
        } else {
            ::poll(nullptr, 0, 5);
        }
    }
    return true;
}

void ChildProcess::end(milliseconds most)
{
    if (m_pid <= 0 || m_status) {
        return;
    }
    ::shutdown(m_socket, SHUT_WR);
    if (!reap(most)) {
        ::kill(m_pid, SIGKILL);
        // A process that is killed goes; one that the kernel holds back would hold us, too, so not for ever.
        (void)reap(milliseconds(10'000));
    }
}

QByteArray ChildProcess::errorOutput() const
{
    constexpr qint64 kMost = 65536;
    const off_t size = m_errors < 0 ? 0 : ::lseek(m_errors, 0, SEEK_END);
    QByteArray text(qsizetype(std::min<qint64>(std::max<off_t>(size, 0), kMost)), Qt::Uninitialized);
    const ssize_t count = text.isEmpty() ? 0 : ::pread(m_errors, text.data(), size_t(text.size()), size - text.size());
    text.resize(std::max<ssize_t>(count, 0));
    return text;
}

} // namespace lw::worker
