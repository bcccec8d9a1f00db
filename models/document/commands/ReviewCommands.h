// SPDX-License-Identifier: GPL-3.0-or-later
//! Accepting and rejecting what a model proposed, one undoable step each.
#pragma once

#include "models/document/SampleDocument.h"
#include "models/document/commands/Commands.h"

namespace lw::document::commands {

/// Made by a model, and no person has changed it since.
[[nodiscard]] bool isProposal(const domain::Annotation& annotation);

/// A sample to confirm becomes labelled, without the proposals below `least` (0 to 1); unlabelled if that leaves nothing.
/// One that is empty already becomes labelled: a person says that nothing is there.
/// Others stay as they are. Returns false if it did nothing.
bool acceptProposals(SampleDocument& document, double least);
/// Takes all proposals off a sample to confirm: it becomes unlabelled, or labelled if a person's work is left. Returns
/// false if it did nothing.
bool rejectProposals(SampleDocument& document);
/// These become a person's work; the rest of the sample still waits.
void acceptShapes(SampleDocument& document, const Ids& ids, const QString& author);

} // namespace lw::document::commands
