// SPDX-License-Identifier: GPL-3.0-or-later
//! Masks keep their pixels whatever they are written as; networks that make masks learn rectangles.
#include "engine/learn/evaluate/CocoEvaluator.h"
#include "engine/learn/nets/NetList.h"
#include "engine/learn/train/ContourTask.h"
#include "engine/learn/train/SegmenterTask.h"
#include "tests/engine/learn/support/Check.h"
#include "tests/engine/learn/support/Drawn.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

using namespace lw::learn;
using lw::learn::tests::DrawnPictures;
using lw::learn::tests::Observer;

namespace {

Rings rectangle(double x, double y, double width, double height)
{
    return {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}};
}

Rings rectangleOf(std::size_t picture)
{
    const Box box = DrawnPictures::box(picture);
    return rectangle(box.x, box.y, box.width, box.height);
}

/// A disc with a round hole.
PixelMap ringShape()
{
    PixelMap map(5, 7, 60, 60);
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 60; ++x) {
            const double distance = std::hypot(x + 0.5 - 30, y + 0.5 - 30);
            *map.find(5 + x, 7 + y) = distance < 28 && distance > 10 ? 1 : 0;
        }
    }
    return map;
}

std::shared_ptr<Backbone> backbone(const char* id = "shufflenet_v2_series_x0_5")
{
    torch::manual_seed(1);
    const Result<std::shared_ptr<Backbone>> net = makeNet(id, 1);
    LW_GOOD(net);
    return *net;
}

TrainSettings steps(std::int64_t count)
{
    TrainSettings settings;
    settings.budget.steps = count;
    settings.schedule = {4e-3, 10, 0.02};
    settings.emaMost = 0.9;
    settings.validations = 1;
    return settings;
}

} // namespace

LW_TEST(ringsFillThePixelsWhoseMiddlesTheyHold)
{
    const PixelMap map = mapOfRings(rectangle(2.4, 3, 4, 2), 100, 100);
    LW_EQUAL(map.area(), 8);
    LW_EQUAL(map.x, 2);
    LW_EQUAL(map.y, 3);
    Rings holed = rectangle(0, 0, 10, 10);
    holed.push_back(rectangle(2, 2, 3, 3).front());
    LW_EQUAL(mapOfRings(holed, 100, 100).area(), 91);
    LW_EQUAL(mapOfRings(rectangle(-5, -5, 10, 10), 100, 4).area(), 20); // cut at the picture's edges
    LW_CHECK(mapOfRings(rectangle(200, 0, 5, 5), 100, 100).values.empty());
    LW_CHECK(mapOfRings({}, 100, 100).values.empty());
}

LW_TEST(runsGoThereAndBack)
{
    const PixelMap shape = ringShape();
    const MaskRuns runs = runsOf(shape);
    const Result<PixelMap> again = mapOfRuns(runs);
    LW_GOOD(again);
    LW_EQUAL(maskOverlap(shape, *again), 1.0);
    LW_EQUAL(again->x, 7); // the box is tight
    LW_CHECK(runs.runs.front() > 0 && runs.runs.size() % 2 == 0);
    LW_CHECK(runsOf(PixelMap(0, 0, 5, 5)).runs.empty());
    LW_FAILS(mapOfRuns({0, 0, 2, 2, {0, 5}}), ErrorCode::Malformed, "longer");
    LW_FAILS(mapOfRuns({0, 0, 1 << 20, 1 << 20, {}}), ErrorCode::Malformed, "size");
}

LW_TEST(piecesTouchAtCorners)
{
    PixelMap map(0, 0, 6, 4);
    for (const auto& [x, y] : {std::pair{0, 0}, std::pair{1, 1}, std::pair{4, 0}, std::pair{4, 1}, std::pair{5, 3}}) {
        *map.find(x, y) = 3;
    }
    const std::vector<PixelMap> pieces = piecesOf(map, 3, 1);
    LW_EQUAL(pieces.size(), std::size_t(3));
    LW_EQUAL(pieces[0].area(), 2);
    LW_EQUAL(piecesOf(map, 3, 2).size(), std::size_t(2));
    LW_EQUAL(piecesOf(map, 1, 1).size(), std::size_t(0));
}

