// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs every case below tests/golden/<format>/: input in, expected.json out, and once through each writer and back.
//! A new case is a new folder with input/ and perhaps options.json; LW_UPDATE_GOLDEN=1 writes its expected.json.
#include "engine/formats/LossReport.h"
#include "engine/formats/ReadBack.h"
#include "tests/engine/formats/FormatDump.h"
#include "tests/support/TestData.h"

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
            const WriteOptions options{.type = optionsOf(folder).type, .withHard = true, .inputLocation = folder + QStringLiteral("/input")};
            LossCounter losses(target.abilities, options);
            QHash<QString, ImportedSample> expected; // by the place of their pictures
            auto writer = target.makeWriter();
            QVERIFY(writer->begin(place.filePath(QStringLiteral("out")), options));
            for (const ImportedSample& sample : first.samples) {
                ImportedSample reduced = sample;
                if (losses.reduce(reduced)) {
                    QVERIFY(writer->add(reduced, problems));
                    expected.insert(writer->lastPicture(), std::move(reduced));
                }
            }
            const auto written = writer->finish();
            QVERIFY(written);
            const ReadOutcome again = readAll(target.id, written->path, placesOf(optionsOf(folder)));
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
