// SPDX-License-Identifier: GPL-3.0-or-later
//! The form of a packed failure: "engine/<kind>: words".
#include "engine/jobs/EngineFailure.h"

#include <array>

namespace lw::worker {

namespace {

using core::ErrorCode;

struct Kind {
    const char* name;
    ErrorCode code;
};

/// In the order of EngineFailure.
constexpr std::array kKinds = {Kind{"missing", ErrorCode::NotFound},      Kind{"not-started", ErrorCode::ReadFailed},
                               Kind{"crashed", ErrorCode::Internal},      Kind{"out-of-memory", ErrorCode::TooLarge},
                               Kind{"garbage", ErrorCode::Internal},      Kind{"silent", ErrorCode::Internal},
                               Kind{"protocol", ErrorCode::Unsupported},  Kind{"told", ErrorCode::Internal},
                               Kind{"no-outputs", ErrorCode::InvalidArgument},
                               Kind{"job-runs", ErrorCode::Busy},
                               Kind{"label-count", ErrorCode::InvalidArgument}};

ErrorCode codeOf(const QString& name)
{
    struct Pair {
        const char* name;
        ErrorCode code;
    };
    static constexpr std::array kCodes = {Pair{"Cancelled", ErrorCode::Cancelled},
                                          Pair{"NotFound", ErrorCode::NotFound},
                                          Pair{"ReadFailed", ErrorCode::ReadFailed},
                                          Pair{"WriteFailed", ErrorCode::WriteFailed},
                                          Pair{"DiskFull", ErrorCode::DiskFull},
                                          Pair{"Malformed", ErrorCode::Malformed},
                                          Pair{"Unsupported", ErrorCode::Unsupported},
                                          Pair{"TooLarge", ErrorCode::TooLarge},
                                          Pair{"Mismatch", ErrorCode::Unsupported},
                                          Pair{"InvalidArgument", ErrorCode::InvalidArgument}};
    for (const Pair& each : kCodes) {
        if (name == QLatin1String(each.name)) {
            return each.code;
        }
    }
    return ErrorCode::Internal;
}

QString packed(EngineFailure kind, const QString& words)
{
    return QStringLiteral("engine/%1: %2").arg(QLatin1String(kKinds.at(size_t(kind)).name), words);
}

} // namespace

core::Error engineError(EngineFailure kind, const QString& words, const QString& path)
{
    return {kKinds.at(size_t(kind)).code, packed(kind, words), path, 0};
}

core::Error toldError(const QJsonObject& error)
{
    const QString name = error.value(QStringLiteral("code")).toString();
    const QString text = error.value(QStringLiteral("text")).toString();
    if (name == QLatin1String("OutOfMemory")) {
        return engineError(EngineFailure::OutOfMemory, text);
    }
    return {codeOf(name), packed(EngineFailure::Told, text), {}, 0};
}

std::optional<EngineTrouble> engineTroubleOf(const core::Error& error)
{
    for (size_t i = 0; i < kKinds.size(); ++i) {
        const QString start = packed(EngineFailure(i), {});
        if (error.detail.startsWith(start)) {
            return EngineTrouble{EngineFailure(i), error.detail.mid(start.size())};
        }
    }
    return std::nullopt;
}

} // namespace lw::worker
