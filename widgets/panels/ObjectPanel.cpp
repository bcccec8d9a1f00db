// SPDX-License-Identifier: GPL-3.0-or-later
//! List of objects above the fields of the selected ones.
#include "widgets/panels/ObjectPanel.h"

#include "models/items/ObjectListModel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/ObjectFields.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::panels {

namespace commands = document::commands;

namespace {

/// What the style sheet puts around the text of a cell.
constexpr int kCellPadding = 16;

} // namespace
using items::ObjectListModel;

ObjectPanel::ObjectPanel(document::SampleDocument& document, document::LabelSet& labels, QWidget* parent)
    : QFrame(parent), m_document(document), m_model(new ObjectListModel(document, labels, this)),
      m_header(new common::SectionHeader(tr("Objects"), this)), m_list(new QTreeView(this)),
      m_fields(new ObjectFields(document, labels, this))
{
    setObjectName(QStringLiteral("objectPanel"));
    setAccessibleName(tr("Objects"));
    makeList();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(common::kGrid);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    auto* line = new QFrame(this);
    common::setRole(line, "separator");
    column->addWidget(line);
    column->addWidget(m_fields);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ObjectPanel::refreshNote);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ObjectPanel::refreshNote);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ObjectPanel::refreshNote);
    refreshNote();
}

ObjectPanel::~ObjectPanel() = default;

void ObjectPanel::makeList()
{
    m_list->setObjectName(QStringLiteral("objectList"));
    m_list->setAccessibleName(tr("Objects"));
    common::setRole(m_list, "plain");
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setIconSize({12, 12});
    m_list->setHeaderHidden(true);
    m_list->setIndentation(0);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    QHeaderView* header = m_list->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(20);
    // Not ResizeToContents: that makes room for the hidden titles too and leaves none for the label.
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(ObjectListModel::LabelColumn, QHeaderView::Stretch);
    header->resizeSection(ObjectListModel::SizeColumn,
                          fontMetrics().horizontalAdvance(QStringLiteral("0000 × 0000 ")) + kCellPadding);
    header->resizeSection(ObjectListModel::ConfidenceColumn,
                          fontMetrics().horizontalAdvance(QStringLiteral("100 % ")) + kCellPadding);
    m_list->setColumnHidden(ObjectListModel::FlagsColumn, true);
    m_list->setColumnHidden(ObjectListModel::KindColumn, true);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ObjectPanel::applySelection);
    connect(m_list, &QTreeView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT zoomRequested(m_model->idAt(index.row())); });
    connect(m_list, &QTreeView::customContextMenuRequested, this, &ObjectPanel::openMenu);
}

bool ObjectPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isDelete = key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace;
        if (isDelete && !m_isReadOnly && !selection().empty()) {
            commands::removeShapes(m_document, selection());
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_list->currentIndex().isValid()) {
            Q_EMIT zoomRequested(m_model->idAt(m_list->currentIndex().row()));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ObjectPanel::refreshNote()
{
    m_header->setNote(QLocale().toString(m_model->rowCount()));
}

void ObjectPanel::setAuthor(const QString& author)
{
    m_fields->setAuthor(author);
}

void ObjectPanel::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_fields->setHidden(isReadOnly);
}

commands::Ids ObjectPanel::selection() const
{
    commands::Ids ids;
    for (const QModelIndex& index : m_list->selectionModel()->selectedRows()) {
        ids.push_back(m_model->idAt(index.row()));
    }
    return ids;
}

void ObjectPanel::setSelection(const commands::Ids& ids)
{
    m_isSyncing = true;
    QItemSelection rows;
    QModelIndex first;
    for (domain::AnnotationId id : ids) {
        const QModelIndex index = m_model->index(m_model->rowOf(id), 0);
        if (index.isValid()) {
            rows.select(index, index.siblingAtColumn(ObjectListModel::kColumnCount - 1));
            first = first.isValid() ? first : index;
        }
    }
    m_list->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (first.isValid()) {
        m_list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_list->scrollTo(first);
    }
    m_isSyncing = false;
    m_fields->setObjects(ids);
}

void ObjectPanel::applySelection()
{
    if (!m_isSyncing) {
        const commands::Ids ids = selection();
        m_fields->setObjects(ids);
        Q_EMIT selectionChanged(ids);
    }
}

void ObjectPanel::openMenu(const QPoint& position)
{
    const commands::Ids ids = selection();
    if (ids.empty()) {
        return;
    }
    QMenu menu(this);
    menu.addAction(common::icon(QStringLiteral("zoom-object")), tr("Zoom to it\tEnter"), this,
                   [&] { Q_EMIT zoomRequested(ids.front()); });
    menu.addAction(common::icon(QStringLiteral("history")), tr("History…"), this,
                   [&] { Q_EMIT historyRequested(ids.front()); });
    if (!m_isReadOnly) {
        menu.addSeparator();
        const auto addOrder = [&](const QString& icon, const QString& text, commands::OrderMove move) {
            menu.addAction(common::icon(icon), text, this, [&, move] { commands::changeOrder(m_document, ids, move); });
        };
        addOrder(QStringLiteral("order-up"), tr("Bring to front"), commands::OrderMove::ToTop);
        addOrder(QStringLiteral("order-down"), tr("Send to back"), commands::OrderMove::ToBottom);
        menu.addSeparator();
        menu.addAction(common::icon(QStringLiteral("delete")), tr("Delete\tDel"), this,
                       [&] { commands::removeShapes(m_document, ids); });
    }
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

} // namespace lw::panels
