// SPDX-License-Identifier: GPL-3.0-or-later
//! Full and read-only disks, and folders that vanish: a clear sentence, and nothing that was committed is lost.
#include "app/scenarios/PublishVersion.h"
#include "tests/faults/FaultFixture.h"

#include <sys/mount.h>

using namespace lw;

namespace {

/// A disk of its own in memory; needs root.
class SmallDisk {
public:
    explicit SmallDisk(const char* size)
        : m_isMounted(::mount("tmpfs", path().toUtf8().constData(), "tmpfs", 0,
                              QByteArray("size=").append(size).constData()) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted) {
            ::umount2(path().toUtf8().constData(), MNT_DETACH);
        }
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QString path() const { return QDir(m_folder.path()).canonicalPath(); }
    [[nodiscard]] bool makeReadOnly() const
    {
        return ::mount("tmpfs", path().toUtf8().constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }
    /// Leaves only about `rest` bytes free.
    void fill(qint64 rest) const
    {
        QFile ballast(path() + QStringLiteral("/ballast"));
        QVERIFY(ballast.open(QIODevice::WriteOnly));
        const QByteArray block(4096, 'x');
        while (ballast.write(block) == block.size() && ballast.flush()) {
        }
        ballast.close();
        QVERIFY(ballast.resize(std::max<qint64>(0, ballast.size() - rest)));
    }

private:
    QTemporaryDir m_folder;
    bool m_isMounted;
};

#define LW_REQUIRE_DISK(disk)                                                                                          \
    if (!(disk).isMounted())                                                                                           \
    QSKIP("only root may mount a small disk")

} // namespace

class tst_Disk final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFileInfo(tests::cliPath()).isExecutable(), qPrintable(tests::cliPath()));
        tests::writeBigFolder(m_source.path(), 4000);
    }

    void anImportThatFillsTheDiskIsTakenBack()
    {
        const SmallDisk disk("8m");
        LW_REQUIRE_DISK(disk);
        const tests::FaultProject project(disk.path());
        QVERIFY(project.isReady);
        disk.fill(300'000);
        const auto result = tests::runCli(project.importArguments(m_source.path()));
        LW_COMPARE_EXIT(result, 3);
        QCOMPARE(result.errorLines(), 1);
        QVERIFY2(result.err.contains("disk is full"), result.err.constData());
        QVERIFY(QFile::remove(disk.path() + QStringLiteral("/ballast")));
        project.verifyAsBefore();
        LW_COMPARE_EXIT(tests::runCli(project.importArguments(m_source.path())), 0);
    }

    void copiesThatFillTheDiskAreRemoved()
    {
        const SmallDisk disk("2m");
        LW_REQUIRE_DISK(disk);
        tests::ScenarioProject project;
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("d");
        request.inputLocation = disk.path() + QStringLiteral("/in");
        request.outputLocation = project.path(QStringLiteral("out"));
        const auto dataset = scenarios::createDataset(*project.store, request);
        QVERIFY(dataset);
        scenarios::ImportRequest import;
        import.dataset = dataset->id;
        import.format = QStringLiteral("voc");
        import.from = m_source.path();
        import.copiesFiles = true;
        const auto outcome = scenarios::importDataset(*project.store, import, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, core::ErrorCode::DiskFull);
        QCOMPARE(project.reload(*dataset).counters.total, 0);
        QVERIFY(project.labelNames(*dataset).isEmpty());
        QVERIFY(QDir(dataset->inputLocation).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void aVersionThatDoesNotFitIsNone()
    {
        const SmallDisk disk("1m");
        LW_REQUIRE_DISK(disk);
        tests::ScenarioProject project;
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("d");
        request.inputLocation = project.path(QStringLiteral("in"));
        request.outputLocation = disk.path() + QStringLiteral("/out");
        const auto dataset = scenarios::createDataset(*project.store, request);
        QVERIFY(dataset);
        scenarios::ImportRequest import;
        import.dataset = dataset->id;
        import.format = QStringLiteral("voc");
        import.from = m_source.path();
        QVERIFY(scenarios::importDataset(*project.store, import, {}));
        const auto published = scenarios::publishVersion(*project.store, {dataset->id, {}, {}, 0.8, 1, false}, {});
        QVERIFY(!published);
        QCOMPARE(published.error().code, core::ErrorCode::DiskFull);
        QVERIFY(store::VersionRepository(*project.store).list(dataset->id)->empty());
        QVERIFY(!project.reload(*dataset).currentVersion.isValid());
        QCOMPARE(project.reload(*dataset).counters.total, 4000);
        QCOMPARE(*store::VersionRepository(*project.store).nextName(dataset->id), QStringLiteral("V001"));
    }

    void aReadOnlyDiskIsNamed()
    {
        const SmallDisk disk("8m");
        LW_REQUIRE_DISK(disk);
        const tests::FaultProject project(disk.path());
        QVERIFY(project.isReady);
        QVERIFY(disk.makeReadOnly());
        const auto import = tests::runCli(project.importArguments(m_source.path()));
        LW_COMPARE_EXIT(import, 3);
        QCOMPARE(import.errorLines(), 1);
        QVERIFY2(import.err.contains("read-only"), import.err.constData());
        const auto create = tests::runCli(QStringLiteral("project create %1/new").arg(disk.path()));
        LW_COMPARE_EXIT(create, 3);
        QCOMPARE(create.errorLines(), 1);
    }

    void aReadOnlyOutputIsNamed()
    {
        const SmallDisk disk("1m");
        LW_REQUIRE_DISK(disk);
        tests::ScenarioProject project;
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("d");
        request.inputLocation = project.path(QStringLiteral("in"));
        request.outputLocation = disk.path() + QStringLiteral("/out");
        const auto dataset = scenarios::createDataset(*project.store, request);
        QVERIFY(dataset);
        QVERIFY(disk.makeReadOnly());
        const auto published = scenarios::publishVersion(*project.store, {dataset->id, {}, {}, {}, 1, false}, {});
        QVERIFY(!published);
        QCOMPARE(published.error().code, core::ErrorCode::ReadOnly);
        QVERIFY(store::VersionRepository(*project.store).list(dataset->id)->empty());
    }

    void aFolderThatVanishesWhileItIsReadIsReported()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        const QString source = project.path(QStringLiteral("src"));
        tests::writeBigFolder(source, 600);
        scenarios::ImportRequest import;
        import.dataset = dataset.id;
        import.format = QStringLiteral("voc");
        import.from = source;
        bool isGone = false;
        core::Control control;
        control.progress = [&](qint64 done, qint64 total) {
            if (!isGone && done > 0 && (total == 0 || done < total)) {
                isGone = QDir(source).removeRecursively();
            }
        };
        const auto outcome = scenarios::importDataset(*project.store, import, control);
        QVERIFY(isGone);
        QVERIFY(outcome);
        QVERIFY(!outcome->isComplete);
        QVERIFY(outcome->problems.count() > 0);
        QVERIFY(outcome->counts.samplesAdded < 600);
        QCOMPARE(project.reload(dataset).counters.total, outcome->counts.samplesAdded);
    }

private:
    QTemporaryDir m_source;
};

QTEST_GUILESS_MAIN(tst_Disk)
#include "tst_Disk.moc"
