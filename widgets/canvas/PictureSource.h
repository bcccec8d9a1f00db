// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the canvas gets a picture's pixels from; the program implements it over the engine's tile pyramid.
#pragma once

#include <QImage>
#include <QList>
#include <QObject>
#include <QSize>
#include <QString>

#include <optional>

namespace lw::canvas {

/// A fact that a person should know while looking at a picture; translated plain text.
struct PictureNote {
    QString text;        ///< a few words, for a badge
    QString explanation; ///< a sentence or two

    bool operator==(const PictureNote&) const = default;
};

/// A picture as levels of tiles. All calls and signals on the GUI thread; none may block. Pixels are those of the
/// picture turned by its EXIF orientation, with its colours made fit for a screen.
class PictureSource : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureSource)

public:
    static constexpr int kTileSize = 512;

    using QObject::QObject;

    /// Full size in pixels; empty as long as it is not known.
    [[nodiscard]] virtual QSize imageSize() const = 0;
    /// At least 1. Level 0 is the full size, each further one half of it, rounded up. May be 1 until changed().
    [[nodiscard]] virtual int levelCount() const = 0;
    [[nodiscard]] virtual QSize levelSize(int level) const
    {
        const QSize full = imageSize();
        const int scale = 1 << level;
        return {(full.width() + scale - 1) / scale, (full.height() + scale - 1) / scale};
    }
    /// The tile in column `tx` and row `ty`, kTileSize square or less at the right and lower border; QImage's 32-bit
    /// formats draw fastest. nullopt = not there yet: then tileReady() follows when it is.
    [[nodiscard]] virtual std::optional<QImage> tile(int level, int tx, int ty) = 0;
    /// The whole picture in few pixels, shown until tiles are there; may be null.
    [[nodiscard]] virtual QImage preview() const = 0;
    /// What badges over the picture say: "16-bit", "Animated: first frame shown". Usually empty.
    [[nodiscard]] virtual QList<PictureNote> notes() const { return {}; }
    /// Why there is no picture, translated; empty when all is well.
    [[nodiscard]] virtual QString problem() const { return {}; }

Q_SIGNALS:
    void tileReady(int level, int tx, int ty);
    /// Size, levels, preview, notes or problem may be other than before, and all tiles too.
    void changed();
};

} // namespace lw::canvas
