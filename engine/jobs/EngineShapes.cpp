// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads what the worker's JobMasks writes.
#include "engine/jobs/EngineShapes.h"

#include <QJsonArray>

namespace lw::worker {

namespace {

std::vector<domain::ImagePoint> ringOf(const QJsonArray& list)
{
    std::vector<domain::ImagePoint> ring;
    for (const QJsonValue& point : list) {
        ring.push_back({point[0].toDouble(), point[1].toDouble()});
    }
    return ring;
}

} // namespace

domain::Mask maskIn(const QJsonObject& object)
{
    const QJsonValue inner = object.value(QStringLiteral("mask"));
    const QJsonObject json = inner.isObject() ? inner.toObject() : object;
    const auto whole = [&](const char* key) { return json.value(QLatin1String(key)).toInt(); };
    domain::Mask mask;
    mask.x = whole("x");
    mask.y = whole("y");
    mask.width = whole("width");
    mask.height = whole("height");
    for (const QJsonValue& run : json.value(QStringLiteral("runs")).toArray()) {
        mask.runs.append(quint32(run.toInteger()));
    }
    return mask;
}

domain::Shape polygonIn(const QJsonObject& object)
{
    const QJsonArray list = object.value(QStringLiteral("polygon")).toArray();
    std::vector<std::vector<domain::ImagePoint>> rings;
    if (list.at(0)[0].isDouble()) {
        rings.push_back(ringOf(list));
    } else {
        for (const QJsonValue& ring : list) {
            rings.push_back(ringOf(ring.toArray()));
        }
    }
    return domain::Shape::polygon(rings);
}

domain::Shape outlineIn(const QJsonObject& object)
{
    domain::Shape polygon = polygonIn(object);
    return polygon.points.empty() ? domain::Shape::fromMask(maskIn(object)) : polygon;
}

} // namespace lw::worker
