// SPDX-License-Identifier: GPL-3.0-or-later
//! Expected failures are values: Result<T> is a T or an Error.
#pragma once

#include "models/core/Error.h"

#include <tl/expected.hpp>

namespace lw::core {

/// A value of type T, or the Error that prevented it. Ignoring one is a compile error.
template <typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

/// Builds the error side of any Result.
inline tl::unexpected<Error> failure(ErrorCode code, const QString& detail = {}, const QString& path = {},
                                     qint64 line = 0)
{
    return tl::unexpected<Error>(Error{code, detail, path, line});
}

/// Hands an error on unchanged to a Result of another type.
inline tl::unexpected<Error> failure(const Error& error)
{
    return tl::unexpected<Error>(error);
}

} // namespace lw::core
