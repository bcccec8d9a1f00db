// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks in the input location first, then in every folder.
#include "app/cli/SampleArgument.h"

#include "models/store/SampleRepository.h"

namespace lw::cli {

core::Result<domain::SampleId> sampleNamed(store::Store& store, domain::DatasetId dataset, const QString& name)
{
    const qsizetype slash = name.lastIndexOf(u'/');
    const store::SampleRepository samples(store);
    if (const auto found = samples.findByFile(dataset, name.left(std::max<qsizetype>(slash, 0)), name.mid(slash + 1))) {
        return found->id;
    }
    const auto folders = samples.folders(dataset);
    for (const QString& folder : folders.value_or(QStringList())) {
        if (const auto found = samples.findByFile(dataset, folder, name)) {
            return found->id;
        }
    }
    return core::failure(core::ErrorCode::NotFound, name);
}

QHash<domain::SampleId, domain::Sample> rowsOf(store::Store& store, const QList<domain::SampleId>& ids)
{
    QHash<domain::SampleId, domain::Sample> rows;
    for (const domain::Sample& sample :
         store::SampleRepository(store).rows(ids).value_or(std::vector<domain::Sample>())) {
        rows.insert(sample.id, sample);
    }
    return rows;
}

QString nameOf(const domain::Sample& sample)
{
    return sample.folder.isEmpty() ? sample.name : QString(sample.folder + u'/' + sample.name);
}

} // namespace lw::cli
