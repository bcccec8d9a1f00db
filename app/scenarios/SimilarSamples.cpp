// SPDX-License-Identifier: GPL-3.0-or-later
//! Candidates by hash, then a look at the pixels; order by vectors.
#include "app/scenarios/SimilarSamples.h"

#include "app/scenarios/EmbedSamples.h"
#include "app/scenarios/TwoSteps.h"
#include "app/scenarios/Workers.h"
#include "engine/vision/DuplicateCandidates.h"
#include "models/store/SampleRepository.h"

#include <QJsonArray>

#include <algorithm>
#include <atomic>
#include <tuple>
#include <unordered_map>

namespace lw::scenarios {

namespace {

using vision::DuplicateCandidate;

constexpr int kPart = 256;
constexpr size_t kBlock = 4096;
/// Cosine of vectors from which a pair is worth a look at the pixels.
constexpr double kCandidateCosine = 0.78;
/// Patches in memory, 12 KB each.
constexpr size_t kMostPatches = 16'384;

/// The describing is most of the work; the rest of the progress is the comparing.
core::Control share(const core::Control& control, bool isDescribing)
{
    if (!control.progress) {
        return control;
    }
    return {control.stop, [sink = control.progress, isDescribing](qint64 done, qint64 total) {
                isDescribing ? sink(done, total + total / 4) : sink(total * 4 + done, total * 5);
            }};
}

std::vector<DuplicateCandidate> candidatesOf(const std::vector<vision::PictureHash>& hashes, QThreadPool* pool,
                                             const core::Control& control)
{
    const vision::DuplicateCandidates search(hashes);
    const auto count = int(hashes.size());
    std::vector<std::vector<DuplicateCandidate>> parts(size_t(count + kPart - 1) / kPart);
    forEachOnThreads(pool, qsizetype(parts.size()), control.stop, [&](qsizetype part) {
        const int first = int(part) * kPart;
        parts[size_t(part)] = search.ofPart(first, std::min(count, first + kPart));
    });
    std::vector<DuplicateCandidate> all;
    for (const auto& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

/// Pairs whose vectors are alike, to be looked at plain and mirrored: vectors do not tell which.
core::Result<std::vector<DuplicateCandidate>> candidatesByVectors(store::Store& store, domain::DatasetId dataset,
                                                                  const PictureDescriptions& pictures,
                                                                  const EngineLens& engine,
                                                                  const core::Control& control)
{
    const QList<domain::SampleId> described(pictures.ids().begin(), pictures.ids().end());
    const auto embedded = embedSamples(store, dataset, engine, described, control);
    if (!embedded) {
        return core::failure(embedded.error());
    }
    std::vector<DuplicateCandidate> candidates;
    if (embedded->ids.isEmpty()) {
        return candidates;
    }
    QJsonObject request = vectorRequest(engine, *embedded);
    request.insert(QStringLiteral("least"), kCandidateCosine);
    const auto answer = engine.ask(QStringLiteral("pairs"), request, core::Control{control.stop, {}});
    if (!answer) {
        return core::failure(answer.error());
    }
    for (const QJsonValue& pair : answer->value(QStringLiteral("pairs")).toArray()) {
        const int first = pictures.rowOf(domain::SampleId(pair[0].toInteger()));
        const int second = pictures.rowOf(domain::SampleId(pair[1].toInteger()));
        if (first >= 0 && second >= 0) {
            for (const bool isMirrored : {false, true}) {
                candidates.push_back({std::min(first, second), std::max(first, second), 0, isMirrored});
            }
        }
    }
    return candidates;
}

/// Both lists in one, each pair once for each way of looking.
std::vector<DuplicateCandidate> together(std::vector<DuplicateCandidate> all,
                                         const std::vector<DuplicateCandidate>& more)
{
    all.insert(all.end(), more.begin(), more.end());
    const auto place = [](const DuplicateCandidate& x) { return std::tie(x.a, x.b, x.isMirrored); };
    std::ranges::sort(all, [&](const auto& x, const auto& y) { return place(x) < place(y); });
    const auto rest = std::ranges::unique(all, [&](const auto& x, const auto& y) { return place(x) == place(y); });
    all.erase(rest.begin(), rest.end());
    return all;
}

/// Looks at the pixels of candidates, keeping patches between blocks.
class Verifier {
public:
    Verifier(const PictureDescriptions& pictures, QThreadPool* pool, const core::Control& control)
        : m_pictures(pictures), m_pool(pool), m_control(control)
    {
    }

    /// Empty when stopped.
    std::vector<domain::SimilarPair> pairs(const std::vector<DuplicateCandidate>& candidates)
    {
        std::vector<float> similarities(candidates.size(), 0.0F);
        for (size_t first = 0; first < candidates.size() && !m_control.isCancelled(); first += kBlock) {
            const size_t last = std::min(candidates.size(), first + kBlock);
            loadPatches(candidates, first, last);
            forEachOnThreads(m_pool, qsizetype(last - first), m_control.stop, [&](qsizetype i) {
                const DuplicateCandidate& pair = candidates[first + size_t(i)];
                const auto& a = m_patches.at(pair.a);
                similarities[first + size_t(i)] = float(a.similarity(m_patches.at(pair.b), pair.isMirrored));
            });
            m_control.report(qint64(last), qint64(candidates.size()));
        }
        return m_control.isCancelled() ? std::vector<domain::SimilarPair>() : merged(candidates, similarities);
    }

private:
    void loadPatches(const std::vector<DuplicateCandidate>& candidates, size_t first, size_t last)
    {
        if (m_patches.size() > kMostPatches) {
            m_patches.clear();
        }
        std::vector<std::pair<const int, vision::MatchPatch>*> missing;
        for (size_t i = first; i < last; ++i) {
            for (const int row : {candidates[i].a, candidates[i].b}) {
                const auto [place, isNew] = m_patches.try_emplace(row);
                if (isNew) {
                    missing.push_back(&*place); // nodes of a hash map stay where they are
                }
            }
        }
        forEachOnThreads(m_pool, qsizetype(missing.size()), m_control.stop, [&](qsizetype i) {
            missing[size_t(i)]->second = m_pictures.patch(missing[size_t(i)]->first);
        });
    }

    /// Pairs that are alike enough; of a pair looked at both plain and mirrored the better.
    [[nodiscard]] std::vector<domain::SimilarPair> merged(const std::vector<DuplicateCandidate>& candidates,
                                                          const std::vector<float>& similarities) const
    {
        std::vector<domain::SimilarPair> pairs;
        for (size_t i = 0; i < candidates.size(); ++i) {
            if (similarities[i] >= float(kLowestThreshold)) {
                pairs.push_back({m_pictures.ids()[size_t(candidates[i].a)], m_pictures.ids()[size_t(candidates[i].b)],
                                 similarities[i]});
            }
        }
        std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) {
            return std::tie(x.a, x.b, y.similarity) < std::tie(y.a, y.b, x.similarity);
        });
        const auto isSame = [](const auto& x, const auto& y) { return x.a == y.a && x.b == y.b; };
        pairs.erase(std::unique(pairs.begin(), pairs.end(), isSame), pairs.end());
        return pairs;
    }

    const PictureDescriptions& m_pictures;
    QThreadPool* m_pool;
    const core::Control& m_control;
    std::unordered_map<int, vision::MatchPatch> m_patches; ///< by row
};

core::Result<> readMerits(store::Store& store, domain::DuplicateFindings& findings)
{
    QSet<domain::SampleId> involved;
    for (const domain::SimilarPair& pair : findings.pairs) {
        involved << pair.a << pair.b;
    }
    const auto samples = store::SampleRepository(store).rows(involved.values());
    if (!samples) {
        return core::failure(samples.error());
    }
    for (const domain::Sample& sample : *samples) {
        findings.merits.insert(sample.id,
                               {sample.annotationCount > 0, qint64(sample.width) * sample.height, sample.bytes});
    }
    return {};
}

} // namespace

core::Result<DuplicatesOutcome> findDuplicates(store::Store& store, domain::DatasetId dataset,
                                               const DescribeOptions& options, const core::Control& control,
                                               const EngineLens* engine)
{
    // With vectors there are two rounds of looking at pictures: hashes and patches first.
    const core::Control describing = engine ? firstStep(firstStep(control)) : share(control, true);
    const auto pictures = PictureDescriptions::make(store, dataset, options, describing);
    if (!pictures) {
        return core::failure(pictures.error());
    }
    const core::Control comparing = engine ? secondStep(control) : share(control, false);
    auto candidates = candidatesOf((*pictures)->hashes(), options.pool, comparing);
    if (engine) {
        const auto more = candidatesByVectors(store, dataset, **pictures, *engine, secondStep(firstStep(control)));
        if (!more) {
            return core::failure(more.error());
        }
        candidates = together(std::move(candidates), *more);
    }
    auto findings = std::make_shared<domain::DuplicateFindings>();
    findings->pairs = Verifier(**pictures, options.pool, comparing).pairs(candidates);
    if (control.isCancelled()) {
        return core::failure(core::ErrorCode::Cancelled);
    }
    findings->lowest = kLowestThreshold;
    findings->compared = qint64((*pictures)->ids().size());
    if (const auto read = readMerits(store, *findings); !read) {
        return core::failure(read.error());
    }
    return DuplicatesOutcome{std::move(findings), (*pictures)->problems()};
}

namespace {

/// None of the sources can be compared: which, and why.
core::Error sourceError(store::Store& store, const QList<domain::SampleId>& sources)
{
    if (sources.isEmpty()) {
        return {core::ErrorCode::NotFound, {}, {}};
    }
    const auto sample = store::SampleRepository(store).find(sources.front());
    return sample ? core::Error{core::ErrorCode::ReadFailed, {}, sample->name} : sample.error();
}

core::Result<SimilarOutcome> similarByVectors(store::Store& store, domain::DatasetId dataset,
                                              const QList<domain::SampleId>& sources, const EngineLens& engine,
                                              const core::Control& control)
{
    auto embedded = embedSamples(store, dataset, engine, {}, firstStep(control));
    if (!embedded) {
        return core::failure(embedded.error());
    }
    QJsonArray queries;
    for (const domain::SampleId id : sources) {
        if (std::ranges::binary_search(embedded->ids, id)) {
            queries.append(id.value);
        }
    }
    if (queries.isEmpty()) {
        return core::failure(sourceError(store, sources));
    }
    QJsonObject request = vectorRequest(engine, *embedded);
    request.insert(QStringLiteral("sources"), queries);
    const auto answer = engine.ask(QStringLiteral("similar"), request, secondStep(control));
    if (!answer) {
        return core::failure(answer.error());
    }
    const QJsonArray ids = answer->value(QStringLiteral("ids")).toArray();
    const QJsonArray similarities = answer->value(QStringLiteral("similarities")).toArray();
    SimilarOutcome outcome;
    outcome.problems = std::move(embedded->problems);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        outcome.order.push_back(
            {domain::SampleId(ids[i].toInteger()), std::clamp(float(similarities.at(i).toDouble()), 0.0F, 1.0F)});
    }
    return outcome;
}

} // namespace

