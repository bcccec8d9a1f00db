// SPDX-License-Identifier: GPL-3.0-or-later
//! Job first, dialog after it; each answer is one batch step.
#include "app/studio/smart/CheckFlows.h"

#include "app/scenarios/CheckLabels.h"
#include "app/studio/flows/BatchFlows.h"
#include "app/studio/smart/DoubtDialog.h"
#include "models/store/KeptLabelRepository.h"

namespace lw::studio {

void CheckFlows::findDoubtful(bool includesKept)
{
    const auto facts = find(dataset());
    if (!facts) {
        return;
    }
    EngineInquiry<scenarios::CheckLabelsOutcome> inquiry;
    inquiry.title = [name = facts->name] { return tr("Check the labels of %1").arg(name); };
    inquiry.work = [id = facts->id, includesKept](store::Store& store, const scenarios::EngineLens& engine,
                                                  const core::Control& control) {
        return scenarios::checkLabels(store, id, engine, control, includesKept);
    };
    inquiry.summary = [](const scenarios::CheckLabelsOutcome& done) {
        return done.kept == 0 ? tr("%L1 of %L2 labels are worth a look").arg(done.doubtful.size()).arg(done.checked)
                              //: %3 is a number of labels as well
                              : tr("%L1 of %L2 labels are worth a look, %L3 were kept before")
                                    .arg(done.doubtful.size())
                                    .arg(done.checked)
                                    .arg(done.kept);
    };
    inquire(std::move(inquiry), [this](const scenarios::CheckLabelsOutcome& outcome) {
        if (!outcome.doubtful.empty() || outcome.kept > 0) {
            open(outcome);
        }
    });
}

void CheckFlows::reportFailure(const QFuture<core::Result<>>& write)
{
    core::whenDone(write, this, [this](const core::Result<>& done) {
        if (!done) {
            report(done.error());
        }
    });
}

void CheckFlows::open(const scenarios::CheckLabelsOutcome& outcome)
{
    auto* dialog = new DoubtDialog(*context().project(), dataset(), outcome, page()->window());
    connect(dialog, &DoubtDialog::labelRequested, this, [this](domain::SampleId sample, domain::LabelId label) {
        m_batches.toggleLabel({sample}, label, domain::LabelMode::Replace);
    });
    connect(dialog, &DoubtDialog::undoRequested, this, [this] { m_batches.undo(); });
    connect(dialog, &DoubtDialog::keepRequested, this, [this](domain::SampleId sample, domain::LabelId label) {
        reportFailure(store::KeptLabelRepository(store()).keep(sample, label));
    });
    connect(dialog, &DoubtDialog::keepUndone, this, [this](domain::SampleId sample) {
        reportFailure(store::KeptLabelRepository(store()).forget(sample));
    });
    connect(dialog, &DoubtDialog::keptRequested, this, [this] { findDoubtful(true); });
    connect(dialog, &DoubtDialog::openRequested, this, [this, dialog](domain::SampleId sample) {
        dialog->close();
        Q_EMIT openRequested(sample);
    });
    show(dialog);
}

} // namespace lw::studio
