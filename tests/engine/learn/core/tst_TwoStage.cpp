// SPDX-License-Identifier: GPL-3.0-or-later
//! The two-stage detector has torchvision's parameters, samples regions as it does, and learns.
#include "engine/learn/train/TwoStageTask.h"
#include "engine/learn/train/Ema.h"
#include "tests/engine/learn/support/Check.h"
#include "tests/engine/learn/support/Drawn.h"

#include <torch/torch.h>

#include <cmath>
#include <set>

using namespace lw::learn;
using lw::learn::tests::DrawnPictures;
using lw::learn::tests::Observer;

namespace {

at::Tensor boxes(std::vector<float> numbers)
{
    return torch::tensor(numbers).view({-1, 4});
}

std::string shapeOf(const TwoStageDetector& net, const std::string& name)
{
    const NetState state = stateOf(net);
    for (std::size_t i = 0; i < state.names.size(); ++i) {
        if (state.names[i] == name) {
            std::string text;
            for (const std::int64_t size : state.tensors[i].sizes()) {
                text += std::to_string(size) + ' ';
            }
            return text;
        }
    }
    return "missing";
}

} // namespace

LW_TEST(twoStageParametersAreThoseOfTorchvision)
{
    const TwoStageDetector net(50, 90);
    std::int64_t sum = 0;
    std::set<std::string> names;
    for (const auto& each : net.named_parameters()) {
        sum += each.value().numel();
        names.insert(each.key());
    }
    // torchvision publishes 41,755,286 parameters for fasterrcnn_resnet50_fpn. There the normalisations are buffers,
    // here they are parameters that can be frozen: 53,120 numbers.
    std::int64_t normalisation = 0;
    for (const auto& each : net.named_parameters()) {
        const bool isOfBody = each.key().compare(0, 14, "backbone.body.") == 0;
        normalisation += isOfBody && each.value().dim() == 1 ? each.value().numel() : 0;
    }
    LW_EQUAL(normalisation, 53120);
    LW_EQUAL(sum - normalisation, 41755286);
    LW_EQUAL(shapeOf(net, "backbone.body.conv1.weight"), "64 3 7 7 ");
    LW_EQUAL(shapeOf(net, "backbone.body.layer4.2.bn3.running_var"), "2048 ");
    LW_EQUAL(shapeOf(net, "backbone.body.layer1.0.downsample.0.weight"), "256 64 1 1 ");
    LW_EQUAL(shapeOf(net, "backbone.fpn.inner_blocks.0.0.weight"), "256 256 1 1 ");
    LW_EQUAL(shapeOf(net, "backbone.fpn.inner_blocks.3.0.bias"), "256 ");
    LW_EQUAL(shapeOf(net, "backbone.fpn.inner_blocks.3.0.weight"), "256 2048 1 1 ");
    LW_EQUAL(shapeOf(net, "backbone.fpn.layer_blocks.2.0.weight"), "256 256 3 3 ");
    LW_EQUAL(shapeOf(net, "rpn.head.conv.0.0.weight"), "256 256 3 3 ");
    LW_EQUAL(shapeOf(net, "rpn.head.cls_logits.weight"), "3 256 1 1 ");
    LW_EQUAL(shapeOf(net, "rpn.head.bbox_pred.weight"), "12 256 1 1 ");
    LW_EQUAL(shapeOf(net, "roi_heads.box_head.fc6.weight"), "1024 12544 ");
    LW_EQUAL(shapeOf(net, "roi_heads.box_head.fc7.weight"), "1024 1024 ");
    LW_EQUAL(shapeOf(net, "roi_heads.box_predictor.cls_score.weight"), "91 1024 ");
    LW_EQUAL(shapeOf(net, "roi_heads.box_predictor.bbox_pred.weight"), "364 1024 ");
    // The published files are older than the present names.
    for (const char* old : {"backbone.fpn.inner_blocks.0.weight", "backbone.fpn.layer_blocks.3.bias",
                            "rpn.head.conv.weight", "rpn.head.conv.bias", "rpn.head.cls_logits.bias"}) {
        LW_CHECK(names.count(currentTorchvisionName(old)) == 1);
    }
    for (const std::string& name : names) {
        LW_EQUAL(currentTorchvisionName(name), name);
    }
}

