// SPDX-License-Identifier: GPL-3.0-or-later
//! Publishing: layout, split, reproducible bytes, the way back in, and what happens when writing fails.
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/PublishVersion.h"
#include "models/store/BatchRepository.h"
#include "models/store/TaskRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/support/TestData.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace lw;
using core::ErrorCode;

namespace {

bool import(const tests::ScenarioProject& project, const domain::Dataset& dataset, const QString& format,
            const QString& from)
{
    scenarios::ImportRequest request;
    request.dataset = dataset.id;
    request.format = format;
    request.from = from;
    return scenarios::importDataset(*project.store, request, {}).has_value();
}

domain::Dataset smallDataset(const tests::ScenarioProject& project, int count = 10)
{
    const domain::Dataset dataset = project.addDataset(QStringLiteral("small"));
    for (int i = 0; i < count; ++i) {
        const QString base = dataset.inputLocation + QStringLiteral("/p%1").arg(i);
        tests::writePicture(base + QStringLiteral(".png"), i);
        tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("p%1.png").arg(i),
                        {{i % 2 == 0 ? QStringLiteral("cat") : QStringLiteral("dog"), 1 + i, 2, 20 + i, 30}});
    }
    return import(project, dataset, QStringLiteral("voc"), dataset.inputLocation) ? project.reload(dataset)
                                                                                  : domain::Dataset();
}

scenarios::PublishRequest publishing(const domain::Dataset& dataset, std::optional<double> ratio = 0.8)
{
    scenarios::PublishRequest request;
    request.dataset = dataset.id;
    request.trainRatio = ratio;
    return request;
}

QList<QJsonObject> rowsOf(const QString& manifest)
{
    QList<QJsonObject> rows;
    for (const QByteArray& line : tests::readFile(manifest).split('\n')) {
        if (!line.isEmpty()) {
            rows.append(QJsonDocument::fromJson(line).object());
        }
    }
    return rows;
}

QMap<QString, QByteArray> filesBelow(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files)) {
        files.insert(name, tests::readFile(folder + u'/' + name));
    }
    for (const QString& name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto inner = filesBelow(folder + u'/' + name);
        for (auto it = inner.cbegin(); it != inner.cend(); ++it) {
            files.insert(name + u'/' + it.key(), it.value());
        }
    }
    return files;
}

} // namespace

