// SPDX-License-Identifier: GPL-3.0-or-later
//! Renders, labels and collects the sample.
#include "app/scenarios/SampleProject.h"

#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/EditLabels.h"
#include "app/scenarios/Projects.h"
#include "app/scenarios/SyncDataset.h"
#include "engine/formats/VocXml.h"
#include "engine/media/SampleScenes.h"
#include "models/store/BatchRepository.h"
#include "models/store/SampleRepository.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QSaveFile>

namespace lw::scenarios {

namespace {

struct Samples {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Samples)
};

constexpr int kUnlabelledEvery = 9;
/// Which of the sample's pictures are marked as hard.
constexpr std::array kHardPictures = {5, 20};
const QString kDatasetName = QStringLiteral("harbour-and-street");
const QString kLightDatasetName = QStringLiteral("light");

core::Result<> writeXml(const media::SampleFile& file)
{
    formats::ImportedSample sample;
    sample.path = file.path;
    sample.sample.name = QFileInfo(file.path).fileName();
    sample.sample.width = file.size.width();
    sample.sample.height = file.size.height();
    for (const media::SceneObject& object : file.objects) {
        domain::Annotation annotation;
        annotation.shape =
            domain::Shape::box({object.box.left(), object.box.top()}, {object.box.right(), object.box.bottom()});
        annotation.order = int(sample.annotations.size());
        sample.annotations.push_back({object.label, annotation});
    }
    QByteArray xml;
    formats::writeVoc(xml, sample);
    const QFileInfo picture(file.path);
    QSaveFile out(picture.path() + u'/' + picture.completeBaseName() + QStringLiteral(".xml"));
    if (!out.open(QIODevice::WriteOnly) || out.write(xml) != xml.size() || !out.commit()) {
        return core::failure(core::ErrorCode::WriteFailed, out.errorString(), out.fileName());
    }
    return {};
}

std::vector<domain::Label> sampleLabels()
{
    std::vector<domain::Label> labels;
    for (const char* name : {"car", "boat", "house", "tree", "balloon", "bird", "lighthouse"}) {
        domain::Label label;
        label.name = QLatin1String(name);
        label.colour = 0; // the next one of the palette
        label.shortcut = QString::number(labels.size() + 1);
        labels.push_back(std::move(label));
    }
    return labels;
}

core::Result<> markHard(store::Store& store, domain::DatasetId dataset)
{
    const auto ids = store::SampleRepository(store).ids(dataset, {});
    if (!ids) {
        return core::failure(ids.error());
    }
    QList<domain::SampleId> hard;
    for (const int index : kHardPictures) {
        if (index < ids->size()) {
            hard.append(ids->at(index));
        }
    }
    const auto marked = store::BatchRepository(store).setHard(dataset, hard, true).result();
    return marked ? core::Result<>() : core::Result<>(core::failure(marked.error()));
}

/// What the name of a rendered picture says between its first two underscores: "harbour_dusk_03" is "dusk".
QString lightOf(const QString& name)
{
    return name.section(u'_', 1, 1);
}

/// A second dataset on the same pictures, in which the whole picture is labelled: what light it shows.
core::Result<> addLightDataset(store::Store& store, const QString& folder, const core::Control& control)
{
    CreateDatasetRequest request;
    request.name = kLightDatasetName;
    request.type = domain::DatasetType::ImageClassification;
    request.description = Samples::tr("The same pictures, each with a label for its light.");
    request.inputLocation = folder + QStringLiteral("/pictures");
    request.outputLocation = folder + QStringLiteral("/published-light");
    const auto dataset = createDataset(store, request);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    if (const auto synced = syncDataset(store, dataset->id, {control.stop, {}}); !synced) {
        return core::failure(synced.error());
    }
    const auto ids = store::SampleRepository(store).ids(dataset->id, {});
    const auto rows = ids ? store::SampleRepository(store).rows(*ids) : core::Result<std::vector<domain::Sample>>();
    if (!ids || !rows) {
        return core::failure(!ids ? ids.error() : rows.error());
    }
    QMap<QString, QList<domain::SampleId>> byLight;
    int number = 0;
    for (const domain::Sample& sample : *rows) {
        if (++number % kUnlabelledEvery != 0) {
            byLight[lightOf(sample.name)].append(sample.id);
        }
    }
    for (auto it = byLight.cbegin(); it != byLight.cend(); ++it) {
        domain::Label label;
        label.datasetId = dataset->id;
        label.name = it.key();
        label.colour = 0; // the next one of the palette
        const auto made = addLabel(store, label);
        if (!made) {
            return core::failure(made.error());
        }
        const domain::Labelling labelling{*made, domain::LabelMode::Add, store.author(),
                                          QDateTime::currentMSecsSinceEpoch()};
        const auto set = store::BatchRepository(store).setLabel(dataset->id, it.value(), labelling).result();
        if (!set) {
            return core::failure(set.error());
        }
    }
    return {};
}

core::Result<SampleProjectOutcome> build(const QString& folder, const core::Control& control)
{
    const QString pictures = folder + QStringLiteral("/pictures");
    if (const auto written = writeSamplePictures(pictures, kSamplePictures, control); !written) {
        return core::failure(written.error());
    }
    const auto store = createProject(folder);
    if (!store) {
        return core::failure(store.error());
    }
    CreateDatasetRequest request;
    request.name = kDatasetName;
    request.description = Samples::tr("Pictures drawn by the program, to try everything out.");
    request.inputLocation = pictures;
    request.outputLocation = folder + QStringLiteral("/published");
    request.labels = sampleLabels();
    request.defaultShape = domain::ShapeKind::BoundingBox;
    const auto dataset = createDataset(**store, request);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const auto synced = syncDataset(**store, dataset->id, {control.stop, {}});
    if (!synced) {
        return core::failure(synced.error());
    }
    if (auto marked = markHard(**store, dataset->id); !marked) {
        return core::failure(marked.error());
    }
    if (auto added = addLightDataset(**store, folder, control); !added) {
        return core::failure(added.error());
    }
    return SampleProjectOutcome{folder, dataset->name, synced->added};
}

} // namespace

core::Result<int> writeSamplePictures(const QString& folder, int count, const core::Control& control)
{
    NewFolders folders;
    if (auto made = folders.make(cleanPath(folder)); !made) {
        return core::failure(made.error());
    }
    const auto files = media::writeSampleFolder(cleanPath(folder), count, control);
    if (!files) {
        return core::failure(files.error());
    }
    folders.keep();
    int number = 0;
    int labelled = 0;
    for (const media::SampleFile& file : *files) {
        if (++number % kUnlabelledEvery == 0) {
            continue;
        }
        if (auto written = writeXml(file); !written) {
            return core::failure(written.error());
        }
        ++labelled;
    }
    return labelled;
}

core::Result<SampleProjectOutcome> createSampleProject(const QString& where, const core::Control& control)
{
    const QString folder = cleanPath(where);
    const bool wasThere = QFileInfo::exists(folder);
    if (wasThere && !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        return core::failure(core::ErrorCode::AlreadyExists, Samples::tr("The folder is not empty."), folder);
    }
    core::Result<SampleProjectOutcome> outcome = build(folder, control);
    if (!outcome) {
        // Everything below is ours: the folder was absent or empty.
        QDir(folder).removeRecursively();
        if (wasThere) {
            QDir().mkpath(folder);
        }
    }
    return outcome;
}

} // namespace lw::scenarios
