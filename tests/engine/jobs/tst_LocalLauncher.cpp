// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs of the real worker: they outlive who started them, stop, die, and go on.
#include "engine/jobs/EngineFailure.h"
#include "engine/jobs/JobFolders.h"
#include "engine/jobs/LocalLauncher.h"
#include "engine/jobs/ModelLibrary.h"
#include "tests/engine/jobs/WorkerScript.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace lw;
using domain::EngineJob;
using domain::EngineJobState;
using worker::JobFolders;

class tst_LocalLauncher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folders = std::make_unique<JobFolders>(m_dir->path());
        qputenv("LABELWRIGHT_ENGINE", tests::realWorker().toUtf8());
    }

    void cleanup() { qunsetenv("LABELWRIGHT_ENGINE"); }

    void aTrainingRunsToItsEndAndItsModelIsTakenOnce()
    {
        LW_REQUIRE_WORKER(program);
        const EngineJob job = made({{QStringLiteral("steps"), 4}, {QStringLiteral("validations"), 1}});
        QVERIFY(worker::startJob(job));
        QVERIFY(waitFor(job.id, EngineJobState::Succeeded));
        const auto done = m_folders->read(job.id);
        QCOMPARE(done->progress, 1.0);
        QVERIFY(done->finishedAt >= done->startedAt && done->startedAt > 0);
        qint64 offset = 0;
        QVERIFY(!m_folders->log(job.id, &offset).isEmpty());

        worker::ModelLibrary library(m_dir->path());
        QVERIFY(!worker::ModelLibrary::wasAdded(*done));
        const auto model = library.addFromJob(*done);
        QVERIFY(model);
        QCOMPARE(model->id, job.id);
        QCOMPARE(model->net, QStringLiteral("cifar_resnet20"));
        QCOMPARE(model->labels, job.labels);
        QCOMPARE(library.addFromJob(*done)->id, model->id);
        QCOMPARE(library.list().size(), size_t(1));
        QVERIFY(library.remove(model->id));
        QVERIFY(library.list().empty());
        QVERIFY(worker::ModelLibrary::wasAdded(*done));
    }

    void aStoppedJobGoesOn()
    {
        LW_REQUIRE_WORKER(program);
        const EngineJob job = made({{QStringLiteral("steps"), 400}, {QStringLiteral("validations"), 1}});
        QVERIFY(worker::startJob(job));
        QCOMPARE(worker::startJob(job).error().code, core::ErrorCode::Busy);
        QVERIFY(waitForSteps(job.id));
        QVERIFY(worker::stopJob(*m_folders->read(job.id)));
        QVERIFY(waitFor(job.id, EngineJobState::Stopped));
        QCOMPARE(worker::stopJob(*m_folders->read(job.id)).error().code, core::ErrorCode::InvalidArgument);
        QVERIFY(worker::startJob(job));
        QVERIFY(waitForLog(job.id, QStringLiteral("Resumed at step")));
        QVERIFY(worker::stopJob(*m_folders->read(job.id)));
        QVERIFY(waitFor(job.id, EngineJobState::Stopped));
    }

    void aKilledJobHasFailedAndGoesOnFromItsCheckpoint()
    {
        LW_REQUIRE_WORKER(program);
        const EngineJob job = made({{QStringLiteral("steps"), 100000},
                                    {QStringLiteral("validations"), 1},
                                    {QStringLiteral("checkpointSeconds"), 0.01}});
        QVERIFY(worker::startJob(job));
        QVERIFY(waitForSteps(job.id));
        QTRY_VERIFY(QFileInfo::exists(job.folder + QStringLiteral("/checkpoint")));
        ::kill(pid_t(m_folders->read(job.id)->pid), SIGKILL);
        QVERIFY(waitFor(job.id, EngineJobState::Failed));
        QCOMPARE(m_folders->read(job.id)->errorCode, QStringLiteral("Ended"));
        QVERIFY(worker::startJob(job));
        QVERIFY(waitForLog(job.id, QStringLiteral("Resumed at step")));
        QTRY_COMPARE(m_folders->read(job.id)->state, EngineJobState::Running);
        QVERIFY(worker::stopJob(*m_folders->read(job.id)));
        QVERIFY(waitFor(job.id, EngineJobState::Stopped));
    }

    void aRequestToStopIsHeardBeforeTheJobHasBegun()
    {
        LW_REQUIRE_WORKER(program);
        const EngineJob job = made({{QStringLiteral("steps"), 100000}, {QStringLiteral("validations"), 1}});
        QVERIFY(worker::startJob(job));
        QVERIFY(worker::stopJob(job));
        QVERIFY(waitFor(job.id, EngineJobState::Stopped));
    }

    void aJobTakesTheThreadsThatItIsGiven()
    {
        LW_REQUIRE_WORKER(program);
        const EngineJob job = made({{QStringLiteral("steps"), 3}, {QStringLiteral("validations"), 1}});
        QVERIFY(worker::setJobThreads(job, 1));
        QFile file(job.folder + QStringLiteral("/threads"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("1\n"));
        QVERIFY(worker::startJob(job));
        QVERIFY(waitFor(job.id, EngineJobState::Succeeded));
    }

    void aProgramThatDiesAtOnceIsAFailedJob()
    {
        const QString program = tests::workerScript(m_dir->filePath(QStringLiteral("worker")),
                                                    "echo 'libtorch.so: no such file' >&2\nexit 127\n");
        qputenv("LABELWRIGHT_ENGINE", program.toUtf8());
        const EngineJob job = made({});
        QVERIFY(worker::startJob(job));
        QVERIFY(waitFor(job.id, EngineJobState::Failed));
        QVERIFY(m_folders->errorOutput(job.id).contains(QStringLiteral("libtorch.so")));
    }

    void aMissingProgramIsTold()
    {
        qputenv("LABELWRIGHT_ENGINE", "/nowhere/labelwright-engine");
        const auto started = worker::startJob(made({}));
        QVERIFY(!started);
        QCOMPARE(worker::engineTroubleOf(started.error())->kind, worker::EngineFailure::Missing);
    }

private:
    EngineJob made(QJsonObject options)
    {
        QJsonArray pictures;
        for (int i = 0; i < 8; ++i) {
            const QString path = m_dir->filePath(QStringLiteral("%1.bmp").arg(i));
            const bool isRed = i % 2 == 0;
            tests::writeBitmap(path, 32, isRed ? 220 : 20, 40, isRed ? 20 : 220);
            pictures.append(QJsonObject{{QStringLiteral("path"), path},
                                        {QStringLiteral("label"), i % 2},
                                        {QStringLiteral("part"), i < 6 ? QStringLiteral("train")
                                                                       : QStringLiteral("validation")}});
        }
        for (const auto& [key, value] : {std::pair("side", 32), std::pair("batch", 4), std::pair("threads", 1)}) {
            options.insert(QString::fromLatin1(key), value);
        }
        EngineJob about;
        about.name = QStringLiteral("colours");
        about.type = domain::DatasetType::ImageClassification;
        about.labels = {QStringLiteral("red"), QStringLiteral("blue")};
        const auto job = m_folders->create(about, {{QStringLiteral("task"), QStringLiteral("classification")},
                                                   {QStringLiteral("net"), QStringLiteral("cifar_resnet20")},
                                                   {QStringLiteral("classes"), QJsonArray::fromStringList(about.labels)},
                                                   {QStringLiteral("pictures"), pictures},
                                                   {QStringLiteral("options"), options}});
        return job.value_or(EngineJob());
    }

    bool waitFor(const QString& id, EngineJobState state)
    {
        const bool isThere = QTest::qWaitFor([&] { return m_folders->read(id)->state == state; }, 600'000);
        if (!isThere) {
            qWarning("%s", qPrintable(m_folders->read(id)->error + m_folders->errorOutput(id)));
        }
        return isThere;
    }
    bool waitForSteps(const QString& id)
    {
        return QTest::qWaitFor(
            [&] { return QFileInfo::exists(m_folders->root() + u'/' + id + QStringLiteral("/metrics.jsonl")); },
            600'000);
    }
    bool waitForLog(const QString& id, const QString& text)
    {
        return QTest::qWaitFor(
            [&] {
                qint64 offset = 0;
                return m_folders->log(id, &offset).contains(text);
            },
            600'000);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JobFolders> m_folders;
};

QTEST_GUILESS_MAIN(tst_LocalLauncher)
#include "tst_LocalLauncher.moc"
