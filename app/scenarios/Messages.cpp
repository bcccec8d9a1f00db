// SPDX-License-Identifier: GPL-3.0-or-later
//! Sentences for errors.
#include "app/scenarios/Messages.h"

#include "app/scenarios/EngineText.h"
#include "app/scenarios/Sentence.h"
#include "engine/media/PixelLimit.h"

#include <QCoreApplication>

namespace lw::scenarios {

using core::ErrorCode;

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Messages)
};

/// Scenarios may put a translated sentence into an error; models and engine only the value that is wrong.
bool isSentence(const QString& detail)
{
    return detail.endsWith(u'.') || detail.endsWith(QChar(0x3002));
}

QString invalidText(const QString& detail)
{
    if (detail.isEmpty()) {
        return Messages::tr("This is not allowed.");
    }
    return isSentence(detail) ? detail : Messages::tr("“%1” is not allowed here.").arg(detail);
}

QString reasonOf(const core::Error& error)
{
    const QString& detail = error.detail;
    if (const auto trouble = worker::engineTroubleOf(error)) {
        return engineText(*trouble);
    }
    const bool isBare = detail.isEmpty();
    switch (error.code) {
    case ErrorCode::Cancelled:
        return Messages::tr("The action was cancelled and nothing was changed.");
    case ErrorCode::NotFound:
        return isBare ? Messages::tr("It does not exist.") : Messages::tr("There is no “%1”.").arg(detail);
    case ErrorCode::AlreadyExists:
        return isBare               ? Messages::tr("It exists already.")
               : isSentence(detail) ? detail
                                    : Messages::tr("“%1” exists already.").arg(detail);
    case ErrorCode::InvalidArgument:
        return invalidText(detail);
    case ErrorCode::ReadFailed:
        return isBare ? Messages::tr("It cannot be read.") : Messages::tr("It cannot be read (%1).").arg(detail);
    case ErrorCode::WriteFailed:
        return isBare ? Messages::tr("It cannot be written.") : Messages::tr("It cannot be written (%1).").arg(detail);
    case ErrorCode::DiskFull:
        return Messages::tr("The disk is full; what was saved before is safe.");
    case ErrorCode::ReadOnly:
        return Messages::tr("It cannot be written: the folder or file is read-only.");
    case ErrorCode::Malformed:
        return isBare ? Messages::tr("Its content does not follow the format.")
                      : Messages::tr("Its content does not follow the format (%1).").arg(detail);
    case ErrorCode::Unsupported:
        return isBare ? Messages::tr("This type is not supported.")
                      : Messages::tr("This type is not supported (%1).").arg(detail);
    case ErrorCode::TooLarge:
        if (media::isOverPixelLimit(error)) {
            //: %1 is like "60000 × 60000, 3600 MP > 1000 MP"
            return Messages::tr("The picture is larger than the limit (%1). To see it, raise “Largest picture” in the "
                                "settings.")
                .arg(detail);
        }
        return isBare ? Messages::tr("It is too large.") : Messages::tr("It is too large (%1).").arg(detail);
    case ErrorCode::NewerVersion:
        return Messages::tr("The project was written by a newer version of this program; please update.");
    case ErrorCode::Corrupt:
        return isBare ? Messages::tr("The file is damaged or is not a project file.")
                      : Messages::tr("The file is damaged or is not a project file (%1).").arg(detail);
    case ErrorCode::Busy:
        return Messages::tr("Another program is using it; please try again in a moment.");
    case ErrorCode::Internal:
        break;
    }
    return Messages::tr("An unexpected error occurred (%1).").arg(detail);
}

} // namespace

QString errorText(const core::Error& error)
{
    return sentenceAt(error.path, error.line, reasonOf(error));
}

} // namespace lw::scenarios
