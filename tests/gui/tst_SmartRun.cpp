// SPDX-License-Identifier: GPL-3.0-or-later
//! A run of smart labelling by the real engine in the real window: people go on working, stop it, lose it, find it again.
#include "app/studio/smart/SmartRunBar.h"
#include "engine/jobs/JobFolders.h"
#include "models/domain/SmartRun.h"
#include "models/store/BulkWriter.h"
#include "models/store/EditRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/ProposalRepository.h"
#include "models/store/SampleRepository.h"
#include "models/store/TaskRepository.h"
#include "tests/engine/jobs/WorkerScript.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/dialogs/SmartLabelDialog.h"

#include <QRadioButton>
#include <QSpinBox>

#include <signal.h>

using namespace lw;
using namespace lw::tests;
using domain::EngineJobState;
using domain::SampleState;
using studio::PageKind;
using studio::Route;

namespace {

constexpr int kLabelled = 12;
constexpr int kOpen = 5;

/// Pictures with a red and a blue box; the first ones are labelled.
class BoxData {
public:
    explicit BoxData(GuiFixture& gui) : m_gui(gui)
    {
        const QString input = gui.path(QStringLiteral("pictures"));
        QDir().mkpath(input);
        dataset = gui.makeDataset(input);
        for (const char* name : {"red", "blue"}) {
            domain::Label label;
            label.datasetId = dataset;
            label.name = QLatin1String(name);
            auto made = store::LabelRepository(gui.store()).create(label);
            [&] { QTRY_VERIFY(made.isFinished()); }();
            labels.append(*made.result());
        }
        domain::Task task;
        task.datasetId = dataset;
        auto entered = store::TaskRepository(gui.store()).start(task);
        [&] { QTRY_VERIFY(entered.isFinished()); }();
        store::BulkWriter writer(gui.store(), dataset, *entered.result());
        for (int i = 0; i < kLabelled + kOpen; ++i) {
            add(writer, input, i);
        }
        [&] { QVERIFY(writer.finish()); }();
    }

    void openGallery()
    {
        m_gui.window().navigate(Route{.page = PageKind::Samples, .dataset = dataset});
        [&] { QTRY_COMPARE(list().rowCount(), kLabelled + kOpen); }();
    }
    /// Through the form, with a short training. Returns the job's id.
    QString start(int seconds)
    {
        m_gui.trigger("samples.smartLabel");
        auto* dialog = qobject_cast<dialogs::SmartLabelDialog*>(m_gui.dialog("smartLabelDialog"));
        [&] { QVERIFY(dialog); }();
        dialog->findChild<QRadioButton*>(QStringLiteral("modeFast"))->click();
        dialog->findChild<QSpinBox*>(QStringLiteral("seconds"))->setValue(seconds);
        GuiFixture::accept(dialog);
        [&] { QTRY_VERIFY(job() && job()->state == EngineJobState::Running && job()->pid > 0); }();
        return job() ? job()->id : QString();
    }
    [[nodiscard]] const domain::EngineJob* job()
    {
        const auto& jobs = m_gui.context().project()->jobWatch().list();
        return jobs.empty() ? nullptr : &jobs.front();
    }
    [[nodiscard]] items::SampleListModel& list() { return m_gui.context().project()->samples(dataset).model; }
    [[nodiscard]] domain::DatasetCounters counters()
    {
        return store::DatasetRepository(m_gui.store()).find(dataset)->counters;
    }
    [[nodiscard]] domain::Annotation box(int label, double x, double y)
    {
        domain::Annotation annotation;
        annotation.labelId = labels.at(label);
        annotation.shape = domain::Shape::box({x, y}, {x + 40, y + 30});
        annotation.author = QStringLiteral("human");
        annotation.order = 1 + label;
        return annotation;
    }

