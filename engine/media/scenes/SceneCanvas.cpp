// SPDX-License-Identifier: GPL-3.0-or-later
//! Layers, and the map of who owns which pixel.
#include "engine/media/scenes/SceneCanvas.h"

#include <algorithm>

namespace lw::media {

namespace {

constexpr int kSolid = 110;          ///< a pixel of at least this alpha belongs to the object
constexpr double kLeastShare = 0.45; ///< of an object's pixels that must be seen for it to be listed
constexpr int kLeastSide = 9;        ///< pixels

QImage layerFor(const QRect& frame, const SceneCanvas::Drawing& draw)
{
    QImage layer(frame.size(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    QPainter painter(&layer);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-frame.topLeft());
    draw(painter);
    return layer;
}

} // namespace

SceneCanvas::SceneCanvas()
    : m_picture(kWidth, kHeight, QImage::Format_RGB32), m_painter(&m_picture), m_owner(size_t(kWidth) * kHeight)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
}

void SceneCanvas::add(const QString& label, const QRectF& bounds, const Drawing& draw)
{
    const QRect frame = bounds.toAlignedRect();
    place(label, frame, layerFor(frame, draw));
}

void SceneCanvas::addReflected(const QString& label, const QRectF& bounds, double waterline, const Drawing& draw)
{
    const QRect frame = bounds.toAlignedRect();
    const QImage layer = layerFor(frame, draw);
    const double above = waterline - frame.top();
    QRectF mirror(frame.left(), waterline, frame.width(), above * 0.7);
    m_painter.save();
    // Thin bands, each shifted a little, are all that calm water does to a reflection.
    const int bands = std::max(1, int(mirror.height() / 3));
    const QImage flipped = layer.copy(0, 0, frame.width(), int(above)).mirrored(false, true);
    for (int i = 0; i < bands; ++i) {
        const double depth = double(i) / bands;
        const double shift = (i % 3 - 1) * (0.6 + 3 * depth);
        m_painter.setOpacity(0.42 * (1 - depth));
        const QRectF from(0, flipped.height() * depth, flipped.width(), double(flipped.height()) / bands);
        m_painter.drawImage(QRectF(mirror.left() + shift, mirror.top() + mirror.height() * depth, mirror.width(),
                                   mirror.height() / bands),
                            flipped, from);
    }
    m_painter.restore();
    place(label, frame, layer);
}

void SceneCanvas::cover(const QRectF& bounds, const Drawing& draw)
{
    const QRect frame = bounds.toAlignedRect().intersected(m_picture.rect());
    place({}, frame, layerFor(frame, draw));
}

void SceneCanvas::place(const QString& label, const QRect& frame, const QImage& layer)
{
    m_painter.drawImage(frame.topLeft(), layer);
    quint16 owner = 0;
    if (!label.isEmpty()) {
        m_painted.push_back({label, 0});
        owner = quint16(m_painted.size());
    }
    for (int y = 0; y < layer.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(layer.constScanLine(y));
        const int pictureY = frame.top() + y;
        for (int x = 0; x < layer.width(); ++x) {
            if (qAlpha(row[x]) < kSolid) {
                continue;
            }
            if (owner != 0) {
                ++m_painted.back().pixels;
            }
            const int pictureX = frame.left() + x;
            if (pictureX >= 0 && pictureX < kWidth && pictureY >= 0 && pictureY < kHeight) {
                m_owner[size_t(pictureY) * kWidth + size_t(pictureX)] = owner;
            }
        }
    }
}

std::vector<SceneObject> SceneCanvas::visibleObjects()
{
    m_painter.end();
    std::vector<QRect> boxes(m_painted.size());
    std::vector<qint64> seen(m_painted.size());
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            if (const size_t owner = m_owner[size_t(y) * kWidth + size_t(x)]; owner > 0) {
                boxes[owner - 1] |= QRect(x, y, 1, 1);
                ++seen[owner - 1];
            }
        }
    }
    std::vector<SceneObject> objects;
    for (size_t i = 0; i < m_painted.size(); ++i) {
        const bool isLarge = std::min(boxes[i].width(), boxes[i].height()) >= kLeastSide;
        if (isLarge && double(seen[i]) >= kLeastShare * double(m_painted[i].pixels)) {
            objects.push_back({m_painted[i].label, QRectF(boxes[i])});
        }
    }
    return objects;
}

} // namespace lw::media