LW_TEST(crumbsBecomeWhatIsAroundThem)
{
    const auto set = [](PixelMap& map, int x, int y, int width, int height, std::uint8_t value) {
        for (int row = y; row < y + height; ++row) {
            for (int column = x; column < x + width; ++column) {
                *map.find(column, row) = value;
            }
        }
    };
    PixelMap map(0, 0, 20, 10);
    set(map, 0, 0, 10, 10, 1);
    set(map, 2, 2, 2, 2, 2);    // within the ones
    set(map, 9, 5, 2, 1, 3);    // between the ones and nothing
    set(map, 15, 2, 3, 3, 2);   // large enough
    set(map, 0, 9, 1, 1, 255);  // nobody knows
    PixelMap wanted(0, 0, 20, 10);
    set(wanted, 0, 0, 10, 10, 1);
    set(wanted, 15, 2, 3, 3, 2);
    set(wanted, 0, 9, 1, 1, 255);
    absorbCrumbs(map, 9, 255);
    *wanted.find(9, 5) = *map.find(9, 5);
    *wanted.find(10, 5) = *map.find(10, 5);
    LW_CHECK(*map.find(9, 5) != 3 && *map.find(9, 5) == *map.find(10, 5));
    LW_CHECK(map.values == wanted.values);
    PixelMap only(0, 0, 2, 2);
    absorbCrumbs(only, 100, 255); // nothing around it
    LW_EQUAL(int(only.values[0]), 0);
}

LW_TEST(outlinesHaveFewPointsAndTheSameArea)
{
    const PixelMap shape = ringShape();
    const Rings outline = outlineOf(shape, 1);
    LW_EQUAL(outline.size(), std::size_t(2)); // the outside and the hole
    LW_CHECK(outline[0].size() < 40 && outline[0].size() >= 8);
    LW_CHECK(maskOverlap(mapOfRings(outline, 100, 100), shape) > 0.93);
    LW_EQUAL(maskOverlap(mapOfRings(outlineOf(shape, 0), 100, 100), shape), 1.0);
    PixelMap corner(0, 0, 2, 2);
    *corner.find(0, 0) = *corner.find(1, 1) = 1;
    LW_EQUAL(maskOverlap(mapOfRings(outlineOf(corner, 0), 10, 10), corner), 1.0);
    PixelMap one(3, 3, 1, 1);
    one.values[0] = 1;
    LW_EQUAL(outlineOf(one, 0).front().size(), std::size_t(4));
    LW_CHECK(outlineOf(PixelMap(0, 0, 4, 4), 1).empty());
}

LW_TEST(allStagesHaveTheirStridesAndEndAsStagesDo)
{
    const torch::NoGradGuard noGrad;
    for (const NetEntry& entry : netList()) {
        if (entry.side == 32) {
            continue;
        }
        const std::shared_ptr<Backbone> net = backbone(entry.id.c_str());
        net->eval();
        const at::Tensor x = torch::rand({1, 3, 64, 64});
        const std::vector<at::Tensor> all = net->allStages(x);
        const std::vector<at::Tensor> last = net->stages(x);
        LW_EQUAL(all.size(), std::size_t(5));
        for (std::size_t i = 0; i < all.size(); ++i) {
            LW_EQUAL(all[i].size(1), net->allStageChannels()[i]);
            LW_EQUAL(all[i].size(2), std::int64_t(32 >> i));
            LW_CHECK(i < 2 || torch::allclose(all[i], last[i - 2]));
        }
    }
}

LW_TEST(labelsFollowTheirPictures)
{
    // However a picture is placed, lines and pixels of the same object end on the same pixels, those of its colour.
    PictureCache pictures(std::make_shared<DrawnPictures>(4), 128, 1 << 24);
    Random random(3);
    DetectionAugmentation how;
    how.flipsDown = true;
    how.gain = 0.05;
    int seen = 0;
    for (int round = 0; round < 24; ++round) {
        const std::size_t picture = random.below(4);
        const LabelledMask byLines{DrawnPictures::label(picture), rectangleOf(picture), nullptr};
        LabelledMask byPixels = byLines;
        byPixels.pixels = std::make_shared<PixelMap>(mapOfRings(byLines.rings, 128, 96));
        Random one(7, std::uint64_t(round));
        Random other(7, std::uint64_t(round));
        const auto lines = augmentedInput(pictures, {picture, {byLines}, nullptr}, 96, 96, how, one);
        const auto pixels = augmentedInput(pictures, {picture, {byPixels}, nullptr}, 96, 96, how, other);
        LW_GOOD(lines);
        LW_GOOD(pixels);
        int different = 0;
        for (int y = 0; y < 96; ++y) {
            for (int x = 0; x < 96; ++x) {
                const int value = lines->labels.at(x, y);
                different += value != pixels->labels.at(x, y) ? 1 : 0;
                const bool isInner = x > 0 && y > 0 && x < 95 && y < 95 && value == byLines.label + 1 &&
                                     lines->labels.at(x - 1, y) == value && lines->labels.at(x + 1, y) == value &&
                                     lines->labels.at(x, y - 1) == value && lines->labels.at(x, y + 1) == value;
                if (isInner) {
                    const std::uint8_t* colour = lines->picture.at(x, y);
                    LW_CHECK(colour[value == 1 ? 0 : 2] > 150 && colour[1] < 90);
                    ++seen;
                }
            }
        }
        LW_CHECK(different < 40); // roundings at the edges
    }
    LW_CHECK(seen > 1000);
    const auto outside =
        augmentedInput(pictures, {0, {}, nullptr}, 96, 96, {0, 0.5, 0.5, 0, false, false, 0, 0}, random);
    LW_GOOD(outside);
    const auto& values = outside->labels.values;
    LW_CHECK(std::count(values.begin(), values.end(), kIgnoredPixel) > 96 * 96 / 2);
    LW_FAILS(augmentedInput(pictures, {9, {}, nullptr}, 96, 96, how, random), ErrorCode::NotFound, "no such");
}

