// SPDX-License-Identifier: GPL-3.0-or-later
//! Label dialogs and the deletion of samples.
#include "app/studio/flows/LabelFlows.h"

#include "app/scenarios/DeleteSamples.h"
#include "app/scenarios/EditLabels.h"
#include "models/store/BatchRepository.h"
#include "models/store/SampleRepository.h"
#include "models/store/TrashRepository.h"
#include "widgets/common/Toast.h"
#include "widgets/dialogs/DeleteSamplesDialog.h"
#include "widgets/dialogs/LabelEditDialog.h"

namespace lw::studio {

namespace {

QString deletionText(const scenarios::DeleteSamplesOutcome& done)
{
    if (done.samples == 0) {
        return LabelFlows::tr("Moved to the trash");
    }
    if (done.files == 0) {
        return LabelFlows::tr("Moved %Ln samples to the trash", nullptr, int(done.samples));
    }
    return LabelFlows::tr("Removed %L1 samples and %L2 files").arg(done.samples).arg(done.files);
}

/// `items` are what was to go; what of it is in the trash now can be brought back by "Undo".
jobs::JobResult deletionResult(store::Store& store, const core::Result<scenarios::DeleteSamplesOutcome>& outcome,
                               domain::TrashKind kind, const QList<qint64>& items)
{
    jobs::JobResult result = jobResult<scenarios::DeleteSamplesOutcome>(outcome, deletionText);
    // Files that are gone do not come back, so then "Undo" would promise too much.
    if (outcome && outcome->files == 0) {
        result.deleted = store::TrashRepository(store).idsOf(kind, items).value_or(QList<domain::TrashId>());
    }
    return result;
}

} // namespace

const domain::Label* LabelFlows::labelOf(domain::LabelId id) const
{
    return context().project()->labels(m_dataset).find(id);
}

void LabelFlows::edit(domain::LabelId id)
{
    const domain::Label* label = labelOf(id);
    if (!label) {
        return;
    }
    std::vector<domain::Label> others;
    for (const domain::Label& each : context().project()->labels(m_dataset).labels()) {
        if (each.id != id) {
            others.push_back(each);
        }
    }
    auto* dialog = new dialogs::LabelEditDialog(*label, others, page()->window());
    QHash<QString, QString> reserved;
    for (const ActionInfo& info : context().shortcuts().actions()) {
        if (scopesMeet(info.scope, ActionScope::Canvas)) {
            for (const QKeySequence& keys : context().shortcuts().keys(info.id)) {
                reserved.insert(keys.toString(QKeySequence::PortableText), info.text);
            }
        }
    }
    dialog->setReservedKeys(reserved);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before = *label] {
        apply(before, dialog->label(), dialog->jointOrigins());
    });
    show(dialog);
}

void LabelFlows::apply(const domain::Label& before, const domain::Label& after, const std::vector<int>& jointOrigins)
{
    if (after.name != before.name) {
        rename(before.id, after.name);
    }
    scenarios::LabelChange change;
    change.colour = after.colour;
    change.shortcut = after.shortcut;
    change.attributes = after.attributes;
    if (after.skeleton != before.skeleton) {
        change.skeleton = after.skeleton;
        change.jointOrigins = jointOrigins;
    }
    const auto write = [change, id = before.id, dataset = m_dataset](store::Store& store) -> core::Result<bool> {
        const auto done = scenarios::changeLabel(store, dataset, id, change);
        return done ? core::Result<bool>(true) : core::Result<bool>(core::failure(done.error()));
    };
    soon(write, [](bool) {});
}

void LabelFlows::rename(domain::LabelId label, const QString& name)
{
    const auto write = [label, name, dataset = m_dataset](store::Store& store) {
        return scenarios::renameLabel(store, dataset, label, name);
    };
    soon(write, [this, name](const scenarios::RenameOutcome& outcome) {
        const QString text = outcome.isMerged
                                 ? tr("Merged into %1 on %Ln samples.", nullptr, int(outcome.samples)).arg(name)
                                 : tr("Renamed to %1 on %Ln samples.", nullptr, int(outcome.samples)).arg(name);
        common::Toast::showMessage(page(), {text, common::ToastKind::Success});
    });
}

