// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows the annotations of the open sample.
#include "models/items/ObjectListModel.h"

#include "models/document/LabelSet.h"
#include "models/document/SampleDocument.h"
#include "models/domain/Frames.h"
#include "models/items/Texts.h"

#include <QColor>

#include <algorithm>
#include <cmath>

namespace lw::items {

ObjectListModel::ObjectListModel(document::SampleDocument& document, document::LabelSet& labels, QObject* parent)
    : QAbstractTableModel(parent), m_document(document), m_labels(labels), m_rows(current())
{
    connect(&m_document, &document::SampleDocument::changed, this, &ObjectListModel::applyChange);
    connect(&m_labels, &document::LabelSet::changed, this, [this] {
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
        }
    });
}

ObjectListModel::~ObjectListModel() = default;

int ObjectListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ObjectListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant ObjectListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const domain::Annotation& annotation = m_rows[static_cast<size_t>(index.row())];
    const domain::Label* label = m_labels.find(annotation.labelId);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(annotation, index.column());
    case Qt::DecorationRole:
        return index.column() == LabelColumn && label ? QVariant(QColor::fromRgba(label->colour)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() == SizeColumn ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return tipOf(annotation);
    case IdRole:
        return annotation.id.value;
    case ColourRole:
        return label ? QVariant(QColor::fromRgba(label->colour)) : QVariant();
    case KindRole:
        return static_cast<int>(annotation.shape.kind);
    case IsHiddenRole:
        return label && label->isHidden;
    default:
        return {};
    }
}

QVariant ObjectListModel::textOf(const domain::Annotation& annotation, int column) const
{
    switch (column) {
    case LabelColumn: {
        const domain::Label* label = m_labels.find(annotation.labelId);
        return label ? label->name : tr("Unknown label");
    }
    case KindColumn:
        return shapeText(annotation.shape.kind);
    case SizeColumn: {
        if (const auto frame = domain::frameOf(annotation.shape)) {
            return pixelsText(static_cast<int>(std::lround(frame->width)), static_cast<int>(std::lround(frame->height)));
        }
        const QRectF box = annotation.shape.boundingRect();
        return pixelsText(static_cast<int>(std::lround(box.width())), static_cast<int>(std::lround(box.height())));
    }
    case FlagsColumn:
        return flagsText(annotation);
    case ConfidenceColumn:
        return annotation.confidence ? percentText(*annotation.confidence) : QString();
    default:
        return {};
    }
}

QString ObjectListModel::flagsText(const domain::Annotation& annotation) const
{
    QStringList flags;
    if (annotation.isHard) {
        flags.append(tr("hard"));
    }
    if (annotation.isDifficult) {
        flags.append(tr("difficult"));
    }
    if (annotation.isTruncated) {
        flags.append(tr("truncated"));
    }
    if (annotation.isOccluded) {
        flags.append(tr("occluded"));
    }
    return flags.join(QStringLiteral(", "));
}

QString ObjectListModel::tipOf(const domain::Annotation& annotation) const
{
    QStringList lines;
    if (const QString flags = flagsText(annotation); !flags.isEmpty()) {
        lines.append(flags);
    }
    for (auto it = annotation.attributes.begin(); it != annotation.attributes.end(); ++it) {
        lines.append(QStringLiteral("%1 = %2").arg(it.key(), it.value()));
    }
    if (!annotation.author.isEmpty()) {
        lines.append(tr("Made by %1").arg(annotation.author));
    }
    return lines.join(u'\n').toHtmlEscaped();
}

QVariant ObjectListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LabelColumn:
        return tr("Label");
    case KindColumn:
        return tr("Shape");
    case SizeColumn:
        return tr("Size");
    case FlagsColumn:
        return tr("Marks");
    case ConfidenceColumn:
        return tr("Confidence");
    default:
        return {};
    }
}

domain::AnnotationId ObjectListModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].id : domain::AnnotationId();
}

int ObjectListModel::rowOf(domain::AnnotationId id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const domain::Annotation& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::vector<domain::Annotation> ObjectListModel::current() const
{
    return {m_document.annotations().rbegin(), m_document.annotations().rend()};
}

void ObjectListModel::reset()
{
    beginResetModel();
    m_rows = current();
    endResetModel();
}

void ObjectListModel::applyChange(const document::DocumentChange& change)
{
    if (change.isReset) {
        reset();
        return;
    }
    // One run of rows usually comes or goes; what is equal at both ends stays where it is.
    std::vector<domain::Annotation> rows = current();
    const auto isSameId = [](const domain::Annotation& a, const domain::Annotation& b) { return a.id == b.id; };
    const auto head = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(), isSameId);
    const auto first = head.first - m_rows.begin();
    const auto tail = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(head.first), rows.rbegin(),
                                    std::make_reverse_iterator(head.second), isSameId);
    const auto same = tail.first - m_rows.rbegin();
    const auto removed = static_cast<std::ptrdiff_t>(m_rows.size()) - first - same;
    const auto inserted = static_cast<std::ptrdiff_t>(rows.size()) - first - same;
    const int at = static_cast<int>(first);
    if (removed > 0) {
        beginRemoveRows({}, at, at + static_cast<int>(removed) - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + removed);
        endRemoveRows();
    }
    if (inserted > 0) {
        beginInsertRows({}, at, at + static_cast<int>(inserted) - 1);
        m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.begin() + first + inserted);
        endInsertRows();
    }
    for (domain::AnnotationId id : change.annotations) {
        if (const int row = rowOf(id); row >= 0) {
            m_rows[static_cast<size_t>(row)] = std::move(rows[static_cast<size_t>(row)]);
            Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
        }
    }
}

} // namespace lw::items
