// SPDX-License-Identifier: GPL-3.0-or-later
//! AN-10: what is deleted comes back whole, goes for good cleanly, and the counters stay true through all of it.
#include "models/store/BatchRepository.h"
#include "models/store/Connection.h"
#include "models/store/EditRepository.h"
#include "models/store/HistoryRepository.h"
#include "models/store/TrashRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/support/OldRevisions.h"
#include "tests/support/TempProject.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <signal.h>

#include <cstdio>

using namespace lw;
using domain::TrashKind;

namespace {

QList<domain::TrashId> trashIds(store::Store& store, const domain::TrashFilter& filter = {})
{
    return store::TrashRepository(store).ids(filter).value();
}

domain::RestoreOutcome restoreAll(store::Store& store, const domain::TrashFilter& filter = {})
{
    return store::TrashRepository(store).restore(trashIds(store, filter)).result().value();
}

qint64 scalar(const QString& file, const char* sql)
{
    store::Connection connection(file, store::Connection::Mode::Read);
    store::Statement& row = connection.prepare(sql);
    return row.executeStep() ? store::int64At(row, 0) : -1;
}

/// Two boxes each, cat and dog, but every third sample has a dog only.
std::vector<domain::Annotation> mixed(const tests::TempProject& project, int i)
{
    std::vector<domain::Annotation> boxes{project.box(project.dog, 1, i, 5, 5)};
    if (i % 3 != 0) {
        boxes.push_back(project.box(project.cat, 20, i, 5, 5));
    }
    return boxes;
}

domain::SampleEdit addBox(const tests::TempProject& project, qint64 id, domain::LabelId label)
{
    domain::Annotation a = project.box(label, 100, 100, 9, 9);
    a.id = domain::AnnotationId(id);
    a.order = int(id);
    return {domain::EditKind::AddShape, {{std::nullopt, a}}, {}, {}};
}

/// One random action; deterministic by the generator.
void act(tests::TempProject& project, QRandomGenerator& random)
{
    store::BatchRepository batches(*project.store);
    store::TrashRepository trash(*project.store);
    const QList<domain::SampleId> samples = project.ids();
    const QList<domain::TrashId> waiting = trashIds(*project.store);
    const auto labels = store::LabelRepository(*project.store).list(project.dataset).value();
    QList<domain::SampleId> some;
    for (domain::SampleId sample : samples) {
        if (random.bounded(8) == 0) {
            some.append(sample);
        }
    }
    QList<domain::TrashId> someWaiting;
    for (domain::TrashId id : waiting) {
        if (random.bounded(3) == 0) {
            someWaiting.append(id);
        }
    }
    const auto anyLabel = [&] { return labels[size_t(random.bounded(int(labels.size())))].id; };
    switch (random.bounded(12)) {
    case 0:
    case 1:
        QVERIFY(batches.deleteSamples(project.dataset, some).result().has_value());
        break;
    case 2:
        if (!labels.empty()) {
            QVERIFY(batches
                        .deleteLabel(anyLabel(), random.bounded(2) ? store::LabelDeletion::LabelOnly
                                                                   : store::LabelDeletion::WithExclusiveSamples)
                        .result()
                        .has_value());
        }
        break;
    case 3:
    case 4:
    case 5:
        QVERIFY(trash.restore(someWaiting).result().has_value());
        break;
    case 6:
        if (random.bounded(4) == 0) {
            QVERIFY(trash.purge(someWaiting.mid(0, 3)).result().has_value());
        }
        break;
    case 7:
        // A name that is given away makes undo refuse; that is no fault.
        batches.undo(project.dataset).waitForFinished();
        break;
    case 8:
        batches.redo(project.dataset).waitForFinished();
        break;
    case 9:
        QVERIFY(batches.setHard(project.dataset, some, random.bounded(2) == 0).result().has_value());
        break;
    case 10:
        if (!samples.isEmpty() && !labels.empty()) {
            const domain::SampleId sample = samples[random.bounded(int(samples.size()))];
            const auto history = store::SampleRepository(*project.store).history(sample).value();
            QVERIFY(store::EditRepository(*project.store)
                        .apply(sample, addBox(project, history.nextAnnotation, anyLabel()), history.position)
                        .result()
                        .has_value());
        }
        break;
    default:
        if (labels.size() < 4) {
            domain::Label label;
            label.datasetId = project.dataset;
            label.name = QStringLiteral("new%1").arg(random.bounded(6));
            store::LabelRepository(*project.store).create(label).waitForFinished();
        }
        if (random.bounded(3) == 0 && !samples.isEmpty()) {
            domain::Version version;
            version.datasetId = project.dataset;
            version.name = store::VersionRepository(*project.store).nextName(project.dataset).value();
            QVERIFY(store::VersionRepository(*project.store).create(version, {}).result().has_value());
        }
    }
}

/// Every annotation in sight has a label in sight, and nothing belongs to a sample out of sight.
void checkReferences(const QString& file)
{
    QCOMPARE(scalar(file, "SELECT count(*) FROM annotation n LEFT JOIN label l ON l.id = n.label_id "
                          "WHERE l.id IS NULL OR l.deleted_at IS NOT NULL"),
             0);
    QCOMPARE(scalar(file, "SELECT count(*) FROM annotation n LEFT JOIN sample s ON s.id = n.sample_id "
                          "WHERE s.id IS NULL OR s.deleted_at IS NOT NULL"),
             0);
    QCOMPARE(scalar(file, "SELECT count(*) FROM trash t LEFT JOIN sample s ON s.id = t.item_id "
                          "WHERE t.kind = 0 AND (s.id IS NULL OR s.deleted_at IS NULL)"),
             0);
    QCOMPARE(scalar(file, "SELECT count(*) FROM sample_label m LEFT JOIN sample s ON s.id = m.sample_id "
                          "WHERE s.id IS NULL OR s.deleted_at IS NOT NULL"),
             0);
}

/// The victim: random actions until it is killed.
int actForever(const QString& folder, qint64 dataset, quint32 seed)
{
    tests::TempProject project;
    project.store = std::move(*store::Store::open(folder));
    project.dataset = domain::DatasetId(dataset);
    QRandomGenerator random(seed);
    for (;;) {
        act(project, random);
        std::puts("one");
        std::fflush(stdout);
    }
}

} // namespace

class TestTrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesComeBackWithEverything()
    {
        tests::TempProject project;
        project.addSamples(6, [&](int i) { return mixed(project, i); });
        const QList<domain::SampleId> samples = project.ids();
        store::BatchRepository batches(*project.store);
        QVERIFY(batches.setHard(project.dataset, {samples[1]}, true).result().has_value());
        QVERIFY(store::EditRepository(*project.store)
                    .apply(samples[1], addBox(project, 3, project.cat), 0)
                    .result()
                    .has_value());
        const store::SampleRepository read(*project.store);
        const domain::Sample before = read.find(samples[1]).value();
        const auto annotations = read.annotations(samples[1]).value();
        const QString counters = project.keptCounters();

        project.store->setAuthor(QStringLiteral("ann"));
        QVERIFY(batches.deleteSamples(project.dataset, samples.mid(0, 3)).result().has_value());
        QCOMPARE(project.ids().size(), 3);
        const auto entries = store::TrashRepository(*project.store).list({}).value();
        QCOMPARE(entries.size(), size_t(3));
        QCOMPARE(entries.front().kind, TrashKind::Sample);
        QCOMPARE(entries.front().name, QStringLiteral("0002.jpg"));
        QCOMPARE(entries.front().deletedBy, QStringLiteral("ann"));
        QVERIFY(entries.front().deletedAt > 0);

        const auto outcome = store::TrashRepository(*project.store)
                                 .restore(trashIds(*project.store), {samples[0]})
                                 .result()
                                 .value();
        QCOMPARE(outcome.samples, 3);
        QCOMPARE(outcome.missing, 1);
        QCOMPARE(project.keptCounters(), counters);
        QCOMPARE(project.recount(), counters);
        QCOMPARE(read.find(samples[1]).value(), before);
        QCOMPARE(read.annotations(samples[1]).value(), annotations);
        QCOMPARE(read.history(samples[1])->position, 1);
        QVERIFY(read.find(samples[0])->isMissing);
        QVERIFY(trashIds(*project.store).isEmpty());
    }

    void restoringIsUndoneAndRedone()
    {
        tests::TempProject project;
        project.addSamples(4, [&](int i) { return mixed(project, i); });
        store::BatchRepository batches(*project.store);
        QVERIFY(batches.deleteSamples(project.dataset, project.ids().mid(0, 2)).result().has_value());
        const QString less = project.keptCounters();
        QCOMPARE(restoreAll(*project.store).samples, 2);
        const QString all = project.keptCounters();
        QVERIFY(batches.undo(project.dataset).result().has_value());
        QCOMPARE(project.keptCounters(), less);
        QCOMPARE(trashIds(*project.store).size(), 2);
        QVERIFY(batches.redo(project.dataset).result().has_value());
        QCOMPARE(project.keptCounters(), all);
        QVERIFY(trashIds(*project.store).isEmpty());
        QVERIFY(batches.undo(project.dataset).result().has_value());
        // The undone step goes with the next action; what it put into the trash stays there.
        QVERIFY(batches.setHard(project.dataset, project.ids(), true).result().has_value());
        QCOMPARE(restoreAll(*project.store).samples, 2);
        QCOMPARE(project.keptCounters(), project.recount());
        QCOMPARE(store::DatasetRepository(*project.store).find(project.dataset)->counters.annotations, 6);
    }

    void labelComesBackWithAnnotationsAndSamples()
    {
        tests::TempProject project;
        project.addSamples(6, [&](int i) { return mixed(project, i); });
        const QString counters = project.keptCounters();
        store::BatchRepository batches(*project.store);
        QVERIFY(batches.deleteLabel(project.dog, store::LabelDeletion::WithExclusiveSamples).result().has_value());
        QCOMPARE(project.ids().size(), 4);
        QCOMPARE(store::LabelRepository(*project.store).list(project.dataset)->size(), size_t(1));
        const auto entries = store::TrashRepository(*project.store).list({}).value();
        QCOMPARE(entries.size(), size_t(3));
        QCOMPARE(entries.front().kind, TrashKind::Label);
        QCOMPARE(entries.back().withLabel, QStringLiteral("dog"));

        const auto outcome = restoreAll(*project.store, {TrashKind::Label, {}, 0});
        QCOMPARE(outcome.labels, 1);
        QCOMPARE(outcome.samples, 2);
        QCOMPARE(project.keptCounters(), counters);
        QCOMPARE(project.recount(), counters);
        QVERIFY(batches.undo(project.dataset).result().has_value());
        QCOMPARE(project.ids().size(), 4);
        QCOMPARE(project.keptCounters(), project.recount());
        QVERIFY(batches.redo(project.dataset).result().has_value());
        QCOMPARE(project.keptCounters(), counters);
    }

    void labelWhoseNameIsTakenGetsANumber()
    {
        tests::TempProject project;
        project.addSamples(2, [&](int i) { return mixed(project, i); });
        QVERIFY(store::BatchRepository(*project.store)
                    .deleteLabel(project.dog, store::LabelDeletion::LabelOnly)
                    .result()
                    .has_value());
        domain::Label label;
        label.datasetId = project.dataset;
        label.name = QStringLiteral("dog");
        QVERIFY(store::LabelRepository(*project.store).create(label).result().has_value());
        const auto outcome = restoreAll(*project.store);
        QCOMPARE(outcome.newNames.size(), size_t(1));
        QCOMPARE(outcome.newNames.front().before, QStringLiteral("dog"));
        QCOMPARE(outcome.newNames.front().after, QStringLiteral("dog-2"));
        QCOMPARE(project.keptCounters(), project.recount());
        const auto labels = store::LabelRepository(*project.store).list(project.dataset).value();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const domain::Label& each) {
            return each.name == QLatin1String("dog-2") && each.annotations == 2;
        }));
    }

    void sampleBringsItsLabelBack()
    {
        tests::TempProject project;
        project.addSamples(3, [&](int i) { return mixed(project, i); });
        store::BatchRepository batches(*project.store);
        const domain::SampleId sample = project.ids().at(1);
        QVERIFY(batches.deleteSamples(project.dataset, {sample}).result().has_value());
        QVERIFY(batches.deleteLabel(project.cat, store::LabelDeletion::LabelOnly).result().has_value());
        const auto outcome = restoreAll(*project.store, {TrashKind::Sample, {}, 0});
        QCOMPARE(outcome.samples, 1);
        QCOMPARE(outcome.labels, 1);
        QCOMPARE(store::SampleRepository(*project.store).annotations(sample)->size(), size_t(2));
        QCOMPARE(project.keptCounters(), project.recount());
        checkReferences(project.store->filePath());
    }

    void annotationsOfALabelThatIsGoneForGoodAreCounted()
    {
        tests::TempProject project;
        project.addSamples(3, [&](int i) { return mixed(project, i); });
        store::BatchRepository batches(*project.store);
        QVERIFY(batches.deleteSamples(project.dataset, {project.ids().at(1)}).result().has_value());
        QVERIFY(batches.deleteLabel(project.cat, store::LabelDeletion::LabelOnly).result().has_value());
        store::TrashRepository trash(*project.store);
        QCOMPARE(trash.purge(trashIds(*project.store, {TrashKind::Label, {}, 0})).result()->labels, 1);
        QVERIFY(!batches.undoable(project.dataset).has_value());
        const auto outcome = restoreAll(*project.store);
        QCOMPARE(outcome.lostAnnotations, 1);
        QCOMPARE(project.keptCounters(), project.recount());
        checkReferences(project.store->filePath());
    }

    void fileThatIsThereAgainMakesRoomOnlyWithoutWork()
    {
        tests::TempProject project;
        project.addSamples(2, [&](int i) { return mixed(project, i); });
        const QList<domain::SampleId> old = project.ids();
        QVERIFY(store::BatchRepository(*project.store).deleteSamples(project.dataset, old).result().has_value());
        project.addSamples(2); // the same names, as a sync would find them
        const QList<domain::SampleId> fresh = project.ids();
        QVERIFY(store::EditRepository(*project.store)
                    .apply(fresh[0], addBox(project, 1, project.cat), 0)
                    .result()
                    .has_value());
        const auto outcome = restoreAll(*project.store);
        QCOMPARE(outcome.samples, 1);
        QCOMPARE(outcome.refused.size(), size_t(1));
        QCOMPARE(outcome.refused.front().reason, domain::RestoreRefusal::FileThereAgain);
        QCOMPARE(outcome.refused.front().entry.name, QStringLiteral("0000.jpg"));
        QCOMPARE(project.ids(), (QList<domain::SampleId>{old[1], fresh[0]}));
        QCOMPARE(trashIds(*project.store).size(), 1);
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void datasetsAndVersionsComeBack()
    {
        tests::TempProject project;
        project.addSamples(3, [&](int i) { return mixed(project, i); });
        store::VersionRepository versions(*project.store);
        domain::Version version;
        version.datasetId = project.dataset;
        version.name = QStringLiteral("V001");
        const domain::VersionId id = versions.create(version, {}).result().value();
        QVERIFY(versions.remove(id).result().has_value());
        QVERIFY(versions.list(project.dataset)->empty());
        QCOMPARE(restoreAll(*project.store).versions, 1);
        QCOMPARE(versions.find(id)->name, QStringLiteral("V001"));

        store::DatasetRepository datasets(*project.store);
        QVERIFY(store::BatchRepository(*project.store)
                    .deleteSamples(project.dataset, {project.ids().first()})
                    .result()
                    .has_value());
        domain::Dataset other = datasets.find(project.dataset).value();
        QVERIFY(datasets.remove(project.dataset).result().has_value());
        // What is in it comes with it.
        QCOMPARE(trashIds(*project.store).size(), 1);
        QVERIFY(datasets.create(other, {}).result().has_value());
        const auto outcome = restoreAll(*project.store);
        QCOMPARE(outcome.datasets, 1);
        QCOMPARE(outcome.newNames.front().after, QStringLiteral("boxes-2"));
        QCOMPARE(datasets.find(project.dataset)->name, QStringLiteral("boxes-2"));
        QCOMPARE(trashIds(*project.store).size(), 1);
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void purgedSamplesStayInVersions()
    {
        tests::TempProject project;
        project.addSamples(4, [&](int i) { return mixed(project, i); });
        store::VersionRepository versions(*project.store);
        domain::Version version;
        version.datasetId = project.dataset;
        version.name = QStringLiteral("V001");
        const domain::VersionId id = versions.create(version, {}).result().value();
        QVERIFY(store::BatchRepository(*project.store)
                    .deleteSamples(project.dataset, project.ids().mid(0, 2))
                    .result()
                    .has_value());
        store::TrashRepository trash(*project.store);
        QCOMPARE(trash.purge(trashIds(*project.store)).result()->samples, 2);
        QVERIFY(trashIds(*project.store).isEmpty());
        // Undoing the deletion has nothing to bring back, and says nothing untrue.
        QVERIFY(store::BatchRepository(*project.store).undo(project.dataset).result().has_value());
        QCOMPARE(project.ids().size(), 2);
        QCOMPARE(project.keptCounters(), project.recount());
        QVERIFY(versions.setCurrent(id).result().has_value());
        QCOMPARE(project.ids().size(), 4);
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void purgedDatasetLeavesNothing()
    {
        tests::TempProject project;
        project.addSamples(2500, [&](int i) { return mixed(project, i); });
        domain::Version version;
        version.datasetId = project.dataset;
        version.name = QStringLiteral("V001");
        QVERIFY(store::VersionRepository(*project.store).create(version, {}).result().has_value());
        QVERIFY(store::BatchRepository(*project.store)
                    .deleteSamples(project.dataset, project.ids().mid(0, 10))
                    .result()
                    .has_value());
        QVERIFY(store::DatasetRepository(*project.store).remove(project.dataset).result().has_value());
        store::TrashRepository trash(*project.store);
        QCOMPARE(trash.purge(trashIds(*project.store)).result()->datasets, 1);
        QVERIFY(trashIds(*project.store).isEmpty());
        int parts = 0;
        while (trash.sweep().result().value() > 0) {
            ++parts;
        }
        QVERIFY(parts > 2);
        for (const char* sql :
             {"SELECT count(*) FROM dataset", "SELECT count(*) FROM sample", "SELECT count(*) FROM annotation",
              "SELECT count(*) FROM sample_label", "SELECT count(*) FROM label", "SELECT count(*) FROM version",
              "SELECT count(*) FROM version_sample", "SELECT count(*) FROM snapshot", "SELECT count(*) FROM folder",
              "SELECT count(*) FROM batch_step", "SELECT count(*) FROM batch_item", "SELECT count(*) FROM trash",
              "SELECT count(*) FROM trash_annotation", "SELECT count(*) FROM sample_event"}) {
            QVERIFY2(scalar(project.store->filePath(), sql) == 0, sql);
        }
    }

    void upgradeListsWhatWasDeletedBefore()
    {
        tests::TempProject project;
        project.addSamples(4, [&](int i) { return mixed(project, i); });
        const QString counters = project.keptCounters();
        QVERIFY(store::BatchRepository(*project.store)
                    .deleteSamples(project.dataset, project.ids().mid(0, 2))
                    .result()
                    .has_value());
        store::DatasetRepository datasets(*project.store);
        domain::Dataset other = datasets.find(project.dataset).value();
        other.name = QStringLiteral("other");
        QVERIFY(datasets.remove(datasets.create(other, {}).result().value()).result().has_value());
        const QString folder = project.store->folder();
        const QString file = project.store->filePath();
        project.store.reset();
        {
            // What the revision before this one left.
            store::Connection connection(file, store::Connection::Mode::Write);
            tests::takeBackRevision4(connection);
            connection.exec("DROP TABLE trash; DROP TABLE trash_annotation; DROP TABLE sample_event;"
                            "ALTER TABLE batch_step DROP COLUMN author_id; PRAGMA user_version = 2");
        }
        project.store = std::move(*store::Store::open(folder));
        QVERIFY(QFile::exists(file + QStringLiteral(".revision-2.bak")));
        QCOMPARE(trashIds(*project.store).size(), 3);
        const auto outcome = restoreAll(*project.store);
        QCOMPARE(outcome.samples, 2);
        QCOMPARE(outcome.datasets, 1);
        QCOMPARE(project.keptCounters(), counters);
        QCOMPARE(project.recount(), counters);
    }

    void pagesCoverEverythingOnce()
    {
        tests::TempProject project;
        project.addSamples(25);
        QVERIFY(store::BatchRepository(*project.store).deleteSamples(project.dataset, project.ids()).result().has_value());
        store::TrashRepository trash(*project.store);
        QList<domain::TrashId> seen;
        domain::TrashId last;
        for (;;) {
            const auto page = trash.list({}, last, 10).value();
            if (page.empty()) {
                break;
            }
            QVERIFY(page.size() <= 10);
            for (const domain::TrashEntry& entry : page) {
                seen.append(entry.id);
            }
            last = page.back().id;
        }
        QCOMPARE(seen, trashIds(*project.store));
        QCOMPARE(seen.size(), 25);
        QCOMPARE(trash.counts()->front().count, 25);
        QVERIFY(trashIds(*project.store, {std::nullopt, {}, 1}).isEmpty());
        QVERIFY(trashIds(*project.store, {TrashKind::Version, {}, 0}).isEmpty());
    }

    void countersStayTrueThroughRandomActions_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed : {1u, 2u, 3u, 4u, 5u, 6u}) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void countersStayTrueThroughRandomActions()
    {
        QFETCH(quint32, seed);
        tests::TempProject project;
        project.addSamples(40, [&](int i) { return mixed(project, i); });
        QRandomGenerator random(seed);
        for (int step = 0; step < 120; ++step) {
            act(project, random);
            QVERIFY2(project.keptCounters() == project.recount(),
                     qPrintable(QStringLiteral("step %1: kept %2, counted %3")
                                    .arg(step)
                                    .arg(project.keptCounters(), project.recount())));
            if (step % 10 == 0) {
                checkReferences(project.store->filePath());
            }
        }
        checkReferences(project.store->filePath());
    }

    void killedInTheMiddleLeavesAWholeState()
    {
        tests::TempProject project;
        project.addSamples(60, [&](int i) { return mixed(project, i); });
        const QString folder = project.store->folder();
        for (int round = 0; round < 25; ++round) {
            project.store.reset();
            QProcess victim;
            victim.start(QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--victim"), folder, QString::number(project.dataset.value),
                          QString::number(round + 1)});
            QVERIFY(victim.waitForStarted(60'000));
            // A few actions in, however slow the machine is just now, and then at any moment of the next one.
            QByteArray said;
            while (said.count('\n') < round && victim.waitForReadyRead(60'000)) {
                said += victim.readAllStandardOutput();
            }
            QThread::usleep(ulong(round) * 400);
            ::kill(pid_t(victim.processId()), SIGKILL);
            QVERIFY(victim.waitForFinished(60'000));
            project.store = std::move(*store::Store::open(folder));
            QCOMPARE(project.keptCounters(), project.recount());
            checkReferences(project.store->filePath());
        }
        QVERIFY2(scalar(project.store->filePath(), "SELECT count(*) FROM batch_step") +
                         scalar(project.store->filePath(), "SELECT count(*) FROM trash") >
                     0,
                 "the victims hardly got to work");
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--victim")) {
        return actForever(arguments.at(2), arguments.at(3).toLongLong(), arguments.at(4).toUInt());
    }
    TestTrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Trash.moc"
