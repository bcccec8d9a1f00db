// SPDX-License-Identifier: GPL-3.0-or-later
//! Settings from the job, the right task, the loop; then the model and its numbers.
#include "engine/learn/worker/TrainJob.h"

#include "engine/learn/base/Files.h"
#include "engine/learn/embed/ConventionSearch.h"
#include "engine/learn/train/DetectorTask.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/train/SideBias.h"
#include "engine/learn/train/TwoStageTask.h"
#include "engine/learn/worker/JobDataset.h"
#include "engine/learn/worker/MaskTasks.h"
#include "engine/learn/worker/ThreadShare.h"

#include <torch/utils.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace lw::learn {

namespace {

/// Passes on to the job folder what happens.
class FolderObserver final : public TrainObserver {
public:
    FolderObserver(JobFolder& folder, bool hasThreadsFixed) : m_folder(folder), m_share(folder, hasThreadsFixed) {}

    bool shouldStop() override { return m_folder.shouldStop(); }

    void stepped(const TrainStatus& status, const Metrics& metrics) override
    {
        m_share.follow();
        Json fields = {
            {"progress", status.progress}, {"step", status.step}, {"seconds", status.seconds}, {"phase", "training"}};
        if (const double left = remaining(status.progress); left >= 0) {
            fields["remaining"] = left;
        }
        m_folder.setStatus(fields);
        // A line for each of thousands of steps helps nobody.
        if (status.step <= 20 || status.step % 10 == 0) {
            Metrics all = metrics;
            all["rate"] = status.rate;
            m_folder.addMetrics(status.step, all, "train");
        }
    }

    void validated(const TrainStatus& status, const Metrics& metrics, bool isBest) override
    {
        m_folder.addMetrics(status.step, metrics, "validation");
        std::string text = "Step " + std::to_string(status.step) + (isBest ? ", best so far:" : ":");
        for (const auto& each : metrics) {
            text += ' ' + each.first + ' ' + std::to_string(each.second);
        }
        m_folder.log(text);
    }

    void noted(const std::string& text) override { m_folder.log(text); }

private:
    /// By the clock, so that validations and whoever else uses the machine count; negative while nothing can be told.
    double remaining(double progress)
    {
        const Clock::time_point now = Clock::now();
        if (m_firstProgress < 0) {
            m_firstProgress = progress;
            m_begun = now;
        }
        const double gained = progress - m_firstProgress;
        const double seconds = std::chrono::duration<double>(now - m_begun).count();
        return gained > 0 ? seconds * (1 - progress) / gained : -1;
    }

    using Clock = std::chrono::steady_clock;

