// SPDX-License-Identifier: GPL-3.0-or-later
//! The byte form of shapes.
#include "models/domain/ShapeBytes.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace lw::domain {

namespace {

enum Form : char { kInt16 = 0, kFloat = 1, kDouble = 2, kMask = 3, kRings = 8 };

bool hasRadius(ShapeKind kind)
{
    return kind == ShapeKind::Circle || kind == ShapeKind::Ellipse;
}

/// The numbers of a shape in the order in which they are stored.
template <typename Visit>
void eachNumber(const Shape& shape, Visit visit)
{
    for (size_t i = 0; i < shape.points.size(); ++i) {
        visit(shape.points[i].x);
        visit(shape.points[i].y);
        if (shape.kind == ShapeKind::Skeleton) {
            visit(i < shape.visibility.size() ? double(shape.visibility[i]) : 0);
        }
    }
    if (hasRadius(shape.kind)) {
        visit(shape.radius);
    }
}

Form formFor(const Shape& shape)
{
    Form form = kInt16;
    eachNumber(shape, [&form](double n) {
        if (!(std::abs(n) <= 32767 && static_cast<double>(static_cast<qint16>(n)) == n)) {
            form = std::max(form, static_cast<double>(static_cast<float>(n)) == n ? kFloat : kDouble);
        }
    });
    return form;
}

template <typename T>
void appendAs(QByteArray& bytes, const Shape& shape)
{
    eachNumber(shape, [&bytes](double n) {
        const T value = static_cast<T>(n);
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    });
}

template <typename T>
void readAs(const char* data, qsizetype size, std::vector<double>& numbers)
{
    for (qsizetype at = 0; at + qsizetype(sizeof(T)) <= size; at += sizeof(T)) {
        T value;
        std::memcpy(&value, data + at, sizeof value);
        numbers.push_back(static_cast<double>(value));
    }
}

void takeNumbers(Shape& shape, std::vector<double>& numbers)
{
    if (hasRadius(shape.kind) && !numbers.empty()) {
        shape.radius = numbers.back();
        numbers.pop_back();
    }
    const bool isSkeleton = shape.kind == ShapeKind::Skeleton;
    const size_t stride = isSkeleton ? 3 : 2;
    shape.points.reserve(numbers.size() / stride);
    for (size_t i = 0; i + stride <= numbers.size(); i += stride) {
        shape.points.push_back({numbers[i], numbers[i + 1]});
        if (isSkeleton) {
            shape.visibility.push_back(static_cast<JointVisibility>(std::clamp(numbers[i + 2], 0.0, 2.0)));
        }
    }
}

/// Reads the ring starts and moves `data` behind them; false if they are none.
bool takeRings(Shape& shape, const char*& data, qsizetype& size)
{
    const auto next = [&](qint32& number) {
        if (size < qsizetype(sizeof number)) {
            return false;
        }
        std::memcpy(&number, data, sizeof number);
        data += sizeof number;
        size -= sizeof number;
        return true;
    };
    qint32 count = 0;
    if (!next(count) || count < 0 || count > size / qsizetype(sizeof count)) {
        return false;
    }
    shape.ringStarts.resize(size_t(count));
    return std::all_of(shape.ringStarts.begin(), shape.ringStarts.end(), [&](int& start) { return next(start); });
}

/// True if each ring starts behind the one before and within the points.
bool hasRingsInPlace(const Shape& shape)
{
    int before = 0;
    for (int start : shape.ringStarts) {
        if (start <= before || start >= int(shape.points.size())) {
            return false;
        }
        before = start;
    }
    return true;
}

} // namespace

void appendBytes(QByteArray& bytes, const Shape& shape)
{
    bytes.append(static_cast<char>(shape.kind));
    if (shape.kind == ShapeKind::Mask) {
        bytes.append(kMask).append(toBytes(shape.mask));
        return;
    }
    const Form form = formFor(shape);
    bytes.append(static_cast<char>(form | (shape.ringStarts.empty() ? 0 : kRings)));
    if (!shape.ringStarts.empty()) {
        const qint32 count = qint32(shape.ringStarts.size());
        bytes.append(reinterpret_cast<const char*>(&count), sizeof count);
        bytes.append(reinterpret_cast<const char*>(shape.ringStarts.data()), qsizetype(count) * 4);
    }
    switch (form) {
    case kInt16:
        appendAs<qint16>(bytes, shape);
        break;
    case kFloat:
        appendAs<float>(bytes, shape);
        break;
    default:
        appendAs<double>(bytes, shape);
        break;
    }
}

QByteArray toBytes(const Shape& shape)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(2 + 4 * (shape.ringStarts.size() + 1) + (shape.points.size() * 3 + 1) * sizeof(double)));
    appendBytes(bytes, shape);
    return bytes;
}

Shape shapeFromBytes(const void* data, qsizetype size)
{
    const char* bytes = static_cast<const char*>(data);
    Shape shape;
    if (size < 2 || static_cast<uchar>(bytes[0]) >= kAllShapeKinds.size()) {
        return shape;
    }
    shape.kind = static_cast<ShapeKind>(bytes[0]);
    const int form = bytes[1];
    bytes += 2;
    size -= 2;
    if (form == kMask) {
        shape.mask = maskFromBytes(bytes, size);
        return shape;
    }
    if ((form & kRings) != 0 && !takeRings(shape, bytes, size)) {
        return {};
    }
    std::vector<double> numbers;
    switch (form & ~kRings) {
    case kInt16:
        readAs<qint16>(bytes, size, numbers);
        break;
    case kFloat:
        readAs<float>(bytes, size, numbers);
        break;
    default:
        readAs<double>(bytes, size, numbers);
        break;
    }
    takeNumbers(shape, numbers);
    return hasRingsInPlace(shape) ? shape : Shape();
}

} // namespace lw::domain
