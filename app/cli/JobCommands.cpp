// SPDX-License-Identifier: GPL-3.0-or-later
//! jobs, jobs show, log, stop, resume.
#include "app/cli/Commands.h"
#include "app/cli/EngineJson.h"
#include "app/scenarios/EngineJobs.h"
#include "app/scenarios/EngineText.h"
#include "engine/jobs/JobFolders.h"
#include "engine/jobs/LocalLauncher.h"
#include "models/items/EngineTexts.h"

namespace lw::cli {

namespace {

struct JobOptions : CommonOptions {
    std::string id;
    bool doesWait = false;
};

struct FoundJob {
    QString project; ///< its folder
    domain::EngineJob job;
};

/// Opens the project, so that a wrong folder is told as everywhere, and finds the job.
core::Result<FoundJob> jobOf(Context& context, const JobOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return core::failure(store.error());
    }
    auto job = worker::JobFolders((*store)->folder()).read(toText(options.id));
    if (!job) {
        return core::failure(job.error());
    }
    return FoundJob{(*store)->folder(), std::move(*job)};
}

int listJobs(Context& context, const JobOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    QJsonArray json;
    for (const domain::EngineJob& job : worker::JobFolders((*store)->folder()).list()) {
        json.append(toJson(job));
        if (!options.isJson) {
            context.print(jobLine(job));
        }
    }
    if (options.isJson) {
        context.print(json);
    }
    return kDone;
}

int showJob(Context& context, const JobOptions& options)
{
    const auto found = jobOf(context, options);
    if (!found) {
        return context.fail(found.error());
    }
    const auto job = options.doesWait
                         ? scenarios::awaitJob(found->project, found->job.id, context.control(Cli::tr("Running, per mille")))
                         : core::Result<domain::EngineJob>(found->job);
    if (!job) {
        return context.fail(job.error());
    }
    if (options.isJson) {
        QJsonObject json = toJson(*job);
        json.insert(QStringLiteral("result"), job->result);
        context.print(json);
        return options.doesWait ? endOfWait(context, *job) : int(kDone);
    }
    context.print(jobLine(*job));
    for (const domain::JobInput& input : job->inputs) {
        context.print(QStringLiteral("  %1 %2").arg(input.datasetName, input.versionName));
    }
    if (const QString reason = scenarios::jobErrorText(*job); !reason.isEmpty()) {
        context.print(QStringLiteral("  ") + reason);
    }
    const QJsonObject best = job->result.value(QStringLiteral("best")).toObject();
    for (auto it = best.begin(); it != best.end(); ++it) {
        context.print(QStringLiteral("  %1: %2").arg(it.key()).arg(it.value().toDouble(), 0, 'f', 4));
    }
    return options.doesWait ? endOfWait(context, *job) : int(kDone);
}

int showLog(Context& context, const JobOptions& options)
{
    const auto found = jobOf(context, options);
    if (!found) {
        return context.fail(found.error());
    }
    const domain::EngineJob* job = &found->job;
    const worker::JobFolders folders(found->project);
    qint64 offset = 0;
    const QString log = folders.log(job->id, &offset);
    // What libraries and a crash have said belongs to it when the job has failed.
    const bool isFailed = job->state == domain::EngineJobState::Failed;
    const QString more = isFailed ? folders.errorOutput(job->id) : QString();
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("id"), job->id},
                                  {QStringLiteral("log"), log},
                                  {QStringLiteral("output"), more}});
        return kDone;
    }
    for (const QString& text : {log, more}) {
        if (!text.isEmpty()) {
            context.print(text.endsWith(u'\n') ? text.chopped(1) : text);
        }
    }
    return kDone;
}

int stopJob(Context& context, const JobOptions& options)
{
    const auto found = jobOf(context, options);
    if (!found) {
        return context.fail(found.error());
    }
    const domain::EngineJob* job = &found->job;
    if (job->isOver()) {
        context.complain(Cli::tr("%1 does not run (%2).").arg(job->id, items::engineJobStateText(job->state)));
        return kFailed;
    }
    if (const auto asked = worker::stopJob(*job); !asked) {
        return context.fail(asked.error());
    }
    const auto ended =
        scenarios::awaitJob(found->project, job->id, context.control(Cli::tr("Waiting for the checkpoint")));
    if (!ended) {
        return context.fail(ended.error());
    }
    if (options.isJson) {
        context.print(toJson(*ended));
    } else {
        context.say(jobLine(*ended));
    }
    return ended->isOver() ? kDone : kDoneWithProblems;
}

int resumeJob(Context& context, const JobOptions& options)
{
    const auto found = jobOf(context, options);
    if (!found) {
        return context.fail(found.error());
    }
    core::Result<domain::EngineJob> job = found->job;
    if (job->state == domain::EngineJobState::Succeeded) {
        context.complain(Cli::tr("%1 is done already.").arg(job->id));
        return kFailed;
    }
    if (const auto started = worker::startJob(*job); !started) {
        return context.fail(started.error());
    }
    job = options.doesWait
              ? scenarios::awaitJob(found->project, job->id, context.control(Cli::tr("Running, per mille")))
              : worker::JobFolders(found->project).read(job->id);
    if (!job) {
        return context.fail(job.error());
    }
    if (options.isJson) {
        context.print(toJson(*job));
    } else {
        context.say(jobLine(*job));
    }
    return options.doesWait ? endOfWait(context, *job) : int(kDone);
}

} // namespace

void addJobCommands(CLI::App& root, Action& chosen)
{
    auto options = std::make_shared<JobOptions>();
    CLI::App* jobs = command(root, "jobs", Cli::tr("List the jobs of the learning engine, or work with one"), options,
                             listJobs, chosen);
    addProject(jobs, *options);
    addJson(jobs, *options);
    jobs->require_subcommand(0, 1);
    // A command within it is chosen first, and this must not take its place.
    jobs->callback([jobs, options, &chosen] {
        if (jobs->get_subcommands().empty()) {
            chosen = [options](Context& context) { return listJobs(context, *options); };
        }
    });
    const auto add = [&](const char* name, const QString& text, int (*run)(Context&, const JobOptions&)) {
        CLI::App* app = command(*jobs, name, text, options, run, chosen);
        app->add_option("id", options->id, help(Cli::tr("Id of the job")))->required();
        return app;
    };
    const auto addWait = [&](CLI::App* app) {
        app->add_flag("--wait", options->doesWait, help(Cli::tr("Wait until it is over")));
    };
    addWait(add("show", Cli::tr("Tell how a job stands"), showJob));
    add("log", Cli::tr("Print a job's log"), showLog);
    add("stop", Cli::tr("Stop a job; it writes a checkpoint first"), stopJob);
    addWait(add("resume", Cli::tr("Go on with a job that was stopped or has failed"), resumeJob));
}

} // namespace lw::cli
