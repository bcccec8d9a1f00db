// SPDX-License-Identifier: GPL-3.0-or-later
//! How many changed copies of real photos near-duplicate search finds with and without vectors, and how many wrong
//! pairs.
#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/Projects.h"
#include "app/scenarios/SimilarSamples.h"
#include "app/scenarios/SyncDataset.h"
#include "engine/jobs/WorkerProgram.h"
#include "engine/jobs/WorkerSession.h"
#include "models/store/SampleRepository.h"
#include "tests/engine/vision/PictureVariants.h"
#include "tests/support/TestData.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <map>

using namespace lw;
using namespace lw::tests;

namespace {

constexpr int kOriginals = 200;
constexpr std::array kThresholds = {0.85, 0.90, 0.93};

/// All flowers, and of some the variants: "17.png" and "17-0.png", "17-1.png" …
int fill(const QString& folder, const QString& flowers)
{
    QStringList files;
    for (QDirIterator walk(flowers, {QStringLiteral("*.jpg")}, QDir::Files, QDirIterator::Subdirectories);
         walk.hasNext();) {
        files.append(walk.next());
    }
    files.sort();
    const qsizetype step = std::max<qsizetype>(1, files.size() / kOriginals);
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QImage picture(files[i]);
        picture.save(QStringLiteral("%1/%2.png").arg(folder).arg(i));
        for (size_t k = 0; i % step == 0 && i / step < kOriginals && k < pictureVariants().size(); ++k) {
            pictureVariants()[k].make(picture).save(QStringLiteral("%1/%2-%3.png").arg(folder).arg(i).arg(k));
        }
    }
    return int(files.size());
}

void measure(store::Store& store, domain::DatasetId dataset, const scenarios::EngineLens* engine)
{
    QElapsedTimer clock;
    clock.start();
    const auto outcome = scenarios::findDuplicates(store, dataset, {}, {}, engine);
    if (!outcome) {
        std::printf("failed: %s %s\n", qPrintable(outcome.error().detail), qPrintable(outcome.error().path));
        return;
    }
    std::printf("%s: %lld pictures in %.1f s\n", engine ? qPrintable(engine->lens.net) : "hashes alone",
                static_cast<long long>(outcome->findings->compared), double(clock.elapsed()) / 1000);
    std::map<size_t, std::array<int, kThresholds.size()>> found;
    std::array<int, kThresholds.size()> wrong{};
    const store::SampleRepository samples(store);
    for (const domain::SimilarPair& pair : outcome->findings->pairs) {
        const QStringList a = samples.find(pair.a)->name.chopped(4).split(u'-');
        const QStringList b = samples.find(pair.b)->name.chopped(4).split(u'-');
        for (size_t t = 0; t < kThresholds.size(); ++t) {
            if (double(pair.similarity) < kThresholds[t]) {
                continue;
            }
            if (a[0] != b[0]) {
                wrong[t] += a.size() == 1 && b.size() == 1 ? 1 : 0;
            } else if (a.size() != b.size()) {
                ++found[size_t((a.size() > 1 ? a : b)[1].toInt())][t];
            }
        }
    }
    for (size_t k = 0; k < pictureVariants().size(); ++k) {
        std::printf("  %-20s >= .85 %.3f  >= .90 %.3f  >= .93 %.3f\n", pictureVariants()[k].name,
                    double(found[k][0]) / kOriginals, double(found[k][1]) / kOriginals,
                    double(found[k][2]) / kOriginals);
    }
    std::printf("  pairs of photos that are no copies of ours: >= .85 %d, >= .90 %d, >= .93 %d\n", wrong[0], wrong[1],
                wrong[2]);
}

/// The network and file of the command line, else the features that need none.
scenarios::PictureLens lensOf(const QStringList& arguments)
{
    scenarios::PictureLens lens = scenarios::builtInLens();
    if (arguments.size() > 3) {
        lens.net = arguments[1];
        lens.weights = QDir().absoluteFilePath(arguments[2]);
        lens.convention = arguments[3];
    }
    return lens;
}

} // namespace

/// bench_duplicates [NET WEIGHTS CONVENTION]
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QString root = sharedData(QStringLiteral("images/flowers"));
    const auto program = worker::findWorker();
    if (root.isEmpty() || !program) {
        std::printf("images/flowers or the worker is not here\n");
        return 0;
    }
    const QTemporaryDir folder;
    const auto store = scenarios::createProject(folder.filePath(QStringLiteral("project")));
    scenarios::CreateDatasetRequest request;
    request.name = QStringLiteral("flowers");
    request.inputLocation = folder.filePath(QStringLiteral("in"));
    request.outputLocation = folder.filePath(QStringLiteral("out"));
    const auto dataset = scenarios::createDataset(**store, request);
    std::printf("%d photos, %d of them in %zu variants\n", fill(request.inputLocation, root), kOriginals,
                pictureVariants().size());
    if (!dataset || !scenarios::syncDataset(**store, dataset->id, {})) {
        return 1;
    }
    measure(**store, dataset->id, nullptr);
    const auto session = worker::WorkerSession::start(*program, 1);
    if (!session) {
        return 1;
    }
    const scenarios::EngineLens engine{
        lensOf(app.arguments()), [&](const QString& operation, const QJsonObject& body, const core::Control& control) {
            return (*session)->ask(operation, body, control);
        }};
    measure(**store, dataset->id, &engine);
    return 0;
}
