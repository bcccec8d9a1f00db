// SPDX-License-Identifier: GPL-3.0-or-later
//! In and out: VOC folders and manifests through the same scenarios as the window and the command line. The column
//! "x ceiling" compares processor times.
#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/PublishVersion.h"
#include "models/store/DatasetRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/bench/Synthetic.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace lw;

namespace {

constexpr int kVocFiles = 10'000;
constexpr int kRows = 200'000;

void require(bool isFine, const char* what)
{
    if (!isFine) {
        std::fprintf(stderr, "benchmark: %s failed\n", what);
        std::exit(1);
    }
}

QString root()
{
    return qEnvironmentVariable("LW_BENCH_DIR", QDir::tempPath() + QStringLiteral("/labelwright-bench")) +
           QStringLiteral("/io");
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "writing a file");
}

QByteArray vocXml(int number)
{
    QByteArray xml = "<annotation>\n\t<folder>pictures</folder>\n\t<filename>picture_" +
                     QByteArray::number(number).rightJustified(6, '0') +
                     ".jpg</filename>\n\t<size><width>640</width><height>480</height><depth>3</depth></size>\n"
                     "\t<segmented>0</segmented>\n";
    for (int box = 0; box < 5; ++box) {
        const int x = (number * 7 + box * 97) % 500, y = (number * 3 + box * 61) % 380;
        xml += "\t<object>\n\t\t<name>label" + QByteArray::number((number + box) % 8) +
               "</name>\n\t\t<pose>Unspecified</pose>\n\t\t<truncated>0</truncated>\n\t\t<difficult>0</difficult>\n"
               "\t\t<bndbox>\n\t\t\t<xmin>" + QByteArray::number(x) + "</xmin>\n\t\t\t<ymin>" + QByteArray::number(y) +
               "</ymin>\n\t\t\t<xmax>" + QByteArray::number(x + 60) + "</xmax>\n\t\t\t<ymax>" +
               QByteArray::number(y + 50) + "</ymax>\n\t\t</bndbox>\n\t</object>\n";
    }
    return xml + "</annotation>\n";
}

/// `count` pictures (one picture under many names: hard links) with a VOC file each.
QString vocFolder(int count)
{
    const QString folder = root() + QStringLiteral("/voc-%1").arg(count);
    const QString done = folder + QStringLiteral(".done");
    if (QFile::exists(done)) {
        return folder;
    }
    QDir(folder).removeRecursively();
    require(QDir().mkpath(folder), "making a folder");
    QImage picture(640, 480, QImage::Format_RGB32);
    for (int y = 0; y < 480; ++y) {
        for (int x = 0; x < 640; ++x) {
            picture.setPixel(x, y, qRgb(x / 3, y / 2, (x ^ y) & 255));
        }
    }
    const QString first = folder + QStringLiteral("/picture_000000.jpg");
    require(picture.save(first, "JPG", 80), "writing the picture");
    for (int i = 0; i < count; ++i) {
        const QString base = folder + QStringLiteral("/picture_%1").arg(i, 6, 10, QLatin1Char('0'));
        if (i > 0) {
            // A file system allows some 65,000 links to a file.
            const bool isFresh = i % 50'000 == 0;
            require(isFresh ? QFile::copy(first, base + QStringLiteral(".jpg"))
                            : ::link(QFile::encodeName(first).constData(),
                                     QFile::encodeName(base + QStringLiteral(".jpg")).constData()) == 0,
                    "linking a picture");
        }
        writeFile(base + QStringLiteral(".xml"), vocXml(i));
    }
    writeFile(done, "ok");
    return folder;
}

