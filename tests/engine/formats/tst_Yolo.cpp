// SPDX-License-Identifier: GPL-3.0-or-later
//! YOLO in its five kinds: what is written comes back, layouts, class names, splits, broken lines, real files.
#include "tests/engine/formats/FormatRoundTrip.h"
#include "tests/support/TestData.h"

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using domain::DatasetType;
using domain::JointVisibility;
using domain::Shape;
using domain::ShapeKind;

namespace {

/// Says that every picture is 200 x 100.
core::Result<ProbedImage> probe(const QString& path)
{
    return ProbedImage{200, 100, 1, QFileInfo(path).size(), 1, {}};
}

ReadOptions probing()
{
    ReadOptions options;
    options.probe = probe;
    return options;
}

/// "picture USAGE label,label" of every sample.
QStringList briefly(const ReadOutcome& outcome, const QString& root)
{
    QStringList lines;
    for (const ImportedSample& sample : outcome.samples) {
        QStringList labels;
        for (const NamedAnnotation& named : sample.annotations) {
            labels.append(named.label);
        }
        lines.append(
            QStringLiteral("%1 %2 %3")
                .arg(sample.path.mid(root.size() + 1), domain::usageName(sample.sample.usage), labels.join(u',')));
    }
    return lines;
}

} // namespace

