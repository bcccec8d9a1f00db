// SPDX-License-Identifier: GPL-3.0-or-later
//! A detection annotation that is embedded in a manifest row, in ModelArts' label properties.
#pragma once

#include "engine/formats/ManifestRow.h"
#include "engine/formats/ShapeCheck.h"
#include "engine/formats/StringCache.h"

namespace lw::formats {

/// Reads {"name", "property": {"@modelarts:shape", "@modelarts:feature", …}, …}, or, for classification, a label with
/// its properties. Not thread-safe.
class ManifestObjectReader {
public:
    /// What the objects are for: figures that such datasets cannot hold are left out.
    void setType(domain::DatasetType type) { m_type = type; }
    /// True if the object carries a shape of its own instead of naming an annotation file.
    [[nodiscard]] bool isEmbedded(simdjson::dom::object object);

    /// Reads the object into `annotation`. False if it is left out. `issues` gets what was wrong, in either case.
    [[nodiscard]] bool read(simdjson::dom::object object, PictureSize picture, NamedAnnotation& annotation,
                            std::vector<RowIssue>& issues);

    /// Shared strings: the author in "annotated-by".
    [[nodiscard]] QString sharedText(std::string_view utf8) { return m_strings.get(utf8).text; }

private:
    struct State;

    /// The property object, parsed again when it is JSON in a string.
    [[nodiscard]] std::optional<simdjson::dom::object> propertyOf(simdjson::dom::object object);
    bool takeName(State& state, std::string_view name);
    void takeProperties(State& state, simdjson::dom::object property);
    bool takeShape(State& state, PictureSize picture);
    bool takeFigure(State& state, PictureSize picture);
    static bool takeCommon(State& state, std::string_view key, simdjson::dom::element value);

    domain::DatasetType m_type = domain::DatasetType::ObjectDetection;
    StringCache m_strings;
    simdjson::dom::parser m_propertyParser;
    simdjson::dom::parser m_featureParser;
};

} // namespace lw::formats
