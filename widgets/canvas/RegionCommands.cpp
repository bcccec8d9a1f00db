// SPDX-License-Identifier: GPL-3.0-or-later
//! Pixels decide, except where polygons can be put together exactly.
#include "widgets/canvas/RegionCommands.h"

#include "widgets/canvas/VisionService.h"

#include <algorithm>

namespace lw::canvas {

namespace {

namespace commands = document::commands;
using domain::Shape;
using domain::ShapeKind;

constexpr double kOutlineTolerance = 0.8; ///< of polygons made from masks, picture pixels

std::vector<std::vector<domain::ImagePoint>> ringsOf(const Shape& shape)
{
    std::vector<std::vector<domain::ImagePoint>> rings;
    for (int i = 0; i < shape.ringCount(); ++i) {
        const auto ring = shape.ring(i);
        rings.emplace_back(ring.begin(), ring.end());
    }
    return rings;
}

/// The rings that lie in no other one.
Shape withoutHoles(const Shape& polygon)
{
    const auto rings = ringsOf(polygon);
    std::vector<std::vector<domain::ImagePoint>> outer;
    for (size_t i = 0; i < rings.size(); ++i) {
        const bool isHole = std::any_of(rings.begin(), rings.end(), [&](const auto& other) {
            return &other != &rings[i] && domain::containsPoint(Shape::polygon(other), rings[i].front());
        });
        if (!isHole) {
            outer.push_back(rings[i]);
        }
    }
    return Shape::polygon(outer);
}

Shape together(const Shape& a, const Shape& b)
{
    auto rings = ringsOf(a);
    const auto more = ringsOf(b);
    rings.insert(rings.end(), more.begin(), more.end());
    return Shape::polygon(rings);
}

} // namespace

RegionCommands::RegionCommands(CanvasView& view, QObject* parent) : QObject(parent), m_view(view), m_scene(view.scene())
{
}

QSize RegionCommands::picture() const
{
    return m_scene.pictureSize().toSize();
}

Ids RegionCommands::areas(size_t least)
{
    Ids ids = m_scene.changeableSelection();
    std::erase_if(ids, [this](domain::AnnotationId id) { return !domain::isArea(m_scene.find(id)->shape.kind); });
    if (ids.size() < least) {
        Q_EMIT m_view.messageGiven(least > 1
                                       ? tr("Select at least two areas that may be changed.")
                                       : tr("Select areas that may be changed: boxes, polygons, circles, masks."));
        ids.clear();
    }
    return ids;
}

void RegionCommands::changeEach(const Change& change, const QString& message)
{
    m_view.gate().run([this, change, message] {
        if (!m_view.tools().vision()) {
            return;
        }
        m_view.tools().active().settle();
        std::vector<commands::Reshape> reshapes;
        const Ids ids = areas(1);
        for (domain::AnnotationId id : ids) {
            const Shape& before = m_scene.find(id)->shape;
            Shape after = change(before);
            if (after.isValid() && after != before) {
                reshapes.push_back({id, std::move(after)});
            }
        }
        if (!reshapes.empty()) {
            commands::reshape(m_scene.document(), reshapes, m_scene.author());
        } else if (!ids.empty()) {
            Q_EMIT m_view.messageGiven(message);
        }
    });
}

void RegionCommands::convertToMasks()
{
    changeEach(
        [this](const Shape& shape) {
            return shape.kind == ShapeKind::Mask ? shape
                                                 : Shape::fromMask(m_view.tools().vision()->maskOf(shape, picture()));
        },
        tr("Nothing to convert."));
}

void RegionCommands::convertToPolygons()
{
    changeEach(
        [this](const Shape& shape) {
            if (shape.kind == ShapeKind::Mask) {
                return m_view.tools().vision()->polygonOf(shape.mask, kOutlineTolerance);
            }
            return shape.kind == ShapeKind::Polygon ? shape : Shape::polygon(domain::outlineRings(shape));
        },
        tr("Nothing to convert."));
}

void RegionCommands::fillHoles()
{
    changeEach(
        [this](const Shape& shape) {
            switch (shape.kind) {
            case ShapeKind::Mask:
                return Shape::fromMask(m_view.tools().vision()->holesFilled(shape.mask));
            case ShapeKind::Polygon:
                return withoutHoles(shape);
            default:
                return shape;
            }
        },
        tr("There are no holes."));
}

Shape RegionCommands::shaped(const domain::Mask& mask, const Shape& like) const
{
    return like.kind == ShapeKind::Mask ? Shape::fromMask(mask)
                                        : m_view.tools().vision()->polygonOf(mask, kOutlineTolerance);
}

void RegionCommands::joinParts()
{
    m_view.gate().run([this] {
        const VisionService* vision = m_view.tools().vision();
        m_view.tools().active().settle();
        Ids ids = vision ? areas(2) : Ids();
        if (ids.empty()) {
            return;
        }
        const domain::AnnotationId kept = ids.back();
        ids.pop_back();
        Shape shape = m_scene.find(kept)->shape;
        for (domain::AnnotationId id : ids) {
            const Shape& other = m_scene.find(id)->shape;
            const domain::Mask a = vision->maskOf(shape, picture()), b = vision->maskOf(other, picture());
            const bool isApart = vision->subtracted(a, b) == a;
            const bool arePolygons = shape.kind == ShapeKind::Polygon && other.kind == ShapeKind::Polygon;
            shape = isApart && arePolygons ? together(shape, other) : shaped(vision->united(a, b), shape);
        }
        commands::merge(m_scene.document(), {{kept, shape}}, ids, m_scene.author());
        m_scene.setSelection({kept});
    });
}

void RegionCommands::cutHole()
{
    m_view.gate().run([this] {
        const VisionService* vision = m_view.tools().vision();
        m_view.tools().active().settle();
        Ids ids = vision ? areas(2) : Ids();
        if (ids.empty()) {
            return;
        }
        const auto largest = std::max_element(ids.begin(), ids.end(), [this](auto a, auto b) {
            return m_scene.find(a)->shape.area() < m_scene.find(b)->shape.area();
        });
        const domain::AnnotationId kept = *largest;
        ids.erase(largest);
        Shape shape = m_scene.find(kept)->shape;
        for (domain::AnnotationId id : ids) {
            const Shape& other = m_scene.find(id)->shape;
            const domain::Mask a = vision->maskOf(shape, picture()), b = vision->maskOf(other, picture());
            const bool isWithin = vision->subtracted(b, a).isEmpty();
            const bool arePolygons = shape.kind == ShapeKind::Polygon && other.kind == ShapeKind::Polygon;
            shape = isWithin && arePolygons ? together(shape, other) : shaped(vision->subtracted(a, b), shape);
        }
        if (!shape.isValid()) {
            Q_EMIT m_view.messageGiven(tr("Nothing would be left."));
            return;
        }
        commands::merge(m_scene.document(), {{kept, shape}}, ids, m_scene.author());
        m_scene.setSelection({kept});
    });
}

} // namespace lw::canvas
