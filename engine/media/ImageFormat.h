// SPDX-License-Identifier: GPL-3.0-or-later
//! Which picture formats there are, told from the first bytes and from file names.
#pragma once

#include <QString>
#include <QStringView>

#include <span>

namespace lw::media {

/// Picture formats that are told apart. Those from Psd on are recognised only so that a refusal can name them.
enum class ImageFormat { Unknown, Jpeg, Png, Bmp, Gif, WebP, Tiff, Pnm, Ico, Psd, Qoi, Avif, Heif, JpegXl, Jpeg2000 };

/// The format whose signature `head` begins with; 16 bytes are enough.
[[nodiscard]] ImageFormat sniffImageFormat(std::span<const uchar> head);
/// The format that a file of this name should have by its extension; Unknown for others.
[[nodiscard]] ImageFormat imageFormatFromName(QStringView fileName);
/// True if the extension is one of a picture format that can be decoded. Any case; "jpg" alone is no picture name.
[[nodiscard]] bool isImageFileName(QStringView fileName);
/// True if decodeImage() has a decoder for it.
[[nodiscard]] bool isDecodable(ImageFormat format);
/// The format's own name ("JPEG", "TIFF"), not translated; "unknown" for Unknown.
[[nodiscard]] QString formatName(ImageFormat format);

} // namespace lw::media
