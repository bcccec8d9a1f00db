// SPDX-License-Identifier: GPL-3.0-or-later
//! Restoring from the trash, deleting for good, and "Undo" behind the message of a deletion.
#pragma once

#include "app/studio/flows/FlowHost.h"
#include "models/domain/Trash.h"

#include <QList>

namespace lw::studio {

class TrashFlows final : public FlowHost {
    Q_OBJECT

public:
    using FlowHost::FlowHost;

    void restore(const QList<domain::TrashId>& ids);
    /// Asks first.
    void deleteForGood(const QList<domain::TrashId>& ids);
    /// Everything that passes `filter`; asks first.
    void empty(const domain::TrashFilter& filter);
    /// Says that something was deleted, with "Undo".
    void tellDeleted(const QString& text, domain::TrashKind kind, qint64 item);
};

} // namespace lw::studio
