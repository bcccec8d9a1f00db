// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks at pictures and puts their vectors into a store: what sessions and jobs have in common.
#pragma once

#include "engine/learn/embed/Lens.h"
#include "engine/learn/embed/VectorStore.h"
#include "engine/learn/worker/Json.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lw::learn {

/// Makes the lens that "net" (a network, or "hand"), "weights", "convention" and "side" of a request or job describe.
/// InvalidArgument, or what reading the weights says.
Result<std::shared_ptr<Lens>> openLens(const Json& request);

/// Tells lenses apart without opening them: changes with the weights' file, too.
std::string lensName(const Json& request);

/// A store of the lens's vectors; empty when there is no file yet, or none that can be used: it is only a cache.
Result<VectorStore> openVectors(const std::string& path, const Lens& lens);

struct PictureFile {
    std::int64_t id = -1;
    std::string path;
};

/// {"id", "path"} for each picture.
Result<std::vector<PictureFile>> pictureFilesOf(const Json& list);

struct BrokenPicture {
    std::int64_t id = -1;
    std::string text; ///< why it cannot be read
};

struct VectorFill {
    std::size_t added = 0; ///< looked at now
    std::vector<BrokenPicture> broken;
    bool isStopped = false;
};

/// Told after each batch; false stops. What was done is in the store then.
using FillWatch = std::function<bool(std::size_t done, std::size_t of)>;

/// Looks at the pictures that are not in the store or whose file has another size or time than when it was read.
/// Vectors of pictures that cannot be read any more are removed. Decodes on a second thread.
VectorFill fillVectors(VectorStore& store, Lens& lens, const std::vector<PictureFile>& pictures,
                       const FillWatch& watch);

} // namespace lw::learn
