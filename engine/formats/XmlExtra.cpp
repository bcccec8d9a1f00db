// SPDX-License-Identifier: GPL-3.0-or-later
//! XML elements as JSON and back.
#include "engine/formats/XmlExtra.h"

#include "engine/formats/JsonText.h"
#include "engine/formats/TextNumbers.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace lw::formats {

namespace {

constexpr int kDeepest = 32;
using simdjson::dom::element_type;

bool appendElement(QByteArray& out, pugi::xml_node node, int depth);

bool addGrouped(JsonObject& object, const std::vector<pugi::xml_node>& elements, int depth)
{
    std::unordered_map<std::string_view, size_t> places;
    std::vector<std::vector<pugi::xml_node>> groups;
    for (const pugi::xml_node& element : elements) {
        const auto [place, isNew] = places.try_emplace(element.name(), groups.size());
        if (isNew) {
            groups.emplace_back();
        }
        groups[place->second].push_back(element);
    }
    bool isWhole = true;
    for (const std::vector<pugi::xml_node>& group : groups) {
        QByteArray& out = object.member(group.front().name());
        const bool isList = group.size() > 1;
        for (size_t i = 0; i < group.size(); ++i) {
            out.append(i > 0 ? "," : isList ? "[" : "");
            isWhole = appendElement(out, group[i], depth) && isWhole;
        }
        out.append(isList ? "]" : "");
    }
    return isWhole;
}

/// Appends the value of one element; an empty string in place of what is nested too deeply.
bool appendElement(QByteArray& out, pugi::xml_node node, int depth)
{
    std::vector<pugi::xml_node> children;
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_element) {
            children.push_back(child);
        }
    }
    if (children.empty() && !node.first_attribute()) {
        appendJsonString(out, std::string_view(node.child_value()));
        return true;
    }
    if (depth >= kDeepest) {
        appendJsonString(out, std::string_view());
        return false;
    }
    JsonObject object;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        object.addString(std::string("@") + attribute.name(), attribute.value());
    }
    if (!trimmed(node.child_value()).empty()) {
        object.addString("#text", node.child_value());
    }
    const bool isWhole = addGrouped(object, children, depth + 1);
    out.append(object.take());
    return isWhole;
}

bool isXmlName(std::string_view name)
{
    const auto isLetter = [](unsigned char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; };
    return !name.empty() && (isLetter(static_cast<unsigned char>(name[0])) || name[0] == '_') &&
           std::all_of(name.begin(), name.end(), [&](char c) {
               return isLetter(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                      c == '.';
           });
}

bool isXmlText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\t'; });
}

bool fitsElement(simdjson::dom::element value, bool mayBeList, int depth);

bool fitsObject(simdjson::dom::object object, int depth)
{
    bool hasMember = false;
    bool hasElement = false;
    for (const simdjson::dom::key_value_pair& field : object) {
        hasMember = true;
        const bool isAttribute = field.key.starts_with('@');
        const bool isText = field.key == "#text";
        hasElement = hasElement || !(isAttribute || isText);
        const bool fits =
            isAttribute || isText
                ? field.value.is_string() && isXmlText(std::string_view(field.value)) &&
                      (isText ? !trimmed(std::string_view(field.value)).empty() : isXmlName(field.key.substr(1)))
                : isXmlName(field.key) && field.key != kJsonElement && fitsElement(field.value, true, depth + 1);
        if (!fits) {
            return false;
        }
    }
    return hasMember;
}

/// True if `value` written as an element reads back as the same JSON.
bool fitsElement(simdjson::dom::element value, bool mayBeList, int depth)
{
    if (depth >= kDeepest) {
        return false;
    }
    switch (value.type()) {
    case element_type::STRING:
        return isXmlText(std::string_view(value));
    case element_type::OBJECT:
        return fitsObject(simdjson::dom::object(value), depth);
    case element_type::ARRAY: {
        const simdjson::dom::array items = value;
        return mayBeList && items.size() > 1 &&
               std::all_of(items.begin(), items.end(),
                           [depth](simdjson::dom::element item) { return fitsElement(item, false, depth); });
    }
    default:
        return false;
    }
}

