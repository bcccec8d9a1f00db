// SPDX-License-Identifier: GPL-3.0-or-later
//! The names of dataset types, sample states and tasks in the person's language.
#include "models/domain/Words.h"

#include <QCoreApplication>

namespace lw::domain {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::domain::Words)
};

} // namespace

QString typeText(DatasetType type)
{
    using enum DatasetType;
    switch (type) {
    case ImageClassification:
        return Words::tr("Image classification");
    case ObjectDetection:
        return Words::tr("Object detection");
    case ImageSegmentation:
        return Words::tr("Image segmentation");
    case AudioClassification:
        return Words::tr("Sound classification");
    case AudioContent:
        return Words::tr("Speech content");
    case AudioSegmentation:
        return Words::tr("Speech segmentation");
    case TextClassification:
        return Words::tr("Text classification");
    case TextEntity:
        return Words::tr("Named entities");
    case TextTriplet:
        return Words::tr("Text triplets");
    case Table:
        return Words::tr("Table");
    case Video:
        return Words::tr("Video");
    case FreeForm:
        return Words::tr("Free-form");
    }
    return {};
}

QString stateText(SampleState state)
{
    switch (state) {
    case SampleState::Unlabelled:
        return Words::tr("Unlabelled");
    case SampleState::Labelled:
        return Words::tr("Labelled");
    case SampleState::ToConfirm:
        return Words::tr("To confirm");
    }
    return {};
}

QString taskKindText(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Import:
        return Words::tr("Import");
    case TaskKind::Sync:
        return Words::tr("Synchronize");
    case TaskKind::Export:
        return Words::tr("Export");
    case TaskKind::Publish:
        return Words::tr("Publish");
    case TaskKind::SetCurrent:
        return Words::tr("Set as current version");
    case TaskKind::AddFiles:
        return Words::tr("Add files");
    case TaskKind::DeleteSamples:
        return Words::tr("Delete samples");
    case TaskKind::RestoreDeleted:
        return Words::tr("Restore from the trash");
    case TaskKind::DeleteForGood:
        return Words::tr("Delete for good");
    case TaskKind::LabelSamples:
        return Words::tr("Label samples");
    case TaskKind::SmartLabel:
        return Words::tr("Smart labelling");
    case TaskKind::GroupSamples:
        return Words::tr("Group samples");
    }
    return {};
}

QString taskStateText(TaskState state)
{
    switch (state) {
    case TaskState::Running:
        return Words::tr("Running");
    case TaskState::Done:
        return Words::tr("Done");
    case TaskState::DoneWithProblems:
        return Words::tr("Done with problems");
    case TaskState::Failed:
        return Words::tr("Failed");
    case TaskState::Cancelled:
        return Words::tr("Cancelled");
    case TaskState::Interrupted:
        return Words::tr("Interrupted");
    }
    return {};
}

} // namespace lw::domain
