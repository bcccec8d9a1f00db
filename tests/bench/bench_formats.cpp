// SPDX-License-Identifier: GPL-3.0-or-later
//! COCO and YOLO in and out: 100,000 pictures with 10 boxes each, through the readers and writers alone and through
//! the scenarios with their database. LW_BENCH_PICTURES asks for another number of pictures.
#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/ImportDataset.h"
#include "engine/formats/FormatRegistry.h"
#include "models/store/DatasetRepository.h"
#include "tests/bench/Synthetic.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>

#include <benchmark/benchmark.h>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace lw;

namespace {

constexpr int kBoxes = 10;

void require(bool isFine, const char* what)
{
    if (!isFine) {
        std::fprintf(stderr, "benchmark: %s failed\n", what);
        std::exit(1);
    }
}

int pictures()
{
    static const int count =
        qEnvironmentVariableIsSet("LW_BENCH_PICTURES") ? qEnvironmentVariableIntValue("LW_BENCH_PICTURES") : 100'000;
    return count;
}

QString root()
{
    return qEnvironmentVariable("LW_BENCH_DIR", QDir::tempPath() + QStringLiteral("/labelwright-bench")) +
           QStringLiteral("/formats-%1").arg(pictures());
}

QString pictureName(int number)
{
    return QStringLiteral("picture_%1.jpg").arg(number, 6, 10, QLatin1Char('0'));
}

/// One picture under many names: hard links, of which a file system allows some 65,000 to a file.
void makePictures(const QString& folder)
{
    require(QDir().mkpath(folder), "making a folder");
    QImage picture(640, 480, QImage::Format_RGB32);
    picture.fill(qRgb(90, 120, 150));
    QString first;
    for (int i = 0; i < pictures(); ++i) {
        const QString path = folder + u'/' + pictureName(i);
        if (i % 50'000 == 0) {
            require(picture.save(path, "JPG", 80), "writing the picture");
            first = path;
        } else {
            require(::link(QFile::encodeName(first).constData(), QFile::encodeName(path).constData()) == 0, "linking");
        }
    }
}

/// images and annotations/instances_default.json.
QString cocoFolder()
{
    const QString folder = root() + QStringLiteral("/coco");
    const QString json = folder + QStringLiteral("/annotations/instances_default.json");
    if (QFile::exists(json)) {
        return folder;
    }
    QDir(folder).removeRecursively();
    makePictures(folder + QStringLiteral("/images"));
    require(QDir().mkpath(folder + QStringLiteral("/annotations")), "making a folder");
    QFile file(json + QStringLiteral(".part"));
    require(file.open(QIODevice::WriteOnly), "opening a file");
    QByteArray text("{\"info\":{},\"licenses\":[],\"categories\":[");
    for (int i = 1; i <= 80; ++i) {
        text += QByteArray(i > 1 ? "," : "") + "{\"id\":" + QByteArray::number(i) + ",\"name\":\"label" +
                QByteArray::number(i) + "\",\"supercategory\":\"\"}";
    }
    text += "],\"images\":[";
    for (int i = 0; i < pictures(); ++i) {
        text += QByteArray(i > 0 ? "," : "") + "{\"id\":" + QByteArray::number(i + 1) +
                ",\"width\":640,\"height\":480,\"file_name\":\"" + pictureName(i).toLatin1() +
                "\",\"license\":0,\"flickr_url\":\"\",\"coco_url\":\"\",\"date_captured\":0}";
    }
    text += "],\"annotations\":[";
    for (int i = 0; i < pictures() * kBoxes; ++i) {
        const int number = i / kBoxes;
        text += QByteArray(i > 0 ? "," : "") + "{\"id\":" + QByteArray::number(i + 1) +
                ",\"image_id\":" + QByteArray::number(number + 1) +
                ",\"category_id\":" + QByteArray::number((number + i) % 80 + 1) +
                ",\"segmentation\":[],\"area\":2500.5,\"bbox\":[" + QByteArray::number((number * 7 + i * 31) % 500) +
                ".25," + QByteArray::number((number * 3 + i * 17) % 400) + ".5,60.5,41.25],\"iscrowd\":0}";
        if (text.size() > 1'000'000) {
            require(file.write(text) == text.size(), "writing a file");
            text.clear();
        }
    }
    text += "]}";
    require(file.write(text) == text.size() && file.rename(json), "writing a file");
    return folder;
}

struct Fresh {
    std::unique_ptr<store::Store> store;
    domain::DatasetId dataset;
};

Fresh freshProject(const QString& name)
{
    const QString folder = root() + u'/' + name;
    QDir(folder).removeRecursively();
    auto store = store::Store::create(folder);
    require(store.has_value(), "creating a project");
    domain::Dataset dataset;
    dataset.name = QStringLiteral("bench");
    dataset.inputLocation = folder + QStringLiteral("/in");
    dataset.outputLocation = folder + QStringLiteral("/out");
    require(QDir().mkpath(dataset.inputLocation) && QDir().mkpath(dataset.outputLocation), "making folders");
    const auto id = store::DatasetRepository(**store).create(dataset, {}).result();
    return {std::move(*store), *id};
}

/// Wall time, and the processor time of all threads: on a shared machine only the latter means much.
class Stopwatch {
public:
    Stopwatch() { m_timer.start(); }
    /// Ends the measurement.
    void note(benchmark::State& state) const
    {
        const double processor = double(std::clock() - m_begin) / CLOCKS_PER_SEC;
        state.SetIterationTime(double(m_timer.nsecsElapsed()) / 1e9);
        rusage use{};
        ::getrusage(RUSAGE_SELF, &use);
        state.counters["pictures/s"] = benchmark::Counter(pictures(), benchmark::Counter::kIsIterationInvariantRate);
        state.counters["pictures/cpu s"] = pictures() / std::max(processor, 1e-9);
        state.counters["peak MB"] = double(use.ru_maxrss) / 1024;
    }

private:
    std::clock_t m_begin = std::clock();
    QElapsedTimer m_timer;
};

/// Hands the samples of a format to `sink`.
void readAll(const char* format, const QString& from, const formats::SampleSink& sink)
{
    core::ProblemList problems;
    formats::ReadOptions options;
    options.probe = [](const QString&) { return formats::ProbedImage{640, 480, 1, 1000, 1, {}}; };
    const auto read =
        formats::findFormat(QString::fromLatin1(format))->makeReader()->read(from, options, sink, problems, {});
    require(read.has_value() && problems.isEmpty() && read->annotations == qint64(pictures()) * kBoxes, "reading");
}

void readFormat(benchmark::State& state, const char* format, const QString& from)
{
    for (auto _ : state) {
        const Stopwatch watch;
        readAll(format, from, [](formats::ImportedSample&&) { return true; });
        watch.note(state);
    }
}

void writeFormat(benchmark::State& state, const char* format)
{
    for (auto _ : state) {
        std::vector<formats::ImportedSample> samples;
        readAll("coco", cocoFolder(), [&samples](formats::ImportedSample&& sample) {
            samples.push_back(std::move(sample));
            return true;
        });
        const QString target = root() + QStringLiteral("/written");
        QDir(target).removeRecursively();
        core::ProblemList problems;
        formats::WriteOptions options;
        options.withPictures = false;
        options.linkPictures = true;
        const Stopwatch watch;
        const auto writer = formats::findFormat(QString::fromLatin1(format))->makeWriter();
        require(writer->begin(target, options).has_value(), "beginning");
        for (const formats::ImportedSample& sample : samples) {
            require(writer->add(sample, problems).has_value(), "adding");
        }
        require(writer->finish().has_value(), "finishing");
        watch.note(state);
    }
}

void importFrom(benchmark::State& state, const char* format, const QString& from)
{
    for (auto _ : state) {
        Fresh project = freshProject(QStringLiteral("import"));
        scenarios::ImportRequest request;
        request.dataset = project.dataset;
        request.format = QString::fromLatin1(format);
        request.from = from;
        const Stopwatch watch;
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        watch.note(state);
        require(outcome.has_value() && outcome->counts.samplesAdded == pictures(), "importing");
    }
}

/// Filled when it is asked for first.
Fresh g_filled;

Fresh& filled()
{
    if (!g_filled.store) {
        g_filled = freshProject(QStringLiteral("filled"));
        scenarios::ImportRequest request;
        request.dataset = g_filled.dataset;
        request.format = QStringLiteral("coco");
        request.from = cocoFolder();
        require(scenarios::importDataset(*g_filled.store, request, {}).has_value(), "importing");
    }
    return g_filled;
}

void exportTo(benchmark::State& state, const char* format, bool withPictures, bool isChecked)
{
    Fresh& project = filled();
    for (auto _ : state) {
        const QString target = root() + QStringLiteral("/export-") + QString::fromLatin1(format);
        QDir(target).removeRecursively();
        scenarios::ExportRequest request;
        request.dataset = project.dataset;
        request.format = QString::fromLatin1(format);
        request.to = target;
        request.withPictures = withPictures;
        request.linkPictures = true;
        request.check = isChecked;
        const Stopwatch watch;
        const auto outcome = scenarios::exportDataset(*project.store, request, {});
        watch.note(state);
        require(outcome.has_value() && outcome->samples == pictures(), "exporting");
        require(!isChecked || outcome->check->differences == 0, "checking");
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    const auto add = [](const char* name, auto function, auto... arguments) {
        benchmark::RegisterBenchmark(name, function, arguments...)
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond)
            ->Iterations(1);
    };
    // Peak memory only grows, so the lean ones come first.
    add("read/coco", readFormat, "coco", cocoFolder());
    add("import/coco, with the database (goal 82,490/s)", importFrom, "coco", cocoFolder());
    add("export/coco, annotations only (goal 81,240/s)", exportTo, "coco", false, false);
    add("export/coco, annotations only, checked", exportTo, "coco", false, true);
    add("export/yolo, annotations only", exportTo, "yolo", false, false);
    add("export/voc, annotations only", exportTo, "voc", false, false);
    add("export/voc, linked pictures", exportTo, "voc", true, false);
    add("import/voc, with the database (goal 30,550/s)", importFrom, "voc", root() + QStringLiteral("/export-voc"));
    add("export/yolo, linked pictures", exportTo, "yolo", true, false);
    add("import/yolo, with the database (goal 32,150/s)", importFrom, "yolo", root() + QStringLiteral("/export-yolo"));
    add("write/coco", writeFormat, "coco");
    benchmark::RunSpecifiedBenchmarks();
    g_filled.store.reset();
}
