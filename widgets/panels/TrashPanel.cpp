// SPDX-License-Identifier: GPL-3.0-or-later
//! Filters and buttons above a table.
#include "widgets/panels/TrashPanel.h"

#include "models/items/TrashListModel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace lw::panels {

using domain::TrashKind;
using items::TrashListModel;

namespace {

/// Ctrl+A takes this many rows at most; more of them go by "Empty trash".
constexpr int kMostSelected = 50'000;

/// The icon of the kind before the name: models know no icons.
class KindDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto kind = static_cast<TrashKind>(index.data(TrashListModel::KindRole).toInt());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = common::icon(items::trashKindIcon(kind));
        option->decorationSize = QSize(18, 18);
    }
};

} // namespace

TrashPanel::TrashPanel(TrashListModel& model, QWidget* parent) : QFrame(parent), m_model(model)
{
    setObjectName(QStringLiteral("trashPanel"));
    setAccessibleName(tr("Trash"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid);
    column->addWidget(makeTools());
    m_stack = new QStackedWidget(this);
    makeTable();
    m_nothing = new common::EmptyState(QStringLiteral("trash"), {}, {}, m_stack);
    m_nothing->setObjectName(QStringLiteral("trashEmpty"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    setFocusProxy(m_table);
    column->addWidget(m_stack, 1);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("trashNote"));
    common::setRole(m_note, "muted");
    column->addWidget(m_note);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TrashPanel::refresh);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TrashPanel::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashPanel::refresh);
    refresh();
}

TrashPanel::~TrashPanel() = default;

QPushButton* TrashPanel::addButton(QWidget* tools, const char* name, const char* icon, const QString& text,
                                   const QString& tip)
{
    auto* button = new QPushButton(common::icon(QLatin1String(icon)), text, tools);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setToolTip(tip);
    tools->layout()->addWidget(button);
    return button;
}

QWidget* TrashPanel::makeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    m_kind = new QComboBox(tools);
    m_kind->setObjectName(QStringLiteral("trashKind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setToolTip(tr("Show only this kind"));
    m_kind->addItem(tr("All kinds"), -1);
    for (const TrashKind kind : {TrashKind::Sample, TrashKind::Label, TrashKind::Dataset, TrashKind::Version}) {
        m_kind->addItem(common::icon(items::trashKindIcon(kind)), items::trashKindText(kind), int(kind));
    }
    m_dataset = new QComboBox(tools);
    m_dataset->setObjectName(QStringLiteral("trashDataset"));
    m_dataset->setAccessibleName(tr("Dataset"));
    m_dataset->setToolTip(tr("Show only what was in this dataset"));
    m_dataset->setMinimumContentsLength(16);
    m_dataset->addItem(tr("All datasets"), qint64(0));
    row->addWidget(m_kind);
    row->addWidget(m_dataset);
    row->addStretch(1);
    m_restore = addButton(tools, "restoreButton", "restore", tr("Restore"),
                          tr("Put the selected things back into their places (Enter)"));
    m_purge = addButton(tools, "purgeButton", "delete", tr("Delete for good"),
                        tr("Delete the selected things for good (Del)"));
    m_empty = addButton(tools, "emptyTrashButton", "clear-shapes", tr("Empty trash…"),
                        tr("Delete for good all that the filters show"));
    connect(m_kind, &QComboBox::activated, this, &TrashPanel::applyFilter);
    connect(m_dataset, &QComboBox::activated, this, &TrashPanel::applyFilter);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested(selection()); });
    connect(m_purge, &QPushButton::clicked, this, [this] { Q_EMIT purgeRequested(selection()); });
    connect(m_empty, &QPushButton::clicked, this, [this] { Q_EMIT emptyRequested(m_model.filter()); });
    return tools;
}

