// SPDX-License-Identifier: GPL-3.0-or-later
//! From rows of the store to the lines of a job.
#include "app/scenarios/JobPictures.h"

#include "engine/vision/Outline.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"
#include "models/store/VersionRepository.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonObject>

#include <algorithm>

namespace lw::scenarios {

using domain::DatasetType;
using domain::SampleUsage;

namespace {

struct Gathering {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Gathering)
};

constexpr qsizetype kLongestName = 255;
constexpr qint64 kReportEvery = 256;
constexpr qint64 kLeastArea = 64; ///< pixels of an outlined object: smaller ones show no outline
const QString kPart = QStringLiteral("part");
const QString kLabel = QStringLiteral("label");

using Visit = std::function<bool(const domain::Sample&, std::vector<domain::Annotation>&&)>;

/// A dataset at a version, or as it is.
struct Source {
    domain::Dataset dataset;
    std::optional<domain::Version> version;
    QHash<domain::LabelId, QString> names;
    QStringList order; ///< label names in the order of the set

    [[nodiscard]] bool hasSplit() const { return version && version->trainRatio.has_value(); }
};

core::Result<Source> sourceOf(store::Store& store, const JobInputChoice& choice)
{
    Source source;
    auto dataset = store::DatasetRepository(store).find(choice.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    source.dataset = std::move(*dataset);
    const store::VersionRepository versions(store);
    if (choice.version.isValid()) {
        auto version = versions.find(choice.version);
        if (!version) {
            return core::failure(version.error());
        }
        source.version = std::move(*version);
    }
    const auto labels = choice.version.isValid() ? versions.labels(choice.version)
                                                 : store::LabelRepository(store).list(choice.dataset);
    if (!labels) {
        return core::failure(labels.error());
    }
    for (const domain::Label& label : *labels) {
        source.names.insert(label.id, label.name);
        source.order.append(label.name);
    }
    return source;
}

core::Result<> forEach(store::Store& store, const Source& source, const Visit& visit)
{
    return source.version ? store::VersionRepository(store).forEach(source.version->id, visit)
                          : store::SampleRepository(store).forEach(source.dataset.id, {}, visit);
}

/// A box that a detector can learn: of anything that covers pixels.
std::optional<QJsonObject> boxOf(const domain::Annotation& annotation)
{
    if (!domain::isArea(annotation.shape.kind)) {
        return std::nullopt;
    }
    const QRectF rect = annotation.shape.boundingRect();
    if (rect.width() <= 0 || rect.height() <= 0) {
        return std::nullopt;
    }
    return QJsonObject{{QStringLiteral("x"), rect.x()},
                       {QStringLiteral("y"), rect.y()},
                       {QStringLiteral("width"), rect.width()},
                       {QStringLiteral("height"), rect.height()}};
}

/// An outline, or the runs of a mask.
std::optional<QJsonObject> maskOf(const domain::Annotation& annotation)
{
    if (annotation.shape.kind == domain::ShapeKind::Mask) {
        const domain::Mask& mask = annotation.shape.mask;
        QJsonArray runs;
        for (const quint32 run : mask.runs) {
            runs.append(qint64(run));
        }
        const QJsonObject json{{QStringLiteral("x"), mask.x},
                               {QStringLiteral("y"), mask.y},
                               {QStringLiteral("width"), mask.width},
                               {QStringLiteral("height"), mask.height},
                               {QStringLiteral("runs"), runs}};
        return QJsonObject{{QStringLiteral("mask"), json}};
    }
    QJsonArray rings;
    for (const std::vector<domain::ImagePoint>& ring : domain::outlineRings(annotation.shape)) {
        QJsonArray points;
        for (const domain::ImagePoint& point : ring) {
            points.append(QJsonArray{point.x, point.y});
        }
        rings.append(points);
    }
    return rings.isEmpty() ? std::nullopt : std::optional(QJsonObject{{QStringLiteral("polygon"), rings}});
}

class Gatherer {
public:
    Gatherer(store::Store& store, const GatherRequest& request, const core::Control& control)
        : m_store(store), m_request(request), m_control(control)
    {
    }

    core::Result<GatheredPictures> run()
    {
        if (auto opened = openSources(); !opened) {
            return core::failure(opened.error());
        }
        if (auto read = findClasses(); !read) {
            return core::failure(read.error());
        }
        for (const Source& source : m_sources) {
            if (auto read = addSource(source); !read) {
                return core::failure(read.error());
            }
        }
        splitOthers();
        return std::move(m_out);
    }

private:
    core::Result<> openSources()
    {
        for (const JobInputChoice& choice : m_request.inputs) {
            auto source = sourceOf(m_store, choice);
            if (!source) {
                return core::failure(source.error());
            }
            m_total += source->version ? source->version->samples : source->dataset.counters.total;
            m_out.inputs.append({source->dataset.uid, source->dataset.name,
                                 source->version ? source->version->name : QString()});
            m_sources.push_back(std::move(*source));
        }
        if (m_sources.empty()) {
            return refusal(Gathering::tr("Choose a dataset first."));
        }
        m_out.type = m_sources.front().dataset.type;
        for (const Source& source : m_sources) {
            if (source.dataset.type != m_out.type) {
                return refusal(Gathering::tr("The datasets are of different types."));
            }
        }
        return jobTask(m_out.type).isEmpty()
                   ? refusal(Gathering::tr("There is no network that learns datasets of this type."))
                   : core::Result<>();
    }

    static core::Result<> refusal(const QString& sentence)
    {
        return core::failure(core::ErrorCode::InvalidArgument, sentence);
    }

    /// Which labels occur, in the order of the label sets: what nobody has labelled cannot be learned.
    core::Result<> findClasses()
    {
        if (m_request.classes) {
            setClasses(*m_request.classes);
            return {};
        }
        QHash<QString, bool> isUsed;
        for (const Source& source : m_sources) {
            const auto read =
                forEach(m_store, source, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& all) {
                    for (const domain::Annotation& annotation : all) {
                        if (sample.state == domain::SampleState::Labelled && isLearnable(annotation)) {
                            isUsed.insert(source.names.value(annotation.labelId), true);
                        }
                    }
                    return !m_control.isCancelled();
                });
            if (!read) {
                return read;
            }
        }
        if (m_control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        QStringList classes;
        for (const Source& source : m_sources) {
            for (const QString& name : source.order) {
                if (isUsed.contains(name) && !classes.contains(name)) {
                    classes.append(name);
                }
            }
        }
        setClasses(classes);
        return {};
    }

    void setClasses(const QStringList& classes)
    {
        m_out.classes = classes;
        for (qsizetype i = 0; i < classes.size(); ++i) {
            m_numbers.insert(classes.at(i), int(i));
        }
    }

    [[nodiscard]] bool isLearnable(const domain::Annotation& annotation) const
    {
        if (m_request.onlyOutlines) {
            return isOutline(annotation);
        }
        const bool isWhole = annotation.shape.kind == domain::ShapeKind::WholeSample;
        return m_out.type == DatasetType::ImageClassification ? isWhole : domain::isArea(annotation.shape.kind);
    }

    [[nodiscard]] bool wantsBoxes() const
    {
        return m_out.type == DatasetType::ObjectDetection && !m_request.onlyOutlines;
    }

    core::Result<> addSource(const Source& source)
    {
        const bool isValidationOnly = m_request.part == UsedPart::Validation && source.hasSplit();
        m_out.isSplitByVersion = m_out.isSplitByVersion || source.hasSplit();
        const auto read =
            forEach(m_store, source, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
                ++m_out.samples;
                if (++m_done % kReportEvery == 0) {
                    m_control.report(m_done, m_total);
                }
                const bool isLeftOut = isValidationOnly && sample.usage != SampleUsage::Eval;
                if (sample.state == domain::SampleState::Labelled) {
                    ++m_out.labelled;
                    if (!isLeftOut && sample.usage != SampleUsage::Test && sample.usage != SampleUsage::Inference) {
                        add(source, sample, std::move(annotations));
                    }
                }
                return !m_control.isCancelled();
            });
        return !read ? read : m_control.isCancelled() ? core::failure(core::ErrorCode::Cancelled) : core::Result<>();
    }

    void add(const Source& source, const domain::Sample& sample, std::vector<domain::Annotation>&& annotations)
    {
        const QString path = domain::absolutePath(sample, source.dataset.inputLocation);
        if (sample.name.toUtf8().size() > kLongestName) {
            m_out.problems.add(core::ProblemCode::NameTooLong, path);
            return;
        }
        if (sample.isMissing || !QFileInfo::exists(path)) {
            m_out.problems.add(core::ProblemCode::FileMissing, path, 0, path);
            return;
        }
        std::ranges::stable_sort(annotations, {}, &domain::Annotation::order);
        QJsonObject picture{{QStringLiteral("path"), path}, {QStringLiteral("id"), sample.id.value}};
        QStringList labels;
        if (!addLabels(source, annotations, picture, labels)) {
            return;
        }
        const bool isTold = m_request.part == UsedPart::TrainingAndValidation;
        if (isTold && source.hasSplit() && sample.usage != SampleUsage::None) {
            setPart(picture, sample.usage == SampleUsage::Eval);
        } else if (isTold) {
            // Ids of the store are unique over datasets.
            m_split.add(sample.id, sample.folder, sample.name, std::move(labels));
            m_unsplit.append({m_out.pictures.size(), sample.id});
        } else {
            setPart(picture, true);
        }
        m_out.pictures.append(picture);
    }

    void setPart(QJsonObject& picture, bool isValidation)
    {
        picture.insert(kPart, isValidation ? QStringLiteral("validation") : QStringLiteral("train"));
        ++(isValidation ? m_out.validation : m_out.training);
    }

    /// False when nothing of it can be learned.
    bool addLabels(const Source& source, const std::vector<domain::Annotation>& annotations, QJsonObject& picture,
                   QStringList& labels)
    {
        QJsonArray objects;
        for (const domain::Annotation& annotation : annotations) {
            const QString name = source.names.value(annotation.labelId);
            const auto number = m_numbers.constFind(name);
            if (!isLearnable(annotation)) {
                continue;
            }
            if (number == m_numbers.constEnd()) {
                ++m_out.otherLabels;
                continue;
            }
            if (m_out.type == DatasetType::ImageClassification) {
                if (labels.isEmpty()) {
                    picture.insert(kLabel, *number);
                }
            } else if (auto object = wantsBoxes() ? boxOf(annotation) : maskOf(annotation)) {
                object->insert(kLabel, *number);
                objects.append(*object);
            } else {
                continue;
            }
            labels.append(name);
        }
        m_out.objects += objects.size();
        if (m_out.type == DatasetType::ImageClassification) {
            m_out.severalLabels += labels.size() > 1 ? 1 : 0;
            return !labels.isEmpty();
        }
        picture.insert(wantsBoxes() ? QStringLiteral("objects") : QStringLiteral("masks"), objects);
        // A model's other labels leave a picture on which there is nothing to find.
        return !labels.isEmpty() || m_request.classes.has_value();
    }

    /// Stratified and the same every time: by names, labels and seed.
    void splitOthers()
    {
        const QHash<domain::SampleId, SampleUsage> usage = m_split.result();
        for (const auto& [row, id] : std::as_const(m_unsplit)) {
            QJsonObject picture = m_out.pictures.at(row).toObject();
            setPart(picture, usage.value(id) == SampleUsage::Eval);
            m_out.pictures.replace(row, picture);
        }
    }

    store::Store& m_store;
    const GatherRequest& m_request;
    const core::Control& m_control;
    std::vector<Source> m_sources;
    QHash<QString, int> m_numbers;
    SampleSplit m_split{m_request.trainRatio, m_request.seed, m_request.isSplitLocked};
    QList<std::pair<qsizetype, domain::SampleId>> m_unsplit; ///< rows of pictures
    qint64 m_done = 0;
    qint64 m_total = 0;
    GatheredPictures m_out;
};

} // namespace

