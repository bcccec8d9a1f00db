// SPDX-License-Identifier: GPL-3.0-or-later
//! From the worker's lines to a manifest.
#include "app/scenarios/PictureProbe.h"
#include "app/scenarios/UseModel.h"
#include "engine/formats/FormatRegistry.h"
#include "engine/jobs/EngineShapes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>

namespace lw::scenarios {

namespace {

struct Writing {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Writing)
};

/// What all lines of a job share.
struct Author {
    QString name;
    qint64 time = 0;
    QStringList labels;
};

formats::NamedAnnotation named(const Author& author, int label, domain::Shape shape, double confidence, int order)
{
    domain::Annotation annotation;
    annotation.shape = std::move(shape);
    annotation.order = order;
    annotation.confidence = std::clamp(confidence, 0.0, 1.0);
    annotation.author = author.name;
    annotation.createdAt = author.time;
    return {author.labels.value(label), std::move(annotation)};
}

domain::Shape shapeOf(const QJsonObject& object)
{
    const auto number = [&](const char* key) { return object.value(QLatin1String(key)).toDouble(); };
    return domain::Shape::box({number("x"), number("y")},
                              {number("x") + number("width"), number("y") + number("height")});
}

domain::Shape maskShape(const QJsonObject& object)
{
    return domain::Shape::fromMask(worker::maskIn(object));
}

/// The annotations of one line of predictions.jsonl.
std::vector<formats::NamedAnnotation> annotationsOf(const QJsonObject& line, const Author& author)
{
    std::vector<formats::NamedAnnotation> list;
    const QJsonArray scores = line.value(QStringLiteral("scores")).toArray();
    if (!scores.isEmpty()) {
        int best = 0;
        for (int i = 1; i < scores.size(); ++i) {
            best = scores.at(i).toDouble() > scores.at(best).toDouble() ? i : best;
        }
        list.push_back(named(author, best, domain::Shape::wholeSample(), scores.at(best).toDouble(), 0));
    }
    const auto addAll = [&](const char* key, auto&& makeShape) {
        for (const QJsonValue& each : line.value(QLatin1String(key)).toArray()) {
            const QJsonObject object = each.toObject();
            domain::Shape shape = makeShape(object);
            if (shape.isValid()) {
                list.push_back(named(author, object.value(QStringLiteral("label")).toInt(-1), std::move(shape),
                                     object.value(QStringLiteral("score")).toDouble(), int(list.size())));
            }
        }
    };
    addAll("objects", shapeOf);
    addAll("masks", maskShape);
    return list;
}

/// Puts a finished folder's entries beside the file, the manifest last.
core::Result<> moveIn(const QString& folder, const QString& manifest, const QString& file)
{
    const QDir from(folder);
    const QDir to = QFileInfo(file).absoluteDir();
    const QString name = QFileInfo(manifest).fileName();
    QStringList entries = from.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    entries.removeAll(name);
    for (const QString& entry : std::as_const(entries)) {
        if (to.exists(entry)) {
            return core::failure(core::ErrorCode::AlreadyExists, {}, to.filePath(entry));
        }
    }
    for (const QString& entry : std::as_const(entries)) {
        if (!QDir().rename(from.filePath(entry), to.filePath(entry))) {
            return core::failure(core::ErrorCode::WriteFailed, {}, to.filePath(entry));
        }
    }
    return QFile::rename(manifest, file) ? core::Result<>()
                                         : core::Result<>(core::failure(core::ErrorCode::WriteFailed, {}, file));
}

class ManifestOfPredictions {
public:
    ManifestOfPredictions(const domain::EngineJob& job, const core::Control& control)
        : m_job(job), m_control(control), m_author{QStringLiteral("model/") + job.model,
                                                   QDateTime::currentMSecsSinceEpoch(), job.labels}
    {
    }

