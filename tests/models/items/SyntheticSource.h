// SPDX-License-Identifier: GPL-3.0-or-later
//! Samples made up from their ids, for lists of any length without a project.
#pragma once

#include "models/items/SampleSource.h"

#include <QSet>

namespace lw::tests {

/// Sample n is named "n.jpg", every third is labelled with n % 5 boxes of two labels. Counts what it is asked for.
class SyntheticSource final : public items::SampleSource {
public:
    [[nodiscard]] std::vector<domain::Sample> rows(const QList<domain::SampleId>& ids) const override
    {
        std::vector<domain::Sample> rows;
        for (domain::SampleId id : ids) {
            if (!gone.contains(id)) {
                rows.push_back(row(id));
            }
        }
        ++reads;
        rowsRead += ids.size();
        return rows;
    }

    [[nodiscard]] std::vector<domain::Annotation> annotations(domain::SampleId id) const override
    {
        ++annotationReads;
        std::vector<domain::Annotation> boxes;
        for (int i = 0; i < countOf(id); ++i) {
            domain::Annotation box;
            box.id = domain::AnnotationId(i + 1);
            box.labelId = domain::LabelId(i == 0 ? 1 : 2);
            box.shape = domain::Shape::box({10.0 + 60 * i, 40}, {60.0 + 60 * i, 200});
            boxes.push_back(box);
        }
        return boxes;
    }

    [[nodiscard]] static int countOf(domain::SampleId id)
    {
        return id.value % 3 == 0 ? static_cast<int>(id.value % 5) : 0;
    }

    [[nodiscard]] domain::Sample row(domain::SampleId id) const
    {
        domain::Sample sample;
        sample.id = id;
        sample.datasetId = domain::DatasetId(1);
        sample.name = QStringLiteral("%1.jpg").arg(id.value);
        sample.width = 640;
        sample.height = 480;
        sample.annotationCount = countOf(id);
        sample.state = sample.annotationCount > 0 ? domain::SampleState::Labelled : domain::SampleState::Unlabelled;
        sample.isHard = hard.contains(id);
        return sample;
    }

    QSet<domain::SampleId> gone;
    QSet<domain::SampleId> hard;
    mutable int reads = 0;
    mutable qsizetype rowsRead = 0;
    mutable int annotationReads = 0;
};

/// The ids `first` to `last`.
inline QList<domain::SampleId> idRange(qint64 first, qint64 last)
{
    QList<domain::SampleId> ids;
    ids.reserve(last - first + 1);
    for (qint64 id = first; id <= last; ++id) {
        ids.append(domain::SampleId(id));
    }
    return ids;
}

} // namespace lw::tests
