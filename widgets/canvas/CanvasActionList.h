// SPDX-License-Identifier: GPL-3.0-or-later
//! The canvas's own actions as data, for tool bars, shortcut lists and key profiles.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace lw::canvas {

struct CanvasActionInfo {
    QString id;       ///< "undo": stable; object names are "action.canvas.<id>"
    QString text;     ///< translated, the language of the moment
    QString icon;     ///< for common::icon(); may be empty
    QStringList keys; ///< default shortcuts, portable text; may be empty
    bool isCheckable = false;
    bool isOnCanvasOnly = false; ///< its keys act only while the canvas has the keyboard (Tab)
};

/// In the order of a shortcut list. Tools are not among them: see canvasTools(). Keys of both do not clash.
[[nodiscard]] std::vector<CanvasActionInfo> canvasActionList();

} // namespace lw::canvas
