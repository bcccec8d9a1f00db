// SPDX-License-Identifier: GPL-3.0-or-later
//! Groups follow the threshold, keep the best copy, and orders keep to filters.
#include "models/items/SampleArrangement.h"

#include <QtTest>

using namespace lw;
using domain::SampleId;
using items::SampleArrangement;

namespace {

QList<SampleId> ids(const QList<int>& numbers)
{
    QList<SampleId> list;
    for (const int number : numbers) {
        list.append(SampleId(number));
    }
    return list;
}

/// 1-2-3 hang together, 3 loosely; 10-11 closely; 20-21 barely.
std::shared_ptr<domain::DuplicateFindings> findings()
{
    auto made = std::make_shared<domain::DuplicateFindings>();
    made->pairs = {{SampleId(1), SampleId(2), 0.95F},
                   {SampleId(2), SampleId(3), 0.88F},
                   {SampleId(10), SampleId(11), 0.99F},
                   {SampleId(20), SampleId(21), 0.80F}};
    for (const int id : {1, 2, 3, 10, 11, 20, 21}) {
        made->merits.insert(SampleId(id), {false, 100, 1000});
    }
    return made;
}

QList<SampleId> membersOf(const domain::SampleGroup& group)
{
    QList<SampleId> list;
    for (const domain::GroupMember& member : group.members) {
        list.append(member.id);
    }
    return list;
}

} // namespace

class tst_SampleArrangement final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thresholdDecidesWhatHangsTogether()
    {
        auto groups = domain::groupDuplicates(*findings(), 0.9);
        QCOMPARE(groups.size(), size_t(2));
        QCOMPARE(membersOf(groups[0]), ids({10, 11})); // the surest first
        QCOMPARE(membersOf(groups[1]), ids({1, 2}));
        groups = domain::groupDuplicates(*findings(), 0.85);
        QCOMPARE(membersOf(groups[1]), ids({1, 2, 3}));
        QCOMPARE(groups[1].lowest, 0.88F);
        QCOMPARE(groups[1].highest, 0.95F);
        QCOMPARE(domain::groupDuplicates(*findings(), 0.7).size(), size_t(3));
        QVERIFY(domain::groupDuplicates(*findings(), 1.0).empty());
    }

    void keepsTheLabelledThenTheLargest()
    {
        auto known = findings();
        known->merits[SampleId(2)].pixels = 400;
        QCOMPARE(domain::groupDuplicates(*known, 0.85)[1].members.front().id, SampleId(2));
        known->merits[SampleId(3)].isLabelled = true;
        const auto groups = domain::groupDuplicates(*known, 0.85);
        QCOMPARE(membersOf(groups[1]), ids({3, 1, 2}));
        QCOMPARE(groups[1].members[0].similarity, 1.0F);
        QCOMPARE(groups[1].members[1].similarity, 0.95F); // 1 was compared with 2 only
        QCOMPARE(groups[1].members[2].similarity, 0.88F); // with the kept one
        QCOMPARE(domain::groupDuplicates(*known, 0.85, {SampleId(1)})[1].members.front().id, SampleId(1));
    }

    void groupsOfOneVanishButFiltersMayHideMembers()
    {
        const auto arrangement = SampleArrangement::duplicates(findings(), 0.85);
        const QList<SampleId> all = ids({1, 2, 3, 4, 10, 11, 20, 21});
        QCOMPARE(arrangement->arranged(all, all), ids({10, 11, 1, 2, 3}));
        QCOMPARE(arrangement->arranged(ids({3, 11}), all), ids({11, 3}));
        const QList<SampleId> left = ids({2, 3, 4, 10, 20, 21});
        QCOMPARE(arrangement->arranged(left, left), ids({2, 3}));
        QVERIFY(arrangement->isKept(SampleId(1)) && !arrangement->isKept(SampleId(2)));
        QCOMPARE(arrangement->groupOf(SampleId(3)), 1);
        QCOMPARE(arrangement->groupOf(SampleId(4)), -1);
        QVERIFY(!arrangement->similarity(SampleId(4)));
    }

    void similarOrderKeepsToTheFilter()
    {
        const auto arrangement = SampleArrangement::similar(
            ids({5}), QStringLiteral("five.png"), {{SampleId(5), 1.0F}, {SampleId(9), 0.9F}, {SampleId(2), 0.4F}});
        QCOMPARE(arrangement->arranged(ids({2, 3, 5, 9}), {}), ids({5, 9, 2}));
        QCOMPARE(arrangement->arranged(ids({2, 9}), {}), ids({9, 2}));
        QCOMPARE(arrangement->similarity(SampleId(9)), std::optional(0.9F));
        QCOMPARE(arrangement->groupOf(SampleId(9)), -1);
        QVERIFY(!arrangement->isKept(SampleId(5)));
    }

    void longChainsAreOneGroup()
    {
        domain::DuplicateFindings chain;
        for (int i = 1; i < 20'000; ++i) {
            chain.pairs.push_back({SampleId(i), SampleId(i + 1), 0.9F});
        }
        const auto groups = domain::groupDuplicates(chain, 0.9);
        QCOMPARE(groups.size(), size_t(1));
        QCOMPARE(groups[0].members.size(), size_t(20'000));
    }
};

QTEST_GUILESS_MAIN(tst_SampleArrangement)
#include "tst_SampleArrangement.moc"
