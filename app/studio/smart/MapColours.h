// SPDX-License-Identifier: GPL-3.0-or-later
//! By what the dots of a map are told apart: state, label, or an attribute such as the group.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Ids.h"
#include "models/domain/Label.h"
#include "models/store/Store.h"

#include <QColor>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace lw::studio {

struct MapColouring {
    struct Group {
        QString name;
        QColor colour;
    };
    std::vector<Group> groups;
    QHash<domain::SampleId, int> groupOf; ///< those that are not named are in group 0
};

/// "state", "label" or "attribute:<name>".
using MapCriterion = QString;

/// Names of the dataset's attributes. Any thread.
[[nodiscard]] QStringList mapAttributes(store::Store& store, domain::DatasetId dataset);
/// Any thread; blocks. `labels` and `palette` come from the window's thread.
[[nodiscard]] core::Result<MapColouring> mapColouring(store::Store& store, domain::DatasetId dataset,
                                                      const MapCriterion& criterion,
                                                      const std::vector<domain::Label>& labels,
                                                      const std::vector<QColor>& palette, const QColor& rest);

} // namespace lw::studio
