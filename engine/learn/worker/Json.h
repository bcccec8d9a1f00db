// SPDX-License-Identifier: GPL-3.0-or-later
//! JSON that comes from outside: every field is asked for by name and kind.
#pragma once

#include "engine/learn/base/Result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace lw::learn {

using Json = nlohmann::json;

/// Parses a text; Malformed when it is none.
Result<Json> parseJson(std::string_view text);

/// A file's content; NotFound, ReadFailed, Malformed.
Result<Json> readJson(const std::string& path);

/// One line, whatever bytes the texts hold: those that are no UTF-8 are replaced.
std::string jsonLine(const Json& value);

/// Reads fields of an object. The first field that is missing or of another kind makes the reader fail; what was read
/// then is worthless, and failed() tells.
class Fields {
public:
    explicit Fields(const Json& object);

    std::string text(const char* name);
    std::string text(const char* name, const std::string& otherwise);
    double number(const char* name);
    double number(const char* name, double otherwise);
    std::int64_t whole(const char* name, std::int64_t otherwise);
    bool truth(const char* name, bool otherwise);
    /// An array; empty when it is missing and `isNeeded` is false.
    const Json& list(const char* name, bool isNeeded = true);
    /// An object; empty when it is missing.
    const Json& object(const char* name);

    /// Notes a problem of a field's value.
    void refuse(const std::string& text);
    bool failed() const { return !m_problem.empty(); }
    /// InvalidArgument with the first problem.
    Error error() const { return failure(ErrorCode::InvalidArgument, m_problem); }

private:
    const Json* find(const char* name) const;

    const Json& m_object;
    std::string m_problem;
};

} // namespace lw::learn
