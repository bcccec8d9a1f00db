// SPDX-License-Identifier: GPL-3.0-or-later
//! Folders of pictures with VOC files: layouts, pairs, usage, probes, vanishing folders.
#include "engine/formats/FolderScan.h"
#include "tests/engine/formats/FormatDump.h"
#include "tests/support/TestData.h"

#include <unistd.h>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;

namespace {

const QByteArray kOneBox = vocText(vocObject(vocBox("1", "2", "3", "4")));

/// "path label usage" of every sample, paths relative to `root`.
QStringList briefly(const ReadOutcome& outcome, const QString& root)
{
    QStringList lines;
    for (const ImportedSample& sample : outcome.samples) {
        QStringList words{QString(sample.path).replace(root + u'/', QString())};
        for (const NamedAnnotation& named : sample.annotations) {
            words.append(named.label);
        }
        if (sample.sample.usage != domain::SampleUsage::None) {
            words.append(domain::usageName(sample.sample.usage));
        }
        lines.append(words.join(u' '));
    }
    return lines;
}

} // namespace

class tst_VocReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void pairsFilesBesideEachOther()
    {
        makeFile(at("b.jpg"));
        makeFile(at("b.xml"), kOneBox);
        makeFile(at("a.PNG"));
        makeFile(at("a.XML"), kOneBox);
        makeFile(at("sub/猫/c.jpeg"));
        makeFile(at("sub/猫/c.xml"), kOneBox);
        makeFile(at("plain.bmp"));
        makeFile(at("alone.xml"), vocText("").replace("a.jpg", "gone.jpg"));
        makeFile(at(".hidden.jpg"));
        makeFile(at("notes.txt"));
        const ReadOutcome outcome = readAll("voc", root());
        const QStringList expected{QStringLiteral("a.PNG cat"), QStringLiteral("b.jpg cat"),
                                   QStringLiteral("plain.bmp"), QStringLiteral("sub/猫/c.jpeg cat")};
        QCOMPARE(briefly(outcome, root()), expected);
        QCOMPARE(problemLines(outcome.problems, root()), QStringList(QStringLiteral("AnnotationOrphan alone.xml:0")));
        QCOMPARE(outcome.summary->samples, qint64(4));
        QCOMPARE(outcome.summary->annotations, qint64(3));
    }

    void readsTheDevkitLayoutWithItsLists()
    {
        for (const char* name : {"1", "2", "3", "4"}) {
            makeFile(at("VOC2007/JPEGImages/") + QLatin1String(name) + QStringLiteral(".jpg"));
            makeFile(at("VOC2007/Annotations/") + QLatin1String(name) + QStringLiteral(".xml"), kOneBox);
        }
        makeFile(at("VOC2007/ImageSets/Main/train.txt"), "1\r\nnot there\n");
        makeFile(at("VOC2007/ImageSets/Main/val.txt"), "2  1\n1\n");
        makeFile(at("VOC2007/ImageSets/Main/test.txt"), "3.jpg");
        makeFile(at("VOC2007/SegmentationClass/1.png"));
        const ReadOutcome outcome = readAll("voc", root());
        const QString base = at("VOC2007/JPEGImages");
        const QStringList expected{QStringLiteral("1.jpg cat TRAIN"), QStringLiteral("2.jpg cat EVAL"),
                                   QStringLiteral("3.jpg cat TEST"), QStringLiteral("4.jpg cat")};
        QCOMPARE(briefly(outcome, base), expected);
        QCOMPARE(problemLines(outcome.problems, root()),
                 QStringList(QStringLiteral("FileMissing VOC2007/ImageSets/Main/train.txt:2 not there")));
    }

    void readsAnyPairOfFolders()
    {
        makeFile(at("pictures/a/1.jpg"));
        makeFile(at("pictures/b/1.jpg"));
        makeFile(at("pictures/b/2.jpg"));
        makeFile(at("labels/b/1.xml"), kOneBox);
        makeFile(at("labels/flat/2.xml"), kOneBox);
        ReadOptions options;
        options.pictureFolder = at("pictures");
        options.annotationFolder = at("labels");
        const QStringList expected{QStringLiteral("pictures/a/1.jpg"), QStringLiteral("pictures/b/1.jpg cat"),
                                   QStringLiteral("pictures/b/2.jpg cat")};
        QCOMPARE(briefly(readAll("voc", root(), options), root()), expected);
        QCOMPARE(briefly(readAll("voc", root()), root()), expected); // found by themselves too
    }

    void doesNotGuessBetweenEqualCandidates()
    {
        makeFile(at("a/1.jpg"));
        makeFile(at("b/1.jpg"));
        makeFile(at("labels/1.xml"), vocText(vocObject(vocBox("1", "2", "3", "4"))));
        const ReadOutcome outcome = readAll("voc", root());
        QCOMPARE(outcome.summary->annotations, qint64(0));
        QCOMPARE(problemLines(outcome.problems, root()),
                 QStringList(QStringLiteral("AnnotationOrphan labels/1.xml:0")));
    }

    void believesTheNameInTheFileWhenTwoPicturesFit()
    {
        makeFile(at("x.jpg"));
        makeFile(at("x.png"));
        makeFile(at("x.xml"), QByteArray(kOneBox).replace("a.jpg", "x.png"));
        makeFile(at("first.jpg"));
        makeFile(at("other_name_123.xml"), QByteArray(kOneBox).replace("a.jpg", "first.jpg"));
        const QStringList expected{QStringLiteral("first.jpg cat"), QStringLiteral("x.jpg"),
                                   QStringLiteral("x.png cat")};
        QCOMPARE(briefly(readAll("voc", root()), root()), expected);
    }

    void badFilesCostThemselvesOnly()
    {
        makeFile(at("bad.jpg"));
        makeFile(at("bad.xml"), "<annotation>");
        makeFile(at("empty.jpg"), "");
        makeFile(at("good.jpg"));
        makeFile(at("good.xml"), kOneBox);
        const ReadOutcome outcome = readAll("voc", root());
        const QStringList expected{QStringLiteral("bad.jpg"), QStringLiteral("good.jpg cat")};
        QCOMPARE(briefly(outcome, root()), expected);
        const QStringList problems{QStringLiteral("XmlMalformed bad.xml:1 Start-end tags mismatch"),
                                   QStringLiteral("FileEmpty empty.jpg:0")};
        QCOMPARE(problemLines(outcome.problems, root()), problems);
        QCOMPARE(outcome.summary->skippedSamples, qint64(1));
    }

    void believesTheProbeMoreThanTheFile()
    {
        makeFile(at("a.jpg"));
        makeFile(at("a.xml"), kOneBox);
        makeFile(at("b.jpg"));
        makeFile(at("c.jpg"), "");
        ReadOptions options;
        options.probe = [](const QString& path) -> core::Result<ProbedImage> {
            if (path.endsWith(QLatin1String("a.jpg"))) {
                return ProbedImage{300, 200, 6, 7, 8, {{core::ProblemCode::ImageTruncated, {}, 0, {}}}};
            }
            return core::failure(core::ErrorCode::Malformed, QStringLiteral("no such format"));
        };
        const ReadOutcome outcome = readAll("voc", root(), options);
        QCOMPARE(outcome.samples.size(), size_t(1));
        const domain::Sample& sample = outcome.samples[0].sample;
        QCOMPARE(sample.width, 300);
        QCOMPARE(sample.height, 200);
        QCOMPARE(sample.orientation, 6);
        QCOMPARE(sample.bytes, qint64(7));
        QCOMPARE(sample.modifiedAt, qint64(8));
        const QStringList problems{
            QStringLiteral("ImageTruncated a.jpg:0"), QStringLiteral("SizeMismatch a.xml:3 100x80, 300x200"),
            QStringLiteral("ImageUnreadable b.jpg:0 no such format"), QStringLiteral("FileEmpty c.jpg:0")};
        QCOMPARE(problemLines(outcome.problems, root()), problems);
    }

    void takesOnlyWhatTheOptionsAskFor()
    {
        makeFile(at("a.jpg"));
        makeFile(at("a.xml"), vocText(vocObject(vocBox("1", "2", "3", "4")) +
                                      vocObject("<hard>1</hard>" + vocBox("1", "2", "3", "4"), "dog")));
        makeFile(at("b.jpg"));
        makeFile(at("b.xml"), kOneBox);
        makeFile(at("c.jpg"));
        ReadOptions options;
        options.labelsToTake = QStringList(QStringLiteral("dog"));
        QCOMPARE(briefly(readAll("voc", root(), options), root()), QStringList(QStringLiteral("a.jpg dog")));
        QCOMPARE(readAll("voc", root(), options).summary->filteredSamples, qint64(2));
        options = {};
        options.hardOnly = true;
        QCOMPARE(briefly(readAll("voc", root(), options), root()), QStringList(QStringLiteral("a.jpg cat dog")));
        options = {};
        options.withLabels = false;
        const QStringList all{QStringLiteral("a.jpg"), QStringLiteral("b.jpg"), QStringLiteral("c.jpg")};
        QCOMPARE(briefly(readAll("voc", root(), options), root()), all);
    }

    void linksToFoldersAreFollowedOnce()
    {
        makeFile(at("real/a.jpg"));
        QVERIFY(QFile::link(root(), at("real/loop")));
        QVERIFY(QFile::link(at("real"), at("again")));
        QVERIFY(QFile::link(at("nowhere"), at("broken.jpg")));
        const ReadOutcome outcome = readAll("voc", root());
        QCOMPARE(outcome.samples.size(), size_t(1));
        QCOMPARE(outcome.problems.count(), qint64(1));
        QCOMPARE(outcome.problems.kept().at(0).code, core::ProblemCode::FileMissing);
    }

    void namesThatAreNotUtf8AreReported()
    {
        makeFile(at("ok.jpg"));
        const QByteArray name = QFile::encodeName(root()) + "/\xB2\xE2.jpg";
        QCOMPARE(::link(QFile::encodeName(at("ok.jpg")).constData(), name.constData()), 0);
        const ReadOutcome outcome = readAll("voc", root());
        QCOMPARE(outcome.samples.size(), size_t(1));
        QCOMPARE(outcome.problems.kept().at(0).code, core::ProblemCode::EncodingInvalid);
        QCOMPARE(::unlink(name.constData()), 0); // Qt cannot name it
    }

    void longNamesAreFine()
    {
        const QString name = QString(80, QChar(0x732B)) + QStringLiteral("-0123456789");
        makeFile(at("") + name + QStringLiteral(".jpg"));
        makeFile(at("") + name + QStringLiteral(".xml"), kOneBox);
        const ReadOutcome outcome = readAll("voc", root());
        QCOMPARE(outcome.samples.at(0).sample.name, QString(name + QStringLiteral(".jpg")));
        QCOMPARE(outcome.summary->annotations, qint64(1));
    }

    void stopsWhenTheFolderVanishes()
    {
        for (int i = 0; i < 100; ++i) {
            makeFile(at("in/%1.jpg").arg(i, 3, 10, QLatin1Char('0')));
            makeFile(at("in/%1.xml").arg(i, 3, 10, QLatin1Char('0')), kOneBox);
        }
        core::ProblemList problems;
        int taken = 0;
        const auto summary = findFormat(QStringLiteral("voc"))
                                 ->makeReader()
                                 ->read(at("in"), {},
                                        [&](ImportedSample&&) {
                                            if (++taken == 10) {
                                                QDir(at("in")).removeRecursively();
                                            }
                                            return true;
                                        },
                                        problems, {});
        QVERIFY(summary);
        QVERIFY(!summary->isComplete);
        QCOMPARE(taken, 10);
        QCOMPARE(problems.kept().last().code, core::ProblemCode::FolderVanished);
    }

    void sayWhenThereIsNoFolder()
    {
        QCOMPARE(readAll("voc", at("none")).summary.error().code, core::ErrorCode::NotFound);
    }

    void stopsWhenTheSinkOrTheTokenSaysSo()
    {
        makeFile(at("a.jpg"));
        makeFile(at("b.jpg"));
        core::ProblemList problems;
        const auto refused = findFormat(QStringLiteral("voc"))
                                 ->makeReader()
                                 ->read(root(), {}, [](ImportedSample&&) { return false; }, problems, {});
        QCOMPARE(refused.error().code, core::ErrorCode::Cancelled);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped =
            findFormat(QStringLiteral("voc"))
                ->makeReader()
                ->read(root(), {}, [](ImportedSample&&) { return true; }, problems, {stop.get_token(), {}});
        QCOMPARE(stopped.error().code, core::ErrorCode::Cancelled);
    }

    void readsBloodCells()
    {
        LW_REQUIRE_DATA(folder, "detection/bccd");
        const ReadOutcome outcome = readAll("voc", folder);
        QCOMPARE(outcome.summary->samples, qint64(364));
        QCOMPARE(outcome.summary->annotations, qint64(4886));
        QCOMPARE(outcome.summary->skippedAnnotations, qint64(2));
        const QStringList problems{QStringLiteral("ShapeZeroSize Annotations/BloodImage_00338.xml:%1"),
                                   QStringLiteral("ShapeZeroSize Annotations/BloodImage_00343.xml:%1")};
        QStringList expected;
        for (const QString& problem : problems) { // the line of the box whose two x are the same
            const QList<QByteArray> lines = contentOf(folder + u'/' + problem.mid(14, 32)).split('\n');
            for (qsizetype i = 0; i + 3 < lines.size(); ++i) {
                const auto number = [&](qsizetype at) {
                    return lines[at].mid(lines[at].indexOf('>') + 1).split('<').at(0);
                };
                if (lines[i].contains("<bndbox>") && number(i + 1) == number(i + 3)) {
                    expected.append(problem.arg(i + 1));
                }
            }
        }
        QCOMPARE(expected.size(), qsizetype(2));
        QCOMPARE(problemLines(outcome.problems, folder), expected);
        QVERIFY(std::all_of(outcome.samples.begin(), outcome.samples.end(),
                            [](const ImportedSample& s) { return s.sample.usage != domain::SampleUsage::None; }));
    }

    void readsOtherPeoplesDevkits()
    {
        LW_REQUIRE_DATA(folder, "formats/datumaro/voc_dataset");
        const ReadOutcome first = readAll("voc", folder + QStringLiteral("/voc_dataset1"));
        const QStringList expected{QStringLiteral("2007_000001.jpg cat person TRAIN"),
                                   QStringLiteral("2007_000002.jpg TEST")};
        QCOMPARE(briefly(first, folder + QStringLiteral("/voc_dataset1/JPEGImages")), expected);
        QVERIFY(first.samples.at(0).annotations.at(1).annotation.extra.contains("takingphoto"));
        const ReadOutcome second = readAll("voc", folder + QStringLiteral("/voc_dataset2"));
        QCOMPARE(second.summary->samples, qint64(0));
        QCOMPARE(second.problems.count(), qint64(5));
        QCOMPARE(second.problems.kept().at(0).code, core::ProblemCode::AnnotationOrphan);
    }

    void scansAnInputLocation()
    {
        makeFile(at("b/2.jpg"), "12345");
        makeFile(at("b/2.xml"), kOneBox);
        makeFile(at("a.png"));
        makeFile(at("b/10.gif"));
        makeFile(at("b/c/3.webp"));
        makeFile(at("empty.jpg"), "");
        core::ProblemList problems;
        const auto files = scanPictures(root(), domain::DatasetType::ObjectDetection, problems, {});
        QVERIFY(files);
        QStringList lines;
        for (const ScannedFile& file : *files) {
            lines.append(file.folder + u'|' + file.name + u'|' + QString::number(file.bytes) + u'|' +
                         QString(file.sidecar).replace(root(), QString()));
            QVERIFY(file.modifiedAt > 1'600'000'000'000);
            QCOMPARE(file.sidecarModifiedAt > 0, !file.sidecar.isEmpty());
        }
        const QStringList expected{QStringLiteral("|a.png|7|"), QStringLiteral("b|10.gif|7|"),
                                   QStringLiteral("b|2.jpg|5|/b/2.xml"), QStringLiteral("b/c|3.webp|7|")};
        QCOMPARE(lines, expected);
        QCOMPARE(problemLines(problems, root()), QStringList(QStringLiteral("FileEmpty empty.jpg:0")));
        QCOMPARE(scanPictures(at("none"), domain::DatasetType::ObjectDetection, problems, {}).error().code, core::ErrorCode::NotFound);
    }

private:
    [[nodiscard]] QString root() const { return QFileInfo(m_folder->path()).canonicalFilePath(); }
    [[nodiscard]] QString at(const char* path) const { return root() + u'/' + QString::fromUtf8(path); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_VocReader)
#include "tst_VocReader.moc"
