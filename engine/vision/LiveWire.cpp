// SPDX-License-Identifier: GPL-3.0-or-later
//! Edge strength as cost of the way.
#include "engine/vision/LiveWire.h"

#include "engine/vision/EdgeStrength.h"
#include "engine/vision/Outline.h"

#include <algorithm>
#include <cmath>

namespace lw::vision {

namespace {

/// A path along the strongest edges is about thirty times cheaper than one over flat ground.
Grid<uint16_t> costOf(const PictureWindow& window)
{
    const Grid<float> edges = window.isNull() ? Grid<float>() : edgeStrength(window.pixels);
    Grid<uint16_t> cost(edges.width, edges.height);
    std::transform(edges.cells.begin(), edges.cells.end(), cost.cells.begin(), [](float strength) {
        const float weak = 1 - std::min(1.0F, strength);
        return uint16_t(std::lround(256 * (weak * weak + 0.03F)));
    });
    return cost;
}

} // namespace

LiveWire::LiveWire(const PictureWindow& window) : m_window(window), m_finder(costOf(window)) {}

QPoint LiveWire::cellOf(domain::ImagePoint p) const
{
    const QPointF at = m_window.toPixels(p);
    return {int(std::floor(std::clamp(at.x(), 0.0, double(m_window.pixels.width())))),
            int(std::floor(std::clamp(at.y(), 0.0, double(m_window.pixels.height()))))};
}

void LiveWire::startAt(domain::ImagePoint anchor)
{
    if (!m_window.isNull()) {
        m_anchor = anchor;
        m_finder.startAt(cellOf(anchor));
    }
}

std::vector<domain::ImagePoint> LiveWire::pathTo(domain::ImagePoint cursor)
{
    if (m_window.isNull()) {
        return {};
    }
    const std::vector<QPoint> cells = m_finder.pathTo(cellOf(cursor));
    if (cells.empty()) {
        return {};
    }
    std::vector<domain::ImagePoint> path = {m_anchor};
    for (size_t i = 1; i + 1 < cells.size(); ++i) {
        path.push_back(m_window.toImage(QPointF(cells[i]) + QPointF(0.5, 0.5)));
    }
    path.push_back(cursor);
    const double scale = std::max(m_window.area.width() / m_window.pixels.width(), 1.0);
    return thinnedOut(path, 0.8 * scale);
}

} // namespace lw::vision
