// SPDX-License-Identifier: GPL-3.0-or-later
//! The sample list: pages, cache, minimal signals, reactions to the store.
#include "models/items/ListSplices.h"
#include "models/items/SampleListModel.h"
#include "tests/models/items/SyntheticSource.h"
#include "tests/support/TempProject.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace lw;
using domain::SampleId;
using items::SampleListModel;
using tests::idRange;

class TestSampleListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void obeysTheRulesOfModels()
    {
        tests::SyntheticSource source;
        SampleListModel model(source);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIds(idRange(1, 300));
        QList<SampleId> fewer = idRange(1, 300);
        fewer.remove(10, 5);
        fewer.remove(200, 1);
        model.setIds(fewer);
        model.setIds(idRange(1, 300));
        model.setIds(idRange(301, 2000));
        model.setIds({});
        QCOMPARE(model.rowCount(), 0);
    }

    void readsOnePageForNeighbouringRows()
    {
        tests::SyntheticSource source;
        SampleListModel model(source);
        model.setIds(idRange(1, 1'000'000));
        QCOMPARE(source.reads, 0);
        QCOMPARE(model.index(500'000).data().toString(), QStringLiteral("500001.jpg"));
        QCOMPARE(model.index(500'001).data().toString(), QStringLiteral("500002.jpg"));
        QCOMPARE(source.reads, 1);
        QVERIFY(source.rowsRead <= 64);
    }

    void staysRightWhileAMillionRowsAreScrolled()
    {
        tests::SyntheticSource source;
        SampleListModel model(source);
        model.setIds(idRange(1, 1'000'000));
        for (int top = 0; top < 1'000'000; top += 9'973) {
            const int last = qMin(top + 120, model.rowCount() - 1);
            QVERIFY(model.fetch(top, last));
            for (int row = top; row <= last; ++row) {
                QVERIFY(model.cachedSample(row));
                QCOMPARE(model.cachedSample(row)->id, SampleId(row + 1));
                QCOMPARE(static_cast<int>(model.cachedOutlines(row)->size()), source.countOf(SampleId(row + 1)));
            }
        }
        // What scrolled away long ago made room.
        QVERIFY(!model.cachedSample(0));
    }

    void countsLabelsOfARow()
    {
        tests::SyntheticSource source;
        SampleListModel model(source);
        model.setIds(idRange(1, 20));
        model.fetch(0, 19);
        const QList<items::LabelCount> labels = *model.cachedLabels(8); // id 9: one of label 1, three of label 2
        QCOMPARE(labels, (QList<items::LabelCount>{{domain::LabelId(2), 3}, {domain::LabelId(1), 1}}));
        QCOMPARE(model.index(8).data(SampleListModel::LabelsRole).toList().size(), 2);
        QCOMPARE(model.index(8).data(SampleListModel::StateRole).toInt(), int(domain::SampleState::Labelled));
        QVERIFY(model.cachedLabels(1)->isEmpty());
    }

    void asksForAnnotationsOnlyWhereThereAreSome()
    {
        tests::SyntheticSource source;
        SampleListModel model(source);
        model.setIds({SampleId(1), SampleId(2), SampleId(3)});
        model.fetch(0, 2);
        QCOMPARE(source.annotationReads, 1);
    }

    void goneSampleHasNoData()
    {
        tests::SyntheticSource source;
        source.gone = {SampleId(2)};
        SampleListModel model(source);
        model.setIds(idRange(1, 3));
        QVERIFY(!model.sampleAt(1));
        QVERIFY(!model.index(1).data().isValid());
        QVERIFY(model.fetch(0, 2));
    }

    void keepsRowsThatStay_data()
    {
        QTest::addColumn<QList<SampleId>>("after");
        QTest::addColumn<int>("removals");
        QTest::addColumn<int>("insertions");
        QTest::addColumn<int>("resets");
        QList<SampleId> ids = idRange(1, 10'000);
        QTest::newRow("same") << ids << 0 << 0 << 0;
        ids.removeAt(5000);
        QTest::newRow("one went") << ids << 1 << 0 << 0;
        ids.removeAt(100);
        QTest::newRow("two went") << ids << 2 << 0 << 0;
        QTest::newRow("more at the end") << idRange(1, 10'500) << 0 << 1 << 0;
        QTest::newRow("other end") << idRange(500, 10'200) << 1 << 1 << 0;
        QList<SampleId> reversed = idRange(1, 10'000);
        std::reverse(reversed.begin(), reversed.end());
        QTest::newRow("other order") << reversed << 0 << 0 << 1;
        QList<SampleId> odd;
        for (qint64 id = 1; id <= 10'000; id += 2) {
            odd.append(SampleId(id));
        }
        QTest::newRow("every second went") << odd << 0 << 0 << 1;
    }

    void keepsRowsThatStay()
    {
        QFETCH(QList<SampleId>, after);
        QFETCH(int, removals);
        QFETCH(int, insertions);
        QFETCH(int, resets);
        tests::SyntheticSource source;
        SampleListModel model(source);
        model.setIds(idRange(1, 10'000));
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setIds(after);
        QCOMPARE(model.ids(), after);
        QCOMPARE(removed.count(), removals);
        QCOMPARE(inserted.count(), insertions);
        QCOMPARE(reset.count(), resets);
    }

    void splicesLeadFromOneListToTheOther()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QList<SampleId> before;
            QList<SampleId> after;
            for (qint64 id = 1; id <= 300; ++id) {
                const quint32 fate = random.bounded(20);
                if (fate != 0) {
                    before.append(SampleId(id));
                }
                if (fate != 1) {
                    after.append(SampleId(id));
                }
            }
            const auto splices = items::listSplices(before, after);
            if (!splices) {
                continue;
            }
            QList<SampleId> result = before;
            for (auto splice = splices->rbegin(); splice != splices->rend(); ++splice) {
                result.remove(splice->oldFirst, splice->removed);
                for (qsizetype i = 0; i < splice->inserted; ++i) {
                    result.insert(splice->oldFirst + i, after.at(splice->newFirst + i));
                }
            }
            QCOMPARE(result, after);
        }
    }

    void followsChangesOfItsSamples()
    {
        tests::SyntheticSource source;
        SampleListModel model(source);
        model.setDataset(domain::DatasetId(1));
        model.setIds(idRange(1, 1000));
        model.fetch(0, 99);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        source.hard = {SampleId(43)};
        store::Change change;
        change.dataset = domain::DatasetId(1);
        change.touch(store::Change::Samples, SampleId(43));
        model.applyChange(change);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 42);
        QVERIFY(model.index(42).data(SampleListModel::IsHardRole).toBool());
        change.dataset = domain::DatasetId(2);
        model.applyChange(change);
        QCOMPARE(changed.count(), 1);
        store::Change many;
        many.dataset = domain::DatasetId(1);
        many.touch(store::Change::Annotations);
        model.applyChange(many);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.last().at(1).toModelIndex().row(), 999);
    }

    void showsTheRowsOfAProject()
    {
        tests::TempProject project;
        project.addSamples(70, [&](int i) {
            return i == 65 ? std::vector{project.box(project.dog, 1, 2, 30, 40)} : std::vector<domain::Annotation>();
        });
        const items::StoreSampleSource source(*project.store);
        SampleListModel model(source);
        model.setIds(project.ids());
        QCOMPARE(model.index(69).data().toString(), QStringLiteral("0069.jpg"));
        model.fetch(60, 69);
        QCOMPARE(*model.cachedLabels(65), (QList<items::LabelCount>{{project.dog, 1}}));
        QCOMPARE(model.rowOf(model.idAt(33)), 33);
    }
};

QTEST_GUILESS_MAIN(TestSampleListModel)
#include "tst_SampleListModel.moc"
