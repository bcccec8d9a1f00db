// SPDX-License-Identifier: GPL-3.0-or-later
//! Entry of a path by typing, choosing or dropping.
#include "widgets/dialogs/PathField.h"

#include "widgets/common/DroppedFiles.h"
#include "widgets/common/Icons.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace lw::dialogs {

PathField::PathField(common::FileQuestion::Kind kind, const QString& title, QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this))
{
    m_question.kind = kind;
    m_question.title = title;
    setAccessibleName(title);
    setAcceptDrops(true);
    setFocusProxy(m_edit);
    m_edit->setObjectName(QStringLiteral("path"));
    m_edit->setAccessibleName(title);
    m_edit->setAcceptDrops(false); // the field takes them whole
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("browse"));
    button->setIcon(common::icon(QStringLiteral("folder-open")));
    button->setToolTip(title);
    button->setAccessibleName(title);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(button);
    connect(button, &QToolButton::clicked, this, &PathField::browse);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { Q_EMIT pathChanged(path()); });
    connect(m_edit, &QLineEdit::textEdited, this, &PathField::edited);
}

QString PathField::path() const
{
    QString text = m_edit->text().trimmed();
    if (text.isEmpty()) {
        return {};
    }
    if (text == QLatin1String("~") || text.startsWith(QLatin1String("~/"))) {
        text.replace(0, 1, QDir::homePath());
    }
    return QDir::cleanPath(QDir(QDir::homePath()).absoluteFilePath(text));
}

void PathField::setPath(const QString& path)
{
    m_edit->setText(QDir::toNativeSeparators(path));
}

void PathField::setKind(common::FileQuestion::Kind kind)
{
    m_question.kind = kind;
}

void PathField::setNameFilter(const QString& filter)
{
    m_question.filter = filter;
}

void PathField::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void PathField::browse()
{
    m_question.start = path();
    QString chosen;
    switch (m_question.kind) {
    case common::FileQuestion::Kind::Folder:
        chosen = common::chooseFolder(this, m_question.title, m_question.start);
        break;
    case common::FileQuestion::Kind::SaveFile:
        chosen = common::chooseSaveFile(this, m_question);
        break;
    default:
        chosen = common::chooseOpenFile(this, m_question.title, m_question.start, m_question.filter);
    }
    if (!chosen.isEmpty()) {
        setPath(chosen);
        Q_EMIT edited();
    }
}

void PathField::dragEnterEvent(QDragEnterEvent* event)
{
    if (common::droppedFiles(event->mimeData()).size() == 1) {
        event->acceptProposedAction();
    }
}

void PathField::dropEvent(QDropEvent* event)
{
    const QStringList files = common::droppedFiles(event->mimeData());
    if (files.size() == 1) {
        setPath(files.front());
        event->acceptProposedAction();
        Q_EMIT edited();
    }
}

} // namespace lw::dialogs
