// SPDX-License-Identifier: GPL-3.0-or-later
//! Whether a run of smart labelling learnt enough to be of use, and what to do if it did not.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace lw::scenarios {

/// What domain::SmartRun::about holds, besides the fields of the job's result "labelled", "metric" and "quality":
/// "mode", "modelName", "looked" (samples it said something about), "unreadable" (a number), and this, true, when it
/// proposed nothing for any of them.
inline const QString kFoundNothing = QStringLiteral("foundNothing");

enum class SmartVerdict {
    Fine,
    LearntLittle, ///< it proposes, but where labels are known most of it is wrong
    FoundNothing, ///< it proposes nothing on any sample
};

/// "fine", "learnt_little", "found_nothing": the contract of the command line.
[[nodiscard]] QString smartVerdictName(SmartVerdict verdict);

/// `about` as in domain::SmartRun.
[[nodiscard]] SmartVerdict smartVerdict(const QJsonObject& about);
/// The verdict as a sentence; empty when all is fine.
[[nodiscard]] QString smartVerdictText(const QJsonObject& about);
/// How the run ended in one sentence; `proposed` samples got proposals.
[[nodiscard]] QString smartRunText(qint64 proposed, const QJsonObject& about);
/// What to do next, one sentence each; empty when all is fine.
[[nodiscard]] QStringList smartAdvice(const QJsonObject& about);

} // namespace lw::scenarios
