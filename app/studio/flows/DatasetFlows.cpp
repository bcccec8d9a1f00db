// SPDX-License-Identifier: GPL-3.0-or-later
//! Dialog, then scenario, each in one function.
#include "app/studio/flows/DatasetFlows.h"

#include "app/scenarios/AddFiles.h"
#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/EditDataset.h"
#include "app/scenarios/PreviewImport.h"
#include "app/scenarios/SyncDataset.h"
#include "app/studio/Route.h"
#include "app/studio/flows/ImportFlow.h"
#include "app/studio/flows/TrashFlows.h"
#include "engine/formats/FormatGuess.h"
#include "engine/formats/FormatRegistry.h"
#include "engine/formats/PictureNames.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"
#include "widgets/dialogs/EditDatasetDialog.h"
#include "widgets/dialogs/NewDatasetDialog.h"

#include <QDir>
#include <QFileInfo>

namespace lw::studio {

namespace {

QString samplesRoute(domain::DatasetId id)
{
    return Route{.page = PageKind::Samples, .dataset = id}.toText();
}

} // namespace

void DatasetFlows::createDataset(const QString& inputLocation)
{
    const QString outputs = QDir(context().project()->folder()).filePath(QStringLiteral("output"));
    auto* dialog =
        new dialogs::NewDatasetDialog(datasetNames(), outputs, context().settings().file(), page()->window());
    if (!inputLocation.isEmpty()) {
        dialog->setInputLocation(inputLocation);
    }
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const dialogs::NewDataset asked = dialog->dataset();
        scenarios::CreateDatasetRequest request;
        request.name = asked.name;
        request.description = asked.description;
        request.type = asked.type;
        request.inputLocation = asked.inputLocation;
        request.outputLocation = asked.outputLocation;
        request.labels = asked.labels;
        soon([request](store::Store& store) { return scenarios::createDataset(store, request); },
             [this, format = asked.importFormat](const domain::Dataset& made) {
                 Q_EMIT datasetCreated(made.id);
                 // A folder full of pictures should show them without another command.
                 format.isEmpty() ? sync(made.id) : (new ImportFlow(context(), page()))->fill(made, format);
             });
    });
    connect(dialog, &dialogs::NewDatasetDialog::lookRequested, this,
            [this, dialog = QPointer<dialogs::NewDatasetDialog>(dialog)](const QString& folder) {
                look(folder, [dialog, folder](const std::optional<dialogs::FoundAnnotations>& found) {
                    if (dialog) {
                        dialog->setFound(folder, found);
                    }
                });
            });
    show(dialog);
}

void DatasetFlows::look(const QString& folder,
                        const std::function<void(const std::optional<dialogs::FoundAnnotations>&)>& tell)
{
    m_looking.request_stop();
    m_looking = std::stop_source();
    core::Control control;
    control.stop = m_looking.get_token();
    soon([folder, control](store::Store&) { return scenarios::recogniseDataset(folder, control); },
         [tell](const std::optional<scenarios::FoundDataset>& found) {
             if (!found) {
                 tell(std::nullopt);
                 return;
             }
             dialogs::FoundAnnotations answer{found->type, {}, found->format, found->reason};
             for (const domain::DatasetType type : domain::kAllDatasetTypes) {
                 if (formats::fits(*formats::findFormat(found->format), type)) {
                     answer.types.push_back(type);
                 }
             }
             tell(answer);
         });
}

void DatasetFlows::editDataset(domain::DatasetId id)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    auto* dialog = new dialogs::EditDatasetDialog(*dataset, datasetNames(id), page()->window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, before = *dataset] {
        const domain::Dataset after = dialog->dataset();
        scenarios::EditDatasetRequest request;
        if (after.name != before.name) {
            request.name = after.name;
        }
        if (after.description != before.description) {
            request.description = after.description;
        }
        if (after.inputLocation != before.inputLocation) {
            request.inputLocation = after.inputLocation;
        }
        if (after.outputLocation != before.outputLocation) {
            request.outputLocation = after.outputLocation;
        }
        if (after.defaultShape != before.defaultShape && after.defaultShape) {
            request.defaultShape = after.defaultShape;
        }
        if (after.allowsAllShapes != before.allowsAllShapes) {
            request.allowsAllShapes = after.allowsAllShapes;
        }
        soon([id, request](store::Store& store) { return scenarios::editDataset(store, id, request); },
             [](const domain::Dataset&) {});
    });
    show(dialog);
}

