// SPDX-License-Identifier: GPL-3.0-or-later
//! CSV: rows taken apart, and cells that no spreadsheet takes for formulas.
#pragma once

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace lw::formats {

/// Takes rows apart: quoted cells with doubled quotes and line breaks, lines that end in LF, CRLF or CR.
class CsvRows {
public:
    CsvRows(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    /// The next row that is not empty into `cells`; false at the end.
    [[nodiscard]] bool next(std::vector<std::string>& cells);
    /// Where the last row began, from 1.
    [[nodiscard]] qint64 line() const { return m_line; }

private:
    void takeRow(std::vector<std::string>& cells);

    std::string_view m_text;
    char m_separator;
    qint64 m_line = 0;
    qint64 m_nextLine = 1;
};

/// Comma, semicolon, tab or bar: what the first line has most of outside of quotes.
[[nodiscard]] char csvSeparatorOf(std::string_view text);

/// UTF-8 without a byte order mark from UTF-8 or UTF-16 with one; empty if it is neither.
[[nodiscard]] QByteArray csvTextOf(const QByteArray& bytes);

/// Appends a cell, in quotes where it needs them. One that begins like a formula (= + - @) gets a tab before it.
void appendCsvCell(QByteArray& out, std::string_view cell);
/// The cell without the tab that appendCsvCell() puts before formulas, and without blanks around it.
[[nodiscard]] std::string_view csvCellText(std::string_view cell);

} // namespace lw::formats
