// SPDX-License-Identifier: GPL-3.0-or-later
//! trash list, restore, purge; sample history.
#include "app/cli/Commands.h"
#include "app/cli/SampleArgument.h"
#include "app/scenarios/HistoryText.h"
#include "app/scenarios/Trash.h"
#include "models/store/DatasetRepository.h"
#include "models/store/HistoryRepository.h"
#include "models/store/TrashRepository.h"

#include <QDateTime>

#include <array>

namespace lw::cli {

namespace {

using domain::TrashKind;

constexpr qint64 kDay = 24LL * 3600 * 1000;
constexpr std::array kKindNames = {"sample", "label", "dataset", "version"};

struct TrashOptions : CommonOptions {
    std::string kind;
    std::vector<qint64> ids;
    std::string name;
    std::optional<double> olderThan; ///< days
    bool isAll = false;
    bool isSure = false;
};

QString kindName(TrashKind kind)
{
    return QLatin1String(kKindNames.at(size_t(kind)));
}

QString isoTime(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate) : QString();
}

core::Error usage(const QString& sentence)
{
    return {core::ErrorCode::InvalidArgument, sentence, {}, 0};
}

/// A dataset's name may be that of one in the trash.
core::Result<domain::DatasetId> datasetNamed(store::Store& store, const QString& name)
{
    if (const auto dataset = store::DatasetRepository(store).findByName(name)) {
        return dataset->id;
    }
    const auto deleted = store::TrashRepository(store).list({TrashKind::Dataset, {}, 0});
    if (deleted) {
        for (const domain::TrashEntry& entry : *deleted) {
            if (entry.name == name) {
                return entry.dataset;
            }
        }
    }
    return core::failure(core::ErrorCode::NotFound, name);
}

/// What the options name, the latest first.
core::Result<std::vector<domain::TrashEntry>> chosen(store::Store& store, const TrashOptions& options)
{
    domain::TrashFilter filter;
    for (size_t i = 0; i < kKindNames.size(); ++i) {
        if (options.kind == kKindNames[i]) {
            filter.kind = static_cast<TrashKind>(i);
        }
    }
    if (!options.dataset.empty()) {
        const auto dataset = datasetNamed(store, toText(options.dataset));
        if (!dataset) {
            return core::failure(dataset.error());
        }
        filter.dataset = *dataset;
    }
    if (options.olderThan) {
        filter.deletedBefore = QDateTime::currentMSecsSinceEpoch() - qint64(*options.olderThan * double(kDay));
    }
    auto entries = store::TrashRepository(store).list(filter);
    if (!entries) {
        return entries;
    }
    const QString name = toText(options.name);
    std::erase_if(*entries, [&](const domain::TrashEntry& entry) {
        const bool isNamed = options.ids.empty() ||
                             std::find(options.ids.begin(), options.ids.end(), entry.id.value) != options.ids.end();
        return !isNamed || (!name.isEmpty() && entry.name != name);
    });
    return entries;
}

QJsonObject toJson(const domain::TrashEntry& entry)
{
    return {{QStringLiteral("id"), entry.id.value},
            {QStringLiteral("kind"), kindName(entry.kind)},
            {QStringLiteral("name"), entry.name},
            {QStringLiteral("dataset"), entry.datasetName},
            {QStringLiteral("deleted"), isoTime(entry.deletedAt)},
            {QStringLiteral("by"), entry.deletedBy},
            {QStringLiteral("with_label"), entry.withLabel}};
}

int list(Context& context, const TrashOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    const auto entries = chosen(**store, options);
    if (!entries) {
        return context.fail(entries.error());
    }
    QJsonArray json;
    for (const domain::TrashEntry& entry : *entries) {
        if (options.isJson) {
            json.append(toJson(entry));
        } else {
            context.print(QStringLiteral("%1  %2  %3  %4  %5  %6")
                              .arg(QString::number(entry.id.value), kindName(entry.kind), entry.datasetName, entry.name,
                                   isoTime(entry.deletedAt), entry.deletedBy));
        }
    }
    if (options.isJson) {
        context.print(QJsonValue(json));
    }
    return kDone;
}

/// Nothing named is a mistake rather than "everything".
bool namesNothing(const TrashOptions& options)
{
    return !options.isAll && options.ids.empty() && options.name.empty() && !options.olderThan;
}

core::Result<QList<domain::TrashId>> chosenIds(store::Store& store, const TrashOptions& options)
{
    const auto entries = chosen(store, options);
    if (!entries) {
        return core::failure(entries.error());
    }
    if (entries->empty()) {
        return core::failure(core::ErrorCode::NotFound, Cli::tr("Nothing like that is in the trash."));
    }
    QList<domain::TrashId> ids;
    for (const domain::TrashEntry& entry : *entries) {
        ids.append(entry.id);
    }
    return ids;
}

int restore(Context& context, const TrashOptions& options)
{
    if (namesNothing(options)) {
        return context.fail(usage(Cli::tr("Say what to restore: --id, --name or --all.")));
    }
    const auto store = context.openProject(options);
    const auto ids = store ? chosenIds(**store, options)
                           : core::Result<QList<domain::TrashId>>(core::failure(store.error()));
    if (!ids) {
        return context.fail(ids.error());
    }
    const auto outcome = scenarios::restoreFromTrash(**store, *ids);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    const QStringList notes = scenarios::restoreNotes(*outcome);
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("samples"), outcome->samples},
                                  {QStringLiteral("labels"), outcome->labels},
                                  {QStringLiteral("datasets"), outcome->datasets},
                                  {QStringLiteral("versions"), outcome->versions},
                                  {QStringLiteral("missing"), outcome->missing},
                                  {QStringLiteral("lost_annotations"), outcome->lostAnnotations},
                                  {QStringLiteral("refused"), qint64(outcome->refused.size())},
                                  {QStringLiteral("notes"), QJsonArray::fromStringList(notes)}});
    } else {
        context.say(scenarios::restoreText(*outcome));
        for (const QString& note : notes) {
            context.say(note);
        }
    }
    return outcome->refused.empty() ? kDone : kDoneWithProblems;
}

