// SPDX-License-Identifier: GPL-3.0-or-later
//! Verdicts and their groups.
#include "engine/learn/worker/SampleVerdict.h"

#include "engine/learn/data/Warp.h"
#include "engine/learn/embed/Embedding.h"
#include "engine/learn/embed/HandFeatures.h"

#include <algorithm>
#include <functional>

namespace lw::learn {

namespace {

constexpr double kUnsure = 0.2;    ///< between the first two classes
constexpr double kMisplaced = 0.6; ///< overlap below which a box that was found does not sit well
constexpr std::size_t kGroups = 4;
constexpr std::size_t kLeastGroup = 3; ///< samples
constexpr int kMeasuredSide = 160;

/// The value of a feature for each verdict; NaN where there is none.
struct Feature {
    const char* name;
    std::vector<double> values;
};

double saturationOf(const Picture& picture)
{
    double sum = 0;
    const std::size_t count = picture.pixels.size() / 3;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t* pixel = &picture.pixels[3 * i];
        const int most = std::max({pixel[0], pixel[1], pixel[2]});
        const int least = std::min({pixel[0], pixel[1], pixel[2]});
        sum += most > 0 ? double(most - least) / most : 0;
    }
    return count > 0 ? sum / double(count) : 0;
}

std::vector<Feature> measured(std::vector<Verdict>& verdicts, const PictureSource& pictures, bool hasObjects)
{
    std::vector<Feature> features = {{"brightness", {}}, {"sharpness", {}}, {"saturation", {}},
                                     {"pixels", {}},     {"aspect", {}}};
    std::vector<Verdict> readable;
    for (Verdict& verdict : verdicts) {
        Result<LoadedPicture> loaded = pictures.load(verdict.picture, kMeasuredSide);
        if (!loaded || loaded->fullWidth <= 0 || loaded->fullHeight <= 0) {
            continue;
        }
        const double width = loaded->fullWidth;
        const double height = loaded->fullHeight;
        const Picture small = viewOf(Pyramid(std::move(*loaded)), View::Whole, kMeasuredSide);
        const PictureMeasures measures = measuresOf(small);
        const double values[] = {measures.brightness, measures.sharpness, saturationOf(small), width * height,
                                 width / height};
        for (std::size_t i = 0; i < features.size(); ++i) {
            features[i].values.push_back(values[i]);
        }
        verdict.objectArea = verdict.objects > 0 ? verdict.objectArea / (width * height) : 0;
        readable.push_back(std::move(verdict));
    }
    verdicts = std::move(readable);
    if (hasObjects) {
        Feature objects{"objects", {}};
        Feature area{"objectArea", {}};
        for (const Verdict& verdict : verdicts) {
            objects.values.push_back(verdict.objects);
            area.values.push_back(verdict.objectArea);
        }
        features.push_back(std::move(objects));
        features.push_back(std::move(area));
    }
    return features;
}

/// Share of right answers among all of a group; of boxes the F1.
double groupScore(const std::vector<const Verdict*>& group)
{
    double right = 0;
    double mistakes = 0;
    for (const Verdict* each : group) {
        right += each->right;
        mistakes += each->mistakes;
    }
    const double all = 2 * right + mistakes;
    return all > 0 ? 2 * right / all : 1;
}

Json groupJson(const std::vector<std::size_t>& order, std::size_t from, std::size_t to, const Feature& feature,
               const std::vector<Verdict>& verdicts)
{
    std::vector<const Verdict*> group;
    for (std::size_t i = from; i < to; ++i) {
        group.push_back(&verdicts[order[i]]);
    }
    return {{"least", feature.values[order[from]]},
            {"most", feature.values[order[to - 1]]},
            {"samples", group.size()},
            {"score", groupScore(group)}};
}

/// Equal values stay together, so groups may be of different sizes.
Json groupsOf(const Feature& feature, const std::vector<Verdict>& verdicts)
{
    std::vector<std::size_t> order(verdicts.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return feature.values[a] < feature.values[b]; });
    const std::size_t wanted = std::clamp<std::size_t>(order.size() / kLeastGroup, 1, kGroups);
    Json groups = Json::array();
    std::size_t from = 0;
    for (std::size_t number = 1; number <= wanted && from < order.size(); ++number) {
        std::size_t to = std::max(from + 1, order.size() * number / wanted);
        while (to < order.size() && feature.values[order[to]] == feature.values[order[to - 1]]) {
            ++to;
        }
        groups.push_back(groupJson(order, from, to, feature, verdicts));
        from = to;
    }
    return groups;
}

} // namespace

