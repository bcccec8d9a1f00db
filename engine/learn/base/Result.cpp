// SPDX-License-Identifier: GPL-3.0-or-later
//! Names of the error codes.
#include "engine/learn/base/Result.h"

namespace lw::learn {

const char* codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return "Cancelled";
    case ErrorCode::NotFound:
        return "NotFound";
    case ErrorCode::ReadFailed:
        return "ReadFailed";
    case ErrorCode::WriteFailed:
        return "WriteFailed";
    case ErrorCode::DiskFull:
        return "DiskFull";
    case ErrorCode::Malformed:
        return "Malformed";
    case ErrorCode::Unsupported:
        return "Unsupported";
    case ErrorCode::TooLarge:
        return "TooLarge";
    case ErrorCode::Mismatch:
        return "Mismatch";
    case ErrorCode::InvalidArgument:
        return "InvalidArgument";
    case ErrorCode::OutOfMemory:
        return "OutOfMemory";
    case ErrorCode::Internal:
        break;
    }
    return "Internal";
}

} // namespace lw::learn
