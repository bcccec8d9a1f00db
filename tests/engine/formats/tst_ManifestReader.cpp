// SPDX-License-Identifier: GPL-3.0-or-later
//! Manifests in: rows, embedded annotations, VOC files, options, and everything that can be wrong with a line.
#include "engine/formats/ManifestLines.h"
#include "engine/formats/SourceMapping.h"
#include "tests/engine/formats/FormatDump.h"
#include "tests/support/TestData.h"

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using domain::Shape;

class tst_ManifestReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char* name : {"a.jpg", "b.jpg", "c.jpg"}) {
            makeFile(at(name));
        }
    }

    void readsRowsInTheirOrder()
    {
        const ReadOutcome outcome =
            readRows("\xEF\xBB\xBF{\"source\":\"b.jpg\",\"usage\":\"eval\",\"id\":\"7\"}\r\n"
                     "\r\n"
                     "{\"source\":\"./a.jpg\",\"hard\":\"True\",\"hard-coefficient\":0.8,\"sample-type\":0}\n"
                     "  {\"source\":\"c.jpg\",\"inference-loc\":\"x\",\"my\":[1,{\"b\":null}]}");
        QCOMPARE(problemLines(outcome.problems), QStringList());
        QCOMPARE(outcome.samples.size(), size_t(3));
        QCOMPARE(outcome.samples[0].path, at("b.jpg"));
        QCOMPARE(outcome.samples[0].sample.sourceUri, QString());
        QCOMPARE(outcome.samples[0].sample.usage, domain::SampleUsage::Eval);
        QCOMPARE(outcome.samples[0].sample.externalId, QStringLiteral("7"));
        QVERIFY(outcome.samples[1].sample.isHard);
        QCOMPARE(outcome.samples[1].sample.hardCoefficient, std::optional(0.8));
        QCOMPARE(outcome.samples[1].sample.name, QStringLiteral("a.jpg"));
        QCOMPARE(outcome.samples[2].sample.extra, QByteArray(R"({"inference-loc":"x","my":[1,{"b":null}]})"));
        QCOMPARE(outcome.samples[2].sample.state, domain::SampleState::Unlabelled);
    }

    void readsEmbeddedShapes_data()
    {
        QTest::addColumn<QByteArray>("property");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("points");
        const auto row = [](const char* name, const char* property, domain::ShapeKind kind, int points) {
            QTest::newRow(name) << QByteArray(property) << int(kind) << points;
        };
        using enum domain::ShapeKind;
        row("box", R"({"@modelarts:shape":"bndbox","@modelarts:feature":[[1,2],[3.5,4]]})", BoundingBox, 2);
        row("box of four corners", R"({"@modelarts:shape":"bndbox","@modelarts:feature":[[1,2],[3,2],[3,4],[1,4]]})",
            BoundingBox, 2);
        row("polygon", R"({"@modelarts:shape":"polygon","@modelarts:feature":[[1,2],[3,4],[9,0],[1,2]]})", Polygon, 3);
        row("circle flat", R"({"@modelarts:shape":"circle","@modelarts:feature":[10,10,5]})", Circle, 1);
        row("circle nested", R"({"@modelarts:shape":"circle","@modelarts:feature":[[10,10],[5]]})", Circle, 1);
        row("line", R"({"@modelarts:shape":"line","@modelarts:feature":[[1,2],[3,4]]})", Line, 2);
        row("dashed", R"({"@modelarts:shape":"dashed","@modelarts:feature":[[1,2],[3,4]]})", DashedLine, 2);
        row("dashed line", R"({"@modelarts:shape":"dashed line","@modelarts:feature":[[1,2],[3,4]]})", DashedLine, 2);
        row("point flat", R"({"@modelarts:shape":"point","@modelarts:feature":[1,2]})", Point, 1);
        row("point nested", R"({"@modelarts:shape":"point","@modelarts:feature":[["1","2"]]})", Point, 1);
        row("property in a string",
            "\"{\\\"@modelarts:shape\\\":\\\"bndbox\\\",\\\"@modelarts:feature\\\":[[1,2],[3,4]]}\"", BoundingBox, 2);
        row("feature in a string", R"({"@modelarts:shape":"bndbox","@modelarts:feature":"[[1,2],[3,4]]"})", BoundingBox,
            2);
    }

    void readsEmbeddedShapes()
    {
        QFETCH(QByteArray, property);
        QFETCH(int, kind);
        QFETCH(int, points);
        const ReadOutcome outcome = readRows(
            rowWith("{\"type\":\"modelarts/object_detection\",\"name\":\"cat\",\"property\":" + property + "}"));
        QCOMPARE(problemLines(outcome.problems), QStringList());
        const Shape& shape = outcome.samples.at(0).annotations.at(0).annotation.shape;
        QCOMPARE(int(shape.kind), kind);
        QCOMPARE(int(shape.points.size()), points);
        QVERIFY(shape.isValid());
    }

    void readsEmbeddedFields()
    {
        const ReadOutcome outcome = readRows(rowWith(
            R"({"type":"object_detection","name":"cat","id":"x1","annotated-by":"human/li","creation-time":"2019-01-23 11:30:30",)"
            R"("confidence":0.8,"hard":true,"hard-coefficient":"0.7","more":1,"property":{"colour":"red","age":2,"old":false,)"
            R"("pose":"Left","truncated":"1","difficult":"0","occluded":1,"deep":{"x":[1]},"@modelarts:color":"#fff",)"
            R"("@modelarts:shape":"bndbox","@modelarts:feature":[[1,2],[3,4]]}})"));
        QCOMPARE(problemLines(outcome.problems), QStringList());
        const domain::Annotation& a = outcome.samples.at(0).annotations.at(0).annotation;
        QCOMPARE(a.author, QStringLiteral("human/li"));
        QCOMPARE(a.createdAt, QDateTime(QDate(2019, 1, 23), QTime(11, 30, 30), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(a.confidence, std::optional(0.8));
        QCOMPARE(a.hardCoefficient, std::optional(0.7));
        QVERIFY(a.isHard && a.isTruncated && a.isOccluded && !a.isDifficult);
        QCOMPARE(a.pose, QStringLiteral("Left"));
        const QMap<QString, QString> attributes{{QStringLiteral("age"), QStringLiteral("2")},
                                                {QStringLiteral("colour"), QStringLiteral("red")},
                                                {QStringLiteral("old"), QStringLiteral("false")}};
        QCOMPARE(a.attributes, attributes);
        QCOMPARE(a.extra,
                 QByteArray(R"({"id":"x1","more":1,"property":{"deep":{"x":[1]},"@modelarts:color":"#fff"}})"));
        QCOMPARE(outcome.samples[0].sample.state, domain::SampleState::Labelled);
    }

    void readsVocFilesThatRowsName()
    {
        makeFile(at("annotation/one.xml"),
                 vocText(vocObject(vocBox("1", "2", "3", "4")) + vocObject(vocBox("1", "2", "3", "4"), "dog")));
        const ReadOutcome outcome = readRows(rowWith(
            R"({"type":"modelarts/object_detection","annotation-loc":"s3://bucket/out/annotation/one.xml","annotation-format":"PASCAL VOC",)"
            R"("annotated-by":"li","creation-time":"2019-01-23 11:30:30","hard":"true","note":"kept"})"));
        QCOMPARE(problemLines(outcome.problems), QStringList());
        const ImportedSample& sample = outcome.samples.at(0);
        QCOMPARE(sample.annotations.size(), size_t(2));
        QCOMPARE(sample.annotations[0].annotation.author, QStringLiteral("li"));
        QCOMPARE(sample.annotations[1].annotation.author, QStringLiteral("li"));
        QVERIFY(sample.annotations[1].annotation.createdAt > 0);
        QVERIFY(sample.sample.isHard && sample.hasAnnotationFile);
        QCOMPARE(sample.sample.width, 100);
        QCOMPARE(sample.sample.extra, QByteArray(R"({"annotation":{"note":"kept"}})"));
    }

    void leavesAuthorsToFilesThatNameThem()
    {
        makeFile(at("one.xml"),
                 vocText(vocObject(vocBox("1", "2", "3", "4")) +
                         vocObject(vocBox("1", "2", "3", "4") + "<annotated-by>wang</annotated-by>", "dog")));
        const ReadOutcome outcome =
            readRows(rowWith(R"({"type":"object_detection","annotation-loc":"one.xml","annotated-by":"li"})"));
        QCOMPARE(outcome.samples.at(0).annotations.at(0).annotation.author, QString());
        QCOMPARE(outcome.samples.at(0).annotations.at(1).annotation.author, QStringLiteral("wang"));
    }

    void reportsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char* name, const QByteArray& text, const char* problem, bool isTaken) {
            QTest::newRow(name) << text << QString::fromUtf8(problem) << isTaken;
        };
        const auto embedded = [](const QByteArray& property, const QByteArray& name = "cat") {
            return rowWith("{\"type\":\"modelarts/object_detection\",\"name\":\"" + name +
                           "\",\"property\":" + property + "}");
        };
        row("no json", "hello", "JsonMalformed :2", false);
        row("cut off", "{\"source\":\"a.jpg\"", "JsonMalformed :2", false);
        row("two values", "{\"source\":\"a.jpg\"} {\"source\":\"b.jpg\"}", "JsonMalformed :2", false);
        row("array", "[1]", "JsonMalformed :2 not an object", false);
        row("deep", QByteArray(5000, '['), "JsonMalformed :2", false);
        row("not utf-8", "{\"source\":\"\xB2\xE2.jpg\"}", "EncodingInvalid :2 UTF-8", false);
        row("no source", "{\"usage\":\"TRAIN\"}", "FieldMissing :2 source", false);
        row("gone", "{\"source\":\"gone.jpg\"}", "FileMissing :2 gone.jpg", false);
        row("twice", "{\"source\":\"sub/../b.jpg\"}", "FileDuplicate :2 line 1", false);
        row("leaves its folder", "{\"source\":\"../../etc/x.jpg\"}", "PathOutside :2 ../../etc/x.jpg", false);
        row("text", "{\"source\":\"content://I love it\"}", "TypeMismatch :2 content://I love it", false);
        row("sound", "{\"source\":\"sound.wav\"}", "TypeMismatch :2 sound.wav", false);
        row("empty picture", "{\"source\":\"empty.jpg\"}", "FileEmpty empty.jpg:0", false);
        row("unknown usage", "{\"source\":\"a.jpg\",\"usage\":\"PLAY\"}", "FieldInvalid :2 usage=\"PLAY\"", true);
        row("odd hard", "{\"source\":\"a.jpg\",\"hard\":\"maybe\"}", "FieldInvalid :2 hard=\"maybe\"", true);
        row("coefficient of 8", "{\"source\":\"a.jpg\",\"hard-coefficient\":8}", "FieldInvalid :2 hard-coefficient=8",
            true);
        row("annotation no object", rowWith("1"), "FieldInvalid :2 annotation=1", true);
        row("no type", rowWith("{}"), "FieldMissing :2 type", true);
        row("unknown type", rowWith("{\"type\":\"modelarts/smell\"}"), "TypeUnknown :2 modelarts/smell", true);
        row("another type", rowWith("{\"type\":\"modelarts/image_classification\",\"name\":\"x\"}"),
            "TypeMismatch :2 modelarts/image_classification", true);
        row("no place", rowWith("{\"type\":\"modelarts/object_detection\"}"), "FieldMissing :2 annotation-loc", true);
        row("file gone", rowWith("{\"type\":\"modelarts/object_detection\",\"annotation-loc\":\"no.xml\"}"),
            "FileMissing :2 no.xml", true);
        row("file outside",
            rowWith("{\"type\":\"modelarts/object_detection\",\"annotation-loc\":\"../../../../../../etc/passwd\"}"),
            "PathOutside :2 ../../../../../../etc/passwd", true);
        row("file of another kind",
            rowWith("{\"type\":\"modelarts/"
                    "object_detection\",\"annotation-loc\":\"a.jpg\",\"annotation-format\":\"COCO\"}"),
            "TypeUnknown :2 COCO", true);
        row("unknown shape", embedded("{\"@modelarts:shape\":\"star\"}"), "TypeUnknown :2 star", true);
        row("no feature", embedded("{\"@modelarts:shape\":\"bndbox\"}"), "FieldMissing :2 @modelarts:feature", true);
        row("odd feature", embedded("{\"@modelarts:shape\":\"bndbox\",\"@modelarts:feature\":[[1,2],[3]]}"),
            "FieldInvalid :2 @modelarts:feature=[[1,2],[3]]", true);
        row("feature of words", embedded("{\"@modelarts:shape\":\"bndbox\",\"@modelarts:feature\":\"[[1,\"}"),
            "FieldInvalid :2 @modelarts:feature=\"[[1,\"", true);
        row("zero size", embedded("{\"@modelarts:shape\":\"bndbox\",\"@modelarts:feature\":[[1,2],[1,4]]}"),
            "ShapeZeroSize :2", true);
        row("bad label", embedded("{\"@modelarts:shape\":\"bndbox\",\"@modelarts:feature\":[[1,2],[3,4]]}", "a|b"),
            "LabelInvalid :2 a|b", true);
        row("no label", embedded("{\"@modelarts:shape\":\"bndbox\",\"@modelarts:feature\":[[1,2],[3,4]]}", ""),
            "FieldMissing :2 name", true);
        row("name too long", "{\"source\":\"" + QByteArray(256, 'x') + ".jpg\"}",
            qPrintable(QStringLiteral("NameTooLong :2 %1.jpg").arg(QString(256, u'x'))), false);
    }

    void reportsWhatIsWrong()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, problem);
        QFETCH(bool, isTaken);
        makeFile(at("empty.jpg"), "");
        makeFile(at("sound.wav"), "RIFF");
        const ReadOutcome outcome = readRows("{\"source\":\"b.jpg\"}\n" + row + "\n{\"source\":\"c.jpg\"}\n");
        QCOMPARE(outcome.problems.count(), qint64(1));
        QString found = problemLine(outcome.problems.kept().at(0), root());
        found.remove(QStringLiteral("m.manifest"));
        QVERIFY2(found == problem ||
                     (problem.startsWith(QLatin1String("JsonMalformed :2")) && found.startsWith(problem)),
                 qPrintable(found));
        QCOMPARE(outcome.samples.size(), size_t(isTaken ? 3 : 2));
        QCOMPARE(outcome.samples.back().path, at("c.jpg"));
        QCOMPARE(outcome.summary->skippedSamples, qint64(isTaken ? 0 : 1));
    }

    void takesOnlyWhatTheOptionsAskFor()
    {
        const QByteArray box = R"("property":{"@modelarts:shape":"bndbox","@modelarts:feature":[[1,2],[3,4]]}})";
        const QByteArray rows = R"({"source":"a.jpg","annotation":[{"type":"object_detection","name":"cat",)" + box +
                                R"(,{"type":"object_detection","name":"dog","hard":true,)" + box + "]}\n" +
                                R"({"source":"b.jpg","hard":"true"})" + "\n{\"source\":\"c.jpg\"}\n";
        ReadOptions options;
        options.labelsToTake = QStringList(QStringLiteral("dog"));
        ReadOutcome outcome = readRows(rows, options);
        QCOMPARE(outcome.samples.size(), size_t(1));
        QCOMPARE(outcome.samples[0].annotations.size(), size_t(1));
        QCOMPARE(outcome.summary->filteredSamples, qint64(2));
        options = {};
        options.hardOnly = true;
        outcome = readRows(rows, options);
        QCOMPARE(outcome.samples.size(), size_t(2));
        options = {};
        options.withLabels = false;
        outcome = readRows(rows, options);
        QCOMPARE(outcome.samples.size(), size_t(3));
        QCOMPARE(outcome.summary->annotations, qint64(0));
    }

    void checksShapesAgainstTheProbedPicture()
    {
        ReadOptions options;
        options.probe = [](const QString&) -> core::Result<ProbedImage> { return ProbedImage{50, 40, 1, 1, 1, {}}; };
        const ReadOutcome outcome = readRows(
            rowWith(
                R"({"type":"object_detection","name":"x","property":{"@modelarts:shape":"point","@modelarts:feature":[60,1]}})"),
            options);
        QCOMPARE(outcome.samples.at(0).sample.width, 50);
        QCOMPARE(outcome.problems.kept().at(0).code, core::ProblemCode::ShapeOutside);
    }

    void keepsCloudSourcesForWritingBack()
    {
        ReadOptions options;
        options.mapping = {{QStringLiteral("s3://bucket/in/"), root()}};
        const ReadOutcome outcome = readRows("{\"source\":\"s3://bucket/in/a.jpg\"}", options);
        QCOMPARE(outcome.samples.at(0).path, at("a.jpg"));
        QCOMPARE(outcome.samples.at(0).sample.sourceUri, QStringLiteral("s3://bucket/in/a.jpg"));
    }

    void refusesUtf16AsAWhole()
    {
        const ReadOutcome outcome = readRows(QByteArray("\xFF\xFE{\0\n\0", 6));
        QCOMPARE(problemLines(outcome.problems, root()),
                 QStringList(QStringLiteral("EncodingInvalid m.manifest:0 UTF-16")));
    }

    void lineReaderHandlesBlocksAndEndlessLines()
    {
        QFile file(at("big"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray expected;
        for (int i = 0; i < 3; ++i) {
            const QByteArray line(int(ManifestLines::kBlock) - 1 + i, char('a' + i)); // line ends around block ends
            file.write(line + "\n");
        }
        file.write(QByteArray(int(ManifestLines::kLongestLine) + 10, 'x') + "\nlast");
        file.close();
        ManifestLines lines(at("big"));
        QVERIFY(lines.open());
        std::string_view line;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(lines.next(line), ManifestLines::Next::Line);
            QCOMPARE(line.size(), size_t(ManifestLines::kBlock - 1 + i));
            QCOMPARE(line.back(), char('a' + i));
        }
        QCOMPARE(lines.next(line), ManifestLines::Next::TooLong);
        QCOMPARE(lines.number(), qint64(4));
        QCOMPARE(lines.next(line), ManifestLines::Next::Line);
        QCOMPARE(line, std::string_view("last"));
        QCOMPARE(lines.number(), qint64(5));
        QCOMPARE(lines.next(line), ManifestLines::Next::End);
    }

    void reportsProgressAndStops()
    {
        QByteArray rows;
        for (int i = 0; i < 1000; ++i) {
            rows += "{\"source\":\"gone" + QByteArray::number(i) + ".jpg\"}\n";
        }
        makeFile(at("m.manifest"), rows);
        std::stop_source stop;
        int reports = 0;
        core::ProblemList problems;
        const auto summary = findFormat(QStringLiteral("manifest"))
                                 ->makeReader()
                                 ->read(at("m.manifest"), {}, [](ImportedSample&&) { return true; }, problems,
                                        {stop.get_token(), [&](qint64 done, qint64 total) {
                                             QVERIFY(done <= total);
                                             if (++reports == 3) {
                                                 stop.request_stop();
                                             }
                                         }});
        QCOMPARE(summary.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(problems.count(), qint64(256));
    }

    void saysWhenThereIsNoFile()
    {
        QCOMPARE(readAll("manifest", at("none")).summary.error().code, core::ErrorCode::NotFound);
        QCOMPARE(firstSources(at("none"), 3).error().code, core::ErrorCode::NotFound);
    }

    void previewsTheFirstSources()
    {
        makeFile(at("m.manifest"),
                 "{\"source\":\"s3://x/1.jpg\"}\nbroken\n{\"source\":\"2.jpg\"}\n{\"source\":\"3.jpg\"}\n");
        const QStringList expected{QStringLiteral("s3://x/1.jpg"), QStringLiteral("2.jpg")};
        QCOMPARE(firstSources(at("m.manifest"), 2).value(), expected);
    }

    void readsTheReferencesManifests()
    {
        LW_REQUIRE_DATA(folder, "formats/modelarts");
        // Pictures of this set are not here; stand-ins with their names are enough for the rows.
        const QByteArray rows = contentOf(folder + QStringLiteral("/detect-multi-local-voc.manifest"));
        makeFile(at("m.manifest"), rows);
        for (const QString& name :
             {QStringLiteral("voc/2007_000027.xml"), QStringLiteral("voc/000000089955_1556180702627.xml")}) {
            makeFile(root() + u'/' + name, contentOf(folder + u'/' + name));
        }
        const QStringList sources = firstSources(at("m.manifest"), 100).value();
        QVERIFY(sources.size() >= 7);
        for (const QString& source : sources) {
            makeFile(at("pictures/") + source.mid(source.lastIndexOf(u'/') + 1));
        }
        ReadOptions options;
        options.inputLocation = at("pictures");
        const ReadOutcome outcome = readAll("manifest", at("m.manifest"), options);
        // The last row names two files that disagree about the picture's size; the first one counts.
        const QStringList expected{
            QStringLiteral("FileDuplicate m.manifest:7 line 4"),
            QStringLiteral("ShapeOutside voc/000000089955_1556180702627.xml:31"),
            QStringLiteral("SizeMismatch voc/000000089955_1556180702627.xml:8 640x321, 486x500")};
        QCOMPARE(problemLines(outcome.problems, root()), expected);
        QCOMPARE(outcome.samples.size(), size_t(sources.size() - 1));
        QCOMPARE(outcome.samples.back().annotations.size(), size_t(2));
        QCOMPARE(outcome.samples.back().annotations.back().annotation.order, 1);
        QCOMPARE(outcome.samples[0].annotations[0].label, QStringLiteral("person"));
        const ReadOutcome other = readAll("manifest", folder + QStringLiteral("/V002.manifest"));
        QVERIFY(std::all_of(other.problems.kept().begin(), other.problems.kept().end(), [](const core::Problem& p) {
            return p.code == core::ProblemCode::FileMissing || p.code == core::ProblemCode::TypeMismatch;
        }));
    }

private:
    [[nodiscard]] QString root() const { return QFileInfo(m_folder->path()).canonicalFilePath(); }
    [[nodiscard]] QString at(const char* path) const { return root() + u'/' + QString::fromUtf8(path); }
    [[nodiscard]] static QByteArray rowWith(const QByteArray& annotation)
    {
        return "{\"source\":\"a.jpg\",\"annotation\":[" + annotation + "]}";
    }
    ReadOutcome readRows(const QByteArray& rows, const ReadOptions& options = {})
    {
        makeFile(at("m.manifest"), rows);
        return readAll("manifest", at("m.manifest"), options);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_ManifestReader)
#include "tst_ManifestReader.moc"
