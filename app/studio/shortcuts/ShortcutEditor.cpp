// SPDX-License-Identifier: GPL-3.0-or-later
//! A list of actions with an editing line beneath it.
#include "app/studio/shortcuts/ShortcutEditor.h"

#include "app/studio/shortcuts/ShortcutRegistry.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

namespace lw::studio {

namespace {

enum Column { NameColumn, KeysColumn, ChangedColumn };
constexpr int kIdRole = Qt::UserRole + 1;

QString keysText(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& each : keys) {
        texts.append(each.toString(QKeySequence::NativeText));
    }
    return texts.join(QStringLiteral("    "));
}

} // namespace

ShortcutEditor::ShortcutEditor(ShortcutRegistry& shortcuts, QWidget* parent) : QWidget(parent), m_shortcuts(shortcuts)
{
    setObjectName(QStringLiteral("shortcutEditor"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, common::kGrid * 2, 0, 0);
    column->setSpacing(common::kGrid);
    column->addWidget(makeHead());
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("shortcutList"));
    m_list->setAccessibleName(tr("Keys"));
    m_list->setHeaderLabels({tr("Action"), tr("Keys"), QString()});
    m_list->setUniformRowHeights(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(common::kGrid * 2);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(KeysColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ChangedColumn, QHeaderView::ResizeToContents);
    column->addWidget(m_list, 1);
    column->addWidget(makeFoot());
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showCurrent);
    connect(&shortcuts, &ShortcutRegistry::keysChanged, this, &ShortcutEditor::refreshRows);
    fill();
    showCurrent();
}

QWidget* ShortcutEditor::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    m_profile = new QComboBox(head);
    m_profile->setObjectName(QStringLiteral("keyProfileBox"));
    m_profile->setAccessibleName(tr("Key profile"));
    for (const KeyProfile& profile : m_shortcuts.profiles()) {
        m_profile->addItem(profile.name, profile.id);
    }
    m_profile->setCurrentIndex(m_profile->findData(m_shortcuts.profile()));
    m_profileHint = new QLabel(head);
    m_profileHint->setWordWrap(true);
    common::setRole(m_profileHint, "muted");
    auto* search = new common::SearchField(tr("Search actions and keys"), head);
    search->setObjectName(QStringLiteral("shortcutSearch"));
    search->setMaximumWidth(260);
    auto* resetAll = new QPushButton(tr("Reset all changes"), head);
    resetAll->setObjectName(QStringLiteral("resetAllKeys"));
    auto* label = new QLabel(tr("Key profile"), head);
    label->setBuddy(m_profile);
    row->addWidget(label);
    row->addWidget(m_profile);
    row->addWidget(m_profileHint, 1);
    row->addWidget(search);
    row->addWidget(resetAll);
    connect(m_profile, &QComboBox::activated, this,
            [this](int index) { m_shortcuts.setProfile(m_profile->itemData(index).toString()); });
    connect(search, &common::SearchField::searchChanged, this, &ShortcutEditor::filter);
    connect(resetAll, &QPushButton::clicked, this, [this] { m_shortcuts.resetAll(); });
    return head;
}

