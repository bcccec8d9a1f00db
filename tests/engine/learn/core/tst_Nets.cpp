// SPDX-License-Identifier: GPL-3.0-or-later
//! The networks have torchvision's parameters, sizes and strides.
#include "engine/learn/nets/NetList.h"
#include "tests/engine/learn/support/Check.h"

#include <torch/torch.h>

#include <map>

using namespace lw::learn;

namespace {

std::int64_t parameterCount(const Backbone& net)
{
    std::int64_t sum = 0;
    for (const at::Tensor& each : net.parameters()) {
        sum += each.numel();
    }
    return sum;
}

std::shared_ptr<Backbone> made(const std::string& id, std::int64_t classes)
{
    const Result<std::shared_ptr<Backbone>> net = makeNet(id, classes);
    LW_GOOD(net);
    return *net;
}

std::string shapeOf(const Backbone& net, const std::string& name)
{
    const auto parameters = net.named_parameters();
    const at::Tensor* found = parameters.find(name);
    if (!found) {
        return "missing";
    }
    std::string text;
    for (const std::int64_t size : found->sizes()) {
        text += std::to_string(size) + ' ';
    }
    return text;
}

} // namespace

LW_TEST(parameterCountsAreThoseThatTorchvisionPublishes)
{
    const std::map<std::string, std::int64_t> published = {
        {"shufflenet_v2_x0_5", 1366792}, {"shufflenet_v2_x1_0", 2278604}, {"shufflenet_v2_x1_5", 3503624},
        {"shufflenet_v2_x2_0", 7393996}, {"mobilenet_v3_small", 2542856}, {"mobilenet_v3_large", 5483032},
        {"resnet18", 11689512},          {"resnet34", 21797672},          {"resnet50", 25557032}};
    for (const auto& each : published) {
        LW_EQUAL(parameterCount(*made(each.first, 1000)), each.second);
    }
    LW_EQUAL(parameterCount(*made("cifar_resnet20", 10)), 269722);
    LW_EQUAL(parameterCount(*made("cifar_resnet32", 10)), 464154);
}

LW_TEST(parametersHaveTheNamesAndShapesOfTorchvision)
{
    LW_EQUAL(shapeOf(*made("resnet18", 1000), "layer2.0.downsample.0.weight"), "128 64 1 1 ");
    LW_EQUAL(shapeOf(*made("resnet50", 1000), "layer4.2.conv3.weight"), "2048 512 1 1 ");
    LW_EQUAL(shapeOf(*made("resnet50", 1000), "layer1.0.downsample.1.bias"), "256 ");
    LW_EQUAL(shapeOf(*made("shufflenet_v2_x1_0", 1000), "stage2.0.branch1.2.weight"), "58 24 1 1 ");
    LW_EQUAL(shapeOf(*made("shufflenet_v2_x1_0", 1000), "stage4.3.branch2.5.weight"), "232 232 1 1 ");
    LW_EQUAL(shapeOf(*made("shufflenet_v2_x1_0", 1000), "conv5.1.weight"), "1024 ");
    LW_EQUAL(shapeOf(*made("mobilenet_v3_small", 1000), "features.1.block.1.fc1.weight"), "8 16 1 1 ");
    LW_EQUAL(shapeOf(*made("mobilenet_v3_small", 1000), "features.4.block.2.fc2.weight"), "96 24 1 1 ");
    LW_EQUAL(shapeOf(*made("mobilenet_v3_large", 1000), "features.1.block.0.0.weight"), "16 1 3 3 ");
    LW_EQUAL(shapeOf(*made("mobilenet_v3_large", 1000), "features.16.0.weight"), "960 160 1 1 ");
    LW_EQUAL(shapeOf(*made("mobilenet_v3_large", 1000), "classifier.3.weight"), "1000 1280 ");
}

LW_TEST(stagesHaveTheirChannelsAndStrides)
{
    const torch::NoGradGuard noGrad;
    for (const NetEntry& entry : netList()) {
        const std::shared_ptr<Backbone> net = made(entry.id, 3);
        net->eval();
        const std::int64_t side = entry.side == 32 ? 32 : 64;
        const at::Tensor picture = torch::rand({2, 3, side, side}).contiguous(at::MemoryFormat::ChannelsLast);
        const std::vector<at::Tensor> stages = net->stages(picture);
        LW_EQUAL(stages.size(), std::size_t(3));
        for (std::size_t i = 0; i < stages.size(); ++i) {
            LW_EQUAL(stages[i].size(1), net->stageChannels()[i]);
            LW_EQUAL(stages[i].size(2), side / ((entry.side == 32 ? 1 : 8) << i));
        }
        LW_CHECK(net->scores(picture).sizes() == at::IntArrayRef({2, 3}));
        LW_EQUAL(net->embedding(picture).dim(), 2);
    }
}

LW_TEST(channelsStayLastThroughShuffles)
{
    const torch::NoGradGuard noGrad;
    const std::shared_ptr<Backbone> net = made("shufflenet_v2_x0_5", 3);
    net->eval();
    for (const at::Tensor& stage :
         net->stages(torch::rand({1, 3, 64, 64}).contiguous(at::MemoryFormat::ChannelsLast))) {
        LW_CHECK(stage.is_contiguous(at::MemoryFormat::ChannelsLast));
    }
}

LW_TEST(everyParameterLearns)
{
    for (const char* id : {"shufflenet_v2_x0_5", "shufflenet_v2_series_x0_5", "mobilenet_v3_small", "cifar_resnet20"}) {
        const std::shared_ptr<Backbone> net = made(id, 3);
        net->train();
        net->scores(torch::rand({4, 3, 64, 64})).square().sum().backward();
        for (const auto& each : net->named_parameters()) {
            LW_CHECK(each.value().grad().defined());
        }
    }
}

LW_TEST(unknownNetworksAreRefused)
{
    LW_FAILS(makeNet("resnet19", 2), ErrorCode::InvalidArgument, "resnet19");
    LW_FAILS(makeNet("resnet18", 0), ErrorCode::InvalidArgument, "one class");
}
