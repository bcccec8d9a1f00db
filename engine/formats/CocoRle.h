// SPDX-License-Identifier: GPL-3.0-or-later
//! COCO's run lengths, which go down the columns of the picture.
#pragma once

#include "models/domain/Mask.h"

#include <QByteArray>

#include <optional>
#include <string_view>
#include <vector>

namespace lw::formats {

/// Run lengths outside, inside, outside, … the object, column by column through the whole picture.
using ColumnRuns = std::vector<quint32>;

/// Compressed counts as text, both ways. Nullopt for text that is none.
[[nodiscard]] std::optional<ColumnRuns> columnRunsFromText(std::string_view text);
[[nodiscard]] QByteArray textFromColumnRuns(const ColumnRuns& runs);

/// The pixels of `runs` in a picture of this size; nullopt if they do not fit into it.
[[nodiscard]] std::optional<domain::Mask> maskFromColumnRuns(const ColumnRuns& runs, int width, int height);
/// The runs of `mask`; what lies outside of the picture is left out.
[[nodiscard]] ColumnRuns columnRunsOf(const domain::Mask& mask, int width, int height);

} // namespace lw::formats
