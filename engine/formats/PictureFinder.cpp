// SPDX-License-Identifier: GPL-3.0-or-later
//! Folders first, then an index of names.
#include "engine/formats/PictureFinder.h"

#include "engine/formats/CleanPath.h"
#include "engine/formats/PictureNames.h"

namespace lw::formats {

PictureFinder::PictureFinder(std::vector<std::string> folders, std::string root)
    : m_folders(std::move(folders)), m_root(std::move(root))
{
}

bool PictureFinder::tryAt(size_t folder, std::string_view name, std::string& path, io::FileFacts& facts) const
{
    path.assign(m_folders[folder]).append(1, '/').append(name);
    return io::isFile(path.c_str(), facts);
}

void PictureFinder::list()
{
    core::ProblemList ignored; // folders that cannot be listed hold no picture that anybody could read
    auto files = m_root.empty() ? core::Result<std::vector<std::string>>(std::vector<std::string>())
                                : io::listFiles(m_root, hasPictureSuffix, ignored, {});
    m_names.emplace(files ? *std::move(files) : std::vector<std::string>());
}

bool PictureFinder::guess(std::string_view name, std::string& path) const
{
    if (m_last >= m_folders.size() || name.starts_with("./") || name.starts_with('/') || !hasPictureSuffix(name) ||
        hasParentPart(name) || hasScheme(name)) {
        return false;
    }
    path.assign(m_folders[m_last]).append(1, '/').append(name);
    return true;
}

PictureFinder::Result PictureFinder::find(std::string_view name, std::string& path, io::FileFacts& facts)
{
    while (name.starts_with("./")) {
        name.remove_prefix(2);
    }
    if (!hasPictureSuffix(name)) {
        path = name;
        return Result::NotAPicture;
    }
    if (hasParentPart(name)) {
        path = name;
        return Result::Outside;
    }
    if (name.starts_with('/')) {
        path = cleanPath(name);
        if (io::isFile(path.c_str(), facts)) {
            return Result::Found;
        }
    } else if (!hasScheme(name)) {
        if (m_last < m_folders.size() && tryAt(m_last, name, path, facts)) {
            return Result::Found;
        }
        for (size_t i = 0; i < m_folders.size(); ++i) {
            if (i != m_last && tryAt(i, name, path, facts)) {
                m_last = i;
                return Result::Found;
            }
        }
    }
    if (!m_names) {
        list();
    }
    if (const std::string* const found = m_names->find(name)) {
        path.assign(m_root).append(1, '/').append(*found);
        if (io::isFile(path.c_str(), facts)) {
            return Result::Found;
        }
    }
    path = m_root.empty() || name.starts_with('/') ? std::string(name) : m_root + '/' + std::string(name);
    return Result::NotFound;
}

} // namespace lw::formats
