// SPDX-License-Identifier: GPL-3.0-or-later
//! VOC XML in and out: shapes, flags, numbers, and everything that can be wrong with a file.
#include "engine/formats/VocXml.h"
#include "tests/engine/formats/FormatDump.h"
#include "tests/support/TestData.h"

#include <QStringEncoder>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using domain::Shape;

namespace {

struct Parsed {
    core::Result<VocDocument> document;
    core::ProblemList problems;
};

Parsed parse(const QByteArray& xml, PictureSize real = {})
{
    Parsed parsed;
    parsed.document = parseVoc(xml, QStringLiteral("a.xml"), parsed.problems, real);
    return parsed;
}

NamedAnnotation annotationWith(Shape shape)
{
    NamedAnnotation named;
    named.label = QStringLiteral("cat");
    named.annotation.shape = std::move(shape);
    return named;
}

/// `sample` written and read again.
ImportedSample roundTrip(const ImportedSample& sample, core::ProblemList& problems, const QString& folder)
{
    QByteArray xml;
    writeVoc(xml, sample, {true, true, {}});
    const QString path = folder + QStringLiteral("/x.xml");
    makeFile(path, xml);
    ImportedSample again;
    again.path = sample.path;
    qint64 skipped = 0;
    readVocFile(path, again, problems, skipped);
    return again;
}

} // namespace

