// SPDX-License-Identifier: GPL-3.0-or-later
//! COCO's geometry to shapes.
#include "engine/formats/CocoShapes.h"

#include "engine/formats/CocoRle.h"
#include "models/domain/Rings.h"

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;
using domain::ImagePoint;
using domain::Ring;
using domain::Shape;
using simdjson::dom::element;

namespace {

constexpr int kMostPoints = 10'000'000;

/// True if every point of `inner` lies within `outer`.
bool isWithin(const Ring& inner, const Ring& outer)
{
    const Shape around = Shape::polygon(outer);
    return std::all_of(inner.begin(), inner.end(), [&](ImagePoint p) { return domain::containsPoint(around, p); });
}

/// Here the parts of an object add up, so one within another says nothing; with even-odd rings it would be a hole.
void removeCovered(std::vector<Ring>& rings)
{
    constexpr size_t kMostRings = 200; // more is a sieve of specks, none of them in another
    for (size_t i = 0; rings.size() <= kMostRings && i < rings.size();) {
        const bool isCovered = std::any_of(rings.begin(), rings.end(), [&](const Ring& outer) {
            return &outer != &rings[i] && isWithin(rings[i], outer);
        });
        if (isCovered) {
            rings.erase(rings.begin() + std::ptrdiff_t(i));
        } else {
            ++i;
        }
    }
}

} // namespace

bool CocoShapes::takeNumbers(element list)
{
    m_numbers.clear();
    simdjson::dom::array values;
    if (list.get(values) != simdjson::SUCCESS || values.size() > kMostPoints) {
        return false;
    }
    for (const element value : values) {
        double number = 0;
        if (value.get(number) != simdjson::SUCCESS) {
            const std::optional<double> text = numberOf(value);
            if (!text) {
                return false;
            }
            number = *text;
        }
        m_numbers.push_back(number);
    }
    return true;
}

std::optional<RowIssue> CocoShapes::box(element value, Shape& shape)
{
    if (!takeNumbers(value) || m_numbers.size() != 4) {
        return fieldInvalid("bbox", value);
    }
    const double x = m_numbers[0], y = m_numbers[1];
    shape = Shape::box({x, y}, {x + m_numbers[2], y + m_numbers[3]});
    return std::nullopt;
}

std::optional<RowIssue> CocoShapes::polygon(element value, Shape& shape)
{
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        return fieldInvalid("segmentation", value);
    }
    std::vector<Ring> rings;
    bool isFlat = list.size() > 0 && !list.at(0).is_array(); // some tools write one ring without the outer list
    size_t fewest = 0;
    const auto take = [&](element item) {
        if (!takeNumbers(item) || m_numbers.size() % 2 != 0) {
            return false;
        }
        Ring ring;
        ring.reserve(m_numbers.size() / 2);
        for (size_t i = 0; i + 1 < m_numbers.size(); i += 2) {
            ring.push_back({m_numbers[i], m_numbers[i + 1]});
        }
        if (ring.size() > 3 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        if (ring.size() >= 3) {
            rings.push_back(std::move(ring));
        } else {
            fewest = ring.size();
        }
        return true;
    };
    if (isFlat) {
        if (!take(value)) {
            return fieldInvalid("segmentation", value);
        }
    } else {
        for (const element item : list) {
            if (!take(item)) {
                return fieldInvalid("segmentation", item);
            }
        }
    }
    if (rings.empty()) {
        return RowIssue{ProblemCode::ShapeTooFewPoints, QString::number(fewest)};
    }
    removeCovered(rings);
    shape = Shape::polygon(rings);
    return std::nullopt;
}

std::optional<RowIssue> CocoShapes::mask(simdjson::dom::object rle, element whole, Shape& shape)
{
    element counts;
    int64_t height = 0, width = 0;
    const auto size = rle["size"];
    if (size.at(0).get(height) != simdjson::SUCCESS || size.at(1).get(width) != simdjson::SUCCESS ||
        rle["counts"].get(counts) != simdjson::SUCCESS || width <= 0 || height <= 0 || width > 1'000'000 ||
        height > 1'000'000) {
        return fieldInvalid("segmentation", whole);
    }
    std::optional<ColumnRuns> runs;
    std::string_view text;
    if (counts.get(text) == simdjson::SUCCESS) {
        runs = columnRunsFromText(text);
    } else if (takeNumbers(counts)) {
        runs.emplace();
        for (const double number : m_numbers) {
            if (!(number >= 0 && number < 4e9)) {
                return fieldInvalid("counts", counts);
            }
            runs->push_back(quint32(number));
        }
    }
    std::optional<domain::Mask> pixels = runs ? maskFromColumnRuns(*runs, int(width), int(height)) : std::nullopt;
    if (!pixels) {
        return fieldInvalid("segmentation", whole);
    }
    if (pixels->isEmpty()) {
        return RowIssue{ProblemCode::ShapeZeroSize, {}};
    }
    shape = Shape::fromMask(*std::move(pixels));
    return std::nullopt;
}

std::optional<RowIssue> CocoShapes::skeleton(element value, Shape& shape, bool& isFound)
{
    if (!takeNumbers(value) || m_numbers.size() % 3 != 0) {
        return fieldInvalid("keypoints", value);
    }
    std::vector<ImagePoint> joints;
    std::vector<domain::JointVisibility> visibility;
    isFound = false;
    for (size_t i = 0; i < m_numbers.size(); i += 3) {
        const int seen = std::clamp(int(m_numbers[i + 2]), 0, 2);
        joints.push_back({m_numbers[i], m_numbers[i + 1]});
        visibility.push_back(domain::JointVisibility(seen));
        isFound = isFound || seen > 0;
    }
    if (isFound) {
        shape = Shape::skeleton(std::move(joints), std::move(visibility));
    }
    return std::nullopt;
}

} // namespace lw::formats
