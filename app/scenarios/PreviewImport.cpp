// SPDX-License-Identifier: GPL-3.0-or-later
//! Readers without an intake behind them.
#include "app/scenarios/PreviewImport.h"

#include "app/scenarios/GuessText.h"
#include "app/scenarios/ImportReading.h"
#include "app/scenarios/UnpackArchive.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace lw::scenarios {

namespace {

using domain::DatasetType;
using domain::ShapeKind;

/// Samples that are looked at to tell the type.
constexpr qint64 kTypeSamples = 200;

/// Counts what a reader hands over and keeps the first.
class PreviewSink {
public:
    explicit PreviewSink(ImportPreview& preview) : m_preview(preview) {}

    void declare(const domain::Label& label) { found(label); }
    void take(formats::ImportedSample&& sample)
    {
        for (const formats::NamedAnnotation& each : sample.annotations) {
            ++m_preview.shapes.at(size_t(each.annotation.shape.kind));
            domain::Label label;
            label.name = each.label;
            label.colour = 0;
            ++m_preview.labels[found(label)].annotations;
        }
        m_preview.labelled += sample.annotations.empty() ? 0 : 1;
        std::vector<formats::ImportedSample>& list = sample.annotations.empty() ? m_bare : m_preview.first;
        if (list.size() < kPreviewPictures) {
            list.push_back(std::move(sample));
        }
    }
    void finish()
    {
        for (formats::ImportedSample& sample : m_bare) {
            if (m_preview.first.size() < kPreviewPictures) {
                m_preview.first.push_back(std::move(sample));
            }
        }
        const QList<core::Problem>& problems = m_preview.problems.kept();
        m_preview.missing = std::count_if(problems.begin(), problems.end(), [](const core::Problem& problem) {
            return problem.code == core::ProblemCode::FileMissing ||
                   problem.code == core::ProblemCode::AnnotationOrphan;
        });
    }

private:
    size_t found(const domain::Label& label)
    {
        const auto known = m_labels.constFind(label.name);
        if (known != m_labels.constEnd()) {
            return *known;
        }
        m_labels.insert(label.name, m_preview.labels.size());
        m_preview.labels.push_back({label, 0});
        return m_preview.labels.size() - 1;
    }

    ImportPreview& m_preview;
    QHash<QString, size_t> m_labels;
    std::vector<formats::ImportedSample> m_bare;
};

/// How many annotations of the first samples are outlines or masks, other figures, and labels of whole samples.
struct Mixture {
    qint64 outlines = 0;
    qint64 figures = 0;
    qint64 wholes = 0;
};

core::Result<Mixture> mixture(const QString& path, const formats::Format& format, DatasetType type,
                              const core::Control& control)
{
    Mixture result;
    qint64 samples = 0;
    formats::ReadOptions options;
    options.type = type;
    options.inputLocation = QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
    core::ProblemList problems;
    const auto take = [&](formats::ImportedSample&& sample) {
        for (const formats::NamedAnnotation& each : sample.annotations) {
            const ShapeKind kind = each.annotation.shape.kind;
            const bool isOutline = kind == ShapeKind::Polygon || kind == ShapeKind::Mask;
            ++(isOutline ? result.outlines : kind == ShapeKind::WholeSample ? result.wholes : result.figures);
        }
        return ++samples < kTypeSamples;
    };
    const auto read = format.makeReader()->read(path, options, take, problems, control);
    // The sink's own stop comes back as Cancelled.
    if (!read && (read.error().code != core::ErrorCode::Cancelled || control.isCancelled())) {
        return core::failure(read.error());
    }
    return result;
}

/// The type that fits most of what a format's files hold; nothing if it fits none that can be annotated.
core::Result<std::optional<DatasetType>> typeOf(const QString& path, const formats::Format& format,
                                                const core::Control& control)
{
    std::vector<DatasetType> types;
    std::copy_if(format.types.begin(), format.types.end(), std::back_inserter(types), domain::isAvailable);
    const auto fits = [&types](DatasetType type) { return std::find(types.begin(), types.end(), type) != types.end(); };
    if (types.size() <= 1) {
        return types.empty() ? std::nullopt : std::optional(types.front());
    }
    // Segmentation holds every figure, so one look tells outlines from boxes.
    const bool hasFigures = fits(DatasetType::ImageSegmentation) || fits(DatasetType::ObjectDetection);
    if (hasFigures) {
        const auto seen = mixture(path, format,
                                  fits(DatasetType::ImageSegmentation) ? DatasetType::ImageSegmentation
                                                                       : DatasetType::ObjectDetection,
                                  control);
        if (!seen) {
            return core::failure(seen.error());
        }
        if (fits(DatasetType::ImageSegmentation) && seen->outlines > 0 && seen->outlines >= seen->figures) {
            return DatasetType::ImageSegmentation;
        }
        if (fits(DatasetType::ObjectDetection) && (seen->figures + seen->outlines > 0)) {
            return DatasetType::ObjectDetection;
        }
    }
    if (fits(DatasetType::ImageClassification)) {
        const auto seen = mixture(path, format, DatasetType::ImageClassification, control);
        if (!seen) {
            return core::failure(seen.error());
        }
        if (seen->wholes > 0) {
            return DatasetType::ImageClassification;
        }
    }
    return fits(DatasetType::ObjectDetection) ? DatasetType::ObjectDetection : types.front();
}

} // namespace

core::Result<ImportPreview> previewImport(const domain::Dataset& dataset, const ImportRequest& request,
                                          const core::Control& control)
{
    const core::Result<ImportReading> reading = planReading(request, dataset);
    if (!reading) {
        return core::failure(reading.error());
    }
    ImportPreview preview;
    core::Result<QString> place = reading->from;
    if (formats::isArchive(reading->from)) {
        core::Result<ArchiveContent> content = lookInside(reading->from, dataset, request.archiveLimits, control);
        if (!content) {
            return core::failure(content.error());
        }
        preview.unpacked = std::move(content->folder);
        place = placeWithin(content->place, *reading->format);
        if (!place) {
            return core::failure(place.error());
        }
    }
    PreviewSink sink(preview);
    formats::ReadOptions options = readOptions(request, dataset);
    if (request.withLabels) {
        options.labels = [&sink](const domain::Label& label) { sink.declare(label); };
    }
    const auto take = [&sink](formats::ImportedSample&& sample) {
        sink.take(std::move(sample));
        return true;
    };
    const auto read =
        reading->format->makeReader()->read(*place, options, take, preview.problems, control);
    if (!read) {
        return core::failure(read.error());
    }
    preview.summary = *read;
    sink.finish();
    return preview;
}

core::Result<std::optional<FoundDataset>> recogniseDataset(const QString& path, const core::Control& control)
{
    const auto guesses = formats::guessFormats(path, std::nullopt);
    if (!guesses) {
        return core::failure(guesses.error());
    }
    for (const formats::FormatGuess& guess : *guesses) {
        const auto type = typeOf(path, *formats::findFormat(guess.format), control);
        if (!type) {
            return core::failure(type.error());
        }
        if (*type) {
            return FoundDataset{**type, guess.format, guessText(guess)};
        }
    }
    return std::optional<FoundDataset>();
}

} // namespace lw::scenarios
