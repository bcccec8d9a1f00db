// SPDX-License-Identifier: GPL-3.0-or-later
//! How long the window is deaf at most while one draws with the help of networks and while a training runs (goal 16
//! ms).
//!
//!   bench_blocking PROJECT DATASET [SECONDS [ENCODER DECODER]]
//!
//! Nothing that is outlined is kept; the training stays in the project as a stopped job, the assistant as a model. Each
//! event that the window handles is timed, by the wall clock (what a person feels, and what other programs take away)
//! and by the thread's processor time (what the window itself does).
#include "app/scenarios/TrainModel.h"
#include "app/studio/AppContext.h"
#include "app/studio/Languages.h"
#include "app/studio/MainWindow.h"
#include "app/studio/Page.h"
#include "engine/jobs/LocalLauncher.h"
#include "engine/jobs/ModelLibrary.h"
#include "engine/jobs/WorkerProgram.h"
#include "models/domain/Algorithms.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/canvas/VisionService.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace lw;

namespace {

constexpr int kEveryMs = 40; ///< between two gestures of the hand

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Times what reaches the window from the event loop.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0) {
            return QApplication::notify(receiver, event);
        }
        const QByteArray name = receiver->metaObject()->className();
        const int type = event->type();
        QElapsedTimer wall;
        wall.start();
        const double before = processorMs();
        ++m_depth;
        const bool isUsed = QApplication::notify(receiver, event);
        --m_depth;
        const double taken = processorMs() - before;
        m_wall.push_back(double(wall.nsecsElapsed()) / 1e6);
        m_processor.push_back(taken);
        if (taken > m_worst) {
            m_worst = taken;
            m_worstName = name + " event " + QByteArray::number(type);
        }
        return isUsed;
    }
    void begin()
    {
        m_wall.clear();
        m_processor.clear();
        m_worst = 0;
    }
    void report(const char* phase)
    {
        const auto at = [](std::vector<double>& all, double share) {
            std::sort(all.begin(), all.end());
            return all.empty() ? 0 : all[std::min(all.size() - 1, size_t(double(all.size()) * share))];
        };
        std::printf(
            "%-44s %6zu events; processor time longest %5.1f ms, 99.9 %% %5.1f ms; wall longest %5.1f ms, 99.9 %% "
            "%5.1f ms; longest in %s\n",
            phase, m_wall.size(), at(m_processor, 1), at(m_processor, 0.999), at(m_wall, 1), at(m_wall, 0.999),
            m_worstName.constData());
        std::fflush(stdout);
    }

private:
    int m_depth = 0;
    std::vector<double> m_wall;
    std::vector<double> m_processor;
    double m_worst = 0;
    QByteArray m_worstName;
};

/// A hand that moves and clicks.
class Hand {
public:
    Hand(TimedApplication& app, studio::MainWindow& window, int seconds)
        : m_app(app), m_window(window), m_seconds(seconds)
    {
    }

    canvas::CanvasView& view()
    {
        return *m_window.currentPage()->findChild<canvas::CanvasView*>(QStringLiteral("canvas"));
    }

    /// Sets points with `tool`, as many as it wants, and gives up what was found.
    void work(const char* phase, const QString& tool, int clicks)
    {
        view().tools().activate(tool);
        if (view().tools().activeId() != tool) {
            std::printf("%-44s not there\n", phase);
            return;
        }
        wait(3000); // processes start, models are read
        m_app.begin();
        QElapsedTimer clock;
        clock.start();
        const QSizeF size = view().transform().imageSize();
        for (int i = 0; clock.elapsed() < m_seconds * 1000; ++i) {
            const double angle = i * 1.5707963;
            const QPointF at(size.width() * (0.5 + 0.12 * std::cos(angle)),
                             size.height() * (0.5 + 0.2 * std::sin(angle)));
            const auto on = view().transform().toView(domain::ImagePoint{at.x(), at.y()});
            QTest::mouseMove(&view(), QPoint(qRound(on.x), qRound(on.y)));
            if (clicks > 0) {
                QTest::mouseClick(&view(), Qt::LeftButton, {}, QPoint(qRound(on.x), qRound(on.y)));
            }
            wait(kEveryMs);
            if (clicks > 0 && (i + 1) % clicks == 0) {
                wait(10 * kEveryMs); // the answer
                QTest::keyClick(&view(), Qt::Key_Escape);
            }
        }
        m_app.report(phase);
    }
    static void wait(int ms) { QTest::qWait(ms); }

private:
    TimedApplication& m_app;
    studio::MainWindow& m_window;
    int m_seconds;
};

void importAssistant(const QString& folder, const QString& encoder, const QString& decoder)
{
    const auto program = worker::findWorker();
    const auto session = program ? worker::WorkerSession::start(*program, 1) : core::failure(program.error());
    const worker::AssistantImport request{QStringLiteral("bench"), encoder, decoder, {}, 256};
    if (!session || !worker::ModelLibrary(folder).importAssistant(request, **session)) {
        std::printf("The assistant was not imported.\n");
    }
}

} // namespace

int main(int argc, char** argv)
{
    TimedApplication app(argc, argv);
    if (argc < 3) {
        std::printf("bench_blocking PROJECT DATASET [SECONDS [ENCODER DECODER]]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    if (argc > 5) {
        importAssistant(folder, QString::fromLocal8Bit(argv[4]), QString::fromLocal8Bit(argv[5]));
    }
    const QTemporaryDir own;
    studio::AppContext context(own.filePath(QStringLiteral("settings.ini")));
    studio::LanguageSwitch languages(app);
    if (!context.openProject(folder)) {
        std::printf("No project.\n");
        return 1;
    }
    store::Store& store = context.project()->store();
    const auto dataset = store::DatasetRepository(store).findByName(QString::fromLocal8Bit(argv[2]));
    const auto samples = dataset ? store::SampleRepository(store).ids(dataset->id, {}) : core::failure(dataset.error());
    if (!samples || samples->isEmpty()) {
        std::printf("No pictures.\n");
        return 1;
    }
    studio::MainWindow window(context, languages);
    window.resize(1280, 800);
    window.show();
    window.navigate(
        studio::Route{.page = studio::PageKind::Canvas, .dataset = dataset->id, .sample = samples->front()});
    Hand hand(app, window, argc > 3 ? std::max(1, std::atoi(argv[3])) : 8);
    (void)QTest::qWaitFor([&] { return hand.view().tools().vision()->isReady(); }, 60'000);
    hand.wait(2000);
    hand.work("moving", QStringLiteral("select"), 0);
    hand.work("four clicks", QStringLiteral("extreme"), 4);
    hand.work("point and box", QStringLiteral("prompt"), 1);
    scenarios::TrainingRequest request;
    request.name = QStringLiteral("bench");
    request.inputs = {{dataset->id, {}}};
    request.algorithm = dataset->type == domain::DatasetType::ObjectDetection ? QStringLiteral("detector_one_stage")
                                                                              : QStringLiteral("segmenter");
    const auto job = scenarios::startTraining(store, request, {});
    if (!job) {
        std::printf("No training: %s\n", qPrintable(job.error().detail));
        return 1;
    }
    context.project()->jobWatch().refresh();
    hand.work("training; moving", QStringLiteral("select"), 0);
    hand.work("training; four clicks", QStringLiteral("extreme"), 4);
    hand.work("training; point and box", QStringLiteral("prompt"), 1);
    (void)worker::stopJob(job->job);
    return 0;
}
