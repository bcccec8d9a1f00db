// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the pictures of a written dataset go.
#pragma once

#include "engine/formats/StagedFolder.h"
#include "engine/formats/UniqueNames.h"
#include "models/core/Problem.h"

#include <QString>

namespace lw::formats {

/// Gives every picture a name of its own and copies it. Subfolders of the input location are kept where the format can;
/// pictures from elsewhere go to the top. Names that collide get _2, _3 ….
class PicturePlaces {
public:
    struct Options {
        QString inputLocation{};
        bool keepsFolders = true;
        bool links = false; ///< hard links where the file system can
    };
    PicturePlaces() = default;
    explicit PicturePlaces(Options options) : m_options(std::move(options)) {}

    /// A free name, UTF-8: "sub/name.jpg". `suffixBytes` leaves room for an annotation file's suffix; pictures that
    /// differ in their suffix only get different names too.
    [[nodiscard]] std::string take(const QString& picture, size_t suffixBytes = 5);
    /// As take(), within `group` (a folder such as "train", or empty), which is not part of the name.
    [[nodiscard]] std::string take(const QString& picture, const std::string& group, size_t suffixBytes = 5);
    /// The name that a picture had if there were no others: its place below the input location.
    [[nodiscard]] std::string ownName(const QString& picture) const;

    /// Copies `picture` to `relative` in `folder`. False, and a problem, if it cannot be read.
    /// Errors: ReadOnly, DiskFull, WriteFailed.
    [[nodiscard]] core::Result<bool> copy(const QString& picture, const StagedFolder& folder,
                                          const std::string& relative, core::ProblemList& problems) const;

private:
    Options m_options;
    UniqueNames m_names;
};

} // namespace lw::formats
