// SPDX-License-Identifier: GPL-3.0-or-later
//! Pixel edges linked to rings, and rings filled row by row.
#include "engine/formats/PixelRings.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lw::formats {

namespace {

using domain::ImagePoint;
using domain::Mask;

/// No picture is wider or higher.
constexpr double kFarthest = 1'000'000;
/// Working memory for one mask: 1 GB would be a picture of 32,000 x 32,000.
constexpr qint64 kMostPixels = qint64(1) << 30;

/// Pixels of a mask with a margin of one on each side.
class Bitmap {
public:
    explicit Bitmap(const Mask& mask)
        : m_width(mask.width + 2), m_pixels(size_t(m_width) * size_t(mask.height + 2), 0)
    {
        mask.drawOn(m_pixels.data(), m_width, {mask.x - 1, mask.y - 1, m_width, mask.height + 2}, 1);
    }
    [[nodiscard]] bool at(int x, int y) const { return (m_pixels[index(x, y)] & 1) != 0; }
    /// True the first time that the upper edge of a pixel is asked for.
    bool claimTop(int x, int y)
    {
        uchar& pixel = m_pixels[index(x, y)];
        const bool isFree = (pixel & 2) == 0;
        pixel |= 2;
        return isFree;
    }

private:
    [[nodiscard]] size_t index(int x, int y) const { return size_t(y) * size_t(m_width) + size_t(x); }

    int m_width;
    std::vector<uchar> m_pixels;
};

/// Directions clockwise as seen, from rightwards.
constexpr int kDx[] = {1, 0, -1, 0};
constexpr int kDy[] = {0, 1, 0, -1};

/// Walks with the inside on the right hand, from the upper left corner of (x, y), whose upper edge is an outline.
Ring walk(Bitmap& pixels, int x, int y, const Mask& mask)
{
    Ring ring;
    int direction = 0;
    int cornerX = x;
    int cornerY = y;
    const int startX = x;
    const int startY = y;
    do {
        if (direction == 0) {
            (void)pixels.claimTop(cornerX, cornerY);
        }
        cornerX += kDx[direction];
        cornerY += kDy[direction];
        // The four pixels around the corner: ahead on the left and on the right hand.
        const auto isInside = [&](int side) {
            const int forwardX = kDx[direction], forwardY = kDy[direction];
            const int sideX = side * -forwardY, sideY = side * forwardX;
            const int px = cornerX + (forwardX + sideX > 0 ? 0 : -1);
            const int py = cornerY + (forwardY + sideY > 0 ? 0 : -1);
            return pixels.at(px, py);
        };
        const bool left = isInside(-1);
        const bool right = isInside(1);
        int turn = 0;
        if (!right) {
            turn = 1; // pixels that touch by a corner only stay in rings of their own
        } else if (left) {
            turn = 3;
        }
        if (turn != 0) {
            ring.push_back({double(cornerX + mask.x - 1), double(cornerY + mask.y - 1)});
            direction = (direction + turn) % 4;
        }
    } while (cornerX != startX || cornerY != startY || direction != 0);
    return ring;
}

/// Columns where the rings cross the middle of row `y`.
void crossings(const std::vector<Ring>& rings, double y, std::vector<double>& out)
{
    out.clear();
    for (const Ring& ring : rings) {
        for (size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            const ImagePoint& a = ring[before];
            const ImagePoint& b = ring[i];
            if ((a.y <= y) != (b.y <= y)) {
                out.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    std::sort(out.begin(), out.end());
}

QRect pixelBounds(const std::vector<Ring>& rings)
{
    double left = kFarthest, top = kFarthest, right = -kFarthest, bottom = -kFarthest;
    for (const Ring& ring : rings) {
        for (const ImagePoint& p : ring) {
            if (!(std::abs(p.x) < kFarthest && std::abs(p.y) < kFarthest)) {
                return {};
            }
            left = std::min(left, p.x);
            right = std::max(right, p.x);
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
    }
    return left > right ? QRect()
                        : QRect(QPoint(int(std::floor(left)), int(std::floor(top))),
                                QPoint(int(std::ceil(right)), int(std::ceil(bottom))));
}

} // namespace

std::vector<Ring> ringsOfMask(const Mask& mask)
{
    std::vector<Ring> rings;
    if (mask.isEmpty() || qint64(mask.width + 2) * (mask.height + 2) > kMostPixels) {
        return rings;
    }
    Bitmap pixels(mask);
    for (int y = 1; y <= mask.height; ++y) {
        for (int x = 1; x <= mask.width; ++x) {
            if (pixels.at(x, y) && !pixels.at(x, y - 1) && pixels.claimTop(x, y)) {
                rings.push_back(walk(pixels, x, y, mask));
            }
        }
    }
    return rings;
}

Mask maskOfRings(const std::vector<Ring>& rings, const QRect& limits)
{
    QRect window = pixelBounds(rings);
    if (!limits.isEmpty()) {
        window = window.intersected(limits);
    }
    if (window.isEmpty() || qint64(window.width()) * window.height() > kMostPixels) {
        return {};
    }
    std::vector<uchar> pixels(size_t(window.width()) * size_t(window.height()), 0);
    std::vector<double> columns;
    for (int row = 0; row < window.height(); ++row) {
        crossings(rings, window.top() + row + 0.5, columns);
        uchar* line = pixels.data() + size_t(row) * size_t(window.width());
        for (size_t i = 0; i + 1 < columns.size(); i += 2) {
            // Centres at or right of the first crossing and left of the second.
            const int from = std::max(0, int(std::ceil(columns[i] - 0.5)) - window.left());
            const int end = std::min(window.width(), int(std::ceil(columns[i + 1] - 0.5)) - window.left());
            if (end > from) {
                std::fill(line + from, line + end, uchar(1));
            }
        }
    }
    return Mask::fromPixels(pixels.data(), window.width(), window);
}

} // namespace lw::formats
