// SPDX-License-Identifier: GPL-3.0-or-later
//! Boost's R-tree behind the index.
#include "widgets/canvas/ShapeIndex.h"

#include "models/domain/Skeletons.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>

namespace lw::canvas {

namespace {

namespace bg = boost::geometry;
using TreePoint = bg::model::point<double, 2, bg::cs::cartesian>;
using TreeBox = bg::model::box<TreePoint>;
using TreeValue = std::pair<TreeBox, qint64>; // annotation id

TreeBox treeBox(const QRectF& r)
{
    return {TreePoint(r.left(), r.top()), TreePoint(r.right(), r.bottom())};
}

} // namespace

struct ShapeIndex::Tree {
    bg::index::rtree<TreeValue, bg::index::rstar<16>> boxes;
    std::unordered_map<qint64, QRectF> bounds;    ///< by annotation id
    std::unordered_map<qint64, qint64> positions; ///< by annotation id
};

ShapeIndex::ShapeIndex() : m_tree(std::make_unique<Tree>()) {}

ShapeIndex::~ShapeIndex() = default;

void ShapeIndex::rebuild(const std::vector<domain::Annotation>& annotations)
{
    std::vector<TreeValue> values;
    values.reserve(annotations.size());
    m_tree->bounds.clear();
    m_tree->bounds.reserve(annotations.size());
    for (const domain::Annotation& annotation : annotations) {
        const QRectF bounds = annotation.shape.boundingRect();
        values.emplace_back(treeBox(bounds), annotation.id.value);
        m_tree->bounds.emplace(annotation.id.value, bounds);
    }
    m_tree->boxes = decltype(m_tree->boxes)(values.begin(), values.end());
    rebuildPositions(annotations);
}

void ShapeIndex::rebuildPositions(const std::vector<domain::Annotation>& annotations)
{
    m_tree->positions.clear();
    m_tree->positions.reserve(annotations.size());
    for (size_t i = 0; i < annotations.size(); ++i) {
        m_tree->positions[annotations[i].id.value] = qint64(i);
    }
}

void ShapeIndex::update(const std::vector<domain::Annotation>& annotations,
                        const std::vector<domain::AnnotationId>& ids)
{
    const bool isSameOrder = annotations.size() == m_tree->positions.size() &&
                             std::all_of(ids.begin(), ids.end(), [&](domain::AnnotationId id) {
                                 const qint64 at = position(id);
                                 return at >= 0 && size_t(at) < annotations.size() && annotations[size_t(at)].id == id;
                             });
    if (!isSameOrder) {
        rebuildPositions(annotations);
    }
    for (domain::AnnotationId id : ids) {
        if (const auto old = m_tree->bounds.find(id.value); old != m_tree->bounds.end()) {
            m_tree->boxes.remove(TreeValue(treeBox(old->second), id.value));
            m_tree->bounds.erase(old);
        }
        if (const qint64 at = position(id); at >= 0) {
            const QRectF bounds = annotations[size_t(at)].shape.boundingRect();
            m_tree->boxes.insert(TreeValue(treeBox(bounds), id.value));
            m_tree->bounds.emplace(id.value, bounds);
        }
    }
}

qint64 ShapeIndex::position(domain::AnnotationId id) const
{
    const auto found = m_tree->positions.find(id.value);
    return found == m_tree->positions.end() ? -1 : found->second;
}

QRectF ShapeIndex::bounds(domain::AnnotationId id) const
{
    const auto found = m_tree->bounds.find(id.value);
    return found == m_tree->bounds.end() ? QRectF() : found->second;
}

std::vector<qint64> ShapeIndex::positionsIn(const QRectF& rect) const
{
    std::vector<qint64> positions;
    const auto collect = [&](const TreeValue& value) { positions.push_back(m_tree->positions.at(value.second)); };
    std::for_each(m_tree->boxes.qbegin(bg::index::intersects(treeBox(rect.normalized()))), m_tree->boxes.qend(),
                  collect);
    std::sort(positions.begin(), positions.end());
    return positions;
}

std::vector<Hit> ShapeIndex::hitsAt(const std::vector<domain::Annotation>& annotations, domain::ImagePoint at,
                                    double tolerance, const BonesOf& bonesOf) const
{
    const QRectF around(at.x - tolerance, at.y - tolerance, 2 * tolerance, 2 * tolerance);
    std::vector<std::pair<Hit, qint64>> found;
    for (qint64 position : positionsIn(around)) {
        const domain::Annotation& annotation = annotations[size_t(position)];
        const bool isInside = domain::containsPoint(annotation.shape, at);
        double proximity = isInside ? 0 : domain::distanceToOutline(annotation.shape, at);
        if (bonesOf && annotation.shape.kind == domain::ShapeKind::Skeleton) {
            proximity = std::min(proximity, domain::distanceToBones(annotation.shape, *bonesOf(annotation.labelId), at));
        }
        if (proximity <= tolerance) {
            found.push_back({Hit{annotation.id, proximity, annotation.shape.area(), isInside}, position});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::make_tuple(a.first.area, -a.second) < std::make_tuple(b.first.area, -b.second);
    });
    std::vector<Hit> hits;
    hits.reserve(found.size());
    std::transform(found.begin(), found.end(), std::back_inserter(hits), [](const auto& f) { return f.first; });
    return hits;
}

} // namespace lw::canvas
