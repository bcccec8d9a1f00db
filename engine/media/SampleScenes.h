// SPDX-License-Identifier: GPL-3.0-or-later
//! The program's own sample pictures: drawn landscapes with objects whose boxes are known exactly.
#pragma once

#include "models/core/Progress.h"
#include "models/core/Result.h"

#include <QImage>
#include <QRectF>
#include <QString>

#include <vector>

namespace lw::media {

/// One visible object in a scene.
struct SceneObject {
    QString label; ///< "car", "boat", "house", "tree", "balloon", "bird", "lighthouse"
    QRectF box;    ///< visible extent in pixels of the picture, within it

    bool operator==(const SceneObject&) const = default;
};

struct Scene {
    QImage picture; ///< 1280 × 853, RGB32
    std::vector<SceneObject> objects;
    QString name; ///< file name without extension: place, time of day, number
};

/// How many scenes differ in place or time of day; further indexes repeat those with other contents.
inline constexpr int kDistinctScenes = 36;

/// Renders scene `index` (0 and up). Same index and seed, same picture. Needs no QGuiApplication: no text is drawn.
/// Any thread. Objects mostly hidden or cut off are not listed.
[[nodiscard]] Scene renderScene(int index, quint64 seed);

/// One file of the sample folder.
struct SampleFile {
    QString path; ///< absolute
    QSize size;
    std::vector<SceneObject> objects;
};

/// Renders `count` scenes into JPEG files in `folder` (made if absent; files of the same names are replaced).
/// Reports files done. Errors: WriteFailed, Cancelled; files written until then stay.
core::Result<std::vector<SampleFile>> writeSampleFolder(const QString& folder, int count,
                                                        const core::Control& control = {}, quint64 seed = 1);

} // namespace lw::media
