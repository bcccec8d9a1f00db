// SPDX-License-Identifier: GPL-3.0-or-later
//! dataset import, sync, add-files.
#include "app/cli/Commands.h"
#include "app/scenarios/AddFiles.h"
#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/SyncDataset.h"
#include "engine/formats/FormatRegistry.h"
#include "engine/media/PixelLimit.h"

namespace lw::cli {

namespace {

constexpr qint64 kPixelsPerMega = 1'000'000;

/// The limit that every command which takes pictures has.
struct TakeOptions : CommonOptions {
    int maxMegapixels = int(media::kDefaultMaxPixels / kPixelsPerMega);

    [[nodiscard]] qint64 maxPixels() const { return maxMegapixels * kPixelsPerMega; }
};

struct ImportOptions : TakeOptions {
    std::string format, from, labels, annotations, pictures;
    std::vector<std::string> mapping;
    bool copiesFiles = false;
    bool isWithoutLabels = false;
    bool isHardOnly = false;
    bool isBoxesOnly = false;
    int maxUnpackedGigabytes = int(formats::ZipLimits().maxBytes >> 30);
    int maxRatio = formats::ZipLimits().maxRatio;
};

QJsonObject numbers(const char* first, qint64 a, const char* second, qint64 b)
{
    return {{QLatin1String(first), a}, {QLatin1String(second), b}};
}

core::Result<std::vector<formats::MappingRule>> mappingRules(const std::vector<std::string>& arguments)
{
    std::vector<formats::MappingRule> rules;
    for (const std::string& argument : arguments) {
        const QString text = toText(argument);
        const qsizetype equals = text.lastIndexOf(u'=');
        if (equals <= 0 || equals + 1 == text.size()) {
            return core::failure(core::ErrorCode::InvalidArgument,
                                 Cli::tr("“%1” is not a mapping; write it as PREFIX=FOLDER.").arg(text));
        }
        rules.push_back({text.left(equals), scenarios::cleanPath(text.mid(equals + 1))});
    }
    return rules;
}

int runImport(Context& context, const ImportOptions& options)
{
    auto rules = mappingRules(options.mapping);
    if (!rules) {
        return context.fail(rules.error());
    }
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    scenarios::ImportRequest request;
    request.dataset = open->dataset.id;
    request.format = options.format == "auto" ? QString() : toText(options.format);
    request.from = toText(options.from);
    request.copiesFiles = options.copiesFiles;
    request.labelsToTake = toList(options.labels);
    request.withLabels = !options.isWithoutLabels;
    request.hardOnly = options.isHardOnly;
    request.boxesOnly = options.isBoxesOnly;
    request.mapping = std::move(*rules);
    request.annotationFolder = toText(options.annotations);
    request.pictureFolder = toText(options.pictures);
    request.maxPixels = options.maxPixels();
    request.archiveLimits.maxBytes = qint64(options.maxUnpackedGigabytes) << 30;
    request.archiveLimits.maxRatio = options.maxRatio;
    const auto outcome = scenarios::importDataset(*open->store, request, context.control(Cli::tr("Importing")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    const scenarios::IntakeCounts& counts = outcome->counts;
    if (options.isJson) {
        QJsonObject samples = numbers("added", counts.samplesAdded, "updated", counts.samplesUpdated);
        samples.insert(QStringLiteral("skipped"), counts.samplesSkipped);
        context.print(QJsonObject{{QStringLiteral("samples"), samples},
                                  {QStringLiteral("annotations"),
                                   numbers("added", counts.annotationsAdded, "skipped", counts.annotationsSkipped)},
                                  {QStringLiteral("format"), outcome->format},
                                  {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        if (!outcome->reason.isEmpty()) {
            context.say(outcome->reason);
        }
        context.say(Cli::tr("Samples: %1 added, %2 updated, %3 skipped; annotations: %4 added, %5 skipped")
                        .arg(counts.samplesAdded)
                        .arg(counts.samplesUpdated)
                        .arg(counts.samplesSkipped)
                        .arg(counts.annotationsAdded)
                        .arg(counts.annotationsSkipped));
    }
    return context.finish(outcome->problems, options.isJson);
}

int runSync(Context& context, const TakeOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    const auto outcome = scenarios::syncDataset(*open->store, open->dataset.id,
                                                context.control(Cli::tr("Synchronizing")), options.maxPixels());
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        context.print(
            QJsonObject{{QStringLiteral("samples"), QJsonObject{{QStringLiteral("added"), outcome->added},
                                                                {QStringLiteral("updated"), outcome->changed},
                                                                {QStringLiteral("missing"), outcome->missing},
                                                                {QStringLiteral("found"), outcome->found},
                                                                {QStringLiteral("skipped"), outcome->skipped}}},
                        {QStringLiteral("annotations"),
                         numbers("added", outcome->annotationsAdded, "skipped", outcome->annotationsSkipped)},
                        {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        context.say(
            Cli::tr("Samples: %1 new, %2 changed, %3 missing, %4 found again, %5 skipped; annotations: %6 added")
                .arg(outcome->added)
                .arg(outcome->changed)
                .arg(outcome->missing)
                .arg(outcome->found)
                .arg(outcome->skipped)
                .arg(outcome->annotationsAdded));
    }
    return context.finish(outcome->problems, options.isJson);
}

struct AddOptions : TakeOptions {
    std::vector<std::string> files;
};

int runAdd(Context& context, const AddOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    QStringList paths;
    for (const std::string& file : options.files) {
        paths.append(toText(file));
    }
    const auto outcome = scenarios::addFiles(*open->store, open->dataset.id, paths,
                                             context.control(Cli::tr("Adding files")), options.maxPixels());
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{
            {QStringLiteral("samples"), numbers("added", outcome->added, "skipped", outcome->skipped)},
            {QStringLiteral("annotations"), QJsonObject{{QStringLiteral("added"), outcome->annotationsAdded}}},
            {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        context.say(Cli::tr("Samples: %1 added, %2 skipped").arg(outcome->added).arg(outcome->skipped));
    }
    return context.finish(outcome->problems, options.isJson);
}

void addLimit(CLI::App* app, TakeOptions& options)
{
    app->add_option("--max-megapixels", options.maxMegapixels,
                    help(Cli::tr("Refuse pictures of more megapixels (default: 1000)")))
        ->check(CLI::Range(1, 100'000));
}

} // namespace

std::vector<std::string> formatIds()
{
    std::vector<std::string> ids;
    for (const formats::Format& format : formats::allFormats()) {
        ids.emplace_back(format.id);
    }
    return ids;
}

void addImportCommands(CLI::App& dataset, Action& chosen)
{
    auto import = std::make_shared<ImportOptions>();
    CLI::App* app =
        command(dataset, "import", Cli::tr("Import labelled pictures into a dataset"), import, runImport, chosen);
    addDataset(app, *import);
    std::vector<std::string> ids = formatIds();
    ids.emplace_back("auto");
    app->add_option("--format", import->format, help(Cli::tr("How the pictures are labelled; auto, the default, recognises it")))
        ->check(CLI::IsMember(ids));
    app->add_option("--from", import->from, help(Cli::tr("A folder or a file, as the format has it, or a zip archive of it")))->required();
    app->add_flag("--copy", import->copiesFiles, help(Cli::tr("Copy the pictures into the input location")));
    app->add_option("--labels", import->labels, help(Cli::tr("Import only these labels, separated by commas")));
    app->add_flag("--no-labels", import->isWithoutLabels, help(Cli::tr("Import the pictures only")));
    app->add_flag("--hard-only", import->isHardOnly, help(Cli::tr("Import hard examples only")));
    app->add_flag("--boxes", import->isBoxesOnly,
                  help(Cli::tr("Object detection: take the boxes of objects that have an outline too")));
    app->add_option("--map", import->mapping,
                    help(Cli::tr("PREFIX=FOLDER: where sources of a manifest lie; may be repeated")))
        ->allow_extra_args(false);
    app->add_option("--annotations", import->annotations, help(Cli::tr("Folder of the XML files (voc)")));
    app->add_option("--pictures", import->pictures, help(Cli::tr("Folder of the pictures (voc)")));
    app->add_option("--max-unpacked-gb", import->maxUnpackedGigabytes,
                    help(Cli::tr("Refuse archives that unpack to more gigabytes (default: 100)")))
        ->check(CLI::Range(1, 1'000'000));
    app->add_option("--max-ratio", import->maxRatio,
                    help(Cli::tr("Refuse archives that grow by a larger factor when unpacked (default: 200)")))
        ->check(CLI::Range(1, 1'000'000));
    addLimit(app, *import);
    addJson(app, *import);

    auto sync = std::make_shared<TakeOptions>();
    app = command(dataset, "sync", Cli::tr("Follow new, changed and vanished files of the input location"), sync,
                  runSync, chosen);
    addDataset(app, *sync);
    addLimit(app, *sync);
    addJson(app, *sync);

    auto add = std::make_shared<AddOptions>();
    app = command(dataset, "add-files", Cli::tr("Copy pictures or folders of pictures into the dataset"), add, runAdd,
                  chosen);
    addDataset(app, *add);
    app->add_option("FILE", add->files, help(Cli::tr("Pictures or folders")))->required();
    addLimit(app, *add);
    addJson(app, *add);
}

} // namespace lw::cli
