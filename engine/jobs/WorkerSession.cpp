// SPDX-License-Identifier: GPL-3.0-or-later
//! Requests and answers as lines of JSON; see engine/learn/worker/Session.h for the other end.
#include "engine/jobs/WorkerSession.h"

#include "engine/jobs/ChildProcess.h"
#include "engine/jobs/EngineFailure.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstring>
#include <optional>

#include <sys/wait.h>

namespace lw::worker {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kProtocol = 1;
constexpr milliseconds kTick{50};
/// After so much silence it is asked whether it lives.
constexpr milliseconds kPing{5'000};
constexpr qsizetype kLongestLine = qsizetype(512) << 20;
const QString kId = QStringLiteral("id");

using Clock = steady_clock::time_point;

/// A request that is being answered.
struct Pending {
    qint64 id = 0;
    std::optional<Clock> cancelledAt;
    std::optional<core::Result<QJsonObject>> answer;
};

} // namespace

class WorkerSession::Private {
public:
    core::Result<> start(const QString& program, int threads);
    core::Result<QJsonObject> ask(const QString& op, QJsonObject body, const core::Control& control);

    ChildProcess child;
    SessionPatience patience;
    bool isFailed = false;

private:
    core::Result<> greet();
    void queue(const QJsonObject& message);
    /// Writes and reads what is possible within a tick. An error is the end of the session.
    core::Result<> exchange();
    core::Result<> readLines(const core::Control& control, Pending& pending);
    core::Result<> take(const QByteArray& line, const core::Control& control, Pending& pending);
    core::Result<> checkPatience(Pending& pending);
    std::optional<QByteArray> nextLine();
    tl::unexpected<core::Error> fail(EngineFailure kind, const QString& words);
    tl::unexpected<core::Error> failEnded();

