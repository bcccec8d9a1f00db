// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs as files: job.json and about.json from here, the rest from the worker.
#include "engine/jobs/JobFolders.h"

#include "engine/jobs/JsonFile.h"
#include "engine/jobs/LaunchRecord.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace lw::worker {

namespace {

using domain::EngineJob;
using domain::EngineJobState;

constexpr qsizetype kLongestName = 64;
constexpr qint64 kMostOutput = 65536;
const QString kAbout = QStringLiteral("about");

QJsonObject aboutJson(const EngineJob& job)
{
    QJsonArray inputs;
    for (const domain::JobInput& input : job.inputs) {
        inputs.append(QJsonObject{{QStringLiteral("datasetUid"), input.datasetUid},
                                  {QStringLiteral("datasetName"), input.datasetName},
                                  {QStringLiteral("versionName"), input.versionName}});
    }
    return {{QStringLiteral("kind"), domain::engineJobKindName(job.kind)},
            {QStringLiteral("name"), job.name},
            {QStringLiteral("version"), job.version},
            {QStringLiteral("description"), job.description},
            {QStringLiteral("type"), domain::typeName(job.type)},
            {QStringLiteral("algorithm"), job.algorithm},
            {QStringLiteral("model"), job.model},
            {QStringLiteral("inputs"), inputs},
            {QStringLiteral("labels"), QJsonArray::fromStringList(job.labels)},
            {QStringLiteral("parameters"), job.parameters},
            {QStringLiteral("createdAt"), job.createdAt},
            {QStringLiteral("samples"), job.samples},
            {QStringLiteral("labelled"), job.labelled}};
}

QStringList textsOf(const QJsonArray& list)
{
    QStringList texts;
    for (const QJsonValue& each : list) {
        texts.append(each.toString());
    }
    return texts;
}

void readAbout(const QJsonObject& about, EngineJob& job)
{
    job.name = about.value(QStringLiteral("name")).toString(job.name);
    job.version = about.value(QStringLiteral("version")).toString(job.version);
    job.description = about.value(QStringLiteral("description")).toString();
    job.type = domain::typeFromName(about.value(QStringLiteral("type")).toString()).value_or(job.type);
    job.algorithm = about.value(QStringLiteral("algorithm")).toString();
    job.model = about.value(QStringLiteral("model")).toString();
    const QJsonArray inputs = about.value(QStringLiteral("inputs")).toArray();
    for (const QJsonValue& input : inputs) {
        job.inputs.append({input[QStringLiteral("datasetUid")].toString(),
                           input[QStringLiteral("datasetName")].toString(),
                           input[QStringLiteral("versionName")].toString()});
    }
    job.labels = textsOf(about.value(QStringLiteral("labels")).toArray());
    job.parameters = about.value(QStringLiteral("parameters")).toObject();
    job.createdAt = about.value(QStringLiteral("createdAt")).toInteger();
    job.samples = about.value(QStringLiteral("samples")).toInteger();
    job.labelled = about.value(QStringLiteral("labelled")).toInteger();
}

/// The small file, else the part of job.json, which may be large.
core::Result<QJsonObject> readAboutOf(const QString& folder)
{
    if (auto about = readJsonFile(folder + QStringLiteral("/about.json"))) {
        return about;
    }
    const auto job = readJsonFile(folder + QStringLiteral("/job.json"));
    if (!job) {
        return core::failure(job.error());
    }
    QJsonObject about = job->value(kAbout).toObject();
    about.insert(QStringLiteral("kind"), job->value(QStringLiteral("kind")));
    return about;
}

qint64 milliseconds(const QJsonValue& seconds)
{
    return qint64(seconds.toDouble() * 1000);
}

void setFailed(EngineJob& job, const char* code, const QString& text)
{
    job.state = EngineJobState::Failed;
    job.errorCode = QString::fromLatin1(code);
    job.error = text;
    job.pid = 0;
}

void readStatus(const QString& folder, EngineJob& job)
{
    const QString path = folder + QStringLiteral("/status.json");
    core::Result<QJsonObject> status = readJsonFile(path);
    const QString running = QStringLiteral("running");
    const QString stateKey = QStringLiteral("state");
    bool isAlone = false;
    if (status && status->value(stateKey) == running && !isJobRunning(folder)) {
        // It may have ended between the two looks; what it wrote last counts.
        status = readJsonFile(path);
        isAlone = status && status->value(stateKey) == running;
    }
    if (!status) {
        if (const auto launch = readLaunch(folder); launch && !isLaunchAlive(*launch, folder)) {
            job.startedAt = job.finishedAt = launch->startedAt;
            setFailed(job, "Ended", QStringLiteral("The process ended before it began."));
        }
        return;
    }
    job.startedAt = milliseconds(status->value(QStringLiteral("started")));
    job.progress = std::clamp(status->value(QStringLiteral("progress")).toDouble(), 0.0, 1.0);
    const QString state = status->value(stateKey).toString();
    if (state == running && !isAlone) {
        job.state = EngineJobState::Running;
        job.pid = status->value(QStringLiteral("pid")).toInteger();
        if (const QJsonValue left = status->value(QStringLiteral("remaining")); left.isDouble()) {
            job.remainingSeconds = left.toDouble();
        }
        return;
    }
    job.finishedAt = milliseconds(status->value(QStringLiteral("updated")));
    if (isAlone) {
        setFailed(job, "Ended", QStringLiteral("The process ended unexpectedly."));
    } else if (state == QLatin1String("done")) {
        job.state = EngineJobState::Succeeded;
    } else if (state == QLatin1String("stopped")) {
        job.state = EngineJobState::Stopped;
    } else {
        const QJsonObject error = status->value(QStringLiteral("error")).toObject();
        setFailed(job, "Internal", error.value(QStringLiteral("text")).toString());
        job.errorCode = error.value(QStringLiteral("code")).toString(job.errorCode);
    }
}

EngineJob jobOf(const QString& folder, const QString& id, const QJsonObject& about)
{
    EngineJob job;
    job.id = id;
    job.folder = folder;
    job.name = id;
    job.kind = domain::engineJobKindFromName(about.value(QStringLiteral("kind")).toString())
                   .value_or(domain::EngineJobKind::Train);
    readAbout(about, job);
    readStatus(folder, job);
    if (job.isOver()) {
        job.result = readJsonFile(folder + QStringLiteral("/output/result.json")).value_or(QJsonObject());
    }
    return job;
}

/// Whole lines of a file from `offset` on.
QByteArray linesFrom(const QString& path, qint64* offset)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    if (*offset > file.size()) {
        *offset = 0;
    }
    file.seek(*offset);
    QByteArray bytes = file.readAll();
    bytes.truncate(bytes.lastIndexOf('\n') + 1);
    *offset += bytes.size();
    return bytes;
}

