// SPDX-License-Identifier: GPL-3.0-or-later
//! Classes of whole pictures from vectors: a head on what is labelled, or one that learns from the rest as well.
#include "engine/learn/worker/SmartPlan.h"

#include "engine/learn/embed/Clusters.h"
#include "engine/learn/embed/Difficulty.h"
#include "engine/learn/embed/SelfTraining.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/worker/ThreadShare.h"
#include "engine/learn/worker/TrainJob.h"
#include "engine/learn/worker/VectorFill.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <unordered_map>

namespace lw::learn {

namespace {

constexpr std::size_t kBatch = 16;
constexpr std::chrono::seconds kSaveEvery{30};
/// Share of the progress that looking at pictures takes.
constexpr double kLookingShare = 0.9;

/// The vectors of the job's pictures. Rows are those pictures that can be read.
struct Looked {
    std::vector<std::size_t> pictures; ///< by row
    at::Tensor vectors;                ///< as they are in the store
    std::vector<UnreadablePicture> unreadable;
    bool isStopped = false;
};

/// Saves now and then, tells how far it is, and learns whether to stop.
class FillObserver {
public:
    FillObserver(JobFolder& folder, VectorStore& store, std::string path)
        : m_folder(folder), m_store(store), m_path(std::move(path)),
          m_share(folder, hasFixedThreads(folder.job().value("options", Json::object()))), m_lastSave(std::chrono::steady_clock::now())
    {
    }

    bool operator()(std::size_t done, std::size_t of)
    {
        m_share.follow();
        m_folder.setStatus({{"progress", double(done) / double(std::max<std::size_t>(of, 1))}, {"step", done}});
        const auto now = std::chrono::steady_clock::now();
        if (now - m_lastSave > kSaveEvery) {
            save();
            m_lastSave = now;
        }
        return !m_folder.shouldStop();
    }

    /// Vectors are a cache: a full disk costs time the next time, not the job.
    void save()
    {
        if (const Result<> saved = m_store.save(m_path); !saved) {
            m_folder.log("The vectors were not kept: " + saved.error().text);
        }
    }

private:
    JobFolder& m_folder;
    VectorStore& m_store;
    std::string m_path;
    ThreadShare m_share;
    std::chrono::steady_clock::time_point m_lastSave;
};

Result<Looked> look(JobFolder& folder, const SmartPlan& plan, Lens& lens, const std::string& path)
{
    Result<VectorStore> store = openVectors(path, lens);
    if (!store) {
        return store.error();
    }
    std::vector<PictureFile> files;
    std::unordered_map<std::int64_t, std::size_t> byId;
    for (const std::size_t picture : plan.data.all) {
        files.push_back({plan.ids[picture], plan.data.pictures->path(picture)});
        byId[plan.ids[picture]] = picture;
    }
    folder.setPhase("looking", 0, plan.comparesViews ? kLookingShare / 4 : kLookingShare);
    FillObserver observer(folder, *store, path);
    const VectorFill fill = fillVectors(*store, lens, files, std::ref(observer));
    if (fill.added > 0 || !fill.broken.empty()) {
        observer.save();
    }
    folder.log("Looked at " + std::to_string(fill.added) + " of " + std::to_string(files.size()) +
               " pictures; the others were known.");
    Looked looked;
    looked.isStopped = fill.isStopped;
    for (const BrokenPicture& broken : fill.broken) {
        looked.unreadable.push_back({byId[broken.id], broken.text});
    }
    std::vector<std::int64_t> ids;
    for (const std::size_t picture : plan.data.all) {
        if (store->contains(plan.ids[picture])) {
            looked.pictures.push_back(picture);
            ids.push_back(plan.ids[picture]);
        }
    }
    looked.vectors = store->get(ids);
    return looked;
}

/// Vectors of the other views of open pictures, (rows of `open`, views, size); they are kept beside the first ones.
/// Undefined when the job was stopped.
at::Tensor lookAgain(JobFolder& folder, const SmartPlan& plan, Lens& lens, const std::string& path,
                     const std::vector<std::size_t>& pictures)
{
    const std::vector<View> views(kAllViews.begin() + 1, kAllViews.end());
    const std::int64_t size = lens.size() * std::int64_t(views.size());
    const std::string origin = lens.origin() + "|views";
    Result<VectorStore> opened = VectorStore::open(path + ".views", origin, size);
    VectorStore store = opened ? std::move(*opened) : VectorStore(origin, size);
    std::vector<std::size_t> missing;
    for (const std::size_t picture : pictures) {
        if (!store.contains(plan.ids[picture])) {
            missing.push_back(picture);
        }
    }
    folder.setPhase("looking", kLookingShare / 4, kLookingShare);
    FillObserver observer(folder, store, path + ".views");
    bool isStopped = false;
    for (std::size_t start = 0; start < missing.size() && !isStopped; start += kBatch) {
        std::vector<std::unique_ptr<Pyramid>> loaded;
        std::vector<const Pyramid*> sources;
        std::vector<std::int64_t> owners;
        for (std::size_t i = start; i < std::min(missing.size(), start + kBatch); ++i) {
            if (Result<LoadedPicture> picture = plan.data.pictures->load(missing[i], lens.side())) {
                loaded.push_back(std::make_unique<Pyramid>(std::move(*picture)));
                sources.push_back(loaded.back().get());
                owners.push_back(plan.ids[missing[i]]);
            }
        }
        if (!owners.empty()) {
            store.put(owners, embedViews(lens, sources, views).reshape({std::int64_t(owners.size()), size}));
        }
        isStopped = !observer(std::min(start + kBatch, missing.size()), missing.size());
    }
    if (!missing.empty()) {
        observer.save();
    }
    std::vector<std::int64_t> ids;
    for (const std::size_t picture : pictures) {
        ids.push_back(plan.ids[picture]);
    }
    return isStopped ? at::Tensor() : store.get(ids).view({-1, std::int64_t(views.size()), lens.size()});
}

/// Rows, their labels, and what follows from them.
class ClassProposals {
public:
    ClassProposals(const SmartPlan& plan, const Looked& looked)
        : m_plan(plan), m_looked(looked), m_vectors(standardised(looked.vectors)),
          m_classes(std::int64_t(plan.data.classes.size()))
    {
        std::unordered_map<std::size_t, int> labels;
        for (const ClassSample& sample : plan.data.classTraining) {
            labels[sample.picture] = sample.label;
        }
        for (const ClassSample& sample : plan.data.classValidation) {
            labels[sample.picture] = sample.label;
        }
        std::vector<std::int64_t> byRow;
        for (const std::size_t picture : looked.pictures) {
            const auto found = labels.find(picture);
            byRow.push_back(found == labels.end() ? -1 : found->second);
            if (found == labels.end()) {
                m_free.push_back(std::int64_t(byRow.size()) - 1);
            } else {
                m_known.push_back(std::int64_t(byRow.size()) - 1);
            }
        }
        m_labels = at::tensor(byRow, at::kLong);
    }