/// A manifest of `kRows` rows over the pictures of vocFolder(); several rows cannot share a picture, so the pictures
/// are as many as the rows.
QString manifest(bool isLabelled)
{
    const QString folder = root() + QStringLiteral("/rows");
    const QString path = root() + (isLabelled ? QStringLiteral("/labelled.manifest") : QStringLiteral("/plain.manifest"));
    if (QFile::exists(path)) {
        return path;
    }
    require(QDir().mkpath(folder), "making a folder");
    QByteArray text;
    const QString source = vocFolder(kVocFiles) + QStringLiteral("/picture_000000.jpg");
    QString fresh;
    for (int i = 0; i < kRows; ++i) {
        const QString name = folder + QStringLiteral("/row_%1.jpg").arg(i, 7, 10, QLatin1Char('0'));
        if (!QFile::exists(name)) {
            if (i % 50'000 == 0) {
                require(QFile::copy(source, name), "copying a picture");
            } else {
                require(::link(QFile::encodeName(fresh).constData(), QFile::encodeName(name).constData()) == 0, "linking");
            }
        }
        if (i % 50'000 == 0) {
            fresh = name;
        }
        text += "{\"source\":\"" + name.toUtf8() + "\"";
        if (isLabelled) {
            text += ",\"usage\":\"TRAIN\",\"annotation\":[";
            for (int box = 0; box < 2; ++box) {
                text += QByteArray(box ? "," : "") +
                        "{\"type\":\"modelarts/object_detection\",\"name\":\"label" + QByteArray::number(i % 8) +
                        "\",\"annotated-by\":\"human\",\"creation-time\":\"2026-01-01 10:00:00\",\"property\":{"
                        "\"@modelarts:shape\":\"bndbox\",\"@modelarts:feature\":[[" + QByteArray::number(i % 400) + "," +
                        QByteArray::number(10 + box) + "],[" + QByteArray::number(i % 400 + 50) + ",200]]}}";
            }
            text += "]";
        }
        text += "}\n";
    }
    writeFile(path, text);
    return path;
}

/// A new name every time. Nothing is deleted before all is measured: for minutes ext4 avoids the inodes of deleted
/// files, and looks at each of them again whenever it makes one.
QString freshFolder()
{
    static int number = 0;
    return root() + QStringLiteral("/out-%1-%2").arg(QCoreApplication::applicationPid()).arg(++number);
}

/// Measures one thing several times: by the wall clock, and by the processor time of all threads, which other programs
/// on the machine hardly change.
class Measure {
public:
    explicit Measure(benchmark::State& state) : m_state(state) {}

    void start()
    {
        m_processor = bench::processorSeconds();
        m_clock.start();
    }
    void stop()
    {
        const double wall = double(m_clock.nsecsElapsed()) / 1e9;
        m_processorSum += bench::processorSeconds() - m_processor;
        m_state.SetIterationTime(wall);
    }
    /// Adds the columns of the table; returns the processor seconds of one time.
    double report(int samples)
    {
        const double seconds = m_processorSum / double(m_state.iterations());
        double load = 0;
        ::getloadavg(&load, 1);
        m_state.counters["cpu_ms"] = seconds * 1000;
        m_state.counters["samples/cpu_s"] = samples / seconds;
        m_state.counters["samples/s"] = benchmark::Counter(samples, benchmark::Counter::kIsIterationInvariantRate);
        m_state.counters["load"] = load;
        return seconds;
    }

private:
    benchmark::State& m_state;
    QElapsedTimer m_clock;
    double m_processor = 0;
    double m_processorSum = 0;
};

struct Fresh {
    std::unique_ptr<store::Store> store;
    domain::DatasetId dataset;
};