double firstTime(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return QJsonDocument::fromJson(file.readLine())[QStringLiteral("time")].toDouble();
}

/// Takes back a folder that could not be filled.
core::Error withdrawn(const QString& folder, const core::Error& error)
{
    QDir(folder).removeRecursively();
    return error;
}

} // namespace

JobFolders::JobFolders(const QString& projectFolder)
    : m_root(QDir(projectFolder).absoluteFilePath(QStringLiteral("jobs")))
{
}

QString JobFolders::folderOf(const QString& id) const
{
    return m_root + u'/' + id;
}

std::vector<EngineJob> JobFolders::list() const
{
    std::vector<EngineJob> jobs;
    const QStringList ids = QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& id : ids) {
        if (auto job = read(id)) {
            jobs.push_back(std::move(*job));
        }
    }
    std::ranges::sort(jobs, [](const EngineJob& a, const EngineJob& b) {
        return a.createdAt != b.createdAt ? a.createdAt > b.createdAt : a.id > b.id;
    });
    return jobs;
}

core::Result<EngineJob> JobFolders::read(const QString& id) const
{
    if (id.isEmpty() || id.startsWith(u'.') || id.contains(u'/')) {
        return core::failure(core::ErrorCode::NotFound, id);
    }
    const QString folder = folderOf(id);
    const auto about = readAboutOf(folder);
    if (!about) {
        return about.error().code == core::ErrorCode::NotFound ? core::failure(core::ErrorCode::NotFound, id)
                                                               : core::failure(about.error());
    }
    return jobOf(folder, id, *about);
}

