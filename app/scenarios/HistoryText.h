// SPDX-License-Identifier: GPL-3.0-or-later
//! What an event in the life of a sample or annotation is called (AN-10).
#pragma once

#include "models/domain/History.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace lw::scenarios {

using LabelNames = QHash<domain::LabelId, QString>;

/// "Moved", "Undone: label changed", "Added by import", …: the event as a whole.
[[nodiscard]] QString eventText(const domain::SampleEvent& event);
/// What was done to one annotation, a sentence each: "Label: cat → dog", "Moved". `names` holds the labels by id; one
/// that is not in it is called deleted.
[[nodiscard]] QStringList noteTexts(const domain::AnnotationNote& note, const LabelNames& names);

/// For files and scripts: "gesture", "undo", … and "added", "label", ….
[[nodiscard]] QString causeName(domain::HistoryCause cause);
[[nodiscard]] QStringList fieldNames(domain::AnnotationNote::Fields fields);

} // namespace lw::scenarios
