// SPDX-License-Identifier: GPL-3.0-or-later
//! Compares what an export should have written with what reading it again gives.
#pragma once

#include "engine/formats/DatasetFormat.h"

#include <QStringList>

namespace lw::formats {

/// Facts on what differs, e.g. "annotation 2: label cat, read dog"; empty if nothing does. `written` is a sample
/// after LossCounter::reduce(). Coordinates may differ by the format's relativeError.
[[nodiscard]] QStringList differencesOf(const ImportedSample& written, const ImportedSample& read,
                                        const FormatAbilities& abilities);

/// True if both are the same figure, their coordinates no more than `tolerance` pixels apart.
[[nodiscard]] bool isSameShape(const domain::Shape& a, const domain::Shape& b, double tolerance);

} // namespace lw::formats
