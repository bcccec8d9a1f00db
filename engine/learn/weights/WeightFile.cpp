// SPDX-License-Identifier: GPL-3.0-or-later
//! Tells weight files apart by their content and hands them to their readers.
#include "engine/learn/weights/WeightFile.h"

#include "engine/learn/base/Files.h"
#include "engine/learn/base/Guard.h"
#include "engine/learn/weights/PickleFile.h"
#include "engine/learn/weights/Safetensors.h"
#include "engine/learn/weights/TorchScriptFile.h"

#include <ATen/ATen.h>

namespace lw::learn {

namespace {

bool endsWith(const std::string& text, std::string_view end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

Result<WeightFile> asFile(WeightFormat format, Result<std::vector<NamedTensor>> tensors)
{
    if (!tensors) {
        return tensors.error();
    }
    return WeightFile{format, std::move(*tensors), {}};
}

Result<WeightFile> readArchive(const std::string& path, std::string_view bytes)
{
    const Result<ZipEntries> entries = readZip(bytes);
    if (!entries) {
        return entries.error();
    }
    for (const auto& entry : *entries) {
        if (endsWith(entry.first, "/constants.pkl")) {
            return asFile(WeightFormat::TorchScript, readTorchScriptTensors(path));
        }
    }
    return asFile(WeightFormat::PickleZip, readPickleZip(*entries));
}

Result<WeightFile> readBytes(const std::string& path, std::string_view bytes)
{
    if (bytes.substr(0, 4) == std::string_view("PK\x03\x04", 4)) {
        return readArchive(path, bytes);
    }
    if (isPickleLegacy(bytes)) {
        return asFile(WeightFormat::PickleLegacy, readPickleLegacy(bytes));
    }
    if (isSafetensors(bytes)) {
        return readSafetensors(bytes);
    }
    return failure(ErrorCode::Unsupported,
                   "This is no weight file that is known here: PyTorch (.pth, .pt), safetensors or TorchScript.");
}

} // namespace

const at::Tensor* WeightFile::find(const std::string& name) const
{
    for (const NamedTensor& each : tensors) {
        if (each.name == name) {
            return &each.tensor;
        }
    }
    return nullptr;
}

Result<WeightFile> readWeights(const std::string& path)
{
    const Result<MappedFile> file = MappedFile::open(path);
    if (!file) {
        return file.error();
    }
    Result<WeightFile> weights = readBytes(path, file->text());
    if (weights && weights->tensors.empty()) {
        return failure(ErrorCode::Mismatch, "The file holds no tensors.");
    }
    return weights;
}

Result<> checkFinite(const std::vector<NamedTensor>& tensors)
{
    return guarded([&]() -> Result<> {
        for (const NamedTensor& each : tensors) {
            if (each.tensor.is_floating_point() && !at::isfinite(each.tensor).all().item<bool>()) {
                return failure(ErrorCode::Malformed,
                               "The tensor “" + each.name + "” holds numbers that are not finite (NaN or infinity).");
            }
        }
        return {};
    });
}

} // namespace lw::learn
