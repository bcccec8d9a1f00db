// SPDX-License-Identifier: GPL-3.0-or-later
//! Training, job, comparison, evaluation and models in the real window, over job folders as the worker leaves them.
#include "app/scenarios/ParameterSets.h"
#include "models/items/JobListModel.h"
#include "models/store/BatchRepository.h"
#include "tests/engine/jobs/WorkerScript.h"
#include "tests/gui/support/ClassifyData.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/charts/ConfusionMatrixView.h"
#include "widgets/charts/LineChart.h"
#include "widgets/dialogs/SmartLabelDialog.h"
#include "widgets/dialogs/TrainingDialog.h"
#include "widgets/panels/JobTable.h"

#include <QComboBox>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace lw;
using namespace lw::tests;
using studio::PageKind;
using studio::Route;

namespace {

/// The state of a job folder as the worker leaves it.
struct JobData {
    QString id; ///< "name-V0001"
    QString kind = QStringLiteral("train");
    QString state = QStringLiteral("done");
    QJsonObject parameters = {};
    QJsonObject result = {};
    QString model = {};
    QString uid = {}; ///< of the dataset
};

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(bytes);
}

void writeJson(const QString& path, const QJsonObject& object)
{
    write(path, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void writeJob(const QString& project, const JobData& job)
{
    const QString folder = QStringLiteral("%1/jobs/%2").arg(project, job.id);
    const QJsonArray labels{QStringLiteral("cat"), QStringLiteral("dog"), QStringLiteral("eel")};
    const QJsonObject about{{QStringLiteral("kind"), job.kind},
                            {QStringLiteral("name"), job.id.section(u'-', 0, 0)},
                            {QStringLiteral("version"), job.id.section(u'-', 1)},
                            {QStringLiteral("type"), QStringLiteral("image_classification")},
                            {QStringLiteral("algorithm"),
                             job.kind == QLatin1String("train") ? QStringLiteral("resnet18") : QString()},
                            {QStringLiteral("model"), job.model},
                            {QStringLiteral("inputs"),
                             QJsonArray{QJsonObject{{QStringLiteral("datasetUid"), job.uid},
                                                    {QStringLiteral("datasetName"), QStringLiteral("animals")},
                                                    {QStringLiteral("versionName"), QStringLiteral("V001")}}}},
                            {QStringLiteral("labels"), labels},
                            {QStringLiteral("parameters"), job.parameters},
                            {QStringLiteral("createdAt"), qint64(1'700'000'000'000)},
                            {QStringLiteral("samples"), 60},
                            {QStringLiteral("labelled"), 50}};
    writeJson(QString(folder + QStringLiteral("/about.json")), about);
    writeJson(QString(folder + QStringLiteral("/job.json")), {{QStringLiteral("format"), 1},
                                                              {QStringLiteral("kind"), job.kind},
                                                              {QStringLiteral("about"), about}});
    QJsonObject status{{QStringLiteral("state"), job.state},
                       {QStringLiteral("started"), 1'700'000'000.0},
                       {QStringLiteral("updated"), 1'700'000'090.0},
                       {QStringLiteral("progress"), 1}};
    if (job.state == QLatin1String("failed")) {
        status.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QStringLiteral("Internal")},
                                                           {QStringLiteral("text"), QStringLiteral("Losses are NaN.")}});
    }
    write(QString(folder + QStringLiteral("/log.txt")), "2026-01-01T00:00:00Z one line\n2026-01-01T00:00:01Z needle\n");
    QByteArray metrics;
    for (int step = 1; step <= 20; ++step) {
        metrics += QStringLiteral("{\"step\":%1,\"time\":%2,\"group\":\"train\",\"values\":{\"loss\":%3}}\n")
                       .arg(step)
                       .arg(1'700'000'000 + step)
                       .arg(2.0 / step)
                       .toUtf8();
    }
    metrics += "{\"step\":20,\"time\":1700000021,\"group\":\"validation\",\"values\":{\"accuracy\":0.75}}\n"
               "{\"step\":20,\"time\":1700000022,\"group\":\"system\",\"values\":{\"cpu\":97,\"memory\":500}}\n";
    write(QString(folder + QStringLiteral("/metrics.jsonl")), metrics);
    if (!job.result.isEmpty()) {
        writeJson(QString(folder + QStringLiteral("/output/result.json")), job.result);
    }
    if (job.kind == QLatin1String("train") && job.state == QLatin1String("done")) {
        write(QString(folder + QStringLiteral("/output/model.safetensors")), "weights");
    }
    writeJson(QString(folder + QStringLiteral("/status.json")), status);
}

QJsonObject trained(double accuracy)
{
    return {{QStringLiteral("best"), QJsonObject{{QStringLiteral("accuracy"), accuracy}}},
            {QStringLiteral("net"), QStringLiteral("resnet18")},
            {QStringLiteral("width"), 128},
            {QStringLiteral("height"), 128}};
}

/// Three labels; "cat" is often taken for "dog", by samples `first` and `second`.
QJsonObject evaluated(domain::SampleId first, domain::SampleId second)
{
    const QByteArray matrix = R"({"counts":[[12,8,0],[1,19,0],[0,0,20]],"accuracy":0.85,"macroF1":0.84,"classes":[
        {"true":20,"said":13,"right":12,"precision":0.92,"recall":0.6,"f1":0.73},
        {"true":20,"said":27,"right":19,"precision":0.70,"recall":0.95,"f1":0.81},
        {"true":20,"said":20,"right":20,"precision":1,"recall":1,"f1":1}]})";
    const auto sample = [](domain::SampleId id, double score) {
        return QJsonObject{{QStringLiteral("id"), id.value},
                           {QStringLiteral("score"), score},
                           {QStringLiteral("reasons"), QJsonArray{QStringLiteral("wrong")}},
                           {QStringLiteral("true"), 0},
                           {QStringLiteral("said"), 1}};
    };
    return {{QStringLiteral("matrix"), QJsonDocument::fromJson(matrix).object()},
            {QStringLiteral("samples"), QJsonArray{sample(first, 0.3), sample(second, 0.02)}}};
}

