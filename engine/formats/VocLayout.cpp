// SPDX-License-Identifier: GPL-3.0-or-later
//! Pairs pictures with XML files.
#include "engine/formats/VocLayout.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/VocImageSets.h"
#include "engine/formats/VocMaskFile.h"
#include "engine/formats/VocParser.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

namespace lw::formats {

namespace {

using Groups = std::unordered_map<std::string_view, std::vector<size_t>>;
using Key = std::string_view (*)(std::string_view path);

std::string_view wholePath(std::string_view path)
{
    return path;
}

/// The last two parts: "x/images/a/1" -> "a/1".
std::string_view lastTwoParts(std::string_view path)
{
    const size_t last = path.rfind('/');
    const size_t before = last == std::string_view::npos || last == 0 ? last : path.rfind('/', last - 1);
    return before == std::string_view::npos ? path : path.substr(before + 1);
}

/// Gives XML files to pictures, in passes from the surest to the least sure.
class Matcher {
public:
    explicit Matcher(VocFiles& files) : m_files(files) {}

    void match(std::vector<std::string> xmls)
    {
        for (const Key key : {&wholePath, &lastTwoParts, &fileNameOf}) {
            matchBy(xmls, key, withoutSuffix);
            matchBy(xmls, key, wholePath); // picture.jpg.xml
        }
        matchByStatedName(xmls);
        m_files.orphans = std::move(xmls);
    }

private:
    /// Takes out of `xmls` those whose key is that of a picture that has none yet.
    void matchBy(std::vector<std::string>& xmls, Key part, Key pictureSuffix);
    void matchByStatedName(std::vector<std::string>& xmls);
    [[nodiscard]] Groups freePictures(Key part, Key suffix) const;
    bool give(std::string& xml, const std::vector<size_t>& candidates);
    std::string statedName(const std::string& xml);

