// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts the engine's ids into words, in the person's language.
#include "models/items/EngineTexts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>

namespace lw::items {

namespace {

constexpr const char* kContext = "lw::items::EngineTexts";

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::items::EngineTexts)
};

struct Line {
    const char* id;
    const char* title;
    const char* hint;
};

// Titles of networks are names and the same in every language.
constexpr std::array kAlgorithms = {
    Line{"shufflenet_v2_x0_5", "ShuffleNet V2 0.5×",
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Small and quick on any computer; the first choice for a few hundred pictures.")},
    Line{"mobilenet_v3_small", "MobileNet V3 small",
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Small and quick, a little more exact when there are thousands of pictures.")},
    Line{"resnet18", "ResNet-18",
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Sturdy and well known; wants more time than the small networks.")},
    Line{"resnet34", "ResNet-34",
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Deeper than ResNet-18; worth it with many pictures.")},
    Line{"resnet50", "ResNet-50",
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "The most exact of these networks and the slowest; made for computers with a CUDA device.")},
    Line{"detector_one_stage", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "One-stage detector"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Finds objects in one look at the picture: quick enough for any computer.")},
    Line{"detector_two_stage", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Two-stage detector (Faster R-CNN)"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Looks for places first and names them then: more exact, and many times slower.")},
    Line{"detector_two_stage_resnet18",
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Two-stage detector with ResNet-18"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "The two-stage detector with a smaller network, for computers without a CUDA device.")},
    Line{"segmenter", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Segmenter"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Names every pixel of a picture.")},
    Line{"contour_assistant", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Four clicks"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Learns from your outlines what the tool “Four clicks” is to find; it finds nothing on its "
                           "own.")},
    Line{"point_and_box", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Point and box"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Answers clicks and boxes in the tool “Point and box”.")},
};

constexpr std::array kParameters = {
    Line{"seconds", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Time limit"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "The training plans its learning rate for this time and ends with it.")},
    Line{"steps", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Steps"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Ends after this number of batches; 0 leaves it to the time.")},
    Line{"batch", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Batch size"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Pictures in each step. More make steps steadier and slower and take more memory.")},
    Line{"rate", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Learning rate"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "How far each step goes. Too high and the loss jumps, too low and nothing is learnt.")},
    Line{"side", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Picture size"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Pictures are scaled to this side. Larger shows small details and takes longer.")},
    Line{"width", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Picture width"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "A multiple of 32. Larger finds smaller objects and takes longer.")},
    Line{"height", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Picture height"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "A multiple of 32. Larger finds smaller objects and takes longer.")},
    Line{"seed", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Seed"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "The same seed and the same data train the same model.")},
    Line{"validations", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Validations"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "How often the model is tried on the validation part; the best one is kept.")},
    Line{"patience", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Patience"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Ends early after this many validations without a better one; 0 never does.")},
    Line{"leastCrop", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Smallest cutting"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Training sees random parts of pictures; this is the smallest share of the area.")},
    Line{"colour", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Colour changes"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Brightness, contrast and colours vary by this much; 0 where colour tells the labels.")},
    Line{"labelSmoothing", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Label smoothing"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Keeps the model from being too sure; helps with wrong labels.")},
    Line{"backboneRate", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Rate of the backbone"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "Share of the learning rate for weights that were there before; 0 leaves them as they are.")},
    Line{"mosaic", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Mosaic"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Share of training pictures put together from four.")},
    Line{"flipsAcross", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Mirror left and right"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Not where left and right differ, as with letters.")},
    Line{"flipsDown", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Mirror up and down"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "For pictures without an up, such as from a microscope.")},
    Line{"threads", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Processor threads"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts",
                           "0: all but one while you annotate, all when the computer is idle.")},
    Line{"device", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Computed on"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Automatic takes a CUDA device when there is one.")},
    Line{"leastScore", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Lowest confidence"),
         QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Answers below it are left out.")},
};