void TrashPanel::makeTable()
{
    m_table = new QTableView(m_stack);
    m_table->setObjectName(QStringLiteral("trashTable"));
    m_table->setAccessibleName(tr("What is in the trash"));
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(TrashListModel::NameColumn, new KindDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(32);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(TrashListModel::NameColumn, QHeaderView::Stretch);
    header->resizeSection(TrashListModel::KindColumn, 110);
    header->resizeSection(TrashListModel::DatasetColumn, 180);
    header->resizeSection(TrashListModel::ByColumn, 130);
    header->resizeSection(TrashListModel::WhenColumn, 170);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::customContextMenuRequested, this, &TrashPanel::openMenu);
}

bool TrashPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::SelectAll)) {
            selectAll();
            return true;
        }
        const QList<domain::TrashId> chosen = selection();
        if (!chosen.isEmpty() && key->key() == Qt::Key_Delete) {
            Q_EMIT purgeRequested(chosen);
            return true;
        }
        if (!chosen.isEmpty() && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            Q_EMIT restoreRequested(chosen);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void TrashPanel::selectAll()
{
    m_model.fetchUpTo(kMostSelected);
    m_table->selectAll();
}

QList<domain::TrashId> TrashPanel::selection() const
{
    QList<domain::TrashId> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        if (const domain::TrashEntry* entry = m_model.entryAt(index.row())) {
            ids.append(entry->id);
        }
    }
    return ids;
}

void TrashPanel::setCounts(const std::vector<domain::TrashCount>& counts)
{
    m_counts = counts;
    const qint64 chosen = m_dataset->currentData().toLongLong();
    while (m_dataset->count() > 1) {
        m_dataset->removeItem(1);
    }
    for (const domain::TrashCount& count : counts) {
        if (m_dataset->findData(count.dataset.value) < 0) {
            m_dataset->addItem(count.datasetName, count.dataset.value);
        }
    }
    const int row = m_dataset->findData(chosen);
    m_dataset->setCurrentIndex(qMax(0, row));
    if (row < 0) {
        applyFilter();
    }
    refresh();
}

void TrashPanel::applyFilter()
{
    domain::TrashFilter filter;
    const int kind = m_kind->currentData().toInt();
    if (kind >= 0) {
        filter.kind = static_cast<TrashKind>(kind);
    }
    filter.dataset = domain::DatasetId(m_dataset->currentData().toLongLong());
    m_model.setFilter(filter);
}

void TrashPanel::refresh()
{
    qint64 total = 0, shown = 0;
    const domain::TrashFilter& filter = m_model.filter();
    for (const domain::TrashCount& count : m_counts) {
        total += count.count;
        const bool passes = (!filter.kind || *filter.kind == count.kind) &&
                            (!filter.dataset.isValid() || filter.dataset == count.dataset);
        shown += passes ? count.count : 0;
    }
    const bool isEmpty = m_model.rowCount() == 0;
    m_nothing->setTitle(total == 0 ? tr("The trash is empty") : tr("Nothing of this kind"));
    m_nothing->setText(total == 0 ? tr("Samples, labels, datasets and versions that are deleted wait here. Files on "
                                       "disk stay where they are.")
                                  : tr("Other kinds or datasets have something in the trash."));
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    const auto selected = m_table->selectionModel()->selectedRows().size();
    m_restore->setEnabled(selected > 0);
    m_purge->setEnabled(selected > 0);
    m_empty->setEnabled(!isEmpty);
    m_note->setVisible(!isEmpty);
    //: %1 of %2 things in the trash are selected
    m_note->setText(selected > 0 ? tr("%L1 of %L2 selected").arg(selected).arg(shown)
                                 : tr("%Ln things", nullptr, int(shown)));
}

void TrashPanel::openMenu(const QPoint& position)
{
    const QList<domain::TrashId> chosen = selection();
    if (chosen.isEmpty()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(common::icon(QStringLiteral("restore")), tr("Restore\tEnter"), this,
                    [this, chosen] { Q_EMIT restoreRequested(chosen); });
    menu->addSeparator();
    menu->addAction(common::icon(QStringLiteral("delete")), tr("Delete for good\tDel"), this,
                    [this, chosen] { Q_EMIT purgeRequested(chosen); });
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace lw::panels
