// SPDX-License-Identifier: GPL-3.0-or-later
//! train, evaluate, predict.
#include "app/cli/Commands.h"
#include "app/cli/EngineJson.h"
#include "app/scenarios/DatasetRules.h"
#include "app/scenarios/EngineJobs.h"
#include "app/scenarios/TeachClicks.h"
#include "app/scenarios/TrainModel.h"
#include "app/scenarios/UseModel.h"
#include "engine/jobs/ModelLibrary.h"
#include "engine/jobs/WorkerProgram.h"
#include "models/domain/Algorithms.h"

#include <QJsonDocument>

namespace lw::cli {

namespace {

struct TrainOptions : CommonOptions {
    std::vector<std::string> datasets;
    std::vector<std::string> settings;
    std::string name, description, algorithm, model;
    double trainRatio = 0.8;
    quint64 seed = scenarios::kDefaultSeed;
    bool doesWait = false;
    bool isDryRun = false;
};

struct UseOptions : CommonOptions {
    std::string model, part = "validation", from, to, device = "auto";
    int threads = 0;
    double leastScore = 0.3;
};

/// "batch=16": numbers and truths as such, all else as text.
core::Result<QJsonObject> parametersOf(const std::vector<std::string>& settings)
{
    QJsonObject parameters;
    for (const std::string& setting : settings) {
        const QString text = toText(setting);
        const qsizetype at = text.indexOf(u'=');
        if (at <= 0) {
            return core::failure(core::ErrorCode::InvalidArgument,
                                 Cli::tr("“%1” must be like key=value.").arg(text));
        }
        const QString word = text.mid(at + 1).trimmed();
        bool isNumber = false;
        const double number = word.toDouble(&isNumber);
        const bool isTruth = word == QLatin1String("true") || word == QLatin1String("false");
        parameters.insert(text.left(at).trimmed(), isNumber  ? QJsonValue(number)
                                                   : isTruth ? QJsonValue(word == QLatin1String("true"))
                                                             : QJsonValue(word));
    }
    return parameters;
}

core::Result<scenarios::TrainingRequest> trainingRequest(store::Store& store, const TrainOptions& options)
{
    scenarios::TrainingRequest request;
    for (const std::string& name : options.datasets) {
        const auto input = scenarios::jobInputNamed(store, toText(name));
        if (!input) {
            return core::failure(input.error());
        }
        request.inputs.append(*input);
    }
    auto parameters = parametersOf(options.settings);
    if (!parameters) {
        return core::failure(parameters.error());
    }
    request.parameters = std::move(*parameters);
    request.name = options.name.empty() ? toText(options.datasets.front()).section(u':', 0, 0) : toText(options.name);
    request.description = toText(options.description);
    request.algorithm = toText(options.algorithm);
    request.model = toText(options.model);
    request.trainRatio = options.trainRatio;
    request.seed = options.seed;
    return request;
}

QJsonObject estimateJson(const scenarios::TrainingEstimate& estimate)
{
    return {{QStringLiteral("seconds"), estimate.seconds},
            {QStringLiteral("basis"), estimate.basis},
            {QStringLiteral("passes"), estimate.passes},
            {QStringLiteral("samples"), estimate.samples},
            {QStringLiteral("labelled"), estimate.labelled},
            {QStringLiteral("training"), estimate.training},
            {QStringLiteral("validation"), estimate.validation},
            {QStringLiteral("labels"), QJsonArray::fromStringList(estimate.labels)},
            {QStringLiteral("unmet"), QJsonArray::fromStringList(estimate.unmet)},
            {QStringLiteral("notes"), QJsonArray::fromStringList(estimate.notes)}};
}

void sayEstimate(const Context& context, const scenarios::TrainingEstimate& estimate)
{
    context.say(Cli::tr("%1 samples for training, %2 for validation, %3 labels; about %4 s (%5)")
                    .arg(QString::number(estimate.training), QString::number(estimate.validation),
                         QString::number(estimate.labels.size()), QString::number(qRound(estimate.seconds)),
                         estimate.basis));
    for (const QString& note : estimate.notes) {
        context.say(note);
    }
}

int estimateOnly(Context& context, store::Store& store, const scenarios::TrainingRequest& request, bool isJson)
{
    const auto estimate = scenarios::estimateTraining(store, request, context.control(Cli::tr("Reading labels")));
    if (!estimate) {
        return context.fail(estimate.error());
    }
    if (isJson) {
        context.print(QJsonObject{{QStringLiteral("estimate"), estimateJson(*estimate)},
                                  {QStringLiteral("problems"), toJson(estimate->problems)}});
    } else {
        sayEstimate(context, *estimate);
        for (const QString& unmet : estimate->unmet) {
            context.complain(unmet);
        }
    }
    return estimate->canStart() ? context.finish(estimate->problems, isJson) : int(kWrongUsage);
}

/// The model that the job has left in the library; null when there is none.
QJsonValue producedModel(const QString& folder, const QString& jobId)
{
    for (const domain::LibraryModel& model : worker::ModelLibrary(folder).list()) {
        if (model.jobId == jobId) {
            return model.id;
        }
    }
    return {};
}

/// Four clicks: learned against built-in, on outlines that were held out.
core::Result<QJsonObject> compareClicks(Context& context, const QString& folder, const QString& jobId, bool isQuiet)
{
    const auto program = worker::findWorker();
    if (!program) {
        return core::failure(program.error());
    }
    const auto session = worker::WorkerSession::start(*program);
    if (!session) {
        return core::failure(session.error());
    }
    const auto model = worker::ModelLibrary(folder).find(producedModel(folder, jobId).toString());
    if (!model) {
        return core::failure(model.error());
    }
    const auto ask = [&session](const QString& operation, const QJsonObject& body, const core::Control& control) {
        return (*session)->ask(operation, body, control);
    };
    const auto compared = scenarios::compareClicks(folder, *model, ask, context.control(Cli::tr("Comparing")));
    if (!compared) {
        return core::failure(compared.error());
    }
    if (!isQuiet) {
        context.say(Cli::tr("On %1 held-out outlines: IoU %2 learned, %3 built-in")
                        .arg(QString::number(compared->compared), QString::number(compared->learned, 'f', 3),
                             QString::number(compared->builtIn, 'f', 3)));
        context.say(compared->isLearnedBetter() ? Cli::tr("The tool Four clicks uses what was learned.")
                                                : Cli::tr("The tool Four clicks keeps to the built-in way."));
    }
    return QJsonObject{{QStringLiteral("outlines"), compared->compared},
                       {QStringLiteral("learned"), compared->learned},
                       {QStringLiteral("builtIn"), compared->builtIn},
                       {QStringLiteral("isUsed"), compared->isLearnedBetter()}};
}

int train(Context& context, const TrainOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    const auto request = trainingRequest(**store, options);
    if (!request) {
        return context.fail(request.error());
    }
    if (options.isDryRun) {
        return estimateOnly(context, **store, *request, options.isJson);
    }
    auto started = scenarios::startTraining(**store, *request, context.control(Cli::tr("Reading labels")));
    if (!started) {
        return context.fail(started.error());
    }
    if (!options.isJson) {
        sayEstimate(context, started->estimate);
        context.say(Cli::tr("Started %1").arg(started->job.id));
    }
    if (options.doesWait) {
        auto ended =
            scenarios::awaitJob((*store)->folder(), started->job.id, context.control(Cli::tr("Training, per mille")));
        if (!ended) {
            return context.fail(ended.error());
        }
        started->job = std::move(*ended);
    }
    QJsonValue clicks;
    if (options.doesWait && started->job.algorithm == domain::kClickAlgorithm &&
        started->job.state == domain::EngineJobState::Succeeded) {
        const auto compared = compareClicks(context, (*store)->folder(), started->job.id, options.isJson);
        if (!compared) {
            return context.fail(compared.error());
        }
        clicks = *compared;
    }
    if (options.isJson) {
        QJsonObject json = toJson(started->job);
        json.insert(QStringLiteral("result"), started->job.result);
        json.insert(QStringLiteral("produced"), producedModel((*store)->folder(), started->job.id));
        json.insert(QStringLiteral("estimate"), estimateJson(started->estimate));
        json.insert(QStringLiteral("problems"), toJson(started->estimate.problems));
        if (clicks.isObject()) {
            json.insert(QStringLiteral("comparison"), clicks);
        }
        context.print(json);
    } else if (options.doesWait) {
        context.say(jobLine(started->job));
    }
    const int end = options.doesWait ? endOfWait(context, started->job) : int(kDone);
    return end == kDone ? context.finish(started->estimate.problems, options.isJson) : end;
}

QJsonObject optionsOf(const UseOptions& options)
{
    QJsonObject json{{QStringLiteral("device"), toText(options.device)}};
    if (options.threads > 0) {
        json.insert(QStringLiteral("threads"), options.threads);
    }
    return json;
}

void printEvaluation(const Context& context, const domain::EngineJob& job)
{
    const QJsonObject summary = job.result.value(QStringLiteral("summary")).toObject();
    for (auto it = summary.begin(); it != summary.end(); ++it) {
        context.print(QStringLiteral("%1: %2").arg(it.key()).arg(it.value().toDouble(), 0, 'f', 4));
    }
    const QJsonArray rows = job.result[QLatin1String("matrix")][QLatin1String("classes")].toArray();
    const QJsonArray overlaps = job.result[QLatin1String("iou")][QLatin1String("classes")].toArray();
    for (qsizetype i = 0; i < std::min(rows.size(), job.labels.size()); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        const auto number = [&](const char* key) {
            return QString::number(row.value(QLatin1String(key)).toDouble(), 'f', 3);
        };
        if (const QJsonValue iou = overlaps.at(i); !iou.isUndefined()) {
            context.print(Cli::tr("  %1: IoU %2, precision %3, recall %4, F1 %5")
                              .arg(job.labels.at(i),
                                   iou.toDouble() < 0 ? QStringLiteral("-") : QString::number(iou.toDouble(), 'f', 3),
                                   number("precision"), number("recall"), number("f1")));
            continue;
        }
        context.print(Cli::tr("  %1: %2 of %3 right, precision %4, recall %5, F1 %6")
                          .arg(job.labels.at(i), QString::number(row.value(QLatin1String("right")).toInteger()),
                               QString::number(row.value(QLatin1String("true")).toInteger()), number("precision"),
                               number("recall"), number("f1")));
    }
}

int evaluate(Context& context, const UseOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    scenarios::EvaluationRequest request;
    const auto input = scenarios::jobInputNamed(**store, toText(options.dataset));
    if (!input) {
        return context.fail(input.error());
    }
    request.input = *input;
    request.model = toText(options.model);
    request.part = options.part == "all" ? scenarios::UsedPart::All : scenarios::UsedPart::Validation;
    request.options = optionsOf(options);
    const auto started = scenarios::startEvaluation(**store, request, context.control(Cli::tr("Reading labels")));
    if (!started) {
        return context.fail(started.error());
    }
    const auto job =
        scenarios::awaitJob((*store)->folder(), started->job.id, context.control(Cli::tr("Evaluating, per mille")));
    if (!job) {
        return context.fail(job.error());
    }
    if (options.isJson) {
        QJsonObject json = job->result;
        json.insert(QStringLiteral("job"), toJson(*job));
        json.insert(QStringLiteral("pictures"), started->pictures);
        json.insert(QStringLiteral("otherLabels"), started->otherLabels);
        json.insert(QStringLiteral("problems"), toJson(started->problems));
        context.print(json);
    } else if (job->state == domain::EngineJobState::Succeeded) {
        printEvaluation(context, *job);
        if (started->otherLabels > 0) {
            context.say(Cli::tr("%n annotation(s) have labels that the model does not know; they were left out.",
                                nullptr, int(started->otherLabels)));
        }
    }
    const int end = endOfWait(context, *job);
    return end == kDone ? context.finish(started->problems, options.isJson) : end;
}

int predict(Context& context, const UseOptions& options)
{
    const auto store = context.openProject(options);
    if (!store) {
        return context.fail(store.error());
    }
    const QString to = scenarios::cleanPath(toText(options.to));
    if (QFileInfo::exists(to)) {
        return context.fail({core::ErrorCode::AlreadyExists, {}, to, 0});
    }
    scenarios::PredictionRequest request;
    request.model = toText(options.model);
    request.folder = scenarios::cleanPath(toText(options.from));
    request.leastScore = options.leastScore;
    request.options = optionsOf(options);
    const auto started =
        scenarios::startPrediction((*store)->folder(), request, context.control(Cli::tr("Looking for pictures")));
    if (!started) {
        return context.fail(started.error());
    }
    const auto job =
        scenarios::awaitJob((*store)->folder(), started->job.id, context.control(Cli::tr("Predicting, per mille")));
    if (!job) {
        return context.fail(job.error());
    }
    if (const int end = endOfWait(context, *job); end != kDone) {
        return end;
    }
    const auto outcome = scenarios::writePredictions(*job, to, context.control(Cli::tr("Writing")));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    core::ProblemList problems = started->problems;
    for (const core::Problem& problem : outcome->problems.kept()) {
        problems.add(problem);
    }
    if (options.isJson) {
        context.print(QJsonObject{{QStringLiteral("job"), job->id},
                                  {QStringLiteral("samples"), outcome->samples},
                                  {QStringLiteral("annotations"), outcome->annotations},
                                  {QStringLiteral("path"), outcome->path},
                                  {QStringLiteral("problems"), toJson(problems)}});
    } else {
        context.say(Cli::tr("Wrote %1 annotations for %2 pictures: %3")
                        .arg(QString::number(outcome->annotations), QString::number(outcome->samples), outcome->path));
    }
    return context.finish(problems, options.isJson);
}

QString oneOf(const QStringList& ids)
{
    return Cli::tr("One of: %1").arg(ids.join(QStringLiteral(", ")));
}

std::string algorithmIds()
{
    QStringList ids;
    for (const domain::Algorithm& algorithm : domain::algorithms()) {
        ids.append(algorithm.id);
    }
    return help(oneOf(ids));
}

void addUse(CLI::App* app, UseOptions& options)
{
    addProject(app, options);
    app->add_option("--model", options.model, help(Cli::tr("The model's id or name; name:V0001 for one of its versions")))
        ->required();
    app->add_option("--threads", options.threads, help(Cli::tr("Threads to compute with (default: as there are cores)")))
        ->check(CLI::Range(1, 256));
    app->add_option("--device", options.device, help(Cli::tr("auto, cpu or cuda (default: auto)")));
}

} // namespace

void addTrainCommands(CLI::App& root, Action& chosen)
{
    auto training = std::make_shared<TrainOptions>();
    CLI::App* app = command(root, "train", Cli::tr("Train a model on labelled samples"), training, train, chosen);
    addProject(app, *training);
    app->add_option("--dataset", training->datasets,
                    help(Cli::tr("Name of the dataset, or name:version; may be repeated")))
        ->required()
        ->allow_extra_args(false);
    app->add_option("--algorithm", training->algorithm, algorithmIds())->required();
    app->add_option("--set", training->settings, help(Cli::tr("A parameter, key=value; may be repeated")))
        ->allow_extra_args(false);
    app->add_option("--name", training->name, help(Cli::tr("Name of the job and its model (default: the dataset's)")));
    app->add_option("--description", training->description, help(Cli::tr("Description")));
    app->add_option("--model", training->model, help(Cli::tr("Model of the library to start from")));
    app->add_option("--train-ratio", training->trainRatio,
                    help(Cli::tr("Share of samples to learn from, where a version has no split (default: 0.8)")))
        ->check(CLI::Range(0.0, 1.0));
    app->add_option("--split-seed", training->seed, help(Cli::tr("Seed of that split")))->capture_default_str();
    app->add_flag("--wait", training->doesWait, help(Cli::tr("Wait until it is over; Ctrl+C leaves it running")));
    app->add_flag("--dry-run", training->isDryRun,
                  help(Cli::tr("Only tell what it would read, how long it would take and what is missing")));
    addJson(app, *training);

    auto evaluating = std::make_shared<UseOptions>();
    app = command(root, "evaluate", Cli::tr("Compare a model's answers with labels"), evaluating, evaluate, chosen);
    addUse(app, *evaluating);
    app->add_option("--dataset", evaluating->dataset, help(Cli::tr("Name of the dataset, or name:version")))->required();
    app->add_option("--part", evaluating->part,
                    help(Cli::tr("Samples of a version with a split: validation (default) or all")))
        ->check(CLI::IsMember({"validation", "all"}));
    addJson(app, *evaluating);

    auto predicting = std::make_shared<UseOptions>();
    app = command(root, "predict", Cli::tr("Ask a model about the pictures of a folder"), predicting, predict, chosen);
    addUse(app, *predicting);
    app->add_option("--from", predicting->from, help(Cli::tr("Folder with pictures")))->required();
    app->add_option("--to", predicting->to, help(Cli::tr("The manifest to write")))->required();
    app->add_option("--min-confidence", predicting->leastScore,
                    help(Cli::tr("Confidence of objects that count, 0 to 1 (default: 0.3)")))
        ->check(CLI::Range(0.0, 1.0));
    addJson(app, *predicting);
}

} // namespace lw::cli
