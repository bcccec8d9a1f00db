// SPDX-License-Identifier: GPL-3.0-or-later
//! Resolves labels and folders and feeds the bulk writer.
#include "app/scenarios/Intake.h"

#include "models/store/DatasetRepository.h"

#include <QDateTime>

namespace lw::scenarios {

Intake::Intake(store::Store& store, const domain::Dataset& dataset, domain::TaskId task)
    : m_store(store), m_dataset(dataset), m_writer(store, dataset.id, task), m_labels(store, dataset.id, m_writer),
      m_startedAt(QDateTime::currentMSecsSinceEpoch())
{
}

const QString& Intake::folderOf(const QString& path, qsizetype slash)
{
    const QStringView folder = QStringView(path).left(slash);
    if (folder != m_lastFolder || m_lastFolder.isEmpty()) {
        m_lastFolder = folder.toString();
        m_lastStoredFolder = domain::storedFolder(m_lastFolder, m_dataset.inputLocation);
    }
    return m_lastStoredFolder;
}

core::Result<> Intake::add(formats::ImportedSample&& sample, store::MergeMode mode)
{
    store::IncomingSample incoming;
    incoming.mode = mode;
    incoming.sample = std::move(sample.sample);
    const qsizetype slash = sample.path.lastIndexOf(u'/');
    incoming.sample.folder = folderOf(sample.path, slash);
    if (const QStringView name = QStringView(sample.path).mid(slash + 1); incoming.sample.name != name) {
        incoming.sample.name = name.toString();
    }
    incoming.annotations.reserve(sample.annotations.size());
    for (formats::NamedAnnotation& named : sample.annotations) {
        const core::Result<domain::LabelId> label = m_labels.id(named.label);
        if (!label) {
            return core::failure(label.error());
        }
        named.annotation.labelId = *label;
        if (named.annotation.createdAt == 0) {
            named.annotation.createdAt = m_startedAt;
        }
        if (!m_firstKind) {
            m_firstKind = named.annotation.shape.kind;
        }
        incoming.annotations.push_back(std::move(named.annotation));
    }
    m_annotationsSeen += qint64(incoming.annotations.size());
    return m_writer.add(std::move(incoming));
}

core::Result<IntakeCounts> Intake::finish()
{
    const core::Result<store::BulkCounts> written = m_writer.finish();
    if (!written) {
        return core::failure(written.error());
    }
    // The samples are in; a skeleton for drawing is not worth failing for.
    m_labels.addSkeletons();
    IntakeCounts counts;
    counts.samplesAdded = written->samplesAdded;
    counts.samplesUpdated = written->samplesUpdated;
    counts.samplesSkipped = written->samplesUnchanged;
    counts.annotationsAdded = written->annotationsAdded;
    counts.annotationsSkipped = m_annotationsSeen - written->annotationsAdded;
    store::DatasetRepository datasets(m_store);
    core::Result<domain::Dataset> dataset = datasets.find(m_dataset.id);
    if (m_firstKind && dataset && !dataset->defaultShape) {
        dataset->defaultShape = m_firstKind;
        datasets.update(*dataset).waitForFinished();
    }
    return counts;
}

} // namespace lw::scenarios
