// SPDX-License-Identifier: GPL-3.0-or-later
//! Job first, dialog after it; each answer is one batch step.
#include "app/studio/smart/CheckFlows.h"

#include "app/scenarios/CheckLabels.h"
#include "app/studio/flows/BatchFlows.h"
#include "app/studio/smart/DoubtDialog.h"

namespace lw::studio {

void CheckFlows::findDoubtful()
{
    const auto facts = find(dataset());
    if (!facts) {
        return;
    }
    EngineInquiry<scenarios::CheckLabelsOutcome> inquiry;
    inquiry.title = [name = facts->name] { return tr("Check the labels of %1").arg(name); };
    inquiry.work = [id = facts->id](store::Store& store, const scenarios::EngineLens& engine,
                                    const core::Control& control) {
        return scenarios::checkLabels(store, id, engine, control);
    };
    inquiry.summary = [](const scenarios::CheckLabelsOutcome& done) {
        return tr("%L1 of %L2 labels are worth a look").arg(done.doubtful.size()).arg(done.checked);
    };
    inquire(std::move(inquiry), [this](const scenarios::CheckLabelsOutcome& outcome) {
        if (!outcome.doubtful.empty()) {
            open(outcome);
        }
    });
}

void CheckFlows::open(const scenarios::CheckLabelsOutcome& outcome)
{
    auto* dialog = new DoubtDialog(*context().project(), dataset(), outcome.doubtful, page()->window());
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
