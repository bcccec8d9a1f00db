// SPDX-License-Identifier: GPL-3.0-or-later
//! Accepting and rejecting proposals, and what an undo brings back.
#include "models/document/commands/ReviewCommands.h"
#include "models/store/BatchRepository.h"
#include "models/store/ProposalRepository.h"
#include "models/store/SampleRepository.h"
#include "tests/support/TempProject.h"

#include <QtTest>

using namespace lw;
namespace commands = document::commands;

namespace {

/// One sample to confirm with a sure, an unsure and a drawn box.
struct Waiting {
    explicit Waiting(bool hasDrawn = false)
    {
        project.addSamples(
            1,
            [&](int) {
                std::vector<domain::Annotation> boxes{proposed(0.9), proposed(0.3)};
                if (hasDrawn) {
                    boxes.push_back(project.box(project.dog, 200, 200, 40, 40));
                }
                return boxes;
            },
            domain::SampleState::ToConfirm);
        document = std::make_unique<document::SampleDocument>(*project.store);
        QVERIFY(document->load(project.ids().first()));
    }

    domain::Annotation proposed(double confidence) const
    {
        domain::Annotation a = project.box(project.cat, confidence * 100, 1, 50, 50);
        a.confidence = confidence;
        a.author = QStringLiteral("model/cells");
        return a;
    }
    [[nodiscard]] domain::SampleState stored() const
    {
        return store::SampleRepository(*project.store).find(document->sample().id)->state;
    }
    [[nodiscard]] size_t storedShapes() const
    {
        return store::SampleRepository(*project.store).annotations(document->sample().id)->size();
    }

    tests::TempProject project;
    std::unique_ptr<document::SampleDocument> document;
};

} // namespace

