// SPDX-License-Identifier: GPL-3.0-or-later
//! Signature and extension tables.
#include "engine/media/ImageFormat.h"

#include <array>
#include <cstring>
#include <string_view>

namespace lw::media {

namespace {

struct Extension {
    QLatin1String name;
    ImageFormat format;
};

constexpr std::array kExtensions = {
    Extension{QLatin1String("jpg"), ImageFormat::Jpeg},  Extension{QLatin1String("jpeg"), ImageFormat::Jpeg},
    Extension{QLatin1String("png"), ImageFormat::Png},   Extension{QLatin1String("bmp"), ImageFormat::Bmp},
    Extension{QLatin1String("tif"), ImageFormat::Tiff},  Extension{QLatin1String("tiff"), ImageFormat::Tiff},
    Extension{QLatin1String("webp"), ImageFormat::WebP}, Extension{QLatin1String("gif"), ImageFormat::Gif},
    Extension{QLatin1String("jpe"), ImageFormat::Jpeg},  Extension{QLatin1String("jfif"), ImageFormat::Jpeg},
    Extension{QLatin1String("mpo"), ImageFormat::Jpeg},  Extension{QLatin1String("apng"), ImageFormat::Png},
    Extension{QLatin1String("dib"), ImageFormat::Bmp},   Extension{QLatin1String("ppm"), ImageFormat::Pnm},
    Extension{QLatin1String("pgm"), ImageFormat::Pnm},   Extension{QLatin1String("pbm"), ImageFormat::Pnm},
    Extension{QLatin1String("pnm"), ImageFormat::Pnm},   Extension{QLatin1String("ico"), ImageFormat::Ico},
};

struct Signature {
    size_t offset;
    std::string_view bytes;
    ImageFormat format;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures = {
    Signature{0, "\xff\xd8\xff"sv, ImageFormat::Jpeg},
    Signature{0, "\x89PNG\r\n\x1a\n"sv, ImageFormat::Png},
    Signature{0, "GIF87a"sv, ImageFormat::Gif},
    Signature{0, "GIF89a"sv, ImageFormat::Gif},
    Signature{0, "II\x2a\x00"sv, ImageFormat::Tiff},
    Signature{0, "MM\x00\x2a"sv, ImageFormat::Tiff},
    Signature{0, "II\x2b\x00"sv, ImageFormat::Tiff},
    Signature{0, "MM\x00\x2b"sv, ImageFormat::Tiff},
    Signature{0, "8BPS"sv, ImageFormat::Psd},
    Signature{0, "qoif"sv, ImageFormat::Qoi},
    Signature{4, "ftypavif"sv, ImageFormat::Avif},
    Signature{4, "ftypavis"sv, ImageFormat::Avif},
    Signature{4, "ftyphei"sv, ImageFormat::Heif},
    Signature{4, "ftypmif1"sv, ImageFormat::Heif},
    Signature{0, "\xff\x0a"sv, ImageFormat::JpegXl},
    Signature{4, "JXL \r\n"sv, ImageFormat::JpegXl},
    Signature{4, "jP  \r\n"sv, ImageFormat::Jpeg2000},
    Signature{0, "\xff\x4f\xff\x51"sv, ImageFormat::Jpeg2000},
    Signature{0, "\x00\x00\x01\x00"sv, ImageFormat::Ico},
    Signature{0, "BM"sv, ImageFormat::Bmp},
};

bool hasBytes(std::span<const uchar> head, size_t offset, std::string_view bytes)
{
    return head.size() >= offset + bytes.size() && std::memcmp(head.data() + offset, bytes.data(), bytes.size()) == 0;
}

} // namespace

ImageFormat sniffImageFormat(std::span<const uchar> head)
{
    for (const Signature& signature : kSignatures) {
        if (hasBytes(head, signature.offset, signature.bytes)) {
            return signature.format;
        }
    }
    if (hasBytes(head, 0, "RIFF"sv) && hasBytes(head, 8, "WEBP"sv)) {
        return ImageFormat::WebP;
    }
    // "P5" alone is too weak a signature for text files: white space or a comment must follow.
    if (head.size() >= 3 && head[0] == 'P' && head[1] >= '1' && head[1] <= '6' &&
        (head[2] == ' ' || head[2] == '\n' || head[2] == '\r' || head[2] == '\t' || head[2] == '#')) {
        return ImageFormat::Pnm;
    }
    return ImageFormat::Unknown;
}

ImageFormat imageFormatFromName(QStringView fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    if (dot < 0) {
        return ImageFormat::Unknown;
    }
    const QStringView extension = fileName.sliced(dot + 1);
    for (const Extension& known : kExtensions) {
        if (extension.compare(known.name, Qt::CaseInsensitive) == 0) {
            return known.format;
        }
    }
    return ImageFormat::Unknown;
}

bool isImageFileName(QStringView fileName)
{
    return imageFormatFromName(fileName) != ImageFormat::Unknown;
}

bool isDecodable(ImageFormat format)
{
    return format >= ImageFormat::Jpeg && format <= ImageFormat::Ico;
}

QString formatName(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Unknown:
        return QStringLiteral("unknown");
    case ImageFormat::Jpeg:
        return QStringLiteral("JPEG");
    case ImageFormat::Png:
        return QStringLiteral("PNG");
    case ImageFormat::Bmp:
        return QStringLiteral("BMP");
    case ImageFormat::Gif:
        return QStringLiteral("GIF");
    case ImageFormat::WebP:
        return QStringLiteral("WebP");
    case ImageFormat::Tiff:
        return QStringLiteral("TIFF");
    case ImageFormat::Pnm:
        return QStringLiteral("PNM");
    case ImageFormat::Ico:
        return QStringLiteral("ICO");
    case ImageFormat::Psd:
        return QStringLiteral("PSD");
    case ImageFormat::Qoi:
        return QStringLiteral("QOI");
    case ImageFormat::Avif:
        return QStringLiteral("AVIF");
    case ImageFormat::Heif:
        return QStringLiteral("HEIF");
    case ImageFormat::JpegXl:
        return QStringLiteral("JPEG XL");
    case ImageFormat::Jpeg2000:
        return QStringLiteral("JPEG 2000");
    }
    return QStringLiteral("unknown");
}

} // namespace lw::media
