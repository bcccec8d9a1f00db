// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps what does not move as pixels and renews it in short slices of time, so that panning and zooming stay quick.
#pragma once

#include "widgets/canvas/ViewTransform.h"

#include <QImage>
#include <QPoint>
#include <QRegion>

#include <optional>
#include <vector>

class QPainter;

namespace lw::canvas {

/// How carefully an item is drawn: Draft is quick and rough, Fine is what is seen when nothing moves.
enum class Quality { Draft, Fine };

/// Something that a LayerCache draws, made of many items.
class LayerContent {
public:
    virtual ~LayerContent() = default;
    /// The items to draw for the part `imageRect` (picture pixels), the lowest first. Include those that only reach
    /// into it with outlines or texts.
    [[nodiscard]] virtual std::vector<qint64> itemsIn(const QRectF& imageRect, const ViewTransform& transform) = 0;
    /// Draws one item in widget coordinates of `transform`.
    virtual void paintItem(QPainter& painter, qint64 item, const ViewTransform& transform, Quality quality) = 0;
    /// How far an item may be drawn outside its place in the picture, device-independent pixels.
    [[nodiscard]] virtual int reach() const = 0;
};

/// A picture of a LayerContent, somewhat larger than the widget. While the view moves, the old pixels are moved or
/// scaled; work() draws the new ones bit by bit. GUI thread only.
class LayerCache final {
public:
    enum class Pixels { Opaque, Transparent };

    LayerCache(LayerContent& content, Pixels pixels);

    /// The view that paint() and work() are about; `devicePixelRatio` as of the widget.
    void setView(const ViewTransform& transform, double devicePixelRatio);
    /// Everything is to be drawn again; the old pixels stay until then.
    void invalidate();
    /// Forgets the pixels at once: another picture.
    void clear();
    /// The part `imageRect` (picture pixels) is to be drawn again.
    void invalidate(const QRectF& imageRect);

    /// Draws the pixels at hand into a painter in widget coordinates.
    void paint(QPainter& painter) const;
    /// True if the pixels at hand cover all of the picture that is in the widget.
    [[nodiscard]] bool coversView() const;

    /// Draws missing parts for about `nanoseconds`; true if paint() would show something else than before. Refining
    /// of what was only drafted happens if `mayRefine`.
    bool work(qint64 nanoseconds, bool mayRefine);
    /// Nothing is left to draw but, perhaps, refining.
    [[nodiscard]] bool isComplete() const;
    /// Nothing is left to draw at all.
    [[nodiscard]] bool isFine() const;

private:
    /// Pixels of the layer for one view transform.
    struct Frame {
        ViewTransform transform;
        QRect rect; ///< covered part of the widget's plane, device-independent pixels of `transform`
        QImage pixels;
        QRegion dirty;  ///< not drawn or outdated
        QRegion coarse; ///< drawn as draft
    };
    /// Items on their way into a part of a frame.
    struct Job {
        QRect rect; ///< part of the frame's rect
        QImage pixels;
        std::vector<qint64> items;
        size_t next = 0;
        Quality quality = Quality::Fine;
    };

    [[nodiscard]] Frame makeFrame() const;
    [[nodiscard]] QImage makePixels(const QSize& size) const;
    [[nodiscard]] QRect neededRect() const;
    void follow();
    void recentre();
    void startJob(Frame& frame, bool isRefining);
    bool advance(qint64 nanoseconds);
    void finishJob(Frame& frame);

    LayerContent& m_content;
    Pixels m_kind;
    ViewTransform m_transform;
    double m_ratio = 1;
    std::optional<Frame> m_front; ///< what is shown
    std::optional<Frame> m_back;  ///< being drawn for another zoom
    std::optional<Job> m_job;     ///< for the back frame if there is one, else for the front frame
};

} // namespace lw::canvas