    QString m_program;
    QByteArray m_in;
    qsizetype m_scanned = 0; ///< of m_in, known to hold no end of a line
    QByteArray m_out;
    qsizetype m_sent = 0; ///< of m_out
    bool m_isAtEnd = false;
    qint64 m_lastId = 0;
    Clock m_heard = steady_clock::now();
    Clock m_pinged = m_heard;
};

tl::unexpected<core::Error> WorkerSession::Private::fail(EngineFailure kind, const QString& words)
{
    isFailed = true;
    child.end(milliseconds(0));
    return tl::unexpected(engineError(kind, words, m_program));
}

tl::unexpected<core::Error> WorkerSession::Private::failEnded()
{
    // Its output ended, so it is about to go: how it goes is worth a moment.
    child.end(milliseconds(5'000));
    const int status = child.status().value_or(0);
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        return fail(signal == SIGKILL ? EngineFailure::OutOfMemory : EngineFailure::Crashed,
                    QStringLiteral("signal %1, %2").arg(signal).arg(QString::fromLocal8Bit(strsignal(signal))));
    }
    const QString last = QString::fromUtf8(child.errorOutput()).trimmed().section(u'\n', -1).left(200);
    QString words = QStringLiteral("code %1").arg(WEXITSTATUS(status));
    if (!last.isEmpty()) {
        words += QStringLiteral(", ") + last;
    }
    return fail(EngineFailure::Crashed, words);
}

void WorkerSession::Private::queue(const QJsonObject& message)
{
    m_out += QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
}

core::Result<> WorkerSession::Private::exchange()
{
    const bool isWriting = m_sent < m_out.size();
    if (!child.wait(isWriting, kTick)) {
        return {};
    }
    if (isWriting) {
        // One that reads no more may have said why before.
        const qint64 count = child.write(m_out.constData() + m_sent, m_out.size() - m_sent);
        m_sent = count < 0 ? m_out.size() : m_sent + count;
        if (m_sent == m_out.size()) {
            m_out.clear();
            m_sent = 0;
        }
    }
    const qsizetype before = m_in.size();
    m_isAtEnd = child.read(m_in);
    if (m_in.size() > before) {
        m_heard = steady_clock::now();
    }
    if (m_in.size() > kLongestLine) {
        return fail(EngineFailure::Garbage, QString::fromUtf8(m_in.left(80)));
    }
    return {};
}

std::optional<QByteArray> WorkerSession::Private::nextLine()
{
    const qsizetype end = m_in.indexOf('\n', m_scanned);
    if (end < 0) {
        m_scanned = m_in.size();
        return std::nullopt;
    }
    const QByteArray line = m_in.left(end);
    m_in.remove(0, end + 1);
    m_scanned = 0;
    return line;
}

core::Result<> WorkerSession::Private::start(const QString& program, int threads)
{
    m_program = program;
    if (const int problem = child.start(program); problem != 0) {
        isFailed = true;
        const bool isMissing = problem == ENOENT;
        return tl::unexpected(engineError(isMissing ? EngineFailure::Missing : EngineFailure::NotStarted,
                                          isMissing ? program : QString::fromLocal8Bit(strerror(problem)), program));
    }
    if (auto greeted = greet(); !greeted) {
        return greeted;
    }
    if (threads > 0) {
        if (const auto set = ask(QStringLiteral("threads"), {{QStringLiteral("threads"), threads}}, {}); !set) {
            return core::failure(set.error());
        }
    }
    return {};
}

core::Result<> WorkerSession::Private::greet()
{
    const Clock until = steady_clock::now() + patience.start;
    std::optional<QByteArray> line;
    while (!(line = nextLine())) {
        if (m_isAtEnd) {
            return m_in.isEmpty() ? failEnded() : fail(EngineFailure::Garbage, QString::fromUtf8(m_in.left(80)));
        }
        if (steady_clock::now() > until) {
            return fail(EngineFailure::Silent, {});
        }
        if (auto done = exchange(); !done) {
            return done;
        }
    }
    const QJsonObject hello =
        QJsonDocument::fromJson(*line).object().value(QStringLiteral("hello")).toObject();
    const QString protocol = QStringLiteral("protocol");
    if (!hello.contains(protocol)) {
        return fail(EngineFailure::Garbage, QString::fromUtf8(line->left(80)));
    }
    if (hello.value(protocol).toInt(-1) != kProtocol) {
        return fail(EngineFailure::OtherProtocol, hello.value(QStringLiteral("version")).toString());
    }
    const auto agreed = ask(QStringLiteral("hello"), {{protocol, kProtocol}}, {});
    return agreed ? core::Result<>() : core::Result<>(core::failure(agreed.error()));
}

core::Result<QJsonObject> WorkerSession::Private::ask(const QString& op, QJsonObject body, const core::Control& control)
{
    if (isFailed) {
        return tl::unexpected(engineError(EngineFailure::Crashed, {}, m_program));
    }
    if (control.isCancelled()) {
        return core::failure(core::ErrorCode::Cancelled);
    }
    Pending pending{++m_lastId, {}, {}};
    body.insert(kId, pending.id);
    body.insert(QStringLiteral("op"), op);
    queue(body);
    m_heard = m_pinged = steady_clock::now();
    while (!pending.answer) {
        if (control.isCancelled() && !pending.cancelledAt) {
            pending.cancelledAt = steady_clock::now();
            queue({{kId, ++m_lastId}, {QStringLiteral("op"), QStringLiteral("cancel")},
                   {QStringLiteral("target"), pending.id}});
        }
        if (auto done = exchange(); !done) {
            return core::failure(done.error());
        }
        if (auto done = readLines(control, pending); !done) {
            return core::failure(done.error());
        }
        if (!pending.answer && m_isAtEnd) {
            return failEnded();
        }
        if (auto patient = checkPatience(pending); !patient) {
            return core::failure(patient.error());
        }
    }
    return std::move(*pending.answer);
}

core::Result<> WorkerSession::Private::readLines(const core::Control& control, Pending& pending)
{
    while (const auto line = nextLine()) {
        if (auto taken = take(*line, control, pending); !taken) {
            return taken;
        }
    }
    return {};
}

core::Result<> WorkerSession::Private::take(const QByteArray& line, const core::Control& control, Pending& pending)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    const QJsonObject message = document.object();
    if (!document.isObject() || !message.contains(kId)) {
        return fail(EngineFailure::Garbage, QString::fromUtf8(line.left(80)));
    }
    const QJsonValue id = message.value(kId);
    const QJsonValue error = message.value(QStringLiteral("error"));
    // A request that it could not even read has no id: it is ours, there is no other.
    if (!id.isNull() && id.toInteger(-1) != pending.id) {
        return {};
    }
    if (const QJsonValue progress = message.value(QStringLiteral("progress")); progress.isObject()) {
        control.report(progress[QStringLiteral("done")].toInteger(), progress[QStringLiteral("of")].toInteger());
    } else if (error.isObject()) {
        pending.answer = core::failure(toldError(error.toObject()));
    } else if (message.value(QStringLiteral("result")).isObject()) {
        pending.answer = message.value(QStringLiteral("result")).toObject();
    } else {
        return fail(EngineFailure::Garbage, QString::fromUtf8(line.left(80)));
    }
    return {};
}

core::Result<> WorkerSession::Private::checkPatience(Pending& pending)
{
    const Clock now = steady_clock::now();
    if (pending.answer) {
        return {};
    }
    if (pending.cancelledAt && now - *pending.cancelledAt > patience.cancel) {
        isFailed = true;
        child.end(milliseconds(0));
        return core::failure(core::ErrorCode::Cancelled);
    }
    if (now - m_heard > patience.silence) {
        return fail(EngineFailure::Silent, {});
    }
    const milliseconds ping = std::min(kPing, patience.silence / 4);
    if (now - m_heard > ping && now - m_pinged > ping) {
        m_pinged = now;
        queue({{kId, ++m_lastId}, {QStringLiteral("op"), QStringLiteral("hello")},
               {QStringLiteral("protocol"), kProtocol}});
    }
    return {};
}

WorkerSession::WorkerSession(std::unique_ptr<Private> own) : m_own(std::move(own)) {}
WorkerSession::~WorkerSession() = default;

core::Result<std::unique_ptr<WorkerSession>> WorkerSession::start(const QString& program, int threads,
                                                                  const SessionPatience& patience)
{
    auto own = std::make_unique<Private>();
    own->patience = patience;
    if (const auto started = own->start(program, threads); !started) {
        return core::failure(started.error());
    }
    return std::unique_ptr<WorkerSession>(new WorkerSession(std::move(own)));
}

core::Result<QJsonObject> WorkerSession::ask(const QString& op, const QJsonObject& body, const core::Control& control)
{
    return m_own->ask(op, body, control);
}

bool WorkerSession::isAlive() const
{
    return !m_own->isFailed;
}

QString WorkerSession::errorOutput() const
{
    return QString::fromUtf8(m_own->child.errorOutput());
}

qint64 WorkerSession::pid() const
{
    return m_own->child.pid();
}

} // namespace lw::worker
