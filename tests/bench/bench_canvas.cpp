// SPDX-License-Identifier: GPL-3.0-or-later
//! The canvas with thousands of polygons on twelve megapixels: opening, panning, zooming, hits, dragging.
#include "models/document/LabelSet.h"
#include "models/document/SampleDocument.h"
#include "models/document/commands/Commands.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"
#include "tests/bench/Synthetic.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/canvas/MemoryPicture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QRandomGenerator>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace lw;

namespace {

constexpr int kWidth = 4000;
constexpr int kHeight = 3000;
constexpr int kVertices = 12;

QImage testPicture()
{
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    for (int y = 0; y < kHeight; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < kWidth; ++x) {
            line[x] = qRgb((x * y) >> 8, (x ^ y) & 255, x >> 4);
        }
    }
    return image;
}

std::vector<domain::Annotation> polygons(int count, const std::vector<domain::Label>& labels)
{
    QRandomGenerator random(4);
    std::vector<domain::Annotation> all;
    for (int i = 0; i < count; ++i) {
        const double x = 60 + random.bounded(double(kWidth - 120));
        const double y = 60 + random.bounded(double(kHeight - 120));
        const double radius = 10 + random.bounded(40.0);
        std::vector<domain::ImagePoint> outline;
        for (int v = 0; v < kVertices; ++v) {
            const double angle = 2 * M_PI * v / kVertices;
            const double r = radius * (0.75 + random.bounded(0.4));
            outline.push_back({std::round(x + r * std::cos(angle)), std::round(y + r * std::sin(angle))});
        }
        domain::Annotation annotation;
        annotation.labelId = labels[size_t(i) % labels.size()].id;
        annotation.shape = domain::Shape::polygon(std::move(outline));
        all.push_back(std::move(annotation));
    }
    return all;
}

/// A view of 1280 x 800 on a sample with `shapes` polygons.
struct Stage {
    explicit Stage(int shapes) : project(bench::syntheticProject(10, 0)), picture(testPicture())
    {
        labels = std::make_unique<document::LabelSet>(*project.store, project.dataset);
        document = std::make_unique<document::SampleDocument>(*project.store);
        const auto ids = store::SampleRepository(*project.store).ids(project.dataset, {});
        sample = ids->front();
        benchmark::DoNotOptimize(document->load(sample).has_value());
        document::commands::clearShapes(*document);
        document::commands::paste(*document, polygons(shapes, labels->labels()), domain::EditKind::Paste, {});
        project.store->flush();
        view = std::make_unique<canvas::CanvasView>(*document, *labels, QString());
        view->resize(1280, 800);
        view->show();
        view->setPicture(&picture);
        view->scene().setPictureSize(QSizeF(kWidth, kHeight));
        settle();
    }

    void settle()
    {
        project.store->flush();
        QCoreApplication::processEvents();
        view->finishRendering();
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button)
    {
        const bool isMove = type == QEvent::MouseMove;
        QMouseEvent event(type, at, view->mapToGlobal(at), isMove ? Qt::NoButton : button, button, Qt::NoModifier);
        QApplication::sendEvent(view.get(), &event);
    }

    bench::SyntheticProject project;
    domain::SampleId sample;
    canvas::MemoryPicture picture;
    std::unique_ptr<document::LabelSet> labels;
    std::unique_ptr<document::SampleDocument> document;
    std::unique_ptr<canvas::CanvasView> view;
};

/// Only one stage is there at a time: all are on the same project.
std::unique_ptr<Stage>& current()
{
    static std::unique_ptr<Stage> stage;
    return stage;
}

Stage& stage(int shapes)
{
    std::unique_ptr<Stage>& one = current();
    if (!one || one->document->annotations().size() != size_t(shapes)) {
        one.reset();
        one = std::make_unique<Stage>(shapes);
    }
    return *one;
}

void median(benchmark::State& state, std::vector<double>& seconds)
{
    std::sort(seconds.begin(), seconds.end());
    state.counters["median_ms"] = seconds[seconds.size() / 2] * 1000;
    state.counters["p95_ms"] = seconds[seconds.size() * 95 / 100] * 1000;
}

