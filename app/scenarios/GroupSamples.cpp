// SPDX-License-Identifier: GPL-3.0-or-later
//! Vectors, groups, then the attribute and the files.
#include "app/scenarios/GroupSamples.h"

#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/GroupFiles.h"
#include "app/scenarios/TaskRun.h"
#include "app/scenarios/TwoSteps.h"
#include "models/domain/SampleAttributes.h"
#include "models/store/AttributeRepository.h"
#include "models/store/DatasetRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

#include <algorithm>

namespace lw::scenarios {

namespace {

struct Grouping {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Grouping)
};

core::Result<> refused(const QString& sentence)
{
    return core::failure(core::ErrorCode::InvalidArgument, sentence);
}

bool isWeight(double value)
{
    return value >= 0 && value <= 1;
}

core::Result<> checkLocation(const domain::Dataset& dataset, const QString& location)
{
    const QString path = cleanPath(location);
    if (isWithin(path, dataset.inputLocation) || isWithin(path, dataset.outputLocation)) {
        return refused(Grouping::tr("Choose a folder outside of the dataset's own locations."));
    }
    const QFileInfo info(path);
    if (info.exists() && (!info.isDir() || !QDir(path).isEmpty())) {
        return refused(Grouping::tr("“%1” is not an empty folder.").arg(path));
    }
    return {};
}

/// Numbers with as many digits as the last one has, so that they sort as texts, too.
QString groupName(qsizetype number, qsizetype groups)
{
    const int digits = std::max<int>(2, int(QString::number(groups).size()));
    return QStringLiteral("%1").arg(number, digits, 10, QLatin1Char('0'));
}

struct Place {
    double distance = 0;
    domain::SampleId id;

    auto operator<=>(const Place&) const = default;
};

core::Result<std::vector<PictureGroup>> groupsOf(const QJsonObject& answer)
{
    const QJsonArray ids = answer.value(QStringLiteral("ids")).toArray();
    const QJsonArray numbers = answer.value(QStringLiteral("groups")).toArray();
    const QJsonArray distances = answer.value(QStringLiteral("distances")).toArray();
    if (numbers.size() != ids.size() || distances.size() != ids.size()) {
        return core::failure(core::ErrorCode::Internal, QStringLiteral("group"));
    }
    std::vector<std::vector<Place>> places;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const auto number = size_t(std::clamp<qint64>(numbers[i].toInteger(), 0, kMostGroups - 1));
        places.resize(std::max(places.size(), number + 1));
        places[number].push_back({distances[i].toDouble(), domain::SampleId(ids[i].toInteger())});
    }
    std::erase_if(places, [](const auto& each) { return each.empty(); });
    std::vector<PictureGroup> groups;
    for (auto& each : places) {
        std::ranges::sort(each);
        PictureGroup group{groupName(qsizetype(groups.size()) + 1, qsizetype(places.size())), {}};
        for (const Place& place : each) {
            group.members.append(place.id);
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

QJsonObject groupRequest(const EngineLens& engine, const EmbedOutcome& embedded, const GroupRequest& request)
{
    QJsonObject json = vectorRequest(engine, embedded);
    json.insert(QStringLiteral("groups"), request.groups);
    json.insert(QStringLiteral("measures"), QJsonObject{{QStringLiteral("sharpness"), request.weights.sharpness},
                                                        {QStringLiteral("brightness"), request.weights.brightness},
                                                        {QStringLiteral("colour"), request.weights.colour}});
    return json;
}

/// What comes of the groups; nothing is written before they are known.
core::Result<> writeResult(store::Store& store, const domain::Dataset& dataset, const GroupRequest& request,
                           GroupOutcome& outcome, TaskRun& task, const core::Control& control)
{
    if (!request.location.isEmpty()) {
        outcome.location = cleanPath(request.location);
        if (auto written = writeGroups(store, dataset, outcome.location, request.copiesFiles, outcome.groups,
                                       task.problems(), control);
            !written) {
            return written;
        }
    }
    if (request.attribute.isEmpty()) {
        return {};
    }
    QHash<domain::SampleId, QString> values;
    for (const PictureGroup& group : outcome.groups) {
        for (const domain::SampleId id : group.members) {
            values.insert(id, group.name);
        }
    }
    const auto set = store::AttributeRepository(store)
                         .set(dataset.id, request.attribute, values, core::Control{control.stop, {}})
                         .result();
    return set ? core::Result<>() : core::failure(set.error());
}

core::Result<GroupOutcome> run(store::Store& store, const domain::Dataset& dataset, const GroupRequest& request,
                               const EngineLens& engine, TaskRun& task, const core::Control& control)
{
    const auto samples = chosenSamples(store, request.dataset, request.samples, control.stop);
    if (!samples) {
        return core::failure(samples.error());
    }
    const auto embedded = embedSamples(store, request.dataset, engine, *samples, firstStep(control));
    if (!embedded) {
        return core::failure(embedded.error());
    }
    for (const core::Problem& problem : embedded->problems.kept()) {
        task.problems().add(problem);
    }
    if (embedded->ids.isEmpty()) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             Grouping::tr("There is no picture that can be grouped."));
    }
    const auto answer =
        engine.ask(QStringLiteral("group"), groupRequest(engine, *embedded, request), secondStep(control));
    if (!answer) {
        return core::failure(answer.error());
    }
    auto groups = groupsOf(*answer);
    if (!groups) {
        return core::failure(groups.error());
    }
    GroupOutcome outcome;
    outcome.groups = std::move(*groups);
    outcome.samples = embedded->ids.size();
    if (auto written = writeResult(store, dataset, request, outcome, task, control); !written) {
        return core::failure(written.error());
    }
    rememberLens(store, dataset, engine.lens);
    return outcome;
}

} // namespace

