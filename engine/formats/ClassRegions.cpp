// SPDX-License-Identifier: GPL-3.0-or-later
//! Connected regions by runs and a forest of them.
#include "engine/formats/ClassRegions.h"

#include <algorithm>
#include <numeric>

namespace lw::formats {

namespace {

struct Run {
    int y = 0;
    int from = 0;
    int end = 0;
    int number = 0;
};

/// Joins runs that touch.
class Forest {
public:
    void add() { m_parents.push_back(m_parents.size()); }
    [[nodiscard]] size_t rootOf(size_t item)
    {
        while (m_parents[item] != item) {
            m_parents[item] = m_parents[m_parents[item]];
            item = m_parents[item];
        }
        return item;
    }
    /// The earlier root stays, so that roots are first runs.
    void join(size_t a, size_t b)
    {
        const size_t rootA = rootOf(a), rootB = rootOf(b);
        m_parents[std::max(rootA, rootB)] = std::min(rootA, rootB);
    }

private:
    std::vector<size_t> m_parents;
};

domain::Mask maskOfRuns(const std::vector<const Run*>& runs)
{
    int left = runs.front()->from, right = runs.front()->end;
    for (const Run* run : runs) {
        left = std::min(left, run->from);
        right = std::max(right, run->end);
    }
    domain::Mask mask;
    mask.x = left;
    mask.y = runs.front()->y;
    mask.width = right - left;
    mask.height = runs.back()->y - mask.y + 1;
    qint64 end = 0;
    for (const Run* run : runs) {
        const qint64 start = qint64(run->y - mask.y) * mask.width + (run->from - left);
        const auto length = quint32(run->end - run->from);
        if (start == end && !mask.runs.isEmpty()) {
            mask.runs.back() += length; // goes on at the left edge of the next row
        } else {
            mask.runs.append(quint32(start - end));
            mask.runs.append(length);
        }
        end = start + length;
    }
    return mask;
}

} // namespace

std::vector<ClassRegion> regionsOf(QSize size, const std::function<void(int y, int* row)>& fill)
{
    std::vector<Run> runs;
    Forest forest;
    std::vector<int> row(size_t(std::max(0, size.width())));
    size_t above = 0; // the first run of the row above
    for (int y = 0; y < size.height(); ++y) {
        fill(y, row.data());
        const size_t first = runs.size();
        size_t candidate = above;
        for (int x = 0; x < size.width();) {
            const int number = row[size_t(x)];
            const int from = x;
            while (x < size.width() && row[size_t(x)] == number) {
                ++x;
            }
            if (number == 0) {
                continue;
            }
            forest.add();
            runs.push_back({y, from, x, number});
            // Those above end one column further left at most; the next run may touch the last of them again.
            while (candidate < first && runs[candidate].end < from) {
                ++candidate;
            }
            for (size_t i = candidate; i < first && runs[i].from <= x; ++i) {
                if (runs[i].number == number && runs[i].y == y - 1) {
                    forest.join(i, runs.size() - 1);
                }
            }
        }
        above = first;
    }
    std::vector<std::vector<const Run*>> members(runs.size());
    for (size_t i = 0; i < runs.size(); ++i) {
        members[forest.rootOf(i)].push_back(&runs[i]);
    }
    std::vector<ClassRegion> regions;
    for (const std::vector<const Run*>& region : members) {
        if (!region.empty()) {
            regions.push_back({region.front()->number, maskOfRuns(region)});
        }
    }
    std::stable_sort(regions.begin(), regions.end(),
                     [](const ClassRegion& a, const ClassRegion& b) { return a.number < b.number; });
    return regions;
}

std::vector<NamedAnnotation> paintedRegions(const ImportedSample& sample, ClassColours& colours)
{
    const QImage picture = paintClasses(sample, colours);
    std::vector<NamedAnnotation> annotations;
    if (picture.isNull()) {
        return annotations;
    }
    QHash<QRgb, int> numbers;
    for (int i = 0; i < int(colours.palette().size()); ++i) {
        numbers.insert(colours.palette()[i], i);
    }
    const auto fill = [&](int y, int* row) {
        if (picture.format() == QImage::Format_Indexed8) {
            std::copy_n(picture.constScanLine(y), picture.width(), row);
            return;
        }
        const auto* const pixels = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        std::transform(pixels, pixels + picture.width(), row, [&](QRgb pixel) { return numbers.value(pixel); });
    };
    for (ClassRegion& region : regionsOf(picture.size(), fill)) {
        NamedAnnotation annotation;
        annotation.label = colours.names()[region.number];
        annotation.annotation.shape = domain::Shape::fromMask(std::move(region.mask));
        annotation.annotation.order = int(annotations.size());
        annotations.push_back(std::move(annotation));
    }
    return annotations;
}

} // namespace lw::formats
