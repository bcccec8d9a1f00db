// SPDX-License-Identifier: GPL-3.0-or-later
//! sample pictures, sample create: data to try the program with. History is in TrashCommands.cpp.
#include "app/cli/Commands.h"
#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/SampleProject.h"

namespace lw::cli {

namespace {

struct SampleOptions : CommonOptions {
    std::string to;
    int count = scenarios::kSamplePictures;
};

constexpr int kMostPictures = 10'000;

int pictures(Context& context, const SampleOptions& options)
{
    const QString folder = scenarios::cleanPath(toText(options.to));
    const auto labelled = scenarios::writeSamplePictures(folder, options.count, context.control(Cli::tr("Drawing")));
    if (!labelled) {
        return context.fail(labelled.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("folder"), folder},
                                  {QStringLiteral("pictures"), options.count},
                                  {QStringLiteral("labelled"), *labelled}});
    } else {
        context.say(Cli::tr("Drew %1 pictures, %2 of them labelled, in %3")
                        .arg(QString::number(options.count), QString::number(*labelled), folder));
    }
    return kDone;
}

int create(Context& context, const SampleOptions& options)
{
    const auto outcome = scenarios::createSampleProject(toText(options.project),
                                                        context.control(Cli::tr("Creating the sample project")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("project"), outcome->folder},
                                  {QStringLiteral("dataset"), outcome->datasetName},
                                  {QStringLiteral("samples"), outcome->samples}});
    } else {
        context.say(Cli::tr("Created the sample project %1 with the dataset %2 of %3 pictures")
                        .arg(outcome->folder, outcome->datasetName, QString::number(outcome->samples)));
    }
    return kDone;
}

} // namespace

void addSampleCommands(CLI::App& root, Action& chosen)
{
    CLI::App* sample = group(root, "sample", Cli::tr("Make data to try the program with, or look into samples"));

    auto drawing = std::make_shared<SampleOptions>();
    CLI::App* app = command(*sample, "pictures", Cli::tr("Draw labelled pictures, with VOC files beside them"), drawing,
                            pictures, chosen);
    app->add_option("--to", drawing->to, help(Cli::tr("Folder; created if it does not exist")))->required();
    app->add_option("--count", drawing->count, help(Cli::tr("How many pictures")))
        ->capture_default_str()
        ->check(CLI::Range(1, kMostPictures));
    addJson(app, *drawing);

    auto project = std::make_shared<SampleOptions>();
    app = command(*sample, "create", Cli::tr("Create the sample project"), project, create, chosen);
    app->add_option("--project", project->project, help(Cli::tr("Folder that is absent or empty")))->required();
    addJson(app, *project);

    addHistoryCommand(*sample, chosen);
}

} // namespace lw::cli
