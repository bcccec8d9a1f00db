// SPDX-License-Identifier: GPL-3.0-or-later
//! Checked access to JSON.
#include "engine/learn/worker/Json.h"

#include "engine/learn/base/Files.h"

#include <cmath>

namespace lw::learn {

Result<Json> parseJson(std::string_view text)
{
    Json value = Json::parse(text.begin(), text.end(), nullptr, false);
    if (value.is_discarded()) {
        return failure(ErrorCode::Malformed, "This is not JSON.");
    }
    return value;
}

Result<Json> readJson(const std::string& path)
{
    const Result<MappedFile> file = MappedFile::open(path);
    if (!file) {
        return file.error();
    }
    Result<Json> value = parseJson(file->text());
    return value ? value : failure(ErrorCode::Malformed, path + " is not JSON.");
}

std::string jsonLine(const Json& value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Fields::Fields(const Json& object) : m_object(object)
{
    if (!object.is_object()) {
        refuse("An object is expected.");
    }
}

const Json* Fields::find(const char* name) const
{
    if (!m_object.is_object()) {
        return nullptr;
    }
    const auto found = m_object.find(name);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

std::string Fields::text(const char* name)
{
    const Json* value = find(name);
    if (!value || !value->is_string()) {
        refuse(std::string("The text “") + name + "” is missing.");
        return {};
    }
    return value->get<std::string>();
}

std::string Fields::text(const char* name, const std::string& otherwise)
{
    return find(name) ? text(name) : otherwise;
}

double Fields::number(const char* name)
{
    const Json* value = find(name);
    if (!value || !value->is_number() || !std::isfinite(value->get<double>())) {
        refuse(std::string("The number “") + name + "” is missing.");
        return 0;
    }
    return value->get<double>();
}

double Fields::number(const char* name, double otherwise)
{
    return find(name) ? number(name) : otherwise;
}

std::int64_t Fields::whole(const char* name, std::int64_t otherwise)
{
    const double value = number(name, double(otherwise));
    if (std::abs(value) > 9e15) {
        refuse(std::string("The number “") + name + "” is too large.");
        return otherwise;
    }
    return std::int64_t(value);
}

bool Fields::truth(const char* name, bool otherwise)
{
    const Json* value = find(name);
    if (!value) {
        return otherwise;
    }
    if (!value->is_boolean()) {
        refuse(std::string("“") + name + "” must be true or false.");
        return otherwise;
    }
    return value->get<bool>();
}

const Json& Fields::list(const char* name, bool isNeeded)
{
    static const Json empty = Json::array();
    const Json* value = find(name);
    if (!value && !isNeeded) {
        return empty;
    }
    if (!value || !value->is_array()) {
        refuse(std::string("The list “") + name + "” is missing.");
        return empty;
    }
    return *value;
}

const Json& Fields::object(const char* name)
{
    static const Json empty = Json::object();
    const Json* value = find(name);
    if (value && !value->is_object()) {
        refuse(std::string("“") + name + "” must be an object.");
        return empty;
    }
    return value ? *value : empty;
}

void Fields::refuse(const std::string& text)
{
    if (m_problem.empty()) {
        m_problem = text;
    }
}

} // namespace lw::learn
