// SPDX-License-Identifier: GPL-3.0-or-later
//! What an export to a format loses, counted by kind; and the samples as they are once that is lost.
#pragma once

#include "engine/formats/ClassColours.h"
#include "engine/formats/PicturePlaces.h"
#include "engine/formats/ShapeConversion.h"

namespace lw::formats {

/// The order is that of reports, gravest first.
enum class LossKind {
    ShapeDropped,    ///< annotations whose shape the format cannot hold; `from` says which
    ShapeConverted,  ///< `from` became `to`
    RingsJoined,     ///< polygons of several rings became one ring
    RegionsChanged,  ///< areas that cover, touch or fall apart, in samples that are painted as classes
    Rounded,         ///< annotations whose coordinates were rounded
    SeveralLabels,   ///< further labels of the whole sample; the first one stays
    Unlabelled,      ///< samples without annotations are not written
    Usage,           ///< train, evaluation or test marks of samples
    Attributes,      ///< annotations with attribute values
    Flags,           ///< annotations with difficult, truncated, occluded or a pose
    Confidence,      ///< annotations with a confidence
    HardAnnotations, ///< annotations marked as hard
    HardSamples,     ///< samples marked as hard
    Authors,         ///< annotations that say who made them and when
    UnknownFields,   ///< samples and annotations with imported fields that the program does not know
    Renamed,         ///< pictures that lie elsewhere or are called otherwise
    HardReasons,     ///< samples that say why they are hard
    SampleAttributes, ///< samples with attributes
};

/// Contract name, e.g. "shape_converted".
[[nodiscard]] QString lossName(LossKind kind);

struct LostSample {
    domain::SampleId id;
    QString name;
};

struct Loss {
    LossKind kind = LossKind::ShapeDropped;
    domain::ShapeKind from = domain::ShapeKind::BoundingBox; ///< ShapeDropped, ShapeConverted
    domain::ShapeKind to = domain::ShapeKind::BoundingBox;   ///< ShapeConverted
    qint64 count = 0;               ///< of annotations, or of samples for kinds that concern samples
    qint64 samples = 0;             ///< that it happens in
    std::vector<LostSample> first;  ///< the first kMostLostSamples of them
};
inline constexpr size_t kMostLostSamples = 1000;

struct LossReport {
    std::vector<Loss> losses; ///< by kind, then by shapes; empty: nothing is lost
    qint64 samples = 0;       ///< looked at
    qint64 annotations = 0;   ///< looked at
};

/// Takes from samples what a format cannot hold, and counts it. One per export; not thread-safe.
class LossCounter {
public:
    /// `options` as for the writer: hard marks that are not asked for count as lost.
    LossCounter(const FormatAbilities& abilities, const WriteOptions& options);

    /// Reduces `sample` to what the format holds. False if the format has no place for the sample at all.
    bool reduce(ImportedSample& sample);
    [[nodiscard]] LossReport report() const;

private:
    void count(LossKind kind, const ImportedSample& sample, domain::ShapeKind from = {}, domain::ShapeKind to = {});
    bool reduceShape(NamedAnnotation& named, const ImportedSample& sample);
    void reduceFields(domain::Annotation& annotation, const ImportedSample& sample);
    void reduceSample(ImportedSample& sample);
    void reduceToRegions(ImportedSample& sample);

    FormatAbilities m_abilities;
    WriteOptions m_options;
    PicturePlaces m_places;
    ClassColours m_colours;
    std::vector<Loss> m_losses;
    std::vector<qint64> m_lastSample; ///< number of the sample that each of m_losses counted last
    qint64 m_samples = 0;
    qint64 m_annotations = 0;
};

} // namespace lw::formats
