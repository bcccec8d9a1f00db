// SPDX-License-Identifier: GPL-3.0-or-later
//! The studio's own icons, drawn from SVG in the colours of the active theme.
#pragma once

#include <QIcon>

class QColor;
class QString;

namespace lw::common {

/// The icon `name` from resources/icons without suffix ("zoom-in"). Drawn in the theme's text colour, muted when
/// disabled, in the accent colour when checked (QIcon::On); follows a theme switch and is crisp at every size and
/// pixel ratio. A null icon when there is no such file. GUI thread only.
[[nodiscard]] QIcon icon(const QString& name);

/// The same in one fixed colour, faded when disabled: icons on a coloured button, status icons. GUI thread only.
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour);

/// The program's own icon in full colour. GUI thread only.
[[nodiscard]] QIcon appIcon();

} // namespace lw::common