LW_TEST(mapsOfAnySizeLieBelowObjects)
{
    PixelMap map(0, 0, 4, 2); // a picture of 8 x 4, at half its size
    *map.find(3, 1) = 2;
    *map.find(0, 0) = kIgnoredPixel;
    SegmentationSample sample{0, {{0, rectangle(6, 2, 1, 1), nullptr}}, std::make_shared<PixelMap>(map)};
    PixelMap drawn(0, 0, 9, 4);
    drawLabels(drawn, sample, 8, 4, {});
    LW_EQUAL(int(drawn.at(6, 2)), 1);
    LW_EQUAL(int(drawn.at(7, 3)), 2);
    LW_EQUAL(int(drawn.at(1, 1)), int(kIgnoredPixel));
    LW_EQUAL(int(drawn.at(3, 3)), 0);
    LW_EQUAL(int(drawn.at(8, 0)), int(kIgnoredPixel)); // beyond the picture
}

LW_TEST(clicksAndEllipsesFitTheirObjects)
{
    Random random(1);
    const PixelMap shape = tightened(ringShape());
    const Clicks clicks = clicksOf(shape, 0, random);
    const ContourWindow window = windowOf(clicks, 0.1);
    LW_CHECK(std::abs(window.x - (shape.x + 0.5 - 0.1 * (shape.width - 1))) < 1e-9);
    LW_CHECK(std::abs(window.height - 1.2 * (shape.height - 1)) < 1e-9);
    const PixelMap ellipse = mapOfRings({ellipseThrough(clicks)}, 100, 100);
    LW_CHECK(std::abs(double(ellipse.area()) - 3.14159 * 27.5 * 27.5) < 120);
    LW_CHECK(ellipse.at(35, 37) == 1 && ellipse.at(12, 14) == 0);
    // Mirrored truth is the mirror image of the truth.
    const std::vector<float> plain = contourTruth(shape, {5, 7, 50, 60}, 20, false);
    const std::vector<float> mirrored = contourTruth(shape, {5, 7, 50, 60}, 20, true);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        LW_EQUAL(plain[i], mirrored[i - i % 20 + 19 - i % 20]);
    }
}

LW_TEST(contourAssistantTakesABackbonesWeights)
{
    const std::shared_ptr<Backbone> plain = backbone();
    ContourNet net(backbone("shufflenet_v2_series_x0_5"));
    {
        const torch::NoGradGuard noGrad;
        for (at::Tensor& each : plain->parameters()) {
            each.add_(1);
        }
    }
    net.takeWeights(*plain);
    const at::Tensor first = net.backbone().named_parameters()["first_conv.0.weight"];
    LW_CHECK(first.sizes() == at::IntArrayRef({24, 5, 3, 3}));
    LW_CHECK(torch::equal(first.slice(1, 0, 3), plain->named_parameters()["first_conv.0.weight"]));
    LW_CHECK(first.slice(1, 3, 5).abs().max().item<double>() < 0.5);
    bool isRefused = false;
    try {
        net.takeWeights(*backbone("resnet18"));
    } catch (const std::exception&) {
        isRefused = true;
    }
    LW_CHECK(isRefused);
}

LW_TEST(contourAssistantLearnsRectangles)
{
    std::vector<ContourSample> samples;
    for (std::size_t i = 0; i < 12; ++i) {
        samples.push_back({i, std::make_shared<PixelMap>(mapOfRings(rectangleOf(i), 128, 96))});
    }
    ContourSettings settings;
    settings.side = 64;
    settings.batch = 8;
    settings.backboneRate = 1;
    settings.noise = 1;
    const auto net = std::make_shared<ContourNet>(backbone());
    ContourTask task(net, std::make_shared<DrawnPictures>(12), samples, samples, settings, at::kCPU);
    Observer observer;
    const Result<TrainSummary> summary = train(task, steps(60), observer);
    LW_GOOD(summary);
    LW_CHECK(observer.losses.back() < 0.5 * observer.losses.front());
    LW_CHECK(summary->best.at("iou") > 0.85); // the ellipse that is given reaches .79
    const Result<LoadedPicture> picture = DrawnPictures(1).load(0, 0);
    LW_GOOD(picture);
    Random random(2);
    const ContourAnswer said =
        answerContour(*net, Pyramid(*picture), clicksOf(*samples[0].mask, 0, random), settings, at::kCPU);
    LW_CHECK(maskOverlap(said.mask, *samples[0].mask) > 0.8 && said.confidence > 0.5 && said.confidence <= 1);
}

