// SPDX-License-Identifier: GPL-3.0-or-later
//! Judges by what the run measured of itself.
#include "app/scenarios/SmartVerdict.h"

#include "app/scenarios/SmartLabel.h"

#include <QCoreApplication>

namespace lw::scenarios {

namespace {

struct Verdicts {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Verdicts)
};

/// Below, correcting what is proposed takes longer than labelling: of objects and masks, and of whole samples.
constexpr double kPoorOverlap = 0.3;
constexpr double kPoorAccuracy = 0.5;

SmartMode modeOf(const QJsonObject& about)
{
    return smartModeFromName(about.value(QStringLiteral("mode")).toString()).value_or(SmartMode::Fast);
}

} // namespace

QString smartVerdictName(SmartVerdict verdict)
{
    return verdict == SmartVerdict::FoundNothing   ? QStringLiteral("found_nothing")
           : verdict == SmartVerdict::LearntLittle ? QStringLiteral("learnt_little")
                                                   : QStringLiteral("fine");
}

SmartVerdict smartVerdict(const QJsonObject& about)
{
    if (about.value(kFoundNothing).toBool()) {
        return SmartVerdict::FoundNothing;
    }
    const QJsonValue quality = about.value(QStringLiteral("quality"));
    const bool isWhole = about.value(QStringLiteral("metric")).toString() == QLatin1String("accuracy");
    const bool isPoor = quality.isDouble() && quality.toDouble() < (isWhole ? kPoorAccuracy : kPoorOverlap);
    return isPoor ? SmartVerdict::LearntLittle : SmartVerdict::Fine;
}

QString smartVerdictText(const QJsonObject& about)
{
    const int looked = about.value(QStringLiteral("looked")).toInt();
    switch (smartVerdict(about)) {
    case SmartVerdict::Fine:
        break;
    case SmartVerdict::LearntLittle:
        //: what a model scores in per cent, of 100
        return Verdicts::tr("The model has learnt little yet: it scores %1% where labels are known. Many proposals are wrong.")
            .arg(qRound(about.value(QStringLiteral("quality")).toDouble() * 100));
    case SmartVerdict::FoundNothing:
        return modeOf(about) == SmartMode::Model
                   ? Verdicts::tr("The model finds none of your labels on %Ln samples.", nullptr, looked)
                   : Verdicts::tr("Nothing was proposed on %Ln samples: the model has learnt too little.", nullptr, looked);
    }
    return {};
}

QString smartRunText(qint64 proposed, const QJsonObject& about)
{
    return smartVerdict(about) == SmartVerdict::FoundNothing
               ? smartVerdictText(about)
               : Verdicts::tr("%Ln samples to confirm", nullptr, int(proposed));
}

QStringList smartAdvice(const QJsonObject& about)
{
    if (smartVerdict(about) == SmartVerdict::Fine) {
        return {};
    }
    if (modeOf(about) == SmartMode::Model) {
        return {Verdicts::tr("Choose another model, or let one learn from your own labels: fast or precise.")};
    }
    QStringList advice;
    const int labelled = about.value(QStringLiteral("labelled")).toInt();
    advice.append(Verdicts::tr("It learned from %Ln samples: label about 20 more, some of each label.", nullptr, labelled));
    if (modeOf(about) == SmartMode::Fast) {
        advice.append(Verdicts::tr("Choose “precise”: it takes more time to learn."));
    }
    if (about.value(QStringLiteral("modelName")).toString().isEmpty()) {
        advice.append(Verdicts::tr("On the page Models, import a network that has seen many pictures: it needs far fewer "
                                   "labels."));
    }
    return advice;
}

} // namespace lw::scenarios
