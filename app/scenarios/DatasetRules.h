// SPDX-License-Identifier: GPL-3.0-or-later
//! What a dataset's name, locations and labels must be like (DS-2, DS-3), and making its folders.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Label.h"

#include <QStringList>

#include <vector>

namespace lw::scenarios {

/// InvalidArgument with a sentence for people unless `name` may be a dataset's or version's name.
core::Result<> checkName(const QString& name);
/// InvalidArgument with a sentence for people unless `name` may be a label's.
core::Result<> checkLabelName(const QString& name);
/// Names valid and given once, shortcuts given once.
core::Result<> checkLabels(const std::vector<domain::Label>& labels);
/// Absolute, clean paths, the output neither equal to nor inside the input, symbolic links followed.
core::Result<> checkLocations(const QString& input, const QString& output);

/// `path` made absolute and clean; relative ones start at the working folder. Empty stays empty.
[[nodiscard]] QString cleanPath(const QString& path);
/// True if `path` is `folder` or lies below it, symbolic links followed as far as the folders exist.
[[nodiscard]] bool isWithin(const QString& path, const QString& folder);
/// `path`, spelled through `folder` when it lies below it by way of symbolic links.
[[nodiscard]] QString spelledWithin(const QString& path, const QString& folder);

/// Removes `path` and all below it as far as there are no files.
void removeEmptyFolders(const QString& path);

/// Makes folders and removes those it made unless keep() is called.
class NewFolders {
public:
    NewFolders() = default;
    ~NewFolders();
    Q_DISABLE_COPY_MOVE(NewFolders)

    /// Errors: ReadOnly, WriteFailed, AlreadyExists (a file of that name).
    core::Result<> make(const QString& path);
    /// What make() would make for `path`, the uppermost first.
    [[nodiscard]] static QStringList missing(const QString& path);
    void keep() { m_made.clear(); }

private:
    QStringList m_made;
};

} // namespace lw::scenarios