void LabelFlows::remove(domain::LabelId id)
{
    const domain::Label* label = labelOf(id);
    if (!label) {
        return;
    }
    const auto count = [id](store::Store& store) { return store::BatchRepository(store).exclusiveSamples(id); };
    soon(count, [this, label = *label](const QList<domain::SampleId>& exclusive) {
        auto* dialog = new dialogs::DeleteLabelDialog(label, exclusive.size(), page()->window());
        connect(dialog, &QDialog::accepted, this, [this, dialog, label] { startRemoval(label, dialog->choice()); });
        show(dialog);
    });
}

void LabelFlows::startRemoval(const domain::Label& label, dialogs::LabelRemoval choice)
{
    using scenarios::LabelDeletion;
    const LabelDeletion mode = choice == dialogs::LabelRemoval::LabelOnly     ? LabelDeletion::LabelOnly
                               : choice == dialogs::LabelRemoval::WithSamples ? LabelDeletion::WithSamples
                                                                              : LabelDeletion::WithSamplesAndFiles;
    jobs::JobRequest job;
    job.title = [name = label.name] { return tr("Delete the label %1").arg(name); };
    job.kind = domain::TaskKind::DeleteSamples;
    job.dataset = m_dataset;
    job.target = label.name;
    job.work = [id = label.id, dataset = m_dataset, mode, store = &store()](const core::Control& control) {
        return deletionResult(*store, scenarios::deleteLabel(*store, id, dataset, mode, control),
                              domain::TrashKind::Label, {id.value});
    };
    start(std::move(job));
}

void LabelFlows::deleteSamples(const QList<domain::SampleId>& samples)
{
    if (samples.isEmpty()) {
        return;
    }
    struct Facts {
        store::SampleUsageReport uses;
        qint64 annotations = 0;
    };
    const auto read = [samples, dataset = m_dataset](store::Store& store) -> core::Result<Facts> {
        const auto uses = scenarios::usesOfSamples(store, dataset, samples);
        if (!uses) {
            return core::failure(uses.error());
        }
        const auto labels = store::SampleRepository(store).labelUse(dataset, samples);
        if (!labels) {
            return core::failure(labels.error());
        }
        Facts facts{*uses, 0};
        for (const store::LabelUse& each : *labels) {
            facts.annotations += each.annotations;
        }
        return facts;
    };
    soon(read, [this, samples](const Facts& facts) {
        dialogs::DeleteSamplesDialog::Facts shown;
        shown.samples = samples.size();
        shown.annotations = facts.annotations;
        for (const store::UseBy& use : facts.uses.datasets) {
            shown.otherUsers.append(
                tr("The dataset %1 uses the files of %Ln of them.", nullptr, int(use.samples)).arg(use.name));
        }
        for (const store::UseBy& use : facts.uses.versions) {
            shown.otherUsers.append(tr("The version %1 holds %Ln of them.", nullptr, int(use.samples)).arg(use.name));
        }
        auto* dialog = new dialogs::DeleteSamplesDialog(shown, page()->window());
        connect(dialog, &QDialog::accepted, this,
                [this, dialog, samples] { startDeletion(samples, dialog->withSourceFiles()); });
        show(dialog);
    });
}

void LabelFlows::startDeletion(const QList<domain::SampleId>& samples, bool withFiles)
{
    jobs::JobRequest job;
    job.title = [count = samples.size()] { return tr("Delete %Ln samples", nullptr, int(count)); };
    job.kind = domain::TaskKind::DeleteSamples;
    job.dataset = m_dataset;
    const auto files = withFiles ? scenarios::SourceFiles::Delete : scenarios::SourceFiles::Keep;
    job.work = [samples, files, dataset = m_dataset, store = &store()](const core::Control& control) {
        QList<qint64> items;
        for (domain::SampleId sample : samples) {
            items.append(sample.value);
        }
        return deletionResult(*store, scenarios::deleteSamples(*store, dataset, samples, files, control),
                              domain::TrashKind::Sample, items);
    };
    start(std::move(job));
}

} // namespace lw::studio