    std::size_t known() const { return m_known.size(); }
    std::size_t differentClasses() const
    {
        return m_known.empty() ? 0
                               : std::size_t(std::get<0>(at::_unique(m_labels.index_select(0, at::tensor(m_known)))).numel());
    }
    std::vector<std::size_t> freePictures() const
    {
        std::vector<std::size_t> pictures;
        for (const std::int64_t row : m_free) {
            pictures.push_back(m_looked.pictures[std::size_t(row)]);
        }
        return pictures;
    }

    /// `views` as lookAgain() has them, or undefined.
    SmartOutcome run(const at::Tensor& views)
    {
        const at::Tensor known = at::tensor(m_known);
        const at::Tensor own = m_vectors.index_select(0, known);
        const at::Tensor ownLabels = m_labels.index_select(0, known);
        LogisticHead head;
        if (m_plan.mode == SmartMode::Precise) {
            SelfTrained trained = selfTrain(m_vectors, m_labels, m_classes);
            head = trained.head;
            m_probabilities = trained.probabilities;
        } else {
            head = fitLogistic(own, ownLabels, m_classes);
            m_probabilities = head.probabilities(m_vectors);
        }
        refuse();
        SmartOutcome outcome;
        outcome.metric = "accuracy";
        outcome.quality = crossValidated(own, ownLabels, m_classes, 5);
        outcome.labelled = m_known.size();
        if (!m_free.empty()) {
            answer(head, views, outcome);
            for (const std::int64_t row : nextQuery(m_vectors, m_probabilities, m_free, m_plan.query, m_plan.seed)) {
                outcome.next.push_back(m_looked.pictures[std::size_t(row)]);
            }
        }
        return outcome;
    }

private:
    /// What a person has refused is not said again.
    void refuse()
    {
        std::unordered_map<std::size_t, std::int64_t> rows;
        for (std::size_t i = 0; i < m_looked.pictures.size(); ++i) {
            rows[m_looked.pictures[i]] = std::int64_t(i);
        }
        for (const auto& [picture, classes] : m_plan.refused) {
            const auto row = rows.find(picture);
            if (row == rows.end() || std::int64_t(classes.size()) >= m_classes) {
                continue;
            }
            at::Tensor scores = m_probabilities[row->second];
            for (const std::int64_t label : classes) {
                if (label >= 0 && label < m_classes) {
                    scores[label] = 0;
                }
            }
            scores.div_(scores.sum().clamp_min(1e-12));
        }
    }

