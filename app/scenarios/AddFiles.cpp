// SPDX-License-Identifier: GPL-3.0-or-later
//! Probe, copy, take in.
#include "app/scenarios/AddFiles.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/Intake.h"
#include "app/scenarios/PictureCopies.h"
#include "app/scenarios/PictureProbe.h"
#include "app/scenarios/TaskRun.h"
#include "engine/formats/FolderScan.h"
#include "engine/formats/SampleIntake.h"
#include "engine/formats/Sidecar.h"
#include "models/store/DatasetRepository.h"

#include <QFile>
#include <QFileInfo>

namespace lw::scenarios {

namespace {

/// A picture to add.
struct Wanted {
    QString path;
    QString subfolder; ///< of the input location
    QString sidecar;
};

QString sidecarOf(const QString& path, domain::DatasetType type)
{
    const QFileInfo file(path);
    const std::string_view suffix = formats::sidecarSuffix(type);
    const QString sidecar = file.path() + u'/' + file.completeBaseName() + u'.' +
                            QLatin1String(suffix.data(), qsizetype(suffix.size()));
    return QFileInfo(sidecar).isFile() ? sidecar : QString();
}

core::Result<std::vector<Wanted>> wantedFiles(const QStringList& paths, domain::DatasetType type,
                                              core::ProblemList& problems, const core::Control& control)
{
    std::vector<Wanted> wanted;
    for (const QString& given : paths) {
        const QString path = cleanPath(given);
        if (!QFileInfo(path).isDir()) {
            wanted.push_back({path, {}, sidecarOf(path, type)});
            continue;
        }
        const auto scanned = formats::scanPictures(path, type, problems, control);
        if (!scanned) {
            return core::failure(scanned.error());
        }
        for (const formats::ScannedFile& file : *scanned) {
            const QString folder = file.folder.isEmpty() ? path : QString(path + u'/' + file.folder);
            wanted.push_back({folder + u'/' + file.name, file.folder, file.sidecar});
        }
    }
    return wanted;
}

/// One run.
class Adding {
public:
    Adding(store::Store& store, const domain::Dataset& dataset, TaskRun& task, qint64 maxPixels)
        : m_type(dataset.type), m_problems(task.problems()), m_probe(pictureProbe(maxPixels)), m_copies(dataset, task.id()),
          m_intake(store, dataset, task.id())
    {
    }

    core::Result<> take(const Wanted& wanted)
    {
        formats::ImportedSample sample;
        sample.path = wanted.path;
        if (!formats::takePictureFacts(sample, QFile::encodeName(wanted.path).constData(), m_probe, m_problems)) {
            ++m_skipped;
            return {};
        }
        const core::Result<QString> copied = m_copies.copy(wanted.path, wanted.subfolder);
        if (!copied) {
            const core::Error& error = copied.error();
            if (error.code != core::ErrorCode::NotFound && error.code != core::ErrorCode::ReadFailed) {
                return core::failure(error);
            }
            m_problems.add(core::ProblemCode::CopyFailed, wanted.path, 0, error.detail);
            ++m_skipped;
            return {};
        }
        sample.path = *copied;
        if (!wanted.sidecar.isEmpty()) {
            // A sidecar that is of no use is reported; the picture goes in all the same.
            static_cast<void>(
                formats::readSidecar(wanted.sidecar, m_type, sample, m_problems, m_annotationsSkipped));
        }
        return m_intake.add(std::move(sample), store::MergeMode::AddMissing);
    }

    core::Result<AddFilesOutcome> finish()
    {
        const core::Result<IntakeCounts> counts = m_intake.finish();
        if (!counts) {
            return core::failure(counts.error());
        }
        m_copies.keep();
        AddFilesOutcome outcome;
        outcome.added = counts->samplesAdded;
        outcome.skipped = m_skipped + counts->samplesSkipped + counts->samplesUpdated;
        outcome.annotationsAdded = counts->annotationsAdded;
        return outcome;
    }

private:
    domain::DatasetType m_type;
    core::ProblemList& m_problems;
    formats::ImageProbe m_probe;
    PictureCopies m_copies; // outlives m_intake: rows are taken back before their files
    Intake m_intake;
    qint64 m_skipped = 0;
    qint64 m_annotationsSkipped = 0;
};

core::Result<AddFilesOutcome> run(store::Store& store, const domain::Dataset& dataset, const QStringList& paths,
                                  TaskRun& task, const core::Control& control, qint64 maxPixels)
{
    removeAbandonedCopies(store, dataset);
    const auto wanted = wantedFiles(paths, dataset.type, task.problems(), control);
    if (!wanted) {
        return core::failure(wanted.error());
    }
    Adding adding(store, dataset, task, maxPixels);
    qint64 done = 0;
    for (const Wanted& file : *wanted) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        if (auto taken = adding.take(file); !taken) {
            return core::failure(taken.error());
        }
        control.report(++done, qint64(wanted->size()));
    }
    return adding.finish();
}

} // namespace

core::Result<AddFilesOutcome> addFiles(store::Store& store, domain::DatasetId id, const QStringList& paths,
                                       const core::Control& control, qint64 maxPixels)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(id);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const auto task =
        TaskRun::start(store, *dataset, domain::TaskKind::AddFiles, paths.value(0), QStringLiteral("uploadSamples"));
    if (!task) {
        return core::failure(task.error());
    }
    core::Result<AddFilesOutcome> outcome = run(store, *dataset, paths, **task, control, maxPixels);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    outcome->problems = (*task)->problems();
    (*task)->succeed(outcome->added,
                     {{QStringLiteral("added"), outcome->added}, {QStringLiteral("skipped"), outcome->skipped}});
    return outcome;
}

} // namespace lw::scenarios
