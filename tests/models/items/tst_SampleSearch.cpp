// SPDX-License-Identifier: GPL-3.0-or-later
//! Queries that follow filter and data: debounced, never out of order, held back on demand.
#include "models/items/SampleListModel.h"
#include "models/items/SampleSearch.h"
#include "tests/models/items/SyntheticSource.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

using namespace lw;
using domain::SampleId;
using items::SampleListModel;
using items::SampleQuery;
using items::SampleSearch;
using Answer = core::Result<QList<SampleId>>;

namespace {

/// Queries wait here until the test answers them.
struct Runner {
    std::vector<std::shared_ptr<QPromise<Answer>>> promises;
    std::vector<SampleQuery> queries;

    [[nodiscard]] items::QueryRunner function()
    {
        return [this](const SampleQuery& query) {
            auto promise = std::make_shared<QPromise<Answer>>();
            promise->start();
            promises.push_back(promise);
            queries.push_back(query);
            return promise->future();
        };
    }

    void answer(size_t number, const Answer& answer)
    {
        promises.at(number)->addResult(answer);
        promises.at(number)->finish();
    }
};

SampleQuery queryFor(const QString& text)
{
    SampleQuery query;
    query.dataset = domain::DatasetId(1);
    query.filter.text = text;
    return query;
}

store::Change changeOf(store::Change::Kinds kinds)
{
    store::Change change;
    change.dataset = domain::DatasetId(1);
    change.kinds = kinds;
    return change;
}

} // namespace

class TestSampleSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheAnswer()
    {
        SampleSearch search(m_model, m_runner.function());
        const QSignalSpy finished(&search, &SampleSearch::finished);
        search.setQuery(queryFor(QStringLiteral("a")));
        QVERIFY(search.isRunning());
        m_runner.answer(0, tests::idRange(1, 5));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(m_model.rowCount(), 5);
        QVERIFY(!search.isRunning());
    }

    void sameQueryIsAskedOnce()
    {
        SampleSearch search(m_model, m_runner.function());
        search.setQuery(queryFor(QStringLiteral("a")));
        search.setQuery(queryFor(QStringLiteral("a")));
        QCOMPARE(m_runner.queries.size(), 1U);
    }

    void dropsTheAnswerToAnOlderQuery()
    {
        SampleSearch search(m_model, m_runner.function());
        const QSignalSpy finished(&search, &SampleSearch::finished);
        search.setQuery(queryFor(QStringLiteral("a")));
        search.setQuery(queryFor(QStringLiteral("b")));
        QVERIFY(m_runner.promises.at(0)->isCanceled());
        m_runner.answer(1, tests::idRange(10, 12));
        m_runner.answer(0, tests::idRange(1, 5));
        QTRY_COMPARE(finished.count(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(m_model.ids(), tests::idRange(10, 12));
    }

    void reportsFailureAndKeepsTheList()
    {
        m_model.setIds(tests::idRange(1, 3));
        SampleSearch search(m_model, m_runner.function());
        const QSignalSpy failed(&search, &SampleSearch::failed);
        search.setQuery(queryFor(QStringLiteral("a")));
        m_runner.answer(0, core::failure(core::ErrorCode::ReadFailed));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_model.rowCount(), 3);
    }

    void asksAgainOnceForManyChanges()
    {
        SampleSearch search(m_model, m_runner.function());
        search.setQuery(queryFor(QStringLiteral("a")));
        for (int i = 0; i < 10; ++i) {
            search.applyChange(changeOf(store::Change::Samples | store::Change::Membership));
        }
        QCOMPARE(m_runner.queries.size(), 1U);
        QTRY_COMPARE(m_runner.queries.size(), 2U);
        QCOMPARE(m_runner.queries.at(1), m_runner.queries.at(0));
    }

    void asksAgainOnlyWhenTheListCanDiffer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("sort");
        QTest::addColumn<int>("kinds");
        QTest::addColumn<bool>("asks");
        const int imported = int(domain::SampleSort::Imported);
        const int changed = int(domain::SampleSort::Changed);
        QTest::newRow("unfiltered row change") << QString() << imported << int(store::Change::Samples) << false;
        QTest::newRow("filtered row change") << QStringLiteral("x") << imported << int(store::Change::Samples) << true;
        QTest::newRow("annotations under an order by change")
            << QString() << changed << int(store::Change::Annotations) << true;
        QTest::newRow("membership") << QString() << imported << int(store::Change::Membership) << true;
        QTest::newRow("labels") << QStringLiteral("x") << imported << int(store::Change::Labels) << false;
    }

    void asksAgainOnlyWhenTheListCanDiffer()
    {
        QFETCH(QString, text);
        QFETCH(int, sort);
        QFETCH(int, kinds);
        QFETCH(bool, asks);
        SampleSearch search(m_model, m_runner.function());
        SampleQuery query = queryFor(text);
        query.sort = static_cast<domain::SampleSort>(sort);
        search.setQuery(query);
        search.setHeld(true);
        search.applyChange(changeOf(store::Change::Kinds(kinds)));
        search.setHeld(false); // asks at once if it has to
        QCOMPARE(m_runner.queries.size(), asks ? 2U : 1U);
    }

    void heldListDoesNotMove()
    {
        SampleSearch search(m_model, m_runner.function());
        search.setQuery(queryFor(QStringLiteral("a")));
        search.applyChange(changeOf(store::Change::Membership));
        search.setHeld(true);
        QVERIFY(!search.findChild<QTimer*>()->isActive()); // nothing will come by itself
        QCOMPARE(m_runner.queries.size(), 1U);
        search.setHeld(false);
        QCOMPARE(m_runner.queries.size(), 2U);
    }

    void init()
    {
        m_model.setIds({});
        m_runner = {};
    }

private:
    tests::SyntheticSource m_source;
    SampleListModel m_model{m_source};
    Runner m_runner;
};

QTEST_GUILESS_MAIN(TestSampleSearch)
#include "tst_SampleSearch.moc"
