// SPDX-License-Identifier: GPL-3.0-or-later
//! Thousands of damaged VOC files and manifests, the same ones in every run: nothing may crash, and what goes in is
//! valid. LW_FUZZ_SEED and LW_FUZZ_ROUNDS ask for others and for more.
#include "engine/formats/VocXml.h"
#include "tests/engine/formats/FormatDump.h"

#include <random>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;

namespace {

int rounds(int usual)
{
    bool isSet = false;
    const int asked = qEnvironmentVariableIntValue("LW_FUZZ_ROUNDS", &isSet);
    return isSet ? asked : usual;
}

/// Damages text in the ways that files get damaged, and in those that people think of.
class Mutator {
public:
    explicit Mutator(QList<QByteArray> pieces)
        : m_pieces(std::move(pieces)), m_random(quint32(qEnvironmentVariableIntValue("LW_FUZZ_SEED")) + 20240229U)
    {
    }

    QByteArray mutate(QByteArray text)
    {
        for (int i = int(below(6)); i >= 0; --i) {
            step(text);
        }
        return text;
    }

private:
    quint32 below(qsizetype limit) { return limit <= 0 ? 0 : quint32(m_random() % quint64(limit)); }

    void step(QByteArray& text)
    {
        const qsizetype at = below(text.size());
        const qsizetype length = below(40);
        switch (below(8)) {
        case 0:
            text.insert(at, char(below(256)));
            break;
        case 1:
            if (!text.isEmpty()) {
                text[at] = char(below(256));
            }
            break;
        case 2:
            text.remove(at, length);
            break;
        case 3:
            text.truncate(at);
            break;
        case 4:
            text.insert(at, text.mid(below(text.size()), length * 5));
            break;
        case 5:
            text.insert(at, QByteArray(length * 20, char(below(256))));
            break;
        default:
            text.insert(at, m_pieces.at(below(m_pieces.size())));
        }
    }

    QList<QByteArray> m_pieces;
    std::mt19937_64 m_random;
};

void checkAnnotations(const std::vector<NamedAnnotation>& annotations)
{
    for (const NamedAnnotation& named : annotations) {
        QVERIFY(named.annotation.shape.isValid());
        QVERIFY(!named.label.isEmpty());
        QVERIFY(named.annotation.extra.isEmpty() || QJsonDocument::fromJson(named.annotation.extra).isObject());
    }
}

const QByteArray kVoc =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
    vocText(vocObject("<pose>Left</pose><truncated>1</truncated><confidence>0.5</confidence>" +
                      vocBox("1", "2.5", "30", "40")) +
            vocObject("<polygon><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2><x3>9</x3><y3>0</y3></"
                      "polygon><part><name>head</name></part>") +
            vocObject("<circle><cx>40</cx><cy>30</cy><r>5</r></circle><properties><property><key>a</key><value>b</"
                      "value></property></properties>") +
            vocObject("<creation-time>2024-02-29 "
                      "12:30:01.250</creation-time><dashed><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></dashed>",
                      "猫"));

const QByteArray kRows =
    R"({"source":"a.jpg","usage":"TRAIN","hard":"true","hard-coefficient":0.8,"id":"1","more":{"x":[1,2,{"y":null}]}})"
    "\n"
    R"({"source":"b.jpg","annotation":[{"type":"modelarts/object_detection","name":"cat","confidence":0.5,"creation-time":"2019-01-23 11:30:30",)"
    R"("property":{"colour":"red","@modelarts:shape":"polygon","@modelarts:feature":[[1,2],[3.5,4],[5,9]]}},)"
    "{\"type\":\"modelarts/"
    "object_detection\",\"name\":\"dog\",\"property\":\"{\\\"@modelarts:shape\\\":\\\"circle\\\",\\\"@modelarts:"
    "feature\\\":[5,6,7]}\"}]}\n"
    R"({"source":"s3://bucket/c.jpg","annotation":[{"type":"modelarts/object_detection","annotation-loc":"./c.xml","annotated-by":"human"}]})"
    "\n";

const QByteArray kCoco =
    R"({"info":{"a":[1,"]}"]},"categories":[{"id":1,"name":"cat","keypoints":["a","b"],"skeleton":[[1,2]]},{"id":2,"name":"dog"}],)"
    R"("images":[{"id":1,"file_name":"a.jpg","width":60,"height":40},{"id":2,"file_name":"b.jpg","x":{"y":null}}],"annotations":[)"
    R"({"id":1,"image_id":1,"category_id":1,"bbox":[1,2,30,20],"iscrowd":0,"area":600,"score":0.5},)"
    R"({"id":2,"image_id":1,"category_id":2,"segmentation":[[1,2,30,2,30,20],[5,5,9,5,9,9]],"attributes":{"occluded":true,"c":"d"}},)"
    R"({"id":3,"image_id":2,"category_id":2,"iscrowd":1,"segmentation":{"counts":[3,2,4,6],"size":[5,3]}},)"
    R"({"id":4,"image_id":2,"category_id":2,"segmentation":{"counts":"231N","size":[7,1]}},)"
    R"({"id":5,"image_id":2,"category_id":1,"num_keypoints":2,"keypoints":[1,2,2,8,9,1],"bbox":[1,2,7,7]}]})";

