// SPDX-License-Identifier: GPL-3.0-or-later
//! Differences between a sample's labels and those it is to have.
#include "models/domain/WholeLabels.h"

#include <algorithm>

namespace lw::domain {

namespace {

bool isWhole(const Annotation& annotation)
{
    return annotation.shape.kind == ShapeKind::WholeSample;
}

/// Its place in stacking order.
bool isBelow(const Annotation& a, const Annotation& b)
{
    return std::pair(a.order, a.id.value) < std::pair(b.order, b.id.value);
}

Annotation newAnnotation(const std::vector<Annotation>& annotations, const Labelling& labelling, AnnotationId id)
{
    Annotation annotation;
    annotation.id = id;
    annotation.labelId = labelling.label;
    annotation.shape = Shape::wholeSample();
    annotation.order = annotations.empty() ? 1 : annotations.back().order + 1;
    annotation.author = labelling.author;
    annotation.createdAt = labelling.at;
    return annotation;
}

} // namespace

bool labelsWholeSamples(DatasetType type)
{
    const std::span<const ShapeKind> kinds = shapeKindsOf(type);
    return kinds.size() == 1 && kinds.front() == ShapeKind::WholeSample;
}

bool hasWholeLabel(const std::vector<Annotation>& annotations, LabelId label)
{
    return std::any_of(annotations.begin(), annotations.end(),
                       [label](const Annotation& each) { return isWhole(each) && each.labelId == label; });
}

std::vector<AnnotationChange> labelChanges(const std::vector<Annotation>& annotations, const Labelling& labelling,
                                           AnnotationId nextId)
{
    std::vector<AnnotationChange> changes;
    bool isThere = false;
    for (const Annotation& each : annotations) {
        if (!isWhole(each)) {
            continue;
        }
        const bool isLabel = each.labelId == labelling.label;
        // The same label twice says no more than once.
        const bool goes = labelling.mode == LabelMode::Remove    ? isLabel
                          : labelling.mode == LabelMode::Replace ? !isLabel || isThere
                                                                 : isLabel && isThere;
        if (goes) {
            changes.push_back({each, std::nullopt});
        } else if (isLabel && labelling.mode != LabelMode::Remove) {
            isThere = true;
            if (each.confidence) {
                Annotation own = each;
                own.confidence.reset();
                own.author = labelling.author;
                changes.push_back({each, std::move(own)});
            }
        }
    }
    if (!isThere && labelling.mode != LabelMode::Remove) {
        changes.push_back({std::nullopt, newAnnotation(annotations, labelling, nextId)});
    }
    return changes;
}

void applyChanges(std::vector<Annotation>& annotations, const std::vector<AnnotationChange>& changes)
{
    for (const AnnotationChange& change : changes) {
        std::erase_if(annotations, [&](const Annotation& each) { return each.id == change.id(); });
        if (change.after) {
            annotations.insert(std::upper_bound(annotations.begin(), annotations.end(), *change.after, isBelow),
                               *change.after);
        }
    }
}

} // namespace lw::domain
