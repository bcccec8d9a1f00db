// SPDX-License-Identifier: GPL-3.0-or-later
//! CSV text.
#include "engine/formats/CsvText.h"

#include "engine/formats/TextNumbers.h"

#include <QStringDecoder>

#include <algorithm>
#include <simdjson.h>

namespace lw::formats {

bool CsvRows::next(std::vector<std::string>& cells)
{
    while (!m_text.empty()) {
        takeRow(cells);
        if (cells.size() > 1 || !trimmed(cells.front()).empty()) {
            return true;
        }
    }
    return false;
}

void CsvRows::takeRow(std::vector<std::string>& cells)
{
    m_line = m_nextLine;
    cells.assign(1, {});
    bool isQuoted = false;
    size_t at = 0;
    for (; at < m_text.size(); ++at) {
        const char c = m_text[at];
        if (isQuoted) {
            m_nextLine += c == '\n' ? 1 : 0;
            if (c != '"') {
                cells.back().push_back(c);
            } else if (at + 1 < m_text.size() && m_text[at + 1] == '"') {
                cells.back().push_back('"');
                ++at;
            } else {
                isQuoted = false;
            }
        } else if (c == '"' && trimmed(cells.back()).empty()) {
            isQuoted = true;
            cells.back().clear();
        } else if (c == m_separator) {
            cells.emplace_back();
        } else if (c == '\n' || c == '\r') {
            break;
        } else {
            cells.back().push_back(c);
        }
    }
    if (at < m_text.size()) {
        at += m_text[at] == '\r' && at + 1 < m_text.size() && m_text[at + 1] == '\n' ? 2 : 1;
        ++m_nextLine;
    }
    m_text.remove_prefix(at);
}

char csvSeparatorOf(std::string_view text)
{
    constexpr char kSeparators[] = {',', ';', '\t', '|'};
    qint64 counts[4] = {};
    bool isQuoted = false;
    for (const char c : text) {
        isQuoted = c == '"' ? !isQuoted : isQuoted;
        if (!isQuoted && (c == '\n' || c == '\r')) {
            break;
        }
        for (size_t i = 0; i < 4 && !isQuoted; ++i) {
            counts[i] += c == kSeparators[i] ? 1 : 0;
        }
    }
    return kSeparators[std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts)];
}

QByteArray csvTextOf(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        const QString text = decoder.decode(bytes.left(bytes.size() / 2 * 2));
        return decoder.hasError() ? QByteArray() : text.toUtf8();
    }
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    return simdjson::validate_utf8(text.constData(), size_t(text.size())) ? text : QByteArray();
}

void appendCsvCell(QByteArray& out, std::string_view cell)
{
    const bool isFormula = !cell.empty() && std::string_view("=+-@").find(cell.front()) != std::string_view::npos;
    const bool needsQuotes =
        cell.find_first_of("\",;|\r\n\t") != std::string_view::npos ||
        (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
    if (!isFormula && !needsQuotes) {
        appendBytes(out, cell);
        return;
    }
    out.append(isFormula ? "\"\t" : "\"");
    for (const char c : cell) {
        if (c == '"') {
            out.append('"');
        }
        out.append(c);
    }
    out.append('"');
}

std::string_view csvCellText(std::string_view cell)
{
    return trimmed(cell);
}

} // namespace lw::formats
