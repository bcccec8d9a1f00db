// SPDX-License-Identifier: GPL-3.0-or-later
//! Training as a job; comparing by clicks on held-out outlines that miss by up to two pixels, as the worker's do.
#include "app/scenarios/TeachClicks.h"

#include "app/scenarios/JobPictures.h"
#include "app/scenarios/TrainModel.h"
#include "engine/jobs/EngineShapes.h"
#include "engine/jobs/JobFolders.h"
#include "engine/jobs/ModelLibrary.h"
#include "engine/media/ImageDecoder.h"
#include "engine/vision/ExtremePoints.h"
#include "engine/vision/MaskOps.h"
#include "models/domain/Algorithms.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QRandomGenerator>

#include <algorithm>

namespace lw::scenarios {

namespace {

constexpr qsizetype kMostCompared = 40;
constexpr qsizetype kLongestStem = 48;
constexpr double kMiss = 2;           ///< pixels
constexpr double kWindowPixels = 640; ///< as the canvas shows it to the built-in way
constexpr int kReportsForBoth = 2;

const QString kCompared = QStringLiteral("compared");
const QString kLearned = QStringLiteral("iou");
const QString kBuiltIn = QStringLiteral("builtInIou");
const QString kOutlines = QStringLiteral("outlines");

/// An outline of the part for validation.
struct HeldOut {
    QString path;
    QJsonObject json; ///< polygon or mask
};

QList<HeldOut> heldOutOf(const QJsonObject& body)
{
    QList<HeldOut> all;
    for (const QJsonValue& each : body.value(QStringLiteral("pictures")).toArray()) {
        if (each[QLatin1String("part")].toString() != QLatin1String("validation")) {
            continue;
        }
        for (const QJsonValue& mask : each[QLatin1String("masks")].toArray()) {
            QJsonObject json = mask.toObject();
            json.insert(QStringLiteral("path"), each[QLatin1String("path")]);
            all.append({each[QLatin1String("path")].toString(), json});
        }
    }
    // The last ones of each stretch: spread over all pictures.
    QList<HeldOut> some;
    const qsizetype count = std::min(kMostCompared, all.size());
    for (qsizetype i = 0; i < count; ++i) {
        some.append(all.at((i + 1) * all.size() / count - 1));
    }
    return some;
}

qint64 outlinesIn(const QJsonObject& body)
{
    qint64 count = 0;
    for (const QJsonValue& each : body.value(QStringLiteral("pictures")).toArray()) {
        const bool isLearned = each[QLatin1String("part")].toString() != QLatin1String("validation");
        count += isLearned ? each[QLatin1String("masks")].toArray().size() : 0;
    }
    return count;
}

/// The four extreme points of a mask, each off by up to two pixels: the same ones every time.
vision::ExtremeClicks clicksOn(const domain::Mask& mask, quint32 seed)
{
    QRandomGenerator random(seed);
    const QRect box = mask.boundingRect();
    const domain::Mask rows[] = {
        mask.cropped({box.x(), box.y(), box.width(), 1}), mask.cropped({box.x(), box.y(), 1, box.height()}),
        mask.cropped({box.x(), box.bottom(), box.width(), 1}), mask.cropped({box.right(), box.y(), 1, box.height()})};
    vision::ExtremeClicks clicks;
    for (size_t i = 0; i < clicks.size(); ++i) {
        const auto off = [&random] { return random.bounded(2 * kMiss) - kMiss; };
        const QPointF middle = QRectF(rows[i].boundingRect()).center();
        clicks[i] = {middle.x() + off(), middle.y() + off()};
    }
    return clicks;
}

/// Keeps the last picture: outlines of one come together.
class BuiltInWay {
public:
    /// -1 when the picture cannot be read.
    double overlap(const HeldOut& object, quint32 seed, const core::Control& control)
    {
        if (object.path != m_path) {
            const auto decoded = media::decodeImage(object.path, {}, core::Control{control.stop, {}});
            m_picture = decoded ? decoded->picture : QImage();
            m_path = object.path;
        }
        if (m_picture.isNull()) {
            return -1;
        }
        const domain::Mask truth = vision::maskOf(worker::outlineIn(object.json), m_picture.size());
        if (truth.isEmpty()) {
            return -1;
        }
        vision::ExtremeClicks clicks = clicksOn(truth, seed);
        for (domain::ImagePoint& click : clicks) {
            click = {std::clamp(click.x, 0.0, double(m_picture.width())),
                     std::clamp(click.y, 0.0, double(m_picture.height()))};
        }
        const auto found = vision::contourFromClicks(window(vision::contourWindow(clicks, m_picture.size())), clicks,
                                                     {}, control.stop);
        return found ? vision::overlapOf(truth,
                                         vision::maskOf(domain::Shape::polygon(found->front().rings), m_picture.size()))
                     : 0;
    }

private:
    [[nodiscard]] vision::PictureWindow window(const QRectF& area) const
    {
        const QRect whole = area.toAlignedRect() & m_picture.rect();
        QImage pixels = m_picture.copy(whole);
        if (std::max(whole.width(), whole.height()) > kWindowPixels) {
            pixels =
                pixels.scaled(int(kWindowPixels), int(kWindowPixels), Qt::KeepAspectRatio, Qt::SmoothTransformation);
        }
        return {pixels, QRectF(whole), m_picture.size()};
    }

