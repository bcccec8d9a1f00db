// SPDX-License-Identifier: GPL-3.0-or-later
//! Curves in the format that TensorBoard reads.
#pragma once

#include "engine/learn/base/Result.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace lw::learn {

/// An event file that grows. Not for several threads at a time.
class EventFile {
public:
    /// Makes `folder`/events.out.tfevents.<time>.labelwright; each run of a job has its own file, TensorBoard joins
    /// them.
    static Result<EventFile> create(const std::string& folder);

    /// Adds a point. Written at once, so that curves are live.
    Result<> add(const std::string& name, std::int64_t step, double value);

    const std::string& path() const { return m_path; }

private:
    struct Closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    Result<> write(const std::string& event);

    std::string m_path;
    std::unique_ptr<std::FILE, Closer> m_file;
};

/// The checksum of TensorFlow's records: CRC-32C, turned and shifted.
std::uint32_t maskedChecksum(const std::string& bytes);

} // namespace lw::learn
