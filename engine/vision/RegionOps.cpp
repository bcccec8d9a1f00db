// SPDX-License-Identifier: GPL-3.0-or-later
//! Components, distances, thinning.
#include "engine/vision/RegionOps.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace lw::vision {

namespace {

cv::Mat view(const Region& region)
{
    return {region.height, region.width, CV_8UC1, const_cast<uint8_t*>(region.cells.data())};
}

/// Labels that occur within `reach` cells of `at`.
void collectNear(const cv::Mat& labels, QPoint at, int reach, std::vector<uint8_t>& keep)
{
    for (int y = std::max(0, at.y() - reach); y <= std::min(labels.rows - 1, at.y() + reach); ++y) {
        for (int x = std::max(0, at.x() - reach); x <= std::min(labels.cols - 1, at.x() + reach); ++x) {
            keep[size_t(labels.at<int>(y, x))] = 1;
        }
    }
}

/// One of the two passes of Zhang and Suen; true if a cell was taken away.
bool thinOnce(Region& region, bool isSecond)
{
    std::vector<size_t> gone;
    for (int y = 1; y + 1 < region.height; ++y) {
        for (int x = 1; x + 1 < region.width; ++x) {
            if (!region.at(x, y)) {
                continue;
            }
            const std::array<int, 8> ring = {region.at(x, y - 1),     region.at(x + 1, y - 1), region.at(x + 1, y),
                                             region.at(x + 1, y + 1), region.at(x, y + 1),     region.at(x - 1, y + 1),
                                             region.at(x - 1, y),     region.at(x - 1, y - 1)};
            const int count = std::accumulate(ring.begin(), ring.end(), 0);
            int changes = 0;
            for (size_t i = 0; i < ring.size(); ++i) {
                changes += ring[i] == 0 && ring[(i + 1) % ring.size()] == 1;
            }
            const bool isOpen = isSecond ? ring[0] * ring[2] * ring[6] == 0 && ring[0] * ring[4] * ring[6] == 0
                                         : ring[0] * ring[2] * ring[4] == 0 && ring[2] * ring[4] * ring[6] == 0;
            if (count >= 2 && count <= 6 && changes == 1 && isOpen) {
                gone.push_back(size_t(y) * region.width + x);
            }
        }
    }
    for (const size_t cell : gone) {
        region.cells[cell] = 0;
    }
    return !gone.empty();
}

} // namespace

int areaOf(const Region& region)
{
    return int(std::count(region.cells.begin(), region.cells.end(), uint8_t(1)));
}

double overlapOf(const Region& a, const Region& b)
{
    int both = 0, either = 0;
    for (size_t i = 0; i < a.cells.size(); ++i) {
        both += a.cells[i] & b.cells[i];
        either += a.cells[i] | b.cells[i];
    }
    return either > 0 ? double(both) / either : 0;
}

Region halfOf(const std::vector<const Region*>& regions)
{
    Region result(regions.front()->width, regions.front()->height);
    for (size_t i = 0; i < result.cells.size(); ++i) {
        const auto votes = std::count_if(regions.begin(), regions.end(), [i](const Region* r) { return r->cells[i]; });
        result.cells[i] = size_t(votes) * 2 >= regions.size();
    }
    return result;
}

Region mainParts(const Region& region, const std::vector<QPoint>& anchors)
{
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(view(region), labels, stats, centres, 8, CV_32S);
    if (count < 2) {
        return region;
    }
    std::vector<uint8_t> keep(size_t(count), 0);
    for (const QPoint& anchor : anchors) {
        collectNear(labels, anchor, 2, keep);
    }
    int biggest = 1;
    for (int i = 2; i < count; ++i) {
        if (stats.at<int>(i, cv::CC_STAT_AREA) > stats.at<int>(biggest, cv::CC_STAT_AREA)) {
            biggest = i;
        }
    }
    keep[size_t(biggest)] = 1;
    keep[0] = 0;
    Region result(region.width, region.height);
    for (int y = 0; y < region.height; ++y) {
        const int* label = labels.ptr<int>(y);
        std::transform(label, label + region.width, result.row(y), [&](int l) { return keep[size_t(l)]; });
    }
    return holesFilled(result);
}

Region holesFilled(const Region& region)
{
    cv::Mat padded;
    cv::copyMakeBorder(view(region), padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::floodFill(padded, cv::Point(0, 0), cv::Scalar(2), nullptr, cv::Scalar(), cv::Scalar(), 4);
    Region result(region.width, region.height);
    for (int y = 0; y < region.height; ++y) {
        const uchar* row = padded.ptr<uchar>(y + 1) + 1;
        std::transform(row, row + region.width, result.row(y), [](uchar v) { return uint8_t(v != 2); });
    }
    return result;
}

Region insideOf(const std::vector<QPoint>& chain, QSize size)
{
    Region result(size.width(), size.height());
    for (const QPoint& p : chain) {
        result.at(p) = 1;
    }
    return holesFilled(result);
}

Grid<float> depthOf(const Region& region)
{
    cv::Mat padded, distance;
    cv::copyMakeBorder(view(region), padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::distanceTransform(padded, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE, CV_32F);
    Grid<float> result(region.width, region.height);
    for (int y = 0; y < region.height; ++y) {
        std::copy_n(distance.ptr<float>(y + 1) + 1, region.width, result.row(y));
    }
    return result;
}

Region skeletonOf(const Region& region)
{
    Region result = region;
    bool changed = true;
    while (changed) {
        const bool first = thinOnce(result, false);
        const bool second = thinOnce(result, true);
        changed = first || second;
    }
    return result;
}

} // namespace lw::vision
