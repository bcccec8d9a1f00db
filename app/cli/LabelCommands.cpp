// SPDX-License-Identifier: GPL-3.0-or-later
//! dataset labels list, add, rename, recolour, delete.
#include "app/cli/Commands.h"
#include "app/cli/LabelArgument.h"
#include "app/scenarios/DeleteSamples.h"
#include "app/scenarios/EditLabels.h"
#include "models/store/LabelRepository.h"

namespace lw::cli {

namespace {

struct LabelOptions : CommonOptions {
    std::string label;
    std::string value; ///< new name or colour
    std::string shortcut;
    bool withSamples = false;
    bool withFiles = false;
};

struct OpenLabel {
    OpenDataset open;
    domain::Label label;
};

core::Result<OpenLabel> openLabel(Context& context, const LabelOptions& options)
{
    auto open = context.openDataset(options);
    if (!open) {
        return core::failure(open.error());
    }
    const auto label = scenarios::findLabel(*open->store, open->dataset.id, toText(options.label));
    if (!label) {
        return core::failure(label.error());
    }
    return OpenLabel{std::move(*open), *label};
}

QString colourText(domain::Rgb colour)
{
    return QStringLiteral("#%1").arg(colour & 0xffffffU, 6, 16, QLatin1Char('0'));
}

int list(Context& context, const CommonOptions& options)
{
    const auto open = context.openDataset(options);
    const auto labels = open ? store::LabelRepository(*open->store).list(open->dataset.id)
                             : core::Result<std::vector<domain::Label>>(core::failure(open.error()));
    if (!labels) {
        return context.fail(labels.error());
    }
    QJsonArray json;
    for (const domain::Label& label : *labels) {
        if (!options.isJson) {
            context.print(QStringLiteral("%1  %2  %3")
                              .arg(label.name, colourText(label.colour), QString::number(label.annotations)));
        }
        json.append(QJsonObject{{QStringLiteral("name"), label.name},
                                {QStringLiteral("colour"), colourText(label.colour)},
                                {QStringLiteral("shortcut"), label.shortcut},
                                {QStringLiteral("samples"), label.samples},
                                {QStringLiteral("annotations"), label.annotations}});
    }
    if (options.isJson) {
        context.print(QJsonValue(json));
    }
    return kDone;
}

int add(Context& context, const LabelOptions& options)
{
    core::Result<domain::Label> label = labelFromArgument(toText(options.label));
    if (!label) {
        return context.fail(label.error());
    }
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    label->datasetId = open->dataset.id;
    label->shortcut = toText(options.shortcut);
    if (const auto added = scenarios::addLabel(*open->store, *label); !added) {
        return context.fail(added.error());
    }
    context.say(Cli::tr("Added the label %1").arg(label->name));
    return kDone;
}

int rename(Context& context, const LabelOptions& options)
{
    const auto what = openLabel(context, options);
    if (!what) {
        return context.fail(what.error());
    }
    const QString name = toText(options.value);
    const auto outcome = scenarios::renameLabel(*what->open.store, what->open.dataset.id, what->label.id, name);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    context.say(outcome->isMerged ? Cli::tr("Moved the annotations of %1 to %2").arg(what->label.name, name)
                                  : Cli::tr("Renamed %1 to %2").arg(what->label.name, name));
    return kDone;
}

int recolour(Context& context, const LabelOptions& options)
{
    const auto colour = colourFromArgument(toText(options.value));
    if (!colour) {
        return context.fail(colour.error());
    }
    const auto what = openLabel(context, options);
    if (!what) {
        return context.fail(what.error());
    }
    scenarios::LabelChange change;
    change.colour = *colour;
    const auto changed = scenarios::changeLabel(*what->open.store, what->open.dataset.id, what->label.id, change);
    if (!changed) {
        return context.fail(changed.error());
    }
    context.say(Cli::tr("Changed the label %1").arg(what->label.name));
    return kDone;
}

int remove(Context& context, const LabelOptions& options)
{
    const auto what = openLabel(context, options);
    if (!what) {
        return context.fail(what.error());
    }
    const auto mode = options.withFiles     ? scenarios::LabelDeletion::WithSamplesAndFiles
                      : options.withSamples ? scenarios::LabelDeletion::WithSamples
                                            : scenarios::LabelDeletion::LabelOnly;
    const auto outcome = scenarios::deleteLabel(*what->open.store, what->label.id, what->open.dataset.id, mode,
                                                context.control(Cli::tr("Deleting")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    context.say(Cli::tr("Deleted the label %1, %2 samples and %3 files")
                    .arg(what->label.name, QString::number(outcome->samples), QString::number(outcome->files)));
    return context.finish(outcome->problems, false);
}

} // namespace

void addLabelCommands(CLI::App& dataset, Action& chosen)
{
    CLI::App* labels = group(dataset, "labels", Cli::tr("Show and change the label set"));

    auto listing = std::make_shared<CommonOptions>();
    CLI::App* app = command(*labels, "list", Cli::tr("List the labels"), listing, list, chosen);
    addDataset(app, *listing);
    addJson(app, *listing);

    const auto addOne = [&](const char* name, const QString& text, int (*run)(Context&, const LabelOptions&)) {
        auto options = std::make_shared<LabelOptions>();
        CLI::App* one = command(*labels, name, text, options, run, chosen);
        addDataset(one, *options);
        one->add_option("LABEL", options->label, help(Cli::tr("The label")))->required();
        return std::pair(one, options);
    };
    auto [adding, addOptions] = addOne("add", Cli::tr("Add a label, NAME or NAME:#rrggbb"), add);
    adding->add_option("--shortcut", addOptions->shortcut, help(Cli::tr("Key that chooses the label, e.g. 1")));
    auto [renaming, renameOptions] =
        addOne("rename", Cli::tr("Rename a label on all samples; an existing name merges the two"), rename);
    renaming->add_option("NAME", renameOptions->value, help(Cli::tr("The new name")))->required();
    auto [recolouring, recolourOptions] = addOne("recolour", Cli::tr("Give a label another colour"), recolour);
    recolouring->add_option("COLOUR", recolourOptions->value, help(Cli::tr("The new colour, #rrggbb")))->required();
    auto [deleting, deleteOptions] = addOne("delete", Cli::tr("Delete a label and its annotations"), remove);
    deleting->add_flag("--with-samples", deleteOptions->withSamples,
                       help(Cli::tr("Also the samples that have only this label")));
    deleting->add_flag("--with-files", deleteOptions->withFiles, help(Cli::tr("The same, and their source files")));
}

} // namespace lw::cli
