// SPDX-License-Identifier: GPL-3.0-or-later
//! Looking at an import before it writes, renaming its labels, and telling what a folder holds.
#include "app/scenarios/PreviewImport.h"
#include "engine/formats/ZipArchive.h"
#include "models/store/LabelRepository.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/support/TestData.h"

using namespace lw;
using domain::DatasetType;
using domain::ShapeKind;
using scenarios::ImportRequest;

namespace {

/// Four pictures with a cat, two of them with a dog too, one without labels, one named but not there.
QString writeSource(const QString& folder)
{
    for (int i = 0; i < 5; ++i) {
        const QString name = QStringLiteral("p%1").arg(i);
        tests::writePicture(folder + u'/' + name + QStringLiteral(".png"), i);
        QList<tests::VocBox> boxes{{QStringLiteral("cat"), 1, 2, 11, 12}};
        if (i % 2 == 1) {
            boxes.append({QStringLiteral("dog"), 5, 5, 25, 30});
        }
        if (i < 4) {
            tests::writeVoc(folder + u'/' + name + QStringLiteral(".xml"), name + QStringLiteral(".png"), boxes);
        }
    }
    tests::writeVoc(folder + QStringLiteral("/gone.xml"), QStringLiteral("gone.png"),
                    {{QStringLiteral("cat"), 1, 2, 11, 12}});
    return folder;
}

/// The same as an archive.
QString packSource(const tests::ScenarioProject& project)
{
    const QString zip = project.path(QStringLiteral("packed.zip"));
    return formats::packZip(writeSource(project.path(QStringLiteral("src"))), zip, {}) ? zip : QString();
}

/// Everything in a folder, hidden or not.
QStringList entriesOf(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

QStringList labelsOf(store::Store& store, const domain::Dataset& dataset)
{
    QStringList names;
    const auto labels = store::LabelRepository(store).list(dataset.id);
    for (const domain::Label& label : *labels) {
        names.append(QStringLiteral("%1 %2").arg(label.name).arg(label.annotations));
    }
    names.sort();
    return names;
}

} // namespace

class tst_PreviewImport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWithoutWriting()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        ImportRequest request;
        request.dataset = dataset.id;
        request.from = writeSource(project.path(QStringLiteral("src")));
        const auto preview = scenarios::previewImport(dataset, request, {});
        QVERIFY(preview);
        QCOMPARE(preview->summary.samples, 5);
        QCOMPARE(preview->labelled, 4);
        QCOMPARE(preview->summary.annotations, 6);
        QCOMPARE(preview->shapes.at(size_t(ShapeKind::BoundingBox)), 6);
        QCOMPARE(preview->missing, 1);
        QCOMPARE(preview->labels.size(), size_t(2));
        QCOMPARE(preview->labels[0].label.name, QStringLiteral("cat"));
        QCOMPARE(preview->labels[0].annotations, 4);
        QCOMPARE(preview->first.size(), size_t(5));
        QVERIFY(preview->first.back().annotations.empty()); // those with annotations come first
        QCOMPARE(project.reload(dataset).counters.total, 0);
        QVERIFY(labelsOf(*project.store, dataset).isEmpty());
        // What it says is what the import does.
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->counts.samplesAdded, preview->summary.samples);
        QCOMPARE(outcome->counts.annotationsAdded, preview->summary.annotations);
        QCOMPARE(outcome->problems.kept(), preview->problems.kept());
    }

    void looksIntoAnArchiveAndLeavesNothing()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        ImportRequest request;
        request.dataset = dataset.id;
        request.from = packSource(project);
        {
            const auto preview = scenarios::previewImport(dataset, request, {});
            QVERIFY(preview);
            QCOMPARE(preview->summary.samples, 5);
            QCOMPARE(preview->summary.annotations, 6);
            QCOMPARE(preview->missing, 1);
            QCOMPARE(preview->first.size(), size_t(5));
            for (const formats::ImportedSample& sample : preview->first) {
                QVERIFY2(!QImage(sample.path).isNull(), qPrintable(sample.path));
            }
            QVERIFY(preview->unpacked);
            QVERIFY(QDir(dataset.inputLocation).isEmpty()); // what is there is hidden
        }
        QCOMPARE(entriesOf(dataset.inputLocation), QStringList());
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->counts.samplesAdded, 5);
        QCOMPARE(outcome->counts.annotationsAdded, 6);
        QCOMPARE(entriesOf(dataset.inputLocation), QStringList(QStringLiteral("packed")));
    }

    void badArchivesLeaveNothing()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        ImportRequest request;
        request.format = QStringLiteral("voc");
        const QByteArray bytes = tests::readFile(packSource(project));
        const auto fails = [&](const QByteArray& content) {
            request.from = project.path(QStringLiteral("bad.zip"));
            tests::writeFile(request.from, content);
            const auto preview = scenarios::previewImport(dataset, request, {});
            return !preview && !preview.error().detail.isEmpty() && entriesOf(dataset.inputLocation).isEmpty();
        };
        QVERIFY(fails(bytes.left(300)));
        QByteArray leading = bytes;
        leading.replace("p0.png", "../png");
        QVERIFY(fails(leading));
        QByteArray damaged = bytes; // within the first entry's content
        const qsizetype content = 30 + qsizetype(quint8(bytes[26])) + quint8(bytes[28]);
        damaged[content + 12] = char(~damaged[content + 12]);
        QVERIFY(fails(damaged));
        request.from = project.path(QStringLiteral("packed.zip"));
        std::stop_source stop;
        core::Control control{stop.get_token(), [&stop](qint64, qint64) { stop.request_stop(); }};
        const auto preview = scenarios::previewImport(dataset, request, control);
        QVERIFY(!preview);
        QCOMPARE(preview.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(entriesOf(dataset.inputLocation), QStringList());
    }

    void stopsWhenCancelled()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        ImportRequest request;
        request.from = writeSource(project.path(QStringLiteral("src")));
        request.format = QStringLiteral("voc");
        std::stop_source stop;
        stop.request_stop();
        const auto preview = scenarios::previewImport(dataset, request, {stop.get_token(), {}});
        QVERIFY(!preview);
        QCOMPARE(preview.error().code, core::ErrorCode::Cancelled);
    }

    void labelsGoInUnderOtherNamesOrNotAtAll()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        ImportRequest request;
        request.dataset = dataset.id;
        request.from = writeSource(project.path(QStringLiteral("src")));
        request.labels = {{QStringLiteral("dog"), QStringLiteral("hound")}, {QStringLiteral("cat"), QString()}};
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->counts.samplesAdded, 5); // pictures stay, their cats do not
        QCOMPARE(labelsOf(*project.store, dataset), (QStringList{QStringLiteral("hound 2")}));
        const domain::Dataset after = project.reload(dataset);
        QCOMPARE(after.counters.labelled, 2);
        QCOMPARE(after.counters.unlabelled, 3);
    }

    void tellsOutlinesFromBoxes_data()
    {
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("format");
        QTest::addColumn<DatasetType>("type");
        QTest::newRow("polygons") << QStringLiteral("formats/labelme/semantic_segmentation/data_annotated")
                                  << QStringLiteral("labelme") << DatasetType::ImageSegmentation;
        QTest::newRow("boxes") << QStringLiteral("formats/labelme/bbox_detection/data_annotated")
                               << QStringLiteral("labelme") << DatasetType::ObjectDetection;
        QTest::newRow("voc") << QStringLiteral("detection/bccd") << QStringLiteral("voc")
                             << DatasetType::ObjectDetection;
    }

    void tellsOutlinesFromBoxes()
    {
        QFETCH(QString, data);
        QFETCH(QString, format);
        QFETCH(DatasetType, type);
        const QString folder = tests::sharedData(data);
        if (folder.isEmpty()) {
            QSKIP("shared data is not here");
        }
        const auto found = scenarios::recogniseDataset(folder, {});
        QVERIFY(found && *found);
        QCOMPARE((*found)->format, format);
        QCOMPARE((*found)->type, type);
        QVERIFY(!(*found)->reason.isEmpty());
    }

    void knowsNothingInAFolderOfPictures()
    {
        tests::ScenarioProject project;
        const QString folder = project.path(QStringLiteral("src"));
        tests::writePicture(folder + QStringLiteral("/a.png"), 1);
        const auto found = scenarios::recogniseDataset(folder, {});
        QVERIFY(found);
        QVERIFY(!*found);
        QVERIFY(!scenarios::recogniseDataset(folder + QStringLiteral("/none"), {}));
    }
};

QTEST_GUILESS_MAIN(tst_PreviewImport)
#include "tst_PreviewImport.moc"
