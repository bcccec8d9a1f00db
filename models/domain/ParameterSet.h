// SPDX-License-Identifier: GPL-3.0-or-later
//! Job parameters that were saved under a name (TR-5).
#pragma once

#include <QJsonObject>
#include <QString>

namespace lw::domain {

struct ParameterSet {
    QString name; ///< not changed once it is saved
    QString description;
    QString algorithm; ///< id
    QJsonObject values;
    qint64 changedAt = 0; ///< ms since 1970 UTC

    bool operator==(const ParameterSet&) const = default;
};

} // namespace lw::domain
