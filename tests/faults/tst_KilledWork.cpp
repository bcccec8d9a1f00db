// SPDX-License-Identifier: GPL-3.0-or-later
//! Imports and publishes that are killed or interrupted leave the project as it was or are complete.
#include "tests/faults/FaultFixture.h"

#include <QRandomGenerator>

#include <csignal>

using namespace lw;

namespace {

constexpr int kSamples = 5000;
constexpr int kRounds = 6;

} // namespace

class tst_KilledWork final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFileInfo(tests::cliPath()).isExecutable(), qPrintable(tests::cliPath()));
        tests::writeBigFolder(m_source.path(), kSamples);
    }

    void aKilledImportIsTakenBackOrComplete_data()
    {
        QTest::addColumn<bool>("isCopy");
        QTest::newRow("in place") << false;
        QTest::newRow("copied") << true;
    }
    void aKilledImportIsTakenBackOrComplete()
    {
        QFETCH(bool, isCopy);
        QRandomGenerator random(isCopy ? 2 : 1);
        int killed = 0;
        for (int round = 0; round < kRounds; ++round) {
            const tests::FaultProject project;
            QVERIFY(project.isReady);
            QProcess process;
            tests::startCli(process,
                            project.importArguments(m_source.path(),
                                                    isCopy ? QStringList{QStringLiteral("--copy")} : QStringList()));
            // Whatever the moment, what follows must hold. The first round is sure to meet an import at work.
            if (round == 0) {
                const auto store = scenarios::openProject(project.root + QStringLiteral("/p"));
                QVERIFY(store);
                QTRY_VERIFY(process.state() == QProcess::NotRunning || project.hasRunningTask(**store));
            }
            const bool isFinished = process.state() == QProcess::NotRunning ||
                                    process.waitForFinished(round == 0 ? 0 : random.bounded(5, isCopy ? 900 : 350));
            process.kill();
            process.waitForFinished(60'000);
            if (isFinished) {
                QCOMPARE(process.exitCode(), 0);
                continue;
            }
            ++killed;
            // The last commit may have been through when the process was killed: then all of it is in.
            if (project.hasDoneImport()) {
                project.verifySound();
                project.verifyComplete(2 + kSamples);
            } else {
                project.verifyAsBefore();
            }
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QVERIFY2(killed > 0, "every import was over before it could be killed");
    }

    void ctrlCTakesTheImportBack()
    {
        // The import may be over before the test gets the processor: then it is begun anew.
        for (int attempt = 0; attempt < 10; ++attempt) {
            const tests::FaultProject project;
            QVERIFY(project.isReady);
            const tests::CliResult result = interruptedImport(project);
            if (QTest::currentTestFailed()) {
                return;
            }
            if (result.exitCode != 0) {
                verifyTakenBack(project, result);
                return;
            }
        }
        QFAIL("every import was over before it could be interrupted");
    }

    void aKilledPublishLeavesAWholeVersionOrNone()
    {
        const tests::FaultProject project;
        QVERIFY(project.isReady);
        QCOMPARE(tests::runCli(project.importArguments(m_source.path())).exitCode, 0);
        const QStringList publish{QStringLiteral("dataset"),   QStringLiteral("publish"),
                                  QStringLiteral("--project"), project.root + QStringLiteral("/p"),
                                  QStringLiteral("--dataset"), QStringLiteral("d")};
        QRandomGenerator random(3);
        for (int round = 0; round < kRounds; ++round) {
            QProcess process;
            tests::startCli(process, publish);
            process.waitForFinished(random.bounded(5, 400));
            process.kill();
            process.waitForFinished(60'000);
            project.verifySound();
            const auto store = scenarios::openProject(project.root + QStringLiteral("/p"));
            QVERIFY(store);
            const auto versions = store::VersionRepository(**store).list(project.dataset.id);
            QVERIFY(versions);
            for (const domain::Version& version : *versions) {
                QCOMPARE(tests::readFile(version.manifestPath).count('\n'), qsizetype(kSamples + 2));
            }
            QCOMPARE(store::DatasetRepository(**store).find(project.dataset.id)->currentVersion,
                     versions->empty() ? domain::VersionId() : versions->front().id);
        }
        QCOMPARE(tests::runCli(publish).exitCode, 0);
    }

    void aKilledExportAsDatasetLeavesAWholeOneOrNone()
    {
        const tests::FaultProject project;
        QVERIFY(project.isReady);
        QCOMPARE(tests::runCli(project.importArguments(m_source.path())).exitCode, 0);
        const QString copies = project.root + QStringLiteral("/made");
        const QStringList arguments{QStringLiteral("dataset"),      QStringLiteral("export"),
                                    QStringLiteral("--project"),    project.root + QStringLiteral("/p"),
                                    QStringLiteral("--dataset"),    QStringLiteral("d"),
                                    QStringLiteral("--as-dataset"), QStringLiteral("copy"),
                                    QStringLiteral("--input"),      copies + QStringLiteral("/in"),
                                    QStringLiteral("--output"),     copies + QStringLiteral("/out")};
        QRandomGenerator random(4);
        int killed = 0;
        for (int round = 0; round < kRounds && killed < 3; ++round) {
            QProcess process;
            tests::startCli(process, arguments);
            if (round % 2 == 0) { // is sure to meet it at work
                const auto store = scenarios::openProject(project.root + QStringLiteral("/p"));
                QVERIFY(store);
                QTRY_VERIFY(process.state() == QProcess::NotRunning || project.hasRunningTask(**store));
            }
            if (process.state() != QProcess::NotRunning) {
                process.waitForFinished(random.bounded(0, 600));
            }
            process.kill();
            process.waitForFinished(60'000);
            const auto store = scenarios::openProject(project.root + QStringLiteral("/p"));
            QVERIFY(store);
            project.verifySound();
            store::DatasetRepository datasets(**store);
            const auto made = datasets.findByName(QStringLiteral("copy"));
            if (made && made->counters.total == kSamples + 2) { // all of it was through
                QVERIFY(datasets.remove(made->id).result());
                QVERIFY(QDir(copies).removeRecursively());
                continue;
            }
            ++killed;
            QVERIFY(!made);
            QCOMPARE(datasets.list()->size(), size_t(1));
            QVERIFY2(!QFileInfo::exists(copies), qPrintable(QDir(copies).entryList().join(u' ')));
        }
        QVERIFY2(killed > 0, "every export was over before it could be killed");
        LW_COMPARE_EXIT(tests::runCli(arguments), 0);
    }

    void twoProcessesImportAtOnce()
    {
        const tests::FaultProject project;
        QVERIFY(project.isReady);
        QTemporaryDir other;
        for (int i = 0; i < 50; ++i) {
            const QString base = other.filePath(QStringLiteral("q%1").arg(i));
            tests::writePicture(base + QStringLiteral(".png"), i);
            tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("q%1.png").arg(i),
                            {{QStringLiteral("fresh1"), 1, 1, 9, 9}});
        }
        std::array<QProcess, 3> processes;
        tests::startCli(processes[0], project.importArguments(m_source.path()));
        tests::startCli(processes[1], project.importArguments(other.path()));
        tests::startCli(processes[2], project.importArguments(m_source.path()));
        for (QProcess& process : processes) {
            LW_COMPARE_EXIT(tests::finishCli(process), 0);
        }
        project.verifySound();
        const auto store = scenarios::openProject(project.root + QStringLiteral("/p"));
        QVERIFY(store);
        const auto dataset = store::DatasetRepository(**store).find(project.dataset.id);
        QVERIFY(dataset);
        QCOMPARE(dataset->counters.total, kSamples + 50 + 2);
        QCOMPARE(dataset->counters.annotations, 2 * kSamples + 50 + 2);
        const auto labels = store::LabelRepository(**store).list(dataset->id);
        QVERIFY(labels);
        QCOMPARE(labels->size(), size_t(7)); // old, other, fresh0 … fresh4
    }

private:
    /// An import that gets a Ctrl+C when it is seen at work.
    tests::CliResult interruptedImport(const tests::FaultProject& project)
    {
        const auto store = scenarios::openProject(project.root + QStringLiteral("/p"));
        if (!store) {
            QTest::qFail(qPrintable(store.error().detail), __FILE__, __LINE__);
            return {};
        }
        QProcess process;
        tests::startCli(process, project.importArguments(m_source.path(), {QStringLiteral("--copy")}));
        [&] {
            QTRY_VERIFY(process.state() == QProcess::NotRunning || project.hasRunningTask(**store));
        }();
        if (process.state() != QProcess::NotRunning) {
            ::kill(pid_t(process.processId()), SIGINT);
        }
        return tests::finishCli(process);
    }

    static void verifyTakenBack(const tests::FaultProject& project, const tests::CliResult& result)
    {
        LW_COMPARE_EXIT(result, 3);
        QCOMPARE(result.errorLines(), 1);
        project.verifyAsBefore();
        const auto store = scenarios::openProject(project.root + QStringLiteral("/p"));
        QVERIFY(store);
        const auto tasks = store::TaskRepository(**store).list(project.dataset.id, 1);
        QVERIFY(tasks);
        QCOMPARE(tasks->front().state, domain::TaskState::Cancelled);
    }

    QTemporaryDir m_source;
};

QTEST_GUILESS_MAIN(tst_KilledWork)
#include "tst_KilledWork.moc"
