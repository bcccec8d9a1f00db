// SPDX-License-Identifier: GPL-3.0-or-later
//! Builds edits; SampleDocument applies and keeps them.
#include "models/document/commands/Commands.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace lw::document::commands {

using domain::Annotation;
using domain::AnnotationChange;
using domain::AnnotationId;
using domain::EditKind;
using domain::SampleEdit;

namespace {

/// An edit of `kind` in which `change` alters each annotation of `ids`.
template <typename Function>
SampleEdit altered(const SampleDocument& document, const Ids& ids, EditKind kind, const Function& change)
{
    SampleEdit edit{kind, {}, {}, {}};
    for (AnnotationId id : ids) {
        if (const Annotation* before = document.find(id)) {
            Annotation after = *before;
            change(after);
            if (after != *before) {
                edit.changes.push_back({*before, std::move(after)});
            }
        }
    }
    return edit;
}

/// Work by a person is sure: a model's confidence no longer applies.
void sign(Annotation& annotation, const QString& author)
{
    annotation.author = author;
    annotation.confidence.reset();
}

void appendReshapes(const SampleDocument& document, const std::vector<Reshape>& reshapes, const QString& author,
                    SampleEdit& edit)
{
    for (const Reshape& step : reshapes) {
        const Annotation* before = document.find(step.id);
        if (before == nullptr || !step.shape.isValid() || before->shape == step.shape) {
            continue;
        }
        Annotation after = *before;
        after.shape = step.shape;
        sign(after, author);
        edit.changes.push_back({*before, std::move(after)});
    }
}

} // namespace

AnnotationId addShape(SampleDocument& document, domain::LabelId label, const domain::Shape& shape,
                      const QString& author, std::optional<double> confidence)
{
    if (!shape.isValid() || document.isEmpty()) {
        return {};
    }
    Annotation annotation;
    annotation.id = document.takeId();
    annotation.labelId = label;
    annotation.shape = shape;
    annotation.order = document.topOrder();
    annotation.author = author;
    annotation.confidence = confidence;
    annotation.createdAt = QDateTime::currentMSecsSinceEpoch();
    document.perform({EditKind::AddShape, {{std::nullopt, annotation}}, {}, {}});
    return annotation.id;
}

void removeShapes(SampleDocument& document, const Ids& ids)
{
    SampleEdit edit{EditKind::RemoveShapes, {}, {}, {}};
    for (AnnotationId id : ids) {
        if (const Annotation* before = document.find(id)) {
            edit.changes.push_back({*before, std::nullopt});
        }
    }
    document.perform(edit);
}

void clearShapes(SampleDocument& document)
{
    SampleEdit edit{EditKind::ClearShapes, {}, {}, {}};
    for (const Annotation& annotation : document.annotations()) {
        edit.changes.push_back({annotation, std::nullopt});
    }
    document.perform(edit);
}

void reshape(SampleDocument& document, const std::vector<Reshape>& reshapes, const QString& author)
{
    SampleEdit edit{EditKind::MoveShapes, {}, {}, {}};
    appendReshapes(document, reshapes, author, edit);
    document.perform(edit);
}

void merge(SampleDocument& document, const std::vector<Reshape>& reshapes, const Ids& removed, const QString& author)
{
    if (std::any_of(reshapes.begin(), reshapes.end(), [](const Reshape& step) { return !step.shape.isValid(); })) {
        return;
    }
    SampleEdit edit{EditKind::MoveShapes, {}, {}, {}};
    appendReshapes(document, reshapes, author, edit);
    for (AnnotationId id : removed) {
        if (const Annotation* before = document.find(id)) {
            edit.changes.push_back({*before, std::nullopt});
        }
    }
    document.perform(edit);
}

void changeLabel(SampleDocument& document, const Ids& ids, domain::LabelId label, const QString& author)
{
    document.perform(altered(document, ids, EditKind::ChangeLabel, [&](Annotation& a) {
        if (a.labelId != label) {
            a.labelId = label;
            sign(a, author);
        }
    }));
}

void changeFlags(SampleDocument& document, const Ids& ids, const FlagChange& change, const QString& author)
{
    document.perform(altered(document, ids, EditKind::ChangeFlags, [&](Annotation& a) {
        const Annotation before = a;
        a.isDifficult = change.isDifficult.value_or(a.isDifficult);
        a.isTruncated = change.isTruncated.value_or(a.isTruncated);
        a.isOccluded = change.isOccluded.value_or(a.isOccluded);
        a.isHard = change.isHard.value_or(a.isHard);
        a.pose = change.pose.value_or(a.pose);
        if (change.confidence) {
            a.confidence = *change.confidence < 0 ? std::nullopt : change.confidence;
        }
        if (a != before) {
            a.author = author;
        }
    }));
}

