// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws the tiles of a picture at the level of detail that the zoom asks for.
#pragma once

#include "widgets/canvas/CanvasOptions.h"
#include "widgets/canvas/LayerCache.h"
#include "widgets/canvas/PictureSource.h"

#include <QCache>
#include <QColor>
#include <QPointer>
#include <QRgb>

#include <array>
#include <optional>

namespace lw::canvas {

/// Brightness, contrast and gamma as one table from byte to byte.
[[nodiscard]] std::array<uchar, 256> adjustmentTable(const Adjustments& adjustments);
/// `image` with every colour channel sent through `table`.
[[nodiscard]] QImage adjusted(const QImage& image, const std::array<uchar, 256>& table);

/// GUI thread only.
class PictureLayer final : public LayerContent {
public:
    /// `background` fills what lies around the picture.
    explicit PictureLayer(const QColor& background);

    /// Not owned; may be null.
    void setSource(PictureSource* source);
    [[nodiscard]] PictureSource* source() const { return m_source; }
    void setAdjustments(const Adjustments& adjustments);
    [[nodiscard]] const Adjustments& adjustments() const { return m_adjustments; }
    void setDevicePixelRatio(double ratio) { m_ratio = ratio; }
    /// The pixels may be others than before.
    void forgetTiles() { m_adjusted.clear(); }

    /// The level whose pixels are the nearest that are not larger on screen than one device pixel, else 0.
    [[nodiscard]] int levelFor(double devicePixelsPerPicturePixel) const;
    /// Colour of the picture at a pixel, as adjusted; nullopt outside or while not loaded.
    [[nodiscard]] std::optional<QRgb> colourAt(domain::ImagePoint at) const;
    /// Draws the small preview into `target` (widget coordinates).
    void paintPreview(QPainter& painter, const QRectF& target) const;

    [[nodiscard]] std::vector<qint64> itemsIn(const QRectF& imageRect, const ViewTransform& transform) override;
    void paintItem(QPainter& painter, qint64 item, const ViewTransform& transform, Quality quality) override;
    [[nodiscard]] int reach() const override { return 1; }

    /// Tile grid cell in picture pixels.
    [[nodiscard]] QRectF tileRect(int level, int tx, int ty) const;

private:
    struct TileKey {
        int level = 0;
        int tx = 0;
        int ty = 0;
    };
    static qint64 pack(const TileKey& key);
    static TileKey unpack(qint64 item);
    [[nodiscard]] std::optional<QImage> tileImage(const TileKey& key);
    bool paintCoarser(QPainter& painter, const TileKey& key, const QRectF& target);

    QPointer<PictureSource> m_source;
    QColor m_background;
    Adjustments m_adjustments;
    std::array<uchar, 256> m_table;
    QCache<qint64, QImage> m_adjusted; ///< cost in KiB
    double m_ratio = 1;
};

} // namespace lw::canvas
