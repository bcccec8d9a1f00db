// SPDX-License-Identifier: GPL-3.0-or-later
//! dataset create, list, edit, delete, stats, tasks.
#include "app/cli/Commands.h"
#include "app/cli/LabelArgument.h"
#include "app/scenarios/CreateDataset.h"
#include "app/scenarios/DatasetStatistics.h"
#include "app/scenarios/EditDataset.h"
#include "models/domain/Words.h"
#include "models/store/DatasetRepository.h"
#include "models/store/TaskRepository.h"

#include <QDateTime>

namespace lw::cli {

namespace {

struct CreateOptions : CommonOptions {
    std::string name, type, input, output, description;
    std::vector<std::string> labels;
};

int create(Context& context, const CreateOptions& options)
{
    scenarios::CreateDatasetRequest request;
    const auto type = domain::typeFromName(toText(options.type));
    if (!type) {
        return context.fail({core::ErrorCode::InvalidArgument,
                             Cli::tr("There is no dataset type “%1”.").arg(toText(options.type)),
                             {},
                             0});
    }
    request.type = *type;
    request.name = toText(options.name);
    request.description = toText(options.description);
    request.inputLocation = toText(options.input);
    request.outputLocation = toText(options.output);
    for (const std::string& argument : options.labels) {
        const core::Result<domain::Label> label = labelFromArgument(toText(argument));
        if (!label) {
            return context.fail(label.error());
        }
        request.labels.push_back(*label);
    }
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    const auto dataset = scenarios::createDataset(**store, request);
    if (!dataset) {
        return context.fail(dataset.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("name"), dataset->name}, {QStringLiteral("id"), dataset->uid}});
    } else {
        context.say(Cli::tr("Created the dataset %1").arg(dataset->name));
    }
    return kDone;
}

QJsonObject countersJson(const domain::DatasetCounters& counters)
{
    return {{QStringLiteral("total"), counters.total},
            {QStringLiteral("labelled"), counters.labelled},
            {QStringLiteral("unlabelled"), counters.unlabelled},
            {QStringLiteral("to_confirm"), counters.toConfirm},
            {QStringLiteral("hard"), counters.hard}};
}

QString isoTime(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate) : QString();
}

int list(Context& context, const CommonOptions& options)
{
    const auto store = context.openProject(options);
    const auto datasets = store ? store::DatasetRepository(**store).list()
                                : core::Result<std::vector<domain::Dataset>>(core::failure(store.error()));
    if (!datasets) {
        return context.fail(datasets.error());
    }
    QJsonArray json;
    for (const domain::Dataset& dataset : *datasets) {
        if (!options.isJson) {
            context.print(Cli::tr("%1 (%2): %3 of %4 labelled, %n version(s)", nullptr, dataset.versionCount)
                              .arg(dataset.name, domain::typeText(dataset.type),
                                   QString::number(dataset.counters.labelled),
                                   QString::number(dataset.counters.total)));
        }
        json.append(QJsonObject{{QStringLiteral("name"), dataset.name},
                                {QStringLiteral("id"), dataset.uid},
                                {QStringLiteral("type"), domain::typeName(dataset.type)},
                                {QStringLiteral("description"), dataset.description},
                                {QStringLiteral("input"), dataset.inputLocation},
                                {QStringLiteral("output"), dataset.outputLocation},
                                {QStringLiteral("samples"), countersJson(dataset.counters)},
                                {QStringLiteral("annotations"), dataset.counters.annotations},
                                {QStringLiteral("versions"), dataset.versionCount},
                                {QStringLiteral("created"), isoTime(dataset.createdAt)},
                                {QStringLiteral("changed"), isoTime(dataset.changedAt)}});
    }
    if (options.isJson) {
        context.print(QJsonValue(json));
    }
    return kDone;
}

struct EditOptions : CommonOptions {
    std::optional<std::string> name, description, input, output;
};

std::optional<QString> optionalText(const std::optional<std::string>& argument)
{
    return argument ? std::optional(toText(*argument)) : std::nullopt;
}

int edit(Context& context, const EditOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    const auto edited = scenarios::editDataset(*open->store, open->dataset.id,
                                               {optionalText(options.name),
                                                optionalText(options.description),
                                                optionalText(options.input),
                                                optionalText(options.output),
                                                {},
                                                {}});
    if (!edited) {
        return context.fail(edited.error());
    }
    context.say(Cli::tr("Changed the dataset %1").arg(edited->name));
    return kDone;
}

int remove(Context& context, const CommonOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    if (const auto removed = scenarios::deleteDataset(*open->store, open->dataset.id); !removed) {
        return context.fail(removed.error());
    }
    context.say(
        Cli::tr("Deleted the dataset %1; its source files and published files stay on disk").arg(open->dataset.name));
    return kDone;
}

