// SPDX-License-Identifier: GPL-3.0-or-later
//! One COCO file as it is read: mapped, its objects parsed one by one, its problems told with their lines.
#pragma once

#include "engine/formats/JsonScan.h"
#include "models/core/Problem.h"

#include <simdjson.h>

namespace lw::formats {

/// Not thread-safe.
class CocoSource {
public:
    CocoSource(QString path, core::ProblemList& problems) : m_path(std::move(path)), m_problems(problems) {}

    /// Errors: NotFound, ReadFailed.
    [[nodiscard]] core::Result<> open() { return m_file.open(m_path); }
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] std::string_view text() const { return m_file.text(); }
    [[nodiscard]] core::ProblemList& problems() { return m_problems; }
    /// Tells of a problem at a place in the file.
    void add(core::ProblemCode code, size_t offset, const QString& detail);
    /// Parses the object that stands there; it lives until the next one. False, and a problem is told, if it is none.
    [[nodiscard]] bool parse(size_t offset, size_t end, simdjson::dom::object& object);
    /// To be told how much was read: now and then the system gets its pages back.
    void hasRead(size_t bytes);
    /// Gives all pages back.
    void forget() const { m_file.forget(); }

private:
    QString m_path;
    core::ProblemList& m_problems;
    MappedFile m_file;
    simdjson::dom::parser m_parser;
    size_t m_read = 0; ///< bytes since the pages were given back
};

} // namespace lw::formats
