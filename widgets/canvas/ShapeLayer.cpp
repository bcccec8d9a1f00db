// SPDX-License-Identifier: GPL-3.0-or-later
//! From annotations to painted shapes.
#include "widgets/canvas/ShapeLayer.h"

#include <QPainter>
#include <QStringBuilder>

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

/// Smaller shapes carry no name: it would hide more than it says.
constexpr double kNameFromWidth = 36;
constexpr double kNameFromHeight = 18;
constexpr double kNameRoom = 90;   ///< width that a name gets if the shape is as wide
constexpr double kFaint = 0.35;    ///< opacity of proposals below the least confidence
constexpr double kNameIndent = 12; ///< of a name left of the highest point

/// The place above which a shape's name belongs, widget coordinates: near its highest point, so that the name of a
/// slanted line or a round shape does not float beside it, but not beyond its right end.
QRectF nameRect(const domain::Shape& shape, const ViewTransform& transform)
{
    const QRectF bounds = transform.toView(shape.boundingRect());
    if (shape.kind == domain::ShapeKind::BoundingBox || shape.kind == domain::ShapeKind::Skeleton ||
        shape.points.empty()) {
        return bounds;
    }
    const auto highest = std::min_element(shape.points.begin(), shape.points.end(),
                                          [](const auto& a, const auto& b) { return a.y < b.y; });
    const double wanted = transform.toView(*highest).x - kNameIndent;
    const double left = std::min(wanted, bounds.right() - std::min(bounds.width(), kNameRoom));
    return {left, bounds.top(), bounds.right() - left, bounds.height()};
}

} // namespace

QString plateText(const domain::Annotation& annotation, const LabelStyle& style)
{
    QString text = style.name;
    if (annotation.confidence) {
        text +=
            QLatin1Char(' ') % QString::number(int(std::floor(*annotation.confidence * 100 + 0.5))) % QLatin1Char('%');
    }
    QString marks;
    const auto mark = [&marks](bool isSet, char letter) {
        if (isSet) {
            marks += QLatin1Char(letter);
        }
    };
    mark(annotation.isDifficult, 'D');
    mark(annotation.isTruncated, 'T');
    mark(annotation.isOccluded, 'O');
    mark(annotation.isHard, 'H');
    if (!marks.isEmpty()) {
        text += QStringLiteral(" · ") % marks;
    }
    return text;
}

ShapeLayer::ShapeLayer(const CanvasScene& scene) : m_scene(scene) {}

std::vector<qint64> ShapeLayer::itemsIn(const QRectF& imageRect, const ViewTransform& transform)
{
    if (!m_scene.areShapesShown()) {
        return {};
    }
    const double around = transform.toImageLength(reach());
    const auto& annotations = m_scene.annotations();
    std::vector<qint64> items = m_scene.index().positionsIn(imageRect.adjusted(-around, -around, around, around));
    std::erase_if(items, [&](qint64 position) {
        const domain::Annotation& annotation = annotations[size_t(position)];
        return m_scene.previewOf(annotation.id) || !m_scene.isShown(annotation);
    });
    return items;
}

void ShapeLayer::paintItem(QPainter& painter, qint64 item, const ViewTransform& transform, Quality quality)
{
    const domain::Annotation& annotation = m_scene.annotations()[size_t(item)];
    ShapeLook look;
    look.colour = m_scene.style(annotation.labelId).colour;
    look.isDotted = annotation.isDifficult;
    look.isDashed = m_scene.isProposal(annotation);
    look.skeleton = &m_scene.style(annotation.labelId).skeleton;
    look.quality = quality;
    if (m_scene.isFaint(annotation)) {
        painter.setOpacity(kFaint);
        paintShape(painter, annotation.shape, transform, look);
        painter.setOpacity(1);
        return;
    }
    paintShape(painter, annotation.shape, transform, look);
    if (quality == Quality::Fine && m_areNamesShown) {
        const QRectF rect = transform.toView(annotation.shape.boundingRect());
        if (rect.width() >= kNameFromWidth && rect.height() >= kNameFromHeight) {
            paintName(painter, annotation, nameRect(annotation.shape, transform));
        }
    }
}

void ShapeLayer::paintLive(QPainter& painter, const domain::Annotation& annotation, const ViewTransform& transform,
                           const ShapeLook& look)
{
    const domain::Shape& shape = m_scene.shownShape(annotation);
    ShapeLook own = look;
    own.colour = m_scene.style(annotation.labelId).colour;
    own.isDotted = annotation.isDifficult;
    own.isDashed = m_scene.isProposal(annotation);
    own.skeleton = &m_scene.style(annotation.labelId).skeleton;
    paintShape(painter, shape, transform, own);
    if (look.quality == Quality::Fine) {
        QRectF rect = nameRect(shape, transform);
        rect.setWidth(std::max(rect.width(), 120.0));
        paintName(painter, annotation, rect);
    }
}

void ShapeLayer::paintName(QPainter& painter, const domain::Annotation& annotation, const QRectF& viewRect)
{
    const LabelStyle& style = m_scene.style(annotation.labelId);
    if (!style.name.isEmpty()) {
        m_plates.paint(painter, plateText(annotation, style), style.colour, viewRect);
    }
}

} // namespace lw::canvas
