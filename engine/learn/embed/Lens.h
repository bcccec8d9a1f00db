// SPDX-License-Identifier: GPL-3.0-or-later
//! What makes vectors of pictures: a network with imported weights, or hand-made features where there are none.
#pragma once

#include "engine/learn/embed/Embedding.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace lw::learn {

/// The id of the lens without weights, where jobs and requests name a network.
constexpr const char* kHandLens = "hand";

/// All views, in the order in which embedViews() has them.
constexpr std::array<View, 4> kAllViews = {View::Whole, View::Mirrored, View::UpperLeft, View::LowerRight};

/// For one thread at a time.
class Lens {
public:
    virtual ~Lens() = default;

    /// Names all that the vectors depend on; vectors of different origins must not be compared.
    const std::string& origin() const { return m_origin; }
    /// Pixels along each side of the pictures that embed() takes.
    int side() const { return m_side; }
    /// Length of the vectors.
    virtual std::int64_t size() const = 0;

    /// Vectors (pictures, size) on the CPU, of pictures of side x side pixels (viewOf()). Deterministic.
    virtual at::Tensor embed(const std::vector<Picture>& inputs) = 0;

protected:
    Lens(std::string origin, int side) : m_origin(std::move(origin)), m_side(side) {}

private:
    std::string m_origin;
    int m_side;
};

/// Looks with a network, which is moved to `device` and put into evaluation. `weights` names the weights so that other
/// ones get another origin: a path with size and time, or a hash.
std::unique_ptr<Lens> backboneLens(const std::string& netId, const std::string& weights, std::shared_ptr<Backbone> net,
                                   const EmbeddingSettings& settings, const c10::Device& device);

/// Looks with hand-made features.
std::unique_ptr<Lens> handLens(int side);

/// Vectors (pictures, views, size) of several views of each picture.
at::Tensor embedViews(Lens& lens, const std::vector<const Pyramid*>& pictures, const std::vector<View>& views);

} // namespace lw::learn
