// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads and writes safetensors files.
#include "engine/learn/weights/Safetensors.h"

#include "engine/learn/base/Files.h"
#include "engine/learn/base/Guard.h"
#include "engine/learn/weights/SafetensorsHeader.h"

#include <ATen/ATen.h>

#include <array>
#include <cstring>
#include <optional>
#include <set>

namespace lw::learn {

namespace {

struct TypeName {
    const char* name;
    at::ScalarType type;
};

constexpr std::array<TypeName, 10> kTypes = {{{"F32", at::kFloat},
                                              {"F64", at::kDouble},
                                              {"F16", at::kHalf},
                                              {"BF16", at::kBFloat16},
                                              {"I64", at::kLong},
                                              {"I32", at::kInt},
                                              {"I16", at::kShort},
                                              {"I8", at::kChar},
                                              {"U8", at::kByte},
                                              {"BOOL", at::kBool}}};

std::optional<at::ScalarType> typeOf(const std::string& name)
{
    for (const TypeName& each : kTypes) {
        if (name == each.name) {
            return each.type;
        }
    }
    return std::nullopt;
}

const char* nameOf(at::ScalarType type)
{
    for (const TypeName& each : kTypes) {
        if (type == each.type) {
            return each.name;
        }
    }
    return nullptr;
}

std::uint64_t headerSize(std::string_view bytes)
{
    std::uint64_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    return size;
}

/// Bytes that the entry's shape asks for.
std::optional<std::uint64_t> sizeOf(const SafetensorsEntry& entry, at::ScalarType type)
{
    std::uint64_t size = c10::elementSize(type);
    for (const std::int64_t each : entry.shape) {
        if (__builtin_mul_overflow(size, std::uint64_t(each), &size)) {
            return std::nullopt;
        }
    }
    return size;
}

Result<at::Tensor> tensorOf(const SafetensorsEntry& entry, std::string_view data)
{
    const std::optional<at::ScalarType> type = typeOf(entry.type);
    if (!type) {
        return failure(ErrorCode::Unsupported,
                       "The tensor “" + entry.name + "” has numbers of the kind " + entry.type + ".");
    }
    if (entry.begin > entry.end || entry.end > data.size() || sizeOf(entry, *type) != entry.end - entry.begin) {
        return failure(ErrorCode::Malformed, "The tensor “" + entry.name + "” does not fit the data of the file.");
    }
    at::Tensor tensor = at::empty(entry.shape, *type);
    if (entry.end > entry.begin) {
        std::memcpy(tensor.data_ptr(), data.data() + entry.begin, std::size_t(entry.end - entry.begin));
    }
    return tensor;
}

} // namespace

bool isSafetensors(std::string_view bytes)
{
    return bytes.size() >= 10 && headerSize(bytes) >= 2 && headerSize(bytes) < (std::uint64_t(1) << 32) &&
           bytes[8] == '{';
}

Result<WeightFile> readSafetensors(std::string_view bytes)
{
    constexpr std::uint64_t kMostHeader = 100 << 20; // the format's own limit
    if (!isSafetensors(bytes) || headerSize(bytes) > std::min<std::uint64_t>(bytes.size() - 8, kMostHeader)) {
        return failure(ErrorCode::Malformed, "The safetensors file ends before its header does.");
    }
    const Result<SafetensorsHeader> header = parseSafetensorsHeader(bytes.substr(8, std::size_t(headerSize(bytes))));
    if (!header) {
        return header.error();
    }
    const std::string_view data = bytes.substr(8 + std::size_t(headerSize(bytes)));
    return guarded([&]() -> Result<WeightFile> {
        WeightFile file;
        file.metadata = header->metadata;
        std::set<std::string> names;
        std::uint64_t sum = 0;
        for (const SafetensorsEntry& entry : header->entries) {
            Result<at::Tensor> tensor = tensorOf(entry, data);
            if (!tensor) {
                return tensor.error();
            }
            sum += entry.end - entry.begin;
            if (!names.insert(entry.name).second || sum > data.size()) {
                return failure(ErrorCode::Malformed, "The tensor “" + entry.name + "” overlaps another one.");
            }
            file.tensors.push_back({entry.name, *tensor});
        }
        return file;
    });
}

Result<> writeSafetensors(const std::string& path, const std::vector<NamedTensor>& tensors,
                          const std::map<std::string, std::string>& metadata)
{
    return guarded([&]() -> Result<> {
        SafetensorsHeader header;
        header.metadata = metadata;
        std::uint64_t position = 0;
        for (const NamedTensor& each : tensors) {
            const char* type = nameOf(each.tensor.scalar_type());
            if (!type) {
                return failure(ErrorCode::Unsupported, "The tensor “" + each.name + "” has a kind that is not stored.");
            }
            const std::uint64_t end = position + std::uint64_t(each.tensor.numel()) * each.tensor.element_size();
            header.entries.push_back({each.name, type, each.tensor.sizes().vec(), position, end});
            position = end;
        }
        const std::string text = safetensorsHeaderText(header);
        return replaceFile(path, [&](FileSink& sink) -> Result<> {
            const std::uint64_t size = text.size();
            Result<> written = sink.write(&size, sizeof size);
            if (written) {
                written = sink.write(text.data(), text.size());
            }
            for (std::size_t i = 0; i < tensors.size() && written; ++i) {
                const at::Tensor plain = tensors[i].tensor.detach().cpu().contiguous();
                written = sink.write(plain.data_ptr(), std::size_t(plain.numel()) * plain.element_size());
            }
            return written;
        });
    });
}

} // namespace lw::learn