QString textOf(QWidget* widget)
{
    const auto* label = qobject_cast<QLabel*>(widget);
    return label ? label->text() : QString();
}

} // namespace

class tst_TrainingPages : public QObject {
    Q_OBJECT

private:
    static QString projectOf(GuiFixture& gui) { return gui.context().project()->folder(); }

    static void openJobs(GuiFixture& gui, int count)
    {
        gui.window().navigate(Route{.page = PageKind::Training});
        gui.context().project()->jobWatch().refresh();
        QTRY_COMPARE(gui.find<panels::JobTable>("jobTable")->model()->rowCount(), count);
    }

private Q_SLOTS:
    void cleanup()
    {
        common::setMessageResponder({});
        common::setFileResponder({});
        qunsetenv("LABELWRIGHT_ENGINE");
    }

    void anEmptyListSaysWhatToDo()
    {
        GuiFixture gui;
        const ClassifyData data(gui, 3);
        gui.trigger("nav.training");
        QVERIFY(gui.isOn(PageKind::Training));
        auto* first = gui.find<QWidget>("firstTrainingButton");
        QVERIFY(first);
        QTRY_VERIFY(first->isVisible());
        gui.trigger("nav.models");
        QVERIFY(gui.isOn(PageKind::Models));
        QTRY_VERIFY(gui.find<QWidget>("firstImport")->isVisible());
    }

    void listsFiltersAndDeletesJobs()
    {
        GuiFixture gui;
        const ClassifyData data(gui, 3);
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0001"), .result = trained(0.75)});
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0002"), .state = QStringLiteral("failed")});
        writeJob(projectOf(gui), {.id = QStringLiteral("try-V0001"), .state = QStringLiteral("stopped")});
        openJobs(gui, 3);
        auto* table = gui.find<panels::JobTable>("jobTable");
        auto* states = gui.find<QComboBox>("jobStateFilter");
        states->setCurrentIndex(states->findData(int(domain::EngineJobState::Failed)));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("cats V0002"));
        states->setCurrentIndex(states->findData(int(domain::EngineJobState::Running)));
        QTRY_VERIFY(gui.find<QWidget>("showAllJobs")->isVisible());
        gui.click("showAllJobs");
        QCOMPARE(table->model()->rowCount(), 3);

