// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows file dialogs, or hands their questions to a test.
#include "widgets/common/FileDialogs.h"

#include <QFileDialog>
#include <QFileInfo>

namespace lw::common {

namespace {

FileResponder& responder()
{
    static FileResponder current;
    return current;
}

/// Folder of the last answer, so that related questions start where the person already is.
QString& lastFolder()
{
    static QString folder;
    return folder;
}

void prepare(QFileDialog& dialog, const FileQuestion& question)
{
    dialog.setObjectName(QStringLiteral("fileDialog"));
    dialog.setDefaultSuffix(question.defaultSuffix);
    switch (question.kind) {
    case FileQuestion::Kind::Folder:
        dialog.setFileMode(QFileDialog::Directory);
        dialog.setOption(QFileDialog::ShowDirsOnly);
        break;
    case FileQuestion::Kind::OpenFile:
        dialog.setFileMode(QFileDialog::ExistingFile);
        break;
    case FileQuestion::Kind::OpenFiles:
        dialog.setFileMode(QFileDialog::ExistingFiles);
        break;
    case FileQuestion::Kind::SaveFile:
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setFileMode(QFileDialog::AnyFile);
        break;
    }
    const QFileInfo start(question.start);
    if (!question.start.isEmpty() && !start.isDir() && question.kind != FileQuestion::Kind::Folder)
        dialog.selectFile(start.fileName());
}

QStringList ask(QWidget* parent, const FileQuestion& question)
{
    if (responder())
        return responder()(question);
    const QFileInfo start(question.start);
    QString folder = start.isDir() ? start.absoluteFilePath() : start.absolutePath();
    if (question.start.isEmpty())
        folder = lastFolder();
    QFileDialog dialog(parent, question.title, folder, question.filter);
    prepare(dialog, question);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    lastFolder() = dialog.directory().absolutePath();
    return dialog.selectedFiles();
}

} // namespace

void setFileResponder(FileResponder newResponder)
{
    responder() = std::move(newResponder);
}

QString chooseFolder(QWidget* parent, const QString& title, const QString& start)
{
    return ask(parent, {.kind = FileQuestion::Kind::Folder, .title = title, .start = start}).value(0);
}

QString chooseOpenFile(QWidget* parent, const QString& title, const QString& start, const QString& filter)
{
    return ask(parent, {.kind = FileQuestion::Kind::OpenFile, .title = title, .start = start, .filter = filter})
        .value(0);
}

QStringList chooseOpenFiles(QWidget* parent, const QString& title, const QString& start, const QString& filter)
{
    return ask(parent, {.kind = FileQuestion::Kind::OpenFiles, .title = title, .start = start, .filter = filter});
}

QString chooseSaveFile(QWidget* parent, FileQuestion question)
{
    question.kind = FileQuestion::Kind::SaveFile;
    return ask(parent, question).value(0);
}

} // namespace lw::common
