// SPDX-License-Identifier: GPL-3.0-or-later
//! The list of actions. Words are marked for translation here and translated when the list is made.
#include "app/studio/shortcuts/ActionCatalogue.h"

#include "widgets/canvas/CanvasActionList.h"
#include "widgets/canvas/ToolRegistry.h"

#include <QCoreApplication>

namespace lw::studio {

namespace {

constexpr const char* kContext = "lw::studio::actions";

struct Line {
    const char* id;
    ActionScope scope;
    const char* text;
    const char* icon;
    const char* keys; ///< separated by blanks
};

using enum ActionScope;

// clang-format off
constexpr Line kLines[] = {
    {"canvas.next",              Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Next picture"), "next", "D PgDown"},
    {"canvas.previous",          Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Previous picture"), "previous", "A PgUp"},
    {"canvas.nextUnlabelled",    Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Next unlabelled picture"), "last", "Ctrl+Shift+D"},
    {"canvas.previousUnlabelled",Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Previous unlabelled picture"), "first", "Ctrl+Shift+A"},
    {"canvas.nextUseful",        Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Next picture that would teach the most"), "tag", "Ctrl+Alt+N"},
    {"canvas.jump",              Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Go to picture number…"), "list", "Ctrl+G"},
    {"canvas.confirmNext",       Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Confirm and next"), "check", "Ctrl+Return"},
    {"canvas.rejectNext",        Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Reject the proposals and next"), "cancel", "Ctrl+Del"},
    {"canvas.takeBack",          Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Take back the last review"), "undo", "Shift+Backspace"},
    {"canvas.acceptShapes",      Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Accept the selected proposals"), "check", "Shift+Return"},
    {"canvas.repeatPrevious",    Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Repeat the previous picture's shapes"), "repeat", "Ctrl+P"},
    {"canvas.hard",              Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Mark as hard"), "hard", "Ctrl+M"},
    {"canvas.stopwatch",         Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Show the stopwatch"), "stopwatch", ""},
    {"canvas.newLabel",          Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "New label"), "tag", "Ctrl+L"},
    {"canvas.singleLabel",       Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Single label"), "tag", ""},
    {"canvas.advance",           Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Advance after labelling"), "next", ""},
    {"canvas.filmstrip",         Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Show the filmstrip"), "gallery", "Ctrl+B"},
    {"canvas.panels",            Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Show the panels"), "list", "Ctrl+Alt+B"},
    {"canvas.smartLabel",        Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Smart labelling…"), "wand", "Ctrl+Alt+L"},
    {"canvas.smartRuns",         Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Runs of smart labelling…"), "history", "Ctrl+Alt+R"},
    {"canvas.teachClicks",       Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Teach four clicks"), "training", "Ctrl+Alt+T"},
    {"canvas.save",              Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Save (everything is saved at once)"), "check", "Ctrl+S"},
    {"canvas.history",           Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "History of the picture or object…"), "history", "Ctrl+Alt+H"},
    {"canvas.back",              Canvas,  QT_TRANSLATE_NOOP("lw::studio::actions", "Back to the gallery"), "gallery", "Alt+Up"},

    {"samples.open",             Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Annotate the selected picture"), "edit", "Ctrl+Return"},
    {"samples.undo",             Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Undo"), "undo", "Ctrl+Z"},
    {"samples.redo",             Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Redo"), "redo", "Ctrl+Shift+Z Ctrl+Y"},
    {"samples.search",           Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Search file names"), "search", "Ctrl+F"},
    {"samples.clearFilters",     Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Remove all filters"), "filter", "Ctrl+Shift+F"},
    {"samples.hard",             Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Mark the selection as hard"), "hard", "Ctrl+M"},
    {"samples.notHard",          Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Unmark the selection"), "", "Ctrl+Shift+M"},
    {"samples.confirm",          Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Confirm the labels of the selection"), "check", "Ctrl+Shift+Return"},
    {"samples.reject",           Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Reject the proposals of the selection"), "cancel", "Ctrl+Shift+Backspace"},
    {"samples.singleLabel",      Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Single label"), "tag", ""},
    {"samples.delete",           Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Delete the selected samples…"), "delete", "Del"},
    {"samples.addFiles",         Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Add pictures from disk…"), "add", "Ctrl+Shift+O"},
    {"samples.newLabel",         Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "New label"), "tag", "Ctrl+L"},
    {"samples.history",          Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "History of the selected sample…"), "history", "Ctrl+Alt+H"},
    {"samples.gridOrList",       Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Grid or list"), "list", "Ctrl+T"},

    {"samples.similar",          Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "More like the selection"), "similar", "Ctrl+J"},
    {"samples.duplicates",       Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Find near-duplicates"), "copy", "Ctrl+D"},
    {"samples.selectCopies",     Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Select all near-duplicates but one of each group"), "", "Ctrl+Shift+D"},
    {"samples.keepThis",         Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Keep the selected ones of their groups"), "pin", "Ctrl+Shift+K"},
    {"samples.smartLabel",       Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Smart labelling…"), "wand", "Ctrl+Shift+L"},
    {"samples.smartRuns",        Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Runs of smart labelling…"), "history", "Ctrl+Alt+R"},
    {"samples.labelNext",        Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Label these next"), "tag", "Ctrl+Alt+N"},
    {"samples.map",              Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Map of the pictures"), "map", "Ctrl+Alt+M"},
    {"samples.group",            Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Auto-grouping…"), "group", "Ctrl+Alt+G"},
    {"samples.checkLabels",      Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Labels to check…"), "search", "Ctrl+Alt+C"},
    {"samples.usualOrder",       Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Back to the usual order"), "", "Ctrl+Shift+J"},

    {"dataset.new",              Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "New dataset…"), "add", "Ctrl+N"},
    {"dataset.import",           Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Import…"), "import", "Ctrl+I"},
    {"dataset.sync",             Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Synchronize with the input location"), "sync", "F5"},
    {"dataset.export",           Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Export…"), "export", "Ctrl+E"},
    {"dataset.publish",          Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Publish a version…"), "publish", "Ctrl+P"},
    {"dataset.edit",             Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Edit the dataset…"), "settings", "F4"},

    {"training.new",             Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Train a model…"), "training", "Ctrl+Shift+T"},
    {"training.compare",         Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Compare the selected jobs"), "compare", ""},
    {"models.import",            Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Import a model…"), "import", ""},
    {"models.importAssistant",   Samples, QT_TRANSLATE_NOOP("lw::studio::actions", "Import an assistant…"), "prompt", ""},

    {"nav.back",                 Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Back"), "back", "Alt+Left"},
    {"nav.forward",              Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Forward"), "forward", "Alt+Right"},
    {"nav.projects",             Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Projects"), "home", "Alt+1"},
    {"nav.datasets",             Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Datasets"), "datasets", "Alt+2"},
    {"nav.overview",             Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Overview of the dataset"), "overview", "Alt+3"},
    {"nav.samples",              Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Samples of the dataset"), "gallery", "Alt+4"},
    {"nav.canvas",               Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Annotate"), "edit", "Alt+5"},
    {"nav.versions",             Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Versions of the dataset"), "version", "Alt+6"},
    {"nav.training",             Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Training jobs"), "training", "Alt+9"},
    {"nav.models",               Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Models"), "model", "Alt+0"},
    {"nav.tasks",                Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Tasks"), "tasks", "Alt+7"},
    {"nav.trash",                Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Trash"), "trash", "Alt+8"},
    {"nav.settings",             Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Settings"), "settings", "Ctrl+,"},
    {"nav.help",                 Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Help"), "help", "F1"},
    {"app.newProject",           Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "New project…"), "add", "Ctrl+Shift+N"},
    {"app.openProject",          Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Open a project…"), "folder-open", "Ctrl+O"},
    {"app.palette",              Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Find an action"), "search", "Ctrl+K Ctrl+Shift+P"},
    {"app.shortcutCard",         Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Show all keys"), "keyboard", "Shift+F1"},
    {"app.fullScreen",           Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Full screen"), "fullscreen", "F11"},
    {"app.quit",                 Global,  QT_TRANSLATE_NOOP("lw::studio::actions", "Quit"), "", "Ctrl+Q"},
};
// clang-format on

void addTools(std::vector<ActionInfo>& actions)
{
    for (const canvas::ToolInfo& tool : canvas::canvasTools()) {
        actions.push_back({QStringLiteral("canvas.tool.") + tool.id, Canvas,
                           QCoreApplication::translate("lw::studio::actions", "Tool: %1").arg(tool.text), tool.icon,
                           tool.keys});
    }
}

void addCanvasActions(std::vector<ActionInfo>& actions)
{
    for (const canvas::CanvasActionInfo& each : canvas::canvasActionList()) {
        actions.push_back({QStringLiteral("canvas.") + each.id, Canvas, each.text, each.icon, each.keys});
    }
}

} // namespace

std::vector<ActionInfo> actionCatalogue()
{
    std::vector<ActionInfo> actions;
    addTools(actions);
    addCanvasActions(actions);
    for (const Line& line : kLines) {
        actions.push_back({QLatin1String(line.id), line.scope, QCoreApplication::translate(kContext, line.text),
                           QLatin1String(line.icon),
                           QString::fromLatin1(line.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)});
    }
    return actions;
}

QString scopeText(ActionScope scope)
{
    switch (scope) {
    case Canvas:
        return QCoreApplication::translate("lw::studio::actions", "Canvas");
    case Samples:
        return QCoreApplication::translate("lw::studio::actions", "Datasets and samples");
    case Global:
        break;
    }
    return QCoreApplication::translate("lw::studio::actions", "Program");
}

} // namespace lw::studio
