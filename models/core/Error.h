// SPDX-License-Identifier: GPL-3.0-or-later
//! What went wrong, as data: codes and details; sentences for people are made in app/scenarios/Messages.h.
#pragma once

#include <QString>

#include <memory>

namespace lw::core {

/// Reason of a failed operation. Text for people: lw::scenarios::errorText().
enum class ErrorCode {
    Cancelled,        ///< a stop was requested; nothing was changed unless the function says otherwise
    NotFound,         ///< a file, folder or row that should exist does not
    AlreadyExists,    ///< a name or path is taken
    InvalidArgument,  ///< the caller asked for something that is not allowed; `detail` says what
    ReadFailed,       ///< the operating system refused to read; `detail` holds its words
    WriteFailed,      ///< the operating system refused to write; `detail` holds its words
    DiskFull,         ///< no space left on the device
    ReadOnly,         ///< the folder or file may not be written
    Malformed,        ///< the bytes are not what the format asks for
    Unsupported,      ///< well-formed, but a kind that this program does not handle
    TooLarge,         ///< over a limit that protects memory
    NewerVersion,     ///< the project file was written by a newer program
    Corrupt,          ///< the project file fails its integrity check
    Busy,             ///< another process holds what is needed
    Internal,         ///< a programming error met in the field; `detail` helps to find it
};

/// A failure with what a person needs to act on it.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;   ///< untranslated fact: an operating system message, a name, a value
    QString path;     ///< file or folder concerned, empty if none
    qint64 line = 0;  ///< 1-based line in `path`, 0 if unknown
};

} // namespace lw::core
