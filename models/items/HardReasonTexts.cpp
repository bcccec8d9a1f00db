// SPDX-License-Identifier: GPL-3.0-or-later
//! One phrase for each reason.
#include "models/items/HardReasonTexts.h"

#include <QCoreApplication>

namespace lw::items {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::items::HardReasons)
};

} // namespace

QString hardReasonText(domain::HardReason reason)
{
    switch (reason) {
    case domain::HardReason::NothingFound:
        return Words::tr("Nothing found");
    case domain::HardReason::LowConfidence:
        return Words::tr("Low confidence");
    case domain::HardReason::NarrowMargin:
        return Words::tr("Two labels nearly as likely");
    case domain::HardReason::ViewsDisagree:
        return Words::tr("Changes with the view");
    case domain::HardReason::NeighboursDisagree:
        return Words::tr("Pictures alike say otherwise");
    case domain::HardReason::MirrorDisagrees:
        return Words::tr("Mirrored, other objects");
    case domain::HardReason::BordersUncertain:
        return Words::tr("Uncertain borders");
    }
    //: a reason of another program, known by its number only
    return Words::tr("Reason %1").arg(int(reason));
}

QString hardText(const domain::Sample& sample)
{
    const QStringList reasons = hardReasonTexts(sample.hardReasons);
    //: %1 lists reasons why a picture is hard for a model
    return reasons.isEmpty() ? Words::tr("Hard example") : Words::tr("Hard: %1").arg(reasons.join(Words::tr(", ")));
}

QStringList hardReasonTexts(const domain::HardReasons& reasons)
{
    QStringList texts;
    for (const domain::HardReason reason : reasons) {
        texts.append(hardReasonText(reason));
    }
    return texts;
}

} // namespace lw::items
