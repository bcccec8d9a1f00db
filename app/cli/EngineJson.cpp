// SPDX-License-Identifier: GPL-3.0-or-later
//! Texts and JSON.
#include "app/cli/EngineJson.h"

#include "app/cli/Commands.h"
#include "app/scenarios/EngineText.h"
#include "models/items/EngineTexts.h"

#include <QDateTime>

namespace lw::cli {

namespace {

QJsonValue timeJson(qint64 time)
{
    return time > 0 ? QJsonValue(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate)) : QJsonValue();
}

} // namespace

QJsonObject toJson(const domain::EngineJob& job)
{
    QJsonArray inputs;
    for (const domain::JobInput& input : job.inputs) {
        inputs.append(QJsonObject{{QStringLiteral("dataset"), input.datasetName},
                                  {QStringLiteral("version"), input.versionName}});
    }
    QJsonObject json{{QStringLiteral("id"), job.id},
                     {QStringLiteral("kind"), domain::engineJobKindName(job.kind)},
                     {QStringLiteral("name"), job.name},
                     {QStringLiteral("version"), job.version},
                     {QStringLiteral("description"), job.description},
                     {QStringLiteral("type"), domain::typeName(job.type)},
                     {QStringLiteral("algorithm"), job.algorithm},
                     {QStringLiteral("model"), job.model},
                     {QStringLiteral("inputs"), inputs},
                     {QStringLiteral("labels"), QJsonArray::fromStringList(job.labels)},
                     {QStringLiteral("parameters"), job.parameters},
                     {QStringLiteral("samples"), job.samples},
                     {QStringLiteral("labelled"), job.labelled},
                     {QStringLiteral("folder"), job.folder},
                     {QStringLiteral("state"), domain::engineJobStateName(job.state)},
                     {QStringLiteral("progress"), job.progress},
                     {QStringLiteral("created"), timeJson(job.createdAt)},
                     {QStringLiteral("started"), timeJson(job.startedAt)},
                     {QStringLiteral("finished"), timeJson(job.finishedAt)},
                     {QStringLiteral("pid"), job.pid}};
    if (job.remainingSeconds) {
        json.insert(QStringLiteral("remainingSeconds"), *job.remainingSeconds);
    }
    if (job.state == domain::EngineJobState::Failed) {
        json.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), job.errorCode},
                                                         {QStringLiteral("text"), job.error},
                                                         {QStringLiteral("reason"), scenarios::jobErrorText(job)}});
    }
    return json;
}

QJsonObject toJson(const domain::LibraryModel& model)
{
    return {{QStringLiteral("id"), model.id},
            {QStringLiteral("name"), model.name},
            {QStringLiteral("version"), model.version},
            {QStringLiteral("description"), model.description},
            {QStringLiteral("type"), model.type ? QJsonValue(domain::typeName(*model.type)) : QJsonValue()},
            {QStringLiteral("net"), model.net},
            {QStringLiteral("labels"), QJsonArray::fromStringList(model.labels)},
            {QStringLiteral("format"), model.format},
            {QStringLiteral("file"), model.file},
            {QStringLiteral("job"), model.jobId},
            {QStringLiteral("importedFrom"), model.importedFrom},
            {QStringLiteral("bytes"), model.bytes},
            {QStringLiteral("created"), timeJson(model.createdAt)},
            {QStringLiteral("metrics"), model.metrics},
            {QStringLiteral("details"), model.details}};
}

QString jobLine(const domain::EngineJob& job)
{
    return QStringLiteral("%1  %2  %3  %4%")
        .arg(job.id, items::engineJobKindText(job.kind), items::engineJobStateText(job.state))
        .arg(qRound(job.progress * 100));
}

int endOfWait(const Context& context, const domain::EngineJob& job)
{
    switch (job.state) {
    case domain::EngineJobState::Succeeded:
        return kDone;
    case domain::EngineJobState::Failed:
        context.complain(QStringLiteral("%1: %2").arg(job.id, scenarios::jobErrorText(job)));
        return kFailed;
    case domain::EngineJobState::Stopped:
        context.complain(Cli::tr("%1 was stopped; “jobs resume” goes on with it.").arg(job.id));
        return kDoneWithProblems;
    default:
        break;
    }
    context.complain(Cli::tr("%1 goes on without this command; “jobs show” tells how far it is, “jobs stop” ends it.")
                         .arg(job.id));
    return kDoneWithProblems;
}

} // namespace lw::cli
