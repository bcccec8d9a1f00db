// SPDX-License-Identifier: GPL-3.0-or-later
//! Hands batches to the store and follows the long ones.
#include "app/studio/flows/BatchFlows.h"

#include "app/studio/Route.h"
#include "app/studio/smart/SmartRunner.h"
#include "models/store/BatchRepository.h"
#include "models/store/ProposalRepository.h"

#include <QDateTime>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace lw::studio {

namespace {

using Outcome = core::Result<qint64>;

/// Shared by the writer, the page and the job that shows it.
struct Run {
    std::stop_source stop;
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    bool hasJob = false; ///< GUI thread only
};

QString changedText(const qint64& count)
{
    return count > 0 ? BatchFlows::tr("%Ln samples changed", nullptr, int(count)) : BatchFlows::tr("Done");
}

/// Lasts as long as the batch and hands its progress and a wish to stop on.
jobs::JobResult follow(const QFuture<Outcome>& future, Run& run, const core::Control& control)
{
    while (!future.isFinished()) {
        if (control.isCancelled()) {
            run.stop.request_stop();
        }
        control.report(run.done, run.total);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return jobResult<qint64>(future.result(), changedText);
}

/// A step of the history does not say how many samples it changed.
QFuture<Outcome> counted(QFuture<core::Result<>> future)
{
    return future.then(QtFuture::Launch::Sync, [](const core::Result<>& result) -> Outcome {
        return result ? Outcome(0) : Outcome(core::failure(result.error()));
    });
}

} // namespace

void BatchFlows::run(jobs::TextMaker title, const Begin& begin)
{
    const auto run = std::make_shared<Run>();
    const QFuture<Outcome> future = begin({run->stop.get_token(), [run](qint64 done, qint64 total) {
                                               run->done = done;
                                               run->total = total;
                                           }});
    core::whenDone(future, this, [this, run](const Outcome& outcome) {
        if (outcome) {
            context().smart()->learnFrom(m_dataset);
        } else if (!run->hasJob) {
            report(outcome.error());
        }
    });
    QTimer::singleShot(kQuietMs, this, [this, run, future, title = std::move(title)] {
        if (future.isFinished()) {
            return;
        }
        run->hasJob = true;
        jobs::JobRequest job;
        job.title = title;
        job.kind = domain::TaskKind::LabelSamples;
        job.dataset = m_dataset;
        job.link = Route{.page = PageKind::Samples, .dataset = m_dataset}.toText();
        job.isQuiet = true;
        job.work = [run, future](const core::Control& control) { return follow(future, *run, control); };
        start(std::move(job));
    });
}

void BatchFlows::toggleLabel(const QList<domain::SampleId>& samples, domain::LabelId label, domain::LabelMode mode)
{
    setLabel(samples, {label, mode, store().author(), QDateTime::currentMSecsSinceEpoch()}, true);
}

void BatchFlows::removeLabel(const QList<domain::SampleId>& samples, domain::LabelId label)
{
    setLabel(samples, {label, domain::LabelMode::Remove, store().author(), QDateTime::currentMSecsSinceEpoch()}, false);
}

void BatchFlows::setLabel(const QList<domain::SampleId>& samples, const domain::Labelling& labelling, bool toggles)
{
    if (!samples.isEmpty()) {
        run([count = samples.size()] { return tr("Label %Ln samples", nullptr, int(count)); },
            [&](const core::Control& control) {
                return store::BatchRepository(store()).setLabel(m_dataset, samples, labelling, toggles, control);
            });
    }
}

void BatchFlows::confirm(const QList<domain::SampleId>& samples)
{
    if (!samples.isEmpty()) {
        run([count = samples.size()] { return tr("Confirm %Ln samples", nullptr, int(count)); },
            [&](const core::Control& control) {
                return store::BatchRepository(store()).confirm(m_dataset, samples, control);
            });
    }
}

void BatchFlows::reject(const QList<domain::SampleId>& samples)
{
    if (!samples.isEmpty()) {
        run([count = samples.size()] { return tr("Reject the proposals of %Ln samples", nullptr, int(count)); },
            [&](const core::Control& control) {
                return store::ProposalRepository(store()).reject(m_dataset, samples, control);
            });
    }
}

void BatchFlows::undo()
{
    run([] { return tr("Undo"); },
        [&](const core::Control& control) {
            return counted(store::BatchRepository(store()).undo(m_dataset, control));
        });
}

void BatchFlows::redo()
{
    run([] { return tr("Redo"); },
        [&](const core::Control& control) {
            return counted(store::BatchRepository(store()).redo(m_dataset, control));
        });
}

} // namespace lw::studio
