// SPDX-License-Identifier: GPL-3.0-or-later
//! Publishing, versions and exports as dialogs and jobs.
#include "app/studio/flows/OutputFlows.h"

#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/LossText.h"
#include "app/scenarios/PublishVersion.h"
#include "app/studio/Route.h"
#include "app/studio/flows/TrashFlows.h"
#include "models/store/TurnedPictures.h"
#include "models/store/VersionRepository.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"
#include "widgets/dialogs/CompareVersionsDialog.h"
#include "widgets/dialogs/ExportDialog.h"
#include "widgets/dialogs/LossDialog.h"
#include "widgets/dialogs/PublishDialog.h"

#include <QDir>
#include <QPointer>

#include <algorithm>

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

scenarios::ExportRequest folderRequest(const domain::Dataset& dataset, const dialogs::ExportRequest& asked,
                                       const scenarios::SampleChoice& samples)
{
    scenarios::ExportRequest request;
    request.dataset = dataset.id;
    request.samples = samples;
    request.format = asked.format;
    request.to = asked.folder;
    request.withHard = asked.withHard;
    request.devkitLayout = asked.devkitLayout;
    request.check = asked.check;
    return request;
}

QString exportSummary(const scenarios::ExportOutcome& outcome)
{
    const QString path = QDir::toNativeSeparators(outcome.path);
    if (!outcome.check) {
        return OutputFlows::tr("Exported %L1 samples with %L2 annotations to %3")
            .arg(outcome.samples)
            .arg(outcome.annotations)
            .arg(path);
    }
    return outcome.check->differences == 0
               ? OutputFlows::tr("Exported %L1 samples with %L2 annotations to %3; read back, they are the same")
                     .arg(outcome.samples)
                     .arg(outcome.annotations)
                     .arg(path)
               : OutputFlows::tr("Exported %L1 samples with %L2 annotations to %3; read back, %L4 samples differ")
                     .arg(outcome.samples)
                     .arg(outcome.annotations)
                     .arg(path)
                     .arg(outcome.check->differences);
}

std::function<jobs::JobResult(const core::Control&)> folderWork(store::Store& store, const domain::Dataset& dataset,
                                                                const dialogs::ExportRequest& asked,
                                                                const scenarios::SampleChoice& samples)
{
    return [request = folderRequest(dataset, asked, samples), store = &store](const core::Control& control) {
        return jobResult<scenarios::ExportOutcome>(scenarios::exportDataset(*store, request, control), exportSummary);
    };
}

std::vector<dialogs::ExportFormat> formatsFor(const domain::Dataset& dataset)
{
    std::vector<dialogs::ExportFormat> list;
    for (const formats::Format& format : formats::allFormats()) {
        if (format.makeWriter != nullptr && formats::fits(format, dataset.type)) {
            list.push_back({QString::fromLatin1(format.id), scenarios::formatText(format),
                            format.abilities.hardAnnotations || format.abilities.hardSamples});
        }
    }
    if (dataset.type == domain::DatasetType::ImageClassification) {
        // The first is offered: a text file per picture holds every label of it (IO-5).
        std::stable_partition(list.begin(), list.end(),
                              [](const dialogs::ExportFormat& each) { return each.id == QLatin1String("txt"); });
    }
    return list;
}

dialogs::LossDialog::Facts lossFacts(const formats::LossReport& report, const QString& format)
{
    dialogs::LossDialog::Facts facts;
    const formats::Format* chosen = formats::findFormat(format);
    facts.format = chosen != nullptr ? scenarios::formatText(*chosen) : format;
    facts.samples = report.samples;
    facts.annotations = report.annotations;
    for (const formats::Loss& loss : report.losses) {
        dialogs::LossDialog::Row row{scenarios::lossText(loss), {}, loss.samples};
        for (const formats::LostSample& sample : loss.first) {
            row.samples.append(sample.id);
        }
        facts.rows.push_back(std::move(row));
    }
    return facts;
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
                return OutputFlows::tr("Created the dataset %1 with %L2 samples")
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
    facts.formats = formatsFor(*dataset);
    auto* dialog = new dialogs::ExportDialog(facts, context().settings().file(), page()->window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, offer, dataset = *dataset] {
        const ExportAnswer answer{dialog->request()};
        if (answer.asked.target == dialogs::ExportTarget::Folder) {
            showLosses(dataset, offer, answer);
        } else {
            startExport(dataset, offer, answer);
        }
    });
    soon([id](store::Store& store) { return store::turnedCount(store, id); },
         [dialog = QPointer<dialogs::ExportDialog>(dialog)](qint64 turned) {
             if (dialog) {
                 dialog->setTurnedPictures(turned);
             }
         });
    show(dialog);
}

void OutputFlows::showLosses(const domain::Dataset& dataset, const ExportOffer& offer, const ExportAnswer& answer)
{
    const auto read = [request = folderRequest(dataset, answer.asked, choiceOf(answer.asked, offer))](
                          store::Store& store) { return scenarios::exportLosses(store, request, {}); };
    soon(read, [this, dataset, offer, answer](const formats::LossReport& report) {
        auto* dialog = new dialogs::LossDialog(lossFacts(report, answer.asked.format), page()->window());
        connect(dialog, &dialogs::LossDialog::samplesRequested, this,
                [this, id = dataset.id](const QList<domain::SampleId>& samples) {
                    Q_EMIT lostSamplesRequested(id, samples);
                });
        connect(dialog, &QDialog::accepted, this,
                [this, dataset, offer, answer] { startExport(dataset, offer, answer); });
        show(dialog);
    });
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
                return outcome.draft
                           ? tr("%1 is current now; unpublished work is kept as %2").arg(name, outcome.draft->name)
                           : tr("%1 is current now").arg(name);
            });
    };
    start(std::move(job));
}

void OutputFlows::deleteVersion(const domain::Version& version)
{
    common::Message question;
    question.title = tr("Delete the version %1?").arg(version.name);
    question.text = tr("It moves to the trash. Its published files stay on disk.");
    question.acceptText = tr("Delete the version");
    question.kind = common::MessageKind::Danger;
    if (common::confirm(page(), question) != common::Choice::Accept) {
        return;
    }
    const auto remove = [id = version.id](store::Store& store) -> core::Result<bool> {
        const auto done = scenarios::deleteVersion(store, id);
        return done ? core::Result<bool>(true) : core::Result<bool>(core::failure(done.error()));
    };
    soon(remove, [this, version](bool) {
        auto* trash = new TrashFlows(context(), page());
        trash->tellDeleted(tr("The version %1 was moved to the trash.").arg(version.name), domain::TrashKind::Version,
                           version.id.value);
    });
}

void OutputFlows::compare(const domain::Version& before, const domain::Version& after)
{
    const auto read = [before, after](store::Store& store) {
        return store::VersionRepository(store).diff(before.id, after.id);
    };
    const auto dataset = find(before.datasetId);
    if (!dataset) {
        return;
    }
    soon(read, [this, type = dataset->type, before, after](const store::VersionDiff& diff) {
        auto* dialog = new dialogs::CompareVersionsDialog(type, before, after, diff, page()->window());
        connect(dialog, &dialogs::CompareVersionsDialog::samplesRequested, this, &OutputFlows::samplesRequested);
        connect(dialog, &dialogs::CompareVersionsDialog::sampleRequested, this, &OutputFlows::sampleRequested);
        show(dialog);
    });
}

} // namespace lw::studio
