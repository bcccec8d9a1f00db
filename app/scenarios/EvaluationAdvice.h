// SPDX-License-Identifier: GPL-3.0-or-later
//! What to do next, read off an evaluation by rules (TR-7).
#pragma once

#include "models/domain/Evaluation.h"

#include <QList>
#include <QString>

#include <optional>

namespace lw::scenarios {

/// In the order in which they are told.
enum class AdviceKind {
    NotLearnt,        ///< hardly better than guessing: nothing else can be told from such a model
    FewSamples,       ///< too few to trust the numbers
    FewOfLabel,       ///< a label with so few samples that its numbers mean nothing
    ConfusedPair,     ///< two labels are taken for one another
    LowRecall,        ///< of a label: much is missed
    LowPrecision,     ///< of a label: much is called so that is not
    Unbalanced,       ///< labels differ many times in number, and the rare ones do worse
    Background,       ///< much is found where nothing is
    LooseBoxes,       ///< objects are found, but boxes do not sit tight
    SmallObjects,     ///< small objects are found much less often
    SensitiveFeature, ///< results depend on a feature of the data
    CheckWorst,       ///< samples so wrong that their labels deserve a look
    Good,             ///< nothing above, and numbers are high
    MoreTraining,     ///< nothing above, but numbers are low
};

struct Advice {
    AdviceKind kind = AdviceKind::Good;
    int label = -1;      ///< index into the labels
    int other = -1;      ///< the second of a pair
    double share = 0;    ///< what the sentence tells, 0 to 1
    qint64 count = 0;    ///< samples or objects
    QString feature = {}; ///< SensitiveFeature
    bool isHighBad = false; ///< SensitiveFeature: high values do worse, else low ones

    bool operator==(const Advice&) const = default;
};

/// The most helpful first, at most eight. Never empty.
[[nodiscard]] QList<Advice> adviceFor(const domain::Evaluation& evaluation);

/// One or two sentences: what was seen, and what to do about it.
[[nodiscard]] QString adviceText(const Advice& advice, const domain::Evaluation& evaluation);

/// "Brightness", "Object size": by the ids in domain::FeatureSensitivity; the id itself when it is unknown.
[[nodiscard]] QString featureText(const QString& feature);

/// "Missed objects", "Wrong label": by the ids in domain::SampleScore; the id itself when it is unknown.
[[nodiscard]] QString reasonText(const QString& reason);

} // namespace lw::scenarios