void DatasetFlows::deleteDataset(domain::DatasetId id)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    common::Message question;
    question.title = tr("Delete the dataset “%1”?").arg(dataset->name);
    question.text = tr("Pictures and published files stay on disk. Its %Ln samples move to the trash with it.", nullptr,
                       int(dataset->counters.total));
    question.acceptText = tr("Delete the dataset");
    question.kind = common::MessageKind::Danger;
    if (common::confirm(page(), question) != common::Choice::Accept) {
        return;
    }
    const auto remove = [id](store::Store& store) -> core::Result<bool> {
        const auto done = scenarios::deleteDataset(store, id);
        return done ? core::Result<bool>(true) : core::Result<bool>(core::failure(done.error()));
    };
    soon(remove, [this, id, name = dataset->name](bool) {
        auto* trash = new TrashFlows(context(), page());
        trash->tellDeleted(tr("“%1” was moved to the trash.").arg(name), domain::TrashKind::Dataset, id.value);
        Q_EMIT datasetDeleted(id);
    });
}

void DatasetFlows::importInto(domain::DatasetId id, const QString& from)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    (new ImportFlow(context(), page()))->open(*dataset, from);
}

void DatasetFlows::take(domain::DatasetId id, const QStringList& paths)
{
    const auto dataset = find(id);
    if (!dataset || paths.isEmpty()) {
        return;
    }
    if (paths.size() > 1) {
        addFiles(id, paths);
        return;
    }
    const auto look = [path = paths.front(), type = dataset->type](store::Store&) {
        return formats::guessFormats(path, type);
    };
    soon(look, [this, id, paths](const std::vector<formats::FormatGuess>& guesses) {
        const QString& path = paths.front();
        const bool isPlain = QFileInfo(path).isDir() || formats::hasPictureSuffix(path.toStdString());
        // Other files are shown in the dialog too, which says what was looked for.
        guesses.empty() && isPlain ? addFiles(id, paths) : importInto(id, path);
    });
}

void DatasetFlows::sync(domain::DatasetId id)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    jobs::JobRequest job;
    job.title = [name = dataset->name] { return tr("Synchronize %1").arg(name); };
    job.kind = domain::TaskKind::Sync;
    job.dataset = id;
    job.target = dataset->inputLocation;
    job.link = samplesRoute(id);
    job.work = [id, maxPixels = context().settings().maxPixels(), store = &store()](const core::Control& control) {
        return jobResult<scenarios::SyncOutcome>(
            scenarios::syncDataset(*store, id, control, maxPixels), [](const scenarios::SyncOutcome& outcome) {
                return tr("Synchronized: %L1 new, %L2 changed, %L3 missing, %L4 found again")
                    .arg(outcome.added)
                    .arg(outcome.changed)
                    .arg(outcome.missing)
                    .arg(outcome.found);
            });
    };
    start(std::move(job));
}

void DatasetFlows::addFiles(domain::DatasetId id, QStringList paths)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    if (paths.isEmpty()) {
        paths =
            common::chooseOpenFiles(page(), tr("Add pictures to %1").arg(dataset->name), {},
                                    tr("Pictures (*.jpg *.jpeg *.png *.bmp *.gif *.tif *.tiff *.webp);;All files (*)"));
    }
    if (paths.isEmpty()) {
        return;
    }
    jobs::JobRequest job;
    job.title = [name = dataset->name] { return tr("Add pictures to %1").arg(name); };
    job.kind = domain::TaskKind::AddFiles;
    job.dataset = id;
    job.target = dataset->inputLocation;
    job.link = samplesRoute(id);
    job.work = [id, paths, maxPixels = context().settings().maxPixels(),
                store = &store()](const core::Control& control) {
        return jobResult<scenarios::AddFilesOutcome>(
            scenarios::addFiles(*store, id, paths, control, maxPixels), [](const scenarios::AddFilesOutcome& outcome) {
                return tr("Added %L1 pictures, left out %L2").arg(outcome.added).arg(outcome.skipped);
            });
    };
    start(std::move(job));
}

} // namespace lw::studio
