// SPDX-License-Identifier: GPL-3.0-or-later
//! Turns stored samples back into what the format writers take. Private to app/scenarios.
#pragma once

#include "engine/formats/ImportedSample.h"
#include "models/domain/Dataset.h"

#include <QHash>

namespace lw::scenarios {

/// `names` holds the labels by id; an annotation whose label is not in it is left out.
[[nodiscard]] formats::ImportedSample toWritable(const domain::Sample& sample,
                                                 std::vector<domain::Annotation>&& annotations,
                                                 const QString& inputLocation,
                                                 const QHash<domain::LabelId, QString>& names);

} // namespace lw::scenarios
