// SPDX-License-Identifier: GPL-3.0-or-later
//! The geometry of COCO's annotations.
#pragma once

#include "engine/formats/ManifestRow.h"
#include "models/domain/Shape.h"

namespace lw::formats {

/// Makes shapes of JSON values; each returns what is wrong with the value, then the shape means nothing. Keeps its
/// memory from one to the next; not thread-safe.
class CocoShapes {
public:
    [[nodiscard]] std::optional<RowIssue> box(simdjson::dom::element value, domain::Shape& shape);
    [[nodiscard]] std::optional<RowIssue> polygon(simdjson::dom::element value, domain::Shape& shape);
    /// `rle` is `whole` as an object: run lengths, compressed or not.
    [[nodiscard]] std::optional<RowIssue> mask(simdjson::dom::object rle, simdjson::dom::element whole,
                                               domain::Shape& shape);
    /// Joints; `isFound` is false, and the shape left alone, if none is labelled.
    [[nodiscard]] std::optional<RowIssue> skeleton(simdjson::dom::element value, domain::Shape& shape, bool& isFound);

private:
    [[nodiscard]] bool takeNumbers(simdjson::dom::element list);

    std::vector<double> m_numbers;
};

} // namespace lw::formats
