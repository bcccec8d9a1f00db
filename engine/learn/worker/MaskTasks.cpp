// SPDX-License-Identifier: GPL-3.0-or-later
//! Settings of trainings, masks as JSON, evaluation by pixels and by objects.
#include "engine/learn/worker/MaskTasks.h"

#include "engine/learn/evaluate/CocoEvaluator.h"
#include "engine/learn/worker/EvaluationJson.h"
#include "engine/learn/worker/JobMasks.h"

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

constexpr double kLeastShare = 0.0005; ///< of a picture's pixels: smaller pieces are noise
constexpr double kLongestSide = 1024;
/// A confusion of this share of a picture's pixels, or of a class's, can be seen.
constexpr double kNoticeablePixels = 0.005;
constexpr double kNoticeableClass = 0.2;

/// A mask at another size.
PixelMap resized(const PixelMap& mask, double scale, int width, int height)
{
    PixelMap small(0, 0, width, height);
    for (int y = std::max(int(mask.y * scale), 0); y < std::min(int((mask.y + mask.height) * scale) + 1, height); ++y) {
        for (int x = std::max(int(mask.x * scale), 0); x < std::min(int((mask.x + mask.width) * scale) + 1, width);
             ++x) {
            *small.find(x, y) = mask.at(int((x + 0.5) / scale), int((y + 0.5) / scale));
        }
    }
    return tightened(small);
}

Box boxOf(const PixelMap& mask)
{
    return {double(mask.x), double(mask.y), double(mask.width), double(mask.height)};
}

/// Compares one picture after the other, at a common size.
class MaskComparison {
public:
    explicit MaskComparison(int classes) : m_classes(classes), m_matrix(classes, true) {}

    void add(const SegmentationSample& sample, const Json& said)
    {
        const int width = said.at("width").get<int>();
        const int height = said.at("height").get<int>();
        const double scale = std::min(1.0, kLongestSide / std::max(width, height));
        PixelMap truth(0, 0, std::max(1, int(width * scale)), std::max(1, int(height * scale)));
        drawLabels(truth, sample, width, height, {1 / scale, 0, 1 / scale, 0});
        PixelMap answer(0, 0, truth.width, truth.height);
        const auto image = std::int64_t(sample.picture);
        // The most confident piece is drawn last: it lies on top.
        for (auto each = said.at("masks").rbegin(); each != said.at("masks").rend(); ++each) {
            const Result<LabelledMask> mask = readMask(*each);
            if (!mask || !mask->pixels) {
                continue;
            }
            const int label = each->at("label").get<int>();
            PixelMap small = resized(*mask->pixels, scale, truth.width, truth.height);
            for (int y = small.y; y < small.y + small.height; ++y) {
                for (int x = small.x; x < small.x + small.width; ++x) {
                    if (*small.find(x, y) != 0) {
                        *answer.find(x, y) = std::uint8_t(label + 1);
                    }
                }
            }
            m_found.push_back({image, label, boxOf(small), each->at("score").get<double>(), double(small.area())});
            m_foundMasks.push_back(std::move(small));
        }
        addPixels(sample.picture, truth, answer);
        addObjects(sample, truth, scale, image);
    }

    MaskEvaluation result() const
    {
        const std::vector<double> overlaps = classOverlaps(m_matrix);
        const CocoNumbers numbers =
            evaluateCoco(m_truth, m_found, m_classes, [this](std::size_t isTrue, std::size_t found) {
                return maskOverlap(m_trueMasks[isTrue], m_foundMasks[found]);
            });
        const double mean = meanOverlap(overlaps);
        const double accuracy = m_matrix.accuracy();
        return {{{"iou", {{"mean", mean}, {"classes", overlaps}, {"accuracy", accuracy}}},
                 {"matrix", matrixJson(m_matrix)},
                 {"coco", cocoJson(numbers)},
                 {"summary", {{"miou", mean}, {"accuracy", accuracy}, {"ap", numbers.ap()}, {"ap50", numbers.ap50()}}}},
                m_verdicts};
    }

private:
    void addPixels(std::size_t picture, const PixelMap& truth, const PixelMap& answer)
    {
        ConfusionMatrix own(m_classes, true);
        const auto classOf = [&](std::uint8_t value) { return value == 0 ? own.background() : int(value) - 1; };
        for (std::size_t i = 0; i < truth.values.size(); ++i) {
            if (truth.values[i] != kIgnoredPixel) {
                own.add(classOf(truth.values[i]), classOf(answer.values[i]));
            }
        }
        Verdict verdict;
        verdict.picture = picture;
        const std::vector<double> overlaps = classOverlaps(own);
        const bool isEmpty = std::all_of(overlaps.begin(), overlaps.end(), [](double each) { return each < 0; });
        verdict.score = isEmpty ? 1 : meanOverlap(overlaps);
        const std::vector<ClassRow> rows = own.rows();
        for (std::size_t i = 0; i < overlaps.size(); ++i) {
            const ClassRow& row = rows[i];
            const auto note = [&](const char* reason) {
                if (std::find(verdict.reasons.begin(), verdict.reasons.end(), reason) == verdict.reasons.end()) {
                    verdict.reasons.emplace_back(reason);
                }
            };
            if (row.isTrue > 0 && row.isRight == 0) {
                note("missed");
            } else if (row.isTrue == 0 && row.isSaid > 0) {
                note("extra");
            } else if (overlaps[i] >= 0 && overlaps[i] < 0.5) {
                note("rough");
            }
            verdict.right += double(row.isRight);
        }
        const double known = double(truth.values.size());
        for (int i = 0; i < own.size(); ++i) {
            double row = 0;
            for (int j = 0; j < own.size(); ++j) {
                verdict.mistakes += i != j ? double(own.at(i, j)) : 0;
                m_matrix.add(i, j, own.at(i, j));
                row += double(own.at(i, j));
            }
            for (int j = 0; j < own.size(); ++j) {
                const auto count = double(own.at(i, j));
                if (i != j && count > 0 && count >= std::min(kNoticeablePixels * known, kNoticeableClass * row)) {
                    verdict.cells.emplace_back(i, j);
                }
            }
        }
        m_verdicts.push_back(std::move(verdict));
    }

