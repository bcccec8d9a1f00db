// SPDX-License-Identifier: GPL-3.0-or-later
//! The labels of one dataset, kept current, with the order in which they were last used.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Label.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <vector>

namespace lw::store {
class Store;
}

namespace lw::document {

/// GUI thread only.
class LabelSet final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelSet)

public:
    LabelSet(store::Store& store, domain::DatasetId dataset, QObject* parent = nullptr);

    [[nodiscard]] domain::DatasetId datasetId() const { return m_dataset; }
    /// In the order of the label set.
    [[nodiscard]] const std::vector<domain::Label>& labels() const { return m_labels; }
    [[nodiscard]] const domain::Label* find(domain::LabelId id) const;
    [[nodiscard]] const domain::Label* findByName(const QString& name) const;
    [[nodiscard]] const domain::Label* findByShortcut(const QString& portableKey) const;
    /// Last used first, then the label set's order.
    [[nodiscard]] std::vector<domain::Label> byRecency() const;
    /// The label last used, or the first of the set; invalid when there are none.
    [[nodiscard]] domain::LabelId current() const;
    /// Remembers that `id` was used (kept across restarts).
    void use(domain::LabelId id);

    /// Adds a label with the next palette colour. Errors in the future: InvalidArgument (name, DS-3), AlreadyExists.
    [[nodiscard]] QFuture<core::Result<domain::LabelId>> create(const QString& name, std::optional<domain::Rgb> colour = {});
    /// Writes name, colour, shortcut, attributes, isHidden, isLocked, position of `label`. Errors: InvalidArgument,
    /// AlreadyExists (name or shortcut), NotFound.
    [[nodiscard]] QFuture<core::Result<>> update(const domain::Label& label);

Q_SIGNALS:
    /// Labels were added, removed, changed, or their counts moved.
    void changed();
    /// current() is another label.
    void currentChanged(lw::domain::LabelId id);

private:
    void reload();

    store::Store& m_store;
    domain::DatasetId m_dataset;
    std::vector<domain::Label> m_labels;
    std::vector<domain::LabelId> m_recent;
};

} // namespace lw::document
