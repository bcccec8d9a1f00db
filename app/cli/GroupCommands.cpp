// SPDX-License-Identifier: GPL-3.0-or-later
//! group, dataset map, dataset check-labels: what vectors of pictures tell.
#include "app/cli/Commands.h"
#include "app/cli/EngineArgument.h"
#include "app/cli/SampleArgument.h"
#include "app/scenarios/CheckLabels.h"
#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/GroupSamples.h"
#include "app/scenarios/LabelNames.h"
#include "app/scenarios/SampleMap.h"
#include "models/store/KeptLabelRepository.h"
#include "models/store/SampleRepository.h"

#include <cmath>

namespace lw::cli {

namespace {

struct LensOptions : CommonOptions {
    std::string model;
};

struct GroupOptions : LensOptions {
    int groups = 0;
    std::string attribute, filter, output;
    bool isCopying = false;
    scenarios::GroupWeights weights;
};

struct CheckOptions : LensOptions {
    bool isAll = false;
    std::string kept;
};

struct MapOptions : LensOptions {
    std::string to;
};

/// To three places: more is noise.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

core::Result<scenarios::GroupRequest> requestOf(const OpenDataset& open, const GroupOptions& options)
{
    scenarios::GroupRequest request;
    request.dataset = open.dataset.id;
    const auto filter = scenarios::filterFromText(*open.store, open.dataset.id, toText(options.filter));
    if (!filter) {
        return core::failure(filter.error());
    }
    request.samples.filter = *filter;
    request.groups = options.groups;
    request.weights = options.weights;
    request.attribute = toText(options.attribute);
    request.location = toText(options.output);
    request.copiesFiles = options.isCopying;
    const auto checked = scenarios::checkGroupRequest(*open.store, request);
    return checked ? core::Result<scenarios::GroupRequest>(request) : core::failure(checked.error());
}

void printGroups(Context& context, const OpenDataset& open, const GroupOptions& options,
                 const scenarios::GroupOutcome& outcome)
{
    QList<domain::SampleId> typical;
    for (const scenarios::PictureGroup& group : outcome.groups) {
        typical.append(group.members.front());
    }
    const auto rows = rowsOf(*open.store, typical);
    QJsonArray json;
    for (const scenarios::PictureGroup& group : outcome.groups) {
        const QString name = nameOf(rows.value(group.members.front()));
        json.append(QJsonObject{{QStringLiteral("name"), group.name},
                                {QStringLiteral("samples"), group.members.size()},
                                {QStringLiteral("typical"), name}});
        if (!options.isJson) {
            context.say(
                Cli::tr("%1: %2 pictures like %3").arg(group.name, QString::number(group.members.size()), name));
        }
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("groups"), json},
                                  {QStringLiteral("samples"), outcome.samples},
                                  {QStringLiteral("attribute"), toText(options.attribute)},
                                  {QStringLiteral("output"), outcome.location},
                                  {QStringLiteral("problems"), toJson(outcome.problems)}});
    }
}

