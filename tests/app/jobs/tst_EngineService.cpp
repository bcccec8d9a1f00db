// SPDX-License-Identifier: GPL-3.0-or-later
//! The window's session, which survives its process, and the watch over jobs.
#include "app/jobs/EngineService.h"
#include "app/jobs/JobWatch.h"
#include "engine/jobs/LocalLauncher.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/core/WhenDone.h"
#include "tests/engine/jobs/WorkerScript.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace lw;
using jobs::EngineService;
using jobs::JobWatch;
using tests::workerScript;

namespace {

const QByteArray kHello = "echo '{\"hello\":{\"protocol\":1,\"version\":\"0\"}}'\nread line\n"
                          "echo '{\"id\":1,\"result\":{}}'\n";

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class tst_EngineService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folders = std::make_unique<worker::JobFolders>(m_dir->path());
    }
    void cleanup() { qunsetenv("LABELWRIGHT_ENGINE"); }

    void answersOnTheWindowsThread()
    {
        pretend("read line\necho '{\"id\":2,\"progress\":{\"done\":1,\"of\":2}}'\n"
                "echo '{\"id\":2,\"result\":{\"a\":5}}'\nread line\n");
        EngineService service;
        qint64 total = 0;
        int value = 0;
        const auto future = service.ask(QStringLiteral("any"), {}, {}, [&](qint64, qint64 of) { total = of; });
        core::whenDone(future, this, [&](const EngineService::Answer& answer) {
            value = answer ? answer->value(QStringLiteral("a")).toInt() : -1;
        });
        QTRY_COMPARE(value, 5);
        QTRY_COMPARE(total, 2);
    }

    void startsAnewAfterACrash()
    {
        // Dies with its first request, answers in its second life.
        pretend("read line\nif [ ! -e \"$0.died\" ]; then touch \"$0.died\"; kill -SEGV $$; fi\n"
                "echo '{\"id\":2,\"result\":{\"a\":7}}'\nread line\n");
        EngineService service;
        const EngineService::Answer crashed = service.ask(QStringLiteral("any"), {}).result();
        QVERIFY(!crashed);
        const EngineService::Answer answer = service.ask(QStringLiteral("any"), {}).result();
        QVERIFY(answer);
        QCOMPARE(answer->value(QStringLiteral("a")).toInt(), 7);
    }

    void aRequestCanBeCancelledAndTheServiceGoesAtOnce()
    {
        pretend("read line\nexec sleep 1000\n");
        {
            EngineService service;
            std::stop_source stop;
            const auto future = service.ask(QStringLiteral("any"), {}, stop.get_token());
            stop.request_stop();
            QCOMPARE(future.result().error().code, core::ErrorCode::Cancelled);
            (void)service.ask(QStringLiteral("any"), {});
        }
    }

    void tellsThatTheProgramIsMissing()
    {
        qputenv("LABELWRIGHT_ENGINE", "/nowhere/at-all");
        EngineService service;
        QCOMPARE(service.ask(QStringLiteral("any"), {}).result().error().code, core::ErrorCode::NotFound);
    }

    void findsRunningJobsAndSeesThemEnd()
    {
        const auto job = made();
        const QString status = job.folder + QStringLiteral("/status.json");
        const int lock =
            ::open(QFile::encodeName(job.folder + QStringLiteral("/lock")).constData(), O_RDWR | O_CREAT, 0644);
        QCOMPARE(::flock(lock, LOCK_EX), 0);
        QVERIFY(write(status, "{\"state\":\"running\",\"progress\":0.25}"));

        JobWatch watch(m_dir->path(), m_pool);
        QSignalSpy ended(&watch, &JobWatch::jobEnded);
        QSignalSpy library(&watch, &JobWatch::libraryChanged);
        QTRY_VERIFY(watch.hasLooked());
        QCOMPARE(watch.runningCount(), 1);
        QCOMPARE(watch.find(job.id)->progress, 0.25);
        // It learned how many threads it may take.
        QTRY_VERIFY(QFile::exists(job.folder + QStringLiteral("/threads")));
        QCOMPARE(ended.count(), 0);

        QDir().mkpath(job.folder + QStringLiteral("/output"));
        QVERIFY(write(job.folder + QStringLiteral("/output/model.safetensors"), "weights"));
        QVERIFY(write(job.folder + QStringLiteral("/output/result.json"), "{\"net\":\"resnet18\",\"best\":{\"accuracy\":0.5}}"));
        QVERIFY(write(status, "{\"state\":\"done\",\"progress\":1,\"updated\":5}"));
        ::close(lock);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(watch.find(job.id)->state, domain::EngineJobState::Succeeded);
        QTRY_COMPARE(library.count(), 1);
        worker::ModelLibrary models(m_dir->path());
        QCOMPARE(models.list().size(), size_t(1));
        QCOMPARE(models.list().front().metrics.value(QStringLiteral("accuracy")).toDouble(), 0.5);

        // A model that a person deletes stays deleted, also for the next window.
        QVERIFY(models.remove(models.list().front().id));
        JobWatch next(m_dir->path(), m_pool);
        QTRY_VERIFY(next.hasLooked());
        QVERIFY(models.list().empty());
    }

    void aJobWhoseProcessIsGoneHasFailed()
    {
        const auto job = made();
        QVERIFY(write(job.folder + QStringLiteral("/status.json"), "{\"state\":\"running\",\"progress\":0.25}"));
        JobWatch watch(m_dir->path(), m_pool);
        QTRY_VERIFY(watch.hasLooked());
        QCOMPARE(watch.find(job.id)->state, domain::EngineJobState::Failed);
        QSignalSpy changed(&watch, &JobWatch::jobsChanged);
        QVERIFY(m_folders->remove(job.id));
        watch.refresh();
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(watch.list().empty());
    }

private:
    void pretend(const QByteArray& lines)
    {
        qputenv("LABELWRIGHT_ENGINE",
                workerScript(m_dir->filePath(QStringLiteral("worker")), kHello + lines).toUtf8());
    }
    domain::EngineJob made()
    {
        domain::EngineJob about;
        about.name = QStringLiteral("cells");
        about.type = domain::DatasetType::ImageClassification;
        return m_folders->create(about, {}).value_or(domain::EngineJob());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<worker::JobFolders> m_folders;
    QThreadPool m_pool;
};

QTEST_MAIN(tst_EngineService)
#include "tst_EngineService.moc"