int purge(Context& context, const TrashOptions& options)
{
    if (namesNothing(options)) {
        return context.fail(usage(Cli::tr("Say what to delete for good: --id, --name, --older-than or --all.")));
    }
    const auto store = context.openProject(options);
    const auto ids = store ? chosenIds(**store, options)
                           : core::Result<QList<domain::TrashId>>(core::failure(store.error()));
    if (!ids) {
        return context.fail(ids.error());
    }
    if (!options.isSure) {
        return context.fail(usage(Cli::tr("This would delete %n thing(s) for good, which cannot be taken back; add "
                                          "--yes if that is meant.", nullptr, int(ids->size()))));
    }
    const auto outcome = scenarios::deleteForGood(**store, *ids, context.control(Cli::tr("Deleting for good")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("samples"), outcome->samples},
                                  {QStringLiteral("labels"), outcome->labels},
                                  {QStringLiteral("datasets"), outcome->datasets},
                                  {QStringLiteral("versions"), outcome->versions}});
    } else {
        context.say(scenarios::purgeText(*outcome));
    }
    return kDone;
}

struct HistoryOptions : CommonOptions {
    std::string sample;
    std::optional<qint64> annotation;
};

QJsonObject toJson(const domain::AnnotationNote& note, const scenarios::LabelNames& names)
{
    QJsonObject object{{QStringLiteral("annotation"), note.id.value},
                       {QStringLiteral("what"), QJsonArray::fromStringList(scenarios::fieldNames(note.fields))},
                       {QStringLiteral("texts"), QJsonArray::fromStringList(scenarios::noteTexts(note, names))}};
    if (note.labelBefore.isValid()) {
        object.insert(QStringLiteral("label_before"), names.value(note.labelBefore));
    }
    if (note.labelAfter.isValid()) {
        object.insert(QStringLiteral("label_after"), names.value(note.labelAfter));
    }
    if (!note.authorBefore.isEmpty()) {
        object.insert(QStringLiteral("author_before"), note.authorBefore);
    }
    return object;
}

