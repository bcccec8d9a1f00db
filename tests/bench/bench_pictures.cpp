// SPDX-License-Identifier: GPL-3.0-or-later
//! How long one waits for the next picture on the canvas: 12 megapixels, JPEG, known before (warm) or not (cold).
#include "app/jobs/JobPools.h"
#include "app/jobs/PictureLoader.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QEventLoop>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

using namespace lw;

namespace {

constexpr QSize kSize(4000, 3000);
constexpr int kPictures = 8;

/// Pictures with detail everywhere: a plain one would decode too quickly.
QStringList writePictures(const QTemporaryDir& folder)
{
    QStringList paths;
    for (int i = 0; i < kPictures; ++i) {
        QImage image(kSize, QImage::Format_RGB32);
        quint32 seed = quint32(i) + 1;
        for (int y = 0; y < image.height(); ++y) {
            auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                seed = seed * 1'664'525 + 1'013'904'223;
                const int noise = int(seed >> 27);
                row[x] = qRgb((x / 16 + noise) & 255, (y / 12 + noise) & 255, ((x + y) / 24 + noise) & 255);
            }
        }
        paths.append(folder.filePath(QStringLiteral("%1.jpg").arg(i)));
        image.save(paths.back(), "jpg", 90);
    }
    return paths;
}

struct Stage {
    QTemporaryDir folder;
    QStringList paths = writePictures(folder);

    [[nodiscard]] jobs::PictureLoader::Options options() const
    {
        jobs::PictureLoader::Options options;
        options.cacheFolder = folder.filePath(QStringLiteral("tiles"));
        return options;
    }
};

Stage& stage()
{
    static Stage made;
    return made;
}

template <typename Condition> void waitUntil(canvas::PictureSource& source, Condition isReached)
{
    QEventLoop loop;
    QObject::connect(&source, &canvas::PictureSource::changed, &loop, [&] {
        if (isReached()) {
            loop.quit();
        }
    });
    if (!isReached()) {
        loop.exec();
    }
}

/// Until something of the picture can be seen.
void nextPictureColdFirstPixels(benchmark::State& state)
{
    jobs::JobPools pools;
    int turn = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto loader = std::make_unique<jobs::PictureLoader>(pools.compute(), stage().options());
        state.ResumeTiming();
        auto source = loader->open(stage().paths[turn++ % kPictures], kSize);
        waitUntil(*source, [&] { return !source->preview().isNull(); });
        state.PauseTiming();
        source.reset();
        loader.reset();
        state.ResumeTiming();
    }
}

/// Until every pixel is there.
void nextPictureColdAllPixels(benchmark::State& state)
{
    jobs::JobPools pools;
    int turn = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto loader = std::make_unique<jobs::PictureLoader>(pools.compute(), stage().options());
        state.ResumeTiming();
        auto source = loader->open(stage().paths[turn++ % kPictures], kSize);
        waitUntil(*source, [&] { return source->tile(0, 0, 0).has_value(); });
        state.PauseTiming();
        source.reset();
        loader.reset();
        state.ResumeTiming();
    }
}

/// The neighbour that was loaded meanwhile: until every pixel is there.
void nextPictureWarm(benchmark::State& state)
{
    jobs::JobPools pools;
    jobs::PictureLoader loader(pools.compute(), stage().options());
    auto source = loader.open(stage().paths[0], kSize);
    waitUntil(*source, [&] { return source->tile(0, 0, 0).has_value(); });
    int turn = 1;
    for (auto _ : state) {
        state.PauseTiming();
        const QString next = stage().paths[turn++ % kPictures];
        loader.prefetch({next});
        while (!loader.isLoaded(next)) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        state.ResumeTiming();
        source = loader.open(next, kSize);
        waitUntil(*source, [&] { return source->tile(0, 0, 0).has_value(); });
    }
}

BENCHMARK(nextPictureColdFirstPixels)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(nextPictureColdAllPixels)->Unit(benchmark::kMillisecond)->UseRealTime();
// Few turns: each needs a picture to be decoded outside of the measured time.
BENCHMARK(nextPictureWarm)->Iterations(24)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
