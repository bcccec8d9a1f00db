// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks the worker for vectors, some thousand pictures at a time.
#include "app/scenarios/EmbedSamples.h"

#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace lw::scenarios {

namespace {

/// A request must not become longer than the worker reads.
constexpr qsizetype kPart = 20'000;

bool hasPictures(domain::DatasetType type)
{
    return type == domain::DatasetType::ImageClassification || type == domain::DatasetType::ObjectDetection ||
           type == domain::DatasetType::ImageSegmentation;
}

QJsonObject withStore(const PictureLens& lens, const QString& vectorFile)
{
    QJsonObject request = lens.request();
    request.insert(QStringLiteral("store"), vectorFile);
    return request;
}

core::Control shareOf(const core::Control& control, qsizetype first, qsizetype count, qsizetype all)
{
    if (!control.progress) {
        return control;
    }
    return {control.stop, [sink = control.progress, first, count, all](qint64 done, qint64 of) {
                sink(first + (of > 0 ? count * done / of : 0), all);
            }};
}

/// One part of the dataset; what cannot be read leaves `ids` and becomes a problem.
core::Result<> embedPart(const EngineLens& engine, const QString& inputLocation,
                         const std::vector<domain::Sample>& samples, EmbedOutcome& outcome,
                         const core::Control& control)
{
    QJsonArray pictures;
    QHash<qint64, QString> paths;
    for (const domain::Sample& sample : samples) {
        const QString path = domain::absolutePath(sample, inputLocation);
        paths.insert(sample.id.value, path);
        pictures.append(QJsonObject{{QStringLiteral("id"), sample.id.value}, {QStringLiteral("path"), path}});
    }
    QJsonObject request = withStore(engine.lens, outcome.vectorFile);
    request.insert(QStringLiteral("pictures"), pictures);
    const auto answer = engine.ask(QStringLiteral("embed"), request, control);
    if (!answer) {
        return core::failure(answer.error());
    }
    outcome.computed += answer->value(QStringLiteral("new")).toInteger();
    QSet<qint64> broken;
    for (const QJsonValue& each : answer->value(QStringLiteral("broken")).toArray()) {
        const qint64 id = each[QLatin1String("id")].toInteger();
        broken.insert(id);
        const QString path = paths.value(id);
        const bool isThere = QFileInfo::exists(path);
        outcome.problems.add(isThere ? core::ProblemCode::ImageUnreadable : core::ProblemCode::FileMissing, path);
    }
    for (const domain::Sample& sample : samples) {
        if (!broken.contains(sample.id.value)) {
            outcome.ids.append(sample.id);
        }
    }
    return {};
}

} // namespace

core::Result<EmbedOutcome> embedSamples(store::Store& store, domain::DatasetId dataset, const EngineLens& engine,
                                        const std::optional<QList<domain::SampleId>>& samples,
                                        const core::Control& control)
{
    const auto found = store::DatasetRepository(store).find(dataset);
    if (!found) {
        return core::failure(found.error());
    }
    if (!hasPictures(found->type)) {
        return core::failure(core::ErrorCode::Unsupported, found->name);
    }
    const store::SampleRepository repository(store);
    const auto ids = samples ? core::Result<QList<domain::SampleId>>(*samples)
                             : repository.ids(dataset, {}, domain::SampleSort::Imported, false, control.stop);
    if (!ids) {
        return core::failure(ids.error());
    }
    EmbedOutcome outcome;
    outcome.vectorFile = engine.lens.vectorFile(store.folder(), *found);
    if (!QDir().mkpath(QFileInfo(outcome.vectorFile).path())) {
        return core::failure(core::ErrorCode::WriteFailed, {}, QFileInfo(outcome.vectorFile).path());
    }
    for (qsizetype first = 0; first < ids->size(); first += kPart) {
        const auto rows = repository.rows(ids->mid(first, kPart));
        if (!rows) {
            return core::failure(rows.error());
        }
        const core::Control part = shareOf(control, first, qsizetype(rows->size()), ids->size());
        if (auto done = embedPart(engine, found->inputLocation, *rows, outcome, part); !done) {
            return core::failure(done.error());
        }
    }
    std::ranges::sort(outcome.ids);
    return outcome;
}

QJsonObject vectorRequest(const EngineLens& engine, const EmbedOutcome& outcome)
{
    QJsonArray ids;
    for (const domain::SampleId id : outcome.ids) {
        ids.append(id.value);
    }
    QJsonObject request = withStore(engine.lens, outcome.vectorFile);
    request.insert(QStringLiteral("ids"), ids);
    return request;
}

} // namespace lw::scenarios
