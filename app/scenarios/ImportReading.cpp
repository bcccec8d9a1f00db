// SPDX-License-Identifier: GPL-3.0-or-later
//! Requests to readers.
#include "app/scenarios/ImportReading.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/GuessText.h"
#include "app/scenarios/PictureProbe.h"
#include "app/scenarios/UnpackArchive.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

namespace lw::scenarios {

namespace {

struct Importing {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Importing)
};

} // namespace

core::Result<ImportReading> planReading(const ImportRequest& request, const domain::Dataset& dataset)
{
    ImportReading reading;
    reading.from = spelledWithin(cleanPath(request.from), dataset.inputLocation);
    if (!QFileInfo::exists(reading.from)) {
        return core::failure(core::ErrorCode::NotFound, {}, reading.from);
    }
    QString id = request.format;
    if (id.isEmpty()) {
        const auto guesses = formats::guessFormats(reading.from, dataset.type, request.archiveLimits);
        if (!guesses) {
            return core::failure(formats::isArchive(reading.from) ? archiveError(guesses.error()) : guesses.error());
        }
        if (guesses->empty()) {
            return core::failure(core::ErrorCode::InvalidArgument,
                                 Importing::tr("No format was recognised in “%1”; choose one.").arg(reading.from));
        }
        id = guesses->front().format;
        reading.reason = guessText(guesses->front());
    }
    reading.format = formats::findFormat(id);
    if (reading.format == nullptr || reading.format->makeReader == nullptr) {
        return core::failure(core::ErrorCode::InvalidArgument, id);
    }
    return reading;
}

core::Result<QString> placeWithin(const QString& folder, const formats::Format& format)
{
    if (format.readsFolder) {
        return folder;
    }
    QDirIterator walk(folder, {QLatin1String(format.filePattern)}, QDir::Files, QDirIterator::Subdirectories);
    QStringList files;
    while (walk.hasNext()) {
        files.append(walk.next());
    }
    if (files.size() != 1) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             Importing::tr("The archive holds %n file(s) of this format; it must be one.", nullptr,
                                           int(files.size())));
    }
    return files.front();
}

formats::ReadOptions readOptions(const ImportRequest& request, const domain::Dataset& dataset)
{
    formats::ReadOptions options;
    options.type = dataset.type;
    options.inputLocation = dataset.inputLocation;
    options.annotationFolder = cleanPath(request.annotationFolder);
    options.pictureFolder = cleanPath(request.pictureFolder);
    options.mapping = request.mapping;
    options.labelsToTake = request.labelsToTake;
    options.withLabels = request.withLabels;
    options.hardOnly = request.hardOnly;
    options.boxesOnly = request.boxesOnly;
    options.probe = pictureProbe(request.maxPixels);
    return options;
}

void renameLabels(formats::ImportedSample& sample, const QHash<QString, QString>& labels)
{
    if (labels.isEmpty()) {
        return;
    }
    QSet<QString> wholes; // two labels of a sample may become one
    std::vector<formats::NamedAnnotation> kept;
    kept.reserve(sample.annotations.size());
    for (formats::NamedAnnotation& each : sample.annotations) {
        const auto known = labels.constFind(each.label);
        if (known != labels.constEnd()) {
            each.label = *known;
        }
        const bool isWhole = each.annotation.shape.kind == domain::ShapeKind::WholeSample;
        if (each.label.isEmpty() || (isWhole && wholes.contains(each.label))) {
            continue;
        }
        if (isWhole) {
            wholes.insert(each.label);
        }
        kept.push_back(std::move(each));
    }
    sample.annotations = std::move(kept);
    if (sample.annotations.empty()) {
        sample.sample.state = domain::SampleState::Unlabelled;
    }
}

} // namespace lw::scenarios
