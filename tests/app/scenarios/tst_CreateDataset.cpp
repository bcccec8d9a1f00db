// SPDX-License-Identifier: GPL-3.0-or-later
//! Creating, editing and deleting datasets.
#include "app/scenarios/EditDataset.h"
#include "app/scenarios/EditLabels.h"
#include "models/store/TaskRepository.h"
#include "tests/app/scenarios/ScenarioProject.h"

using namespace lw;
using core::ErrorCode;

class tst_CreateDataset final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesTheFoldersAndKeepsTheLabels()
    {
        tests::ScenarioProject project;
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("cells");
        request.inputLocation = project.path(QStringLiteral("a/b/in"));
        request.outputLocation = project.path(QStringLiteral("a/b/out"));
        domain::Label red;
        red.name = QStringLiteral("RBC");
        red.colour = 0xffff0000;
        red.shortcut = QStringLiteral("1");
        domain::Label next;
        next.name = QStringLiteral("血小板");
        next.colour = 0;
        request.labels = {red, next};
        const auto dataset = scenarios::createDataset(*project.store, request);
        QVERIFY(dataset);
        QVERIFY(QFileInfo(request.inputLocation).isDir());
        QVERIFY(QFileInfo(request.outputLocation).isDir());
        QCOMPARE(dataset->uid.size(), 20);
        const auto labels = store::LabelRepository(*project.store).list(dataset->id);
        QVERIFY(labels);
        QCOMPARE(labels->size(), size_t(2));
        QCOMPARE(labels->at(0).colour, domain::Rgb(0xffff0000));
        QCOMPARE(labels->at(1).name, QStringLiteral("血小板"));
        QVERIFY(labels->at(1).colour >> 24 != 0);
    }

    void refusesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << QStringLiteral("a b");
        QTest::newRow("slash") << QStringLiteral("../a");
        QTest::newRow("long") << QString(101, u'a');
    }
    void refusesNames()
    {
        QFETCH(QString, name);
        tests::ScenarioProject project;
        scenarios::CreateDatasetRequest request;
        request.name = name;
        request.inputLocation = project.path(QStringLiteral("in"));
        request.outputLocation = project.path(QStringLiteral("out"));
        const auto dataset = scenarios::createDataset(*project.store, request);
        QVERIFY(!dataset);
        QCOMPARE(dataset.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!QFileInfo::exists(request.inputLocation));
    }

    void refusesAnOutputInOrAtTheInput_data()
    {
        QTest::addColumn<QString>("output");
        QTest::newRow("same") << QStringLiteral("in");
        QTest::newRow("same, spelled otherwise") << QStringLiteral("x/../in/");
        QTest::newRow("inside") << QStringLiteral("in/out/deeper");
        QTest::newRow("through a link") << QStringLiteral("link/out");
    }
    void refusesAnOutputInOrAtTheInput()
    {
        QFETCH(QString, output);
        tests::ScenarioProject project;
        QVERIFY(QDir().mkpath(project.path(QStringLiteral("in"))));
        QVERIFY(QFile::link(project.path(QStringLiteral("in")), project.path(QStringLiteral("link"))));
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("x");
        request.inputLocation = project.path(QStringLiteral("in"));
        request.outputLocation = project.path(output);
        const auto dataset = scenarios::createDataset(*project.store, request);
        QVERIFY(!dataset);
        QCOMPARE(dataset.error().code, ErrorCode::InvalidArgument);
        QVERIFY(store::DatasetRepository(*project.store).list()->empty());
    }

    void leavesNoFolderBehindWhenTheNameIsTaken()
    {
        tests::ScenarioProject project;
        project.addDataset(QStringLiteral("cells"));
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("cells");
        request.inputLocation = project.path(QStringLiteral("new/in"));
        request.outputLocation = project.path(QStringLiteral("new/out"));
        const auto dataset = scenarios::createDataset(*project.store, request);
        QVERIFY(!dataset);
        QCOMPARE(dataset.error().code, ErrorCode::AlreadyExists);
        QVERIFY(!QFileInfo::exists(project.path(QStringLiteral("new"))));
    }

    void removesTheFirstFolderWhenTheSecondCannotBeMade()
    {
        tests::ScenarioProject project;
        tests::writeFile(project.path(QStringLiteral("file")), "x");
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("cells");
        request.inputLocation = project.path(QStringLiteral("new/in"));
        request.outputLocation = project.path(QStringLiteral("file/out"));
        QVERIFY(!scenarios::createDataset(*project.store, request));
        QVERIFY(!QFileInfo::exists(project.path(QStringLiteral("new"))));
    }

    void refusesTypesThatDoNotWorkYet()
    {
        tests::ScenarioProject project;
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("t");
        request.type = domain::DatasetType::FreeForm;
        request.inputLocation = project.path(QStringLiteral("in"));
        request.outputLocation = project.path(QStringLiteral("out"));
        if (domain::isAvailable(request.type)) {
            QSKIP("free-form datasets work in this build");
        }
        const auto dataset = scenarios::createDataset(*project.store, request);
        QVERIFY(!dataset);
        QCOMPARE(dataset.error().code, ErrorCode::Unsupported);
    }

    void refusesLabelsThatAreGivenTwice()
    {
        tests::ScenarioProject project;
        QVERIFY(!project.addDataset(QStringLiteral("x"), {QStringLiteral("a"), QStringLiteral("a")}).id.isValid());
        QVERIFY(!project.addDataset(QStringLiteral("x"), {QStringLiteral("a:b")}).id.isValid());
        QVERIFY(project.addDataset(QStringLiteral("x"), {QStringLiteral("a"), QStringLiteral("A")}).id.isValid());
    }

    void editsOnlyWhatIsSet()
    {
        tests::ScenarioProject project;
        const domain::Dataset before = project.addDataset(QStringLiteral("one"));
        project.addDataset(QStringLiteral("two"));
        const auto renamed =
            scenarios::editDataset(*project.store, before.id, {QStringLiteral("three"), {}, {}, {}, {}, {}});
        QVERIFY(renamed);
        QCOMPARE(renamed->name, QStringLiteral("three"));
        QCOMPARE(renamed->inputLocation, before.inputLocation);
        const auto taken =
            scenarios::editDataset(*project.store, before.id, {QStringLiteral("two"), {}, {}, {}, {}, {}});
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::AlreadyExists);
        const auto inside = scenarios::editDataset(
            *project.store, before.id, {{}, {}, {}, QString(before.inputLocation + QStringLiteral("/o")), {}, {}});
        QVERIFY(!inside);
        QCOMPARE(inside.error().code, ErrorCode::InvalidArgument);
    }

    void deletingKeepsTheFiles()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("one"));
        tests::writePicture(dataset.inputLocation + QStringLiteral("/a.png"));
        QVERIFY(scenarios::deleteDataset(*project.store, dataset.id));
        QVERIFY(store::DatasetRepository(*project.store).list()->empty());
        QVERIFY(QFileInfo::exists(dataset.inputLocation + QStringLiteral("/a.png")));
        QVERIFY(!scenarios::deleteDataset(*project.store, dataset.id));
    }

    void labelsAreAddedRenamedAndMerged()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset =
            project.addDataset(QStringLiteral("one"), {QStringLiteral("cat"), QStringLiteral("dog")});
        const auto cat = scenarios::findLabel(*project.store, dataset.id, QStringLiteral("cat"));
        QVERIFY(cat);
        const auto renamed = scenarios::renameLabel(*project.store, dataset.id, cat->id, QStringLiteral("kitten"));
        QVERIFY(renamed);
        QVERIFY(!renamed->isMerged);
        const auto merged = scenarios::renameLabel(*project.store, dataset.id, cat->id, QStringLiteral("dog"));
        QVERIFY(merged);
        QVERIFY(merged->isMerged);
        QCOMPARE(project.labelNames(dataset), QStringList{QStringLiteral("dog")});
        domain::Label bad;
        bad.datasetId = dataset.id;
        bad.name = QStringLiteral("a/b");
        QCOMPARE(scenarios::addLabel(*project.store, bad).error().code, ErrorCode::InvalidArgument);
        bad.name = QStringLiteral("dog");
        QCOMPARE(scenarios::addLabel(*project.store, bad).error().code, ErrorCode::AlreadyExists);
    }
};

QTEST_GUILESS_MAIN(tst_CreateDataset)
#include "tst_CreateDataset.moc"
