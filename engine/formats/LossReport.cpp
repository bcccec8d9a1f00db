// SPDX-License-Identifier: GPL-3.0-or-later
//! Counting what is lost.
#include "engine/formats/LossReport.h"

#include "engine/formats/ClassRegions.h"

#include <algorithm>
#include <tuple>

namespace lw::formats {

using domain::ShapeKind;

namespace {

constexpr std::array kNames = {
    "shape_dropped",    "shape_converted", "rings_joined", "regions_changed", "rounded",        "several_labels",
    "unlabelled",       "usage",           "attributes",   "flags",          "confidence",
    "hard_annotations", "hard_samples",    "authors",      "unknown_fields", "renamed",
    "hard_reasons",     "sample_attributes",
};
static_assert(kNames.size() == size_t(LossKind::SampleAttributes) + 1);

} // namespace

QString lossName(LossKind kind)
{
    return QString::fromLatin1(kNames.at(size_t(kind)));
}

LossCounter::LossCounter(const FormatAbilities& abilities, const WriteOptions& options)
    : m_abilities(abilities), m_options(options), m_places({options.inputLocation, abilities.folders, false}), m_colours(options.labels)
{
    m_abilities.hardAnnotations = m_abilities.hardAnnotations && options.withHard;
    m_abilities.hardSamples = m_abilities.hardSamples && options.withHard;
    m_abilities.hardReasons = m_abilities.hardReasons && options.withHard;
    m_abilities.copiesPictures = m_abilities.copiesPictures && options.withPictures;
}

void LossCounter::count(LossKind kind, const ImportedSample& sample, ShapeKind from, ShapeKind to)
{
    auto found = std::find_if(m_losses.begin(), m_losses.end(), [&](const Loss& loss) {
        return loss.kind == kind && loss.from == from && loss.to == to;
    });
    if (found == m_losses.end()) {
        m_losses.push_back({kind, from, to, 0, 0, {}});
        m_lastSample.push_back(0);
        found = m_losses.end() - 1;
    }
    ++found->count;
    qint64& last = m_lastSample[size_t(found - m_losses.begin())];
    if (last != m_samples) {
        last = m_samples;
        ++found->samples;
        if (found->first.size() < kMostLostSamples) {
            found->first.push_back({sample.sample.id, sample.path.mid(sample.path.lastIndexOf(u'/') + 1)});
        }
    }
}

bool LossCounter::reduceShape(NamedAnnotation& named, const ImportedSample& sample)
{
    const ShapeChange change = fitShape(named.annotation.shape, m_abilities);
    switch (change.kind) {
    case ShapeChange::Kind::Dropped:
        count(LossKind::ShapeDropped, sample, change.from);
        return false;
    case ShapeChange::Kind::Converted:
        count(LossKind::ShapeConverted, sample, change.from, change.to);
        break;
    case ShapeChange::Kind::Joined:
        count(LossKind::RingsJoined, sample);
        break;
    case ShapeChange::Kind::None:
        break;
    }
    if (change.isRounded) {
        count(LossKind::Rounded, sample);
    }
    return true;
}

void LossCounter::reduceFields(domain::Annotation& a, const ImportedSample& sample)
{
    if (!m_abilities.attributes && !a.attributes.isEmpty()) {
        count(LossKind::Attributes, sample);
        a.attributes.clear();
    }
    const bool losesDifficult = a.isDifficult && !m_abilities.difficult;
    if (!m_abilities.flags && (losesDifficult || a.isTruncated || a.isOccluded || !a.pose.isEmpty())) {
        count(LossKind::Flags, sample);
        a.isDifficult = a.isDifficult && m_abilities.difficult;
        a.isTruncated = a.isOccluded = false;
        a.pose.clear();
    }
    if (!m_abilities.confidence && a.confidence) {
        count(LossKind::Confidence, sample);
        a.confidence.reset();
    }
    if (!m_abilities.hardAnnotations && (a.isHard || a.hardCoefficient)) {
        count(LossKind::HardAnnotations, sample);
        a.isHard = false;
        a.hardCoefficient.reset();
    }
    if (!m_abilities.authors && !a.author.isEmpty()) {
        count(LossKind::Authors, sample);
        a.author.clear();
        a.createdAt = 0;
    }
    if (!m_abilities.unknownFields && !a.extra.isEmpty()) {
        count(LossKind::UnknownFields, sample);
        a.extra.clear();
    }
}

void LossCounter::reduceSample(ImportedSample& sample)
{
    domain::Sample& facts = sample.sample;
    if (!m_abilities.usage && facts.usage != domain::SampleUsage::None) {
        count(LossKind::Usage, sample);
        facts.usage = domain::SampleUsage::None;
    }
    if (!m_abilities.hardSamples && (facts.isHard || facts.hardCoefficient)) {
        count(LossKind::HardSamples, sample);
        facts.isHard = false;
        facts.hardCoefficient.reset();
    }
    if (!m_abilities.hardReasons && !facts.hardReasons.isEmpty()) {
        count(LossKind::HardReasons, sample);
        facts.hardReasons.clear();
    }
    if (!m_abilities.sampleAttributes && !facts.attributes.isEmpty()) {
        count(LossKind::SampleAttributes, sample);
        facts.attributes.clear();
    }
    if (!m_abilities.unknownFields && !facts.extra.isEmpty()) {
        count(LossKind::UnknownFields, sample);
        facts.extra.clear();
    }
    if (m_abilities.copiesPictures) {
        const std::string taken = m_places.take(sample.path);
        const QString before = sample.path.startsWith(m_options.inputLocation + u'/')
                                   ? sample.path.mid(m_options.inputLocation.size() + 1)
                                   : sample.path.mid(sample.path.lastIndexOf(u'/') + 1);
        if (taken != before.toStdString()) {
            count(LossKind::Renamed, sample);
        }
    }
}

bool LossCounter::reduce(ImportedSample& sample)
{
    ++m_samples;
    m_annotations += qint64(sample.annotations.size());
    bool hasWhole = false;
    std::erase_if(sample.annotations, [&](NamedAnnotation& named) {
        if (!reduceShape(named, sample)) {
            return true;
        }
        if (named.annotation.shape.kind == ShapeKind::WholeSample && !m_abilities.severalLabels) {
            if (hasWhole) {
                count(LossKind::SeveralLabels, sample);
                return true;
            }
            hasWhole = true;
        }
        reduceFields(named.annotation, sample);
        return false;
    });
    if (m_abilities.classRegions) {
        reduceToRegions(sample);
    }
    if (!m_abilities.unlabelled && sample.annotations.empty()) {
        count(LossKind::Unlabelled, sample);
        return false;
    }
    reduceSample(sample);
    return true;
}

void LossCounter::reduceToRegions(ImportedSample& sample)
{
    std::vector<NamedAnnotation> regions = paintedRegions(sample, m_colours);
    std::vector<bool> isTaken(regions.size(), false);
    for (const NamedAnnotation& named : sample.annotations) {
        size_t i = 0;
        while (i < regions.size() && (isTaken[i] || regions[i].label != named.label ||
                                      regions[i].annotation.shape.mask != named.annotation.shape.mask)) {
            ++i;
        }
        if (i < regions.size()) {
            isTaken[i] = true;
        } else {
            count(LossKind::RegionsChanged, sample);
        }
    }
    sample.annotations = std::move(regions);
}

LossReport LossCounter::report() const
{
    LossReport report{m_losses, m_samples, m_annotations};
    std::sort(report.losses.begin(), report.losses.end(), [](const Loss& a, const Loss& b) {
        return std::tuple(a.kind, a.from, a.to) < std::tuple(b.kind, b.from, b.to);
    });
    return report;
}

} // namespace lw::formats
