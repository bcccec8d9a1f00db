// SPDX-License-Identifier: GPL-3.0-or-later
//! Table and tools for a list of problems.
#include "widgets/panels/ProblemsView.h"

#include "models/items/ProblemListModel.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace lw::panels {

using items::ProblemListModel;

ProblemsView::ProblemsView(ProblemListModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_shown(new QSortFilterProxyModel(this)), m_table(new QTableView(this)),
      m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("problemsView"));
    setAccessibleName(tr("Problems"));
    m_shown->setSourceModel(&m_model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setSortRole(ProblemListModel::SortRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid);
    column->addWidget(makeTools());
    makeTable();
    column->addWidget(m_table, 1);
    connect(m_shown, &QAbstractItemModel::modelReset, this, &ProblemsView::refreshCount);
    connect(m_shown, &QAbstractItemModel::rowsInserted, this, &ProblemsView::refreshCount);
    connect(m_shown, &QAbstractItemModel::rowsRemoved, this, &ProblemsView::refreshCount);
    refreshCount();
}

QWidget* ProblemsView::makeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    auto* search = new common::SearchField(tr("Search problems"), tools);
    search->setObjectName(QStringLiteral("searchProblems"));
    search->setMaximumWidth(280);
    m_count->setObjectName(QStringLiteral("problemCount"));
    common::setRole(m_count, "muted");
    auto* copyButton = new QPushButton(common::icon(QStringLiteral("copy")), tr("Copy"), tools);
    copyButton->setObjectName(QStringLiteral("copyProblems"));
    copyButton->setToolTip(tr("Copy the selected rows, or all (Ctrl+C)"));
    auto* saveButton = new QPushButton(common::icon(QStringLiteral("export")), tr("Save as CSV…"), tools);
    saveButton->setObjectName(QStringLiteral("saveProblems"));
    row->addWidget(search, 1);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(copyButton);
    row->addWidget(saveButton);
    connect(search, &common::SearchField::searchChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(copyButton, &QPushButton::clicked, this, &ProblemsView::copy);
    connect(saveButton, &QPushButton::clicked, this, &ProblemsView::save);
    return tools;
}

void ProblemsView::makeTable()
{
    m_table->setObjectName(QStringLiteral("problemTable"));
    m_table->setAccessibleName(tr("Problems"));
    m_table->setModel(m_shown);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ProblemListModel::FileColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(ProblemListModel::LineColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(ProblemListModel::ReasonColumn, QHeaderView::Stretch);
    header->resizeSection(ProblemListModel::FileColumn, 320);
    header->resizeSection(ProblemListModel::LineColumn, 80);
    auto* copyKey = new QShortcut(QKeySequence::Copy, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, &ProblemsView::copy);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        const core::Problem& problem = m_model.problems().at(m_shown->mapToSource(index).row());
        Q_EMIT fileActivated(problem.file, problem.line);
    });
}

void ProblemsView::setFileWidth(int width)
{
    m_table->horizontalHeader()->resizeSection(ProblemListModel::FileColumn, width);
}

void ProblemsView::refreshCount()
{
    const qint64 kept = m_model.rowCount();
    const int shown = m_shown->rowCount();
    if (shown < kept) {
        m_count->setText(tr("%L1 of %L2 problems").arg(shown).arg(kept));
    } else if (m_model.total() > kept) {
        m_count->setText(tr("The first %L1 of %L2 problems").arg(kept).arg(m_model.total()));
    } else {
        m_count->setText(tr("%n problems", nullptr, shown));
    }
}

void ProblemsView::copy() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty()) {
        for (int row = 0; row < m_shown->rowCount(); ++row) {
            rows.append(row);
        }
    }
    QStringList lines;
    for (int row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < m_shown->columnCount(); ++column) {
            cells.append(m_shown->index(row, column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ProblemsView::save()
{
    const QString path = common::chooseSaveFile(this, {.title = tr("Save problems"),
                                                       .start = tr("problems.csv"),
                                                       .filter = tr("CSV files (*.csv)"),
                                                       .defaultSuffix = QStringLiteral("csv")});
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(items::problemsToCsv(*m_shown)) < 0 || !file.commit()) {
        common::showError(this, tr("The problems could not be saved"), tr("“%1” could not be written.").arg(path),
                          file.errorString());
    }
}

} // namespace lw::panels
