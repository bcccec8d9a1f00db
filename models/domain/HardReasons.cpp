// SPDX-License-Identifier: GPL-3.0-or-later
//! Text form of reasons.
#include "models/domain/HardReasons.h"

#include <QStringList>

namespace lw::domain {

namespace {

constexpr qsizetype kMostReasons = 64;
constexpr int kLargestNumber = 9999;

} // namespace

bool isKnownReason(HardReason reason)
{
    return reason >= HardReason::NothingFound && reason <= HardReason::BordersUncertain;
}

QString hardReasonsText(const HardReasons& reasons)
{
    QStringList numbers;
    for (const HardReason reason : reasons) {
        numbers.append(QString::number(int(reason)));
    }
    return numbers.join(u'-');
}

std::optional<HardReasons> hardReasonsFromText(QStringView text)
{
    HardReasons reasons;
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return reasons;
    }
    for (const QStringView part : trimmed.split(u'-')) {
        bool isNumber = false;
        const int number = part.trimmed().toInt(&isNumber);
        if (!isNumber || number < 0 || number > kLargestNumber || reasons.size() >= kMostReasons) {
            return std::nullopt;
        }
        if (!reasons.contains(HardReason(number))) {
            reasons.append(HardReason(number));
        }
    }
    return reasons;
}

} // namespace lw::domain
