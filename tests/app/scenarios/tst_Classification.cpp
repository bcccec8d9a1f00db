// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels of whole pictures from folders and text files, through versions, and out again.
#include "app/scenarios/AddFiles.h"
#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/PublishVersion.h"
#include "app/scenarios/SyncDataset.h"
#include "models/store/BatchRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/support/TestData.h"

#include <QDateTime>

using namespace lw;

namespace {

/// Labels of every sample, sorted, by file name.
QMap<QString, QStringList> labelsByName(const tests::ScenarioProject& project, const domain::Dataset& dataset)
{
    QMap<QString, QStringList> labels = project.contents(dataset);
    for (QStringList& each : labels) {
        for (QString& line : each) {
            line = line.section(u' ', 0, 0);
        }
        each.sort();
    }
    return labels;
}

domain::Dataset addClasses(const tests::ScenarioProject& project, const char* name)
{
    return project.addDataset(QLatin1String(name), {}, domain::DatasetType::ImageClassification);
}

core::Result<scenarios::ImportOutcome> import(const tests::ScenarioProject& project, const domain::Dataset& dataset,
                                              const char* format, const QString& from)
{
    scenarios::ImportRequest request;
    request.dataset = dataset.id;
    request.format = QLatin1String(format);
    request.from = from;
    return scenarios::importDataset(*project.store, request, {});
}

} // namespace