core::Result<> checkGroupRequest(store::Store& store, const GroupRequest& request)
{
    const auto dataset = store::DatasetRepository(store).find(request.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    if (request.groups < kFewestGroups || request.groups > kMostGroups) {
        return refused(
            Grouping::tr("The number of groups must be from %L1 to %L2.").arg(kFewestGroups).arg(kMostGroups));
    }
    if (!isWeight(request.weights.sharpness) || !isWeight(request.weights.brightness) ||
        !isWeight(request.weights.colour)) {
        return refused(Grouping::tr("Weights must be from 0 to 1."));
    }
    if (request.attribute.isEmpty() && request.location.isEmpty()) {
        return refused(Grouping::tr("Name an attribute or a folder for the result."));
    }
    if (!request.attribute.isEmpty() && !domain::isValidAttributeName(request.attribute)) {
        return refused(Grouping::tr("“%1” cannot be an attribute's name: 1 to 64 characters, without quotes, colons, "
                                    "commas or equals signs.")
                           .arg(request.attribute));
    }
    return request.location.isEmpty() ? core::Result<>() : checkLocation(*dataset, request.location);
}

core::Result<GroupOutcome> groupSamples(store::Store& store, const GroupRequest& request, const EngineLens& engine,
                                        const core::Control& control)
{
    const auto dataset = store::DatasetRepository(store).find(request.dataset);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    if (auto checked = checkGroupRequest(store, request); !checked) {
        return core::failure(checked.error());
    }
    const QString target = request.attribute.isEmpty() ? cleanPath(request.location) : request.attribute;
    const auto task =
        TaskRun::start(store, *dataset, domain::TaskKind::GroupSamples, target, QStringLiteral("groupSamples"));
    if (!task) {
        return core::failure(task.error());
    }
    auto outcome = run(store, *dataset, request, engine, **task, control);
    if (!outcome) {
        return core::failure((*task)->fail(outcome.error()));
    }
    outcome->problems = (*task)->problems();
    (*task)->succeed(outcome->samples, {{QStringLiteral("groups"), qint64(outcome->groups.size())},
                                        {QStringLiteral("attribute"), request.attribute},
                                        {QStringLiteral("location"), outcome->location}});
    return outcome;
}

} // namespace lw::scenarios
