// SPDX-License-Identifier: GPL-3.0-or-later
//! Text that grows.
#include "app/studio/learning/JobLog.h"

#include "widgets/common/Icons.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

/// Enough for days of training; older lines stay in the file.
constexpr int kMostLines = 50'000;
constexpr int kMostMarks = 2'000;

QToolButton* makeButton(const QString& name, const QString& icon, const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(common::icon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

} // namespace

JobLog::JobLog(QWidget* parent)
    : QWidget(parent), m_text(new QPlainTextEdit(this)), m_follow(new QCheckBox(tr("Follow the end"), this)),
      m_found(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, common::kGrid, 0, 0);
    column->setSpacing(common::kGrid);
    auto* row = new QHBoxLayout;
    auto* find = new common::SearchField(tr("Search the log"), this);
    find->setObjectName(QStringLiteral("logSearch"));
    find->setMaximumWidth(280);
    auto* previous =
        makeButton(QStringLiteral("logPrevious"), QStringLiteral("chevron-up"), tr("Previous place"), this);
    auto* next = makeButton(QStringLiteral("logNext"), QStringLiteral("chevron-down"), tr("Next place"), this);
    auto* copy = makeButton(QStringLiteral("copyLog"), QStringLiteral("copy"), tr("Copy the whole log"), this);
    common::setRole(m_found, "muted");
    m_follow->setObjectName(QStringLiteral("followLog"));
    m_follow->setAccessibleName(m_follow->text());
    m_follow->setToolTip(tr("Scroll to new lines as they come"));
    m_follow->setChecked(true);
    row->addWidget(find, 1);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(m_found);
    row->addStretch(1);
    row->addWidget(m_follow);
    row->addWidget(copy);
    column->addLayout(row);
    m_text->setObjectName(QStringLiteral("logText"));
    m_text->setAccessibleName(tr("Log"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setMaximumBlockCount(kMostLines);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(tr("Nothing has been written yet."));
    column->addWidget(m_text, 1);
    connect(find, &common::SearchField::searchChanged, this, &JobLog::mark);
    connect(find, &QLineEdit::returnPressed, this, [this] { search(m_searched, false); });
    connect(previous, &QToolButton::clicked, this, [this] { search(m_searched, true); });
    connect(next, &QToolButton::clicked, this, [this] { search(m_searched, false); });
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_follow, &QCheckBox::toggled, this, [this](bool isOn) {
        if (isOn) {
            m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
        }
    });
}

void JobLog::clear()
{
    m_text->clear();
}

QString JobLog::text() const
{
    return m_text->toPlainText();
}

void JobLog::append(const QString& text)
{
    QScrollBar* bar = m_text->verticalScrollBar();
    const int before = bar->value();
    m_text->appendPlainText(text.endsWith(u'\n') ? text.chopped(1) : text);
    bar->setValue(m_follow->isChecked() ? bar->maximum() : before);
}

void JobLog::mark(const QString& text)
{
    m_searched = text;
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(common::colours().accentSoft);
    QTextCursor found(m_text->document());
    while (!text.isEmpty() && marks.size() < kMostMarks) {
        found = m_text->document()->find(text, found);
        if (found.isNull()) {
            break;
        }
        marks.append({found, format});
    }
    m_text->setExtraSelections(marks);
    m_found->setText(text.isEmpty() ? QString() : tr("%Ln places", nullptr, int(marks.size())));
    if (!marks.isEmpty()) {
        search(text, false);
    }
}

void JobLog::search(const QString& text, bool isBackward)
{
    if (text.isEmpty()) {
        return;
    }
    m_follow->setChecked(false);
    const QTextDocument::FindFlags flags = isBackward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (!m_text->find(text, flags)) {
        // From the other end again.
        m_text->moveCursor(isBackward ? QTextCursor::End : QTextCursor::Start);
        (void)m_text->find(text, flags);
    }
}

} // namespace lw::studio
