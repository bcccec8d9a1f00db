// SPDX-License-Identifier: GPL-3.0-or-later
//! Counting sort into cells; dots are written as little squares straight into the pixels.
#include "widgets/charts/DotField.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <random>

namespace lw::charts {

namespace {

/// Steps in which an outline is told apart, on each side of its box: finer than what one can draw.
constexpr int kMask = 2048;

} // namespace

int DotField::cellOf(double coordinate)
{
    return std::clamp(int(coordinate * kCells), 0, kCells - 1);
}

DotField::DotField(std::vector<MapDot> dots)
{
    // A fixed seed: the same map looks the same each time.
    std::shuffle(dots.begin(), dots.end(), std::mt19937(1));
    m_first.assign(size_t(kCells) * kCells + 1, 0);
    const auto cell = [](const MapDot& dot) { return size_t(cellOf(dot.y)) * kCells + size_t(cellOf(dot.x)); };
    for (const MapDot& dot : dots) {
        ++m_first[cell(dot) + 1];
    }
    for (size_t i = 1; i < m_first.size(); ++i) {
        m_first[i] += m_first[i - 1];
    }
    std::vector<qint32> next = m_first;
    m_dots.resize(dots.size());
    for (const MapDot& dot : dots) {
        m_dots[size_t(next[cell(dot)]++)] = dot;
    }
}

template <typename Visit> void DotField::visitCells(const QRectF& window, Visit visit) const
{
    if (m_dots.empty()) {
        return;
    }
    const int left = cellOf(window.left()), right = cellOf(window.right());
    for (int y = cellOf(window.top()); y <= cellOf(window.bottom()); ++y) {
        for (int x = left; x <= right; ++x) {
            const size_t cell = size_t(y) * kCells + size_t(x);
            visit(m_first[cell], m_first[cell + 1]);
        }
    }
}

QRectF DotField::bounds() const
{
    if (m_dots.empty()) {
        return {};
    }
    const auto [left, right] =
        std::minmax_element(m_dots.begin(), m_dots.end(), [](const MapDot& a, const MapDot& b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(m_dots.begin(), m_dots.end(), [](const MapDot& a, const MapDot& b) { return a.y < b.y; });
    return {QPointF(left->x, top->y), QPointF(right->x, bottom->y)};
}

int DotField::indexOf(domain::SampleId id) const
{
    const auto found = std::find_if(m_dots.begin(), m_dots.end(), [id](const MapDot& dot) { return dot.id == id; });
    return found == m_dots.end() ? -1 : int(found - m_dots.begin());
}

int DotField::nearest(const QPointF& at, double reach) const
{
    int best = -1;
    double bestDistance = reach * reach;
    visitCells(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), [&](qint32 first, qint32 end) {
        for (qint32 i = first; i < end; ++i) {
            const double dx = m_dots[size_t(i)].x - at.x(), dy = m_dots[size_t(i)].y - at.y();
            if (dx * dx + dy * dy <= bestDistance) {
                bestDistance = dx * dx + dy * dy;
                best = i;
            }
        }
    });
    return best;
}

int DotField::towards(int from, const QPointF& direction) const
{
    if (from < 0 || from >= size()) {
        return -1;
    }
    const MapDot& start = at(from);
    int best = -1;
    double bestDistance = 1e9;
    const auto look = [&](qint32 first, qint32 end) {
        for (qint32 i = first; i < end; ++i) {
            const double dx = m_dots[size_t(i)].x - start.x, dy = m_dots[size_t(i)].y - start.y;
            const double along = dx * direction.x() + dy * direction.y();
            const double across = std::abs(dx * direction.y() - dy * direction.x());
            const double distance = along + 2 * across;
            if (i != from && along > 0 && across <= along && distance < bestDistance) {
                bestDistance = distance;
                best = i;
            }
        }
    };
    // Most often the next one is near; all are looked at only where the map is empty.
    for (double reach = 0.02; best < 0 && reach < 4; reach *= 4) {
        visitCells(QRectF(start.x - reach, start.y - reach, 2 * reach, 2 * reach), look);
    }
    return best;
}

QList<int> DotField::within(const QPolygonF& outline) const
{
    // Painted once and looked up: asking the outline for each of a million dots would take a second.
    const QRectF box = outline.boundingRect();
    QList<int> found;
    if (box.isEmpty()) {
        return found;
    }
    QImage inside(kMask, kMask, QImage::Format_Grayscale8);
    inside.fill(0);
    QPainter painter(&inside);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.scale(kMask / box.width(), kMask / box.height());
    painter.translate(-box.topLeft());
    painter.drawPolygon(outline, Qt::OddEvenFill);
    painter.end();
    visitCells(box, [&](qint32 first, qint32 end) {
        for (qint32 i = first; i < end; ++i) {
            const MapDot& dot = m_dots[size_t(i)];
            const int x = int((dot.x - box.left()) / box.width() * kMask);
            const int y = int((dot.y - box.top()) / box.height() * kMask);
            if (x >= 0 && y >= 0 && x < kMask && y < kMask && inside.constScanLine(y)[x] > 0) {
                found.append(i);
            }
        }
    });
    return found;
}

QList<int> DotField::within(const QPointF& centre, double radius) const
{
    QList<int> found;
    visitCells(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), [&](qint32 first, qint32 end) {
        for (qint32 i = first; i < end; ++i) {
            if (QLineF(QPointF(m_dots[size_t(i)].x, m_dots[size_t(i)].y), centre).length() <= radius) {
                found.append(i);
            }
        }
    });
    return found;
}

qint64 DotField::countIn(const QRectF& window) const
{
    qint64 count = 0;
    visitCells(window, [&](qint32 first, qint32 end) { count += end - first; });
    return count;
}

void DotField::draw(QImage& image, const Look& look) const
{
    const int size = std::clamp(look.dotSize, 1, 9), half = size / 2;
    const double scaleX = image.width() / look.window.width(), scaleY = image.height() / look.window.height();
    const auto dab = [&](const MapDot& dot, QRgb colour) {
        const int x = int((dot.x - look.window.left()) * scaleX) - half;
        const int y = int((dot.y - look.window.top()) * scaleY) - half;
        const int right = std::min(x + size, image.width()), bottom = std::min(y + size, image.height());
        for (int row = std::max(y, 0); row < bottom; ++row) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
            std::fill(line + std::min(std::max(x, 0), std::max(right, 0)), line + std::max(right, 0), colour);
        }
    };
    const qint64 seen = look.budget > 0 ? countIn(look.window) : 0;
    const double share = seen > look.budget && look.budget > 0 ? double(look.budget) / double(seen) : 1.0;
    const auto groups = int(look.colours.size());
    visitCells(look.window, [&](qint32 first, qint32 end) {
        const auto some = qint32(std::ceil((end - first) * share));
        for (qint32 i = first; i < first + some; ++i) {
            const MapDot& dot = m_dots[size_t(i)];
            const QRgb colour = dot.group >= 0 && dot.group < groups ? look.colours[size_t(dot.group)] : 0;
            if (qAlpha(colour) > 0) {
                dab(dot, colour);
            }
        }
    });
    if (look.emphasised && look.emphasised->size() == m_dots.size()) {
        visitCells(look.window, [&](qint32 first, qint32 end) {
            const auto some = qint32(std::ceil((end - first) * share));
            for (qint32 i = first; i < first + some; ++i) {
                if ((*look.emphasised)[size_t(i)]) {
                    dab(m_dots[size_t(i)], look.emphasis);
                }
            }
        });
    }
}

} // namespace lw::charts
