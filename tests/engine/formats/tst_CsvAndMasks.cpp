// SPDX-License-Identifier: GPL-3.0-or-later
//! CSV in the spellings that people have, and masks with the colour maps that tools write.
#include "engine/formats/ClassRegions.h"
#include "engine/formats/CsvText.h"
#include "engine/formats/FolderScan.h"
#include "engine/formats/FormatGuess.h"
#include "engine/formats/Sidecar.h"
#include "tests/engine/formats/FormatSamples.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using domain::DatasetType;

namespace {

/// "a.png TRAIN cat 1,2,3,4 0.5" for each annotation; the sample alone without any.
QStringList linesOf(const ReadOutcome& read)
{
    QStringList lines;
    for (const ImportedSample& sample : read.samples) {
        const QString head = QString(sample.sample.name + u' ' + domain::usageName(sample.sample.usage)).trimmed();
        if (sample.annotations.empty()) {
            lines.append(head);
        }
        for (const NamedAnnotation& named : sample.annotations) {
            QStringList numbers;
            for (const domain::ImagePoint& point : named.annotation.shape.points) {
                numbers.append(QString::number(point.x) + u',' + QString::number(point.y));
            }
            QString line = head + u' ' + named.label;
            line += numbers.isEmpty() ? QString() : QString(u' ' + numbers.join(u','));
            if (named.annotation.confidence) {
                line += u' ' + QString::number(*named.annotation.confidence);
            }
            lines.append(line);
        }
    }
    return lines;
}

/// A picture of colours, one character per pixel.
void makeMask(const QString& path, const QStringList& rows, const QHash<QChar, QRgb>& colours)
{
    QDir().mkpath(QFileInfo(path).path());
    QImage picture(int(rows[0].size()), int(rows.size()), QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            picture.setPixel(x, y, colours.value(rows[y][x], qRgb(0, 0, 0)));
        }
    }
    QVERIFY(picture.save(path));
}

} // namespace