core::Result<EngineJob> JobFolders::create(EngineJob about, const QJsonObject& body)
{
    about.name = about.name.trimmed();
    if (about.name.isEmpty() || about.name.size() > kLongestName || about.name.startsWith(u'.')) {
        return core::failure(core::ErrorCode::InvalidArgument, about.name);
    }
    const QString name = folderName(about.name);
    const auto number = makeVersionFolder(m_root, name);
    if (!number) {
        return core::failure(number.error());
    }
    about.version = versionText(*number);
    about.id = name + u'-' + about.version;
    about.folder = folderOf(about.id);
    about.createdAt = QDateTime::currentMSecsSinceEpoch();
    about.state = EngineJobState::Initialising;
    const QJsonObject aboutObject = aboutJson(about);
    QJsonObject job = body;
    job.insert(QStringLiteral("format"), 1);
    job.insert(QStringLiteral("kind"), domain::engineJobKindName(about.kind));
    job.insert(kAbout, aboutObject);
    // job.json last: a folder without it is no job yet.
    if (auto written = replaceJsonFile(about.folder + QStringLiteral("/about.json"), aboutObject); !written) {
        return core::failure(withdrawn(about.folder, written.error()));
    }
    if (auto written = replaceJsonFile(about.folder + QStringLiteral("/job.json"), job); !written) {
        return core::failure(withdrawn(about.folder, written.error()));
    }
    return about;
}

core::Result<> JobFolders::remove(const QString& id)
{
    const auto job = read(id);
    if (!job) {
        return core::failure(job.error());
    }
    if (isJobRunning(job->folder)) {
        return core::failure(core::ErrorCode::Busy, {}, id);
    }
    // The description goes first, so that a half removed folder is no job.
    QFile::remove(job->folder + QStringLiteral("/about.json"));
    QFile::remove(job->folder + QStringLiteral("/job.json"));
    if (!QDir(job->folder).removeRecursively()) {
        return core::failure(core::ErrorCode::WriteFailed, {}, job->folder);
    }
    return {};
}

core::Result<QJsonObject> JobFolders::body(const QString& id) const
{
    if (const auto job = read(id); !job) {
        return core::failure(job.error());
    }
    return readJsonFile(folderOf(id) + QStringLiteral("/job.json"));
}

QString JobFolders::log(const QString& id, qint64* offset) const
{
    return QString::fromUtf8(linesFrom(folderOf(id) + QStringLiteral("/log.txt"), offset));
}

QString JobFolders::errorOutput(const QString& id) const
{
    QFile file(folderOf(id) + QStringLiteral("/output.txt"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    file.seek(std::max<qint64>(file.size() - kMostOutput, 0));
    return QString::fromUtf8(file.readAll());
}

std::vector<domain::MetricPoint> JobFolders::metrics(const QString& id, qint64* offset) const
{
    const QString path = folderOf(id) + QStringLiteral("/metrics.jsonl");
    const QByteArray lines = linesFrom(path, offset);
    const double start = lines.isEmpty() ? 0 : firstTime(path);
    std::vector<domain::MetricPoint> points;
    for (const QByteArray& line : lines.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString group = object.value(QStringLiteral("group")).toString();
        const QJsonObject values = object.value(QStringLiteral("values")).toObject();
        for (auto it = values.begin(); it != values.end(); ++it) {
            if (it.value().isDouble()) {
                points.push_back({group + u'/' + it.key(), object.value(QStringLiteral("step")).toInteger(),
                                  object.value(QStringLiteral("time")).toDouble() - start, it.value().toDouble()});
            }
        }
    }
    return points;
}

void joinPoints(std::vector<domain::MetricPoint>& points, const std::vector<domain::MetricPoint>& more)
{
    QHash<QString, qint64> last;
    for (const domain::MetricPoint& point : points) {
        last.insert(point.name, point.step);
    }
    for (const domain::MetricPoint& point : more) {
        // Steps of "system" are seconds and only grow; those of the network go back to the checkpoint.
        if (const auto found = last.constFind(point.name); found != last.constEnd() && point.step <= *found) {
            std::erase_if(points, [&](const domain::MetricPoint& old) {
                return old.name == point.name && old.step >= point.step;
            });
        }
        last.insert(point.name, point.step);
        points.push_back(point);
    }
}

bool isJobRunning(const QString& folder)
{
    const int lock = ::open(QFile::encodeName(folder + QStringLiteral("/lock")).constData(), O_RDONLY | O_CLOEXEC);
    if (lock < 0) {
        return false;
    }
    // Shared, and only for this look; a worker that starts right now asks again.
    const bool isHeld = ::flock(lock, LOCK_SH | LOCK_NB) != 0;
    ::close(lock);
    return isHeld;
}

} // namespace lw::worker
