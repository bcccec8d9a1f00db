// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows versions as rows.
#include "models/items/VersionListModel.h"

#include "models/items/Texts.h"

#include <algorithm>

namespace lw::items {

VersionListModel::VersionListModel(QObject* parent) : QAbstractTableModel(parent) {}

VersionListModel::~VersionListModel() = default;

int VersionListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

int VersionListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant VersionListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const domain::Version& version = m_versions[static_cast<size_t>(index.row())];
    switch (role) {
    case IdRole:
        return version.id.value;
    case IsCurrentRole:
        return version.id == m_current;
    case IsDraftRole:
        return version.isDraft;
    case Qt::ToolTipRole:
        return version.description;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case NameColumn:
        return version.name;
    case CreatedColumn:
        return timeText(version.createdAt);
    case SamplesColumn:
        return version.samples;
    case AnnotationsColumn:
        return version.annotations;
    case SplitColumn:
        return version.trainRatio ? percentText(*version.trainRatio) : QString();
    default:
        return {};
    }
}

QVariant VersionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Version");
    case CreatedColumn:
        return tr("Published");
    case SamplesColumn:
        return tr("Samples");
    case AnnotationsColumn:
        return tr("Objects");
    case SplitColumn:
        return tr("Training share");
    default:
        return {};
    }
}

void VersionListModel::setVersions(const std::vector<domain::Version>& versions, domain::VersionId current)
{
    if (versions == m_versions && current == m_current) {
        return;
    }
    beginResetModel();
    m_versions = versions;
    m_current = current;
    endResetModel();
}

const domain::Version* VersionListModel::versionAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_versions[static_cast<size_t>(row)] : nullptr;
}

int VersionListModel::rowOf(domain::VersionId id) const
{
    const auto found =
        std::find_if(m_versions.begin(), m_versions.end(), [id](const domain::Version& v) { return v.id == id; });
    return found == m_versions.end() ? -1 : static_cast<int>(found - m_versions.begin());
}

} // namespace lw::items
