// SPDX-License-Identifier: GPL-3.0-or-later
//! Writers of every format: round trips, layouts, collisions, and nothing half-written.
#include "engine/formats/LossReport.h"
#include "engine/formats/PictureCopy.h"
#include "engine/formats/StagedFolder.h"
#include "engine/formats/UniqueNames.h"
#include "engine/formats/VersionLayout.h"
#include "tests/engine/formats/FormatDump.h"
#include "tests/support/TestData.h"

#include <QDirIterator>

#include <sys/stat.h>
#include <unistd.h>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using domain::Shape;

namespace {

ImportedSample sampleAt(const QString& path)
{
    ImportedSample sample;
    sample.path = path;
    sample.sample.name = QFileInfo(path).fileName();
    sample.sample.width = 4000;
    sample.sample.height = 3000;
    return sample;
}

/// A sample with one annotation of every shape and with every field set somewhere.
ImportedSample richSample(const QString& path)
{
    ImportedSample sample = sampleAt(path);
    const std::array shapes = {Shape::box({0.1, 0.2}, {1.0 / 3, 7}), Shape::polygon({{1, 2}, {3.25, 4}, {5, 0}}),
                               Shape::circle({50, 50}, 12.5),        Shape::line({1, 2}, {3, 4}),
                               Shape::line({1, 2}, {3, 4}, true),    Shape::point({9, 9.75})};
    for (const Shape& shape : shapes) {
        NamedAnnotation named;
        named.label = QStringLiteral("交通灯 %1").arg(sample.annotations.size());
        named.annotation.shape = shape;
        named.annotation.order = int(sample.annotations.size());
        named.annotation.author = QStringLiteral("human");
        named.annotation.createdAt = 1700000000001 + qint64(sample.annotations.size());
        sample.annotations.push_back(named);
    }
    domain::Annotation& first = sample.annotations[0].annotation;
    first.isDifficult = first.isTruncated = first.isOccluded = first.isHard = true;
    first.confidence = 0.1;
    first.hardCoefficient = 0.9;
    first.pose = QStringLiteral("Left");
    first.attributes = {{QStringLiteral("颜色"), QStringLiteral("red & <blue>")}};
    first.extra = R"({"id":"x","n":[1,{"a":null}],"part":{"name":"head"}})";
    sample.sample.usage = domain::SampleUsage::Train;
    sample.sample.isHard = true;
    sample.sample.hardCoefficient = 0.5;
    sample.sample.externalId = QStringLiteral("id-1");
    sample.sample.extra =
        R"({"inference-loc":"/x","more":{"a":[1,2.5,"z"]},"annotation":{"note":1},"voc":{"owner":{"name":"li"}}})";
    return sample;
}

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files.append(walk.next().mid(folder.size() + 1));
    }
    files.sort();
    return files;
}

} // namespace

