// SPDX-License-Identifier: GPL-3.0-or-later
//! Words for the engine.
#include "app/scenarios/EngineText.h"

#include <QCoreApplication>

namespace lw::scenarios {

using domain::EngineJobState;
using worker::EngineFailure;

namespace {

struct Engine {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Engine)
};

} // namespace

QString engineText(const worker::EngineTrouble& trouble)
{
    const QString& words = trouble.words;
    switch (trouble.kind) {
    case EngineFailure::Missing:
        return Engine::tr("The learning engine is not there (%1). Please install Labelwright anew, or say where it is "
                          "with the variable LABELWRIGHT_ENGINE.")
            .arg(words);
    case EngineFailure::NotStarted:
        return Engine::tr("The learning engine could not be started (%1).").arg(words);
    case EngineFailure::Crashed:
        return words.isEmpty()
                   ? Engine::tr("The learning engine has ended unexpectedly. Nothing of your work is lost.")
                   : Engine::tr("The learning engine has ended unexpectedly (%1). Nothing of your work is lost.")
                         .arg(words);
    case EngineFailure::OutOfMemory:
        return Engine::tr("The learning engine was ended, probably because the memory was used up. Smaller pictures or "
                          "smaller batches need less.");
    case EngineFailure::Garbage:
        return Engine::tr("The learning engine said something that makes no sense (“%1”). Please install Labelwright "
                          "anew.")
            .arg(words);
    case EngineFailure::Silent:
        return Engine::tr("The learning engine does not answer any more and was ended. Please try again.");
    case EngineFailure::OtherProtocol:
        return Engine::tr("The learning engine is of another version (%1). Please install Labelwright anew.").arg(words);
    case EngineFailure::NoOutputs:
        return Engine::tr("The file holds weights without a last layer, so it has no labels. Import it without a labels "
                          "file, to start trainings from it.");
    case EngineFailure::JobRuns:
        return Engine::tr("The job “%1” runs already.").arg(words);
    case EngineFailure::LabelCount:
        return Engine::tr("The labels file names %1 labels, but the model has %2 outputs.")
            .arg(words.section(u'/', 0, 0), words.section(u'/', 1, 1));
    case EngineFailure::Told:
        break;
    }
    //: %1 is an English sentence of the engine
    return Engine::tr("The learning engine says: %1").arg(words);
}

QString jobErrorText(const domain::EngineJob& job)
{
    if (job.state != EngineJobState::Failed) {
        return {};
    }
    if (job.errorCode == QLatin1String("Ended")) {
        return Engine::tr("The job's process has ended unexpectedly: it was killed, or the memory was used up. What it "
                          "had learned is kept; start it again to go on.");
    }
    if (job.errorCode == QLatin1String("OutOfMemory")) {
        return Engine::tr("There was not enough memory. Smaller batches or a smaller input need less.");
    }
    if (job.errorCode == QLatin1String("DiskFull")) {
        return Engine::tr("The disk is full. Make room and start the job again; it goes on where it was.");
    }
    return engineText({EngineFailure::Told, job.error});
}

} // namespace lw::scenarios
