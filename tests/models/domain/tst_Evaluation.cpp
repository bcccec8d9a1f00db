// SPDX-License-Identifier: GPL-3.0-or-later
//! Evaluations are read as the worker writes them, and refused when they do not fit.
#include "models/domain/Evaluation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace lw::domain;

namespace {

const QByteArray kClasses = R"({"matrix":{"counts":[[8,2],[1,9]],"accuracy":0.85,"macroF1":0.849,"classes":[
    {"true":10,"said":9,"right":8,"precision":0.8889,"recall":0.8,"f1":0.842},
    {"true":10,"said":11,"right":9,"precision":0.8182,"recall":0.9,"f1":0.857}]},
    "curves":[{"ap":0.9,"auroc":0.95,"points":[[0.9,1.0,0.2],[0.5,0.9,0.8],[0.1,0.5,1.0]]},{"ap":0.8,"points":[]}],
    "sensitivity":[{"feature":"brightness","groups":[{"least":0,"most":50,"samples":7,"score":0.5},
                    {"least":50,"most":90,"samples":7,"score":0.9},{"least":90,"most":99,"samples":2,"score":0}]}],
    "samples":[{"id":4,"path":"/b.png","score":0.9,"reasons":[]},
               {"id":"3","path":"/a.png","score":0.1,"reasons":["wrong"],"true":0,"said":1}]})";

const QByteArray kBoxes = R"({"matrix":{"counts":[[5,1],[2,0]],"classes":[{"true":6,"said":7,"right":5}]},
    "coco":{"numbers":[0.5,0.8,0.6,-1,0.5,0.4,0.1,0.5,0.6,-1,0.6,0.6],
            "classes":[{"ap":0.5,"ap50":0.8,"objects":6,"curve":[1.0,0.75,-1]}]}})";

const QByteArray kMasks = R"({"matrix":{"counts":[[5000,100],[200,9000]],"accuracy":0.98,
    "classes":[{"true":5100,"said":5200,"right":5000,"precision":0.96,"recall":0.98,"f1":0.97}]},
    "iou":{"mean":0.943,"accuracy":0.98,"classes":[0.943,-1]},
    "coco":{"numbers":[0.5,0.8,0.6,-1,0.5,0.4,0.1,0.5,0.6,-1,0.6,0.6],
            "classes":[{"ap":0.5,"ap50":0.8,"objects":6,"curve":[1.0,0.75,-1]}]},
    "samples":[{"id":4,"path":"/b.png","score":0.2,"reasons":["rough"],"cells":[[0,1],[1,0]]}]})";

QJsonObject object(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class tst_Evaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAClassifiersNumbers()
    {
        const auto read = evaluationOf(object(kClasses), {QStringLiteral("cat"), QStringLiteral("dog")});
        QVERIFY(read);
        QCOMPARE(read->counts[0][1], 2);
        QVERIFY(!read->hasBackground());
        QVERIFY(!read->coco);
        QCOMPARE(read->answers(), 20);
        QCOMPARE(read->scores[1].label, QStringLiteral("dog"));
        QCOMPARE(read->scores[0].ap, std::optional(0.9));
        QCOMPARE(read->scores[0].curve, (QList<QPointF>{{0.2, 1.0}, {0.8, 0.9}, {1.0, 0.5}}));
        QCOMPARE(read->meanRecall(), (0.8 + 0.9) / 2);
        // The worst first; ids as numbers or text.
        QCOMPARE(read->samples.front().sample, SampleId(3));
        QCOMPARE(read->samples.front().reasons, QStringList{QStringLiteral("wrong")});
        QCOMPARE(read->samples.front().said, 1);
        QCOMPARE(read->samples.back().sample, SampleId(4));
        // The group of two samples says nothing.
        QCOMPARE(read->sensitivity.front().spread(), 0.4);
        QVERIFY(!read->sensitivity.front().matters()); // seven samples each: chance
    }

    void aCellNamesAllItsSamples()
    {
        QJsonObject result = object(kClasses);
        const QStringList labels{QStringLiteral("cat"), QStringLiteral("dog")};
        // Without the worker's word, those among the worst.
        QCOMPARE(evaluationOf(result, labels)->samplesOf(0, 1), QList<SampleId>{SampleId(3)});
        const QByteArray cells = R"({"cells":[[0,0,[1,"2",5]],[0,1,[3,9]]]})";
        result.insert(QStringLiteral("cells"), object(cells).value(QStringLiteral("cells")));
        const auto read = evaluationOf(result, labels);
        QCOMPARE(read->samplesOf(0, 0), (QList<SampleId>{SampleId(1), SampleId(2), SampleId(5)}));
        QCOMPARE(read->samplesOf(0, 1), (QList<SampleId>{SampleId(3), SampleId(9)}));
        QVERIFY(read->samplesOf(1, 1).isEmpty());
    }

    void readsMasks()
    {
        const auto read = evaluationOf(object(kMasks), {QStringLiteral("car")});
        QVERIFY(read);
        QVERIFY(read->isOfMasks());
        QCOMPARE(*read->meanIou, 0.943);
        QCOMPARE(read->scores[0].iou, std::optional(0.943));
        QCOMPARE(read->scores[0].objects, 6);
        QVERIFY(read->samples.front().cells.contains(std::pair(1, 0)));
        QVERIFY(!read->samples.front().cells.contains(std::pair(0, 0)));
        QCOMPARE(read->samplesOf(1, 0).front(), read->samples.front().sample);
        QVERIFY(read->samplesOf(0, 0).isEmpty());
        QVERIFY(!evaluationOf(object(kBoxes), {QStringLiteral("cell")})->isOfMasks());
    }

    void aSpreadMattersWhenItIsNoChance()
    {
        FeatureSensitivity sensitivity{QStringLiteral("brightness"), {{0, 1, 15, 0.33}, {1, 2, 15, 0.53}}};
        QVERIFY(!sensitivity.matters());
        for (FeatureGroup& group : sensitivity.groups) {
            group.samples = 200;
        }
        QVERIFY(sensitivity.matters());
        QVERIFY(!FeatureSensitivity{}.matters());
    }

    void readsADetectorsNumbers()
    {
        const auto read = evaluationOf(object(kBoxes), {QStringLiteral("cell")});
        QVERIFY(read);
        QVERIFY(read->hasBackground());
        QVERIFY(read->coco);
        QCOMPARE((*read->coco)[1], 0.8);
        QCOMPARE((*read->coco)[3], -1.0);
        QCOMPARE(read->scores[0].ap50, std::optional(0.8));
        QCOMPARE(read->scores[0].curve, (QList<QPointF>{{0, 1.0}, {0.5, 0.75}}));
    }

    void refusesWhatDoesNotFit()
    {
        QVERIFY(!evaluationOf({}, {QStringLiteral("cat")}));
        QVERIFY(!evaluationOf(object(kClasses), {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QJsonObject crooked = object(kClasses);
        crooked[QStringLiteral("matrix")] =
            QJsonObject{{QStringLiteral("counts"), QJsonArray{QJsonArray{1}, QJsonArray{1, 2}}}};
        QVERIFY(!evaluationOf(crooked, {QStringLiteral("cat"), QStringLiteral("dog")}));
    }
};

QTEST_GUILESS_MAIN(tst_Evaluation)
#include "tst_Evaluation.moc"
