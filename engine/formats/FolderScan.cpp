// SPDX-License-Identifier: GPL-3.0-or-later
//! Lists an input location.
#include "engine/formats/FolderScan.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/MaskPairs.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/Sidecar.h"
#include "engine/formats/VocMaskFile.h"

#include <algorithm>
#include <set>

namespace lw::formats {

namespace {

/// The file with `suffix` beside `picture`, looked up in the sorted listing.
const std::string* findSidecar(const std::vector<std::string>& sorted, std::string_view picture,
                               std::string_view suffix)
{
    std::string large(suffix);
    std::transform(large.begin(), large.end(), large.begin(), [](char c) { return char(c - 'a' + 'A'); });
    for (const std::string_view each : {suffix, std::string_view(large)}) {
        const std::string wanted = std::string(withoutSuffix(picture)) + '.' + std::string(each);
        const auto found = std::lower_bound(sorted.begin(), sorted.end(), wanted);
        if (found != sorted.end() && *found == wanted) {
            return &*found;
        }
    }
    return nullptr;
}

/// The masks in a listing that belong to pictures in it.
std::set<std::string> masksIn(const std::vector<std::string>& files)
{
    std::set<std::string> masks;
    for (MaskPair& pair : pairMasks(files).pictures) {
        masks.insert(std::move(pair.mask));
    }
    return masks;
}

bool hasVanished(const std::string& root, core::ProblemList& problems)
{
    if (io::isFolder(root.c_str())) {
        return false;
    }
    problems.add(core::ProblemCode::FolderVanished, QString::fromStdString(root));
    return true;
}

} // namespace

bool isPictureName(const QString& name)
{
    return hasPictureSuffix(name.toStdString());
}

core::Result<std::vector<ScannedFile>> scanPictures(const QString& folder, domain::DatasetType type,
                                                    core::ProblemList& problems, const core::Control& control)
{
    const std::string_view suffix = sidecarSuffix(type);
    const std::string root = folder.toStdString();
    const auto listed = io::listFiles(
        root, [suffix](std::string_view name) { return hasPictureSuffix(name) || hasSuffix(name, suffix); }, problems, control);
    if (!listed) {
        return core::failure(listed.error());
    }
    const std::set<std::string> masks =
        type == domain::DatasetType::ImageSegmentation ? masksIn(*listed) : std::set<std::string>();
    std::vector<ScannedFile> pictures;
    QString lastFolder; // shared by all files of a folder
    for (const std::string& path : *listed) {
        if (!hasPictureSuffix(path) || isInMaskFolder(path) || masks.contains(path)) {
            continue;
        }
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        const QString relative = QString::fromStdString(path);
        io::FileFacts facts;
        const int error = io::fileFacts((root + '/' + path).c_str(), facts);
        if (error != 0 || facts.bytes == 0) {
            if (error != 0 && hasVanished(root, problems)) {
                return core::failure(core::ErrorCode::NotFound, {}, folder);
            }
            const QString file = folder + u'/' + relative;
            problems.add(error != 0 ? io::readProblem(error, file)
                                    : core::Problem{core::ProblemCode::FileEmpty, file, 0, {}});
            continue;
        }
        const qsizetype slash = relative.lastIndexOf(u'/');
        if (slash != lastFolder.size() || !relative.startsWith(lastFolder)) {
            lastFolder = slash < 0 ? QString() : relative.left(slash);
        }
        ScannedFile found{lastFolder, relative.mid(slash + 1), facts.bytes, facts.modifiedAt, {}, 0};
        if (const std::string* sidecar = findSidecar(*listed, path, suffix)) {
            io::FileFacts sidecarFacts;
            found.sidecar = folder + u'/' + QString::fromStdString(*sidecar);
            found.sidecarModifiedAt =
                io::fileFacts((root + '/' + *sidecar).c_str(), sidecarFacts) == 0 ? sidecarFacts.modifiedAt : 0;
        }
        pictures.push_back(std::move(found));
    }
    if (pictures.empty() && hasVanished(root, problems)) {
        return core::failure(core::ErrorCode::NotFound, {}, folder);
    }
    return pictures;
}

} // namespace lw::formats
