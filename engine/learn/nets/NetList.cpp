// SPDX-License-Identifier: GPL-3.0-or-later
//! The list of networks.
#include "engine/learn/nets/NetList.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/nets/CifarResNet.h"
#include "engine/learn/nets/MobileNetV3.h"
#include "engine/learn/nets/ResNet.h"
#include "engine/learn/nets/ShuffleNetV2.h"
#include "engine/learn/nets/ShuffleNetV2Series.h"

namespace lw::learn {

namespace {

template <typename Net, typename... Arguments>
std::function<std::shared_ptr<Backbone>(std::int64_t)> maker(Arguments... arguments)
{
    return
        [=](std::int64_t classes) -> std::shared_ptr<Backbone> { return std::make_shared<Net>(arguments..., classes); };
}

} // namespace

const std::vector<NetEntry>& netList()
{
    using Size = MobileNetV3::Size;
    static const std::vector<NetEntry> list = {
        {"shufflenet_v2_x0_5", "ShuffleNetV2 0.5x", 224, maker<ShuffleNetV2>(ShuffleNetV2::kHalf)},
        {"shufflenet_v2_x1_0", "ShuffleNetV2 1x", 224, maker<ShuffleNetV2>(ShuffleNetV2::kOne)},
        {"shufflenet_v2_x1_5", "ShuffleNetV2 1.5x", 224, maker<ShuffleNetV2>(ShuffleNetV2::kOneAndHalf)},
        {"shufflenet_v2_x2_0", "ShuffleNetV2 2x", 224, maker<ShuffleNetV2>(ShuffleNetV2::kTwo)},
        {"shufflenet_v2_series_x0_5", "ShuffleNetV2 0.5x (FastestDet)", 224, maker<ShuffleNetV2Series>()},
        {"mobilenet_v3_small", "MobileNetV3 small", 224, maker<MobileNetV3>(Size::Small)},
        {"mobilenet_v3_large", "MobileNetV3 large", 224, maker<MobileNetV3>(Size::Large)},
        {"resnet18", "ResNet-18", 224, maker<ResNet>(18)},
        {"resnet34", "ResNet-34", 224, maker<ResNet>(34)},
        {"resnet50", "ResNet-50", 224, maker<ResNet>(50)},
        {"cifar_resnet20", "ResNet-20 (32 pixels)", 32, maker<CifarResNet>(20)},
        {"cifar_resnet32", "ResNet-32 (32 pixels)", 32, maker<CifarResNet>(32)},
    };
    return list;
}

const NetEntry* findNet(const std::string& id)
{
    for (const NetEntry& each : netList()) {
        if (each.id == id) {
            return &each;
        }
    }
    return nullptr;
}

Result<std::shared_ptr<Backbone>> makeNet(const std::string& id, std::int64_t classes)
{
    const NetEntry* entry = findNet(id);
    if (!entry || classes < 1) {
        return failure(ErrorCode::InvalidArgument,
                       entry ? "A network needs one class at least." : "There is no network called “" + id + "”.");
    }
    return guarded([&]() -> Result<std::shared_ptr<Backbone>> {
        std::shared_ptr<Backbone> net = entry->make(classes);
        for (at::Tensor& each : net->parameters()) {
            if (each.dim() == 4) {
                each.set_data(each.contiguous(at::MemoryFormat::ChannelsLast));
            }
        }
        return net;
    });
}

} // namespace lw::learn
