// SPDX-License-Identifier: GPL-3.0-or-later
//! Streams a picture's rows into a tile file, all levels at once. Internal to engine/media.
#pragma once

#include "engine/media/Orientation.h"
#include "engine/media/RowReader.h"
#include "engine/media/TileFile.h"

#include <vector>

namespace lw::media {

/// Holds one row of tiles per level; rows may come from the top or, for flipped pictures, from the bottom.
class PyramidBuilder final {
public:
    /// Reads all of `rows` and writes its tiles to `path`. `turn` says how the picture stands; a transposition is left
    /// to the reader of the tiles. Errors: Malformed (no row could be read), Cancelled, WriteFailed, DiskFull.
    static core::Result<> build(RowReader& rows, Turn turn, const QString& path, const core::Control& control);
    /// Memory that build() takes, without the decoder's.
    [[nodiscard]] static qint64 bytesFor(QSize stored);

private:
    struct Band {
        QSize size;
        std::vector<QRgb> pixels;

        QRgb* row(int y);
    };

    PyramidBuilder(QSize size, Turn turn, TileFileWriter& writer);
    core::Result<int> readAll(RowReader& rows, const core::Control& control);
    core::Result<> rowArrived(size_t level, int y);
    core::Result<> writeBand(size_t level, int bandIndex);

    Turn m_turn;
    TileFileWriter& m_writer;
    std::vector<Band> m_bands;
};

} // namespace lw::media