int stats(Context& context, const CommonOptions& options)
{
    const auto open = context.openDataset(options);
    const auto numbers = open ? scenarios::datasetStatistics(*open->store, open->dataset.id)
                              : core::Result<scenarios::DatasetStatistics>(core::failure(open.error()));
    if (!numbers) {
        return context.fail(numbers.error());
    }
    const domain::DatasetCounters& counters = numbers->counters;
    QJsonArray labels;
    for (const domain::Label& label : numbers->labels) {
        labels.append(QJsonObject{{QStringLiteral("name"), label.name},
                                  {QStringLiteral("samples"), label.samples},
                                  {QStringLiteral("annotations"), label.annotations}});
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("samples"), countersJson(counters)},
                                  {QStringLiteral("annotations"), counters.annotations},
                                  {QStringLiteral("labels"), labels}});
        return kDone;
    }
    context.print(Cli::tr("Samples: %1, labelled: %2, unlabelled: %3, to confirm: %4, hard: %5")
                      .arg(counters.total)
                      .arg(counters.labelled)
                      .arg(counters.unlabelled)
                      .arg(counters.toConfirm)
                      .arg(counters.hard));
    context.print(Cli::tr("Annotations: %1").arg(counters.annotations));
    for (const domain::Label& label : numbers->labels) {
        context.print(
            Cli::tr("%1: %2 annotations on %3 samples").arg(label.name).arg(label.annotations).arg(label.samples));
    }
    return kDone;
}

int tasks(Context& context, const CommonOptions& options)
{
    const auto open = context.openDataset(options);
    const auto history = open ? store::TaskRepository(*open->store).list(open->dataset.id)
                              : core::Result<std::vector<domain::Task>>(core::failure(open.error()));
    if (!history) {
        return context.fail(history.error());
    }
    static constexpr std::array kKinds = {"import",      "sync",      "export",        "publish",
                                          "set_current", "add_files", "delete_samples", "restore_deleted",
                                          "delete_for_good", "label_samples", "smart_label",   "group_samples"};
    static_assert(kKinds.size() == size_t(domain::TaskKind::GroupSamples) + 1, "a name for each kind");
    static constexpr std::array kStates = {"running", "done",      "done_with_problems",
                                           "failed",  "cancelled", "interrupted"};
    QJsonArray json;
    for (const domain::Task& task : *history) {
        if (!options.isJson) {
            context.print(QStringLiteral("%1  %2  %3  %4  %5")
                              .arg(isoTime(task.createdAt), domain::taskKindText(task.kind),
                                   domain::taskStateText(task.state), QString::number(task.samples), task.target));
        }
        json.append(QJsonObject{{QStringLiteral("id"), task.id.value},
                                {QStringLiteral("created"), isoTime(task.createdAt)},
                                {QStringLiteral("finished"), isoTime(task.finishedAt)},
                                {QStringLiteral("kind"), QLatin1String(kKinds.at(size_t(task.kind)))},
                                {QStringLiteral("state"), QLatin1String(kStates.at(size_t(task.state)))},
                                {QStringLiteral("target"), task.target},
                                {QStringLiteral("samples"), task.samples},
                                {QStringLiteral("problems"), task.problems}});
    }
    if (options.isJson) {
        context.print(QJsonValue(json));
    }
    return kDone;
}

void addCreate(CLI::App& dataset, Action& chosen)
{
    auto options = std::make_shared<CreateOptions>();
    CLI::App* app = command(dataset, "create", Cli::tr("Create a dataset"), options, create, chosen);
    addProject(app, *options);
    app->add_option("--name", options->name, help(Cli::tr("Letters, digits, “_” and “-”")))->required();
    app->add_option("--type", options->type, help(Cli::tr("Dataset type, e.g. object_detection")))->required();
    app->add_option("--input", options->input, help(Cli::tr("Folder of the pictures; created if it does not exist")))
        ->required();
    app->add_option(
           "--output", options->output,
           help(Cli::tr("Folder for published versions, not inside the input location; created if it does not exist")))
        ->required();
    app->add_option("--description", options->description, help(Cli::tr("Any text")));
    app->add_option("--label", options->labels, help(Cli::tr("NAME or NAME:#rrggbb; may be repeated")))
        ->allow_extra_args(false);
    addJson(app, *options);
}

void addEdit(CLI::App& dataset, Action& chosen)
{
    auto options = std::make_shared<EditOptions>();
    CLI::App* app = command(dataset, "edit", Cli::tr("Change name, description or locations"), options, edit, chosen);
    addDataset(app, *options);
    app->add_option("--name", options->name, help(Cli::tr("New name")));
    app->add_option("--description", options->description, help(Cli::tr("New description")));
    app->add_option("--input", options->input, help(Cli::tr("New folder of the pictures; it must exist")));
    app->add_option("--output", options->output, help(Cli::tr("New folder for published versions")));
}

using Run = int (*)(Context&, const CommonOptions&);

CLI::App* addSimple(CLI::App& dataset, const char* name, const QString& text, Run run, bool needsDataset, bool isReport,
                    Action& chosen)
{
    auto options = std::make_shared<CommonOptions>();
    CLI::App* app = command(dataset, name, text, options, run, chosen);
    needsDataset ? addDataset(app, *options) : addProject(app, *options);
    if (isReport) {
        addJson(app, *options);
    }
    return app;
}

} // namespace

void addDatasetCommands(CLI::App& dataset, Action& chosen)
{
    addCreate(dataset, chosen);
    addSimple(dataset, "list", Cli::tr("List the datasets of a project"), list, false, true, chosen);
    addEdit(dataset, chosen);
    addSimple(dataset, "delete", Cli::tr("Remove a dataset from the project; all files stay on disk"), remove, true,
              false, chosen);
    addSimple(dataset, "stats", Cli::tr("Count samples, annotations and labels"), stats, true, true, chosen);
    addSimple(dataset, "tasks", Cli::tr("Show the task history"), tasks, true, true, chosen);
}

} // namespace lw::cli
