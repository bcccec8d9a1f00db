// SPDX-License-Identifier: GPL-3.0-or-later
//! Walks a pickle's containers and checks every size before a tensor is made.
#include "engine/learn/weights/PickleTensors.h"

#include "engine/learn/base/Guard.h"

#include <ATen/ATen.h>

#include <cstring>
#include <optional>
#include <set>

namespace lw::learn {

namespace {

std::optional<at::ScalarType> scalarType(const std::string& type)
{
    static const std::map<std::string, at::ScalarType> types = {
        {"FloatStorage", at::kFloat}, {"DoubleStorage", at::kDouble},     {"HalfStorage", at::kHalf},
        {"LongStorage", at::kLong},   {"BFloat16Storage", at::kBFloat16}, {"IntStorage", at::kInt},
        {"ShortStorage", at::kShort}, {"CharStorage", at::kChar},         {"ByteStorage", at::kByte},
        {"BoolStorage", at::kBool}};
    const auto found = types.find(type);
    return found == types.end() ? std::nullopt : std::optional(found->second);
}

/// Tensors may share a storage: a small file could ask for any amount of memory.
constexpr std::int64_t kMostBytes = std::int64_t(16) << 30;

/// Number of elements, and the last one's place in the storage; nothing when the numbers make no sense.
struct Extent {
    std::int64_t count = 1;
    std::int64_t last = 0;
};

std::optional<Extent> extentOf(const PickleValue& tensor)
{
    Extent extent;
    if (tensor.sizes.size() != tensor.strides.size() || tensor.number < 0) {
        return std::nullopt;
    }
    extent.last = tensor.number;
    for (std::size_t i = 0; i < tensor.sizes.size(); ++i) {
        const std::int64_t size = tensor.sizes[i];
        std::int64_t reach = 0;
        if (size < 0 || tensor.strides[i] < 0 || __builtin_mul_overflow(extent.count, size, &extent.count) ||
            __builtin_mul_overflow(std::max<std::int64_t>(size - 1, 0), tensor.strides[i], &reach) ||
            __builtin_add_overflow(extent.last, reach, &extent.last)) {
            return std::nullopt;
        }
    }
    return extent;
}

class Walk {
public:
    Walk(const Pickle& pickle, const StorageFinder& find) : m_pickle(pickle), m_find(find) {}

    Result<> visit(PickleId id, const std::string& name, int depth)
    {
        const PickleValue& value = m_pickle[id];
        if (depth > 32 || ++m_visits > 1'000'000) {
            return failure(ErrorCode::TooLarge, "The pickle's containers are nested deeper than any state dict's.");
        }
        if (value.kind == PickleKind::Tensor) {
            return add(value, name);
        }
        if (value.kind == PickleKind::Dict) {
            return visitDict(value, name, depth);
        }
        if (value.kind == PickleKind::List || value.kind == PickleKind::Tuple) {
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                if (Result<> done = visit(value.items[i], joined(name, std::to_string(i)), depth + 1); !done) {
                    return done;
                }
            }
        }
        return {};
    }

    std::vector<NamedTensor> take() { return std::move(m_tensors); }

private:
    static std::string joined(const std::string& name, const std::string& key)
    {
        return name.empty() ? key : name + '.' + key;
    }

    Result<> visitDict(const PickleValue& dict, const std::string& name, int depth)
    {
        for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
            const PickleValue& key = m_pickle[dict.items[i]];
            const std::string text = key.kind == PickleKind::Int ? std::to_string(key.number) : key.text;
            if (text.size() > 1024) {
                return failure(ErrorCode::TooLarge, "A tensor's name is longer than any network needs.");
            }
            if (Result<> done = visit(dict.items[i + 1], joined(name, text), depth + 1); !done) {
                return done;
            }
        }
        return {};
    }

    Result<> add(const PickleValue& tensor, const std::string& name)
    {
        const PickleValue& storage = m_pickle[tensor.items.front()];
        const std::optional<at::ScalarType> type = scalarType(storage.type);
        const std::optional<Extent> extent = extentOf(tensor);
        const std::string_view bytes = m_find(storage);
        if (!type || !extent) {
            return failure(ErrorCode::Malformed, "The tensor “" + name + "” has impossible sizes.");
        }
        const auto available = std::int64_t(bytes.size() / std::size_t(elementSize(storage)));
        if (extent->count > available || (extent->count > 0 && extent->last >= available)) {
            return failure(ErrorCode::Malformed, "The tensor “" + name + "” reaches beyond the data of the file.");
        }
        if (!m_names.insert(name).second) {
            return failure(ErrorCode::Malformed, "Two tensors have the name “" + name + "”.");
        }
        const std::int64_t length = extent->count > 0 ? extent->last - tensor.number + 1 : 0;
        m_bytes += length * elementSize(storage);
        if (m_bytes > kMostBytes) {
            return failure(ErrorCode::TooLarge, "The file's tensors do not fit into memory.");
        }
        // Bytes in a file need not be aligned: they are copied before they are seen as numbers.
        const at::Tensor raw = at::empty({length}, *type);
        if (length > 0) {
            std::memcpy(raw.data_ptr(), bytes.data() + tensor.number * elementSize(storage),
                        std::size_t(length * elementSize(storage)));
        }
        m_tensors.push_back({name, raw.as_strided(tensor.sizes, tensor.strides, 0).clone()});
        return {};
    }

    const Pickle& m_pickle;
    const StorageFinder& m_find;
    std::vector<NamedTensor> m_tensors;
    std::set<std::string> m_names;
    std::int64_t m_visits = 0;
    std::int64_t m_bytes = 0;
};

} // namespace

std::int64_t elementSize(const PickleValue& storage)
{
    const std::optional<at::ScalarType> type = scalarType(storage.type);
    return type ? std::int64_t(c10::elementSize(*type)) : 1;
}

Result<std::vector<NamedTensor>> tensorsOf(const Pickle& pickle, const StorageFinder& find)
{
    return guarded([&]() -> Result<std::vector<NamedTensor>> {
        Walk walk(pickle, find);
        if (Result<> done = walk.visit(pickle.root, {}, 0); !done) {
            return done.error();
        }
        return walk.take();
    });
}

} // namespace lw::learn
