// SPDX-License-Identifier: GPL-3.0-or-later
//! What machines propose never touches what people said, is written once, and can be taken back.
#include "models/store/BatchRepository.h"
#include "models/store/EditRepository.h"
#include "models/store/ProposalRepository.h"
#include "tests/support/TempProject.h"

#include <QtTest>

using namespace lw;
using domain::SampleState;

namespace {

const QString kModel = QStringLiteral("model/first");

domain::Proposal proposal(const tests::TempProject& project, domain::SampleId sample, domain::LabelId label,
                          double confidence = 0.8)
{
    domain::Annotation a = project.box(label, 10, 10, 50, 40);
    a.confidence = confidence;
    return {sample, {a}, {true, 0.7, {domain::HardReason::NarrowMargin}}};
}

domain::Proposal whole(domain::SampleId sample, domain::LabelId label, double confidence)
{
    domain::Annotation a;
    a.labelId = label;
    a.shape = domain::Shape::wholeSample();
    a.confidence = confidence;
    return {sample, {a}, {false, 0.2, {}}};
}

domain::SampleEdit drawn(const tests::TempProject& project, qint64 id)
{
    domain::Annotation a = project.box(project.dog, 100, 100, 9, 9);
    a.id = domain::AnnotationId(id);
    a.order = 1;
    return {domain::EditKind::AddShape, {{std::nullopt, a}}, {}, {}};
}

/// Unlabelled samples, and a run that may write to them.
struct Fixture {
    tests::TempProject project;
    store::ProposalRepository proposals{*project.store};

    explicit Fixture(int count = 6)
    {
        project.addSamples(count);
        QVERIFY(begin().has_value());
    }
    core::Result<domain::SmartRun> begin()
    {
        domain::SmartRun run;
        run.jobId = QStringLiteral("smart-V0001");
        run.dataset = project.dataset;
        return proposals.begin(run, kModel).result();
    }
    core::Result<domain::SmartRun> write(qint64 from, const std::vector<domain::Proposal>& list)
    {
        return proposals.write(QStringLiteral("smart-V0001"), kModel, from, qint64(list.size()), list).result();
    }
    core::Result<domain::SmartRun> finish()
    {
        return proposals.finish(QStringLiteral("smart-V0001"), {}).result();
    }
    domain::Sample row(int i) { return store::SampleRepository(*project.store).find(project.ids().at(i)).value(); }
    std::vector<domain::Annotation> annotations(int i)
    {
        return store::SampleRepository(*project.store).annotations(project.ids().at(i)).value();
    }
    void checkCounters() { QCOMPARE(project.keptCounters(), project.recount()); }
};

} // namespace

