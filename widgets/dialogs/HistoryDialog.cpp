// SPDX-License-Identifier: GPL-3.0-or-later
//! A table of events.
#include "widgets/dialogs/HistoryDialog.h"

#include "widgets/common/Theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace lw::dialogs {

using items::HistoryListModel;

HistoryDialog::HistoryDialog(const QString& title, std::vector<items::HistoryRow> rows, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("historyDialog"));
    setWindowTitle(tr("History"));
    const bool isEmpty = rows.empty();
    m_model.setRows(std::move(rows));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    auto* heading = new QLabel(title, this);
    heading->setObjectName(QStringLiteral("historyTitle"));
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    common::setRole(heading, "title");
    column->addWidget(heading);
    if (isEmpty) {
        auto* note = new QLabel(tr("Nothing has been changed here since it was imported or added."), this);
        note->setObjectName(QStringLiteral("historyEmpty"));
        note->setWordWrap(true);
        common::setRole(note, "muted");
        column->addWidget(note);
    }
    QWidget* table = makeTable();
    column->addWidget(table, 1);
    table->setVisible(!isEmpty);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    isEmpty ? resize(520, minimumSizeHint().height()) : resize(860, 480);
}

HistoryDialog::~HistoryDialog() = default;

QWidget* HistoryDialog::makeTable()
{
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("historyTable"));
    table->setAccessibleName(tr("History"));
    table->setModel(&m_model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(30);
    QHeaderView* header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(HistoryListModel::WhenColumn, 160);
    header->resizeSection(HistoryListModel::WhoColumn, 130);
    header->resizeSection(HistoryListModel::EventColumn, 220);
    header->setStretchLastSection(true);
    return table;
}

} // namespace lw::dialogs
