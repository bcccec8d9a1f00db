// SPDX-License-Identifier: GPL-3.0-or-later
//! One line for each action.
#include "widgets/canvas/CanvasActionList.h"

#include <QCoreApplication>

namespace lw::canvas {

namespace {

enum class Kind { Plain, Checkable, OnCanvasOnly };

struct Line {
    const char* id;
    const char* text;
    const char* icon;
    const char* keys; ///< separated by blanks
    Kind kind = Kind::Plain;
};

// clang-format off
constexpr Line kLines[] = {
    {"undo",            QT_TRANSLATE_NOOP("lw::canvas::actions", "Undo"), "undo", "Ctrl+Z"},
    {"redo",            QT_TRANSLATE_NOOP("lw::canvas::actions", "Redo"), "redo", "Ctrl+Shift+Z Ctrl+Y"},
    {"resetDrag",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Revert the last drag"), "reset", "Ctrl+Backspace"},
    {"delete",          QT_TRANSLATE_NOOP("lw::canvas::actions", "Delete the selected shapes"), "delete", "Del"},
    {"clearShapes",     QT_TRANSLATE_NOOP("lw::canvas::actions", "Clear all shapes"), "clear-shapes", "Ctrl+Shift+Del"},
    {"copy",            QT_TRANSLATE_NOOP("lw::canvas::actions", "Copy"), "copy", "Ctrl+C"},
    {"paste",           QT_TRANSLATE_NOOP("lw::canvas::actions", "Paste"), "paste", "Ctrl+V"},
    {"duplicate",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Duplicate"), "copy", "Ctrl+D"},
    {"selectAll",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Select all"), "select", "Ctrl+A"},
    {"selectNext",      QT_TRANSLATE_NOOP("lw::canvas::actions", "Select the next shape"), "", "Tab", Kind::OnCanvasOnly},
    {"selectPrevious",  QT_TRANSLATE_NOOP("lw::canvas::actions", "Select the previous shape"), "", "Shift+Tab", Kind::OnCanvasOnly},
    {"grabNext",        QT_TRANSLATE_NOOP("lw::canvas::actions", "Select the next corner"), "", "G", Kind::OnCanvasOnly},
    {"grabPrevious",    QT_TRANSLATE_NOOP("lw::canvas::actions", "Select the previous corner"), "", "Shift+G", Kind::OnCanvasOnly},
    {"changeLabel",     QT_TRANSLATE_NOOP("lw::canvas::actions", "Change the label…"), "tag", "Ctrl+E"},
    {"difficult",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Difficult"), "", "Y", Kind::Checkable},
    {"truncated",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Truncated"), "", "E", Kind::Checkable},
    {"occluded",        QT_TRANSLATE_NOOP("lw::canvas::actions", "Occluded"), "", "Q", Kind::Checkable},
    {"shapeHard",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Hard example"), "", "Shift+H", Kind::Checkable},
    {"jointState",      QT_TRANSLATE_NOOP("lw::canvas::actions", "Joint: visible, covered, absent"), "skeleton", "U"},
    {"orderUp",         QT_TRANSLATE_NOOP("lw::canvas::actions", "Bring forward"), "order-up", "Ctrl+]"},
    {"orderDown",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Send backward"), "order-down", "Ctrl+["},
    {"orderTop",        QT_TRANSLATE_NOOP("lw::canvas::actions", "Bring to front"), "", "Ctrl+Alt+]"},
    {"orderBottom",     QT_TRANSLATE_NOOP("lw::canvas::actions", "Send to back"), "", "Ctrl+Alt+["},
    {"toMask",          QT_TRANSLATE_NOOP("lw::canvas::actions", "Convert to mask"), "mask", "Ctrl+Shift+R"},
    {"toPolygon",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Convert to polygon"), "polygon", "Ctrl+Shift+Y"},
    {"fillHoles",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Fill holes"), "", "Ctrl+Shift+L"},
    {"joinParts",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Join the selected shapes"), "", "Ctrl+Shift+J"},
    {"cutHole",         QT_TRANSLATE_NOOP("lw::canvas::actions", "Cut the smaller shapes out of the largest"), "", "Ctrl+Shift+K"},
    {"zoomIn",          QT_TRANSLATE_NOOP("lw::canvas::actions", "Zoom in"), "zoom-in", "Ctrl++ Ctrl+="},
    {"zoomOut",         QT_TRANSLATE_NOOP("lw::canvas::actions", "Zoom out"), "zoom-out", "Ctrl+-"},
    {"fit",             QT_TRANSLATE_NOOP("lw::canvas::actions", "Fit to window"), "zoom-fit", "Ctrl+F"},
    {"actualSize",      QT_TRANSLATE_NOOP("lw::canvas::actions", "Actual size"), "zoom-original", "Ctrl+0"},
    {"zoomToObject",    QT_TRANSLATE_NOOP("lw::canvas::actions", "Zoom to the selected shape"), "zoom-object", "Z"},
    {"zoomToNext",      QT_TRANSLATE_NOOP("lw::canvas::actions", "Zoom to the next shape"), "", "N"},
    {"zoomToPrevious",  QT_TRANSLATE_NOOP("lw::canvas::actions", "Zoom to the previous shape"), "", "Shift+N"},
    {"showShapes",      QT_TRANSLATE_NOOP("lw::canvas::actions", "Show shapes"), "show", "H", Kind::Checkable},
    {"names",           QT_TRANSLATE_NOOP("lw::canvas::actions", "Show names"), "tags", "Ctrl+Shift+H", Kind::Checkable},
    {"crosshair",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Crosshair"), "crosshair", "X", Kind::Checkable},
    {"pixelGrid",       QT_TRANSLATE_NOOP("lw::canvas::actions", "Pixel grid"), "", "Shift+X", Kind::Checkable},
    {"snap",            QT_TRANSLATE_NOOP("lw::canvas::actions", "Snap to shapes and border"), "snap", "Shift+S", Kind::Checkable},
    {"wholePixels",     QT_TRANSLATE_NOOP("lw::canvas::actions", "Whole pixels"), "", "Ctrl+Shift+W", Kind::Checkable},
    {"stay",            QT_TRANSLATE_NOOP("lw::canvas::actions", "Stay in draw mode"), "stay", "T", Kind::Checkable},
    {"askLabel",        QT_TRANSLATE_NOOP("lw::canvas::actions", "Ask for the label of each shape"), "tag", "Shift+T", Kind::Checkable},
    {"adjust",          QT_TRANSLATE_NOOP("lw::canvas::actions", "Brightness and contrast"), "brightness", "B", Kind::Checkable},
};
// clang-format on

} // namespace

std::vector<CanvasActionInfo> canvasActionList()
{
    std::vector<CanvasActionInfo> list;
    for (const Line& line : kLines) {
        list.push_back({QString::fromLatin1(line.id), QCoreApplication::translate("lw::canvas::actions", line.text),
                        QString::fromLatin1(line.icon),
                        QString::fromLatin1(line.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts),
                        line.kind == Kind::Checkable, line.kind == Kind::OnCanvasOnly});
    }
    return list;
}

} // namespace lw::canvas
