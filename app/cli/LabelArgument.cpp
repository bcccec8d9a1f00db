// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels on the command line.
#include "app/cli/LabelArgument.h"

#include "app/cli/Commands.h"

namespace lw::cli {

core::Result<domain::Rgb> colourFromArgument(const QString& argument)
{
    bool isNumber = false;
    const uint value = argument.mid(1).toUInt(&isNumber, 16);
    if (argument.size() != 7 || !argument.startsWith(u'#') || !isNumber) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             Cli::tr("“%1” is not a colour; write it as #rrggbb.").arg(argument));
    }
    return domain::Rgb(0xff000000U | value);
}

core::Result<domain::Label> labelFromArgument(const QString& argument)
{
    domain::Label label;
    label.colour = 0;
    const qsizetype colon = argument.lastIndexOf(u':');
    label.name = argument.left(colon < 0 ? argument.size() : colon);
    if (colon >= 0) {
        const core::Result<domain::Rgb> colour = colourFromArgument(argument.mid(colon + 1));
        if (!colour) {
            return core::failure(colour.error());
        }
        label.colour = *colour;
    }
    return label;
}

} // namespace lw::cli
