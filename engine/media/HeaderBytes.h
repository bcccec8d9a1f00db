// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers and names in file headers. Internal to engine/media.
#pragma once

#include <QtEndian>

#include <cstring>
#include <string_view>

namespace lw::media {

inline quint16 big16(const uchar* at)
{
    return qFromBigEndian<quint16>(at);
}
inline quint32 big32(const uchar* at)
{
    return qFromBigEndian<quint32>(at);
}
inline quint16 little16(const uchar* at)
{
    return qFromLittleEndian<quint16>(at);
}
inline quint32 little32(const uchar* at)
{
    return qFromLittleEndian<quint32>(at);
}
inline qint32 littleSigned32(const uchar* at)
{
    return qFromLittleEndian<qint32>(at);
}
inline qint64 little24(const uchar* at)
{
    return at[0] | (at[1] << 8) | (at[2] << 16);
}

inline bool isTag(const uchar* at, std::string_view tag)
{
    return std::memcmp(at, tag.data(), tag.size()) == 0;
}

} // namespace lw::media
