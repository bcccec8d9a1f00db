// SPDX-License-Identifier: GPL-3.0-or-later
//! The one place that asks for files and folders, so that tests can answer instead of a person.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace lw::common {

/// What a file dialog would ask.
struct FileQuestion {
    enum class Kind { Folder, OpenFile, OpenFiles, SaveFile };

    Kind kind = Kind::Folder;
    QString title;
    QString start;              ///< folder or file that the dialog starts with; empty: the last used folder
    QString filter = {};        ///< Qt's form, "Pictures (*.png *.jpg);;All files (*)"
    QString defaultSuffix = {}; ///< added to a new file's name that has none, without the dot
};

/// Answers a question in place of a dialog; an empty list means that the person cancelled.
using FileResponder = std::function<QStringList(const FileQuestion&)>;

/// Replaces all file dialogs by `responder`; an empty function brings the dialogs back. For tests. GUI thread only.
void setFileResponder(FileResponder responder);

/// Each blocks until the person has answered and returns an empty value when they cancelled. GUI thread only.
[[nodiscard]] QString chooseFolder(QWidget* parent, const QString& title, const QString& start = {});
[[nodiscard]] QString chooseOpenFile(QWidget* parent, const QString& title, const QString& start = {},
                                     const QString& filter = {});
[[nodiscard]] QStringList chooseOpenFiles(QWidget* parent, const QString& title, const QString& start = {},
                                          const QString& filter = {});
/// `question.kind` is ignored. Asks before an existing file is overwritten.
[[nodiscard]] QString chooseSaveFile(QWidget* parent, FileQuestion question);

} // namespace lw::common