class tst_VocXml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryShape_data()
    {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("points");
        const auto row = [](const char* name, const char* shape, domain::ShapeKind kind, int points) {
            QTest::newRow(name) << QByteArray(shape) << int(kind) << points;
        };
        using enum domain::ShapeKind;
        row("point", "<point><x>4</x><y>5</y></point>", Point, 1);
        row("numbered point", "<point><x1>4</x1><y1>5</y1></point>", Point, 1);
        row("line", "<line><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></line>", Line, 2);
        row("dashed", "<dashed><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></dashed>", DashedLine, 2);
        row("dashed_line", "<dashed_line><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></dashed_line>", DashedLine, 2);
        row("Dashed-Line", "<Dashed-Line><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></Dashed-Line>", DashedLine, 2);
        row("box", "<bndbox><ymax>40</ymax><xmax> 30.5 </xmax><ymin>2</ymin><xmin>1e0</xmin></bndbox>", BoundingBox, 2);
        row("polygon", "<polygon><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2><x3>9</x3><y3>0</y3></polygon>", Polygon, 3);
        row("polygon out of order", "<polygon><y3>1</y3><x1>1</x1><x2>3</x2><y2>4</y2><x3>9</x3><y1>2</y1></polygon>",
            Polygon, 3);
        row("closed polygon",
            "<polygon><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2><x3>9</x3><y3>0</y3><x4>1</x4><y4>2</y4></polygon>",
            Polygon, 3);
        row("circle", "<circle><cx>40</cx><cy>30</cy><r>5</r></circle>", Circle, 1);
    }

    void readsEveryShape()
    {
        QFETCH(QByteArray, shape);
        QFETCH(int, kind);
        QFETCH(int, points);
        const Parsed parsed = parse(vocText(vocObject(shape)));
        QVERIFY(parsed.document);
        QCOMPARE(problemLines(parsed.problems), QStringList());
        QCOMPARE(parsed.document->annotations.size(), size_t(1));
        const Shape& read = parsed.document->annotations[0].annotation.shape;
        QCOMPARE(int(read.kind), kind);
        QCOMPARE(int(read.points.size()), points);
        QVERIFY(read.isValid());
    }

    void readsFlagsAndFields()
    {
        const Parsed parsed = parse(vocText(
            "<object><name> cat </name><pose>Left</pose><truncated>1</truncated><difficult>true</difficult>"
            "<occluded>0</occluded><confidence>0.25</confidence><hard>1</hard><hard-coefficient>0.8</"
            "hard-coefficient>" +
            vocBox("1", "2", "3", "4") +
            "<properties><property><key>colour</key><value>black</value></property><kind>Persian</kind></properties>"
            "<attributes><attribute><name>age</name><value>2</value></attribute></attributes>"
            "<annotated-by>li</annotated-by><creation-time>2024-02-29 12:30:01.250</creation-time></object>"));
        QVERIFY(parsed.document);
        QCOMPARE(problemLines(parsed.problems), QStringList());
        const NamedAnnotation& named = parsed.document->annotations.at(0);
        const domain::Annotation& a = named.annotation;
        QCOMPARE(named.label, QStringLiteral("cat"));
        QCOMPARE(a.pose, QStringLiteral("Left"));
        QVERIFY(a.isTruncated && a.isDifficult && !a.isOccluded && a.isHard);
        QCOMPARE(a.confidence, std::optional(0.25));
        QCOMPARE(a.hardCoefficient, std::optional(0.8));
        const QMap<QString, QString> attributes{{QStringLiteral("age"), QStringLiteral("2")},
                                                {QStringLiteral("colour"), QStringLiteral("black")},
                                                {QStringLiteral("kind"), QStringLiteral("Persian")}};
        QCOMPARE(a.attributes, attributes);
        QCOMPARE(a.author, QStringLiteral("li"));
        QCOMPARE(a.createdAt, QDateTime(QDate(2024, 2, 29), QTime(12, 30, 1, 250), Qt::UTC).toMSecsSinceEpoch());
    }

    void reportsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<int>("kept");
        const auto row = [](const char* name, const QByteArray& xml, const char* problem, int kept) {
            QTest::newRow(name) << xml << QString::fromUtf8(problem) << kept;
        };
        // vocText() puts the first object into line 4.
        row("empty file", "", "FileEmpty a.xml:0", -1);
        row("no xml", "hello", "XmlMalformed a.xml:1 No document element found", -1);
        row("truncated", "<annotation>\n<object>\n<name>c", "XmlMalformed a.xml:3 Start-end tags mismatch", -1);
        row("not voc", "<?xml version=\"1.0\"?>\n<kml/>", "XmlNotVoc a.xml:2 kml", -1);
        row("entity bomb",
            "<!DOCTYPE a [\n<!ENTITY b \"bbbb\">\n<!ENTITY c \"&b;&b;\">]>\n<annotation>&c;</annotation>",
            "XmlEntities a.xml:2", -1);
        row("not utf-8", "<annotation>\n<folder>\xB2\xE2</folder></annotation>", "EncodingInvalid a.xml:2 UTF-8", -1);
        row("unknown encoding", "<?xml version=\"1.0\" encoding=\"klingon\"?><annotation/>",
            "EncodingInvalid a.xml:1 klingon", -1);
        row("no name", vocText("<object>" + vocBox("1", "2", "3", "4") + "</object>"), "FieldMissing a.xml:4 name", 0);
        row("empty object", vocText("\n<object>\n</object>"), "FieldMissing a.xml:5 name", 0);
        row("bad label", vocText(vocObject(vocBox("1", "2", "3", "4"), "a/b")), "LabelInvalid a.xml:4 a/b", 0);
        row("no shape", vocText(vocObject("<pose>x</pose>")), "FieldMissing a.xml:4 bndbox", 0);
        row("unknown shape", vocText(vocObject("<trapezium><cx>1</cx></trapezium>")), "TypeUnknown a.xml:4 trapezium", 0);
        row("polyline", vocText(vocObject("<line><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2><x3>5</x3><y3>4</y3></line>")),
            "TypeUnknown a.xml:4 polyline", 0);
        row("missing coordinate", vocText(vocObject("<bndbox><xmin>1</xmin><ymin>1</ymin><ymax>2</ymax></bndbox>")),
            "FieldMissing a.xml:4 xmax", 0);
        row("empty box", vocText(vocObject("<bndbox>\n</bndbox>")), "FieldMissing a.xml:4 xmin", 0);
        row("no number", vocText(vocObject(vocBox("1", "two", "3", "4"))), "FieldInvalid a.xml:4 ymin=two", 0);
        row("not finite", vocText(vocObject(vocBox("1", "nan", "3", "inf"))), "FieldInvalid a.xml:4 ymin=nan", 0);
        row("beyond any picture", vocText(vocObject(vocBox("1", "2", "3", "1e300"))), "FieldInvalid a.xml:4 ymax=1e300",
            0);
        row("zero width", vocText(vocObject(vocBox("5", "2", "5", "4"))), "ShapeZeroSize a.xml:4", 0);
        row("zero radius", vocText(vocObject("<circle><cx>40</cx><cy>30</cy><r>0</r></circle>")),
            "ShapeZeroSize a.xml:4", 0);
        row("outside", vocText(vocObject(vocBox("100", "2", "110", "4"))), "ShapeOutside a.xml:4", 0);
        row("clipped", vocText(vocObject(vocBox("90", "2", "110", "4"))), "ShapeClipped a.xml:4", 1);
        row("swapped", vocText(vocObject(vocBox("30", "2", "10", "4"))), "FieldInvalid a.xml:4 bndbox: swapped corners",
            1);
        row("two boxes", vocText(vocObject(vocBox("1", "2", "3", "4") + vocBox("1", "2", "3", "5"))),
            "ShapeAmbiguous a.xml:4", 1);
        row("two points", vocText(vocObject("<polygon><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></polygon>")),
            "ShapeTooFewPoints a.xml:4 2", 0);
        row("gap in points", vocText(vocObject("<polygon><x1>1</x1><y1>2</y1><x3>3</x3><y3>4</y3></polygon>")),
            "FieldMissing a.xml:4 x2", 0);
        row("half a point", vocText(vocObject("<polygon><x1>1</x1><y1>2</y1><x2>3</x2></polygon>")),
            "FieldMissing a.xml:4 y2", 0);
        row("index of a billion", vocText(vocObject("<polygon><x999999>1</x999999></polygon>")),
            "FieldMissing a.xml:4 x1", 0);
        row("bad flag",
            vocText("<object><name>cat</name>\n<difficult></difficult>" + vocBox("1", "2", "3", "4") + "</object>"),
            "FieldInvalid a.xml:5 difficult=", 1);
        row("confidence over 1", vocText(vocObject("<confidence>80</confidence>" + vocBox("1", "2", "3", "4"))),
            "FieldInvalid a.xml:4 confidence=80", 1);
        row("bad time", vocText(vocObject(vocBox("1", "2", "3", "4") + "<creation-time>now</creation-time>")),
            "FieldInvalid a.xml:4 creation-time=now", 1);
        row("width empty",
            "<annotation>\n<size>\n<width></width><height>5</height></size>\n" +
                vocObject(vocBox("1", "2", "300", "400")) + "</annotation>",
            "FieldInvalid a.xml:3 width=", 1);
    }

    void reportsWhatIsWrong()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, problem);
        QFETCH(int, kept);
        const Parsed parsed = parse(xml);
        QCOMPARE(problemLines(parsed.problems), QStringList(problem));
        QCOMPARE(parsed.document.has_value(), kept >= 0);
        if (parsed.document) {
            QCOMPARE(int(parsed.document->annotations.size()), kept);
            QCOMPARE(parsed.document->skipped, qint64(kept == 0 ? 1 : 0));
        }
    }

    void checksAgainstTheRealPictureWhenItIsKnown()
    {
        const QByteArray xml = vocText(vocObject(vocBox("150", "2", "160", "4")), 100, 80);
        QCOMPARE(parse(xml).document->annotations.size(), size_t(0));
        QCOMPARE(parse(xml, {200, 100}).document->annotations.size(), size_t(1));
    }

    void readsOtherEncodings_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<bool>("hasMark");
        QTest::newRow("utf-8 with mark") << QByteArray("UTF-8") << true;
        QTest::newRow("utf-16le") << QByteArray("UTF-16LE") << true;
        QTest::newRow("utf-16be without mark") << QByteArray("UTF-16BE") << false;
        QTest::newRow("utf-32le") << QByteArray("UTF-32LE") << true;
        QTest::newRow("gbk") << QByteArray("GBK") << false;
        QTest::newRow("gb18030") << QByteArray("GB18030") << false;
    }

    void readsOtherEncodings()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(bool, hasMark);
        QStringEncoder encoder(encoding.constData(),
                               hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        QVERIFY(encoder.isValid());
        const QString text =
            QStringLiteral("<?xml version=\"1.0\" encoding=\"%1\"?>\n").arg(QString::fromLatin1(encoding)) +
            QString::fromUtf8(vocText(vocObject(vocBox("1", "2", "3", "4"), "红灯") + vocObject("", "x")));
        const QByteArray bytes = encoder.encode(text);
        const Parsed parsed = parse(bytes);
        QVERIFY(parsed.document);
        QCOMPARE(parsed.document->annotations.at(0).label, QStringLiteral("红灯"));
        QCOMPARE(problemLines(parsed.problems), QStringList(QStringLiteral("FieldMissing a.xml:6 bndbox")));
    }

    void roundTripsEveryShapeToTheLastBit()
    {
        QTemporaryDir folder;
        ImportedSample sample;
        sample.path = QStringLiteral("/data/猫 & <dog>/ü.jpg");
        sample.sample.width = 4000;
        sample.sample.height = 3000;
        const std::array shapes = {
            Shape::box({0.1, 1.0 / 3}, {1e-7 + 7, 2999.9999999999995}),
            Shape::box({1, 2}, {3, 4}),
            Shape::polygon({{0.5, 0.25}, {1234.5678, 1}, {20, 999.125}, {3, 4}}),
            Shape::circle({100.0 / 7, 55}, 12.34),
            Shape::line({1, 2}, {3.5, 2}),
            Shape::line({1, 2}, {3.5, 2}, true),
            Shape::point({0, 0}),
        };
        for (const Shape& shape : shapes) {
            sample.annotations.push_back(annotationWith(shape));
            sample.annotations.back().annotation.order = int(sample.annotations.size()) - 1;
        }
        core::ProblemList problems;
        const ImportedSample again = roundTrip(sample, problems, folder.path());
        QCOMPARE(problemLines(problems), QStringList());
        QCOMPARE(again.annotations.size(), sample.annotations.size());
        for (size_t i = 0; i < sample.annotations.size(); ++i) {
            QVERIFY2(again.annotations[i].annotation == sample.annotations[i].annotation,
                     qPrintable(QString::number(i)));
        }
        QCOMPARE(again.sample.width, 4000);
        QCOMPARE(again.sample.height, 3000);
    }

    void roundTripsFieldsAndUnknownElements()
    {
        QTemporaryDir folder;
        ImportedSample sample;
        sample.path = QStringLiteral("/data/a.jpg");
        sample.sample.width = sample.sample.height = 50;
        sample.sample.extra =
            R"({"voc":{"depth":"1","source":{"database":"X","image":"flickr"},"owner":{"name":"a"}},"trace":{"n":1}})";
        NamedAnnotation named = annotationWith(Shape::box({1, 2}, {3, 4}));
        domain::Annotation& a = named.annotation;
        a.isDifficult = a.isTruncated = a.isOccluded = a.isHard = true;
        a.hardCoefficient = 0.1;
        a.confidence = 0.30000000000000004;
        a.pose = QStringLiteral("Rear & \"left\"");
        a.attributes = {{QStringLiteral("颜色"), QStringLiteral("<黑>\n\t'&")},
                        {QStringLiteral("blank"), QStringLiteral("  ")},
                        {QStringLiteral("none"), QString()}};
        a.author = QStringLiteral("modelarts/active-learning");
        a.createdAt = 1700000000123;
        a.extra = R"({"part":[{"name":"head"},{"name":"hand"}],"mask_color":"1,2,3","id":7,"list":[1,2],"x y":"z"})";
        sample.annotations.push_back(named);
        core::ProblemList problems;
        const ImportedSample again = roundTrip(sample, problems, folder.path());
        QCOMPARE(problemLines(problems), QStringList());
        QCOMPARE(QJsonDocument(toJson(again, {})).toJson(), QJsonDocument(toJson(sample, {})).toJson());
    }

    void writesTheReferencesLayout()
    {
        ImportedSample sample;
        sample.path = QStringLiteral("/data/pets/a.jpg");
        sample.sample.width = 554;
        sample.sample.height = 606;
        sample.annotations.push_back(annotationWith(Shape::box({279, 52}, {474.5, 278})));
        sample.annotations[0].annotation.order = 2;
        sample.annotations.push_back(annotationWith(Shape::point({1, 2})));
        QByteArray xml = "what was there";
        writeVoc(xml, sample);
        QCOMPARE(QString::fromUtf8(xml), QStringLiteral(R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<annotation>
    <folder>pets</folder>
    <filename>a.jpg</filename>
    <source>
        <database>Unknown</database>
    </source>
    <size>
        <width>554</width>
        <height>606</height>
        <depth>3</depth>
    </size>
    <segmented>0</segmented>
    <object>
        <name>cat</name>
        <pose>Unspecified</pose>
        <truncated>0</truncated>
        <difficult>0</difficult>
        <occluded>0</occluded>
        <point>
            <x>1</x>
            <y>2</y>
        </point>
    </object>
    <object>
        <name>cat</name>
        <pose>Unspecified</pose>
        <truncated>0</truncated>
        <difficult>0</difficult>
        <occluded>0</occluded>
        <bndbox>
            <xmin>279</xmin>
            <ymin>52</ymin>
            <xmax>474.5</xmax>
            <ymax>278</ymax>
        </bndbox>
    </object>
</annotation>
)"));
    }

    void leavesHardAttributesOutUnlessAsked()
    {
        ImportedSample sample;
        sample.annotations.push_back(annotationWith(Shape::point({1, 2})));
        sample.annotations[0].annotation.isHard = true;
        sample.annotations[0].annotation.hardCoefficient = 0.5;
        QByteArray xml;
        writeVoc(xml, sample);
        QVERIFY(!xml.contains("hard"));
        writeVoc(xml, sample, {true, true, {}});
        QVERIFY(xml.contains("<hard>1</hard>") && xml.contains("<hard-coefficient>0.5</hard-coefficient>"));
    }

    void survivesDeepNesting()
    {
        const int depth = 200'000;
        QByteArray deep;
        for (int i = 0; i < depth; ++i) {
            deep += "<a>";
        }
        for (int i = 0; i < depth; ++i) {
            deep += "</a>";
        }
        const Parsed parsed = parse(vocText(vocObject(vocBox("1", "2", "3", "4") + deep)));
        QVERIFY(parsed.document);
        QCOMPARE(parsed.document->annotations.size(), size_t(1));
        QCOMPARE(problemLines(parsed.problems), QStringList(QStringLiteral("FieldInvalid a.xml:4 nested too deeply")));
    }

    void refusesWhatWouldFillTheMemory()
    {
        QCOMPARE(problemLines(parse(QByteArray(kMaxVocBytes + 1, ' ')).problems).value(0),
                 QStringLiteral("FileTooLarge a.xml:0 100 MB"));
        QByteArray tags = "<annotation>";
        for (int i = 0; i < 2'000'001; ++i) {
            tags += "<a/><";
        }
        QCOMPARE(problemLines(parse(tags).problems).value(0), QStringLiteral("FileTooLarge a.xml:0 2000000 elements"));
    }

    void reportsTheReferencesErrorFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<int>("kept");
        const auto row = [](const char* file, const char* problem, int kept) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(problem) << kept;
        };
        row("2007_000027_bndbox_error.xml", "FieldMissing a.xml:21 xmin", 0);
        row("2007_000027_difficult_empty.xml", "FieldInvalid a.xml:19 difficult=", 1);
        row("2007_000027_object_empty.xml", "FieldMissing a.xml:15 name", 0);
        row("2007_000027_width_empty.xml", "FieldInvalid a.xml:10 width=", 1);
        row("empty.xml", "FileEmpty a.xml:0", -1);
        row("twoBndBox.xml", "ShapeAmbiguous a.xml:37", 2);
    }

    void reportsTheReferencesErrorFiles()
    {
        LW_REQUIRE_DATA(folder, "formats/modelarts/voc/errorFiles");
        QFETCH(QString, file);
        QFETCH(QString, problem);
        QFETCH(int, kept);
        const Parsed parsed = parse(contentOf(folder + u'/' + file));
        QCOMPARE(problemLines(parsed.problems), QStringList(problem));
        QCOMPARE(parsed.document.has_value(), kept >= 0);
        QCOMPARE(parsed.document ? int(parsed.document->annotations.size()) : -1, kept);
    }

    void keepsThePartsOfThePascalPeople()
    {
        LW_REQUIRE_DATA(path, "formats/modelarts/voc/2007_000027.xml");
        const Parsed parsed = parse(contentOf(path));
        QCOMPARE(problemLines(parsed.problems), QStringList());
        const domain::Annotation& person = parsed.document->annotations.at(0).annotation;
        QCOMPARE(person.confidence, std::optional(0.8));
        const QJsonArray parts = QJsonDocument::fromJson(person.extra).object().value(QLatin1String("part")).toArray();
        QCOMPARE(parts.size(), 4);
        QCOMPARE(parts.at(3).toObject().value(QLatin1String("name")).toString(), QStringLiteral("foot"));
        QVERIFY(parsed.document->extra.contains("The VOC2007 Database"));
    }
};

QTEST_GUILESS_MAIN(tst_VocXml)
#include "tst_VocXml.moc"