    void addObject(int label, PixelMap mask, std::int64_t image)
    {
        if (!mask.values.empty()) {
            m_truth.push_back({image, label, boxOf(mask), double(mask.area()), false});
            m_trueMasks.push_back(std::move(mask));
        }
    }

    /// Objects as they were labelled; a map tells no objects, its pieces are taken for them.
    void addObjects(const SegmentationSample& sample, const PixelMap& truth, double scale, std::int64_t image)
    {
        for (const LabelledMask& object : sample.objects) {
            if (const auto pixels = pixelsOf(object)) {
                addObject(object.label, resized(**pixels, scale, truth.width, truth.height), image);
            }
        }
        const auto least = std::int64_t(kLeastShare * double(truth.values.size()));
        for (int label = 0; label < m_classes && sample.map; ++label) {
            for (PixelMap& piece : piecesOf(truth, std::uint8_t(label + 1), std::max<std::int64_t>(least, 1))) {
                addObject(label, std::move(piece), image);
            }
        }
    }

    int m_classes;
    ConfusionMatrix m_matrix;
    std::vector<TrueBox> m_truth;
    std::vector<PixelMap> m_trueMasks;
    std::vector<DetectedBox> m_found;
    std::vector<PixelMap> m_foundMasks;
    std::vector<Verdict> m_verdicts;
};

} // namespace

ContourSettings contourSettings(const Model& model)
{
    ContourSettings settings;
    settings.side = model.width;
    settings.convention = model.convention;
    return settings;
}

SegmenterSettings segmenterSettings(const Model& model)
{
    SegmenterSettings settings;
    settings.width = model.width;
    settings.height = model.height;
    settings.convention = model.convention;
    return settings;
}

std::unique_ptr<TrainTask> segmenterTask(const TaskContext& context, Fields& options)
{
    SegmenterSettings settings = segmenterSettings(context.model);
    settings.batch = int(std::clamp<std::int64_t>(options.whole("batch", 8), 2, 128));
    settings.augmentation.leastScale = std::clamp(options.number("leastScale", 0.75), 0.2, 1.0);
    settings.augmentation.mostScale = std::clamp(options.number("mostScale", 2.0), 1.0, 4.0);
    settings.augmentation.flipsAcross = options.truth("flipsAcross", true);
    settings.augmentation.flipsDown = options.truth("flipsDown", false);
    settings.backboneRate = context.isPretrained ? options.number("backboneRate", settings.backboneRate) : 1;
    settings.seed = context.seed;
    settings.threads = context.threads;
    return std::make_unique<SegmenterTask>(context.model.segmenter, context.data.pictures, context.data.maskTraining,
                                           context.data.maskValidation, settings, context.device);
}

std::unique_ptr<TrainTask> contourTask(const TaskContext& context, Fields& options)
{
    ContourSettings settings = contourSettings(context.model);
    settings.batch = int(std::clamp<std::int64_t>(options.whole("batch", 16), 2, 256));
    settings.colour = std::clamp(options.number("colour", settings.colour), 0.0, 1.0);
    settings.noise = std::clamp(options.number("noise", settings.noise), 0.0, 20.0);
    settings.backboneRate = context.isPretrained ? options.number("backboneRate", 1) : 1;
    settings.seed = context.seed;
    settings.threads = context.threads;
    return std::make_unique<ContourTask>(context.model.contour, context.data.pictures, context.data.contourTraining,
                                         context.data.contourValidation, settings, context.device);
}

Json masksOf(const Model& model, const Pyramid& picture, const c10::Device& device, double leastScore)
{
    const SegmentedPicture said = segment(*model.segmenter, picture, segmenterSettings(model), device);
    const double tolerance = std::max(1.0, std::max(said.fullWidth, said.fullHeight) / 800.0);
    Json masks = Json::array();
    for (const FoundMask& found : piecesOf(said, kLeastShare, leastScore)) {
        masks.push_back({{"label", found.label},
                         {"score", found.confidence},
                         {"mask", maskJson(found.mask)},
                         {"polygon", ringsJson(outlineOf(found.mask, tolerance))}});
    }
    return {{"masks", std::move(masks)}, {"width", said.fullWidth}, {"height", said.fullHeight}};
}

MaskEvaluation compareMasks(const JobDataset& data, const std::map<std::size_t, Json>& predictions)
{
    MaskComparison comparison(int(data.classes.size()));
    for (const auto* samples : {&data.maskTraining, &data.maskValidation}) {
        for (const SegmentationSample& sample : *samples) {
            const auto said = predictions.find(sample.picture);
            if (said != predictions.end() && said->second.contains("masks")) {
                comparison.add(sample, said->second);
            }
        }
    }
    return comparison.result();
}

} // namespace lw::learn