class TestProposals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void proposalsWaitForConfirmation()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.cat), proposal(f.project, ids[1], f.project.dog)}));
        const auto run = f.finish();
        QCOMPARE(run->proposed, 2);
        QCOMPARE(int(run->state), int(domain::SmartRunState::Done));
        const domain::Sample sample = f.row(0);
        QCOMPARE(sample.state, SampleState::ToConfirm);
        QCOMPARE(sample.minConfidence, std::optional(0.8));
        QVERIFY(sample.isHard);
        QCOMPARE(sample.hardCoefficient, std::optional(0.7));
        QCOMPARE(sample.hardReasons, domain::HardReasons{domain::HardReason::NarrowMargin});
        QCOMPARE(f.annotations(0).at(0).author, kModel);
        QCOMPARE(f.proposals.open(f.project.dataset)->proposed.size(), 2);
        QCOMPARE(f.proposals.open(f.project.dataset)->unlabelled.size(), 4);
        f.checkCounters();
    }

    void chunksAreWrittenOnceWhoeverComesFirst()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QCOMPARE(f.write(0, {proposal(f.project, ids[0], f.project.cat)})->readLines, 1);
        // Another program that saw the job's end too.
        QCOMPARE(f.begin()->readLines, 1);
        const auto again = f.write(0, {proposal(f.project, ids[0], f.project.dog)});
        QCOMPARE(again->readLines, 1);
        QCOMPARE(again->proposed, 1);
        QCOMPARE(f.annotations(0).at(0).labelId, f.project.cat);
        QCOMPARE(f.write(1, {proposal(f.project, ids[1], f.project.cat)})->proposed, 2);
        QVERIFY(f.finish());
        QCOMPARE(f.write(2, {proposal(f.project, ids[2], f.project.cat)})->proposed, 2);
        QCOMPARE(f.row(2).state, SampleState::Unlabelled);
    }

    void allChunksAreOneStep()
    {
        Fixture f;
        const auto ids = f.project.ids();
        for (qint64 i = 0; i < 4; ++i) {
            QVERIFY(f.write(i, {proposal(f.project, ids[i], f.project.cat)}));
        }
        QVERIFY(f.finish());
        store::BatchRepository batch(*f.project.store);
        QCOMPARE(batch.undoable(f.project.dataset)->kind, store::BatchKind::SmartLabel);
        QVERIFY(batch.undo(f.project.dataset).result());
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(f.row(i).state, SampleState::Unlabelled);
            QVERIFY(!f.row(i).isHard);
            QVERIFY(f.annotations(i).empty());
        }
        QVERIFY(!batch.undoable(f.project.dataset));
        QVERIFY(batch.redo(f.project.dataset).result());
        QCOMPARE(f.row(3).state, SampleState::ToConfirm);
        f.checkCounters();
    }

    void undoWhileWritingEndsTheRun()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.cat)}));
        QVERIFY(store::BatchRepository(*f.project.store).undo(f.project.dataset).result());
        const auto after = f.write(1, {proposal(f.project, ids[1], f.project.cat)});
        QCOMPARE(int(after->state), int(domain::SmartRunState::TakenBack));
        QCOMPARE(f.row(1).state, SampleState::Unlabelled);
        QCOMPARE(int(f.finish()->state), int(domain::SmartRunState::TakenBack));
        f.checkCounters();
    }

    void aRunWithoutProposalsLeavesNothingToUndo()
    {
        Fixture f;
        QVERIFY(f.write(0, {}));
        QVERIFY(f.finish());
        QVERIFY(!store::BatchRepository(*f.project.store).undoable(f.project.dataset));
    }

    void aPictureWithoutObjectsIsNoProposal()
    {
        Fixture f;
        const auto ids = f.project.ids();
        const domain::Proposal nothing{ids[0], {}, {true, 0.9, {domain::HardReason::NothingFound}}};
        QVERIFY(f.write(0, {nothing, proposal(f.project, ids[1], f.project.cat)}));
        QCOMPARE(f.finish()->proposed, 1);
        QCOMPARE(f.row(0).state, SampleState::Unlabelled);
        QVERIFY(f.row(0).isHard);
        f.checkCounters();
    }

    void whatPeopleSaidMeanwhileStays()
    {
        Fixture f;
        const auto ids = f.project.ids();
        store::EditRepository edits(*f.project.store);
        store::BatchRepository batch(*f.project.store);
        store::LabelRepository labels(*f.project.store);
        // Drawn on, deleted, and a label that is gone, all while the machine looked.
        QVERIFY(edits.apply(ids[0], drawn(f.project, 1), 0).result());
        QVERIFY(batch.deleteSamples(f.project.dataset, {ids[1]}).result());
        const auto gone = f.project.cat;
        QVERIFY(batch.deleteLabel(gone, store::LabelDeletion::LabelOnly).result());
        QVERIFY(batch.renameLabel(f.project.dog, QStringLiteral("hound")).result());
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.dog), proposal(f.project, ids[1], f.project.dog),
                            proposal(f.project, ids[2], gone), proposal(f.project, ids[3], f.project.dog)}));
        const auto run = f.finish();
        QCOMPARE(run->proposed, 1);
        QCOMPARE(run->skipped, 3);
        store::SampleRepository samples(*f.project.store);
        const auto mine = samples.annotations(ids[0]).value();
        QCOMPARE(mine.size(), size_t(1));
        QCOMPARE(mine[0].shape.boundingRect().x(), 100.0);
        QCOMPARE(samples.find(ids[0])->state, SampleState::Labelled);
        QVERIFY(!samples.find(ids[0])->isHard);
        QVERIFY(!samples.find(ids[1]));
        QCOMPARE(samples.find(ids[2])->state, SampleState::Unlabelled);
        QCOMPARE(samples.find(ids[3])->state, SampleState::ToConfirm);
        f.checkCounters();
    }

    void aTouchedProposalIsTheirs()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.cat)}));
        QVERIFY(f.finish());
        // Corrected and taken back: the sample waits again, but its history names these annotations.
        store::EditRepository edits(*f.project.store);
        domain::SampleEdit edit = drawn(f.project, 2);
        edit.stateBefore = SampleState::ToConfirm;
        edit.stateAfter = SampleState::Labelled;
        QVERIFY(edits.apply(ids[0], edit, 0).result());
        QVERIFY(edits.move(ids[0], edit.inverted(), 0).result());
        QCOMPARE(f.row(0).state, SampleState::ToConfirm);
        QVERIFY(f.proposals.open(f.project.dataset)->proposed.isEmpty());
        domain::SmartRun second;
        second.jobId = QStringLiteral("smart-V0002");
        second.dataset = f.project.dataset;
        QVERIFY(f.proposals.begin(second, kModel).result());
        const auto run =
            f.proposals.write(second.jobId, kModel, 0, 1, {proposal(f.project, ids[0], f.project.dog)}).result();
        QCOMPARE(run->skipped, 1);
        QCOMPARE(f.annotations(0).at(0).labelId, f.project.cat);
    }

    void confirmedOnesAreFinal()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.cat)}));
        QVERIFY(f.finish());
        QVERIFY(store::BatchRepository(*f.project.store).confirm(f.project.dataset, {ids[0]}).result());
        domain::SmartRun second;
        second.jobId = QStringLiteral("smart-V0002");
        second.dataset = f.project.dataset;
        QVERIFY(f.proposals.begin(second, kModel).result());
        QVERIFY(f.proposals.write(second.jobId, kModel, 0, 1, {proposal(f.project, ids[0], f.project.dog)}).result());
        QCOMPARE(f.row(0).state, SampleState::Labelled);
        QCOMPARE(f.annotations(0).at(0).labelId, f.project.cat);
        QCOMPARE(f.proposals.refine(f.project.dataset, {whole(ids[0], f.project.dog, 0.9)}).result().value(), 0);
    }

    /// The canvas shows an unlabelled sample; proposals arrive before the stroke does.
    void proposalsThatNobodySawDoNotBecomeTheirWork()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.cat)}));
        QVERIFY(store::EditRepository(*f.project.store).apply(ids[0], drawn(f.project, 1), 0).result());
        const auto now = f.annotations(0);
        QCOMPARE(now.size(), size_t(1));
        QCOMPARE(now[0].labelId, f.project.dog);
        QCOMPARE(now[0].author, QStringLiteral("human"));
        QCOMPARE(f.row(0).state, SampleState::Labelled);
        f.checkCounters();
    }

    void undoOfTheRunLeavesWhatWasCorrected()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.cat), proposal(f.project, ids[1], f.project.cat)}));
        QVERIFY(f.finish());
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > f.annotations(0).at(0).createdAt);
        domain::SampleEdit edit = drawn(f.project, 2);
        edit.stateBefore = SampleState::ToConfirm;
        edit.stateAfter = SampleState::Labelled;
        QVERIFY(store::EditRepository(*f.project.store).apply(ids[0], edit, 0).result());
        QVERIFY(store::BatchRepository(*f.project.store).undo(f.project.dataset).result());
        QCOMPARE(f.row(0).state, SampleState::Labelled);
        QCOMPARE(f.annotations(0).size(), size_t(2));
        QCOMPARE(f.row(1).state, SampleState::Unlabelled);
        f.checkCounters();
    }

    void refusedOnesAreNotProposedAgain()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.cat)}));
        QVERIFY(f.finish());
        QCOMPARE(f.proposals.reject(f.project.dataset, {ids[0], ids[1]}).result().value(), 1);
        QCOMPARE(f.row(0).state, SampleState::Unlabelled);
        QCOMPARE(f.proposals.rejected(f.project.dataset)->value(ids[0]).size(), size_t(1));
        f.checkCounters();
        domain::SmartRun second;
        second.jobId = QStringLiteral("smart-V0002");
        second.dataset = f.project.dataset;
        QVERIFY(f.proposals.begin(second, kModel).result());
        const auto run = f.proposals
                             .write(second.jobId, kModel, 0, 1,
                                    {proposal(f.project, ids[0], f.project.cat)})
                             .result();
        QCOMPARE(run->skipped, 1);
        QCOMPARE(f.row(0).state, SampleState::Unlabelled);
        // Another label there is another proposal.
        QVERIFY(f.proposals.write(second.jobId, kModel, 1, 1, {proposal(f.project, ids[0], f.project.dog)}).result());
        QCOMPARE(f.row(0).state, SampleState::ToConfirm);
        // Once labelled, it is forgotten.
        QVERIFY(store::BatchRepository(*f.project.store).confirm(f.project.dataset, {ids[0]}).result());
        QVERIFY(f.proposals.rejected(f.project.dataset)->isEmpty());
    }

    void refusingIsOneStep()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {proposal(f.project, ids[0], f.project.cat), proposal(f.project, ids[1], f.project.cat)}));
        QVERIFY(f.finish());
        QVERIFY(f.proposals.reject(f.project.dataset, {ids[0], ids[1]}).result());
        store::BatchRepository batch(*f.project.store);
        QCOMPARE(batch.undoable(f.project.dataset)->kind, store::BatchKind::RejectProposals);
        QVERIFY(batch.undo(f.project.dataset).result());
        QCOMPARE(f.row(0).state, SampleState::ToConfirm);
        QCOMPARE(f.annotations(1).at(0).author, kModel);
        f.checkCounters();
    }

    void refiningChangesGuessesInPlace()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(f.write(0, {whole(ids[0], f.project.cat, 0.6), whole(ids[1], f.project.cat, 0.6)}));
        QVERIFY(f.finish());
        const auto steps = store::BatchRepository(*f.project.store).undoable(f.project.dataset)->id;
        QCOMPARE(f.proposals.refine(f.project.dataset, {whole(ids[0], f.project.dog, 0.9), whole(ids[1], f.project.cat, 0.6),
                                                        whole(ids[2], f.project.cat, 0.9)})
                     .result()
                     .value(),
                 1);
        const auto now = f.annotations(0);
        QCOMPARE(now.at(0).labelId, f.project.dog);
        QCOMPARE(now.at(0).confidence, std::optional(0.9));
        QCOMPARE(f.row(0).minConfidence, std::optional(0.9));
        QCOMPARE(f.row(2).state, SampleState::Unlabelled);
        QCOMPARE(store::BatchRepository(*f.project.store).undoable(f.project.dataset)->id, steps);
        f.checkCounters();
        QVERIFY(store::BatchRepository(*f.project.store).undo(f.project.dataset).result());
        QCOMPARE(f.row(0).state, SampleState::Unlabelled);
        f.checkCounters();
    }

    void aPersonsHardMarkStays()
    {
        Fixture f;
        const auto ids = f.project.ids();
        QVERIFY(store::BatchRepository(*f.project.store).setHard(f.project.dataset, {ids[0]}, true).result());
        domain::Proposal easy = proposal(f.project, ids[0], f.project.cat);
        easy.hard = {};
        QVERIFY(f.write(0, {easy}));
        QVERIFY(f.row(0).isHard);
        QVERIFY(!f.row(0).hardCoefficient);
    }

    void runsAreKept()
    {
        Fixture f;
        QVERIFY(f.finish());
        const auto runs = f.proposals.runs(f.project.dataset).value();
        QCOMPARE(runs.size(), size_t(1));
        QVERIFY(runs[0].finishedAt > 0);
        QVERIFY(!f.proposals.run(QStringLiteral("other")).value().has_value());
    }
};

QTEST_GUILESS_MAIN(TestProposals)
#include "tst_Proposals.moc"