/// From loaded rows to a complete picture on the widget.
void open(benchmark::State& state, int shapes)
{
    Stage& s = stage(shapes);
    for (auto _ : state) {
        benchmark::DoNotOptimize(s.document->load(s.sample).has_value());
        while (!s.view->isComplete()) {
            QCoreApplication::processEvents();
        }
        s.view->repaint();
    }
}

void pan(benchmark::State& state, int shapes)
{
    Stage& s = stage(shapes);
    s.view->zoomToActualSize();
    s.settle();
    std::vector<double> seconds;
    QPointF at(640, 400);
    s.mouse(QEvent::MouseButtonPress, at, Qt::MiddleButton);
    int i = 0;
    for (auto _ : state) {
        at += QPointF(i % 60 < 30 ? 7 : -7, i % 20 < 10 ? 5 : -5);
        ++i;
        s.mouse(QEvent::MouseMove, at, Qt::MiddleButton);
        s.view->repaint();
        seconds.push_back(double(s.view->lastPaintNanoseconds()) / 1e9);
        state.SetIterationTime(seconds.back());
        QCoreApplication::processEvents(QEventLoop::AllEvents, 8);
    }
    s.mouse(QEvent::MouseButtonRelease, at, Qt::MiddleButton);
    median(state, seconds);
}

void zoom(benchmark::State& state, int shapes)
{
    Stage& s = stage(shapes);
    s.view->zoomToFit();
    s.settle();
    std::vector<double> seconds;
    int i = 0;
    for (auto _ : state) {
        s.view->zoomBy(i++ % 40 < 20 ? 1.1 : 1 / 1.1);
        s.view->repaint();
        seconds.push_back(double(s.view->lastPaintNanoseconds()) / 1e9);
        state.SetIterationTime(seconds.back());
        QCoreApplication::processEvents(QEventLoop::AllEvents, 8);
    }
    median(state, seconds);
}

void hit(benchmark::State& state, int shapes)
{
    Stage& s = stage(shapes);
    QRandomGenerator random(9);
    for (auto _ : state) {
        const domain::ImagePoint at{random.bounded(double(kWidth)), random.bounded(double(kHeight))};
        benchmark::DoNotOptimize(s.view->scene().hitsAt(at, 5).size());
    }
}

/// Mouse move to painted widget while one polygon is dragged.
void drag(benchmark::State& state, int shapes)
{
    Stage& s = stage(shapes);
    s.view->zoomToFit();
    s.settle();
    const QPointF centre = s.document->annotations()[size_t(shapes) / 2].shape.boundingRect().center();
    QPointF at = s.view->transform().toView({centre.x(), centre.y()}).toPointF();
    std::vector<double> seconds;
    s.mouse(QEvent::MouseButtonPress, at, Qt::LeftButton);
    int i = 0;
    for (auto _ : state) {
        at += i++ % 40 < 20 ? QPointF(3, 2) : QPointF(-3, -2);
        QElapsedTimer timer;
        timer.start();
        s.mouse(QEvent::MouseMove, at, Qt::LeftButton);
        s.view->repaint();
        seconds.push_back(double(timer.nsecsElapsed()) / 1e9);
        state.SetIterationTime(seconds.back());
        QCoreApplication::processEvents();
    }
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(s.view.get(), &escape);
    s.mouse(QEvent::MouseButtonRelease, at, Qt::LeftButton);
    median(state, seconds);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const auto ms = benchmark::kMillisecond;
    for (int shapes : {1000, 10000}) {
        const std::string n = std::to_string(shapes) + " polygons, 12 MP";
        const auto add = [&](const std::string& what, void (*run)(benchmark::State&, int)) {
            return benchmark::RegisterBenchmark(("canvas/" + what + ", " + n).c_str(), run, shapes)->Unit(ms);
        };
        add("open", open)->Iterations(5);
        add("pan paint (goal 8 ms)", pan)->UseManualTime()->Iterations(200);
        add("zoom paint (goal 8 ms)", zoom)->UseManualTime()->Iterations(200);
        add("hit test (goal 0.2 ms)", hit);
        add("drag step", drag)->UseManualTime()->Iterations(150);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    current().reset(); // widgets must not outlive the application
}
