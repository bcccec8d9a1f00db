// SPDX-License-Identifier: GPL-3.0-or-later
//! Files of a job. What cannot be written (a full disk) never ends the work.
#include "engine/learn/worker/JobFolder.h"

#include "engine/learn/base/Files.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace lw::learn {

namespace {

volatile std::sig_atomic_t isStopRequested = 0;

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// Those who look whether a job runs hold its lock for a moment.
bool isLocked(int file)
{
    for (int i = 0; i < 20; ++i) {
        if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
            return true;
        }
        ::usleep(50'000);
    }
    return false;
}

std::string timeText()
{
    const std::time_t seconds = std::time(nullptr);
    std::tm parts = {};
    ::gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

} // namespace

JobFolder::JobFolder(std::string path, Json job) : m_path(std::move(path)), m_job(std::move(job))
{
    m_status = {{"format", 1}, {"state", "running"}, {"pid", ::getpid()}, {"started", now()}, {"progress", 0}};
}

JobFolder::~JobFolder()
{
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

Result<std::unique_ptr<JobFolder>> JobFolder::open(const std::string& path)
{
    Result<Json> job = readJson(path + "/job.json");
    if (!job) {
        return job.error();
    }
    if (!job->is_object()) {
        return failure(ErrorCode::Malformed, path + "/job.json holds no object.");
    }
    if (Result<> made = makeFolder(path + "/output"); !made) {
        return made.error();
    }
    std::unique_ptr<JobFolder> folder(new JobFolder(path, std::move(*job)));
    // The lock goes with its process, however that ends: nobody has to clean up after a crash.
    folder->m_lock = ::open(folder->file("lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (folder->m_lock < 0) {
        return systemError(errno, folder->file("lock"), true);
    }
    if (!isLocked(folder->m_lock)) {
        return failure(ErrorCode::InvalidArgument, "The job in " + path + " is running already.");
    }
    const std::lock_guard lock(folder->m_mutex);
    if (Result<EventFile> events = EventFile::create(path)) {
        folder->m_events = std::move(*events);
    }
    folder->writeStatus(true);
    return folder;
}

void JobFolder::setState(const std::string& state)
{
    const std::lock_guard lock(m_mutex);
    m_status["state"] = state;
    m_status.erase("remaining");
    m_status.erase("phase");
    // The request is fulfilled; the next run must not find it.
    std::error_code ignored;
    std::filesystem::remove(file("stop"), ignored);
    if (state == "done") {
        m_status["progress"] = 1;
    }
    writeStatus(true);
}

void JobFolder::setError(const Error& error)
{
    log("Failed: " + error.text);
    const std::lock_guard lock(m_mutex);
    m_status["state"] = "failed";
    m_status["error"] = {{"code", codeName(error.code)}, {"text", error.text}};
    writeStatus(true);
}

void JobFolder::setStatus(const Json& fields)
{
    const std::lock_guard lock(m_mutex);
    m_status.update(fields);
    if (const auto progress = fields.find("progress"); progress != fields.end() && progress->is_number()) {
        m_status["progress"] = m_from + (m_to - m_from) * progress->get<double>();
    }
    writeStatus(false);
}

void JobFolder::setPhase(const std::string& name, double from, double to)
{
    const std::lock_guard lock(m_mutex);
    m_from = from;
    m_to = to;
    m_status["phase"] = name;
    m_status["progress"] = from;
    m_status.erase("remaining");
    writeStatus(false);
}

void JobFolder::writeStatus(bool isForced)
{
    const double time = now();
    if (!isForced && time - m_lastStatus < 0.5) {
        return;
    }
    m_lastStatus = time;
    m_status["updated"] = time;
    if (const Result<> written = replaceFile(file("status.json"), jsonLine(m_status) + '\n'); !written) {
        append("log.txt", timeText() + ' ' + written.error().text);
    }
}

void JobFolder::append(const std::string& name, const std::string& line)
{
    std::ofstream stream(file(name), std::ios::app | std::ios::binary);
    stream << line << '\n';
}

void JobFolder::log(const std::string& line)
{
    const std::lock_guard lock(m_mutex);
    append("log.txt", timeText() + ' ' + line);
}

void JobFolder::addMetrics(std::int64_t step, const std::map<std::string, double>& metrics, const std::string& group)
{
    const std::lock_guard lock(m_mutex);
    Json line = {{"step", step}, {"time", now()}, {"group", group}};
    for (const auto& each : metrics) {
        line["values"][each.first] = each.second;
        if (m_events) {
            if (const Result<> added = m_events->add(group + '/' + each.first, step, each.second); !added) {
                m_events.reset();
                append("log.txt", timeText() + ' ' + added.error().text);
            }
        }
    }
    append("metrics.jsonl", jsonLine(line));
}

bool JobFolder::shouldStop() const
{
    return isStopRequested || ::access(file("stop").c_str(), F_OK) == 0;
}

void JobFolder::requestStop()
{
    isStopRequested = 1;
}

} // namespace lw::learn
