// SPDX-License-Identifier: GPL-3.0-or-later
//! Near-duplicates and likeness over a dataset: found, cached, cancelled and resumed, bad pictures listed.
#include "app/scenarios/SimilarSamples.h"
#include "app/scenarios/SyncDataset.h"
#include "app/scenarios/Workers.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/engine/vision/PictureVariants.h"
#include "tests/support/TestData.h"

#include <QThreadPool>

#include <atomic>

using namespace lw;
using namespace lw::tests;
using scenarios::PictureDescriptions;

namespace {

/// Pictures 0.png to 9.png, with copies of 0 (small and mirrored) and of 3 (JPEG).
struct Fixture {
    Fixture() : dataset(project.addDataset(QStringLiteral("many")))
    {
        for (quint32 i = 0; i < 10; ++i) {
            save(drawnPicture(i), QStringLiteral("%1.png").arg(i));
        }
        save(drawnPicture(0).scaled(120, 90, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
             QStringLiteral("small.png"));
        save(drawnPicture(0).mirrored(true, false), QStringLiteral("mirrored.png"));
        save(drawnPicture(3), QStringLiteral("photo.jpg"));
        [&] { QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {})); }();
    }
    void save(const QImage& picture, const QString& name) const { QVERIFY(picture.save(file(name))); }
    [[nodiscard]] QString file(const QString& name) const { return dataset.inputLocation + u'/' + name; }
    [[nodiscard]] QString nameOf(domain::SampleId id) const
    {
        return store::SampleRepository(*project.store).find(id)->name;
    }
    [[nodiscard]] domain::SampleId named(const QString& name) const
    {
        return store::SampleRepository(*project.store).findByFile(dataset.id, {}, name)->id;
    }
    [[nodiscard]] std::unique_ptr<PictureDescriptions> describe(const core::Control& control = {}) const
    {
        auto made = PictureDescriptions::make(*project.store, dataset.id, {}, control);
        return made ? std::move(*made) : nullptr;
    }
    [[nodiscard]] QSet<QSet<QString>> groups(double threshold = scenarios::kDuplicateThreshold) const
    {
        const auto outcome = scenarios::findDuplicates(*project.store, dataset.id, {}, {});
        QSet<QSet<QString>> groups;
        for (const domain::SampleGroup& group : domain::groupDuplicates(*outcome->findings, threshold)) {
            QSet<QString> names;
            for (const domain::GroupMember& member : group.members) {
                names.insert(nameOf(member.id));
            }
            groups.insert(names);
        }
        return groups;
    }

    ScenarioProject project;
    domain::Dataset dataset;
};

} // namespace

