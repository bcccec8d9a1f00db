// SPDX-License-Identifier: GPL-3.0-or-later
//! Starting smart labelling from a page, and looking at its runs.
#pragma once

#include "app/studio/flows/FlowHost.h"

namespace lw::dialogs {
class SmartLabelDialog;
struct SmartLabelChoice;
} // namespace lw::dialogs

namespace lw::studio {

class LearnFlows;

class SmartFlows final : public FlowHost {
    Q_OBJECT

public:
    SmartFlows(AppContext& context, domain::DatasetId dataset, QWidget* page);

    /// Asks how, tells what is missing, and starts the job. With the id of a model, that one is chosen at first.
    void askAndStart(const QString& model = {});
    /// Shows what the runs did and how good they were.
    void showRuns();

private:
    void judge(dialogs::SmartLabelDialog* dialog, const dialogs::SmartLabelChoice& choice);
    void begin(const dialogs::SmartLabelChoice& choice);

    domain::DatasetId m_dataset;
    LearnFlows* m_jobs;
    quint64 m_serial = 0; ///< verdicts on older choices are dropped
};

} // namespace lw::studio
