// SPDX-License-Identifier: GPL-3.0-or-later
//! JPEG rows through libjpeg-turbo: scaled by the decoder, CMYK made RGB, broken files as far as they go.
#include "engine/media/ByteFile.h"
#include "engine/media/PixelOps.h"
#include "engine/media/RowReader.h"

#include <QVarLengthArray>

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <vector>

#include <jpeglib.h>
#include <jerror.h>

namespace lw::media {

namespace {

constexpr int kMaxScans = 500; // a small file can ask for thousands of passes over a huge picture
constexpr qint64 kChunk = 262'144;

/// libjpeg's error manager with a way back and the first complaint.
struct Trouble {
    jpeg_error_mgr base;
    jmp_buf back;
    char words[JMSG_LENGTH_MAX];
    bool hasWords;
    int soundRows; ///< output rows before the data ended; -1 while it has not, or has in a later scan
};

/// libjpeg's source manager over a ByteFile.
struct Source {
    jpeg_source_mgr base;
    const ByteFile* file;
    std::vector<JOCTET>* buffer;
    qint64 position;
};

struct Monitor {
    jpeg_progress_mgr base;
    const core::Control* control;
};

void noteWords(j_common_ptr decoder)
{
    auto* trouble = reinterpret_cast<Trouble*>(decoder->err);
    if (!trouble->hasWords) {
        trouble->base.format_message(decoder, trouble->words);
        trouble->hasWords = true;
    }
}

[[noreturn]] void onError(j_common_ptr decoder)
{
    auto* trouble = reinterpret_cast<Trouble*>(decoder->err);
    trouble->hasWords = false;
    noteWords(decoder);
    std::longjmp(trouble->back, 1);
}

/// How many rows of the output were good when the data ended. Of a picture in several scans the first one counts: what
/// later ones lack is detail.
void noteEnd(j_decompress_ptr decoder)
{
    auto* trouble = reinterpret_cast<Trouble*>(decoder->err);
    if (trouble->soundRows >= 0 || trouble->hasWords) {
        return;
    }
    if (decoder->buffered_image || jpeg_has_multiple_scans(decoder)) {
        if (decoder->input_scan_number == 1 && decoder->total_iMCU_rows > 0) {
            trouble->soundRows =
                int(quint64(decoder->output_height) * decoder->input_iMCU_row / decoder->total_iMCU_rows);
        }
    } else {
        trouble->soundRows = int(decoder->output_scanline);
    }
}

void onMessage(j_common_ptr decoder, int level)
{
    const int code = decoder->err->msg_code;
    if (level < 0 && decoder->is_decompressor && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER)) {
        auto* reader = reinterpret_cast<j_decompress_ptr>(decoder);
        if (code == JWRN_JPEG_EOF || reader->unread_marker == JPEG_EOI) {
            noteEnd(reader);
        }
    }
    // Junk between segments loses nothing, so it is no trouble; lost data is.
    if (level < 0 && decoder->err->msg_code != JWRN_EXTRANEOUS_DATA) {
        ++decoder->err->num_warnings;
        noteWords(decoder);
    }
}

void ignoreOutput(j_common_ptr) {}

void watchScans(j_common_ptr decoder)
{
    const auto* monitor = reinterpret_cast<Monitor*>(decoder->progress);
    const bool hasTooMany = reinterpret_cast<j_decompress_ptr>(decoder)->input_scan_number > kMaxScans;
    if (hasTooMany || monitor->control->isCancelled()) {
        onError(decoder);
    }
}

void startSource(j_decompress_ptr) {}

boolean fillSource(j_decompress_ptr decoder)
{
    auto* source = reinterpret_cast<Source*>(decoder->src);
    qint64 got = source->file->read(source->position, source->buffer->data(), qint64(source->buffer->size()));
    source->position += got;
    if (got == 0) {
        WARNMS(decoder, JWRN_JPEG_EOF);
        (*source->buffer)[0] = 0xFF;
        (*source->buffer)[1] = JPEG_EOI;
        got = 2;
    }
    source->base.next_input_byte = source->buffer->data();
    source->base.bytes_in_buffer = size_t(got);
    return TRUE;
}

void skipSource(j_decompress_ptr decoder, long count)
{
    auto* source = reinterpret_cast<Source*>(decoder->src);
    const long here = std::min<long>(count, long(source->base.bytes_in_buffer));
    source->base.next_input_byte += here;
    source->base.bytes_in_buffer -= size_t(here);
    source->position += count - here;
}

class JpegRows final : public RowReader {
public:
    JpegRows(ByteFile file, const core::Control& control)
        : m_file(std::move(file)), m_buffer(size_t(std::clamp<qint64>(m_file.size(), 16, kChunk)))
    {
        m_decoder.err = jpeg_std_error(&m_errors.base);
        m_errors.hasWords = false;
        m_errors.soundRows = -1;
        m_errors.base.error_exit = onError;
        m_errors.base.emit_message = onMessage;
        m_errors.base.output_message = ignoreOutput;
        m_monitor.base.progress_monitor = watchScans;
        m_monitor.control = &control;
        m_source.base = {nullptr, 0, startSource, fillSource, skipSource, jpeg_resync_to_restart, startSource};
        m_source.file = &m_file;
        m_source.buffer = &m_buffer;
        m_source.position = 0;
    }
    ~JpegRows() override { jpeg_destroy_decompress(&m_decoder); }

