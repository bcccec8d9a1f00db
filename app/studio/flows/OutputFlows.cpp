// SPDX-License-Identifier: GPL-3.0-or-later
//! Publishing, versions and exports as dialogs and jobs.
#include "app/studio/flows/OutputFlows.h"

#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/PublishVersion.h"
#include "app/studio/Route.h"
#include "models/store/TurnedPictures.h"
#include "models/store/VersionRepository.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"
#include "widgets/dialogs/CompareVersionsDialog.h"
#include "widgets/dialogs/ExportDialog.h"
#include "widgets/dialogs/PublishDialog.h"

#include <QDir>
#include <QPointer>

namespace lw::studio {

/// The dialog's answer, kept out of the header to spare its includers the dialogs.
struct ExportAnswer {
    dialogs::ExportRequest asked;
};

namespace {

scenarios::SampleChoice choiceOf(const dialogs::ExportRequest& asked, const ExportOffer& offer)
{
    scenarios::SampleChoice choice;
    if (asked.scope == dialogs::ExportScope::Selection) {
        choice.selection = offer.selected;
    } else if (asked.scope == dialogs::ExportScope::Filter) {
        // The list that the person saw, not what would match by the time the job runs.
        choice.selection = offer.matching;
    }
    return choice;
}

std::function<jobs::JobResult(const core::Control&)> folderWork(store::Store& store, const domain::Dataset& dataset,
                                                                const dialogs::ExportRequest& asked,
                                                                const scenarios::SampleChoice& samples)
{
    scenarios::ExportRequest request;
    request.dataset = dataset.id;
    request.samples = samples;
    request.format = asked.format == dialogs::ImportFormat::Voc ? QStringLiteral("voc") : QStringLiteral("manifest");
    request.to = asked.folder;
    request.withHard = asked.withHard;
    request.devkitLayout = asked.devkitLayout;
    return [request, store = &store](const core::Control& control) {
        return jobResult<scenarios::ExportOutcome>(
            scenarios::exportDataset(*store, request, control), [](const scenarios::ExportOutcome& outcome) {
                return OutputFlows::tr("Exported %L1 samples with %L2 annotations to %3")
                    .arg(outcome.samples)
                    .arg(outcome.annotations)
                    .arg(QDir::toNativeSeparators(outcome.path));
            });
    };
}

std::function<jobs::JobResult(const core::Control&)> datasetWork(store::Store& store, const domain::Dataset& dataset,
                                                                 const dialogs::ExportRequest& asked,
                                                                 const scenarios::SampleChoice& samples)
{
    scenarios::ExportAsDatasetRequest request;
    request.dataset = dataset.id;
    request.samples = samples;
    request.target.name = asked.datasetName;
    request.target.type = dataset.type;
    request.target.inputLocation = asked.inputLocation;
    request.target.outputLocation = asked.outputLocation;
    request.withHard = asked.withHard;
    return [request, store = &store](const core::Control& control) {
        return jobResult<scenarios::ExportAsDatasetOutcome>(
            scenarios::exportAsDataset(*store, request, control), [](const scenarios::ExportAsDatasetOutcome& outcome) {
                return OutputFlows::tr("Made the dataset %1 of %L2 samples")
                    .arg(outcome.dataset.name)
                    .arg(outcome.samples);
            });
    };
}

} // namespace

void OutputFlows::publish(domain::DatasetId id)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    const store::VersionRepository versions(store());
    dialogs::PublishDialog::Facts facts;
    if (const auto name = versions.nextName(id)) {
        facts.nextName = *name;
    }
    if (const auto all = versions.list(id)) {
        for (const domain::Version& each : *all) {
            facts.takenNames.append(each.name);
        }
    }
    facts.labelled = dataset->counters.labelled;
    facts.unlabelled = dataset->counters.unlabelled;
    facts.toConfirm = dataset->counters.toConfirm;
    facts.outputFolder = dataset->outputLocation;
    auto* dialog = new dialogs::PublishDialog(facts, context().settings().file(), page()->window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, datasetName = dataset->name] {
        const dialogs::PublishRequest asked = dialog->request();
        scenarios::PublishRequest request;
        request.dataset = id;
        request.name = asked.name;
        request.description = asked.description;
        request.trainRatio = asked.trainRatio;
        request.seed = asked.seed;
        request.withHard = asked.withHard;
        jobs::JobRequest job;
        job.title = [datasetName, version = asked.name] { return tr("Publish %1 of %2").arg(version, datasetName); };
        job.kind = domain::TaskKind::Publish;
        job.dataset = id;
        job.target = asked.name;
        job.link = Route{.page = PageKind::Versions, .dataset = id}.toText();
        job.work = [request, store = &store()](const core::Control& control) {
            return jobResult<scenarios::PublishOutcome>(scenarios::publishVersion(*store, request, control),
                                                        [](const scenarios::PublishOutcome& outcome) {
                                                            return tr("Published %1: %L2 samples, %L3 annotations")
                                                                .arg(outcome.version.name)
                                                                .arg(outcome.version.samples)
                                                                .arg(outcome.version.annotations);
                                                        });
        };
        start(std::move(job));
    });
    show(dialog);
}

