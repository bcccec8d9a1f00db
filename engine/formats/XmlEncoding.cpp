// SPDX-License-Identifier: GPL-3.0-or-later
//! Encodings of XML files.
#include "engine/formats/XmlEncoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <simdjson.h>
#include <string_view>

namespace lw::formats {

namespace {

using core::ProblemCode;

/// A parsed element costs about a hundred bytes of memory, its text a bit more.
constexpr qint64 kMostTags = 4'000'000;

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), size_t(bytes.size())};
}

/// The encoding of the first bytes where it is not compatible with ASCII, or null.
const char* wideEncoding(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("<\0\0\0"sv)) {
        return "UTF-32LE";
    }
    if (bytes.starts_with("\0\0\xFE\xFF"sv) || bytes.starts_with("\0\0\0<"sv)) {
        return "UTF-32BE";
    }
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv)) {
        return "UTF-16LE";
    }
    if (bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0<"sv)) {
        return "UTF-16BE";
    }
    return nullptr;
}

/// The value of encoding="…" in the XML declaration, empty without one.
QByteArray declaredEncoding(std::string_view bytes)
{
    if (!bytes.starts_with("<?xml")) {
        return {};
    }
    const std::string_view declaration = bytes.substr(0, std::min<size_t>(bytes.find("?>"), 256));
    size_t at = declaration.find("encoding");
    at = at == std::string_view::npos ? at : declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) {
        return {};
    }
    const size_t end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos) {
        return {};
    }
    return QByteArray(declaration.data() + at + 1, qsizetype(end - at - 1));
}

qint64 lineOfFirstBadByte(std::string_view bytes)
{
    qint64 line = 1;
    while (!bytes.empty()) {
        const size_t end = std::min(bytes.find('\n'), bytes.size() - 1);
        if (!simdjson::validate_utf8(bytes.data(), end + 1)) {
            return line;
        }
        bytes.remove_prefix(end + 1);
        ++line;
    }
    return line;
}

std::optional<XmlRefusal> decode(QByteArrayView bytes, const QByteArray& encoding, QByteArray& storage)
{
    QStringDecoder decoder(encoding.constData());
    if (!decoder.isValid()) {
        return XmlRefusal{ProblemCode::EncodingInvalid, 1, QString::fromLatin1(encoding)};
    }
    const QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return XmlRefusal{ProblemCode::EncodingInvalid, 0, QString::fromLatin1(encoding)};
    }
    storage = text.toUtf8();
    return std::nullopt;
}

std::optional<XmlRefusal> refuseDanger(std::string_view text)
{
    if (const size_t at = text.find("<!ENTITY"); at != std::string_view::npos) {
        return XmlRefusal{
            ProblemCode::XmlEntities, std::count(text.begin(), text.begin() + qsizetype(at), '\n') + 1, {}};
    }
    if (std::count(text.begin(), text.end(), '<') > kMostTags) {
        return XmlRefusal{ProblemCode::FileTooLarge, 0, QStringLiteral("%1 elements").arg(kMostTags / 2)};
    }
    return std::nullopt;
}

} // namespace

std::optional<XmlRefusal> xmlToUtf8(QByteArrayView bytes, QByteArray& storage, QByteArrayView& utf8)
{
    utf8 = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    QByteArray encoding = wideEncoding(viewOf(utf8));
    if (encoding.isEmpty()) {
        encoding = declaredEncoding(viewOf(utf8)).toLower();
        if (encoding == "utf-8" || encoding == "utf8" || encoding == "us-ascii") {
            encoding.clear();
        }
    }
    if (!encoding.isEmpty()) {
        if (auto refusal = decode(utf8, encoding, storage)) {
            return refusal;
        }
        utf8 = storage;
    } else if (!simdjson::validate_utf8(utf8.data(), size_t(utf8.size()))) {
        return XmlRefusal{ProblemCode::EncodingInvalid, lineOfFirstBadByte(viewOf(utf8)), QStringLiteral("UTF-8")};
    }
    return refuseDanger(viewOf(utf8));
}

} // namespace lw::formats
