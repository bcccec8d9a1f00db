// SPDX-License-Identifier: GPL-3.0-or-later
//! A field over a list of actions; words may come in any order.
#include "app/studio/shortcuts/CommandPalette.h"

#include "app/studio/shortcuts/ShortcutRegistry.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::studio {

namespace {

constexpr int kWidth = 560;
constexpr int kRows = 9;
constexpr int kRowHeight = 32;
constexpr int kKeysRole = Qt::UserRole + 1;
constexpr int kEntryRole = Qt::UserRole + 2;

/// The keys stand at the end of the row in a quiet colour.
class PaletteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, kRowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->save();
        painter->setPen(common::colours().textMuted);
        painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(kKeysRole).toString());
        painter->restore();
    }
};

bool matches(const QString& text, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(const ShortcutRegistry& shortcuts, const QList<QAction*>& actions, QWidget* window)
    : QFrame(window, Qt::Popup)
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find an action"));
    setAttribute(Qt::WA_DeleteOnClose);
    common::setRole(this, "card");
    for (QAction* action : actions) {
        const ActionInfo* info = shortcuts.find(action->property(kActionIdProperty).toString());
        if (info && action->isEnabled()) {
            const QString text = QStringLiteral("%1: %2").arg(scopeText(info->scope), info->text);
            m_entries.append({action, text, shortcuts.keys(info->id).value(0).toString(QKeySequence::NativeText)});
        }
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid, common::kGrid, common::kGrid, common::kGrid);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("paletteSearch"));
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->installEventFilter(this);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Actions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    common::setRole(m_list, "plain");
    column->addWidget(m_search);
    column->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    filter({});
}

void CommandPalette::popUp()
{
    const QWidget* window = parentWidget();
    const QSize size(std::min(kWidth + 2 * common::kGrid, window->width() - 40), 56 + kRows * kRowHeight);
    setGeometry(QRect(window->mapToGlobal(QPoint((window->width() - size.width()) / 2, 64)), size));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_list->clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        if (entry.action && matches(entry.text, words)) {
            auto* item = new QListWidgetItem(entry.action->icon(), entry.text, m_list);
            item->setData(kKeysRole, entry.keys);
            item->setData(kEntryRole, i);
        }
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::moveCurrent(int step)
{
    const int count = m_list->count();
    if (count > 0) {
        m_list->setCurrentRow((m_list->currentRow() + step + count) % count);
    }
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    const QPointer<QAction> action = item ? m_entries[item->data(kEntryRole).toLongLong()].action : nullptr;
    close();
    if (action) {
        // After the popup is gone: the action may open a dialog or change the page.
        QTimer::singleShot(0, action, &QAction::trigger);
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            moveCurrent(1);
            return true;
        case Qt::Key_Up:
            moveCurrent(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace lw::studio
