// SPDX-License-Identifier: GPL-3.0-or-later
//! Which key gives which label where whole samples are labelled.
#pragma once

#include "models/domain/Ids.h"

#include <QHash>
#include <QString>

class QKeyEvent;

namespace lw::document {
class LabelSet;
}

namespace lw::studio {

class ShortcutRegistry;

/// A label's own key comes first. The first ten labels have 1 to 9 and 0 besides, the others the letters that no action
/// of these pages has, in the order of the alphabet.
class LabelKeys {
public:
    LabelKeys() = default;
    LabelKeys(const ShortcutRegistry& shortcuts, const document::LabelSet& labels);

    /// The key to show beside each label that has one, portable text.
    [[nodiscard]] const QHash<domain::LabelId, QString>& shown() const { return m_shown; }
    /// Invalid if the key gives no label.
    [[nodiscard]] domain::LabelId labelFor(const QKeyEvent& event) const;

private:
    void give(domain::LabelId label, const QString& key);

    QHash<QString, domain::LabelId> m_labels;
    QHash<domain::LabelId, QString> m_shown;
};

/// True for the canvas actions that the page for labelling whole pictures has too.
[[nodiscard]] bool isOnLabellingPage(const QString& action);

} // namespace lw::studio
