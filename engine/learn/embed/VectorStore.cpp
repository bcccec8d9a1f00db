// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows of floats with an index; on the disk a safetensors file.
#include "engine/learn/embed/VectorStore.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/weights/Safetensors.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>

namespace lw::learn {

namespace {

/// Files of older programs have none.
std::vector<PictureFacts> factsOf(const WeightFile& file, std::int64_t rows)
{
    const at::Tensor* stamps = file.find("stamps");
    const at::Tensor* measures = file.find("measures");
    if (!stamps || !measures || stamps->scalar_type() != at::kLong || measures->scalar_type() != at::kFloat ||
        stamps->sizes() != at::IntArrayRef({rows}) || measures->sizes() != at::IntArrayRef({rows, 3})) {
        return {};
    }
    std::vector<PictureFacts> facts((std::size_t(rows)));
    const auto* stamp = stamps->data_ptr<std::int64_t>();
    const auto* measure = measures->data_ptr<float>();
    for (std::size_t i = 0; i < facts.size(); ++i) {
        facts[i] = {stamp[i], {measure[3 * i], measure[3 * i + 1], measure[3 * i + 2]}};
    }
    return facts;
}

} // namespace

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
        store.put({first, first + ids->size(0)}, *vectors, factsOf(*file, ids->size(0)));
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
        const at::Tensor stamps = at::zeros({std::int64_t(ids.size())}, at::kLong);
        const at::Tensor measures = at::zeros({std::int64_t(ids.size()), 3});
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const PictureFacts each = facts(ids[i]);
            stamps.data_ptr<std::int64_t>()[i] = each.stamp;
            std::copy(each.measures.begin(), each.measures.end(), measures.data_ptr<float>() + 3 * i);
        }
        return writeSafetensors(path,
                                {{"ids", at::tensor(ids, at::kLong)},
                                 {"vectors", get(ids)},
                                 {"stamps", stamps},
                                 {"measures", measures}},
                                {{"kind", "labelwright-vectors"}, {"origin", m_origin}});
    });
}

void VectorStore::put(const std::vector<std::int64_t>& ids, const at::Tensor& vectors,
                      const std::vector<PictureFacts>& facts)
{
    const at::Tensor plain = vectors.to(at::kCPU, at::kFloat).contiguous();
    const auto length = std::size_t(m_size);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto found = m_rows.find(ids[i]);
        if (found == m_rows.end()) {
            std::size_t row = m_facts.size();
            if (m_free.empty()) {
                m_values.resize(m_values.size() + length);
                m_facts.emplace_back();
            } else {
                row = m_free.back();
                m_free.pop_back();
            }
            found = m_rows.emplace(ids[i], row).first;
        }
        std::memcpy(&m_values[found->second * length], plain.data_ptr<float>() + i * length, length * sizeof(float));
        m_facts[found->second] = i < facts.size() ? facts[i] : PictureFacts();
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

PictureFacts VectorStore::facts(std::int64_t id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? PictureFacts() : m_facts[found->second];
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
    return standardisedAs(vectors, vectors);
}

at::Tensor standardisedAs(const at::Tensor& vectors, const at::Tensor& reference)
{
    const at::Tensor mean = reference.mean(0);
    const at::Tensor deviation = reference.var(0, false).sqrt();
    const double overall = reference.var(false).sqrt().item<double>();
    return (vectors - mean) / deviation.clamp_min(std::max(overall * 1e-3, 1e-12));
}

at::Tensor normalised(const at::Tensor& vectors)
{
    return vectors / vectors.norm(2, {1}, true).clamp_min(1e-12);
}

} // namespace lw::learn
