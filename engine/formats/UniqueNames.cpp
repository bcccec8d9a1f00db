// SPDX-License-Identifier: GPL-3.0-or-later
//! Collisions of names.
#include "engine/formats/UniqueNames.h"

#include "engine/formats/PictureNames.h"

#include <QString>

#include <algorithm>

namespace lw::formats {

namespace {

constexpr size_t kLongestName = 255;

/// `name` cut at a character, so that `extra` more bytes fit behind it.
std::string shortened(std::string name, size_t extra)
{
    const size_t last = fileNameOf(name).size();
    if (last + extra > kLongestName) {
        size_t end = name.size() - std::min(last - 1, last + extra - kLongestName);
        while (end > 1 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) {
            --end;
        }
        name.resize(end);
    }
    return name;
}

} // namespace

bool UniqueNames::claim(const std::string& name)
{
    std::string folded = name;
    if (std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::transform(name.begin(), name.end(), folded.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    } else {
        folded = QString::fromStdString(name).toCaseFolded().toStdString();
    }
    return m_taken.add(folded, 1) == 0;
}

std::string UniqueNames::take(const std::string& name, size_t suffixBytes)
{
    const std::string plain = shortened(name, suffixBytes);
    if (claim(plain)) {
        return plain;
    }
    int& counter = m_counters.try_emplace(plain, 1).first->second;
    while (true) {
        const std::string ending = '_' + std::to_string(++counter);
        const std::string other = shortened(plain, suffixBytes + ending.size()) + ending;
        if (claim(other)) {
            return other;
        }
    }
}

} // namespace lw::formats
