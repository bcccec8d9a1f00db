// SPDX-License-Identifier: GPL-3.0-or-later
//! dataset export, delete-samples.
#include "app/cli/Commands.h"
#include "app/scenarios/DeleteSamples.h"
#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/LossText.h"

namespace lw::cli {

namespace {

struct ExportOptions : CommonOptions {
    std::string format, to, filter, asDataset, input, output;
    bool withHard = false;
    bool isDevkit = false;
    bool isLinked = false;
    bool isCompact = false;
    bool isWithoutPictures = false;
    bool isChecked = false;
    bool isDryRun = false;
    bool isZip = false;
};

core::Result<scenarios::SampleChoice> choiceOf(const OpenDataset& open, const std::string& filter)
{
    scenarios::SampleChoice choice;
    auto parsed = scenarios::filterFromText(*open.store, open.dataset.id, toText(filter));
    if (!parsed) {
        return core::failure(parsed.error());
    }
    choice.filter = std::move(*parsed);
    return choice;
}

void sayLosses(Context& context, const formats::LossReport& report)
{
    for (const formats::Loss& loss : report.losses) {
        context.say(scenarios::lossText(loss));
    }
    if (report.losses.empty()) {
        context.say(Cli::tr("Nothing is lost."));
    }
}

QJsonObject exportJson(const scenarios::ExportOutcome& outcome)
{
    QJsonObject json{{QStringLiteral("samples"), outcome.samples},
                     {QStringLiteral("annotations"), outcome.annotations},
                     {QStringLiteral("skipped"), outcome.skipped},
                     {QStringLiteral("path"), outcome.path},
                     {QStringLiteral("losses"), scenarios::toJson(outcome.losses)},
                     {QStringLiteral("problems"), toJson(outcome.problems)}};
    if (outcome.check) {
        json.insert(QStringLiteral("check"), QJsonObject{{QStringLiteral("samples"), outcome.check->samples},
                                                         {QStringLiteral("annotations"), outcome.check->annotations},
                                                         {QStringLiteral("differences"), outcome.check->differences}});
    }
    return json;
}

int exportToFolder(Context& context, const ExportOptions& options, const OpenDataset& open,
                   scenarios::SampleChoice&& choice)
{
    scenarios::ExportRequest request;
    request.dataset = open.dataset.id;
    request.samples = std::move(choice);
    request.format = toText(options.format);
    request.to = toText(options.to);
    request.withHard = options.withHard;
    request.devkitLayout = options.isDevkit;
    request.linkPictures = options.isLinked;
    request.compactMasks = options.isCompact;
    request.withPictures = !options.isWithoutPictures;
    request.check = options.isChecked;
    request.zip = options.isZip;
    const auto losses = scenarios::exportLosses(*open.store, request, context.control(Cli::tr("Looking for losses")));
    if (!losses) {
        return context.fail(losses.error());
    }
    if (!options.isJson) {
        sayLosses(context, *losses);
    }
    if (options.isDryRun) {
        if (options.isJson) {
            context.print(QJsonObject{{QStringLiteral("samples"), losses->samples},
                                      {QStringLiteral("annotations"), losses->annotations},
                                      {QStringLiteral("losses"), scenarios::toJson(*losses)}});
        }
        return context.finish({}, options.isJson);
    }
    const auto outcome = scenarios::exportDataset(*open.store, request, context.control(Cli::tr("Exporting")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        context.print(exportJson(*outcome));
    } else {
        context.say(Cli::tr("Exported %1 samples with %2 annotations to %3")
                        .arg(QString::number(outcome->samples), QString::number(outcome->annotations), outcome->path));
        if (outcome->check) {
            context.say(Cli::tr("Read back %1 samples with %2 annotations: %3 differences")
                            .arg(outcome->check->samples)
                            .arg(outcome->check->annotations)
                            .arg(outcome->check->differences));
        }
    }
    return context.finish(outcome->problems, options.isJson);
}

int exportToDataset(Context& context, const ExportOptions& options, const OpenDataset& open,
                    scenarios::SampleChoice&& choice)
{
    scenarios::ExportAsDatasetRequest request;
    request.dataset = open.dataset.id;
    request.samples = std::move(choice);
    request.target.name = toText(options.asDataset);
    request.target.inputLocation = toText(options.input);
    request.target.outputLocation = toText(options.output);
    request.withHard = options.withHard;
    const auto outcome = scenarios::exportAsDataset(*open.store, request, context.control(Cli::tr("Exporting")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("dataset"), outcome->dataset.name},
                                  {QStringLiteral("samples"), outcome->samples},
                                  {QStringLiteral("annotations"), outcome->annotations},
                                  {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        context.say(
            Cli::tr("Exported %1 samples with %2 annotations as the dataset %3")
                .arg(QString::number(outcome->samples), QString::number(outcome->annotations), outcome->dataset.name));
    }
    return context.finish(outcome->problems, options.isJson);
}

int runExport(Context& context, const ExportOptions& options)
{
    const bool isToDataset = !options.asDataset.empty();
    if (isToDataset ? options.input.empty() || options.output.empty()
                    : options.format.empty() || (options.to.empty() && !options.isDryRun)) {
        return context.fail({core::ErrorCode::InvalidArgument,
                             Cli::tr("An export needs --format and --to, or --as-dataset with --input and --output."),
                             {},
                             0});
    }
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    auto choice = choiceOf(*open, options.filter);
    if (!choice) {
        return context.fail(choice.error());
    }
    return isToDataset ? exportToDataset(context, options, *open, std::move(*choice))
                       : exportToFolder(context, options, *open, std::move(*choice));
}

struct DeleteOptions : CommonOptions {
    std::string filter;
    bool withFiles = false;
    bool isSure = false;
};

/// AN-6: says what else uses the samples before anything goes.
QString usesText(const store::SampleUsageReport& report)
{
    QStringList uses;
    for (const store::UseBy& use : report.datasets) {
        uses.append(Cli::tr("%n of the files also belong to the dataset %1.", nullptr, int(use.samples)).arg(use.name));
    }
    for (const store::UseBy& use : report.versions) {
        uses.append(
            Cli::tr("%n of the samples are in the published version %1.", nullptr, int(use.samples)).arg(use.name));
    }
    return uses.join(u' ');
}

int runDelete(Context& context, const DeleteOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    const auto choice = choiceOf(*open, options.filter);
    const auto ids = choice ? scenarios::chosenSamples(*open->store, open->dataset.id, *choice)
                            : core::Result<QList<domain::SampleId>>(core::failure(choice.error()));
    const auto uses = ids ? scenarios::usesOfSamples(*open->store, open->dataset.id, *ids)
                          : core::Result<store::SampleUsageReport>(core::failure(ids.error()));
    if (!uses) {
        return context.fail(uses.error());
    }
    if (!options.isSure) {
        const QString question =
            Cli::tr("%n sample(s) would be deleted; add --yes to do it.", nullptr, int(ids->size()));
        return context.fail(
            {core::ErrorCode::InvalidArgument, QString(question + u' ' + usesText(*uses)).trimmed(), {}, 0});
    }
    const auto outcome =
        scenarios::deleteSamples(*open->store, open->dataset.id, *ids,
                                 options.withFiles ? scenarios::SourceFiles::Delete : scenarios::SourceFiles::Keep,
                                 context.control(Cli::tr("Deleting")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("samples"), outcome->samples},
                                  {QStringLiteral("files"), outcome->files},
                                  {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        context.say(Cli::tr("Deleted %1 samples and %2 files").arg(outcome->samples).arg(outcome->files));
    }
    return context.finish(outcome->problems, options.isJson);
}

} // namespace

void addExportCommands(CLI::App& dataset, Action& chosen)
{
    auto options = std::make_shared<ExportOptions>();
    CLI::App* app = command(dataset, "export", Cli::tr("Write samples to a folder or as a new dataset"), options,
                            runExport, chosen);
    addDataset(app, *options);
    app->add_option("--format", options->format, help(Cli::tr("What to write")))
        ->check(CLI::IsMember(formatIds()));
    app->add_option("--to", options->to, help(Cli::tr("A folder that is absent or empty")));
    app->add_option("--filter", options->filter,
                    help(Cli::tr("Only samples that match, e.g. \"state=labelled label=cat hard=true\"")));
    app->add_flag("--hard", options->withHard, help(Cli::tr("Write the hard attributes")));
    app->add_flag("--devkit", options->isDevkit, help(Cli::tr("voc: folders Annotations, JPEGImages, ImageSets")));
    app->add_flag("--link", options->isLinked, help(Cli::tr("Hard links to the pictures instead of copies")));
    app->add_flag("--compact-masks", options->isCompact, help(Cli::tr("coco: masks as compressed text")));
    app->add_flag("--no-pictures", options->isWithoutPictures,
                  help(Cli::tr("coco: the annotations only, which name the pictures where they are")));
    app->add_flag("--zip", options->isZip, help(Cli::tr("Pack it: --to is the name of a zip archive")));
    app->add_flag("--check", options->isChecked, help(Cli::tr("Read what was written and compare it")));
    app->add_flag("--dry-run", options->isDryRun, help(Cli::tr("Only say what the format cannot hold")));
    app->add_option("--as-dataset", options->asDataset, help(Cli::tr("Name of a new dataset instead of a folder")));
    app->add_option("--input", options->input, help(Cli::tr("Input location of the new dataset")));
    app->add_option("--output", options->output, help(Cli::tr("Output location of the new dataset")));
    addJson(app, *options);

    auto deletion = std::make_shared<DeleteOptions>();
    app = command(dataset, "delete-samples", Cli::tr("Remove samples from a dataset"), deletion, runDelete, chosen);
    addDataset(app, *deletion);
    app->add_option("--filter", deletion->filter, help(Cli::tr("Which samples")))->required();
    app->add_flag("--with-files", deletion->withFiles, help(Cli::tr("Delete their files from disk too")));
    app->add_flag("--yes", deletion->isSure,
                  help(Cli::tr("Really delete; without this the command only says what would happen")));
    addJson(app, *deletion);
}

} // namespace lw::cli
