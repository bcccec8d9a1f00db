// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows models as rows.
#include "models/items/LibraryModelListModel.h"

#include "models/items/EngineTexts.h"
#include "models/items/Texts.h"

#include <QLocale>

#include <algorithm>

namespace lw::items {

LibraryModelListModel::LibraryModelListModel(QObject* parent) : QAbstractTableModel(parent) {}

LibraryModelListModel::~LibraryModelListModel() = default;

int LibraryModelListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_models.size());
}

int LibraryModelListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant LibraryModelListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const domain::LibraryModel& model = m_models[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(model, index.column());
    case Qt::ToolTipRole:
        return index.column() == LabelsColumn ? model.labels.mid(0, 40).join(QStringLiteral(", ")) : model.description;
    case IdRole:
        return model.id;
    case CanPredictRole:
        return model.canPredict();
    case SortRole:
        switch (index.column()) {
        case LabelsColumn:
            return model.labels.size();
        case SizeColumn:
            return model.bytes;
        case CreatedColumn:
            return model.createdAt;
        case MetricColumn: {
            const auto best = bestOf(model.metrics);
            return best ? best->value : -1.0;
        }
        default:
            return textOf(model, index.column());
        }
    default:
        return {};
    }
}

QString LibraryModelListModel::textOf(const domain::LibraryModel& model, int column) const
{
    switch (column) {
    case NameColumn:
        return modelTitle(model);
    case TaskColumn:
        return modelTaskText(model);
    case LabelsColumn:
        return model.labels.isEmpty() ? QString() : QLocale().toString(model.labels.size());
    case MetricColumn: {
        const auto best = bestOf(model.metrics);
        return best ? tr("%1 %2", "name of a number and the number")
                          .arg(metricTitle(best->name), metricText(best->name, best->value))
                    : QString();
    }
    case OriginColumn:
        return model.jobId.isEmpty() ? tr("Imported") : tr("Trained here");
    case SizeColumn:
        return bytesText(model.bytes);
    case CreatedColumn:
        return timeText(model.createdAt);
    default:
        return {};
    }
}

QVariant LibraryModelListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TaskColumn:
        return tr("Task");
    case LabelsColumn:
        return tr("Labels");
    case MetricColumn:
        return tr("Best result");
    case OriginColumn:
        return tr("Origin");
    case SizeColumn:
        return tr("Size");
    case CreatedColumn:
        return tr("Added");
    default:
        return {};
    }
}

void LibraryModelListModel::setModels(const std::vector<domain::LibraryModel>& models)
{
    if (models == m_models) {
        return;
    }
    beginResetModel();
    m_models = models;
    endResetModel();
}

const domain::LibraryModel* LibraryModelListModel::modelAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_models[static_cast<size_t>(row)] : nullptr;
}

const domain::LibraryModel* LibraryModelListModel::find(const QString& id) const
{
    return modelAt(rowOf(id));
}

int LibraryModelListModel::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_models.begin(), m_models.end(),
                                    [&](const domain::LibraryModel& model) { return model.id == id; });
    return found == m_models.end() ? -1 : static_cast<int>(found - m_models.begin());
}

QString modelTitle(const domain::LibraryModel& model)
{
    return model.version.isEmpty() ? model.name : QString(model.name + u' ' + model.version);
}

QString modelTaskText(const domain::LibraryModel& model)
{
    const QString use = model.details.value(QLatin1String("use")).toString();
    return model.type                              ? typeText(*model.type)
           : use == QLatin1String("four-clicks")   ? LibraryModelListModel::tr("For four clicks")
           : use == QLatin1String("point-and-box") ? LibraryModelListModel::tr("For point and box")
                                                   : LibraryModelListModel::tr("Weights to start from");
}

} // namespace lw::items
