// SPDX-License-Identifier: GPL-3.0-or-later
//! project create, project info.
#include "app/cli/Commands.h"
#include "app/scenarios/Messages.h"
#include "app/scenarios/Projects.h"
#include "models/store/DatasetRepository.h"

namespace lw::cli {

namespace {

struct ProjectOptions : CommonOptions {};

int create(Context& context, const ProjectOptions& options)
{
    const auto store = scenarios::createProject(toText(options.project));
    if (!store) {
        return context.fail(store.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("project"), (*store)->folder()}});
    } else {
        context.say(Cli::tr("Created the project %1").arg((*store)->folder()));
    }
    return kDone;
}

int info(Context& context, const ProjectOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    const auto datasets = store::DatasetRepository(**store).list();
    if (!datasets) {
        return context.fail(datasets.error());
    }
    qint64 samples = 0;
    qint64 annotations = 0;
    for (const domain::Dataset& dataset : *datasets) {
        samples += dataset.counters.total;
        annotations += dataset.counters.annotations;
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("project"), (*store)->folder()},
                                  {QStringLiteral("datasets"), qint64(datasets->size())},
                                  {QStringLiteral("samples"), samples},
                                  {QStringLiteral("annotations"), annotations}});
    } else {
        context.print((*store)->folder());
        context.print(
            Cli::tr("Datasets: %1, samples: %2, annotations: %3")
                .arg(QString::number(datasets->size()), QString::number(samples), QString::number(annotations)));
    }
    return kDone;
}

} // namespace

void addProjectCommands(CLI::App& root, Action& chosen)
{
    CLI::App* project = group(root, "project", Cli::tr("Create and inspect projects"));

    auto createOptions = std::make_shared<ProjectOptions>();
    CLI::App* app = command(*project, "create", Cli::tr("Create a project in a folder"), createOptions, create, chosen);
    app->add_option("DIR", createOptions->project, help(Cli::tr("Folder; created if it does not exist")))->required();
    addJson(app, *createOptions);

    auto infoOptions = std::make_shared<ProjectOptions>();
    app = command(*project, "info", Cli::tr("Show what a project contains"), infoOptions, info, chosen);
    addProject(app, *infoOptions);
    addJson(app, *infoOptions);
}

} // namespace lw::cli
