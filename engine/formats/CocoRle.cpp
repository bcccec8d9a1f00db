// SPDX-License-Identifier: GPL-3.0-or-later
//! Between runs down the columns and runs along the rows.
#include "engine/formats/CocoRle.h"

#include <algorithm>
#include <limits>

namespace lw::formats {

namespace {

constexpr qint64 kMostPixels = qint64(1) << 30;

/// The smallest box around the inside runs, with columns and rows from 0; empty if there are none.
QRect boundsOf(const ColumnRuns& runs, int height)
{
    qint64 at = 0;
    qint64 left = std::numeric_limits<qint64>::max(), right = -1, top = height, bottom = -1;
    for (size_t i = 0; i < runs.size(); at += runs[i], ++i) {
        if (i % 2 == 0 || runs[i] == 0) {
            continue;
        }
        const qint64 last = at + runs[i] - 1;
        left = std::min(left, at / height);
        right = std::max(right, last / height);
        const bool isOneColumn = at / height == last / height;
        top = std::min(top, isOneColumn ? at % height : 0);
        bottom = std::max(bottom, isOneColumn ? last % height : height - 1);
    }
    return right < 0 ? QRect() : QRect(QPoint(int(left), int(top)), QPoint(int(right), int(bottom)));
}

} // namespace

std::optional<ColumnRuns> columnRunsFromText(std::string_view text)
{
    ColumnRuns runs;
    for (size_t at = 0; at < text.size();) {
        qint64 value = 0;
        for (int shift = 0;; shift += 5) {
            if (at == text.size() || shift > 40) {
                return std::nullopt;
            }
            const int piece = static_cast<unsigned char>(text[at++]) - 48;
            if (piece < 0 || piece > 63) {
                return std::nullopt;
            }
            value |= qint64(piece & 0x1f) << shift;
            if ((piece & 0x20) == 0) {
                value |= (piece & 0x10) != 0 ? -(qint64(1) << (shift + 5)) : 0;
                break;
            }
        }
        // From the fourth number on, the difference to the one two places before.
        value += runs.size() > 2 ? qint64(runs[runs.size() - 2]) : 0;
        if (value < 0 || value > std::numeric_limits<quint32>::max()) {
            return std::nullopt;
        }
        runs.push_back(quint32(value));
    }
    return runs;
}

QByteArray textFromColumnRuns(const ColumnRuns& runs)
{
    QByteArray text;
    for (size_t i = 0; i < runs.size(); ++i) {
        qint64 value = qint64(runs[i]) - (i > 2 ? qint64(runs[i - 2]) : 0);
        bool isMore = true;
        while (isMore) {
            int piece = int(value & 0x1f);
            value >>= 5;
            isMore = (piece & 0x10) != 0 ? value != -1 : value != 0;
            piece |= isMore ? 0x20 : 0;
            text.append(char(piece + 48));
        }
    }
    return text;
}

std::optional<domain::Mask> maskFromColumnRuns(const ColumnRuns& runs, int width, int height)
{
    qint64 total = 0;
    for (const quint32 run : runs) {
        total += run;
    }
    if (width <= 0 || height <= 0 || total > qint64(width) * height) {
        return std::nullopt;
    }
    const QRect box = boundsOf(runs, height);
    if (qint64(box.width()) * box.height() > kMostPixels) {
        return std::nullopt;
    }
    if (box.isEmpty()) {
        return domain::Mask();
    }
    std::vector<uchar> pixels(size_t(box.width()) * size_t(box.height()), 0);
    qint64 at = 0;
    for (size_t i = 0; i < runs.size(); ++i) {
        const qint64 end = at + runs[i];
        if (i % 2 == 1) {
            for (qint64 p = at; p < end; ++p) {
                const auto row = size_t(p % height - box.top());
                const auto column = size_t(p / height - box.left());
                pixels[row * size_t(box.width()) + column] = 1;
            }
        }
        at = end;
    }
    return domain::Mask::fromPixels(pixels.data(), box.width(), box);
}

ColumnRuns columnRunsOf(const domain::Mask& mask, int width, int height)
{
    ColumnRuns runs{0};
    const QRect box = mask.boundingRect().intersected(QRect(0, 0, width, height));
    if (mask.isEmpty() || box.isEmpty() || qint64(box.width()) * box.height() > kMostPixels) {
        runs[0] = quint32(qint64(width) * height);
        return runs;
    }
    std::vector<uchar> pixels(size_t(box.width()) * size_t(box.height()), 0);
    mask.drawOn(pixels.data(), box.width(), box, 1);
    bool isInside = false;
    qint64 changed = 0; // where the current run began
    const auto turn = [&](qint64 at) {
        runs.back() = quint32(at - changed);
        runs.push_back(0);
        changed = at;
        isInside = !isInside;
    };
    for (int column = 0; column < box.width(); ++column) {
        const qint64 top = qint64(box.left() + column) * height + box.top();
        for (int row = 0; row < box.height(); ++row) {
            const bool wanted = pixels[size_t(row) * size_t(box.width()) + size_t(column)] != 0;
            if (wanted != isInside) {
                turn(top + row);
            }
        }
        if (isInside && box.height() < height) {
            turn(top + box.height());
        }
    }
    if (isInside) {
        turn(qint64(box.right() + 1) * height);
    }
    runs.back() = quint32(qint64(width) * height - changed);
    if (runs.back() == 0 && runs.size() > 1) {
        runs.pop_back();
    }
    return runs;
}

} // namespace lw::formats
