// SPDX-License-Identifier: GPL-3.0-or-later
//! Imports: merge modes, taking back, counters, and work by people that must stay.
#include "models/store/EditRepository.h"
#include "tests/support/TempProject.h"

#include <QtTest>

using namespace lw;

namespace {

domain::TaskId startTask(tests::TempProject& project)
{
    domain::Task task;
    task.datasetId = project.dataset;
    return *store::TaskRepository(*project.store).start(task).result();
}

store::IncomingSample incoming(const QString& name, std::vector<domain::Annotation> annotations,
                               store::MergeMode mode = store::MergeMode::AddMissing)
{
    store::IncomingSample sample;
    sample.sample.name = name;
    sample.annotations = std::move(annotations);
    sample.mode = mode;
    return sample;
}

} // namespace

class TestBulkWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsCountersOverManyChunks()
    {
        tests::TempProject project;
        project.addSamples(5000, [&](int i) {
            std::vector<domain::Annotation> boxes(size_t(i % 4), project.box(project.cat, 1, 1, 5, 5));
            if (i % 7 == 0) {
                boxes.push_back(project.box(project.dog, 2, 2, 5, 5));
            }
            return boxes;
        });
        QCOMPARE(project.keptCounters(), project.recount());
        QVERIFY(project.recount().startsWith(QLatin1String("total 5000")));
    }

    void sameFileTwiceChangesNothing()
    {
        tests::TempProject project;
        const auto boxes = [&](int) { return std::vector{project.box(project.cat, 1, 1, 5, 5)}; };
        project.addSamples(10, boxes);
        store::BulkWriter writer(*project.store, project.dataset, startTask(project));
        QVERIFY(writer.add(incoming(QStringLiteral("0003.jpg"), boxes(0))));
        const auto counts = writer.finish();
        QCOMPARE(counts->samplesAdded, 0);
        QCOMPARE(counts->samplesUnchanged, 1);
        QCOMPARE(project.ids().size(), 10);
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void aFileTwiceInOneImportIsOneSample()
    {
        tests::TempProject project;
        store::BulkWriter writer(*project.store, project.dataset, startTask(project));
        const QString name = QStringLiteral("twice.jpg");
        QVERIFY(writer.add(incoming(name, {project.box(project.cat, 1, 1, 5, 5)})));
        QVERIFY(writer.add(incoming(QStringLiteral("other.jpg"), {project.box(project.cat, 1, 1, 5, 5)})));
        QVERIFY(writer.add(
            incoming(name, {project.box(project.cat, 1, 1, 5, 5), project.box(project.dog, 9, 9, 5, 5)})));
        const auto counts = writer.finish();
        QCOMPARE(counts->samplesAdded, 2);
        QCOMPARE(counts->samplesUpdated, 1);
        QCOMPARE(counts->annotationsAdded, 3);
        QCOMPARE(store::SampleRepository(*project.store).annotations(project.ids().first())->size(), size_t(2));
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void everyAnnotationOfManyKeepsItsOwn()
    {
        tests::TempProject project;
        std::vector<domain::Annotation> many;
        for (int i = 0; i < 173; ++i) {
            domain::Annotation a = project.box(i % 3 == 0 ? project.dog : project.cat, i, i / 4.0, 5, 5 + i / 3.0);
            a.order = i + 1;
            a.author = i % 5 == 0 ? QStringLiteral("model") : i % 7 == 0 ? QString() : QStringLiteral("human");
            a.isDifficult = i % 2 == 0;
            a.createdAt = 1000 + i;
            if (i % 4 == 0) {
                a.confidence = i / 200.0;
            }
            if (i % 6 == 0) {
                a.extra = "{\"number\":" + QByteArray::number(i) + '}';
            }
            many.push_back(a);
        }
        store::BulkWriter writer(*project.store, project.dataset, startTask(project));
        QVERIFY(writer.add(incoming(QStringLiteral("many.jpg"), many)));
        QVERIFY(writer.finish());
        for (size_t i = 0; i < many.size(); ++i) {
            many[i].id = domain::AnnotationId(qint64(i) + 1);
        }
        const auto stored = store::SampleRepository(*project.store).annotations(project.ids().first());
        QCOMPARE(stored->size(), many.size());
        for (size_t i = 0; i < many.size(); ++i) {
            QVERIFY2((*stored)[i] == many[i], qPrintable(QString::number(i)));
        }
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void addMissingNeverRemoves()
    {
        tests::TempProject project;
        project.addSamples(1, [&](int) { return std::vector{project.box(project.cat, 1, 1, 5, 5)}; });
        store::BulkWriter writer(*project.store, project.dataset, startTask(project));
        QVERIFY(writer.add(incoming(QStringLiteral("0000.jpg"), {project.box(project.dog, 9, 9, 5, 5)})));
        QCOMPARE(writer.finish()->samplesUpdated, 1);
        QCOMPARE(store::SampleRepository(*project.store).annotations(project.ids().first())->size(), size_t(2));
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void replaceSparesWhatAPersonEdited()
    {
        tests::TempProject project;
        project.addSamples(2, [&](int) { return std::vector{project.box(project.cat, 1, 1, 5, 5)}; });
        const domain::SampleId edited = project.ids().at(1);
        domain::Annotation mine = project.box(project.dog, 50, 50, 5, 5);
        mine.id = domain::AnnotationId(2);
        QVERIFY(store::EditRepository(*project.store)
                    .apply(edited, {domain::EditKind::AddShape, {{std::nullopt, mine}}, {}, {}}, 0)
                    .result());
        store::BulkWriter writer(*project.store, project.dataset, startTask(project));
        for (const char* name : {"0000.jpg", "0001.jpg"}) {
            QVERIFY(writer.add(incoming(QString::fromLatin1(name), {project.box(project.cat, 7, 7, 5, 5)},
                                        store::MergeMode::ReplaceIfUntouched)));
        }
        QCOMPARE(writer.finish()->samplesUpdated, 2);
        const store::SampleRepository samples(*project.store);
        QCOMPARE(samples.annotations(project.ids().at(0))->size(), size_t(1));
        QCOMPARE(samples.annotations(edited)->size(), size_t(3));
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void unfinishedImportIsTakenBack()
    {
        tests::TempProject project;
        project.addSamples(3, [&](int) { return std::vector{project.box(project.cat, 1, 1, 5, 5)}; });
        const QString before = project.recount();
        const domain::SampleId worked = [&] {
            store::BulkWriter writer(*project.store, project.dataset, startTask(project));
            for (int i = 0; i < 4500; ++i) {
                const QString name = i == 0 ? QStringLiteral("0000.jpg") : QStringLiteral("new%1.jpg").arg(i);
                if (!writer.add(incoming(name, {project.box(project.dog, 3, 3, 5, 5)}))) {
                    return domain::SampleId();
                }
            }
            project.store->flush();
            // A person already works on one of the samples that came in.
            const domain::SampleId sample =
                store::SampleRepository(*project.store).findByFile(project.dataset, {}, QStringLiteral("new7.jpg"))->id;
            domain::Annotation mine = project.box(project.cat, 50, 50, 5, 5);
            mine.id = domain::AnnotationId(2);
            if (!store::EditRepository(*project.store)
                     .apply(sample, {domain::EditKind::AddShape, {{std::nullopt, mine}}, {}, {}}, 0)
                     .result()) {
                return domain::SampleId();
            }
            return sample;
        }();
        QVERIFY(worked.isValid());
        QCOMPARE(project.ids().size(), 4); // the three and the one with a person's work
        QCOMPARE(store::SampleRepository(*project.store).annotations(worked)->size(), size_t(2));
        QCOMPARE(store::SampleRepository(*project.store).annotations(project.ids().first())->size(), size_t(1));
        QCOMPARE(project.keptCounters(), project.recount());
        QVERIFY(before != project.recount());
    }
};

QTEST_GUILESS_MAIN(TestBulkWriter)
#include "tst_BulkWriter.moc"
