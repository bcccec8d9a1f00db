// SPDX-License-Identifier: GPL-3.0-or-later
//! AN-10: who or which model made and changed an annotation is known for ever.
#include "models/store/BatchRepository.h"
#include "models/store/Connection.h"
#include "models/store/EditRepository.h"
#include "models/store/HistoryRecord.h"
#include "models/store/HistoryRepository.h"
#include "tests/support/TempProject.h"

#include <QtTest>

using namespace lw;
using domain::AnnotationNote;
using domain::HistoryCause;

namespace {

domain::Annotation withAuthor(domain::Annotation annotation, const char* author)
{
    annotation.author = QLatin1String(author);
    return annotation;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsModelAndPeopleNewestFirst()
    {
        tests::TempProject project;
        project.addSamples(1, [&](int) {
            domain::Annotation made = withAuthor(project.box(project.cat, 1, 1, 5, 5), "modelarts/yolo");
            made.confidence = 0.5;
            made.createdAt = 1000;
            return std::vector{made};
        });
        const domain::SampleId sample = project.ids().first();
        const store::SampleRepository read(*project.store);
        store::EditRepository edits(*project.store);

        const domain::Annotation made = read.annotations(sample)->front();
        domain::Annotation moved = withAuthor(made, "ann");
        moved.shape = made.shape.translated(10, 4);
        project.store->setAuthor(QStringLiteral("ann"));
        QVERIFY(edits.apply(sample, {domain::EditKind::MoveShapes, {{made, moved}}, {}, {}}, 0).result().has_value());
        domain::Annotation renamed = withAuthor(moved, "bob");
        renamed.labelId = project.dog;
        renamed.isDifficult = true;
        renamed.attributes.insert(QStringLiteral("colour"), QStringLiteral("red"));
        project.store->setAuthor(QStringLiteral("bob"));
        const domain::SampleEdit second{domain::EditKind::ChangeLabel, {{moved, renamed}}, {}, {}};
        QVERIFY(edits.apply(sample, second, 1).result().has_value());
        QVERIFY(edits.move(sample, second.inverted(), 1).result().has_value());
        // A new edit after undo drops bob's step from the undo history, not from this one.
        domain::Annotation resized = withAuthor(moved, "cyd");
        resized.shape = domain::Shape::box({0, 0}, {50, 50});
        project.store->setAuthor(QStringLiteral("cyd"));
        QVERIFY(edits.apply(sample, {domain::EditKind::MoveShapes, {{moved, resized}}, {}, {}}, 1).result().has_value());

        const auto events = store::HistoryRepository(*project.store).ofAnnotation(sample, made.id).value();
        QCOMPARE(events.size(), size_t(5));
        QCOMPARE(events[0].author, QStringLiteral("cyd"));
        QVERIFY(events[0].notes.front().fields.testFlag(AnnotationNote::Reshaped));
        QCOMPARE(events[1].cause, HistoryCause::Undo);
        QCOMPARE(events[2].author, QStringLiteral("bob"));
        const AnnotationNote& note = events[2].notes.front();
        QCOMPARE(note.labelBefore, project.cat);
        QCOMPARE(note.labelAfter, project.dog);
        QCOMPARE(note.flagsAfter, 1);
        QCOMPARE(note.attributes.value(QStringLiteral("colour")),
                 (std::pair<QString, QString>(QString(), QStringLiteral("red"))));
        QCOMPARE(events[3].author, QStringLiteral("ann"));
        QCOMPARE(events[3].notes.front().fields, AnnotationNote::Moved | AnnotationNote::Author);
        QCOMPARE(events[3].notes.front().authorBefore, QStringLiteral("modelarts/yolo"));
        QCOMPARE(events[4].cause, HistoryCause::Import);
        QCOMPARE(events[4].author, QStringLiteral("modelarts/yolo"));
        QCOMPARE(events[4].at, 1000);
        QCOMPARE(events[4].notes.front().labelAfter, project.cat);
    }

    void batchActionsAndTheTrashAreToldToo()
    {
        tests::TempProject project;
        project.addSamples(1, [&](int) { return std::vector{project.box(project.cat, 1, 1, 5, 5)}; });
        const domain::SampleId sample = project.ids().first();
        store::BatchRepository batches(*project.store);
        QVERIFY(batches.replaceLabel(project.dataset, {sample}, project.cat, project.dog).result().has_value());
        QVERIFY(batches.undo(project.dataset).result().has_value());
        QVERIFY(batches.deleteSamples(project.dataset, {sample}).result().has_value());
        QVERIFY(batches.undo(project.dataset).result().has_value());
        const auto events = store::HistoryRepository(*project.store).ofSample(sample).value();
        QList<HistoryCause> causes;
        for (const domain::SampleEvent& event : events) {
            causes.append(event.cause);
        }
        QCOMPARE(causes, (QList<HistoryCause>{HistoryCause::Restored, HistoryCause::Deleted, HistoryCause::Batch,
                                              HistoryCause::Batch}));
        QCOMPARE(events.back().notes.front().labelAfter, project.dog);
        QCOMPARE(events.back().author, QStringLiteral("human"));
    }

    void stepsOfOldProjectsAreRead()
    {
        tests::TempProject project;
        project.addSamples(1);
        const domain::SampleId sample = project.ids().first();
        domain::Annotation box = project.box(project.cat, 1, 1, 5, 5);
        box.id = domain::AnnotationId(1);
        store::EditRepository edits(*project.store);
        QVERIFY(edits.apply(sample, {domain::EditKind::AddShape, {{std::nullopt, box}}, {}, {}}, 0).result().has_value());
        QVERIFY(project.store
                    ->write<void>([](store::WriteContext& context) -> core::Result<> {
                        context.connection.exec("DELETE FROM sample_event");
                        context.connection.exec("UPDATE undo_step SET created_at = created_at - 1000");
                        return {};
                    })
                    .result()
                    .has_value());
        domain::Annotation moved = box;
        moved.shape = box.shape.translated(1, 1);
        QVERIFY(edits.apply(sample, {domain::EditKind::MoveShapes, {{box, moved}}, {}, {}}, 1).result().has_value());
        const auto events = store::HistoryRepository(*project.store).ofSample(sample).value();
        QCOMPARE(events.size(), size_t(2));
        QCOMPARE(events[1].kind, std::optional(domain::EditKind::AddShape));
        QCOMPARE(events[1].notes.front().fields, AnnotationNote::Fields(AnnotationNote::Added));
        QCOMPARE(store::HistoryRepository(*project.store).ofAnnotation(sample, box.id)->size(), size_t(2));
    }

    void unknownSamplesAndAnnotationsAreSaid()
    {
        tests::TempProject project;
        project.addSamples(1);
        const store::HistoryRepository history(*project.store);
        QCOMPARE(history.ofSample(domain::SampleId(999)).error().code, core::ErrorCode::NotFound);
        QCOMPARE(history.ofAnnotation(project.ids().first(), domain::AnnotationId(7)).error().code,
                 core::ErrorCode::NotFound);
    }

    void notesSurviveTheirBytes()
    {
        std::vector<AnnotationNote> notes(2);
        notes[0].id = domain::AnnotationId(5);
        notes[0].fields = AnnotationNote::Removed;
        notes[0].labelBefore = domain::LabelId(3);
        notes[0].authorBefore = QStringLiteral("安");
        notes[1].id = domain::AnnotationId(6);
        notes[1].fields = AnnotationNote::Flags | AnnotationNote::Attributes | AnnotationNote::Label;
        notes[1].labelBefore = domain::LabelId(1);
        notes[1].labelAfter = domain::LabelId(2);
        notes[1].flagsBefore = 1;
        notes[1].flagsAfter = 6;
        notes[1].attributes.insert(QString(), {QStringLiteral("Left"), QString()});
        const QByteArray bytes = store::notesToBytes(notes);
        QCOMPARE(store::notesFromBytes(bytes), notes);
        QCOMPARE(store::notesFromBytes(bytes.left(bytes.size() - 3)).size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_History.moc"