    VocFiles& m_files;
    VocParser m_parser;
};

Groups Matcher::freePictures(Key part, Key suffix) const
{
    Groups pictures;
    pictures.reserve(m_files.pairs.size());
    for (size_t i = 0; i < m_files.pairs.size(); ++i) {
        if (m_files.pairs[i].xml.empty()) {
            pictures[part(suffix(m_files.pairs[i].picture))].push_back(i);
        }
    }
    return pictures;
}

void Matcher::matchBy(std::vector<std::string>& xmls, Key part, Key pictureSuffix)
{
    if (xmls.empty()) {
        return;
    }
    const Groups pictures = freePictures(part, pictureSuffix);
    std::erase_if(xmls, [&](std::string& xml) {
        const auto found = pictures.find(part(withoutSuffix(xml)));
        return found != pictures.end() && give(xml, found->second);
    });
}

void Matcher::matchByStatedName(std::vector<std::string>& xmls)
{
    const Groups pictures = xmls.empty() ? Groups() : freePictures(fileNameOf, wholePath);
    if (pictures.empty()) {
        return;
    }
    std::erase_if(xmls, [&](std::string& xml) {
        const std::string name = statedName(xml);
        const auto found = pictures.find(fileNameOf(name));
        return found != pictures.end() && give(xml, found->second);
    });
}

/// Gives `xml` to its only free candidate, or to the one of several that it names itself, or to the first that differs
/// in nothing but its suffix. Anything else would be a guess.
bool Matcher::give(std::string& xml, const std::vector<size_t>& candidates)
{
    std::vector<size_t> free;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(free),
                 [this](size_t i) { return m_files.pairs[i].xml.empty(); });
    const auto pick = [&](size_t i) {
        m_files.pairs[i].xml = std::move(xml);
        return true;
    };
    if (free.size() == 1) {
        return pick(free.front());
    }
    if (free.empty()) {
        return false;
    }
    const std::string name = statedName(xml);
    const auto isNamed = [&](size_t i) { return fileNameOf(m_files.pairs[i].picture) == fileNameOf(name); };
    const auto named = std::find_if(free.begin(), free.end(), isNamed);
    const bool isOnlyOne = named != free.end() && std::none_of(named + 1, free.end(), isNamed);
    if (isOnlyOne) {
        return pick(*named);
    }
    const bool isBeside = withoutSuffix(m_files.pairs[free.front()].picture) == withoutSuffix(xml);
    return isBeside && pick(free.front());
}

std::string Matcher::statedName(const std::string& xml)
{
    QByteArray bytes;
    core::ProblemList ignored; // the file is read again later, its problems are reported then
    if (io::readFile((m_files.annotationRoot + '/' + xml).c_str(), bytes, kMaxVocBytes) != 0) {
        return {};
    }
    const core::Result<VocDocument> document = m_parser.parse(bytes, QString(), ignored);
    return document ? document->fileName.toStdString() : std::string();
}

core::Result<VocFiles> listPair(std::string pictureRoot, std::string annotationRoot, core::ProblemList& problems,
                                const core::Control& control)
{
    VocFiles files{std::move(pictureRoot), std::move(annotationRoot), {}, {}};
    const bool isOneFolder = files.pictureRoot == files.annotationRoot;
    auto listed = io::listFiles(
        files.pictureRoot,
        [isOneFolder](std::string_view name) { return hasPictureSuffix(name) || (isOneFolder && hasXmlSuffix(name)); },
        problems, control);
    if (!listed) {
        return core::failure(listed.error());
    }
    std::vector<std::string> xmls;
    for (std::string& path : *listed) {
        if (hasXmlSuffix(path)) {
            xmls.push_back(std::move(path));
        } else if (!isInMaskFolder(path)) {
            files.pairs.push_back({std::move(path), {}, {}});
        }
    }
    if (!isOneFolder) {
        auto other = io::listFiles(files.annotationRoot, hasXmlSuffix, problems, control);
        if (!other) {
            return core::failure(other.error());
        }
        xmls = std::move(*other);
    }
    Matcher(files).match(std::move(xmls));
    return files;
}

bool isDevkit(const std::string& folder)
{
    return io::isFolder((folder + "/Annotations").c_str()) &&
           (io::isFolder((folder + "/JPEGImages").c_str()) || io::isFolder((folder + "/ImageSets").c_str()));
}

core::Result<VocFiles> listDevkit(const std::string& folder, core::ProblemList& problems, const core::Control& control)
{
    const bool hasPictures = io::isFolder((folder + "/JPEGImages").c_str());
    auto files = listPair(hasPictures ? folder + "/JPEGImages" : folder, folder + "/Annotations", problems, control);
    if (files) {
        takeImageSets(folder + "/ImageSets", *files, problems);
    }
    return files;
}

std::vector<std::string> devkitsIn(const std::string& from)
{
    if (isDevkit(from)) {
        return {from};
    }
    std::vector<std::string> found;
    std::error_code failed; // a folder that cannot be listed is reported when its files are
    for (auto entry = std::filesystem::directory_iterator(from, failed); !failed && entry != end(entry);
         entry.increment(failed)) {
        std::error_code unknown;
        if (entry->is_directory(unknown) && isDevkit(entry->path().string())) {
            found.push_back(entry->path().string());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

core::Result<std::vector<VocFiles>> findVocFiles(const QString& from, const ReadOptions& options,
                                                 core::ProblemList& problems, const core::Control& control)
{
    std::string root = from.toStdString();
    while (root.size() > 1 && root.back() == '/') {
        root.pop_back();
    }
    std::vector<VocFiles> all;
    const auto add = [&all](core::Result<VocFiles> files) -> core::Result<> {
        if (!files) {
            return core::failure(files.error());
        }
        all.push_back(std::move(*files));
        return {};
    };
    core::Result<> done;
    if (!options.annotationFolder.isEmpty() || !options.pictureFolder.isEmpty()) {
        done = add(listPair(options.pictureFolder.isEmpty() ? root : options.pictureFolder.toStdString(),
                            options.annotationFolder.isEmpty() ? root : options.annotationFolder.toStdString(),
                            problems, control));
    } else if (const std::vector<std::string> devkits = devkitsIn(root); !devkits.empty()) {
        for (size_t i = 0; i < devkits.size() && done; ++i) {
            done = add(listDevkit(devkits[i], problems, control));
        }
    } else {
        done = add(listPair(root, root, problems, control));
    }
    if (!done) {
        return core::failure(done.error());
    }
    return all;
}

} // namespace lw::formats
