// SPDX-License-Identifier: GPL-3.0-or-later
//! Lines of shares to shapes in pixels, and back.
#include "engine/formats/YoloLine.h"

#include "engine/formats/TextNumbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lw::formats {

using core::ProblemCode;
using domain::ImagePoint;
using domain::JointVisibility;
using domain::Shape;
using domain::ShapeKind;

namespace {

/// Shares beyond this are pixels, or nonsense.
constexpr double kFarthest = 2;

/// The numbers of a line after its class.
struct Numbers {
    int number = 0;
    std::vector<double> values;
};

std::optional<RowIssue> split(std::string_view text, Numbers& numbers)
{
    bool isFirst = true;
    for (size_t at = 0; at < text.size();) {
        at = text.find_first_not_of(" \t\r,", at);
        if (at == std::string_view::npos) {
            break;
        }
        const size_t end = std::min(text.size(), text.find_first_of(" \t\r,", at));
        const std::string_view word = text.substr(at, end - at);
        const std::optional<double> value = parseNumber(word);
        const bool isGood = value && (!isFirst || (*value >= 0 && *value == std::floor(*value) && *value < 1e6));
        if (!isGood) {
            return RowIssue{ProblemCode::FieldInvalid, QString::fromUtf8(word.data(), qsizetype(word.size())).left(80)};
        }
        if (isFirst) {
            numbers.number = int(*value);
            isFirst = false;
        } else {
            numbers.values.push_back(*value);
        }
        at = end;
    }
    return std::nullopt;
}

RowIssue wrongCount(size_t count)
{
    return {ProblemCode::FieldInvalid, QStringLiteral("%1 numbers").arg(count + 1)};
}

bool areShares(const std::vector<double>& values, size_t count)
{
    return std::all_of(values.begin(), values.begin() + std::ptrdiff_t(count),
                       [](double value) { return std::abs(value) <= kFarthest; });
}

/// Pixels by the millionth: what products of shares have behind that is noise.
double pixels(double value)
{
    return std::round(value * 1e6) / 1e6;
}

Shape boxOf(const double* v, PictureSize size)
{
    const double x = v[0] * size.width, y = v[1] * size.height;
    const double w = v[2] * size.width / 2, h = v[3] * size.height / 2;
    return Shape::box({pixels(x - w), pixels(y - h)}, {pixels(x + w), pixels(y + h)});
}

std::vector<ImagePoint> pointsOf(const std::vector<double>& v, size_t count, PictureSize size)
{
    std::vector<ImagePoint> points;
    for (size_t i = 0; i + 1 < count; i += 2) {
        points.push_back({pixels(v[i] * size.width), pixels(v[i + 1] * size.height)});
    }
    return points;
}

/// Corners of a rectangle, give or take what rounding in the file does.
bool isRectangle(const std::vector<ImagePoint>& p)
{
    const auto distance = [](ImagePoint a, ImagePoint b) { return std::hypot(a.x - b.x, a.y - b.y); };
    const double first = distance(p[0], p[2]), second = distance(p[1], p[3]);
    const ImagePoint middle{(p[0].x + p[2].x) / 2, (p[0].y + p[2].y) / 2};
    const double tolerance = std::max(0.5, 0.02 * first);
    return std::abs(first - second) < tolerance &&
           distance(middle, {(p[1].x + p[3].x) / 2, (p[1].y + p[3].y) / 2}) < tolerance;
}

/// The confidence in the last place, if there is one.
bool takeConfidence(const std::vector<double>& values, size_t at, YoloLine& line)
{
    if (at < values.size()) {
        if (values[at] < 0 || values[at] > 1) {
            return false;
        }
        line.confidence = values[at];
    }
    return true;
}

std::optional<RowIssue> outline(const Numbers& n, PictureSize size, YoloLine& line)
{
    const size_t count = n.values.size() / 2 * 2;
    if (count < 6) {
        return wrongCount(n.values.size());
    }
    if (!takeConfidence(n.values, count, line)) {
        return wrongCount(n.values.size());
    }
    line.shape = Shape::polygon(pointsOf(n.values, count, size));
    return std::nullopt;
}

std::optional<RowIssue> pose(const Numbers& n, PictureSize size, YoloJoints joints, YoloLine& line)
{
    if (n.values.size() < 6) {
        return wrongCount(n.values.size());
    }
    const int left = int(n.values.size()) - 4;
    const int per = joints.numbers == 2 || joints.numbers == 3 ? joints.numbers : left % 3 == 0 ? 3 : 2;
    const int count = joints.count > 0 ? joints.count : left / per;
    if (count * per > left || left - count * per > 1 || !takeConfidence(n.values, size_t(4 + count * per), line)) {
        return wrongCount(n.values.size());
    }
    std::vector<ImagePoint> points;
    std::vector<JointVisibility> visibility;
    for (int i = 0; i < count; ++i) {
        const double* v = n.values.data() + 4 + i * per;
        const bool isNowhere = v[0] == 0 && v[1] == 0;
        points.push_back({pixels(v[0] * size.width), pixels(v[1] * size.height)});
        visibility.push_back(per == 3    ? JointVisibility(std::clamp(int(v[2]), 0, 2))
                             : isNowhere ? JointVisibility::Absent
                                         : JointVisibility::Visible);
    }
    line.shape = Shape::skeleton(std::move(points), std::move(visibility));
    const QRectF box = boxOf(n.values.data(), size).boundingRect();
    const QRectF own = line.shape.boundingRect();
    const double far = std::max({std::abs(box.left() - own.left()), std::abs(box.top() - own.top()),
                                 std::abs(box.right() - own.right()), std::abs(box.bottom() - own.bottom())});
    if (far > 0.01) {
        line.extra = "{\"bbox\":[";
        for (const double number : {box.left(), box.top(), box.width(), box.height()}) {
            line.extra.append(line.extra.endsWith('[') ? "" : ",");
            appendNumber(line.extra, number);
        }
        line.extra.append("]}");
    }
    return std::nullopt;
}

/// Twelve decimals: less than a millionth of a pixel in any picture.
void appendShare(QByteArray& out, double share)
{
    constexpr qint64 kUnit = 1'000'000'000'000;
    const double clamped = std::clamp(share, -1e6, 1e6);
    const qint64 value = std::llround(clamped * kUnit);
    std::array<char, 40> text{};
    char* at = text.data();
    *at++ = ' ';
    if (value < 0) {
        *at++ = '-';
    }
    const qint64 size = std::abs(value);
    at = std::to_chars(at, text.data() + 20, size / kUnit).ptr;
    qint64 rest = size % kUnit;
    if (rest != 0) {
        *at++ = '.';
        for (qint64 unit = kUnit / 10; rest != 0; unit /= 10) {
            *at++ = char('0' + rest / unit);
            rest %= unit;
        }
    }
    out.append(text.data(), qsizetype(at - text.data()));
}

void appendPoint(QByteArray& out, ImagePoint p, PictureSize size)
{
    appendShare(out, p.x / size.width);
    appendShare(out, p.y / size.height);
}

void appendBox(QByteArray& out, const QRectF& r, PictureSize size)
{
    appendShare(out, (r.left() + r.right()) / 2 / size.width);
    appendShare(out, (r.top() + r.bottom()) / 2 / size.height);
    appendShare(out, r.width() / size.width);
    appendShare(out, r.height() / size.height);
}

void appendJoints(QByteArray& out, const Shape& shape, PictureSize size, int joints)
{
    for (size_t i = 0; i < size_t(joints); ++i) {
        const JointVisibility seen = i >= shape.points.size()      ? JointVisibility::Absent
                                     : i < shape.visibility.size() ? shape.visibility[i]
                                                                   : JointVisibility::Visible;
        if (seen == JointVisibility::Absent) {
            out.append(" 0 0 0");
            continue;
        }
        appendPoint(out, shape.points[i], size);
        out.append(seen == JointVisibility::Hidden ? " 1" : " 2");
    }
}

ShapeKind shapeOf(YoloKind kind)
{
    switch (kind) {
    case YoloKind::Box:
        return ShapeKind::BoundingBox;
    case YoloKind::Outline:
        return ShapeKind::Polygon;
    case YoloKind::Rotated:
        return ShapeKind::RotatedBox;
    case YoloKind::Pose:
        return ShapeKind::Skeleton;
    }
    return ShapeKind::BoundingBox;
}

} // namespace

