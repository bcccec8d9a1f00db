// SPDX-License-Identifier: GPL-3.0-or-later
//! The library's networks as lenses, and which one a dataset uses.
#include "app/scenarios/PictureLens.h"

#include "engine/jobs/ModelLibrary.h"
#include "models/store/TaskRepository.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>

#include <algorithm>

namespace lw::scenarios {

namespace {

const QString kHand = QStringLiteral("hand");
constexpr int kSide = 160;

QString settingOf(const domain::Dataset& dataset)
{
    return QStringLiteral("lens/") + dataset.uid;
}

PictureLens lensOf(const domain::LibraryModel& model)
{
    const QString convention = model.details.value(QStringLiteral("convention")).toString();
    return {model.net, model.file, convention.isEmpty() ? QStringLiteral("rgb-imagenet") : convention,
            kSide,     model.id,   model.name};
}

} // namespace

QJsonObject PictureLens::request() const
{
    return {{QStringLiteral("net"), net},
            {QStringLiteral("weights"), weights},
            {QStringLiteral("convention"), convention},
            {QStringLiteral("side"), side}};
}

QString PictureLens::vectorFile(const QString& projectFolder, const domain::Dataset& dataset) const
{
    const QByteArray name = QJsonDocument(request()).toJson(QJsonDocument::Compact);
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(12);
    return QStringLiteral("%1/cache/vectors/%2.%3").arg(projectFolder, dataset.uid, QString::fromLatin1(hash));
}

PictureLens builtInLens()
{
    return {kHand, {}, {}, kSide, {}, {}};
}

std::vector<PictureLens> usableLenses(const QString& projectFolder)
{
    std::vector<domain::LibraryModel> models = worker::ModelLibrary(projectFolder).list();
    std::erase_if(models, [](const domain::LibraryModel& model) { return !worker::hasWeights(model); });
    // A network that has seen a million pictures sees more than one that has seen some hundreds.
    std::ranges::stable_partition(models, [](const domain::LibraryModel& model) { return model.jobId.isEmpty(); });
    std::vector<PictureLens> lenses;
    for (const domain::LibraryModel& model : models) {
        lenses.push_back(lensOf(model));
    }
    lenses.push_back(builtInLens());
    return lenses;
}

core::Result<PictureLens> chosenLens(store::Store& store, const domain::Dataset& dataset, const QString& model)
{
    if (!model.isEmpty() && model != kHand) {
        const auto found = worker::ModelLibrary(store.folder()).find(model);
        if (!found) {
            return core::failure(found.error());
        }
        return worker::hasWeights(*found) ? core::Result<PictureLens>(lensOf(*found))
                                          : core::failure(core::ErrorCode::Unsupported, found->name);
    }
    const std::vector<PictureLens> lenses = usableLenses(store.folder());
    const QString wanted = model.isEmpty() ? store::TaskRepository(store).setting(settingOf(dataset)) : model;
    const auto found = std::ranges::find_if(
        lenses, [&](const PictureLens& lens) { return wanted == (lens.isBuiltIn() ? lens.net : lens.modelId); });
    return found == lenses.end() ? lenses.front() : *found;
}

void rememberLens(store::Store& store, const domain::Dataset& dataset, const PictureLens& lens)
{
    store::TaskRepository(store).setSetting(settingOf(dataset), lens.isBuiltIn() ? lens.net : lens.modelId);
}

} // namespace lw::scenarios
