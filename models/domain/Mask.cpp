// SPDX-License-Identifier: GPL-3.0-or-later
//! Run lengths of masks.
#include "models/domain/Mask.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace lw::domain {

namespace {

/// Calls `take(row, firstColumn, endColumn)`, in image pixels, for every horizontal piece of the mask.
template <typename Take>
void forEachPiece(const Mask& mask, const Take& take)
{
    qint64 at = 0;
    bool isInside = false;
    for (quint32 run : mask.runs) {
        if (isInside) {
            for (qint64 from = at, end = at + run; from < end;) {
                const qint64 row = from / mask.width;
                const qint64 rowEnd = std::min(end, (row + 1) * mask.width);
                take(mask.y + int(row), mask.x + int(from - row * mask.width),
                     mask.x + int(rowEnd - row * mask.width));
                from = rowEnd;
            }
        }
        at += run;
        isInside = !isInside;
    }
}

struct Piece {
    int row = 0;
    int from = 0;
    int end = 0;
};

/// A mask from pieces in reading order that do not overlap.
Mask fromPieces(const std::vector<Piece>& pieces)
{
    if (pieces.empty()) {
        return {};
    }
    int left = std::numeric_limits<int>::max();
    int right = std::numeric_limits<int>::min();
    for (const Piece& piece : pieces) {
        left = std::min(left, piece.from);
        right = std::max(right, piece.end);
    }
    Mask mask{left, pieces.front().row, right - left, pieces.back().row - pieces.front().row + 1, {}};
    qint64 at = 0;
    for (const Piece& piece : pieces) {
        const qint64 from = qint64(piece.row - mask.y) * mask.width + (piece.from - left);
        const qint64 length = piece.end - piece.from;
        if (from == at && !mask.runs.isEmpty()) {
            mask.runs.back() += quint32(length);
        } else {
            mask.runs.append(quint32(from - at));
            mask.runs.append(quint32(length));
        }
        at = from + length;
    }
    return mask;
}

std::vector<Piece> piecesOf(const Mask& mask)
{
    std::vector<Piece> pieces;
    pieces.reserve(size_t(mask.runs.size()));
    forEachPiece(mask, [&pieces](int row, int from, int end) { pieces.push_back({row, from, end}); });
    return pieces;
}

void appendNumber(QByteArray& bytes, quint64 number)
{
    for (; number >= 0x80; number >>= 7) {
        bytes.append(char(number | 0x80));
    }
    bytes.append(char(number));
}

bool takeNumber(const uchar*& at, const uchar* end, quint64& number)
{
    number = 0;
    for (int shift = 0; at < end && shift < 64; shift += 7) {
        const uchar byte = *at++;
        number |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80) {
            return true;
        }
    }
    return false;
}

} // namespace

qint64 Mask::area() const
{
    qint64 sum = 0;
    for (qsizetype i = 1; i < runs.size(); i += 2) {
        sum += runs[i];
    }
    return sum;
}

bool Mask::contains(int column, int row) const
{
    if (!boundingRect().contains(column, row)) {
        return false;
    }
    const qint64 wanted = qint64(row - y) * width + (column - x);
    qint64 at = 0;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        at += runs[i];
        if (wanted < at) {
            return i % 2 == 1;
        }
    }
    return false;
}

bool Mask::isValid() const
{
    if (runs.isEmpty() || runs.size() % 2 != 0 || width <= 0 || height <= 0) {
        return false;
    }
    qint64 sum = runs[0];
    for (qsizetype i = 1; i < runs.size(); ++i) {
        sum += runs[i];
        if (runs[i] == 0 || sum > qint64(width) * height) {
            return false;
        }
    }
    return fromPieces(piecesOf(*this)) == *this;
}

Mask Mask::translated(int dx, int dy) const
{
    Mask moved = *this;
    moved.x += dx;
    moved.y += dy;
    return moved;
}

Mask Mask::cropped(const QRect& window) const
{
    if (window.contains(boundingRect())) {
        return *this;
    }
    std::vector<Piece> pieces;
    forEachPiece(*this, [&](int row, int from, int end) {
        from = std::max(from, window.left());
        end = std::min(end, window.right() + 1);
        if (row >= window.top() && row <= window.bottom() && from < end) {
            pieces.push_back({row, from, end});
        }
    });
    return fromPieces(pieces);
}

