// SPDX-License-Identifier: GPL-3.0-or-later
//! The worker lays out, the points come back by sample.
#include "app/scenarios/SampleMap.h"

#include "app/scenarios/TwoSteps.h"
#include "app/scenarios/WholeFile.h"
#include "engine/formats/CsvText.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace lw::scenarios {

core::Result<SampleMapOutcome> sampleMap(store::Store& store, domain::DatasetId dataset, const EngineLens& engine,
                                         const core::Control& control)
{
    auto embedded = embedSamples(store, dataset, engine, {}, firstStep(control));
    if (!embedded) {
        return core::failure(embedded.error());
    }
    SampleMapOutcome outcome;
    outcome.problems = std::move(embedded->problems);
    if (embedded->ids.isEmpty()) {
        return outcome;
    }
    const auto answer = engine.ask(QStringLiteral("map"), vectorRequest(engine, *embedded), secondStep(control));
    if (!answer) {
        return core::failure(answer.error());
    }
    const QJsonArray ids = answer->value(QStringLiteral("ids")).toArray();
    const QJsonArray x = answer->value(QStringLiteral("x")).toArray();
    const QJsonArray y = answer->value(QStringLiteral("y")).toArray();
    if (x.size() != ids.size() || y.size() != ids.size()) {
        return core::failure(core::ErrorCode::Internal, QStringLiteral("map"));
    }
    outcome.points.reserve(size_t(ids.size()));
    for (qsizetype i = 0; i < ids.size(); ++i) {
        outcome.points.push_back(
            {domain::SampleId(ids[i].toInteger()), float(x[i].toDouble()), float(y[i].toDouble())});
    }
    return outcome;
}

core::Result<> writeSampleMap(store::Store& store, domain::DatasetId dataset, const std::vector<MapPoint>& points,
                              const QString& file)
{
    const auto found = store::DatasetRepository(store).find(dataset);
    QHash<domain::SampleId, MapPoint> places;
    QList<domain::SampleId> ids;
    for (const MapPoint& point : points) {
        places.insert(point.id, point);
        ids.append(point.id);
    }
    const auto rows = store::SampleRepository(store).rows(ids);
    if (!found || !rows) {
        return core::failure(!found ? found.error() : rows.error());
    }
    QByteArray csv = QByteArrayLiteral("file,x,y\n");
    QJsonArray json;
    for (const domain::Sample& sample : *rows) {
        const MapPoint place = places.value(sample.id);
        const QString path = domain::absolutePath(sample, found->inputLocation);
        formats::appendCsvCell(csv, path.toStdString());
        csv += ',' + QByteArray::number(double(place.x), 'g', 5) + ',' + QByteArray::number(double(place.y), 'g', 5) +
               '\n';
        json.append(QJsonObject{{QStringLiteral("file"), path},
                                {QStringLiteral("x"), double(place.x)},
                                {QStringLiteral("y"), double(place.y)}});
    }
    const bool isJson = file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    return writeWholeFile(file, isJson ? QJsonDocument(json).toJson() : csv);
}

} // namespace lw::scenarios
