// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The lens and the vectors that a session's requests work with, kept between them.
#pragma once

#include "engine/learn/worker/NeighbourIndex.h"
#include "engine/learn/worker/Session.h"
#include "engine/learn/worker/VectorFill.h"

#include <memory>
#include <string>
#include <vector>

namespace lw::learn {

/// Vectors of some pictures of a store, made ready for comparing.
struct ReadyVectors {
    std::vector<std::int64_t> ids;         ///< that have a vector, in the order of the request
    at::Tensor rows;                       ///< (ids, size) standardised, of length 1
    at::Tensor components;                 ///< (ids, up to 64) principal components of the standardised vectors
    std::string state;                     ///< another one when pictures, files or lens changed
    std::unique_ptr<NeighbourIndex> index; ///< of the components; made when it is first needed

    /// The components with length 1: what groups and neighbours are found with.
    at::Tensor directions() const;
};

/// For the working thread of a session only.
class VectorRoom {
public:
    /// The lens of a request (see openLens()).
    Result<std::shared_ptr<Lens>> lens(const Json& request);
    /// The store that a request's "store" names. It is read again when somebody else has written the file.
    Result<std::shared_ptr<VectorStore>> store(const Json& request);
    /// Looks at the request's "pictures" and saves the store, also when cancelled; now and then meanwhile.
    Result<Json> fill(const Json& request, RequestContext& context);
    /// Vectors of the request's "ids". NotFound when none of them has one.
    Result<std::shared_ptr<ReadyVectors>> vectors(const Json& request);

private:
    struct Shelf {
        std::string path;
        std::string lens;
        std::int64_t fileTime = 0;
        std::shared_ptr<VectorStore> store;
    };

    Result<> save();

    std::shared_ptr<Lens> m_lens;
    std::string m_lensName;
    Shelf m_shelf;
    std::shared_ptr<ReadyVectors> m_ready;
};

/// Whole numbers of a JSON list.
Result<std::vector<std::int64_t>> wholeNumbers(const Json& list);

} // namespace lw::learn
