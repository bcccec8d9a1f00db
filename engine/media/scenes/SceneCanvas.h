// SPDX-License-Identifier: GPL-3.0-or-later
//! A picture that remembers which pixel belongs to which object.
#pragma once

#include "engine/media/SampleScenes.h"

#include <QPainter>

#include <functional>

namespace lw::media {

/// Paints back to front. Everything painted through add() or cover() hides what is behind it from the boxes, too.
class SceneCanvas final {
public:
    static constexpr int kWidth = 1280;
    static constexpr int kHeight = 853;
    using Drawing = std::function<void(QPainter&)>;

    SceneCanvas();

    /// For backgrounds, shadows and glows, which hide nothing.
    QPainter& painter() { return m_painter; }
    /// A labelled object; nothing may be drawn outside of `bounds`.
    void add(const QString& label, const QRectF& bounds, const Drawing& draw);
    /// The same, and its image in the water below `waterline`.
    void addReflected(const QString& label, const QRectF& bounds, double waterline, const Drawing& draw);
    /// Scenery that may stand before objects.
    void cover(const QRectF& bounds, const Drawing& draw);

    /// Ends painting: what can be seen of the objects, nearest last.
    [[nodiscard]] std::vector<SceneObject> visibleObjects();
    [[nodiscard]] QImage& picture() { return m_picture; }

private:
    struct Painted {
        QString label;
        qint64 pixels = 0; ///< also those hidden or outside
    };

    void place(const QString& label, const QRect& frame, const QImage& layer);

    QImage m_picture;
    QPainter m_painter;
    std::vector<quint16> m_owner; ///< per pixel: index into m_painted plus one, 0: scenery
    std::vector<Painted> m_painted;
};

} // namespace lw::media