int groupPictures(Context& context, const GroupOptions& options)
{
    const auto open = context.openDataset(options);
    const auto request =
        open ? requestOf(*open, options) : core::Result<scenarios::GroupRequest>(core::failure(open.error()));
    if (!request) {
        return context.fail(request.error());
    }
    const auto engine = openEngine(*open, options.model);
    if (!engine) {
        return context.fail(engine.error());
    }
    const auto outcome =
        scenarios::groupSamples(*open->store, *request, *engine->lens, context.control(Cli::tr("Grouping pictures")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    printGroups(context, *open, options, *outcome);
    return context.finish(outcome->problems, options.isJson);
}

int map(Context& context, const MapOptions& options)
{
    const auto open = context.openDataset(options);
    const auto engine = open ? openEngine(*open, options.model) : core::Result<OpenEngine>(core::failure(open.error()));
    if (!engine) {
        return context.fail(engine.error());
    }
    const auto outcome = scenarios::sampleMap(*open->store, open->dataset.id, *engine->lens,
                                              context.control(Cli::tr("Laying out pictures")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    const QString file = scenarios::cleanPath(toText(options.to));
    if (const auto written = scenarios::writeSampleMap(*open->store, open->dataset.id, outcome->points, file);
        !written) {
        return context.fail(written.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("file"), file},
                                  {QStringLiteral("samples"), qint64(outcome->points.size())},
                                  {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        context.say(Cli::tr("Wrote the places of %1 pictures to %2").arg(outcome->points.size()).arg(file));
    }
    return context.finish(outcome->problems, options.isJson);
}

/// The label that the sample has is right.
int keepLabel(Context& context, const CheckOptions& options)
{
    const auto open = context.openDataset(options);
    const auto sample = open ? sampleNamed(*open->store, open->dataset.id, toText(options.kept))
                             : core::Result<domain::SampleId>(core::failure(open.error()));
    if (!sample) {
        return context.fail(sample.error());
    }
    const auto labels = store::SampleRepository(*open->store).annotations(*sample);
    if (!labels || labels->size() != 1) {
        return context.fail(!labels ? labels.error() : core::Error{core::ErrorCode::InvalidArgument, toText(options.kept), {}, 0});
    }
    const auto kept = store::KeptLabelRepository(*open->store).keep(*sample, labels->front().labelId).result();
    if (!kept) {
        return context.fail(kept.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("kept"), toText(options.kept)}});
    } else {
        context.say(Cli::tr("%1 keeps its label.").arg(toText(options.kept)));
    }
    return kDone;
}

int checkLabels(Context& context, const CheckOptions& options)
{
    if (!options.kept.empty()) {
        return keepLabel(context, options);
    }
    const auto open = context.openDataset(options);
    const auto engine = open ? openEngine(*open, options.model) : core::Result<OpenEngine>(core::failure(open.error()));
    if (!engine) {
        return context.fail(engine.error());
    }
    const auto outcome = scenarios::checkLabels(*open->store, open->dataset.id, *engine->lens,
                                                context.control(Cli::tr("Checking labels")), options.isAll);
    const auto names = scenarios::labelNames(*open->store, open->dataset.id);
    if (!outcome || !names) {
        return context.fail(!outcome ? outcome.error() : names.error());
    }
    QList<domain::SampleId> ids;
    for (const scenarios::DoubtfulLabel& each : outcome->doubtful) {
        ids.append(each.sample);
    }
    const auto rows = rowsOf(*open->store, ids);
    QJsonArray json;
    for (const scenarios::DoubtfulLabel& each : outcome->doubtful) {
        const QString sample = nameOf(rows.value(each.sample));
        json.append(QJsonObject{{QStringLiteral("sample"), sample},
                                {QStringLiteral("label"), names->value(each.label)},
                                {QStringLiteral("suggested"), names->value(each.suggested)},
                                {QStringLiteral("suspicion"), rounded(each.suspicion)},
                                {QStringLiteral("confidence"), rounded(each.confidence)}});
        if (!options.isJson) {
            context.print(
                Cli::tr("%1: %2, perhaps %3").arg(sample, names->value(each.label), names->value(each.suggested)));
        }
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("checked"), outcome->checked},
                                  {QStringLiteral("kept"), outcome->kept},
                                  {QStringLiteral("doubtful"), json},
                                  {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        context.say(Cli::tr("Checked %1 labels, %2 of them are doubtful").arg(outcome->checked).arg(json.size()));
    }
    return context.finish(outcome->problems, options.isJson);
}

void addLens(CLI::App* app, LensOptions& options)
{
    app->add_option("--model", options.model,
                    help(Cli::tr("What pictures are looked at with: a model of the library, or “hand” for the built-in "
                                 "features (default: what the dataset used last, else the best there is)")));
    addJson(app, options);
}

void addWeight(CLI::App* app, const char* name, double& weight, const QString& text)
{
    app->add_option(name, weight, help(text))->check(CLI::Range(0.0, 1.0));
}

} // namespace

void addGroupCommand(CLI::App& root, Action& chosen)
{
    auto options = std::make_shared<GroupOptions>();
    CLI::App* app =
        command(root, "group", Cli::tr("Put pictures that look alike into groups"), options, groupPictures, chosen);
    addDataset(app, *options);
    app->add_option("--groups", options->groups, help(Cli::tr("How many groups, 2 to 200")))
        ->required()
        ->check(CLI::Range(scenarios::kFewestGroups, scenarios::kMostGroups));
    app->add_option("--attribute", options->attribute, help(Cli::tr("Attribute of the samples that tells the group")));
    app->add_option("--output", options->output, help(Cli::tr("Empty or new folder for groups.csv and groups.json")));
    app->add_flag("--copy", options->isCopying, help(Cli::tr("Also copy the pictures into a folder for each group")));
    app->add_option("--filter", options->filter, help(Cli::tr("Group only samples that pass, e.g. state=unlabelled")));
    addWeight(app, "--sharpness", options->weights.sharpness, Cli::tr("How much sharpness counts, 0 to 1"));
    addWeight(app, "--brightness", options->weights.brightness, Cli::tr("How much brightness counts, 0 to 1"));
    addWeight(app, "--colour", options->weights.colour, Cli::tr("How much colourfulness counts, 0 to 1"));
    addLens(app, *options);
}

void addVectorCommands(CLI::App& dataset, Action& chosen)
{
    auto mapping = std::make_shared<MapOptions>();
    CLI::App* app = command(dataset, "map", Cli::tr("Write a map on which pictures that look alike lie together"),
                            mapping, map, chosen);
    addDataset(app, *mapping);
    app->add_option("--to", mapping->to, help(Cli::tr("CSV file, or JSON if its name ends so")))->required();
    addLens(app, *mapping);

    auto checking = std::make_shared<CheckOptions>();
    app = command(dataset, "check-labels", Cli::tr("List labels that are likely wrong"), checking,
                  checkLabels, chosen);
    addDataset(app, *checking);
    app->add_flag("--all", checking->isAll, help(Cli::tr("Also labels that a person has kept before")));
    app->add_option("--keep", checking->kept, help(Cli::tr("Only say that the label of this sample is right")));
    addLens(app, *checking);
}

} // namespace lw::cli
