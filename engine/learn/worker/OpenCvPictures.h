// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures from files, decoded by OpenCV.
#pragma once

#include "engine/learn/data/Picture.h"

#include <string>
#include <vector>

namespace lw::learn {

class OpenCvPictures final : public PictureSource {
public:
    explicit OpenCvPictures(std::vector<std::string> paths);

    std::size_t count() const override { return m_paths.size(); }
    const std::string& path(std::size_t index) const { return m_paths[index]; }

    Result<LoadedPicture> load(std::size_t index, int longSide) const override;

private:
    std::vector<std::string> m_paths;
};

/// Decodes a picture's bytes; `name` is for the error's text.
Result<LoadedPicture> decodePicture(const std::string& name, const std::uint8_t* bytes, std::size_t size, int longSide);

} // namespace lw::learn
