// SPDX-License-Identifier: GPL-3.0-or-later
//! Conversion in one pass of libtorch for the whole batch.
#include "engine/learn/data/PicturePrep.h"

#include <ATen/ATen.h>

#include <cstring>

namespace lw::learn {

namespace {

constexpr std::array<double, 3> kMean = {0.485, 0.456, 0.406};
constexpr std::array<double, 3> kDeviation = {0.229, 0.224, 0.225};

} // namespace

std::string conventionName(const InputConvention& convention)
{
    return std::string(convention.isBgr ? "bgr" : "rgb") + (convention.isNormalised ? "-imagenet" : "");
}

InputConvention conventionOf(const std::string& name)
{
    for (const InputConvention& each : allConventions()) {
        if (conventionName(each) == name) {
            return each;
        }
    }
    return {};
}

std::vector<InputConvention> allConventions()
{
    return {{false, true}, {false, false}, {true, true}, {true, false}};
}

at::Tensor bytesOf(const std::vector<Picture>& pictures)
{
    const int width = pictures.empty() ? 0 : pictures.front().width;
    const int height = pictures.empty() ? 0 : pictures.front().height;
    const at::Tensor bytes = at::empty({std::int64_t(pictures.size()), height, width, 3}, at::kByte);
    auto* target = bytes.data_ptr<std::uint8_t>();
    for (const Picture& picture : pictures) {
        std::memcpy(target, picture.pixels.data(), picture.pixels.size());
        target += picture.pixels.size();
    }
    return bytes;
}

at::Tensor networkInput(const at::Tensor& bytes, const InputConvention& convention, const c10::Device& device)
{
    at::Tensor x = bytes.to(device).to(at::kFloat);
    if (convention.isNormalised) {
        const auto vector = [&](double a, double b, double c) {
            return at::tensor({float(a), float(b), float(c)}).to(device);
        };
        x.mul_(vector(1 / (255 * kDeviation[0]), 1 / (255 * kDeviation[1]), 1 / (255 * kDeviation[2])));
        x.sub_(vector(kMean[0] / kDeviation[0], kMean[1] / kDeviation[1], kMean[2] / kDeviation[2]));
    } else {
        x.mul_(1.0 / 255);
    }
    if (convention.isBgr) {
        x = x.flip({3});
    }
    return x.permute({0, 3, 1, 2});
}

} // namespace lw::learn
