// SPDX-License-Identifier: GPL-3.0-or-later
//! COCO: what is written comes back, run lengths, order of members, splits, keypoints, bad input, real files.
#include "engine/formats/CocoRle.h"
#include "tests/engine/formats/FormatRoundTrip.h"
#include "tests/support/TestData.h"

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using domain::DatasetType;
using domain::Shape;
using domain::ShapeKind;

namespace {

const QByteArray kCategories = R"("categories":[{"id":7,"name":"cat"},{"id":3,"name":"dog"}])";

} // namespace

class tst_Coco : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("isCompact");
        QTest::addColumn<bool>("withPictures");
        QTest::newRow("detection") << int(DatasetType::ObjectDetection) << false << true;
        QTest::newRow("segmentation") << int(DatasetType::ImageSegmentation) << false << true;
        QTest::newRow("compact masks") << int(DatasetType::ImageSegmentation) << true << true;
        QTest::newRow("classification") << int(DatasetType::ImageClassification) << false << true;
        QTest::newRow("without pictures") << int(DatasetType::ObjectDetection) << false << false;
    }

    void comesBackAsItWas()
    {
        QFETCH(int, type);
        QFETCH(bool, isCompact);
        QFETCH(bool, withPictures);
        const QTemporaryDir place;
        const QString input = place.filePath(QStringLiteral("in"));
        const auto samples = makeSamples(input, DatasetType(type), 40);
        WriteOptions options;
        options.type = DatasetType(type);
        options.withHard = true;
        options.inputLocation = input;
        options.compactMasks = isCompact;
        options.withPictures = withPictures;
        const RoundTrip trip =
            throughFormat(*findFormat(QStringLiteral("coco")), samples, place.filePath(QStringLiteral("out")), options);
        QCOMPARE(trip.problems, QStringList());
        QCOMPARE(trip.differences, QStringList());
        QCOMPARE(trip.written.samples, qint64(samples.size()));
        QCOMPARE(trip.labels.size(), madeUpLabels().size() * 4); // once per split
        QCOMPARE(trip.labels[2].skeleton, madeUpLabels()[2].skeleton);
        for (const Loss& loss : trip.losses.losses) {
            QVERIFY2(loss.kind == LossKind::ShapeDropped || loss.kind == LossKind::ShapeConverted ||
                         loss.kind == LossKind::RingsJoined || loss.kind == LossKind::Renamed,
                     qPrintable(lossName(loss.kind)));
        }
    }

    void runLengthsGoDownTheColumns()
    {
        // x x .
        // . x .
        const auto mask = maskFromColumnRuns({0, 1, 1, 2, 2}, 3, 2);
        QVERIFY(mask);
        QVERIFY(mask->contains(0, 0) && mask->contains(1, 0) && mask->contains(1, 1));
        QCOMPARE(mask->area(), qint64(3));
        QCOMPARE(columnRunsOf(*mask, 3, 2), ColumnRuns({0, 1, 1, 2, 2}));
    }

    void runLengthsAsTextComeBack()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 200; ++round) {
            std::vector<uchar> pixels(37 * 23);
            for (uchar& pixel : pixels) {
                pixel = random() % 4 == 0;
            }
            const domain::Mask mask = domain::Mask::fromPixels(pixels.data(), 37, {round % 3, round % 5, 37, 23});
            const ColumnRuns runs = columnRunsOf(mask, 40 + round, 28 + round % 2);
            const auto again = columnRunsFromText(std::string(textFromColumnRuns(runs).constData()));
            QVERIFY(again);
            QCOMPARE(*again, runs);
            QCOMPARE(maskFromColumnRuns(*again, 40 + round, 28 + round % 2), std::optional(mask));
        }
        QCOMPARE(textFromColumnRuns({2, 3, 1, 1}), QByteArray("231N"));
        QCOMPARE(columnRunsFromText("231N"), std::optional(ColumnRuns({2, 3, 1, 1})));
        QVERIFY(!columnRunsFromText("\x01\x02"));
        QVERIFY(!maskFromColumnRuns({0, 100}, 5, 6));
    }

    void membersMayStandInAnyOrder()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("b.jpg")));
        makeFile(place.filePath(QStringLiteral("all.json")),
                 "\xef\xbb\xbf{\"annotations\":[{\"bbox\":[1,2,3,4],\"image_id\":\"2\",\"category_id\":7.0,\"id\":1},"
                 "{\"image_id\":1,\"category_id\":\"3\",\"bbox\":[\"5\",\"6.5\",7,8],\"segmentation\":[],\"id\":2}],"
                 "\"x\":{\"y\":[1,\"]}\\\"\"]}," +
                     kCategories +
                     ",\"images\":[{\"id\":1,\"file_name\":\"a.jpg\",\"width\":100,\"height\":80},"
                     "{\"file_name\":\"b.jpg\",\"id\":2,\"coco_url\":\"http://x/b.jpg\"}]}");
        const ReadOutcome outcome = readAll("coco", place.filePath(QStringLiteral("all.json")));
        QCOMPARE(problemLines(outcome.problems), QStringList());
        QCOMPARE(outcome.samples.size(), size_t(2));
        QCOMPARE(outcome.samples[0].annotations[0].label, QStringLiteral("dog"));
        QCOMPARE(outcome.samples[0].annotations[0].annotation.shape, Shape::box({5, 6.5}, {12, 14.5}));
        QCOMPARE(outcome.samples[1].annotations[0].label, QStringLiteral("cat"));
        QCOMPARE(outcome.samples[1].sample.extra, QByteArray("{\"coco_url\":\"http://x/b.jpg\"}"));
        QCOMPARE(outcome.samples[1].sample.externalId, QStringLiteral("2"));
    }

    void namesWhatIsWrong()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("b.jpg")));
        makeFile(place.filePath(QStringLiteral("all.json")),
                 "{\"images\":[\n{\"id\":1,\"file_name\":\"a.jpg\",\"width\":100,\"height\":80},\n"
                 "{\"id\":1,\"file_name\":\"b.jpg\"},\n{\"id\":3,\"file_name\":\"missing.jpg\"},\n"
                 "{\"id\":4,\"file_name\":\"../a.jpg\"},\n{\"id\":5},\n{\"file_name\":\"a.jpg\"},\n7],\n"
                 "\"annotations\":[\n{\"id\":1,\"image_id\":9,\"category_id\":7,\"bbox\":[1,2,3,4]},\n"
                 "{\"id\":2,\"image_id\":1,\"category_id\":99,\"bbox\":[1,2,3,4]},\n"
                 "{\"id\":3,\"image_id\":1,\"category_id\":7},\n"
                 "{\"id\":4,\"image_id\":1,\"category_id\":7,\"bbox\":[1,2,0,4]},\n"
                 "{\"id\":5,\"image_id\":1,\"category_id\":7,\"segmentation\":[[1,2,3]]},\n"
                 "{\"id\":6,\"image_id\":1,\"category_id\":7,\"bbox\":[10,20,30,40]}],\n" +
                     kCategories + "}");
        const ReadOutcome outcome = readAll("coco", place.filePath(QStringLiteral("all.json")));
        QStringList expected{
            QStringLiteral("FieldMissing all.json:7 images: id"),
            QStringLiteral("JsonMalformed all.json:8 7"),
            QStringLiteral("FileDuplicate all.json:3 image id 1"),
            QStringLiteral("AnnotationOrphan all.json:10 image_id=9"),
            QStringLiteral("FieldInvalid all.json:11 id 2: category_id=99"),
            QStringLiteral("FieldMissing all.json:12 id 3: bbox"),
            QStringLiteral("ShapeZeroSize all.json:13 id 4"),
            QStringLiteral("FieldInvalid all.json:14 id 5: segmentation=[1,2,3]"),
            QStringLiteral("FileMissing all.json:4 missing.jpg"),
            QStringLiteral("PathOutside all.json:5 ../a.jpg"),
            QStringLiteral("FieldMissing all.json:6 file_name"),
        };
        QStringList found = problemLines(outcome.problems, place.path());
        expected.sort();
        found.sort();
        QCOMPARE(found, expected);
        QCOMPARE(outcome.samples.size(), size_t(2));
        QCOMPARE(outcome.samples[0].annotations.size(), size_t(1));
        QCOMPARE(outcome.summary->skippedAnnotations, qint64(5));
        QCOMPARE(outcome.summary->skippedSamples, qint64(5));
    }

    void takesWhatStandsBeforeTheBreak()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("all.json")),
                 "{" + kCategories +
                     ",\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"annotations\":["
                     "{\"id\":1,\"image_id\":1,\"category_id\":7,\"bbox\":[1,2,3,4]},{\"id\":2,\"image_id\":1,\"cat");
        const ReadOutcome outcome = readAll("coco", place.filePath(QStringLiteral("all.json")));
        QCOMPARE(outcome.samples.size(), size_t(1));
        QCOMPARE(outcome.samples[0].annotations.size(), size_t(1));
        QCOMPARE(outcome.problems.count(), qint64(1));
        QCOMPARE(outcome.problems.kept().first().code, core::ProblemCode::JsonMalformed);
    }

    void splitsBecomeUsage()
    {
        const QTemporaryDir place;
        const auto json = [](const QByteArray& name) {
            return QByteArray("{\"images\":[{\"id\":1,\"file_name\":\"" + name + "\"}],\"annotations\":[]," +
                              kCategories + "}");
        };
        makeFile(place.filePath(QStringLiteral("train2017/a.jpg")));
        makeFile(place.filePath(QStringLiteral("val2017/a.jpg")));
        makeFile(place.filePath(QStringLiteral("elsewhere/deep/c.jpg")));
        makeFile(place.filePath(QStringLiteral("annotations/instances_train2017.json")), json("a.jpg"));
        makeFile(place.filePath(QStringLiteral("annotations/person_keypoints_train2017.json")), json("a.jpg"));
        makeFile(place.filePath(QStringLiteral("annotations/captions_train2017.json")), json("a.jpg"));
        makeFile(place.filePath(QStringLiteral("annotations/instances_val2017.json")), json("a.jpg"));
        makeFile(place.filePath(QStringLiteral("annotations/image_info_test2017.json")), json("c.jpg"));
        const ReadOutcome outcome = readAll("coco", place.path());
        QStringList found;
        for (const ImportedSample& sample : outcome.samples) {
            found.append(
                QString(sample.path.mid(place.path().size() + 1) + u' ' + domain::usageName(sample.sample.usage)));
        }
        found.sort();
        QCOMPARE(found, QStringList({QStringLiteral("elsewhere/deep/c.jpg TEST"),
                                     QStringLiteral("train2017/a.jpg TRAIN"), QStringLiteral("val2017/a.jpg EVAL")}));
        QStringList problems = problemLines(outcome.problems, place.path());
        problems.sort();
        QCOMPARE(problems, QStringList({QStringLiteral("TypeMismatch annotations/captions_train2017.json:0 captions"),
                                        QStringLiteral("TypeMismatch annotations/person_keypoints_train2017.json:0 "
                                                       "person_keypoints")}));
    }

    void keepsWhatElseIsSaidOfASkeleton()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("all.json")),
                 "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\",\"width\":100,\"height\":80}],\"annotations\":["
                 "{\"id\":1,\"image_id\":1,\"category_id\":1,\"iscrowd\":1,\"bbox\":[1,2,30,40],\"area\":77.5,"
                 "\"num_keypoints\":1,\"keypoints\":[3,4,2,0,0,0],\"segmentation\":[[1,2,31,2,31,42]]},"
                 "{\"id\":2,\"image_id\":1,\"category_id\":1,\"bbox\":[1,2,30,40],\"num_keypoints\":0,"
                 "\"keypoints\":[0,0,0,0,0,0],\"segmentation\":[[1,2,31,2,31,42]]}],"
                 "\"categories\":[{\"id\":1,\"name\":\"person\",\"keypoints\":[\"nose\",\"tail\"],"
                 "\"skeleton\":[[1,2]]}]}");
        std::vector<domain::Label> labels;
        ReadOptions options;
        options.labels = [&labels](const domain::Label& label) { labels.push_back(label); };
        const ReadOutcome outcome = readAll("coco", place.filePath(QStringLiteral("all.json")), options);
        QCOMPARE(problemLines(outcome.problems), QStringList());
        const auto& annotations = outcome.samples.at(0).annotations;
        QCOMPARE(annotations[0].annotation.shape.kind, ShapeKind::Skeleton);
        QCOMPARE(annotations[1].annotation.shape.kind, ShapeKind::Polygon);
        QCOMPARE(labels.at(0).skeleton.joints, QStringList({QStringLiteral("nose"), QStringLiteral("tail")}));
        QCOMPARE(labels.at(0).skeleton.bones.at(0), std::pair(0, 1));
        const QJsonObject extra = QJsonDocument::fromJson(annotations[0].annotation.extra).object();
        QCOMPARE(extra.value(QLatin1String("area")).toDouble(), 77.5);
        QVERIFY(extra.contains(QLatin1String("segmentation")) && extra.contains(QLatin1String("iscrowd")));
        // And it is written again as it was.
        const RoundTrip trip = throughFormat(*findFormat(QStringLiteral("coco")), outcome.samples,
                                             place.filePath(QStringLiteral("out")), {});
        QCOMPARE(trip.differences, QStringList());
    }

    void coveredPartsAreNoHoles()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("all.json")),
                 "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"annotations\":[{\"id\":1,\"image_id\":1,"
                 "\"category_id\":7,\"segmentation\":[[0,0,10,0,10,10,0,10],[2,2,5,2,5,5],[20,0,30,0,30,10]]}]," +
                     kCategories + "}");
        const ReadOutcome outcome = readAll("coco", place.filePath(QStringLiteral("all.json")));
        QCOMPARE(outcome.samples.at(0).annotations.at(0).annotation.shape.ringCount(), 2);
        QCOMPARE(outcome.samples.at(0).annotations.at(0).annotation.shape.area(), 150.0);
    }

    void boxesOnlyTakesTheBoxes()
    {
        const QTemporaryDir place;
        makeFile(place.filePath(QStringLiteral("a.jpg")));
        makeFile(place.filePath(QStringLiteral("all.json")),
                 "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"annotations\":[{\"id\":1,\"image_id\":1,"
                 "\"category_id\":7,\"bbox\":[1,2,3,4],\"segmentation\":[[0,0,10,0,10,10,0,10]]}]," +
                     kCategories + "}");
        ReadOptions options;
        options.boxesOnly = true;
        const ReadOutcome outcome = readAll("coco", place.filePath(QStringLiteral("all.json")), options);
        QCOMPARE(outcome.samples.at(0).annotations.at(0).annotation.shape, Shape::box({1, 2}, {4, 6}));
    }

    void readsRealFiles_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("annotations");
        const int figures = int(DatasetType::ImageSegmentation);
        QTest::newRow("instances") << QStringLiteral("coco_instances") << figures << 2 << 3;
        QTest::newRow("keypoints") << QStringLiteral("coco_person_keypoints") << figures << 2 << 3;
        QTest::newRow("stuff") << QStringLiteral("coco_stuff") << figures << 2 << 2;
        QTest::newRow("image info") << QStringLiteral("coco_image_info") << figures << 2 << 0;
        QTest::newRow("labels") << QStringLiteral("coco_labels") << int(DatasetType::ImageClassification) << 2 << 3;
        QTest::newRow("all") << QStringLiteral("coco") << figures << 2 << 3;
    }

    void readsRealFiles()
    {
        QFETCH(QString, folder);
        QFETCH(int, type);
        QFETCH(int, samples);
        QFETCH(int, annotations);
        const QString place = sharedData(QStringLiteral("formats/datumaro/coco_dataset/") + folder);
        if (place.isEmpty()) {
            QSKIP("The shared data are not here.");
        }
        ReadOptions options;
        options.type = DatasetType(type);
        const ReadOutcome outcome = readAll("coco", place, options);
        QVERIFY(outcome.summary);
        for (const QString& line : problemLines(outcome.problems, place)) {
            qInfo("%s", qPrintable(line));
        }
        QCOMPARE(outcome.summary->samples, qint64(samples));
        QCOMPARE(outcome.summary->annotations, qint64(annotations));
    }

    void saysThatResultsHaveNoPictures()
    {
        const QString place =
            sharedData(QStringLiteral("formats/coco_results/instances_val2014_fakebbox100_results.json"));
        if (place.isEmpty()) {
            QSKIP("The shared data are not here.");
        }
        const ReadOutcome outcome = readAll("coco", place);
        QVERIFY(outcome.summary);
        QCOMPARE(outcome.samples.size(), size_t(0));
        QCOMPARE(outcome.problems.count(), qint64(1));
        QCOMPARE(outcome.problems.kept().first().code, core::ProblemCode::TypeUnknown);
    }
};

QTEST_GUILESS_MAIN(tst_Coco)
#include "tst_Coco.moc"
