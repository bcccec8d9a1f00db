// SPDX-License-Identifier: GPL-3.0-or-later
//! dataset publish, versions, diff, set-current, delete-version.
#include "app/cli/Commands.h"
#include "app/scenarios/PublishVersion.h"
#include "models/store/VersionRepository.h"

#include <QDateTime>

namespace lw::cli {

namespace {

struct PublishOptions : CommonOptions {
    std::string version, description;
    std::optional<double> trainRatio;
    quint64 seed = scenarios::kDefaultSeed;
    bool withHard = false;
};

int publish(Context& context, const PublishOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    scenarios::PublishRequest request;
    request.dataset = open->dataset.id;
    request.name = toText(options.version);
    request.description = toText(options.description);
    request.trainRatio = options.trainRatio;
    request.seed = options.seed;
    request.withHard = options.withHard;
    const auto outcome = scenarios::publishVersion(*open->store, request, context.control(Cli::tr("Publishing")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    const domain::Version& version = outcome->version;
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("version"), version.name},
                                  {QStringLiteral("manifest"), version.manifestPath},
                                  {QStringLiteral("samples"), version.samples},
                                  {QStringLiteral("labelled"), version.labelled},
                                  {QStringLiteral("annotations"), version.annotations},
                                  {QStringLiteral("train"), outcome->train},
                                  {QStringLiteral("eval"), outcome->eval},
                                  {QStringLiteral("seed"), qint64(version.seed)},
                                  {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else {
        context.say(Cli::tr("Published %1 with %2 samples and %3 annotations: %4")
                        .arg(version.name, QString::number(version.samples), QString::number(version.annotations),
                             version.manifestPath));
        if (version.trainRatio) {
            context.say(
                Cli::tr("%1 samples for training, %2 for validation, split evenly over the label sets with seed %3")
                    .arg(outcome->train)
                    .arg(outcome->eval)
                    .arg(version.seed));
        }
    }
    return context.finish(outcome->problems, options.isJson);
}

int list(Context& context, const CommonOptions& options)
{
    const auto open = context.openDataset(options);
    const auto versions = open ? store::VersionRepository(*open->store).list(open->dataset.id)
                               : core::Result<std::vector<domain::Version>>(core::failure(open.error()));
    if (!versions) {
        return context.fail(versions.error());
    }
    QJsonArray json;
    for (const domain::Version& version : *versions) {
        const bool isCurrent = version.id == open->dataset.currentVersion;
        const QString created = QDateTime::fromMSecsSinceEpoch(version.createdAt, Qt::UTC).toString(Qt::ISODate);
        if (!options.isJson) {
            context.print(QStringLiteral("%1 %2  %3  %4  %5")
                              .arg(isCurrent ? QStringLiteral("*") : QStringLiteral(" "), version.name, created,
                                   QString::number(version.samples), version.manifestPath));
        }
        QJsonObject one{{QStringLiteral("name"), version.name},
                        {QStringLiteral("description"), version.description},
                        {QStringLiteral("created"), created},
                        {QStringLiteral("samples"), version.samples},
                        {QStringLiteral("labelled"), version.labelled},
                        {QStringLiteral("annotations"), version.annotations},
                        {QStringLiteral("seed"), qint64(version.seed)},
                        {QStringLiteral("hard"), version.hasHardAttribute},
                        {QStringLiteral("draft"), version.isDraft},
                        {QStringLiteral("current"), isCurrent},
                        {QStringLiteral("manifest"), version.manifestPath}};
        one.insert(QStringLiteral("train_ratio"), version.trainRatio ? QJsonValue(*version.trainRatio) : QJsonValue());
        json.append(one);
    }
    if (options.isJson) {
        context.print(QJsonValue(json));
    }
    return kDone;
}

struct DiffOptions : CommonOptions {
    std::string from, to;
};

QStringList fateOf(const store::VersionDiff::LabelChange& label)
{
    QStringList words;
    if (label.isAdded()) {
        words.append(QStringLiteral("added"));
    }
    if (label.isRemoved()) {
        words.append(QStringLiteral("removed"));
    }
    if (label.isRenamed()) {
        words.append(QStringLiteral("renamed"));
    }
    if (label.isRecoloured()) {
        words.append(QStringLiteral("recoloured"));
    }
    return words;
}

QJsonObject numbers(qint64 added, qint64 removed, qint64 changed)
{
    return {{QStringLiteral("added"), added}, {QStringLiteral("removed"), removed}, {QStringLiteral("changed"), changed}};
}

QJsonObject toJson(const store::VersionDiff& diff)
{
    QJsonArray labels;
    for (const store::VersionDiff::LabelChange& label : diff.labels) {
        labels.append(QJsonObject{{QStringLiteral("name"), label.label},
                                  {QStringLiteral("name_before"), label.nameBefore},
                                  {QStringLiteral("before"), label.before},
                                  {QStringLiteral("after"), label.after},
                                  {QStringLiteral("changes"), QJsonArray::fromStringList(fateOf(label))}});
    }
    QJsonArray samples;
    for (const store::VersionDiff::SampleChange& sample : diff.samples) {
        using enum store::VersionDiff::Fate;
        const QString fate = sample.fate == Added     ? QStringLiteral("added")
                             : sample.fate == Removed ? QStringLiteral("removed")
                                                      : QStringLiteral("changed");
        samples.append(QJsonObject{{QStringLiteral("sample"), sample.name},
                                   {QStringLiteral("id"), sample.sample.value},
                                   {QStringLiteral("change"), fate},
                                   {QStringLiteral("annotations"),
                                    numbers(sample.added, sample.removed, sample.changed)}});
    }
    return {{QStringLiteral("samples"), numbers(diff.added.size(), diff.removed.size(), diff.changed.size())},
            {QStringLiteral("annotations"),
             numbers(diff.annotationsAdded, diff.annotationsRemoved, diff.annotationsChanged)},
            {QStringLiteral("labels"), labels},
            {QStringLiteral("changes"), samples}};
}

int diff(Context& context, const DiffOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    const store::VersionRepository versions(*open->store);
    const auto before = versions.findByName(open->dataset.id, toText(options.from));
    const auto after = versions.findByName(open->dataset.id, toText(options.to));
    if (!before || !after) {
        return context.fail(before ? after.error() : before.error());
    }
    const auto change = versions.diff(before->id, after->id);
    if (!change) {
        return context.fail(change.error());
    }
    if (options.isJson) {
        context.print(toJson(*change));
        return kDone;
    }
    context.print(Cli::tr("Samples: %1 added, %2 removed, %3 changed")
                      .arg(change->added.size())
                      .arg(change->removed.size())
                      .arg(change->changed.size()));
    context.print(Cli::tr("Annotations: %1 added, %2 removed, %3 changed")
                      .arg(change->annotationsAdded)
                      .arg(change->annotationsRemoved)
                      .arg(change->annotationsChanged));
    for (const store::VersionDiff::LabelChange& label : change->labels) {
        context.print(Cli::tr("%1: %2 before, %3 after").arg(label.label).arg(label.before).arg(label.after));
        if (label.isRenamed()) {
            context.print(Cli::tr("%1 was called %2").arg(label.nameAfter, label.nameBefore));
        }
    }
    return kDone;
}

struct VersionOptions : CommonOptions {
    std::string version;
};

int setCurrent(Context& context, const VersionOptions& options)
{
    const auto open = context.openDataset(options);
    const auto version =
        open ? store::VersionRepository(*open->store).findByName(open->dataset.id, toText(options.version))
             : core::Result<domain::Version>(core::failure(open.error()));
    const auto outcome = version ? scenarios::setCurrentVersion(*open->store, version->id)
                                 : core::Result<scenarios::SetCurrentOutcome>(core::failure(version.error()));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        context.print(
            QJsonObject{{QStringLiteral("version"), version->name},
                        {QStringLiteral("draft"), outcome->draft ? QJsonValue(outcome->draft->name) : QJsonValue()}});
        return kDone;
    }
    context.say(Cli::tr("The dataset shows %1 now").arg(version->name));
    if (outcome->draft) {
        context.say(Cli::tr("Unpublished work is kept as %1").arg(outcome->draft->name));
    }
    return kDone;
}

int deleteVersion(Context& context, const VersionOptions& options)
{
    const auto open = context.openDataset(options);
    const auto version =
        open ? store::VersionRepository(*open->store).findByName(open->dataset.id, toText(options.version))
             : core::Result<domain::Version>(core::failure(open.error()));
    const auto removed =
        version ? scenarios::deleteVersion(*open->store, version->id) : core::Result<>(core::failure(version.error()));
    if (!removed) {
        return context.fail(removed.error());
    }
    context.say(Cli::tr("Deleted the version %1; its files stay on disk").arg(version->name));
    return kDone;
}

void addPublish(CLI::App& dataset, Action& chosen)
{
    auto options = std::make_shared<PublishOptions>();
    CLI::App* app =
        command(dataset, "publish", Cli::tr("Freeze the state of a dataset as a version"), options, publish, chosen);
    addDataset(app, *options);
    app->add_option("--version", options->version, help(Cli::tr("Name of the version; V001, V002, … by default")));
    app->add_option("--description", options->description, help(Cli::tr("Any text")));
    app->add_option("--train-ratio", options->trainRatio,
                    help(Cli::tr("Share of samples for training, 0 to 1; without it no split")))
        ->check(CLI::Range(0.0, 1.0));
    app->add_option("--seed", options->seed, help(Cli::tr("Number that decides the split")))->capture_default_str();
    app->add_flag("--hard", options->withHard, help(Cli::tr("Write the hard attributes")));
    addJson(app, *options);
}

} // namespace

void addVersionCommands(CLI::App& dataset, Action& chosen)
{
    addPublish(dataset, chosen);

    auto listing = std::make_shared<CommonOptions>();
    CLI::App* app = command(dataset, "versions", Cli::tr("List the versions of a dataset"), listing, list, chosen);
    addDataset(app, *listing);
    addJson(app, *listing);

    auto comparison = std::make_shared<DiffOptions>();
    app = command(dataset, "diff", Cli::tr("Show what differs between two versions"), comparison, diff, chosen);
    addDataset(app, *comparison);
    app->add_option("--from,--version-a", comparison->from, help(Cli::tr("The earlier version")))->required();
    app->add_option("--to,--version-b", comparison->to, help(Cli::tr("The later version")))->required();
    addJson(app, *comparison);

    auto current = std::make_shared<VersionOptions>();
    app = command(dataset, "set-current", Cli::tr("Make the dataset show a version"), current, setCurrent, chosen);
    addDataset(app, *current);
    app->add_option("--version", current->version, help(Cli::tr("Name of the version")))->required();
    addJson(app, *current);

    auto deletion = std::make_shared<VersionOptions>();
    app = command(dataset, "delete-version", Cli::tr("Remove a version from the list; its files stay on disk"),
                  deletion, deleteVersion, chosen);
    addDataset(app, *deletion);
    app->add_option("--version", deletion->version, help(Cli::tr("Name of the version")))->required();
}

} // namespace lw::cli