    JobFolder& m_folder;
    ThreadShare m_share;
    Clock::time_point m_begun;
    double m_firstProgress = -1;
};

/// Everything that is read from job.json before training begins.
struct TrainPlan {
    JobDataset data;
    Model model;
    bool isPretrained = false;
    std::shared_ptr<Backbone> backbone; ///< with imported weights, as Start has it
    bool hasConvention = false;         ///< the job names one, or the model that it starts from has one
    TrainSettings loop;
    ComputeOptions compute;
    c10::Device device = c10::Device(c10::kCPU);
};

TrainSettings loopSettings(Fields& options, ModelKind kind)
{
    const bool isDetector = kind == ModelKind::Detector;
    TrainSettings settings;
    settings.budget.seconds = options.number("seconds", 0);
    settings.budget.steps = options.whole("steps", 0);
    settings.budget.cpuSeconds = options.number("cpuSeconds", 0);
    // A segmenter's steps are few and dear: a minute has about seventy.
    const bool isSegmenter = kind == ModelKind::Segmenter;
    settings.schedule = {options.number("rate", isSegmenter ? 4e-3 : 2e-3),
                         options.whole("warmUpSteps", isDetector ? 60 : isSegmenter ? 10 : 30), 0.02};
    settings.emaMost = options.number("emaMost", isDetector ? 0.998 : 0.99);
    settings.validations = int(std::clamp<std::int64_t>(options.whole("validations", 10), 1, 1000));
    settings.patience = int(std::max<std::int64_t>(options.whole("patience", 0), 0));
    settings.seed = std::uint64_t(options.whole("seed", 1));
    settings.checkpointSeconds = options.number("checkpointSeconds", 60);
    return settings;
}

/// Cuts labelled examples out for the search of the convention: whole pictures, or objects.
struct Examples {
    std::vector<Picture> pictures;
    std::vector<std::int64_t> labels;
};

constexpr std::size_t kMostExamples = 240;

Examples examplesOf(const JobDataset& data, PictureCache& cache)
{
    constexpr int kSide = 96;
    Examples examples;
    for (const ClassSample& sample : data.classTraining) {
        const auto source = cache.get(sample.picture);
        if (source && examples.pictures.size() < kMostExamples) {
            examples.pictures.push_back(viewOf(**source, View::Whole, kSide));
            examples.labels.push_back(sample.label);
        }
    }
    for (const DetectionSample& sample : data.boxTraining) {
        const auto source = cache.get(sample.picture);
        for (const LabelledBox& object : sample.objects) {
            if (source && examples.pictures.size() < kMostExamples) {
                examples.pictures.push_back(
                    cutOut(**source, object.box.x, object.box.y, object.box.width, object.box.height, kSide));
                examples.labels.push_back(object.label);
            }
        }
    }
    for (const ContourSample& sample : data.contourTraining) {
        const auto source = cache.get(sample.picture);
        if (source && examples.pictures.size() < kMostExamples) {
            const PixelMap& mask = *sample.mask;
            examples.pictures.push_back(cutOut(**source, mask.x, mask.y, mask.width, mask.height, kSide));
            examples.labels.push_back(1);
            // Next to it, where the picture has more room.
            const int left = mask.x > (*source)->width() / 2 ? mask.x - mask.width : mask.x + mask.width;
            examples.pictures.push_back(cutOut(**source, left, mask.y, mask.width, mask.height, kSide));
            examples.labels.push_back(0);
        }
    }
    for (const SegmentationSample& sample : data.maskTraining) {
        const auto source = cache.get(sample.picture);
        if (!source || examples.pictures.size() >= kMostExamples) {
            continue;
        }
        PixelMap small(0, 0, kSide, kSide);
        const double scaleX = double((*source)->width()) / kSide;
        const double scaleY = double((*source)->height()) / kSide;
        drawLabels(small, sample, (*source)->width(), (*source)->height(), {scaleX, 0, scaleY, 0});
        for (std::size_t label = 0; label < data.classes.size(); ++label) {
            for (const PixelMap& piece : piecesOf(small, std::uint8_t(label + 1), kSide)) {
                examples.pictures.push_back(cutOut(**source, piece.x * scaleX, piece.y * scaleY, piece.width * scaleX,
                                                   piece.height * scaleY, kSide));
                examples.labels.push_back(std::int64_t(label));
            }
        }
    }
    return examples;
}

void findConvention(TrainPlan& plan, JobFolder& folder)
{
    const std::size_t classes = plan.model.kind == ModelKind::Contour ? 2 : plan.model.classes.size();
    if (plan.hasConvention || !plan.backbone || classes < 2) {
        return;
    }
    PictureCache cache(plan.data.pictures, 512, 0);
    const Examples examples = examplesOf(plan.data, cache);
    if (examples.labels.size() < 10) {
        return;
    }
    Backbone& backbone = *plan.backbone;
    backbone.to(plan.device);
    backbone.eval();
    const auto ranking =
        rankConventions(backbone, examples.pictures, examples.labels, std::int64_t(classes), 96, plan.device);
    plan.model.convention = ranking.front().convention;
    for (const ConventionScore& each : ranking) {
        folder.log("Input convention " + conventionName(each.convention) + ": accuracy " +
                   std::to_string(each.accuracy) + ", distance " + std::to_string(each.distance));
    }
}

/// Height by width of most pictures: the middle of some.
double usualShape(const JobDataset& data)
{
    std::vector<double> shapes;
    const auto look = [&](std::size_t picture) {
        if (shapes.size() >= 9) {
            return;
        }
        if (const Result<LoadedPicture> loaded = data.pictures->load(picture, 64)) {
            shapes.push_back(double(loaded->fullHeight) / std::max(loaded->fullWidth, 1));
        }
    };
    for (const DetectionSample& sample : data.boxTraining) {
        look(sample.picture);
    }
    for (const SegmentationSample& sample : data.maskTraining) {
        look(sample.picture);
    }
    if (shapes.empty()) {
        return 1;
    }
    const auto middle = shapes.begin() + std::ptrdiff_t(shapes.size() / 2);
    std::nth_element(shapes.begin(), middle, shapes.end());
    return *middle;
}

/// Sizes of the network's input, within what makes sense. A detector's input has the shape of the pictures: grey
/// borders cost as much time as pictures do.
void readInputSize(Fields& options, const JobDataset& data, Model& model)
{
    const bool isFree = model.kind == ModelKind::Detector || model.kind == ModelKind::Segmenter;
    const std::int64_t free = model.twoStage ? 640 : 320;
    const std::int64_t otherwise = isFree ? free : model.kind == ModelKind::Contour ? 112 : std::min(model.width, 96);
    const std::int64_t side = options.whole("side", otherwise);
    std::int64_t width = options.whole("width", 0);
    std::int64_t height = options.whole("height", 0);
    if (isFree && width == 0 && height == 0) {
        const double shape = usualShape(data);
        const auto fitting = [side](double share) {
            return std::min(side, std::max<std::int64_t>(64, std::int64_t(std::ceil(double(side) * share / 32)) * 32));
        };
        width = shape > 1 ? fitting(1 / shape) : side;
        height = shape > 1 ? side : fitting(shape);
    }
    width = width == 0 ? side : width;
    height = height == 0 ? (isFree ? side : width) : height;
    const std::int64_t step = isFree ? 32 : 1;
    if (width < 32 || height < 32 || width > 2048 || height > 2048 || width % step != 0 || height % step != 0 ||
        (!isFree && width != height)) {
        options.refuse(
            "The input's size must be between 32 and 2048, for detection and segmentation a multiple of 32.");
        return;
    }
    model.width = int(width);
    model.height = int(height);
}

Result<TrainPlan> readPlan(JobFolder& folder)
{
    Result<JobDataset> data = readDataset(folder.job());
    if (!data) {
        return data.error();
    }
    Fields job(folder.job());
    if (data->kind == ModelKind::Contour && data->classes.empty()) {
        data->classes = {"object"};
    }
    const std::string net =
        job.text("net", data->kind != ModelKind::Classifier ? "shufflenet_v2_series_x0_5" : "shufflenet_v2_x0_5");
    const std::string weights = job.text("weights", "");
    Fields options(job.object("options"));
    TrainSettings loop = loopSettings(options, data->kind);
    const std::string convention = options.text("convention", "");
    torch::manual_seed(loop.seed);
    Result<Model> model = makeModel(data->kind, net, data->classes);
    if (!model) {
        return model.error();
    }
    readInputSize(options, *data, *model);
    if (job.failed() || options.failed()) {
        return job.failed() ? job.error() : options.error();
    }
    Result<ComputeOptions> compute = computeOptions(folder.job().value("options", Json::object()));
    if (!compute) {
        return compute.error();
    }
    const Result<c10::Device> device = chooseDevice(compute->device);
    if (!device) {
        return device.error();
    }
    model->convention = {false, false};
    TrainPlan plan{std::move(*data), std::move(*model), !weights.empty(), nullptr, !convention.empty(), loop, *compute,
                   *device};
    plan.loop.checkpoint = folder.file("checkpoint");
    if (plan.model.twoStage) {
        // Its layers are wide: a higher rate makes it forget what it knew.
        plan.loop.schedule.rate = options.number("rate", 2e-4);
    }
    if (plan.isPretrained) {
        const Result<Start> started = startFrom(weights, plan.model);
        if (!started) {
            return started.error();
        }
        folder.log(started->note);
        plan.backbone = started->backbone;
        plan.hasConvention = plan.hasConvention || started->isModel;
    }
    if (!convention.empty()) {
        plan.model.convention = conventionOf(convention);
    }
    return plan;
}

std::unique_ptr<TrainTask> classifierTask(const TrainPlan& plan, Fields& options)
{
    ClassifierSettings settings;
    settings.side = plan.model.width;
    settings.batch = int(std::clamp<std::int64_t>(options.whole("batch", 32), 2, 512));
    settings.leastCrop = std::clamp(options.number("leastCrop", settings.leastCrop), 0.05, 1.0);
    settings.colour = std::clamp(options.number("colour", settings.colour), 0.0, 1.0);
    settings.labelSmoothing = std::clamp(options.number("labelSmoothing", settings.labelSmoothing), 0.0, 0.5);
    settings.backboneRate = plan.isPretrained ? options.number("backboneRate", settings.backboneRate) : 1;
    settings.convention = plan.model.convention;
    settings.seed = plan.loop.seed;
    settings.threads = plan.compute.batchThreads;
    return std::make_unique<ClassifierTask>(plan.model.classifier, plan.data.pictures, plan.data.classTraining,
                                            plan.data.classValidation, int(plan.model.classes.size()), settings,
                                            plan.device);
}

std::unique_ptr<TrainTask> detectorTask(const TrainPlan& plan, Fields& options)
{
    DetectorSettings settings;
    settings.width = plan.model.width;
    settings.height = plan.model.height;
    settings.batch = int(std::clamp<std::int64_t>(options.whole("batch", plan.model.twoStage ? 2 : 8), 1, 128));
    settings.augmentation.mosaic = std::clamp(options.number("mosaic", settings.augmentation.mosaic), 0.0, 1.0);
    settings.augmentation.flipsAcross = options.truth("flipsAcross", true);
    settings.augmentation.flipsDown = options.truth("flipsDown", false);
    settings.backboneRate = plan.isPretrained ? options.number("backboneRate", settings.backboneRate) : 1;
    settings.convention = plan.model.convention;
    settings.seed = plan.loop.seed;
    settings.threads = plan.compute.batchThreads;
    if (plan.model.twoStage) {
        TwoStageSettings stages;
        stages.regionSamples = std::clamp<std::int64_t>(options.whole("regionSamples", 128), 8, 1024);
        return std::make_unique<TwoStageTask>(plan.model.twoStage, plan.data.pictures, plan.data.boxTraining,
                                              plan.data.boxValidation, settings, stages, plan.device);
    }
    return std::make_unique<DetectorTask>(plan.model.detector, plan.data.pictures, plan.data.boxTraining,
                                          plan.data.boxValidation, settings, plan.device);
}

std::unique_ptr<TrainTask> taskOf(const TrainPlan& plan, Fields& options)
{
    const TaskContext context{plan.data,  plan.model, plan.isPretrained, plan.loop.seed, plan.compute.batchThreads,
                              plan.device};
    switch (plan.data.kind) {
    case ModelKind::Detector:
        return detectorTask(plan, options);
    case ModelKind::Segmenter:
        return segmenterTask(context, options);
    case ModelKind::Contour:
        return contourTask(context, options);
    case ModelKind::Classifier:
        break;
    }
    return classifierTask(plan, options);
}

void centreBoxes(const TrainPlan& plan, JobFolder& folder)
{
    DetectorSettings settings;
    settings.width = plan.model.width;
    settings.height = plan.model.height;
    settings.convention = plan.model.convention;
    // Each picture is seen once: room for one is enough.
    PictureCache cache(plan.data.pictures, std::max(settings.width, settings.height), 0);
    const std::size_t count = centreSides(*plan.model.detector, cache, plan.data.boxTraining, settings, plan.device);
    if (count > 0) {
        folder.log("Sizes of boxes set right by " + std::to_string(count) + " boxes of the training.");
    }
}

Result<> saveOutcome(JobFolder& folder, const TrainPlan& plan, const TrainSummary& summary)
{
    plan.model.net().to(c10::Device(c10::kCPU));
    if (Result<> saved = saveModel(folder.output("model.safetensors"), plan.model); !saved) {
        return saved;
    }
    const Json result = {{"steps", summary.status.step},
                         {"seconds", summary.status.seconds},
                         {"cpuSeconds", summary.status.cpuSeconds},
                         {"bestStep", summary.bestStep},
                         {"best", summary.best},
                         {"stopped", summary.wasStopped},
                         {"convention", conventionName(plan.model.convention)},
                         {"net", plan.model.netId},
                         {"width", plan.model.width},
                         {"height", plan.model.height}};
    return replaceFile(folder.output("result.json"), jsonLine(result) + '\n');
}

} // namespace

