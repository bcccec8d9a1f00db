// SPDX-License-Identifier: GPL-3.0-or-later
//! Dialogs and background work around the library.
#include "app/studio/flows/ModelFlows.h"

#include "app/scenarios/Messages.h"
#include "app/scenarios/SmartLabel.h"
#include "app/scenarios/UseModel.h"
#include "app/studio/learning/TryDialog.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/items/EngineTexts.h"
#include "models/items/LibraryModelListModel.h"
#include "models/items/Texts.h"
#include "models/store/DatasetRepository.h"
#include "models/store/VersionRepository.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"
#include "widgets/dialogs/EvaluateDialog.h"
#include "widgets/dialogs/ImportAssistantDialog.h"
#include "widgets/dialogs/ImportModelDialog.h"

#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QJsonArray>

#include <algorithm>

namespace lw::studio {

namespace {

core::Result<bool> truth(const core::Result<>& done)
{
    return done ? core::Result<bool>(true) : core::Result<bool>(core::failure(done.error()));
}

/// Datasets on whose labels a model of that type can be measured.
core::Result<std::vector<dialogs::TrainingDataset>> datasetsOf(store::Store& store, domain::DatasetType type)
{
    const auto all = store::DatasetRepository(store).list();
    if (!all) {
        return core::failure(all.error());
    }
    std::vector<dialogs::TrainingDataset> fitting;
    for (const domain::Dataset& dataset : *all) {
        if (dataset.type == type) {
            fitting.push_back({dataset.id, dataset.name, dataset.type, dataset.counters.labelled,
                               store::VersionRepository(store).list(dataset.id).value_or(
                                   std::vector<domain::Version>{})});
        }
    }
    return fitting;
}

/// What the worker says about a file, in sentences.
QStringList findingsOf(const QJsonObject& found)
{
    QStringList lines;
    const QString net = found.value(QLatin1String("net")).toString();
    const int missing = int(found.value(QLatin1String("missing")).toArray().size());
    const int unexpected = int(found.value(QLatin1String("unexpected")).toArray().size());
    if (found.value(QLatin1String("format")).toString() == QLatin1String("torchscript") && net.isEmpty()) {
        lines.append(ModelFlows::tr("A TorchScript program. Give it a list of labels to use it."));
        return lines;
    }
    if (net.isEmpty()) {
        lines.append(ModelFlows::tr("The network is none of those that this program knows."));
    } else {
        const int classes = found.value(QLatin1String("classes")).toInt();
        lines.append(classes > 0 ? ModelFlows::tr("%1 with %Ln outputs", nullptr, classes).arg(items::algorithmTitle(net))
                                 : ModelFlows::tr("%1 without outputs of its own: it can start a training")
                                       .arg(items::algorithmTitle(net)));
    }
    if (missing > 0) {
        lines.append(ModelFlows::tr("%Ln of its numbers are missing in the file; they begin anew.", nullptr, missing));
    }
    if (unexpected > 0) {
        lines.append(ModelFlows::tr("%Ln numbers in the file have no place in it and are left out.", nullptr,
                                    unexpected));
    }
    return lines;
}

} // namespace

ModelFlows::ModelFlows(AppContext& context, QWidget* page) : FlowHost(context, page) {}

void ModelFlows::importModel(const QString& file)
{
    auto* dialog = new dialogs::ImportModelDialog(context().settings().file(), page()->window());
    connect(dialog, &dialogs::ImportModelDialog::inspectRequested, this,
            [this, dialog](const QString& path) { inspect(dialog, path); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { import(dialog->choice()); });
    if (!file.isEmpty()) {
        dialog->setFile(file);
    }
    show(dialog);
}

void ModelFlows::inspect(dialogs::ImportModelDialog* dialog, const QString& file)
{
    const auto asked = context().engine().ask(QStringLiteral("inspect"), {{QStringLiteral("path"), file}});
    core::whenDone(asked, dialog, [dialog, file](const jobs::EngineService::Answer& answer) {
        if (answer) {
            dialog->setFindings(file, findingsOf(*answer), false);
        } else if (answer.error().code != core::ErrorCode::Cancelled) {
            dialog->setFindings(file, {scenarios::errorText(answer.error())}, true);
        }
    });
}

void ModelFlows::import(const dialogs::ModelImportChoice& choice)
{
    worker::ModelImport request;
    request.name = choice.name;
    request.file = choice.file;
    request.labelsFile = choice.labelsFile;
    request.description = choice.description;
    const auto work = [request, folder = context().project()->folder()](worker::WorkerSession& session) {
        return worker::ModelLibrary(folder).importFile(request, session);
    };
    core::whenDone(
        context().engine().withSession(work), this, [this](const core::Result<domain::LibraryModel>& imported) {
            if (!imported) {
                common::showError(page(), tr("The model was not imported"), scenarios::errorText(imported.error()));
                return;
            }
            tellImported(*imported);
        });
}

void ModelFlows::tellImported(const domain::LibraryModel& model)
{
    common::Toast::showMessage(
        page(),
        {tr("Imported %1: %2").arg(items::modelTitle(model), items::modelTaskText(model)), common::ToastKind::Success});
    Q_EMIT libraryChanged();
}

void ModelFlows::importAssistant()
{
    importAssistant(dialogs::AssistantChoice());
}

void ModelFlows::importAssistant(const dialogs::AssistantChoice& before)
{
    auto* dialog = new dialogs::ImportAssistantDialog(context().settings().file(), page()->window());
    if (!before.encoder.isEmpty()) {
        dialog->setChoice(before);
    }
    connect(dialog, &QDialog::accepted, this, [this, dialog] { import(dialog->choice()); });
    show(dialog);
}

void ModelFlows::import(const dialogs::AssistantChoice& choice)
{
    const worker::AssistantImport request{choice.name, choice.encoder, choice.decoder, {}, choice.side};
    const auto work = [request, folder = context().project()->folder()](worker::WorkerSession& session) {
        return worker::ModelLibrary(folder).importAssistant(request, session);
    };
    common::Toast::showMessage(page(), {tr("Trying the assistant…"), common::ToastKind::Info});
    core::whenDone(
        context().engine().withSession(work), this, [this, choice](const core::Result<domain::LibraryModel>& imported) {
            if (imported) {
                tellImported(*imported);
                return;
            }
            common::showError(page(), tr("The assistant was not imported"), scenarios::errorText(imported.error()));
            importAssistant(choice); // with what was entered
        });
}

void ModelFlows::exportModel(const domain::LibraryModel& model)
{
    const QString suffix = QFileInfo(model.file).suffix();
    const QString file =
        common::chooseSaveFile(page(), {.title = tr("Export the model"),
                                        .start = QString(model.id + u'.' + suffix),
                                        .filter = tr("Model (*.%1)").arg(suffix),
                                        .defaultSuffix = suffix});
    if (file.isEmpty()) {
        return;
    }
    const auto work = [file, id = model.id](store::Store& store) -> core::Result<bool> {
        // The chooser has asked whether it may be replaced.
        if (QFile::exists(file) && !QFile::remove(file)) {
            return core::failure(core::ErrorCode::WriteFailed, {}, file);
        }
        return truth(worker::ModelLibrary(store.folder()).exportTo(id, file));
    };
    soon(work, [this, file](bool) {
        common::Toast::showMessage(page(), {tr("Exported to %1").arg(QDir::toNativeSeparators(file)),
                                            common::ToastKind::Success});
    });
}

void ModelFlows::removeModel(const domain::LibraryModel& model)
{
    common::Message question;
    question.title = tr("Delete the model %1?").arg(items::modelTitle(model));
    question.text = model.jobId.isEmpty() ? tr("The file that it was imported from stays where it is.")
                                          : tr("The job that trained it stays.");
    question.acceptText = tr("Delete the model");
    question.kind = common::MessageKind::Danger;
    if (common::confirm(page(), question) == common::Choice::Accept) {
        soon([id = model.id](
                 store::Store& store) { return truth(worker::ModelLibrary(store.folder()).remove(id)); },
             [this](bool) { Q_EMIT libraryChanged(); });
    }
}

void ModelFlows::evaluateTrained(const QString& jobId)
{
    const auto find = [jobId](store::Store& store) -> core::Result<domain::LibraryModel> {
        for (const domain::LibraryModel& each : worker::ModelLibrary(store.folder()).list()) {
            if (each.jobId == jobId) {
                return each;
            }
        }
        return core::failure(core::ErrorCode::NotFound, jobId);
    };
    soon(find, [this](const domain::LibraryModel& model) { evaluate(model); });
}

void ModelFlows::evaluate(const domain::LibraryModel& model)
{
    if (!model.type) {
        return;
    }
    soon([type = *model.type](store::Store& store) { return datasetsOf(store, type); },
         [this, model](const std::vector<dialogs::TrainingDataset>& datasets) {
             if (datasets.empty()) {
                 common::showInfo(page(), tr("There is nothing to compare with"),
                                  tr("The project has no dataset of the type “%1”.").arg(items::typeText(*model.type)));
                 return;
             }
             auto* dialog = new dialogs::EvaluateDialog(items::modelTitle(model), datasets,
                                                        context().settings().file(), page()->window());
             connect(dialog, &QDialog::accepted, this, [this, dialog, model] {
                 scenarios::EvaluationRequest request;
                 request.model = model.id;
                 request.input = {dialog->input().dataset, dialog->input().version};
                 request.part = dialog->isValidationOnly() ? scenarios::UsedPart::Validation : scenarios::UsedPart::All;
                 soon([request](store::Store& store) { return scenarios::startEvaluation(store, request, {}); },
                      [this](const scenarios::StartedEvaluation& started) {
                          context().project()->jobWatch().refresh();
                          Q_EMIT jobStarted(started.job.id);
                      });
             });
             show(dialog);
         });
}

void ModelFlows::useForSmartLabelling(const domain::LibraryModel& model)
{
    const auto read = [type = model.type](store::Store& store) -> core::Result<std::vector<domain::Dataset>> {
        auto all = store::DatasetRepository(store).list();
        if (all) {
            std::erase_if(*all, [&type](const domain::Dataset& each) {
                return type ? each.type != *type : !scenarios::canSmartLabel(each.type);
            });
        }
        return all;
    };
    soon(read, [this, model](const std::vector<domain::Dataset>& datasets) {
        if (datasets.empty()) {
            common::showInfo(page(), tr("There is nothing to label"),
                             model.type ? tr("The project has no dataset of the type “%1”.").arg(items::typeText(*model.type))
                                        : tr("The project has no dataset that a machine can label."));
        } else if (datasets.size() == 1) {
            Q_EMIT smartLabelRequested(datasets.front().id, model.id);
        } else {
            chooseDataset(datasets, model.id);
        }
    });
}

void ModelFlows::chooseDataset(const std::vector<domain::Dataset>& datasets, const QString& modelId)
{
    auto* question = new QInputDialog(page()->window());
    question->setObjectName(QStringLiteral("chooseDatasetDialog"));
    question->setWindowTitle(tr("Use for smart labelling"));
    question->setLabelText(tr("Dataset"));
    QStringList names;
    for (const domain::Dataset& each : datasets) {
        names.append(each.name);
    }
    question->setComboBoxItems(names);
    question->setOkButtonText(tr("Go on"));
    question->setCancelButtonText(tr("Cancel"));
    connect(question, &QInputDialog::textValueSelected, this, [this, datasets, modelId](const QString& name) {
        const auto chosen = std::ranges::find(datasets, name, &domain::Dataset::name);
        if (chosen != datasets.end()) {
            Q_EMIT smartLabelRequested(chosen->id, modelId);
        }
    });
    show(question);
}

void ModelFlows::predictFolder(const domain::LibraryModel& model)
{
    const QString folder = common::chooseFolder(page(), tr("Choose the folder with the pictures"));
    if (folder.isEmpty()) {
        return;
    }
    scenarios::PredictionRequest request;
    request.model = model.id;
    request.folder = folder;
    soon([request](store::Store& store) { return scenarios::startPrediction(store.folder(), request, {}); },
         [this](const scenarios::StartedPrediction& started) {
             context().project()->jobWatch().refresh();
             Q_EMIT jobStarted(started.job.id);
         });
}

void ModelFlows::tryOn(const domain::LibraryModel& model)
{
    show(new TryDialog(context(), model, page()->window()));
}

} // namespace lw::studio
