// SPDX-License-Identifier: GPL-3.0-or-later
//! Names and copies of pictures.
#include "engine/formats/PicturePlaces.h"

#include "engine/formats/PictureCopy.h"
#include "engine/formats/PictureNames.h"

namespace lw::formats {

std::string PicturePlaces::ownName(const QString& picture) const
{
    const QString& root = m_options.inputLocation;
    const bool isWithin = m_options.keepsFolders && !root.isEmpty() && picture.size() > root.size() &&
                          picture.startsWith(root) && picture.at(root.size()) == u'/';
    return QStringView(picture).mid(isWithin ? root.size() + 1 : picture.lastIndexOf(u'/') + 1).toUtf8().toStdString();
}

std::string PicturePlaces::take(const QString& picture, size_t suffixBytes)
{
    return take(picture, {}, suffixBytes);
}

std::string PicturePlaces::take(const QString& picture, const std::string& group, size_t suffixBytes)
{
    const std::string own = ownName(picture);
    const std::string_view stem = withoutSuffix(own);
    if (group.empty()) {
        return m_names.take(std::string(stem), suffixBytes) + own.substr(stem.size());
    }
    const std::string taken = m_names.take(group + '/' + std::string(stem), suffixBytes);
    return taken.substr(group.size() + 1) + own.substr(stem.size());
}

core::Result<bool> PicturePlaces::copy(const QString& picture, const StagedFolder& folder, const std::string& relative,
                                       core::ProblemList& problems) const
{
    const QString target = QString::fromStdString(folder.path() + '/' + relative);
    const core::Result<> copied = copyPicture(picture, target, m_options.links);
    if (copied) {
        return true;
    }
    const core::Error& error = copied.error();
    if (error.code != core::ErrorCode::NotFound && error.code != core::ErrorCode::ReadFailed) {
        return core::failure(error);
    }
    problems.add(core::ProblemCode::CopyFailed, picture, 0, error.detail);
    return false;
}

} // namespace lw::formats
