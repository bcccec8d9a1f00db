// SPDX-License-Identifier: GPL-3.0-or-later
//! The dataset follows its input location, and adding files to it.
#include "app/scenarios/AddFiles.h"
#include "app/scenarios/SyncDataset.h"
#include "models/store/EditRepository.h"
#include "tests/app/scenarios/ScenarioProject.h"

#include <QDateTime>

using namespace lw;

namespace {

/// Sets a file's time `seconds` after now, so that no test needs to wait for the clock.
void touch(const QString& path, int seconds)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(seconds), QFileDevice::FileModificationTime));
}

} // namespace

class tst_SyncDataset final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesNewPicturesWithTheirSidecars()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        tests::writePicture(dataset.inputLocation + QStringLiteral("/a.png"), 1);
        tests::writePicture(dataset.inputLocation + QStringLiteral("/sub/b.png"), 2);
        tests::writeVoc(dataset.inputLocation + QStringLiteral("/sub/b.xml"), QStringLiteral("b.png"),
                        {{QStringLiteral("cat"), 1, 1, 9, 9}});
        const auto outcome = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->added, 2);
        QCOMPARE(outcome->annotationsAdded, 1);
        const domain::Dataset after = project.reload(dataset);
        QCOMPARE(after.counters.labelled, 1);
        QCOMPARE(after.counters.unlabelled, 1);
        const auto again = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(again);
        QCOMPARE(again->added, 0);
        QCOMPARE(again->changed, 0);
    }

    void marksVanishedFilesAndFindsThemAgain()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        const QString picture = dataset.inputLocation + QStringLiteral("/a.png");
        tests::writePicture(picture);
        QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {}));
        QVERIFY(QFile::rename(picture, project.path(QStringLiteral("away.png"))));
        const auto gone = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(gone);
        QCOMPARE(gone->missing, 1);
        const domain::SampleId id = project.ids(dataset).first();
        QVERIFY(store::SampleRepository(*project.store).find(id)->isMissing);
        QCOMPARE(scenarios::syncDataset(*project.store, dataset.id, {})->missing, 0);
        QVERIFY(QFile::rename(project.path(QStringLiteral("away.png")), picture));
        const auto back = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(back);
        QCOMPARE(back->found, 1);
        QVERIFY(!store::SampleRepository(*project.store).find(id)->isMissing);
    }

    void refreshesChangedPicturesAndSidecars()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        const QString base = dataset.inputLocation + QStringLiteral("/a");
        tests::writePicture(base + QStringLiteral(".png"), 1, 64, 48);
        tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("a.png"), {{QStringLiteral("cat"), 1, 1, 9, 9}});
        QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {}));
        tests::writePicture(base + QStringLiteral(".png"), 2, 80, 60);
        tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("a.png"), {{QStringLiteral("dog"), 2, 2, 12, 12}},
                        80, 60);
        touch(base + QStringLiteral(".png"), 5);
        touch(base + QStringLiteral(".xml"), 5);
        const auto outcome = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->changed, 1);
        const auto sample = store::SampleRepository(*project.store).find(project.ids(dataset).first());
        QCOMPARE(sample->width, 80);
        const QStringList lines = project.contents(dataset).value(QStringLiteral("a.png"));
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().startsWith(QStringLiteral("dog ")));
    }

    void keepsTheLabelsOfASampleThatAPersonEdited()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"), {QStringLiteral("mine")});
        const QString base = dataset.inputLocation + QStringLiteral("/a");
        tests::writePicture(base + QStringLiteral(".png"));
        tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("a.png"), {{QStringLiteral("cat"), 1, 1, 9, 9}});
        QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {}));
        const domain::SampleId id = project.ids(dataset).first();
        domain::Annotation added;
        added.id = domain::AnnotationId(store::SampleRepository(*project.store).history(id)->nextAnnotation);
        added.labelId = store::LabelRepository(*project.store).list(dataset.id)->front().id;
        added.shape = domain::Shape::box({20, 20}, {30, 30});
        domain::SampleEdit edit;
        edit.changes.push_back({std::nullopt, added});
        QVERIFY(store::EditRepository(*project.store).apply(id, edit, 0).result());
        tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("a.png"),
                        {{QStringLiteral("dog"), 2, 2, 12, 12}});
        touch(base + QStringLiteral(".xml"), 5);
        QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {}));
        QCOMPARE(project.contents(dataset).value(QStringLiteral("a.png")).size(), 3);
    }

    void aChangedPictureWithoutSidecarKeepsItsLabels()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        const QString base = dataset.inputLocation + QStringLiteral("/a");
        tests::writePicture(base + QStringLiteral(".png"), 1);
        tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("a.png"), {{QStringLiteral("cat"), 1, 1, 9, 9}});
        QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {}));
        QVERIFY(QFile::remove(base + QStringLiteral(".xml")));
        tests::writePicture(base + QStringLiteral(".png"), 2, 80, 60);
        touch(base + QStringLiteral(".png"), 5);
        QCOMPARE(scenarios::syncDataset(*project.store, dataset.id, {})->changed, 1);
        QCOMPARE(project.contents(dataset).value(QStringLiteral("a.png")).size(), 1);
    }

    void aVanishedInputLocationChangesNothing()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        tests::writePicture(dataset.inputLocation + QStringLiteral("/a.png"));
        QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {}));
        QVERIFY(QDir().rename(dataset.inputLocation, project.path(QStringLiteral("elsewhere"))));
        const auto outcome = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, core::ErrorCode::NotFound);
        QVERIFY(!store::SampleRepository(*project.store).find(project.ids(dataset).first())->isMissing);
    }

    void addedFilesAreCopiedWithTheirLabels()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        const QString source = project.path(QStringLiteral("src"));
        tests::writePicture(source + QStringLiteral("/deep/a.png"), 1);
        tests::writeVoc(source + QStringLiteral("/deep/a.xml"), QStringLiteral("a.png"),
                        {{QStringLiteral("cat"), 1, 1, 9, 9}});
        tests::writePicture(project.path(QStringLiteral("single.png")), 2);
        tests::writeFile(project.path(QStringLiteral("text.png")), "not a picture");
        const auto outcome =
            scenarios::addFiles(*project.store, dataset.id,
                                {source, project.path(QStringLiteral("single.png")),
                                 project.path(QStringLiteral("text.png")), project.path(QStringLiteral("absent.png"))},
                                {});
        QVERIFY(outcome);
        QCOMPARE(outcome->added, 2);
        QCOMPARE(outcome->skipped, 2);
        QCOMPARE(outcome->problems.count(), 2);
        QCOMPARE(outcome->annotationsAdded, 1);
        QVERIFY(QFileInfo(dataset.inputLocation + QStringLiteral("/deep/a.png")).isFile());
        QVERIFY(QFileInfo(dataset.inputLocation + QStringLiteral("/single.png")).isFile());
        QVERIFY(!QFileInfo::exists(dataset.inputLocation + QStringLiteral("/text.png")));
        const auto synced = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(synced);
        QCOMPARE(synced->added, 0);
        QCOMPARE(synced->changed, 0);
    }
};

QTEST_GUILESS_MAIN(tst_SyncDataset)
#include "tst_SyncDataset.moc"