class tst_Classification final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deepestFolderIsTheLabelAndATextFileWins()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = addClasses(project, "d");
        const QString from = project.path(QStringLiteral("from"));
        tests::writePicture(from + QStringLiteral("/animals/cat/a.png"), 1);
        tests::writePicture(from + QStringLiteral("/animals/cat/b.png"), 2);
        tests::writeFile(from + QStringLiteral("/animals/cat/b.txt"), "dog\neel\n");
        tests::writePicture(from + QStringLiteral("/c.png"), 3);
        QVERIFY(import(project, dataset, "imagenet", from));
        const QMap<QString, QStringList> expected{{QStringLiteral("a.png"), {QStringLiteral("cat")}},
                                                  {QStringLiteral("b.png"), {QStringLiteral("dog"), QStringLiteral("eel")}},
                                                  {QStringLiteral("c.png"), {}}};
        QCOMPARE(labelsByName(project, dataset), expected);
        QCOMPARE(project.reload(dataset).counters.unlabelled, 1);
    }

    void syncPicksUpTextFilesAndTheirChanges()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = addClasses(project, "d");
        const QString base = dataset.inputLocation + QStringLiteral("/a");
        tests::writePicture(base + QStringLiteral(".png"));
        tests::writePicture(dataset.inputLocation + QStringLiteral("/b.png"), 2);
        tests::writeFile(base + QStringLiteral(".txt"), "cat\n");
        tests::writeFile(base + QStringLiteral(".xml"), "<annotation/>"); // not for this type
        const auto synced = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(synced);
        QCOMPARE(synced->annotationsAdded, 1);
        QVERIFY(synced->problems.isEmpty());
        QCOMPARE(labelsByName(project, dataset).value(QStringLiteral("a.png")), QStringList(QStringLiteral("cat")));
        tests::writeFile(base + QStringLiteral(".txt"), "dog\ncat\n");
        QFile file(base + QStringLiteral(".txt"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {}));
        QCOMPARE(labelsByName(project, dataset).value(QStringLiteral("a.png")),
                 (QStringList{QStringLiteral("cat"), QStringLiteral("dog")}));
    }

    void addedPicturesBringTheirTextFiles()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = addClasses(project, "d");
        const QString picture = project.path(QStringLiteral("elsewhere/a.png"));
        tests::writePicture(picture);
        tests::writeFile(project.path(QStringLiteral("elsewhere/a.txt")), "cat");
        QVERIFY(scenarios::addFiles(*project.store, dataset.id, {picture}, {}));
        QCOMPARE(labelsByName(project, dataset).value(QStringLiteral("a.png")), QStringList(QStringLiteral("cat")));
    }

    void badTextFileIsReportedAndTheRestGoesIn()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = addClasses(project, "d");
        const QString base = dataset.inputLocation + QStringLiteral("/a");
        tests::writePicture(base + QStringLiteral(".png"));
        tests::writeFile(base + QStringLiteral(".txt"), "cat\nno/label\n");
        const auto synced = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(synced);
        QCOMPARE(synced->annotationsSkipped, 1);
        QCOMPARE(synced->problems.count(), 1);
        QCOMPARE(synced->problems.kept().front().line, 2);
        QCOMPARE(labelsByName(project, dataset).value(QStringLiteral("a.png")), QStringList(QStringLiteral("cat")));
    }

    void flowersFromFoldersToVersionsToTextFilesAndBack()
    {
        LW_REQUIRE_DATA(flowers, "images/flowers");
        tests::ScenarioProject project;
        const domain::Dataset dataset = addClasses(project, "flowers");
        const auto imported = import(project, dataset, "imagenet", flowers);
        QVERIFY(imported);
        const qint64 total = imported->counts.samplesAdded;
        QCOMPARE(total, 1250);
        QCOMPARE(project.labelNames(dataset).size(), 5);
        QCOMPARE(project.reload(dataset).counters.labelled, total);

        const auto first = scenarios::publishVersion(*project.store, {dataset.id, {}, {}, 0.8, 7, false}, {});
        QVERIFY(first);
        QCOMPARE(first->train, total * 8 / 10);
        QMap<QString, int> trained; // by label: each class is split in the same ratio
        const QByteArray manifest = tests::readFile(first->version.manifestPath);
        for (const QByteArray& line : manifest.split('\n')) {
            if (line.contains("\"TRAIN\"")) {
                const QString text = QString::fromUtf8(line);
                for (const QString& label : project.labelNames(dataset)) {
                    trained[label] += text.contains(QStringLiteral("\"name\":\"%1\"").arg(label)) ? 1 : 0;
                }
            }
        }
        for (const QString& label : project.labelNames(dataset)) {
            QVERIFY2(qAbs(trained.value(label) - 200) <= 1, qPrintable(label));
        }

        const QMap<QString, QStringList> before = labelsByName(project, dataset);
        const auto labels = store::LabelRepository(*project.store).list(dataset.id);
        const QList<domain::SampleId> some = project.ids(dataset).mid(0, 10);
        QVERIFY(store::BatchRepository(*project.store)
                    .setLabel(dataset.id, some,
                              {labels->back().id, domain::LabelMode::Replace, QStringLiteral("ann"), 1})
                    .result());
        const auto second = scenarios::publishVersion(*project.store, {dataset.id, {}, {}, 0.8, 7, false}, {});
        QVERIFY(second);
        const auto diff = store::VersionRepository(*project.store).diff(first->version.id, second->version.id);
        QVERIFY(diff);
        QCOMPARE(diff->changed.size(), 10);
        QVERIFY(scenarios::setCurrentVersion(*project.store, first->version.id));
        QCOMPARE(labelsByName(project, dataset), before);

        for (const char* format : {"txt", "imagenet", "manifest", "coco"}) {
            scenarios::ExportRequest request;
            request.dataset = dataset.id;
            request.format = QLatin1String(format);
            request.to = project.path(QStringLiteral("export-") + QLatin1String(format));
            request.check = true;
            const auto exported = scenarios::exportDataset(*project.store, request, {});
            QVERIFY2(exported, format);
            QCOMPARE(exported->samples, total);
            QCOMPARE(exported->check->differences, 0);
            const domain::Dataset copy = addClasses(project, format);
            QVERIFY2(import(project, copy, format, exported->path), format);
            QCOMPARE(labelsByName(project, copy), before);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Classification)
#include "tst_Classification.moc"
