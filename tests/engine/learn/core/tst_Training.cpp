// SPDX-License-Identifier: GPL-3.0-or-later
//! Optimiser, averages, schedule, targets, losses; small trainings that must learn; checkpoints that go on.
#include "engine/learn/base/Files.h"
#include "engine/learn/data/BatchQueue.h"
#include "engine/learn/data/ColourShift.h"
#include "engine/learn/nets/NetList.h"
#include "engine/learn/train/ClassifierTask.h"
#include "engine/learn/train/DetectorLoss.h"
#include "engine/learn/train/DetectorTask.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/train/Ema.h"
#include "engine/learn/train/SideBias.h"
#include "tests/engine/learn/support/Check.h"
#include "tests/engine/learn/support/Drawn.h"

#include <torch/torch.h>

#include <atomic>
#include <cmath>
#include <filesystem>

using namespace lw::learn;
using lw::learn::tests::DrawnPictures;
using lw::learn::tests::freshFolder;
using lw::learn::tests::Observer;

namespace {

std::vector<ClassSample> classSamples(std::size_t from, std::size_t to)
{
    std::vector<ClassSample> samples;
    for (std::size_t i = from; i < to; ++i) {
        samples.push_back({i, DrawnPictures::label(i)});
    }
    return samples;
}

std::unique_ptr<ClassifierTask> classifierTask(std::size_t pictures = 24)
{
    torch::manual_seed(1);
    const Result<std::shared_ptr<Backbone>> net = makeNet("cifar_resnet20", 2);
    LW_GOOD(net);
    ClassifierSettings settings;
    settings.side = 24;
    settings.batch = 8;
    settings.colour = 0.2;
    settings.backboneRate = 1;
    settings.threads = 2;
    return std::make_unique<ClassifierTask>(*net, std::make_shared<DrawnPictures>(24), classSamples(0, pictures),
                                            classSamples(16, 24), 2, settings, at::kCPU);
}

TrainSettings steps(std::int64_t count)
{
    TrainSettings settings;
    settings.budget.steps = count;
    settings.schedule = {2e-3, 5, 0.02};
    settings.validations = 2;
    return settings;
}

} // namespace

LW_TEST(optimiserStepsAsTheOneOfLibtorchDoes)
{
    torch::manual_seed(2);
    const at::Tensor start = torch::randn({5, 3});
    at::Tensor ours = start.clone().requires_grad_(true);
    at::Tensor theirs = start.clone().requires_grad_(true);
    AdamW optimiser({{{ours}, 0.5, 0.1}});
    torch::optim::AdamW reference({theirs}, torch::optim::AdamWOptions(0.01).weight_decay(0.1));
    for (int i = 0; i < 20; ++i) {
        const at::Tensor target = torch::randn({5, 3});
        optimiser.clearGradients();
        reference.zero_grad();
        (ours - target).pow(4).sum().backward();
        (theirs - target).pow(4).sum().backward();
        optimiser.step(0.02);
        reference.step();
    }
    LW_CHECK(torch::allclose(ours, theirs, 1e-4, 1e-6));
}

LW_TEST(averagesFollowAndSwapBack)
{
    torch::nn::Linear net(2, 2);
    Ema ema(*net, 0.5);
    const at::Tensor before = net->weight.detach().clone();
    {
        const torch::NoGradGuard noGrad;
        net->weight.add_(1);
    }
    ema.update(); // decay is 2 / 11 in the first step
    ema.swap();
    LW_CHECK(torch::allclose(net->weight, before + 9.0 / 11));
    ema.swap();
    LW_CHECK(torch::allclose(net->weight, before + 1));
}

LW_TEST(rateWarmsUpAndFallsAsACosine)
{
    const ScheduleSettings settings{1.0, 10, 0.02};
    LW_CHECK(std::abs(learningRate(settings, 0, 0) - 0.1) < 1e-9);
    LW_CHECK(std::abs(learningRate(settings, 50, 0) - 1) < 1e-9);
    LW_CHECK(std::abs(learningRate(settings, 50, 0.5) - 0.51) < 1e-9);
    LW_CHECK(std::abs(learningRate(settings, 50, 1) - 0.02) < 1e-9);
    LW_CHECK(std::abs(progressOf({10, 100}, {20, 5}) - 0.5) < 1e-9);
    LW_CHECK(std::abs(progressOf({0, 100}, {20, 500}) - 0.2) < 1e-9);
}

