// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels of whole samples in batches: what they say afterwards, one step back, cancelled without a trace.
#include "models/store/BatchRepository.h"
#include "tests/support/TempProject.h"

#include <QtTest>

using namespace lw;
using domain::LabelId;
using domain::LabelMode;

class tst_BatchLabels : public QObject {
    Q_OBJECT

private:
    static domain::Annotation whole(LabelId label, std::optional<double> confidence = {})
    {
        domain::Annotation a;
        a.labelId = label;
        a.shape = domain::Shape::wholeSample();
        a.confidence = confidence;
        a.author = confidence ? QStringLiteral("model") : QStringLiteral("human");
        return a;
    }
    static qint64 set(tests::TempProject& p, LabelId label, LabelMode mode, bool toggles = false)
    {
        return store::BatchRepository(*p.store)
            .setLabel(p.dataset, p.ids(), {label, mode, QStringLiteral("ann"), 1}, toggles)
            .result()
            .value_or(-1);
    }
    static std::vector<LabelId> labelsOf(tests::TempProject& p, int row)
    {
        std::vector<LabelId> labels;
        const auto annotations = store::SampleRepository(*p.store).annotations(p.ids().at(row));
        for (const domain::Annotation& each : *annotations) {
            labels.push_back(each.labelId);
        }
        return labels;
    }

private Q_SLOTS:
    void addsBesideWhatIsThere()
    {
        tests::TempProject p;
        p.addSamples(3, [&](int i) { return i == 0 ? std::vector{whole(p.dog)} : std::vector<domain::Annotation>(); });
        QCOMPARE(set(p, p.cat, LabelMode::Add), 3);
        QCOMPARE(labelsOf(p, 0), (std::vector{p.dog, p.cat}));
        QCOMPARE(labelsOf(p, 2), std::vector{p.cat});
        QCOMPARE(p.keptCounters(), p.recount());
        QCOMPARE(set(p, p.cat, LabelMode::Add), 0); // they say so already
    }

    void replacesWhatIsThereAndTakesItBackInOneStep()
    {
        tests::TempProject p;
        p.addSamples(4, [&](int i) { return i < 2 ? std::vector{whole(p.dog), whole(p.cat)} : std::vector{whole(p.dog)}; });
        const QString before = p.recount();
        QCOMPARE(set(p, p.cat, LabelMode::Replace), 4);
        for (int row = 0; row < 4; ++row) {
            QCOMPARE(labelsOf(p, row), std::vector{p.cat});
        }
        QCOMPARE(p.keptCounters(), p.recount());
        QVERIFY(store::BatchRepository(*p.store).undo(p.dataset).result());
        QCOMPARE(p.recount(), before);
        QCOMPARE(p.keptCounters(), before);
        QVERIFY(store::BatchRepository(*p.store).redo(p.dataset).result());
        QCOMPARE(labelsOf(p, 1), std::vector{p.cat});
    }

    void removingTheLastLabelLeavesItUnlabelled()
    {
        tests::TempProject p;
        p.addSamples(2, [&](int) { return std::vector{whole(p.cat)}; });
        QCOMPARE(set(p, p.cat, LabelMode::Remove), 2);
        QCOMPARE(store::SampleRepository(*p.store).find(p.ids().first())->state, domain::SampleState::Unlabelled);
        QCOMPARE(p.keptCounters(), p.recount());
    }

    void toggleGivesToAllBeforeItTakesFromAll()
    {
        tests::TempProject p;
        p.addSamples(2, [&](int i) { return i == 0 ? std::vector{whole(p.cat)} : std::vector<domain::Annotation>(); });
        QCOMPARE(set(p, p.cat, LabelMode::Add, true), 1);
        QCOMPARE(labelsOf(p, 1), std::vector{p.cat});
        QCOMPARE(set(p, p.cat, LabelMode::Add, true), 2);
        QVERIFY(labelsOf(p, 0).empty());
    }

    void labellingConfirmsAndSigns()
    {
        tests::TempProject p;
        p.addSamples(
            1, [&](int) { return std::vector{whole(p.cat, 0.6)}; }, domain::SampleState::ToConfirm);
        QCOMPARE(set(p, p.cat, LabelMode::Add), 1);
        const auto sample = store::SampleRepository(*p.store).find(p.ids().first());
        QCOMPARE(sample->state, domain::SampleState::Labelled);
        const auto annotations = store::SampleRepository(*p.store).annotations(sample->id);
        QVERIFY(!annotations->front().confidence);
        QCOMPARE(annotations->front().author, QStringLiteral("ann"));
        QCOMPARE(p.keptCounters(), p.recount());
    }

    void confirmsOnlyWhatWaitsForIt()
    {
        tests::TempProject p;
        p.addSamples(
            2, [&](int) { return std::vector{whole(p.cat, 0.6)}; }, domain::SampleState::ToConfirm);
        QCOMPARE(store::BatchRepository(*p.store).confirm(p.dataset, p.ids()).result().value_or(-1), 2);
        QCOMPARE(store::BatchRepository(*p.store).confirm(p.dataset, p.ids()).result().value_or(-1), 0);
        QCOMPARE(p.keptCounters(), p.recount());
        QVERIFY(store::BatchRepository(*p.store).undo(p.dataset).result());
        QCOMPARE(store::SampleRepository(*p.store).find(p.ids().first())->state, domain::SampleState::ToConfirm);
    }

    void cancelledBatchLeavesNothingBehind()
    {
        tests::TempProject p;
        p.addSamples(600);
        const QString before = p.recount();
        std::stop_source stop;
        const auto cancelHalfWay = [&stop](qint64 done, qint64) {
            if (done >= 256) {
                stop.request_stop();
            }
        };
        const auto result = store::BatchRepository(*p.store)
                                .setLabel(p.dataset, p.ids(), {p.cat, LabelMode::Add, QStringLiteral("ann"), 1}, false,
                                          {stop.get_token(), cancelHalfWay})
                                .result();
        QVERIFY(!result && result.error().code == core::ErrorCode::Cancelled);
        QCOMPARE(p.recount(), before);
        QCOMPARE(p.keptCounters(), before);
        QVERIFY(!store::BatchRepository(*p.store).undoable(p.dataset));
    }

    void mergedLabelsAreNotTwiceOnASample()
    {
        tests::TempProject p;
        p.addSamples(2, [&](int) { return std::vector{whole(p.cat), whole(p.dog)}; });
        QVERIFY(store::BatchRepository(*p.store).replaceLabel(p.dataset, p.ids(), p.cat, p.dog).result());
        QCOMPARE(labelsOf(p, 0), std::vector{p.dog});
        QCOMPARE(p.keptCounters(), p.recount());
    }

    void newLabelsNeverTakeAnIdThatTheHistoryNames()
    {
        tests::TempProject p;
        p.addSamples(1);
        for (int i = 0; i < 3; ++i) {
            set(p, p.cat, LabelMode::Add);
            set(p, p.cat, LabelMode::Remove);
        }
        set(p, p.cat, LabelMode::Add);
        QCOMPARE(store::SampleRepository(*p.store).annotations(p.ids().first())->front().id.value, qint64(4));
    }
};

QTEST_GUILESS_MAIN(tst_BatchLabels)
#include "tst_BatchLabels.moc"
