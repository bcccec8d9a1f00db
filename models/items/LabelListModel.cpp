// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows a label set and writes edits back to it.
#include "models/items/LabelListModel.h"

#include "models/core/WhenDone.h"
#include "models/document/LabelSet.h"

#include <QColor>
#include <QMimeData>

#include <algorithm>

namespace lw::items {

namespace {

QString rowMimeType()
{
    return QStringLiteral("application/x-labelwright-label-row");
}

bool isSameSequence(const std::vector<domain::Label>& a, const std::vector<domain::Label>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const domain::Label& x, const domain::Label& y) { return x.id == y.id; });
}

} // namespace

LabelListModel::LabelListModel(document::LabelSet& labels, QObject* parent)
    : QAbstractTableModel(parent), m_set(labels), m_labels(labels.labels())
{
    connect(&m_set, &document::LabelSet::changed, this, &LabelListModel::reload);
}

LabelListModel::~LabelListModel() = default;

int LabelListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_labels.size());
}

int LabelListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant LabelListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const domain::Label& label = m_labels[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(label, index.column());
    case Qt::DecorationRole:
        return index.column() == NameColumn ? QVariant(QColor::fromRgba(label.colour)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == NameColumn ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return tipOf(label, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn
                   ? QVariant(tr("%1, %n objects", nullptr, int(label.annotations)).arg(label.name))
                   : tipOf(label, index.column());
    case IdRole:
        return label.id.value;
    case ColourRole:
        return QColor::fromRgba(label.colour);
    case ShortcutRole:
        return label.shortcut;
    case SamplesRole:
        return label.samples;
    case AnnotationsRole:
        return label.annotations;
    case HiddenRole:
        return label.isHidden;
    case LockedRole:
        return label.isLocked;
    default:
        return {};
    }
}

QVariant LabelListModel::textOf(const domain::Label& label, int column) const
{
    switch (column) {
    case NameColumn:
        return label.name;
    case ShortcutColumn:
        return label.shortcut;
    case SamplesColumn:
        return label.samples;
    case AnnotationsColumn:
        return label.annotations;
    default:
        return {};
    }
}

QVariant LabelListModel::tipOf(const domain::Label& label, int column) const
{
    switch (column) {
    case NameColumn:
        return label.name;
    case ShortcutColumn:
        return label.shortcut.isEmpty() ? tr("No shortcut") : tr("Press %1 to choose this label").arg(label.shortcut);
    case SamplesColumn:
        return tr("%n samples", nullptr, static_cast<int>(label.samples));
    case AnnotationsColumn:
        return tr("%n objects", nullptr, static_cast<int>(label.annotations));
    case HiddenColumn:
        return label.isHidden ? tr("Hidden: click to show its objects") : tr("Shown: click to hide its objects");
    case LockedColumn:
        return label.isLocked ? tr("Locked: click to allow changes to its objects")
                              : tr("Not locked: click to protect its objects");
    default:
        return {};
    }
}

bool LabelListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    domain::Label label = m_labels[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::EditRole: {
        const QString name = value.toString().trimmed();
        if (index.column() == NameColumn && !name.isEmpty() && name != label.name) {
            Q_EMIT renameRequested(label.id, name);
        }
        return false;
    }
    case ColourRole:
        label.colour = value.value<QColor>().rgb();
        break;
    case ShortcutRole:
        label.shortcut = value.toString();
        break;
    case HiddenRole:
        label.isHidden = value.toBool();
        break;
    case LockedRole:
        label.isLocked = value.toBool();
        break;
    default:
        return false;
    }
    return write(label);
}

bool LabelListModel::write(const domain::Label& label)
{
    const int row = rowOf(label.id);
    if (m_labels[static_cast<size_t>(row)] == label) {
        return false;
    }
    // Shown at once; the label set's next change, or a failure, brings the truth.
    m_labels[static_cast<size_t>(row)] = label;
    Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
    core::whenDone(m_set.update(label), this, [this](const core::Result<>& result) {
        if (!result) {
            reload();
            Q_EMIT editFailed(result.error());
        }
    });
    return true;
}

QVariant LabelListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Label");
    case ShortcutColumn:
        return tr("Shortcut");
    case SamplesColumn:
        return tr("Samples");
    case AnnotationsColumn:
        return tr("Objects");
    case HiddenColumn:
        return tr("Hidden");
    case LockedColumn:
        return tr("Locked");
    default:
        return {};
    }
}

Qt::ItemFlags LabelListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::ItemIsDropEnabled;
    }
    const Qt::ItemFlags flags =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    return index.column() == NameColumn ? flags | Qt::ItemIsEditable : flags;
}

Qt::DropActions LabelListModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList LabelListModel::mimeTypes() const
{
    return {rowMimeType()};
}

QMimeData* LabelListModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty()) {
        return nullptr;
    }
    auto* data = new QMimeData; // the caller owns it
    data->setData(rowMimeType(), QByteArray::number(idAt(indexes.first().row()).value));
    return data;
}

bool LabelListModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent)
{
    const int from = rowOf(domain::LabelId(data->data(rowMimeType()).toLongLong()));
    if (action != Qt::MoveAction || from < 0) {
        return false;
    }
    moveLabel(from, row >= 0 ? row : parent.isValid() ? parent.row() : rowCount());
    // False although it worked: a view that hears true removes the dragged row itself.
    return false;
}

domain::LabelId LabelListModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_labels[static_cast<size_t>(row)].id : domain::LabelId();
}

int LabelListModel::rowOf(domain::LabelId id) const
{
    const auto found =
        std::find_if(m_labels.begin(), m_labels.end(), [id](const domain::Label& l) { return l.id == id; });
    return found == m_labels.end() ? -1 : static_cast<int>(found - m_labels.begin());
}

void LabelListModel::moveLabel(int from, int to)
{
    if (from < 0 || from >= rowCount() || to < 0 || to > rowCount() || to == from || to == from + 1) {
        return;
    }
    beginMoveRows({}, from, from, {}, to);
    const auto begin = m_labels.begin();
    if (to > from) {
        std::rotate(begin + from, begin + from + 1, begin + to);
    } else {
        std::rotate(begin + to, begin + from, begin + from + 1);
    }
    endMoveRows();
    m_isReordering = true;
    for (int row = 0; row < rowCount(); ++row) {
        domain::Label& label = m_labels[static_cast<size_t>(row)];
        if (label.position != row) {
            label.position = row;
            ++m_pendingMoves;
            core::whenDone(m_set.update(label), this, [this](const core::Result<>& result) { finishMove(result); });
        }
    }
    m_isReordering = m_pendingMoves > 0;
}

void LabelListModel::finishMove(const core::Result<>& result)
{
    if (--m_pendingMoves == 0) {
        m_isReordering = false;
        reload();
    }
    if (!result) {
        Q_EMIT editFailed(result.error());
    }
}

void LabelListModel::reload()
{
    if (m_isReordering) {
        return; // the positions are half written; finishMove() comes back
    }
    const std::vector<domain::Label>& labels = m_set.labels();
    if (!isSameSequence(m_labels, labels)) {
        beginResetModel();
        m_labels = labels;
        endResetModel();
        return;
    }
    for (size_t i = 0; i < labels.size(); ++i) {
        if (m_labels[i] != labels[i]) {
            m_labels[i] = labels[i];
            const int row = static_cast<int>(i);
            Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
        }
    }
}

} // namespace lw::items