    Difficulty difficulty(const LogisticHead& head, const at::Tensor& views, const at::Tensor& free) const
    {
        const at::Tensor answers = std::get<1>(m_probabilities.max(1));
        const at::Tensor disagreement = neighbourDisagreement(normalised(m_vectors), m_labels, answers, 10);
        std::vector<at::Tensor> others;
        for (std::int64_t v = 0; views.defined() && v < views.size(1); ++v) {
            others.push_back(head.probabilities(standardisedAs(views.select(1, v), m_looked.vectors)));
        }
        return rankDifficulty(m_probabilities.index_select(0, free), others, disagreement.index_select(0, free));
    }

    void answer(const LogisticHead& head, const at::Tensor& views, SmartOutcome& outcome) const
    {
        const at::Tensor free = at::tensor(m_free);
        const Difficulty hard = difficulty(head, views, free);
        const auto best = m_probabilities.index_select(0, free).max(1);
        for (std::size_t i = 0; i < m_free.size(); ++i) {
            const auto row = std::int64_t(i);
            SmartAnswer answer;
            answer.picture = m_looked.pictures[std::size_t(m_free[i])];
            answer.confidence = std::get<0>(best)[row].item<double>();
            if (answer.confidence < m_plan.leastConfidence) {
                continue;
            }
            answer.said = {{"label", std::get<1>(best)[row].item<std::int64_t>()}};
            answer.hardness = hard.scores[row].item<double>();
            answer.reason = reasonOf(hard.reasons[i], views.defined());
            outcome.answers.push_back(std::move(answer));
        }
    }

    static HardReason reasonOf(Reason reason, bool hasViews)
    {
        switch (reason) {
        case Reason::Margin:
            return HardReason::NarrowMargin;
        case Reason::Views:
            return hasViews ? HardReason::ViewsDisagree : HardReason::LowConfidence;
        case Reason::Neighbours:
            break;
        }
        return HardReason::NeighboursDisagree;
    }

    const SmartPlan& m_plan;
    const Looked& m_looked;
    at::Tensor m_vectors;
    std::int64_t m_classes;
    at::Tensor m_labels;
    std::vector<std::int64_t> m_known;
    std::vector<std::int64_t> m_free;
    at::Tensor m_probabilities;
};

} // namespace

Result<JobEnd> proposeClasses(JobFolder& folder, const SmartPlan& plan)
{
    Fields job(folder.job());
    const Json& description = job.object("lens");
    const std::string path = job.text("store");
    if (job.failed()) {
        return job.error();
    }
    const Result<ComputeOptions> compute = computeOptions(folder.job().value("options", Json::object()));
    if (!compute) {
        return compute.error();
    }
    setComputeThreads(compute->threads);
    const Result<std::shared_ptr<Lens>> lens = openLens(description);
    if (!lens) {
        return lens.error();
    }
    Result<Looked> looked = look(folder, plan, **lens, path);
    if (!looked) {
        return looked.error();
    }
    if (looked->isStopped) {
        return JobEnd::Stopped;
    }
    ClassProposals proposals(plan, *looked);
    if (proposals.differentClasses() < 2) {
        return failure(ErrorCode::InvalidArgument, "Readable pictures of two labels at least are needed to learn from.");
    }
    at::Tensor views;
    if (plan.comparesViews) {
        views = lookAgain(folder, plan, **lens, path, proposals.freePictures());
        if (!views.defined()) {
            return JobEnd::Stopped;
        }
    }
    folder.setPhase("learning", kLookingShare, 1);
    SmartOutcome outcome = proposals.run(views);
    outcome.unreadable = std::move(looked->unreadable);
    folder.log("Learned from " + std::to_string(outcome.labelled) + " pictures, cross-validated accuracy " +
               std::to_string(outcome.quality) + ".");
    folder.addMetrics(std::int64_t(outcome.labelled), {{"accuracy", outcome.quality}}, "validation");
    if (Result<> written = writeSmartOutcome(folder, plan, std::move(outcome)); !written) {
        return written.error();
    }
    return JobEnd::Done;
}

} // namespace lw::learn
