// SPDX-License-Identifier: GPL-3.0-or-later
//! model import, list, delete, export.
#include "app/cli/Commands.h"
#include "app/cli/EngineJson.h"
#include "app/scenarios/DatasetRules.h"
#include "engine/jobs/ModelLibrary.h"
#include "engine/jobs/WorkerProgram.h"
#include "models/domain/Words.h"

namespace lw::cli {

namespace {

struct ModelOptions : CommonOptions {
    std::string name, file, labels, description, convention, model, to;
    std::vector<std::string> assistant;
    int side = 0;
};

core::Result<domain::LibraryModel> imported(Context& context, const ModelOptions& options, const QString& folder)
{
    const auto program = worker::findWorker();
    if (!program) {
        return core::failure(program.error());
    }
    const auto session = worker::WorkerSession::start(*program, 1);
    if (!session) {
        return core::failure(session.error());
    }
    if (!options.assistant.empty()) {
        worker::AssistantImport pair;
        pair.name = toText(options.name);
        pair.encoder = scenarios::cleanPath(toText(options.assistant.front()));
        pair.decoder = scenarios::cleanPath(toText(options.assistant.back()));
        pair.description = toText(options.description);
        pair.side = options.side > 0 ? options.side : pair.side;
        return worker::ModelLibrary(folder).importAssistant(pair, **session, context.control(Cli::tr("Importing")));
    }
    worker::ModelImport request;
    request.name = toText(options.name);
    request.file = scenarios::cleanPath(toText(options.file));
    request.labelsFile = scenarios::cleanPath(toText(options.labels));
    request.description = toText(options.description);
    request.convention = toText(options.convention);
    request.side = options.side;
    return worker::ModelLibrary(folder).importFile(request, **session, context.control(Cli::tr("Importing")));
}

QString modelLine(const domain::LibraryModel& model)
{
    const worker::ModelUse kind = worker::useOf(model);
    const QString use =
        kind == worker::ModelUse::Samples
            ? Cli::tr("%1, %n label(s)", nullptr, int(model.labels.size())).arg(domain::typeText(*model.type))
        : kind == worker::ModelUse::FourClicks  ? Cli::tr("four clicks on the canvas")
        : kind == worker::ModelUse::PointAndBox ? Cli::tr("point and box on the canvas")
                                                : Cli::tr("weights to start from");
    return QStringLiteral("%1  %2  %3").arg(model.id, model.net, use);
}

int importModel(Context& context, const ModelOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    const auto model = imported(context, options, (*store)->folder());
    if (!model) {
        return context.fail(model.error());
    }
    if (options.isJson) {
        context.print(toJson(*model));
    } else {
        context.say(modelLine(*model));
    }
    return kDone;
}

int listModels(Context& context, const ModelOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    QJsonArray json;
    for (const domain::LibraryModel& model : worker::ModelLibrary((*store)->folder()).list()) {
        json.append(toJson(model));
        if (!options.isJson) {
            context.print(modelLine(model));
        }
    }
    if (options.isJson) {
        context.print(json);
    }
    return kDone;
}

int deleteModel(Context& context, const ModelOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    worker::ModelLibrary library((*store)->folder());
    const auto model = library.find(toText(options.model));
    if (!model) {
        return context.fail(model.error());
    }
    if (const auto removed = library.remove(model->id); !removed) {
        return context.fail(removed.error());
    }
    context.say(Cli::tr("Deleted the model %1").arg(model->id));
    return kDone;
}

int exportModel(Context& context, const ModelOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    const QString file = scenarios::cleanPath(toText(options.to));
    if (const auto done = worker::ModelLibrary((*store)->folder()).exportTo(toText(options.model), file); !done) {
        return context.fail(done.error());
    }
    context.say(Cli::tr("Wrote %1").arg(file));
    return kDone;
}

void addModel(CLI::App* app, ModelOptions& options)
{
    addProject(app, options);
    app->add_option("--model", options.model, help(Cli::tr("The model's id or name; name:V0001 for one of its versions")))
        ->required();
}

} // namespace

void addModelCommands(CLI::App& root, Action& chosen)
{
    CLI::App* model = group(root, "model", Cli::tr("Work with the project's library of models"));
    auto importing = std::make_shared<ModelOptions>();
    CLI::App* app = command(*model, "import", Cli::tr("Copy a model or weights into the library"), importing,
                            importModel, chosen);
    addProject(app, *importing);
    app->add_option("--name", importing->name, help(Cli::tr("Name of the model")))->required();
    CLI::Option_group* source = app->add_option_group("source");
    source->add_option("--file", importing->file,
                       help(Cli::tr("Weights (.pth, .safetensors) or a TorchScript program (.pt)")));
    source
        ->add_option("--assistant", importing->assistant,
                     help(Cli::tr("Encoder and decoder of an assistant for the canvas: two TorchScript programs")))
        ->expected(2);
    source->require_option(1);
    app->add_option("--labels", importing->labels,
                    help(Cli::tr("File with one label a line, in the order of the model's outputs")));
    app->add_option("--description", importing->description, help(Cli::tr("Description")));
    app->add_option("--side", importing->side, help(Cli::tr("Side of the pictures that the model takes, in pixels")))
        ->check(CLI::Range(16, 4096));
    app->add_option("--convention", importing->convention,
                    help(Cli::tr("How pixels enter the model (default: rgb-imagenet)")))
        ->check(CLI::IsMember({"rgb", "bgr", "rgb-imagenet", "bgr-imagenet"}));
    addJson(app, *importing);

    auto listing = std::make_shared<ModelOptions>();
    app = command(*model, "list", Cli::tr("List the models"), listing, listModels, chosen);
    addProject(app, *listing);
    addJson(app, *listing);

    auto deleting = std::make_shared<ModelOptions>();
    app = command(*model, "delete", Cli::tr("Delete a model from the library"), deleting, deleteModel, chosen);
    addModel(app, *deleting);

    auto exporting = std::make_shared<ModelOptions>();
    app = command(*model, "export", Cli::tr("Copy a model's weight file to another place"), exporting, exportModel,
                  chosen);
    addModel(app, *exporting);
    app->add_option("--to", exporting->to, help(Cli::tr("The new file")))->required();
}

} // namespace lw::cli
