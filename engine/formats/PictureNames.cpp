// SPDX-License-Identifier: GPL-3.0-or-later
//! Paths and suffixes as UTF-8 bytes.
#include "engine/formats/PictureNames.h"

#include <algorithm>

namespace lw::formats {

namespace {

constexpr std::string_view kPictureSuffixes[] = {"jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp"};

std::string_view takeLastPart(std::string_view& path)
{
    const std::string_view part = fileNameOf(path);
    path.remove_suffix(std::min(part.size() + 1, path.size()));
    return part;
}

} // namespace

bool hasSuffix(std::string_view name, std::string_view lowerCase)
{
    if (name.size() <= lowerCase.size() || name[name.size() - lowerCase.size() - 1] != '.') {
        return false;
    }
    const std::string_view end = name.substr(name.size() - lowerCase.size());
    return std::equal(end.begin(), end.end(), lowerCase.begin(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
}

bool hasPictureSuffix(std::string_view name)
{
    return std::any_of(std::begin(kPictureSuffixes), std::end(kPictureSuffixes),
                       [name](std::string_view suffix) { return hasSuffix(name, suffix); });
}

bool hasXmlSuffix(std::string_view name)
{
    return hasSuffix(name, "xml");
}

std::string_view withoutSuffix(std::string_view path)
{
    const size_t dot = path.rfind('.');
    const size_t slash = path.rfind('/');
    const size_t start = slash == std::string_view::npos ? 0 : slash + 1;
    return dot == std::string_view::npos || dot <= start ? path : path.substr(0, dot);
}

std::string_view fileNameOf(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

int commonEnd(std::string_view a, std::string_view b)
{
    int count = 0;
    while (!a.empty() && !b.empty() && takeLastPart(a) == takeLastPart(b)) {
        ++count;
    }
    return count;
}

} // namespace lw::formats
