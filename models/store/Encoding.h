// SPDX-License-Identifier: GPL-3.0-or-later
//! How rare fields, label attributes, skeletons and whole samples become bytes. Private to models/store.
#pragma once

#include "models/domain/Annotation.h"
#include "models/domain/Label.h"
#include "models/domain/Sample.h"
#include "models/domain/Skeletons.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace lw::store {

enum AnnotationFlag : int { kDifficult = 1, kTruncated = 2, kOccluded = 4, kHard = 8 };
[[nodiscard]] int flagsOf(const domain::Annotation& annotation);
void setFlags(domain::Annotation& annotation, int flags);

/// CBOR of pose, attributes, hard coefficient and extra; empty when all are.
[[nodiscard]] QByteArray detailsOf(const domain::Annotation& annotation);
void setDetails(domain::Annotation& annotation, const QByteArray& details);

[[nodiscard]] QString attributesToJson(const std::vector<domain::LabelAttribute>& attributes);
[[nodiscard]] std::vector<domain::LabelAttribute> attributesFromJson(const QString& json);

using domain::skeletonFromJson;
using domain::skeletonToJson;

/// What a sample says: its annotations and its own marks, without file facts.
struct SampleContent {
    domain::SampleState state = domain::SampleState::Unlabelled;
    bool isHard = false;
    std::optional<double> hardCoefficient;
    std::vector<domain::Annotation> annotations;
    domain::HardReasons hardReasons;
    domain::SampleAttributes attributes;

    bool operator==(const SampleContent&) const = default;
};
/// Deterministic and compact: equal contents give equal bytes.
[[nodiscard]] QByteArray contentToBytes(const SampleContent& content);
[[nodiscard]] SampleContent contentFromBytes(const QByteArray& bytes);

/// JSON object, value by name; empty for none.
[[nodiscard]] QString sampleAttributesToJson(const domain::SampleAttributes& attributes);
[[nodiscard]] domain::SampleAttributes sampleAttributesFromJson(const QString& json);

/// The label set of a version.
[[nodiscard]] QByteArray labelsToBytes(const std::vector<domain::Label>& labels);
[[nodiscard]] std::vector<domain::Label> labelsFromBytes(const QByteArray& bytes);

} // namespace lw::store
