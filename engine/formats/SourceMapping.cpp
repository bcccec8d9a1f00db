// SPDX-License-Identifier: GPL-3.0-or-later
//! The ordered ways from a source to a file.
#include "engine/formats/SourceMapping.h"

#include "engine/formats/CleanPath.h"
#include "engine/formats/NameIndex.h"
#include "engine/formats/PictureNames.h"

#include <algorithm>
#include <map>
#include <optional>

namespace lw::formats {

namespace {

/// How many parts of a source are tried below the manifest's folder: annotation/V001/annotation/x.xml has four.
constexpr int kMostPartsBeside = 4;

struct Rule {
    std::string prefix;
    std::string folder;
};

std::string withoutTrailingSlash(std::string text)
{
    while (text.size() > 1 && text.back() == '/' && !text.ends_with("://")) {
        text.pop_back();
    }
    return text;
}

std::string cleanFolder(const QString& folder)
{
    return folder.isEmpty() ? std::string() : cleanPath(folder.toStdString());
}

/// What follows `prefix` in `source` if it begins with it at a boundary.
std::optional<std::string_view> rest(std::string_view source, std::string_view prefix)
{
    if (!source.starts_with(prefix)) {
        return std::nullopt;
    }
    const std::string_view left = source.substr(prefix.size());
    const bool isBoundary = left.empty() || left.front() == '/' || prefix.empty() || prefix.back() == '/';
    return isBoundary ? std::optional(left) : std::nullopt;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::string joined(std::string_view folder, std::string_view relative)
{
    std::string path;
    path.reserve(folder.size() + relative.size() + 1);
    path.append(folder).append(1, '/').append(relative);
    const bool mayBeUnclean = relative.empty() || relative.front() == '/' || relative.front() == '.' ||
                              relative.find("/.") != std::string_view::npos ||
                              relative.find("//") != std::string_view::npos;
    return mayBeUnclean ? cleanPath(path) : path;
}

} // namespace

struct SourceMapping::Private {
    std::string manifestFolder;
    std::string inputLocation;
    std::vector<Rule> rules;
    io::FileFacts facts;              ///< of the file found last
    const FileCheck* check = nullptr; ///< the caller's, during map()
    std::optional<NameIndex> index;   ///< of the input location, made at first use

