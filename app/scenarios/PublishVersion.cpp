// SPDX-License-Identifier: GPL-3.0-or-later
//! Split, freeze, write.
#include "app/scenarios/PublishVersion.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/LabelNames.h"
#include "app/scenarios/TaskRun.h"
#include "app/scenarios/WritableSample.h"
#include "engine/formats/VersionLayout.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "models/store/VersionRepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace lw::scenarios {

using domain::SampleUsage;
using Usage = QHash<domain::SampleId, SampleUsage>;

namespace {

struct Publishing {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Publishing)
};

constexpr qint64 kReportEvery = 256;

core::Result<> check(store::Store& store, const PublishRequest& request, const QString& name)
{
    if (auto valid = checkName(name); !valid) {
        return valid;
    }
    if (request.trainRatio && !(*request.trainRatio >= 0 && *request.trainRatio <= 1)) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             Publishing::tr("The share of training samples must be a number from 0 to 1."));
    }
    if (store::VersionRepository(store).findByName(request.dataset, name)) {
        return core::failure(core::ErrorCode::AlreadyExists, name);
    }
    return {};
}

/// With a ratio: the split. Without: what the samples brought along.
core::Result<Usage> usageOf(store::Store& store, const PublishRequest& request, const core::Control& control)
{
    const auto names = labelNames(store, request.dataset);
    if (!names) {
        return core::failure(names.error());
    }
    Usage usage;
    SampleSplit split(request.trainRatio.value_or(0), request.seed);
    const core::Result<> read = store::SampleRepository(store).forEach(
        request.dataset, {},
        [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
            if (request.trainRatio) {
                QStringList labels;
                for (const domain::Annotation& annotation : annotations) {
                    labels.append(names->value(annotation.labelId));
                }
                split.add(sample.id, sample.folder, sample.name, std::move(labels));
            } else if (sample.usage != SampleUsage::None) {
                usage.insert(sample.id, sample.usage);
            }
            return !control.isCancelled();
        },
        request.trainRatio.has_value());
    if (!read) {
        return core::failure(read.error());
    }
    return request.trainRatio ? split.result() : usage;
}

core::Result<> writeSamples(store::Store& store, const domain::Dataset& dataset, const domain::Version& version,
                            formats::DatasetWriter& writer, core::ProblemList& problems, const core::Control& control)
{
    store::VersionRepository versions(store);
    const auto labels = versions.labels(version.id);
    if (!labels) {
        return core::failure(labels.error());
    }
    QHash<domain::LabelId, QString> names;
    for (const domain::Label& label : *labels) {
        names.insert(label.id, label.name);
    }
    std::optional<core::Error> failed;
    qint64 done = 0;
    const core::Result<> read =
        versions.forEach(version.id, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
            const auto added =
                writer.add(toWritable(sample, std::move(annotations), dataset.inputLocation, names), problems);
            if (!added) {
                failed = added.error();
            }
            if (++done % kReportEvery == 0 || done == version.samples) {
                control.report(done, version.samples);
            }
            return !failed && !control.isCancelled();
        });
    if (failed) {
        return core::failure(*failed);
    }
    return read;
}

/// Writes the frozen version; its row goes again if that fails.
core::Result<> write(store::Store& store, const domain::Dataset& dataset, const domain::Version& version,
                     formats::DatasetWriter& writer, core::ProblemList& problems, const core::Control& control)
{
    core::Result<> written = writeSamples(store, dataset, version, writer, problems, control);
    if (written) {
        if (const auto finished = writer.finish(); !finished) {
            written = core::failure(finished.error());
        }
    }
    if (!written) {
        store::VersionRepository(store).discard(version.id, dataset.currentVersion).waitForFinished();
    }
    return written;
}

core::Result<PublishOutcome> run(store::Store& store, const PublishRequest& request, const domain::Dataset& dataset,
                                 const QString& name, TaskRun& task, const core::Control& control)
{
    const formats::VersionPlace place{dataset.outputLocation, dataset.name, dataset.uid, name};
    formats::WriteOptions options;
    options.type = dataset.type;
    options.name = name;
    options.withHard = request.withHard;
    options.inputLocation = dataset.inputLocation;
    // What came without a name was a person's work: models always have one.
    options.unknownAuthor = QStringLiteral("human");
    // Begun before the state is frozen: a folder that cannot be written costs nothing then.
    const auto writer = formats::beginVersion(place, options);
    if (!writer) {
        return core::failure(writer.error());
    }
    const core::Result<Usage> usage = usageOf(store, request, control);
    if (!usage) {
        return core::failure(usage.error());
    }
    domain::Version version;
    version.datasetId = dataset.id;
    version.name = name;
    version.description = request.description;
    version.trainRatio = request.trainRatio;
    version.seed = request.trainRatio ? request.seed : 0;
    version.hasHardAttribute = request.withHard;
    version.manifestPath = formats::versionManifest(place);
    store::VersionRepository versions(store);
    const core::Result<domain::VersionId> id = versions.create(version, *usage).result();
    if (!id) {
        return core::failure(id.error());
    }
    const core::Result<domain::Version> frozen = versions.find(*id);
    if (!frozen) {
        return core::failure(frozen.error());
    }
    if (auto written = write(store, dataset, *frozen, **writer, task.problems(), control); !written) {
        return core::failure(written.error());
    }
    PublishOutcome outcome;
    outcome.version = *frozen;
    outcome.train = std::count(usage->cbegin(), usage->cend(), SampleUsage::Train);
    outcome.eval = std::count(usage->cbegin(), usage->cend(), SampleUsage::Eval);
    return outcome;
}

} // namespace

core::Result<PublishOutcome> publishVersion(store::Store& store, const PublishRequest& request,
                                            const core::Control& control)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(request.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    QString name = request.name;
    if (name.isEmpty()) {
        const core::Result<QString> next = store::VersionRepository(store).nextName(dataset->id);
        if (!next) {
            return core::failure(next.error());
        }
        name = *next;
    }
    if (auto valid = check(store, request, name); !valid) {
        return core::failure(valid.error());
    }
    const auto task =
        TaskRun::start(store, *dataset, domain::TaskKind::Publish, name, QStringLiteral("publishDatasetVersion"));
    if (!task) {
        return core::failure(task.error());
    }
    core::Result<PublishOutcome> outcome = run(store, request, *dataset, name, **task, control);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    outcome->problems = (*task)->problems();
    (*task)->succeed(outcome->version.samples, {{QStringLiteral("samples"), outcome->version.samples},
                                                {QStringLiteral("annotations"), outcome->version.annotations},
                                                {QStringLiteral("manifest"), outcome->version.manifestPath}});
    return outcome;
}

} // namespace lw::scenarios