Result<ComputeOptions> computeOptions(const Json& options)
{
    Fields fields(options);
    ComputeOptions compute;
    compute.device = fields.text("device", "auto");
    const std::int64_t threads = fields.whole("threads", 0);
    const int otherwise = defaultThreads(fields.truth("someoneAnnotates", true));
    compute.threads = threads > 0 ? int(std::min<std::int64_t>(threads, availableCores())) : otherwise;
    compute.batchThreads =
        int(std::clamp<std::int64_t>(fields.whole("batchThreads", std::max(1, otherwise / 4)), 1, 64));
    if (fields.failed()) {
        return fields.error();
    }
    return compute;
}

Result<JobEnd> runTrainJob(JobFolder& folder)
{
    Result<TrainPlan> plan = readPlan(folder);
    if (!plan) {
        return plan.error();
    }
    const JobDataset& data = plan->data;
    if (data.classTraining.size() + data.boxTraining.size() + data.maskTraining.size() + data.contourTraining.size() <
        2) {
        return failure(ErrorCode::InvalidArgument, data.kind == ModelKind::Contour
                                                       ? "Training needs two masks at least."
                                                       : "Training needs two labelled pictures at least.");
    }
    setComputeThreads(plan->compute.threads);
    folder.setStatus({{"phase", "preparing"}});
    findConvention(*plan, folder);
    Fields options(folder.job().contains("options") ? folder.job().at("options") : Json::object());
    const std::unique_ptr<TrainTask> task = taskOf(*plan, options);
    if (options.failed()) {
        return options.error();
    }
    folder.log("Training " + plan->model.netId + " on " + plan->device.str() + " with " +
               std::to_string(plan->compute.threads) + " threads, input " + conventionName(plan->model.convention) +
               ".");
    FolderObserver observer(folder, hasFixedThreads(folder.job().value("options", Json::object())));
    const Result<TrainSummary> summary = train(*task, plan->loop, observer);
    if (!summary) {
        return summary.error();
    }
    if (plan->model.detector) {
        centreBoxes(*plan, folder);
    }
    if (Result<> saved = saveOutcome(folder, *plan, *summary); !saved) {
        return saved.error();
    }
    return summary->wasStopped ? JobEnd::Stopped : JobEnd::Done;
}

} // namespace lw::learn
