// SPDX-License-Identifier: GPL-3.0-or-later
//! What a model says about open pictures, and how much of it is worth showing.
#include "engine/learn/worker/SmartPlan.h"

#include "engine/learn/embed/Difficulty.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/worker/PredictJob.h"
#include "engine/learn/worker/SmartThings.h"
#include "engine/learn/worker/ThreadShare.h"
#include "engine/learn/worker/TrainJob.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace lw::learn {

namespace {

constexpr std::size_t kBatch = 16;
/// A box this much around a threshold could as well have been left out or taken in.
constexpr double kNarrow = 0.12;

/// The pictures of another source, mirrored.
class MirroredPictures final : public PictureSource {
public:
    explicit MirroredPictures(std::shared_ptr<const PictureSource> source) : m_source(std::move(source)) {}

    std::size_t count() const override { return m_source->count(); }
    Result<LoadedPicture> load(std::size_t index, int longSide) const override
    {
        Result<LoadedPicture> loaded = m_source->load(index, longSide);
        if (loaded) {
            Picture& picture = loaded->picture;
            for (int y = 0; y < picture.height; ++y) {
                for (int x = 0; x < picture.width / 2; ++x) {
                    std::swap_ranges(picture.at(x, y), picture.at(x, y) + 3, picture.at(picture.width - 1 - x, y));
                }
            }
        }
        return loaded;
    }

private:
    std::shared_ptr<const PictureSource> m_source;
};

/// Signs that a picture's answer is wrong; greater is worse.
struct Signs {
    double uncertainty = 0;
    double narrowness = 0;
    double disagreement = 0;
    bool isEmpty = false;
};

class ModelProposals {
public:
    ModelProposals(JobFolder& folder, const SmartPlan& plan, Model model, const c10::Device& device)
        : m_folder(folder), m_plan(plan), m_model(std::move(model)), m_device(device),
          m_share(folder, hasFixedThreads(folder.job().value("options", Json::object())))
    {
        for (const std::string& name : m_model.classes) {
            const auto found = std::find(plan.data.classes.begin(), plan.data.classes.end(), name);
            m_toJob.push_back(found == plan.data.classes.end() ? -1 : int(found - plan.data.classes.begin()));
        }
    }

    bool knowsAClass() const
    {
        return std::any_of(m_toJob.begin(), m_toJob.end(), [](int label) { return label >= 0; });
    }

    /// False when the job was stopped.
    bool run(SmartOutcome& outcome)
    {
        Predictor plain(m_model, m_plan.data.pictures, m_device, kNoise);
        const bool isWhole = m_model.kind == ModelKind::Classifier;
        if (!isWhole && !findThresholds(plain, outcome)) {
            return false;
        }
        const bool hasMirror = m_plan.comparesViews && !isWhole;
        Predictor mirrored(m_model, std::make_shared<MirroredPictures>(m_plan.data.pictures), m_device, kNoise);
        for (std::size_t start = 0; start < m_plan.open.size(); start += kBatch) {
            if (m_folder.shouldStop()) {
                return false;
            }
            m_share.follow();
            const std::vector<std::size_t> batch = batchOf(m_plan.open, start);
            const std::vector<Json> said = plain.predict(batch);
            const std::vector<Json> again = hasMirror ? mirrored.predict(batch) : std::vector<Json>();
            for (std::size_t i = 0; i < batch.size(); ++i) {
                if (said[i].contains("error")) {
                    outcome.unreadable.push_back({batch[i], said[i].at("error").get<std::string>()});
                } else if (isWhole) {
                    addClass(batch[i], said[i], outcome);
                } else {
                    addThings(batch[i], said[i], hasMirror ? &again[i] : nullptr, outcome);
                }
            }
            m_folder.setStatus({{"progress", double(std::min(start + kBatch, m_plan.open.size())) /
                                                 double(m_plan.open.size())},
                                {"step", start + batch.size()}});
        }
        rank(outcome);
        return true;
    }

private:
    static std::vector<std::size_t> batchOf(const std::vector<std::size_t>& all, std::size_t start)
    {
        return {all.begin() + std::ptrdiff_t(start), all.begin() + std::ptrdiff_t(std::min(all.size(), start + kBatch))};
    }

    bool findThresholds(Predictor& predictor, SmartOutcome& outcome)
    {
        Thresholds thresholds(m_plan.data.classes.size());
        if (m_plan.leastConfidence < 0 && (!addKnown(predictor, m_plan.data.boxValidation, thresholds) ||
                                           !addKnown(predictor, m_plan.data.maskValidation, thresholds))) {
            return false;
        }
        m_thresholds = thresholds.values();
        if (m_plan.leastConfidence >= 0) {
            m_thresholds.assign(m_plan.data.classes.size(), m_plan.leastConfidence);
        }
        outcome.thresholds = m_thresholds;
        return true;
    }

