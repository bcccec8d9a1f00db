// SPDX-License-Identifier: GPL-3.0-or-later
//! Exporting what a filter or a selection chooses.
#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/LossText.h"
#include "app/scenarios/SyncDataset.h"
#include "models/store/BatchRepository.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/support/TestData.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace lw;
using core::ErrorCode;

namespace {

/// 8 pictures, a cat on each and a dog on every second; 3 in a subfolder.
domain::Dataset pets(const tests::ScenarioProject& project)
{
    const domain::Dataset dataset = project.addDataset(QStringLiteral("pets"));
    for (int i = 0; i < 8; ++i) {
        const QString base =
            dataset.inputLocation + (i < 3 ? QStringLiteral("/sub/p%1") : QStringLiteral("/p%1")).arg(i);
        tests::writePicture(base + QStringLiteral(".png"), i);
        QList<tests::VocBox> boxes{{QStringLiteral("cat"), 1, 1, 10 + i, 12}};
        if (i % 2 == 0) {
            boxes.append({QStringLiteral("dog"), 2, 2, 30, 20 + i});
        }
        tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("p%1.png").arg(i), boxes);
    }
    return scenarios::syncDataset(*project.store, dataset.id, {}) ? project.reload(dataset) : domain::Dataset();
}

scenarios::ExportRequest exporting(const domain::Dataset& dataset, const QString& format, const QString& to)
{
    scenarios::ExportRequest request;
    request.dataset = dataset.id;
    request.format = format;
    request.to = to;
    return request;
}

} // namespace

