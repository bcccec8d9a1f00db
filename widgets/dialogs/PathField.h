// SPDX-License-Identifier: GPL-3.0-or-later
//! A field for a folder or file, with a button that asks for it and drops taken.
#pragma once

#include "widgets/common/FileDialogs.h"

#include <QWidget>

class QLineEdit;

namespace lw::dialogs {

class PathField final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathField)

public:
    /// `kind` Folder, OpenFile or SaveFile. `title` is the chooser's title and the name for screen readers.
    PathField(common::FileQuestion::Kind kind, const QString& title, QWidget* parent = nullptr);

    /// Absolute and clean; empty when nothing was entered. "~" stands for the home folder.
    [[nodiscard]] QString path() const;
    void setPath(const QString& path);
    void setKind(common::FileQuestion::Kind kind);
    void setNameFilter(const QString& filter);
    void setPlaceholder(const QString& text);

Q_SIGNALS:
    void pathChanged(const QString& path);
    /// The person typed, chose or dropped it, unlike setPath().
    void edited();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void browse();

    common::FileQuestion m_question;
    QLineEdit* m_edit;
};

} // namespace lw::dialogs