class tst_DatasetWriters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// The two that hold everything; tst_GoldenFormats compares the others after what they lose.
    void roundTripsEverythingThatTheFormatClaims_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("voc") << QByteArray("voc");
        QTest::newRow("manifest") << QByteArray("manifest");
    }

    void roundTripsEverythingThatTheFormatClaims()
    {
        QFETCH(QByteArray, format);
        const Format& used = *findFormat(QString::fromLatin1(format));
        makeFile(at("in/a.jpg"));
        makeFile(at("in/sub/b.png"));
        ImportedSample first = richSample(at("in/a.jpg"));
        ImportedSample second = sampleAt(at("in/sub/b.png"));
        const WriteSummary written =
            write(used, at("out"), {first, second}, {.withHard = true, .inputLocation = at("in")});
        QCOMPARE(written.samples, qint64(2));
        QCOMPARE(written.annotations, qint64(6));

        const ReadOutcome again = readAll(used.id, written.path);
        QCOMPARE(problemLines(again.problems), QStringList());
        QCOMPARE(again.samples.size(), size_t(2));
        for (size_t i = 0; i < first.annotations.size(); ++i) {
            QCOMPARE(again.samples[0].annotations.at(i).label, first.annotations[i].label);
            QCOMPARE(QJsonDocument(toJson(again.samples[0].annotations[i])).toJson(),
                     QJsonDocument(toJson(first.annotations[i])).toJson());
            QVERIFY(again.samples[0].annotations[i].annotation.shape == first.annotations[i].annotation.shape);
        }
        const domain::Sample& sample = again.samples[0].sample;
        QCOMPARE(QJsonDocument::fromJson(sample.extra), QJsonDocument::fromJson(first.sample.extra));
        if (used.abilities.usage) {
            QCOMPARE(sample.usage, first.sample.usage);
        }
        if (used.abilities.hardSamples) {
            QVERIFY(sample.isHard);
            QCOMPARE(sample.hardCoefficient, first.sample.hardCoefficient);
        }
        QCOMPARE(again.samples[0].path.startsWith(at("out")), used.abilities.copiesPictures);
        QCOMPARE(again.samples[1].annotations.size(), size_t(0));
        QVERIFY(!again.samples[1].hasAnnotationFile);
    }

    void writesTheSameBytesForTheSameState()
    {
        makeFile(at("in/a.jpg"));
        const WriteOptions options{.name = QStringLiteral("m"), .inputLocation = at("in")};
        for (const Format& format : allFormats()) {
            const QString one = at("one-") + QLatin1String(format.id);
            const QString two = at("two-") + QLatin1String(format.id);
            ImportedSample sample = richSample(at("in/a.jpg"));
            LossCounter losses(format.abilities, options);
            if (!losses.reduce(sample)) {
                continue;
            }
            write(format, one, {sample}, options);
            write(format, two, {sample}, options);
            QCOMPARE(filesBelow(one), filesBelow(two));
            for (const QString& file : filesBelow(one)) {
                QByteArray content = contentOf(two + u'/' + file);
                content.replace("two-", "one-"); // <folder> names the target
                QCOMPARE(contentOf(one + u'/' + file), content);
            }
        }
    }

    void rowsHaveTheReferencesFields()
    {
        ImportedSample sample = richSample(at("in/a.jpg"));
        sample.sample.sourceUri = QStringLiteral("s3://bucket/a \"1\".jpg");
        const WriteSummary withHard = write(manifest(), at("hard"), {sample}, {.withHard = true});
        QCOMPARE(
            QString::fromUtf8(contentOf(withHard.path)),
            QStringLiteral(
                R"({"source":"s3://bucket/a \"1\".jpg","usage":"TRAIN","hard":"true","hard-coefficient":0.5,"id":"id-1","sample-type":0,)"
                R"("annotation":[{"type":"modelarts/object_detection","annotation-loc":"./annotation/a.xml","annotation-format":"PASCAL VOC",)"
                R"("annotated-by":"human","creation-time":"2023-11-14 22:13:20","note":1}],"inference-loc":"/x","more":{"a":[1,2.5,"z"]}})") +
                u'\n');
        const WriteSummary plain =
            write(manifest(), at("plain"), {sampleAt(at("in/a.jpg"))}, {.name = QStringLiteral("pets")});
        QCOMPARE(plain.path, at("plain/pets.manifest"));
        const QByteArray row = contentOf(plain.path);
        const QByteArray start = "{\"source\":\"" + at("in/a.jpg").toUtf8() + "\",\"id\":\"";
        QVERIFY2(row.startsWith(start) && row.endsWith("\",\"sample-type\":0}\n"), row.constData());
        QCOMPARE(row.mid(start.size()).indexOf('"'), qsizetype(32));
        QCOMPARE(filesBelow(at("plain")), QStringList(QStringLiteral("pets.manifest")));
    }

    void namesThatCollideGetNumbers()
    {
        std::vector<ImportedSample> samples;
        for (const char* path : {"x/1.jpg", "y/1.jpg", "1.PNG", "X/1_2.jpg", "z/1.bmp"}) {
            makeFile(at("in/") + QLatin1String(path));
            samples.push_back(richSample(at("in/") + QLatin1String(path)));
        }
        write(manifest(), at("out"), samples, {});
        const QStringList expected{QStringLiteral("annotation/1.xml"),     QStringLiteral("annotation/1_2.xml"),
                                   QStringLiteral("annotation/1_2_2.xml"), QStringLiteral("annotation/1_3.xml"),
                                   QStringLiteral("annotation/1_4.xml"),   QStringLiteral("out.manifest")};
        QCOMPARE(filesBelow(at("out")), expected);
        UniqueNames names;
        QCOMPARE(names.take("Cat", 4), std::string("Cat"));
        QCOMPARE(names.take("cat", 4), std::string("cat_2"));
        const std::string longName = "x/" + QString(84, QChar(0x732B)).toStdString();
        QCOMPARE(names.take(longName, 4).size(), size_t(2 + 249)); // 255 - 4 = 251, cut at a character
        const std::string second = names.take(longName, 4);
        QVERIFY(second.ends_with("\xAB_2") && second.size() <= 2 + 251);
    }

    void exportsPicturesWithTheirSubfolders()
    {
        makeFile(at("in/a.jpg"), "A");
        makeFile(at("in/sub/a.jpg"), "B");
        makeFile(at("elsewhere/a.jpg"), "C");
        write(voc(), at("out"),
              {richSample(at("in/a.jpg")), sampleAt(at("in/sub/a.jpg")), richSample(at("elsewhere/a.jpg"))},
              {.inputLocation = at("in")});
        const QStringList expected{QStringLiteral("a.jpg"), QStringLiteral("a.xml"), QStringLiteral("a_2.jpg"),
                                   QStringLiteral("a_2.xml"), QStringLiteral("sub/a.jpg")};
        QCOMPARE(filesBelow(at("out")), expected);
        QCOMPARE(contentOf(at("out/a_2.jpg")), QByteArray("C"));
        QVERIFY(contentOf(at("out/a_2.xml")).contains("<folder>out</folder>\n    <filename>a_2.jpg</filename>"));
    }

    void exportsTheDevkitLayout()
    {
        std::vector<ImportedSample> samples;
        const std::array usages = {domain::SampleUsage::Train, domain::SampleUsage::Eval, domain::SampleUsage::Test,
                                   domain::SampleUsage::None};
        for (size_t i = 0; i < usages.size(); ++i) {
            const QString path = at("in/s%1/a.jpg").arg(i);
            makeFile(path);
            samples.push_back(richSample(path));
            samples.back().sample.usage = usages[i];
        }
        write(voc(), at("out"), samples, {.inputLocation = at("in"), .devkitLayout = true});
        QCOMPARE(contentOf(at("out/ImageSets/Main/trainval.txt")), QByteArray("s0/a\ns1/a\ns3/a\n"));
        const ReadOutcome again = readAll("voc", at("out"));
        QCOMPARE(problemLines(again.problems), QStringList());
        QCOMPARE(again.samples.size(), usages.size());
        for (size_t i = 0; i < usages.size(); ++i) {
            QCOMPARE(again.samples[i].sample.usage, usages[i]);
            QCOMPARE(again.samples[i].annotations.size(), size_t(6));
        }
    }

    void aMissingPictureCostsItselfOnly()
    {
        makeFile(at("in/a.jpg"));
        auto writer = voc().makeWriter();
        core::ProblemList problems;
        QVERIFY(writer->begin(at("out"), {}));
        QVERIFY(writer->add(richSample(at("in/gone.jpg")), problems));
        QVERIFY(writer->add(richSample(at("in/a.jpg")), problems));
        const auto summary = writer->finish();
        QCOMPARE(summary->skippedSamples, qint64(1));
        QCOMPARE(problems.kept().at(0).code, core::ProblemCode::CopyFailed);
        const QStringList expected{QStringLiteral("a.jpg"), QStringLiteral("a.xml")};
        QCOMPARE(filesBelow(at("out")), expected);
    }

    void linksPicturesWhenAsked()
    {
        makeFile(at("in/a.jpg"), "A");
        write(voc(), at("out"), {sampleAt(at("in/a.jpg"))}, {.linkPictures = true});
        struct stat facts {};
        QCOMPARE(::stat(qPrintable(at("out/a.jpg")), &facts), 0);
        QCOMPARE(int(facts.st_nlink), 2);
    }

    void nothingIsSeenBeforeFinish_data()
    {
        QTest::addColumn<bool>("existed");
        QTest::newRow("new folder") << false;
        QTest::newRow("empty folder") << true;
    }

    void nothingIsSeenBeforeFinish()
    {
        QFETCH(bool, existed);
        if (existed) {
            QVERIFY(QDir().mkpath(at("place/out")));
        }
        makeFile(at("in/a.jpg"));
        for (const Format& format : allFormats()) {
            core::ProblemList problems;
            auto writer = format.makeWriter();
            QVERIFY(writer->begin(at("place/out"), {}));
            QVERIFY(writer->add(richSample(at("in/a.jpg")), problems));
            QCOMPARE(QDir(at("place")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(),
                     qsizetype(existed ? 1 : 0));
            QVERIFY(QDir(at("place/out")).isEmpty());
            writer.reset();
            QCOMPARE(filesBelow(at("place")), QStringList());
            QCOMPARE(QFileInfo::exists(at("place/out")), existed);
        }
    }

    void doesNotWriteIntoWhatIsThere()
    {
        makeFile(at("out/mine.txt"));
        for (const Format& format : allFormats()) {
            QCOMPARE(format.makeWriter()->begin(at("out"), {}).error().code, core::ErrorCode::AlreadyExists);
            QCOMPARE(format.makeWriter()->begin(at("out/mine.txt"), {}).error().code, core::ErrorCode::AlreadyExists);
        }
        QCOMPARE(filesBelow(at("")), QStringList(QStringLiteral("out/mine.txt")));
    }

    void cleansUpAfterKilledWriters()
    {
        makeFile(at(".out.lw-part-999999999/half.xml"));
        makeFile(at(".out.lw-part-%1/running.xml").arg(::getppid()));
        write(manifest(), at("out"), {sampleAt(at("in/a.jpg"))}, {});
        QVERIFY(!QFileInfo::exists(at(".out.lw-part-999999999")));
        QVERIFY(QFileInfo::exists(at(".out.lw-part-%1").arg(::getppid())));
    }

    void saysWhyItCannotWrite()
    {
        if (::geteuid() == 0) {
            QCOMPARE(manifest().makeWriter()->begin(QStringLiteral("/proc/none/out"), {}).has_value(), false);
            return; // permissions do not stop root
        }
        QVERIFY(QDir().mkpath(at("locked")));
        QFile::setPermissions(at("locked"), QFile::ReadOwner | QFile::ExeOwner);
        QCOMPARE(manifest().makeWriter()->begin(at("locked/out"), {}).error().code, core::ErrorCode::ReadOnly);
        QFile::setPermissions(at("locked"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void publishesTheReferencesLayout()
    {
        const VersionPlace place{at("out"), QStringLiteral("pets"), QStringLiteral("Jmf5ylLjRmSacj9KevS1"),
                                 QStringLiteral("V001")};
        QCOMPARE(versionManifest(place), at("out/pets-Jmf5ylLjRmSacj9KevS1/annotation/V001/V001.manifest"));
        auto writer = beginVersion(place, {});
        QVERIFY(writer);
        core::ProblemList problems;
        QVERIFY((*writer)->add(richSample(at("in/a.jpg")), problems));
        const auto summary = (*writer)->finish();
        QCOMPARE(summary->path, versionManifest(place));
        const QStringList expected{QStringLiteral("pets-Jmf5ylLjRmSacj9KevS1/annotation/V001/V001.manifest"),
                                   QStringLiteral("pets-Jmf5ylLjRmSacj9KevS1/annotation/V001/annotation/a.xml")};
        QCOMPARE(filesBelow(at("out")), expected);
        QCOMPARE(beginVersion(place, {}).error().code, core::ErrorCode::AlreadyExists);
        QCOMPARE(beginVersion({at("out"), QStringLiteral("../x"), QStringLiteral("y"), QStringLiteral("V1")}, {})
                     .error()
                     .code,
                 core::ErrorCode::InvalidArgument);
    }

    void aMovedVersionIsStillReadable()
    {
        makeFile(at("in/a.jpg"));
        write(manifest(), at("one"), {richSample(at("in/a.jpg"))}, {});
        QVERIFY(QDir().rename(at("one"), at("two")));
        const ReadOutcome again = readAll("manifest", at("two/one.manifest"));
        QCOMPARE(problemLines(again.problems), QStringList());
        QCOMPARE(again.summary->annotations, qint64(6));
    }

    void bloodCellsSurviveToTheCoordinate()
    {
        LW_REQUIRE_DATA(folder, "detection/bccd");
        const ReadOutcome cells = readAll("voc", folder);
        for (const Format& format : {voc(), manifest()}) {
            const QString target = at("cells-") + QLatin1String(format.id);
            const WriteSummary written =
                write(format, target, cells.samples, {.inputLocation = folder + QStringLiteral("/JPEGImages")});
            const ReadOutcome again = readAll(format.id, written.path);
            QCOMPARE(problemLines(again.problems), QStringList());
            QCOMPARE(again.samples.size(), cells.samples.size());
            for (size_t i = 0; i < cells.samples.size(); ++i) {
                QCOMPARE(again.samples[i].sample.name, cells.samples[i].sample.name);
                QCOMPARE(again.samples[i].annotations.size(), cells.samples[i].annotations.size());
                for (size_t j = 0; j < again.samples[i].annotations.size(); ++j) {
                    QVERIFY(again.samples[i].annotations[j].annotation == cells.samples[i].annotations[j].annotation);
                    QCOMPARE(again.samples[i].annotations[j].label, cells.samples[i].annotations[j].label);
                }
            }
        }
    }

    void copiesPicturesSafely()
    {
        makeFile(at("a.jpg"), QByteArray(3'000'000, 'x'));
        QVERIFY(copyPicture(at("a.jpg"), at("new/sub/b.jpg")));
        QCOMPARE(contentOf(at("new/sub/b.jpg")), contentOf(at("a.jpg")));
        QCOMPARE(QFileInfo(at("new/sub/b.jpg")).lastModified(), QFileInfo(at("a.jpg")).lastModified());
        QCOMPARE(copyPicture(at("a.jpg"), at("new/sub/b.jpg")).error().code, core::ErrorCode::AlreadyExists);
        QCOMPARE(copyPicture(at("gone.jpg"), at("c.jpg")).error().code, core::ErrorCode::NotFound);
        QCOMPARE(copyPicture(at("new"), at("c.jpg")).error().code, core::ErrorCode::ReadFailed);
        QVERIFY(!QFileInfo::exists(at("c.jpg")));
    }

private:
    [[nodiscard]] QString root() const { return QFileInfo(m_folder->path()).canonicalFilePath(); }
    [[nodiscard]] QString at(const char* path) const
    {
        return root() + (*path != 0 ? u"/" + QString::fromUtf8(path) : QString());
    }
    [[nodiscard]] static const Format& voc() { return *findFormat(QStringLiteral("voc")); }
    [[nodiscard]] static const Format& manifest() { return *findFormat(QStringLiteral("manifest")); }

    static WriteSummary write(const Format& format, const QString& folder, const std::vector<ImportedSample>& samples,
                              const WriteOptions& options)
    {
        auto writer = format.makeWriter();
        core::ProblemList problems;
        core::Result<> done = writer->begin(folder, options);
        for (const ImportedSample& sample : samples) {
            done = done ? writer->add(sample, problems) : done;
        }
        const core::Result<WriteSummary> summary =
            done ? writer->finish() : core::Result<WriteSummary>(core::failure(done.error()));
        if (!summary) {
            QTest::qFail(qPrintable(summary.error().detail + u' ' + summary.error().path), __FILE__, __LINE__);
            return {};
        }
        if (!problems.isEmpty()) {
            QTest::qFail(qPrintable(problemLines(problems).join(u'\n')), __FILE__, __LINE__);
        }
        return *summary;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_DatasetWriters)
#include "tst_DatasetWriters.moc"
