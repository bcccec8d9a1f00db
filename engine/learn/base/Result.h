// SPDX-License-Identifier: GPL-3.0-or-later
//! Expected failures are values here too: a Result<T> without Qt, since this folder is built without it.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace lw::learn {

/// Reason of a failed operation. The names travel to the window, which makes sentences in its language of them.
enum class ErrorCode {
    Cancelled,       ///< a stop was requested; what was reached is kept
    NotFound,        ///< a file or folder that should exist does not
    ReadFailed,      ///< the operating system refused to read
    WriteFailed,     ///< the operating system refused to write
    DiskFull,        ///< no space left on the device
    Malformed,       ///< the bytes are not what the format asks for
    Unsupported,     ///< well-formed, but a kind that this program does not handle, or refuses for safety
    TooLarge,        ///< over a limit that protects memory
    Mismatch,        ///< right kind of thing, wrong one: weights of another network, a checkpoint of another job
    InvalidArgument, ///< the caller asked for something that is not allowed
    OutOfMemory,     ///< the machine or the device has too little memory
    Internal,        ///< a failure that none of the above describes
};

/// Stable name of `code`, as it is written into messages and files.
const char* codeName(ErrorCode code);

/// A failure with an English fact that helps to act on it.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string text;
};

/// A value of type T, or the Error that prevented it.
template <typename T = void> class [[nodiscard]] Result {
public:
    Result(T value) : m_value(std::move(value)) {}
    Result(Error error) : m_value(std::move(error)) {}

    explicit operator bool() const { return m_value.index() == 0; }
    T& operator*() { return *std::get_if<0>(&m_value); }
    const T& operator*() const { return *std::get_if<0>(&m_value); }
    T* operator->() { return std::get_if<0>(&m_value); }
    const T* operator->() const { return std::get_if<0>(&m_value); }
    const Error& error() const { return *std::get_if<1>(&m_value); }

private:
    std::variant<T, Error> m_value;
};

/// Success without a value, or the Error that prevented it.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_isGood(false) {}

    explicit operator bool() const { return m_isGood; }
    const Error& error() const { return m_error; }

private:
    Error m_error;
    bool m_isGood = true;
};

/// Builds the error side of any Result.
inline Error failure(ErrorCode code, std::string text)
{
    return Error{code, std::move(text)};
}

} // namespace lw::learn