    QString m_path;
    QImage m_picture;
};

QList<double> toNumbers(const QJsonArray& list)
{
    QList<double> numbers;
    for (const QJsonValue& each : list) {
        numbers.append(each.toDouble(-1));
    }
    return numbers;
}

TaughtClicks taught(const domain::LibraryModel& model)
{
    TaughtClicks taught{model, model.metrics.value(kOutlines).toInteger(), {}};
    if (model.metrics.contains(kCompared)) {
        taught.comparison =
            ClickComparison{model.metrics.value(kCompared).toInteger(), model.metrics.value(kLearned).toDouble(),
                            model.metrics.value(kBuiltIn).toDouble()};
    }
    return taught;
}

std::vector<domain::LibraryModel> modelsOf(const QString& projectFolder, const QString& datasetUid)
{
    std::vector<domain::LibraryModel> models = worker::ModelLibrary(projectFolder).list();
    std::erase_if(models, [&](const domain::LibraryModel& each) {
        return worker::useOf(each) != worker::ModelUse::FourClicks || worker::taughtOn(each) != datasetUid;
    });
    return models;
}

} // namespace

core::Result<qint64> countOutlines(store::Store& store, domain::DatasetId dataset, const core::Control& control)
{
    qint64 count = 0;
    const auto read = store::SampleRepository(store).forEach(
        dataset, {}, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
            if (sample.state == domain::SampleState::Labelled) {
                count += std::ranges::count_if(annotations, &isOutline);
            }
            return !control.isCancelled();
        });
    if (!read) {
        return core::failure(read.error());
    }
    return control.isCancelled() ? core::Result<qint64>(core::failure(core::ErrorCode::Cancelled)) : count;
}

core::Result<domain::EngineJob> startTeaching(store::Store& store, domain::DatasetId dataset,
                                              const core::Control& control)
{
    const auto facts = store::DatasetRepository(store).find(dataset);
    if (!facts) {
        return core::failure(facts.error());
    }
    TrainingRequest request;
    request.name = facts->name.left(kLongestStem) + QStringLiteral("-four-clicks");
    request.inputs = {{dataset, {}}};
    request.algorithm = domain::kClickAlgorithm;
    const domain::Algorithm* algorithm = domain::algorithmOf(request.algorithm);
    for (const domain::LibraryModel& each : worker::ModelLibrary(store.folder()).list()) {
        if (worker::useOf(each) == worker::ModelUse::Start && worker::hasWeights(each) && each.net == algorithm->net) {
            request.model = each.id;
            break;
        }
    }
    auto started = startTraining(store, request, control);
    if (!started) {
        return core::failure(started.error());
    }
    return std::move(started->job);
}

core::Result<ClickComparison> compareClicks(const QString& projectFolder, const domain::LibraryModel& model,
                                            const AskEngine& ask, const core::Control& control)
{
    const auto body = worker::JobFolders(projectFolder).body(model.jobId);
    if (!body) {
        return core::failure(body.error());
    }
    const QList<HeldOut> objects = heldOutOf(*body);
    QJsonArray list;
    for (const HeldOut& each : objects) {
        list.append(each.json);
    }
    ClickComparison comparison;
    QList<double> learned;
    if (!objects.isEmpty()) {
        const auto scored = ask(QStringLiteral("contour-score"),
                                {{QStringLiteral("model"), model.file}, {QStringLiteral("objects"), list}},
                                core::Control{control.stop, {}});
        if (!scored) {
            return core::failure(scored.error());
        }
        learned = toNumbers(scored->value(QStringLiteral("overlaps")).toArray());
    }
    BuiltInWay builtIn;
    for (qsizetype i = 0; i < std::min(objects.size(), learned.size()); ++i) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        control.report(objects.size() + i, objects.size() * kReportsForBoth);
        const double overlap = learned.at(i) < 0 ? -1 : builtIn.overlap(objects.at(i), quint32(i + 1), control);
        if (overlap >= 0) {
            ++comparison.compared;
            comparison.learned += learned.at(i);
            comparison.builtIn += overlap;
        }
    }
    const double count = double(std::max<qint64>(comparison.compared, 1));
    comparison.learned /= count;
    comparison.builtIn /= count;
    const auto kept = worker::ModelLibrary(projectFolder)
                          .addMetrics(model.id, {{kCompared, comparison.compared},
                                                 {kLearned, comparison.learned},
                                                 {kBuiltIn, comparison.builtIn},
                                                 {kOutlines, outlinesIn(*body)}});
    return kept ? core::Result<ClickComparison>(comparison) : core::failure(kept.error());
}

std::optional<TaughtClicks> taughtClicks(const QString& projectFolder, const QString& datasetUid)
{
    std::optional<TaughtClicks> newest;
    for (const domain::LibraryModel& each : modelsOf(projectFolder, datasetUid)) {
        TaughtClicks here = taught(each);
        if (here.isBetter()) {
            return here;
        }
        if (!newest && here.comparison) {
            newest = std::move(here);
        }
    }
    return newest;
}

std::vector<domain::LibraryModel> uncomparedClicks(const QString& projectFolder, const QString& datasetUid)
{
    std::vector<domain::LibraryModel> models = modelsOf(projectFolder, datasetUid);
    std::erase_if(models, [](const domain::LibraryModel& each) {
        return each.metrics.contains(kCompared) || each.jobId.isEmpty();
    });
    return models;
}

} // namespace lw::scenarios