LW_TEST(batchesComeInOrderFromManyThreads)
{
    std::atomic<int> ahead{0};
    std::atomic<int> most{0};
    BatchQueue<std::uint64_t> queue(
        [&](std::uint64_t number) {
            most = std::max(most.load(), ++ahead);
            return number * number;
        },
        5, 4, 3);
    for (std::uint64_t i = 5; i < 200; ++i) {
        LW_EQUAL(queue.next(), i * i);
        --ahead;
    }
    LW_CHECK(most <= 4); // three ahead and the one that is being handed out
}

LW_TEST(problemsOfBatchesComeOut)
{
    BatchQueue<int> queue(
        [](std::uint64_t number) -> int { throw std::runtime_error("batch " + std::to_string(number)); }, 0, 2, 2);
    bool isThrown = false;
    try {
        queue.next();
    } catch (const std::runtime_error&) {
        isThrown = true;
    }
    LW_CHECK(isThrown);
}

LW_TEST(pyramidsPlacePicturesWhereTheyBelong)
{
    Picture picture(100, 50);
    for (int y = 0; y < 50; ++y) {
        for (int x = 50; x < 100; ++x) {
            picture.at(x, y)[0] = 200;
        }
    }
    const Pyramid pyramid({picture, 200, 100}); // loaded at half its size
    Picture target(40, 20);
    pyramid.place(target, {0, 0, 40, 20}, {5, 0, 5, 0});
    LW_EQUAL(int(target.at(10, 10)[0]), 0);
    LW_EQUAL(int(target.at(30, 10)[0]), 200);
    pyramid.place(target, {0, 0, 40, 20}, {-5, 200, 5, 0}); // mirrored
    LW_EQUAL(int(target.at(10, 10)[0]), 200);
    LW_EQUAL(int(target.at(30, 10)[0]), 0);
    pyramid.place(target, {0, 0, 20, 20}, {5, 150, 5, 0}); // reaches out
    LW_EQUAL(int(target.at(5, 10)[0]), 200);
    LW_EQUAL(int(target.at(15, 10)[0]), 114);
    LW_EQUAL(int(target.at(30, 10)[0]), 0); // outside of the range nothing changes
}

LW_TEST(greyPicturesStayGreyWithoutStrength)
{
    Picture picture(8, 8);
    std::fill(picture.pixels.begin(), picture.pixels.end(), std::uint8_t(77));
    Random random(1);
    shiftColours(picture, 0, random);
    LW_EQUAL(int(picture.pixels[5]), 77);
}

LW_TEST(roundsSeeEverySampleOnce)
{
    Rounds rounds(10, 3);
    std::vector<int> seen(10, 0);
    for (std::uint64_t i = 20; i < 30; ++i) {
        ++seen[rounds.at(i)];
    }
    LW_CHECK(seen == std::vector<int>(10, 1));
}

LW_TEST(pointsBelongToTheirObjects)
{
    // A small object at the stride 8, a large one around it at 32.
    const std::vector<std::int32_t> points = assignPoints({{100, 100, 130, 130, 0}, {10, 10, 250, 250, 1}}, 256, 256);
    LW_EQUAL(points.size(), std::size_t(32 * 32 + 16 * 16 + 8 * 8));
    LW_EQUAL(points[14 * 32 + 14], 0);
    LW_EQUAL(points[14 * 32 + 20], -1);
    LW_EQUAL(points[32 * 32 + 16 * 16 + 4 * 8 + 4], 1);
    for (std::size_t i = 0; i < 32 * 32; ++i) {
        LW_CHECK(points[i] != 1);
    }
}

LW_TEST(tinyAndTouchingObjectsGetPoints)
{
    const std::vector<std::int32_t> points =
        assignPoints({{9, 9, 11, 11, 0}, {255, 255, 256, 256, 0}, {60, 60, 90, 90, 0}, {64, 64, 84, 84, 0}}, 256, 256);
    for (const std::int32_t object : {0, 1, 3}) {
        LW_CHECK(std::count(points.begin(), points.end(), object) > 0);
    }
    LW_EQUAL(points[9 * 32 + 9], 3); // the smaller one of two at the same place
}

LW_TEST(overlapsAreThoseOfTheFormula)
{
    const at::Tensor one = torch::tensor({0.F, 0.F, 10.F, 10.F}).view({1, 4});
    const at::Tensor other = torch::tensor({5.F, 0.F, 15.F, 10.F}).view({1, 4});
    const Overlaps overlaps = boxOverlaps(one, other);
    LW_CHECK(std::abs(overlaps.iou.item<double>() - 1.0 / 3) < 1e-6);
    LW_CHECK(std::abs(overlaps.giou.item<double>() - 1.0 / 3) < 1e-6); // the hull is what both cover
    const Overlaps apart = boxOverlaps(one, other + 20);
    LW_CHECK(apart.iou.item<double>() == 0 && apart.giou.item<double>() < 0);
}