    /// False if the header cannot be understood or the memory does not suffice; see trouble().
    bool start(const RowOptions& options)
    {
        if (setjmp(m_errors.back)) {
            takeWords();
            return false;
        }
        jpeg_create_decompress(&m_decoder);
        m_decoder.src = &m_source.base;
        m_decoder.progress = &m_monitor.base;
        m_decoder.mem->max_memory_to_use = long(options.maxBytes);
        jpeg_read_header(&m_decoder, TRUE);
        m_decoder.scale_num = 1;
        m_decoder.scale_denom = 1U << std::clamp(options.maxHalvings, 0, 3);
        m_decoder.do_fancy_upsampling = options.preferSpeed ? FALSE : TRUE;
        m_decoder.dct_method = JDCT_ISLOW;
        m_isCmyk = m_decoder.num_components == 4;
        m_decoder.out_color_space = m_isCmyk ? JCS_CMYK : Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? JCS_EXT_BGRA : JCS_EXT_ARGB;
        jpeg_start_decompress(&m_decoder);
        m_size = {int(m_decoder.output_width), int(m_decoder.output_height)};
        return true;
    }

    [[nodiscard]] bool isOutOfMemory() const
    {
        const int code = m_errors.base.msg_code;
        return code == JERR_OUT_OF_MEMORY || code == JERR_NO_BACKING_STORE;
    }

    int readRows(uchar* first, qsizetype stride, int count) override
    {
        const int wanted = std::min(count, m_size.height() - m_delivered);
        const int before = m_delivered;
        if (!m_isBroken && !readUntil(before + wanted, first, stride)) {
            m_isBroken = true;
        }
        takeWords();
        if (m_isBroken && m_soundRows < 0) {
            m_soundRows = m_delivered;
        }
        if (m_isCmyk) {
            for (int y = 0; y < m_delivered - before; ++y) {
                cmykToRgb(first + y * stride, m_size.width(), m_decoder.saw_Adobe_marker);
            }
        }
        return m_delivered - before;
    }

private:
    /// No object with a destructor may live here: an error jumps out.
    bool readUntil(int end, uchar* first, qsizetype stride)
    {
        const int begin = m_delivered;
        if (setjmp(m_errors.back)) {
            return false;
        }
        JSAMPROW rows[16];
        while (m_delivered < end) {
            const int batch = std::min<int>(std::size(rows), end - m_delivered);
            for (int i = 0; i < batch; ++i) {
                rows[i] = first + (m_delivered - begin + i) * stride;
            }
            m_delivered += int(jpeg_read_scanlines(&m_decoder, rows, JDIMENSION(batch)));
        }
        return true;
    }

    void takeWords()
    {
        if (m_errors.hasWords && m_trouble.isEmpty()) {
            m_trouble = QString::fromLatin1(m_errors.words);
            m_soundRows = m_errors.soundRows;
        }
    }

    ByteFile m_file;
    std::vector<JOCTET> m_buffer;
    jpeg_decompress_struct m_decoder = {};
    Trouble m_errors = {};
    Source m_source = {};
    Monitor m_monitor = {};
    int m_delivered = 0;
    bool m_isCmyk = false;
    bool m_isBroken = false;
};

} // namespace

core::Result<std::unique_ptr<RowReader>> openJpegRows(ByteFile file, const QString& path, const RowOptions& options,
                                                      const core::Control& control)
{
    auto rows = std::make_unique<JpegRows>(std::move(file), control);
    if (!rows->start(options)) {
        const auto code = control.isCancelled()   ? core::ErrorCode::Cancelled
                          : rows->isOutOfMemory() ? core::ErrorCode::TooLarge
                                                  : core::ErrorCode::Malformed;
        return core::failure(code, rows->trouble(), path);
    }
    return rows;
}

} // namespace lw::media
