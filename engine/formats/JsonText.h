// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes JSON text piece by piece, and takes kept JSON objects apart again.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <string_view>

#include <simdjson.h>

namespace lw::formats {

/// Appends `utf8` as a JSON string with its quotes.
void appendJsonString(QByteArray& out, std::string_view utf8);
void appendJsonString(QByteArray& out, const QString& text);

/// Builds one JSON object; an object without members is the empty byte array.
class JsonObject {
public:
    /// Begins a member; the caller appends its value to text() right after.
    QByteArray& member(std::string_view key);
    void addString(std::string_view key, std::string_view utf8) { appendJsonString(member(key), utf8); }
    void addRaw(std::string_view key, std::string_view json)
    {
        member(key).append(json.data(), qsizetype(json.size()));
    }
    /// Adds every member of another object made by take().
    void addAll(const QByteArray& object);
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    /// The finished object; this one is empty afterwards.
    [[nodiscard]] QByteArray take();

private:
    QByteArray m_text;
};

/// Parses a kept JSON object and visits its members in order. Text that is not a JSON object has no members.
void forEachMember(const QByteArray& object,
                   const std::function<void(std::string_view key, simdjson::dom::element value)>& visit);
/// `element` as compact JSON.
[[nodiscard]] std::string compactJson(simdjson::dom::element element);

} // namespace lw::formats
