// SPDX-License-Identifier: GPL-3.0-or-later
//! What job folders say, whoever wrote them.
#include "engine/jobs/JobFolders.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace lw;
using domain::EngineJobState;
using worker::JobFolders;

namespace {

domain::EngineJob about(const QString& name)
{
    domain::EngineJob job;
    job.name = name;
    job.type = domain::DatasetType::ImageClassification;
    job.labels = {QStringLiteral("a"), QStringLiteral("b")};
    job.inputs = {{QStringLiteral("uid"), QStringLiteral("cells"), QStringLiteral("V001")}};
    job.parameters = {{QStringLiteral("seconds"), 5}};
    job.samples = 7;
    return job;
}

bool write(const QString& path, const QByteArray& bytes, bool isAppended = false)
{
    QFile file(path);
    return file.open(isAppended ? QIODevice::Append : QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class tst_JobFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folders = std::make_unique<JobFolders>(m_dir->path());
    }

    void readsWhatItWrote()
    {
        const auto made = m_folders->create(about(QStringLiteral("cells")), {{QStringLiteral("task"), 1}});
        QVERIFY(made);
        QCOMPARE(made->id, QStringLiteral("cells-V0001"));
        const auto read = m_folders->read(made->id);
        QVERIFY(read);
        QCOMPARE(*read, *made);
        QCOMPARE(m_folders->body(made->id)->value(QStringLiteral("task")).toInt(), 1);
        QCOMPARE(m_folders->body(made->id)->value(QStringLiteral("kind")).toString(), QStringLiteral("train"));
    }

    void readsFoldersThatOthersWrote()
    {
        QDir().mkpath(path(QStringLiteral("x-V0003")));
        QVERIFY(write(path(QStringLiteral("x-V0003/job.json")),
                      "{\"kind\":\"evaluate\",\"about\":{\"name\":\"x\",\"version\":\"V0003\"}}"));
        const auto job = m_folders->read(QStringLiteral("x-V0003"));
        QVERIFY(job);
        QCOMPARE(job->kind, domain::EngineJobKind::Evaluate);
        QCOMPARE(job->name, QStringLiteral("x"));
    }

    void neverGivesAnIdTwice()
    {
        QVERIFY(m_folders->create(about(QStringLiteral("cells")), {}));
        const auto second = m_folders->create(about(QStringLiteral("cells")), {});
        QCOMPARE(second->version, QStringLiteral("V0002"));
        QVERIFY(m_folders->remove(second->id));
        QCOMPARE(m_folders->create(about(QStringLiteral("cells")), {})->version, QStringLiteral("V0003"));
        QCOMPARE(m_folders->create(about(QStringLiteral("other")), {})->version, QStringLiteral("V0001"));
    }

    void refusesOddNames()
    {
        for (const QString& name : {QString(), QStringLiteral("  "), QStringLiteral(".a"), QString(65, u'x')}) {
            QCOMPARE(m_folders->create(about(name), {}).error().code, core::ErrorCode::InvalidArgument);
        }
        const auto job = m_folders->create(about(QStringLiteral("../a/b 细胞")), {});
        QVERIFY(!job); // begins with a dot
        const auto fine = m_folders->create(about(QStringLiteral("a/../b 细胞")), {});
        QVERIFY(fine);
        QCOMPARE(QDir::cleanPath(fine->folder + QStringLiteral("/..")), m_folders->root());
        QCOMPARE(m_folders->read(QStringLiteral("../") + fine->id).error().code, core::ErrorCode::NotFound);
    }

    void tellsTheState_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& status, EngineJobState state, const char* code = "") {
            QTest::newRow(name) << status << int(state) << QString::fromLatin1(code);
        };
        row("none", {}, EngineJobState::Initialising);
        row("done", "{\"state\":\"done\",\"started\":10,\"updated\":20,\"progress\":1}", EngineJobState::Succeeded);
        row("stopped", "{\"state\":\"stopped\",\"updated\":20}", EngineJobState::Stopped);
        row("failed", "{\"state\":\"failed\",\"error\":{\"code\":\"DiskFull\",\"text\":\"Full.\"}}",
            EngineJobState::Failed, "DiskFull");
        row("dead", "{\"state\":\"running\",\"pid\":1,\"progress\":0.5}", EngineJobState::Failed, "Ended");
        row("nonsense", "}{", EngineJobState::Initialising);
    }
    void tellsTheState()
    {
        QFETCH(QByteArray, status);
        QFETCH(int, state);
        QFETCH(QString, code);
        const auto made = m_folders->create(about(QStringLiteral("cells")), {});
        QVERIFY(status.isEmpty() || write(made->folder + QStringLiteral("/status.json"), status));
        const auto job = m_folders->read(made->id);
        QVERIFY(job);
        QCOMPARE(int(job->state), state);
        QCOMPARE(job->errorCode, code);
        QCOMPARE(job->pid, 0);
    }

    void aHeldLockMeansRunning()
    {
        const auto made = m_folders->create(about(QStringLiteral("cells")), {});
        QVERIFY(write(made->folder + QStringLiteral("/status.json"),
                      "{\"state\":\"running\",\"pid\":77,\"progress\":0.5,\"remaining\":12.5,\"started\":3}"));
        const int lock = ::open(QFile::encodeName(made->folder + QStringLiteral("/lock")).constData(), O_RDWR | O_CREAT,
                                0644);
        QCOMPARE(::flock(lock, LOCK_EX), 0);
        const auto job = m_folders->read(made->id);
        QCOMPARE(job->state, EngineJobState::Running);
        QCOMPARE(job->pid, 77);
        QCOMPARE(*job->remainingSeconds, 12.5);
        QCOMPARE(job->startedAt, 3000);
        QCOMPARE(m_folders->remove(made->id).error().code, core::ErrorCode::Busy);
        ::close(lock);
        QCOMPARE(m_folders->read(made->id)->state, EngineJobState::Failed);
        QVERIFY(m_folders->remove(made->id));
        QVERIFY(!QDir(made->folder).exists());
    }

    void listsTheNewestFirstAndOnlyJobs()
    {
        QVERIFY(m_folders->list().empty());
        for (int i = 1; i <= 3; ++i) {
            const QString id = QStringLiteral("x-V000%1").arg(i);
            QDir().mkpath(path(id));
            QVERIFY(write(path(id + QStringLiteral("/job.json")),
                          "{\"kind\":\"train\",\"about\":{\"createdAt\":" + QByteArray::number(i) + "}}"));
        }
        QDir().mkpath(path(QStringLiteral("empty")));
        const auto jobs = m_folders->list();
        QCOMPARE(jobs.size(), size_t(3));
        QCOMPARE(jobs.front().id, QStringLiteral("x-V0003"));
    }

    void readsLogsOnFromWhereItWas()
    {
        const auto made = m_folders->create(about(QStringLiteral("cells")), {});
        const QString log = made->folder + QStringLiteral("/log.txt");
        QVERIFY(write(log, "one\ntwo\nhal"));
        qint64 offset = 0;
        QCOMPARE(m_folders->log(made->id, &offset), QStringLiteral("one\ntwo\n"));
        QVERIFY(write(log, "f\n", true));
        QCOMPARE(m_folders->log(made->id, &offset), QStringLiteral("half\n"));
        QVERIFY(m_folders->log(made->id, &offset).isEmpty());
    }

    void aResumedJobReplacesWhatItOvertakes()
    {
        const auto made = m_folders->create(about(QStringLiteral("cells")), {});
        const QString file = made->folder + QStringLiteral("/metrics.jsonl");
        const auto line = [](int step, double time, double loss) {
            return QStringLiteral("{\"step\":%1,\"time\":%2,\"group\":\"train\",\"values\":{\"loss\":%3}}\n")
                .arg(step)
                .arg(time)
                .arg(loss)
                .toUtf8();
        };
        QVERIFY(write(file, line(1, 100, 5) + line(2, 101, 4) + line(3, 102, 3) + "broken\n"));
        qint64 offset = 0;
        auto points = m_folders->metrics(made->id, &offset);
        QCOMPARE(points.size(), size_t(3));
        QCOMPARE(points.back().name, QStringLiteral("train/loss"));
        QCOMPARE(points.back().seconds, 2.0);
        QVERIFY(write(file, line(2, 200, 3.5) + line(3, 201, 2.5), true));
        worker::joinPoints(points, m_folders->metrics(made->id, &offset));
        QCOMPARE(points.size(), size_t(3));
        QCOMPARE(points[1].value, 3.5);
        QCOMPARE(points[1].seconds, 100.0);
        QCOMPARE(points[2].step, 3);
    }

private:
    QString path(const QString& name) const { return m_folders->root() + u'/' + name; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JobFolders> m_folders;
};

QTEST_GUILESS_MAIN(tst_JobFolders)
#include "tst_JobFolders.moc"
