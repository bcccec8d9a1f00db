// SPDX-License-Identifier: GPL-3.0-or-later
//! Smart labelling with the real worker: conditions, a run, proposals, refits; and what people do meanwhile.
#include "app/scenarios/EngineJobs.h"
#include "app/scenarios/RefitProposals.h"
#include "app/scenarios/SmartLabel.h"
#include "app/scenarios/SmartVerdict.h"
#include "engine/jobs/JobFolders.h"
#include "engine/jobs/LocalLauncher.h"
#include "engine/jobs/WorkerSession.h"
#include "models/store/BatchRepository.h"
#include "models/store/ProposalRepository.h"
#include "models/store/TaskRepository.h"
#include "tests/app/scenarios/DrawnThings.h"
#include "tests/engine/jobs/WorkerScript.h"

#include <QtTest>

#include <signal.h>

using namespace lw;
using domain::SampleState;
using scenarios::SmartCondition;

namespace {

constexpr int kPictures = 24;

struct Project : tests::DrawnThings {
    explicit Project(int pictures = kPictures) : DrawnThings(pictures) {}

    [[nodiscard]] scenarios::SmartLabelRequest request() const
    {
        scenarios::SmartLabelRequest request;
        request.dataset = dataset.id;
        request.threads = 1;
        return request;
    }
    [[nodiscard]] QList<SmartCondition> unmet(const scenarios::SmartLabelRequest& wanted) const
    {
        QList<SmartCondition> list;
        const auto check = scenarios::checkSmartLabel(*store, wanted);
        for (const auto& condition : check->unmet) {
            list.append(condition.condition);
        }
        return list;
    }
    /// A run to its end.
    [[nodiscard]] core::Result<domain::EngineJob> finished() const
    {
        const auto job = scenarios::startSmartLabel(*store, request());
        return job ? scenarios::awaitJob(store->folder(), job->id, {}) : job;
    }
};

} // namespace

