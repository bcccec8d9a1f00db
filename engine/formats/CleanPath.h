// SPDX-License-Identifier: GPL-3.0-or-later
//! Paths from files that may be hostile, handled as text only.
#pragma once

#include <string>
#include <string_view>

namespace lw::formats {

/// `path` (absolute) without "//", "." and ".." parts; ".." at the root stays there.
[[nodiscard]] std::string cleanPath(std::string_view path);
/// True if the clean absolute `path` is `folder` or lies in it; never for an empty folder.
[[nodiscard]] bool isWithin(std::string_view path, std::string_view folder);
/// True if a part of `path` is "..".
[[nodiscard]] bool hasParentPart(std::string_view path);
/// True if a part of `path` has more than the 255 bytes that file systems take.
[[nodiscard]] bool hasTooLongPart(std::string_view path);
/// True for s3://…, obs://… and other places that are no paths.
[[nodiscard]] bool hasScheme(std::string_view source);
/// The last `count` parts of `path`, or all of it.
[[nodiscard]] std::string_view lastParts(std::string_view path, int count);

} // namespace lw::formats
