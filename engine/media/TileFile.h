// SPDX-License-Identifier: GPL-3.0-or-later
//! Tiles of a pyramid in one compressed file. Internal to engine/media.
#pragma once

#include "engine/media/ByteFile.h"
#include "engine/media/ImageInfo.h"

#include <QFile>
#include <QImage>

#include <memory>
#include <optional>
#include <vector>

struct ZSTD_CCtx_s;

namespace lw::media {

/// What a tile file says of itself. Sizes are of the picture after flips but before the transposition, so that rows
/// could be written as they came.
struct TileFileFacts {
    QSize size;
    bool isTransposed = false;
    bool hasAlpha = false;
    QString trouble;       ///< the decoder's words when the file was made; empty if the picture was sound
    MissingPart missing{}; ///< of the upright picture

    bool operator==(const TileFileFacts&) const = default;
};

/// One tile's pixels inside a larger band of rows.
struct TilePixels {
    const QRgb* first = nullptr;
    qptrdiff stride = 0; ///< pixels from row to row
    QSize size;
};

/// Writes tiles in any order, the index last: a file without its end is no tile file.
class TileFileWriter final {
public:
    /// Starts `path`, which must not be in use. Errors: WriteFailed.
    static core::Result<std::unique_ptr<TileFileWriter>> create(const QString& path, const TileFileFacts& facts);
    ~TileFileWriter();
    TileFileWriter(const TileFileWriter&) = delete;
    TileFileWriter& operator=(const TileFileWriter&) = delete;

    /// Compresses and appends. Errors: WriteFailed, DiskFull; the file is then of no use.
    core::Result<> append(int level, int tx, int ty, const TilePixels& tile);
    /// Writes the index. `trouble` and `missing` as in TileFileFacts. Errors as append().
    core::Result<> finish(const QString& trouble, const MissingPart& missing = {});

private:
    TileFileWriter(const QString& path, TileFileFacts facts);
    core::Result<> write(const char* bytes, qint64 count);

    QFile m_file;
    TileFileFacts m_facts;
    ZSTD_CCtx_s* m_compressor;
    std::vector<uchar> m_plain;
    std::vector<char> m_packed;
    qint64 m_position = 0;
    QList<qint64> m_offsets;
    QList<qint32> m_lengths;
};

/// Reads tiles. Thread-safe.
class TileFileReader final {
public:
    /// Nothing if the file is absent, of another version, or damaged at its end.
    static std::optional<TileFileReader> open(const QString& path);

    [[nodiscard]] const TileFileFacts& facts() const { return m_facts; }
    /// The tile in the file's own orientation; null if damaged.
    [[nodiscard]] QImage tile(int level, int tx, int ty) const;

private:
    explicit TileFileReader(ByteFile file) : m_file(std::move(file)) {}

    ByteFile m_file;
    TileFileFacts m_facts;
    QList<qint64> m_offsets;
    QList<qint32> m_lengths;
};

} // namespace lw::media
