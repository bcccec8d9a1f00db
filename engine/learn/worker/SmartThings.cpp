// SPDX-License-Identifier: GPL-3.0-or-later
//! Matches what was said with what is there.
#include "engine/learn/worker/SmartThings.h"

#include "engine/learn/data/PixelMap.h"
#include "engine/learn/worker/JobMasks.h"

#include <algorithm>

namespace lw::learn {

namespace {

/// Where nothing tells what divides right from wrong.
constexpr double kUsualThreshold = 0.35;
constexpr double kLeastOverlap = 0.5;
/// Masks are compared on pictures reduced to this side: their edges do not matter here.
constexpr int kMaskSide = 256;
/// Of a reduced picture's pixels: smaller pieces are edges of others.
constexpr std::int64_t kLeastPixels = 4;

std::vector<const Json*> bestFirst(const Json& said)
{
    std::vector<const Json*> things;
    for (const Json& thing : thingsOf(said)) {
        things.push_back(&thing);
    }
    std::stable_sort(things.begin(), things.end(),
                     [](const Json* a, const Json* b) { return scoreOf(*a) > scoreOf(*b); });
    return things;
}

/// A picture of that size, reduced.
struct Reduced {
    Reduced(int fullWidth, int fullHeight)
        : scale(std::min(1.0, double(kMaskSide) / std::max({fullWidth, fullHeight, 1}))),
          width(std::max(1, int(fullWidth * scale))), height(std::max(1, int(fullHeight * scale)))
    {
    }

