// SPDX-License-Identifier: GPL-3.0-or-later
//! The split keeps its ratio everywhere and depends on nothing but content and seed.
#include "app/scenarios/SplitSamples.h"

#include <QTest>

using namespace lw;
using domain::SampleId;
using domain::SampleUsage;
using scenarios::SampleSplit;

namespace {

const QList<QStringList> kLabelSets = {
    {}, {QStringLiteral("a")}, {QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("c")}};

/// `count` samples with label sets in turn; ids begin after `firstId` and may run backwards.
QHash<QString, SampleUsage> split(int count, double ratio, quint64 seed, int firstId = 0, bool isReversed = false)
{
    SampleSplit samples(ratio, seed);
    QHash<SampleId, QString> names;
    for (int n = 0; n < count; ++n) {
        const int i = isReversed ? count - 1 - n : n;
        const SampleId id(firstId + n + 1);
        const QString name = QStringLiteral("p%1.jpg").arg(i);
        names.insert(id, name);
        samples.add(id, QStringLiteral("folder"), name, kLabelSets.at(i % kLabelSets.size()));
    }
    QHash<QString, SampleUsage> usage;
    const auto result = samples.result();
    for (auto it = result.cbegin(); it != result.cend(); ++it) {
        usage.insert(names.value(it.key()), it.value());
    }
    return usage;
}

int trainCount(const QHash<QString, SampleUsage>& usage, int group = -1)
{
    int count = 0;
    for (auto it = usage.cbegin(); it != usage.cend(); ++it) {
        const int number = it.key().mid(1).chopped(4).toInt();
        count += it.value() == SampleUsage::Train && (group < 0 || number % kLabelSets.size() == group) ? 1 : 0;
    }
    return count;
}

} // namespace

class tst_SplitSamples final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRatioOverallAndInEveryLabelSet_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("ratio");
        QTest::newRow("0.8 of 400") << 400 << 0.8;
        QTest::newRow("0.5 of 7") << 7 << 0.5;
        QTest::newRow("1/3 of 100") << 100 << 1.0 / 3;
        QTest::newRow("none") << 40 << 0.0;
        QTest::newRow("all") << 40 << 1.0;
    }
    void keepsTheRatioOverallAndInEveryLabelSet()
    {
        QFETCH(int, count);
        QFETCH(double, ratio);
        const auto usage = split(count, ratio, 7);
        QCOMPARE(usage.size(), count);
        QVERIFY(qAbs(trainCount(usage) - count * ratio) <= 0.5);
        for (int group = 0; group < kLabelSets.size(); ++group) {
            const int size = (count - group + int(kLabelSets.size()) - 1) / int(kLabelSets.size());
            QVERIFY(qAbs(trainCount(usage, group) - size * ratio) <= 1.0);
        }
    }

    void dependsOnContentAndSeedOnly()
    {
        const auto usage = split(100, 0.8, 42);
        QCOMPARE(split(100, 0.8, 42, 5000), usage);
        QCOMPARE(split(100, 0.8, 42, 0, true), usage);
        QVERIFY(split(100, 0.8, 43) != usage);
    }

    void repeatedAndReorderedLabelsAreTheSameSet()
    {
        SampleSplit samples(0.5, 1);
        samples.add(SampleId(1), {}, QStringLiteral("x"),
                    {QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("b")});
        samples.add(SampleId(2), {}, QStringLiteral("y"), {QStringLiteral("a"), QStringLiteral("b")});
        const auto usage = samples.result();
        QVERIFY(usage.value(SampleId(1)) != usage.value(SampleId(2)));
    }

    void lockedSamplesStayInTheirPart()
    {
        QHash<SampleId, SampleUsage> before;
        for (const int count : {2, 20, 60, 400}) {
            SampleSplit samples(0.8, 42, true);
            for (int i = 0; i < count; ++i) {
                samples.add(SampleId(i + 1), QStringLiteral("folder"), QStringLiteral("p%1.jpg").arg(i),
                            kLabelSets.at((i + count) % kLabelSets.size()));
            }
            const QHash<SampleId, SampleUsage> usage = samples.result();
            QCOMPARE(usage.size(), count);
            const auto evals = std::count(usage.cbegin(), usage.cend(), SampleUsage::Eval);
            QVERIFY(evals > 0 && evals < count);
            if (count == 400) {
                QVERIFY2(evals > 55 && evals < 105, qPrintable(QString::number(evals)));
            }
            // With two samples the one of the two that must be there may have moved since.
            for (auto it = before.cbegin(); before.size() > 2 && it != before.cend(); ++it) {
                QCOMPARE(usage.value(it.key()), it.value());
            }
            before = usage;
        }
    }

    void neverChangesBetweenReleases()
    {
        // Published versions can be made again only if this stays as it is.
        QStringList train;
        const auto usage = split(12, 0.5, 42);
        for (auto it = usage.cbegin(); it != usage.cend(); ++it) {
            if (it.value() == SampleUsage::Train) {
                train.append(it.key());
            }
        }
        train.sort();
        QCOMPARE(train.join(u' '), QStringLiteral("p0.jpg p11.jpg p2.jpg p4.jpg p6.jpg p9.jpg"));
    }
};

QTEST_GUILESS_MAIN(tst_SplitSamples)
#include "tst_SplitSamples.moc"
