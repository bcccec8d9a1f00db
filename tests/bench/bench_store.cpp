// SPDX-License-Identifier: GPL-3.0-or-later
//! A million samples with five million boxes: opening, filters, pages; and what a gesture costs.
#include "models/document/commands/Commands.h"
#include "models/store/DatasetRepository.h"
#include "models/store/EditRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"
#include "tests/bench/Synthetic.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <benchmark/benchmark.h>

#include <cstdlib>

using namespace lw;

namespace {

constexpr int kSamples = 1'000'000;
constexpr int kBoxes = 5;

bench::SyntheticProject& million()
{
    static bench::SyntheticProject project = bench::syntheticProject(kSamples, kBoxes);
    return project;
}

void openProject(benchmark::State& state)
{
    million();
    for (auto _ : state) {
        auto store = store::Store::open(bench::syntheticFolder(kSamples, kBoxes));
        const auto datasets = store::DatasetRepository(**store).list();
        benchmark::DoNotOptimize(datasets->front().counters.total);
    }
    state.counters["MB"] = bench::residentMegabytes();
}

domain::SampleFilter parsed(const char* expression)
{
    const auto result = domain::parseFilter(QString::fromLatin1(expression));
    domain::SampleFilter filter = result->filter;
    const auto labels = store::LabelRepository(*million().store).list(million().dataset);
    for (const domain::Label& label : *labels) {
        if (result->labelNames.contains(label.name)) {
            filter.labels.append(label.id);
        }
    }
    return filter;
}

void filterSamples(benchmark::State& state, const char* expression, domain::SampleSort sort)
{
    const domain::SampleFilter filter = parsed(expression);
    const store::SampleRepository samples(*million().store);
    qsizetype found = 0;
    for (auto _ : state) {
        found = samples.ids(million().dataset, filter, sort)->size();
    }
    state.counters["found"] = double(found);
    state.counters["MB"] = bench::residentMegabytes();
}

void readPage(benchmark::State& state)
{
    const store::SampleRepository samples(*million().store);
    const auto ids = samples.ids(million().dataset, {});
    qsizetype at = 0;
    for (auto _ : state) {
        at = (at + 123'457) % (ids->size() - 60);
        benchmark::DoNotOptimize(samples.rows(ids->mid(at, 60))->size());
    }
}

/// `durable`: from the gesture to the commit's answer; else: what the window's thread spends.
void gesture(benchmark::State& state, bool durable)
{
    auto project = bench::syntheticProject(1000, 5);
    document::SampleDocument document(*project.store);
    const auto ids = store::SampleRepository(*project.store).ids(project.dataset, {});
    const auto loaded = document.load(ids->at(1));
    benchmark::DoNotOptimize(loaded.has_value());
    const domain::LabelId label = store::LabelRepository(*project.store).list(project.dataset)->front().id;
    double x = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        x = x > 900 ? 0 : x + 1;
        document::commands::addShape(document, label, domain::Shape::box({x, 1}, {x + 9, 9}), QStringLiteral("human"));
        if (durable) {
            project.store->flush();
        }
        state.SetIterationTime(double(timer.nsecsElapsed()) / 1e9);
        project.store->flush();
        QCoreApplication::processEvents();
    }
    document::commands::clearShapes(document);
    project.store->flush();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const auto ms = benchmark::kMillisecond;
    benchmark::RegisterBenchmark("store/open, 1M samples (goal 1000 ms)", openProject)->Unit(ms);
    const std::pair<const char*, domain::SampleSort> filters[] = {
        {"", domain::SampleSort::Imported},
        {"state=unlabelled", domain::SampleSort::Imported},
        {"label=label-3", domain::SampleSort::Imported},
        {"label=label-0&label-1 state=labelled", domain::SampleSort::Imported},
        {"hard=true label=label-2", domain::SampleSort::Imported},
        {"name~image_0123", domain::SampleSort::Imported},
        {"folder=part42", domain::SampleSort::Imported},
        {"width>=1000 bytes>=500000 hard=false", domain::SampleSort::Imported},
        {"annotator=human created>=2020-01-01", domain::SampleSort::Imported},
        {"state=labelled", domain::SampleSort::Name},
        {"state=labelled", domain::SampleSort::AnnotationCount},
    };
    for (const auto& [expression, sort] : filters) {
        const std::string name = std::string("store/filter [") + expression + "] sort " +
                                 std::to_string(int(sort)) + " (goal 300 ms)";
        benchmark::RegisterBenchmark(name.c_str(), filterSamples, expression, sort)->Unit(ms);
    }
    benchmark::RegisterBenchmark("store/page of 60 rows (goal 16 ms)", readPage)->Unit(ms);
    benchmark::RegisterBenchmark("gesture/durable (goal 20 ms)", gesture, true)->UseManualTime()->Unit(ms)->Iterations(300);
    benchmark::RegisterBenchmark("gesture/window's thread (goal 2 ms)", gesture, false)->UseManualTime()->Unit(ms)->Iterations(300);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    const bench::SyntheticProject forStart = bench::syntheticProject(100'000, kBoxes); // see start.py
    benchmark::DoNotOptimize(forStart.dataset.value);
    million().store.reset(); // its thread's reader must not outlive the application
}
