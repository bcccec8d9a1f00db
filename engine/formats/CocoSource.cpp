// SPDX-License-Identifier: GPL-3.0-or-later
//! Slices of a mapped file to objects.
#include "engine/formats/CocoSource.h"

namespace lw::formats {

using core::ProblemCode;

namespace {

constexpr size_t kLongestObject = size_t(256) << 20;
/// Bytes that are read before their memory is given back.
constexpr size_t kForgetEvery = size_t(8) << 20;

} // namespace

void CocoSource::add(ProblemCode code, size_t offset, const QString& detail)
{
    m_problems.add(code, m_path, m_file.lineAt(offset), detail);
}

void CocoSource::hasRead(size_t bytes)
{
    m_read += bytes;
    if (m_read > kForgetEvery) {
        m_file.forget();
        m_read = 0;
    }
}

bool CocoSource::parse(size_t offset, size_t end, simdjson::dom::object& object)
{
    const std::string_view slice = text().substr(offset, end - offset);
    if (slice.size() > kLongestObject) {
        add(ProblemCode::FileTooLarge, offset, QStringLiteral("%1 MB").arg(kLongestObject >> 20));
        return false;
    }
    hasRead(slice.size());
    // What lies behind the slice is the rest of the file, or the empty page after it.
    simdjson::dom::element root;
    const simdjson::error_code error = m_parser.parse(slice.data(), slice.size(), false).get(root);
    if (error == simdjson::SUCCESS && root.get(object) == simdjson::SUCCESS) {
        return true;
    }
    add(error == simdjson::UTF8_ERROR ? ProblemCode::EncodingInvalid : ProblemCode::JsonMalformed, offset,
        error == simdjson::SUCCESS ? QString::fromUtf8(slice.substr(0, 40))
                                   : QString::fromLatin1(simdjson::error_message(error)));
    return false;
}

} // namespace lw::formats
