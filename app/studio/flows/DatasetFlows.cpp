// SPDX-License-Identifier: GPL-3.0-or-later
//! Dialog, then scenario, each in one function.
#include "app/studio/flows/DatasetFlows.h"

#include "app/scenarios/AddFiles.h"
#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/EditDataset.h"
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/SyncDataset.h"
#include "app/studio/Route.h"
#include "app/studio/flows/MappingPreview.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"
#include "widgets/dialogs/EditDatasetDialog.h"
#include "widgets/dialogs/ImportDialog.h"
#include "widgets/dialogs/NewDatasetDialog.h"

#include <QDir>

namespace lw::studio {

namespace {

scenarios::ImportRequest toScenario(const dialogs::ImportRequest& asked, domain::DatasetId dataset)
{
    scenarios::ImportRequest request;
    request.dataset = dataset;
    request.format = asked.format == dialogs::ImportFormat::Voc ? QStringLiteral("voc") : QStringLiteral("manifest");
    request.from = asked.from;
    request.copiesFiles = asked.copyFiles;
    request.labelsToTake = asked.labelsToTake;
    request.withLabels = asked.withLabels;
    request.hardOnly = asked.hardOnly;
    request.annotationFolder = asked.annotationFolder;
    request.pictureFolder = asked.pictureFolder;
    for (const dialogs::SourceRule& rule : asked.rules) {
        request.mapping.push_back({rule.prefix, rule.folder});
    }
    return request;
}

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
             [this](const domain::Dataset& made) {
                 Q_EMIT datasetCreated(made.id);
                 // A folder full of pictures should show them without another command.
                 sync(made.id);
             });
    });
    show(dialog);
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
    question.text = tr("Pictures and published files stay on disk. Its %Ln samples disappear from this project.",
                       nullptr, int(dataset->counters.total));
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
        common::Toast::showMessage(page(), {tr("“%1” was deleted.").arg(name), common::ToastKind::Success});
        Q_EMIT datasetDeleted(id);
    });
}

void DatasetFlows::importInto(domain::DatasetId id, const QString& from)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    auto* dialog =
        new dialogs::ImportDialog(dataset->name, dataset->inputLocation, mappingPreviewer(dataset->inputLocation),
                                  context().settings().file(), page()->window());
    if (!from.isEmpty()) {
        dialog->setFormat(from.endsWith(QLatin1String(".manifest")) ? dialogs::ImportFormat::Manifest
                                                                    : dialogs::ImportFormat::Voc);
        dialog->setFrom(from);
    }
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, name = dataset->name] {
        scenarios::ImportRequest request = toScenario(dialog->request(), id);
        request.maxPixels = context().settings().maxPixels();
        jobs::JobRequest job;
        job.title = [name] { return tr("Import into %1").arg(name); };
        job.kind = domain::TaskKind::Import;
        job.dataset = id;
        job.target = request.from;
        job.link = samplesRoute(id);
        job.work = [request, store = &store()](const core::Control& control) {
            return jobResult<scenarios::ImportOutcome>(
                scenarios::importDataset(*store, request, control), [](const scenarios::ImportOutcome& outcome) {
                    return tr("Imported: %L1 new samples, %L2 updated, %L3 annotations; %L4 problems")
                        .arg(outcome.counts.samplesAdded)
                        .arg(outcome.counts.samplesUpdated)
                        .arg(outcome.counts.annotationsAdded)
                        .arg(outcome.problems.count());
                });
        };
        start(std::move(job));
    });
    show(dialog);
}

void DatasetFlows::sync(domain::DatasetId id)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    jobs::JobRequest job;
    job.title = [name = dataset->name] { return tr("Sync %1").arg(name); };
    job.kind = domain::TaskKind::Sync;
    job.dataset = id;
    job.target = dataset->inputLocation;
    job.link = samplesRoute(id);
    job.work = [id, maxPixels = context().settings().maxPixels(), store = &store()](const core::Control& control) {
        return jobResult<scenarios::SyncOutcome>(
            scenarios::syncDataset(*store, id, control, maxPixels), [](const scenarios::SyncOutcome& outcome) {
                return tr("Synced: %L1 new, %L2 changed, %L3 missing, %L4 found again")
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