int history(Context& context, const HistoryOptions& options)
{
    const auto open = context.openDataset(options);
    const auto sample = open ? sampleNamed(*open->store, open->dataset.id, toText(options.sample))
                             : core::Result<domain::SampleId>(core::failure(open.error()));
    if (!sample) {
        return context.fail(sample.error());
    }
    const store::HistoryRepository repository(*open->store);
    const auto events = options.annotation
                            ? repository.ofAnnotation(*sample, domain::AnnotationId(*options.annotation))
                            : repository.ofSample(*sample);
    if (!events) {
        return context.fail(events.error());
    }
    const scenarios::LabelNames names = repository.labelNames(open->dataset.id).value_or(scenarios::LabelNames());
    QJsonArray json;
    for (const domain::SampleEvent& event : *events) {
        QJsonArray notes;
        QStringList texts;
        for (const domain::AnnotationNote& note : event.notes) {
            notes.append(toJson(note, names));
            texts += scenarios::noteTexts(note, names);
        }
        json.append(QJsonObject{{QStringLiteral("time"), isoTime(event.at)},
                                {QStringLiteral("author"), event.author},
                                {QStringLiteral("cause"), scenarios::causeName(event.cause)},
                                {QStringLiteral("text"), scenarios::eventText(event)},
                                {QStringLiteral("changes"), notes}});
        if (!options.isJson) {
            context.print(QStringLiteral("%1  %2  %3  %4")
                              .arg(isoTime(event.at), event.author, scenarios::eventText(event),
                                   texts.join(QLatin1String("; "))));
        }
    }
    if (options.isJson) {
        context.print(QJsonValue(json));
    }
    return kDone;
}

void addChoice(CLI::App* app, TrashOptions& options)
{
    addProject(app, options);
    app->add_option("--dataset", options.dataset, help(Cli::tr("Only what was in this dataset")));
    app->add_option("--kind", options.kind, help(Cli::tr("Only this kind")))
        ->check(CLI::IsMember({"sample", "label", "dataset", "version"}));
    app->add_option("--id", options.ids, help(Cli::tr("Numbers of things as “trash list” prints them")))->delimiter(',');
    app->add_option("--name", options.name, help(Cli::tr("Only what has this name")));
    app->add_option("--older-than", options.olderThan, help(Cli::tr("Only what was deleted this many days ago or more")))
        ->check(CLI::NonNegativeNumber);
    addJson(app, options);
}

} // namespace

void addTrashCommands(CLI::App& root, Action& chosen)
{
    CLI::App* trash = group(root, "trash", Cli::tr("List, restore and delete for good what was deleted"));
    auto listing = std::make_shared<TrashOptions>();
    addChoice(command(*trash, "list", Cli::tr("List what is in the trash, the latest first"), listing, list, chosen),
              *listing);

    auto restoring = std::make_shared<TrashOptions>();
    CLI::App* app = command(*trash, "restore", Cli::tr("Put things back into their places"), restoring, restore, chosen);
    addChoice(app, *restoring);
    app->add_flag("--all", restoring->isAll, help(Cli::tr("All that the other options leave")));

    auto purging = std::make_shared<TrashOptions>();
    app = command(*trash, "purge", Cli::tr("Delete for good; files on disk stay"), purging, purge, chosen);
    addChoice(app, *purging);
    app->add_flag("--all", purging->isAll, help(Cli::tr("All that the other options leave")));
    app->add_flag("--yes", purging->isSure, help(Cli::tr("Do not ask: delete")));
}

void addHistoryCommand(CLI::App& sample, Action& chosen)
{
    auto options = std::make_shared<HistoryOptions>();
    CLI::App* app = command(sample, "history", Cli::tr("Tell who changed what on a sample, the latest first"), options,
                            history, chosen);
    addDataset(app, *options);
    app->add_option("--sample", options->sample, help(Cli::tr("File name, with its folder if there are several")))
        ->required();
    app->add_option("--annotation", options->annotation, help(Cli::tr("Only this annotation, by its number")));
    addJson(app, *options);
}

} // namespace lw::cli
