// SPDX-License-Identifier: GPL-3.0-or-later
//! Masks by their folders and names.
#include "engine/formats/MaskPairs.h"

#include "engine/formats/NearestFile.h"
#include "engine/formats/PictureNames.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <set>

namespace lw::formats {

namespace {

constexpr const char* kFolders[] = {"masks",  "mask",        "segmentationclass", "segmentationclassraw", "segmentationclasspng",
                                    "labels", "annotations", "annot",             "gt",                   "groundtruth",
                                    "seg",    "segmentation_masks"};
constexpr const char* kFolderEndings[] = {"annot", "_labels", "_masks", "_mask", "_gt"};
constexpr std::string_view kNameEndings[] = {"_mask", "_seg", "_L", "_gt", "_label", "_labels", "_segmentation"};

/// Where one object is one colour: nothing to learn there that the classes do not say.
constexpr const char* kObjectFolder = "segmentationobject";

enum class Place { Picture, Mask, Nothing };

Place placeOf(const std::string& path)
{
    QStringList folders = QString::fromStdString(path).toLower().split(u'/');
    folders.removeLast();
    Place place = Place::Picture;
    for (const QString& folder : std::as_const(folders)) {
        if (folder == QLatin1String(kObjectFolder)) {
            return Place::Nothing;
        }
        const bool isMask =
            std::any_of(std::begin(kFolders), std::end(kFolders),
                        [&folder](const char* name) { return folder == QLatin1String(name); }) ||
            std::any_of(std::begin(kFolderEndings), std::end(kFolderEndings),
                        [&folder](const char* ending) { return folder.endsWith(QLatin1String(ending)); });
        place = isMask ? Place::Mask : place;
    }
    return place;
}

/// JPEG blurs the borders between classes.
bool canBeMask(std::string_view path)
{
    return hasSuffix(path, "png") || hasSuffix(path, "bmp") || hasSuffix(path, "gif") || hasSuffix(path, "tif") ||
           hasSuffix(path, "tiff");
}

std::string_view nameOf(std::string_view path)
{
    return fileNameOf(withoutSuffix(path));
}

/// "a_mask" -> "a"; the name itself without such an ending.
std::string_view withoutEnding(std::string_view name)
{
    for (const std::string_view ending : kNameEndings) {
        if (name.size() > ending.size() && name.ends_with(ending)) {
            return name.substr(0, name.size() - ending.size());
        }
    }
    return name;
}

} // namespace

MaskPairs pairMasks(std::vector<std::string> paths)
{
    std::erase_if(paths, [](const std::string& path) {
        return !hasPictureSuffix(path) || placeOf(path) == Place::Nothing;
    });
    std::set<std::string_view> names; // of what may be a picture
    for (const std::string& path : paths) {
        if (placeOf(path) == Place::Picture) {
            names.insert(nameOf(path));
        }
    }
    MaskPairs pairs;
    FilesByName masks;
    std::vector<const std::string*> pictures;
    for (const std::string& path : paths) {
        const std::string_view name = nameOf(path);
        const std::string_view shorter = withoutEnding(name);
        const bool isInFolder = placeOf(path) == Place::Mask && canBeMask(path);
        const bool isCalledSo = canBeMask(path) && shorter != name && names.contains(shorter);
        if (isInFolder || isCalledSo) {
            masks.emplace(isInFolder && names.contains(name) ? name : shorter, &path);
        } else if (placeOf(path) == Place::Picture) {
            pictures.push_back(&path);
        } else {
            pairs.orphans.push_back(path); // a JPEG among masks
        }
    }
    std::set<const std::string*> used;
    for (const std::string* picture : pictures) {
        const std::string* const mask = nearestFile(masks, *picture);
        used.insert(mask);
        pairs.pictures.push_back({*picture, mask == nullptr ? std::string() : *mask});
    }
    for (const auto& [name, mask] : masks) {
        if (!used.contains(mask)) {
            pairs.orphans.push_back(*mask);
        }
    }
    std::sort(pairs.orphans.begin(), pairs.orphans.end());
    return pairs;
}

} // namespace lw::formats
