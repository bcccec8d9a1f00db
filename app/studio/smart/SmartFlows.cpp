// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything that reads the library or the store happens off the window's thread.
#include "app/studio/smart/SmartFlows.h"

#include "app/scenarios/SmartLabel.h"
#include "app/studio/flows/LearnFlows.h"
#include "app/studio/smart/RunsDialog.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/domain/WholeLabels.h"
#include "widgets/common/Toast.h"
#include "widgets/dialogs/SmartLabelDialog.h"

#include <algorithm>

namespace lw::studio {

namespace {

scenarios::SmartLabelRequest requestOf(domain::DatasetId dataset, const dialogs::SmartLabelChoice& choice)
{
    scenarios::SmartLabelRequest request;
    request.dataset = dataset;
    request.mode = choice.mode == dialogs::LearnMode::Fast      ? scenarios::SmartMode::Fast
                   : choice.mode == dialogs::LearnMode::Precise ? scenarios::SmartMode::Precise
                                                                : scenarios::SmartMode::Model;
    request.model = choice.model;
    request.seconds = choice.seconds;
    request.hardShare = choice.hardShare;
    return request;
}

struct Known {
    std::vector<domain::LibraryModel> models;
    std::vector<scenarios::SmartRunEntry> runs;
};

std::vector<dialogs::SmartLabelDialog::ModelOption> optionsOf(const std::vector<domain::LibraryModel>& models,
                                                              domain::DatasetType type)
{
    std::vector<dialogs::SmartLabelDialog::ModelOption> options;
    for (const domain::LibraryModel& model : models) {
        const QString name =
            model.version.isEmpty() ? model.name : SmartFlows::tr("%1 (%2)").arg(model.name, model.version);
        options.push_back({model.id, name, model.type == type, worker::hasWeights(model)});
    }
    return options;
}

} // namespace

SmartFlows::SmartFlows(AppContext& context, domain::DatasetId dataset, QWidget* page)
    : FlowHost(context, page), m_dataset(dataset), m_jobs(new LearnFlows(context, page))
{
}

void SmartFlows::askAndStart(const QString& model)
{
    const auto dataset = find(m_dataset);
    if (!dataset) {
        return;
    }
    const auto read = [id = m_dataset](store::Store& store) -> core::Result<Known> {
        auto runs = scenarios::smartLabelRuns(store, id);
        if (!runs) {
            return core::failure(runs.error());
        }
        return Known{worker::ModelLibrary(store.folder()).list(), std::move(*runs)};
    };
    soon(read, [this, model, facts = *dataset](const Known& known) {
        dialogs::SmartLabelDialog::Facts shown;
        shown.wanted = model;
        shown.labelsWholeSamples = domain::labelsWholeSamples(facts.type);
        shown.models = optionsOf(known.models, facts.type);
        if (!known.runs.empty()) {
            shown.newLabels = int(std::max<qint64>(0, facts.counters.labelled - known.runs.front().labelled));
        }
        auto* dialog = new dialogs::SmartLabelDialog(shown, context().settings().file(), page()->window());
        connect(dialog, &dialogs::SmartLabelDialog::choiceChanged, this,
                [this, dialog](const dialogs::SmartLabelChoice& choice) { judge(dialog, choice); });
        connect(dialog, &QDialog::accepted, this, [this, dialog] { begin(dialog->choice()); });
        show(dialog);
    });
}

void SmartFlows::judge(dialogs::SmartLabelDialog* dialog, const dialogs::SmartLabelChoice& choice)
{
    const quint64 serial = ++m_serial;
    const auto ask = [request = requestOf(m_dataset, choice)](store::Store& store) {
        return scenarios::checkSmartLabel(store, request);
    };
    QPointer<dialogs::SmartLabelDialog> asked = dialog;
    soon(ask, [this, asked, serial](const scenarios::SmartLabelCheck& check) {
        if (!asked || serial != m_serial) {
            return;
        }
        dialogs::SmartLabelDialog::Verdict verdict;
        for (const scenarios::UnmetCondition& each : check.unmet) {
            verdict.unmet.append(scenarios::conditionText(each));
        }
        verdict.labelled = check.labelled;
        verdict.open = check.unlabelled + check.proposed;
        verdict.modelName = check.modelName;
        verdict.seconds = check.seconds;
        asked->setVerdict(verdict);
    });
}

void SmartFlows::begin(const dialogs::SmartLabelChoice& choice)
{
    const auto work = [request = requestOf(m_dataset, choice)](store::Store& store) {
        return scenarios::startSmartLabel(store, request);
    };
    soon(work, [this](const domain::EngineJob&) { context().project()->jobWatch().refresh(); });
}

void SmartFlows::showRuns()
{
    const auto read = [id = m_dataset](store::Store& store) { return scenarios::smartLabelRuns(store, id); };
    soon(read, [this](const std::vector<scenarios::SmartRunEntry>& runs) {
        auto* dialog = new RunsDialog(runs, page()->window());
        connect(dialog, &RunsDialog::newRunRequested, this, [this] { askAndStart(); });
        connect(dialog, &RunsDialog::resumeRequested, this,
                [this](const domain::EngineJob& job) { m_jobs->resume(job); });
        show(dialog);
    });
}

} // namespace lw::studio
