// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps XML elements that have no place in the program as JSON, and writes them back.
#pragma once

#include <QByteArray>

#include <pugixml.hpp>
#include <vector>

namespace lw::formats {

class JsonObject;

/// Name of the element that holds, as JSON text, what cannot be said in XML elements.
inline constexpr const char* kJsonElement = "extra";

/// Adds `elements` to `object`, grouped by name: text stays a string, children and attributes ("@name") make an object,
/// repeated names an array. An <extra> element with JSON text gives back its members. Elements nested deeper than 32
/// are left out; false then.
[[nodiscard]] bool addElementsAsJson(JsonObject& object, const std::vector<pugi::xml_node>& elements);

/// Writes the members of a kept JSON object as elements, each line indented by `indent` spaces; what XML elements
/// cannot say goes into one <extra> element. `other` is a second object whose members all go there.
void appendJsonAsElements(QByteArray& out, const QByteArray& object, int indent, const QByteArray& other = {});

/// Appends `count` spaces, 64 at most.
void appendSpaces(QByteArray& out, int count);

/// Appends text or an attribute value with what XML needs escaped; characters that XML forbids become U+FFFD.
void appendXmlText(QByteArray& out, std::string_view utf8);

} // namespace lw::formats
