// SPDX-License-Identifier: GPL-3.0-or-later
//! Job first, dialog after it; each answer is one batch step.
#include "app/studio/smart/CheckFlows.h"

#include "app/scenarios/CheckLabels.h"
#include "app/studio/flows/BatchFlows.h"
#include "app/studio/smart/DoubtDialog.h"
#include "app/studio/smart/OwnEngine.h"

namespace lw::studio {

void CheckFlows::findDoubtful()
{
    const auto dataset = find(m_dataset);
    if (!dataset) {
        return;
    }
    auto found = std::make_shared<std::optional<scenarios::CheckLabelsOutcome>>();
    jobs::JobRequest job;
    job.title = [name = dataset->name] { return tr("Check the labels of %1").arg(name); };
    job.dataset = m_dataset;
    job.target = dataset->name;
    job.isInquiry = true;
    job.work = [found, facts = *dataset, store = &store()](const core::Control& control) {
        const auto lens = scenarios::chosenLens(*store, facts);
        if (!lens) {
            jobs::JobResult failed;
            failed.error = lens.error();
            return failed;
        }
        const auto outcome = scenarios::checkLabels(*store, facts.id, {*lens, ownEngine()}, control);
        if (outcome) {
            *found = *outcome;
        }
        return jobResult<scenarios::CheckLabelsOutcome>(outcome, [](const scenarios::CheckLabelsOutcome& done) {
            return tr("%L1 of %L2 labels are worth a look").arg(done.doubtful.size()).arg(done.checked);
        });
    };
    const jobs::JobId id = context().jobs().start(std::move(job));
    connect(&context().jobs(), &jobs::JobCenter::jobFinished, this, [this, id, found](jobs::JobId finished) {
        if (finished == id && *found && !(*found)->doubtful.empty()) {
            open(**found);
        }
    });
}

void CheckFlows::open(const scenarios::CheckLabelsOutcome& outcome)
{
    auto* dialog = new DoubtDialog(*context().project(), m_dataset, outcome.doubtful, page()->window());
    connect(dialog, &DoubtDialog::labelRequested, this, [this](domain::SampleId sample, domain::LabelId label) {
        m_batches.toggleLabel({sample}, label, domain::LabelMode::Replace);
    });
    connect(dialog, &DoubtDialog::undoRequested, this, [this] { m_batches.undo(); });
    connect(dialog, &DoubtDialog::openRequested, this, [this, dialog](domain::SampleId sample) {
        dialog->close();
        Q_EMIT openRequested(sample);
    });
    show(dialog);
}

} // namespace lw::studio