QWidget* ShortcutEditor::makeFoot()
{
    auto* foot = new QFrame(this);
    common::setRole(foot, "card");
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(12, 10, 12, 10);
    auto* row = new QHBoxLayout;
    row->setSpacing(common::kGrid);
    m_name = new QLabel(foot);
    common::setRole(m_name, "heading");
    m_keys = new QKeySequenceEdit(foot);
    m_keys->setObjectName(QStringLiteral("newKeys"));
    m_keys->setAccessibleName(tr("New keys"));
    m_keys->setFixedWidth(180);
    const auto button = [&](const char* name, const QString& text) {
        auto* made = new QPushButton(text, foot);
        made->setObjectName(QLatin1String(name));
        row->addWidget(made);
        return made;
    };
    row->addWidget(m_name, 1);
    row->addWidget(m_keys);
    m_replace = button("setKeys", tr("Replace"));
    m_add = button("addKeys", tr("Add"));
    m_clear = button("clearKeys", tr("Clear"));
    m_reset = button("resetKeys", tr("Reset"));
    m_conflict = new QLabel(foot);
    m_conflict->setObjectName(QStringLiteral("keyConflict"));
    column->addLayout(row);
    column->addWidget(m_conflict);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::showConflict);
    connect(m_replace, &QPushButton::clicked, this, [this] { take(true); });
    connect(m_add, &QPushButton::clicked, this, [this] { take(false); });
    connect(m_clear, &QPushButton::clicked, this, [this] { m_shortcuts.setKeys(currentId(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_shortcuts.reset(currentId()); });
    return foot;
}

void ShortcutEditor::fill()
{
    for (const ActionScope scope : {ActionScope::Canvas, ActionScope::Samples, ActionScope::Global}) {
        auto* group = new QTreeWidgetItem(m_list, {scopeText(scope)});
        group->setFlags(Qt::ItemIsEnabled);
        QFont bold = font();
        bold.setBold(true);
        group->setFont(NameColumn, bold);
        for (const ActionInfo& info : m_shortcuts.actions()) {
            if (info.scope == scope) {
                auto* row = new QTreeWidgetItem(group, {info.text});
                row->setData(NameColumn, kIdRole, info.id);
                if (!info.icon.isEmpty()) {
                    row->setIcon(NameColumn, common::icon(info.icon));
                }
            }
        }
        group->setExpanded(true);
    }
    refreshRows();
}

void ShortcutEditor::refreshRow(QTreeWidgetItem* row) const
{
    const QString id = row->data(NameColumn, kIdRole).toString();
    row->setText(KeysColumn, keysText(m_shortcuts.keys(id)));
    row->setText(ChangedColumn, m_shortcuts.isChanged(id) ? tr("changed") : QString());
    row->setForeground(ChangedColumn, common::colours().textMuted);
}

void ShortcutEditor::refreshRows()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* group = m_list->topLevelItem(i);
        for (int j = 0; j < group->childCount(); ++j) {
            refreshRow(group->child(j));
        }
    }
    for (const KeyProfile& profile : m_shortcuts.profiles()) {
        if (profile.id == m_shortcuts.profile()) {
            m_profileHint->setText(profile.hint);
        }
    }
    showCurrent();
}

void ShortcutEditor::filter(const QString& text)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_list->topLevelItem(i);
        int shown = 0;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* row = group->child(j);
            const bool isShown = row->text(NameColumn).contains(text, Qt::CaseInsensitive) ||
                                 row->text(KeysColumn).contains(text, Qt::CaseInsensitive);
            row->setHidden(!isShown);
            shown += isShown ? 1 : 0;
        }
        group->setHidden(shown == 0);
    }
}

QString ShortcutEditor::currentId() const
{
    const QTreeWidgetItem* row = m_list->currentItem();
    return row ? row->data(NameColumn, kIdRole).toString() : QString();
}

QKeySequence ShortcutEditor::pressed() const
{
    const QKeySequence all = m_keys->keySequence();
    return all.isEmpty() ? all : QKeySequence(all[0]);
}

void ShortcutEditor::showCurrent()
{
    const ActionInfo* info = m_shortcuts.find(currentId());
    m_name->setText(info ? info->text : tr("Choose an action to change its keys"));
    m_keys->clear();
    m_keys->setEnabled(info);
    m_clear->setEnabled(info && !m_shortcuts.keys(info->id).isEmpty());
    m_reset->setEnabled(info && m_shortcuts.isChanged(info->id));
    showConflict();
}

void ShortcutEditor::showConflict()
{
    const QKeySequence keys = pressed();
    const ActionInfo* info = m_shortcuts.find(currentId());
    m_replace->setEnabled(info && !keys.isEmpty());
    m_add->setEnabled(info && !keys.isEmpty());
    const QStringList others = info ? m_shortcuts.conflictsOf(info->id, keys) : QStringList();
    QString text;
    if (!others.isEmpty()) {
        text = tr("%1 is used by “%2”, which will lose it.")
                   .arg(keys.toString(QKeySequence::NativeText), m_shortcuts.find(others.front())->text);
    }
    m_conflict->setText(text);
    m_conflict->setVisible(!text.isEmpty());
    common::setRole(m_conflict, "error");
}

void ShortcutEditor::take(bool replaces)
{
    const QString id = currentId();
    QList<QKeySequence> keys = replaces ? QList<QKeySequence>() : m_shortcuts.keys(id);
    if (!keys.contains(pressed())) {
        keys.append(pressed());
    }
    m_shortcuts.setKeys(id, keys);
}

} // namespace lw::studio
