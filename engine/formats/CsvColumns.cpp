// SPDX-License-Identifier: GPL-3.0-or-later
//! Names of columns.
#include "engine/formats/CsvColumns.h"

#include "engine/formats/CsvText.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/TextNumbers.h"

#include <algorithm>

namespace lw::formats {

namespace {

constexpr int kRowsLookedAt = 20;

struct Spelling {
    CsvField field;
    const char* names; ///< between blanks, lower case, without '_', '-' and blanks; ours first
};

constexpr Spelling kSpellings[] = {
    {CsvField::Path, " path filepath filename file image imagepath imagename imagefile imageid img imgpath imgname imgid "
                     "picture source uri relpath "},
    {CsvField::Label, " label labels class classes classname category categories categoryname name tag tags labelname "
                      "target objectclass "},
    {CsvField::Left, " xmin x1 left xtl minx bboxxmin boxxmin bbxmin bboxx x topleftx "},
    {CsvField::Top, " ymin y1 top ytl miny bboxymin boxymin bbymin bboxy y toplefty "},
    {CsvField::Right, " xmax x2 right xbr maxx bboxxmax boxxmax bbxmax bottomrightx "},
    {CsvField::Bottom, " ymax y2 bottom ybr maxy bboxymax boxymax bbymax bottomrighty "},
    {CsvField::BoxWidth, " bboxwidth boxwidth w bboxw "},
    {CsvField::BoxHeight, " bboxheight boxheight h bboxh "},
    {CsvField::Box, " bbox box boundingbox bndbox "},
    {CsvField::Confidence, " confidence score conf probability prob "},
    {CsvField::Usage, " split subset set usage partition phase "},
    {CsvField::Difficult, " difficult isdifficult "},
    {CsvField::Truncated, " truncated istruncated "},
    {CsvField::Occluded, " occluded isoccluded "},
    {CsvField::Pose, " pose "},
    {CsvField::Attributes, " attributes "},
    {CsvField::PictureWidth, " imagewidth imgwidth picturewidth "},
    {CsvField::PictureHeight, " imageheight imgheight pictureheight "},
};

std::string plain(std::string_view name)
{
    std::string out;
    for (const char c : trimmed(name)) {
        if (c != '_' && c != '-' && c != ' ') {
            out.push_back(c >= 'A' && c <= 'Z' ? char(c + 32) : c);
        }
    }
    return out;
}

std::optional<CsvField> fieldOf(std::string_view name)
{
    const std::string wanted = ' ' + plain(name) + ' ';
    if (wanted.size() <= 2) {
        return std::nullopt;
    }
    for (const Spelling& spelling : kSpellings) {
        if (std::string_view(spelling.names).find(wanted) != std::string_view::npos) {
            return spelling.field;
        }
    }
    return std::nullopt;
}

/// Columns of a file whose first row is data.
void guessColumns(CsvColumns& columns, const std::vector<std::string>& row)
{
    if (row.size() < 2 || !hasPictureSuffix(csvCellText(row[0]))) {
        return;
    }
    const auto isNumber = [&row](size_t i) { return i < row.size() && parseNumber(row[i]).has_value(); };
    const auto set = [&columns](CsvField field, int at) { columns.at[size_t(field)] = at; };
    set(CsvField::Path, 0);
    const bool isBoxFirst = isNumber(1) && isNumber(2) && isNumber(3) && isNumber(4) && row.size() >= 6;
    const bool isLabelFirst = !isNumber(1) && isNumber(2) && isNumber(3) && isNumber(4) && isNumber(5);
    set(CsvField::Label, isBoxFirst ? 5 : 1);
    if (isBoxFirst || isLabelFirst) {
        const int first = isBoxFirst ? 1 : 2;
        set(CsvField::Left, first);
        set(CsvField::Top, first + 1);
        set(CsvField::Right, first + 2);
        set(CsvField::Bottom, first + 3);
    }
}

/// "width" and "height" are the box's where nothing says where it ends, else the picture's.
void placeSizes(CsvColumns& columns, int width, int height)
{
    const bool hasStart = columns.has(CsvField::Left) && columns.has(CsvField::Top);
    const bool isBox = hasStart && !columns.has(CsvField::Right) && !columns.has(CsvField::BoxWidth);
    int& wide = columns.at[size_t(isBox ? CsvField::BoxWidth : CsvField::PictureWidth)];
    int& high = columns.at[size_t(isBox ? CsvField::BoxHeight : CsvField::PictureHeight)];
    wide = wide < 0 ? width : wide;
    high = high < 0 ? height : high;
}

} // namespace

bool CsvColumns::hasBox() const
{
    const bool hasCorner = has(CsvField::Left) && has(CsvField::Top);
    return has(CsvField::Box) || (hasCorner && has(CsvField::Right) && has(CsvField::Bottom)) ||
           (hasCorner && has(CsvField::BoxWidth) && has(CsvField::BoxHeight));
}

CsvColumns columnsOf(const QByteArray& beginning)
{
    CsvColumns columns;
    const QByteArray text = csvTextOf(beginning);
    const std::string_view view(text.constData(), size_t(text.size()));
    columns.separator = csvSeparatorOf(view);
    CsvRows rows(view, columns.separator);
    std::vector<std::string> head, row;
    if (!rows.next(head)) {
        return columns;
    }
    int width = -1, height = -1;
    std::vector<std::pair<int, QString>> others;
    for (int i = 0; i < int(head.size()); ++i) {
        const std::string name = plain(head[size_t(i)]);
        const std::optional<CsvField> field = fieldOf(name);
        if (name == "width" || name == "height") {
            (name == "width" ? width : height) = i;
        } else if (field && !columns.has(*field)) {
            columns.at[size_t(*field)] = i;
        } else if (!name.empty()) {
            const std::string_view original = trimmed(head[size_t(i)]);
            others.emplace_back(i, QString::fromUtf8(original.data(), qsizetype(original.size())));
        }
    }
    if (!columns.has(CsvField::Path) || hasPictureSuffix(csvCellText(head[size_t(columns[CsvField::Path])]))) {
        columns.at.fill(-1);
        guessColumns(columns, head);
        return columns;
    }
    columns.hasHead = true;
    placeSizes(columns, width, height);
    columns.others = std::move(others);
    if (!columns.has(CsvField::Label) && !columns.others.empty()) {
        bool isAllMarks = rows.next(row);
        for (int i = 0; i < kRowsLookedAt && isAllMarks && row.size() >= head.size(); ++i) {
            isAllMarks = std::all_of(columns.others.begin(), columns.others.end(), [&row](const auto& column) {
                const std::string_view cell = trimmed(row[size_t(column.first)]);
                return cell == "0" || cell == "1" || cell == "0.0" || cell == "1.0";
            });
            columns.isOneHot = isAllMarks;
            if (!rows.next(row)) {
                break;
            }
        }
        columns.isOneHot = columns.isOneHot && isAllMarks;
    }
    return columns;
}

const char* csvColumnName(CsvField field)
{
    switch (field) {
    case CsvField::Path:
        return "path";
    case CsvField::Label:
        return "label";
    case CsvField::Left:
        return "xmin";
    case CsvField::Top:
        return "ymin";
    case CsvField::Right:
        return "xmax";
    case CsvField::Bottom:
        return "ymax";
    case CsvField::Confidence:
        return "confidence";
    case CsvField::Usage:
        return "split";
    case CsvField::Difficult:
        return "difficult";
    case CsvField::Truncated:
        return "truncated";
    case CsvField::Occluded:
        return "occluded";
    case CsvField::Pose:
        return "pose";
    case CsvField::Attributes:
        return "attributes";
    default:
        return "";
    }
}

} // namespace lw::formats
