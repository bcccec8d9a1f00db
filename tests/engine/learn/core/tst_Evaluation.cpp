// SPDX-License-Identifier: GPL-3.0-or-later
//! COCO's numbers, confusion matrices and curves on cases that can be worked out by hand.
#include "engine/learn/data/Random.h"
#include "engine/learn/evaluate/CocoEvaluator.h"
#include "engine/learn/evaluate/ConfusionMatrix.h"
#include "engine/learn/evaluate/ScoreCurve.h"
#include "tests/engine/learn/support/Check.h"

#include <array>
#include <cmath>

using namespace lw::learn;

namespace {

bool isNear(double one, double other, double limit = 1e-9)
{
    return std::abs(one - other) < limit;
}

TrueBox truth(std::int64_t image, int label, const Box& box, bool isCrowd = false)
{
    return {image, label, box, box.area(), isCrowd};
}

} // namespace

LW_TEST(perfectDetectionsGetAllPoints)
{
    const std::vector<TrueBox> boxes = {truth(1, 0, {10, 10, 50, 50}), truth(1, 1, {0, 0, 200, 200}),
                                        truth(2, 0, {5, 5, 20, 20})};
    std::vector<DetectedBox> found;
    for (const TrueBox& each : boxes) {
        found.push_back({each.image, each.label, each.box, 0.9});
    }
    const CocoNumbers numbers = evaluateCoco(boxes, found, 3);
    for (const std::size_t i : {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11}) {
        LW_CHECK(isNear(numbers.values[i], 1));
    }
    LW_EQUAL(numbers.classes.size(), std::size_t(3));
    LW_EQUAL(numbers.classes[0].objects, 2);
    LW_CHECK(isNear(numbers.classes[2].ap, -1)); // nothing to be found
}

LW_TEST(thresholdsAreTakenOneByOne)
{
    // Overlap 60 / 100 = 0.6: a hit at .50, .55 and .60, a miss at the other seven.
    const CocoNumbers numbers = evaluateCoco({truth(1, 0, {0, 0, 10, 10})}, {{1, 0, {0, 0, 10, 6}, 0.5}}, 1);
    LW_CHECK(isNear(numbers.ap50(), 1));
    LW_CHECK(isNear(numbers.values[2], 0));
    LW_CHECK(isNear(numbers.ap(), 0.3));
    LW_CHECK(isNear(numbers.values[8], 0.3));
    LW_CHECK(isNear(numbers.values[3], 0.3)); // small
    LW_CHECK(isNear(numbers.values[5], -1));  // no large ones
}

LW_TEST(falseAlarmsCountByTheirRank)
{
    const std::vector<TrueBox> boxes = {truth(1, 0, {0, 0, 10, 10}), truth(1, 0, {100, 0, 10, 10})};
    // Hit, false alarm, hit: precision 1 up to recall .5, then 2/3. 51 of the 101 steps reach up to recall .5.
    const CocoNumbers numbers = evaluateCoco(
        boxes, {{1, 0, {0, 0, 10, 10}, 0.9}, {1, 0, {50, 50, 10, 10}, 0.8}, {1, 0, {100, 0, 10, 10}, 0.7}}, 1);
    LW_CHECK(isNear(numbers.ap50(), (51 + 50 * 2.0 / 3) / 101));
    LW_CHECK(isNear(numbers.values[6], 0.5)); // one detection a picture finds one of two
}

LW_TEST(secondHitsOfOneObjectAreFalseAlarms)
{
    const CocoNumbers numbers = evaluateCoco({truth(1, 0, {0, 0, 10, 10}), truth(2, 0, {0, 0, 10, 10})},
                                             {{1, 0, {0, 0, 10, 10}, 0.9}, {1, 0, {0, 0, 10, 10}, 0.8}}, 1);
    LW_CHECK(isNear(numbers.ap50(), 51.0 / 101));
}

LW_TEST(crowdsAreNeitherWantedNorWrong)
{
    const std::vector<TrueBox> boxes = {truth(1, 0, {0, 0, 10, 10}), truth(1, 0, {50, 50, 100, 100}, true)};
    const CocoNumbers numbers = evaluateCoco(boxes,
                                             {{1, 0, {0, 0, 10, 10}, 0.5},
                                              {1, 0, {60, 60, 10, 10}, 0.9},  // inside the crowd
                                              {1, 0, {80, 80, 20, 20}, 0.8}}, // the same crowd again
                                             1);
    LW_CHECK(isNear(numbers.ap50(), 1));
    LW_EQUAL(numbers.classes[0].objects, 1);
}

LW_TEST(nothingGivesNoNumbers)
{
    for (const double value : evaluateCoco({}, {{1, 0, {0, 0, 1, 1}, 1}}, 2).values) {
        LW_CHECK(isNear(value, -1));
    }
    LW_CHECK(isNear(evaluateCoco({truth(1, 0, {0, 0, 9, 9})}, {}, 1).ap50(), 0));
    LW_CHECK(isNear(evaluateCoco({truth(1, 7, {0, 0, 9, 9})}, {{1, -1, {0, 0, 9, 9}, 1}}, 1).ap50(), -1));
}

