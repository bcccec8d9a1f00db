// SPDX-License-Identifier: GPL-3.0-or-later
//! Compares the input location with the samples.
#include "app/scenarios/SyncDataset.h"

#include "app/scenarios/Intake.h"
#include "app/scenarios/PictureCopies.h"
#include "app/scenarios/PictureProbe.h"
#include "app/scenarios/TaskRun.h"
#include "engine/formats/FolderScan.h"
#include "engine/formats/SampleIntake.h"
#include "engine/formats/Sidecar.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QFile>
#include <QFileInfo>

namespace lw::scenarios {

namespace {

constexpr qint64 kReportEvery = 64;

/// What the store knows of a file.
struct Known {
    domain::SampleId id;
    qint64 bytes = 0;
    qint64 modifiedAt = 0;
    qint64 changedAt = 0;
    bool isMissing = false;
    bool isUnlabelledAsAdded = false;
    bool isSeen = false;
};

/// By absolute path.
using KnownFiles = QHash<QString, Known>;

core::Result<KnownFiles> knownFiles(store::Store& store, const domain::Dataset& dataset)
{
    KnownFiles known;
    const core::Result<> read = store::SampleRepository(store).forEach(
        dataset.id, {},
        [&](const domain::Sample& s, std::vector<domain::Annotation>&&) {
            const bool isAsAdded = s.state == domain::SampleState::Unlabelled && s.changedAt == s.createdAt;
            known.insert(domain::absolutePath(s, dataset.inputLocation),
                         {s.id, s.bytes, s.modifiedAt, s.changedAt, s.isMissing, isAsAdded, false});
            return true;
        },
        false);
    if (!read) {
        return core::failure(read.error());
    }
    return known;
}

/// One run over the scanned files.
class Sync {
public:
    Sync(store::Store& store, const domain::Dataset& dataset, TaskRun& task, KnownFiles&& known, qint64 maxPixels)
        : m_dataset(dataset), m_problems(task.problems()), m_probe(pictureProbe(maxPixels)), m_known(std::move(known)),
          m_intake(store, dataset, task.id())
    {
    }

    core::Result<> take(const formats::ScannedFile& file)
    {
        const QString folder =
            file.folder.isEmpty() ? m_dataset.inputLocation : QString(m_dataset.inputLocation + u'/' + file.folder);
        const QString path = folder + u'/' + file.name;
        const auto known = m_known.find(path);
        if (known == m_known.end()) {
            return takeNew(path, file);
        }
        known->isSeen = true;
        if (known->isMissing) {
            m_foundAgain.append(known->id);
        }
        const bool isPictureChanged = known->bytes != file.bytes || known->modifiedAt != file.modifiedAt;
        const bool isSidecarNews =
            !file.sidecar.isEmpty() && (file.sidecarModifiedAt > known->changedAt || known->isUnlabelledAsAdded);
        return isPictureChanged || isSidecarNews ? takeChanged(path, file, isPictureChanged) : core::Result<>();
    }

    core::Result<SyncOutcome> finish()
    {
        QList<domain::SampleId> vanished;
        for (auto it = m_known.cbegin(); it != m_known.cend(); ++it) {
            const bool isThere = it->isSeen || QFileInfo::exists(it.key());
            if (!isThere && !it->isMissing) {
                vanished.append(it->id);
            } else if (isThere && !it->isSeen && it->isMissing) {
                m_foundAgain.append(it->id);
            }
        }
        for (const auto& [ids, isMissing] : {std::pair(vanished, true), std::pair(m_foundAgain, false)}) {
            if (ids.isEmpty()) {
                continue;
            }
            if (auto marked = m_intake.writer().setMissing(ids, isMissing); !marked) {
                return core::failure(marked.error());
            }
        }
        const core::Result<IntakeCounts> counts = m_intake.finish();
        if (!counts) {
            return core::failure(counts.error());
        }
        m_outcome.added = counts->samplesAdded;
        m_outcome.missing = vanished.size();
        m_outcome.found = m_foundAgain.size();
        m_outcome.annotationsAdded = counts->annotationsAdded;
        m_outcome.annotationsSkipped = m_annotationsSkipped;
        return m_outcome;
    }

private:
    bool probe(const QString& path, formats::ImportedSample& sample)
    {
        sample.path = path;
        if (!formats::takePictureFacts(sample, QFile::encodeName(path).constData(), m_probe, m_problems)) {
            ++m_outcome.skipped;
            return false;
        }
        return true;
    }

