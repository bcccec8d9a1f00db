// SPDX-License-Identifier: GPL-3.0-or-later
//! smart-label, smart-label check, apply, confirm, reject, next, runs.
#include "app/cli/Commands.h"
#include "app/cli/EngineArgument.h"
#include "app/cli/EngineJson.h"
#include "app/cli/SampleArgument.h"
#include "app/scenarios/EngineJobs.h"
#include "app/scenarios/NextSamples.h"
#include "app/scenarios/SampleChoice.h"
#include "app/scenarios/SmartLabel.h"
#include "app/scenarios/SmartVerdict.h"
#include "models/store/ProposalRepository.h"

#include <cmath>

namespace lw::cli {

namespace {

struct SmartOptions : CommonOptions {
    std::string mode = "fast";
    std::string model;
    std::string filter;
    double seconds = 0;
    double leastConfidence = -1; ///< of proposals that are made
    double confirmed = 0;        ///< and of those that are confirmed
    double hardShare = 0.2;
    int count = scenarios::kUsualNext;
    bool doesWait = false;
};

const char* conditionName(scenarios::SmartCondition condition)
{
    static constexpr std::array kNames = {"type_unsupported", "too_few_labels", "too_few_samples", "nothing_open",
                                          "another_run",      "model_missing",  "model_unfit",     "engine_missing"};
    return kNames.at(size_t(condition));
}

scenarios::SmartLabelRequest requestOf(const SmartOptions& options, domain::DatasetId dataset)
{
    scenarios::SmartLabelRequest request;
    request.dataset = dataset;
    request.mode = scenarios::smartModeFromName(toText(options.mode)).value_or(scenarios::SmartMode::Fast);
    request.model = toText(options.model);
    request.seconds = options.seconds;
    request.hardShare = options.hardShare;
    if (options.leastConfidence >= 0) {
        request.leastConfidence = options.leastConfidence;
    }
    return request;
}

QJsonObject runJson(const domain::SmartRun& run)
{
    static constexpr std::array kStates = {"writing", "done", "taken_back"};
    QJsonObject json = run.about;
    json.insert(QStringLiteral("job"), run.jobId);
    json.insert(QStringLiteral("state"), QLatin1String(kStates.at(size_t(run.state))));
    json.insert(QStringLiteral("proposed"), run.proposed);
    json.insert(QStringLiteral("skipped"), run.skipped);
    json.insert(QStringLiteral("verdict"), scenarios::smartVerdictName(scenarios::smartVerdict(run.about)));
    json.insert(QStringLiteral("advice"), QJsonArray::fromStringList(scenarios::smartAdvice(run.about)));
    return json;
}

QString runLine(const Context&, const domain::SmartRun& run)
{
    const QJsonValue quality = run.about.value(QStringLiteral("quality"));
    const QString worth = quality.isDouble()
                              ? QStringLiteral("  %1 %2").arg(run.about.value(QStringLiteral("metric")).toString(),
                                                              QString::number(quality.toDouble(), 'f', 3))
                              : QString();
    if (scenarios::smartVerdict(run.about) == scenarios::SmartVerdict::FoundNothing) {
        //: the id of a job, then a sentence
        return Cli::tr("%1: %2").arg(run.jobId, scenarios::smartRunText(run.proposed, run.about)) + worth;
    }
    return Cli::tr("%1: %2 samples to confirm, %3 left alone").arg(run.jobId).arg(run.proposed).arg(run.skipped) + worth;
}

/// How a run ended, and what to do where it learnt too little.
void sayRun(Context& context, const domain::SmartRun& run)
{
    context.say(runLine(context, run));
    if (scenarios::smartVerdict(run.about) == scenarios::SmartVerdict::LearntLittle) {
        context.say(scenarios::smartVerdictText(run.about));
    }
    for (const QString& sentence : scenarios::smartAdvice(run.about)) {
        context.say(sentence);
    }
}

/// Writes what finished runs on the dataset propose and nobody has written yet.
core::Result<std::vector<scenarios::SmartApplyOutcome>> applyWaiting(Context& context, const OpenDataset& open)
{
    const auto entries = scenarios::smartLabelRuns(*open.store, open.dataset.id);
    if (!entries) {
        return core::failure(entries.error());
    }
    std::vector<scenarios::SmartApplyOutcome> outcomes;
    // The oldest first: later proposals take the place of earlier ones.
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        if (!entry->job || !scenarios::needsApplying(*open.store, *entry->job)) {
            continue;
        }
        auto outcome =
            scenarios::applySmartLabel(*open.store, *entry->job, context.control(Cli::tr("Writing proposals")));
        if (!outcome) {
            return core::failure(outcome.error());
        }
        outcomes.push_back(std::move(*outcome));
    }
    return outcomes;
}

int check(Context& context, const SmartOptions& options)
{
    const auto open = context.openDataset(options);
    const auto found = open ? scenarios::checkSmartLabel(*open->store, requestOf(options, open->dataset.id))
                            : core::Result<scenarios::SmartLabelCheck>(core::failure(open.error()));
    if (!found) {
        return context.fail(found.error());
    }
    QJsonArray unmet;
    for (const scenarios::UnmetCondition& condition : found->unmet) {
        unmet.append(QJsonObject{{QStringLiteral("condition"), QLatin1String(conditionName(condition.condition))},
                                 {QStringLiteral("subject"), condition.subject},
                                 {QStringLiteral("count"), condition.count},
                                 {QStringLiteral("text"), scenarios::conditionText(condition)}});
        if (!options.isJson) {
            context.print(scenarios::conditionText(condition));
        }
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("canStart"), found->canStart()},
                                  {QStringLiteral("unmet"), unmet},
                                  {QStringLiteral("labelled"), found->labelled},
                                  {QStringLiteral("unlabelled"), found->unlabelled},
                                  {QStringLiteral("toConfirm"), found->proposed},
                                  {QStringLiteral("model"), found->modelName},
                                  {QStringLiteral("seconds"), std::round(found->seconds)}});
    } else if (found->canStart()) {
        context.say(Cli::tr("It can start: %1 labelled samples, %2 to label, about %3 s")
                        .arg(found->labelled)
                        .arg(found->unlabelled + found->proposed)
                        .arg(std::round(found->seconds)));
    }
    return found->canStart() ? kDone : kDoneWithProblems;
}

