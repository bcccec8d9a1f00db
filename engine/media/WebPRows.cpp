// SPDX-License-Identifier: GPL-3.0-or-later
//! WebP through libwebp: the first frame of animations, broken files as far as they go.
#include "engine/media/ByteFile.h"
#include "engine/media/PixelOps.h"
#include "engine/media/RowReader.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <webp/decode.h>
#include <webp/demux.h>

namespace lw::media {

namespace {

constexpr qint64 kLongestFile = qint64(1) << 30;

struct DemuxDeleter {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
struct DecoderDeleter {
    void operator()(WebPIDecoder* decoder) const { WebPIDelete(decoder); }
};

/// Where the first frame's compressed picture lies and what of the canvas it covers.
struct Frame {
    WebPData data{};
    QPoint place;
    QSize canvas;
    bool hasAlpha = false;
};

/// The first frame of a container, also if the file ends within it; nothing if it does not begin.
std::optional<Frame> firstFrame(WebPDemuxer* demuxer)
{
    if (demuxer == nullptr) {
        return std::nullopt;
    }
    Frame frame;
    frame.canvas = {int(WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_WIDTH)),
                    int(WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_HEIGHT))};
    WebPIterator found;
    if (!WebPDemuxGetFrame(demuxer, 1, &found)) {
        return std::nullopt;
    }
    frame.data = found.fragment;
    frame.place = {found.x_offset, found.y_offset};
    const bool isWhole =
        frame.place.isNull() && found.width == frame.canvas.width() && found.height == frame.canvas.height();
    frame.hasAlpha = found.has_alpha != 0 || !isWhole;
    WebPDemuxReleaseIterator(&found);
    return frame;
}

/// Decodes `data` to `first`, … as far as it goes. Returns rows, or -1 if not even the header is there.
int decodeFrame(const WebPData& data, const QSize& size, bool hasAlpha, uchar* first, qsizetype stride)
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) {
        return -1;
    }
    const bool isLittle = Q_BYTE_ORDER == Q_LITTLE_ENDIAN;
    config.output.colorspace = hasAlpha ? (isLittle ? MODE_bgrA : MODE_Argb) : (isLittle ? MODE_BGRA : MODE_ARGB);
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = first;
    config.output.u.RGBA.stride = int(stride);
    config.output.u.RGBA.size = size_t(stride) * size_t(size.height());
    const std::unique_ptr<WebPIDecoder, DecoderDeleter> decoder(WebPIDecode(nullptr, 0, &config));
    if (!decoder) {
        return -1;
    }
    WebPIUpdate(decoder.get(), data.bytes, data.size);
    int rows = 0;
    return WebPIDecGetRGB(decoder.get(), &rows, nullptr, nullptr, nullptr) != nullptr ? rows : 0;
}

/// The memory that a decoder fills must stay where it is, so the whole picture is made here.
struct Decoded {
    QImage image;
    int soundRows = 0;
};

Decoded decodeOnCanvas(const Frame& frame, const ImageInfo& info)
{
    const auto format = frame.hasAlpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    Decoded decoded{allocateImage(info.storedSize(), format), 0};
    WebPBitstreamFeatures features;
    if (decoded.image.isNull() || WebPGetFeatures(frame.data.bytes, frame.data.size, &features) != VP8_STATUS_OK) {
        return {};
    }
    decoded.image.fill(blankPixel(format));
    const QRect place(frame.place, QSize(features.width, features.height));
    if (!decoded.image.rect().contains(place)) {
        return {};
    }
    uchar* first = decoded.image.scanLine(place.top()) + qsizetype(place.left()) * 4;
    const int rows = decodeFrame(frame.data, place.size(), frame.hasAlpha, first, decoded.image.bytesPerLine());
    decoded.soundRows = rows >= place.height() ? decoded.image.height() : rows > 0 ? place.top() + rows : 0;
    return decoded;
}

} // namespace

core::Result<std::unique_ptr<RowReader>> openWebPRows(const ByteFile& file, const QString& path, const ImageInfo& info)
{
    if (file.size() > kLongestFile) {
        return core::failure(core::ErrorCode::TooLarge, formatName(info.format), path);
    }
    std::vector<uchar> bytes(size_t(file.size()));
    bytes.resize(size_t(file.read(0, bytes.data(), file.size())));
    const WebPData whole{bytes.data(), bytes.size()};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    const std::unique_ptr<WebPDemuxer, DemuxDeleter> demuxer(WebPDemuxPartial(&whole, &state));
    const std::optional<Frame> frame = firstFrame(demuxer.get());
    if (!frame) {
        return core::failure(core::ErrorCode::Malformed, QStringLiteral("no frame"), path);
    }
    Decoded decoded = decodeOnCanvas(*frame, info);
    if (decoded.image.isNull() || decoded.soundRows == 0) {
        return core::failure(core::ErrorCode::Malformed, QStringLiteral("no pixels"), path);
    }
    const bool isWhole = decoded.soundRows == decoded.image.height();
    return makeWholeRows(std::move(decoded.image), isWhole ? QString() : QStringLiteral("data ends early"),
                         isWhole ? -1 : decoded.soundRows);
}

} // namespace lw::media
