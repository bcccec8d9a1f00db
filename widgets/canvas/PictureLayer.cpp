// SPDX-License-Identifier: GPL-3.0-or-later
//! Choice of level, drawing of tiles, and the look-up table of the adjustments.
#include "widgets/canvas/PictureLayer.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

constexpr int kAdjustedCacheKiB = 96 * 1024;
constexpr qint64 kBackgroundItem = -1;
constexpr double kNearestFromZoom = 4; ///< single pixels are shown as squares from here on
constexpr int kChecker = 8;

void paintChecker(QPainter& painter, const QRectF& target)
{
    painter.fillRect(target, QColor(0xf0, 0xf0, 0xf0));
    QPixmap tile(2 * kChecker, 2 * kChecker);
    tile.fill(Qt::transparent);
    QPainter inner(&tile);
    inner.fillRect(0, 0, kChecker, kChecker, QColor(0xd4, 0xd4, 0xd4));
    inner.fillRect(kChecker, kChecker, kChecker, kChecker, QColor(0xd4, 0xd4, 0xd4));
    inner.end();
    painter.drawTiledPixmap(target, tile, target.topLeft());
}

} // namespace

std::array<uchar, 256> adjustmentTable(const Adjustments& adjustments)
{
    // Contrast turns the line through middle grey: -100 makes it flat, +100 a step.
    const double angle = (std::clamp(adjustments.contrast, -100, 99) + 100) * M_PI / 400;
    const double slope = std::tan(angle);
    std::array<uchar, 256> table{};
    for (size_t i = 0; i < table.size(); ++i) {
        double v = std::pow(double(i) / 255, 1 / std::max(0.01, adjustments.gamma));
        v = (v - 0.5) * slope + 0.5 + adjustments.brightness / 100.0;
        table[i] = uchar(std::clamp(std::lround(v * 255), 0L, 255L));
    }
    return table;
}

QImage adjusted(const QImage& image, const std::array<uchar, 256>& table)
{
    QImage result = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    for (int y = 0; y < result.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x) {
            const QRgb c = line[x];
            line[x] = qRgba(table[size_t(qRed(c))], table[size_t(qGreen(c))], table[size_t(qBlue(c))], qAlpha(c));
        }
    }
    return result.hasAlphaChannel() ? result.convertToFormat(QImage::Format_ARGB32_Premultiplied) : result;
}

PictureLayer::PictureLayer(const QColor& background)
    : m_background(background), m_table(adjustmentTable({})), m_adjusted(kAdjustedCacheKiB)
{
}

void PictureLayer::setSource(PictureSource* source)
{
    m_source = source;
    forgetTiles();
}

void PictureLayer::setAdjustments(const Adjustments& adjustments)
{
    m_adjustments = adjustments;
    m_table = adjustmentTable(adjustments);
    forgetTiles();
}

int PictureLayer::levelFor(double devicePixelsPerPicturePixel) const
{
    if (!m_source || devicePixelsPerPicturePixel <= 0) {
        return 0;
    }
    const int wanted = int(std::floor(std::log2(1 / devicePixelsPerPicturePixel) + 1e-9));
    return std::clamp(wanted, 0, std::max(0, m_source->levelCount() - 1));
}

QRectF PictureLayer::tileRect(int level, int tx, int ty) const
{
    const double side = double(PictureSource::kTileSize) * (1 << level);
    const QSizeF size = m_source ? QSizeF(m_source->imageSize()) : QSizeF();
    return QRectF(tx * side, ty * side, side, side).intersected(QRectF(QPointF(), size));
}

std::optional<QRgb> PictureLayer::colourAt(domain::ImagePoint at) const
{
    if (!m_source || !QRectF(QPointF(), QSizeF(m_source->imageSize())).contains(at.x, at.y)) {
        return std::nullopt;
    }
    const int x = std::min(int(at.x), m_source->imageSize().width() - 1);
    const int y = std::min(int(at.y), m_source->imageSize().height() - 1);
    const int side = PictureSource::kTileSize;
    const std::optional<QImage> image = m_source->tile(0, x / side, y / side);
    if (!image || !image->rect().contains(x % side, y % side)) {
        return std::nullopt;
    }
    const QRgb c = image->pixel(x % side, y % side);
    return m_adjustments.isNeutral()
               ? c
               : qRgb(m_table[size_t(qRed(c))], m_table[size_t(qGreen(c))], m_table[size_t(qBlue(c))]);
}

