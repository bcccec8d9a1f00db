// SPDX-License-Identifier: GPL-3.0-or-later
//! Rules for names and the label palette.
#include "models/domain/Label.h"

#include <array>

namespace lw::domain {

bool isValidLabelName(const QString& name)
{
    const QList<uint> characters = name.toUcs4();
    if (characters.isEmpty() || characters.size() > 32 || name != name.trimmed()) {
        return false;
    }
    for (uint c : characters) {
        const bool latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!latin && c != '_' && c != '-' && c != ' ' && QChar::script(c) != QChar::Script_Han) {
            return false;
        }
    }
    return true;
}

bool isValidName(const QString& name)
{
    if (name.isEmpty() || name.size() > 100) {
        return false;
    }
    for (QChar c : name) {
        const bool latin = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (!latin && c != u'_' && c != u'-') {
            return false;
        }
    }
    return true;
}

Rgb paletteColour(int n)
{
    // Hues spaced by the golden angle at two lightness levels: neighbours in the list are far apart on the wheel.
    static constexpr std::array<Rgb, 20> kPalette = {
        0xffe6494f, 0xff2f80ed, 0xff27ae60, 0xfff2994a, 0xff9b51e0, 0xff00a8b5, 0xffd6409f, 0xff8aa800, 0xffb5651d, 0xff5b6ee1,
        0xffff7f7f, 0xff56b4f9, 0xff6fcf97, 0xffe0b400, 0xffbb87fc, 0xff3fd0c9, 0xffff8fd0, 0xffb7d433, 0xffd79a5b, 0xff8f9bff,
    };
    return kPalette.at(static_cast<size_t>(n) % kPalette.size());
}

} // namespace lw::domain
