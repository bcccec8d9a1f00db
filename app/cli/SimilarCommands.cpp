// SPDX-License-Identifier: GPL-3.0-or-later
//! dataset duplicates, dataset similar.
#include "app/cli/Commands.h"
#include "app/cli/EngineArgument.h"
#include "app/cli/SampleArgument.h"
#include "app/scenarios/SimilarSamples.h"

#include <QThreadPool>

#include <cmath>

namespace lw::cli {

namespace {

constexpr qint64 kPixelsPerMega = 1'000'000;
constexpr int kUsualLimit = 20;

struct SimilarOptions : CommonOptions {
    double threshold = scenarios::kDuplicateThreshold;
    std::vector<std::string> samples;
    std::string model;
    int limit = kUsualLimit;
    int maxMegapixels = int(media::kDefaultMaxPixels / kPixelsPerMega);
};

QString percent(float similarity)
{
    return QStringLiteral("%1%").arg(double(similarity) * 100, 0, 'f', 1);
}

/// To three places: more is noise.
double rounded(float similarity)
{
    return std::round(double(similarity) * 1000) / 1000;
}

QJsonObject groupJson(const domain::SampleGroup& group, const QHash<domain::SampleId, domain::Sample>& rows)
{
    QJsonArray samples;
    for (const domain::GroupMember& member : group.members) {
        const domain::Sample sample = rows.value(member.id);
        samples.append(QJsonObject{{QStringLiteral("sample"), nameOf(sample)},
                                   {QStringLiteral("similarity"), rounded(member.similarity)},
                                   {QStringLiteral("keep"), member.id == group.members.front().id},
                                   {QStringLiteral("labelled"), sample.annotationCount > 0},
                                   {QStringLiteral("width"), sample.width},
                                   {QStringLiteral("height"), sample.height}});
    }
    return {{QStringLiteral("lowest"), rounded(group.lowest)},
            {QStringLiteral("highest"), rounded(group.highest)},
            {QStringLiteral("samples"), samples}};
}

void printGroups(const Context& context, const std::vector<domain::SampleGroup>& groups,
                 const QHash<domain::SampleId, domain::Sample>& rows)
{
    int number = 0;
    for (const domain::SampleGroup& group : groups) {
        context.print(Cli::tr("Group %1: %n picture(s), alike by %2 to %3", nullptr, int(group.members.size()))
                          .arg(QString::number(++number), percent(group.lowest), percent(group.highest)));
        for (const domain::GroupMember& member : group.members) {
            const bool isKept = member.id == group.members.front().id;
            context.print(
                QStringLiteral("  %1  %2")
                    .arg(isKept ? Cli::tr("keep") : percent(member.similarity), nameOf(rows.value(member.id))));
        }
    }
}

/// Without --model pictures are compared as before there were models: nothing else is needed then.
core::Result<OpenEngine> engineFor(const OpenDataset& open, const std::string& model)
{
    return model.empty() ? core::Result<OpenEngine>(OpenEngine()) : openEngine(open, model);
}

int duplicates(Context& context, const SimilarOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    const auto engine = engineFor(*open, options.model);
    if (!engine) {
        return context.fail(engine.error());
    }
    QThreadPool threads;
    const auto outcome =
        scenarios::findDuplicates(*open->store, open->dataset.id, {&threads, options.maxMegapixels * kPixelsPerMega},
                                  context.control(Cli::tr("Comparing pictures")), engine->lensOrNull());
    if (!outcome) {
        return context.fail(outcome.error());
    }
    const auto groups = domain::groupDuplicates(*outcome->findings, options.threshold);
    QList<domain::SampleId> ids;
    for (const domain::SampleGroup& group : groups) {
        for (const domain::GroupMember& member : group.members) {
            ids.append(member.id);
        }
    }
    const auto rows = rowsOf(*open->store, ids);
    if (options.isJson) {
        QJsonArray json;
        for (const domain::SampleGroup& group : groups) {
            json.append(groupJson(group, rows));
        }
        context.print(QJsonObject{{QStringLiteral("compared"), outcome->findings->compared},
                                  {QStringLiteral("threshold"), options.threshold},
                                  {QStringLiteral("groups"), json},
                                  {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        printGroups(context, groups, rows);
        context.say(Cli::tr("Compared %1 pictures: %2 near-duplicates in %3 groups")
                        .arg(outcome->findings->compared)
                        .arg(ids.size())
                        .arg(groups.size()));
    }
    return context.finish(outcome->problems, options.isJson);
}

int similar(Context& context, const SimilarOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    QList<domain::SampleId> sources;
    for (const std::string& name : options.samples) {
        const auto sample = sampleNamed(*open->store, open->dataset.id, toText(name));
        if (!sample) {
            return context.fail(sample.error());
        }
        sources.append(*sample);
    }
    const auto engine = engineFor(*open, options.model);
    if (!engine) {
        return context.fail(engine.error());
    }
    QThreadPool threads;
    auto outcome = scenarios::similarSamples(*open->store, open->dataset.id, sources,
                                             {&threads, options.maxMegapixels * kPixelsPerMega},
                                             context.control(Cli::tr("Comparing pictures")), engine->lensOrNull());
    if (!outcome) {
        return context.fail(outcome.error());
    }
    std::erase_if(outcome->order, [&](const domain::ScoredSample& each) { return sources.contains(each.id); });
    outcome->order.resize(std::min(outcome->order.size(), size_t(options.limit)));
    QList<domain::SampleId> ids;
    for (const domain::ScoredSample& each : outcome->order) {
        ids.append(each.id);
    }
    const auto rows = rowsOf(*open->store, ids);
    QJsonArray json;
    for (const domain::ScoredSample& each : outcome->order) {
        const QString name = nameOf(rows.value(each.id));
        json.append(
            QJsonObject{{QStringLiteral("sample"), name}, {QStringLiteral("similarity"), rounded(each.similarity)}});
        if (!options.isJson) {
            context.print(QStringLiteral("%1  %2").arg(percent(each.similarity), name));
        }
    }
    if (options.isJson) {
        context.print(
            QJsonObject{{QStringLiteral("similar"), json}, {QStringLiteral("problems"), toJson(outcome->problems)}});
    }
    return context.finish(outcome->problems, options.isJson);
}

void addMaxPixels(CLI::App* app, SimilarOptions& options)
{
    app->add_option("--max-megapixels", options.maxMegapixels,
                    help(Cli::tr("Refuse pictures of more megapixels (default: 1000)")))
        ->check(CLI::Range(1, 100'000));
}

void addModel(CLI::App* app, std::string& model)
{
    app->add_option("--model", model,
                    help(Cli::tr("Compare by what this model of the library sees, “hand” for the built-in features")));
}

} // namespace

void addSimilarCommands(CLI::App& dataset, Action& chosen)
{
    auto finding = std::make_shared<SimilarOptions>();
    CLI::App* app = command(dataset, "duplicates", Cli::tr("List groups of near-duplicate pictures; changes nothing"),
                            finding, duplicates, chosen);
    addDataset(app, *finding);
    app->add_option("--threshold", finding->threshold,
                    help(Cli::tr("How alike pictures must be, 0.75 to 1 (default: 0.9)")))
        ->check(CLI::Range(scenarios::kLowestThreshold, 1.0));
    addMaxPixels(app, *finding);
    addModel(app, finding->model);
    addJson(app, *finding);

    auto ordering = std::make_shared<SimilarOptions>();
    app = command(dataset, "similar", Cli::tr("List the pictures most like one; changes nothing"), ordering, similar,
                  chosen);
    addDataset(app, *ordering);
    app->add_option("--sample", ordering->samples,
                    help(Cli::tr("File name, with its folder if there are several; may be repeated")))
        ->required()
        ->allow_extra_args(false);
    app->add_option("--limit", ordering->limit, help(Cli::tr("How many to list")))
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000'000));
    addMaxPixels(app, *ordering);
    addModel(app, ordering->model);
    addJson(app, *ordering);
}

} // namespace lw::cli
