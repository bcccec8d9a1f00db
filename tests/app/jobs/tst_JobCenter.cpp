// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs run, report, are cancelled and end in the right state.
#include "app/jobs/JobCenter.h"
#include "app/jobs/JobPools.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

#include <stdexcept>

using namespace lw;
using namespace lw::jobs;

class tst_JobCenter : public QObject {
    Q_OBJECT

private:
    static JobRequest request(std::function<JobResult(const core::Control&)> work)
    {
        JobRequest made;
        made.title = [] { return QStringLiteral("test"); };
        made.work = std::move(work);
        return made;
    }
    static JobResult failed(core::ErrorCode code)
    {
        JobResult result;
        result.error = core::Error{code, {}, {}, 0};
        return result;
    }
    /// Runs until asked to stop.
    static JobResult runUntilStopped(const core::Control& control)
    {
        while (!control.isCancelled()) {
            QThread::msleep(1); // leaves the processor to the test
        }
        return failed(core::ErrorCode::Cancelled);
    }

private Q_SLOTS:
    void tellsProgressAndResult()
    {
        JobPools pools;
        JobCenter center(pools.io());
        QSemaphore go;
        const JobId id = center.start(request([&go](const core::Control& control) {
            control.report(30, 100);
            go.acquire();
            JobResult result;
            result.summary = [] { return QStringLiteral("fine"); };
            return result;
        }));
        QCOMPARE(center.activeCount(), 1);
        QTRY_COMPARE(center.find(id)->state, JobState::Running);
        QTRY_COMPARE(center.find(id)->done, 30);
        QCOMPARE(center.overallProgress().value_or(0), 0.3);
        QSignalSpy finished(&center, &JobCenter::jobFinished);
        QSignalSpy idle(&center, &JobCenter::becameIdle);
        go.release();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(idle.count(), 1);
        QCOMPARE(center.find(id)->state, JobState::Done);
        QCOMPARE(center.find(id)->result.summary(), QStringLiteral("fine"));
        QCOMPARE(center.activeCount(), 0);
    }

    void namesTheStateAfterTheOutcome_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("problem");
        QTest::addColumn<int>("state");
        QTest::newRow("failed") << int(core::ErrorCode::DiskFull) << -1 << int(JobState::Failed);
        QTest::newRow("cancelled") << int(core::ErrorCode::Cancelled) << -1 << int(JobState::Cancelled);
        QTest::newRow("problem") << -1 << int(core::ProblemCode::XmlMalformed) << int(JobState::DoneWithProblems);
        QTest::newRow("note") << -1 << int(core::ProblemCode::ShapeClipped) << int(JobState::Done);
    }
    void namesTheStateAfterTheOutcome()
    {
        QFETCH(int, error);
        QFETCH(int, problem);
        QFETCH(int, state);
        JobPools pools;
        JobCenter center(pools.io());
        const JobId id = center.start(request([error, problem](const core::Control&) {
            JobResult result = error >= 0 ? failed(core::ErrorCode(error)) : JobResult{};
            if (problem >= 0) {
                result.problems.add(core::ProblemCode(problem), QStringLiteral("file"));
            }
            return result;
        }));
        QTRY_COMPARE(int(center.find(id)->state), state);
    }

    void cancelsOneAndLeavesTheOthers()
    {
        JobPools pools;
        JobCenter center(pools.io());
        const JobId first = center.start(request(&runUntilStopped));
        const JobId second = center.start(request(&runUntilStopped));
        center.cancel(first);
        QVERIFY(center.find(first)->isCancelling);
        QTRY_COMPARE(center.find(first)->state, JobState::Cancelled);
        QVERIFY(!center.find(second)->isOver());
        center.cancelAll();
        QTRY_COMPARE(center.activeCount(), 0);
    }

    void stopsEverythingWhenItGoes()
    {
        JobPools pools;
        std::atomic<int> ended = 0;
        {
            JobCenter center(pools.io());
            for (int i = 0; i < 8; ++i) { // more than there are threads
                center.start(request([&ended](const core::Control& control) {
                    const JobResult result = runUntilStopped(control);
                    ++ended;
                    return result;
                }));
            }
        }
        QCOMPARE(int(ended), 8);
    }

    void survivesWorkThatThrows()
    {
        JobPools pools;
        JobCenter center(pools.io());
        const JobId id =
            center.start(request([](const core::Control&) -> JobResult { throw std::runtime_error("boom"); }));
        QTRY_COMPARE(center.find(id)->state, JobState::Failed);
        QCOMPARE(center.find(id)->result.error->detail, QStringLiteral("boom"));
    }

    void judgesTheTimeLeft()
    {
        Job job;
        job.state = JobState::Running;
        job.startedAt = 10'000;
        job.total = 100;
        job.done = 25;
        QCOMPARE(job.remaining(30'000).value_or(0), 60'000);
        QVERIFY(!job.remaining(10'500));
        job.total = 0;
        QVERIFY(!job.remaining(30'000));
    }

    void forgetsOnlyWhatIsOver()
    {
        JobPools pools;
        JobCenter center(pools.io());
        const JobId over = center.start(request([](const core::Control&) { return JobResult{}; }));
        const JobId running = center.start(request(&runUntilStopped));
        QTRY_VERIFY(center.find(over)->isOver());
        center.forgetFinished();
        QVERIFY(!center.find(over));
        QVERIFY(center.find(running));
    }
};

QTEST_GUILESS_MAIN(tst_JobCenter)
#include "tst_JobCenter.moc"
