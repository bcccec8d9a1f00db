// SPDX-License-Identifier: GPL-3.0-or-later
//! Deleting samples and labels, with and without their files.
#include "app/scenarios/DeleteSamples.h"
#include "app/scenarios/EditLabels.h"
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/PublishVersion.h"
#include "app/scenarios/SyncDataset.h"
#include "tests/app/scenarios/ScenarioProject.h"

using namespace lw;
using scenarios::LabelDeletion;
using scenarios::SourceFiles;

namespace {

/// cat on a and b, dog on b and c.
domain::Dataset pets(const tests::ScenarioProject& project)
{
    const domain::Dataset dataset = project.addDataset(QStringLiteral("pets"));
    const tests::VocBox cat{QStringLiteral("cat"), 1, 1, 10, 12};
    const tests::VocBox dog{QStringLiteral("dog"), 5, 5, 20, 22};
    const QMap<QString, QList<tests::VocBox>> boxes{
        {QStringLiteral("a"), {cat}}, {QStringLiteral("b"), {cat, dog}}, {QStringLiteral("c"), {dog}}};
    int seed = 0;
    for (auto it = boxes.cbegin(); it != boxes.cend(); ++it) {
        const QString base = dataset.inputLocation + u'/' + it.key();
        tests::writePicture(base + QStringLiteral(".png"), ++seed);
        tests::writeVoc(base + QStringLiteral(".xml"), it.key() + QStringLiteral(".png"), it.value());
    }
    return scenarios::syncDataset(*project.store, dataset.id, {}) ? project.reload(dataset) : domain::Dataset();
}

bool isThere(const domain::Dataset& dataset, const QString& name)
{
    return QFileInfo::exists(dataset.inputLocation + u'/' + name);
}

/// Another dataset that has the pictures of `dataset` in place.
domain::Dataset sharing(const tests::ScenarioProject& project, const domain::Dataset& dataset)
{
    const domain::Dataset other = project.addDataset(QStringLiteral("other"));
    scenarios::ImportRequest request;
    request.dataset = other.id;
    request.format = QStringLiteral("voc");
    request.from = dataset.inputLocation;
    return scenarios::importDataset(*project.store, request, {}) ? project.reload(other) : domain::Dataset();
}

} // namespace

class tst_DeleteSamples final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesStayUnlessAskedFor()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        const auto ids = project.ids(dataset);
        const auto kept = scenarios::deleteSamples(*project.store, dataset.id, ids.mid(0, 1), SourceFiles::Keep, {});
        QVERIFY(kept);
        QCOMPARE(kept->samples, 1);
        QVERIFY(isThere(dataset, QStringLiteral("a.png")));
        const auto deleted =
            scenarios::deleteSamples(*project.store, dataset.id, ids.mid(1, 1), SourceFiles::Delete, {});
        QVERIFY(deleted);
        QCOMPARE(deleted->files, 1);
        QVERIFY(!isThere(dataset, QStringLiteral("b.png")));
        QCOMPARE(project.contents(dataset).keys(), QStringList{QStringLiteral("c.png")});
    }

    void saysWhatElseUsesThem()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        QCOMPARE(sharing(project, dataset).counters.total, 3);
        QVERIFY(scenarios::publishVersion(*project.store, {dataset.id, {}, {}, {}, 1, false}, {}));
        const auto uses = scenarios::usesOfSamples(*project.store, dataset.id, project.ids(dataset).mid(0, 2));
        QVERIFY(uses);
        QCOMPARE(uses->datasets.size(), size_t(1));
        QCOMPARE(uses->datasets.front().name, QStringLiteral("other"));
        QCOMPARE(uses->datasets.front().samples, 2);
        QCOMPARE(uses->versions.size(), size_t(1));
        QCOMPARE(uses->versions.front().name, QStringLiteral("V001"));
        QCOMPARE(uses->versions.front().samples, 2);
    }

    void labelFilesBesideDeletedPicturesStay()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        tests::writeFile(dataset.inputLocation + QStringLiteral("/a.xml"), "<annotation/>");
        const auto ids = project.ids(dataset).mid(0, 1);
        QVERIFY(scenarios::deleteSamples(*project.store, dataset.id, ids, SourceFiles::Delete, {}));
        QVERIFY(!isThere(dataset, QStringLiteral("a.png")));
        QVERIFY(isThere(dataset, QStringLiteral("a.xml")));
    }

    void filesThatOthersHaveAreKeptUnlessInsisted()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        QCOMPARE(sharing(project, dataset).counters.total, 3);
        const auto ids = project.ids(dataset);
        const auto kept = scenarios::deleteSamples(*project.store, dataset.id, ids.mid(0, 1), SourceFiles::Delete, {});
        QVERIFY(kept);
        QCOMPARE(kept->files, 0);
        QCOMPARE(kept->problems.count(), 1);
        QCOMPARE(kept->problems.kept().first().code, core::ProblemCode::FileShared);
        QVERIFY(isThere(dataset, QStringLiteral("a.png")));
        QVERIFY(scenarios::deleteSamples(*project.store, dataset.id, ids.mid(1, 1), SourceFiles::DeleteEvenShared, {}));
        QVERIFY(!isThere(dataset, QStringLiteral("b.png")));
    }

    void aLabelGoesAloneOrWithItsOwnSamples_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("samplesLeft");
        QTest::addColumn<bool>("isFileLeft");
        QTest::newRow("label only") << int(LabelDeletion::LabelOnly) << 3 << true;
        QTest::newRow("with samples") << int(LabelDeletion::WithSamples) << 2 << true;
        QTest::newRow("with samples and files") << int(LabelDeletion::WithSamplesAndFiles) << 2 << false;
    }
    void aLabelGoesAloneOrWithItsOwnSamples()
    {
        QFETCH(int, mode);
        QFETCH(int, samplesLeft);
        QFETCH(bool, isFileLeft);
        tests::ScenarioProject project;
        const domain::Dataset dataset = pets(project);
        const auto cat = scenarios::findLabel(*project.store, dataset.id, QStringLiteral("cat"));
        QVERIFY(cat);
        QVERIFY(scenarios::deleteLabel(*project.store, cat->id, dataset.id, LabelDeletion(mode), {}));
        QCOMPARE(project.labelNames(dataset), QStringList{QStringLiteral("dog")});
        const auto contents = project.contents(dataset);
        QCOMPARE(contents.size(), samplesLeft);
        QCOMPARE(contents.value(QStringLiteral("b.png")).size(), 1);
        QCOMPARE(isThere(dataset, QStringLiteral("a.png")), isFileLeft);
        QVERIFY(isThere(dataset, QStringLiteral("b.png")));
    }
};

QTEST_GUILESS_MAIN(tst_DeleteSamples)
#include "tst_DeleteSamples.moc"
