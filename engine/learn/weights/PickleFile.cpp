// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts a .pth file's pickle and its storages together.
#include "engine/learn/weights/PickleFile.h"

#include "engine/learn/weights/PickleTensors.h"

#include <cstring>

namespace lw::learn {

namespace {

Error bigEndian()
{
    return failure(ErrorCode::Unsupported, "The file was written on a machine with another byte order.");
}

/// A pickle that must be there, and the bytes behind it.
Result<Pickle> nextPickle(std::string_view& rest)
{
    Result<Pickle> pickle = readPickle(rest);
    if (pickle) {
        rest.remove_prefix(pickle->end);
    }
    return pickle;
}

/// The storages of a legacy file: for each key of the list, its number of elements and then its bytes.
Result<std::map<std::string, std::string_view>> readStorages(const Pickle& data, const Pickle& keys,
                                                             std::string_view rest)
{
    std::map<std::string, std::int64_t> sizes;
    for (const PickleValue& value : data.pool) {
        if (value.kind == PickleKind::Storage) {
            sizes.emplace(value.text, elementSize(value));
        }
    }
    std::map<std::string, std::string_view> storages;
    for (const PickleId id : keys.top().items) {
        const std::string& key = keys[id].text;
        const auto size = sizes.find(key);
        std::int64_t count = 0;
        if (rest.size() < sizeof count || size == sizes.end()) {
            return failure(ErrorCode::Malformed, "The file ends before the data of its tensors.");
        }
        std::memcpy(&count, rest.data(), sizeof count);
        rest.remove_prefix(sizeof count);
        if (count < 0 || std::uint64_t(count) > rest.size() / std::uint64_t(size->second)) {
            return failure(ErrorCode::Malformed, "The file ends before the data of its tensors.");
        }
        const auto length = std::size_t(count * size->second);
        storages[key] = rest.substr(0, length);
        rest.remove_prefix(length);
    }
    return storages;
}

} // namespace

Result<std::vector<NamedTensor>> readPickleZip(const ZipEntries& entries)
{
    std::string folder;
    for (const auto& entry : entries) {
        const std::size_t slash = entry.first.find('/');
        if (slash != std::string::npos && entry.first.substr(slash) == "/data.pkl") {
            folder = entry.first.substr(0, slash);
        }
    }
    for (const auto& entry : entries) {
        if (!entry.second.isPlain) {
            return failure(ErrorCode::Unsupported,
                           "The archive's entry “" + entry.first + "” is compressed; weights never are.");
        }
    }
    const auto data = entries.find(folder + "/data.pkl");
    if (data == entries.end()) {
        return failure(ErrorCode::Unsupported, "The archive holds no data.pkl: it is not a PyTorch file.");
    }
    const auto order = entries.find(folder + "/byteorder");
    if (order != entries.end() && order->second.bytes.substr(0, 6) != "little") {
        return bigEndian();
    }
    const Result<Pickle> pickle = readPickle(data->second.bytes);
    if (!pickle) {
        return pickle.error();
    }
    return tensorsOf(*pickle, [&](const PickleValue& storage) {
        const auto found = entries.find(folder + "/data/" + storage.text);
        return found == entries.end() ? std::string_view() : found->second.bytes;
    });
}

bool isPickleLegacy(std::string_view bytes)
{
    // Protocol 2, then the magic number of ten bytes.
    constexpr std::string_view kStart("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e", 15);
    return bytes.substr(0, kStart.size()) == kStart;
}

Result<std::vector<NamedTensor>> readPickleLegacy(std::string_view bytes)
{
    std::vector<Pickle> parts;
    for (int i = 0; i < 5; ++i) { // magic number, protocol, system, object, keys of the storages
        Result<Pickle> pickle = nextPickle(bytes);
        if (!pickle) {
            return pickle.error();
        }
        parts.push_back(std::move(*pickle));
    }
    const PickleValue* isLittle = parts[2].valueOf(parts[2].root, "little_endian");
    if (isLittle && isLittle->number == 0) {
        return bigEndian();
    }
    const Result<std::map<std::string, std::string_view>> storages = readStorages(parts[3], parts[4], bytes);
    if (!storages) {
        return storages.error();
    }
    return tensorsOf(parts[3], [&](const PickleValue& storage) {
        const auto found = storages->find(storage.text);
        return found == storages->end() ? std::string_view() : found->second;
    });
}

} // namespace lw::learn
