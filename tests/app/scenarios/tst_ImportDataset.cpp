// SPDX-License-Identifier: GPL-3.0-or-later
//! Importing VOC and manifests, with everything that may go wrong on the way.
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/Messages.h"
#include "models/store/TaskRepository.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/support/TestData.h"

using namespace lw;
using core::ErrorCode;
using scenarios::ImportRequest;

namespace {

ImportRequest voc(const domain::Dataset& dataset, const QString& from)
{
    ImportRequest request;
    request.dataset = dataset.id;
    request.format = QStringLiteral("voc");
    request.from = from;
    return request;
}

/// `count` pictures with a cat each, and a dog on every second.
void writeFolder(const QString& folder, int count)
{
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("p%1").arg(i, 4, 10, QLatin1Char('0'));
        tests::writePicture(folder + u'/' + name + QStringLiteral(".png"), i);
        QList<tests::VocBox> boxes{{QStringLiteral("cat"), 1, 2, 11, 12}};
        if (i % 2 == 1) {
            boxes.append({QStringLiteral("dog"), 5, 5, 25, 30});
        }
        tests::writeVoc(folder + u'/' + name + QStringLiteral(".xml"), name + QStringLiteral(".png"), boxes);
    }
}

QStringList filesOf(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

class tst_ImportDataset final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEveryBloodCellAndNamesTheTwoBadBoxes()
    {
        LW_REQUIRE_DATA(bccd, "detection/bccd");
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("cells"));
        const auto outcome = scenarios::importDataset(*project.store, voc(dataset, bccd), {});
        QVERIFY(outcome);
        QCOMPARE(outcome->counts.samplesAdded, 364);
        QCOMPARE(outcome->counts.annotationsAdded, 4886);
        QCOMPARE(outcome->counts.annotationsSkipped, 2);
        QCOMPARE(outcome->problems.count(), 2);
        QStringList files;
        for (const core::Problem& problem : outcome->problems.kept()) {
            QCOMPARE(problem.code, core::ProblemCode::ShapeZeroSize);
            QVERIFY(problem.line > 0);
            files.append(QFileInfo(problem.file).fileName());
        }
        files.sort();
        QCOMPARE(files, (QStringList{QStringLiteral("BloodImage_00338.xml"), QStringLiteral("BloodImage_00343.xml")}));
        const domain::Dataset after = project.reload(dataset);
        QCOMPARE(after.counters.total, 364);
        QCOMPARE(after.counters.annotations, 4886);
        QCOMPARE(after.defaultShape, std::optional(domain::ShapeKind::BoundingBox));
        const auto sample = store::SampleRepository(*project.store).find(project.ids(dataset).first());
        QVERIFY(sample);
        QCOMPARE(sample->width, 640);
        QCOMPARE(sample->height, 480);
        QVERIFY(sample->bytes > 0);
        QVERIFY(QFileInfo(domain::absolutePath(*sample, dataset.inputLocation)).isFile());
        QVERIFY(filesOf(dataset.inputLocation).isEmpty());
    }

    void aSecondImportAddsNothing()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        writeFolder(project.path(QStringLiteral("src")), 6);
        QVERIFY(scenarios::importDataset(*project.store, voc(dataset, project.path(QStringLiteral("src"))), {}));
        const auto before = project.contents(dataset);
        const auto again =
            scenarios::importDataset(*project.store, voc(dataset, project.path(QStringLiteral("src"))), {});
        QVERIFY(again);
        QCOMPARE(again->counts.samplesAdded, 0);
        QCOMPARE(again->counts.samplesUpdated, 0);
        QCOMPARE(again->counts.samplesSkipped, 6);
        QCOMPARE(again->counts.annotationsAdded, 0);
        QCOMPARE(project.contents(dataset), before);
    }

    void addsWhatASampleLacks()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        const QString source = project.path(QStringLiteral("src"));
        writeFolder(source, 2);
        QVERIFY(scenarios::importDataset(*project.store, voc(dataset, source), {}));
        tests::writeVoc(source + QStringLiteral("/p0000.xml"), QStringLiteral("p0000.png"),
                        {{QStringLiteral("cat"), 1, 2, 11, 12}, {QStringLiteral("bird"), 3, 3, 9, 9}});
        const auto again = scenarios::importDataset(*project.store, voc(dataset, source), {});
        QVERIFY(again);
        QCOMPARE(again->counts.samplesUpdated, 1);
        QCOMPARE(again->counts.annotationsAdded, 1);
        QCOMPARE(project.contents(dataset).value(QStringLiteral("p0000.png")).size(), 2);
    }

    void takesOnlyTheLabelsAskedFor()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        writeFolder(project.path(QStringLiteral("src")), 6);
        ImportRequest request = voc(dataset, project.path(QStringLiteral("src")));
        request.labelsToTake = {QStringLiteral("dog")};
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->counts.samplesAdded, 3);
        QCOMPARE(outcome->counts.samplesSkipped, 3);
        QCOMPARE(project.labelNames(dataset), QStringList{QStringLiteral("dog")});
    }

    void takesPicturesWithoutLabels()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        writeFolder(project.path(QStringLiteral("src")), 3);
        ImportRequest request = voc(dataset, project.path(QStringLiteral("src")));
        request.withLabels = false;
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->counts.samplesAdded, 3);
        QCOMPARE(project.reload(dataset).counters.unlabelled, 3);
        QVERIFY(project.labelNames(dataset).isEmpty());
    }

    void copiesIntoTheInputLocationAndRenamesCollisions()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        writeFolder(project.path(QStringLiteral("src")), 2);
        tests::writePicture(dataset.inputLocation + QStringLiteral("/p0000.png"), 99);
        ImportRequest request = voc(dataset, project.path(QStringLiteral("src")));
        request.copiesFiles = true;
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        QVERIFY(outcome);
        QVERIFY(outcome->problems.isEmpty());
        QCOMPARE(
            filesOf(dataset.inputLocation),
            (QStringList{QStringLiteral("p0000.png"), QStringLiteral("p0000_2.png"), QStringLiteral("p0001.png")}));
        QCOMPARE(project.contents(dataset).keys(),
                 (QStringList{QStringLiteral("p0000_2.png"), QStringLiteral("p0001.png")}));
        QCOMPARE(tests::readFile(dataset.inputLocation + QStringLiteral("/p0000_2.png")),
                 tests::readFile(project.path(QStringLiteral("src/p0000.png"))));
        // The same again finds its own copies.
        const auto again = scenarios::importDataset(*project.store, request, {});
        QVERIFY(again);
        QCOMPARE(again->counts.samplesSkipped, 2);
        QCOMPARE(filesOf(dataset.inputLocation).size(), 3);
    }

    void aCancelledImportIsTakenBackWithItsLabelsAndCopies()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"), {QStringLiteral("old")});
        writeFolder(project.path(QStringLiteral("first")), 2);
        QVERIFY(scenarios::importDataset(*project.store, voc(dataset, project.path(QStringLiteral("first"))), {}));
        const auto before = project.contents(dataset);
        const QStringList labels = project.labelNames(dataset);
        const QString source = project.path(QStringLiteral("src"));
        for (int i = 0; i < 300; ++i) {
            const QString name = QStringLiteral("n%1").arg(i);
            tests::writePicture(source + u'/' + name + QStringLiteral(".png"), i);
            tests::writeVoc(source + u'/' + name + QStringLiteral(".xml"), name + QStringLiteral(".png"),
                            {{QStringLiteral("new"), 1, 1, 9, 9}});
        }
        ImportRequest request = voc(dataset, source);
        request.copiesFiles = true;
        std::stop_source stop;
        core::Control control;
        control.stop = stop.get_token();
        control.progress = [&stop](qint64 done, qint64 total) {
            if (done > 0 && (total == 0 || done < total)) {
                stop.request_stop();
            }
        };
        const auto outcome = scenarios::importDataset(*project.store, request, control);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QCOMPARE(project.contents(dataset), before);
        QCOMPARE(project.labelNames(dataset), labels);
        QVERIFY(filesOf(dataset.inputLocation).isEmpty());
        const auto tasks = store::TaskRepository(*project.store).list(dataset.id);
        QVERIFY(tasks);
        QCOMPARE(tasks->front().state, domain::TaskState::Cancelled);
        QCOMPARE(tasks->back().state, domain::TaskState::Done);
    }

    void badFilesCostOnlyThemselves()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        const QString source = project.path(QStringLiteral("src"));
        writeFolder(source, 3);
        tests::writeFile(source + QStringLiteral("/broken.xml"), "<annotation><object>");
        tests::writePicture(source + QStringLiteral("/broken.png"), 5);
        tests::writeFile(source + QStringLiteral("/notpicture.png"), "no picture at all");
        tests::writeVoc(source + QStringLiteral("/notpicture.xml"), QStringLiteral("notpicture.png"),
                        {{QStringLiteral("cat"), 1, 1, 5, 5}});
        tests::writeVoc(source + QStringLiteral("/orphan.xml"), QStringLiteral("orphan.png"),
                        {{QStringLiteral("cat"), 1, 1, 5, 5}});
        const auto outcome = scenarios::importDataset(*project.store, voc(dataset, source), {});
        QVERIFY(outcome);
        QStringList named;
        for (const core::Problem& problem : outcome->problems.kept()) {
            named.append(QFileInfo(problem.file).fileName());
            QVERIFY(!scenarios::problemText(problem).isEmpty());
        }
        QVERIFY(named.contains(QStringLiteral("broken.xml")));
        QVERIFY(named.contains(QStringLiteral("notpicture.png")));
        QVERIFY(named.contains(QStringLiteral("orphan.xml")));
        const auto contents = project.contents(dataset);
        QVERIFY(contents.contains(QStringLiteral("p0002.png")));
        QVERIFY(!contents.contains(QStringLiteral("orphan.png")));
        const auto task = store::TaskRepository(*project.store).list(dataset.id)->front();
        QCOMPARE(task.state, domain::TaskState::DoneWithProblems);
        QCOMPARE(task.problems, outcome->problems.count());
        QCOMPARE(store::TaskRepository(*project.store).problems(task.id)->size(), outcome->problems.count());
    }

    void saysWhatIsMissing()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        QCOMPARE(scenarios::importDataset(*project.store, voc(dataset, project.path(QStringLiteral("nowhere"))), {})
                     .error()
                     .code,
                 ErrorCode::NotFound);
        ImportRequest request = voc(dataset, project.path(QStringLiteral("project")));
        request.format = QStringLiteral("no-such-format");
        QCOMPARE(scenarios::importDataset(*project.store, request, {}).error().code, ErrorCode::InvalidArgument);
        request = voc({}, project.path(QStringLiteral("project")));
        QCOMPARE(scenarios::importDataset(*project.store, request, {}).error().code, ErrorCode::NotFound);
    }

    void mapsManifestSourcesAndListsWhatIsNotThere()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        tests::writePicture(project.path(QStringLiteral("local/flowers/rose.png")));
        tests::writeFile(project.path(QStringLiteral("m/x.manifest")),
                         "{\"source\":\"s3://bucket/flowers/rose.png\",\"id\":\"abc\",\"mine\":{\"deep\":[1,2]}}\n"
                         "{\"source\":\"s3://bucket/flowers/tulip.png\"}\n"
                         "this is no JSON\n");
        ImportRequest request = voc(dataset, project.path(QStringLiteral("m/x.manifest")));
        request.format = QStringLiteral("manifest");
        request.mapping = {{QStringLiteral("s3://bucket/flowers"), project.path(QStringLiteral("local/flowers"))}};
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->counts.samplesAdded, 1);
        QCOMPARE(outcome->counts.samplesSkipped, 2);
        QCOMPARE(outcome->problems.count(), 2);
        QCOMPARE(outcome->problems.kept().at(0).code, core::ProblemCode::FileMissing);
        QCOMPARE(outcome->problems.kept().at(0).line, 2);
        QCOMPARE(outcome->problems.kept().at(1).code, core::ProblemCode::JsonMalformed);
        QCOMPARE(outcome->problems.kept().at(1).line, 3);
        const auto sample = store::SampleRepository(*project.store).find(project.ids(dataset).first());
        QVERIFY(sample);
        QCOMPARE(sample->sourceUri, QStringLiteral("s3://bucket/flowers/rose.png"));
        QVERIFY(sample->extra.contains("deep"));
    }

    void readsTheReferencesOwnManifests()
    {
        LW_REQUIRE_DATA(folder, "formats/modelarts");
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        ImportRequest request = voc(dataset, folder + QStringLiteral("/detect-multi-local-voc.manifest"));
        request.format = QStringLiteral("manifest");
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        QVERIFY(outcome);
        // Its pictures are somewhere in a bucket: every row is named, none goes in.
        QCOMPARE(outcome->counts.samplesAdded, 0);
        QCOMPARE(outcome->counts.samplesSkipped, outcome->problems.count());
        QVERIFY(outcome->problems.count() > 0);
    }
};

QTEST_GUILESS_MAIN(tst_ImportDataset)
#include "tst_ImportDataset.moc"
