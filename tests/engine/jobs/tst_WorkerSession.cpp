// SPDX-License-Identifier: GPL-3.0-or-later
//! A session with workers that answer, crash, are killed, talk nonsense or say nothing.
#include "engine/jobs/EngineFailure.h"
#include "engine/jobs/WorkerSession.h"
#include "tests/engine/jobs/WorkerScript.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <stop_token>
#include <thread>

using namespace lw;
using tests::workerScript;
using worker::EngineFailure;
using worker::SessionPatience;
using worker::WorkerSession;

namespace {

const QByteArray kHello = "echo '{\"hello\":{\"protocol\":1,\"version\":\"0\"}}'\nread line\n"
                          "echo '{\"id\":1,\"result\":{}}'\n";

/// Long enough for a busy machine, short where a test waits for it.
SessionPatience quick()
{
    SessionPatience patience;
    patience.silence = std::chrono::milliseconds(400);
    patience.cancel = std::chrono::milliseconds(400);
    return patience;
}

std::optional<EngineFailure> kindOf(const core::Error& error)
{
    const auto trouble = worker::engineTroubleOf(error);
    return trouble ? std::optional(trouble->kind) : std::nullopt;
}

} // namespace

class tst_WorkerSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void answersRequests()
    {
        const auto session = WorkerSession::start(script(kHello + "read line\necho '{\"id\":2,\"result\":{\"a\":5}}'\n"
                                                                  "read line\n"));
        QVERIFY(session);
        const auto answer = (*session)->ask(QStringLiteral("any"), {}, {});
        QVERIFY(answer);
        QCOMPARE(answer->value(QStringLiteral("a")).toInt(), 5);
        QVERIFY((*session)->isAlive());
    }

    void saysThatTheProgramIsMissing()
    {
        const auto session = WorkerSession::start(m_dir->filePath(QStringLiteral("none")));
        QVERIFY(!session);
        QCOMPARE(kindOf(session.error()), EngineFailure::Missing);
    }

    void tellsHowAStartFails_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("kind");
        QTest::newRow("crash") << QByteArray("kill -SEGV $$\n") << int(EngineFailure::Crashed);
        QTest::newRow("killed") << QByteArray("kill -KILL $$\n") << int(EngineFailure::OutOfMemory);
        QTest::newRow("exit") << QByteArray("echo 'no library' >&2\nexit 127\n") << int(EngineFailure::Crashed);
        QTest::newRow("nonsense") << QByteArray("echo hello world\nread line\n") << int(EngineFailure::Garbage);
        QTest::newRow("half a line") << QByteArray("printf 'abc'\n") << int(EngineFailure::Garbage);
        QTest::newRow("other JSON") << QByteArray("echo '{\"hi\":1}'\nread line\n") << int(EngineFailure::Garbage);
        QTest::newRow("newer") << QByteArray("echo '{\"hello\":{\"protocol\":2,\"version\":\"9\"}}'\nread line\n")
                               << int(EngineFailure::OtherProtocol);
        QTest::newRow("bytes") << QByteArray("printf '\\377\\376\\000\\001\\n'\nread line\n")
                               << int(EngineFailure::Garbage);
    }
    void tellsHowAStartFails()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, kind);
        const auto session = WorkerSession::start(script(lines));
        QVERIFY(!session);
        QCOMPARE(int(kindOf(session.error()).value_or(EngineFailure::Told)), kind);
    }

    void tellsTheLastWordsOfAFailedStart()
    {
        const auto session = WorkerSession::start(script("echo first >&2\necho 'libtorch.so: no such file' >&2\nexit 9\n"));
        QVERIFY(!session);
        const QString words = worker::engineTroubleOf(session.error())->words;
        QVERIFY2(words.contains(QStringLiteral("code 9")) && words.contains(QStringLiteral("libtorch.so")),
                 qPrintable(words));
    }

    void givesUpOnAStartThatSaysNothing()
    {
        SessionPatience patience;
        patience.start = std::chrono::milliseconds(300);
        const auto session = WorkerSession::start(script("exec sleep 1000\n"), 0, patience);
        QVERIFY(!session);
        QCOMPARE(kindOf(session.error()), EngineFailure::Silent);
    }

    void tellsHowARequestFails_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("kind");
        QTest::newRow("crash") << QByteArray("read line\nkill -ABRT $$\n") << int(EngineFailure::Crashed);
        QTest::newRow("killed") << QByteArray("read line\nkill -KILL $$\n") << int(EngineFailure::OutOfMemory);
        QTest::newRow("ends") << QByteArray("read line\nexit 0\n") << int(EngineFailure::Crashed);
        QTest::newRow("nonsense") << QByteArray("read line\necho '[W] warning'\nread line\n")
                                  << int(EngineFailure::Garbage);
        QTest::newRow("no result") << QByteArray("read line\necho '{\"id\":2}'\nread line\n")
                                   << int(EngineFailure::Garbage);
        QTest::newRow("silence") << QByteArray("read line\nexec sleep 1000\n") << int(EngineFailure::Silent);
        QTest::newRow("reads nothing") << QByteArray("exec sleep 1000\n") << int(EngineFailure::Silent);
    }
    void tellsHowARequestFails()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, kind);
        const auto session = WorkerSession::start(script(kHello + lines), 0, quick());
        QVERIFY(session);
        const auto answer = (*session)->ask(QStringLiteral("any"), {}, {});
        QVERIFY(!answer);
        QCOMPARE(int(kindOf(answer.error()).value_or(EngineFailure::Told)), kind);
        QVERIFY(!(*session)->isAlive());
        // Whoever asks it again hears an error, too, and does not hang.
        QVERIFY(!(*session)->ask(QStringLiteral("any"), {}, {}));
    }

    void aStoppedProcessIsEndedInTheEnd()
    {
        const auto session = WorkerSession::start(script(kHello + "exec sleep 1000\n"), 0, quick());
        QVERIFY(session);
        const auto pid = pid_t((*session)->pid());
        ::kill(pid, SIGSTOP);
        QVERIFY(!(*session)->ask(QStringLiteral("any"), {}, {}));
        QVERIFY(::kill(pid, 0) != 0);
    }

    void handsErrorsOfTheWorkerOn()
    {
        const auto session = WorkerSession::start(
            script(kHello + "read line\necho '{\"id\":2,\"error\":{\"code\":\"Malformed\",\"text\":\"It is odd.\"}}'\n"
                            "read line\necho '{\"id\":3,\"error\":{\"code\":\"OutOfMemory\",\"text\":\"Too big.\"}}'\n"
                            "read line\n"));
        QVERIFY(session);
        const auto odd = (*session)->ask(QStringLiteral("any"), {}, {});
        QVERIFY(!odd);
        QCOMPARE(odd.error().code, core::ErrorCode::Malformed);
        QCOMPARE(worker::engineTroubleOf(odd.error())->words, QStringLiteral("It is odd."));
        const auto large = (*session)->ask(QStringLiteral("any"), {}, {});
        QVERIFY(!large);
        QCOMPARE(kindOf(large.error()), EngineFailure::OutOfMemory);
        QVERIFY((*session)->isAlive());
    }

    void passesProgressOnAndCancels()
    {
        const auto session = WorkerSession::start(
            script(kHello + "read line\necho '{\"id\":2,\"progress\":{\"done\":3,\"of\":9}}'\nread line\n"
                            "echo \"{\\\"id\\\":3,\\\"result\\\":{\\\"found\\\":true}}\"\n"
                            "echo '{\"id\":2,\"error\":{\"code\":\"Cancelled\",\"text\":\"Yes.\"}}'\nread line\n"));
        QVERIFY(session);
        std::stop_source stop;
        qint64 total = 0;
        const core::Control control{stop.get_token(), [&](qint64 done, qint64 of) {
                                        total = done == 3 ? of : -1;
                                        stop.request_stop();
                                    }};
        const auto answer = (*session)->ask(QStringLiteral("any"), {}, control);
        QCOMPARE(total, 9);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, core::ErrorCode::Cancelled);
        QVERIFY((*session)->isAlive());
    }

    void endsAWorkerThatDoesNotHearOfCancelling()
    {
        SessionPatience patience;
        patience.cancel = std::chrono::milliseconds(300);
        const auto session = WorkerSession::start(
            script(kHello + "read line\necho '{\"id\":2,\"progress\":{\"done\":1,\"of\":9}}'\nexec sleep 1000\n"), 0,
            patience);
        QVERIFY(session);
        std::stop_source stop;
        const core::Control control{stop.get_token(), [&](qint64, qint64) { stop.request_stop(); }};
        const auto answer = (*session)->ask(QStringLiteral("any"), {}, control);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, core::ErrorCode::Cancelled);
        QVERIFY(!(*session)->isAlive());
    }

    void theRealWorkerAnswersFromSeveralThreads()
    {
        LW_REQUIRE_WORKER(program);
        const auto session = WorkerSession::start(program, 1);
        QVERIFY(session);
        for (int i = 0; i < 2; ++i) {
            std::thread([&] {
                const auto answer = (*session)->ask(QStringLiteral("describe"), {}, {});
                QVERIFY(answer);
                QVERIFY(!answer->value(QStringLiteral("nets")).toArray().isEmpty());
            }).join();
        }
        const auto unknown = (*session)->ask(QStringLiteral("fly"), {}, {});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, core::ErrorCode::Unsupported);
        ::kill(pid_t((*session)->pid()), SIGKILL);
        const auto killed = (*session)->ask(QStringLiteral("describe"), {}, {});
        QVERIFY(!killed);
        QCOMPARE(kindOf(killed.error()), EngineFailure::OutOfMemory);
    }

private:
    QString script(const QByteArray& lines) const
    {
        return workerScript(m_dir->filePath(QStringLiteral("worker")), lines);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(tst_WorkerSession)
#include "tst_WorkerSession.moc"
