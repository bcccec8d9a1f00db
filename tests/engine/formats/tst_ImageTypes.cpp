// SPDX-License-Identifier: GPL-3.0-or-later
//! VOC and manifests for classification, detection and segmentation: every kind of figure, masks, colours.
#include "engine/formats/ClassColours.h"
#include "engine/formats/FolderScan.h"
#include "engine/formats/VocMaskFile.h"
#include "models/domain/Rings.h"
#include "tests/engine/formats/FormatSamples.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using domain::DatasetType;

namespace {

domain::Label label(const QString& name, domain::Rgb colour)
{
    domain::Label made;
    made.name = name;
    made.colour = colour;
    return made;
}

} // namespace

class tst_ImageTypes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void everyKindSurvives_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<DatasetType>("type");
        for (const char* format : {"voc", "manifest"}) {
            for (const DatasetType type :
                 {DatasetType::ImageClassification, DatasetType::ObjectDetection, DatasetType::ImageSegmentation}) {
                QTest::addRow("%s %s", format, qPrintable(domain::typeName(type))) << QByteArray(format) << type;
            }
        }
    }

    void everyKindSurvives()
    {
        QFETCH(QByteArray, format);
        QFETCH(DatasetType, type);
        makePicture(at("in/a.png"));
        ImportedSample sample = sampleOf(at("in/a.png"));
        for (const domain::Shape& shape : everyShape(type)) {
            sample.annotations.push_back(named(QStringLiteral("l%1").arg(sample.annotations.size()), shape,
                                               int(sample.annotations.size())));
        }
        domain::Annotation& first = sample.annotations.front().annotation;
        first.attributes.insert(QStringLiteral("colour"), QStringLiteral("red"));
        first.isDifficult = first.isTruncated = true;
        first.pose = QStringLiteral("Left");
        first.confidence = 0.25;
        first.isHard = true;
        first.hardCoefficient = 0.75;
        first.author = QStringLiteral("modelarts/active-learning");
        first.createdAt = 1'700'000'000'250;
        first.extra = R"({"id":"E1"})";
        const WriteSummary written =
            writeAll(format, at("out"), {sample}, {.type = type, .withHard = true, .inputLocation = at("in")});
        const ReadOutcome again = readAll(format, written.path, {.type = type});
        QCOMPARE(problemLines(again.problems), QStringList());
        QCOMPARE(again.samples.size(), size_t(1));
        QCOMPARE(again.samples[0].annotations.size(), sample.annotations.size());
        for (size_t i = 0; i < sample.annotations.size(); ++i) {
            QCOMPARE(again.samples[0].annotations[i].label, sample.annotations[i].label);
            QCOMPARE(QJsonDocument(toJson(again.samples[0].annotations[i])).toJson(),
                     QJsonDocument(toJson(sample.annotations[i])).toJson());
            QVERIFY(again.samples[0].annotations[i].annotation == sample.annotations[i].annotation);
        }
    }

    void segmentationIsPublishedAsTheReferenceShows()
    {
        makePicture(at("in/image_0006.png"), {23, 30});
        ImportedSample sample = sampleOf(at("in/image_0006.png"), {23, 30});
        sample.annotations = {named(QStringLiteral("bike"), domain::Shape::polygon({{2, 2}, {12, 2}, {12, 12}, {2, 12}})),
                              named(QStringLiteral("road"), domain::Shape::fromMask(holedMask().translated(-12, 2)), 1)};
        const std::vector<domain::Label> labels{label(QStringLiteral("road"), 0xff102030),
                                                label(QStringLiteral("bike"), 0xffc1f335)};
        writeAll("manifest", at("out"), {sample},
                 {.type = DatasetType::ImageSegmentation, .name = QStringLiteral("V001"), .labels = labels});
        const QByteArray row = contentOf(at("out/V001.manifest"));
        QVERIFY2(row.contains(R"("type":"modelarts/image_segmentation","annotation-loc":"./annotation/image_0006.xml",)"
                              R"("annotation-format":"PASCAL VOC")"),
                 row.constData());
        const QByteArray xml = contentOf(at("out/annotation/image_0006.xml"));
        QVERIFY2(xml.contains("    <segmented>1</segmented>\n"
                              "    <mask_source>./segmentationClassRaw/image_0006.png</mask_source>\n"
                              "    <object>\n        <name>bike</name>\n        <pose>Unspecified</pose>\n"
                              "        <truncated>0</truncated>\n        <difficult>0</difficult>\n"
                              "        <mask_color>193,243,53</mask_color>\n        <occluded>0</occluded>\n"
                              "        <polygon>\n            <x1>2</x1>"),
                 xml.constData());
        QCOMPARE(xml.count("<polygon>"), qsizetype(2)); // the mask's outline too
        const auto mask = readMaskPicture(at("out/segmentationClassRaw/image_0006.png"));
        QVERIFY(mask);
        QCOMPARE(mask->size(), QSize(23, 30));
        QCOMPARE(mask->pixelIndex(3, 3), 2);
        QCOMPARE(mask->pixelIndex(0, 0), 0);
        QCOMPARE(pixelsWithIndex(*mask, 1).area(), sample.annotations[1].annotation.shape.mask.cropped({0, 0, 23, 30}).area());
        QCOMPARE(mask->pixelColor(3, 3).rgb(), 0xffc1f335U);
    }

    void objectsWithoutOutlineComeFromTheMask()
    {
        makePicture(at("in/a.jpg"), {64, 48});
        QImage mask(64, 48, QImage::Format_RGB32);
        mask.fill(Qt::black);
        for (int y = 10; y < 20; ++y) {
            for (int x = 30; x < 40; ++x) {
                mask.setPixel(x, y, qRgb(193, 243, 53));
            }
        }
        makeFile(at("in/segmentationClassRaw/a.png"), toPng(mask));
        const QByteArray object = "<object><name>bike</name><mask_color>193,243,53</mask_color></object>\n";
        makeFile(at("in/a.xml"),
                 vocText("<segmented>1</segmented><mask_source>obs://b/V001/segmentationClassRaw/a.png</mask_source>\n" +
                             object + object + "<object><name>x</name><mask_color>1,2</mask_color>" +
                             vocBox("1", "1", "5", "5") + "</object>\n",
                         64, 48));
        QStringList labels;
        const ReadOutcome read =
            readAll("voc", at("in"), {.type = DatasetType::ImageSegmentation, .labels = [&](const domain::Label& l) {
                                          labels.append(l.name + QString::number(l.colour & 0xffffff, 16));
                                      }});
        QCOMPARE(read.samples.size(), size_t(1)); // the mask is no sample
        QCOMPARE(read.samples[0].annotations.size(), size_t(2));
        QCOMPARE(read.samples[0].annotations[0].annotation.shape.mask.boundingRect(), QRect(30, 10, 10, 10));
        QVERIFY(read.samples[0].sample.extra.isEmpty());
        QCOMPARE(labels, QStringList(QStringLiteral("bikec1f335")));
        const QStringList expected{QStringLiteral("FieldMissing a.xml:6 polygon"),
                                   QStringLiteral("FieldInvalid a.xml:7 mask_color=1,2")};
        QCOMPARE(problemLines(read.problems, at("in")), expected);
        core::ProblemList problems;
        QCOMPARE(scanPictures(at("in"), DatasetType::ImageSegmentation, problems, {})->size(), size_t(1));
    }

    void figuresOfAnotherTypeAreReported()
    {
        makeFile(at("in/a.jpg"));
        makeFile(at("in/a.xml"), vocText(vocObject("<whole>1</whole>") + vocObject(vocBox("1", "1", "9", "9"))));
        const ReadOutcome boxes = readAll("voc", at("in"));
        QCOMPARE(problemLines(boxes.problems, at("in")), QStringList(QStringLiteral("TypeMismatch a.xml:4 whole")));
        QCOMPARE(boxes.samples[0].annotations.size(), size_t(1));
        const ReadOutcome labels = readAll("voc", at("in"), {.type = DatasetType::ImageClassification});
        QCOMPARE(problemLines(labels.problems, at("in")), QStringList(QStringLiteral("TypeMismatch a.xml:5 bndbox")));
        QCOMPARE(labels.samples[0].annotations.size(), size_t(1));
    }

    void wrongElementsAreReported_data()
    {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<QString>("problem");
        QTest::newRow("three corners") << QByteArray("<rotated_box><x1>1</x1><y1>1</y1><x2>9</x2><y2>1</y2><x3>9</x3>"
                                                     "<y3>9</y3></rotated_box>")
                                       << QStringLiteral("ShapeTooFewPoints a.xml:4 3");
        QTest::newRow("ellipse without r")
            << QByteArray("<ellipse><cx>9</cx><cy>9</cy><ax>12</ax><ay>9</ay></ellipse>")
            << QStringLiteral("FieldMissing a.xml:4 r");
        QTest::newRow("runs beyond the box") << QByteArray("<mask><x>1</x><y>1</y><width>2</width><height>2</height>"
                                                           "<runs>0 99</runs></mask>")
                                             << QStringLiteral("FieldInvalid a.xml:4 runs");
        QTest::newRow("no runs") << QByteArray("<mask><x>1</x><y>1</y><width>2</width><height>2</height></mask>")
                                 << QStringLiteral("FieldInvalid a.xml:4 runs");
        QTest::newRow("words in runs") << QByteArray("<mask><x>1</x><y>1</y><width>2</width><height>2</height>"
                                                     "<runs>0 x</runs></mask>")
                                       << QStringLiteral("FieldInvalid a.xml:4 runs");
        QTest::newRow("one point") << QByteArray("<polyline><x1>1</x1><y1>1</y1></polyline>")
                                   << QStringLiteral("ShapeTooFewPoints a.xml:4 1");
        QTest::newRow("nothing seen") << QByteArray("<skeleton><x1>1</x1><y1>1</y1><v1>0</v1></skeleton>")
                                      << QStringLiteral("ShapeZeroSize a.xml:4");
    }

    void wrongElementsAreReported()
    {
        QFETCH(QByteArray, shape);
        QFETCH(QString, problem);
        makeFile(at("in/a.jpg"));
        makeFile(at("in/a.xml"), vocText(vocObject(shape)));
        const ReadOutcome read = readAll("voc", at("in"), {.type = DatasetType::ImageSegmentation});
        QCOMPARE(problemLines(read.problems, at("in")), QStringList(problem));
        QCOMPARE(read.samples[0].annotations.size(), size_t(0));
    }

    void roLabelImgBoxesAreTurnedBoxes()
    {
        makeFile(at("in/a.jpg"));
        makeFile(at("in/a.xml"), vocText(vocObject("<robndbox><cx>50</cx><cy>40</cy><w>20</w><h>10</h>"
                                                   "<angle>0.5</angle></robndbox>")));
        const ReadOutcome read = readAll("voc", at("in"));
        QVERIFY(read.samples[0].annotations.at(0).annotation.shape == domain::Shape::rotatedBox({50, 40}, 20, 10, 0.5));
    }

    void classificationRowsHaveTheReferencesFields()
    {
        makeFile(at("in/a.jpg"));
        makeFile(at("in/x.manifest"),
                 R"({"source":"a.jpg","usage":"TRAIN","hard":"true","hard-coefficient":0.8,"id":"1","annotation":[)"
                 R"({"type":"modelarts/image_classification","name":"cat","property":{"color":"white","kind":"Persian cat"},)"
                 R"("hard":"True","hard-coefficient":0.8,"annotated-by":"human","creation-time":"2019-01-23 11:30:30"},)"
                 R"({"type":"modelarts/image_classification","name":"animal","property":"[{\"type\":0}]","confidence":0.8},)"
                 R"({"type":"modelarts/image_classification","name":"animal"},)"
                 R"({"type":"modelarts/object_detection","annotation-loc":"a.xml"}],"inference-loc":"/out"})"
                 "\n");
        const ReadOutcome read =
            readAll("manifest", at("in/x.manifest"), {.type = DatasetType::ImageClassification});
        const QStringList expected{QStringLiteral("FieldInvalid x.manifest:1 name=animal"),
                                   QStringLiteral("TypeMismatch x.manifest:1 modelarts/object_detection")};
        QCOMPARE(problemLines(read.problems, at("in")), expected);
        writeAll("manifest", at("out"), read.samples,
                 {.type = DatasetType::ImageClassification, .name = QStringLiteral("y"), .withHard = true});
        // Not within QCOMPARE: moc cannot read raw strings in the arguments of macros.
        QByteArray row = R"({"source":"PATH","usage":"TRAIN","hard":"true","hard-coefficient":0.8,"id":"1","sample-type":0,)"
                         R"("annotation":[{"type":"modelarts/image_classification","name":"cat",)"
                         R"("property":{"color":"white","kind":"Persian cat"},"hard":"true","hard-coefficient":0.8,)"
                         R"("annotated-by":"human","creation-time":"2019-01-23 11:30:30"},)"
                         R"({"type":"modelarts/image_classification","name":"animal","property":"[{\"type\":0}]",)"
                         R"("confidence":0.8}],"inference-loc":"/out"})"
                         "\n";
        row.replace("PATH", at("in/a.jpg").toUtf8());
        QCOMPARE(contentOf(at("out/y.manifest")), row);
        QCOMPARE(QDir(at("out")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), qsizetype(1));
    }

    void realClassificationManifestsGoRound()
    {
        LW_REQUIRE_DATA(folder, "formats/modelarts");
        const ReadOptions options{.type = DatasetType::ImageClassification,
                                  .mapping = {{QStringLiteral("s3://modelartscarbon/flowers"),
                                               folder + QStringLiteral("/media_for_V002")}}};
        const ReadOutcome read = readAll("manifest", folder + QStringLiteral("/V002.manifest"), options);
        QCOMPARE(read.samples.size(), size_t(9)); // one of its ten pictures is not there
        QCOMPARE(read.summary->annotations, qint64(9));
        QCOMPARE(read.problems.count(), qint64(1));
        const WriteSummary written =
            writeAll("manifest", at("out"), read.samples, {.type = DatasetType::ImageClassification});
        const ReadOutcome again = readAll("manifest", written.path, options);
        QCOMPARE(again.samples.size(), read.samples.size());
        for (size_t i = 0; i < read.samples.size(); ++i) {
            QCOMPARE(again.samples[i].annotations[0].label, read.samples[i].annotations[0].label);
            QVERIFY(again.samples[i].annotations[0].annotation == read.samples[i].annotations[0].annotation);
        }
    }

    void coloursAreDistinct()
    {
        ClassColours colours({label(QStringLiteral("a"), 0xff000000), label(QStringLiteral("b"), 0xff800000),
                              label(QStringLiteral("c"), 0x00800000)});
        QCOMPARE(colours.number(QStringLiteral("c")), 3);
        QCOMPARE(colours.number(QStringLiteral("new")), 4);
        QCOMPARE(colours.number(QStringLiteral("new")), 4);
        QCOMPARE(QSet<QRgb>(colours.palette().begin(), colours.palette().end()).size(), qsizetype(5));
        QCOMPARE(vocColour(1), qRgb(128, 0, 0));
        QCOMPARE(vocColour(20), qRgb(0, 64, 128));
        QCOMPARE(colourFromText("193, 243,53"), std::optional(qRgb(193, 243, 53)));
        for (const char* text : {"", "1,2", "1,2,3,4", "1,2,256", "-1,2,3", "1.5,2,3", "a,b,c"}) {
            QVERIFY2(!colourFromText(text), text);
        }
    }

    void moreThan255ClassesArePaintedInColours()
    {
        ImportedSample sample = sampleOf(at("a.jpg"), {300, 4});
        for (int i = 0; i < 300; ++i) {
            sample.annotations.push_back(
                named(QString::number(i), domain::Shape::box({double(i), 1}, {i + 1.0, 3}), i));
        }
        ClassColours colours;
        for (const NamedAnnotation& annotation : sample.annotations) {
            static_cast<void>(colours.number(annotation.label));
        }
        const QImage picture = paintClasses(sample, colours);
        QCOMPARE(picture.format(), QImage::Format_RGB32);
        for (int i = 0; i < 300; ++i) {
            QCOMPARE(pixelsWithColour(picture, colours.colour(i + 1)).boundingRect(), QRect(i, 1, 1, 2));
        }
    }

    void masksAndOutlinesAreTheSame()
    {
        const domain::Mask mask = holedMask();
        const auto rings = domain::ringsOfMask(mask);
        QCOMPARE(rings.size(), size_t(3));
        QVERIFY(maskOf(domain::Shape::polygon(rings), {64, 48}) == mask);
        QVERIFY(maskOf(domain::Shape::box({2, 3}, {5, 7}), {64, 48}).boundingRect() == QRect(2, 3, 3, 4));
        QVERIFY(maskOf(domain::Shape::line({2, 3}, {5, 7}), {64, 48}).isEmpty());
    }

    void maskPicturesAreReadByIndexOrColour()
    {
        QImage grey(5, 4, QImage::Format_Grayscale8);
        grey.fill(0);
        grey.scanLine(1)[2] = 7;
        makeFile(at("grey.png"), toPng(grey));
        QCOMPARE(pixelsWithIndex(*readMaskPicture(at("grey.png")), 7).boundingRect(), QRect(2, 1, 1, 1));
        QImage mono(5, 4, QImage::Format_Mono);
        mono.fill(0);
        mono.setPixel(4, 3, 1);
        makeFile(at("mono.png"), toPng(mono));
        QCOMPARE(pixelsWithIndex(*readMaskPicture(at("mono.png")), 1).boundingRect(), QRect(4, 3, 1, 1));
        QCOMPARE(readMaskPicture(at("none.png")).error().code, core::ErrorCode::NotFound);
        makeFile(at("text.png"), "no picture");
        QCOMPARE(readMaskPicture(at("text.png")).error().code, core::ErrorCode::Malformed);
    }

    void maskFilesAreFoundBesideTheXml()
    {
        makeFile(at("V1/annotation/a.xml"));
        makeFile(at("V1/segmentationClassRaw/a.png"));
        makeFile(at("secret/a.png"));
        const auto find = [this](const char* source) {
            return findMaskFile(at("V1/annotation/a.xml"), QString::fromLatin1(source));
        };
        const QString there = at("V1/segmentationClassRaw/a.png");
        QCOMPARE(QDir::cleanPath(find("./segmentationClassRaw/a.png")), there);
        QCOMPARE(find("obs://bucket/V9/segmentationClassRaw/a.png"), there);
        QCOMPARE(find("C:\\data\\segmentationClassRaw\\a.png"), there);
        QCOMPARE(find(qPrintable(there)), there);
        QCOMPARE(find("../../secret/a.png"), QString());
        QCOMPARE(find(""), QString());
        QVERIFY(isInMaskFolder("x/segmentationClassRaw/a.png"));
        QVERIFY(isInMaskFolder("SegmentationClass/a.png"));
        QVERIFY(!isInMaskFolder("mySegmentationClass/a.png"));
        QVERIFY(!isInMaskFolder("SegmentationClass.png"));
    }

private:
    [[nodiscard]] QString at(const char* path) const
    {
        return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + QString::fromUtf8(path);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_ImageTypes)
#include "tst_ImageTypes.moc"