void setAttribute(SampleDocument& document, const Ids& ids, const QString& name, const QString& value,
                  const QString& author)
{
    document.perform(altered(document, ids, EditKind::ChangeAttributes, [&](Annotation& a) {
        if (a.attributes.value(name) == value) {
            return;
        }
        if (value.isEmpty()) {
            a.attributes.remove(name);
        } else {
            a.attributes.insert(name, value);
        }
        a.author = author;
    }));
}

void changeOrder(SampleDocument& document, const Ids& ids, OrderMove move)
{
    const std::set<AnnotationId> chosen(ids.begin(), ids.end());
    std::vector<Annotation> order = document.annotations();
    const auto isChosen = [&](const Annotation& a) { return chosen.contains(a.id); };
    switch (move) {
    case OrderMove::ToTop:
        std::stable_partition(order.begin(), order.end(), [&](const Annotation& a) { return !isChosen(a); });
        break;
    case OrderMove::ToBottom:
        std::stable_partition(order.begin(), order.end(), isChosen);
        break;
    case OrderMove::Up:
        for (size_t i = order.size(); i-- > 1;) {
            if (isChosen(order[i - 1]) && !isChosen(order[i])) {
                std::swap(order[i - 1], order[i]);
            }
        }
        break;
    case OrderMove::Down:
        for (size_t i = 0; i + 1 < order.size(); ++i) {
            if (isChosen(order[i + 1]) && !isChosen(order[i])) {
                std::swap(order[i], order[i + 1]);
            }
        }
        break;
    }
    SampleEdit edit{EditKind::ChangeOrder, {}, {}, {}};
    for (size_t i = 0; i < order.size(); ++i) {
        const int place = int(i) + 1;
        if (order[i].order != place && order[i].id != document.annotations()[i].id) {
            Annotation after = order[i];
            after.order = document.annotations()[i].order;
            edit.changes.push_back({order[i], std::move(after)});
        }
    }
    document.perform(edit);
}

Ids paste(SampleDocument& document, const std::vector<Annotation>& annotations, EditKind kind, const QString& author)
{
    SampleEdit edit{kind, {}, {}, {}};
    Ids ids;
    int order = document.topOrder();
    for (const Annotation& source : annotations) {
        Annotation copy = source;
        if (document.sample().width > 0) {
            copy.shape = clampedToImage(copy.shape, document.sample().width, document.sample().height);
        }
        if (!copy.shape.isValid()) {
            continue;
        }
        copy.id = document.takeId();
        copy.order = order++;
        copy.createdAt = QDateTime::currentMSecsSinceEpoch();
        sign(copy, author);
        ids.push_back(copy.id);
        edit.changes.push_back({std::nullopt, std::move(copy)});
    }
    document.perform(edit);
    return ids;
}

bool setLabel(SampleDocument& document, domain::LabelId label, domain::LabelMode mode, const QString& author)
{
    if (document.isEmpty()) {
        return false;
    }
    const domain::Labelling labelling{label, mode, author, QDateTime::currentMSecsSinceEpoch()};
    SampleEdit edit{EditKind::SetLabels, {}, {}, {}};
    edit.changes = domain::labelChanges(document.annotations(), labelling, document.takeId());
    if (edit.changes.empty() && mode != domain::LabelMode::Remove &&
        document.sample().state == domain::SampleState::ToConfirm) {
        edit.stateBefore = document.sample().state;
        edit.stateAfter = domain::SampleState::Labelled;
    }
    document.perform(edit);
    return !edit.isEmpty();
}

void markHard(SampleDocument& document, bool isHard)
{
    const domain::HardMark before{document.sample().isHard, document.sample().hardCoefficient,
                                  document.sample().hardReasons};
    document.perform({EditKind::MarkHard, {}, before, domain::HardMark{isHard, std::nullopt}});
}

void confirm(SampleDocument& document)
{
    const domain::SampleState before = document.sample().state;
    if (before == domain::SampleState::ToConfirm) {
        const bool isEmpty = document.annotations().empty();
        document.perform({EditKind::Confirm, {}, {}, {}, before,
                          isEmpty ? domain::SampleState::Unlabelled : domain::SampleState::Labelled});
    }
}

} // namespace lw::document::commands
