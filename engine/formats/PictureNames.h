// SPDX-License-Identifier: GPL-3.0-or-later
//! Paths and suffixes as UTF-8 bytes.
#pragma once

#include <string_view>

namespace lw::formats {

/// True for a name with the suffix of a picture, in any case.
[[nodiscard]] bool hasPictureSuffix(std::string_view name);
/// True for a name that ends in a dot and `lowerCase`, in any case.
[[nodiscard]] bool hasSuffix(std::string_view name, std::string_view lowerCase);
/// True for a name that ends in .xml, in any case.
[[nodiscard]] bool hasXmlSuffix(std::string_view name);
/// "a/b.jpg" -> "a/b"; the path itself without a suffix.
[[nodiscard]] std::string_view withoutSuffix(std::string_view path);
/// "a/b.jpg" -> "b.jpg".
[[nodiscard]] std::string_view fileNameOf(std::string_view path);
/// Number of path parts that `a` and `b` share at their ends.
[[nodiscard]] int commonEnd(std::string_view a, std::string_view b);

} // namespace lw::formats
