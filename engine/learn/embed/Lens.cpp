// SPDX-License-Identifier: GPL-3.0-or-later
//! Both kinds of lenses.
#include "engine/learn/embed/Lens.h"

#include "engine/learn/embed/HandFeatures.h"
#include "engine/learn/train/Device.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/nn/module.h>

#include <algorithm>

namespace lw::learn {

namespace {

class BackboneLens final : public Lens {
public:
    BackboneLens(std::string origin, std::shared_ptr<Backbone> net, const EmbeddingSettings& settings,
                 const c10::Device& device)
        : Lens(std::move(origin), settings.side), m_net(std::move(net)), m_settings(settings), m_device(device)
    {
        placeNet(*m_net, device);
        m_net->eval();
    }

    std::int64_t size() const override { return embeddingSize(*m_net); }
    at::Tensor embed(const std::vector<Picture>& inputs) override
    {
        return learn::embed(*m_net, inputs, m_settings, m_device);
    }

private:
    std::shared_ptr<Backbone> m_net;
    EmbeddingSettings m_settings;
    c10::Device m_device;
};

class HandLens final : public Lens {
public:
    HandLens(std::string origin, int side) : Lens(std::move(origin), side) {}

    std::int64_t size() const override { return kHandFeatureSize; }
    at::Tensor embed(const std::vector<Picture>& inputs) override
    {
        const at::Tensor vectors = at::empty({std::int64_t(inputs.size()), kHandFeatureSize});
        auto* target = vectors.data_ptr<float>();
        at::parallel_for(0, std::int64_t(inputs.size()), 1, [&](std::int64_t first, std::int64_t end) {
            for (std::int64_t i = first; i < end; ++i) {
                const std::vector<float> features = handFeatures(inputs[std::size_t(i)]);
                std::copy(features.begin(), features.end(), target + i * kHandFeatureSize);
            }
        });
        return vectors;
    }
};

} // namespace

std::unique_ptr<Lens> backboneLens(const std::string& netId, const std::string& weights, std::shared_ptr<Backbone> net,
                                   const EmbeddingSettings& settings, const c10::Device& device)
{
    std::string origin =
        netId + '|' + weights + '|' + conventionName(settings.convention) + '|' + std::to_string(settings.side);
    return std::make_unique<BackboneLens>(std::move(origin), std::move(net), settings, device);
}

std::unique_ptr<Lens> handLens(int side)
{
    return std::make_unique<HandLens>(std::string(kHandLens) + "|1|" + std::to_string(side), side);
}

at::Tensor embedViews(Lens& lens, const std::vector<const Pyramid*>& pictures, const std::vector<View>& views)
{
    std::vector<Picture> inputs;
    for (const Pyramid* each : pictures) {
        for (const View view : views) {
            inputs.push_back(viewOf(*each, view, lens.side()));
        }
    }
    return lens.embed(inputs).view({std::int64_t(pictures.size()), std::int64_t(views.size()), lens.size()});
}

} // namespace lw::learn