    template <typename Sample>
    bool addKnown(Predictor& predictor, const std::vector<Sample>& known, Thresholds& thresholds)
    {
        for (const Sample& sample : known) {
            if (m_folder.shouldStop()) {
                return false;
            }
            const std::vector<Json> said = predictor.predict({sample.picture});
            if (!said.front().contains("error")) {
                thresholds.add(sample, translated(said.front(), sample.picture));
            }
        }
        return true;
    }

    /// With the job's labels; what the job has no label for, and what was refused as a whole, is left out.
    Json translated(const Json& said, std::size_t picture) const
    {
        Json list = Json::array();
        const auto refused = m_plan.refused.find(picture);
        for (const Json& each : thingsOf(said)) {
            const int label = labelOf(each);
            const int own = label >= 0 && std::size_t(label) < m_toJob.size() ? m_toJob[std::size_t(label)] : -1;
            const bool isRefused = refused != m_plan.refused.end() &&
                                   std::find(refused->second.begin(), refused->second.end(), own) != refused->second.end();
            if (own >= 0 && !isRefused) {
                Json mine = each;
                mine["label"] = own;
                list.push_back(std::move(mine));
            }
        }
        if (!said.contains("masks")) {
            return {{"objects", std::move(list)}};
        }
        return {{"masks", std::move(list)}, {"width", said.at("width")}, {"height", said.at("height")}};
    }

    std::vector<const Json*> aboveThreshold(const Json& said) const
    {
        std::vector<const Json*> list;
        for (const Json& each : thingsOf(said)) {
            if (scoreOf(each) >= m_thresholds[std::size_t(labelOf(each))]) {
                list.push_back(&each);
            }
        }
        return list;
    }

    void addClass(std::size_t picture, const Json& said, SmartOutcome& outcome)
    {
        const auto scores = said.at("scores").get<std::vector<double>>();
        std::vector<double> own(m_plan.data.classes.size(), 0);
        for (std::size_t i = 0; i < std::min(scores.size(), m_toJob.size()); ++i) {
            if (m_toJob[i] >= 0) {
                own[std::size_t(m_toJob[i])] += scores[i];
            }
        }
        if (const auto refused = m_plan.refused.find(picture); refused != m_plan.refused.end()) {
            for (const std::int64_t label : refused->second) {
                if (label >= 0 && std::size_t(label) < own.size()) {
                    own[std::size_t(label)] = 0;
                }
            }
        }
        std::vector<double> sorted = own;
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        SmartAnswer answer;
        answer.picture = picture;
        answer.confidence = sorted.front();
        if (answer.confidence <= 0 || answer.confidence < m_plan.leastConfidence) {
            return;
        }
        answer.said = {{"label", int(std::max_element(own.begin(), own.end()) - own.begin())}};
        const double margin = sorted.front() - (sorted.size() > 1 ? sorted[1] : 0);
        m_signs.push_back({1 - answer.confidence, 1 - margin, 0, false});
        outcome.answers.push_back(std::move(answer));
    }

    void addThings(std::size_t picture, const Json& said, const Json* mirrored, SmartOutcome& outcome)
    {
        const Json own = translated(said, picture);
        std::vector<const Json*> kept = aboveThreshold(own);
        if (!said.contains("masks")) {
            keepSurest(kept);
        }
        const char* name = said.contains("masks") ? "masks" : "objects";
        SmartAnswer answer;
        answer.picture = picture;
        answer.said = {{name, Json::array()}};
        answer.confidence = kept.empty() ? 0 : 1;
        for (const Json* thing : kept) {
            answer.confidence = std::min(answer.confidence, scoreOf(*thing));
            answer.said[name].push_back(*thing);
        }
        m_signs.push_back(signsOf(own, kept, mirrored, picture));
        outcome.answers.push_back(std::move(answer));
    }

    Signs signsOf(const Json& own, const std::vector<const Json*>& kept, const Json* mirrored, std::size_t picture) const
    {
        Signs signs;
        signs.isEmpty = kept.empty();
        double narrow = 0;
        double strongest = 0;
        for (const Json& thing : thingsOf(own)) {
            const double threshold = m_thresholds[std::size_t(labelOf(thing))];
            narrow += std::abs(scoreOf(thing) - threshold) < kNarrow ? 1 : 0;
            strongest = std::max(strongest, scoreOf(thing) / std::max(threshold, kNoise));
        }
        for (const Json* thing : kept) {
            signs.uncertainty += (1 - scoreOf(*thing)) / double(kept.size());
        }
        if (kept.empty()) {
            // A picture without objects may well be right; one with nearly an object seldom is.
            signs.uncertainty = 0.5 + 0.5 * std::min(strongest, 1.0);
        }
        signs.narrowness = narrow / double(kept.size() + 1);
        if (mirrored && !mirrored->contains("error")) {
            signs.disagreement = disagreement(kept, translated(*mirrored, picture), picture);
        }
        return signs;
    }

