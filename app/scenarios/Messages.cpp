// SPDX-License-Identifier: GPL-3.0-or-later
//! Sentences for errors, tasks, states and types.
#include "app/scenarios/Messages.h"

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
        return Messages::tr("It may not be written: the folder or file is read-only.");
    case ErrorCode::Malformed:
        return isBare ? Messages::tr("Its content is not what the format asks for.")
                      : Messages::tr("Its content is not what the format asks for (%1).").arg(detail);
    case ErrorCode::Unsupported:
        return isBare ? Messages::tr("This kind is not supported.")
                      : Messages::tr("This kind is not supported (%1).").arg(detail);
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
        return isBare ? Messages::tr("The project file is damaged, or is none.")
                      : Messages::tr("The project file is damaged, or is none (%1).").arg(detail);
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

QString taskKindText(domain::TaskKind kind)
{
    switch (kind) {
    case domain::TaskKind::Import:
        return Messages::tr("Import");
    case domain::TaskKind::Sync:
        return Messages::tr("Synchronize");
    case domain::TaskKind::Export:
        return Messages::tr("Export");
    case domain::TaskKind::Publish:
        return Messages::tr("Publish");
    case domain::TaskKind::SetCurrent:
        return Messages::tr("Set as current version");
    case domain::TaskKind::AddFiles:
        return Messages::tr("Add files");
    case domain::TaskKind::DeleteSamples:
        return Messages::tr("Delete samples");
    }
    return {};
}

QString taskStateText(domain::TaskState state)
{
    switch (state) {
    case domain::TaskState::Running:
        return Messages::tr("Running");
    case domain::TaskState::Done:
        return Messages::tr("Done");
    case domain::TaskState::DoneWithProblems:
        return Messages::tr("Done with problems");
    case domain::TaskState::Failed:
        return Messages::tr("Failed");
    case domain::TaskState::Cancelled:
        return Messages::tr("Cancelled");
    case domain::TaskState::Interrupted:
        return Messages::tr("Interrupted");
    }
    return {};
}

QString sampleStateText(domain::SampleState state)
{
    switch (state) {
    case domain::SampleState::Unlabelled:
        return Messages::tr("Unlabelled");
    case domain::SampleState::Labelled:
        return Messages::tr("Labelled");
    case domain::SampleState::ToConfirm:
        return Messages::tr("To confirm");
    }
    return {};
}

QString datasetTypeText(domain::DatasetType type)
{
    switch (type) {
    case domain::DatasetType::ImageClassification:
        return Messages::tr("Image classification");
    case domain::DatasetType::ObjectDetection:
        return Messages::tr("Object detection");
    case domain::DatasetType::ImageSegmentation:
        return Messages::tr("Image segmentation");
    case domain::DatasetType::AudioClassification:
        return Messages::tr("Sound classification");
    case domain::DatasetType::AudioContent:
        return Messages::tr("Speech content");
    case domain::DatasetType::AudioSegmentation:
        return Messages::tr("Speech segmentation");
    case domain::DatasetType::TextClassification:
        return Messages::tr("Text classification");
    case domain::DatasetType::TextEntity:
        return Messages::tr("Named entities");
    case domain::DatasetType::TextTriplet:
        return Messages::tr("Text triplets");
    case domain::DatasetType::Table:
        return Messages::tr("Table");
    case domain::DatasetType::Video:
        return Messages::tr("Video");
    case domain::DatasetType::FreeForm:
        return Messages::tr("Free-form");
    }
    return {};
}

} // namespace lw::scenarios
