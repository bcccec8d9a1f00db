// SPDX-License-Identifier: GPL-3.0-or-later
//! Which samples to show, count or export (AN-3), and its text form for --filter.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Ids.h"
#include "models/domain/Sample.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace lw::domain {

/// Samples whose attribute has one of the values; without values: any.
struct AttributeCriterion {
    QString name;
    QStringList values;

    bool operator==(const AttributeCriterion&) const = default;
};

/// All set criteria must hold. A default-constructed filter lets everything through.
struct SampleFilter {
    std::optional<SampleState> state;
    std::optional<bool> isHard;
    HardReasons hardReasons;       ///< hard for one of these; empty: for any
    QList<LabelId> labels;         ///< at least one of them; empty: any
    bool needsAllLabels = false;   ///< all of them instead
    QString text;                  ///< part of the file name or folder, case-insensitive
    QString folder;                ///< exactly this stored folder or below it
    std::optional<qint64> createdFrom; ///< ms since 1970 UTC, inclusive
    std::optional<qint64> createdTo;   ///< exclusive
    QString author;
    std::optional<double> minConfidence; ///< of the sample's lowest annotation confidence, inclusive
    std::optional<double> maxConfidence;
    std::optional<int> minWidth, maxWidth, minHeight, maxHeight; ///< pixels, inclusive
    std::optional<qint64> minBytes, maxBytes;
    std::optional<bool> isMissing;
    QList<AttributeCriterion> attributes;
    QList<SampleId> samples;       ///< one of these, e.g. what differs between two versions; empty: any

    bool operator==(const SampleFilter&) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == SampleFilter{}; }
};

/// Order of a sample list; ties and the default follow the order of import.
enum class SampleSort { Imported, Name, Changed, AnnotationCount, Confidence, Hardness };

/// A filter whose labels are still names; the store resolves them.
struct FilterExpression {
    SampleFilter filter;
    QStringList labelNames;
};

/// Reads e.g. `state=labelled label=cat,dog hard=true reason=low_confidence name~street folder=a/b created>=2026-01-01 confidence<0.5
/// width>=640 annotator=ann attribute=group:03,07`. Terms are separated by blanks and all must hold; values with blanks stand in double
/// quotes; `label=a&b` asks for all of them. Error: InvalidArgument with the offending term as detail.
[[nodiscard]] core::Result<FilterExpression> parseFilter(const QString& text);

} // namespace lw::domain
