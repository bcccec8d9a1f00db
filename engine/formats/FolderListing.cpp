// SPDX-License-Identifier: GPL-3.0-or-later
//! Lists folder trees with readdir: no stat for ordinary files.
#include "engine/formats/FileIo.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <memory>
#include <set>
#include <simdjson.h>
#include <sys/stat.h>

namespace lw::formats::io {

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

/// Walks a tree with a stack of its own, so that deep trees cannot exhaust the thread's.
class Lister {
public:
    Lister(const std::string& root, const std::function<bool(std::string_view)>& wanted, core::ProblemList& problems)
        : m_root(root), m_wanted(wanted), m_problems(problems)
    {
        m_pending.push_back({});
    }

    /// Lists one more folder; false when none is left.
    bool step(int& rootError);
    std::vector<std::string> takeFiles() { return std::move(m_files); }

private:
    void add(const std::string& folder, const dirent& entry, int descriptor);
    void reportFolder(const std::string& folder, int error);

    const std::string& m_root;
    const std::function<bool(std::string_view)>& m_wanted;
    core::ProblemList& m_problems;
    std::vector<std::string> m_pending; ///< relative, with a trailing slash unless empty
    std::set<std::pair<dev_t, ino_t>> m_seen;
    std::vector<std::string> m_files;
};

bool Lister::step(int& rootError)
{
    if (m_pending.empty()) {
        return false;
    }
    const std::string folder = std::move(m_pending.back());
    m_pending.pop_back();
    const Folder stream(::opendir((m_root + '/' + folder).c_str()));
    struct stat facts {};
    if (!stream || ::fstat(::dirfd(stream.get()), &facts) != 0) {
        if (folder.empty()) {
            rootError = errno;
        } else {
            reportFolder(folder, errno);
        }
        return true;
    }
    if (!m_seen.insert({facts.st_dev, facts.st_ino}).second) {
        return true;
    }
    errno = 0;
    while (const dirent* entry = ::readdir(stream.get())) {
        add(folder, *entry, ::dirfd(stream.get()));
        errno = 0;
    }
    if (errno != 0) {
        reportFolder(folder, errno);
    }
    return true;
}

void Lister::add(const std::string& folder, const dirent& entry, int descriptor)
{
    const std::string_view name(entry.d_name);
    if (name.front() == '.') {
        return;
    }
    bool isTree = entry.d_type == DT_DIR;
    const bool isWanted = !isTree && m_wanted(name);
    if (entry.d_type == DT_LNK || entry.d_type == DT_UNKNOWN) {
        struct stat facts {};
        if (::fstatat(descriptor, entry.d_name, &facts, 0) != 0) {
            if (isWanted) {
                m_problems.add(readProblem(errno, QString::fromStdString(m_root + '/' + folder) +
                                                      QString::fromUtf8(entry.d_name)));
            }
            return;
        }
        isTree = S_ISDIR(facts.st_mode);
        if (!isTree && !S_ISREG(facts.st_mode)) {
            return;
        }
    } else if (!isTree && entry.d_type != DT_REG) {
        return;
    }
    if (!isTree && !isWanted) {
        return;
    }
    if (!simdjson::validate_utf8(name.data(), name.size())) {
        m_problems.add(core::ProblemCode::EncodingInvalid,
                       QString::fromStdString(m_root + '/' + folder) + QString::fromLatin1(entry.d_name));
        return;
    }
    if (isTree) {
        m_pending.push_back(folder + std::string(name) + '/');
    } else {
        m_files.push_back(folder + std::string(name));
    }
}

void Lister::reportFolder(const std::string& folder, int error)
{
    const bool vanished = error == ENOENT || error == ENOTDIR || error == ESTALE;
    m_problems.add(vanished ? core::ProblemCode::FolderVanished : core::ProblemCode::FileUnreadable,
                   QString::fromStdString(m_root + '/' + folder), 0, errorText(error));
}

} // namespace

core::Result<std::vector<std::string>> listFiles(const std::string& root,
                                                 const std::function<bool(std::string_view)>& wanted,
                                                 core::ProblemList& problems, const core::Control& control)
{
    Lister lister(root, wanted, problems);
    int rootError = 0;
    while (lister.step(rootError)) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    if (rootError != 0) {
        const bool missing = rootError == ENOENT || rootError == ENOTDIR;
        return core::failure(missing ? core::ErrorCode::NotFound : core::ErrorCode::ReadFailed, errorText(rootError),
                             QString::fromStdString(root));
    }
    std::vector<std::string> files = lister.takeFiles();
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace lw::formats::io
