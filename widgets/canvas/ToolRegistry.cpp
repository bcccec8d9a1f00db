// SPDX-License-Identifier: GPL-3.0-or-later
//! One line for each tool.
#include "widgets/canvas/ToolRegistry.h"

#include "widgets/canvas/tools/BoxTool.h"
#include "widgets/canvas/tools/BrushTool.h"
#include "widgets/canvas/tools/CircleTool.h"
#include "widgets/canvas/tools/DashedLineTool.h"
#include "widgets/canvas/tools/EllipseTool.h"
#include "widgets/canvas/tools/ExtremeTool.h"
#include "widgets/canvas/tools/LineTool.h"
#include "widgets/canvas/tools/PointTool.h"
#include "widgets/canvas/tools/PolygonTool.h"
#include "widgets/canvas/tools/PolylineTool.h"
#include "widgets/canvas/tools/PromptTool.h"
#include "widgets/canvas/tools/RotatedBoxTool.h"
#include "widgets/canvas/tools/ScissorsTool.h"
#include "widgets/canvas/tools/SelectTool.h"
#include "widgets/canvas/tools/SkeletonTool.h"
#include "widgets/canvas/tools/WandTool.h"

#include <QCoreApplication>

namespace lw::canvas {

namespace {

template <typename T> std::unique_ptr<Tool> make(ToolContext& context)
{
    return std::make_unique<T>(context);
}

QString translated(const char* text)
{
    return QCoreApplication::translate("lw::canvas::tools", text);
}

QString id(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

std::vector<ToolInfo> canvasTools()
{
    using domain::ShapeKind;
    // clang-format off
    return {
        {id("select"), {}, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Select")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click a shape to select it, drag to move it, drag a handle to reshape it.")), id("select"), {id("V"), id("Ctrl+J")}, make<SelectTool>, ToolGroup::Select},
        {id("box"), ShapeKind::BoundingBox, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Box")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click two corners, or drag. Shift makes a square.")), id("box"), {id("W"), id("R")}, make<BoxTool>, ToolGroup::Boxes},
        {id("rotated"), ShapeKind::RotatedBox, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Rotated box")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click both ends of an edge, then how wide the box is. Shift: steps of 15 degrees.")), id("rotated-box"), {id("O")}, make<RotatedBoxTool>, ToolGroup::Boxes},
        {id("circle"), ShapeKind::Circle, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Circle")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click the centre and a point of the circle, or drag.")), id("circle"), {id("Shift+C")}, make<CircleTool>, ToolGroup::Boxes},
        {id("ellipse"), ShapeKind::Ellipse, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Ellipse")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click two corners of the box around it, or drag. Shift makes a circle. The upper handle turns it.")), id("ellipse"), {id("Shift+O")}, make<EllipseTool>, ToolGroup::Boxes},
        {id("polygon"), ShapeKind::Polygon, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Polygon")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click the points; Enter or a click on the first one closes it. Drag with Shift to draw freehand.")), id("polygon"), {id("P")}, make<PolygonTool>, ToolGroup::Lines},
        {id("polyline"), ShapeKind::Polyline, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Polyline")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click the points; Enter or a double click ends it. Drag with Shift to draw freehand.")), id("polyline"), {id("L")}, make<PolylineTool>, ToolGroup::Lines},
        {id("line"), ShapeKind::Line, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Line")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click both ends, or drag. Shift keeps it straight.")), id("line"), {id("Shift+L")}, make<LineTool>, ToolGroup::Lines},
        {id("dashed"), ShapeKind::DashedLine, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Dashed line")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click both ends, or drag. Shift keeps it straight.")), id("dashed-line"), {id("Shift+D")}, make<DashedLineTool>, ToolGroup::Lines},
        {id("point"), ShapeKind::Point, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Point")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click to set a point.")), id("point"), {id("Shift+P")}, make<PointTool>, ToolGroup::Points},
        {id("skeleton"), ShapeKind::Skeleton, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Skeleton")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Drag a box for the joints of the label, then drag single joints. U changes how one is seen.")), id("skeleton"), {id("K")}, make<SkeletonTool>, ToolGroup::Points},
        {id("extreme"), ShapeKind::Polygon, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Four clicks")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click the topmost, leftmost, lowest and rightmost point of an object; its outline is found. C shows the next guess, Enter takes it.")), id("extreme-points"), {id("Shift+E")}, make<ExtremeTool>, ToolGroup::Regions, true},
        {id("prompt"), {}, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Point and box")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click into an object or drag a box around it; Alt or Shift and a click says what is not part of it. Enter takes the outline.")), id("prompt"), {id("Shift+A")}, make<PromptTool>, ToolGroup::Regions, true, true},
        {id("scissors"), ShapeKind::Polygon, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Scissors")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click along an outline: the line follows the edges. Shift keeps it straight. Enter or a click on the first point closes it.")), id("scissors"), {id("Shift+I")}, make<ScissorsTool>, ToolGroup::Regions, true},
        {id("brush"), ShapeKind::Mask, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Brush")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Paint a mask; with a mask selected, add to it. [ and ], or Shift and the wheel, change the size; Ctrl erases.")), id("brush"), {id("Shift+B")}, make<BrushTool>, ToolGroup::Regions, true},
        {id("eraser"), ShapeKind::Mask, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Eraser")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Erase from a mask. [ and ], or Shift and the wheel, change the size; Ctrl paints.")), id("eraser"), {id("Alt+B")}, make<EraserTool>, ToolGroup::Regions, true},
        {id("wand"), ShapeKind::Mask, translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Magic wand")), translated(QT_TRANSLATE_NOOP("lw::canvas::tools", "Click a colour; Shift adds, Ctrl takes away. [ and ] change the tolerance, C takes the colour everywhere, Enter ends.")), id("wand"), {id("Shift+W")}, make<WandTool>, ToolGroup::Regions, true},
    };
    // clang-format on
}

} // namespace lw::canvas
