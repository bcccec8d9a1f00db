// SPDX-License-Identifier: GPL-3.0-or-later
//! Which scene has which place and light, and writing them to files.
#include "engine/media/SampleScenes.h"

#include "engine/media/scenes/SceneComposer.h"
#include "engine/media/scenes/Scenery.h"

#include <QDir>
#include <QImageWriter>
#include <QSaveFile>

namespace lw::media {

namespace {

core::Result<> writeJpeg(const QString& path, const QImage& picture)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return core::failure(core::ErrorCode::WriteFailed, file.errorString(), path);
    }
    QImageWriter writer(&file, QByteArrayLiteral("jpg"));
    writer.setQuality(92);
    if (!writer.write(picture)) {
        return core::failure(core::ErrorCode::WriteFailed, writer.errorString(), path);
    }
    if (!file.commit()) {
        return core::failure(core::ErrorCode::WriteFailed, file.errorString(), path);
    }
    return {};
}

} // namespace

Scene renderScene(int index, quint64 seed)
{
    Q_ASSERT(index >= 0);
    SceneRandom random(seed * 0x9E3779B97F4A7C15ULL + quint64(index));
    const int round = index / kScenePlaces;
    SceneLight light = sceneLight(round + index % kScenePlaces);
    light.comesFromLeft = random.chance(0.5);
    SceneCanvas canvas;
    composePlace(index, ScenePen{canvas, light, random});
    Scene scene;
    scene.objects = canvas.visibleObjects();
    scene.picture = canvas.picture();
    finishPicture(scene.picture, random);
    scene.name = QStringLiteral("%1_%2_%3").arg(placeName(index), light.name).arg(index + 1, 2, 10, QLatin1Char('0'));
    return scene;
}

core::Result<std::vector<SampleFile>> writeSampleFolder(const QString& folder, int count, const core::Control& control,
                                                        quint64 seed)
{
    const QDir target(folder);
    if (!target.mkpath(QStringLiteral("."))) {
        return core::failure(core::ErrorCode::WriteFailed, QStringLiteral("cannot make the folder"), folder);
    }
    std::vector<SampleFile> files;
    for (int index = 0; index < count; ++index) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled, {}, folder);
        }
        Scene scene = renderScene(index, seed);
        const QString path = target.absoluteFilePath(scene.name + QStringLiteral(".jpg"));
        if (core::Result<> written = writeJpeg(path, scene.picture); !written) {
            return core::failure(written.error());
        }
        files.push_back({path, scene.picture.size(), std::move(scene.objects)});
        control.report(index + 1, count);
    }
    return files;
}

} // namespace lw::media
