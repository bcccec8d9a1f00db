// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows the store's labels of one dataset.
#include "models/document/LabelSet.h"

#include "models/store/LabelRepository.h"

#include <algorithm>

namespace lw::document {

using domain::Label;
using domain::LabelId;

LabelSet::LabelSet(store::Store& store, domain::DatasetId dataset, QObject* parent)
    : QObject(parent), m_store(store), m_dataset(dataset)
{
    connect(&m_store, &store::Store::changed, this, [this](const store::Change& change) {
        if (change.kinds.testFlag(store::Change::Labels) && (!change.dataset.isValid() || change.dataset == m_dataset)) {
            reload();
        }
    });
    reload();
    if (auto recent = store::LabelRepository(m_store).recent(m_dataset)) {
        m_recent = std::move(*recent);
    }
}

void LabelSet::reload()
{
    auto labels = store::LabelRepository(m_store).list(m_dataset);
    if (!labels) {
        return; // the old set stays; the store tells about the failure
    }
    const LabelId before = current();
    m_labels = std::move(*labels);
    std::erase_if(m_recent, [this](LabelId id) { return find(id) == nullptr; });
    Q_EMIT changed();
    if (current() != before) {
        Q_EMIT currentChanged(current());
    }
}

const Label* LabelSet::find(LabelId id) const
{
    const auto found =
        std::find_if(m_labels.begin(), m_labels.end(), [id](const Label& label) { return label.id == id; });
    return found == m_labels.end() ? nullptr : &*found;
}

const Label* LabelSet::findByName(const QString& name) const
{
    const auto found =
        std::find_if(m_labels.begin(), m_labels.end(), [&](const Label& label) { return label.name == name; });
    return found == m_labels.end() ? nullptr : &*found;
}

const Label* LabelSet::findByShortcut(const QString& portableKey) const
{
    const auto found = std::find_if(m_labels.begin(), m_labels.end(), [&](const Label& label) {
        return !portableKey.isEmpty() && label.shortcut.compare(portableKey, Qt::CaseInsensitive) == 0;
    });
    return found == m_labels.end() ? nullptr : &*found;
}

std::vector<Label> LabelSet::byRecency() const
{
    std::vector<Label> ordered;
    for (LabelId id : m_recent) {
        ordered.push_back(*find(id));
    }
    for (const Label& label : m_labels) {
        if (std::find(m_recent.begin(), m_recent.end(), label.id) == m_recent.end()) {
            ordered.push_back(label);
        }
    }
    return ordered;
}

LabelId LabelSet::current() const
{
    if (!m_recent.empty()) {
        return m_recent.front();
    }
    return m_labels.empty() ? LabelId() : m_labels.front().id;
}

void LabelSet::use(LabelId id)
{
    if (find(id) == nullptr || (!m_recent.empty() && m_recent.front() == id)) {
        return;
    }
    std::erase(m_recent, id);
    m_recent.insert(m_recent.begin(), id);
    store::LabelRepository(m_store).markUsed(id);
    Q_EMIT currentChanged(id);
}

QFuture<core::Result<LabelId>> LabelSet::create(const QString& name, std::optional<domain::Rgb> colour)
{
    Label label;
    label.datasetId = m_dataset;
    label.name = name.trimmed();
    label.colour = colour.value_or(0); // transparent: the store takes the next one of the palette
    return store::LabelRepository(m_store).create(label);
}

QFuture<core::Result<>> LabelSet::update(const Label& label)
{
    return store::LabelRepository(m_store).update(label);
}

} // namespace lw::document