const QByteArray kYolo = "0 0.5 0.5 0.2 0.4\n1 0.1 0.1 0.5 0.1 0.5 0.5\n0 0.5 0.5 0.2 0.4 0.9\n"
                         "1 0.1 0.1 0.5 0.1 0.5 0.5 0.1 0.5\n1 0.5 0.5 0.2 0.4 0.5 0.5 2 0.4 0.4 1\n";
const QByteArray kYoloNames = "path: .\ntrain: images\nval: [images]\nkpt_shape: [2, 3]\nnames:\n  0: cat\n  1: dog\n";

} // namespace

class tst_FormatsFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedVocFilesDoNoHarm()
    {
        Mutator mutator({"<",
                         ">",
                         "</object>",
                         "<object>",
                         "<bndbox>",
                         "&lt;",
                         "&#0;",
                         "&#x10FFFF;",
                         "&bomb;",
                         "<![CDATA[",
                         "]]>",
                         "<!--",
                         "<!DOCTYPE a [",
                         "<!ENTITY b 'c'>",
                         "<?xml encoding='utf-16'?>",
                         "\xFF\xFE",
                         "\xEF\xBB\xBF",
                         "1e999",
                         "-0",
                         "nan",
                         "99999999999999999999",
                         "<x1000000>1</x1000000>",
                         "<name>",
                         "<extra>{\"a\":[[[1]]]}</extra>",
                         "\xB2\xE2",
                         QByteArray("\0", 1)});
        int parsedFiles = 0;
        for (int i = 0; i < rounds(6000); ++i) {
            const QByteArray damaged = mutator.mutate(kVoc);
            core::ProblemList problems;
            const auto document = parseVoc(damaged, QStringLiteral("a.xml"), problems);
            QVERIFY(document || !problems.isEmpty());
            if (!document) {
                continue;
            }
            ++parsedFiles;
            checkAnnotations(document->annotations);
            ImportedSample sample; // what was accepted can be written, and reads back without a loss
            sample.path = QStringLiteral("/a.jpg");
            sample.annotations = document->annotations;
            QByteArray again;
            writeVoc(again, sample, {.withHard = true});
            core::ProblemList none;
            const auto second = parseVoc(again, QStringLiteral("b.xml"), none);
            QVERIFY2(second && second->annotations.size() == sample.annotations.size(),
                     qPrintable(QStringLiteral("round %1: %2").arg(i).arg(problemLines(none).join(u' '))));
        }
        QVERIFY(parsedFiles > 100); // the mutations are not so hard that nothing is tested behind the parser
    }

    void damagedManifestsDoNoHarm()
    {
        QTemporaryDir folder;
        const QString root = QFileInfo(folder.path()).canonicalFilePath();
        for (const char* name : {"/a.jpg", "/b.jpg", "/c.jpg"}) {
            makeFile(root + QLatin1String(name));
        }
        makeFile(root + QStringLiteral("/c.xml"), kVoc);
        Mutator mutator({"{",
                         "}",
                         "[",
                         "]",
                         "\"",
                         ",",
                         ":",
                         "\n",
                         "\r\n",
                         "\\u0000",
                         "\\ud800",
                         "null",
                         "true",
                         "1e999",
                         "-1",
                         "99999999999999999999",
                         "\"annotation\":",
                         "\"source\":\"../x.jpg\"",
                         "\"property\":\"{\"",
                         "[[[[[[[[",
                         "content://",
                         "s3://",
                         "\xFF\xFE",
                         "\xEF\xBB\xBF",
                         "\xB2\xE2",
                         QByteArray("\0", 1)});
        qint64 taken = 0;
        for (int i = 0; i < rounds(3000); ++i) {
            // Writing over a file makes some file systems flush it; a new one each time does not.
            const QString manifest = root + QStringLiteral("/m%1.manifest").arg(i);
            makeFile(manifest, mutator.mutate(kRows));
            const ReadOutcome outcome = readAll("manifest", manifest);
            QVERIFY(QFile::remove(manifest));
            QVERIFY(outcome.summary);
            taken += outcome.summary->annotations;
            for (const ImportedSample& sample : outcome.samples) {
                QVERIFY(QFileInfo::exists(sample.path));
                QVERIFY(sample.sample.extra.isEmpty() || QJsonDocument::fromJson(sample.sample.extra).isObject());
                checkAnnotations(sample.annotations);
            }
        }
        QVERIFY(taken > 1000);
    }

    void damagedCocoFilesDoNoHarm()
    {
        QTemporaryDir folder;
        const QString root = QFileInfo(folder.path()).canonicalFilePath();
        makeFile(root + QStringLiteral("/a.jpg"));
        makeFile(root + QStringLiteral("/b.jpg"));
        Mutator mutator({"{",
                         "}",
                         "[",
                         "]",
                         "\"",
                         ",",
                         ":",
                         "\\",
                         "\\u0000",
                         "\\ud800",
                         "null",
                         "true",
                         "1e999",
                         "-1",
                         "99999999999999999999",
                         "\"images\":[",
                         "\"annotations\":[",
                         "\"image_id\":1",
                         "\"id\":2",
                         "\"counts\":\"",
                         "\"size\":[3,2]",
                         "\"size\":[1000000,1000000]",
                         "\"bbox\":[1,2,3,4]",
                         "[[[[[[[[",
                         "\xFF\xFE",
                         "\xEF\xBB\xBF",
                         "\xB2\xE2",
                         QByteArray("\0", 1)});
        qint64 taken = 0;
        for (int i = 0; i < rounds(3000); ++i) {
            const QString file = root + QStringLiteral("/m%1.json").arg(i);
            makeFile(file, mutator.mutate(kCoco));
            ReadOptions options;
            options.type = i % 2 == 0 ? domain::DatasetType::ObjectDetection : domain::DatasetType::ImageSegmentation;
            const ReadOutcome outcome = readAll("coco", file, options);
            QVERIFY(QFile::remove(file));
            QVERIFY(outcome.summary);
            taken += outcome.summary->annotations;
            for (const ImportedSample& sample : outcome.samples) {
                QVERIFY(QFileInfo::exists(sample.path));
                QVERIFY(sample.sample.extra.isEmpty() || QJsonDocument::fromJson(sample.sample.extra).isObject());
                checkAnnotations(sample.annotations);
            }
        }
        QVERIFY(taken > 1000);
    }

    void damagedYoloFilesDoNoHarm()
    {
        QTemporaryDir folder;
        const QString root = QFileInfo(folder.path()).canonicalFilePath();
        Mutator mutator({" ",
                         "\n",
                         "0",
                         "1",
                         "-1",
                         ".5",
                         "0.5 0.5 0.5 0.5",
                         "nan",
                         "1e999",
                         "inf",
                         "[",
                         "]",
                         "{",
                         "}",
                         ":",
                         "- ",
                         "names:",
                         "kpt_shape: [99999999, 3]",
                         "kpt_shape: [2, 3]",
                         "path: /",
                         "train: ../..",
                         "&a *a",
                         "99999: x",
                         "\t",
                         "\"",
                         "\xFF\xFE",
                         "\xEF\xBB\xBF",
                         "\xB2\xE2",
                         QByteArray("\0", 1)});
        qint64 taken = 0;
        for (int i = 0; i < rounds(800); ++i) {
            const QString place = root + QStringLiteral("/%1").arg(i);
            makeFile(place + QStringLiteral("/images/a.jpg"));
            const bool isText = i % 2 == 0;
            makeFile(place + QStringLiteral("/labels/a.txt"), isText ? mutator.mutate(kYolo) : kYolo);
            makeFile(place + QStringLiteral("/data.yaml"), isText ? kYoloNames : mutator.mutate(kYoloNames));
            ReadOptions options;
            options.probe = [](const QString&) { return ProbedImage{200, 100, 1, 7, 1, {}}; };
            for (const char* format : {"yolo", "yolo_segmentation", "yolo_obb", "yolo_pose"}) {
                const ReadOutcome outcome = readAll(format, place, options);
                QVERIFY(outcome.summary);
                taken += outcome.summary->annotations;
                for (const ImportedSample& sample : outcome.samples) {
                    checkAnnotations(sample.annotations);
                }
            }
            QDir(place).removeRecursively();
        }
        QVERIFY(taken > 1000);
    }

    void garbageIsRefused()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 300; ++i) {
            QByteArray garbage(int(random() % 3000), '\0');
            for (char& c : garbage) {
                c = char(random());
            }
            core::ProblemList problems;
            QVERIFY(!parseVoc(garbage, QStringLiteral("a.xml"), problems));
            QCOMPARE(problems.count(), qint64(1));
        }
    }
};

QTEST_GUILESS_MAIN(tst_FormatsFuzz)
#include "tst_FormatsFuzz.moc"
