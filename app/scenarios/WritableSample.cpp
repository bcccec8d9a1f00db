// SPDX-License-Identifier: GPL-3.0-or-later
//! Stored sample -> written sample.
#include "app/scenarios/WritableSample.h"

namespace lw::scenarios {

formats::ImportedSample toWritable(const domain::Sample& sample, std::vector<domain::Annotation>&& annotations,
                                   const QString& inputLocation, const QHash<domain::LabelId, QString>& names)
{
    formats::ImportedSample written;
    written.path = domain::absolutePath(sample, inputLocation);
    written.sample = sample;
    written.annotations.reserve(annotations.size());
    for (domain::Annotation& annotation : annotations) {
        const auto name = names.constFind(annotation.labelId);
        if (name != names.constEnd()) {
            written.annotations.push_back({*name, std::move(annotation)});
        }
    }
    return written;
}

} // namespace lw::scenarios
