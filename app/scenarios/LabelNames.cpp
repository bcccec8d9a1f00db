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
    return make(std::move(label));
}

core::Result<LabelId> LabelNames::make(domain::Label label)
{
    core::Result<LabelId> made = m_writer.addLabel(label);
    if (!made && made.error().code == core::ErrorCode::AlreadyExists) {
        // Another process or the window made it a moment ago.
        if (auto loaded = reload(); !loaded) {
            return core::failure(loaded.error());
        }
        if (const auto known = m_ids.constFind(label.name); known != m_ids.constEnd()) {
            return *known;
        }
    }
    if (made) {
        m_ids.insert(label.name, *made);
    }
    return made;
}

core::Result<> LabelNames::declare(const domain::Label& declared)
{
    if (!domain::isValidLabelName(declared.name)) {
        return {};
    }
    if (!m_isLoaded) {
        if (auto loaded = reload(); !loaded) {
            return loaded;
        }
    }
    if (!m_ids.contains(declared.name)) {
        domain::Label label;
        label.name = declared.name;
        label.colour = declared.colour;
        label.attributes = declared.attributes;
        label.skeleton = declared.skeleton;
        const core::Result<LabelId> made = make(std::move(label));
        return made ? core::Result<>() : core::Result<>(core::failure(made.error()));
    }
    if (!declared.skeleton.joints.isEmpty()) {
        m_skeletons.push_back(declared);
    }
    return {};
}

void LabelNames::addSkeletons()
{
    if (m_skeletons.empty()) {
        return;
    }
    store::LabelRepository labels(m_store);
    const auto existing = labels.list(m_dataset);
    if (!existing) {
        return;
    }
    for (const domain::Label& declared : m_skeletons) {
        const auto found = std::find_if(existing->begin(), existing->end(),
                                        [&](const domain::Label& label) { return label.name == declared.name; });
        if (found != existing->end() && found->skeleton.joints.isEmpty()) {
            domain::Label label = *found;
            label.skeleton = declared.skeleton;
            labels.update(label).waitForFinished();
        }
    }
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
