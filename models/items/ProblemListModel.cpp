// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows problems as rows and writes them as CSV.
#include "models/items/ProblemListModel.h"

namespace lw::items {

ProblemListModel::ProblemListModel(ProblemText text, QObject* parent)
    : QAbstractTableModel(parent), m_text(std::move(text))
{
}

ProblemListModel::~ProblemListModel() = default;

int ProblemListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant ProblemListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const core::Problem& problem = m_problems.at(index.row());
    if (role == IsNoteRole) {
        return core::isNote(problem.code);
    }
    if (role == SortRole && index.column() == LineColumn) {
        return problem.line;
    }
    if (role == Qt::TextAlignmentRole && index.column() == LineColumn) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        // A tooltip that looks like HTML would be shown as such; file names come from outside.
        return index.data().toString().toHtmlEscaped();
    }
    if (role != Qt::DisplayRole && role != SortRole) {
        return {};
    }
    switch (index.column()) {
    case FileColumn:
        return problem.file;
    case LineColumn:
        return problem.line > 0 ? QVariant(problem.line) : QVariant(QString());
    case ReasonColumn:
        return m_text(problem);
    default:
        return {};
    }
}

QVariant ProblemListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == LineColumn) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case FileColumn:
        return tr("File");
    case LineColumn:
        return tr("Line");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

void ProblemListModel::setProblems(const QList<core::Problem>& problems, qint64 total)
{
    beginResetModel();
    m_problems = problems;
    m_total = qMax<qint64>(total, problems.size());
    endResetModel();
}

namespace {

QString csvCell(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@").contains(text.front())) {
        text.prepend(u'\t');
    }
    text.replace(u'"', QStringLiteral("\"\""));
    return QString(u'"' + text + u'"');
}

} // namespace

QByteArray problemsToCsv(const QAbstractItemModel& model)
{
    QString csv;
    const auto addLine = [&](const auto& cell) {
        for (int column = 0; column < model.columnCount(); ++column) {
            csv += (column > 0 ? QStringLiteral(",") : QString()) + csvCell(cell(column).toString());
        }
        csv += QStringLiteral("\r\n");
    };
    addLine([&](int column) { return model.headerData(column, Qt::Horizontal, Qt::DisplayRole); });
    for (int row = 0; row < model.rowCount(); ++row) {
        addLine([&](int column) { return model.index(row, column).data(); });
    }
    return csv.toUtf8();
}

} // namespace lw::items