class tst_ReviewCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptingKeepsWhatIsSureEnough()
    {
        Waiting waiting;
        QVERIFY(commands::acceptProposals(*waiting.document, 0.5));
        QCOMPARE(waiting.document->sample().state, domain::SampleState::Labelled);
        QCOMPARE(waiting.document->annotations().size(), size_t(1));
        QCOMPARE(*waiting.document->annotations().front().confidence, 0.9);
        QTRY_COMPARE(waiting.stored(), domain::SampleState::Labelled);
        QCOMPARE(waiting.storedShapes(), size_t(1));
        QVERIFY(!commands::acceptProposals(*waiting.document, 0.5)); // it waits no longer
        waiting.document->undo();
        QCOMPARE(waiting.document->sample().state, domain::SampleState::ToConfirm);
        QCOMPARE(waiting.document->annotations().size(), size_t(2));
        QTRY_COMPARE(waiting.stored(), domain::SampleState::ToConfirm);
        QTRY_VERIFY(!waiting.document->isSaving());
        QCOMPARE(waiting.project.keptCounters(), waiting.project.recount());
    }

    void acceptingNothingLeavesTheSampleUnlabelled()
    {
        Waiting waiting;
        QVERIFY(commands::acceptProposals(*waiting.document, 0.95));
        QTRY_COMPARE(waiting.stored(), domain::SampleState::Unlabelled);
        QCOMPARE(waiting.storedShapes(), size_t(0));
    }

    void rejectingNeverTakesAPersonsWork()
    {
        Waiting waiting(true);
        QVERIFY(commands::rejectProposals(*waiting.document));
        QCOMPARE(waiting.document->undoKind(), domain::EditKind::Reject);
        QTRY_COMPARE(waiting.stored(), domain::SampleState::Labelled);
        QCOMPARE(waiting.document->annotations().size(), size_t(1));
        QCOMPARE(waiting.document->annotations().front().labelId, waiting.project.dog);
        waiting.document->undo();
        QTRY_COMPARE(waiting.stored(), domain::SampleState::ToConfirm);
        QCOMPARE(waiting.storedShapes(), size_t(3));
    }

    void rejectingAllLeavesTheSampleUnlabelled()
    {
        Waiting waiting;
        QVERIFY(commands::rejectProposals(*waiting.document));
        QTRY_COMPARE(waiting.stored(), domain::SampleState::Unlabelled);
        QTRY_VERIFY(!waiting.document->isSaving());
        QCOMPARE(waiting.project.keptCounters(), waiting.project.recount());
    }

    void whatWasRejectedIsRememberedUntilItIsTakenBack()
    {
        Waiting waiting;
        const auto rejected = [&] {
            return store::ProposalRepository(*waiting.project.store).rejected(waiting.project.dataset)->value(
                waiting.document->sample().id);
        };
        const domain::Shape first = waiting.document->annotations().front().shape;
        QVERIFY(commands::rejectProposals(*waiting.document));
        QTRY_COMPARE(rejected().size(), size_t(2));
        QCOMPARE(rejected().front().shape, first);
        QCOMPARE(rejected().front().labelId, waiting.project.cat);
        waiting.document->undo();
        QTRY_COMPARE(rejected().size(), size_t(0));
        waiting.document->redo();
        QTRY_COMPARE(rejected().size(), size_t(2));
    }

    void acceptedObjectsArePersonsWorkWhileTheRestWaits()
    {
        Waiting waiting;
        const domain::AnnotationId first = waiting.document->annotations().front().id;
        commands::acceptShapes(*waiting.document, {first}, QStringLiteral("ann"));
        QVERIFY(!commands::isProposal(*waiting.document->find(first)));
        QCOMPARE(waiting.document->find(first)->author, QStringLiteral("ann"));
        QCOMPARE(waiting.document->sample().state, domain::SampleState::ToConfirm);
        QTRY_VERIFY(!waiting.document->isSaving());
        QCOMPARE(waiting.stored(), domain::SampleState::ToConfirm);
        QVERIFY(commands::rejectProposals(*waiting.document));
        QCOMPARE(waiting.document->annotations().size(), size_t(1));
        QCOMPARE(waiting.document->annotations().front().id, first);
    }

    void correctingOneObjectDoesNotAcceptTheOthers()
    {
        Waiting waiting;
        const domain::AnnotationId first = waiting.document->annotations().front().id;
        commands::changeLabel(*waiting.document, {first}, waiting.project.dog, QStringLiteral("ann"));
        QCOMPARE(waiting.document->sample().state, domain::SampleState::ToConfirm);
        const domain::AnnotationId second = waiting.document->annotations().back().id;
        commands::changeLabel(*waiting.document, {second}, waiting.project.dog, QStringLiteral("ann"));
        // Nothing of the model's is left: the person has said it all.
        QCOMPARE(waiting.document->sample().state, domain::SampleState::Labelled);
        QTRY_COMPARE(waiting.stored(), domain::SampleState::Labelled);
        waiting.document->undo();
        waiting.document->undo();
        QTRY_COMPARE(waiting.stored(), domain::SampleState::ToConfirm);
    }

    void thatNothingIsThereIsToBeSaid()
    {
        Waiting waiting(true);
        commands::Ids proposals;
        for (const domain::Annotation& each : waiting.document->annotations()) {
            if (commands::isProposal(each)) {
                proposals.push_back(each.id);
            }
        }
        // The last proposal is refused: what the person drew is not all there may be.
        commands::removeShapes(*waiting.document, proposals);
        QCOMPARE(waiting.document->sample().state, domain::SampleState::ToConfirm);
        QTRY_COMPARE(waiting.storedShapes(), size_t(1));
        QCOMPARE(waiting.stored(), domain::SampleState::ToConfirm);
        QVERIFY(commands::acceptProposals(*waiting.document, 0.5));
        QTRY_COMPARE(waiting.stored(), domain::SampleState::Labelled);
        QTRY_VERIFY(!waiting.document->isSaving());
        QCOMPARE(waiting.project.keptCounters(), waiting.project.recount());
    }

    void anEmptyPictureIsAnAnswer()
    {
        Waiting waiting;
        commands::removeShapes(*waiting.document, {waiting.document->annotations()[0].id});
        commands::removeShapes(*waiting.document, {waiting.document->annotations()[0].id});
        QVERIFY(waiting.document->annotations().empty());
        QTRY_VERIFY(!waiting.document->isSaving());
        QCOMPARE(waiting.stored(), domain::SampleState::ToConfirm);
        // No machine says anything about it meanwhile.
        store::ProposalRepository proposals(*waiting.project.store);
        QVERIFY(proposals.open(waiting.project.dataset)->proposed.isEmpty());
        QVERIFY(commands::acceptProposals(*waiting.document, 0));
        QTRY_COMPARE(waiting.stored(), domain::SampleState::Labelled);
        QTRY_VERIFY(!waiting.document->isSaving());
        QCOMPARE(waiting.project.keptCounters(), waiting.project.recount());
        QVERIFY(proposals.open(waiting.project.dataset)->unlabelled.isEmpty());
        waiting.document->undo();
        QTRY_COMPARE(waiting.stored(), domain::SampleState::ToConfirm);
        // The gallery's confirmation says the same.
        QVERIFY(store::BatchRepository(*waiting.project.store)
                    .confirm(waiting.project.dataset, {waiting.document->sample().id})
                    .result());
        QTRY_COMPARE(waiting.stored(), domain::SampleState::Labelled);
    }
};

QTEST_GUILESS_MAIN(tst_ReviewCommands)
#include "tst_ReviewCommands.moc"
