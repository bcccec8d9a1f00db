// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs every case below tests/golden/<format>/: input in, expected.json out, and once through each writer and back.
//! A new case is a new folder with input/ and perhaps options.json; LW_UPDATE_GOLDEN=1 writes its expected.json.
#include "engine/formats/LossReport.h"
#include "engine/formats/ReadBack.h"
#include "tests/engine/formats/FormatDump.h"
#include "tests/support/TestData.h"

#include <QDirIterator>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;

namespace {

QString goldenRoot()
{
    return QDir(sourceDir() + QStringLiteral("/tests/golden")).canonicalPath();
}

ReadOptions optionsOf(const QString& folder)
{
    const QJsonObject json = QJsonDocument::fromJson(contentOf(folder + QStringLiteral("/options.json"))).object();
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    const auto place = [&](const QString& relative) {
        return relative.isEmpty() ? QString() : QString(folder + u'/' + relative);
    };
    ReadOptions options;
    options.type = domain::typeFromName(text("type")).value_or(options.type);
    if (const QJsonArray size = json.value(QLatin1String("size")).toArray(); !size.isEmpty()) {
        options.probe = [width = size.at(0).toInt(), height = size.at(1).toInt()](const QString&) {
            return ProbedImage{width, height, 1, 1, 1, {}};
        };
    }
    options.inputLocation = place(text("inputLocation"));
    options.annotationFolder = place(text("annotationFolder"));
    options.pictureFolder = place(text("pictureFolder"));
    options.withLabels = json.value(QLatin1String("withLabels")).toBool(true);
    options.hardOnly = json.value(QLatin1String("hardOnly")).toBool(false);
    for (const QJsonValue& label : json.value(QLatin1String("labels")).toArray()) {
        options.labelsToTake.append(label.toString());
    }
    for (const QJsonValue& rule : json.value(QLatin1String("mapping")).toArray()) {
        options.mapping.push_back(
            {rule[QLatin1String("prefix")].toString(), place(rule[QLatin1String("folder")].toString())});
    }
    return options;
}

/// Where to look for pictures; nothing is filtered and no folders are given when a written dataset is read again.
ReadOptions placesOf(ReadOptions options)
{
    ReadOptions places;
    places.type = options.type;
    places.inputLocation = options.inputLocation;
    places.mapping = std::move(options.mapping);
    return places;
}

/// The input of a case: its folder, or the manifest in it.
QString inputOf(const Format& format, const QString& folder)
{
    const QDir input(folder + QStringLiteral("/input"));
    const QStringList files = input.entryList({QStringLiteral("*.manifest")}, QDir::Files);
    return format.readsFolder ? input.path() : input.filePath(files.value(0));
}

/// Formats with shares of the picture's size need to know it.
void giveSize(ImportedSample& sample)
{
    if (sample.sample.width == 0 || sample.sample.height == 0) {
        sample.sample.width = 640;
        sample.sample.height = 480;
    }
}

/// Every text that is not a picture, below a written folder.
QMap<QString, QByteArray> textsBelow(const QString& folder)
{
    QMap<QString, QByteArray> texts;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        if (!path.endsWith(QLatin1String(".jpg")) && !path.endsWith(QLatin1String(".png"))) {
            texts.insert(path.mid(folder.size() + 1), contentOf(path));
        }
    }
    return texts;
}

QByteArray dump(const ReadOutcome& outcome, const QString& root)
{
    QJsonArray samples;
    for (const ImportedSample& sample : outcome.samples) {
        samples.append(toJson(sample, root));
    }
    const ReadSummary& summary = *outcome.summary;
    const QJsonObject counts{{QStringLiteral("samples"), summary.samples},
                             {QStringLiteral("annotations"), summary.annotations},
                             {QStringLiteral("skippedSamples"), summary.skippedSamples},
                             {QStringLiteral("skippedAnnotations"), summary.skippedAnnotations},
                             {QStringLiteral("filteredSamples"), summary.filteredSamples}};
    const QJsonObject all{
        {QStringLiteral("samples"), samples},
        {QStringLiteral("summary"), counts},
        {QStringLiteral("problems"), QJsonArray::fromStringList(problemLines(outcome.problems, root))}};
    return QJsonDocument(all).toJson();
}

} // namespace

