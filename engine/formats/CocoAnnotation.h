// SPDX-License-Identifier: GPL-3.0-or-later
//! One annotation object of a COCO file.
#pragma once

#include "engine/formats/CocoCategories.h"
#include "engine/formats/CocoShapes.h"
#include "engine/formats/DatasetFormat.h"
#include "engine/formats/ShapeCheck.h"
#include "engine/formats/StringCache.h"

namespace lw::formats {

/// Reads annotation objects. Keeps what is worth keeping from one to the next; not thread-safe.
class CocoAnnotationReader {
public:
    CocoAnnotationReader(const CocoCategories& categories, const ReadOptions& options)
        : m_categories(categories), m_options(options)
    {
    }

    /// Reads the object into `named`. False if it is left out. `issues` gets what was wrong, in either case; a
    /// category that was refused is not told again.
    [[nodiscard]] bool read(simdjson::dom::object object, PictureSize picture, NamedAnnotation& named,
                            std::vector<RowIssue>& issues);

private:
    struct Fields;

    using Place = std::optional<simdjson::dom::element> Fields::*;

    [[nodiscard]] Place placeOf(std::string_view key, size_t position);
    void sort(simdjson::dom::object object, Fields& fields);
    [[nodiscard]] bool takeLabel(const Fields& fields, NamedAnnotation& named, std::vector<RowIssue>& issues);
    [[nodiscard]] bool takeShape(Fields& fields, PictureSize picture, domain::Shape& shape,
                                 std::vector<RowIssue>& issues);
    [[nodiscard]] std::optional<RowIssue> shapeOf(Fields& fields, domain::Shape& shape);
    void takeAttributes(simdjson::dom::element list, domain::Annotation& annotation);
    void takeCommon(Fields& fields, domain::Annotation& annotation, std::vector<RowIssue>& issues);

    const CocoCategories& m_categories;
    const ReadOptions& m_options;
    CocoShapes m_shapes;
    StringCache m_strings;
    std::vector<std::pair<std::string, Place>> m_known; ///< members of the last objects by their position
};

} // namespace lw::formats
