// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks labels up and makes them.
#include "app/scenarios/LabelNames.h"

#include "models/store/LabelRepository.h"

#include <algorithm>

namespace lw::scenarios {

using domain::LabelId;

LabelNames::LabelNames(store::Store& store, domain::DatasetId dataset, store::BulkWriter& writer)
    : m_store(store), m_dataset(dataset), m_writer(writer)
{
}

core::Result<> LabelNames::reload()
{
    const auto labels = store::LabelRepository(m_store).list(m_dataset);
    if (!labels) {
        return core::failure(labels.error());
    }
    for (const domain::Label& label : *labels) {
        m_ids.insert(label.name, label.id);
    }
    m_isLoaded = true;
    return {};
}

core::Result<LabelId> LabelNames::id(const QString& name)
{
    if (!m_isLoaded) {
        if (auto loaded = reload(); !loaded) {
            return core::failure(loaded.error());
        }
    }
    if (const auto known = m_ids.constFind(name); known != m_ids.constEnd()) {
        return *known;
    }
    domain::Label label;
    label.name = name;
    label.colour = 0; // transparent: the next one of the palette
    core::Result<LabelId> made = m_writer.addLabel(label);
    if (!made && made.error().code == core::ErrorCode::AlreadyExists) {
        // Another process or the window made it a moment ago.
        if (auto loaded = reload(); !loaded) {
            return core::failure(loaded.error());
        }
        if (const auto known = m_ids.constFind(name); known != m_ids.constEnd()) {
            return *known;
        }
    }
    if (made) {
        m_ids.insert(name, *made);
    }
    return made;
}

core::Result<QList<LabelId>> labelIds(store::Store& store, domain::DatasetId dataset, const QStringList& names)
{
    const auto labels = store::LabelRepository(store).list(dataset);
    if (!labels) {
        return core::failure(labels.error());
    }
    QList<LabelId> ids;
    for (const QString& name : names) {
        const auto found = std::find_if(labels->begin(), labels->end(),
                                        [&name](const domain::Label& label) { return label.name == name; });
        if (found == labels->end()) {
            return core::failure(core::ErrorCode::NotFound, name);
        }
        ids.append(found->id);
    }
    return ids;
}

core::Result<QHash<LabelId, QString>> labelNames(store::Store& store, domain::DatasetId dataset)
{
    const auto labels = store::LabelRepository(store).list(dataset);
    if (!labels) {
        return core::failure(labels.error());
    }
    QHash<LabelId, QString> names;
    for (const domain::Label& label : *labels) {
        names.insert(label.id, label.name);
    }
    return names;
}

} // namespace lw::scenarios