class tst_PublishVersion final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bloodCellsComeBackToTheCoordinate()
    {
        LW_REQUIRE_DATA(bccd, "detection/bccd");
        tests::ScenarioProject project;
        const domain::Dataset cells = project.addDataset(QStringLiteral("cells"));
        QVERIFY(import(project, cells, QStringLiteral("voc"), bccd));
        const auto published = scenarios::publishVersion(*project.store, publishing(cells), {});
        QVERIFY(published);
        QCOMPARE(published->version.name, QStringLiteral("V001"));
        QCOMPARE(published->version.samples, 364);
        QCOMPARE(published->version.annotations, 4886);
        QCOMPARE(published->train, 291);
        QCOMPARE(published->eval, 73);
        QCOMPARE(published->version.manifestPath,
                 QStringLiteral("%1/cells-%2/annotation/V001/V001.manifest").arg(cells.outputLocation, cells.uid));
        const domain::Dataset second = project.addDataset(QStringLiteral("second"));
        QVERIFY(import(project, second, QStringLiteral("manifest"), published->version.manifestPath));
        const auto contents = project.contents(cells);
        QCOMPARE(contents.size(), 364);
        QCOMPARE(project.contents(second), contents);
    }

    void theSameStateGivesTheSameBytes()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project);
        const auto first = scenarios::publishVersion(*project.store, publishing(dataset), {});
        const auto second = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(first && second);
        QCOMPARE(second->version.name, QStringLiteral("V002"));
        auto a = filesBelow(QFileInfo(first->version.manifestPath).path());
        auto b = filesBelow(QFileInfo(second->version.manifestPath).path());
        QCOMPARE(a.take(QStringLiteral("V001.manifest")), b.take(QStringLiteral("V002.manifest")));
        QCOMPARE(a.size(), 10);
        QCOMPARE(a, b);
        scenarios::PublishRequest other = publishing(dataset);
        other.seed = 7;
        const auto third = scenarios::publishVersion(*project.store, other, {});
        QVERIFY(third);
        QVERIFY(tests::readFile(third->version.manifestPath) != tests::readFile(second->version.manifestPath));
    }

    void aPublishedVersionNeverChanges()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project);
        const auto first = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(first);
        const auto before = filesBelow(QFileInfo(first->version.manifestPath).path());
        QVERIFY(
            store::BatchRepository(*project.store).deleteSamples(dataset.id, project.ids(dataset).mid(0, 4)).result());
        const auto second = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(second);
        QCOMPARE(second->version.samples, 6);
        QCOMPARE(filesBelow(QFileInfo(first->version.manifestPath).path()), before);
        QCOMPARE(store::VersionRepository(*project.store).find(first->version.id)->samples, 10);
    }

    void writesUsageOnlyWhenAsked()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project);
        const auto plain = scenarios::publishVersion(*project.store, publishing(dataset, std::nullopt), {});
        const auto split = scenarios::publishVersion(*project.store, publishing(dataset, 0.8), {});
        QVERIFY(plain && split);
        int train = 0;
        for (const QJsonObject& row : rowsOf(split->version.manifestPath)) {
            train += row.value(QStringLiteral("usage")) == QStringLiteral("TRAIN") ? 1 : 0;
        }
        QCOMPARE(train, 8);
        for (const QJsonObject& row : rowsOf(plain->version.manifestPath)) {
            QVERIFY(!row.contains(QStringLiteral("usage")));
        }
    }

    void hardMarksAreWrittenOnlyWhenAsked()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project);
        QVERIFY(
            store::BatchRepository(*project.store).setHard(dataset.id, project.ids(dataset).mid(0, 3), true).result());
        scenarios::PublishRequest withHard = publishing(dataset);
        withHard.withHard = true;
        const auto hard = scenarios::publishVersion(*project.store, withHard, {});
        const auto plain = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(hard && plain);
        QVERIFY(tests::readFile(hard->version.manifestPath).contains("\"hard\""));
        QVERIFY(!tests::readFile(plain->version.manifestPath).contains("\"hard\""));
        const domain::Dataset back = project.addDataset(QStringLiteral("back"));
        QVERIFY(import(project, back, QStringLiteral("manifest"), hard->version.manifestPath));
        QCOMPARE(project.reload(back).counters.hard, 3);
    }

    void annotationsWithoutAnAuthorAreAPersons()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        tests::writePicture(project.path(QStringLiteral("m/a.png")));
        tests::writeVoc(project.path(QStringLiteral("m/a.xml")), QStringLiteral("a.png"),
                        {{QStringLiteral("cat"), 1, 1, 9, 9}});
        tests::writePicture(project.path(QStringLiteral("m/b.png")), 2);
        QVERIFY(import(project, dataset, QStringLiteral("voc"), project.path(QStringLiteral("m"))));
        const auto published = scenarios::publishVersion(*project.store, publishing(dataset, std::nullopt), {});
        QVERIFY(published);
        const auto rows = rowsOf(published->version.manifestPath);
        const QJsonObject labelled = rows.value(0).value(QStringLiteral("annotation")).toArray().at(0).toObject();
        QCOMPARE(labelled.value(QStringLiteral("annotated-by")).toString(), QStringLiteral("human"));
        QVERIFY(!rows.value(1).contains(QStringLiteral("annotation")));
    }

    void unknownFieldsOfAManifestSurvive()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        tests::writePicture(project.path(QStringLiteral("m/rose.png")));
        tests::writeFile(
            project.path(QStringLiteral("m/in.manifest")),
            "{\"source\":\"./rose.png\",\"usage\":\"TEST\",\"mine\":{\"deep\":[1,\"two\"]},\"annotation\":["
            "{\"type\":\"modelarts/object_detection\",\"annotated-by\":\"human\",\"name\":\"rose\","
            "\"their-own\":7,\"property\":{\"@modelarts:shape\":\"bndbox\","
            "\"@modelarts:feature\":[[1,2],[30,40]],\"@other:thing\":\"kept\"}}]}\n");
        QVERIFY(import(project, dataset, QStringLiteral("manifest"), project.path(QStringLiteral("m/in.manifest"))));
        QCOMPARE(project.reload(dataset).counters.annotations, 1);
        const auto published = scenarios::publishVersion(*project.store, publishing(dataset, std::nullopt), {});
        QVERIFY(published);
        const QJsonObject row = rowsOf(published->version.manifestPath).value(0);
        QCOMPARE(row.value(QStringLiteral("usage")).toString(), QStringLiteral("TEST"));
        QCOMPARE(row.value(QStringLiteral("mine")).toObject().value(QStringLiteral("deep")).toArray().size(), 2);
        const domain::Dataset back = project.addDataset(QStringLiteral("back"));
        QVERIFY(import(project, back, QStringLiteral("manifest"), published->version.manifestPath));
        QCOMPARE(project.contents(back), project.contents(dataset));
        const auto annotation = store::SampleRepository(*project.store).annotations(project.ids(back).first());
        QVERIFY(annotation);
        QVERIFY2(annotation->front().extra.contains("their-own"), annotation->front().extra.constData());
        QVERIFY2(annotation->front().extra.contains("@other:thing"), annotation->front().extra.constData());
    }

    void refusesNamesAndRatios()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project, 2);
        scenarios::PublishRequest request = publishing(dataset);
        request.name = QStringLiteral("v 1");
        QCOMPARE(scenarios::publishVersion(*project.store, request, {}).error().code, ErrorCode::InvalidArgument);
        request.name = QStringLiteral("mine_1-a");
        QVERIFY(scenarios::publishVersion(*project.store, request, {}));
        QCOMPARE(scenarios::publishVersion(*project.store, request, {}).error().code, ErrorCode::AlreadyExists);
        request.name.clear();
        request.trainRatio = 1.5;
        QCOMPARE(scenarios::publishVersion(*project.store, request, {}).error().code, ErrorCode::InvalidArgument);
    }

    void whatCannotBeWrittenIsNoVersion()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project, 3);
        QVERIFY(QDir(dataset.outputLocation).removeRecursively());
        tests::writeFile(dataset.outputLocation, "a file where a folder should be");
        QVERIFY(!scenarios::publishVersion(*project.store, publishing(dataset), {}));
        QVERIFY(store::VersionRepository(*project.store).list(dataset.id)->empty());
        QCOMPARE(store::TaskRepository(*project.store).list(dataset.id)->front().state, domain::TaskState::Failed);
        QVERIFY(QFile::remove(dataset.outputLocation));
        const auto again = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(again);
        QCOMPARE(again->version.name, QStringLiteral("V001"));
    }

    void aCancelledPublishLeavesNothing()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project, 10);
        const auto first = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(first);
        std::stop_source stop;
        stop.request_stop();
        const auto outcome = scenarios::publishVersion(*project.store, publishing(dataset), {stop.get_token(), {}});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QCOMPARE(project.reload(dataset).currentVersion, first->version.id);
        QVERIFY(!QFileInfo::exists(QFileInfo(first->version.manifestPath).path() + QStringLiteral("/../V002")));
        QCOMPARE(*store::VersionRepository(*project.store).nextName(dataset.id), QStringLiteral("V002"));
    }

    void settingAnotherVersionKeepsUnpublishedWorkAsADraft()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project, 4);
        const auto first = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(first);
        const auto contents = project.contents(dataset);
        QVERIFY(
            store::BatchRepository(*project.store).deleteSamples(dataset.id, project.ids(dataset).mid(0, 1)).result());
        const auto set = scenarios::setCurrentVersion(*project.store, first->version.id);
        QVERIFY(set);
        QVERIFY(set->draft);
        QCOMPARE(set->draft->samples, 3);
        QCOMPARE(project.contents(dataset), contents);
        const auto again = scenarios::setCurrentVersion(*project.store, first->version.id);
        QVERIFY(again);
        QVERIFY(!again->draft);
        QVERIFY(scenarios::setCurrentVersion(*project.store, set->draft->id));
        QCOMPARE(project.contents(dataset).size(), 3);
    }

    void deletingAVersionKeepsItsFiles()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = smallDataset(project, 2);
        const auto first = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(first);
        QVERIFY(scenarios::deleteVersion(*project.store, first->version.id));
        QVERIFY(store::VersionRepository(*project.store).list(dataset.id)->empty());
        QVERIFY(QFileInfo(first->version.manifestPath).isFile());
        const auto next = scenarios::publishVersion(*project.store, publishing(dataset), {});
        QVERIFY(next);
        QCOMPARE(next->version.name, QStringLiteral("V002"));
    }
};

QTEST_GUILESS_MAIN(tst_PublishVersion)
#include "tst_PublishVersion.moc"
