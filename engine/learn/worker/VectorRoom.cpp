// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens once what many requests need.
#include "engine/learn/worker/VectorRoom.h"

#include "engine/learn/embed/Clusters.h"

#include <ATen/ATen.h>

#include <chrono>
#include <filesystem>

namespace lw::learn {

namespace {

constexpr std::int64_t kComponents = 64;
/// So much work may be lost when the process is killed.
constexpr std::chrono::seconds kSaveEvery{60};

std::int64_t fileTimeOf(const std::string& path)
{
    std::error_code problem;
    const auto time = std::filesystem::last_write_time(path, problem);
    return problem ? 0 : std::int64_t(time.time_since_epoch().count());
}

/// Changes with every id, stamp and lens.
std::string stateOf(const VectorStore& store, const std::vector<std::int64_t>& ids, const std::string& origin)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    const auto mix = [&hash](std::uint64_t value) {
        hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 29;
    };
    for (const std::int64_t id : ids) {
        mix(std::uint64_t(id));
        mix(std::uint64_t(store.facts(id).stamp));
    }
    return origin + '|' + std::to_string(ids.size()) + '|' + std::to_string(hash);
}

} // namespace

at::Tensor ReadyVectors::directions() const
{
    return normalised(components);
}

Result<std::vector<std::int64_t>> wholeNumbers(const Json& list)
{
    std::vector<std::int64_t> numbers;
    numbers.reserve(list.size());
    for (const Json& each : list) {
        if (!each.is_number_integer()) {
            return failure(ErrorCode::InvalidArgument, "A whole number is expected.");
        }
        numbers.push_back(each.get<std::int64_t>());
    }
    return numbers;
}

Result<std::shared_ptr<Lens>> VectorRoom::lens(const Json& request)
{
    const std::string name = lensName(request);
    if (!m_lens || name.empty() || name != m_lensName) {
        Result<std::shared_ptr<Lens>> opened = openLens(request);
        if (!opened) {
            return opened;
        }
        m_lens = *opened;
        m_lensName = name;
    }
    return m_lens;
}

Result<std::shared_ptr<VectorStore>> VectorRoom::store(const Json& request)
{
    Fields fields(request);
    const std::string path = fields.text("store");
    if (fields.failed()) {
        return fields.error();
    }
    const Result<std::shared_ptr<Lens>> looking = lens(request);
    if (!looking) {
        return looking.error();
    }
    const std::int64_t time = fileTimeOf(path);
    if (!m_shelf.store || m_shelf.path != path || m_shelf.lens != (*looking)->origin() || m_shelf.fileTime != time) {
        m_shelf = {}; // two large stores need not be in memory at a time
        m_ready.reset();
        Result<VectorStore> opened = openVectors(path, **looking);
        if (!opened) {
            return opened.error();
        }
        m_shelf = {path, (*looking)->origin(), time, std::make_shared<VectorStore>(std::move(*opened))};
    }
    return m_shelf.store;
}

Result<> VectorRoom::save()
{
    if (Result<> saved = m_shelf.store->save(m_shelf.path); !saved) {
        return saved;
    }
    m_shelf.fileTime = fileTimeOf(m_shelf.path);
    return {};
}

Result<Json> VectorRoom::fill(const Json& request, RequestContext& context)
{
    Fields fields(request);
    const Result<std::vector<PictureFile>> pictures = pictureFilesOf(fields.list("pictures"));
    if (fields.failed() || !pictures) {
        return fields.failed() ? fields.error() : pictures.error();
    }
    const Result<std::shared_ptr<VectorStore>> target = store(request);
    if (!target) {
        return target.error();
    }
    const std::size_t before = (*target)->count();
    auto lastSave = std::chrono::steady_clock::now();
    Result<> saved;
    const VectorFill filled = fillVectors(**target, *m_lens, *pictures, [&](std::size_t done, std::size_t of) {
        context.progress({{"done", done}, {"of", of}});
        const auto now = std::chrono::steady_clock::now();
        if (now - lastSave > kSaveEvery) {
            saved = save();
            lastSave = now;
        }
        return saved && !context.isCancelled();
    });
    if (saved && (filled.added > 0 || (*target)->count() != before)) {
        saved = save();
    }
    if (!saved) {
        return saved.error();
    }
    if (filled.isStopped) {
        return failure(ErrorCode::Cancelled, "The request was cancelled; what was done is kept.");
    }
    Json broken = Json::array();
    for (const BrokenPicture& each : filled.broken) {
        broken.push_back({{"id", each.id}, {"text", each.text}});
    }
    return Json{{"count", (*target)->count()}, {"new", filled.added}, {"broken", std::move(broken)}};
}

Result<std::shared_ptr<ReadyVectors>> VectorRoom::vectors(const Json& request)
{
    Fields fields(request);
    const Result<std::vector<std::int64_t>> wanted = wholeNumbers(fields.list("ids"));
    if (fields.failed() || !wanted) {
        return fields.failed() ? fields.error() : wanted.error();
    }
    const Result<std::shared_ptr<VectorStore>> source = store(request);
    if (!source) {
        return source.error();
    }
    std::vector<std::int64_t> ids;
    for (const std::int64_t id : *wanted) {
        if ((*source)->contains(id)) {
            ids.push_back(id);
        }
    }
    if (ids.empty()) {
        return failure(ErrorCode::NotFound, "None of the pictures has a vector.");
    }
    const std::string state = stateOf(**source, ids, m_shelf.lens);
    if (!m_ready || m_ready->state != state) {
        m_ready.reset();
        auto ready = std::make_shared<ReadyVectors>();
        const at::Tensor vectors = standardised((*source)->get(ids));
        ready->ids = std::move(ids);
        ready->components = principal(vectors, kComponents).contiguous();
        ready->rows = normalised(vectors);
        ready->state = state;
        m_ready = std::move(ready);
    }
    return m_ready;
}

} // namespace lw::learn
