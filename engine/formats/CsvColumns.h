// SPDX-License-Identifier: GPL-3.0-or-later
//! What the columns of a CSV file of labels mean.
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <vector>

namespace lw::formats {

/// What a column can be.
enum class CsvField {
    Path,
    Label,
    Left,
    Top,
    Right,
    Bottom,
    BoxWidth,
    BoxHeight,
    Box, ///< "[left, top, width, height]" in one cell
    Confidence,
    Usage,
    Difficult,
    Truncated,
    Occluded,
    Pose,
    Attributes, ///< a JSON object
    PictureWidth,
    PictureHeight,
};
inline constexpr size_t kCsvFields = size_t(CsvField::PictureHeight) + 1;

struct CsvColumns {
    char separator = ',';
    bool hasHead = false;           ///< the first row is one
    std::array<int, kCsvFields> at; ///< column of each field, -1: none
    std::vector<std::pair<int, QString>> others; ///< attributes; with `isOneHot` the labels
    bool isOneHot = false;          ///< a column of 0 and 1 for each label

    CsvColumns() { at.fill(-1); }
    [[nodiscard]] int operator[](CsvField field) const { return at[size_t(field)]; }
    [[nodiscard]] bool has(CsvField field) const { return at[size_t(field)] >= 0; }
    [[nodiscard]] bool hasHeader() const { return hasHead; }
    /// Corners, or a corner and a size, or all in one cell.
    [[nodiscard]] bool hasBox() const;
    /// Pictures and labels are there.
    [[nodiscard]] bool isUsable() const { return has(CsvField::Path) && (has(CsvField::Label) || isOneHot); }
};

/// By the names in the first row, in the spellings that tools use; without such names by what the first row holds: a
/// picture and a label, or a picture, four numbers and a label in either order. `beginning` may be cut off anywhere.
[[nodiscard]] CsvColumns columnsOf(const QByteArray& beginning);

/// The names that the writer gives its columns, see CsvField.
[[nodiscard]] const char* csvColumnName(CsvField field);

} // namespace lw::formats