class TestSmartLabel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("LABELWRIGHT_ENGINE", tests::realWorker().toUtf8()); }
    void cleanup() { qunsetenv("LABELWRIGHT_ENGINE"); }

    void everyUnmetConditionIsTold()
    {
        qputenv("LABELWRIGHT_ENGINE", "/nowhere/labelwright-engine");
        Project project(4);
        using enum SmartCondition;
        QCOMPARE(project.unmet(project.request()), (QList<SmartCondition>{TooFewLabels, EngineMissing}));
        project.label(4);
        QCOMPARE(project.unmet(project.request()),
                 (QList<SmartCondition>{TooFewSamples, TooFewSamples, NothingOpen, EngineMissing}));
        scenarios::SmartLabelRequest byModel = project.request();
        byModel.mode = scenarios::SmartMode::Model;
        byModel.model = QStringLiteral("nothing");
        QCOMPARE(project.unmet(byModel), (QList<SmartCondition>{NothingOpen, ModelMissing, EngineMissing}));
        const auto refused = scenarios::startSmartLabel(*project.store, project.request());
        QCOMPARE(refused.error().code, core::ErrorCode::InvalidArgument);
        QVERIFY(refused.error().detail.contains(QStringLiteral("box")));
        QVERIFY(worker::JobFolders(project.store->folder()).list().empty());
    }

    void aRunProposesWhatIsOpenAndIsTakenBackInOneStep()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        project.label(12);
        const auto job = project.finished();
        QVERIFY2(job, qPrintable(job ? QString() : job.error().detail));
        QCOMPARE(job->state, domain::EngineJobState::Succeeded);
        QVERIFY(scenarios::needsApplying(*project.store, *job));
        const auto outcome = scenarios::applySmartLabel(*project.store, *job, {});
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
        QCOMPARE(outcome->run.proposed, kPictures - 12);
        for (int i = 12; i < kPictures; ++i) {
            QCOMPARE(project.row(i).state, SampleState::ToConfirm);
            QCOMPARE(project.labelOf(i), i % 2 == 0 ? project.box : project.disc);
            QVERIFY(project.row(i).hardCoefficient.has_value());
        }
        QVERIFY(project.reload(project.dataset).counters.hard > 0);
        // Whoever comes second writes nothing.
        QVERIFY(!scenarios::needsApplying(*project.store, *job));
        QVERIFY(scenarios::applySmartLabel(*project.store, *job, {})->wasApplied);
        const auto runs = scenarios::smartLabelRuns(*project.store, project.dataset.id);
        QCOMPARE(runs->size(), size_t(1));
        QCOMPARE(runs->front().metric, QStringLiteral("accuracy"));
        QVERIFY(*runs->front().quality > 0.8);
        QCOMPARE(runs->front().labelled, 12);
        const auto tasks = store::TaskRepository(*project.store).list(project.dataset.id);
        QCOMPARE(tasks->front().kind, domain::TaskKind::SmartLabel);
        QCOMPARE(tasks->front().state, domain::TaskState::Done);
        QCOMPARE(tasks->front().samples, kPictures - 12);
        QVERIFY(store::BatchRepository(*project.store).undo(project.dataset.id).result());
        QCOMPARE(project.row(20).state, SampleState::Unlabelled);
        QCOMPARE(project.row(2).state, SampleState::Labelled);
        QCOMPARE(project.reload(project.dataset).counters.toConfirm, 0);
    }

    void whatPeopleDoMeanwhileWins()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        project.label(12);
        const auto job = project.finished();
        QVERIFY(job);
        const auto ids = project.ids(project.dataset);
        project.set({ids.at(13)}, project.box); // a disc, but a person says so
        QVERIFY(store::BatchRepository(*project.store).deleteSamples(project.dataset.id, {ids.at(14)}).result());
        QVERIFY(store::BatchRepository(*project.store).renameLabel(project.disc, QStringLiteral("plate")).result());
        const auto outcome = scenarios::applySmartLabel(*project.store, *job, {});
        QCOMPARE(outcome->run.proposed, kPictures - 14);
        QCOMPARE(outcome->run.skipped, 2);
        QCOMPARE(store::SampleRepository(*project.store).find(ids.at(13))->state, SampleState::Labelled);
        QCOMPARE(store::SampleRepository(*project.store).annotations(ids.at(13))->front().labelId, project.box);
        QCOMPARE(store::SampleRepository(*project.store).annotations(ids.at(15))->front().labelId, project.disc);
    }

    void aCutOffApplyingGoesOn()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        project.label(12);
        const auto job = project.finished();
        QVERIFY(job);
        // What a killed program leaves: the run is entered, some lines are written.
        domain::SmartRun run;
        run.jobId = job->id;
        run.dataset = project.dataset.id;
        const QString author = domain::modelAuthor(job->id);
        store::ProposalRepository proposals(*project.store);
        QVERIFY(proposals.begin(run, author).result());
        QVERIFY(proposals.write(job->id, author, 0, 5, {}).result());
        QVERIFY(scenarios::needsApplying(*project.store, *job));
        const auto outcome = scenarios::applySmartLabel(*project.store, *job, {});
        QCOMPARE(outcome->run.readLines, kPictures - 12);
        QCOMPARE(outcome->run.proposed, kPictures - 12 - 5);
        QCOMPARE(project.row(12).state, SampleState::Unlabelled);
        QCOMPARE(project.row(kPictures - 1).state, SampleState::ToConfirm);
    }

    void confirmationsAboveAThresholdAreOneStep()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        project.label(12);
        const auto job = project.finished();
        QVERIFY(job && scenarios::applySmartLabel(*project.store, *job, {}));
        const auto all = scenarios::samplesAbove(*project.store, project.dataset.id, 0);
        QCOMPARE(all->size(), kPictures - 12);
        double most = 0;
        for (int i = 12; i < kPictures; ++i) {
            most = std::max(most, *project.row(i).minConfidence);
        }
        QCOMPARE(scenarios::confirmAbove(*project.store, project.dataset.id, most, {}).value(), 1);
        QCOMPARE(scenarios::confirmAbove(*project.store, project.dataset.id, 0, {}).value(), kPictures - 13);
        QCOMPARE(project.reload(project.dataset).counters.labelled, kPictures);
        QVERIFY(store::BatchRepository(*project.store).undo(project.dataset.id).result());
        QCOMPARE(project.reload(project.dataset).counters.toConfirm, kPictures - 13);
    }

    void refusedProposalsDoNotComeBackAtOnce()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        project.label(12);
        const auto job = project.finished();
        QVERIFY(job && scenarios::applySmartLabel(*project.store, *job, {}));
        const auto sample = project.ids(project.dataset).at(20);
        QVERIFY(store::ProposalRepository(*project.store).reject(project.dataset.id, {sample}).result());
        const auto second = project.finished();
        QVERIFY(second && scenarios::applySmartLabel(*project.store, *second, {}));
        QCOMPARE(project.labelOf(20), project.disc);
        QCOMPARE(project.labelOf(22), project.box);
    }

    void confirmationsTeachTheRest()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        // Labels the wrong way round: everything is proposed wrongly, until people say what is what.
        const auto ids = project.ids(project.dataset);
        for (int i = 0; i < 10; ++i) {
            project.set({ids.at(i)}, i % 2 == 0 ? project.disc : project.box);
        }
        const auto job = project.finished();
        QVERIFY(job && scenarios::applySmartLabel(*project.store, *job, {}));
        QCOMPARE(project.labelOf(20), project.disc);
        project.label(16);
        const auto session = worker::WorkerSession::start(program, 1);
        QVERIFY(session);
        const scenarios::EngineLens engine{
            scenarios::chosenLens(*project.store, project.dataset).value(),
            [&](const QString& op, const QJsonObject& body, const core::Control& control) {
                return (*session)->ask(op, body, control);
            }};
        scenarios::RefitRequest request;
        request.dataset = project.dataset.id;
        request.keep = {ids.at(23)};
        request.next = 3;
        request.estimatesAccuracy = true;
        const auto outcome = scenarios::refitProposals(*project.store, request, engine, {});
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
        QCOMPARE(outcome->labelled, 16);
        QVERIFY(*outcome->accuracy > 0.8);
        QCOMPARE(outcome->next.size(), 3);
        for (int i = 16; i < 23; ++i) {
            QCOMPARE(project.labelOf(i), i % 2 == 0 ? project.box : project.disc);
            QCOMPARE(project.row(i).state, SampleState::ToConfirm);
        }
        QCOMPARE(project.labelOf(23), project.box); // somebody looks at it: it stays
        QCOMPARE(project.labelOf(3), project.disc); // and people's labels always do
        request.keep.clear();
        QCOMPARE(scenarios::refitProposals(*project.store, request, engine, {})->changed, 1);
        QCOMPARE(scenarios::refitProposals(*project.store, request, engine, {})->changed, 0);
    }

    void aKilledJobGoesOn()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        project.label(12);
        const auto job = scenarios::startSmartLabel(*project.store, project.request());
        QVERIFY(job);
        // Another run must wait, however far this one is.
        const worker::JobFolders folders(project.store->folder());
        QTRY_VERIFY(folders.read(job->id)->pid > 0 || folders.read(job->id)->isOver());
        const auto now = folders.read(job->id);
        if (!now->isOver()) {
            QVERIFY(project.unmet(project.request()).contains(SmartCondition::AnotherRun));
            ::kill(pid_t(now->pid), SIGKILL);
        }
        QTRY_VERIFY(folders.read(job->id)->isOver());
        const auto killed = folders.read(job->id);
        if (killed->state != domain::EngineJobState::Succeeded) {
            QCOMPARE(killed->state, domain::EngineJobState::Failed);
            QCOMPARE(scenarios::applySmartLabel(*project.store, *killed, {}).error().code,
                     core::ErrorCode::InvalidArgument);
            QVERIFY(worker::startJob(*killed));
        }
        const auto done = scenarios::awaitJob(project.store->folder(), job->id, {});
        QCOMPARE(done->state, domain::EngineJobState::Succeeded);
        QCOMPARE(scenarios::applySmartLabel(*project.store, *done, {})->run.proposed, kPictures - 12);
    }

    void aModelThatFindsNothingSaysSoAndChangesNothing()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        project.label(12);
        const auto first = project.finished();
        QVERIFY(first && scenarios::applySmartLabel(*project.store, *first, {}));
        const auto second = project.finished();
        QVERIFY(second);
        // What a detector writes that has learnt too little: no object anywhere, some pictures called hard.
        QByteArray lines;
        for (int i = 12; i < kPictures; ++i) {
            lines += "{\"id\":" + QByteArray::number(project.row(i).id.value) +
                     ",\"objects\":[],\"confidence\":0,\"hardness\":0.9,\"isHard\":true,\"reasons\":[0]}\n";
        }
        tests::writeFile(second->folder + QStringLiteral("/output/proposals.jsonl"), lines);
        const qint64 hard = project.reload(project.dataset).counters.hard;
        const auto outcome = scenarios::applySmartLabel(*project.store, *second, {});
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
        QCOMPARE(outcome->run.proposed, 0);
        QCOMPARE(scenarios::smartVerdict(outcome->run.about), scenarios::SmartVerdict::FoundNothing);
        QVERIFY(scenarios::smartRunText(0, outcome->run.about).contains(QString::number(kPictures - 12)));
        QCOMPARE(scenarios::smartAdvice(outcome->run.about).size(), 3); // label more, precise, a network
        // Earlier proposals are worth more than nothing.
        QCOMPARE(project.reload(project.dataset).counters.toConfirm, kPictures - 12);
        QCOMPARE(project.reload(project.dataset).counters.hard, hard);
        QVERIFY(scenarios::applySmartLabel(*project.store, *second, {})->wasApplied);
        const auto tasks = store::TaskRepository(*project.store).list(project.dataset.id);
        QCOMPARE(tasks->front().samples, 0);
    }

    void aPoorModelIsJudgedByWhatItMeasured()
    {
        using enum scenarios::SmartVerdict;
        QJsonObject about{{QStringLiteral("mode"), QStringLiteral("precise")}, {QStringLiteral("labelled"), 20}};
        QCOMPARE(scenarios::smartVerdict(about), Fine);
        QVERIFY(scenarios::smartAdvice(about).isEmpty());
        about.insert(QStringLiteral("metric"), QStringLiteral("map50"));
        about.insert(QStringLiteral("quality"), 0.4);
        QCOMPARE(scenarios::smartVerdict(about), Fine);
        about.insert(QStringLiteral("quality"), 0.2);
        QCOMPARE(scenarios::smartVerdict(about), LearntLittle);
        QVERIFY(scenarios::smartVerdictText(about).contains(QStringLiteral("20%")));
        QCOMPARE(scenarios::smartAdvice(about).size(), 2); // precise it was already
        about.insert(QStringLiteral("modelName"), QStringLiteral("resnet18"));
        QCOMPARE(scenarios::smartAdvice(about).size(), 1);
        about.insert(QStringLiteral("metric"), QStringLiteral("accuracy"));
        about.insert(QStringLiteral("quality"), 0.6);
        QCOMPARE(scenarios::smartVerdict(about), Fine);
        about = {{QStringLiteral("mode"), QStringLiteral("model")}, {scenarios::kFoundNothing, true}};
        QCOMPARE(scenarios::smartAdvice(about).size(), 1);
    }

    void typicalPicturesComeFirstThenTheLeastCertain()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        const auto session = worker::WorkerSession::start(program, 1);
        QVERIFY(session);
        const scenarios::EngineLens engine{
            scenarios::chosenLens(*project.store, project.dataset).value(),
            [&](const QString& op, const QJsonObject& body, const core::Control& control) {
                return (*session)->ask(op, body, control);
            }};
        const auto ids = project.ids(project.dataset);
        const auto ask = [&](int count) {
            return scenarios::nextSamples(*project.store, project.dataset.id, count, engine, {});
        };
        QCOMPARE(ask(0).error().code, core::ErrorCode::InvalidArgument);
        const auto first = ask(2);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
        QVERIFY(first->isFirstRound);
        QCOMPARE(first->next.size(), 2);
        // One of each kind: boxes are even, discs are odd.
        QVERIFY(ids.indexOf(first->next[0]) % 2 != ids.indexOf(first->next[1]) % 2);
        project.label(12);
        const auto second = ask(4);
        QVERIFY(second && !second->isFirstRound);
        QCOMPARE(second->next.size(), 4);
        for (const domain::SampleId id : second->next) {
            QVERIFY(ids.indexOf(id) >= 12);
        }
        QCOMPARE(ask(50)->next.size(), kPictures - 12);
        project.label(kPictures);
        QVERIFY(ask(4)->next.isEmpty());
    }

    void damagedPicturesAndProposalsAreListed()
    {
        LW_REQUIRE_WORKER(program);
        Project project;
        project.label(12);
        tests::writeFile(project.dataset.inputLocation + QStringLiteral("/17.png"), "no picture");
        const auto job = project.finished();
        QVERIFY(job);
        QFile proposals(job->folder + QStringLiteral("/output/proposals.jsonl"));
        QVERIFY(proposals.open(QIODevice::Append));
        proposals.write("{\"id\":99999,\"label\":0}\nnot json\n{\"id\":1,\"label\":7}\n");
        proposals.close();
        const auto outcome = scenarios::applySmartLabel(*project.store, *job, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->problems.count(), 1);
        QVERIFY(outcome->problems.kept().front().file.endsWith(QStringLiteral("17.png")));
        QCOMPARE(outcome->run.proposed, kPictures - 13);
        QCOMPARE(project.row(17).state, SampleState::Unlabelled);
        QCOMPARE(store::TaskRepository(*project.store).list(project.dataset.id)->front().state,
                 domain::TaskState::DoneWithProblems);
    }
};

QTEST_MAIN(TestSmartLabel)
#include "tst_SmartLabel.moc"
