// SPDX-License-Identifier: GPL-3.0-or-later
//! Builds the edits: which annotations go, and what the sample is then.
#include "models/document/commands/ReviewCommands.h"

#include "models/domain/SmartRun.h"

namespace lw::document::commands {

namespace {

using domain::Annotation;
using domain::SampleState;

/// Removes the proposals that `isUnwanted` and ends the waiting.
template <typename Unwanted> bool decide(SampleDocument& document, domain::EditKind kind, Unwanted isUnwanted)
{
    if (document.sample().state != SampleState::ToConfirm) {
        return false;
    }
    domain::SampleEdit edit{kind, {}, {}, {}, SampleState::ToConfirm, SampleState::Unlabelled};
    for (const Annotation& annotation : document.annotations()) {
        if (isProposal(annotation) && isUnwanted(annotation)) {
            edit.changes.push_back({annotation, std::nullopt});
        } else {
            edit.stateAfter = SampleState::Labelled;
        }
    }
    // That nothing is there is an answer, if a person saw nothing and says so.
    if (kind == domain::EditKind::Confirm && document.annotations().empty()) {
        edit.stateAfter = SampleState::Labelled;
    }
    document.perform(edit);
    return true;
}

} // namespace

bool isProposal(const Annotation& annotation)
{
    return annotation.confidence && domain::isModelAuthor(annotation.author);
}

bool acceptProposals(SampleDocument& document, double least)
{
    return decide(document, domain::EditKind::Confirm,
                  [least](const Annotation& annotation) { return annotation.confidence < least; });
}

bool rejectProposals(SampleDocument& document)
{
    return decide(document, domain::EditKind::Reject, [](const Annotation&) { return true; });
}

void acceptShapes(SampleDocument& document, const Ids& ids, const QString& author)
{
    domain::SampleEdit edit{domain::EditKind::ChangeFlags, {}, {}, {}};
    for (const domain::AnnotationId id : ids) {
        const Annotation* before = document.find(id);
        if (before && isProposal(*before)) {
            Annotation after = *before;
            after.confidence.reset();
            after.author = author;
            edit.changes.push_back({*before, after});
        }
    }
    if (!edit.changes.empty() && document.sample().state == SampleState::ToConfirm) {
        edit.stateBefore = edit.stateAfter = SampleState::ToConfirm;
    }
    document.perform(edit);
}

} // namespace lw::document::commands