void appendTag(QByteArray& out, std::string_view name, simdjson::dom::element value, int indent)
{
    if (value.is_array()) {
        for (const simdjson::dom::element item : simdjson::dom::array(value)) {
            appendTag(out, name, item, indent);
        }
        return;
    }
    appendSpaces(out, indent);
    out.append('<').append(name.data(), qsizetype(name.size()));
    if (value.is_string()) {
        out.append('>');
        appendXmlText(out, std::string_view(value));
    } else {
        bool hasChildren = false;
        std::string_view text;
        for (const simdjson::dom::key_value_pair& field : simdjson::dom::object(value)) {
            if (field.key.starts_with('@')) {
                out.append(' ').append(field.key.data() + 1, qsizetype(field.key.size() - 1)).append("=\"");
                appendXmlText(out, std::string_view(field.value));
                out.append('"');
            } else if (field.key == "#text") {
                text = std::string_view(field.value);
            } else {
                hasChildren = true;
            }
        }
        out.append('>');
        appendXmlText(out, text);
        if (hasChildren) {
            out.append('\n');
            for (const simdjson::dom::key_value_pair& field : simdjson::dom::object(value)) {
                if (!field.key.starts_with('@') && field.key != "#text") {
                    appendTag(out, field.key, field.value, indent + 4);
                }
            }
            appendSpaces(out, indent);
        }
    }
    out.append("</").append(name.data(), qsizetype(name.size())).append(">\n");
}

} // namespace

bool addElementsAsJson(JsonObject& object, const std::vector<pugi::xml_node>& elements)
{
    std::vector<pugi::xml_node> plain;
    for (const pugi::xml_node& element : elements) {
        const std::string_view text = element.child_value();
        if (std::strcmp(element.name(), kJsonElement) == 0 && trimmed(text).starts_with('{')) {
            forEachMember(QByteArray(text.data(), qsizetype(text.size())),
                          [&object](std::string_view key, simdjson::dom::element value) {
                              object.addRaw(key, compactJson(value));
                          });
        } else {
            plain.push_back(element);
        }
    }
    return addGrouped(object, plain, 1);
}

void appendJsonAsElements(QByteArray& out, const QByteArray& object, int indent, const QByteArray& other)
{
    JsonObject rest;
    forEachMember(object, [&](std::string_view key, simdjson::dom::element value) {
        if (isXmlName(key) && key != kJsonElement && fitsElement(value, true, 1)) {
            appendTag(out, key, value, indent);
        } else {
            rest.addRaw(key, compactJson(value));
        }
    });
    rest.addAll(other);
    const QByteArray json = rest.take();
    if (!json.isEmpty()) {
        appendSpaces(out, indent);
        out.append("<extra>");
        appendXmlText(out, std::string_view(json.constData(), size_t(json.size())));
        out.append("</extra>\n");
    }
}

void appendSpaces(QByteArray& out, int count)
{
    static constexpr std::string_view kSpaces = "                                                                ";
    appendBytes(out, kSpaces.substr(0, size_t(count)));
}

void appendXmlText(QByteArray& out, std::string_view utf8)
{
    const bool isBlank = !utf8.empty() && trimmed(utf8).empty();
    size_t clean = 0;
    for (size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '&' && c != '<' && c != '>' && c != '"' && !(isBlank && i == 0)) {
            continue;
        }
        out.append(utf8.data() + clean, qsizetype(i - clean));
        clean = i + 1;
        if (c == '&') {
            out.append("&amp;");
        } else if (c == '<') {
            out.append("&lt;");
        } else if (c == '>') {
            out.append("&gt;");
        } else if (c == '"') {
            out.append("&quot;");
        } else if (c >= 0x20 || c == '\n' || c == '\t' || c == '\r') {
            // Parsers drop text of white space only and normalise line ends; a reference stays what it is.
            out.append("&#").append(QByteArray::number(c)).append(';');
        } else {
            out.append("\xEF\xBF\xBD");
        }
    }
    appendBytes(out, utf8.substr(clean));
}

} // namespace lw::formats