        table->select({QStringLiteral("cats-V0002")});
        QVERIFY(gui.find<QAbstractButton>("resumeJob")->isEnabled());
        QVERIFY(!gui.find<QAbstractButton>("stopJob")->isEnabled());
        QVERIFY(!gui.find<QAbstractButton>("compareJobs")->isEnabled());
        auto answer = common::Choice::Reject;
        common::setMessageResponder([&](const common::Message&) { return answer; });
        gui.click("deleteJob");
        QVERIFY(QFileInfo::exists(QString(projectOf(gui) + QStringLiteral("/jobs/cats-V0002"))));
        answer = common::Choice::Accept;
        gui.click("deleteJob");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(!QFileInfo::exists(QString(projectOf(gui) + QStringLiteral("/jobs/cats-V0002"))));
    }

    void aJobShowsCurvesLogAndWhyItFailed()
    {
        GuiFixture gui;
        const ClassifyData data(gui, 3);
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0001"), .state = QStringLiteral("failed")});
        openJobs(gui, 1);
        auto* table = gui.find<panels::JobTable>("jobTable");
        table->select({QStringLiteral("cats-V0001")});
        gui.click("openJob");
        QTRY_VERIFY(gui.isOn(PageKind::Job));
        QTRY_VERIFY(gui.find<QPlainTextEdit>("logText")->toPlainText().contains(QStringLiteral("needle")));
        auto* loss = gui.find<charts::LineChart>("lossChart");
        QTRY_COMPARE(loss->series().size(), size_t(1));
        QCOMPARE(loss->series().front().points.size(), 20);
        QCOMPARE(gui.find<charts::LineChart>("qualityChart")->series().front().points, (QList<QPointF>{{20, 0.75}}));
        QCOMPARE(gui.find<charts::LineChart>("processorChart")->series().size(), size_t(1));
        QCOMPARE(gui.find<charts::LineChart>("memoryChart")->series().size(), size_t(1));
        auto* error = gui.find<QWidget>("jobError");
        QVERIFY(error->isVisible());
        QVERIFY2(textOf(error).contains(QStringLiteral("NaN")), qPrintable(textOf(error)));
        QVERIFY(gui.find<QWidget>("resumeJob")->isVisible());
        QVERIFY(!gui.find<QWidget>("openModel")->isVisible());
        // A new line of the log is read on, not anew.
        QFile log(QString(projectOf(gui) + QStringLiteral("/jobs/cats-V0001/log.txt")));
        QVERIFY(log.open(QIODevice::Append));
        log.write("2026-01-01T00:00:02Z later\n");
        log.close();
        gui.window().navigate(Route{.page = PageKind::Training});
        gui.window().navigate(Route{.page = PageKind::Job, .anchor = QStringLiteral("cats-V0001")});
        QTRY_VERIFY(gui.find<QPlainTextEdit>("logText")->toPlainText().endsWith(QStringLiteral("later")));
        QCOMPARE(gui.find<QPlainTextEdit>("logText")->toPlainText().count(QStringLiteral("needle")), 1);
    }

    void comparesJobsAndMarksWhatDiffers()
    {
        GuiFixture gui;
        const ClassifyData data(gui, 3);
        const QString rate = QStringLiteral("rate");
        const QString batch = QStringLiteral("batch");
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0001"),
                                  .parameters = {{rate, 0.01}, {batch, 32}},
                                  .result = trained(0.75)});
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0002"),
                                  .parameters = {{rate, 0.02}, {batch, 32}},
                                  .result = trained(0.80)});
        openJobs(gui, 2);
        gui.find<panels::JobTable>("jobTable")->selectAll();
        gui.click("compareJobs");
        QTRY_VERIFY(gui.isOn(PageKind::CompareJobs));
        auto* table = gui.find<QTableWidget>("compareTable");
        QTRY_COMPARE(table->columnCount(), 3);
        const auto rowOf = [table](const QString& title) {
            for (int row = 0; row < table->rowCount(); ++row) {
                if (table->item(row, 0)->text() == title) {
                    return row;
                }
            }
            return -1;
        };
        const QString batchSize = QStringLiteral("Batch size");
        QVERIFY(rowOf(batchSize) >= 0);
        const int learning = rowOf(QStringLiteral("Learning rate"));
        QVERIFY(learning >= 0);
        QVERIFY(table->item(learning, 1)->data(Qt::UserRole + 1).toBool());
        QVERIFY(!table->item(rowOf(batchSize), 1)->data(Qt::UserRole + 1).toBool());
        QVERIFY(rowOf(QStringLiteral("Accuracy")) >= 0);
        gui.find<QAbstractButton>("onlyDifferences")->click();
        QCOMPARE(rowOf(batchSize), -1);
        QVERIFY(rowOf(QStringLiteral("Learning rate")) >= 0);
        auto* chart = gui.find<charts::LineChart>("compareChart");
        QTRY_COMPARE(chart->series().size(), size_t(2));
        QCOMPARE(gui.find<QComboBox>("compareCurve")->currentData().toString(), QStringLiteral("validation/accuracy"));
    }

    void anEvaluationLeadsToTheWrongSamples()
    {
        GuiFixture gui;
        ClassifyData data(gui, 6);
        data.openGallery();
        const domain::SampleId mild = data.list().idAt(1);
        const domain::SampleId worst = data.list().idAt(4);
        const auto value = [&data](int row) { return data.list().idAt(row).value; };
        QJsonObject result = evaluated(mild, worst);
        result.insert(QStringLiteral("cells"),
                      QJsonArray{QJsonArray{0, 1, QJsonArray{value(1), value(4), value(5)}},
                                 QJsonArray{2, 2, QJsonArray{value(0)}}});
        const QString uid = store::DatasetRepository(gui.store()).find(data.dataset)->uid;
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0001"),
                                  .kind = QStringLiteral("evaluate"),
                                  .result = result,
                                  .model = QStringLiteral("cats-V0001"),
                                  .uid = uid});
        openJobs(gui, 1);
        gui.find<panels::JobTable>("jobTable")->select({QStringLiteral("cats-V0001")});
        gui.click("openJob");
        QTRY_VERIFY(gui.isOn(PageKind::Job));
        gui.click("openResult");
        QTRY_VERIFY(gui.isOn(PageKind::Evaluation));
        QTRY_VERIFY(gui.find<QWidget>("numberAccuracy"));
        QCOMPARE(gui.find<QWidget>("numberAccuracy")->accessibleName(), QStringLiteral("Accuracy: 85.0%"));
        auto* scores = gui.find<QTreeWidget>("labelScores");
        QCOMPARE(scores->topLevelItemCount(), 3);
        QCOMPARE(scores->topLevelItem(0)->text(0), QStringLiteral("cat")); // the weakest first
        QVERIFY(gui.find<QWidget>("adviceShowWorst"));
        auto* thumbnails = gui.find<QListWidget>("worstSamples");
        QTRY_COMPARE(thumbnails->count(), 2);
        QCOMPARE(thumbnails->item(0)->text(), QStringLiteral("cat → dog"));

        // A cell of the matrix leads to all its samples in the gallery, right ones too; the filter can be removed.
        auto* matrix = gui.find<charts::ConfusionMatrixView>("confusionMatrix");
        QCOMPARE(matrix->at(0, 1), 8);
        Q_EMIT matrix->cellActivated(0, 1);
        QTRY_VERIFY(gui.isOn(PageKind::Samples));
        QTRY_COMPARE(data.list().rowCount(), 3);
        gui.trigger("samples.clearFilters");
        QTRY_COMPARE(data.list().rowCount(), 6);
        gui.window().navigate(Route{.page = PageKind::Evaluation, .anchor = QStringLiteral("cats-V0001")});
        QTRY_COMPARE(thumbnails->count(), 2);
        Q_EMIT matrix->cellActivated(2, 2);
        QTRY_VERIFY(gui.isOn(PageKind::Samples));
        QTRY_COMPARE(data.list().rowCount(), 1);

        gui.window().navigate(Route{.page = PageKind::Evaluation, .anchor = QStringLiteral("cats-V0001")});
        QTRY_COMPARE(thumbnails->count(), 2);
        Q_EMIT thumbnails->itemActivated(thumbnails->item(0));
        QTRY_VERIFY(gui.isOn(PageKind::Canvas));
        QCOMPARE(gui.window().route().sample, worst);
    }

    void modelsOfTrainingsAppearAndCanBeDeleted()
    {
        GuiFixture gui;
        const ClassifyData data(gui, 3);
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0001"), .result = trained(0.75)});
        openJobs(gui, 1);
        gui.window().navigate(Route{.page = PageKind::Models, .anchor = QStringLiteral("cats-V0001")});
        auto* table = gui.find<QTreeView>("modelTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(textOf(gui.find<QWidget>("modelName")), QStringLiteral("cats V0001"));
        QVERIFY(gui.find<QAbstractButton>("tryModel")->isEnabled());
        const QString copy = gui.path(QStringLiteral("copy.safetensors"));
        common::setFileResponder([&](const common::FileQuestion&) { return QStringList{copy}; });
        gui.click("exportModel");
        QTRY_VERIFY(QFileInfo::exists(copy));
        common::setMessageResponder([](const common::Message&) { return common::Choice::Accept; });
        gui.click("deleteModel");
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTRY_VERIFY(gui.find<QWidget>("firstImport")->isVisible());
    }

    void aModelIsUsedForSmartLabelling()
    {
        GuiFixture gui;
        const ClassifyData data(gui, 3);
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0001"), .result = trained(0.75)});
        writeJob(projectOf(gui), {.id = QStringLiteral("cats-V0002"), .result = trained(0.80)});
        openJobs(gui, 2);
        gui.window().navigate(Route{.page = PageKind::Models, .anchor = QStringLiteral("cats-V0001")});
        QTRY_COMPARE(textOf(gui.find<QWidget>("modelName")), QStringLiteral("cats V0001"));
        const QString id = [&] {
            const auto* table = gui.find<QTreeView>("modelTable");
            return table->currentIndex().isValid() ? QStringLiteral("cats-V0001") : QString();
        }();
        gui.click("smartLabelWith");
        QTRY_VERIFY(gui.isOn(PageKind::Samples));
        auto* dialog = qobject_cast<dialogs::SmartLabelDialog*>(gui.dialog("smartLabelDialog"));
        QVERIFY(dialog);
        QCOMPARE(dialog->choice().mode, dialogs::LearnMode::Model);
        QCOMPARE(dialog->choice().model, id);
        dialog->reject();
        // Coming back does not ask again.
        QVERIFY(gui.window().route().anchor.isEmpty());
    }

    void theFormTellsWhatIsMissingAndKeepsParameters()
    {
        GuiFixture gui;
        const ClassifyData data(gui, 3);
        gui.window().navigate(Route{.page = PageKind::Overview, .dataset = data.dataset});
        gui.click("trainButton");
        auto* dialog = qobject_cast<dialogs::TrainingDialog*>(gui.dialog("trainingDialog"));
        QVERIFY(dialog);
        QCOMPARE(dialog->choice().inputs.value(0).dataset, data.dataset);
        QCOMPARE(dialog->choice().name, QStringLiteral("animals"));
        auto* problems = dialog->findChild<QLabel*>(QStringLiteral("trainingProblems"));
        QTRY_VERIFY(problems->isVisible() && !problems->text().isEmpty());
        QVERIFY(!dialog->findChild<QAbstractButton*>(QStringLiteral("accept"))->isEnabled());

        auto* seconds = dialog->findChild<QSpinBox*>(QStringLiteral("parameter_seconds"));
        QVERIFY(seconds);
        seconds->setValue(77);
        Q_EMIT dialog->saveSetRequested({QStringLiteral("quick"), {}, dialog->choice().algorithm,
                                         dialog->choice().parameters, 0});
        auto* sets = dialog->findChild<QComboBox*>(QStringLiteral("parameterSet"));
        QTRY_COMPARE(sets->count(), 2);
        QCOMPARE(scenarios::parameterSets(projectOf(gui)).size(), size_t(1));
        // Its description can be changed, its values stay.
        sets->setCurrentIndex(1);
        Q_EMIT sets->activated(1);
        auto* menu = dialog->findChild<QToolButton*>(QStringLiteral("parameterSetMenu"))->menu();
        Q_EMIT menu->aboutToShow();
        auto* describe = menu->findChild<QAction*>(QStringLiteral("describeSet"));
        QVERIFY(describe && describe->isEnabled());
        describe->trigger();
        auto* words = dialog->findChild<QInputDialog*>(QStringLiteral("setDescriptionDialog"));
        QVERIFY(words);
        words->setTextValue(QStringLiteral("for a first look"));
        words->accept();
        QTRY_COMPARE(scenarios::parameterSets(projectOf(gui)).front().description, QStringLiteral("for a first look"));
        QCOMPARE(scenarios::parameterSets(projectOf(gui)).front().values.value(QLatin1String("seconds")).toInt(), 77);
        seconds->setValue(99);
        sets->setCurrentIndex(1);
        Q_EMIT sets->activated(1);
        QCOMPARE(seconds->value(), 77);
        auto answer = common::Choice::Reject;
        common::setMessageResponder([&](const common::Message&) { return answer; });
        Q_EMIT dialog->deleteSetRequested(QStringLiteral("quick"));
        QCOMPARE(scenarios::parameterSets(projectOf(gui)).size(), size_t(1));
        answer = common::Choice::Accept;
        Q_EMIT dialog->deleteSetRequested(QStringLiteral("quick"));
        QTRY_COMPARE(sets->count(), 1);
        dialog->reject();
    }

    void trainsForRealAndLeavesAModel()
    {
        LW_REQUIRE_WORKER(worker);
        qputenv("LABELWRIGHT_ENGINE", worker.toUtf8());
        GuiFixture gui;
        ClassifyData data(gui, 24);
        data.openGallery();
        for (int i = 0; i < 24; ++i) {
            domain::Labelling labelling;
            labelling.label = data.labels.at(i % 2);
            auto labelled =
                store::BatchRepository(gui.store()).setLabel(data.dataset, {data.list().idAt(i)}, labelling);
            QTRY_VERIFY(labelled.isFinished());
            QVERIFY(labelled.result());
        }
        gui.window().navigate(Route{.page = PageKind::Overview, .dataset = data.dataset});
        gui.click("trainButton");
        QDialog* dialog = gui.dialog("trainingDialog");
        dialog->findChild<QSpinBox*>(QStringLiteral("parameter_seconds"))->setValue(5);
        dialog->findChild<QSpinBox*>(QStringLiteral("parameter_batch"))->setValue(4);
        dialog->findChild<QSpinBox*>(QStringLiteral("parameter_side"))->setValue(32);
        dialog->findChild<QSpinBox*>(QStringLiteral("parameter_threads"))->setValue(1);
        GuiFixture::accept(dialog); // waits for the estimate, which enables the button
        QTRY_VERIFY(gui.isOn(PageKind::Job));
        const QString id = gui.window().route().anchor;
        const jobs::JobWatch& watch = gui.context().project()->jobWatch();
        QTRY_VERIFY_WITH_TIMEOUT(watch.find(id) && watch.find(id)->isOver(), 10 * kPatienceMs);
        QVERIFY2(watch.find(id)->state == domain::EngineJobState::Succeeded, qPrintable(watch.find(id)->error));
        QTRY_VERIFY(!gui.find<charts::LineChart>("lossChart")->series().empty());
        QTRY_VERIFY(gui.find<QWidget>("openModel")->isVisible());
        gui.click("openModel");
        QTRY_VERIFY(gui.isOn(PageKind::Models));
        QTRY_COMPARE(gui.find<QTreeView>("modelTable")->model()->rowCount(), 1);
    }
};

QTEST_MAIN(tst_TrainingPages)
#include "tst_TrainingPages.moc"