std::optional<RowIssue> readYoloLine(std::string_view text, YoloKind kind, PictureSize size, YoloJoints joints,
                                     YoloLine& line)
{
    Numbers n;
    if (auto issue = split(text, n)) {
        return issue;
    }
    line.number = n.number;
    // Confidences and visibilities are small numbers too.
    if (!areShares(n.values, n.values.size())) {
        return RowIssue{ProblemCode::FieldInvalid, QStringLiteral("numbers above 1 are not shares of the size")};
    }
    const size_t count = n.values.size();
    if (kind == YoloKind::Pose) {
        return pose(n, size, joints, line);
    }
    if (kind == YoloKind::Rotated) {
        if ((count != 8 && count != 9) || !takeConfidence(n.values, 8, line)) {
            return wrongCount(count);
        }
        line.shape = Shape::polygon(pointsOf(n.values, 8, size));
        if (isRectangle(line.shape.points)) {
            line.shape.kind = ShapeKind::RotatedBox;
        }
        return std::nullopt;
    }
    if (count == 4 || count == 5) {
        if (!takeConfidence(n.values, 4, line)) {
            return wrongCount(count);
        }
        line.shape = boxOf(n.values.data(), size);
        return std::nullopt;
    }
    return outline(n, size, line);
}

bool appendYoloLine(QByteArray& out, YoloKind kind, int number, const Shape& shape, PictureSize size, int joints)
{
    if (shape.kind != shapeOf(kind) || !size.isKnown()) {
        return false;
    }
    out.append(QByteArray::number(number));
    if (kind == YoloKind::Box || kind == YoloKind::Pose) {
        appendBox(out, shape.boundingRect(), size);
    }
    if (kind == YoloKind::Pose) {
        appendJoints(out, shape, size, joints);
    } else if (kind != YoloKind::Box) {
        for (const ImagePoint p : shape.points) {
            appendPoint(out, p, size);
        }
    }
    out.append('\n');
    return true;
}

} // namespace lw::formats