    double scale;
    int width;
    int height;
};

/// Sets the pixels of a mask to `value`.
void draw(PixelMap& target, const PixelMap& mask, double scale, std::uint8_t value)
{
    for (int y = 0; y < target.height; ++y) {
        const int row = int((y + 0.5) / scale);
        if (row < mask.y || row >= mask.y + mask.height) {
            continue;
        }
        for (int x = 0; x < target.width; ++x) {
            if (mask.at(int((x + 0.5) / scale), row) != 0) {
                *target.find(x, y) = value;
            }
        }
    }
}

/// Classes of pixels by masks, the most certain on top; 0 where there is none.
PixelMap drawn(const std::vector<const Json*>& masks, const Reduced& size)
{
    PixelMap map(0, 0, size.width, size.height);
    std::vector<const Json*> order = masks;
    std::stable_sort(order.begin(), order.end(),
                     [](const Json* a, const Json* b) { return scoreOf(*a) < scoreOf(*b); });
    for (const Json* each : order) {
        const Result<LabelledMask> mask = readMask(*each);
        if (mask && mask->pixels) {
            draw(map, *mask->pixels, size.scale, std::uint8_t(labelOf(*each) + 1));
        }
    }
    return map;
}

} // namespace

const Json& thingsOf(const Json& said)
{
    static const Json nothing = Json::array();
    for (const char* name : {"objects", "masks"}) {
        if (const auto found = said.find(name); found != said.end()) {
            return *found;
        }
    }
    return nothing;
}

Box boxOf(const Json& thing)
{
    const auto mask = thing.find("mask");
    const Json& place = mask == thing.end() ? thing : *mask;
    return {place.value("x", 0.0), place.value("y", 0.0), place.value("width", 0.0), place.value("height", 0.0)};
}

double scoreOf(const Json& thing)
{
    return thing.value("score", 0.0);
}

int labelOf(const Json& thing)
{
    return thing.value("label", -1);
}

void Thresholds::add(const DetectionSample& truth, const Json& said)
{
    std::vector<bool> isTaken(truth.objects.size(), false);
    for (const LabelledBox& object : truth.objects) {
        ++m_wanted[std::size_t(object.label)];
    }
    for (const Json* thing : bestFirst(said)) {
        const int label = labelOf(*thing);
        if (label < 0 || std::size_t(label) >= m_found.size()) {
            continue;
        }
        const Box box = boxOf(*thing);
        std::size_t match = truth.objects.size();
        double most = kLeastOverlap;
        for (std::size_t i = 0; i < truth.objects.size(); ++i) {
            const double shared = overlap(truth.objects[i].box, box);
            if (!isTaken[i] && truth.objects[i].label == label && shared >= most) {
                most = shared;
                match = i;
            }
        }
        const bool isRight = match < truth.objects.size();
        if (isRight) {
            isTaken[match] = true;
        }
        m_found[std::size_t(label)].push_back({scoreOf(*thing), isRight});
    }
}

void Thresholds::add(const SegmentationSample& truth, const Json& said)
{
    const int fullWidth = said.value("width", 0);
    const int fullHeight = said.value("height", 0);
    const Reduced size(fullWidth, fullHeight);
    PixelMap labels(0, 0, size.width, size.height);
    drawLabels(labels, truth, fullWidth, fullHeight, {1 / size.scale, 0, 1 / size.scale, 0});
    std::vector<std::vector<PixelMap>> wanted;
    for (std::size_t label = 0; label < m_wanted.size(); ++label) {
        wanted.push_back(piecesOf(labels, std::uint8_t(label + 1), kLeastPixels));
        m_wanted[label] += wanted.back().size();
    }
    for (const Json* thing : bestFirst(said)) {
        const int label = labelOf(*thing);
        const Result<LabelledMask> mask = readMask(*thing);
        if (label < 0 || std::size_t(label) >= m_found.size() || !mask || !mask->pixels) {
            continue;
        }
        PixelMap own(0, 0, size.width, size.height);
        draw(own, *mask->pixels, size.scale, 1);
        // What nobody knows cannot be wrong.
        std::transform(own.values.begin(), own.values.end(), labels.values.begin(), own.values.begin(),
                       [](std::uint8_t value, std::uint8_t known) {
                           return known == kIgnoredPixel ? std::uint8_t(0) : value;
                       });
        const PixelMap piece = tightened(own);
        if (piece.values.empty()) {
            continue;
        }
        std::vector<PixelMap>& pieces = wanted[std::size_t(label)];
        auto match = pieces.end();
        double most = kLeastOverlap;
        for (auto each = pieces.begin(); each != pieces.end(); ++each) {
            if (const double shared = maskOverlap(*each, piece); shared >= most) {
                most = shared;
                match = each;
            }
        }
        m_found[std::size_t(label)].push_back({scoreOf(*thing), match != pieces.end()});
        if (match != pieces.end()) {
            pieces.erase(match);
        }
    }
}

std::vector<double> Thresholds::values() const
{
    std::vector<double> list;
    for (std::size_t label = 0; label < m_found.size(); ++label) {
        list.push_back(bestOf(m_found[label], m_wanted[label]));
    }
    return list;
}

double Thresholds::bestOf(std::vector<Scored> found, std::size_t wanted)
{
    if (wanted == 0 || found.empty()) {
        return kUsualThreshold;
    }
    std::sort(found.begin(), found.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
    double best = -1;
    double threshold = kUsualThreshold;
    std::size_t right = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        right += found[i].isRight ? 1 : 0;
        const double f1 = 2 * double(right) / double(i + 1 + wanted);
        if (f1 > best) {
            best = f1;
            // Half way to the next one below: the exact score of one object means nothing.
            const double below = i + 1 < found.size() ? found[i + 1].score : found[i].score;
            threshold = (found[i].score + below) / 2;
        }
    }
    return std::clamp(threshold, kNoise, 0.95);
}

void keepSurest(std::vector<const Json*>& boxes)
{
    std::stable_sort(boxes.begin(), boxes.end(), [](const Json* a, const Json* b) { return scoreOf(*a) > scoreOf(*b); });
    std::vector<const Json*> alone;
    for (const Json* box : boxes) {
        if (std::none_of(alone.begin(), alone.end(), [box](const Json* other) {
                return overlap(boxOf(*other), boxOf(*box)) > kLeastOverlap;
            })) {
            alone.push_back(box);
        }
    }
    boxes = std::move(alone);
}

double boxDisagreement(const std::vector<const Json*>& one, const std::vector<const Json*>& other)
{
    if (one.empty() && other.empty()) {
        return 0;
    }
    std::vector<bool> isTaken(other.size(), false);
    std::size_t shared = 0;
    for (const Json* a : one) {
        for (std::size_t i = 0; i < other.size(); ++i) {
            if (!isTaken[i] && labelOf(*a) == labelOf(*other[i]) &&
                overlap(boxOf(*a), boxOf(*other[i])) >= kLeastOverlap) {
                isTaken[i] = true;
                ++shared;
                break;
            }
        }
    }
    return 1 - 2 * double(shared) / double(one.size() + other.size());
}

double maskDisagreement(const std::vector<const Json*>& one, const std::vector<const Json*>& other, int width, int height)
{
    const Reduced size(width, height);
    const PixelMap first = drawn(one, size);
    const PixelMap second = drawn(other, size);
    std::int64_t covered = 0;
    std::int64_t different = 0;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const std::uint8_t a = *first.find(x, y);
            const std::uint8_t b = *second.find(size.width - 1 - x, y);
            covered += a != 0 || b != 0 ? 1 : 0;
            different += a != b ? 1 : 0;
        }
    }
    return covered > 0 ? double(different) / double(covered) : 0;
}

} // namespace lw::learn
