// SPDX-License-Identifier: GPL-3.0-or-later
//! Terminal output and opening of projects.
#include "app/cli/Context.h"

#include "app/cli/Commands.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ProgressLine.h"
#include "app/scenarios/Messages.h"
#include "app/scenarios/Projects.h"
#include "models/store/DatasetRepository.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace lw::cli {

namespace {

/// More lines than this help nobody on a terminal; --json and the window have them all.
constexpr qsizetype kMaxProblemLines = 200;

void writeLine(std::FILE* stream, const QByteArray& line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

core::Result<std::unique_ptr<store::Store>> Context::openProject(const CommonOptions& options)
{
    return scenarios::openProject(toText(options.project));
}

core::Result<OpenDataset> Context::openDataset(const CommonOptions& options)
{
    core::Result<std::unique_ptr<store::Store>> store = openProject(options);
    if (!store) {
        return core::failure(store.error());
    }
    const QString name = toText(options.dataset);
    core::Result<domain::Dataset> dataset = store::DatasetRepository(**store).findByName(name);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    return OpenDataset{std::move(*store), std::move(*dataset)};
}

core::Control Context::control(const QString& action)
{
    core::Control control;
    control.stop = stopOnInterrupt();
    if (!m_isQuiet && isatty(STDERR_FILENO) != 0) {
        control.progress = [line = std::make_shared<ProgressLine>(action)](qint64 done, qint64 total) {
            line->show(done, total);
        };
    }
    return control;
}

void Context::say(const QString& line) const
{
    if (!m_isQuiet) {
        print(line);
    }
}

void Context::print(const QString& line) const
{
    writeLine(stdout, line.toUtf8());
}

void Context::print(const QJsonValue& json) const
{
    const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    writeLine(stdout, document.toJson(QJsonDocument::Compact));
}

void Context::complain(const QString& sentence) const
{
    writeLine(stderr, sentence.toUtf8());
}

int Context::fail(const core::Error& error) const
{
    writeLine(stderr, scenarios::errorText(error).toUtf8());
    return error.code == core::ErrorCode::InvalidArgument ? kWrongUsage : kFailed;
}

int Context::finish(const core::ProblemList& problems, bool isJson) const
{
    if (problems.isEmpty()) {
        return kDone;
    }
    if (!isJson) {
        qsizetype shown = 0;
        for (const core::Problem& problem : problems.kept()) {
            if (shown++ == kMaxProblemLines) {
                break;
            }
            writeLine(stderr, scenarios::problemText(problem).toUtf8());
        }
        if (const qint64 more = problems.count() - std::min(shown, kMaxProblemLines); more > 0) {
            writeLine(stderr, Cli::tr("and %n more problem(s); --json lists them.", nullptr, int(more)).toUtf8());
        }
    }
    return kDoneWithProblems;
}

QJsonArray toJson(const core::ProblemList& problems)
{
    QJsonArray list;
    for (const core::Problem& problem : problems.kept()) {
        list.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                {QStringLiteral("line"), problem.line},
                                {QStringLiteral("reason"), scenarios::problemReason(problem)}});
    }
    return list;
}

QString toText(const std::string& argument)
{
    return QString::fromUtf8(argument.data(), qsizetype(argument.size()));
}

QStringList toList(const std::string& argument)
{
    QStringList parts;
    for (const QString& part : toText(argument).split(u',', Qt::SkipEmptyParts)) {
        parts.append(part.trimmed());
    }
    return parts;
}

} // namespace lw::cli