bool isOutline(const domain::Annotation& annotation)
{
    const domain::Shape& shape = annotation.shape;
    if (shape.kind == domain::ShapeKind::Mask) {
        return shape.mask.area() >= kLeastArea;
    }
    double area = 0;
    if (shape.kind == domain::ShapeKind::Polygon) {
        for (const std::vector<domain::ImagePoint>& ring : domain::outlineRings(shape)) {
            area = std::max(area, vision::ringArea(ring));
        }
    }
    return area >= kLeastArea;
}

core::Result<JobInputChoice> jobInputNamed(store::Store& store, const QString& text)
{
    // Names of datasets and versions have no colon.
    const QString name = text.section(u':', 0, 0);
    const auto dataset = store::DatasetRepository(store).findByName(name);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    JobInputChoice choice{dataset->id, {}};
    if (const QString version = text.section(u':', 1); !version.isEmpty()) {
        const auto found = store::VersionRepository(store).findByName(dataset->id, version);
        if (!found) {
            return core::failure(found.error());
        }
        choice.version = found->id;
    }
    return choice;
}

core::Result<GatheredPictures> gatherPictures(store::Store& store, const GatherRequest& request,
                                              const core::Control& control)
{
    return Gatherer(store, request, control).run();
}

QString jobTask(DatasetType type)
{
    switch (type) {
    case DatasetType::ImageClassification:
        return QStringLiteral("classification");
    case DatasetType::ObjectDetection:
        return QStringLiteral("detection");
    case DatasetType::ImageSegmentation:
        return QStringLiteral("segmentation");
    default:
        return {};
    }
}

} // namespace lw::scenarios