int waitAndApply(Context& context, const SmartOptions& options, const OpenDataset& open, const QString& id)
{
    const auto job =
        scenarios::awaitJob(open.store->folder(), id, context.control(Cli::tr("Running, per mille")));
    if (!job) {
        return context.fail(job.error());
    }
    if (job->state != domain::EngineJobState::Succeeded) {
        if (options.isJson) {
            context.print(toJson(*job));
        }
        return endOfWait(context, *job);
    }
    const auto outcome =
        scenarios::applySmartLabel(*open.store, *job, context.control(Cli::tr("Writing proposals")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        QJsonObject json = runJson(outcome->run);
        json.insert(QStringLiteral("next"), job->result.value(QStringLiteral("next")));
        json.insert(QStringLiteral("problems"), toJson(outcome->problems));
        context.print(json);
    } else {
        sayRun(context, outcome->run);
    }
    return context.finish(outcome->problems, options.isJson);
}

int start(Context& context, const SmartOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    const auto job = scenarios::startSmartLabel(*open->store, requestOf(options, open->dataset.id));
    if (!job) {
        return context.fail(job.error());
    }
    if (options.doesWait) {
        return waitAndApply(context, options, *open, job->id);
    }
    if (options.isJson) {
        context.print(toJson(*job));
    } else {
        context.say(jobLine(*job));
    }
    return kDone;
}

int apply(Context& context, const SmartOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    const auto outcomes = applyWaiting(context, *open);
    if (!outcomes) {
        return context.fail(outcomes.error());
    }
    core::ProblemList problems;
    QJsonArray json;
    for (const scenarios::SmartApplyOutcome& outcome : *outcomes) {
        json.append(runJson(outcome.run));
        for (const core::Problem& problem : outcome.problems.kept()) {
            problems.add(problem);
        }
        if (!options.isJson) {
            sayRun(context, outcome.run);
        }
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("runs"), json}, {QStringLiteral("problems"), toJson(problems)}});
    } else if (outcomes->empty()) {
        context.say(Cli::tr("No finished run waits."));
    }
    return context.finish(problems, options.isJson);
}

int confirm(Context& context, const SmartOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    if (const auto applied = applyWaiting(context, *open); !applied) {
        return context.fail(applied.error());
    }
    const auto confirmed = scenarios::confirmAbove(*open->store, open->dataset.id, options.confirmed,
                                                   context.control(Cli::tr("Confirming")));
    if (!confirmed) {
        return context.fail(confirmed.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("confirmed"), *confirmed}});
    } else {
        context.say(Cli::tr("%n sample(s) confirmed", nullptr, int(*confirmed)));
    }
    return kDone;
}

int reject(Context& context, const SmartOptions& options)
{
    const auto open = context.openDataset(options);
    if (!open) {
        return context.fail(open.error());
    }
    auto filter = scenarios::filterFromText(*open->store, open->dataset.id, toText(options.filter));
    if (!filter) {
        return context.fail(filter.error());
    }
    filter->state = domain::SampleState::ToConfirm;
    const auto samples = scenarios::chosenSamples(*open->store, open->dataset.id, {std::nullopt, *filter});
    if (!samples) {
        return context.fail(samples.error());
    }
    const auto rejected = store::ProposalRepository(*open->store)
                              .reject(open->dataset.id, *samples, context.control(Cli::tr("Rejecting")))
                              .result();
    if (!rejected) {
        return context.fail(rejected.error());
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("rejected"), *rejected}});
    } else {
        context.say(Cli::tr("The proposals of %n sample(s) were rejected", nullptr, int(*rejected)));
    }
    return kDone;
}