class tst_ExportDataset final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeDatasetComesBackFromEveryFormat_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("isDevkit");
        QTest::newRow("voc") << QStringLiteral("voc") << false;
        QTest::newRow("voc devkit") << QStringLiteral("voc") << true;
        QTest::newRow("manifest") << QStringLiteral("manifest") << false;
        QTest::newRow("coco") << QStringLiteral("coco") << false;
        QTest::newRow("yolo") << QStringLiteral("yolo") << false;
    }
    void theWholeDatasetComesBackFromEveryFormat()
    {
        QFETCH(QString, format);
        QFETCH(bool, isDevkit);
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        scenarios::ExportRequest request = exporting(dataset, format, project.path(QStringLiteral("exported")));
        request.devkitLayout = isDevkit;
        request.check = true;
        const auto outcome = scenarios::exportDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->samples, 8);
        QCOMPARE(outcome->annotations, 12);
        QCOMPARE(outcome->check->samples, 8);
        QCOMPARE(outcome->check->annotations, 12);
        QCOMPARE(outcome->check->differences, 0);
        QVERIFY(outcome->problems.isEmpty());
        const domain::Dataset back = project.addDataset(QStringLiteral("back"));
        scenarios::ImportRequest import;
        import.dataset = back.id;
        import.format = format;
        import.from = outcome->path;
        QVERIFY(scenarios::importDataset(*project.store, import, {}));
        QCOMPARE(project.contents(back), project.contents(dataset));
    }

    void saysBeforehandWhatWillBeLost()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        scenarios::ExportRequest request = exporting(dataset, QStringLiteral("coco"), {});
        const auto lossless = scenarios::exportLosses(*project.store, request, {});
        QVERIFY(lossless);
        QVERIFY(lossless->losses.empty());
        QCOMPARE(lossless->annotations, 12);
        request.format = QStringLiteral("yolo_obb");
        const auto report = scenarios::exportLosses(*project.store, request, {});
        QVERIFY(report);
        QCOMPARE(report->losses.size(), size_t(1));
        QCOMPARE(report->losses[0].count, 12);
        QCOMPARE(report->losses[0].samples, 8);
        QVERIFY(scenarios::lossText(report->losses[0]).contains(QStringLiteral("12")));
        const QJsonObject json = scenarios::toJson(*report).first().toObject();
        QCOMPARE(json.value(QLatin1String("kind")).toString(), QStringLiteral("shape_converted"));
        QCOMPARE(json.value(QLatin1String("from")).toString(), QStringLiteral("bndbox"));
        QCOMPARE(json.value(QLatin1String("samples")).toArray().size(), 8);
        request.format = QStringLiteral("yolo_classification");
        QCOMPARE(scenarios::exportLosses(*project.store, request, {}).error().code, ErrorCode::InvalidArgument);
    }

    void realBoxesComeBackFromCocoAndYolo_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("coco") << QStringLiteral("coco");
        QTest::newRow("yolo") << QStringLiteral("yolo");
    }
    void realBoxesComeBackFromCocoAndYolo()
    {
        LW_REQUIRE_DATA(bccd, "detection/bccd");
        QFETCH(QString, format);
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("bccd"));
        scenarios::ImportRequest import;
        import.dataset = dataset.id;
        import.format = QStringLiteral("voc");
        import.from = bccd;
        const auto imported = scenarios::importDataset(*project.store, import, {});
        QVERIFY(imported);
        scenarios::ExportRequest request = exporting(dataset, format, project.path(QStringLiteral("exported")));
        request.linkPictures = true;
        request.check = true;
        const auto outcome = scenarios::exportDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->annotations, imported->counts.annotationsAdded);
        QCOMPARE(outcome->check->annotations, outcome->annotations);
        QCOMPARE(outcome->check->differences, 0);
    }

    void theCheckFindsWhatIsDifferent()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        // A picture that cannot be decoded goes along as it is, and is missed when the export is read again.
        const QString broken = dataset.inputLocation + QStringLiteral("/p5.png");
        QVERIFY(QFile::remove(broken));
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        scenarios::ExportRequest request =
            exporting(dataset, QStringLiteral("coco"), project.path(QStringLiteral("exported")));
        request.check = true;
        const auto outcome = scenarios::exportDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->check->differences, 1);
        const auto& problems = outcome->problems.kept();
        QVERIFY(std::any_of(problems.begin(), problems.end(), [](const core::Problem& problem) {
            return problem.code == core::ProblemCode::ReadBackDiffers &&
                   problem.file.endsWith(QStringLiteral("p5.png"));
        }));
    }

    void aFilterChooses()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        scenarios::ExportRequest request =
            exporting(dataset, QStringLiteral("voc"), project.path(QStringLiteral("dogs")));
        const auto filter = scenarios::filterFromText(*project.store, dataset.id, QStringLiteral("label=dog name~p4"));
        QVERIFY(filter);
        request.samples.filter = *filter;
        const auto outcome = scenarios::exportDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->samples, 1);
        QCOMPARE(QDir(project.path(QStringLiteral("dogs"))).entryList(QDir::Files),
                 (QStringList{QStringLiteral("p4.png"), QStringLiteral("p4.xml")}));
    }

    void aSelectionChooses()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        scenarios::ExportRequest request =
            exporting(dataset, QStringLiteral("manifest"), project.path(QStringLiteral("two")));
        request.samples.selection = project.ids(dataset).mid(2, 2);
        const auto outcome = scenarios::exportDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->samples, 2);
    }

    void anEmptyChoiceWritesNothing()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        scenarios::ExportRequest request =
            exporting(dataset, QStringLiteral("voc"), project.path(QStringLiteral("none")));
        request.samples.selection = QList<domain::SampleId>();
        QCOMPARE(scenarios::exportDataset(*project.store, request, {}).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!QFileInfo::exists(project.path(QStringLiteral("none"))));
    }

    void filtersThatMakeNoSenseAreNamed()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        const auto term = scenarios::filterFromText(*project.store, dataset.id, QStringLiteral("colour=red"));
        QVERIFY(!term);
        QVERIFY(term.error().detail.contains(QStringLiteral("colour=red")));
        const auto label = scenarios::filterFromText(*project.store, dataset.id, QStringLiteral("label=horse"));
        QVERIFY(!label);
        QVERIFY(label.error().detail.contains(QStringLiteral("horse")));
    }

    void refusesFoldersThatWouldMixThingsUp()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        const QString versions = dataset.outputLocation + u'/' + dataset.name + u'-' + dataset.uid;
        for (const QString& to : {dataset.inputLocation, QString(dataset.inputLocation + QStringLiteral("/new")),
                                  dataset.outputLocation, QString(versions + QStringLiteral("/x")), QString()}) {
            const auto outcome =
                scenarios::exportDataset(*project.store, exporting(dataset, QStringLiteral("voc"), to), {});
            QVERIFY2(!outcome, qPrintable(to));
            QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
        }
        tests::writeFile(project.path(QStringLiteral("full/theirs.txt")), "theirs");
        const auto full = scenarios::exportDataset(
            *project.store, exporting(dataset, QStringLiteral("voc"), project.path(QStringLiteral("full"))), {});
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(tests::readFile(project.path(QStringLiteral("full/theirs.txt"))), QByteArray("theirs"));
    }

    void aPictureThatIsGoneIsNamedAndTheRestGoesOut()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        QVERIFY(QFile::remove(dataset.inputLocation + QStringLiteral("/p5.png")));
        const auto outcome = scenarios::exportDataset(
            *project.store, exporting(dataset, QStringLiteral("voc"), project.path(QStringLiteral("rest"))), {});
        QVERIFY(outcome);
        QCOMPARE(outcome->samples, 7);
        QCOMPARE(outcome->skipped, 1);
        QCOMPARE(outcome->problems.count(), 1);
        QVERIFY(outcome->problems.kept().first().file.endsWith(QStringLiteral("p5.png")));
    }

    void aNewDatasetHasItsOwnCopies()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        QVERIFY(store::BatchRepository(*project.store).setHard(dataset.id, project.ids(dataset), true).result());
        scenarios::ExportAsDatasetRequest request;
        request.dataset = dataset.id;
        request.samples.filter = *scenarios::filterFromText(*project.store, dataset.id, QStringLiteral("label=dog"));
        request.target.name = QStringLiteral("dogs");
        request.target.inputLocation = project.path(QStringLiteral("dogs/in"));
        request.target.outputLocation = project.path(QStringLiteral("dogs/out"));
        const auto outcome = scenarios::exportAsDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->samples, 4);
        QCOMPARE(outcome->dataset.counters.hard, 0);
        QCOMPARE(project.labelNames(outcome->dataset), project.labelNames(dataset));
        QVERIFY(QFileInfo(project.path(QStringLiteral("dogs/in/sub/p0.png"))).isFile());
        const auto contents = project.contents(dataset);
        const auto copied = project.contents(outcome->dataset);
        for (auto it = copied.cbegin(); it != copied.cend(); ++it) {
            QCOMPARE(it.value(), contents.value(it.key()));
        }
        const auto synced = scenarios::syncDataset(*project.store, outcome->dataset.id, {});
        QVERIFY(synced);
        QCOMPARE(synced->added + synced->missing, 0);
    }

    void aCancelledExportAsDatasetLeavesNothing()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        scenarios::ExportAsDatasetRequest request;
        request.dataset = dataset.id;
        request.target.name = QStringLiteral("copy");
        request.target.inputLocation = project.path(QStringLiteral("copy/in"));
        request.target.outputLocation = project.path(QStringLiteral("copy/out"));
        request.samples.selection = project.ids(dataset);
        std::stop_source stop;
        stop.request_stop();
        const auto outcome = scenarios::exportAsDataset(*project.store, request, {stop.get_token(), {}});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QCOMPARE(store::DatasetRepository(*project.store).list()->size(), size_t(1));
        QVERIFY(!QFileInfo::exists(project.path(QStringLiteral("copy/in/p3.png"))));
        QVERIFY(!QFileInfo::exists(project.path(QStringLiteral("copy"))));
    }
};

QTEST_GUILESS_MAIN(tst_ExportDataset)
#include "tst_ExportDataset.moc"
