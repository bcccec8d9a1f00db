// SPDX-License-Identifier: GPL-3.0-or-later
//! Choosing among JSON files.
#include "engine/formats/CocoFiles.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/PictureNames.h"

#include <QFileInfo>

#include <algorithm>
#include <map>

namespace lw::formats {

namespace {

using domain::SampleUsage;

/// Words of file names that say what the annotations are, the most telling first. Files with other names count as the
/// first kind.
constexpr std::string_view kTasks[] = {"instances", "person_keypoints", "keypoints", "stuff",
                                       "labels",    "image_info",       "panoptic",  "captions"};
constexpr size_t kFirstUnread = 6;

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower;
}

size_t taskOf(std::string_view name)
{
    for (size_t i = 0; i < std::size(kTasks); ++i) {
        if (name.starts_with(kTasks[i]) && (name.size() == kTasks[i].size() || name[kTasks[i].size()] == '_')) {
            return i;
        }
    }
    return 0;
}

/// "instances_train2017" -> "train2017"; a name without a known beginning stays as it is.
std::string splitOf(std::string_view stem)
{
    const std::string_view task = kTasks[taskOf(stem)];
    return std::string(stem.starts_with(task) ? stem.substr(std::min(stem.size(), task.size() + 1)) : stem);
}

std::string_view folderOf(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

CocoFile describe(const std::string& path, const ReadOptions& options)
{
    CocoFile file;
    file.path = path;
    const std::string folder(folderOf(path));
    const std::string stem(withoutSuffix(fileNameOf(path)));
    const std::string split = splitOf(stem);
    file.usage = usageFromWords(lowerCase(stem));
    if (file.usage == SampleUsage::None) {
        file.usage = usageFromWords(lowerCase(fileNameOf(folder)));
    }
    const std::string last = lowerCase(fileNameOf(folder));
    file.root = last == "annotations" ? std::string(folderOf(folder)) : folder;
    if (!options.pictureFolder.isEmpty()) {
        file.folders.push_back(options.pictureFolder.toStdString());
    }
    for (const char* below : {"/images", ""}) {
        if (!split.empty()) {
            file.folders.push_back(file.root + below + '/' + split);
        }
        file.folders.push_back(file.root + below);
    }
    if (file.root != folder) {
        file.folders.push_back(folder);
    }
    if (!options.inputLocation.isEmpty()) {
        file.folders.push_back(options.inputLocation.toStdString());
    }
    return file;
}

} // namespace

SampleUsage usageFromWords(std::string_view name)
{
    constexpr std::pair<std::string_view, SampleUsage> kWords[] = {
        {"train", SampleUsage::Train}, {"training", SampleUsage::Train},  {"val", SampleUsage::Eval},
        {"valid", SampleUsage::Eval},  {"validation", SampleUsage::Eval}, {"eval", SampleUsage::Eval},
        {"test", SampleUsage::Test},   {"evaluation", SampleUsage::Eval}, {"testing", SampleUsage::Test}};
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    for (size_t at = 0; at < name.size();) {
        size_t end = at;
        while (end < name.size() && isLetter(name[end])) {
            ++end;
        }
        for (const auto& [word, usage] : kWords) {
            if (name.substr(at, end - at) == word) {
                return usage;
            }
        }
        at = end + 1;
    }
    return SampleUsage::None;
}

core::Result<std::vector<CocoFile>> findCocoFiles(const QString& from, const ReadOptions& options,
                                                  core::ProblemList& problems, const core::Control& control)
{
    if (!QFileInfo(from).isDir()) {
        return std::vector<CocoFile>{describe(from.toStdString(), options)};
    }
    const QString place = options.annotationFolder.isEmpty() ? from : options.annotationFolder;
    const std::string root = place.toStdString();
    auto names = io::listFiles(
        root, [](std::string_view name) { return lowerCase(name).ends_with(".json"); }, problems, control);
    if (!names) {
        return core::failure(names.error());
    }
    // Within one folder, files that differ in what they say only concern the same pictures.
    std::map<std::string, std::string> chosen;
    for (const std::string& name : *names) {
        const std::string stem(withoutSuffix(fileNameOf(name)));
        const std::string group = std::string(folderOf(name)) + '/' + splitOf(stem);
        std::string other = name;
        if (taskOf(stem) < kFirstUnread) {
            const auto [found, isNew] = chosen.emplace(group, name);
            if (isNew) {
                continue;
            }
            if (taskOf(stem) < taskOf(withoutSuffix(fileNameOf(found->second)))) {
                std::swap(found->second, other);
            }
        }
        const std::string path = root + '/' + other;
        problems.add(core::ProblemCode::TypeMismatch, QString::fromStdString(path), 0,
                     QString::fromStdString(std::string(kTasks[taskOf(fileNameOf(other))])));
    }
    std::vector<CocoFile> files;
    for (const auto& [group, name] : chosen) {
        files.push_back(describe(root + '/' + name, options));
        // Pictures may lie beside the folder of the annotations.
        const std::string_view parent = folderOf(root);
        if (files.back().root == root && lowerCase(fileNameOf(root)) == "annotations") {
            files.back().root = parent;
        }
    }
    if (files.empty()) {
        return core::failure(core::ErrorCode::NotFound, QStringLiteral("*.json"), place);
    }
    return files;
}

} // namespace lw::formats
