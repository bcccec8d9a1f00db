// SPDX-License-Identifier: GPL-3.0-or-later
//! A thousand pictures labelled by key in the real window: how long the window stands still at most.
#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/SyncDataset.h"
#include "app/studio/AppContext.h"
#include "app/studio/Languages.h"
#include "app/studio/MainWindow.h"
#include "app/studio/Page.h"
#include "engine/media/SampleScenes.h"
#include "models/store/DatasetRepository.h"
#include "tests/bench/Synthetic.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <memory>

using namespace lw;

namespace {

constexpr int kPictures = 1000;
constexpr int kScenes = 12;
/// Between two keys, in ms: faster than anybody looks at a picture.
constexpr int kPauseMs = 25;

double threadMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Measures every event that the window's thread handles: while it does, nothing else is painted.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0) {
            return QApplication::notify(receiver, event);
        }
        ++m_depth;
        const double before = threadMilliseconds();
        QElapsedTimer timer;
        timer.start();
        const bool isDone = QApplication::notify(receiver, event);
        wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        processor.push_back(threadMilliseconds() - before);
        --m_depth;
        return isDone;
    }

    std::vector<double> wall;      ///< ms of each event
    std::vector<double> processor; ///< the same as processor time: what it would be with nobody else there

private:
    int m_depth = 0;
};

double most(const std::vector<double>& values)
{
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

/// Twelve scenes of 1280 x 853 under a thousand names.
void writePictures(const QString& folder)
{
    const QString scenes = folder + QStringLiteral("-scenes");
    const auto files = media::writeSampleFolder(scenes, kScenes);
    QDir().mkpath(folder);
    for (int i = 0; files && i < kPictures; ++i) {
        QFile::copy(files->at(size_t(i % kScenes)).path,
                    QStringLiteral("%1/%2.jpg").arg(folder).arg(i, 4, 10, QLatin1Char('0')));
    }
}

domain::DatasetId makeDataset(studio::AppContext& context, const QString& folder)
{
    writePictures(folder + QStringLiteral("/pictures"));
    if (!context.createProject(folder + QStringLiteral("/project"))) {
        return {};
    }
    scenarios::CreateDatasetRequest request;
    request.name = QStringLiteral("classes");
    request.type = domain::DatasetType::ImageClassification;
    request.inputLocation = folder + QStringLiteral("/pictures");
    request.outputLocation = folder + QStringLiteral("/out");
    for (int i = 1; i <= 10; ++i) {
        domain::Label label;
        label.name = QStringLiteral("label%1").arg(i);
        label.colour = 0;
        request.labels.push_back(label);
    }
    const auto made = scenarios::createDataset(context.project()->store(), request);
    if (!made || !scenarios::syncDataset(context.project()->store(), made->id, {})) {
        return {};
    }
    return made->id;
}

void labelByKey(benchmark::State& state)
{
    auto& app = static_cast<TimedApplication&>(*qApp);
    QTemporaryDir folder;
    studio::AppContext context(folder.filePath(QStringLiteral("settings.ini")));
    studio::LanguageSwitch languages(app);
    const domain::DatasetId dataset = makeDataset(context, folder.path());
    studio::MainWindow window(context, languages);
    window.resize(1920, 1080);
    window.show();
    window.navigate(studio::Route{.page = studio::PageKind::Canvas, .dataset = dataset});
    const auto runFor = [](int ms) {
        QElapsedTimer timer;
        timer.start();
        do {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        } while (timer.elapsed() < ms);
    };
    runFor(1500);
    auto* view = window.currentPage()->findChild<QWidget*>(QStringLiteral("picture"));
    if (!dataset.isValid() || view == nullptr) {
        state.SkipWithError("the page did not open");
        return;
    }
    std::vector<double> replies;
    for (auto _ : state) {
        app.wall.clear();
        app.processor.clear();
        for (int i = 0; i < kPictures; ++i) {
            QElapsedTimer timer;
            timer.start();
            const int key = Qt::Key_0 + i % 10;
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            QApplication::sendEvent(view, &press);
            view->repaint();
            replies.push_back(double(timer.nsecsElapsed()) / 1e6);
            QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier);
            QApplication::sendEvent(view, &release);
            runFor(kPauseMs);
        }
    }
    context.project()->store().flush();
    const auto counters = store::DatasetRepository(context.project()->store()).find(dataset)->counters;
    std::sort(replies.begin(), replies.end());
    state.counters["labelled"] = double(counters.labelled);
    state.counters["max_frame_ms"] = most(app.wall);
    state.counters["max_frame_cpu_ms"] = most(app.processor);
    state.counters["frames_over_50ms"] =
        double(std::count_if(app.wall.begin(), app.wall.end(), [](double ms) { return ms > 50; }));
    state.counters["reply_median_ms"] = replies[replies.size() / 2];
    state.counters["reply_p99_ms"] = replies[replies.size() * 99 / 100];
    state.counters["reply_max_ms"] = replies.back();
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication app(argc, argv);
    common::applyTheme(app, common::ThemeMode::Light);
    benchmark::RegisterBenchmark("classify/1000 pictures by key (goal: no frame over 50 ms)", labelByKey)
        ->Unit(benchmark::kSecond)
        ->Iterations(1);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