LW_TEST(anchorsAreThoseOfTorchvision)
{
    const at::Tensor anchors = TwoStageDetector::anchors(64, 32, at::TensorOptions());
    // 16 x 8, 8 x 4, 4 x 2, 2 x 1, 1 x 1 points with three anchors each
    LW_CHECK(anchors.sizes() == at::IntArrayRef({3 * (128 + 32 + 8 + 2 + 1), 4}));
    LW_CHECK(anchors.slice(0, 0, 3).equal(boxes({-23, -11, 23, 11, -16, -16, 16, 16, -11, -23, 11, 23})));
    LW_CHECK(anchors.slice(0, 4, 5).equal(boxes({-12, -16, 20, 16})));                   // four pixels to the right
    LW_CHECK(anchors.slice(0, 16 * 3 + 1, 16 * 3 + 2).equal(boxes({-16, -12, 16, 20}))); // the next row
}

LW_TEST(boxesAreDecodedAsTheyWereEncoded)
{
    torch::manual_seed(1);
    const at::Tensor corner = torch::rand({20, 2}) * 50;
    const at::Tensor one = torch::cat({corner, corner + 5 + torch::rand({20, 2}) * 40}, 1);
    const at::Tensor other = torch::cat({corner + 3, corner + 10 + torch::rand({20, 2}) * 40}, 1);
    const at::Tensor deltas = encodedBoxes(one, other, kClassWeights);
    LW_CHECK(torch::allclose(decodedBoxes(deltas, other, kClassWeights), one, 1e-3, 1e-3));
    LW_CHECK(torch::allclose(encodedBoxes(boxes({0, 0, 20, 10}), boxes({0, 0, 10, 10}), kRegionWeights),
                             torch::tensor({0.5F, 0.F, std::log(2.F), 0.F}).view({1, 4})));
    LW_CHECK(torch::isfinite(decodedBoxes(torch::full({1, 4}, 1e4), boxes({0, 0, 9, 9}), kRegionWeights))
                 .all()
                 .item<bool>());
}

LW_TEST(regionsAreSampledBetweenPixels)
{
    // On a ramp the mean of a part is the ramp's value in its middle.
    const at::Tensor x = torch::arange(32, at::kFloat).view({1, 1, 32}).expand({1, 24, 32});
    const at::Tensor y = torch::arange(24, at::kFloat).view({1, 24, 1}).expand({1, 24, 32});
    const at::Tensor feature = torch::cat({x, y}).requires_grad_(true);
    const at::Tensor found = alignedRegions(feature, boxes({16, 8, 72, 64, 40, 40, 40.5, 40.5}), 0.25, 7);
    LW_CHECK(found.sizes() == at::IntArrayRef({2, 2, 7, 7}));
    const at::Tensor steps = (torch::arange(7, at::kFloat) + 0.5) * 2;
    LW_CHECK(torch::allclose(found[0][0], (4 + steps).view({1, 7}).expand({7, 7}), 1e-4, 1e-3));
    LW_CHECK(torch::allclose(found[0][1], (2 + steps).view({7, 1}).expand({7, 7}), 1e-4, 1e-3));
    // A region of less than a pixel is taken for one of a pixel.
    LW_CHECK(std::abs(found[1][0][0][6].item<double>() - (10 + 6.5 / 7)) < 1e-3);
    found.sum().backward();
    LW_CHECK(std::abs(feature.grad().sum().item<double>() - 2 * 2 * 49) < 1e-2);
}

