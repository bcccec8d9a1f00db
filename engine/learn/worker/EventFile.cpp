// SPDX-License-Identifier: GPL-3.0-or-later
//! Records with checksums around small protocol buffers, which are written by hand: they have four fields.
#include "engine/learn/worker/EventFile.h"

#include "engine/learn/base/Files.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <unistd.h>

namespace lw::learn {

namespace {

constexpr std::array<std::uint32_t, 256> castagnoli()
{
    std::array<std::uint32_t, 256> table = {};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value >> 1) ^ (value & 1 ? 0x82f63b78U : 0);
        }
        table[i] = value;
    }
    return table;
}

template <typename Number> std::string raw(Number number)
{
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

std::string varint(std::uint64_t value)
{
    std::string bytes;
    while (value >= 0x80) {
        bytes += char(value | 0x80);
        value >>= 7;
    }
    bytes += char(value);
    return bytes;
}

/// A field of bytes: its number and kind, its length, the bytes.
std::string block(int field, const std::string& bytes)
{
    return char(field << 3 | 2) + varint(bytes.size()) + bytes;
}

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

} // namespace

std::uint32_t maskedChecksum(const std::string& bytes)
{
    static constexpr std::array<std::uint32_t, 256> kTable = castagnoli();
    std::uint32_t value = 0xffffffff;
    for (const char byte : bytes) {
        value = (value >> 8) ^ kTable[(value ^ std::uint8_t(byte)) & 0xff];
    }
    value = ~value;
    return ((value >> 15) | (value << 17)) + 0xa282ead8U;
}

Result<EventFile> EventFile::create(const std::string& folder)
{
    EventFile file;
    file.m_path = folder + "/events.out.tfevents." + std::to_string(std::int64_t(now())) + ".labelwright." +
                  std::to_string(::getpid());
    file.m_file.reset(std::fopen(file.m_path.c_str(), "wb"));
    if (!file.m_file) {
        return systemError(errno, file.m_path, true);
    }
    if (Result<> written = file.write('\x09' + raw(now()) + block(3, "brain.Event:2")); !written) {
        return written.error();
    }
    return file;
}

Result<> EventFile::add(const std::string& name, std::int64_t step, double value)
{
    const std::string point = block(1, name) + '\x15' + raw(float(value));
    return write('\x09' + raw(now()) + '\x10' + varint(std::uint64_t(step)) + block(5, block(1, point)));
}

Result<> EventFile::write(const std::string& event)
{
    const std::string length = raw(std::uint64_t(event.size()));
    const std::string record = length + raw(maskedChecksum(length)) + event + raw(maskedChecksum(event));
    if (std::fwrite(record.data(), 1, record.size(), m_file.get()) != record.size() || std::fflush(m_file.get()) != 0) {
        return systemError(errno, m_path, true);
    }
    return {};
}

} // namespace lw::learn
