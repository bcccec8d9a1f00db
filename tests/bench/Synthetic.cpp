// SPDX-License-Identifier: GPL-3.0-or-later
//! Fills a project row by row through the same bulk writer as imports.
#include "tests/bench/Synthetic.h"

#include "models/store/BulkWriter.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/TaskRepository.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

namespace lw::bench {

namespace {

constexpr int kLabels = 20;

void require(bool isFine, const char* what)
{
    if (!isFine) {
        std::fprintf(stderr, "benchmark: %s failed\n", what);
        std::exit(1);
    }
}

domain::DatasetId makeDataset(store::Store& store, const QString& folder)
{
    domain::Dataset dataset;
    dataset.name = QStringLiteral("synthetic");
    dataset.inputLocation = folder + QStringLiteral("/in");
    dataset.outputLocation = folder + QStringLiteral("/out");
    std::vector<domain::Label> labels(kLabels);
    for (int i = 0; i < kLabels; ++i) {
        labels[size_t(i)].name = QStringLiteral("label-%1").arg(i);
        labels[size_t(i)].colour = 0;
    }
    const auto id = store::DatasetRepository(store).create(dataset, labels).result();
    require(id.has_value(), "creating the dataset");
    return *id;
}

store::IncomingSample incoming(int i, int boxes, const std::vector<domain::Label>& labels, QRandomGenerator& random)
{
    store::IncomingSample sample;
    sample.sample.name = QStringLiteral("image_%1.jpg").arg(i, 7, 10, QLatin1Char('0'));
    sample.sample.folder = QStringLiteral("part%1").arg(i / 10000);
    sample.sample.width = 1920;
    sample.sample.height = 1080;
    sample.sample.bytes = 200'000 + i;
    sample.sample.isHard = i % 50 == 0;
    const int count = i % 4 == 3 ? 0 : boxes * 4 / 3;
    for (int b = 0; b < count; ++b) {
        domain::Annotation a;
        // Squared: a few labels are common, most are rare, as in life.
        const double u = random.generateDouble();
        a.labelId = labels[size_t(u * u * kLabels)].id;
        const double x = random.bounded(1800), y = random.bounded(1000);
        a.shape = domain::Shape::box({x, y}, {x + 10 + random.bounded(100), y + 10 + random.bounded(60)});
        a.author = QStringLiteral("human");
        a.createdAt = 1'700'000'000'000 + i;
        sample.annotations.push_back(std::move(a));
    }
    return sample;
}

} // namespace

QString syntheticFolder(int samples, int boxes)
{
    const QString root = qEnvironmentVariable("LW_BENCH_DIR", QDir::tempPath() + QStringLiteral("/labelwright-bench"));
    return QStringLiteral("%1/synthetic-%2-%3").arg(root).arg(samples).arg(boxes);
}

SyntheticProject syntheticProject(int samples, int boxes)
{
    const QString folder = syntheticFolder(samples, boxes);
    if (auto open = store::Store::open(folder)) {
        const auto known = store::DatasetRepository(**open).list();
        if (known && !known->empty() && known->front().counters.total == samples) {
            return {std::move(*open), known->front().id};
        }
    }
    QDir(folder).removeRecursively();
    auto made = store::Store::create(folder);
    require(made.has_value(), "creating the project");
    SyntheticProject project{std::move(*made), {}};
    project.dataset = makeDataset(*project.store, folder);
    const auto labels = store::LabelRepository(*project.store).list(project.dataset);
    store::TaskRepository tasks(*project.store);
    domain::Task task;
    task.datasetId = project.dataset;
    task.id = *tasks.start(task).result();
    QRandomGenerator random(1);
    QElapsedTimer timer;
    timer.start();
    store::BulkWriter writer(*project.store, project.dataset, task.id);
    for (int i = 0; i < samples; ++i) {
        require(writer.add(incoming(i, boxes, *labels, random)).has_value(), "adding a sample");
    }
    require(writer.finish().has_value(), "finishing");
    task.state = domain::TaskState::Done;
    require(tasks.finish(task, {}).result().has_value(), "closing the task");
    std::fprintf(stderr, "filled %d samples in %.1f s (%.0f samples/s)\n", samples, double(timer.elapsed()) / 1000,
                 samples * 1000.0 / double(timer.elapsed()));
    return project;
}

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

} // namespace lw::bench
