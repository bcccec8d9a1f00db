// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes events of samples, and their byte form. Private to models/store.
#pragma once

#include "models/domain/History.h"
#include "models/store/Connection.h"
#include "models/store/Encoding.h"

namespace lw::store {

[[nodiscard]] QByteArray notesToBytes(const std::vector<domain::AnnotationNote>& notes);
/// Reads as far as the bytes go.
[[nodiscard]] std::vector<domain::AnnotationNote> notesFromBytes(const QByteArray& bytes);

/// Appends an event to the sample's history. Within a write.
void recordEvent(Connection& connection, domain::SampleId sample, const domain::SampleEvent& event);
/// The same for the difference between two states; nothing when their annotations are the same.
void recordDifference(Connection& connection, domain::SampleId sample, domain::HistoryCause cause,
                      const QString& author, const SampleContent& before, const SampleContent& after);

} // namespace lw::store
