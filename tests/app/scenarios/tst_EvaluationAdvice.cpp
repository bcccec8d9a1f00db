// SPDX-License-Identifier: GPL-3.0-or-later
//! Each rule speaks when its case is there and is silent otherwise.
#include "app/scenarios/EvaluationAdvice.h"

#include <QtTest>

#include <algorithm>

using namespace lw;
using namespace lw::scenarios;

namespace {

domain::LabelScore score(const char* label, qint64 count, double precision, double recall)
{
    domain::LabelScore made;
    made.label = QLatin1String(label);
    made.isTrue = made.isSaid = count;
    made.precision = precision;
    made.recall = recall;
    made.f1 = 2 * precision * recall / (precision + recall);
    return made;
}

domain::Evaluation good()
{
    domain::Evaluation evaluation;
    evaluation.labels = QStringList{QStringLiteral("cat"), QStringLiteral("dog")};
    evaluation.counts = {{98, 2}, {1, 99}};
    evaluation.accuracy = 0.985;
    evaluation.scores = {score("cat", 100, 0.98, 0.98), score("dog", 100, 0.98, 0.99)};
    return evaluation;
}

bool says(const domain::Evaluation& evaluation, AdviceKind kind)
{
    const auto list = adviceFor(evaluation);
    return std::any_of(list.begin(), list.end(), [&](const Advice& each) { return each.kind == kind; });
}

} // namespace

