// SPDX-License-Identifier: GPL-3.0-or-later
//! Words of the refusal.
#include "engine/media/PixelLimit.h"

namespace lw::media {

core::Error tooManyPixels(QSize size, qint64 maxPixels, const QString& path)
{
    constexpr qint64 kMega = 1'000'000;
    const qint64 pixels = qint64(size.width()) * size.height();
    const QString detail = QStringLiteral("%1 × %2, %3 MP > %4 MP")
                               .arg(size.width())
                               .arg(size.height())
                               .arg((pixels + kMega - 1) / kMega)
                               .arg(maxPixels / kMega);
    return {core::ErrorCode::TooLarge, detail, path, 0};
}

bool isOverPixelLimit(const core::Error& error)
{
    return error.code == core::ErrorCode::TooLarge && error.detail.contains(QLatin1String(" MP > "));
}

} // namespace lw::media