LW_TEST(anchorsAreMatchedByTheirOverlap)
{
    const at::Tensor truth = boxes({0, 0, 10, 10, 50, 50, 60, 60});
    const at::Tensor some = boxes({0, 0, 10, 10, 0, 0, 10, 15, 0, 0, 10, 40, 54, 54, 64, 64, 90, 90, 99, 99});
    const at::Tensor overlaps = pairOverlaps(some, truth);
    LW_CHECK(std::abs(overlaps[1][0].item<double>() - 2.0 / 3) < 1e-5);
    const auto is = [&](bool keepsBest, std::vector<std::int64_t> wanted) {
        return matchedBoxes(overlaps, 0.3, 0.7, keepsBest).equal(torch::tensor(wanted));
    };
    LW_CHECK(is(false, {0, -2, -1, -1, -1}));
    LW_CHECK(is(true, {0, -2, -1, 1, -1})); // the second object keeps its best anchor
    LW_CHECK(matchedBoxes(pairOverlaps(some, torch::zeros({0, 4})), 0.3, 0.7, true).eq(-1).all().item<bool>());
}

LW_TEST(doublesOfRegionsGo)
{
    const at::Tensor some = boxes({0, 0, 10, 10, 1, 0, 11, 10, 30, 30, 40, 40, 0, 0, 10, 4});
    const at::Tensor scores = torch::tensor({0.5F, 0.9F, 0.1F, 0.6F});
    LW_CHECK((keptBoxes(some, scores, 0.7, 10) == std::vector<std::int64_t>{1, 3, 2}));
    LW_CHECK((keptBoxes(some, scores, 0.9, 2) == std::vector<std::int64_t>{1, 3}));
    LW_CHECK(keptBoxes(torch::zeros({0, 4}), torch::zeros({0}), 0.7, 10).empty());
}

LW_TEST(frozenNormalisationStaysAsItIs)
{
    TwoStageDetector net(18, 2);
    net.freezeNormalisation();
    net.train();
    const auto parameters = net.named_parameters();
    LW_CHECK(!parameters["backbone.body.bn1.weight"].requires_grad());
    LW_CHECK(!parameters["backbone.body.layer1.0.conv1.weight"].requires_grad());
    LW_CHECK(parameters["backbone.body.layer2.0.conv1.weight"].requires_grad());
    LW_CHECK(parameters["rpn.head.conv.0.0.bias"].requires_grad());
    const at::Tensor before = net.named_buffers()["backbone.body.bn1.running_mean"].clone();
    net.features(torch::rand({1, 3, 64, 64}));
    LW_CHECK(net.named_buffers()["backbone.body.bn1.running_mean"].equal(before));
}

LW_TEST(twoStageDetectorLearnsRectangles)
{
    torch::manual_seed(1);
    const auto net = std::make_shared<TwoStageDetector>(18, 2);
    std::vector<DetectionSample> samples;
    for (std::size_t i = 0; i < 4; ++i) {
        samples.push_back({i, {{DrawnPictures::box(i), DrawnPictures::label(i)}}});
    }
    samples.push_back({4, {}}); // a picture without objects must not spoil the losses
    DetectorSettings settings;
    settings.width = 128;
    settings.height = 96;
    settings.batch = 5;
    settings.backboneRate = 1;
    settings.augmentation = {0, 0.95, 1.05, 0, true, false, 0.05, 0.3};
    TwoStageSettings stages;
    stages.mostBefore = 100;
    stages.mostRegions = 60;
    stages.regionSamples = 32;
    TwoStageTask task(net, std::make_shared<DrawnPictures>(5), samples, samples, settings, stages, at::kCPU);
    Observer observer;
    TrainSettings how;
    how.budget.steps = 60;
    how.schedule = {2e-4, 5, 0.02}; // of the trainings in the worker
    how.emaMost = 0.8;
    how.validations = 1;
    const Result<TrainSummary> summary = train(task, how, observer);
    LW_GOOD(summary);
    LW_CHECK(observer.losses.back() < 0.6 * observer.losses.front());
    LW_CHECK(summary->best.at("map50") > 0.5);
    PictureCache pictures(std::make_shared<DrawnPictures>(5), 128, 1 << 24);
    const std::vector<DetectedBox> found =
        detect(*net, pictures, {0, 1, 77}, settings, stages, at::kCPU, {0.001, 0.5, 20});
    LW_CHECK(!found.empty());
    for (const DetectedBox& each : found) {
        LW_CHECK(each.image < 2 && each.label < 2 && each.box.x >= 0 && each.box.x + each.box.width <= 128.01);
    }
}