class tst_Yolo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("type");
        for (const char* format : {"yolo", "yolo_segmentation", "yolo_obb", "yolo_pose"}) {
            QTest::addRow("%s detection", format) << QByteArray(format) << int(DatasetType::ObjectDetection);
            QTest::addRow("%s segmentation", format) << QByteArray(format) << int(DatasetType::ImageSegmentation);
        }
        QTest::newRow("classification") << QByteArray("yolo_classification") << int(DatasetType::ImageClassification);
    }

    void comesBackAsItWas()
    {
        QFETCH(QByteArray, format);
        QFETCH(int, type);
        const QTemporaryDir place;
        const QString input = place.filePath(QStringLiteral("in"));
        const auto samples = makeSamples(input, DatasetType(type), 40);
        WriteOptions options;
        options.type = DatasetType(type);
        options.inputLocation = input;
        const RoundTrip trip = throughFormat(*findFormat(QString::fromLatin1(format)), samples,
                                             place.filePath(QStringLiteral("out")), options);
        QCOMPARE(trip.problems, QStringList());
        QCOMPARE(trip.differences, QStringList());
        QVERIFY(trip.written.annotations > 0);
        QVERIFY(!trip.losses.losses.empty());
        QCOMPARE(trip.labels.size(), madeUpLabels().size());
        if (format == "yolo_pose") {
            QCOMPARE(trip.labels[0].skeleton.joints, madeUpLabels()[0].skeleton.joints);
        }
    }

    void readsEveryKindOfLine_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("confidence");
        QTest::newRow("box") << QByteArray("yolo") << QByteArray("1 0.5 0.5 0.2 0.4") << int(ShapeKind::BoundingBox)
                             << -1.0;
        QTest::newRow("confidence") << QByteArray("yolo") << QByteArray("1\t0.5 0.5  0.2 0.4 0.75\r")
                                    << int(ShapeKind::BoundingBox) << 0.75;
        QTest::newRow("outline among boxes")
            << QByteArray("yolo") << QByteArray("1 0.1 0.1 0.5 0.1 0.5 0.5") << int(ShapeKind::Polygon) << -1.0;
        QTest::newRow("outline") << QByteArray("yolo_segmentation")
                                 << QByteArray("1 0.1 0.1 0.5 0.1 0.5 0.5 0.1 0.4 0.5") << int(ShapeKind::Polygon)
                                 << 0.5;
        QTest::newRow("box among outlines") << QByteArray("yolo_segmentation") << QByteArray("1 0.5 0.5 0.2 0.4")
                                            << int(ShapeKind::BoundingBox) << -1.0;
        QTest::newRow("rotated") << QByteArray("yolo_obb") << QByteArray("1 0.1 0.1 0.5 0.1 0.5 0.5 0.1 0.5")
                                 << int(ShapeKind::RotatedBox) << -1.0;
        QTest::newRow("four corners that are no rectangle")
            << QByteArray("yolo_obb") << QByteArray("1 0.1 0.1 0.9 0.1 0.5 0.5 0.1 0.5") << int(ShapeKind::Polygon)
            << -1.0;
        QTest::newRow("joints") << QByteArray("yolo_pose") << QByteArray("1 0.5 0.5 0.2 0.4 0.5 0.5 2 0.4 0.4 1")
                                << int(ShapeKind::Skeleton) << -1.0;
    }

    void readsEveryKindOfLine()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QFETCH(double, confidence);
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("a.txt")), line + "\n\n");
        makeFile(place.filePath(QStringLiteral("classes.txt")), "cat\r\ndog\n");
        const ReadOutcome outcome = readAll(format.constData(), place.path(), probing());
        QCOMPARE(problemLines(outcome.problems), QStringList());
        QCOMPARE(outcome.samples.size(), size_t(1));
        const NamedAnnotation& named = outcome.samples[0].annotations.at(0);
        QCOMPARE(named.label, QStringLiteral("dog"));
        QCOMPARE(int(named.annotation.shape.kind), kind);
        QCOMPARE(named.annotation.confidence.value_or(-1), confidence);
        if (kind == int(ShapeKind::BoundingBox)) {
            QVERIFY(isSameShape(named.annotation.shape, Shape::box({80, 30}, {120, 70}), 1e-9));
        }
        if (kind == int(ShapeKind::Skeleton)) {
            QCOMPARE(named.annotation.shape.visibility,
                     (std::vector{JointVisibility::Visible, JointVisibility::Hidden}));
            QCOMPARE(QJsonDocument::fromJson(named.annotation.extra).object().value(QLatin1String("bbox")).toArray(),
                     (QJsonArray{80, 30, 40, 40}));
        }
    }

    void namesBrokenLines()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("images/a.jpg")));
        makeFile(place.filePath(QStringLiteral("labels/a.txt")),
                 "0 0.5 0.5 0.2 0.4\n0 0.5 0.5 0.2\n0 x 0.5 0.2 0.4\n7 0.5 0.5 0.2 0.4\n0 80 30 40 40\n"
                 "0 0.5 0.5 0 0.4\n-1 0.5 0.5 0.2 0.4\n0.5 0.5 0.5 0.2 0.4\n0 nan 0.5 0.2 0.4\n1 0.9 0.9 0.2 0.2\n");
        makeFile(place.filePath(QStringLiteral("data.yaml")), "names: [cat, dog]\n");
        const ReadOutcome outcome = readAll("yolo", place.path(), probing());
        QCOMPARE(problemLines(outcome.problems, place.path()),
                 QStringList({QStringLiteral("FieldInvalid labels/a.txt:2 4 numbers"),
                              QStringLiteral("FieldInvalid labels/a.txt:3 x"),
                              QStringLiteral("FieldInvalid labels/a.txt:4 class 7"),
                              QStringLiteral("FieldInvalid labels/a.txt:5 numbers above 1 are not shares of the size"),
                              QStringLiteral("ShapeZeroSize labels/a.txt:6"),
                              QStringLiteral("FieldInvalid labels/a.txt:7 -1"),
                              QStringLiteral("FieldInvalid labels/a.txt:8 0.5"),
                              QStringLiteral("FieldInvalid labels/a.txt:9 nan")}));
        QCOMPARE(outcome.summary->annotations, qint64(2));
        QCOMPARE(outcome.summary->skippedAnnotations, qint64(8));
    }

    void saysThatNamesAreMissing()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("a.txt")), "0 0.5 0.5 0.2 0.4\n");
        const ReadOutcome outcome = readAll("yolo", place.path(), probing());
        QCOMPARE(outcome.problems.kept().first().code, core::ProblemCode::FieldMissing);
        QCOMPARE(outcome.samples.size(), size_t(1));
    }

    void readsBrokenYaml()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("data.yaml")), "names: [cat\ntrain: {\n");
        const ReadOutcome outcome = readAll("yolo", place.path(), probing());
        QVERIFY(outcome.summary);
        QCOMPARE(outcome.problems.kept().first().code, core::ProblemCode::FieldInvalid);
        QVERIFY(outcome.problems.kept().first().line > 0);
    }

    void findsSplits_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("images and labels")
            << QStringList{QStringLiteral("images/train/a"), QStringLiteral("images/val/b")}
            << QByteArray("path: ../datasets/x\ntrain: images/train\nval: images/val\nnames:\n  0: cat\n")
            << QStringList{QStringLiteral("images/train/a.jpg TRAIN cat"), QStringLiteral("images/val/b.jpg EVAL cat")};
        QTest::newRow("split first")
            << QStringList{QStringLiteral("train/images/a"), QStringLiteral("valid/images/b"),
                           QStringLiteral("test/images/c")}
            << QByteArray("train: ../train/images\nval: ../valid/images\ntest: ../test/images\nnc: 1\nnames: ['cat']\n")
            << QStringList{QStringLiteral("test/images/c.jpg TEST cat"), QStringLiteral("train/images/a.jpg TRAIN cat"),
                           QStringLiteral("valid/images/b.jpg EVAL cat")};
        QTest::newRow("one folder for both")
            << QStringList{QStringLiteral("images/a")} << QByteArray("train: images\nval: images\nnames: [cat]\n")
            << QStringList{QStringLiteral("images/a.jpg  cat")};
        QTest::newRow("folders of other names")
            << QStringList{QStringLiteral("images/one/a"), QStringLiteral("images/two/b")}
            << QByteArray("train: [images/one]\nval: images/two\nnames: [cat]\n")
            << QStringList{QStringLiteral("images/one/a.jpg TRAIN cat"), QStringLiteral("images/two/b.jpg EVAL cat")};
    }

    void findsSplits()
    {
        QFETCH(QStringList, files);
        QFETCH(QByteArray, yaml);
        QFETCH(QStringList, expected);
        const QTemporaryDir place;
        for (const QString& file : files) {
            makeFile(place.filePath(file + QStringLiteral(".jpg")));
            QString label = file;
            makeFile(place.filePath(label.replace(QStringLiteral("images"), QStringLiteral("labels")) +
                                    QStringLiteral(".txt")),
                     "0 0.5 0.5 0.2 0.4\n");
        }
        makeFile(place.filePath(QStringLiteral("data.yaml")), yaml);
        QCOMPARE(briefly(readAll("yolo", place.path(), probing()), place.path()), expected);
        QCOMPARE(briefly(readAll("yolo", place.filePath(QStringLiteral("data.yaml")), probing()), place.path()),
                 expected);
    }

    void readsRealFiles_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("annotations");
        const auto row = [](const char* folder, const char* format, ShapeKind kind, int annotations) {
            QTest::newRow(folder) << QByteArray(format) << QString::fromLatin1(folder) << int(kind) << annotations;
        };
        row("yolo", "yolo", ShapeKind::BoundingBox, 2);
        row("yolov8_detection", "yolo", ShapeKind::BoundingBox, 2);
        row("yolov8_detection_with_list_of_imgs", "yolo", ShapeKind::BoundingBox, 2);
        row("yolov8_detection_with_list_of_names", "yolo", ShapeKind::BoundingBox, 2);
        row("yolov8_detection_with_subset_txt", "yolo", ShapeKind::BoundingBox, 2);
        row("yolov8_segmentation", "yolo_segmentation", ShapeKind::Polygon, 2);
        row("yolov8_oriented_boxes", "yolo_obb", ShapeKind::RotatedBox, 2);
        row("yolov8_pose", "yolo_pose", ShapeKind::Skeleton, 1);
        row("yolov8_pose_two_values_per_point", "yolo_pose", ShapeKind::Skeleton, 1);
        row("yolov8_classification", "yolo_classification", ShapeKind::WholeSample, 3);
    }

    void readsRealFiles()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, folder);
        QFETCH(int, kind);
        QFETCH(int, annotations);
        const QString place = sharedData(QStringLiteral("formats/datumaro/yolo_dataset/") + folder);
        if (place.isEmpty()) {
            QSKIP("The shared data are not here.");
        }
        ReadOptions options;
        options.probe = [](const QString&) {
            return ProbedImage{15, 10, 1, 1, 1, {}};
        }; // so large they are meant to be
        const ReadOutcome outcome = readAll(format.constData(), place, options);
        QVERIFY(outcome.summary);
        QCOMPARE(problemLines(outcome.problems, place), QStringList());
        QCOMPARE(outcome.summary->annotations, qint64(annotations));
        for (const ImportedSample& sample : outcome.samples) {
            QCOMPARE(sample.sample.usage, domain::SampleUsage::Train);
            for (const NamedAnnotation& named : sample.annotations) {
                QCOMPARE(int(named.annotation.shape.kind), kind);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_Yolo)
#include "tst_Yolo.moc"
