// SPDX-License-Identifier: GPL-3.0-or-later
//! Registers the embedded files (Q_INIT_RESOURCE must stand outside of any namespace).
#include "translations/Translations.h"

#include <QDir>

static void registerFiles()
{
    Q_INIT_RESOURCE(lw_i18n);
}

namespace lw::translations {

void init()
{
    static const bool once = (registerFiles(), true);
    Q_UNUSED(once);
}

} // namespace lw::translations