    domain::DatasetId dataset;
    QList<domain::LabelId> labels;

private:
    void add(store::BulkWriter& writer, const QString& input, int i)
    {
        const int x = 8 + i * 3;
        QImage picture(160, 120, QImage::Format_RGB32);
        picture.fill(QColor(90, 90, 90));
        QPainter painter(&picture);
        painter.fillRect(x, 10, 40, 30, QColor(230, 30, 30));
        painter.fillRect(100 - x, 70, 40, 30, QColor(30, 30, 230));
        painter.end();
        store::IncomingSample incoming;
        incoming.sample.name = QStringLiteral("%1.png").arg(i, 2, 10, QLatin1Char('0'));
        incoming.sample.width = 160;
        incoming.sample.height = 120;
        QVERIFY(picture.save(input + u'/' + incoming.sample.name));
        if (i < kLabelled) {
            incoming.sample.state = SampleState::Labelled;
            incoming.annotations = {box(0, x, 10), box(1, 100 - x, 70)};
        }
        QVERIFY(writer.add(std::move(incoming)));
    }

    GuiFixture& m_gui;
};

} // namespace

class tst_SmartRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("LABELWRIGHT_ENGINE", realWorker().toUtf8()); }
    void cleanup() { qunsetenv("LABELWRIGHT_ENGINE"); }

    void peopleGoOnWorkingWhileItRuns()
    {
        LW_REQUIRE_WORKER(program);
        GuiFixture gui;
        BoxData data(gui);
        data.openGallery();
        QVERIFY(!gui.find<QWidget>("smartRunBar")->isVisible());
        const QString id = data.start(6);
        QTRY_VERIFY(gui.find<QWidget>("smartRunBar")->isVisible());
        QVERIFY(gui.find<QWidget>("smartRunCancel")->isVisible());
        QVERIFY(!gui.find<QWidget>("smartRunGoOn")->isVisible());
        // Somebody draws on a picture that the machine looks at as well.
        const domain::SampleId mine = data.list().idAt(kLabelled);
        domain::Annotation drawn = data.box(0, 1, 2);
        drawn.id = domain::AnnotationId(1);
        auto edited = store::EditRepository(gui.store()).apply(
            mine, {domain::EditKind::AddShape, {{std::nullopt, drawn}}, {}, {}}, 0);
        QTRY_VERIFY(edited.isFinished());
        QVERIFY(edited.result());
        QTRY_VERIFY_WITH_TIMEOUT(data.job()->isOver(), 10 * kPatienceMs);
        QVERIFY2(data.job()->state == EngineJobState::Succeeded, qPrintable(data.job()->error));
        // The window writes what was proposed, whatever that is, and nothing on that picture.
        const auto written = [&] {
            const auto run = store::ProposalRepository(gui.store()).run(id);
            return run && *run && (*run)->state == domain::SmartRunState::Done;
        };
        QTRY_VERIFY(written());
        gui.awaitJobs();
        QTRY_VERIFY(!gui.find<QWidget>("smartRunBar")->isVisible());
        const auto kept = store::SampleRepository(gui.store()).annotations(mine);
        QCOMPARE(kept->size(), size_t(1));
        QCOMPARE(kept->front().author, QStringLiteral("human"));
        QCOMPARE(store::SampleRepository(gui.store()).find(mine)->state, SampleState::Labelled);
        QCOMPARE(data.counters().labelled, kLabelled + 1);
        const auto run = store::ProposalRepository(gui.store()).run(id);
        QCOMPARE(data.counters().toConfirm, (*run)->proposed);
        // The model that learnt is the next run's start, and what would teach most is known.
        QVERIFY(QFileInfo::exists(data.job()->folder + QStringLiteral("/output/model.safetensors")));
    }

    void stoppedItLeavesEverythingAsItWas()
    {
        LW_REQUIRE_WORKER(program);
        GuiFixture gui;
        BoxData data(gui);
        data.openGallery();
        data.start(600);
        QTRY_VERIFY(gui.find<QWidget>("smartRunBar")->isVisible());
        gui.click("smartRunCancel");
        QTRY_VERIFY_WITH_TIMEOUT(data.job()->isOver(), 10 * kPatienceMs);
        QCOMPARE(data.job()->state, EngineJobState::Stopped);
        QTRY_VERIFY(!gui.find<QWidget>("smartRunBar")->isVisible());
        QCOMPARE(data.counters().toConfirm, 0);
        QCOMPARE(data.counters().labelled, kLabelled);
    }

    void onTheCanvasTheBarStaysUntilTheNextPicture()
    {
        LW_REQUIRE_WORKER(program);
        GuiFixture gui;
        BoxData data(gui);
        data.openGallery();
        data.start(600);
        gui.window().navigate(
            studio::Route{.page = studio::PageKind::Canvas, .dataset = data.dataset, .sample = data.list().idAt(0)});
        const auto bar = [&] { return gui.find<QWidget>("smartRunBar"); };
        QTRY_VERIFY(gui.isOn(studio::PageKind::Canvas) && bar()->isVisible());
        gui.click("smartRunCancel");
        QTRY_VERIFY_WITH_TIMEOUT(data.job()->isOver(), 10 * kPatienceMs);
        QTRY_VERIFY(!gui.find<QWidget>("smartRunCancel")->isVisible());
        QVERIFY(bar()->isVisible());
        QVERIFY(gui.find<common::ElidedLabel>("smartRunText")->text().contains(QStringLiteral("stopped")));
        gui.trigger("canvas.next");
        QTRY_VERIFY(!bar()->isVisible());
    }

    void aKilledEngineIsToldAndCanGoOn()
    {
        LW_REQUIRE_WORKER(program);
        GuiFixture gui;
        BoxData data(gui);
        data.openGallery();
        const QString id = data.start(20);
        ::kill(pid_t(data.job()->pid), SIGKILL);
        QTRY_COMPARE(data.job()->state, EngineJobState::Failed);
        QTRY_VERIFY(gui.find<QWidget>("smartRunGoOn")->isVisible());
        const QString words = gui.find<common::ElidedLabel>("smartRunText")->text();
        QVERIFY2(words.contains(QStringLiteral("ended unexpectedly")), qPrintable(words));
        QCOMPARE(data.counters().labelled, kLabelled); // nothing is lost
        // The message of the task says the same, and nothing about codes.
        QTRY_VERIFY(!gui.context().jobs().jobs().empty()); // a message was shown
        gui.awaitJobs();
        gui.click("smartRunGoOn");
        QTRY_VERIFY(data.job()->state == EngineJobState::Running && data.job()->pid > 0);
        QCOMPARE(data.job()->id, id);
        QTRY_VERIFY(gui.find<QWidget>("smartRunCancel")->isVisible());
        gui.click("smartRunCancel");
        QTRY_VERIFY_WITH_TIMEOUT(data.job()->isOver(), 10 * kPatienceMs);
        QCOMPARE(data.job()->state, EngineJobState::Stopped);
    }

    void anotherWindowFindsItAgain()
    {
        LW_REQUIRE_WORKER(program);
        GuiFixture gui;
        BoxData data(gui);
        data.openGallery();
        const QString id = data.start(600);
        const qint64 pid = data.job()->pid;
        gui.restart();
        data.openGallery();
        QTRY_VERIFY(data.job() && data.job()->state == EngineJobState::Running);
        QCOMPARE(data.job()->id, id);
        QCOMPARE(data.job()->pid, pid);
        QTRY_VERIFY(gui.find<QWidget>("smartRunBar")->isVisible());
        gui.click("smartRunCancel");
        QTRY_VERIFY_WITH_TIMEOUT(data.job()->isOver(), 10 * kPatienceMs);
    }
};

QTEST_MAIN(tst_SmartRun)
#include "tst_SmartRun.moc"