void PictureLayer::paintPreview(QPainter& painter, const QRectF& target) const
{
    const QImage preview = m_source ? m_source->preview() : QImage();
    if (!preview.isNull()) {
        painter.drawImage(target, m_adjustments.isNeutral() ? preview : adjusted(preview, m_table));
    }
}

std::vector<qint64> PictureLayer::itemsIn(const QRectF& imageRect, const ViewTransform& transform)
{
    std::vector<qint64> items{kBackgroundItem};
    if (!m_source || m_source->imageSize().isEmpty()) {
        return items;
    }
    const QRectF part = imageRect.intersected(QRectF(QPointF(), QSizeF(m_source->imageSize())));
    if (part.isEmpty()) {
        return items;
    }
    const int level = levelFor(transform.zoom() * m_ratio);
    const double side = double(PictureSource::kTileSize) * (1 << level);
    const QSize size = m_source->levelSize(level);
    const int lastX = (size.width() - 1) / PictureSource::kTileSize;
    const int lastY = (size.height() - 1) / PictureSource::kTileSize;
    for (int ty = int(part.top() / side); ty <= std::min(lastY, int(part.bottom() / side)); ++ty) {
        for (int tx = int(part.left() / side); tx <= std::min(lastX, int(part.right() / side)); ++tx) {
            items.push_back(pack({level, tx, ty}));
        }
    }
    return items;
}

void PictureLayer::paintItem(QPainter& painter, qint64 item, const ViewTransform& transform, Quality quality)
{
    if (item == kBackgroundItem) {
        painter.fillRect(painter.transform().inverted().mapRect(QRectF(painter.viewport())), m_background);
        return;
    }
    if (!m_source) {
        return;
    }
    const TileKey key = unpack(item);
    const QRectF target = transform.toView(tileRect(key.level, key.tx, key.ty));
    const bool isSmooth = quality == Quality::Fine && transform.zoom() < kNearestFromZoom;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth);
    const std::optional<QImage> image = tileImage(key);
    if (!image) {
        paintCoarser(painter, key, target);
        return;
    }
    if (image->hasAlphaChannel()) {
        paintChecker(painter, target);
    }
    painter.drawImage(target, *image);
}

std::optional<QImage> PictureLayer::tileImage(const TileKey& key)
{
    if (const QImage* cached = m_adjusted.object(pack(key))) {
        return *cached;
    }
    std::optional<QImage> image = m_source->tile(key.level, key.tx, key.ty);
    if (image && !m_adjustments.isNeutral()) {
        image = adjusted(*image, m_table);
        m_adjusted.insert(pack(key), new QImage(*image), int(image->sizeInBytes() / 1024) + 1);
    }
    return image;
}

/// Until the tile is there, the preview's part stands in for it.
bool PictureLayer::paintCoarser(QPainter& painter, const TileKey& key, const QRectF& target)
{
    const QImage preview = m_source->preview();
    if (preview.isNull()) {
        return false;
    }
    const QSizeF full = m_source->imageSize();
    const QRectF tile = tileRect(key.level, key.tx, key.ty);
    const double sx = preview.width() / full.width();
    const double sy = preview.height() / full.height();
    const QRectF source(tile.x() * sx, tile.y() * sy, tile.width() * sx, tile.height() * sy);
    painter.drawImage(target, m_adjustments.isNeutral() ? preview : adjusted(preview, m_table), source);
    return true;
}

qint64 PictureLayer::pack(const TileKey& key)
{
    return (qint64(key.level) << 48) | (qint64(key.ty) << 24) | key.tx;
}

PictureLayer::TileKey PictureLayer::unpack(qint64 item)
{
    return {.level = int(item >> 48), .tx = int(item & 0xffffff), .ty = int((item >> 24) & 0xffffff)};
}

} // namespace lw::canvas
