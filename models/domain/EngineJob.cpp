// SPDX-License-Identifier: GPL-3.0-or-later
//! Names of kinds and states.
#include "models/domain/EngineJob.h"

#include <array>

namespace lw::domain {

namespace {
constexpr std::array kKinds = {"train", "evaluate", "predict", "smart-label"};
constexpr std::array kStates = {"initialising", "queued", "running", "succeeded", "failed", "stopped"};
} // namespace

QString engineJobKindName(EngineJobKind kind)
{
    return QString::fromLatin1(kKinds.at(static_cast<size_t>(kind)));
}

std::optional<EngineJobKind> engineJobKindFromName(const QString& name)
{
    for (size_t i = 0; i < kKinds.size(); ++i) {
        if (name == QLatin1String(kKinds.at(i))) {
            return static_cast<EngineJobKind>(i);
        }
    }
    return std::nullopt;
}

QString engineJobStateName(EngineJobState state)
{
    return QString::fromLatin1(kStates.at(static_cast<size_t>(state)));
}

} // namespace lw::domain
