// SPDX-License-Identifier: GPL-3.0-or-later
//! What a commit changed, by kind and id.
#pragma once

#include "models/domain/Ids.h"

#include <QFlags>
#include <QList>
#include <QMetaType>

namespace lw::store {

struct Change {
    enum Kind {
        Datasets = 1,     ///< a dataset row or its counters
        Labels = 2,       ///< the label set or its counters
        Samples = 4,      ///< samples were added, removed, or their rows changed
        Annotations = 8,  ///< annotations of `samples`
        Versions = 16,
        Tasks = 32,
        Membership = 64,  ///< with Samples: lists must be asked for again, samples came or went
    };
    Q_DECLARE_FLAGS(Kinds, Kind)

    Kinds kinds;
    domain::DatasetId dataset;       ///< invalid: several
    QList<domain::SampleId> samples; ///< empty with Samples or Annotations: many, ask again
    bool isExternal = false;         ///< made by another process

    void touch(Kind kind) { kinds |= kind; }
    void touch(Kind kind, domain::SampleId sample)
    {
        kinds |= kind;
        samples.append(sample);
    }
};

} // namespace lw::store

Q_DECLARE_OPERATORS_FOR_FLAGS(lw::store::Change::Kinds)
Q_DECLARE_METATYPE(lw::store::Change)
