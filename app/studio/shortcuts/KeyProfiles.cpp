// SPDX-License-Identifier: GPL-3.0-or-later
//! What differs from the default for each tool. An action that loses its key to another one is listed too.
#include "app/studio/shortcuts/KeyProfiles.h"

#include <QCoreApplication>

namespace lw::studio {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lw::studio::KeyProfiles)
};

struct Difference {
    const char* id;
    const char* keys; ///< separated by blanks; empty: none
};

template <size_t N> QHash<QString, QStringList> toHash(const Difference (&differences)[N])
{
    QHash<QString, QStringList> keys;
    for (const Difference& each : differences) {
        keys.insert(QLatin1String(each.id), QString::fromLatin1(each.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    return keys;
}

constexpr Difference kCvat[] = {
    {"canvas.next", "F PgDown"},
    {"canvas.previous", "D PgUp"},
    {"canvas.nextUnlabelled", "C"},
    {"canvas.previousUnlabelled", "Shift+F"},
    {"canvas.tool.box", "N"},
    {"canvas.tool.polygon", "Shift+N"},
    {"canvas.tool.select", "Ctrl+J"},
    {"canvas.repeatPrevious", "Ctrl+B"},
    {"canvas.filmstrip", "Ctrl+Shift+B"},
    {"canvas.zoomToNext", "J"},
    {"canvas.zoomToPrevious", "Shift+J"},
    {"canvas.delete", "Del Shift+Del"},
    {"nav.settings", "F2 Ctrl+,"},
};

constexpr Difference kLabelme[] = {
    {"canvas.next", "D Ctrl+Shift+D PgDown"},
    {"canvas.previous", "A Ctrl+Shift+A PgUp"},
    {"canvas.nextUnlabelled", "Ctrl+Alt+D"},
    {"canvas.previousUnlabelled", "Ctrl+Alt+A"},
    {"canvas.tool.box", "Ctrl+R"},
    {"canvas.tool.polygon", "Ctrl+N"},
    {"canvas.tool.select", "Ctrl+J"},
    {"canvas.showShapes", "T"},
    {"canvas.stay", "Shift+Alt+T"},
    {"app.openProject", "Ctrl+O Ctrl+U"},
};

constexpr Difference kLabelImg[] = {
    {"canvas.tool.box", "W"},         {"canvas.tool.select", "Ctrl+J"},       {"canvas.repeatPrevious", "Ctrl+V"},
    {"canvas.paste", "Ctrl+Shift+V"}, {"canvas.showShapes", "Ctrl+H Ctrl+A"}, {"canvas.selectAll", "Ctrl+Alt+A"},
    {"canvas.zoomIn", "Ctrl++"},      {"canvas.actualSize", "Ctrl+= Ctrl+0"}, {"app.openProject", "Ctrl+O Ctrl+U"},
};

constexpr Difference kLabelStudio[] = {
    {"canvas.next", "Ctrl+Right Ctrl+Space PgDown"},
    {"canvas.previous", "Ctrl+Left PgUp"},
    {"canvas.nextUnlabelled", "Ctrl+Shift+Right"},
    {"canvas.previousUnlabelled", "Ctrl+Shift+Left"},
    {"canvas.delete", "Backspace Del"},
    {"canvas.clearShapes", "Ctrl+Backspace Ctrl+Shift+Del"},
    {"canvas.resetDrag", "Ctrl+Alt+Backspace"},
    {"canvas.showShapes", "Alt+H H"},
};

} // namespace

std::vector<KeyProfile> keyProfiles()
{
    return {
        {QStringLiteral("default"),
         QStringLiteral("Labelwright"),
         Texts::tr("What most tools agree on: D and A change the picture, W draws a box, Ctrl+Z undoes."),
         {},
         true},
        {QStringLiteral("cvat"), QStringLiteral("CVAT"),
         Texts::tr("F and D change the picture, N draws, the wheel zooms."), toHash(kCvat), true},
        {QStringLiteral("labelme"), QStringLiteral("labelme"),
         Texts::tr("D and A change the picture, Ctrl+R and Ctrl+N draw, Ctrl with the wheel zooms."), toHash(kLabelme),
         false},
        {QStringLiteral("labelimg"), QStringLiteral("labelImg"),
         Texts::tr("W draws a box, D and A change the picture, Ctrl+V repeats the boxes of the previous one."),
         toHash(kLabelImg), false},
        {QStringLiteral("labelstudio"), QStringLiteral("Label Studio"),
         Texts::tr("Ctrl+Right and Ctrl+Left change the picture, Backspace deletes, digits choose labels."),
         toHash(kLabelStudio), false},
    };
}

} // namespace lw::studio