    core::Result<PredictionOutcome> write(const QString& file)
    {
        const QFileInfo target(file);
        if (target.exists()) {
            return core::failure(core::ErrorCode::AlreadyExists, {}, file);
        }
        if (!QDir().mkpath(target.absolutePath())) {
            return core::failure(core::ErrorCode::WriteFailed, {}, target.absolutePath());
        }
        // Beside the target, so that all of it comes there by renaming.
        const QTemporaryDir place(target.absolutePath() + QStringLiteral("/.labelwright-XXXXXX"));
        if (!place.isValid()) {
            return core::failure(core::ErrorCode::ReadOnly, place.errorString(), target.absolutePath());
        }
        const formats::Format* format = formats::findFormat(QStringLiteral("manifest"));
        const auto writer = format->makeWriter();
        formats::WriteOptions options;
        options.type = m_job.type;
        options.name = QStringLiteral("predictions");
        for (const QString& name : m_job.labels) {
            domain::Label label;
            label.name = name;
            label.colour = domain::paletteColour(int(options.labels.size()));
            options.labels.push_back(label);
        }
        const QString folder = place.filePath(QStringLiteral("content"));
        if (auto begun = writer->begin(folder, options); !begun) {
            return core::failure(begun.error());
        }
        if (auto added = addAll(*writer); !added) {
            return core::failure(added.error());
        }
        const auto summary = writer->finish();
        if (!summary) {
            return core::failure(summary.error());
        }
        if (auto moved = moveIn(folder, summary->path, target.absoluteFilePath()); !moved) {
            return core::failure(moved.error());
        }
        m_outcome.samples = summary->samples;
        m_outcome.annotations = summary->annotations;
        m_outcome.path = target.absoluteFilePath();
        return std::move(m_outcome);
    }

private:
    core::Result<> addAll(formats::DatasetWriter& writer)
    {
        QFile lines(m_job.folder + QStringLiteral("/output/predictions.jsonl"));
        if (!lines.open(QIODevice::ReadOnly)) {
            return core::failure(core::ErrorCode::ReadFailed, lines.errorString(), lines.fileName());
        }
        for (qint64 number = 1; !lines.atEnd(); ++number) {
            const QJsonDocument line = QJsonDocument::fromJson(lines.readLine());
            if (!line.isObject()) {
                return core::failure(core::ErrorCode::Malformed, {}, lines.fileName(), number);
            }
            if (m_control.isCancelled()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
            if (auto added = add(writer, line.object()); !added) {
                return added;
            }
            m_control.report(number, m_job.samples);
        }
        return {};
    }

    core::Result<> add(formats::DatasetWriter& writer, const QJsonObject& line)
    {
        formats::ImportedSample sample;
        sample.path = line.value(QStringLiteral("path")).toString();
        if (const QJsonValue error = line.value(QStringLiteral("error")); error.isString()) {
            m_outcome.problems.add(core::ProblemCode::ImageUnreadable, sample.path, 0, error.toString());
            return {};
        }
        const auto probed = probePicture(sample.path);
        if (!probed) {
            m_outcome.problems.add(core::ProblemCode::ImageUnreadable, sample.path, 0, probed.error().detail);
            return {};
        }
        sample.sample.name = QFileInfo(sample.path).fileName();
        sample.sample.width = probed->width;
        sample.sample.height = probed->height;
        sample.sample.orientation = probed->orientation;
        sample.annotations = annotationsOf(line, m_author);
        for (formats::NamedAnnotation& each : sample.annotations) {
            each.annotation.shape = domain::clampedToImage(each.annotation.shape, probed->width, probed->height);
        }
        std::erase_if(sample.annotations, [](const auto& each) { return !each.annotation.shape.isValid(); });
        return writer.add(sample, m_outcome.problems);
    }

    const domain::EngineJob& m_job;
    const core::Control& m_control;
    Author m_author;
    PredictionOutcome m_outcome;
};

} // namespace

core::Result<PredictionOutcome> writePredictions(const domain::EngineJob& job, const QString& file,
                                                 const core::Control& control)
{
    if (job.kind != domain::EngineJobKind::Predict || job.state != domain::EngineJobState::Succeeded) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             Writing::tr("The job “%1” is no finished prediction.").arg(job.id));
    }
    return ManifestOfPredictions(job, control).write(file);
}

} // namespace lw::scenarios