class tst_CsvAndMasks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void csvIsReadAsPeopleSpellIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        const QStringList box{QStringLiteral("a.png cat 1,2,30,40")};
        QTest::newRow("ours") << QByteArray("path,label,xmin,ymin,xmax,ymax\nimages/a.png,cat,1,2,30,40\n") << box;
        QTest::newRow("tensorflow") << QByteArray("filename,width,height,class,xmin,ymin,xmax,ymax\r\n"
                                                  "a.png,64,48,cat,1,2,30,40\r\n")
                                    << box;
        QTest::newRow("quoted and turned round")
            << QByteArray("\"image\",\"Y Max\",\"X Max\",\"y_min\",\"X-Min\",\"Label\"\n\"a.png\",\"40\",\"30\",2,1,\" cat \"\n") << box;
        QTest::newRow("semicolons") << QByteArray("image_path;class_name;x;y;width;height\nimages\\a.png;cat;1;2;29;38\n") << box;
        QTest::newRow("one cell") << QByteArray("image_id\tlabel\tbbox\na\tcat\t[1, 2, 29, 38]\n") << box;
        QTest::newRow("shares") << QByteArray("ImageID,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded\n"
                                              "a,cat,0.5,0.25,0.5,0,0.5,-1\n")
                                << QStringList{QStringLiteral("a.png cat 16,0,32,24 0.5")};
        QTest::newRow("no head, label last") << QByteArray("a.png,1,2,30,40,cat\na.png,,,,,\n") << box;
        QTest::newRow("no head, label first") << QByteArray("a.png,cat,1,2,30,40\n") << box;
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBFpath,label,xmin,ymin,xmax,ymax\ra.png,cat,1,2,30,40\r") << box;
    }

    void csvIsReadAsPeopleSpellIt()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, expected);
        makePicture(at("in/images/a.png"));
        makeFile(at("in/table.csv"), text);
        ReadOptions options;
        options.probe = [](const QString&) { return ProbedImage{64, 48, 1, 1, 1, {}}; };
        const ReadOutcome read = readAll("csv", at("in"), options);
        QCOMPARE(linesOf(read), expected);
        QCOMPARE(problemLines(read.problems), QStringList());
        const auto guesses = guessFormats(at("in"), DatasetType::ObjectDetection);
        QVERIFY(guesses && !guesses->empty());
        QCOMPARE(guesses->front().format, QStringLiteral("csv"));
    }

    void labelsOfPicturesInCsv()
    {
        for (const char* name : {"in/a.png", "in/b.png", "in/c.png"}) {
            makePicture(at(name));
        }
        makeFile(at("in/train.csv"), "filename,label\na.png,cat;dog\nb.png,cat\nb.png,cat\nnone.png,cat\n");
        const ReadOutcome list = readAll("csv", at("in"), {.type = DatasetType::ImageClassification});
        const QStringList expected{QStringLiteral("a.png TRAIN cat"), QStringLiteral("a.png TRAIN dog"),
                                   QStringLiteral("b.png TRAIN cat"), QStringLiteral("c.png")};
        QCOMPARE(linesOf(list), expected);
        const QStringList problems{QStringLiteral("FileMissing train.csv:5 none.png"),
                                   QStringLiteral("FieldInvalid train.csv:4 cat")};
        QCOMPARE(problemLines(list.problems, at("in")), problems);

        makeFile(at("marks/_classes.csv"), "filename, cat, dog\n../in/x.png,1,1\na.png,1,0\nb.png,0,0\n");
        makePicture(at("marks/a.png"));
        makePicture(at("marks/b.png"));
        const ReadOutcome marks = readAll("csv", at("marks"), {.type = DatasetType::ImageClassification});
        const QStringList marked{QStringLiteral("a.png cat"), QStringLiteral("b.png")};
        QCOMPARE(linesOf(marks), marked);
        QCOMPARE(problemLines(marks.problems, at("marks")), QStringList(QStringLiteral("FileMissing _classes.csv:2 ../in/x.png")));
    }

    void badRowsCostThemselvesOnly()
    {
        makePicture(at("in/a.png"));
        makeFile(at("in/a.csv"), "path,label,xmin,ymin,xmax,ymax,confidence\na.png,cat,1,2,x,4,\na.png,,1,2,3,4,\n"
                                 "a.png,cat,1,2,3,4,7\n,cat,1,2,3,4,\na.png,\"two\nlines\",5,5,9,9,\na.png,cat,5,6,7,8,1\n");
        makeFile(at("in/other.csv"), "when,what\n1,2\n");
        const ReadOutcome read = readAll("csv", at("in"));
        const QStringList problems{
            QStringLiteral("FieldInvalid a.csv:2 xmin, ymin, xmax, ymax"), QStringLiteral("FieldInvalid a.csv:4 confidence=7"),
            QStringLiteral("FieldMissing a.csv:5 path"), QStringLiteral("FieldMissing other.csv:1 path"),
            QStringLiteral("FieldMissing a.csv:3 label"), QStringLiteral("LabelInvalid a.csv:6 two\nlines")};
        QCOMPARE(problemLines(read.problems, at("in")), problems);
        const QStringList expected{QStringLiteral("a.png cat 1,2,3,4"), QStringLiteral("a.png cat 5,6,7,8 1")};
        QCOMPARE(linesOf(read), expected);
    }

    void noCellIsAFormula()
    {
        for (const char* text : {"=1+1", "+1", "-a", "@x", "a,b", "say \"x\"", "two\nlines", " blank ", "plain", ""}) {
            QByteArray out;
            appendCsvCell(out, text);
            QVERIFY2(out.isEmpty() || std::string_view("=+-@").find(out[0]) == std::string_view::npos, out.constData());
            QVERIFY2(!out.startsWith("\"=") && !out.startsWith("\"-"), out.constData());
            out.append(",end\n");
            CsvRows rows({out.constData(), size_t(out.size())}, ',');
            std::vector<std::string> cells;
            QVERIFY(rows.next(cells));
            QCOMPARE(cells.size(), size_t(2));
            QCOMPARE(QByteArray(csvCellText(cells[0]).data(), qsizetype(csvCellText(cells[0]).size())),
                     QByteArray(text).trimmed());
        }
    }

    void vottTablesAreRead()
    {
        LW_REQUIRE_DATA(folder, "formats/datumaro/vott_csv_dataset/dataset");
        const ReadOutcome read = readAll("csv", folder);
        const QStringList expected{QStringLiteral("img0001.jpg TEST helmet 10,5,20,7"),
                                   QStringLiteral("img0002.jpg TEST person 11.5,12,21.7,32.5"),
                                   QStringLiteral("img0003.jpg TRAIN helmet 6.7,10.3,10,15"),
                                   QStringLiteral("img0003.jpg TRAIN person 13.7,20.2,45.6,63.6"),
                                   QStringLiteral("img0004.jpg TRAIN helmet 1,2,2,4")};
        QCOMPARE(linesOf(read), expected);
    }

    void regionsTouchByEdgesAndCorners()
    {
        const QStringList rows{QStringLiteral("11..2"), QStringLiteral("..1.2"), QStringLiteral("3.1.1"),
                               QStringLiteral("33..."), QStringLiteral("3..11")};
        const std::vector<ClassRegion> regions = regionsOf({5, 5}, [&rows](int y, int* row) {
            for (int x = 0; x < 5; ++x) {
                row[x] = rows[y][x].digitValue() < 0 ? 0 : rows[y][x].digitValue();
            }
        });
        QStringList found;
        for (const ClassRegion& region : regions) {
            QVERIFY(region.mask.isValid());
            const QRect r = region.mask.boundingRect();
            found.append(QStringLiteral("%1:%2 at %3,%4 %5x%6")
                             .arg(region.number)
                             .arg(region.mask.area())
                             .arg(r.x())
                             .arg(r.y())
                             .arg(r.width())
                             .arg(r.height()));
        }
        const QStringList expected{QStringLiteral("1:4 at 0,0 3x3"), QStringLiteral("1:1 at 4,2 1x1"),
                                   QStringLiteral("1:2 at 3,4 2x1"), QStringLiteral("2:2 at 4,0 1x2"),
                                   QStringLiteral("3:4 at 0,2 2x3")};
        QCOMPARE(found, expected);
    }

    void everyColourMapIsUnderstood_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cvat") << QStringLiteral("labelmap.txt")
                              << QByteArray("# label:color_rgb:parts:actions\nbackground:0,0,0::\nroad:128,64,128::\nred car:255,0,0::\n");
        QTest::newRow("camvid") << QStringLiteral("label_colors.txt")
                                << QByteArray("0 0 0\t\tVoid\r\n128 64 128\troad\r\n255 0 0\tred car\r\n");
        QTest::newRow("table") << QStringLiteral("class_dict.csv")
                               << QByteArray("name,r,g,b\nvoid,0,0,0\nroad,128,64,128\nred car,255,0,0\n");
        QTest::newRow("meta") << QStringLiteral("dataset_meta.json")
                              << QByteArray("{\"label_map\":{\"0\":\"Void\",\"1\":\"road\",\"2\":\"red car\"},"
                                            "\"segmentation_colors\":[[0,0,0],[128,64,128],[255,0,0]]}");
        QTest::newRow("object") << QStringLiteral("label_colors.json")
                                << QByteArray("{\"road\":[128,64,128],\"red car\":\"#ff0000\"}");
        QTest::newRow("list") << QStringLiteral("classes.json")
                              << QByteArray("{\"labels\":[{\"name\":\"road\",\"color\":\"#804080\"},{\"name\":\"red car\",\"color\":[255,0,0]}]}");
    }

    void everyColourMapIsUnderstood()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        makePicture(at("in/images/a.png"), {4, 2});
        makeMask(at("in/masks/a.png"), {QStringLiteral("rr.c"), QStringLiteral("r..c")},
                 {{u'r', qRgb(128, 64, 128)}, {u'c', qRgb(255, 0, 0)}});
        makeFile(at("in/") + name, text);
        QStringList labels;
        const ReadOutcome read =
            readAll("masks", at("in"), {.type = DatasetType::ImageSegmentation, .labels = [&labels](const domain::Label& label) {
                                            labels.append(label.name);
                                        }});
        QCOMPARE(problemLines(read.problems), QStringList());
        const QStringList expectedLabels{QStringLiteral("road"), QStringLiteral("red car")};
        QCOMPARE(labels, expectedLabels);
        QCOMPARE(read.samples.size(), size_t(1));
        const std::vector<NamedAnnotation>& found = read.samples[0].annotations;
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(found[0].label, QStringLiteral("road"));
        QCOMPARE(found[0].annotation.shape.mask.area(), qint64(3));
        QCOMPARE(found[1].annotation.shape.mask.boundingRect(), QRect(3, 0, 1, 2));
        const auto guesses = guessFormats(at("in"), DatasetType::ImageSegmentation);
        QCOMPARE(guesses->front().format, QStringLiteral("masks"));
    }

    void unknownColoursAreReported()
    {
        makePicture(at("in/train/a.png"), {4, 1});
        makePicture(at("in/train/b.png"), {4, 1});
        makeMask(at("in/trainannot/a.png"), {QStringLiteral("rx.y")},
                 {{u'r', qRgb(1, 2, 3)}, {u'x', qRgb(4, 5, 6)}, {u'y', qRgb(7, 8, 9)}});
        makeMask(at("in/trainannot/b.png"), {QStringLiteral("r.")}, {{u'r', qRgb(1, 2, 3)}});
        makeMask(at("in/trainannot/lost.png"), {QStringLiteral("r")}, {});
        makeFile(at("in/label_colors.txt"), "1 2 3 road\n");
        const ReadOutcome read = readAll("masks", at("in"), {.type = DatasetType::ImageSegmentation,
                                                             .probe = [](const QString&) { return ProbedImage{4, 1, 1, 1, 1, {}}; }});
        const QStringList problems{QStringLiteral("FieldInvalid trainannot/a.png:0 colour=4,5,6"),
                                   QStringLiteral("FieldInvalid trainannot/a.png:0 colour=7,8,9"),
                                   QStringLiteral("FieldInvalid trainannot/b.png:0 2x1, 4x1"),
                                   QStringLiteral("AnnotationOrphan trainannot/lost.png:0")};
        QCOMPARE(problemLines(read.problems, at("in")), problems);
        const QStringList expected{QStringLiteral("a.png TRAIN road"), QStringLiteral("b.png TRAIN")};
        QCOMPARE(linesOf(read), expected);
    }

    void camvidPixelsAreAllThere()
    {
        LW_REQUIRE_DATA(folder, "segmentation/camvid");
        QVERIFY(QDir().mkpath(at("in")));
        for (const char* part : {"test", "testannot"}) {
            QVERIFY(QFile::link(folder + u'/' + QLatin1String(part), at("in/") + QLatin1String(part)));
        }
        makeFile(at("in/classes.txt"), "Sky\nBuilding\nPole\nRoad\nPavement\nTree\nSignSymbol\nFence\nCar\nPedestrian\n"
                                       "Bicyclist\nUnlabelled\n");
        const ReadOutcome read = readAll("masks", at("in"), {.type = DatasetType::ImageSegmentation});
        QCOMPARE(problemLines(read.problems), QStringList());
        QCOMPARE(read.samples.size(), size_t(17));
        for (const ImportedSample& sample : read.samples) {
            QVERIFY(sample.sample.usage == domain::SampleUsage::Test);
            const QImage mask = QImage(at("in/testannot/") + sample.sample.name).convertToFormat(QImage::Format_Grayscale8);
            QHash<int, qint64> pixels;
            for (int y = 0; y < mask.height(); ++y) {
                for (int x = 0; x < mask.width(); ++x) {
                    ++pixels[mask.constScanLine(y)[x]];
                }
            }
            qint64 sky = 0, all = 0;
            for (const NamedAnnotation& named : sample.annotations) {
                all += named.annotation.shape.mask.area();
                sky += named.label == QLatin1String("Sky") ? named.annotation.shape.mask.area() : 0;
            }
            QCOMPARE(sky, pixels.value(0));
            QCOMPARE(all, qint64(mask.width()) * mask.height() - pixels.value(11));
        }
    }

    void sidecarsFollowTheType()
    {
        makePicture(at("in/a.png"));
        makeFile(at("in/a.txt"), "cat\nred dog\n");
        makePicture(at("in/images/b.png"));
        makePicture(at("in/masks/b.png"));
        makePicture(at("in/masks/alone.png"));
        core::ProblemList problems;
        const auto names = [&](DatasetType type) {
            QStringList found;
            const auto scanned = scanPictures(at("in"), type, problems, {});
            for (const ScannedFile& file : *scanned) {
                found.append(file.folder + u'/' + file.name + QLatin1String(file.sidecar.isEmpty() ? "" : "+"));
            }
            return found.join(u' ');
        };
        QCOMPARE(names(DatasetType::ImageClassification), 
                 QStringLiteral("/a.png+ images/b.png masks/alone.png masks/b.png"));
        QCOMPARE(names(DatasetType::ImageSegmentation), QStringLiteral("/a.png images/b.png masks/alone.png"));
        ImportedSample sample = sampleOf(at("in/a.png"));
        qint64 skipped = 0;
        QVERIFY(readSidecar(at("in/a.txt"), DatasetType::ImageClassification, sample, problems, skipped));
        QCOMPARE(sample.annotations.size(), size_t(2));
        QCOMPARE(sample.annotations[1].label, QStringLiteral("red dog"));
        QVERIFY(sample.sample.state == domain::SampleState::Labelled);
        QVERIFY(problems.isEmpty());
    }

    void whatLabelImgVerifiedStaysSo()
    {
        makePicture(at("in/a.png"));
        makeFile(at("in/a.xml"), "<annotation verified=\"yes\"><folder>in</folder><filename>a.png</filename><path>C:\\a.png</path>"
                                 "<source><database>Unknown</database></source><size><width>64</width><height>48</height>"
                                 "<depth>3</depth></size><segmented>0</segmented></annotation>");
        const ReadOutcome read = readAll("voc", at("in"));
        QCOMPARE(problemLines(read.problems), QStringList());
        writeAll("voc", at("out"), read.samples, {.inputLocation = at("in")});
        QVERIFY2(contentOf(at("out/a.xml")).contains("<annotation verified=\"yes\">"), contentOf(at("out/a.xml")).constData());
    }

    void vocColoursNeedNoMap()
    {
        LW_REQUIRE_DATA(folder, "formats/datumaro/voc_dataset/voc_dataset1");
        const ReadOutcome read = readAll("masks", folder, {.type = DatasetType::ImageSegmentation});
        QVERIFY(!read.samples.empty());
        QVERIFY(!read.samples[0].annotations.empty());
        QCOMPARE(read.samples[0].annotations[0].label, QStringLiteral("bicycle")); // 0,128,0
    }

private:
    [[nodiscard]] QString at(const char* path) const
    {
        return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + QString::fromUtf8(path);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_CsvAndMasks)
#include "tst_CsvAndMasks.moc"
