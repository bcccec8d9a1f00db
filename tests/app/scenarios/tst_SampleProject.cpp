// SPDX-License-Identifier: GPL-3.0-or-later
//! The sample project is complete or absent.
#include "app/scenarios/DatasetStatistics.h"
#include "app/scenarios/PublishVersion.h"
#include "app/scenarios/SampleProject.h"
#include "tests/app/scenarios/ScenarioProject.h"

using namespace lw;

class tst_SampleProject final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasLabelledUnlabelledAndHardPictures()
    {
        QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("sample"));
        const auto made = scenarios::createSampleProject(folder, {});
        QVERIFY(made);
        QCOMPARE(made->samples, scenarios::kSamplePictures);
        const auto store = scenarios::openProject(folder);
        QVERIFY(store);
        const auto dataset = store::DatasetRepository(**store).findByName(made->datasetName);
        QVERIFY(dataset);
        const auto numbers = scenarios::datasetStatistics(**store, dataset->id);
        QVERIFY(numbers);
        QCOMPARE(numbers->counters.total, scenarios::kSamplePictures);
        QCOMPARE(numbers->counters.unlabelled, scenarios::kSamplePictures / 9);
        QCOMPARE(numbers->counters.hard, 2);
        QCOMPARE(dataset->versionCount, 0);
        QSet<QString> shortcuts;
        for (const domain::Label& label : numbers->labels) {
            QVERIFY(label.annotations > 0);
            shortcuts.insert(label.shortcut);
        }
        QCOMPARE(shortcuts.size(), qsizetype(numbers->labels.size()));
        QVERIFY(scenarios::publishVersion(**store, {dataset->id, {}, {}, 0.8, 1, false}, {}));
    }

    void holdsADatasetForLabelsOfWholePicturesToo()
    {
        QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("sample"));
        QVERIFY(scenarios::createSampleProject(folder, {}));
        const auto store = scenarios::openProject(folder);
        const auto dataset = store::DatasetRepository(**store).findByName(QStringLiteral("light"));
        QVERIFY(dataset);
        QCOMPARE(dataset->type, domain::DatasetType::ImageClassification);
        QCOMPARE(dataset->counters.total, scenarios::kSamplePictures);
        QCOMPARE(dataset->counters.unlabelled, scenarios::kSamplePictures / 9);
        QCOMPARE(dataset->counters.annotations, dataset->counters.labelled);
        const auto numbers = scenarios::datasetStatistics(**store, dataset->id);
        QVERIFY(numbers->labels.size() > 1);
    }

    void leavesNothingWhenCancelled()
    {
        QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("sample"));
        std::stop_source stop;
        core::Control control;
        control.stop = stop.get_token();
        control.progress = [&stop](qint64, qint64) { stop.request_stop(); };
        const auto made = scenarios::createSampleProject(folder, control);
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(folder));
    }

    void neverTouchesAFolderWithContent()
    {
        QTemporaryDir dir;
        tests::writeFile(dir.filePath(QStringLiteral("mine.txt")), "mine");
        const auto made = scenarios::createSampleProject(dir.path(), {});
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::AlreadyExists);
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("mine.txt")});
    }
};

QTEST_GUILESS_MAIN(tst_SampleProject)
#include "tst_SampleProject.moc"
