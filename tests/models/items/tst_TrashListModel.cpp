// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows of the trash and of histories.
#include "models/items/HistoryListModel.h"
#include "models/items/TrashListModel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace lw;
using items::TrashListModel;

namespace {

/// `count` samples, the latest first, by the same rule as the store.
items::TrashReader readerOf(int count)
{
    return [count](const domain::TrashFilter& filter, domain::TrashId before, int limit) {
        std::vector<domain::TrashEntry> page;
        for (qint64 id = before.isValid() ? before.value - 1 : count; id > 0 && int(page.size()) < limit; --id) {
            domain::TrashEntry entry;
            entry.id = domain::TrashId(id);
            entry.kind = id % 10 == 0 ? domain::TrashKind::Label : domain::TrashKind::Sample;
            entry.name = QStringLiteral("%1.jpg").arg(id);
            entry.datasetName = QStringLiteral("birds");
            entry.deletedBy = QStringLiteral("ann");
            if (!filter.kind || *filter.kind == entry.kind) {
                page.push_back(entry);
            }
        }
        return page;
    };
}

} // namespace

class TestTrashListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetchesPageByPage()
    {
        // Without a model tester: it fetches by itself, also within a reset, which it then takes for a fault.
        TrashListModel model(readerOf(450));
        QCOMPARE(model.rowCount(), 0);
        model.reload();
        QCOMPARE(model.rowCount(), TrashListModel::kPage);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 450);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.entryAt(0)->id, domain::TrashId(450));
        QCOMPARE(model.entryAt(449)->id, domain::TrashId(1));
        QVERIFY(!model.entryAt(450));
    }

    void filtersAndShowsWords()
    {
        TrashListModel model(readerOf(40));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter({domain::TrashKind::Label, {}, 0});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0, TrashListModel::NameColumn).data().toString(), QStringLiteral("40.jpg"));
        QCOMPARE(model.index(0, TrashListModel::KindColumn).data().toString(), QStringLiteral("Label"));
        QCOMPARE(model.index(0, TrashListModel::ByColumn).data().toString(), QStringLiteral("ann"));
        model.setFilter({});
        model.fetchUpTo(1000);
        QCOMPARE(model.rowCount(), 40);
    }

    void historySaysUnknownWhenItIs()
    {
        items::HistoryListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({{0, {}, QStringLiteral("Imported"), {QStringLiteral("a"), QStringLiteral("b")}}});
        using Model = items::HistoryListModel;
        QCOMPARE(model.index(0, Model::WhenColumn).data().toString(), QStringLiteral("unknown"));
        QCOMPARE(model.index(0, Model::WhoColumn).data().toString(), QStringLiteral("unknown"));
        QCOMPARE(model.index(0, Model::DetailColumn).data().toString(), QStringLiteral("a; b"));
    }
};

QTEST_GUILESS_MAIN(TestTrashListModel)
#include "tst_TrashListModel.moc"
