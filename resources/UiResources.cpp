// SPDX-License-Identifier: GPL-3.0-or-later
//! Registers the embedded files (Q_INIT_RESOURCE must stand outside of any namespace).
#include "resources/UiResources.h"

#include <QDir>

static void registerFiles()
{
    Q_INIT_RESOURCE(lw_ui);
}

namespace lw::resources {

void initUi()
{
    static const bool once = (registerFiles(), true);
    Q_UNUSED(once);
}

} // namespace lw::resources
