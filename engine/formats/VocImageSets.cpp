// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads ImageSets lists.
#include "engine/formats/VocImageSets.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/TextNumbers.h"

#include <unordered_map>

namespace lw::formats {

namespace {

constexpr qint64 kMaxListBytes = 100 * 1024 * 1024;
using Places = std::unordered_map<std::string_view, size_t>;

/// The pair that one line names: the whole line, else without the picture's suffix, else its first word (class lists
/// say "name 1" or "name -1").
Places::const_iterator findLine(const Places& places, std::string_view line)
{
    auto found = places.find(line);
    if (found == places.end() && hasPictureSuffix(line)) {
        found = places.find(withoutSuffix(line));
    }
    if (found == places.end()) {
        found = places.find(line.substr(0, line.find_first_of(" \t")));
    }
    return found;
}

void takeList(const std::string& path, domain::SampleUsage usage, const Places& places, VocFiles& files,
              core::ProblemList& problems)
{
    QByteArray bytes;
    if (io::readFile(path.c_str(), bytes, kMaxListBytes) != 0) {
        return;
    }
    std::string_view text(bytes.constData(), size_t(bytes.size()));
    for (qint64 number = 1; !text.empty(); ++number) {
        const size_t end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty()) {
            continue;
        }
        const auto found = findLine(places, line);
        if (found == places.end()) {
            problems.add(core::ProblemCode::FileMissing, QString::fromStdString(path), number,
                         QString::fromUtf8(line.data(), qsizetype(line.size())).left(300));
        } else if (files.pairs[found->second].usage == domain::SampleUsage::None) {
            files.pairs[found->second].usage = usage;
        }
    }
}

} // namespace

void takeImageSets(const std::string& folder, VocFiles& files, core::ProblemList& problems)
{
    const std::string main = io::isFolder((folder + "/Main").c_str()) ? folder + "/Main" : folder;
    if (!io::isFolder(main.c_str())) {
        return;
    }
    Places places;
    places.reserve(files.pairs.size());
    for (size_t i = 0; i < files.pairs.size(); ++i) {
        places.emplace(withoutSuffix(files.pairs[i].picture), i);
    }
    for (const domain::SampleUsage usage :
         {domain::SampleUsage::Train, domain::SampleUsage::Eval, domain::SampleUsage::Test}) {
        takeList(main + '/' + imageSetName(usage) + ".txt", usage, places, files, problems);
    }
}

const char* imageSetName(domain::SampleUsage usage)
{
    switch (usage) {
    case domain::SampleUsage::Train:
        return "train";
    case domain::SampleUsage::Eval:
        return "val";
    case domain::SampleUsage::Test:
        return "test";
    default:
        return nullptr;
    }
}

} // namespace lw::formats
