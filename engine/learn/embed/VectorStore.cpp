// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows of floats with an index; on the disk a safetensors file.
#include "engine/learn/embed/VectorStore.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/weights/Safetensors.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>

namespace lw::learn {

VectorStore::VectorStore(std::string origin, std::int64_t size) : m_origin(std::move(origin)), m_size(size) {}

Result<VectorStore> VectorStore::open(const std::string& path, const std::string& origin, std::int64_t size)
{
    VectorStore store(origin, size);
    const Result<WeightFile> file = readWeights(path);
    if (!file) {
        return file.error().code == ErrorCode::NotFound ? Result<VectorStore>(store) : file.error();
    }
    const auto found = file->metadata.find("origin");
    const at::Tensor* ids = file->find("ids");
    const at::Tensor* vectors = file->find("vectors");
    if (found == file->metadata.end() || found->second != origin) {
        return store;
    }
    if (!ids || !vectors || ids->dim() != 1 || ids->scalar_type() != at::kLong || vectors->dim() != 2 ||
        vectors->size(0) != ids->size(0) || vectors->size(1) != size) {
        return failure(ErrorCode::Malformed, path + " is no store of vectors.");
    }
    return guarded([&]() -> Result<VectorStore> {
        const auto* first = ids->data_ptr<std::int64_t>();
        store.put({first, first + ids->size(0)}, *vectors);
        return store;
    });
}

Result<> VectorStore::save(const std::string& path) const
{
    return guarded([&]() -> Result<> {
        std::vector<std::int64_t> ids;
        for (const auto& each : m_rows) {
            ids.push_back(each.first);
        }
        std::sort(ids.begin(), ids.end());
        return writeSafetensors(path, {{"ids", at::tensor(ids, at::kLong)}, {"vectors", get(ids)}},
                                {{"kind", "labelwright-vectors"}, {"origin", m_origin}});
    });
}

void VectorStore::put(const std::vector<std::int64_t>& ids, const at::Tensor& vectors)
{
    const at::Tensor plain = vectors.to(at::kCPU, at::kFloat).contiguous();
    const auto length = std::size_t(m_size);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto found = m_rows.find(ids[i]);
        if (found == m_rows.end()) {
            std::size_t row = m_values.size() / std::max<std::size_t>(length, 1);
            if (m_free.empty()) {
                m_values.resize(m_values.size() + length);
            } else {
                row = m_free.back();
                m_free.pop_back();
            }
            found = m_rows.emplace(ids[i], row).first;
        }
        std::memcpy(&m_values[found->second * length], plain.data_ptr<float>() + i * length, length * sizeof(float));
    }
}

void VectorStore::remove(std::int64_t id)
{
    const auto found = m_rows.find(id);
    if (found != m_rows.end()) {
        m_free.push_back(found->second);
        m_rows.erase(found);
    }
}

at::Tensor VectorStore::get(const std::vector<std::int64_t>& ids) const
{
    const at::Tensor vectors = at::zeros({std::int64_t(ids.size()), m_size});
    const auto length = std::size_t(m_size);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto found = m_rows.find(ids[i]);
        if (found != m_rows.end()) {
            std::memcpy(vectors.data_ptr<float>() + i * length, &m_values[found->second * length],
                        length * sizeof(float));
        }
    }
    return vectors;
}

at::Tensor standardised(const at::Tensor& vectors)
{
    const at::Tensor mean = vectors.mean(0);
    const at::Tensor deviation = vectors.var(0, false).sqrt();
    const double overall = vectors.var(false).sqrt().item<double>();
    return (vectors - mean) / deviation.clamp_min(std::max(overall * 1e-3, 1e-12));
}

at::Tensor normalised(const at::Tensor& vectors)
{
    return vectors / vectors.norm(2, {1}, true).clamp_min(1e-12);
}

} // namespace lw::learn