LW_TEST(classWeightsHaveAMeanOfOne)
{
    const std::vector<DetectionSample> samples = {{0, {{{}, 0}, {{}, 0}, {{}, 0}, {{}, 0}, {{}, 1}}}};
    const std::vector<float> weights = classWeights(samples, 3);
    LW_CHECK(std::abs(weights[1] / weights[0] - 2) < 1e-5);
    LW_CHECK(std::abs(4 * weights[0] + weights[1] - 5) < 1e-5);
    LW_CHECK(std::abs(weights[2] - 1) < 1e-6);
}

LW_TEST(detectorHasTheSizeOfTheStudy)
{
    const Result<std::shared_ptr<Backbone>> backbone = makeNet("shufflenet_v2_series_x0_5", 1);
    LW_GOOD(backbone);
    Detector detector(*backbone, 3);
    std::int64_t sum = 0;
    for (const at::Tensor& each : detector.parameters()) {
        sum += each.numel();
    }
    LW_CHECK(sum > 190000 && sum < 225000);
    detector.eval();
    const torch::NoGradGuard noGrad;
    const DetectorOutput output = detector.forward(torch::rand({2, 3, 64, 96}));
    LW_CHECK(output.scores.sizes() == at::IntArrayRef({2, 8 * 12 + 4 * 6 + 2 * 3, 3}));
    LW_CHECK(output.sides.sizes() == at::IntArrayRef({2, 126, 4}));
    LW_EQUAL(detectorPoints(96, 64, at::TensorOptions()).centres.size(0), 126);
}

LW_TEST(lossOfRightAnswersIsSmall)
{
    const DetectorPoints points = detectorPoints(64, 64, at::TensorOptions());
    const TargetBox box{8, 8, 40, 40, 1};
    const DetectorBatch batch = batchOf({{Picture(64, 64), {box}}, {Picture(64, 64), {}}}, 64, 64);
    const DetectorTargets targets{batch.points, batch.boxes, batch.labels};
    const at::Tensor isObject = batch.points.ge(0).unsqueeze(2);
    at::Tensor scores = torch::full({2, 84, 2}, -12.0);
    scores.select(2, 1).copy_(
        torch::where(isObject.squeeze(2), torch::full({2, 84}, 12.0), torch::full({2, 84}, -12.0)));
    const at::Tensor corners = torch::tensor({8.F, 8.F, 40.F, 40.F});
    const at::Tensor sides =
        torch::cat({points.centres - corners.slice(0, 0, 2), corners.slice(0, 2, 4) - points.centres}, 1)
            .unsqueeze(0)
            .repeat({2, 1, 1});
    const DetectorLosses right = detectorLoss({scores, sides}, targets, points, torch::ones({2}));
    LW_CHECK(right.classes.item<double>() < 0.01 && right.boxes.item<double>() < 0.01);
    const DetectorLosses wrong = detectorLoss({-scores, sides + 20}, targets, points, torch::ones({2}));
    LW_CHECK(wrong.classes.item<double>() > 1 && wrong.boxes.item<double>() > 0.5);
    const DetectorTargets none{torch::full({2, 84}, -1, at::kLong), torch::zeros({0, 4}), torch::zeros({0}, at::kLong)};
    LW_CHECK(std::isfinite(detectorLoss({scores, sides}, none, points, torch::ones({2})).boxes.item<double>()));
}

LW_TEST(doublesOfOneClassAreSuppressed)
{
    const std::vector<DetectedBox> kept = suppressed({{0, 0, {0, 0, 10, 10}, 0.5},
                                                      {0, 0, {1, 0, 10, 10}, 0.9},
                                                      {0, 1, {1, 0, 10, 10}, 0.4},
                                                      {0, 0, {50, 0, 10, 10}, 0.3}},
                                                     {});
    LW_EQUAL(kept.size(), std::size_t(3));
    LW_CHECK(kept[0].score > 0.8);
}

