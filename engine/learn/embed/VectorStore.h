// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps the vectors of a dataset's pictures, so that each picture is looked at once.
#pragma once

#include "engine/learn/base/Result.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace lw::learn {

/// What is known of a picture besides its vector, so that it need not be looked at for it again.
struct PictureFacts {
    std::int64_t stamp = 0;            ///< of the file when it was read: another one means another picture
    std::array<float, 3> measures = {}; ///< sharpness, brightness, colourfulness (embed/HandFeatures.h)
};

/// Vectors by the id of their picture. Not for several threads at a time.
class VectorStore {
public:
    /// `origin` names all that the vectors depend on (network, its weights' hash, convention, side): vectors of another
    /// origin are never mixed in.
    VectorStore(std::string origin, std::int64_t size);

    /// Reads the file; an empty store when it is not there or of another origin.
    static Result<VectorStore> open(const std::string& path, const std::string& origin, std::int64_t size);
    /// Replaces the file whole.
    Result<> save(const std::string& path) const;

    std::int64_t size() const { return m_size; }
    std::size_t count() const { return m_rows.size(); }
    bool contains(std::int64_t id) const { return m_rows.count(id) > 0; }

    /// Adds or replaces: `vectors` is (ids, size); `facts` has one for each id, or none.
    void put(const std::vector<std::int64_t>& ids, const at::Tensor& vectors,
             const std::vector<PictureFacts>& facts = {});
    void remove(std::int64_t id);
    /// Empty ones for an id that is not in the store.
    PictureFacts facts(std::int64_t id) const;

    /// (ids, size); ids that are not in the store have rows of zeros.
    at::Tensor get(const std::vector<std::int64_t>& ids) const;

private:
    std::string m_origin;
    std::int64_t m_size;
    std::vector<float> m_values;
    std::vector<PictureFacts> m_facts; ///< one for each row
    std::unordered_map<std::int64_t, std::size_t> m_rows;
    std::vector<std::size_t> m_free; ///< rows of removed ids
};

/// Brings each column to mean 0 and deviation 1, by the numbers of the whole dataset. Columns that hardly vary (below a
/// thousandth of the overall deviation) are not blown up.
at::Tensor standardised(const at::Tensor& vectors);

/// `vectors` brought to the scale that standardised() gives `reference`.
at::Tensor standardisedAs(const at::Tensor& vectors, const at::Tensor& reference);

/// Rows of length 1.
at::Tensor normalised(const at::Tensor& vectors);

} // namespace lw::learn
