// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Objects and masks as models say them: from which score on they count, and whether two answers
//! agree.
#pragma once

#include "engine/learn/data/Picture.h"
#include "engine/learn/evaluate/Boxes.h"
#include "engine/learn/train/DetectorBatch.h"
#include "engine/learn/train/SegmenterBatch.h"
#include "engine/learn/worker/Json.h"

#include <cstddef>
#include <vector>

namespace lw::learn {

/// Below this, what a model says is noise.
inline constexpr double kNoise = 0.05;

/// The list "objects" or "masks" of an answer; empty when it has neither.
const Json& thingsOf(const Json& said);
/// The box of an object, or around a mask.
Box boxOf(const Json& thing);
double scoreOf(const Json& thing);
int labelOf(const Json& thing);

/// Finds the score for each class from which on answers are mostly right: the best F1 on pictures whose objects are known
/// and were not trained on.
class Thresholds {
public:
    explicit Thresholds(std::size_t classes) : m_found(classes), m_wanted(classes, 0) {}

    /// Objects match from half an overlap on.
    void add(const DetectionSample& truth, const Json& said);
    /// Masks match the pieces of the classes' pixels: a network that names pixels does not tell neighbours apart.
    void add(const SegmentationSample& truth, const Json& said);
    /// A usual one where nothing tells what divides right from wrong.
    std::vector<double> values() const;

private:
    /// Something said and whether it is right.
    struct Scored {
        double score = 0;
        bool isRight = false;
    };

    static double bestOf(std::vector<Scored> found, std::size_t wanted);

    std::vector<std::vector<Scored>> m_found;
    std::vector<std::size_t> m_wanted;
};

/// Of boxes that see the same thing, whatever they call it, leaves the surest only: somebody would have to delete the
/// others. The surest comes first.
void keepSurest(std::vector<const Json*>& boxes);

/// Share of two sets of boxes that has no counterpart in the other.
double boxDisagreement(const std::vector<const Json*>& one, const std::vector<const Json*>& other);

/// Share of the pixels that either set of masks covers and to which they give different classes. `other` belongs to the
/// mirrored picture of `width` x `height` pixels.
double maskDisagreement(const std::vector<const Json*>& one, const std::vector<const Json*>& other, int width, int height);

} // namespace lw::learn
