// SPDX-License-Identifier: GPL-3.0-or-later
//! Awkward pictures on their way into a dataset: taken where possible, reported in a sentence either way.
#include "app/scenarios/AddFiles.h"
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/Messages.h"
#include "app/scenarios/SyncDataset.h"
#include "models/store/TurnedPictures.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/engine/media/AwkwardFixtures.h"

using namespace lw;

namespace {

/// An 8 × 8 picture's PNG whose header claims `side` pixels.
QByteArray bomb(quint32 side)
{
    QByteArray png = tests::encoded(tests::pattern({8, 8}), "png");
    qToBigEndian<quint32>(side, png.data() + 16);
    qToBigEndian<quint32>(side, png.data() + 20);
    return png;
}

/// One picture of each awkward kind in `folder`, with two sound ones.
void writeAwkwardFolder(const QString& folder)
{
    const QImage picture = tests::pattern({64, 48});
    const QByteArray png = tests::encoded(picture, "png");
    const auto put = [&folder](const char* name, const QByteArray& bytes) {
        tests::writeFile(folder + u'/' + QLatin1String(name), bytes);
    };
    put("sound.png", png);
    put("turned.jpg", tests::withExif(tests::jpeg(picture, false), 6));
    put("named.jpg", png);
    put("cut.png", png.first(png.size() / 2));
    put("moving.gif", tests::gif({20, 10}, 3));
    put("empty.png", {});
    put("words.png", "these are words");
    put("bomb.png", bomb(60'000));
}

QStringList sentences(const core::ProblemList& problems)
{
    QStringList all;
    for (const core::Problem& problem : problems.kept()) {
        all.append(problem.file.section(u'/', -1) + QStringLiteral(": ") + scenarios::problemReason(problem));
    }
    all.sort();
    return all;
}

const QStringList& expectedSentences()
{
    static const QStringList all{
        QStringLiteral("bomb.png: The picture is larger than the limit (60000 × 60000, 3600 MP > 1000 MP). To take it, "
                       "raise “Largest picture” in the settings, or give --max-megapixels in the command line."),
        QStringLiteral("cut.png: The picture file is incomplete; only the readable part is shown."),
        QStringLiteral("empty.png: The file is empty."),
        QStringLiteral("moving.gif: The file holds several frames or pages; the first one is shown and annotated."),
        QStringLiteral("named.jpg: The content is in another format than the file name says: PNG."),
        QStringLiteral("words.png: The picture cannot be decoded (unknown)."),
    };
    return all;
}

} // namespace

class tst_AwkwardIntake final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void syncTakesWhatCanBeShownAndSaysTheRest()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        writeAwkwardFolder(dataset.inputLocation);
        const auto outcome = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->added, 5);
        QCOMPARE(outcome->skipped, 2); // an empty file is left out by the scan already
        QCOMPARE(sentences(outcome->problems), expectedSentences());
        const auto ids = project.ids(dataset);
        int turned = 0;
        for (const domain::SampleId id : ids) {
            const auto sample = store::SampleRepository(*project.store).find(id);
            QVERIFY(sample);
            if (sample->name == QLatin1String("turned.jpg")) {
                QCOMPARE(QSize(sample->width, sample->height), QSize(48, 64));
                QCOMPARE(sample->orientation, 6);
                ++turned;
            }
        }
        QCOMPARE(turned, 1);
        QCOMPARE(store::turnedCount(*project.store, dataset.id).value_or(-1), 1);
    }

    void addedFilesAreReportedAlike()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        writeAwkwardFolder(project.path(QStringLiteral("from")));
        const auto outcome =
            scenarios::addFiles(*project.store, dataset.id, {project.path(QStringLiteral("from"))}, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->added, 5);
        QCOMPARE(outcome->skipped, 2); // an empty file is left out by the scan already
        QCOMPARE(sentences(outcome->problems), expectedSentences());
    }

    void aRaisedLimitTakesThePicture()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        tests::writeFile(dataset.inputLocation + QStringLiteral("/bomb.png"), bomb(60'000));
        tests::writeVoc(dataset.inputLocation + QStringLiteral("/bomb.xml"), QStringLiteral("bomb.png"),
                        {{QStringLiteral("cat"), 1, 1, 9, 9}}, 60'000, 60'000);
        QCOMPARE(scenarios::syncDataset(*project.store, dataset.id, {})->added, 0);
        scenarios::ImportRequest request;
        request.dataset = dataset.id;
        request.format = QStringLiteral("voc");
        request.from = dataset.inputLocation;
        QCOMPARE(scenarios::importDataset(*project.store, request, {})->counts.samplesAdded, 0);
        request.maxPixels = 3'600'000'000;
        QCOMPARE(scenarios::importDataset(*project.store, request, {})->counts.samplesAdded, 1);
        QCOMPARE(scenarios::syncDataset(*project.store, dataset.id, {}, 3'600'000'000)->missing, 0);
    }

    void aLowerLimitRefusesMore()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("d"));
        tests::writePicture(dataset.inputLocation + QStringLiteral("/a.png"), 1, 64, 48);
        QCOMPARE(scenarios::syncDataset(*project.store, dataset.id, {}, 64 * 48 - 1)->skipped, 1);
        QCOMPARE(scenarios::syncDataset(*project.store, dataset.id, {}, 64 * 48)->added, 1);
    }
};

QTEST_GUILESS_MAIN(tst_AwkwardIntake)
#include "tst_AwkwardIntake.moc"
