// SPDX-License-Identifier: GPL-3.0-or-later
//! A table of names by number.
#include "models/domain/HardReasonNames.h"

#include <array>

namespace lw::domain {

namespace {

constexpr std::array kNames = {"nothing_found",       "low_confidence",   "narrow_margin",    "views_disagree",
                               "neighbours_disagree", "mirror_disagrees", "borders_uncertain"};
static_assert(kNames.size() == size_t(HardReason::BordersUncertain) + 1);

} // namespace

const HardReasons& knownReasons()
{
    static const HardReasons all = [] {
        HardReasons list;
        for (int number = 0; number < int(kNames.size()); ++number) {
            list.append(HardReason(number));
        }
        return list;
    }();
    return all;
}

QString hardReasonName(HardReason reason)
{
    return isKnownReason(reason) ? QString(QLatin1String(kNames[size_t(reason)])) : QString::number(int(reason));
}

std::optional<HardReason> hardReasonFromName(QStringView name)
{
    for (const HardReason reason : knownReasons()) {
        if (name == QLatin1String(kNames[size_t(reason)])) {
            return reason;
        }
    }
    const auto numbers = hardReasonsFromText(name);
    return numbers && numbers->size() == 1 ? std::optional(numbers->front()) : std::nullopt;
}

} // namespace lw::domain