    std::optional<MappingWay> mapByRules(std::string_view source, std::string& path, std::string& first);
    std::optional<MappingWay> mapAsPath(std::string_view source, std::string& path, std::string& first);
    bool mapBesideManifest(std::string_view source, std::string& path);
    bool mapByName(std::string_view source, std::string& path);
    bool isAllowed(std::string_view path) const;
    bool isThere(const std::string& path) { return check != nullptr ? (*check)(path) : io::isFile(path.c_str(), facts); }
    MappingWay map(std::string_view source, std::string& path);
};

bool SourceMapping::Private::isAllowed(std::string_view path) const
{
    return isWithin(path, manifestFolder) || isWithin(path, inputLocation) ||
           std::any_of(rules.begin(), rules.end(), [path](const Rule& rule) { return isWithin(path, rule.folder); });
}

std::optional<MappingWay> SourceMapping::Private::mapByRules(std::string_view source, std::string& path,
                                                             std::string& first)
{
    for (const Rule& rule : rules) {
        const auto left = rest(source, rule.prefix);
        if (!left) {
            continue;
        }
        path = joined(rule.folder, *left);
        if (!isWithin(path, rule.folder)) {
            return MappingWay::Outside;
        }
        if (isThere(path)) {
            return MappingWay::Rule;
        }
        if (first.empty()) {
            first = path;
        }
    }
    return std::nullopt;
}

/// Sources that are paths already: relative to the manifest, or absolute.
std::optional<MappingWay> SourceMapping::Private::mapAsPath(std::string_view source, std::string& path,
                                                            std::string& first)
{
    if (source.starts_with("file://")) {
        source.remove_prefix(7);
    }
    if (hasScheme(source)) {
        return std::nullopt;
    }
    const bool isAbsolute = source.starts_with('/');
    path = isAbsolute ? joined("", source.substr(1)) : joined(manifestFolder, source);
    if (hasParentPart(source) && !isAllowed(path)) {
        return MappingWay::Outside;
    }
    if (isThere(path)) {
        return isAbsolute ? MappingWay::SamePath : MappingWay::Relative;
    }
    if (first.empty()) {
        first = path;
    }
    return std::nullopt;
}

bool SourceMapping::Private::mapBesideManifest(std::string_view source, std::string& path)
{
    size_t last = std::string_view::npos;
    for (int count = kMostPartsBeside; count > 0; --count) {
        const std::string_view end = lastParts(source, count);
        if (end.size() == last || hasParentPart(end) || hasScheme(end)) {
            continue;
        }
        last = end.size();
        path = joined(manifestFolder, end);
        if (isThere(path)) {
            return true;
        }
    }
    return false;
}

bool SourceMapping::Private::mapByName(std::string_view source, std::string& path)
{
    if (inputLocation.empty()) {
        return false;
    }
    if (!index) {
        core::ProblemList unlisted; // a folder that cannot be listed shows as missing files
        auto files = io::listFiles(inputLocation, [](std::string_view) { return true; }, unlisted, {});
        index.emplace(files ? std::move(*files) : std::vector<std::string>());
    }
    const std::string* const found = index->find(source);
    if (found == nullptr) {
        return false;
    }
    path = joined(inputLocation, *found);
    return isThere(path);
}

SourceMapping::SourceMapping(QString manifestFolder, QString inputLocation, std::vector<MappingRule> rules)
    : d(std::make_unique<Private>())
{
    d->manifestFolder = cleanFolder(manifestFolder);
    d->inputLocation = cleanFolder(inputLocation);
    for (const MappingRule& rule : rules) {
        if (!rule.folder.isEmpty()) {
            d->rules.push_back({withoutTrailingSlash(rule.prefix.toStdString()), cleanFolder(rule.folder)});
        }
    }
}

SourceMapping::~SourceMapping() = default;

MappingWay SourceMapping::Private::map(std::string_view source, std::string& path)
{
    if (source.empty() || source.starts_with("content://") || source.find('\0') != std::string_view::npos) {
        return MappingWay::NotAFile;
    }
    if (hasTooLongPart(source)) {
        path = source;
        return MappingWay::NameTooLong;
    }
    std::string first;
    if (const auto way = mapByRules(source, path, first)) {
        return *way;
    }
    if (const auto way = mapAsPath(source, path, first)) {
        return *way;
    }
    if (mapBesideManifest(source, path)) {
        return MappingWay::BesideManifest;
    }
    if (mapByName(source, path)) {
        return MappingWay::ByName;
    }
    path = first.empty() ? joined(manifestFolder, fileNameOf(source)) : first;
    return MappingWay::NotFound;
}

MappingWay SourceMapping::map(std::string_view source, std::string& path)
{
    d->check = nullptr;
    return d->map(source, path);
}

MappingWay SourceMapping::map(std::string_view source, std::string& path, const FileCheck& isFile)
{
    d->check = &isFile;
    return d->map(source, path);
}

const io::FileFacts& SourceMapping::facts() const
{
    return d->facts;
}

MappedSource SourceMapping::map(const QString& source)
{
    std::string path;
    const MappingWay way = map(source.toStdString(), path);
    return {way, fromUtf8(path)};
}

std::vector<MappingStep> SourceMapping::describe() const
{
    std::vector<MappingStep> steps;
    for (const Rule& rule : d->rules) {
        steps.push_back({MappingWay::Rule, fromUtf8(rule.prefix), fromUtf8(rule.folder)});
    }
    steps.push_back({MappingWay::Relative, {}, fromUtf8(d->manifestFolder)});
    steps.push_back({MappingWay::SamePath, {}, {}});
    steps.push_back({MappingWay::BesideManifest, {}, fromUtf8(d->manifestFolder)});
    if (!d->inputLocation.empty()) {
        steps.push_back({MappingWay::ByName, {}, fromUtf8(d->inputLocation)});
    }
    return steps;
}

std::vector<MappingRule> suggestRules(const QStringList& sources, const QStringList& folders)
{
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const QString& folder : folders) {
        const std::string root = cleanFolder(folder);
        core::ProblemList unlisted;
        auto files = io::listFiles(root, hasPictureSuffix, unlisted, {});
        if (!files) {
            continue;
        }
        const NameIndex index(std::move(*files));
        for (const QString& text : sources) {
            const std::string source = text.toStdString();
            const std::string* const found = index.find(source);
            if (found == nullptr || source == root + '/' + *found) {
                continue;
            }
            const std::string path = root + '/' + *found;
            const int common = commonEnd(path, source);
            const size_t sourceEnd = lastParts(source, common).size();
            const size_t pathEnd = lastParts(path, common).size();
            ++counts[{withoutTrailingSlash(source.substr(0, source.size() - sourceEnd)),
                      withoutTrailingSlash(path.substr(0, path.size() - pathEnd))}];
        }
    }
    std::vector<std::pair<int, MappingRule>> ranked;
    for (const auto& [rule, count] : counts) {
        ranked.push_back({count, {fromUtf8(rule.first), fromUtf8(rule.second)}});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<MappingRule> rules;
    for (auto& [count, rule] : ranked) {
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace lw::formats