class tst_GoldenFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesWhatIsExpected_data() { cases(); }

    void matchesWhatIsExpected()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, folder);
        const Format& used = *findFormat(QString::fromLatin1(format));
        const ReadOutcome outcome = readAll(used.id, inputOf(used, folder), optionsOf(folder));
        QVERIFY2(outcome.summary, outcome.summary ? "" : qPrintable(outcome.summary.error().detail));
        const QByteArray found = dump(outcome, folder + QStringLiteral("/input"));
        const QString expected = folder + QStringLiteral("/expected.json");
        if (qEnvironmentVariableIsSet("LW_UPDATE_GOLDEN")) {
            makeFile(expected, found);
        }
        const QList<QByteArray> foundLines = found.split('\n');
        const QList<QByteArray> expectedLines = contentOf(expected).split('\n');
        for (qsizetype i = 0; i < qMin(foundLines.size(), expectedLines.size()); ++i) {
            QVERIFY2(foundLines[i] == expectedLines[i],
                     qPrintable(QStringLiteral("line %1: found %2, expected %3")
                                    .arg(i + 1)
                                    .arg(QString::fromUtf8(foundLines[i].trimmed()),
                                         QString::fromUtf8(expectedLines[i].trimmed()))));
        }
        QCOMPARE(foundLines.size(), expectedLines.size());
    }

    void writesTheSameBytes_data() { cases(); }

    /// What the format's own writer makes of the case; only where there is a folder written/.
    void writesTheSameBytes()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, folder);
        const QString expected = folder + QStringLiteral("/written");
        if (!QFileInfo::exists(expected)) {
            return;
        }
        const Format& used = *findFormat(QString::fromLatin1(format));
        ReadOptions read = optionsOf(folder);
        WriteOptions options{.type = read.type, .withHard = true, .inputLocation = folder + QStringLiteral("/input")};
        read.labels = [&options](const domain::Label& label) {
            const auto isSame = [&label](const domain::Label& other) { return other.name == label.name; };
            if (std::none_of(options.labels.begin(), options.labels.end(), isSame)) {
                options.labels.push_back(label);
            }
        };
        const ReadOutcome first = readAll(used.id, inputOf(used, folder), read);
        const QTemporaryDir place;
        const QString out = place.filePath(QStringLiteral("out"));
        core::ProblemList problems;
        LossCounter losses(used.abilities, options);
        auto writer = used.makeWriter();
        QVERIFY(writer->begin(out, options));
        for (ImportedSample sample : first.samples) {
            if (losses.reduce(sample)) {
                QVERIFY(writer->add(sample, problems));
            }
        }
        QVERIFY(writer->finish());
        const QMap<QString, QByteArray> found = textsBelow(out);
        if (qEnvironmentVariableIsSet("LW_UPDATE_GOLDEN")) {
            QDir(expected).removeRecursively();
            for (auto it = found.begin(); it != found.end(); ++it) {
                makeFile(expected + u'/' + it.key(), it.value());
            }
        }
        QCOMPARE(found, textsBelow(expected));
    }

    void survivesEveryWriter_data() { cases(); }

    void survivesEveryWriter()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, folder);
        const Format& used = *findFormat(QString::fromLatin1(format));
        const ReadOutcome first = readAll(used.id, inputOf(used, folder), optionsOf(folder));
        for (const Format& target : allFormats()) {
            if (!fits(target, optionsOf(folder).type)) {
                continue;
            }
            QTemporaryDir place;
            core::ProblemList problems;
            const WriteOptions options{
                .type = optionsOf(folder).type, .withHard = true, .inputLocation = folder + QStringLiteral("/input")};
            LossCounter losses(target.abilities, options);
            QHash<QString, ImportedSample> expected; // by the place of their pictures
            auto writer = target.makeWriter();
            QVERIFY(writer->begin(place.filePath(QStringLiteral("out")), options));
            for (const ImportedSample& sample : first.samples) {
                ImportedSample reduced = sample;
                giveSize(reduced);
                if (losses.reduce(reduced)) {
                    QVERIFY(writer->add(reduced, problems));
                    expected.insert(writer->lastPicture(), std::move(reduced));
                }
            }
            const auto written = writer->finish();
            QVERIFY(written);
            ReadOptions places = placesOf(optionsOf(folder));
            places.probe = [&expected](const QString& path) -> core::Result<ProbedImage> {
                if (!expected.contains(path)) {
                    return core::failure(core::ErrorCode::NotFound, {}, path);
                }
                const domain::Sample facts = expected.value(path).sample;
                return ProbedImage{facts.width, facts.height, 1, 1, 1, {}};
            };
            const ReadOutcome again = readAll(target.id, written->path, places);
            QStringList serious;
            for (const core::Problem& problem : again.problems.kept()) {
                if (problem.code != core::ProblemCode::ShapeClipped) { // that shape went in, so it comes again
                    serious.append(problemLine(problem));
                }
            }
            QCOMPARE(serious, QStringList());
            QCOMPARE(again.samples.size(), size_t(expected.size()));
            for (const ImportedSample& sample : again.samples) {
                QVERIFY2(expected.contains(sample.path), qPrintable(sample.path));
                const QStringList differences = differencesOf(expected.value(sample.path), sample, target.abilities);
                QVERIFY2(differences.isEmpty(), qPrintable(sample.path + u' ' + differences.join(u';')));
            }
        }
    }

private:
    static void cases()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("folder");
        for (const Format& format : allFormats()) {
            const QDir place(goldenRoot() + u'/' + QLatin1String(format.id));
            for (const QString& name : place.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
                QTest::newRow(qPrintable(QString(QLatin1String(format.id) + u'/' + name)))
                    << QByteArray(format.id) << place.filePath(name);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_GoldenFormats)
#include "tst_GoldenFormats.moc"