constexpr std::array kMetrics = {
    Line{"accuracy", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Accuracy"), ""},
    Line{"macroF1", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "F1 score"), ""},
    Line{"f1", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "F1 score"), ""},
    Line{"precision", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Precision"), ""},
    Line{"recall", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Recall"), ""},
    Line{"map", "mAP 50:95", ""},
    Line{"map50", "mAP 50", ""},
    Line{"iou", "IoU", ""},
    Line{"builtInIou", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "IoU of the built-in way"), ""},
    Line{"good", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Share with an IoU of 0.8 and more"), ""},
    Line{"outlines", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Outlines learned from"), ""},
    Line{"compared", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Outlines compared on"), ""},
    Line{"miou", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Mean IoU"), ""},
    Line{"loss", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Loss"), ""},
    Line{"classLoss", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Loss of the labels"), ""},
    Line{"boxLoss", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Loss of the boxes"), ""},
    Line{"rate", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Learning rate"), ""},
    Line{"cpu", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Processor"), ""},
    Line{"memory", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Memory"), ""},
    Line{"gpuMemory", QT_TRANSLATE_NOOP("lw::items::EngineTexts", "Memory of the CUDA device"), ""},
};

template <size_t N> const Line* find(const std::array<Line, N>& lines, const QString& id)
{
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const Line& line) { return id == QLatin1String(line.id); });
    return found == lines.end() ? nullptr : &*found;
}

QString translated(const char* text)
{
    return QCoreApplication::translate(kContext, text);
}

/// The order in which a run's numbers are looked for.
constexpr std::array kChief = {"map50", "miou", "accuracy", "macroF1", "map", "f1", "iou"};

QString deviceText(const QString& device)
{
    return device == QLatin1String("auto")   ? Words::tr("automatic")
           : device == QLatin1String("cpu")  ? Words::tr("processor")
           : device == QLatin1String("cuda") ? Words::tr("CUDA device")
                                             : device;
}

} // namespace

QString algorithmTitle(const QString& id)
{
    const Line* line = find(kAlgorithms, id);
    return line ? translated(line->title) : id;
}

QString algorithmHint(const QString& id)
{
    const Line* line = find(kAlgorithms, id);
    return line ? translated(line->hint) : QString();
}

QString parameterTitle(const QString& id)
{
    const Line* line = find(kParameters, id);
    return line ? translated(line->title) : id;
}

QString parameterHint(const QString& id)
{
    const Line* line = find(kParameters, id);
    return line ? translated(line->hint) : QString();
}

QString parameterUnit(const QString& id)
{
    if (id == QLatin1String("seconds")) {
        //: seconds, after a number
        return Words::tr("s");
    }
    const bool isPixels =
        id == QLatin1String("side") || id == QLatin1String("width") || id == QLatin1String("height");
    //: pixels, after a number
    return isPixels ? Words::tr("px") : QString();
}

QString parameterText(const QString& id, const QJsonValue& value)
{
    if (value.isBool()) {
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    }
    if (value.isString()) {
        return id == QLatin1String("device") ? deviceText(value.toString()) : value.toString();
    }
    const QString number = QLocale().toString(value.toDouble(), 'g', 7);
    const QString unit = parameterUnit(id);
    return unit.isEmpty() ? number : Words::tr("%1 %2", "a number and its unit").arg(number, unit);
}

QString engineJobKindText(domain::EngineJobKind kind)
{
    switch (kind) {
    case domain::EngineJobKind::Train:
        return Words::tr("Training");
    case domain::EngineJobKind::Evaluate:
        return Words::tr("Evaluation");
    case domain::EngineJobKind::Predict:
        return Words::tr("Prediction");
    case domain::EngineJobKind::SmartLabel:
        return Words::tr("Smart labelling");
    }
    return {};
}

QString engineJobStateText(domain::EngineJobState state)
{
    switch (state) {
    case domain::EngineJobState::Initialising:
        return Words::tr("Starting");
    case domain::EngineJobState::Queued:
        return Words::tr("Queued");
    case domain::EngineJobState::Running:
        return Words::tr("Running");
    case domain::EngineJobState::Succeeded:
        return Words::tr("Succeeded");
    case domain::EngineJobState::Failed:
        return Words::tr("Failed");
    case domain::EngineJobState::Stopped:
        return Words::tr("Stopped");
    }
    return {};
}

QString metricTitle(const QString& name)
{
    const Line* line = find(kMetrics, name);
    return line ? translated(line->title) : name;
}

bool isShareMetric(const QString& name)
{
    return std::any_of(kChief.begin(), kChief.end(), [&](const char* each) { return name == QLatin1String(each); }) ||
           name == QLatin1String("precision") || name == QLatin1String("recall") || name == QLatin1String("iou") ||
           name == QLatin1String("builtInIou") || name == QLatin1String("good");
}

QString metricText(const QString& name, double value)
{
    const QLocale locale;
    if (isShareMetric(name)) {
        return value < 0 ? QStringLiteral("–") : QString(locale.toString(value * 100, 'f', 1) + locale.percent());
    }
    return locale.toString(value, 'g', 4);
}

std::optional<BestMetric> bestOf(const QJsonObject& metrics)
{
    for (const char* name : kChief) {
        const QJsonValue value = metrics.value(QLatin1String(name));
        if (value.isDouble()) {
            return BestMetric{QLatin1String(name), value.toDouble()};
        }
    }
    return std::nullopt;
}

std::optional<BestMetric> bestMetric(const QJsonObject& result)
{
    if (const auto best = bestOf(result.value(QLatin1String("best")).toObject())) {
        return best;
    }
    const QJsonValue overlap = result.value(QLatin1String("iou")).toObject().value(QLatin1String("mean"));
    if (overlap.isDouble()) {
        return BestMetric{QStringLiteral("miou"), overlap.toDouble()};
    }
    const QJsonArray coco = result.value(QLatin1String("coco")).toObject().value(QLatin1String("numbers")).toArray();
    if (coco.size() == 12) {
        return BestMetric{QStringLiteral("map50"), coco.at(1).toDouble()};
    }
    if (const QJsonValue quality = result.value(QLatin1String("quality")); quality.isDouble()) {
        return BestMetric{result.value(QLatin1String("metric")).toString(), quality.toDouble()};
    }
    return bestOf(result.value(QLatin1String("matrix")).toObject());
}

QString jobTitle(const domain::EngineJob& job)
{
    return job.version.isEmpty() ? job.name : QString(job.name + u' ' + job.version);
}

QString inputsText(const domain::EngineJob& job)
{
    QStringList names;
    for (const domain::JobInput& input : job.inputs) {
        names.append(input.versionName.isEmpty() ? input.datasetName
                                                 : QString(input.datasetName + u' ' + input.versionName));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace lw::items
