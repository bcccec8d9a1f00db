// SPDX-License-Identifier: GPL-3.0-or-later
//! Paths as text.
#include "engine/formats/CleanPath.h"

#include <algorithm>

namespace lw::formats {

namespace {

/// Calls visit(part) for each part between slashes until it returns true; true if one did.
template <typename Visit> bool anyPart(std::string_view path, Visit visit)
{
    while (true) {
        const size_t slash = path.find('/');
        if (visit(path.substr(0, slash))) {
            return true;
        }
        if (slash == std::string_view::npos) {
            return false;
        }
        path.remove_prefix(slash + 1);
    }
}

} // namespace

std::string cleanPath(std::string_view path)
{
    std::string clean;
    clean.reserve(path.size());
    anyPart(path, [&clean](std::string_view part) {
        if (part == "..") {
            clean.resize(std::min(clean.rfind('/'), clean.size()));
        } else if (!part.empty() && part != ".") {
            clean.append(1, '/').append(part);
        }
        return false;
    });
    return clean.empty() ? "/" : clean;
}

bool isWithin(std::string_view path, std::string_view folder)
{
    if (folder == "/") {
        return true;
    }
    return !folder.empty() && path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool hasParentPart(std::string_view path)
{
    return path.find("..") != std::string_view::npos &&
           anyPart(path, [](std::string_view part) { return part == ".."; });
}

bool hasTooLongPart(std::string_view path)
{
    constexpr size_t kLongest = 255;
    return path.size() > kLongest && anyPart(path, [](std::string_view part) { return part.size() > kLongest; });
}

bool hasScheme(std::string_view source)
{
    const size_t at = source.find("://");
    return at != std::string_view::npos && at > 0 && source.find('/') == at + 1;
}

std::string_view lastParts(std::string_view path, int count)
{
    size_t from = path.size();
    while (count-- > 0) {
        if (from == 0) {
            return path;
        }
        const size_t slash = path.rfind('/', from - 1);
        if (slash == std::string_view::npos) {
            return path;
        }
        from = slash;
    }
    return path.substr(from + 1);
}

} // namespace lw::formats
