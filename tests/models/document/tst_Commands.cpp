// SPDX-License-Identifier: GPL-3.0-or-later
//! Every command: state A, do, B, undo, A, redo, B; in memory, on disk, and after loading again.
#include "models/document/LabelSet.h"
#include "models/document/commands/Commands.h"
#include "models/store/BatchRepository.h"
#include "tests/support/TempProject.h"

#include <QSignalSpy>
#include <QtTest>

using namespace lw;
namespace commands = lw::document::commands;
using domain::AnnotationId;
using domain::Shape;

namespace {

using State = std::pair<std::vector<domain::Annotation>, bool>;

State stateOf(const document::SampleDocument& document)
{
    return {document.annotations(), document.sample().isHard};
}

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandGoesBackAndForth_data()
    {
        QTest::addColumn<int>("command");
        const char* names[] = {"add box", "add polygon", "remove", "clear", "reshape", "label", "flags", "attribute",
                               "to top", "up", "down", "to bottom", "paste", "hard", "whole label"};
        for (int i = 0; i < int(std::size(names)); ++i) {
            QTest::newRow(names[i]) << i;
        }
    }

    void everyCommandGoesBackAndForth()
    {
        QFETCH(int, command);
        tests::TempProject project;
        project.addSamples(1, [&](int) {
            return std::vector{project.box(project.cat, 1, 1, 50, 50), project.box(project.dog, 100.5, 10.25, 50, 50),
                               project.box(project.cat, 200, 10, 50, 50)};
        });
        document::SampleDocument document(*project.store);
        QVERIFY(document.load(project.ids().first()));
        const State a = stateOf(document);
        perform(command, document, project);
        const State b = stateOf(document);
        QVERIFY(a != b);
        QVERIFY(document.canUndo());
        for (int round = 0; round < 2; ++round) {
            check(project, document, b);
            document.undo();
            check(project, document, a);
            QVERIFY(!document.canUndo());
            document.redo();
        }
        check(project, document, b);
        // The history is there for a program started later.
        document::SampleDocument later(*project.store);
        QVERIFY(later.load(project.ids().first()));
        QCOMPARE(later.undoKind(), document.undoKind());
        later.undo();
        QCOMPARE(stateOf(later), a);
        later.redo();
        check(project, later, b);
    }

