// SPDX-License-Identifier: GPL-3.0-or-later
//! Turns pictures into vectors that are near each other when the pictures look alike.
#pragma once

#include <QImage>
#include <QString>

#include <memory>
#include <vector>

namespace lw::vision {

using FeatureVector = std::vector<float>;

/// Where vectors come from: colours and edges, or a network's embedding. Vectors of one extractor are compared by their
/// cosine; those of different extractors, or versions, are never mixed. All functions may be called from any thread.
class FeatureExtractor {
public:
    FeatureExtractor() = default;
    virtual ~FeatureExtractor();
    Q_DISABLE_COPY_MOVE(FeatureExtractor)

    /// Letters, digits and "-": part of file names of caches.
    [[nodiscard]] virtual QString name() const = 0;
    /// Goes up whenever the same picture gives another vector than before.
    [[nodiscard]] virtual int version() const = 0;
    [[nodiscard]] virtual int dimension() const = 0;
    /// The picture's longer side should have at least this many pixels; more is only slower.
    [[nodiscard]] virtual int preferredEdge() const = 0;
    /// A vector of length 1 with dimension() elements; zeros for a null picture. `picture` is upright.
    [[nodiscard]] virtual FeatureVector extract(const QImage& picture) const = 0;
};

/// Colours (8 hues by 2 saturations and 4 greys in the four quarters) and directions of edges (8 in nine parts), as
/// roots of histograms, so that the cosine is the Bhattacharyya coefficient (Arandjelovic, Zisserman 2012). Needs no
/// weights; 152 elements.
[[nodiscard]] std::unique_ptr<FeatureExtractor> colourEdgeExtractor();

} // namespace lw::vision
