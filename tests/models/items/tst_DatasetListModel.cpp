// SPDX-License-Identifier: GPL-3.0-or-later
//! Dataset rows follow the store; the proxy searches and sorts.
#include "models/items/DatasetListModel.h"
#include "tests/support/TempProject.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace lw;
using items::DatasetListModel;

namespace {

void addDataset(tests::TempProject& project, const QString& name, const QString& description)
{
    domain::Dataset dataset;
    dataset.name = name;
    dataset.description = description;
    dataset.inputLocation = project.dir.filePath(QString(name + QStringLiteral("-in")));
    dataset.outputLocation = project.dir.filePath(QString(name + QStringLiteral("-out")));
    QVERIFY(store::DatasetRepository(*project.store).create(dataset, {}).result().has_value());
}

} // namespace

class TestDatasetListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheStore()
    {
        tests::TempProject project;
        DatasetListModel model(*project.store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 1);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        project.addSamples(4, [&](int i) {
            return i < 1 ? std::vector{project.box(project.cat, 1, 1, 9, 9)} : std::vector<domain::Annotation>();
        });
        QTRY_COMPARE(model.index(0, 0).data(DatasetListModel::ProgressRole).toDouble(), 0.25);
        QCOMPARE(reset.count(), 0); // the row changed in place
        addDataset(project, QStringLiteral("birds"), QStringLiteral("From the harbour"));
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(model.rowOf(project.dataset) >= 0);
        QCOMPARE(model.datasetAt(model.rowOf(project.dataset))->name, QStringLiteral("boxes"));
        QVERIFY(!model.datasetAt(2));
        (void)store::DatasetRepository(*project.store).remove(project.dataset);
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void searchFindsNamesAndDescriptions()
    {
        tests::TempProject project;
        addDataset(project, QStringLiteral("birds"), QStringLiteral("From the harbour"));
        DatasetListModel model(*project.store);
        items::DatasetSearchModel search(model);
        QAbstractItemModelTester tester(&search, QAbstractItemModelTester::FailureReportingMode::QtTest);
        search.setSearch(QStringLiteral("BOX"));
        QCOMPARE(search.rowCount(), 1);
        QCOMPARE(search.idAt(0), project.dataset);
        search.setSearch(QStringLiteral("harbour "));
        QCOMPARE(search.rowCount(), 1);
        QCOMPARE(search.index(0, 0).data().toString(), QStringLiteral("birds"));
        search.setSearch(QStringLiteral("nothing like it"));
        QCOMPARE(search.rowCount(), 0);
        QVERIFY(!search.idAt(0).isValid());
        search.setSearch({});
        search.sort(DatasetListModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(search.index(0, 0).data().toString(), QStringLiteral("boxes"));
    }
};

QTEST_GUILESS_MAIN(TestDatasetListModel)
#include "tst_DatasetListModel.moc"