class tst_EvaluationAdvice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodModelIsCalledGood()
    {
        const auto list = adviceFor(good());
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.front().kind, AdviceKind::Good);
        auto low = good();
        low.accuracy = 0.6;
        QCOMPARE(adviceFor(low).front().kind, AdviceKind::MoreTraining);
    }

    void aModelThatLearntNothingIsOnlyTrainedOn()
    {
        auto evaluation = good();
        evaluation.accuracy = 0.52;
        evaluation.scores[0].recall = 0.1;
        evaluation.samples = {{domain::SampleId(1), QStringLiteral("/a.png"), 0.01, {}, -1, -1}};
        QCOMPARE(adviceFor(evaluation).size(), 1);
        QCOMPARE(adviceFor(evaluation).front().kind, AdviceKind::NotLearnt);
        QVERIFY(!adviceText(adviceFor(evaluation).front(), evaluation).isEmpty());
        evaluation.coco = {0.02, 0.05, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        QCOMPARE(adviceFor(evaluation).front().kind, AdviceKind::NotLearnt);
    }

    void tellsTheConfusedPair()
    {
        auto evaluation = good();
        evaluation.counts = {{70, 30}, {10, 90}};
        QVERIFY(says(evaluation, AdviceKind::ConfusedPair));
        const Advice advice = adviceFor(evaluation).front();
        QCOMPARE(advice.label, 0);
        QCOMPARE(advice.other, 1);
        QCOMPARE(advice.count, 40);
        QVERIFY(adviceText(advice, evaluation).contains(QStringLiteral("“cat” and “dog” are mixed up 40 times")));
    }

    void tellsWeakLabelsAndTheirSide()
    {
        auto evaluation = good();
        evaluation.scores[0].recall = 0.4;
        QVERIFY(says(evaluation, AdviceKind::LowRecall));
        QVERIFY(!says(evaluation, AdviceKind::LowPrecision));
        evaluation.scores[0] = score("cat", 100, 0.4, 0.9);
        QVERIFY(says(evaluation, AdviceKind::LowPrecision));
        QVERIFY(!says(evaluation, AdviceKind::LowRecall));
    }

    void doubtsNumbersOfFewSamples()
    {
        auto evaluation = good();
        evaluation.scores[1].isTrue = 4;
        QVERIFY(says(evaluation, AdviceKind::FewOfLabel));
        evaluation.scores[0].isTrue = 9;
        QVERIFY(says(evaluation, AdviceKind::FewSamples));
        QVERIFY(!says(evaluation, AdviceKind::FewOfLabel));
    }

    void tellsImbalanceOnlyWhenItHurts()
    {
        auto evaluation = good();
        evaluation.scores[1] = score("dog", 12, 0.98, 0.98);
        QVERIFY(!says(evaluation, AdviceKind::Unbalanced));
        evaluation.scores[1] = score("dog", 12, 0.75, 0.72);
        QVERIFY(says(evaluation, AdviceKind::Unbalanced));
    }

    void judgesBoxes()
    {
        auto evaluation = good();
        evaluation.coco = {0.6, 0.9, 0.85, 0.5, 0.6, 0.65, 0.2, 0.6, 0.7, 0.5, 0.6, 0.7};
        evaluation.counts = {{98, 0, 2}, {1, 99, 0}, {2, 1, 0}};
        QCOMPARE(adviceFor(evaluation).front().kind, AdviceKind::Good);
        (*evaluation.coco)[2] = 0.4;
        QVERIFY(says(evaluation, AdviceKind::LooseBoxes));
        (*evaluation.coco)[3] = 0.1;
        QVERIFY(says(evaluation, AdviceKind::SmallObjects));
        evaluation.counts[2] = {60, 40, 0};
        QVERIFY(says(evaluation, AdviceKind::Background));
    }

    void pixelsAreJudgedAsPixels()
    {
        auto evaluation = good();
        evaluation.meanIou = 0.8;
        evaluation.coco = {0.3, 0.5, 0.4, 0.5, 0.6, 0.65, 0.2, 0.6, 0.7, 0.5, 0.6, 0.7};
        evaluation.counts = {{90000, 9000, 1000}, {100, 99000, 900}, {2000, 1000, 500000}};
        for (domain::LabelScore& each : evaluation.scores) {
            each.isTrue = each.isSaid = 100000;
            each.objects = 40;
        }
        QCOMPARE(adviceFor(evaluation).front().kind, AdviceKind::Good); // right background is no mistake
        evaluation.scores[1].objects = 3;
        QVERIFY(says(evaluation, AdviceKind::FewOfLabel));
        evaluation.scores[1].objects = 40;
        evaluation.counts[0] = {60000, 39000, 1000};
        const Advice mixed = adviceFor(evaluation).front();
        QCOMPARE(mixed.kind, AdviceKind::ConfusedPair);
        QVERIFY(adviceText(mixed, evaluation).contains(QStringLiteral("mixed up on 20% of their pixels")));
        evaluation.counts[2] = {90000, 1000, 5};
        QVERIFY(says(evaluation, AdviceKind::Background));
        evaluation.meanIou = 0.05;
        QCOMPARE(adviceFor(evaluation).front().kind, AdviceKind::NotLearnt);
    }

    void tellsTheFeatureAndItsBadEnd()
    {
        auto evaluation = good();
        evaluation.sensitivity = {{QStringLiteral("brightness"), {{0, 50, 20, 0.5}, {50, 80, 20, 0.9}, {80, 99, 20, 0.95}}},
                                  {QStringLiteral("aspect"), {{0, 1, 20, 0.9}, {1, 2, 20, 0.92}}}};
        const auto list = adviceFor(evaluation);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.front().feature, QStringLiteral("brightness"));
        QVERIFY(!list.front().isHighBad);
        QVERIFY(adviceText(list.front(), evaluation).contains(QStringLiteral("“Brightness”: low values do worse by 45%")));
    }

    void oneKindDoesNotDrownTheOthers()
    {
        domain::Evaluation evaluation;
        for (int i = 0; i < 40; ++i) {
            evaluation.labels.append(QStringLiteral("label %1").arg(i));
            evaluation.scores.push_back(score("x", 50, 0.9, 0.1 + i * 0.01));
        }
        evaluation.counts.assign(40, std::vector<qint64>(40, 0));
        evaluation.accuracy = 0.3;
        evaluation.samples = {{domain::SampleId(1), QStringLiteral("/a.png"), 0.01, {}, -1, -1}};
        const auto list = adviceFor(evaluation);
        QVERIFY(list.size() <= 8);
        QCOMPARE(list.front().label, 0); // the worst of its kind
        QCOMPARE(list.back().kind, AdviceKind::CheckWorst);
        for (const Advice& each : list) {
            QVERIFY(!adviceText(each, evaluation).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(tst_EvaluationAdvice)
#include "tst_EvaluationAdvice.moc"