void OutputFlows::exportFrom(domain::DatasetId id, const ExportOffer& offer)
{
    const auto dataset = find(id);
    if (!dataset) {
        return;
    }
    dialogs::ExportDialog::Facts facts;
    facts.selected = offer.selected.size();
    facts.matching = offer.isFiltered ? offer.matching.size() : dataset->counters.total;
    facts.total = dataset->counters.total;
    facts.isFiltered = offer.isFiltered;
    facts.takenNames = datasetNames();
    facts.suggestedName = dataset->name;
    auto* dialog = new dialogs::ExportDialog(facts, context().settings().file(), page()->window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, offer, dataset = *dataset] {
        startExport(dataset, offer, ExportAnswer{dialog->request()});
    });
    soon([id](store::Store& store) { return store::turnedCount(store, id); },
         [dialog = QPointer<dialogs::ExportDialog>(dialog)](qint64 turned) {
             if (dialog) {
                 dialog->setTurnedPictures(turned);
             }
         });
    show(dialog);
}

void OutputFlows::startExport(const domain::Dataset& dataset, const ExportOffer& offer, const ExportAnswer& answer)
{
    const dialogs::ExportRequest& asked = answer.asked;
    const scenarios::SampleChoice samples = choiceOf(asked, offer);
    const bool toFolder = asked.target == dialogs::ExportTarget::Folder;
    jobs::JobRequest job;
    job.title = [name = dataset.name] { return tr("Export from %1").arg(name); };
    job.kind = domain::TaskKind::Export;
    job.dataset = dataset.id;
    job.target = toFolder ? asked.folder : asked.datasetName;
    job.link = toFolder ? QString() : Route{.page = PageKind::Datasets}.toText();
    job.work = toFolder ? folderWork(store(), dataset, asked, samples) : datasetWork(store(), dataset, asked, samples);
    start(std::move(job));
}

void OutputFlows::setCurrentVersion(const domain::Version& version)
{
    jobs::JobRequest job;
    job.title = [name = version.name] { return tr("Go back to %1").arg(name); };
    job.kind = domain::TaskKind::SetCurrent;
    job.dataset = version.datasetId;
    job.target = version.name;
    job.link = Route{.page = PageKind::Samples, .dataset = version.datasetId}.toText();
    job.work = [version, store = &store()](const core::Control&) {
        return jobResult<scenarios::SetCurrentOutcome>(
            scenarios::setCurrentVersion(*store, version.id),
            [name = version.name](const scenarios::SetCurrentOutcome& outcome) {
                return outcome.draft ? tr("%1 is current now; what was not published is kept as %2")
                                           .arg(name, outcome.draft->name)
                                     : tr("%1 is current now").arg(name);
            });
    };
    start(std::move(job));
}

void OutputFlows::deleteVersion(const domain::Version& version)
{
    common::Message question;
    question.title = tr("Delete the version %1?").arg(version.name);
    question.text = tr("It disappears from this list. Its published files stay on disk.");
    question.acceptText = tr("Delete the version");
    question.kind = common::MessageKind::Danger;
    if (common::confirm(page(), question) != common::Choice::Accept) {
        return;
    }
    const auto remove = [id = version.id](store::Store& store) -> core::Result<bool> {
        const auto done = scenarios::deleteVersion(store, id);
        return done ? core::Result<bool>(true) : core::Result<bool>(core::failure(done.error()));
    };
    soon(remove, [](bool) {});
}

void OutputFlows::compare(const domain::Version& before, const domain::Version& after)
{
    const auto read = [before, after](store::Store& store) {
        return store::VersionRepository(store).diff(before.id, after.id);
    };
    soon(read, [this, before, after](const store::VersionDiff& diff) {
        auto* dialog = new dialogs::CompareVersionsDialog(before, after, diff, page()->window());
        connect(dialog, &dialogs::CompareVersionsDialog::samplesRequested, this, &OutputFlows::samplesRequested);
        show(dialog);
    });
}

} // namespace lw::studio
