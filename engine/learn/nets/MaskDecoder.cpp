// SPDX-License-Identifier: GPL-3.0-or-later
//! Five blocks; each sees what the one before made, enlarged, and the backbone's features of its stride.
#include "engine/learn/nets/MaskDecoder.h"

#include <stdexcept>

namespace lw::learn {

namespace {

constexpr std::array<std::int64_t, 5> kWidths = {96, 64, 48, 32, MaskDecoder::kWidth};

} // namespace

at::Tensor enlarged(const at::Tensor& x, std::int64_t height, std::int64_t width)
{
    return at::upsample_bilinear2d(x, {height, width}, false);
}

MaskDecoder::MaskDecoder(const std::vector<std::int64_t>& channels)
{
    if (channels.size() != kWidths.size()) {
        throw std::invalid_argument("The network has no features at all five strides.");
    }
    std::int64_t in = 0;
    for (std::size_t i = 0; i < kWidths.size(); ++i) {
        in += channels[channels.size() - 1 - i];
        m_blocks[i] = register_module("block" + std::to_string(i), std::make_shared<Chain>());
        m_blocks[i]->add(std::make_shared<ConvNorm>(ConvShape{in, in, 5, 1, in}, Activation::None));
        m_blocks[i]->add(std::make_shared<ConvNorm>(ConvShape{in, kWidths[i], 1, 1, 1}, Activation::Relu));
        in = kWidths[i];
    }
}

at::Tensor MaskDecoder::forward(const std::vector<at::Tensor>& stages)
{
    at::Tensor x;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const at::Tensor& own = stages[stages.size() - 1 - i];
        x = m_blocks[i]->forward(i == 0 ? own : at::cat({enlarged(x, own.size(2), own.size(3)), own}, 1));
    }
    return x;
}

} // namespace lw::learn