int runs(Context& context, const SmartOptions& options)
{
    const auto open = context.openDataset(options);
    const auto entries = open ? scenarios::smartLabelRuns(*open->store, open->dataset.id)
                              : core::Result<std::vector<scenarios::SmartRunEntry>>(core::failure(open.error()));
    if (!entries) {
        return context.fail(entries.error());
    }
    QJsonArray json;
    for (const scenarios::SmartRunEntry& entry : *entries) {
        QJsonObject line = entry.run ? runJson(*entry.run)
                                     : QJsonObject{{QStringLiteral("mode"), scenarios::smartModeName(entry.mode)},
                                                   {QStringLiteral("labelled"), entry.labelled}};
        line.insert(QStringLiteral("job"), entry.jobId);
        if (entry.job) {
            line.insert(QStringLiteral("jobState"), domain::engineJobStateName(entry.job->state));
        }
        json.append(line);
        if (!options.isJson) {
            context.print(entry.run ? runLine(context, *entry.run) : entry.job ? jobLine(*entry.job) : entry.jobId);
        }
    }
    if (options.isJson) {
        context.print(json);
    }
    return kDone;
}

int next(Context& context, const SmartOptions& options)
{
    const auto open = context.openDataset(options);
    const auto engine = open ? openEngine(*open, options.model) : core::Result<OpenEngine>(core::failure(open.error()));
    if (!engine) {
        return context.fail(engine.error());
    }
    const auto outcome = scenarios::nextSamples(*open->store, open->dataset.id, options.count, *engine->lens,
                                                context.control(Cli::tr("Looking at pictures")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    const auto rows = rowsOf(*open->store, outcome->next);
    QJsonArray names;
    for (const domain::SampleId id : outcome->next) {
        names.append(nameOf(rows.value(id)));
        if (!options.isJson) {
            context.print(nameOf(rows.value(id)));
        }
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("next"), names},
                                  {QStringLiteral("isFirstRound"), outcome->isFirstRound},
                                  {QStringLiteral("problems"), toJson(outcome->problems)}});
    } else if (names.isEmpty()) {
        context.say(Cli::tr("No sample waits for a label."));
    }
    return context.finish(outcome->problems, options.isJson);
}

void addModeOptions(CLI::App* app, const std::shared_ptr<SmartOptions>& options)
{
    app->add_option("--mode", options->mode, help(Cli::tr("fast, precise, or model")))
        ->check(CLI::IsMember({"fast", "precise", "model"}))
        ->capture_default_str();
    app->add_option("--model", options->model,
                    help(Cli::tr("Model or weights of the library, or hand for none; needed for the mode model")));
}

} // namespace

void addSmartCommands(CLI::App& root, Action& chosen)
{
    auto options = std::make_shared<SmartOptions>();
    CLI::App* smart = command(root, "smart-label",
                              Cli::tr("Let the machine propose labels for what is not labelled yet"), options, start,
                              chosen);
    addDataset(smart, *options);
    addJson(smart, *options);
    addModeOptions(smart, options);
    smart->add_option("--seconds", options->seconds, help(Cli::tr("Time for training, objects and masks only")))
        ->check(CLI::Range(1.0, 1e6));
    smart->add_option("--least-confidence", options->leastConfidence, help(Cli::tr("Propose nothing below, 0 to 1")))
        ->check(CLI::Range(0.0, 1.0));
    smart->add_option("--hard-share", options->hardShare,
                      help(Cli::tr("How many of the proposed samples are marked as hard, 0 to 1")))
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    smart->add_flag("--wait", options->doesWait, help(Cli::tr("Wait until it is over and write the proposals")));
    smart->require_subcommand(0, 1);
    // A command within it is chosen first, and this must not take its place.
    smart->callback([smart, options, &chosen] {
        if (smart->get_subcommands().empty()) {
            chosen = [options](Context& context) { return start(context, *options); };
        }
    });
    const auto add = [&](const char* name, const QString& text, int (*run)(Context&, const SmartOptions&)) {
        CLI::App* app = command(*smart, name, text, options, run, chosen);
        app->fallthrough();
        return app;
    };
    add("check", Cli::tr("Tell what keeps a run from starting"), check);
    add("apply", Cli::tr("Write the proposals of runs that have finished"), apply);
    add("next", Cli::tr("List the samples whose labels would teach the most, the most useful first"), next)
        ->add_option("--count", options->count, help(Cli::tr("How many at most")))
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    add("runs", Cli::tr("List the runs on the dataset"), runs);
    add("confirm", Cli::tr("Confirm proposals"), confirm)
        ->add_option("--min-confidence", options->confirmed, help(Cli::tr("Those with this confidence at least, 0 to 1")))
        ->required()
        ->check(CLI::Range(0.0, 1.0));
    add("reject", Cli::tr("Take proposals off samples; they are not made again"), reject)
        ->add_option("--filter", options->filter, help(Cli::tr("Only those that pass, such as confidence<0.5")));
}

} // namespace lw::cli
