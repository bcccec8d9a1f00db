// SPDX-License-Identifier: GPL-3.0-or-later
//! One line per page.
#pragma once

#include "app/studio/Route.h"

class QWidget;

namespace lw::studio {

class AppContext;
class Page;

/// The page for `route`, owned by `parent`. The route must be reachable (project open, dataset there).
[[nodiscard]] Page* makePage(const Route& route, AppContext& context, QWidget* parent);

} // namespace lw::studio