LW_TEST(boxesOfOneObjectAreAveraged)
{
    const std::vector<DetectedBox> kept = averaged({{0, 0, {0, 0, 10, 10}, 0.3},
                                                    {0, 0, {2, 0, 10, 12}, 0.6},
                                                    {0, 1, {8, 0, 10, 10}, 0.5},
                                                    {0, 0, {50, 0, 10, 10}, 0.2}},
                                                   {});
    LW_EQUAL(kept.size(), std::size_t(3));
    LW_CHECK(std::abs(kept[0].box.x - 4.0 / 3) < 1e-9 && std::abs(kept[0].box.height - 34.0 / 3) < 1e-9);
    LW_CHECK(std::abs(kept[0].score - 0.6) < 1e-9);
    LW_CHECK(std::abs(kept[1].box.x - 8) < 1e-9); // another class has no say
    LW_CHECK(std::abs(kept[2].box.x - 50) < 1e-9);
}

LW_TEST(classifierLearnsColours)
{
    const std::unique_ptr<ClassifierTask> task = classifierTask(16);
    Observer observer;
    const Result<TrainSummary> summary = train(*task, steps(40), observer);
    LW_GOOD(summary);
    LW_EQUAL(summary->status.step, 40);
    LW_EQUAL(observer.validations.size(), std::size_t(2));
    LW_CHECK(summary->best.at("accuracy") > 0.9);
    LW_CHECK(observer.losses.back() < observer.losses.front());
}

LW_TEST(stoppedTrainingGoesOnAsIfItHadNotStopped)
{
    TrainSettings settings = steps(14);
    settings.emaMost = 0.9;
    Observer whole;
    const std::unique_ptr<ClassifierTask> first = classifierTask();
    LW_GOOD(train(*first, settings, whole));

    settings.checkpoint = freshFolder() + "/checkpoint";
    Observer stopped;
    stopped.stopAt = 6;
    const Result<TrainSummary> half = train(*classifierTask(), settings, stopped);
    LW_GOOD(half);
    LW_CHECK(half->wasStopped);
    Observer resumed;
    const std::unique_ptr<ClassifierTask> second = classifierTask();
    LW_GOOD(train(*second, settings, resumed));
    LW_EQUAL(resumed.steps, 8);
    LW_CHECK(resumed.notes.find("step 6") != std::string::npos);
    const NetState one = stateOf(first->net());
    const NetState other = stateOf(second->net());
    for (std::size_t i = 0; i < one.tensors.size(); ++i) {
        LW_CHECK(torch::allclose(one.tensors[i].to(at::kFloat), other.tensors[i].to(at::kFloat), 1e-3, 1e-4));
    }
}

LW_TEST(foreignCheckpointsAreRefused)
{
    TrainSettings settings = steps(2);
    settings.checkpoint = freshFolder() + "/checkpoint";
    Observer observer;
    LW_GOOD(replaceFile(settings.checkpoint, "nonsense"));
    LW_CHECK(!train(*classifierTask(), settings, observer));
    std::filesystem::remove(settings.checkpoint);
    LW_GOOD(train(*classifierTask(), settings, observer));
    settings.seed = 2;
    LW_FAILS(train(*classifierTask(), settings, observer), ErrorCode::Mismatch, "another training");
}

LW_TEST(fullDiskDoesNotEndATraining)
{
    TrainSettings settings = steps(3);
    settings.checkpoint = freshFolder() + "/no/such/folder/checkpoint";
    settings.checkpointSeconds = 0;
    Observer observer;
    LW_GOOD(train(*classifierTask(), settings, observer));
    LW_CHECK(observer.notes.find("not written") != std::string::npos);
    LW_EQUAL(observer.steps, 3);
}

LW_TEST(trainingsWithoutLimitOrPicturesAreRefused)
{
    Observer observer;
    LW_FAILS(train(*classifierTask(), TrainSettings(), observer), ErrorCode::InvalidArgument, "limit");
    const Result<std::shared_ptr<Backbone>> net = makeNet("cifar_resnet20", 2);
    LW_GOOD(net);
    ClassifierTask task(*net, std::make_shared<DrawnPictures>(0), classSamples(0, 4), {}, 2, {}, at::kCPU);
    LW_FAILS(train(task, steps(2), observer), ErrorCode::InvalidArgument, "can be read");
}

