// SPDX-License-Identifier: GPL-3.0-or-later
//! Copies picture files into an input location so that nothing stays half done.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Dataset.h"
#include "models/store/Store.h"

#include <QFile>
#include <QStringList>

namespace lw::scenarios {

/// Takes back every copy unless keep() is called. While it works a hidden list in the folder names the copies, so that
/// removeAbandonedCopies() finds them after a kill.
class PictureCopies {
public:
    PictureCopies(const domain::Dataset& dataset, domain::TaskId task);
    ~PictureCopies();
    Q_DISABLE_COPY_MOVE(PictureCopies)

    /// Copies the file at absolute `path` to `subfolder` (relative, may be empty) of the input location and compares
    /// the copy with it; returns the copy's absolute path. A file that lies there already is not copied again; another
    /// file of the same name makes the copy "name_2", "name_3", …
    /// Errors: NotFound, ReadFailed (this file cannot be had); ReadOnly, DiskFull, WriteFailed (no file can be
    /// written).
    core::Result<QString> copy(const QString& path, const QString& subfolder = {});
    /// Takes files in the input location, that are about to appear there, for its copies: they go when the import does
    /// not end well. Absolute paths. Errors as in copy().
    core::Result<> adopt(const QStringList& paths);
    void keep();
    [[nodiscard]] qint64 count() const { return m_copied.size(); }

private:
    core::Result<> enter(const QString& path);

    QString m_folder;
    QFile m_list;
    QStringList m_copied;
};

/// Removes copies that killed runs left in the input location and that are no samples. Runs that are still at work are
/// left alone.
void removeAbandonedCopies(store::Store& store, const domain::Dataset& dataset);

} // namespace lw::scenarios