LW_TEST(segmenterLearnsColours)
{
    std::vector<SegmentationSample> samples;
    for (std::size_t i = 0; i < 10; ++i) {
        samples.push_back({i, {{DrawnPictures::label(i), rectangleOf(i), nullptr}}, nullptr});
    }
    SegmenterSettings settings;
    settings.width = 128;
    settings.height = 96;
    settings.batch = 5;
    settings.backboneRate = 1;
    settings.augmentation = {0, 0.9, 1.1, 0.05, true, false, 0.1, 0};
    const auto net = std::make_shared<Segmenter>(backbone(), 2);
    SegmenterTask task(net, std::make_shared<DrawnPictures>(10), samples, samples, settings, at::kCPU);
    Observer observer;
    const Result<TrainSummary> summary = train(task, steps(80), observer);
    LW_GOOD(summary);
    LW_CHECK(observer.losses.back() < 0.5 * observer.losses.front());
    LW_CHECK(summary->best.at("miou") > 0.75 && summary->best.at("accuracy") > 0.9);
    const Result<LoadedPicture> picture = DrawnPictures(1).load(0, 0);
    LW_GOOD(picture);
    const std::vector<FoundMask> found = piecesOf(segment(*net, Pyramid(*picture), settings, at::kCPU), 0.01, 0.3);
    LW_CHECK(!found.empty());
    LW_EQUAL(found.front().label, 0);
    LW_CHECK(maskOverlap(found.front().mask, mapOfRings(rectangleOf(0), 128, 96)) > 0.6);
}

LW_TEST(reducedPicturesHaveMasksOfFullSize)
{
    SegmentedPicture picture{PixelMap(0, 0, 10, 10), std::vector<float>(100, 0.5F), 40, 20};
    for (int y = 2; y < 4; ++y) {
        for (int x = 5; x < 8; ++x) {
            *picture.labels.find(x, y) = 2;
            picture.confidences[std::size_t(10 * y + x)] = 0.9F;
        }
    }
    const std::vector<FoundMask> found = piecesOf(picture, 0.02, 0.5);
    LW_EQUAL(found.size(), std::size_t(1));
    LW_EQUAL(found[0].label, 1);
    LW_CHECK(std::abs(found[0].confidence - 0.9) < 1e-6);
    LW_EQUAL(found[0].mask.x, 20);
    LW_EQUAL(found[0].mask.y, 4);
    LW_EQUAL(found[0].mask.area(), 12 * 4);
    LW_CHECK(piecesOf(picture, 0.1, 0.5).empty() && piecesOf(picture, 0.02, 0.95).empty());
}

LW_TEST(classOverlapsLeaveOutWhatIsNotThere)
{
    ConfusionMatrix matrix(3, true);
    matrix.add(0, 0, 6);
    matrix.add(0, matrix.background(), 2);
    matrix.add(matrix.background(), 1, 4);
    const std::vector<double> overlaps = classOverlaps(matrix);
    LW_EQUAL(overlaps[0], 0.75);
    LW_EQUAL(overlaps[1], 0.0);
    LW_EQUAL(overlaps[2], -1.0);
    LW_EQUAL(meanOverlap(overlaps), 0.375);
}

LW_TEST(masksAreComparedAsMasks)
{
    // Two triangles that share a box: as boxes they are the same, as masks they have nothing in common.
    const PixelMap upper = mapOfRings({{{0, 0}, {40, 0}, {0, 40}}}, 100, 100);
    const PixelMap lower = mapOfRings({{{40, 0}, {40, 40}, {0, 40}}}, 100, 100);
    const std::vector<TrueBox> truth = {{1, 0, {0, 0, 40, 40}, double(upper.area()), false}};
    const std::vector<DetectedBox> found = {{1, 0, {0, 0, 40, 40}, 0.9, double(lower.area())}};
    LW_CHECK(evaluateCoco(truth, found, 1).ap50() > 0.999);
    const auto compare = [&](const PixelMap& said) {
        return evaluateCoco(truth, found, 1, [&](std::size_t, std::size_t) { return maskOverlap(upper, said); });
    };
    LW_EQUAL(compare(lower).ap50(), 0.0);
    LW_CHECK(compare(upper).ap() > 0.999);
}