class tst_SimilarSamples final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheCopiesAndNothingElse()
    {
        const Fixture fixture;
        const QSet<QSet<QString>> wanted = {
            {QStringLiteral("0.png"), QStringLiteral("small.png"), QStringLiteral("mirrored.png")},
            {QStringLiteral("3.png"), QStringLiteral("photo.jpg")}};
        QCOMPARE(fixture.groups(), wanted);
    }

    void threadsFindTheSame()
    {
        const Fixture fixture;
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        const auto alone = scenarios::findDuplicates(*fixture.project.store, fixture.dataset.id, {}, {});
        QFile::remove(
            PictureDescriptions::cachePath(*fixture.project.store, fixture.dataset, *vision::colourEdgeExtractor()));
        const auto together = scenarios::findDuplicates(*fixture.project.store, fixture.dataset.id, {&pool}, {});
        QVERIFY(alone->findings->pairs == together->findings->pairs);
        QVERIFY(!alone->findings->pairs.empty());
    }

    void keepsWhatIsLabelledElseTheLargest()
    {
        const Fixture fixture;
        const auto outcome = scenarios::findDuplicates(*fixture.project.store, fixture.dataset.id, {}, {});
        for (const domain::SampleGroup& group : domain::groupDuplicates(*outcome->findings, 0.9)) {
            QVERIFY(fixture.nameOf(group.members.front().id) != QStringLiteral("small.png"));
        }
        QCOMPARE(outcome->findings->compared, 13);
    }

    void looksAtChangedPicturesOnly()
    {
        const Fixture fixture;
        QCOMPARE(fixture.describe()->computed(), 13);
        QCOMPARE(fixture.describe()->computed(), 0);
        fixture.save(drawnPicture(77), QStringLiteral("small.png"));
        const auto again = fixture.describe();
        QCOMPARE(again->computed(), 1);
        QCOMPARE(fixture.groups().size(), 2); // 0 and its mirror image, 3 and its JPEG
        QVERIFY(!fixture.groups().contains(
            {QStringLiteral("0.png"), QStringLiteral("small.png"), QStringLiteral("mirrored.png")}));
    }

    void worksWithoutItsCache()
    {
        const Fixture fixture;
        const auto before = fixture.groups();
        const QString path =
            PictureDescriptions::cachePath(*fixture.project.store, fixture.dataset, *vision::colourEdgeExtractor());
        QVERIFY(QFile::remove(path));
        QCOMPARE(fixture.groups(), before);
        writeFile(path, QByteArray(5000, '\xff'));
        QCOMPARE(fixture.groups(), before);
    }

    void aMovedInputLocationKeepsTheCache()
    {
        const Fixture fixture;
        QCOMPARE(fixture.describe()->computed(), 13);
        const QString moved = fixture.project.path(QStringLiteral("elsewhere"));
        QVERIFY(QDir().rename(fixture.dataset.inputLocation, moved));
        auto renamed = fixture.project.reload(fixture.dataset);
        renamed.inputLocation = moved;
        QVERIFY(store::DatasetRepository(*fixture.project.store).update(renamed).result());
        QCOMPARE(fixture.describe()->computed(), 0);
    }

    void whatWasDoneBeforeAStopStays()
    {
        const Fixture fixture;
        std::stop_source stop;
        const core::Control control{stop.get_token(), [&](qint64 done, qint64) {
                                        if (done == 5) {
                                            stop.request_stop();
                                        }
                                    }};
        const auto stopped = PictureDescriptions::make(*fixture.project.store, fixture.dataset.id, {}, control);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(fixture.describe()->computed(), 13 - 5);
    }

    void badPicturesAreListedAndTheRestGoesOn()
    {
        const Fixture fixture;
        writeFile(fixture.file(QStringLiteral("5.png")), "this is no picture");
        QVERIFY(QFile::remove(fixture.file(QStringLiteral("6.png"))));
        const auto outcome = scenarios::findDuplicates(*fixture.project.store, fixture.dataset.id, {}, {});
        QCOMPARE(outcome->problems.count(), 2);
        QCOMPARE(outcome->problems.kept().at(0).file, fixture.file(QStringLiteral("5.png")));
        QCOMPARE(outcome->problems.kept().at(1).code, core::ProblemCode::FileMissing);
        QCOMPARE(outcome->findings->compared, 11);
        QCOMPARE(fixture.groups().size(), 2);
    }

    void theMostAlikeComeFirst()
    {
        const Fixture fixture;
        const auto one = scenarios::similarSamples(*fixture.project.store, fixture.dataset.id,
                                                   {fixture.named(QStringLiteral("3.png"))}, {}, {});
        QCOMPARE(one->order.size(), size_t(13));
        QCOMPARE(fixture.nameOf(one->order[0].id), QStringLiteral("3.png"));
        QCOMPARE(one->order[0].similarity, 1.0F);
        QCOMPARE(fixture.nameOf(one->order[1].id), QStringLiteral("photo.jpg"));
        for (size_t i = 1; i < one->order.size(); ++i) {
            QVERIFY(one->order[i].similarity <= one->order[i - 1].similarity);
        }
        const auto two = scenarios::similarSamples(
            *fixture.project.store, fixture.dataset.id,
            {fixture.named(QStringLiteral("3.png")), fixture.named(QStringLiteral("0.png"))}, {}, {});
        QSet<QString> first;
        for (size_t i = 0; i < 4; ++i) {
            first.insert(fixture.nameOf(two->order[i].id));
        }
        QCOMPARE(first, (QSet<QString>{QStringLiteral("0.png"), QStringLiteral("3.png"), QStringLiteral("small.png"),
                                       QStringLiteral("photo.jpg")}));
    }

    void anUnreadableSourceIsAnError()
    {
        const Fixture fixture;
        const domain::SampleId id = fixture.named(QStringLiteral("5.png"));
        writeFile(fixture.file(QStringLiteral("5.png")), "this is no picture");
        const auto outcome = scenarios::similarSamples(*fixture.project.store, fixture.dataset.id, {id}, {}, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, core::ErrorCode::ReadFailed);
    }

    void allThreadsShareTheWork()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(3);
        std::vector<std::atomic<int>> calls(1000);
        scenarios::forEachOnThreads(&pool, 1000, {}, [&](qsizetype i) { ++calls[size_t(i)]; });
        QVERIFY(std::all_of(calls.begin(), calls.end(), [](const auto& count) { return count == 1; }));
        std::stop_source stop;
        int done = 0;
        scenarios::forEachOnThreads(nullptr, 1000, stop.get_token(), [&](qsizetype) {
            if (++done == 10) {
                stop.request_stop();
            }
        });
        QCOMPARE(done, 10);
    }

    void recognisesCopiesOfRealPhotos()
    {
        LW_REQUIRE_DATA(root, "images/flowers");
        const ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("flowers"));
        const QDir roses(root + QStringLiteral("/rose"));
        const QStringList names = roses.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name).mid(0, 40);
        const QStringList variants = {QStringLiteral("half size"), QStringLiteral("jpeg q30"),
                                      QStringLiteral("brighter"), QStringLiteral("mirrored")};
        for (const QString& name : names) {
            const QImage photo(roses.filePath(name));
            for (const PictureVariant& variant : pictureVariants()) {
                if (variants.contains(QLatin1String(variant.name))) {
                    QVERIFY(variant.make(photo).save(dataset.inputLocation + u'/' + name.chopped(4) + u'-' +
                                                     QLatin1String(variant.name) + QStringLiteral(".png")));
                }
            }
            QVERIFY(QFile::copy(roses.filePath(name), dataset.inputLocation + u'/' + name));
        }
        QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {}));
        QThreadPool pool;
        const auto outcome = scenarios::findDuplicates(*project.store, dataset.id, {&pool}, {});
        QCOMPARE(outcome->findings->compared, qint64(names.size()) * 5);
        int grouped = 0;
        const auto groups = domain::groupDuplicates(*outcome->findings, scenarios::kDuplicateThreshold);
        for (const domain::SampleGroup& group : groups) {
            grouped += int(group.members.size());
        }
        QVERIFY2(grouped >= int(names.size()) * 5 * 98 / 100, qPrintable(QString::number(grouped)));
        QVERIFY2(int(groups.size()) >= int(names.size()) * 9 / 10, qPrintable(QString::number(groups.size())));
    }
};

QTEST_GUILESS_MAIN(tst_SimilarSamples)
#include "tst_SimilarSamples.moc"
