// SPDX-License-Identifier: GPL-3.0-or-later
//! A strict parser for an object of objects with texts and lists of whole numbers.
#include "engine/learn/weights/SafetensorsHeader.h"

#include <cstdio>

namespace lw::learn {

namespace {

struct Broken {};

void appendUtf8(std::string& text, std::uint32_t code)
{
    if (code < 0x80) {
        text += char(code);
    } else if (code < 0x800) {
        text += char(0xc0 | (code >> 6));
        text += char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        text += char(0xe0 | (code >> 12));
        text += char(0x80 | ((code >> 6) & 0x3f));
        text += char(0x80 | (code & 0x3f));
    } else {
        text += char(0xf0 | (code >> 18));
        text += char(0x80 | ((code >> 12) & 0x3f));
        text += char(0x80 | ((code >> 6) & 0x3f));
        text += char(0x80 | (code & 0x3f));
    }
}

/// Reads the few things that a header is made of; throws Broken at anything else.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    SafetensorsHeader header()
    {
        SafetensorsHeader header;
        object([&](const std::string& key) {
            if (key == "__metadata__") {
                object([&](const std::string& name) { header.metadata[name] = text(); });
            } else {
                header.entries.push_back(entry(key));
            }
        });
        blanks();
        if (m_position != m_text.size()) {
            throw Broken();
        }
        return header;
    }

private:
    SafetensorsEntry entry(const std::string& name)
    {
        SafetensorsEntry entry;
        entry.name = name;
        object([&](const std::string& key) {
            if (key == "dtype") {
                entry.type = text();
            } else if (key == "shape") {
                for (const std::uint64_t size : numbers()) {
                    entry.shape.push_back(std::int64_t(size));
                }
            } else if (key == "data_offsets") {
                const std::vector<std::uint64_t> both = numbers();
                if (both.size() != 2) {
                    throw Broken();
                }
                entry.begin = both[0];
                entry.end = both[1];
            } else {
                throw Broken();
            }
        });
        return entry;
    }

    template <typename Member> void object(Member member)
    {
        expect('{');
        if (accept('}')) {
            return;
        }
        do {
            const std::string key = text();
            expect(':');
            member(key);
        } while (accept(','));
        expect('}');
    }

    std::vector<std::uint64_t> numbers()
    {
        std::vector<std::uint64_t> list;
        expect('[');
        if (accept(']')) {
            return list;
        }
        do {
            list.push_back(number());
            if (list.size() > 64) {
                throw Broken();
            }
        } while (accept(','));
        expect(']');
        return list;
    }

    std::uint64_t number()
    {
        blanks();
        std::uint64_t value = 0;
        int digits = 0;
        while (m_position < m_text.size() && m_text[m_position] >= '0' && m_text[m_position] <= '9') {
            value = value * 10 + std::uint64_t(m_text[m_position++] - '0');
            ++digits;
        }
        if (digits == 0 || digits > 18) {
            throw Broken();
        }
        return value;
    }

    std::string text()
    {
        expect('"');
        std::string value;
        for (;;) {
            const char each = next();
            if (each == '"') {
                return value;
            }
            if (std::uint8_t(each) < 0x20) {
                throw Broken();
            }
            if (each == '\\') {
                escape(value);
            } else {
                value += each;
            }
        }
    }

    void escape(std::string& value)
    {
        constexpr std::string_view kFrom = "\"\\/bfnrt";
        constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
        const char each = next();
        if (const std::size_t at = kFrom.find(each); at != std::string_view::npos) {
            value += kTo[at];
            return;
        }
        if (each != 'u') {
            throw Broken();
        }
        std::uint32_t code = hexadecimal();
        if (code >= 0xd800 && code < 0xdc00) { // the first of two halves
            if (next() != '\\' || next() != 'u') {
                throw Broken();
            }
            code = 0x10000 + ((code - 0xd800) << 10) + (hexadecimal() - 0xdc00);
        }
        if (code > 0x10ffff) {
            throw Broken();
        }
        appendUtf8(value, code);
    }

    std::uint32_t hexadecimal()
    {
        std::uint32_t code = 0;
        for (int i = 0; i < 4; ++i) {
            constexpr std::string_view kDigits = "0123456789abcdef";
            const char each = next();
            const std::size_t digit = kDigits.find(each >= 'A' && each <= 'F' ? char(each - 'A' + 'a') : each);
            if (digit == std::string_view::npos) {
                throw Broken();
            }
            code = code * 16 + std::uint32_t(digit);
        }
        return code;
    }

    void blanks()
    {
        while (m_position < m_text.size() && (m_text[m_position] == ' ' || m_text[m_position] == '\n' ||
                                              m_text[m_position] == '\t' || m_text[m_position] == '\r')) {
            ++m_position;
        }
    }

    char next()
    {
        if (m_position >= m_text.size()) {
            throw Broken();
        }
        return m_text[m_position++];
    }

    bool accept(char wanted)
    {
        blanks();
        if (m_position < m_text.size() && m_text[m_position] == wanted) {
            ++m_position;
            return true;
        }
        return false;
    }

    void expect(char wanted)
    {
        if (!accept(wanted)) {
            throw Broken();
        }
    }

    std::string_view m_text;
    std::size_t m_position = 0;
};

std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char each : text) {
        if (each == '"' || each == '\\') {
            result += '\\';
            result += each;
        } else if (std::uint8_t(each) < 0x20) {
            char code[8];
            std::snprintf(code, sizeof code, "\\u%04x", unsigned(each));
            result += code;
        } else {
            result += each;
        }
    }
    return result + '"';
}

} // namespace

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view text)
{
    try {
        return Reader(text).header();
    } catch (const Broken&) {
        return failure(ErrorCode::Malformed, "The header of the safetensors file is damaged.");
    }
}

std::string safetensorsHeaderText(const SafetensorsHeader& header)
{
    std::string text = "{\"__metadata__\":{";
    const char* separator = "";
    for (const auto& each : header.metadata) {
        text += separator + quoted(each.first) + ':' + quoted(each.second);
        separator = ",";
    }
    text += '}';
    for (const SafetensorsEntry& entry : header.entries) {
        text += ',' + quoted(entry.name) + ":{\"dtype\":" + quoted(entry.type) + ",\"shape\":[";
        for (std::size_t i = 0; i < entry.shape.size(); ++i) {
            text += (i > 0 ? "," : "") + std::to_string(entry.shape[i]);
        }
        text += "],\"data_offsets\":[" + std::to_string(entry.begin) + ',' + std::to_string(entry.end) + "]}";
    }
    text += '}';
    text.append((8 - text.size() % 8) % 8, ' '); // the data behind it begins aligned
    return text;
}

} // namespace lw::learn
