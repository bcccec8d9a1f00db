// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds the pictures that annotation files name, wherever they lie.
#pragma once

#include "engine/formats/FileIo.h"
#include "engine/formats/NameIndex.h"

#include <optional>

namespace lw::formats {

/// Tries folders first, the one that had the last picture before the others; then looks through everything below a root
/// folder for a file of that name. Paths are UTF-8 bytes. Not thread-safe.
class PictureFinder {
public:
    enum class Result { Found, NotFound, Outside, NotAPicture };

    /// `folders` are absolute; `root` (absolute, or empty) is listed when none of them has a picture.
    PictureFinder(std::vector<std::string> folders, std::string root);

    /// Sets `path` and `facts` for `name`, which is relative, absolute, or a web address whose last part counts. Names
    /// with ".." are Outside.
    [[nodiscard]] Result find(std::string_view name, std::string& path, io::FileFacts& facts);
    /// Sets `path` to where find() would look first if that is the folder that had the last picture; does not look
    /// whether the file is there.
    [[nodiscard]] bool guess(std::string_view name, std::string& path) const;

private:
    [[nodiscard]] bool tryAt(size_t folder, std::string_view name, std::string& path, io::FileFacts& facts) const;
    void list();

    std::vector<std::string> m_folders;
    std::string m_root;
    size_t m_last = 0;
    std::optional<NameIndex> m_names;
};

} // namespace lw::formats
