// SPDX-License-Identifier: GPL-3.0-or-later
//! JSON text by appending.
#include "engine/formats/JsonText.h"

namespace lw::formats {

void appendJsonString(QByteArray& out, std::string_view utf8)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out.append('"');
    size_t clean = 0;
    const auto flush = [&](size_t to) { out.append(utf8.data() + clean, qsizetype(to - clean)); };
    for (size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        flush(i);
        clean = i + 1;
        switch (c) {
        case '"':
            out.append("\\\"");
            break;
        case '\\':
            out.append("\\\\");
            break;
        case '\n':
            out.append("\\n");
            break;
        case '\r':
            out.append("\\r");
            break;
        case '\t':
            out.append("\\t");
            break;
        default:
            out.append("\\u00").append(kHex[c >> 4]).append(kHex[c & 15]);
        }
    }
    flush(utf8.size());
    out.append('"');
}

void appendJsonString(QByteArray& out, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    appendJsonString(out, std::string_view(utf8.constData(), size_t(utf8.size())));
}

QByteArray& JsonObject::member(std::string_view key)
{
    m_text.append(m_text.isEmpty() ? '{' : ',');
    appendJsonString(m_text, key);
    return m_text.append(':');
}

void JsonObject::addAll(const QByteArray& object)
{
    if (object.size() > 2) {
        m_text.append(m_text.isEmpty() ? '{' : ',').append(object.constData() + 1, object.size() - 2);
    }
}

QByteArray JsonObject::take()
{
    if (!m_text.isEmpty()) {
        m_text.append('}');
    }
    return std::exchange(m_text, {});
}

void forEachMember(const QByteArray& object, const std::function<void(std::string_view, simdjson::dom::element)>& visit)
{
    if (object.isEmpty()) {
        return;
    }
    simdjson::dom::parser parser;
    simdjson::dom::object members;
    const simdjson::padded_string padded(object.constData(), size_t(object.size()));
    if (parser.parse(padded).get(members) != simdjson::SUCCESS) {
        return;
    }
    for (const simdjson::dom::key_value_pair& field : members) {
        visit(field.key, field.value);
    }
}

std::string compactJson(simdjson::dom::element element)
{
    return simdjson::minify(element);
}

} // namespace lw::formats
