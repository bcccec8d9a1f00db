// SPDX-License-Identifier: GPL-3.0-or-later
//! Which annotation file belongs to a picture when both lie in folders of their own.
#pragma once

#include "models/domain/Sample.h"

#include <map>
#include <string>
#include <string_view>

namespace lw::formats {

/// Paths by their file names without suffix; both live elsewhere.
using FilesByName = std::multimap<std::string_view, const std::string*>;

/// What the first folder says that is named for a usage, such as "train", "trainannot" or "val_labels".
[[nodiscard]] domain::SampleUsage usageOfPath(const std::string& path);

/// The file called `name` whose folders are most like those of `picture`, the usage's above all; null if there is none.
[[nodiscard]] const std::string* nearestFile(const FilesByName& files, const std::string& picture, std::string_view name);
/// The same with the picture's own name.
[[nodiscard]] const std::string* nearestFile(const FilesByName& files, const std::string& picture);

} // namespace lw::formats
