// SPDX-License-Identifier: GPL-3.0-or-later
//! Formats of other tools: LabelMe, CVAT, label folders and files, DOTA.
#include "engine/formats/FormatGuess.h"
#include "engine/formats/LossReport.h"
#include "engine/formats/ReadBack.h"
#include "tests/engine/formats/FormatSamples.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>

#include <random>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using domain::DatasetType;

class tst_ToolFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void whatIsNotReportedAsLostSurvives_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<DatasetType>("type");
        for (const char* id : {"labelme", "cvat", "imagenet", "txt", "dota", "csv", "masks"}) {
            for (const DatasetType type : findFormat(QString::fromLatin1(id))->types) {
                QTest::addRow("%s %s", id, qPrintable(domain::typeName(type))) << QByteArray(id) << type;
            }
        }
    }

    void whatIsNotReportedAsLostSurvives()
    {
        QFETCH(QByteArray, format);
        QFETCH(DatasetType, type);
        const Format& used = *findFormat(QString::fromLatin1(format));
        std::vector<ImportedSample> samples = everySample(type);
        WriteOptions options{.type = type, .withHard = true, .inputLocation = at("in")};
        options.labels = labelsOf(samples);
        LossCounter losses(used.abilities, options);
        QHash<QString, ImportedSample> expected;
        core::ProblemList problems;
        auto writer = used.makeWriter();
        QVERIFY(writer->begin(at("out"), options));
        for (ImportedSample& sample : samples) {
            if (losses.reduce(sample)) {
                QVERIFY(writer->add(sample, problems));
                expected.insert(writer->lastPicture(), std::move(sample));
            }
        }
        const auto written = writer->finish();
        QVERIFY(written);
        QCOMPARE(problemLines(problems), QStringList());
        const ReadOutcome again = readAll(used.id, written->path, {.type = type});
        QCOMPARE(problemLines(again.problems), QStringList());
        QCOMPARE(again.samples.size(), size_t(expected.size()));
        for (const ImportedSample& sample : again.samples) {
            QVERIFY2(expected.contains(sample.path), qPrintable(sample.path));
            const QStringList differences = differencesOf(expected.value(sample.path), sample, used.abilities);
            QVERIFY2(differences.isEmpty(), qPrintable(sample.path + u' ' + differences.join(u';')));
        }
    }

    void readsWhatLabelMeWrites()
    {
        LW_REQUIRE_DATA(folder, "formats/labelme");
        const ReadOutcome primitives =
            readAll("labelme", folder + QStringLiteral("/primitives"), {.type = DatasetType::ImageSegmentation});
        QCOMPARE(problemLines(primitives.problems), QStringList());
        QCOMPARE(primitives.samples.size(), size_t(1));
        QStringList kinds;
        for (const NamedAnnotation& annotation : primitives.samples[0].annotations) {
            kinds.append(annotation.label + u' ' + domain::shapeName(annotation.annotation.shape.kind));
        }
        QCOMPARE(kinds.join(u','),
                 QStringLiteral("rectangle bndbox,circle circle,rectangle bndbox,polygon polygon,line line,point point,"
                                "line_strip polyline,octagon mask"));
        const domain::Shape& octagon = primitives.samples[0].annotations.back().annotation.shape;
        QCOMPARE(octagon.mask.boundingRect(), QRect(417, 305, 100, 100));

        const ReadOutcome parts = readAll("labelme", folder + QStringLiteral("/instance_segmentation/data_annotated"),
                                          {.type = DatasetType::ImageSegmentation});
        QCOMPARE(problemLines(parts.problems, folder + QStringLiteral("/instance_segmentation/data_annotated")),
                 QStringList(QStringLiteral("ShapeClipped 2011_000006.json:0"))); // 375.38 of 375 pixels
        QCOMPARE(parts.samples.size(), size_t(3));
        QCOMPARE(parts.samples[0].annotations.size(), size_t(4)); // two of five polygons are one person
        QCOMPARE(parts.samples[0].annotations[1].annotation.shape.ringCount(), 2);

        QStringList declared;
        const ReadOutcome flags =
            readAll("labelme", folder + QStringLiteral("/classification/data_annotated"),
                    {.type = DatasetType::ImageClassification,
                     .labels = [&declared](const domain::Label& label) { declared.append(label.name); }});
        QCOMPARE(problemLines(flags.problems), QStringList());
        QCOMPARE(flags.samples.at(1).annotations.at(0).label, QStringLiteral("dog"));
        const QStringList expected{QStringLiteral("__ignore__"), QStringLiteral("cat"), QStringLiteral("dog")};
        QCOMPARE(declared, expected);
    }

    void embeddedPicturesAreWrittenToTheInputLocation()
    {
        makePicture(at("p.png"), {20, 10});
        const QByteArray json = "{\"shapes\":[],\"imagePath\":\"C:\\\\pictures\\\\p.png\",\"imageData\":\"" +
                                contentOf(at("p.png")).toBase64() + "\",\"imageHeight\":10,\"imageWidth\":20}";
        makeFile(at("from/x.json"), json);
        QVERIFY(QDir().mkpath(at("in")));
        for (int i = 0; i < 2; ++i) { // the second import takes the same file
            const ReadOutcome read = readAll("labelme", at("from"), {.inputLocation = at("in")});
            QCOMPARE(problemLines(read.problems), QStringList());
            QCOMPARE(read.samples.at(0).path, at("in/p.png"));
        }
        QCOMPARE(contentOf(at("in/p.png")), contentOf(at("p.png")));
        const ReadOutcome nowhere = readAll("labelme", at("from"));
        QCOMPARE(problemLines(nowhere.problems, at("from")), QStringList(QStringLiteral("FileMissing x.json:0 p.png")));
    }

    void wrongLabelMeFilesCostThemselvesOnly()
    {
        makePicture(at("in/a.png"));
        makePicture(at("in/b.png"));
        makeFile(at("in/a.json"), "{\"shapes\":[{\"label\":\"cat\",\"points\":[[1,1],[5,x]]}]}");
        makeFile(at("in/b.json"),
                 "{\"imagePath\":\"b.png\",\"shapes\":[{\"label\":\"cat\",\"points\":[[1,1],[5,5]],\"shape_type\":\"rectangle\"},"
                 "{\"label\":\"cat\",\"points\":[[1,1]],\"shape_type\":\"rectangle\"},{\"label\":\"cat\",\"points\":[[1,1]],\"shape_type\":\"cube\"},"
                 "{\"label\":\"\",\"points\":[[1,1]],\"shape_type\":\"point\"},{\"label\":\"cat\",\"points\":\"x\"},7,"
                 "{\"label\":\"cat\",\"points\":[[1,1],[3,3]],\"shape_type\":\"mask\",\"mask\":\"AAAA\"}],\"imageWidth\":64,\"imageHeight\":48}");
        makeFile(at("in/c.json"), "{\"imagePath\":\"../../etc/c.png\",\"shapes\":[]}");
        const ReadOutcome read = readAll("labelme", at("in"), {.type = DatasetType::ImageSegmentation});
        QStringList lines = problemLines(read.problems, at("in"));
        QVERIFY(lines.takeFirst().startsWith(QLatin1String("JsonMalformed a.json")));
        const QStringList expected{
            QStringLiteral("ShapeTooFewPoints b.json:0 1"), QStringLiteral("TypeUnknown b.json:0 cube"),
            QStringLiteral("FieldMissing b.json:0 label"),  QStringLiteral("FieldInvalid b.json:0 points"),
            QStringLiteral("FieldInvalid b.json:0 shapes"), QStringLiteral("FieldInvalid b.json:0 mask"),
            QStringLiteral("FileMissing c.json:0 ../../etc/c.png")};
        QCOMPARE(lines, expected);
        QCOMPARE(read.samples.size(), size_t(2));
        QCOMPARE(read.summary->skippedAnnotations, qint64(6));
    }

    void readsWhatCvatWrites()
    {
        LW_REQUIRE_DATA(folder, "formats/datumaro/cvat_dataset/for_images");
        std::vector<domain::Label> labels;
        const ReadOutcome read =
            readAll("cvat", folder, {.labels = [&labels](const domain::Label& label) { labels.push_back(label); }});
        QCOMPARE(read.samples.size(), size_t(2));
        QCOMPARE(labels.size(), size_t(3)); // the joints are none
        const auto skeleton = std::find_if(labels.begin(), labels.end(), [](const domain::Label& label) {
            return label.name == QLatin1String("skeleton");
        });
        QVERIFY(skeleton != labels.end());
        QCOMPARE(skeleton->skeleton.joints.join(u','), QStringLiteral("1,2,3,4"));
        const std::vector<std::pair<int, int>> bones{{2, 1}, {0, 3}};
        QVERIFY(skeleton->skeleton.bones == bones);
        QCOMPARE(skeleton->colour & 0xffffffU, 0x0c81b5U);
        const ImportedSample& first = read.samples[0];
        QCOMPARE(first.annotations.size(), size_t(2)); // a polyline without label is reported
        QVERIFY(first.annotations[0].annotation.shape.kind == domain::ShapeKind::Skeleton);
        QVERIFY(first.annotations[0].annotation.shape.visibility[0] == domain::JointVisibility::Absent);
        QVERIFY(first.annotations[1].annotation.isOccluded); // its z_order is 1
        QCOMPARE(first.annotations[1].annotation.attributes.value(QStringLiteral("a2")), QStringLiteral("v3"));
    }

    void wrongCvatFilesCostThemselvesOnly()
    {
        makePicture(at("in/a.png"));
        makeFile(at("in/bomb.xml"), "<!DOCTYPE a [<!ENTITY b \"x\">]>\n<annotations><version>&b;</version></annotations>");
        makeFile(at("in/cut.xml"), "<annotations>\n<image name=\"a.png\" width=\"64\" height=\"48\">\n"
                                   "<box label=\"cat\" xtl=\"1\" ytl=\"1\" xbr=\"x\" ybr=\"9\"/>\n"
                                   "<box label=\"cat\" xtl=\"1\" ytl=\"1\" xbr=\"8\" ybr=\"9\"/>\n"
                                   "<mask label=\"cat\" rle=\"1,99\" left=\"1\" top=\"1\" width=\"3\" height=\"3\"/>\n"
                                   "<cuboid label=\"cat\"/>\n</image><image name=\"b.png\"/><track/>\n<image");
        makeFile(at("in/other.xml"), "<annotation/>");
        const ReadOutcome read = readAll("cvat", at("in"));
        QStringList lines = problemLines(read.problems, at("in"));
        QVERIFY(lines.takeLast().startsWith(QLatin1String("TypeUnknown other.xml:1 annotation")));
        QVERIFY(lines.takeLast().startsWith(QLatin1String("XmlMalformed cut.xml:8")));
        const QStringList expected{
            QStringLiteral("XmlEntities bomb.xml:1"),        QStringLiteral("FieldInvalid cut.xml:3 xbr=x"),
            QStringLiteral("FieldInvalid cut.xml:5 rle"),    QStringLiteral("TypeUnknown cut.xml:6 cuboid"),
            QStringLiteral("FileMissing cut.xml:7 b.png"),   QStringLiteral("TypeMismatch cut.xml:7 track")};
        QCOMPARE(lines, expected);
        QCOMPARE(read.samples.size(), size_t(1));
        QCOMPARE(read.samples[0].annotations.size(), size_t(1));
    }

    void textFilesWinOverFolders()
    {
        makePicture(at("in/train/Cat/1.png"));
        makePicture(at("in/train/Cat/2.png"));
        makeFile(at("in/train/Cat/2.txt"), "\xEF\xBB\xBF" "Dog\r\n\r\nRed cat\nDog\nbad/name");
        makePicture(at("in/val/deep/Dog/3.png"));
        makePicture(at("in/4.png"));
        const ReadOutcome read = readAll("imagenet", at("in"), {.type = DatasetType::ImageClassification});
        QStringList found;
        for (const ImportedSample& sample : read.samples) {
            QStringList labels;
            for (const NamedAnnotation& annotation : sample.annotations) {
                labels.append(annotation.label);
            }
            found.append(sample.sample.name + u' ' + domain::usageName(sample.sample.usage) + u' ' + labels.join(u'+'));
        }
        const QStringList expected{QStringLiteral("4.png  "), QStringLiteral("1.png TRAIN Cat"),
                                   QStringLiteral("2.png TRAIN Dog+Red cat"), QStringLiteral("3.png EVAL Dog")};
        QCOMPARE(found, expected);
        const QStringList problems{QStringLiteral("FieldInvalid train/Cat/2.txt:4 Dog"),
                                   QStringLiteral("LabelInvalid train/Cat/2.txt:5 bad/name")};
        QCOMPARE(problemLines(read.problems, at("in")), problems);
    }

    void flowersAreReadByTheirFolders()
    {
        LW_REQUIRE_DATA(folder, "images/flowers");
        const ReadOutcome read = readAll("imagenet", folder, {.type = DatasetType::ImageClassification});
        QSet<QString> labels;
        for (const ImportedSample& sample : read.samples) {
            QCOMPARE(sample.annotations.size(), size_t(1));
            labels.insert(sample.annotations[0].label);
        }
        QCOMPARE(labels.size(), qsizetype(5));
    }

    void readsDotaText()
    {
        makePicture(at("in/images/P1.png"), {200, 100});
        makeFile(at("in/labelTxt/P1.txt"), "imagesource:GoogleEarth\ngsd:0.15\n10 10 60 10 60 30 10 30 small vehicle 1\n"
                                           "20 50 40 60 35 70 15 60 ship\n0 0 50 0 80 60 10 90 harbor 0\n1 2 3\n");
        makeFile(at("in/labelTxt/none.txt"), "1 1 2 1 2 2 1 2 x 0\n");
        const ReadOutcome read = readAll("dota", at("in"));
        const QStringList problems{QStringLiteral("FieldInvalid labelTxt/P1.txt:6 1 2 3"),
                                   QStringLiteral("AnnotationOrphan labelTxt/none.txt:0")};
        QCOMPARE(problemLines(read.problems, at("in")), problems);
        const std::vector<NamedAnnotation>& found = read.samples.at(0).annotations;
        QCOMPARE(found.size(), size_t(3));
        QCOMPARE(found[0].label, QStringLiteral("small vehicle"));
        QVERIFY(found[0].annotation.isDifficult);
        QVERIFY(found[1].annotation.shape.kind == domain::ShapeKind::RotatedBox);
        QVERIFY(found[2].annotation.shape.kind == domain::ShapeKind::Polygon);
        QVERIFY(read.samples[0].sample.extra.contains("GoogleEarth"));
    }

    void damagedFilesDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("file");
        QTest::newRow("labelme") << QByteArray("labelme") << QStringLiteral("a.json");
        QTest::newRow("cvat") << QByteArray("cvat") << QStringLiteral("annotations.xml");
        QTest::newRow("dota") << QByteArray("dota") << QStringLiteral("labelTxt/a.txt");
        QTest::newRow("txt") << QByteArray("txt") << QStringLiteral("a.txt");
        QTest::newRow("csv") << QByteArray("csv") << QStringLiteral("annotations.csv");
        QTest::newRow("colour map") << QByteArray("masks") << QStringLiteral("labelmap.txt");
        QTest::newRow("mask") << QByteArray("masks") << QStringLiteral("masks/a.png");
    }

    void damagedFilesDoNoHarm()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, file);
        const Format& used = *findFormat(QString::fromLatin1(format));
        const DatasetType type = used.types.back();
        std::vector<ImportedSample> samples = everySample(type);
        samples.resize(1);
        samples[0].sample.usage = domain::SampleUsage::None;
        LossCounter losses(used.abilities, {.type = type});
        QVERIFY(losses.reduce(samples[0]));
        WriteOptions options{.type = type};
        options.labels = labelsOf(samples);
        writeAll(format, at("good"), samples, options);
        const QByteArray good = contentOf(at("good/") + file);
        QVERIFY(!good.isEmpty());
        std::mt19937 random(20240229U);
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes = good;
            for (int step = int(random() % 4); step >= 0; --step) {
                const qsizetype place = qsizetype(random() % quint32(bytes.size()));
                switch (random() % 4) {
                case 0:
                    bytes[place] = char(random() % 256);
                    break;
                case 1:
                    bytes.remove(place, qsizetype(random() % 30));
                    break;
                case 2:
                    bytes.insert(place, bytes.mid(qsizetype(random() % quint32(bytes.size())), 40));
                    break;
                default:
                    bytes.insert(place, "-99999999999999999999e999");
                }
                if (bytes.isEmpty()) {
                    bytes = "x";
                }
            }
            QFile out(at("good/") + file);
            QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
            out.write(bytes);
            out.close();
            const ReadOutcome read = readAll(format, at("good"), {.type = type});
            QVERIFY(read.summary);
            for (const ImportedSample& sample : read.samples) {
                for (const NamedAnnotation& annotation : sample.annotations) {
                    QVERIFY(annotation.annotation.shape.isValid());
                    QVERIFY(domain::isValidLabelName(annotation.label));
                }
            }
        }
    }

    void recognisesWhatEachWriterWrites_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<DatasetType>("type");
        for (const Format& format : allFormats()) {
            for (const DatasetType type : format.types) {
                QTest::addRow("%s %s", format.id, qPrintable(domain::typeName(type))) << QByteArray(format.id) << type;
            }
        }
    }

    void recognisesWhatEachWriterWrites()
    {
        QFETCH(QByteArray, format);
        QFETCH(DatasetType, type);
        const Format& used = *findFormat(QString::fromLatin1(format));
        std::vector<ImportedSample> samples = everySample(type);
        WriteOptions options{.type = type, .inputLocation = at("in")};
        options.labels = labelsOf(samples);
        LossCounter losses(used.abilities, options);
        std::erase_if(samples, [&losses](ImportedSample& sample) { return !losses.reduce(sample); });
        if (samples.empty() || samples[0].annotations.empty()) {
            QSKIP("this format holds none of the figures");
        }
        const WriteSummary written = writeAll(format, at("out"), samples, options);
        const auto guesses = guessFormats(written.path, type);
        QVERIFY(guesses);
        QVERIFY2(!guesses->empty(), "nothing was recognised");
        // Label folders are the same in YOLO's classification and in ImageNet's layout.
        const QString best = guesses->front().format;
        const bool isFolders = best == QLatin1String("imagenet") && format == "yolo_classification";
        QVERIFY2(best == QLatin1String(format) || isFolders, qPrintable(best + u' ' + guesses->front().file));
    }

    void saysWhyItGuesses()
    {
        makePicture(at("in/a.png"));
        makeFile(at("in/instances_train.json"), "{\"images\":[{\"file_name\":\"a.png\"}],\"annotations\":[],\"categories\":[]}");
        const auto guesses = guessFormats(at("in"), DatasetType::ObjectDetection);
        QCOMPARE(guesses->front().format, QStringLiteral("coco"));
        QVERIFY(guesses->front().clue == Clue::CocoJson);
        QCOMPARE(guesses->front().file, QStringLiteral("instances_train.json"));
        QCOMPARE(guessFormats(at("nowhere"), {}).error().code, core::ErrorCode::NotFound);
    }

    void recognisesCocoBehindLongMasks()
    {
        makePicture(at("in/images/a.png"));
        makeFile(at("in/annotations/instances.json"),
                 "{\"info\":{},\"annotations\":[{\"id\":1,\"image_id\":1,\"category_id\":1,\"segmentation\":{\"counts\":[" +
                     QByteArray("7,").repeated(200'000) + "7]}}],\"images\":[{\"id\":1,\"file_name\":\"a.png\"}]}");
        const auto guesses = guessFormats(at("in"), DatasetType::ImageSegmentation);
        QVERIFY(guesses && !guesses->empty());
        QCOMPARE(guesses->front().format, QStringLiteral("coco"));
    }

private:
    [[nodiscard]] QString at(const char* path) const
    {
        return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + QString::fromUtf8(path);
    }

    /// A sample with every kind of figure and field, a plain one in a subfolder, and one without annotations.
    std::vector<ImportedSample> everySample(DatasetType type)
    {
        for (const char* path : {"in/a.png", "in/sub/b.png", "in/c.png"}) {
            makePicture(at(path));
        }
        std::vector<ImportedSample> samples{sampleOf(at("in/a.png")), sampleOf(at("in/sub/b.png")),
                                            sampleOf(at("in/c.png"))};
        for (const domain::Shape& shape : everyShape(type)) {
            const int order = int(samples[0].annotations.size());
            samples[0].annotations.push_back(named(QStringLiteral("l%1").arg(order % 3), shape, order));
        }
        domain::Annotation& first = samples[0].annotations.front().annotation;
        first.attributes.insert(QStringLiteral("colour"), QStringLiteral("<red> & \"blue\""));
        first.isDifficult = first.isOccluded = true;
        first.pose = QStringLiteral("Left");
        first.confidence = 0.25;
        first.isHard = true;
        first.author = QStringLiteral("human");
        first.createdAt = 1'700'000'000'250;
        samples[1].annotations.push_back(named(QStringLiteral("l1"), everyShape(type).front()));
        samples[0].sample.usage = domain::SampleUsage::Train;
        samples[1].sample.usage = domain::SampleUsage::Eval;
        samples[2].sample.usage = domain::SampleUsage::Test;
        return samples;
    }

    static std::vector<domain::Label> labelsOf(const std::vector<ImportedSample>& samples)
    {
        std::vector<domain::Label> labels;
        for (int i = 0; i < 3; ++i) {
            domain::Label label;
            label.name = QStringLiteral("l%1").arg(i);
            label.colour = domain::paletteColour(i);
            label.position = i;
            for (const ImportedSample& sample : samples) {
                for (const NamedAnnotation& annotation : sample.annotations) {
                    const bool isSkeleton = annotation.annotation.shape.kind == domain::ShapeKind::Skeleton;
                    if (isSkeleton && annotation.label == label.name) {
                        label.skeleton = {{QStringLiteral("head"), QStringLiteral("hand"), QStringLiteral("foot")},
                                          {{0, 1}, {0, 2}}};
                    }
                }
            }
            labels.push_back(label);
        }
        return labels;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_ToolFormats)
#include "tst_ToolFormats.moc"