Fresh freshProject()
{
    const QString folder = freshFolder();
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

void importFrom(benchmark::State& state, const char* format, const QString& from, int expected)
{
    Measure measure(state);
    for (auto _ : state) {
        Fresh project = freshProject();
        scenarios::ImportRequest request;
        request.dataset = project.dataset;
        request.format = QString::fromLatin1(format);
        request.from = from;
        measure.start();
        const auto outcome = scenarios::importDataset(*project.store, request, {});
        measure.stop();
        require(outcome.has_value(), "importing");
        require(store::DatasetRepository(*project.store).find(project.dataset)->counters.total == expected, "counting");
    }
    measure.report(expected);
    state.counters["MB"] = bench::residentMegabytes();
}

Fresh& filled()
{
    static Fresh project = [] {
        Fresh made = freshProject();
        scenarios::ImportRequest request;
        request.dataset = made.dataset;
        request.format = QStringLiteral("voc");
        request.from = vocFolder(kVocFiles);
        require(scenarios::importDataset(*made.store, request, {}).has_value(), "importing");
        return made;
    }();
    return project;
}

/// Processor seconds of the ceilings, measured in the same run.
double g_filesCeiling = 0;
double g_picturesCeiling = 0;

void publish(benchmark::State& state)
{
    Fresh& project = filled();
    Measure measure(state);
    for (auto _ : state) {
        scenarios::PublishRequest request;
        request.dataset = project.dataset;
        request.trainRatio = 0.8;
        measure.start();
        require(scenarios::publishVersion(*project.store, request, {}).has_value(), "publishing");
        measure.stop();
    }
    state.counters["x ceiling"] = measure.report(kVocFiles) / g_filesCeiling;
}

void exportTo(benchmark::State& state, const char* format, const double& ceiling)
{
    Fresh& project = filled();
    Measure measure(state);
    for (auto _ : state) {
        const QString target = freshFolder();
        scenarios::ExportRequest request;
        request.dataset = project.dataset;
        request.format = QString::fromLatin1(format);
        request.to = target;
        request.linkPictures = true;
        measure.start();
        require(scenarios::exportDataset(*project.store, request, {}).has_value(), "exporting");
        measure.stop();
    }
    state.counters["x ceiling"] = measure.report(kVocFiles) / ceiling;
}

/// The ceiling of every export: nothing but the system calls that make these files and flush them once.
void makeFiles(benchmark::State& state, bool withPictures, double& ceiling)
{
    const QByteArray xml = vocXml(1);
    const QByteArray source = QFile::encodeName(vocFolder(kVocFiles) + QStringLiteral("/picture_000000.jpg"));
    Measure measure(state);
    for (auto _ : state) {
        const QString target = freshFolder();
        require(QDir().mkpath(target), "making a folder");
        measure.start();
        const int folder = ::open(QFile::encodeName(target).constData(), O_RDONLY | O_DIRECTORY);
        char name[32];
        for (int i = 0; i < kVocFiles; ++i) {
            std::snprintf(name, sizeof(name), "picture_%06d.jpg", i);
            require(!withPictures || ::linkat(AT_FDCWD, source.constData(), folder, name, 0) == 0, "linking");
            std::snprintf(name, sizeof(name), "picture_%06d.xml", i);
            const int file = ::openat(folder, name, O_WRONLY | O_CREAT | O_EXCL, 0666);
            require(::write(file, xml.constData(), size_t(xml.size())) == xml.size(), "writing a file");
            ::close(file);
        }
        ::syncfs(folder);
        ::close(folder);
        measure.stop();
    }
    ceiling = measure.report(kVocFiles);
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
            ->Iterations(3);
    };
    add("import/VOC, 10,000 pictures with 5 boxes (goal 4000 ms)", importFrom, "voc", vocFolder(kVocFiles), kVocFiles);
    add("import/manifest, unlabelled rows (goal 100k/s)", importFrom, "manifest", manifest(false), kRows);
    add("import/manifest, rows with 2 boxes (goal 40k/s)", importFrom, "manifest", manifest(true), kRows);
    add("ceiling/10,000 small files", makeFiles, false, std::ref(g_filesCeiling));
    add("ceiling/10,000 small files and links", makeFiles, true, std::ref(g_picturesCeiling));
    add("publish/10,000 pictures with 5 boxes", publish);
    add("export/VOC, 10,000 pictures with 5 boxes, linked", exportTo, "voc", std::cref(g_picturesCeiling));
    add("export/manifest, 10,000 pictures with 5 boxes, linked", exportTo, "manifest", std::cref(g_filesCeiling));
    benchmark::RunSpecifiedBenchmarks();
    filled().store.reset();
    const QDir all(root());
    for (const QString& name : all.entryList({QStringLiteral("out-*")}, QDir::Dirs)) {
        QDir(all.filePath(name)).removeRecursively();
    }
}
