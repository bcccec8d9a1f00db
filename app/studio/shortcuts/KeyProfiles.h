// SPDX-License-Identifier: GPL-3.0-or-later
//! Ready sets of keys for people who come from another tool.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace lw::studio {

struct KeyProfile {
    QString id;                       ///< "default", "cvat", "labelme", "labelimg", "labelstudio"
    QString name;                     ///< the tool's name; "Labelwright" for the default
    QString hint;                     ///< translated: what is typical of it, one sentence
    QHash<QString, QStringList> keys; ///< by action id, where they differ from the default profile
    bool wheelZooms = true;           ///< what the plain wheel does in that tool
};

/// The default profile first. It follows what the majority of tools does.
[[nodiscard]] std::vector<KeyProfile> keyProfiles();

} // namespace lw::studio