    /// Between an answer and that about the mirrored picture.
    double disagreement(const std::vector<const Json*>& kept, Json other, std::size_t picture) const
    {
        if (other.contains("masks")) {
            return maskDisagreement(kept, aboveThreshold(other), other.value("width", 0), other.value("height", 0));
        }
        const Json turned = turnedBack(std::move(other), mirroredWidth(picture));
        return boxDisagreement(kept, aboveThreshold(turned));
    }

    double mirroredWidth(std::size_t picture) const
    {
        const Result<LoadedPicture> loaded = m_plan.data.pictures->load(picture, 32);
        return loaded ? loaded->fullWidth : 0;
    }

    static Json turnedBack(Json said, double width)
    {
        for (Json& each : said["objects"]) {
            each["x"] = width - each.value("x", 0.0) - each.value("width", 0.0);
        }
        return said;
    }

    /// Ranks make signs of different scales count the same.
    void rank(SmartOutcome& outcome) const
    {
        std::vector<float> table;
        for (const Signs& each : m_signs) {
            table.insert(table.end(), {float(each.uncertainty), float(each.narrowness), float(each.disagreement)});
        }
        if (m_signs.empty()) {
            return;
        }
        const at::Tensor values = at::tensor(table).view({-1, 3});
        const at::Tensor places =
            at::stack({ranks(values.select(1, 0)), ranks(values.select(1, 1)), ranks(values.select(1, 2))}, 1);
        const at::Tensor hardness = m_plan.comparesViews && m_model.kind != ModelKind::Classifier ? places.mean(1)
                                                                                              : places.narrow(1, 0, 2).mean(1);
        static constexpr HardReason kReasons[] = {HardReason::LowConfidence, HardReason::NarrowMargin,
                                                  HardReason::MirrorDisagrees};
        std::vector<std::size_t> order(m_signs.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        for (std::size_t i = 0; i < m_signs.size(); ++i) {
            SmartAnswer& answer = outcome.answers[i];
            answer.hardness = hardness[std::int64_t(i)].item<double>();
            const bool hasMirror = m_signs[i].disagreement > 0;
            const at::Tensor row = places[std::int64_t(i)].narrow(0, 0, hasMirror ? 3 : 2);
            answer.reason =
                m_signs[i].isEmpty ? HardReason::NothingFound : kReasons[row.argmax().item<std::int64_t>()];
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return outcome.answers[a].hardness > outcome.answers[b].hardness;
        });
        for (std::size_t i = 0; i < std::min(order.size(), std::size_t(m_plan.query)); ++i) {
            outcome.next.push_back(outcome.answers[order[i]].picture);
        }
    }

    JobFolder& m_folder;
    const SmartPlan& m_plan;
    Model m_model;
    c10::Device m_device;
    ThreadShare m_share;
    std::vector<int> m_toJob; ///< the job's class of each of the model's, or -1
    std::vector<double> m_thresholds;
    std::vector<Signs> m_signs; ///< of the outcome's answers
};

} // namespace

Result<JobEnd> proposeByModel(JobFolder& folder, const SmartPlan& plan, const std::string& modelPath,
                              const std::string& metric, double quality)
{
    const Result<ComputeOptions> compute = computeOptions(folder.job().value("options", Json::object()));
    if (!compute) {
        return compute.error();
    }
    const Result<c10::Device> device = chooseDevice(compute->device);
    Result<Model> model = openModel(modelPath);
    if (!device || !model) {
        return !device ? device.error() : model.error();
    }
    if (model->kind != plan.data.kind) {
        return failure(ErrorCode::Mismatch, "The model has another task than the job.");
    }
    setComputeThreads(compute->threads);
    ModelProposals proposals(folder, plan, std::move(*model), *device);
    if (!proposals.knowsAClass()) {
        return failure(ErrorCode::Mismatch, "The model knows none of the labels.");
    }
    SmartOutcome outcome;
    outcome.metric = metric;
    outcome.quality = quality;
    outcome.labelled = plan.data.all.size() - plan.open.size();
    if (!proposals.run(outcome)) {
        return JobEnd::Stopped;
    }
    if (Result<> written = writeSmartOutcome(folder, plan, std::move(outcome)); !written) {
        return written.error();
    }
    return JobEnd::Done;
}

} // namespace lw::learn
