// SPDX-License-Identifier: GPL-3.0-or-later
//! Names for what is restored beside a namesake.
#include "models/domain/Trash.h"

#include <QList>

namespace lw::domain {

QString numberedName(const QString& name, int number, int longest)
{
    const QString suffix = u'-' + QString::number(number);
    const QList<uint> characters = name.toUcs4().mid(0, longest - suffix.size());
    QString start;
    for (uint c : characters) {
        start += QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1);
    }
    return start.trimmed() + suffix;
}

} // namespace lw::domain
