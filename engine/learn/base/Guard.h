// SPDX-License-Identifier: GPL-3.0-or-later
//! The edge where exceptions of libtorch become errors as values.
#pragma once

#include "engine/learn/base/Result.h"

#include <type_traits>

namespace lw::learn {

/// The Error for the exception that is being handled. Call it inside a catch block only.
Error caughtError();

/// Runs `work` and returns what it returns; an exception becomes an Error. `work` returns a Result.
template <typename Work> std::invoke_result_t<Work> guarded(Work&& work)
{
    try {
        return work();
    } catch (...) {
        return caughtError();
    }
}

} // namespace lw::learn