LW_TEST(numbersAreThoseOfAnIndependentImplementation)
{
    // 60 pictures drawn by a fixed rule, with crowds, ties and wrong classes; the twelve numbers come from a second
    // implementation, in numpy, of the steps that COCO's own evaluation takes.
    Random random(7);
    std::vector<TrueBox> boxes;
    std::vector<DetectedBox> found;
    for (std::int64_t image = 1; image <= 60; ++image) {
        for (std::size_t i = 0, count = random.below(8); i < count; ++i) {
            const double size = std::exp(random.between(std::log(8.0), std::log(250.0)));
            Box box{std::floor(random.between(0, 400)), std::floor(random.between(0, 400)), std::floor(size),
                    std::floor(size * random.between(0.5, 2))};
            const int label = int(random.below(4));
            const bool isCrowd = random.chance(0.05);
            boxes.push_back(truth(image, label, box, isCrowd));
            if (random.chance(0.8)) {
                const double shift = 0.2 * size;
                const Box moved{box.x + std::floor(random.between(-shift, shift)),
                                box.y + std::floor(random.between(-shift, shift)),
                                std::floor(box.width * random.between(0.8, 1.2)) + 1,
                                std::floor(box.height * random.between(0.8, 1.2)) + 1};
                const int said = random.chance(0.9) ? label : int(random.below(4));
                found.push_back({image, said, moved, std::floor(random.unit() * 50) / 50});
            }
        }
        if (random.chance(0.5)) {
            found.push_back({image, int(random.below(4)), {10, 10, 40, 40}, std::floor(random.unit() * 50) / 50});
        }
    }
    LW_EQUAL(boxes.size(), std::size_t(213));
    LW_EQUAL(found.size(), std::size_t(217));
    const CocoNumbers numbers = evaluateCoco(boxes, found, 4);
    const std::array<double, 12> expected = {0.156748048524882, 0.498821628034546, 0.042443611408567,
                                             0.190134678989877, 0.141715606482996, 0.200301466959883,
                                             0.160047471043481, 0.277016318273329, 0.277016318273329,
                                             0.267202293929268, 0.286363636363636, 0.283270202020202};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        LW_CHECK(isNear(numbers.values[i], expected[i], 1e-9));
    }
}

LW_TEST(matrixCountsAndItsSharesFollow)
{
    ConfusionMatrix matrix(3);
    matrix.add(0, 0, 8);
    matrix.add(0, 1, 2);
    matrix.add(1, 1, 5);
    matrix.add(7, 0);
    matrix.add(0, -1);
    const std::vector<ClassRow> rows = matrix.rows();
    LW_EQUAL(rows[0].isTrue, 10);
    LW_EQUAL(rows[1].isSaid, 7);
    LW_CHECK(isNear(rows[0].recall, 0.8));
    LW_CHECK(isNear(rows[1].precision, 5.0 / 7));
    LW_CHECK(isNear(rows[0].f1, 16.0 / 18));
    LW_CHECK(isNear(matrix.accuracy(), 13.0 / 15));
    LW_CHECK(isNear(matrix.macroF1(), (16.0 / 18 + 10.0 / 12) / 2));
}

LW_TEST(detectorsMatrixKnowsMissedAndFalseOnes)
{
    const ConfusionMatrix matrix =
        detectionMatrix({truth(1, 0, {0, 0, 10, 10}), truth(1, 1, {50, 0, 10, 10}), truth(1, 1, {80, 80, 10, 10})},
                        {{1, 1, {0, 0, 10, 10}, 0.9},
                         {1, 1, {50, 0, 10, 10}, 0.8},
                         {1, 0, {50, 0, 10, 10}, 0.7},
                         {1, 0, {9, 9, 9, 9}, 0.1}},
                        2, 0.25);
    LW_EQUAL(matrix.at(0, 1), 1);
    LW_EQUAL(matrix.at(1, 1), 1);
    LW_EQUAL(matrix.at(1, matrix.background()), 1);
    LW_EQUAL(matrix.at(matrix.background(), 0), 1);
    LW_EQUAL(matrix.rows()[1].isTrue, 2);
}

LW_TEST(curvesStepAtEachDifferentScore)
{
    const ScoreCurve curve = scoreCurve({{0.9, true}, {0.8, false}, {0.8, true}, {0.1, false}}, 4);
    LW_EQUAL(curve.points.size(), std::size_t(3));
    LW_CHECK(isNear(curve.points[1].precision, 2.0 / 3));
    LW_CHECK(isNear(curve.points[1].recall, 0.5));
    LW_CHECK(isNear(curve.averagePrecision, 0.25 + 2.0 / 3 * 0.25));
    LW_CHECK(isNear(curve.auroc, 3.5 / 4));
    LW_CHECK(isNear(scoreCurve({}, 0).auroc, 0.5));
}