LW_TEST(detectorLearnsRectangles)
{
    torch::manual_seed(1);
    const Result<std::shared_ptr<Backbone>> backbone = makeNet("shufflenet_v2_series_x0_5", 1);
    LW_GOOD(backbone);
    std::vector<DetectionSample> samples;
    for (std::size_t i = 0; i < 10; ++i) {
        samples.push_back({i, {{DrawnPictures::box(i), DrawnPictures::label(i)}}});
    }
    DetectorSettings settings;
    settings.width = 128;
    settings.height = 96;
    settings.backboneRate = 1;
    settings.augmentation = {0, 0.9, 1.1, 0.05, true, false, 0.1, 0.3};
    DetectorTask task(std::make_shared<Detector>(*backbone, 2), std::make_shared<DrawnPictures>(10), samples, samples,
                      settings, at::kCPU);
    Observer observer;
    TrainSettings how = steps(120);
    how.schedule = {4e-3, 10, 0.02};
    how.emaMost = 0.9;
    const Result<TrainSummary> summary = train(task, how, observer);
    LW_GOOD(summary);
    LW_CHECK(summary->best.at("map50") > 0.8);
    // Boxes that are all too large or too small by a tenth are brought back to where they were.
    auto& net = dynamic_cast<Detector&>(task.net());
    PictureCache pictures(std::make_shared<DrawnPictures>(10), 128, 1 << 24);
    std::vector<DetectionSample> many;
    for (int i = 0; i < 10; ++i) {
        many.insert(many.end(), samples.begin(), samples.end());
    }
    LW_CHECK(centreSides(net, pictures, many, settings, at::kCPU) >= 50);
    for (const double wrong : {0.1, -0.1}) {
        std::vector<at::Tensor> before;
        for (const auto& each : net.named_parameters()) {
            before.push_back(each.value().detach().clone());
        }
        const torch::NoGradGuard noGrad;
        for (const char* name : {"box_out0.bias", "box_out1.bias", "box_out2.bias"}) {
            net.named_parameters()[name].add_(wrong);
        }
        LW_CHECK(centreSides(net, pictures, many, settings, at::kCPU) >= 50);
        std::size_t back = 0;
        for (const char* name : {"box_out0.bias", "box_out1.bias", "box_out2.bias"}) {
            std::size_t i = 0;
            for (const auto& each : net.named_parameters()) {
                back += each.key() == name && (each.value() - before[i]).abs().max().item<double>() < 0.05 ? 1 : 0;
                ++i;
            }
        }
        LW_CHECK(back >= 1); // grids that see too little stay as they are
    }
}

LW_TEST(boxesFollowTheirPictures)
{
    // Whatever the augmentation does, the pixels inside of a box are those of the object.
    PictureCache pictures(std::make_shared<DrawnPictures>(6), 128, 1 << 24);
    std::vector<DetectionSample> samples;
    for (std::size_t i = 0; i < 6; ++i) {
        samples.push_back({i, {{DrawnPictures::box(i), DrawnPictures::label(i)}}});
    }
    Random random(9);
    DetectionAugmentation how;
    how.flipsDown = true;
    how.gain = 0.1;
    int seen = 0;
    for (int round = 0; round < 40; ++round) {
        const DetectorInput input = augmentedInput(pictures, samples, random.below(6), 128, 96, how, true, random);
        for (const TargetBox& box : input.boxes) {
            const std::uint8_t* middle =
                input.picture.at(int((box.left + box.right) / 2), int((box.top + box.bottom) / 2));
            LW_CHECK(middle[box.label == 0 ? 0 : 2] > 170 && middle[1] < 60);
            ++seen;
        }
    }
    LW_CHECK(seen > 40);
}

LW_TEST(devicesAreChosenByName)
{
    LW_GOOD(chooseDevice("auto"));
    LW_CHECK(chooseDevice("cpu")->is_cpu());
    LW_FAILS(chooseDevice("cuda:99"), ErrorCode::InvalidArgument, "not there");
    LW_FAILS(chooseDevice("abacus"), ErrorCode::InvalidArgument, "abacus");
    LW_CHECK(defaultThreads(true) >= 1 && defaultThreads(false) >= defaultThreads(true));
}

LW_TEST(conventionsHaveNamesAndEffects)
{
    for (const InputConvention& each : allConventions()) {
        LW_CHECK(conventionOf(conventionName(each)) == each);
    }
    Picture picture(1, 1);
    picture.pixels = {255, 0, 0};
    const at::Tensor bytes = bytesOf({picture});
    LW_CHECK(networkInput(bytes, {false, false}, at::kCPU).flatten().equal(torch::tensor({1.F, 0.F, 0.F})));
    LW_CHECK(networkInput(bytes, {true, false}, at::kCPU).flatten().equal(torch::tensor({0.F, 0.F, 1.F})));
    LW_CHECK(torch::allclose(networkInput(bytes, {false, true}, at::kCPU).flatten(),
                             torch::tensor({(1 - .485F) / .229F, -.456F / .224F, -.406F / .225F})));
    LW_CHECK(networkInput(bytes, {}, at::kCPU).is_contiguous(at::MemoryFormat::ChannelsLast));
}
