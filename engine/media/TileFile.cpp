// SPDX-License-Identifier: GPL-3.0-or-later
//! Lossless tiles: colour differences, differences to the row above, zstd at its fastest.
#include "engine/media/TileFile.h"

#include "engine/media/ImagePyramid.h"
#include "engine/media/PixelOps.h"

#include <QCryptographicHash>
#include <QDataStream>

#include <algorithm>
#include <cstring>

#include <zstd.h>

namespace lw::media {

namespace {

constexpr int kTile = ImagePyramid::kTileSize;
constexpr qint32 kVersion = 2;
constexpr qint64 kFooterBytes = 4 + 20 + 8; // length and SHA-1 of the index, magic
constexpr char kMagic[] = "LWTILES1";
constexpr auto kStreamVersion = QDataStream::Qt_6_4;

QSize tilesIn(QSize size, int level)
{
    const QSize pixels = halvedSize(size, level);
    return {(pixels.width() + kTile - 1) / kTile, (pixels.height() + kTile - 1) / kTile};
}

bool isLastLevel(QSize size, int level)
{
    return tilesIn(size, level) == QSize(1, 1);
}

qsizetype tileTotal(QSize size)
{
    qsizetype total = 0;
    for (int level = 0;; ++level) {
        const QSize tiles = tilesIn(size, level);
        total += qsizetype(tiles.width()) * tiles.height();
        if (isLastLevel(size, level)) {
            return total;
        }
    }
}

qsizetype tileIndex(QSize size, int level, int tx, int ty)
{
    qsizetype before = 0;
    for (int i = 0; i < level; ++i) {
        const QSize tiles = tilesIn(size, i);
        before += qsizetype(tiles.width()) * tiles.height();
    }
    return before + qsizetype(ty) * tilesIn(size, level).width() + tx;
}

QSize tilePixels(QSize size, int level, int tx, int ty)
{
    const QSize pixels = halvedSize(size, level);
    return {std::min(kTile, pixels.width() - tx * kTile), std::min(kTile, pixels.height() - ty * kTile)};
}

/// One row as bytes: green, red and blue as differences to green, alpha if there is any. Grey areas become zeros.
void splitRow(const QRgb* row, int width, bool hasAlpha, uchar* out)
{
    for (int x = 0; x < width; ++x) {
        const QRgb pixel = row[x];
        const int green = qGreen(pixel);
        *out++ = uchar(green);
        *out++ = uchar(qRed(pixel) - green);
        *out++ = uchar(qBlue(pixel) - green);
        if (hasAlpha) {
            *out++ = uchar(qAlpha(pixel));
        }
    }
}

void joinRow(const uchar* in, int width, bool hasAlpha, QRgb* row)
{
    for (int x = 0; x < width; ++x, in += hasAlpha ? 4 : 3) {
        const uchar green = in[0];
        row[x] = qRgba(uchar(in[1] + green), green, uchar(in[2] + green), hasAlpha ? in[3] : 255);
    }
}

core::Error diskError(const QFile& file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return {isFull ? core::ErrorCode::DiskFull : core::ErrorCode::WriteFailed, file.errorString(), file.fileName(), 0};
}

QByteArray indexHash(const QByteArray& index)
{
    return QCryptographicHash::hash(index, QCryptographicHash::Sha1);
}

} // namespace

TileFileWriter::TileFileWriter(const QString& path, TileFileFacts facts)
    : m_file(path), m_facts(std::move(facts)), m_compressor(ZSTD_createCCtx())
{
    m_plain.resize(size_t(kTile) * kTile * 4);
    m_packed.resize(ZSTD_compressBound(m_plain.size()));
    m_offsets.resize(tileTotal(m_facts.size));
    m_lengths.resize(m_offsets.size());
}

TileFileWriter::~TileFileWriter()
{
    ZSTD_freeCCtx(m_compressor);
}

core::Result<std::unique_ptr<TileFileWriter>> TileFileWriter::create(const QString& path, const TileFileFacts& facts)
{
    std::unique_ptr<TileFileWriter> writer(new TileFileWriter(path, facts));
    if (!writer->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return core::failure(diskError(writer->m_file));
    }
    return writer;
}

core::Result<> TileFileWriter::write(const char* bytes, qint64 count)
{
    if (m_file.write(bytes, count) != count) {
        return core::failure(diskError(m_file));
    }
    m_position += count;
    return {};
}

core::Result<> TileFileWriter::append(int level, int tx, int ty, const TilePixels& tile)
{
    const int width = tile.size.width();
    const size_t rowBytes = size_t(width) * (m_facts.hasAlpha ? 4 : 3);
    for (int y = 0; y < tile.size.height(); ++y) {
        splitRow(tile.first + y * tile.stride, width, m_facts.hasAlpha, m_plain.data() + size_t(y) * rowBytes);
    }
    for (size_t i = rowBytes * size_t(tile.size.height()); i-- > rowBytes;) {
        m_plain[i] = uchar(m_plain[i] - m_plain[i - rowBytes]);
    }
    // Level 1 compresses photographs no worse than the others, and as fast as they can be decoded.
    const size_t length = ZSTD_compressCCtx(m_compressor, m_packed.data(), m_packed.size(), m_plain.data(),
                                            rowBytes * size_t(tile.size.height()), 1);
    if (ZSTD_isError(length)) {
        return core::failure(core::ErrorCode::Internal, QString::fromLatin1(ZSTD_getErrorName(length)));
    }
    const qsizetype index = tileIndex(m_facts.size, level, tx, ty);
    m_offsets[index] = m_position;
    m_lengths[index] = qint32(length);
    return write(m_packed.data(), qint64(length));
}

core::Result<> TileFileWriter::finish(const QString& trouble, const MissingPart& missing)
{
    m_facts.trouble = trouble;
    m_facts.missing = missing;
    QByteArray index;
    QDataStream stream(&index, QIODevice::WriteOnly);
    stream.setVersion(kStreamVersion);
    stream << kVersion << m_facts.size << m_facts.isTransposed << m_facts.hasAlpha << m_facts.trouble
           << qint32(missing.percent) << qint32(missing.edge) << qint32(missing.rows) << m_offsets << m_lengths;
    QByteArray footer;
    QDataStream end(&footer, QIODevice::WriteOnly);
    end << qint32(index.size());
    footer += indexHash(index) + QByteArray(kMagic);
    index += footer;
    if (core::Result<> written = write(index.constData(), index.size()); !written) {
        return written;
    }
    m_file.close();
    if (m_file.error() != QFileDevice::NoError) {
        return core::failure(diskError(m_file));
    }
    return {};
}

std::optional<TileFileReader> TileFileReader::open(const QString& path)
{
    core::Result<ByteFile> file = ByteFile::open(path);
    QByteArray footer(kFooterBytes, '\0');
    if (!file || file->read(file->size() - kFooterBytes, footer.data(), kFooterBytes) != kFooterBytes ||
        !footer.endsWith(kMagic)) {
        return std::nullopt;
    }
    const qint64 length = qFromBigEndian<qint32>(footer.constData());
    const qint64 start = file->size() - kFooterBytes - length;
    if (length <= 0 || start < 0) {
        return std::nullopt;
    }
    QByteArray index(length, '\0');
    if (file->read(start, index.data(), length) != length || indexHash(index) != footer.mid(4, 20)) {
        return std::nullopt;
    }
    TileFileReader reader(std::move(*file));
    QDataStream stream(index);
    stream.setVersion(kStreamVersion);
    qint32 version = 0;
    qint32 percent = 0;
    qint32 edge = 0;
    qint32 rows = 0;
    stream >> version >> reader.m_facts.size >> reader.m_facts.isTransposed >> reader.m_facts.hasAlpha >>
        reader.m_facts.trouble >> percent >> edge >> rows >> reader.m_offsets >> reader.m_lengths;
    reader.m_facts.missing = {percent, Qt::Edge(edge), rows};
    if (stream.status() != QDataStream::Ok || version != kVersion || reader.m_facts.size.isEmpty() ||
        reader.m_offsets.size() != tileTotal(reader.m_facts.size) ||
        reader.m_lengths.size() != reader.m_offsets.size()) {
        return std::nullopt;
    }
    return reader;
}

QImage TileFileReader::tile(int level, int tx, int ty) const
{
    const qsizetype index = tileIndex(m_facts.size, level, tx, ty);
    const QSize size = tilePixels(m_facts.size, level, tx, ty);
    const bool hasAlpha = m_facts.hasAlpha;
    const size_t rowBytes = size_t(size.width()) * (hasAlpha ? 4 : 3);
    std::vector<char> packed(size_t(m_lengths.at(index)));
    std::vector<uchar> plain(rowBytes * size_t(size.height()));
    if (m_file.read(m_offsets.at(index), packed.data(), qint64(packed.size())) != qint64(packed.size()) ||
        ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size()) != plain.size()) {
        return {};
    }
    QImage image(size, hasAlpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        uchar* row = plain.data() + size_t(y) * rowBytes;
        for (size_t i = 0; y > 0 && i < rowBytes; ++i) {
            row[i] = uchar(row[i] + row[i - rowBytes]);
        }
        joinRow(row, size.width(), hasAlpha, reinterpret_cast<QRgb*>(image.scanLine(y)));
    }
    return image;
}

} // namespace lw::media