    void confirmingAndCorrectingAreStepsThatGoBack()
    {
        tests::TempProject project;
        project.addSamples(
            1, [&](int) { return std::vector{project.box(project.cat, 1, 1, 50, 50)}; }, domain::SampleState::ToConfirm);
        document::SampleDocument document(*project.store);
        QVERIFY(document.load(project.ids().first()));
        const auto stored = [&] {
            return store::SampleRepository(*project.store).find(document.sample().id)->state;
        };
        commands::confirm(document);
        QCOMPARE(document.undoKind(), domain::EditKind::Confirm);
        QCOMPARE(document.sample().state, domain::SampleState::Labelled);
        QTRY_COMPARE(stored(), domain::SampleState::Labelled);
        commands::confirm(document); // nothing left to confirm
        document.undo();
        QVERIFY(!document.canUndo());
        QCOMPARE(document.sample().state, domain::SampleState::ToConfirm);
        QTRY_COMPARE(stored(), domain::SampleState::ToConfirm);
        QTRY_VERIFY(!document.isSaving());
        QCOMPARE(project.keptCounters(), project.recount());
        commands::changeLabel(document, {document.annotations().front().id}, project.dog, QStringLiteral("ann"));
        QTRY_COMPARE(stored(), domain::SampleState::Labelled);
        document::SampleDocument later(*project.store);
        QTRY_VERIFY(!document.isSaving());
        QVERIFY(later.load(document.sample().id));
        later.undo();
        QTRY_COMPARE(stored(), domain::SampleState::ToConfirm);
        later.redo();
        QTRY_COMPARE(stored(), domain::SampleState::Labelled);
        QTRY_VERIFY(!later.isSaving());
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void labelOfTheWholeSampleReplacesOrAddsOrGoes()
    {
        tests::TempProject project;
        project.addSamples(1);
        document::SampleDocument document(*project.store);
        QVERIFY(document.load(project.ids().first()));
        const auto author = QStringLiteral("ann");
        using enum domain::LabelMode;
        QVERIFY(commands::setLabel(document, project.cat, Add, author));
        QVERIFY(!commands::setLabel(document, project.cat, Add, author)); // it is there already
        QVERIFY(commands::setLabel(document, project.dog, Add, author));
        QCOMPARE(document.annotations().size(), size_t(2));
        QVERIFY(commands::setLabel(document, project.dog, Replace, author));
        QCOMPARE(document.annotations().size(), size_t(1));
        QCOMPARE(document.annotations().front().labelId, project.dog);
        QVERIFY(commands::setLabel(document, project.dog, Remove, author));
        QCOMPARE(document.sample().state, domain::SampleState::Unlabelled);
        QTRY_VERIFY(!document.isSaving());
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void ownEditsDoNotHideWhatABatchWritesLater()
    {
        tests::TempProject project;
        project.addSamples(2);
        document::SampleDocument document(*project.store);
        for (const domain::SampleId id : {project.ids().at(0), project.ids().at(1), project.ids().at(0)}) {
            QVERIFY(document.load(id));
            commands::setLabel(document, project.cat, domain::LabelMode::Add, QStringLiteral("ann"));
            QTRY_VERIFY(!document.isSaving());
        }
        QCoreApplication::processEvents();
        auto done = store::BatchRepository(*project.store)
                        .setLabel(project.dataset, {document.sample().id},
                                  {project.dog, domain::LabelMode::Add, QStringLiteral("bob"), 1});
        QTRY_COMPARE(document.annotations().size(), size_t(2));
    }

    void newStepDropsWhatCouldBeRedone()
    {
        tests::TempProject project;
        project.addSamples(1);
        document::SampleDocument document(*project.store);
        QVERIFY(document.load(project.ids().first()));
        const auto author = QStringLiteral("human");
        for (int i = 0; i < 40; ++i) {
            commands::addShape(document, project.cat, Shape::box({double(i), 0}, {double(i) + 5, 5}), author);
        }
        for (int i = 0; i < 15; ++i) {
            document.undo();
        }
        commands::addShape(document, project.dog, Shape::point({3, 3}), author);
        QVERIFY(!document.canRedo());
        QCOMPARE(document.annotations().size(), size_t(26));
        QTRY_VERIFY(!document.isSaving());
        QCOMPARE(project.keptCounters(), project.recount());
        while (document.canUndo()) {
            document.undo();
        }
        QVERIFY(document.annotations().empty());
        QCOMPARE(document.sample().state, domain::SampleState::Unlabelled);
    }

    void refusesWhatIsNoShape()
    {
        tests::TempProject project;
        project.addSamples(1);
        document::SampleDocument document(*project.store);
        QVERIFY(document.load(project.ids().first()));
        const auto author = QStringLiteral("human");
        QVERIFY(!commands::addShape(document, project.cat, Shape::box({5, 5}, {5, 9}), author).isValid());
        QVERIFY(!commands::addShape(document, project.cat, Shape::polygon({{0, 0}, {5, 5}}), author).isValid());
        QVERIFY(!commands::addShape(document, project.cat, Shape::circle({5, 5}, 0), author).isValid());
        QVERIFY(!document.canUndo());
    }

    void followsWhatOthersWrite()
    {
        tests::TempProject project;
        project.addSamples(1);
        document::SampleDocument mine(*project.store);
        QVERIFY(mine.load(project.ids().first()));
        auto otherStore = store::Store::open(project.store->folder());
        document::SampleDocument theirs(**otherStore);
        QVERIFY(theirs.load(project.ids().first()));
        commands::addShape(theirs, project.cat, Shape::box({1, 1}, {9, 9}), QStringLiteral("ann"));
        QTRY_COMPARE(mine.annotations().size(), size_t(1));
        QCOMPARE(mine.annotations().front().author, QStringLiteral("ann"));
    }

    void lastUsedLabelComesFirst()
    {
        tests::TempProject project;
        document::LabelSet labels(*project.store, project.dataset);
        QCOMPARE(labels.current(), project.cat);
        labels.use(project.dog);
        QCOMPARE(labels.byRecency().front().id, project.dog);
        auto made = labels.create(QStringLiteral("bird"));
        QVERIFY(made.result());
        QTRY_COMPARE(labels.labels().size(), size_t(3));
        project.store->flush();
        document::LabelSet later(*project.store, project.dataset);
        QCOMPARE(later.current(), project.dog);
    }

private:
    static void perform(int command, document::SampleDocument& d, const tests::TempProject& project)
    {
        const auto author = QStringLiteral("ann");
        const AnnotationId one = d.annotations().at(0).id;
        const AnnotationId two = d.annotations().at(1).id;
        const AnnotationId three = d.annotations().at(2).id;
        using commands::OrderMove;
        switch (command) {
        case 0: commands::addShape(d, project.dog, Shape::box({10, 10}, {20.5, 30}), author); break;
        case 1: commands::addShape(d, project.dog, Shape::polygon({{0, 0}, {9, 1}, {4, 7.123456789}}), author); break;
        case 2: commands::removeShapes(d, {one, three}); break;
        case 3: commands::clearShapes(d); break;
        case 4: commands::reshape(d, {{one, Shape::box({3, 3}, {33, 44})}, {two, Shape::circle({9, 9}, 4)}}, author); break;
        case 5: commands::changeLabel(d, {one, two, three}, project.dog, author); break;
        case 6: commands::changeFlags(d, {two}, {.isDifficult = true, .isTruncated = {}, .isOccluded = true, .isHard = {},
                                                 .pose = QStringLiteral("Left"), .confidence = {}}, author); break;
        case 7: commands::setAttribute(d, {one, two}, QStringLiteral("colour"), QStringLiteral("黑"), author); break;
        case 8: commands::changeOrder(d, {one}, OrderMove::ToTop); break;
        case 9: commands::changeOrder(d, {one, two}, OrderMove::Up); break;
        case 10: commands::changeOrder(d, {three}, OrderMove::Down); break;
        case 11: commands::changeOrder(d, {two, three}, OrderMove::ToBottom); break;
        case 12: commands::paste(d, d.annotations(), domain::EditKind::Paste, author); break;
        case 13: commands::markHard(d, true); break;
        default: commands::setLabel(d, project.dog, domain::LabelMode::Add, author); break;
        }
    }

    static void check(const tests::TempProject& project, const document::SampleDocument& document, const State& expected)
    {
        QCOMPARE(stateOf(document), expected);
        QTRY_VERIFY(!document.isSaving());
        const store::SampleRepository samples(*project.store);
        QCOMPARE(*samples.annotations(document.sample().id), expected.first);
        const auto row = samples.find(document.sample().id);
        QCOMPARE(row->isHard, expected.second);
        QCOMPARE(row->annotationCount, int(expected.first.size()));
        QCOMPARE(project.keptCounters(), project.recount());
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_Commands.moc"
