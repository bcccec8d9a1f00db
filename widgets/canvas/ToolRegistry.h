// SPDX-License-Identifier: GPL-3.0-or-later
//! The list of canvas tools; a new tool is a new pair of files and one line in ToolRegistry.cpp.
#pragma once

#include "models/domain/Shape.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lw::canvas {

class Tool;
class ToolContext;

/// Tools that belong together stand together.
enum class ToolGroup { Select, Boxes, Lines, Points, Regions };

struct ToolInfo {
    QString id;                            ///< "select", "box", …: stable, used in settings and object names
    std::optional<domain::ShapeKind> kind; ///< what it draws
    QString text;                          ///< translated
    QString hint;                          ///< translated: how it is used, one sentence
    QString icon;                          ///< for common::icon()
    QStringList keys;                      ///< default shortcuts, portable text
    std::function<std::unique_ptr<Tool>(ToolContext&)> make;
    ToolGroup group = ToolGroup::Select;
    bool needsVision = false;    ///< not offered without image processing
    bool needsAssistant = false; ///< not offered without an imported assistant; draws ToolContext::foundShape()
};

/// In the order of the tool bar; the first one selects. Texts are in the language of the moment.
[[nodiscard]] std::vector<ToolInfo> canvasTools();

} // namespace lw::canvas
