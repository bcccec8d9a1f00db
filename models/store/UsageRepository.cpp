// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of "what else uses it".
#include "models/store/UsageRepository.h"

#include "models/domain/Sample.h"
#include "models/store/DatasetRepository.h"
#include "models/store/Rows.h"
#include "models/store/SampleRepository.h"
#include "models/store/VersionRepository.h"

namespace lw::store {

using domain::SampleId;

namespace {

/// True if `dataset` has a sample of the file, however its folder is spelled there.
bool hasFile(Connection& connection, const domain::Dataset& dataset, const QString& folder, const QString& name)
{
    const QString relative = domain::storedFolder(folder, dataset.inputLocation);
    for (const QString& path : {relative, folder}) {
        Statement& find = connection.prepare(
            "SELECT 1 FROM folder f JOIN sample s ON s.dataset_id = f.dataset_id AND s.folder_id = f.id "
            "WHERE f.dataset_id = ? AND f.path = ? AND s.name = ? AND s.deleted_at IS NULL");
        find.bind(1, dataset.id.value);
        bindText(find, 2, path);
        bindText(find, 3, name);
        if (hasRow(find)) {
            return true;
        }
    }
    return false;
}

qint64 countInVersion(Connection& connection, domain::VersionId version, const QList<SampleId>& samples)
{
    Statement& find = connection.prepare("SELECT 1 FROM version_sample WHERE version_id = ? AND sample_id = ?");
    qint64 count = 0;
    for (SampleId id : samples) {
        find.reset();
        find.bind(1, version.value);
        find.bind(2, id.value);
        count += find.executeStep() ? 1 : 0;
    }
    find.reset();
    return count;
}

} // namespace

core::Result<SampleUsageReport> UsageRepository::uses(const domain::Dataset& dataset,
                                                      const QList<SampleId>& samples) const
{
    const auto datasets = DatasetRepository(m_store).list();
    const auto versions = VersionRepository(m_store).list(dataset.id);
    const auto rows = SampleRepository(m_store).rows(samples);
    if (!datasets || !versions || !rows) {
        return core::failure(!datasets ? datasets.error() : !versions ? versions.error() : rows.error());
    }
    return guarded<SampleUsageReport>(m_store.filePath(), [&]() -> core::Result<SampleUsageReport> {
        Connection& connection = m_store.reader();
        SampleUsageReport report;
        for (const domain::Dataset& other : *datasets) {
            UseBy use{other.name};
            for (const domain::Sample& sample : *rows) {
                const QString path = domain::absolutePath(sample, dataset.inputLocation);
                const QString folder = path.left(path.size() - sample.name.size() - 1);
                if (other.id != dataset.id && hasFile(connection, other, folder, sample.name)) {
                    ++use.samples;
                    report.sharedFiles.insert(sample.id);
                }
            }
            if (use.samples > 0) {
                report.datasets.push_back(use);
            }
        }
        for (const domain::Version& version : *versions) {
            const UseBy use{version.name, version.isDraft ? 0 : countInVersion(connection, version.id, samples)};
            if (use.samples > 0) {
                report.versions.push_back(use);
            }
        }
        return report;
    });
}

} // namespace lw::store
