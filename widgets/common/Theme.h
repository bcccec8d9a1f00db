// SPDX-License-Identifier: GPL-3.0-or-later
//! The studio's look: one set of named colours, light or dark, and the style sheet made from it.
#pragma once

#include <QColor>

#include <array>

class QApplication;
class QString;
class QWidget;

namespace lw::common {

/// What the person chose in the settings; System follows the desktop that the program was started on.
enum class ThemeMode { Light, Dark, System };

/// Colours by purpose. Take one by its purpose, never by its looks, so that both themes stay readable.
struct ThemeColours {
    QColor window;     ///< behind everything
    QColor surface;    ///< lists, fields, cards
    QColor raised;     ///< headers, tool bars, buttons
    QColor border;     ///< hairlines between surfaces
    QColor text;       ///< ordinary text and icons
    QColor textMuted;  ///< secondary text, disabled icons
    QColor accent;     ///< primary buttons, links, focus ring, current tab
    QColor accentText; ///< text on `accent`
    QColor accentSoft; ///< quiet accent background: badges, current navigation entry
    QColor hover;      ///< background under the mouse
    QColor selection;  ///< background of selected rows
    QColor success;
    QColor warning;
    QColor danger;
    QColor canvas;               ///< around a picture, and behind a thumbnail
    std::array<QColor, 8> chart; ///< series colours that colour-blind people can tell apart
};

/// Colours of the active theme (light before applyTheme() was called). GUI thread only.
[[nodiscard]] const ThemeColours& colours();

/// True while the dark theme is active. GUI thread only.
[[nodiscard]] bool isDark();

/// The mode last given to applyTheme(). GUI thread only.
[[nodiscard]] ThemeMode themeMode();

/// Sets style, palette, font and style sheet of the whole program. Widgets that computed something from colours()
/// must be rebuilt afterwards; icons from icon() follow by themselves. GUI thread only.
void applyTheme(QApplication& application, ThemeMode mode);

/// Gives a widget one of the looks of resources/styles/studio.qss and shows it at once. Buttons: "primary", "danger",
/// "flat", "link", "nav"; frames: "card", "bar", "sidebar", "panel", "separator"; labels: "title", "heading", "muted",
/// "error", "badge", "number", "key"; item views: "plain".
void setRole(QWidget* widget, const char* role);

/// Name used in the settings file: "light", "dark" or "system".
[[nodiscard]] QString themeModeName(ThemeMode mode);

/// The mode with that settings name; System for anything else.
[[nodiscard]] ThemeMode themeModeFromName(const QString& name);

/// Black or white, whichever reads better as text on `background`.
[[nodiscard]] QColor readableOn(const QColor& background);

/// `top` laid over `bottom` with the given opacity (0 to 1); the result is opaque.
[[nodiscard]] QColor blended(const QColor& bottom, const QColor& top, double opacity);

/// Spacing grid in device-independent pixels; use multiples of it for margins and gaps.
inline constexpr int kGrid = 8;
/// Corner radius of controls in device-independent pixels.
inline constexpr int kRadius = 6;

} // namespace lw::common