core::Result<SimilarOutcome> similarSamples(store::Store& store, domain::DatasetId dataset,
                                            const QList<domain::SampleId>& sources, const DescribeOptions& options,
                                            const core::Control& control, const EngineLens* engine)
{
    if (engine) {
        return similarByVectors(store, dataset, sources, *engine, control);
    }
    const auto pictures = PictureDescriptions::make(store, dataset, options, control);
    if (!pictures) {
        return core::failure(pictures.error());
    }
    std::vector<int> queries;
    for (const domain::SampleId id : sources) {
        if (const int row = (*pictures)->rowOf(id); row >= 0) {
            queries.push_back(row);
        }
    }
    if (queries.empty()) {
        return core::failure(sourceError(store, sources));
    }
    const std::vector<float> similarities = (*pictures)->features().similarities(queries);
    SimilarOutcome outcome;
    outcome.problems = (*pictures)->problems();
    for (size_t row = 0; row < similarities.size(); ++row) {
        outcome.order.push_back({(*pictures)->ids()[row], std::clamp(similarities[row], 0.0F, 1.0F)});
    }
    for (const int query : queries) {
        outcome.order[size_t(query)].similarity = 1; // not 0.9999
    }
    std::sort(outcome.order.begin(), outcome.order.end(),
              [](const auto& x, const auto& y) { return std::tie(y.similarity, x.id) < std::tie(x.similarity, y.id); });
    return outcome;
}

} // namespace lw::scenarios