    core::Result<> takeNew(const QString& path, const formats::ScannedFile& file)
    {
        formats::ImportedSample sample;
        if (!probe(path, sample)) {
            return {};
        }
        readSidecar(file, sample);
        return m_intake.add(std::move(sample), store::MergeMode::AddMissing);
    }

    core::Result<> takeChanged(const QString& path, const formats::ScannedFile& file, bool isPictureChanged)
    {
        formats::ImportedSample sample;
        if (!probe(path, sample)) {
            return {};
        }
        // Without a word from a sidecar file the labels stay: they may have come from elsewhere.
        const bool hasNews = readSidecar(file, sample);
        m_outcome.changed += isPictureChanged || hasNews ? 1 : 0;
        return m_intake.add(std::move(sample),
                            hasNews ? store::MergeMode::ReplaceIfUntouched : store::MergeMode::KeepExisting);
    }

    bool readSidecar(const formats::ScannedFile& file, formats::ImportedSample& sample)
    {
        return !file.sidecar.isEmpty() &&
               formats::readSidecar(file.sidecar, m_dataset.type, sample, m_problems, m_annotationsSkipped);
    }

    const domain::Dataset& m_dataset;
    core::ProblemList& m_problems;
    formats::ImageProbe m_probe;
    KnownFiles m_known;
    Intake m_intake;
    QList<domain::SampleId> m_foundAgain;
    SyncOutcome m_outcome;
    qint64 m_annotationsSkipped = 0;
};

core::Result<SyncOutcome> run(store::Store& store, const domain::Dataset& dataset, TaskRun& task,
                              const core::Control& control, qint64 maxPixels)
{
    removeAbandonedCopies(store, dataset);
    core::Result<KnownFiles> known = knownFiles(store, dataset);
    if (!known) {
        return core::failure(known.error());
    }
    const auto files = formats::scanPictures(dataset.inputLocation, dataset.type, task.problems(), control);
    if (!files) {
        return core::failure(files.error());
    }
    Sync sync(store, dataset, task, std::move(*known), maxPixels);
    const auto total = qint64(files->size());
    qint64 done = 0;
    for (const formats::ScannedFile& file : *files) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        if (auto taken = sync.take(file); !taken) {
            return core::failure(taken.error());
        }
        if (++done % kReportEvery == 0 || done == total) {
            control.report(done, total);
        }
    }
    return sync.finish();
}

} // namespace

core::Result<SyncOutcome> syncDataset(store::Store& store, domain::DatasetId id, const core::Control& control,
                                      qint64 maxPixels)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(id);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    const auto task = TaskRun::start(store, *dataset, domain::TaskKind::Sync, dataset->inputLocation,
                                     QStringLiteral("syncDataSource"));
    if (!task) {
        return core::failure(task.error());
    }
    core::Result<SyncOutcome> outcome = run(store, *dataset, **task, control, maxPixels);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    outcome->problems = (*task)->problems();
    (*task)->succeed(outcome->added + outcome->changed, {{QStringLiteral("added"), outcome->added},
                                                         {QStringLiteral("changed"), outcome->changed},
                                                         {QStringLiteral("missing"), outcome->missing},
                                                         {QStringLiteral("found"), outcome->found}});
    return outcome;
}

} // namespace lw::scenarios
