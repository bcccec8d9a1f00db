// SPDX-License-Identifier: GPL-3.0-or-later
//! Dialogs and jobs of trainings; whatever touches files happens off the window's thread.
#include "app/studio/flows/LearnFlows.h"

#include "app/scenarios/Messages.h"
#include "app/scenarios/ParameterSets.h"
#include "app/scenarios/TrainModel.h"
#include "app/scenarios/UseModel.h"
#include "engine/jobs/LocalLauncher.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/domain/Algorithms.h"
#include "models/items/EngineTexts.h"
#include "models/store/DatasetRepository.h"
#include "models/store/VersionRepository.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"
#include "widgets/dialogs/TrainingDialog.h"

#include <QDir>
#include <QInputDialog>

#include <algorithm>

namespace lw::studio {

namespace {

/// What the form of a training shows, read off the window's thread.
core::Result<dialogs::TrainingDialog::Facts> readFacts(store::Store& store)
{
    dialogs::TrainingDialog::Facts facts;
    const auto datasets = store::DatasetRepository(store).list();
    if (!datasets) {
        return core::failure(datasets.error());
    }
    const auto canTrain = [](domain::DatasetType type) {
        const auto all = domain::algorithms();
        return std::any_of(all.begin(), all.end(), [type](const domain::Algorithm& each) { return each.type == type; });
    };
    for (const domain::Dataset& dataset : *datasets) {
        if (canTrain(dataset.type)) {
            const auto versions = store::VersionRepository(store).list(dataset.id);
            facts.datasets.push_back({dataset.id, dataset.name, dataset.type, dataset.counters.labelled,
                                      versions.value_or(std::vector<domain::Version>{})});
        }
    }
    facts.models = worker::ModelLibrary(store.folder()).list();
    facts.sets = scenarios::parameterSets(store.folder());
    for (const domain::EngineJob& job : worker::JobFolders(store.folder()).list()) {
        const int number = QStringView(job.version).mid(1).toInt() + 1;
        QString& next = facts.nextVersions[job.name];
        next = std::max(next, QStringLiteral("V%1").arg(number, 4, 10, QLatin1Char('0')));
    }
    return facts;
}

scenarios::TrainingRequest requestOf(const dialogs::TrainingChoice& choice)
{
    scenarios::TrainingRequest request;
    request.name = choice.name;
    request.description = choice.description;
    for (const dialogs::TrainingInput& input : choice.inputs) {
        request.inputs.append({input.dataset, input.version});
    }
    request.algorithm = choice.algorithm;
    request.parameters = choice.parameters;
    request.model = choice.model;
    return request;
}

dialogs::TrainingEstimate shown(const scenarios::TrainingEstimate& estimate)
{
    return {estimate.seconds, estimate.basis, estimate.samples, estimate.labelled, estimate.unmet, estimate.notes};
}

core::Result<bool> truth(const core::Result<>& done)
{
    return done ? core::Result<bool>(true) : core::Result<bool>(core::failure(done.error()));
}

/// What the job was told, as far as its datasets are still there.
dialogs::TrainingChoice choiceOf(const domain::EngineJob& job, store::Store& store)
{
    dialogs::TrainingChoice choice{job.name, job.description, {}, job.algorithm, job.model, job.parameters};
    const auto datasets = store::DatasetRepository(store).list().value_or(std::vector<domain::Dataset>{});
    for (const domain::JobInput& input : job.inputs) {
        for (const domain::Dataset& dataset : datasets) {
            if (dataset.uid != input.datasetUid) {
                continue;
            }
            dialogs::TrainingInput found{dataset.id, {}};
            for (const domain::Version& version :
                 store::VersionRepository(store).list(dataset.id).value_or(std::vector<domain::Version>{})) {
                found.version = version.name == input.versionName ? version.id : found.version;
            }
            choice.inputs.append(found);
        }
    }
    return choice;
}

} // namespace

LearnFlows::LearnFlows(AppContext& context, QWidget* page) : FlowHost(context, page) {}

void LearnFlows::train(domain::DatasetId dataset, domain::VersionId version)
{
    openDialog([dataset, version](dialogs::TrainingDialog& dialog) {
        if (dataset.isValid()) {
            dialogs::TrainingChoice choice = dialog.choice();
            choice.name.clear(); // the dataset's
            choice.inputs = {{dataset, version}};
            dialog.setChoice(choice);
        }
    });
}

void LearnFlows::rerun(const domain::EngineJob& job)
{
    const auto read = [job](store::Store& store) -> core::Result<dialogs::TrainingChoice> {
        return choiceOf(job, store);
    };
    soon(read, [this](const dialogs::TrainingChoice& choice) {
        openDialog([choice](dialogs::TrainingDialog& dialog) { dialog.setChoice(choice); });
    });
}

void LearnFlows::openDialog(const std::function<void(dialogs::TrainingDialog&)>& fill)
{
    soon(&readFacts, [this, fill](const dialogs::TrainingDialog::Facts& facts) {
        if (facts.datasets.empty()) {
            common::showInfo(page(), tr("There is nothing to train on yet"),
                             tr("Create a dataset for image classification or object detection and label some of its "
                                "pictures."));
            return;
        }
        auto* dialog = new dialogs::TrainingDialog(facts, context().settings().file(), page()->window());
        connectDialog(dialog);
        fill(*dialog);
        show(dialog);
    });
}

void LearnFlows::connectDialog(dialogs::TrainingDialog* dialog)
{
    connect(dialog, &dialogs::TrainingDialog::estimateRequested, this,
            [this, dialog](const dialogs::TrainingChoice& choice) { estimate(dialog, choice); });
    connect(dialog, &dialogs::TrainingDialog::saveSetRequested, this,
            [this, dialog](const domain::ParameterSet& set) { saveSet(dialog, set); });
    connect(dialog, &dialogs::TrainingDialog::deleteSetRequested, this,
            [this, dialog](const QString& name) { deleteSet(dialog, name); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { start(dialog->choice()); });
}

void LearnFlows::estimate(dialogs::TrainingDialog* dialog, const dialogs::TrainingChoice& choice)
{
    m_estimating.request_stop(); // what was asked before is of no use any more
    m_estimating = std::stop_source();
    const auto read = [request = requestOf(choice), stop = m_estimating.get_token()](store::Store& store) {
        core::Control control;
        control.stop = stop;
        return scenarios::estimateTraining(store, request, control);
    };
    core::whenDone(context().project()->inBackground(read), dialog,
                   [dialog, choice](const core::Result<scenarios::TrainingEstimate>& found) {
                       if (found) {
                           dialog->setEstimate(choice, shown(*found));
                       } else if (found.error().code != core::ErrorCode::Cancelled) {
                           dialogs::TrainingEstimate failed;
                           failed.problems.append(scenarios::errorText(found.error()));
                           dialog->setEstimate(choice, failed);
                       }
                   });
}

void LearnFlows::start(const dialogs::TrainingChoice& choice)
{
    const auto work = [request = requestOf(choice)](store::Store& store) {
        return scenarios::startTraining(store, request, {});
    };
    soon(work, [this](const scenarios::StartedTraining& started) {
        context().project()->jobWatch().refresh();
        Q_EMIT jobStarted(started.job.id);
    });
}

void LearnFlows::saveSet(dialogs::TrainingDialog* dialog, const domain::ParameterSet& set)
{
    if (!scenarios::isParameterSetName(set.name)) {
        common::showError(dialog, tr("The parameters were not saved"),
                          tr("The name becomes a file: it must not begin with a point, nor hold one of / \\ : * ? \" < "
                             "> |."));
        return;
    }
    const auto work = [set, path = folder()](store::Store&) { return truth(scenarios::saveParameterSet(path, set)); };
    soon(work, [this, dialog = QPointer<dialogs::TrainingDialog>(dialog), name = set.name](bool) {
        common::Toast::showMessage(page(), {tr("The parameters are saved as “%1”.").arg(name),
                                            common::ToastKind::Success});
        if (dialog) {
            reloadSets(dialog);
        }
    });
}

void LearnFlows::deleteSet(dialogs::TrainingDialog* dialog, const QString& name)
{
    common::Message question;
    question.title = tr("Delete the saved parameters “%1”?").arg(name);
    question.text = tr("Jobs that were started with them keep their own.");
    question.acceptText = tr("Delete");
    question.kind = common::MessageKind::Danger;
    if (common::confirm(dialog, question) != common::Choice::Accept) {
        return;
    }
    const auto work = [name, path = folder()](store::Store&) {
        return truth(scenarios::removeParameterSet(path, name));
    };
    soon(work, [this, dialog = QPointer<dialogs::TrainingDialog>(dialog)](bool) {
        if (dialog) {
            reloadSets(dialog);
        }
    });
}

void LearnFlows::reloadSets(dialogs::TrainingDialog* dialog)
{
    const auto read = [path = folder()](store::Store&) { return scenarios::parameterSets(path); };
    core::whenDone(context().project()->inBackground(read), dialog,
                   [dialog](const std::vector<domain::ParameterSet>& sets) { dialog->setSets(sets); });
}

void LearnFlows::stop(const domain::EngineJob& job)
{
    soon([job](store::Store&) { return truth(worker::stopJob(job)); },
         [this](bool) { context().project()->jobWatch().refresh(); });
}

void LearnFlows::resume(const domain::EngineJob& job)
{
    soon([job](store::Store&) { return truth(worker::startJob(job)); },
         [this](bool) { context().project()->jobWatch().refresh(); });
}

void LearnFlows::remove(const QList<domain::EngineJob>& jobs)
{
    if (jobs.isEmpty()) {
        return;
    }
    common::Message question;
    question.title = jobs.size() == 1 ? tr("Delete the job %1?").arg(items::jobTitle(jobs.front()))
                                      : tr("Delete %Ln jobs?", nullptr, int(jobs.size()));
    question.text = tr("Log, curves and checkpoint are deleted for good. Models in the library stay.");
    question.acceptText = tr("Delete");
    question.kind = common::MessageKind::Danger;
    if (common::confirm(page(), question) != common::Choice::Accept) {
        return;
    }
    QStringList ids;
    for (const domain::EngineJob& job : jobs) {
        ids.append(job.id);
    }
    const auto work = [ids, path = folder()](store::Store&) {
        worker::JobFolders folders(path);
        for (const QString& id : ids) {
            if (const auto removed = folders.remove(id); !removed) {
                return core::Result<bool>(core::failure(removed.error()));
            }
        }
        return core::Result<bool>(true);
    };
    soon(work, [this, ids](bool) {
        context().project()->jobWatch().refresh();
        Q_EMIT jobsRemoved(ids);
    });
}

void LearnFlows::keepParameters(const domain::EngineJob& job)
{
    auto* question = new QInputDialog(page()->window());
    question->setObjectName(QStringLiteral("setNameDialog"));
    question->setWindowTitle(tr("Save parameters"));
    question->setLabelText(tr("Name"));
    question->setTextValue(items::jobTitle(job));
    question->setOkButtonText(tr("Save"));
    question->setCancelButtonText(tr("Cancel"));
    connect(question, &QInputDialog::textValueSelected, this, [this, job](const QString& name) {
        saveSet(nullptr, {name.trimmed(), job.description, job.algorithm, job.parameters, 0});
    });
    show(question);
}

void LearnFlows::savePredictions(const domain::EngineJob& job)
{
    const QString file = common::chooseSaveFile(page(), {.title = tr("Save the predictions as a manifest"),
                                                         .start = QString(job.name + QStringLiteral(".manifest")),
                                                         .filter = tr("Manifests (*.manifest)"),
                                                         .defaultSuffix = QStringLiteral("manifest")});
    if (file.isEmpty()) {
        return;
    }
    soon([job, file](store::Store&) { return scenarios::writePredictions(job, file, {}); },
         [this](const scenarios::PredictionOutcome& outcome) {
             common::Toast::showMessage(page(), {tr("Wrote %L1 samples with %L2 annotations to %3")
                                                     .arg(outcome.samples)
                                                     .arg(outcome.annotations)
                                                     .arg(QDir::toNativeSeparators(outcome.path)),
                                                 common::ToastKind::Success});
         });
}

} // namespace lw::studio