Mask Mask::fromPixels(const uchar* pixels, qsizetype stride, const QRect& window)
{
    std::vector<Piece> pieces;
    for (int row = 0; row < window.height(); ++row) {
        const uchar* line = pixels + row * stride;
        const uchar* end = line + window.width();
        for (const uchar* at = line; at != end;) {
            const uchar* from = std::find_if(at, end, [](uchar value) { return value != 0; });
            at = std::find(from, end, uchar(0));
            if (from != at) {
                pieces.push_back({window.y() + row, window.x() + int(from - line), window.x() + int(at - line)});
            }
        }
    }
    return fromPieces(pieces);
}

void Mask::drawOn(uchar* pixels, qsizetype stride, const QRect& window, uchar value) const
{
    forEachPiece(*this, [&](int row, int from, int end) {
        from = std::max(from, window.left());
        end = std::min(end, window.right() + 1);
        if (row >= window.top() && row <= window.bottom() && from < end) {
            uchar* line = pixels + (row - window.top()) * stride;
            std::fill(line + (from - window.left()), line + (end - window.left()), value);
        }
    });
}

Mask exclusiveOr(const Mask& a, const Mask& b)
{
    // Every piece flips the pixels from its start to its end: within a row, sorted flips pair up to the result.
    struct Flip {
        int row;
        int column;
        bool operator<(const Flip& other) const
        {
            return row != other.row ? row < other.row : column < other.column;
        }
        bool operator==(const Flip& other) const { return row == other.row && column == other.column; }
    };
    const auto flipsOf = [](const Mask& mask) {
        std::vector<Flip> flips;
        flips.reserve(size_t(mask.runs.size()));
        forEachPiece(mask, [&flips](int row, int from, int end) {
            flips.push_back({row, from});
            flips.push_back({row, end});
        });
        return flips;
    };
    const std::vector<Flip> first = flipsOf(a);
    const std::vector<Flip> second = flipsOf(b);
    std::vector<Flip> flips(first.size() + second.size());
    std::merge(first.begin(), first.end(), second.begin(), second.end(), flips.begin());
    std::vector<Flip> kept;
    kept.reserve(flips.size());
    for (const Flip& flip : flips) {
        if (!kept.empty() && kept.back() == flip) {
            kept.pop_back(); // two flips at one place cancel out
        } else {
            kept.push_back(flip);
        }
    }
    std::vector<Piece> pieces;
    pieces.reserve(kept.size() / 2);
    for (size_t i = 0; i + 1 < kept.size(); i += 2) {
        pieces.push_back({kept[i].row, kept[i].column, kept[i + 1].column});
    }
    return fromPieces(pieces);
}

QByteArray toBytes(const Mask& mask)
{
    QByteArray bytes;
    bytes.reserve(16 + mask.runs.size() * 2);
    // Zigzag: small negative numbers stay short.
    for (int number : {mask.x, mask.y}) {
        appendNumber(bytes, number < 0 ? ((quint64(-(qint64(number) + 1)) << 1) | 1) : quint64(number) << 1);
    }
    appendNumber(bytes, quint64(mask.width));
    appendNumber(bytes, quint64(mask.height));
    for (quint32 run : mask.runs) {
        appendNumber(bytes, run);
    }
    return bytes;
}

Mask maskFromBytes(const char* data, qsizetype size)
{
    const uchar* at = reinterpret_cast<const uchar*>(data);
    const uchar* end = at + size;
    std::array<quint64, 4> head{};
    for (quint64& number : head) {
        if (!takeNumber(at, end, number) || number > quint64(std::numeric_limits<int>::max())) {
            return {};
        }
    }
    const auto signedOf = [](quint64 n) { return n & 1 ? int(-qint64(n >> 1) - 1) : int(n >> 1); };
    Mask mask{signedOf(head[0]), signedOf(head[1]), int(head[2]), int(head[3]), {}};
    quint64 run = 0;
    while (at != end) {
        if (!takeNumber(at, end, run) || run > std::numeric_limits<quint32>::max()) {
            return {};
        }
        mask.runs.append(quint32(run));
    }
    return mask.isValid() ? mask : Mask();
}

} // namespace lw::domain
