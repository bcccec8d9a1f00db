// SPDX-License-Identifier: GPL-3.0-or-later
//! Trainings and what happens to their jobs (TR-2 to TR-5).
#pragma once

#include "app/studio/flows/FlowHost.h"
#include "models/domain/EngineJob.h"
#include "models/domain/ParameterSet.h"

#include <stop_token>

namespace lw::dialogs {
class TrainingDialog;
struct TrainingChoice;
} // namespace lw::dialogs

namespace lw::studio {

class LearnFlows final : public FlowHost {
    Q_OBJECT

public:
    LearnFlows(AppContext& context, QWidget* page);

    /// Asks for everything and starts. With a dataset (and version) chosen, if valid.
    void train(domain::DatasetId dataset = {}, domain::VersionId version = {});
    /// The same form filled with what the job was told; it becomes the next version of its name.
    void rerun(const domain::EngineJob& job);
    void stop(const domain::EngineJob& job);
    /// A stopped or failed job goes on from its checkpoint.
    void resume(const domain::EngineJob& job);
    /// Asks first.
    void remove(const QList<domain::EngineJob>& jobs);
    /// Keeps the job's parameters under a name that is asked for (TR-5).
    void keepParameters(const domain::EngineJob& job);
    /// Writes what a prediction found as a manifest.
    void savePredictions(const domain::EngineJob& job);

Q_SIGNALS:
    /// A job began here: one wants to see it.
    void jobStarted(const QString& id);
    void jobsRemoved(const QStringList& ids);

private:
    void openDialog(const std::function<void(dialogs::TrainingDialog&)>& fill);
    void connectDialog(dialogs::TrainingDialog* dialog);
    void estimate(dialogs::TrainingDialog* dialog, const dialogs::TrainingChoice& choice);
    void saveSet(dialogs::TrainingDialog* dialog, const domain::ParameterSet& set);
    void deleteSet(dialogs::TrainingDialog* dialog, const QString& name);
    void reloadSets(dialogs::TrainingDialog* dialog);
    void start(const dialogs::TrainingChoice& choice);
    [[nodiscard]] QString folder() const { return context().project()->folder(); }

    std::stop_source m_estimating;
};

} // namespace lw::studio