Verdict judge(std::size_t picture, int label, const std::vector<double>& scores)
{
    Verdict verdict;
    verdict.picture = picture;
    verdict.isTrue = label;
    std::vector<std::size_t> order(scores.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    verdict.isSaid = int(order.front());
    verdict.score = scores[std::size_t(label)];
    const bool isRight = verdict.isSaid == label;
    if (!isRight) {
        verdict.reasons.emplace_back("wrong");
    }
    if (order.size() > 1 && scores[order[0]] - scores[order[1]] < kUnsure) {
        verdict.reasons.emplace_back("unsure");
    }
    // An accuracy of whole pictures: what is wrong counts as a mistake twice, so that groupScore() is their share.
    verdict.right = isRight ? 1 : 0;
    verdict.mistakes = isRight ? 0 : 2;
    return verdict;
}

Verdict judge(std::size_t picture, const std::vector<TrueBox>& truth, const std::vector<DetectedBox>& found,
              double leastScore)
{
    Verdict verdict;
    verdict.picture = picture;
    verdict.objects = double(truth.size());
    for (const TrueBox& each : truth) {
        verdict.objectArea += each.area / double(truth.size());
    }
    std::vector<DetectedBox> said;
    std::copy_if(found.begin(), found.end(), std::back_inserter(said),
                 [&](const DetectedBox& each) { return each.score >= leastScore; });
    std::stable_sort(said.begin(), said.end(),
                     [](const DetectedBox& a, const DetectedBox& b) { return a.score > b.score; });
    std::vector<bool> isTaken(truth.size(), false);
    double fit = 0;
    int extra = 0;
    int wrong = 0;
    int misplaced = 0;
    for (const DetectedBox& each : said) {
        std::size_t best = truth.size();
        double most = 0.5;
        for (std::size_t i = 0; i < truth.size(); ++i) {
            const double shared = isTaken[i] ? 0 : overlap(each.box, truth[i].box);
            if (shared >= most) {
                most = shared;
                best = i;
            }
        }
        if (best == truth.size()) {
            ++extra;
            continue;
        }
        isTaken[best] = true;
        if (truth[best].label != each.label) {
            ++wrong;
            continue;
        }
        ++verdict.right;
        fit += most;
        misplaced += most < kMisplaced ? 1 : 0;
    }
    const auto missed = std::count(isTaken.begin(), isTaken.end(), false);
    verdict.mistakes = double(extra) + 2.0 * wrong + double(missed);
    const std::pair<bool, const char*> reasons[] = {
        {missed > 0, "missed"}, {wrong > 0, "wrong"}, {extra > 0, "extra"}, {misplaced > 0, "misplaced"}};
    for (const auto& reason : reasons) {
        if (reason.first) {
            verdict.reasons.emplace_back(reason.second);
        }
    }
    // Of pictures with the same mistakes, the one whose boxes sit worse comes first.
    const double all = 2 * verdict.right + verdict.mistakes;
    const double looseness = verdict.right > 0 ? 1 - fit / verdict.right : 0;
    verdict.score = all > 0 ? std::max(0.0, 2 * verdict.right / all - 0.1 * looseness) : 1;
    return verdict;
}

Json sensitivity(const std::vector<Verdict>& verdicts, const PictureSource& pictures, bool hasObjects)
{
    std::vector<Verdict> readable = verdicts;
    const std::vector<Feature> features = measured(readable, pictures, hasObjects);
    Json list = Json::array();
    for (const Feature& feature : features) {
        if (!readable.empty()) {
            list.push_back({{"feature", feature.name}, {"groups", groupsOf(feature, readable)}});
        }
    }
    return list;
}

} // namespace lw::learn
