// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs a backbone and pools its stages.
#include "engine/learn/embed/Embedding.h"

#include "engine/learn/train/Device.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace lw::learn {

std::int64_t embeddingSize(const Backbone& net)
{
    const std::vector<std::int64_t> channels = net.stageChannels();
    return 2 * channels[0] + 2 * channels[1] + channels[2];
}

at::Tensor embed(Backbone& net, const std::vector<Picture>& inputs, const EmbeddingSettings& settings,
                 const c10::Device& device)
{
    const c10::AutoGradMode noGrad(false);
    const MixedPrecision precision(device);
    std::vector<at::Tensor> rows;
    for (std::size_t start = 0; start < inputs.size(); start += std::size_t(settings.batch)) {
        const auto first = inputs.begin() + std::ptrdiff_t(start);
        const auto last = inputs.begin() + std::ptrdiff_t(std::min(inputs.size(), start + std::size_t(settings.batch)));
        const at::Tensor x = networkInput(bytesOf({first, last}), settings.convention, device);
        const std::vector<at::Tensor> stages = net.stages(x);
        std::vector<at::Tensor> parts;
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const at::Tensor stage = stages[i].to(at::kFloat);
            parts.push_back(stage.mean({2, 3}));
            if (i < 2) {
                parts.push_back(stage.var({2, 3}, false).sqrt());
            }
        }
        rows.push_back(at::cat(parts, 1).cpu());
    }
    return rows.empty() ? at::zeros({0, embeddingSize(net)}) : at::cat(rows);
}

Picture viewOf(const Pyramid& source, View view, int side)
{
    const double width = source.width();
    const double height = source.height();
    constexpr double kCorner = 0.8; // share of both sides that a corner view shows
    Placement placement{width / side, 0, height / side, 0};
    switch (view) {
    case View::Whole:
        break;
    case View::Mirrored:
        placement.scaleX = -placement.scaleX;
        placement.shiftX = width;
        break;
    case View::UpperLeft:
        placement = {kCorner * width / side, 0, kCorner * height / side, 0};
        break;
    case View::LowerRight:
        placement = {kCorner * width / side, (1 - kCorner) * width, kCorner * height / side, (1 - kCorner) * height};
        break;
    }
    Picture picture(side, side);
    source.place(picture, {0, 0, side, side}, placement);
    return picture;
}

} // namespace lw::learn
