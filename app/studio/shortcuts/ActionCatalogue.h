// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything a person can do in the program, one line each: id, words, icon and keys.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace lw::studio {

/// Where an action's keys work. Keys must be unique within a scope, and the global ones everywhere.
enum class ActionScope { Global, Samples, Canvas };

struct ActionInfo {
    QString id; ///< "canvas.undo": stable, used in settings and object names
    ActionScope scope = ActionScope::Global;
    QString text;     ///< translated, the language of the moment
    QString icon;     ///< for common::icon(); may be empty
    QStringList keys; ///< of the default profile, portable text
};

/// In the order of the shortcut list, the canvas's own actions and tools included.
[[nodiscard]] std::vector<ActionInfo> actionCatalogue();
[[nodiscard]] QString scopeText(ActionScope scope);

} // namespace lw::studio
