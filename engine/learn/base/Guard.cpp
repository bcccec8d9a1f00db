// SPDX-License-Identifier: GPL-3.0-or-later
//! Tells what an exception means: memory, or libtorch's own words in one line.
#include "engine/learn/base/Guard.h"

#include <c10/util/Exception.h>

#include <exception>
#include <new>

namespace lw::learn {

namespace {

/// The first line says it; the rest is libtorch's call stack.
std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

Error fromText(const std::string& text)
{
    const bool isMemory = text.find("out of memory") != std::string::npos ||
                          text.find("can't allocate memory") != std::string::npos ||
                          text.find("not enough memory") != std::string::npos;
    return failure(isMemory ? ErrorCode::OutOfMemory : ErrorCode::Internal, firstLine(text));
}

} // namespace

Error caughtError()
{
    try {
        throw;
    } catch (const c10::Error& error) {
        return fromText(error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory, "The machine has too little free memory.");
    } catch (const std::exception& error) {
        return fromText(error.what());
    } catch (...) {
        return failure(ErrorCode::Internal, "An exception of unknown kind was thrown.");
    }
}

} // namespace lw::learn
